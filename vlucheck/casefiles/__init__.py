"""The files in which an office keeps what is true of its cases → CaseFile values, or a sentence on what is wrong."""

from collections.abc import Mapping
from pathlib import Path

from vlucheck.casefiles.build import build_case
from vlucheck.casefiles.node import Node
from vlucheck.casefiles.sheet import sheet_rows
from vlucheck.casefiles.table import cases_in, csv_rows
from vlucheck.casefiles.yamlnodes import read_nodes
from vlucheck.errors import BadCase
from vlucheck.letter.casefile import CaseFile

MAX_BYTES = 5_000_000
CASE_SUFFIXES = (".yaml", ".yml", ".json")
CASES_SUFFIXES = (".csv", ".xlsx", *CASE_SUFFIXES)


def read_case(path: Path) -> CaseFile:
    """Return the case of one letter, from YAML or JSON, perhaps under the one key `case`. Raises BadCase."""
    if path.suffix.lower() not in CASE_SUFFIXES:
        raise BadCase(
            f'"{path}" cannot be the case file of one letter: it must end in {", ".join(CASE_SUFFIXES)}. '
            "A list of cases is given with --cases."
        )
    node = read_nodes(path, _content_of(path))
    if isinstance(node.value, tuple):
        node.fail("this is a list of cases: give it with --cases.")
    return build_case(_under(node, "case"))


def read_cases(path: Path) -> tuple[CaseFile, ...]:
    """Return the cases of a list, from CSV, Excel, YAML or JSON. Raises BadCase."""
    suffix = path.suffix.lower()
    if suffix not in CASES_SUFFIXES:
        raise BadCase(f'"{path}" cannot be a list of cases: it must end in {", ".join(CASES_SUFFIXES)}.')
    data = _content_of(path)
    if suffix in CASE_SUFFIXES:
        nodes = _list_of(read_nodes(path, data))
    else:
        nodes = cases_in(csv_rows(path, data) if suffix == ".csv" else sheet_rows(path, data))
    if not nodes:
        raise BadCase(f'There is no case in "{path}".')
    return tuple(_findable(build_case(_under(node, "case")), node) for node in nodes)


def _content_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadCase(f'The case file "{path}" is larger than {MAX_BYTES // 1_000_000} MB: that cannot be right.')
        return path.read_bytes()
    except OSError as error:
        raise BadCase(f'The case file "{path}" cannot be read ({error.strerror}): check the name.') from error


def _under(node: Node, key: str) -> Node:
    """What stands under the key, where that is the only one."""
    if isinstance(node.value, Mapping) and set(node.value) == {key}:
        return node.value[key]
    return node


def _list_of(node: Node) -> tuple[Node, ...]:
    inner = _under(node, "cases")
    if not isinstance(inner.value, tuple):
        node.fail("a list of cases is wanted here, each beginning with a hyphen; one case alone is given with --case.")
    return inner.value


def _findable(case: CaseFile, node: Node) -> CaseFile:
    if not (case.file or case.urn):
        node.fail('this case has neither "file" nor "urn": one of them must tell which letter it belongs to.')
    return case
