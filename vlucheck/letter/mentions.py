"""Lines and sentences → every place that names a person, with the role that the words around the name give it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vlucheck.document import Span
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Line, Mention, Part, Role, Sentence, fold
from vlucheck.letter.names import SPACE, full_name_source, title_source
from vlucheck.letter.wordlists import NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse

_VERSUS = rf"\b(?:R|Rex|REX|Regina|REGINA|(?:[Tt]he )?(?:Crown|King|Queen)){SPACE}?-?(?:[vV][sS]?|versus)\.?-?{SPACE}"
_ACCUSED = (
    r"(?i:(?:will|would|should|could|can|must|may|was|were|is|are|has|have|had|be|been|being|now|not|no longer|then"
    r"|also|never|again|cannot|can't|won't|wasn't|hasn't|shouldn't|himself|herself|to|still)\s+)*"
    r"(?i:(?:be |been )?(?:charged|prosecuted|arrested|convicted|acquitted|sentenced|accused|tried|remanded|bailed"
    r"|interviewed|face[sd]?|pleaded|pleads|plead|denie[sd]|admit(?:s|ted)|stand trial|found (?:not )?guilty|guilty"
    r"|not guilty|go on trial|appear(?:s|ed)?|put before|put on trial|taken to court|brought to court))\b"
)
_BEFORE_ACCUSED = (
    r"(?i:\b(?:(?<!complaint )(?<!complaints )against|charge|charged|charging|prosecute|prosecuting|prosecution of"
    r"|defendants?|suspects?|accused|arrest(?:ed)?|acquit(?:ted)?|convict(?:ed)?|trial of|case of"
    r"|plea (?:from|by|of)|convictions? of)(?:\s*,)?\s+)"
)
_SELF = (
    r"(?:[Mm]y name is|I am|I’m|I'm|signed by)\s+(?:(?:the |a |your )?(?:(?:Senior|Crown|District|Specialist|Deputy"
    r"|Chief|Victim|Liaison|Reviewing|Area|Unit|Team|Complaints?|Customer|Legal|Case|Regional|Service) )*"
    r"(?:Prosecutor|Officer|Manager|Lawyer|Head|Coordinator|Co-ordinator|Director|Lead|Administrator|Caseworker)"
    r"(?: (?:for|in|of|at|here)(?: (?:the |our )?[A-Z][\w-]+){0,4})?,? )?"
)


_AFTER_NAMES = frozenset({"esq", "obe", "mbe", "cbe", "jp", "kc", "qc", "mp", "phd", "snr", "jnr"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention with the role its words give it (None: they tell nothing)."""

    mention: Mention
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """The patterns of one run: names with a title, and full names beside words that tell a role."""

    titled: re.Pattern[str]
    full: re.Pattern[str]
    versus: re.Pattern[str]
    accused: re.Pattern[str]
    before_accused: re.Pattern[str]
    introduced: re.Pattern[str]


def name_patterns(knowledge: Knowledge) -> NamePatterns:
    """Return the patterns for the titles of the knowledge."""
    title = rf"(?P<title>{title_source(knowledge.every_title)})"
    titles = {word for title in knowledge.every_title for word in title.split()} | _AFTER_NAMES
    name = full_name_source(titles)
    plain_name = full_name_source(titles | NOT_NAMES)
    number = rf"(?:\d{{2,5}}{SPACE})?"  # that of a police officer: "PC 2281 Owain Trask"
    either = rf"(?:{title}{SPACE}{number})?{plain_name}"
    return NamePatterns(
        titled=re.compile(rf"(?<![\w'’-]){title}{SPACE}{number}{name}"),
        full=re.compile(either),
        versus=re.compile(rf"{_VERSUS}{either}"),
        accused=re.compile(rf"(?<![\w'’-]){either}(?:,[^,.;]{{1,50}},)?{SPACE}{_ACCUSED}"),
        before_accused=re.compile(rf"{_BEFORE_ACCUSED}(?:(?:your|her|his|their|a|the) [\w-]+(?: [\w-]+)?, )?{either}"),
        introduced=re.compile(rf"{_SELF}{either}"),
    )


