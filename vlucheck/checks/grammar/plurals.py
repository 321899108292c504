"""A noun in its sentence → whether it stands for one or for several, where that is beyond doubt."""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_EITHER = word_set(
    "police staff team family jury government couple group majority number lot rest half data media panel unit board "
    "public crowd gang bench company firm council committee press office army force service class band percentage "
    "minority pair range variety series means news headquarters politics whole part proportion third quarter none "
    "any some all most more much enough plenty what crew union party department agency organisation club "
    "charity body authority parliament ministry audience community society population percent cent total mob bulk "
    "remainder cps defence prosecution opposition management "
    "court home handful host set string dozen hundred thousand million bunch either enemy "
    "kind sort type victim counsel offspring fish deer sheep aircraft shambles works premises thanks "
    "summons analysis basis crisis lens bus gas focus status virus bonus process census species bias following debris "
    "mass campus m bn k duo trio quartet clutch maths telecoms "
    "proceedings barracks crossroads gallows mathematics physics ethics statistics economics athletics measles"
)
_ILLNESSES = word_set("diabetes hives measles mumps rabies herpes shingles rickets aids dementia")
_MEASURES = word_set(
    "year month week day hour minute second mile metre pound penny kilometre gram kilo litre percent time night pence "
    "point foot inch yard"
)
_ORDER = word_set("first second third fourth last next latest earliest only")
_PARTS = word_set("all most some many both several few")


def number_of(noun: "Token") -> bool | None:
    """Whether the noun stands for several, False for one, None where that is open."""
    counted_off = noun.lower_ == "number" and any(child.lower_ == "a" for child in noun.children)
    if counted_off and any(t.tag_ == "NNS" for child in noun.children if child.lower_ == "of" for t in child.children):
        return True  # "a number of the messages"
    if noun.lower_ == "number" and any(child.lower_ == "the" for child in noun.children):
        return False
    if noun.lower_ == "news":
        return False
    if any(letter.isdigit() for letter in noun.text):
        return None  # "the first £2bn of savings"
    if noun.nbor().lower_ == "of" and (several := picked_from(noun)) is not None:
        return several
    if (
        noun.lower_ in _EITHER | _ILLNESSES
        or noun.nbor().text[:1].isupper()
        or noun.lemma_.lower() in _EITHER
        or noun.ent_type_ == "PERSON"
        or (noun.text[:1].isupper() and not begins(noun))
    ):
        return None
    counted = noun.tag_ == "VBZ" and any(word.like_num for word in noun.doc[noun.left_edge.i : noun.i])
    if (noun.tag_ == "NNS" or counted) and noun.lower_.endswith(("s", "children", "people", "men")):
        return None if is_amount(noun) else True
    if noun.tag_ == "NN" and any(child.dep_ in ("det", "poss") for child in noun.children):
        first = min(noun.children, key=lambda child: child.i)
        return (
            None if first.lower_ in ("these", "those", "all", "both", "no", "two", "a") and is_amount(noun) else False
        )
    return None


def begins(word: "Token") -> bool:
    """Whether it is the sentence's first word, behind the number of its paragraph: "(6) Enquiries"."""
    return not any(token.is_alpha for token in word.doc[word.sent.start : word.i])


def picked_from(word: "Token") -> bool | None:
    """ "the two of us" and "all of the letters" are several, "the first of the letters" is one."""
    theirs = [t for child in word.children if child.lower_ == "of" for t in child.children if t.dep_ == "pobj"]
    many = bool(theirs) and (theirs[0].tag_ == "NNS" or theirs[0].lower_ in ("us", "you", "them"))
    if not many or any(child.tag_ == "CC" for child in theirs[0].children):
        return None
    if word.lower_ in _PARTS:
        return None if theirs[0].tag_ != "NNS" or is_amount(theirs[0]) or theirs[0].lemma_.lower() in _EITHER else True
    led = any(child.lower_ in ("the", "those", "these") for child in word.children)
    if led and word.tag_ == "CD" and word.lower_ != "one":
        return True
    return False if led and word.lower_ in _ORDER and word.tag_ in ("JJ", "RB", "NN") else None


def is_amount(noun: "Token") -> bool:
    """Whether it is so much of something ("two years is a long time")."""
    measured = noun.lemma_.lower() in _MEASURES
    first = noun.left_edge.lower_
    owned = first in ("these", "those", "my", "your", "our", "his", "her", "their", "whose")
    if owned or (noun.lower_ == "times" and first == "the"):
        return measured and any(child.like_num for child in noun.children)
    return measured or any(child.dep_ == "nummod" and child.like_num and measured for child in noun.children)
