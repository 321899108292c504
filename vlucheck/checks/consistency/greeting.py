"""The greeting against the address block and the ending: other name, other title, "Sir or Madam", wrong "Yours"."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.envelope import title_above
from vlucheck.checks.consistency.spelling import bare, nearly_same
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Line, Mention, Part, fold
from vlucheck.letter.wordlists import FAMILY_NAMES_FIRST

_IMPERSONAL = re.compile(
    r"\s*(?:dear\s+)?(?:sirs?|madam|sir\s*(?:/|or|and)\s*madam|madam\s*(?:/|or|and)\s*sir"
    r"|(?:victim|customer|complainant|client|applicant)|to whom it may concern)[,.:;!]?\s*"
)
_ODD_ENDING = re.compile(
    r"\byours (?:truthfully|sincerly|faithful|respectively|hopefully|officially|obediently|in haste)\b"
)
_COMPANY = re.compile(
    r"\b(?:limited|ltd|plc|llp|cic|council|company|trust|society|association|school|college|university|bank|church|club"
    r"|group|services|stores?|sons|partners|charity|foundation)\b"
)
_WRONG_GREETING = {"here": "The greeting", "there": "the address"}
_WRONG_ADDRESS = {"here": "The address", "there": "the greeting"}
_ENVELOPE = (Part.ADDRESS, Part.PRIVATE)  # the name may stand in "Private: Mrs Anna Lo", over the address
_CIVIL = frozenset({"mr", "mrs", "ms", "miss"})
_ALIKE = {
    "doctor": "dr",
    "professor": "prof",
    "reverend": "rev",
    "revd": "rev",
    "sgt": "sergeant",
    "capt": "captain",
    "cllr": "councillor",
    "insp": "inspector",
    "the reverend": "rev",
}


def greeted_names(letter: Letter) -> Iterator[Clash]:
    """Yield the greeting's name where it is not the one in the address."""
    pair = _addressed_and_greeted(letter)
    if pair is None:
        yield from _couples(letter)
        return
    addressed, greeted = pair
    known = {word for line in letter.part_lines(*_ENVELOPE) for word in _words(line.text)}
    unknown = [word for word in _words(_name(greeted)) if word not in known and not _is_initial(word, addressed)]
    if _is_family_name_first(addressed, greeted):
        return
    near = any(nearly_same(word, other) for word in unknown for other in _words(_name(addressed)))
    if addressed.title is None and not near and _COMPANY.search(_address_line(letter, addressed)):
        return
    if unknown and not _is_short_form(greeted, addressed):
        if near and _elsewhere(letter, greeted) > _elsewhere(letter, addressed):
            yield Clash(addressed.span, greeted.span, _WRONG_ADDRESS)
        else:
            better = (_right_greeting(addressed, greeted),)
            yield Clash(greeted.span, addressed.span, _WRONG_GREETING, better, None if near else Confidence.MEDIUM)
    elif (
        greeted.title
        and addressed.first
        and not (addressed.title is None and _named_above(letter, greeted))
        and not _shares_last(addressed, greeted)
    ):
        if nearly_same(greeted.last, addressed.last) and _elsewhere(letter, greeted) > _elsewhere(letter, addressed):
            yield Clash(addressed.span, greeted.span, _WRONG_ADDRESS)
            return
        yield Clash(greeted.span, addressed.span, _WRONG_GREETING, (_right_greeting(addressed, greeted),))


def _couples(letter: Letter) -> Iterator[Clash]:
    """The last name of a greeting to two people that looks like a slip for one in the address."""
    addressed, line = _addressed(letter), letter.salutation
    if addressed is None or line is None or not re.search(r"\band\b|&", line.text):
        return
    known = {word for each in letter.part_lines(Part.ADDRESS) for word in _words(each.text)}
    for mention in (m for person in letter.people for m in person.mentions if m.part is Part.SALUTATION):
        if bare(mention.last) not in known and nearly_same(mention.last, addressed.last):
            span = Span(mention.span.end - len(mention.last), mention.span.end)
            model = Span(addressed.span.end - len(addressed.last), addressed.span.end)
            yield Clash(span, model, _WRONG_GREETING, (addressed.last,))


def _elsewhere(letter: Letter, mention: Mention) -> int:
    """How often the name stands outside the address and the greeting, spelt as in this place."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(fold(mention.last))}(?![^\W_])")
    lines = (line for line in letter.lines if line.part not in (Part.ADDRESS, Part.SALUTATION))
    return sum(len(pattern.findall(fold(line.text))) for line in lines)


def greeted_titles(letter: Letter) -> Iterator[Clash]:
    """Yield the greeting's title where the address, or a line such as "Private: Mrs Sowden", has another."""
    pair = _addressed_and_greeted(letter)
    if pair is None or not _title(pair[0]):
        above = title_above(letter)
        if above is not None:
            greeting, there = above
            title, last = (letter.document.quote(span).split()[place] for span, place in ((there, 0), (there, -1)))
            yield Clash(greeting, there, {"there": "the line above it"}, (f"{title} {last}",))
        return
    addressed, greeted = pair
    one, other = _title(addressed), _title(greeted)
    joint = any(re.search(r"\band\b|&", mention.title or "") for mention in pair)
    line = letter.text[: addressed.span.end].rsplit("\n", 1)[-1]
    if "rev" in (one, other) and {one, other} & _CIVIL:
        return
    if one and other and one != other and not joint and other not in _words(line):
        yield Clash(greeted.span, addressed.span, {"there": "the address"}, (_right_greeting(addressed, greeted),))


