"""A rule's example → a letter: it becomes the body (or another part) of a small, correct letter."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from vlucheck.casefiles.build import build_case
from vlucheck.casefiles.yamlnodes import read_nodes
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Letter
from vlucheck.letter.understand import understand
from vlucheck.readers.text import read_text

if TYPE_CHECKING:
    from spacy.language import Language

PARTS = {
    "private": "Private: to be opened by the addressee only",
    "address": "Mrs Anna Kowalska\n4 Mill Lane\nHarborough\nHB2 7QT",
    "date": "5 March 2026",
    "reference": "Our reference: 12NY1111326",
    "greeting": "Dear Mrs Kowalska",
    "subject": "",
    "body": "We have now looked at everything that you sent to us.",
    "sign-off": "Yours sincerely",
    "signature": "Ruth Ainsley\nVictim Liaison Officer",
    "enclosures": "",
}
PLACES = {"private heading": "private", "letterhead": "letterhead"}


def letter_text(example: str, where: str = "body") -> str:
    """A small letter with the example in it; an example that is a letter itself ("Dear …") is left as it is."""
    if "\nDear " in example or (example.startswith("Dear ") and "\n" in example.strip()):
        return example
    name = PLACES.get(where, where)
    parts = dict(PARTS)
    if name == "heading":
        parts["body"] = f"{parts['body']}\n\n{example}\n\nYou can read more about this below, in our own words."
    elif name in ("head", "letterhead"):
        parts = {"letterhead": example, **parts}
    elif name == "foot":
        parts["enclosures"] = example
    elif name in parts:
        parts[name] = example
    else:
        parts["body"] = example
    return "\n\n".join(part for part in parts.values() if part)


def letter_from(
    text: str,
    parser: "Language",
    knowledge: Knowledge,
    letter_type: str | None = "vcl-stopped",
    case: CaseFile | None = None,
) -> Letter:
    """The text, read and understood, with its case file."""
    return understand(read_text("letter.txt", text.encode()), parser, knowledge, letter_type, case)


def case_from(values: Mapping[str, object]) -> CaseFile | None:
    """The case file with these values; without any there is none."""
    if not values:
        return None
    text = yaml.safe_dump(dict(values), allow_unicode=True)
    return build_case(read_nodes(Path("case.yaml"), text.encode()))
