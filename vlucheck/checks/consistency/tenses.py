"""Days beside verbs → a day to come beside what is told as past, and a past day beside what "will" happen."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.timing import events_past_and_to_come
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter, Sentence
from vlucheck.letter.wordlists import PLANNING_VERBS, TELLING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_INCIDENT = re.compile(
    r"\b(?:death|assault|attack|incident|burglary|robbery|collision|theft|stabbing|fire|crash|murder|killing|accident"
    r"|break-in|what happened|stolen|taken|hurt|injured|loss of your \w+)\b[^.;:]{0,90}? on (?:the )?"
    r"(?:(?:night|evening|morning|afternoon|day) of (?:the )?)?$"
)
_NOT_YET = re.compile(r"\b(?:hearing|trial|inquest|will|would|be held|listed|court|meeting|until|review|sentenc\w+)\b")
_STILL_TO_COME = re.compile(  # "was taken into hospital and is due back on"
    r"\b(?:is|are|will|shall|must|should|can|has to|have to) (?:now |also |not )?"
    r"(?:due|expected|back|to be|to|be|return\w*)\b"
    r"(?: (?!and\b|but\b)[\w']+){0,4} on (?:the )?$"
)
_ON = re.compile(r"\bon (?:the )?(?:(?:night|evening|morning|afternoon|day) of (?:the )?)?$")
_LONG_AGO = 4 * 365  # days: what lies further back is history, and may be told as if it were now
_NEAR = 30  # days: a day further ahead that has no year may be one of the year before
_OF_AN_OFFENCE = frozenset({"charge", "prosecute", "accuse", "convict", "face"})  # the day is that of the offence
_AT_EVENT = re.compile(
    r"\b(?P<at>at|in|during) (?:the|your|that|this|our|his|her|their) (?:[\w'-]+ ){0,2}(?:hearing|trial|meeting"
    r"|interview|sentencing|appointment|inquest|visit|call) (?:at [\w' -]{3,40} )?on (?:the )?$"
)
_COURT_VERBS = frozenset(
    {
        "sentence",
        "hear",
        "begin",
        "start",
        "try",
        "take",
        "appear",
        "attend",
        "come",
        "hold",
        "meet",
        "open",
        "resume",
        "return",
        "go",
    }
)
_HELD = frozenset(
    ("trial", "hearing", "case", "inquest", "court", "judge", "jury", "defendant", "suspect", "meeting", "sentencing")
)
# "tried for the robbery on 9 May", "plead guilty to theft on 9 May": the day is that of the offence
_OF_WHAT_HE_DID = re.compile(
    r"\b(?:for|with|over|about|of|guilty to)\b (?!the (?:first|last|second) time)[^,;]{3,80} on (?:the )?$"
)
_ASKING = frozenset({"tell", "ask", "summon", "require", "call", "order", "warn", "invite", "need", "expect"})
_BY = re.compile(r"\b(?:by|before|on|until) (?:the end of )?$")


def days_past_and_to_come(letter: Letter) -> Iterator[Clash]:
    """Yield each day that does not go with the words beside it, once: by its wording, or by the verb it belongs to."""
    told = list(events_past_and_to_come(letter))
    yield from told
    yield from (clash for clash in _against_verbs(letter) if all(clash.span != each.span for each in told))


def _against_verbs(letter: Letter) -> Iterator[Clash]:
    """Each day after the letter's beside a verb in the past, and each before it beside "will" or "please"."""
    for mention in letter.dates:
        sentence = letter.sentence_at(mention.span.start)
        if letter.date is None or mention.date is None or sentence is None or '"' in _words(letter, sentence.span):
            continue
        ahead = (mention.date - letter.date).days
        near = mention.year_given or ahead <= _NEAR
        if (
            ahead > 0
            and near
            and (_is_told_as_past(letter, sentence, mention) or _happened_at(letter, sentence, mention))
        ):
            yield _clash(letter, mention, "after")
        elif -_LONG_AGO < ahead < 0 and (
            _is_still_to_come(letter, sentence, mention) or _is_due(letter, sentence, mention)
        ):
            yield _clash(letter, mention, "before")


def _clash(letter: Letter, mention: DateMention, order: str) -> Clash:
    own = next((m.span for m in letter.dates if m.date == letter.date), None)
    return Clash(mention.span, own, {"order": order}, unsure=None if mention.year_given else Confidence.MEDIUM)


def _is_told_as_past(letter: Letter, sentence: Sentence, mention: DateMention) -> bool:
    before = letter.folded[sentence.span.start : mention.span.start]
    if _STILL_TO_COME.search(before):
        return False
    if _INCIDENT.search(before) and not _NOT_YET.search(_words(letter, sentence.span)):
        return True
    verb = _verb_of(sentence, mention)
    if verb is None or not _ON.search(before) or verb.lemma_.lower() in PLANNING_VERBS:
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ in ("MD", "TO") for child in auxiliaries):
        return False
    past = verb.tag_ == "VBD" or any(child.tag_ in ("VBD", "VBZ", "VBP") for child in auxiliaries)
    did = any(child.lower_ == "did" for child in auxiliaries)
    return past and (did or verb.tag_ in ("VBD", "VBN")) and not _hangs_on_a_plan(verb)


