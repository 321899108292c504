"""The parse of a sentence → owners without their apostrophe ("the neighbours camera was off", "the courts record")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

_OWNERS = word_set(
    "officers colleagues prosecutors defendants victims witnesses suspects neighbours managers lawyers solicitors "
    "barristers judges doctors sons daughters mothers fathers brothers sisters husbands wives partners friends "
    "detectives constables sergeants attackers offenders drivers boys girls grandmothers grandfathers uncles aunts "
    "cousins nephews nieces complainants nurses teachers employers landlords tenants customers passengers coroners "
    "courts hospitals councils shops schools banks surgeons carers guards ushers clerks jurors owners dealers tutors "
    "caretakers receptionists interpreters paramedics keepers ambulances vets pharmacists postmen farmers builders "
    "dogs horses cats cars vans lorries employees "
    "workers colleges surgeries companies claimants couples parents families mums dads nans grandads "
    "students pupils boxers players patients clients tourists appellants burglars robbers thieves killers bouncers "
    "cleaners plumbers electricians cashiers assistants advisers counsellors psychologists psychiatrists therapists "
    "pathologists consultants experts specialists dentists translators secretaries directors inspectors "
    "superintendents investigators examiners responders midwives priests vicars councillors editors journalists "
    "reporters pilots soldiers sailors firefighters strangers hosts buyers sellers traders suppliers contractors "
    "operators sweethearts girlfriends boyfriends stepfathers stepmothers stepsons stepdaughters godmothers "
    "flatmates housemates lodgers callers bystanders cyclists motorists pedestrians riders"
)
_NAMES = word_set(
    "code charter unit service services fund commissioner hub team group groups support right rights law bill court "
    "courts room office association meeting evening forum club federation union society register list panel advocate "
    "council network helpline line day liaison care centre entrance compensation surcharge assembly "
    "minister union debate inquiry officer star website site charity parking conference hostel fair trip exchange choir"
)
_GIVING = word_set(
    "give show tell send ask offer lend hand cost owe pay allow deny save buy bring make call consider grant refuse "
    "let promise teach award wish find leave help see hear keep"
)
_PICKING = word_set("one each none neither either some most many all both two three few any half")
_BEING = word_set("is was has says shows does were are have say had will would can could did does")


def lone_owners(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield the owner that lacks its apostrophe, with the thing that is owned."""
    for owner in parse:
        if (
            owner.lower_ not in _OWNERS
            or not owner.text.islower()
            or owner.i + 2 >= parse.end
            or owner.i == parse.start
        ):
            continue
        thing = owner.nbor()
        if thing.tag_ not in ("NN", "NNS") or not thing.text.islower() or thing.lower_ in _NAMES:
            continue
        if _is_led(parse, owner) and (_is_joined(owner, thing) or _is_told_of(owner, thing)):
            yield owner, thing


def _is_led(parse: "Parse", owner: "Token") -> bool:
    """Whether "the", "your" or a number stands in front, and nothing that gives or picks: "gave the officers keys"."""
    first = owner.nbor(-1)
    if first.tag_ in ("CD", "JJ") and first.i > parse.start:
        first = first.nbor(-1)
    if first.tag_ not in ("DT", "PRP$") and owner.nbor(-1).tag_ != "CD":
        return False
    before = [token for token in parse.doc[max(parse.start, first.i - 3) : first.i]]
    asked_for = len(before) > 1 and before[-1].lower_ == "for" and before[-2].lemma_ == "ask"
    if not asked_for and any(token.lemma_.lower() in _GIVING for token in before):
        return False
    return not any(token.lower_ == "of" and token.i and token.nbor(-1).lower_ in _PICKING for token in before)


def _is_joined(owner: "Token", thing: "Token") -> bool:
    """Whether the parse has both as one thing that something is said of or done with."""
    return owner.dep_ == "compound" and owner.head == thing and thing.dep_ not in ("ROOT", "ccomp", "relcl", "advcl")


def _is_told_of(owner: "Token", thing: "Token") -> bool:
    """ "His employers rota says": two subjects side by side, and a verb behind them that goes with the second."""
    after = thing.nbor()
    return owner.dep_ in ("nsubj", "nsubjpass") and after.lower_ in _BEING and thing.head == owner.head
