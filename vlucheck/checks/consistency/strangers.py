"""A name that stands once, where only the accused or the reader can be meant → somebody of another case."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.cast import accused_of, in_body, stands_as_accused
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced, speaks_of_two_people
from vlucheck.checks.consistency.spelling import bare, nearly_same
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Mention, Person, Role, Sentence, fold

_OFTEN = 2
_INITIAL = 2
_ADDRESSED = re.compile(
    r"(?:(?P<open>^\W*)|(?P<before>[\w'’]+),? )(?P<name>(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+)"
    r"(?P<after>,|[.!?]$)"
)
_SPOKEN_TO = re.compile(r" (?:you|i|we|please|thank|it|that|for|this)\b")
_BEGINS = re.compile(r" (?:you|i|we|please|thank)\b")
_THANKS = re.compile(r"\b(?:sorry|thank you|thanks|apologise|regret|again|indeed|please)$")
_THINGS = frozenset(
    [
        "turn",
        "point",
        "question",
        "letter",
        "complaint",
        "request",
        "reply",
        "answer",
        "case",
        "decision",
        "news",
        "call",
        "concern",
        "word",
        "help",
        "time",
        "day",
    ]
)
_THOUGHT_OF = re.compile(
    r"\byou (?:think|thought|believe|believed|say|said|told|asked|suspect\w*|wonder\w*|fear\w*)\b"
    r"|\b(?:another|separate|different) case\b"
    r"|\b(?:once|earlier|before|years ago|previously|also|as well)\b"
)
_RELATED = re.compile(
    r"\b(?:brothers?|sons?|father|uncle|cousins?|nephew|sisters?|daughters?|mother|aunt|niece|wife|husband|family|relatives?"
    r"|both|two (?:men|women|people|boys|defendants|suspects)|the (?:men|women|pair|couple|defendants|suspects))\b"
)
_WHO_IT_IS = re.compile(
    r"\b(?:colleague|prosecutor|lawyer|barrister|advocate|solicitor|officer|inspector|sergeant|constable|manager|clerk"
    r"|secretary|assistant|doctor|expert|judge|witness|neighbour|friend|son|daughter|brother|sister|husband|wife|mother"
    r"|father|partner|named|called|is|was|man|woman|teacher|nurse|carer|landlord|landlady|tenant|boss|by|from|with|and|or|against|to|of|about|for|than"
    r"|told|asked|met|saw|rang|called|like|[\w]+(?:er|or|ist|ant|ent|man|woman))$"
)


def accused_from_nowhere(letter: Letter) -> Iterator[Clash]:
    """Yield a name with a title and nothing else that is accused once, in a letter about somebody else."""
    people = accused_of(letter)
    yield from _by_first_name(letter)
    yield from _by_last_name(letter)
    yield from _taken_for_accused(letter)
    known = [p for p in people if len(p.mentions) >= _OFTEN and any(m.first for m in p.mentions)]
    rare = [p for p in people if len(p.mentions) == 1 and p.first is None and p.title]
    if not known or len(rare) != 1 or len(people) != len(known) + len(rare) or speaks_of_two_people(letter):
        return
    mention = rare[0].mentions[0]
    if not list(in_body(rare[0])) or not stands_as_accused(letter, mention) or is_introduced(letter, mention):
        return
    if not _is_like(rare[0], (*known, *(p for p in letter.people if p.role is Role.RECIPIENT))):
        usual = next((m for m in known[0].mentions if stands_as_accused(letter, m)), known[0].mentions[0])
        yield Clash(mention.span, usual.span, unsure=Confidence.MEDIUM if len(known) > 1 else None)


def _by_first_name(letter: Letter) -> Iterator[Clash]:
    """The accused's first name with another last name, once and by itself: "Gary Twist" where it is Gary Turner."""
    for accused, person, mention in _named_once(letter):
        same = person.first and len(person.first) > _INITIAL and bare(person.first) == bare(accused.first or "")
        if same and person.title in (None, accused.title) and not _is_like(person, (accused,)):
            yield _clash(mention, accused)


def _by_last_name(letter: Letter) -> Iterator[Clash]:
    """The accused's last name with another first name, once, in a letter without relatives: "Mr Darren Marsh" where it
    is Mr Dean Marsh."""
    if _RELATED.search(letter.folded):
        return
    for accused, person, mention in _named_once(letter):
        same = bare(person.last) == bare(accused.last) and person.title == accused.title is not None
        if same and person.first and bare(person.first)[:1] == bare(accused.first or "")[:1]:
            yield _clash(mention, accused)


