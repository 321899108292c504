"""The parse of a sentence → verbs with an object that they cannot have ("spoke the officer", "explain him her view").

A small word is missing there, or the person who was told: "Nobody told that the date had changed".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_LONELY = word_set(
    "speak listen look wait reply respond apologise apologize complain consist belong happen rely depend deal appear "
    "arrive come go disagree object"
)
_TAKEN = {  # what such a verb may have all the same
    "speak": word_set("truth word words language mind volume volumes line lines dialect name sense"),
    "wait": word_set("turn chance moment"),
    "go": word_set("way ways distance home mile extra route round rounds"),
    "come": word_set("way home"),
    "deal": word_set("blow card cards hand hands drug drugs"),
    "appear": word_set("part"),
    "look": word_set("part way age picture image length world other it him her them me us you"),
}
_TIMES = word_set(
    "day week month year hour minute second moment night morning evening afternoon weekend time today yesterday "
    "tomorrow while age fortnight spring summer autumn winter mile metre yard foot step pace bit lot deal little"
)
_WRITTEN_TO = word_set(
    "court police officer judge prosecutor manager unit team hospital council lawyer solicitor bank company school "
    "doctor surgery landlord barrister constable sergeant coroner ombudsman minister"
)
_TELLING = word_set("explain describe suggest report mention announce propose admit say repeat confirm state")
_TOLD = word_set("told informed notified assured")  # not "advised": "the doctor has advised that"
_PERSONS = word_set("me you him us them her")
_ASKING = word_set("what how why whether that")
_MET = word_set(
    "contact visit interview support examine represent help ring arrest question assist see meet treat attack push "
    "kick bite follow"
)
_PASSED = word_set("send pass forward report refer")
_OFFENCES = word_set(
    "offence count theft assault robbery burglary harassment stalking rape murder fraud arson affray manslaughter"
)
_MOVING = word_set("go come send take bring return travel appear commit admit transfer remand get")
_PLACES = word_set("court prison hospital jail trial custody")
_TITLES = word_set("mr mrs ms miss dr pc dc ds sergeant inspector judge")


def lone_objects(parse: "Parse") -> Iterator[Pair]:
    """Yield the verb and the last word of the object that it cannot have."""
    for verb in parse:
        if verb.pos_ not in ("VERB", "AUX") or verb.i + 1 >= parse.end:
            continue
        after = verb.nbor()
        if verb.lower_ in _TOLD and after.lower_ == "that" and after.dep_ == "mark" and _is_telling(verb):
            yield next((c for c in verb.children if c.dep_ == "aux"), verb), after
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.i > verb.i), None)
        if verb.lemma_ in _TELLING and after.lower_ in _PERSONS and after.head == verb and (last := _told(verb, after)):
            yield verb, last
        elif thing is None or thing.left_edge.i != after.i or _is_time(thing) or _comes_late(verb, thing):
            continue
        elif thing.pos_ == "ADJ" or (verb.lower_ == "come" and verb.tag_ == "VB"):
            continue  # "looking a little windswept", "come the big day"
        elif _is_odd(verb, thing):
            yield verb, thing


def _comes_late(verb: "Token", thing: "Token") -> bool:
    """Whether the thing is a subject: "there arrived a box", "as he spoke the light of a car came round", "No, replied
    the witness", "now he had apologised the matter should rest"."""
    if (verb.i > verb.sent.start and verb.nbor(-1).text in ",\"”’'?!") or _acts_next(verb, thing):
        return True
    if any(child.lower_ == "there" and child.i < verb.i for child in verb.children):
        return True
    opened = any(child.lower_ in ("as", "while", "when") and child.i < verb.i for child in verb.children)
    last = thing.right_edge
    return opened and last.i + 1 < verb.sent.end and last.nbor().tag_ in ("VBD", "VBZ", "MD")


def _acts_next(verb: "Token", thing: "Token") -> bool:
    """Whether a verb of its own follows the thing right away."""
    after = thing.right_edge.i + 1
    return after < verb.sent.end and verb.doc[after].tag_ in ("MD", "VBZ", "VBD") and verb.doc[after].dep_ != "conj"


def _is_telling(verb: "Token") -> bool:
    """Whether somebody tells, but nobody is told: not "we were told that", "rest assured"."""
    if verb.i and verb.nbor(-1).lower_ == "rest":
        return False
    if verb.dep_ in ("relcl", "acl") or any(child.dep_ in ("dobj", "dative", "auxpass") for child in verb.children):
        return False
    helpers = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    teller = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return teller is not None and not {"been", "be", "being"} & set(helpers)


def _told(verb: "Token", person: "Token") -> "Token | None":
    """The thing told, or the word that opens it: "her decision" of "explain him her decision", "why"."""
    if person.dep_ not in ("dative", "dobj") or person.i + 1 >= person.sent.end:
        return None
    opens = person.nbor()
    if opens.lower_ in _ASKING and opens.tag_ != "DT":
        return opens
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > person.i), None)
    if thing is None or thing.left_edge.i != opens.i or opens.tag_ not in ("DT", "PRP$") or _is_time(thing):
        return None
    return thing


def _is_time(thing: "Token") -> bool:
    """Whether it says how long or when: "waited two hours", "rang the same day"."""
    return thing.lemma_.lower() in _TIMES or thing.tag_ in ("VBG", "WP", "WDT") or thing.ent_type_ in ("DATE", "TIME")


def _is_odd(verb: "Token", thing: "Token") -> bool:
    lemma = verb.lemma_.lower()
    if any(child.dep_ == "auxpass" for child in verb.children):
        return _is_odd_when_done(lemma, thing)
    if lemma in _MOVING and _is_bare_place(thing):
        return True
    if lemma == "write":
        return thing.lemma_.lower() in _WRITTEN_TO and thing.left_edge.i < thing.i and not _has_two(verb)
    if lemma not in _LONELY or {thing.lower_, thing.lemma_.lower()} & _TAKEN.get(lemma, frozenset()) or _has_two(verb):
        return False
    if thing.tag_ in ("NNP", "NNPS") and not _is_person(thing):
        return False
    return thing.left_edge.tag_ in ("DT", "PRP$", "NNP", "NNPS", "PRP") and thing.lower_ not in ("it", "that", "all")


def _is_odd_when_done(lemma: str, thing: "Token") -> bool:
    """ "will be contacted the Unit", "is charged two offences", "was sent prison"."""
    if lemma == "charge":
        return thing.lemma_.lower() in _OFFENCES
    if lemma in _MET:
        return thing.left_edge.tag_ in ("DT", "PRP$", "NNP") and thing.left_edge.lower_ != "that"
    if lemma in _PASSED and thing.lemma_.lower() in _WRITTEN_TO:
        return thing.left_edge.i < thing.i and thing.left_edge.tag_ in ("DT", "PRP$")
    return lemma in _MOVING and _is_bare_place(thing)


def _is_bare_place(thing: "Token") -> bool:
    return thing.lower_ in _PLACES and not any(child.i < thing.i for child in thing.children)


def _is_person(name: "Token") -> bool:
    return any(child.lower_.rstrip(".") in _TITLES for child in name.children)


def _has_two(verb: "Token") -> bool:
    """Whether it has another object, or a small word behind the first that takes the place of the missing one."""
    return any(child.dep_ in ("dative", "prt", "oprd", "ccomp", "xcomp") for child in verb.children)