def find_namings(lines: Sequence[Line], patterns: NamePatterns) -> Iterator[Naming]:
    """Yield the people that a title or the words around them show, in the order of the lines; places may repeat."""
    for line in lines:
        text = in_small_letters(re.sub(r"\s", " ", line.text))
        for match in patterns.titled.finditer(text):
            yield from _naming(match, line, None)
        if line.part is Part.SUBJECT:
            yield from _in_subject(line, patterns)
        if line.part not in (Part.LETTERHEAD, Part.ADDRESS, Part.SIGNATURE, Part.FOOTER):
            yield from _with_role(text, line, patterns)


_FOR_WHOM = re.compile(r"\b(?:Only|Alone|Personally|Personal|Please|To Open)\b")


def in_small_letters(text: str) -> str:
    """A heading in capitals as it would stand in the text, letter by letter: the names in it are found the same way."""
    small = _FOR_WHOM.sub(lambda word: word[0].lower(), text.title()) if text.isupper() else text
    return small if len(small) == len(text) else text


def _in_subject(line: Line, patterns: NamePatterns) -> Iterator[Naming]:
    """The name that a subject begins with: "Re: Marcus Tilley", "CALLUM DEANE - ROBBERY"."""
    lead = re.match(r"\W*(?:(?i:re|subject|your case|the case of|case of)\b[:\s]*)?", line.text)
    start = lead.end() if lead else 0
    match = patterns.full.match(line.text, start)
    if match and match["first"] and re.match(r"\s*(?:[-–—:,(|]|$)", line.text[match.end() :]):
        yield from _naming(match, line, None)


def _with_role(text: str, line: Line, patterns: NamePatterns) -> Iterator[Naming]:
    for match in patterns.versus.finditer(text):
        yield from _naming(match, line, Role.DEFENDANT)
    for match in (*patterns.accused.finditer(text), *patterns.before_accused.finditer(text)):
        if match["first"] or match["title"]:
            yield from _naming(match, line, Role.DEFENDANT)
    for match in patterns.introduced.finditer(text):
        if match["first"]:
            yield from _naming(match, line, Role.WRITER)


def _naming(match: re.Match[str], line: Line, role: Role | None) -> Iterator[Naming]:
    mention = mention_of(match, line.span.start, line.part)
    if mention is not None:
        yield Naming(mention, role)


def mention_of(match: re.Match[str], offset: int, part: Part) -> Mention | None:
    """The mention a match of a name pattern stands for, or None where the words are no name."""
    first, last = match["first"], match["last"]
    words = fold(f"{first or ''} {last}").replace(".", "").split()
    if not match["title"] and any(word in NOT_NAMES for word in words):
        return None
    start = match.start("title") if match["title"] else match.start("first") if first else match.start("last")
    span = Span(offset + start, offset + match.end("last"))
    title = match["title"].rstrip(".") if match["title"] else None
    return Mention(span, match.string[start : match.end("last")], part, title, first, last)


def entity_mentions(sentences: Sequence[Sentence], patterns: NamePatterns) -> Iterator[Mention]:
    """Yield full names that spaCy takes for a person and that look like one."""
    for sentence in sentences:
        for entity in sentence.parse.ents:
            if entity.label_ != "PERSON" or not 2 <= len(entity.text.split()) <= 4 or _in_place(entity):
                continue
            match = patterns.full.fullmatch(entity.text)
            mention = mention_of(match, sentence.offset + entity.start_char, sentence.part) if match else None
            if mention is not None and mention.first:
                yield mention


def _in_place(entity: "Parse") -> bool:
    """Whether the words before speak of a place ("at Quarry Hill")."""
    return entity.start > 0 and entity.doc[entity.start - 1].lower_ in {
        "at",
        "on",
        "in",
        "near",
        "from",
        "the",
        "of",
        "along",
    }
