"""Mentions of people → the people of a letter: reader, writer, defendants, others, each with every place of theirs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vlucheck.document import Span
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.mentions import (
    NamePatterns,
    Naming,
    entity_mentions,
    find_namings,
    in_small_letters,
    mention_of,
    name_patterns,
)
from vlucheck.letter.model import Line, Mention, Part, Person, Role, Sentence, fold
from vlucheck.letter.names import plain
from vlucheck.letter.wordlists import NOT_NAMES

_MALE, _FEMALE = frozenset({"mr", "sir", "lord", "master"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})
_BEFORE_READER = frozenset(
    re.findall(
        r"\w+",
        "private confidential confidence personal strictly in and only alone to be opened open read seen by for the "
        "of attention fao addressee eyes hand letter this is please sent delivered addressed not anyone anybody nobody "
        "but other than except recipient post email mail e recorded delivery our",
    )
)
_AFTER_READER = re.compile(r"\W*(?:(?:only|alone|personally|in person|to open|to read|by)\b|$)|,", re.IGNORECASE)
_RANK = {Role.RECIPIENT: 0, Role.WRITER: 1, Role.DEFENDANT: 2, Role.OTHER: 3}


@dataclass(slots=True)
class _Draft:
    """A person while the mentions are being gathered."""

    mentions: list[Mention]
    roles: set[Role] = field(default_factory=set)

    @property
    def first(self) -> str | None:
        return next((mention.first for mention in self.mentions if mention.first), None)

    @property
    def title(self) -> str | None:
        return next((mention.title for mention in self.mentions if mention.title), None)


def find_people(lines: Sequence[Line], sentences: Sequence[Sentence], knowledge: Knowledge) -> tuple[Person, ...]:
    """Return the people named in the letter: the reader first, then the writer, defendants and others."""
    patterns = name_patterns(knowledge)
    drafts: list[_Draft] = []
    reader = _reader(lines, patterns)
    if reader is not None:
        drafts.append(reader)
    namings = [*_signers(lines, patterns, knowledge), *find_namings(lines, patterns)]
    namings += [Naming(mention) for mention in entity_mentions(sentences, patterns)]
    for naming in sorted(namings, key=lambda naming: (naming.mention.first is None, naming.mention.span)):
        _place(naming, drafts)
    _bare_names(lines, drafts)
    return tuple(sorted((_person(draft) for draft in drafts), key=_order))


def _order(person: Person) -> tuple[int, Span]:
    return _RANK[person.role], person.mentions[0].span


def _reader(lines: Sequence[Line], patterns: NamePatterns) -> _Draft | None:
    """The reader: the name in the address, and whatever name the greeting has, even a misspelt one."""
    address = next((m for line in lines if line.part is Part.ADDRESS and (m := _addressed(line, patterns))), None)
    private = next((m for line in lines if line.part is Part.PRIVATE and (m := _private(line, patterns))), None)
    if address and private and not _same_last(address.last, private.last):
        private = None
    greeted = [m for line in lines if line.part is Part.SALUTATION for m in _greeted(line, patterns)]
    mentions = [mention for mention in (address, private, *greeted) if mention is not None]
    return _Draft(mentions, {Role.RECIPIENT}) if mentions else None


def _addressed(line: Line, patterns: NamePatterns) -> Mention | None:
    text = re.sub(r"^(?i:private(?: and confidential)?:?|for the attention of:?|fao:?|to:)\s+", "", line.text)
    offset = line.span.start + len(line.text) - len(text)
    match = patterns.full.match(text)
    if not match or not (match["title"] or match["first"]) or re.match(r"\s*\d", text[match.end() :]):
        return None
    return mention_of(match, offset, line.part)


def _private(line: Line, patterns: NamePatterns) -> Mention | None:
    """The name with a title that a private heading ends with: "Confidential to Mr Gordon Lo", "Private: Ms Lo"."""
    text = in_small_letters(line.text)
    for match in patterns.titled.finditer(text):
        before = re.findall(r"\w+", fold(text[: match.start()]))
        if _BEFORE_READER.issuperset(before) and _AFTER_READER.match(text, match.end()):
            return mention_of(match, line.span.start, line.part)
    return None


def _greeted(line: Line, patterns: NamePatterns) -> list[Mention]:
    start = re.match(r"\W*\w+\s+(?:(?:morning|afternoon|evening)\s+)?(?:to\s+)?", line.text)
    position = start.end() if start else 0
    found = [mention_of(match, line.span.start, line.part) for match in patterns.full.finditer(line.text, position)]
    return [mention for mention in found if mention is not None]


def _signers(lines: Sequence[Line], patterns: NamePatterns, knowledge: Knowledge) -> list[Naming]:
    """The first name under the sign-off; "pp" and "for" lines name somebody else's name beside it."""
    role_word = re.compile(rf"\b(?:{'|'.join(map(re.escape, knowledge.role_words))})\b", re.IGNORECASE)
    for line in (line for line in lines if line.part is Part.SIGNATURE):
        text = re.split(r"\s*[,(–]\s*|\s+-\s+", line.text)[0]
        lead = re.match(r"(?:p\.?p\.?|for and on behalf of|on behalf of|for|signed:?|by)\s+", text, re.IGNORECASE)
        start = lead.end() if lead else 0
        match = patterns.full.fullmatch(text, start)
        mention = mention_of(match, line.span.start, line.part) if match and not role_word.search(text) else None
        if mention is not None:
            return [Naming(mention, Role.WRITER)]
    return []


