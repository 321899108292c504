"""Report in, text out: one function a format. Reporters see nothing but the report and how it will be shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vlucheck.report import Report

_DRAWN = "─…█"
_NARROW = 60


@dataclass(frozen=True, slots=True)
class View:
    """How the text will be shown: columns, whether colours can be seen, and the characters that can be written."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for columns beside the words of a letter."""
        return self.width < _NARROW

    @property
    def unicode(self) -> bool:
        """Whether lines and the ellipsis can be drawn; else plain signs stand in for them."""
        return self.can_write(_DRAWN)

    def can_write(self, text: str) -> bool:
        """Whether every character of the text can be written."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


Reporter = Callable[[Report, View], str]


def _terminal(report: Report, view: View) -> str:
    from vlucheck.reporters.terminal import report_for_reading

    return report_for_reading(report, view)


def _json(report: Report, view: View) -> str:
    from vlucheck.reporters.json import report_as_json

    return report_as_json(report)


def _markdown(report: Report, view: View) -> str:
    from vlucheck.reporters.markdown import report_as_markdown

    return report_as_markdown(report)


REPORTERS: Mapping[str, Reporter] = MappingProxyType({"terminal": _terminal, "json": _json, "markdown": _markdown})