def impersonal_greetings(letter: Letter) -> Iterator[Clash]:
    """Yield a greeting without a name where the address names the reader."""
    line, addressed = letter.salutation, _addressed(letter)
    if addressed is not None and addressed.title is None and _COMPANY.search(_address_line(letter, addressed)):
        return
    if line is not None and addressed is not None and _IMPERSONAL.fullmatch(fold(line.text)):
        better = f"Dear {addressed.title} {addressed.last}" if addressed.title else f"Dear {addressed.text}"
        yield Clash(_shown(line), addressed.span, better=(better,))


def _address_line(letter: Letter, mention: Mention) -> str:
    return next((fold(line.text) for line in letter.lines if line.span.covers(mention.span)), "")


def misfit_sign_offs(letter: Letter) -> Iterator[Clash]:
    """Yield the ending that does not go with the greeting: a name asks for "sincerely", Sir for "faithfully"."""
    line = letter.salutation
    if line is None:
        return
    impersonal = bool(_IMPERSONAL.fullmatch(fold(line.text)))
    named = not impersonal and any(m.part is Part.SALUTATION for p in letter.people for m in p.mentions)
    for end in letter.part_lines(Part.SIGN_OFF):
        text = fold(end.text)
        if named and ("faithfully" in text or _ODD_ENDING.search(text)):
            yield Clash(_shown(end), _shown(line), better=("Yours sincerely",))
        elif impersonal and "sincerely" in text and _addressed(letter) is None:
            yield Clash(_shown(end), _shown(line), better=("Yours faithfully",))


def _addressed_and_greeted(letter: Letter) -> tuple[Mention, Mention] | None:
    """The name in the address and the only name in the greeting."""
    addressed = _addressed(letter)
    greeted = [m for person in letter.people for m in person.mentions if m.part is Part.SALUTATION]
    if addressed is None or len(greeted) != 1 or letter.salutation is None:
        return None
    if re.search(r"\band\b|&", letter.salutation.text):
        return None
    return addressed, greeted[0]


def _addressed(letter: Letter) -> Mention | None:
    if letter.recipient is None:
        return None
    named = [m for m in letter.recipient.mentions if m.part in _ENVELOPE and (m.title or m.first)]
    return min(named, key=lambda m: _ENVELOPE.index(m.part), default=None)


def _shown(line: Line) -> Span:
    text = line.text.strip().rstrip(",.;:")
    start = line.span.start + line.text.index(text)
    return Span(start, start + len(text))


def _words(text: str) -> list[str]:
    return [bare(word) for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)]


def _name(mention: Mention) -> str:
    return f"{mention.first or ''} {mention.last}"


def _is_short_form(greeted: Mention, addressed: Mention) -> bool:
    """A first name alone may be the short form of the one in the address, or stand for its initial."""
    if greeted.title and addressed.first and greeted.first and bare(greeted.last) == bare(addressed.last):
        return _is_initial_of(greeted.first, addressed.first)
    if greeted.title or not addressed.first:
        return not greeted.title
    first, called = bare(addressed.first), bare(greeted.first or greeted.last)
    return len(first.split()[0].rstrip(".")) == 1 or not nearly_same(called, first.split()[0])


def _is_family_name_first(addressed: Mention, greeted: Mention) -> bool:
    """Whether the address has the family name first, as in Vietnam or China: "Mr Vu Quang Minh", "Dear Mr Vu"."""
    first = bare(addressed.first).split()[0] if addressed.first else ""
    return greeted.first is None and first in FAMILY_NAMES_FIRST and bare(greeted.last) == first


def _is_initial(word: str, addressed: Mention) -> bool:
    """Whether the word is the first letter of the addressed first name: "O Brannigan" for "Orla Brannigan"."""
    return len(word) == 1 and addressed.first is not None and bare(addressed.first).startswith(word)


def _is_initial_of(short: str, full: str) -> bool:
    """Whether one is the first letter, or letters, of the other: "T" for "Tomasz", "K A" for "Kerry-Ann"."""
    initials, names = bare(short).replace(".", " ").split(), re.split(r"[\s-]+", bare(full))
    return all(len(one) == 1 for one in initials) and all(a == b[0] for a, b in zip(initials, names, strict=False))


def _shares_last(addressed: Mention, greeted: Mention) -> bool:
    return bool(set(_words(addressed.last)) & set(_words(_name(greeted))))


def _named_above(letter: Letter, greeted: Mention) -> bool:
    """Whether a line such as "To be opened only by: Mr Piers Angove" names the person, over an address without one."""
    private = {word for line in letter.part_lines(Part.PRIVATE) for word in _words(line.text)}
    address = {word for line in letter.part_lines(Part.ADDRESS) for word in _words(line.text)}
    return bool(private) and set(_words(_name(greeted))) <= private - address


def _title(mention: Mention) -> str:
    title = (mention.title or "").casefold().rstrip(".")
    return _ALIKE.get(title, title)


def _right_greeting(addressed: Mention, greeted: Mention) -> str:
    if greeted.title is None and greeted.first is None:
        return addressed.first or addressed.text
    return f"{addressed.title or greeted.title or ''} {addressed.last}".strip()
