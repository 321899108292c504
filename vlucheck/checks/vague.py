"""Words where a fact is owed → a day for the reply that is none, "get in touch" without a way, "you withdrew"."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.outdated import Place
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Line, Part

_REPLY = re.compile(
    r"\b(?:repl(?:y|ies)|answers?|respon(?:se|d)|write|written|hear|here from|contact(?:ed)?|in touch|notified"
    r"|told|informed"
    r"|advised|outcome|result|update|sent)\b"
)
_NO_DAY = re.compile(
    r"\b(?:in due course|shortly|in the near future|as soon as (?:possible|practicable|(?:i|we) (?:can|am able"
    r"|are able))"
    r"|at the earliest opportunity|before (?:too )?long|soon)\b"
)
_TO_COME = re.compile(r"\b(?:will|shall|'ll|aim to|hope to|intend to|expect to|going to|in due course)\b")
_WITHIN = re.compile(
    r"\bwithin (?:\w+[ -]){1,3}?(?:working |calendar )?(?:days?|weeks?|month)\b|\btomorrow\b|\bnext week\b"
)
_OTHERS = re.compile(
    r"\b(?:the police|the court|victim support|counsellor|witness care)\b[^.;]{0,20}\bwill\b|\bif you\b"
)
_COURT = re.compile(r"\b(?:trial|hearing|court|magistrates)\b")
_GET_IN_TOUCH = re.compile(
    r"\b(?:please |do |please do )(?:get in touch|contact (?:us|me|this office|the office|the unit|our office)"
    r"|give (?:us|me) "
    r"a (?:ring|call)|ring (?:us|me)|call (?:us|me))\b|\bgive (?:us|me) a (?:ring|call)\b"
)
_WAY = re.compile(
    r"\b0\d[\d ]{7,}\d\b|[\w.+-]+@[\w-]+\.|\bmy (?:number|address)\b|\b(?:above|overleaf|below)\b|\b0\d{2,4} \d{3}"
)
_WITHDREW = re.compile(
    r"\byou (?:had |have |then |later |had since |have since |have now )?(?:withdrew|withdrawn|retracted)\b"
    r"|\byour (?:own )?(?:withdrawal|retraction)\b|\byou no longer (?:wish|want)(?:ed)? to (?:support"
    r"|give evidence|go on"
    r"|take part|come to court|help the prosecution)\b|\byou (?:had |have )?(?:refused|declined) to give evidence\b"
)
_WITHDREW_NOT = re.compile(r"\b(?:did not|not|never|whether|if|asked|complaint|request for|say|said)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:witness|neighbour|friend|colleague|bystander|passenger|customer|(?:mr|mrs|ms|miss) [\w'-]+)\b(?: \w+){0,6}? "
    r"(?:withdrew|has withdrawn|had withdrawn|(?:would|will) not give evidence|(?:was|is) (?:not|no longer) willing"
    r"|no longer (?:wished|wanted|wishes|wants) to|refused to give evidence)"
    r"|\b(?:he|she|they) (?:has |have |had )?(?:now |since |then )?(?:would not|will not|(?:was|were|is"
    r"|are) (?:not|no longer)"
    r" (?:willing|able|prepared) to|no longer (?:wished|wanted|wishes|wants) to|did not (?:wish|want) to|decided not to"
    r"|refused to) (?:come to court|give (?:his |her |their )?evidence|be a witness|testify|take part)\b"
    r"|\b(?:he|she|they) (?:has |have |had )?(?:now |since |then )?(?:withdrew|withdrawn) (?:his|her"
    r"|their) (?:statement"
    r"|evidence|support)\b"
)
_SUPPORT = re.compile(
    r"\b(?:withdr\w+|retract\w*|your support for the (?:case|prosecution)|no longer (?:wish|want|support)\w*)\b"
)


def replies_without_day(reading: Reading) -> Iterator[Place]:
    """The words that put off the reply ("in due course") in a letter that gives no day for it anywhere."""
    letter = reading.letter
    vague: list[Span] = []
    for sentence in letter.sentences:
        folded = letter.folded[sentence.span.start : sentence.span.end]
        if not _TO_COME.search(folded):
            continue
        later = (d.date for d in letter.dates if sentence.span.covers(d.span))
        given = _WITHIN.search(folded) or any(day and letter.date and day >= letter.date for day in later)
        if given and not _COURT.search(folded):
            return
        found = _NO_DAY.search(folded)
        if found and _REPLY.search(folded) and not _OTHERS.search(folded):
            vague.append(Span(sentence.span.start + found.start(), sentence.span.start + found.end()))
    yield from (Place(span) for span in vague[:1])


def touch_without_way(reading: Reading) -> Iterator[Place]:
    """ "Please get in touch" where the letter below its greeting has no number and no address."""
    letter = reading.letter
    if any(_WAY.search(letter.folded[line.span.start : line.span.end]) for line in _below_greeting(letter)):
        return
    for sentence in letter.sentences:
        found = _GET_IN_TOUCH.search(letter.folded, sentence.span.start, sentence.span.end)
        if found:
            yield Place(Span(*found.span()))
            return


def _below_greeting(letter: Letter) -> tuple[Line, ...]:
    text = (Part.SUBJECT, Part.HEADING, Part.BODY)
    parts = (*text, Part.SIGN_OFF, Part.SIGNATURE, Part.ENCLOSURES, Part.FOOTNOTE, Part.FOOTER)
    return letter.part_lines(*parts)


def victim_withdrew(reading: Reading) -> bool:
    """Whether the victim withdrew: by the case file, or by what the letter tells, unless it says so by mistake where a
    witness did."""
    if "victim-withdrew" in reading.known:
        return reading.known["victim-withdrew"]
    mistaken = {place.span for place in withdrawal_from_nowhere(reading)}
    return any(unit.span not in mistaken for unit in reading.facts["victim-withdrew"])


def withdrawal_from_nowhere(reading: Reading) -> Iterator[Place]:
    """ "You withdrew" where it was a witness who did, or in a review that tells of it nowhere else."""
    letter = reading.letter
    said = [(s, letter.folded[s.span.start : s.span.end]) for s in letter.sentences]
    claims = [
        (s, words) for s, words in said if (m := _WITHDREW.search(words)) and not _WITHDREW_NOT.search(words[: m.end()])
    ]
    if len(claims) != 1:
        return
    sentence, _ = claims[0]
    others = [(s, words) for s, words in said if s is not sentence]
    someone = next((s.span for s, words in others if _SOMEBODY_ELSE.search(words)), None)
    review = letter.type.type in ("vrr-local-resolution", "vrr-independent-review")
    if someone is not None or (review and not any(_SUPPORT.search(words) for _, words in others)):
        yield Place(sentence.span, also=someone)
