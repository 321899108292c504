"""The bytes of a YAML file → its nodes, within limits; what is wrong with them is a line and a sentence.

A file of a few lines can stand for millions of values (each alias repeats what it names), or for values that lie
thousands deep in one another: such a file is refused before anything walks through it.
"""

import yaml

MAX_DEPTH = 20
MAX_VALUES = 500_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTE = "put a text that holds a colon, a # or quotation marks between quotation marks"


class BadYaml(ValueError):
    """The text is no YAML that can be used. `line` counts from 1; the text says what is wrong and what to do."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, without the mark that some programs put before it. Raises BadYaml."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(_UTF_16):
            raise BadYaml(1, "the file is in UTF-16: save it as UTF-8") from error
        line = data.count(b"\n", 0, error.start) + 1
        raise BadYaml(line, "a character is not in UTF-8: save the file as UTF-8") from error


def compose(text: str) -> yaml.Node | None:
    """Return the top node of the text, None where there is none. Raises BadYaml, also for a file that is too large,
    too deep, or contains itself."""
    try:
        loader = _Loader(text)
        try:
            top: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise BadYaml(line, _said(error, _line(text, line))) from error
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise BadYaml(line, "this is not YAML: there is a character that no text has: delete it") from error
    except RecursionError as error:
        raise BadYaml(1, "values stand too deep inside one another") from error
    if top is not None:
        _measure(top, 0, {})
    return top


def _line(text: str, line: int) -> str:
    return next(iter(text.split("\n")[line - 1 : line]), "")


def _said(error: yaml.MarkedYAMLError, line: str) -> str:
    problem = str(error.problem)
    if "\t" in line[: len(line) - len(line.lstrip())] or line.lstrip("- ").startswith("\t"):
        return "a tab stands before the text: YAML wants spaces there"
    if "nesting depth" in problem:
        return "values stand too deep inside one another"
    if "undefined alias" in problem or "alphabetic or numeric" in problem:
        return "a text that begins with * or & must stand between quotation marks"
    if "another document" in problem:
        return "one file holds one rule: take out the line --- and what follows it"
    if "cannot start any token" in problem:
        return "this is not YAML: a text that begins with @, % or ` must stand between quotation marks"
    return f"this is not YAML: {problem} (perhaps on the line before): {_QUOTE}"


def _measure(node: yaml.Node, depth: int, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How many values the node stands for when every alias is written out, and how deep they lie."""
    if id(node) in known:
        return known[id(node)]
    if depth > MAX_DEPTH:
        raise BadYaml(
            _line_of(node), f"values stand more than {MAX_DEPTH} deep inside one another, or a value contains itself"
        )
    count, height = 1, 0
    for inner in _inside(node):
        more, deep = _measure(inner, depth + 1, known) if _inside(inner) else (1, 0)
        count, height = count + more, max(height, deep + 1)
    if count > MAX_VALUES or depth + height > MAX_DEPTH:
        raise BadYaml(_line_of(node), "the aliases (*) here stand for far too much: write the values out")
    known[id(node)] = count, height
    return known[id(node)]


def _line_of(node: yaml.Node) -> int:
    line: int = node.start_mark.line
    return line + 1


def _inside(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else []