def _happened_at(letter: Letter, sentence: Sentence, mention: DateMention) -> bool:
    """Whether something is told as done at the event of that day: "he was rude at the hearing on 20 July"."""
    found = _AT_EVENT.search(letter.folded[sentence.span.start : mention.span.start])
    if found is None:
        return False
    place = sentence.span.start + found.start("at")
    at = next((t for t in sentence.parse if t.idx + sentence.offset == place), None)
    verb = (
        next((t for t in (at.head, *at.head.ancestors) if t.pos_ in ("VERB", "AUX")), None) if at is not None else None
    )
    if (
        verb is None
        or verb.pos_ not in ("VERB", "AUX")
        or (verb.lemma_.lower() in PLANNING_VERBS and not _says_how(verb))
    ):
        return False
    had = any(child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.children if child.dep_ in ("aux", "auxpass"))
    plan = any(child.tag_ in ("MD", "TO") for child in verb.children)
    return (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and had)) and not plan and not _hangs_on_a_plan(verb)


def _says_how(verb: "Token") -> bool:
    """Whether it tells how somebody was: "he was rude", not "she was due"."""
    how = [child.lower_ for child in verb.children if child.dep_ == "acomp"]
    return (
        verb.lemma_.lower() == "be" and bool(how) and not set(how) & {"due", "able", "ready", "free", "likely", "open"}
    )


def _is_due(letter: Letter, sentence: Sentence, mention: DateMention) -> bool:
    """Whether the words say that it is still to be: "when he is sentenced on", "he has been told to "
    "come to court on"."""
    before = letter.folded[sentence.span.start : mention.span.start]
    verb = _verb_of(sentence, mention)
    if verb is None or not _BY.search(before) or verb.lemma_.lower() not in _COURT_VERBS:
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "TO" for child in auxiliaries):
        asked = [child.lower_ for child in verb.head.children if child.dep_ in ("aux", "auxpass")]
        return (
            verb.head.lemma_.lower() in _ASKING
            and bool({"is", "are", "has", "have"} & set(asked))
            and "had" not in asked
        )
    if not auxiliaries and not _is_of_the_case(verb):
        return False
    present = [child.lower_ for child in auxiliaries] or [verb.lower_] * (verb.tag_ in ("VBZ", "VBP"))
    return (
        bool(present)
        and set(present) <= {"is", "are", "being", verb.lower_}
        and verb.tag_ in ("VBN", "VBG", "VBZ", "VBP")
    )


def _is_of_the_case(verb: "Token") -> bool:
    """Whether a person, or what is held in court, does it: "the recording begins on 3 May" tells what it shows."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(
        each.pos_ in ("PROPN", "PRON") or each.lemma_.lower() in _HELD or each.ent_type_ == "PERSON"
        for each in subjects
    )


def _hangs_on_a_plan(verb: "Token") -> bool:
    """Whether the verb stands in what somebody announced or feared: "the court said that …", "if he had …"."""
    conditional = any(child.lower_ in ("if", "unless", "until", "once", "when") for child in verb.children)
    return conditional or any(each.lower_ in ("will", "would") for parent in verb.ancestors for each in parent.children)


def _is_still_to_come(letter: Letter, sentence: Sentence, mention: DateMention) -> bool:
    before = letter.folded[sentence.span.start : mention.span.start]
    verb = _verb_of(sentence, mention)
    if verb is None or not _BY.search(before) or (verb.lemma_.lower() in _OF_AN_OFFENCE and " by " not in before[-18:]):
        return False
    if _OF_WHAT_HE_DID.search(letter.folded[verb.idx + sentence.offset : mention.span.start]):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    will = helpers & {"will", "shall", "'ll"} and "have" not in helpers
    please = (
        verb.tag_ in ("VB", "VBP")
        and any(child.lower_ == "please" for child in verb.children)
        and " by " in before[-18:]
    )
    told = any(parent.lemma_.lower() in TELLING_VERBS and parent.tag_ in ("VBD", "VBN") for parent in verb.ancestors)
    return bool(will or please) and not told


def _verb_of(sentence: Sentence, mention: DateMention) -> "Token | None":
    """The verb that the day belongs to, if the way up to it leads over prepositions alone."""
    inside = [t for t in sentence.parse if mention.span.start <= t.idx + sentence.offset < mention.span.end]
    if not inside:
        return None
    places = {t.i for t in inside}
    if re.fullmatch(r"\W*on (?:the )?", sentence.text[: mention.span.start - sentence.span.start].lower()):
        return sentence.parse.root if sentence.parse.root.pos_ in ("VERB", "AUX") else None
    token = next((t for t in inside if t.head.i not in places), inside[0])
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.pos_ not in ("ADP", "NUM", "PROPN", "ADV") and token.i not in places and not _is_a_place(token):
            return None
    return None


def _is_a_place(token: "Token") -> bool:
    """Whether the noun only says where: "in a shop on 11 May"."""
    return (
        token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "outside", "near", "from")
    )


def _words(letter: Letter, span: Span) -> str:
    return letter.folded[span.start : span.end]
