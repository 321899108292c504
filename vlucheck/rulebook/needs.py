"""The need table (`elements.yaml`) → its rows: which element which type of letter needs."""

from vlucheck.findings import Severity, Status
from vlucheck.rulebook.fields import Fields
from vlucheck.rulebook.model import NeedRow
from vlucheck.rulebook.yamlfile import YamlFile


def need_rows(file: YamlFile) -> tuple[NeedRow, ...]:
    """Return a row for each element. Raises BadRule with file and line."""
    fields = Fields(file, file.data)
    types = fields.texts("types")
    rows = fields.mapping("elements")
    fields.mapping("conditions")
    fields.done()
    return tuple(_need_row(file, element, row, types) for element, row in rows.items())


def _need_row(file: YamlFile, element: str, row: object, types: tuple[str, ...]) -> NeedRow:
    fields = Fields(file, row, "elements", element)
    needs = fields.text("needs").split()
    if len(needs) != len(types):
        fields.fail(f"{len(types)} needs are wanted, one a letter type, not {len(needs)}", "needs")
    missing = fields.choice("missing", Severity, Severity.MUST_FIX)
    partly = fields.choice("partly", Severity, Severity.SHOULD_FIX)
    alike = _alike(fields)
    fields.done()
    return NeedRow(element, dict(zip(types, needs, strict=True)), missing, partly, alike)


def _alike(fields: Fields) -> dict[Status, float]:
    """The least shares of `alike: {missing: 0.3, partly: 0.6, met: 0.05}`; a status left out is left as it is."""
    found: dict[Status, float] = {}
    for status, least in fields.mapping("alike").items():
        if status not in (Status.MISSING, Status.PARTLY, Status.MET) or not isinstance(least, int | float):
            fields.fail("give shares from 0 to 1 for missing, partly or met", "alike")
        found[Status(status)] = float(least)
    return found