def _taken_for_accused(letter: Letter) -> Iterator[Clash]:
    """Somebody with a title and no more, named once, who is said to have done it, in a letter about one accused: "we
    cannot prove that Mr Gibson did it"."""
    readers = tuple(p for p in letter.people if p.role is Role.RECIPIENT)
    if len(accused_of(letter)) != 1:
        return
    for accused, person, mention in _named_once(letter):
        if person.role is not Role.OTHER or not person.title or person.first or _is_like(person, (accused, *readers)):
            continue
        sentence = letter.sentence_at(mention.span.start)
        words = letter.folded[sentence.span.start : sentence.span.end] if sentence else ""
        if stands_as_accused(letter, mention) and '"' not in words and not _THOUGHT_OF.search(words):
            yield _clash(mention, accused)


def _named_once(letter: Letter) -> Iterator[tuple[Person, Person, Mention]]:
    """The one accused of the letter with a first name, and each other person whom it names once, in the body, without
    saying who that is."""
    accused = [p for p in accused_of(letter) if len(p.mentions) >= _OFTEN and p.first]
    if len(accused) != 1 or speaks_of_two_people(letter):
        return
    for person in (p for p in letter.people if p.role in (Role.OTHER, Role.DEFENDANT) and p is not accused[0]):
        mention = person.mentions[0]
        if len(person.mentions) == 1 and list(in_body(person)) and not _is_told_who(letter, mention):
            yield accused[0], person, mention


def _clash(mention: Mention, accused: Person) -> Clash:
    return Clash(mention.span, next(m for m in accused.mentions if m.first).span, unsure=Confidence.MEDIUM)


def _is_told_who(letter: Letter, mention: Mention) -> bool:
    """Whether the words beside the name say who that is; "it was" before it takes it for known."""
    taken_for_known = re.search(r"\b(?:it|that|he|she) (?:was|is) $", letter.folded[: mention.span.start][-20:])
    return taken_for_known is None and is_introduced(letter, mention)


def _is_like(person: Person, others: tuple[Person, ...]) -> bool:
    """A slip for a name of the letter, or a relative's name, is told by other rules or by none."""
    return any(bare(person.last) == bare(o.last) or nearly_same(person.last, o.last) for o in others)


def strangers_addressed(letter: Letter) -> Iterator[Clash]:
    """Yield the name of somebody else where the reader is spoken to: "I am sorry, Mr Farrow, that you had to wait"."""
    reader = letter.recipient
    if reader is None:
        return
    known = {bare(m.last) for p in letter.people for m in p.mentions if p.role is not Role.OTHER}
    for sentence in letter.sentences:
        words = letter.text[sentence.span.start : sentence.span.end].rstrip()
        for found in _ADDRESSED.finditer(words):
            last = bare(found["name"].split()[-1])
            near = any(nearly_same(last, bare(m.last)) for m in reader.mentions)
            elsewhere = sum(1 for _ in re.finditer(rf"\b{re.escape(last)}\b", letter.folded)) > 1
            if last in known or near or elsewhere or '"' in fold(words) or not _is_spoken_to(words, found):
                continue
            if found["after"] != "," and _is_apposed(sentence, sentence.span.start + found.start("name")):
                continue
            start = sentence.span.start + found.start("name")
            yield Clash(Span(start, start + len(found["name"])), reader.mentions[0].span)


def _is_apposed(sentence: Sentence, start: int) -> bool:
    """Whether the grammar takes the name to say who a person is that stands before it: "your landlord, Mr Abiola"."""
    tokens = [t for t in sentence.parse if t.idx + sentence.offset == start]
    name = (
        next((t for t in (tokens[0], *tokens[0].ancestors) if t.dep_ not in ("compound", "nmod")), None)
        if tokens
        else None
    )
    return name is None or (
        name.dep_ in ("appos", "attr", "nsubj") and name.head.pos_ != "PRON" and name.head.lemma_.lower() not in _THINGS
    )


def _is_spoken_to(words: str, found: re.Match[str]) -> bool:
    """Whether the name is set apart by commas, the reader is spoken to, and no word beside it says who somebody is."""
    before, after = fold(words[: found.start("name")]).rstrip(), fold(words[found.end() :])
    if found["open"] is not None:
        return found["after"] == "," and _BEGINS.match(after) is not None
    if not before.endswith(","):
        return False
    lead = before.rstrip(", ")
    if found["after"] == ",":
        return _THANKS.search(lead) is not None and _SPOKEN_TO.match(after) is not None
    return re.search(r"\byou(?:r|rs|rself)?\b", lead) is not None and _WHO_IT_IS.search(lead) is None
