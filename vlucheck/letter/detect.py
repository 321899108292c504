"""Sentences and the types' clues → the letter type, how sure, the next likely one, and the sentences that decided.

A signal is something the letter says (in the words of `rules/letter-types.yaml`); a clue gives a type points for one
signal, or for several together. A trained model, to which the letter's words and its signals are known, gives points
too. Points become shares as in a softmax.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vlucheck.document import Span
from vlucheck.letter.dates import find_dates
from vlucheck.letter.knowledge import DAYS_AGO, WEEKS_AGO, Clue, Knowledge, LetterType, Signal
from vlucheck.letter.model import Line, Part, Sentence, TypeGuess, fold
from vlucheck.linear import character_marks, word_marks

OPENING_PARAGRAPHS = 3
_EVIDENCE = 4
_SIGNAL_COUNT = 5  # a signal is one mark among thousands of words: it counts as if it were said several times
# What a letter expert's clues and the trained model count. 0.2 was chosen on letters new to both; at 0.3 two good
# letters that had been read come right, and the 511 labelled ones stay as they are.
CLUE_SHARE = 0.3
MODEL_SHARE = 1.0
SURENESS = 1.5  # a point more, in the odds: with it the share is how often the type is right on hands new to the model
_FRESH_DAYS, _AGED_DAYS, _LONG_AGO_DAYS = 12, 19, 120  # a receipt is due in 3 working days, a reply in 20
_ENOUGH_WORDS = 40  # fewer words without a clue tell the model nothing

Found = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, heading or line with where it stands: "head", "subject", "opening" or "body"."""

    span: Span
    folded: str
    places: frozenset[str]


def detect_type(
    lines: Sequence[Line], sentences: Sequence[Sentence], knowledge: Knowledge, written: date | None = None
) -> TypeGuess:
    """Return the likeliest letter type; `confidence` is its share of the points, from 0 to 1.

    `sentences` are the headings and the sentences of the body; letterhead and signature are read from the lines;
    `written` is the day on which the letter was written.
    """
    found = find_signals(lines, sentences, knowledge)
    found |= _age_of_complaint(found, sentences, written)
    points = _all_points(found, sentences, knowledge)
    ranked = sorted(points, key=lambda type_id: -points[type_id])
    shares = [math.exp(SURENESS * (points[type_id] - points[ranked[0]])) for type_id in ranked]
    best = next(kind for kind in knowledge.types if kind.id == ranked[0])
    runner_up = ranked[1] if len(ranked) > 1 else None
    told = _evidence(best, found)
    known = 1.0 if told else min(1.0, sum(len(each.text.split()) for each in sentences) / _ENOUGH_WORDS)
    confidence = round(known * shares[0] / sum(shares), 3)
    return TypeGuess(best.id, "detected", confidence, runner_up, told or _likest(sentences, ranked, knowledge))


def type_marks(sentences: Sequence[Sentence], found: Found) -> Iterator[str]:
    """What the trained model sees of a letter: its words, those of its opening apart, and its signals."""
    units = [_unit(sentence) for sentence in sentences]
    body = " . ".join(unit.folded for unit in units)
    yield from word_marks(body)
    yield from character_marks(body)
    yield from word_marks(" . ".join(unit.folded for unit in units if "opening" in unit.places), "opening:")
    for name in found.keys() - {DAYS_AGO, WEEKS_AGO}:
        yield from (f"signal:{name}",) * _SIGNAL_COUNT


def _all_points(found: Found, sentences: Sequence[Sentence], knowledge: Knowledge) -> Mapping[str, float]:
    points = type_points(found, knowledge)
    if knowledge.type_model is None:
        return points
    model = knowledge.type_model.points(type_marks(sentences, found))
    return {name: CLUE_SHARE * points[name] + MODEL_SHARE * model.get(name, 0.0) for name in points}