def _place(naming: Naming, drafts: list[_Draft]) -> None:
    """Add the mention to the person it fits, or begin a new person."""
    mention = naming.mention
    same = next((d for d in drafts if any(m.span.overlaps(mention.span) for m in d.mentions)), None)
    fitting = same or next((draft for draft in drafts if _fits(mention, draft)), None)
    if fitting is None:
        fitting = _Draft([])
        drafts.append(fitting)
    if same is None:
        fitting.mentions.append(mention)
    if naming.role is not None:
        fitting.roles.add(naming.role)


def _fits(mention: Mention, draft: _Draft) -> bool:
    if not any(_same_last(mention.last, other.last) for other in draft.mentions):
        return False
    if mention.first and draft.first:
        return _same_first(mention.first, draft.first)
    return not _clash(mention.title, draft.title)


def _same_last(one: str, other: str) -> bool:
    return plain(one) == plain(other)


def _same_first(one: str, other: str) -> bool:
    """Equal, or one is the initial of the other, or one leaves out second names."""
    first, second = plain(one).split(), plain(other).split()
    short, full = sorted((first[0], second[0]), key=len)
    return short == full or (len(short) == 1 and full.startswith(short))


def _clash(one: str | None, other: str | None) -> bool:
    genders = [plain(title or "").split() for title in (one, other)]
    return any(
        set(genders[a]) & _MALE and set(genders[b]) & _FEMALE and not set(genders[a]) & _FEMALE
        for a, b in ((0, 1), (1, 0))
    )


def _bare_names(lines: Iterable[Line], drafts: list[_Draft]) -> None:
    """Add the places that give the full name without a title, the last name alone, or the first name alone."""
    words: dict[str, _Draft] = {}
    for draft in drafts:
        for mention in list(draft.mentions):
            for name in (mention.last, *(mention.first or "").split()[:1]):
                if len(name) > 2 and fold(name) not in NOT_NAMES:
                    words.setdefault(name, draft)
    if not words:
        return
    pattern = re.compile(
        rf"(?<![\w'’-])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?![\w-]|['’][a-rt-z])"
    )
    for line in lines:
        for match in pattern.finditer(line.text):
            _add_bare(match, line, words[match[0]], drafts)


def _add_bare(match: re.Match[str], line: Line, draft: _Draft, drafts: list[_Draft]) -> None:
    span = Span(line.span.start + match.start(), line.span.start + match.end())
    if any(mention.span.overlaps(span) for other in drafts for mention in other.mentions):
        return
    is_last = any(mention.last == match[0] for mention in draft.mentions)
    last = match[0] if is_last else draft.mentions[0].last
    draft.mentions.append(Mention(span, match[0], line.part, None, None if is_last else match[0], last))


def _person(draft: _Draft) -> Person:
    role = min(draft.roles, key=lambda role: _RANK[role], default=Role.OTHER)
    first = draft.mentions[0]
    mentions = tuple(sorted(draft.mentions, key=lambda mention: mention.span))
    return Person(role, first.title or draft.title, first.first or draft.first, first.last, mentions)
