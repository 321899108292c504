"""A sentence → the ways to reach somebody that it names: a telephone number, an e-mail, web or postal address."""

import re
from collections.abc import Mapping

from vlucheck.letter.model import Letter, Part, Role, fold
from vlucheck.rulebook.seek import Unit

_PHONE = re.compile(
    r"(?<![\w/@.-])(?:(?:\+\s?44|\(?0)(?:[\s()-]{0,2}\d){8,11}|116[\s-]?\d{3}|0800[\s-]?\d{3,4}|18000\b)(?!\w|/\d)"
)
MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?<![@\w.])(?:https?://|www\.)\S+|(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|co|gov|ac|nhs|police)?\.?(?:uk|org|com|net|scot|wales|example)\b(?!@)"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b")
_BOX = re.compile(r"\b(?:p\.?\s?o\.? box|freepost)\s+\w+")
_ELSEWHERE = re.compile(
    r"\baddress (?:above|overleaf|below)|\b(?:above|this|our) address|\b(?:top|head) of th|\b(?:ring|telephone)\b"
    r"|\bnumber\b"
)
_TELLING = 4  # letters of a last name by which an e-mail address is told to be its bearer's
_HEAD = (Part.LETTERHEAD, Part.REFERENCE, Part.SIGNATURE, Part.FOOTER, Part.FOOTNOTE, Part.DATE)


def has_number(folded: str) -> bool:
    """Whether the text has a telephone number."""
    return _PHONE.search(folded) is not None


def has_mail(folded: str) -> bool:
    """Whether the text has an e-mail address."""
    return MAIL.search(folded) is not None


def numbers_in(text: str) -> list[str]:
    """The telephone numbers in the text, as it writes them."""
    return [found[0] for found in _PHONE.finditer(text)]


def mails_in(text: str) -> list[str]:
    """The e-mail addresses in the text, as it writes them."""
    return [found[0] for found in MAIL.finditer(text)]


def has_post(folded: str) -> bool:
    """Whether the text has a postal address: a postcode or a box."""
    return _POSTCODE.search(MAIL.sub(" ", folded)) is not None or _BOX.search(folded) is not None


def has_way(folded: str) -> bool:
    """Whether the text has a number, an e-mail or web address, or a postal address."""
    return has_number(folded) or has_mail(folded) or _WEB.search(folded) is not None or has_post(folded)


def is_writers_mail(folded: str, letter: Letter) -> bool:
    """Whether the text has an e-mail address that bears the writer's last name."""
    writer = next((person for person in letter.people if person.role is Role.WRITER), None)
    last = re.sub(r"\W", "", fold(writer.last)) if writer else ""
    boxes = (re.sub(r"\W", "", mail.partition("@")[0]) for mail in mails_in(folded))
    return len(last) >= _TELLING and any(last in box for box in boxes)


def outdated_only(unit: Unit, tables: Mapping[str, Mapping[str, object]]) -> bool:
    """Whether e-mail is the only way named, and only at domains that `rules/scheme.yaml` calls out of date."""
    mails = MAIL.findall(unit.folded)
    rest = MAIL.sub(" ", unit.folded)
    wrong = outdated_domains(tables)
    return (
        bool(mails)
        and not has_way(rest)
        and not _ELSEWHERE.search(rest)
        and all(mail.endswith(wrong) for mail in mails)
    )


def outdated_domains(tables: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """The e-mail domains that are out of date."""
    rows = tables.get("scheme", {}).get("domains", [])
    listed = [row.get("wrong", []) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return tuple(str(domain) for some in listed if isinstance(some, list) for domain in some)


def head_ways(letter: Letter) -> tuple[Unit, ...]:
    """The lines outside the body that name a way to reach the office, the reader's own address left out."""
    lines = (Unit(line.span, letter.folded[line.span.start : line.span.end]) for line in letter.part_lines(*_HEAD))
    return tuple(unit for unit in lines if has_way(unit.folded))