def _likest(sentences: Sequence[Sentence], ranked: Sequence[str], knowledge: Knowledge) -> tuple[Span, ...]:
    """The sentence that tells the likeliest type best from the next, for a letter in which no clue of it was found."""
    model = knowledge.type_model
    if model is None or not sentences or len(ranked) < 2:
        return ()

    def lead(sentence: Sentence) -> float:
        points = model.points(word_marks(fold(sentence.text)))
        return points.get(ranked[0], 0.0) - points.get(ranked[1], 0.0)

    return (max(sentences, key=lead).span,)


def find_signals(
    lines: Sequence[Line], sentences: Sequence[Sentence], knowledge: Knowledge
) -> dict[str, tuple[Span, ...]]:
    """Return the places of every signal that the letter gives, under its name and under "name@place"."""
    units = [*_head_units(lines), *(_unit(sentence) for sentence in sentences)]
    found: dict[str, tuple[Span, ...]] = {}
    for signal in knowledge.signals:
        for unit in units:
            if _says(signal, unit):
                for key in (signal.name, *(f"{signal.name}@{place}" for place in unit.places)):
                    found[key] = (*found.get(key, ()), unit.span)
    return found


def _age_of_complaint(found: Found, sentences: Sequence[Sentence], written: date | None) -> dict[str, tuple[Span, ...]]:
    """The signal that the complaint came some days ago, as for an acknowledgement, or some weeks ago, when a reply is
    due or late: from the day that a sentence about its coming names."""
    if written is None:
        return {}
    told = set(found.get("complaint-sent", ()))
    came = {
        each.span: min((written - on).days for on in days)
        for each in sentences
        if each.span in told and (days := _days_before(each.text, written))
    }
    if not came:
        return {}
    latest = min(came, key=lambda span: came[span])
    if came[latest] <= _FRESH_DAYS:
        return {DAYS_AGO: (latest,)}
    return {WEEKS_AGO: (latest,)} if _AGED_DAYS <= came[latest] <= _LONG_AGO_DAYS else {}


def _days_before(text: str, written: date) -> list[date]:
    return [found.date for found in find_dates(text, written) if found.date is not None and found.date <= written]


def type_points(found: Found, knowledge: Knowledge) -> dict[str, float]:
    """Return the points of every type."""
    return {kind.id: sum(clue.weight for clue in kind.clues if _holds(clue, found)) for kind in knowledge.types}


def _head_units(lines: Sequence[Line]) -> list[_Unit]:
    """Letterhead, signature and reference lines, which may say what the letter is about ("Your complaint, ref. 12")."""
    places = {Part.LETTERHEAD: {"head"}, Part.SIGNATURE: {"head"}, Part.REFERENCE: {"subject", "opening"}}
    return [_Unit(line.span, fold(line.text), frozenset(places[line.part])) for line in lines if line.part in places]


def _unit(sentence: Sentence) -> _Unit:
    places = {"body"}
    if sentence.part is Part.SUBJECT:
        places = {"subject", "opening"}
    elif 1 <= sentence.paragraph <= OPENING_PARAGRAPHS:
        places = {"opening", "body"}
    return _Unit(sentence.span, fold(sentence.text), frozenset(places))


def _says(signal: Signal, unit: _Unit) -> bool:
    wrong_place = "head" in unit.places if signal.where is None else signal.where not in unit.places
    if wrong_place or signal.says.search(unit.folded) is None:
        return False
    return signal.unless is None or signal.unless.search(unit.folded) is None


def _holds(clue: Clue, found: Found) -> bool:
    return all(name in found for name in clue.all_of) and not any(name in found for name in clue.none_of)


def _evidence(kind: LetterType, found: Found) -> tuple[Span, ...]:
    """The first sentence of each of the weightiest clues that held, in the letter's order."""
    held = sorted(
        (clue for clue in kind.clues if clue.weight > 0 and _holds(clue, found)), key=lambda clue: -clue.weight
    )
    spans = dict.fromkeys(found[name][0] for clue in held for name in clue.all_of)
    return tuple(sorted(list(spans)[:_EVIDENCE]))
