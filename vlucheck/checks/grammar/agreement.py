"""The parse of a sentence → verbs whose number does not fit their subject, also over a distance.

Only where the number is beyond doubt: words that go with both ("the team have", "the police is") are left alone.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SINGULAR_FORMS = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"})
PLURAL_FORMS = frozenset({"are", "were", "have", "do"})
_ONE = _words(
    "he she it this that each everyone everybody someone somebody anyone anybody nobody everything something nothing "
    "one another"
)
_SURE = _words("he she it they we you everyone everybody nobody someone somebody who")
_MANY = frozenset({"they", "we", "you", "these", "those", "both", "several"})
_EITHER = _words(
    "police staff team family jury government couple group majority number lot rest half data media panel unit board "
    "public crowd gang bench company firm council committee press office army force service class band percentage "
    "minority pair range variety series means news headquarters politics whole part proportion third quarter none "
    "any some all most more much enough plenty what crew union party department agency organisation club "
    "charity body authority parliament ministry audience community society population percent cent total mob bulk "
    "remainder cps defence prosecution opposition management "
    "court home handful host set string dozen hundred thousand million bunch either enemy "
    "kind sort type victim counsel offspring fish deer sheep aircraft shambles works premises thanks "
    "summons analysis basis crisis lens bus gas focus status virus bonus process census species bias following debris "
    "campus "
    "proceedings barracks crossroads gallows mathematics physics ethics statistics economics athletics measles"
)
_ILLNESSES = _words("diabetes hives measles mumps rabies herpes shingles rickets aids dementia")
_EVENTS = _words("mean include suggest show lead cause result help make allow enable explain give take")
_AFTER_VERB = _words(
    "that how what why when where the a an to him her them us you me it not no his their your this these those my our"
)
_MEASURES = _words(
    "year month week day hour minute second mile metre pound penny kilometre gram kilo litre percent time night pence "
    "point foot inch yard"
)
_NEVER_BETWEEN = frozenset({"and", "or", "nor", "but", "plus", "&", "than", "not", "/", ":", ";", "(", "“", '"', "|"})
_WISHED = frozenset(
    {"if", "though", "unless", "wish", "wished", "whether", "suppose", "lest", "that", "until", "till", "rather"}
)
_OWNED = frozenset({"ours", "yours", "mine", "theirs", "hers"})
_CONNECTING = _WISHED | {"because", "as", "since", "while", "although"}
_ACTING = _words("he she it we they")
_OPENS_CLAUSE = _words("that who which whom you we he she they i")
_FARTHEST = 16
_LONGEST = 3


def disagreements(parse: "Parse", names: frozenset[str] = frozenset()) -> Iterator[tuple["Token", "Token"]]:
    """Yield each subject with the verb that does not fit it, up to the last word of "has been put".

    `names` are first names in small letters that look like words in the plural ("ines").
    """
    for token in parse:
        if token.dep_ not in ("nsubj", "nsubjpass") or (token.text[:1].isupper() and token.lower_ in names):
            continue
        verb = _finite(token)
        if verb is None or not 0 < verb.i - token.i <= _FARTHEST or _is_doubtful(parse, token, verb):
            continue
        subject, many = _number(token, verb)
        form = _form(verb)
        if subject is not None and many is not None and form is not None and many != form:
            yield subject, token.head if 0 < token.head.i - verb.i <= _LONGEST else verb


def _finite(subject: "Token") -> "Token | None":
    """The verb that carries the number: the first auxiliary, or the verb itself."""
    verb = subject.head
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.pos_ not in ("VERB", "AUX") or any(child.i < subject.i for child in auxiliaries):
        return None
    chain = [child for child in auxiliaries if child.i > subject.i]
    first = min([*chain, verb], key=lambda token: token.i)
    return None if first.tag_ == "MD" or first.text.lower() == "to" else first


def _form(verb: "Token") -> bool | None:
    """True for a plural form, False for a singular one, None for a form that is both."""
    word = verb.lower_
    if word in SINGULAR_FORMS:
        return False
    if word in PLURAL_FORMS:
        return True
    if not word.isalpha() or word in ("am", "need", "dare", "let"):
        return None
    if verb.tag_ == "VBZ" and word.endswith("s"):
        return False
    return True if verb.tag_ == "VBP" else None


def _is_doubtful(parse: "Parse", subject: "Token", verb: "Token") -> bool:
    """Whether something stands by that often leads the parse, or the reader, astray."""
    doc = parse.doc
    if _is_led_astray(parse, subject, verb) or verb.lower_ == "form":  # "the claim form your daughter filled in"
        return True
    between = [doc[i] for i in range(subject.i + 1, verb.i)]
    if any(token.lower_ in _NEVER_BETWEEN or token.is_quote for token in between):
        return True
    if [token.text for token in between] == [","] or (parse[0].tag_ == "VBG" and _form(verb) is False):
        return True  # "stores, manages and", "using these parts allows"
    if any(token.dep_ == "conj" or token.dep_ in ("cc", "preconj") for token in subject.children):
        return True
    if any(token.tag_ in ("VBZ", "VBP", "VBD", "MD") and token.head != verb for token in between):
        return not (_is_relative(between) or _is_owned_clause(parse, subject, verb, between))
    if verb.lower_ == "were" and any(doc[i].lower_ in _WISHED for i in range(parse.start, subject.i)):
        return True
    if _form(verb) is True and verb.lower_ not in PLURAL_FORMS and _hangs(parse, subject):
        return True  # "recommend that he stop", "a condition that he keep out"
    if verb.tag_ == "VBZ" and verb.lower_ not in SINGULAR_FORMS and any(token.tag_ == "NN" for token in between):
        return subject.pos_ == "PRON"  # "You tune pianos": the verb was taken for a noun
    return verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in ("-", "/")


def _hangs(parse: "Parse", subject: "Token") -> bool:
    """Whether the clause is what is asked for or said: after "that", or the object of another verb."""
    first = subject.left_edge.i
    return subject.head.dep_ == "ccomp" or (first > parse.start and parse.doc[first - 1].lower_ == "that")


def _is_led_astray(parse: "Parse", subject: "Token", verb: "Token") -> bool:
    """Whether the words before the subject, or a verb that may be a noun, make the parse unsure."""
    first = subject.left_edge.i
    before = parse.doc[first - 1] if first > parse.start else None
    if subject.lower_ == "you" and first > parse.start + 1 and parse.doc[first - 2].tag_ in ("WDT", "WP"):
        return True  # "the one that bit you was"
    joined = before is not None and before.tag_ == "CC" and subject.lower_ in _ACTING and first > parse.start + 2
    if joined and parse.doc[first - 2].text == "," and _form(verb) is not None and verb.lower_ in ("was", "were"):
        return False  # ", and it were still there"
    if before is not None and before.lower_ not in _CONNECTING and _draws_in(before):
        after_verb = before.tag_ in ("VBP", "VBZ", "VBD") and subject.pos_ == "PRON"  # "we hope you was"
        return not after_verb or verb.lower_ in PLURAL_FORMS
    if sum(child.dep_ in ("nsubj", "nsubjpass") for child in subject.head.children) > 1:
        return True
    after = parse.doc[verb.i + 1].lower_ if verb.i + 1 < len(parse.doc) else ""
    return (
        verb.tag_ == "VBP"
        and verb.lower_ not in PLURAL_FORMS
        and after not in _AFTER_VERB
        and subject.lower_ not in _SURE
    )


def _draws_in(before: "Token") -> bool:
    """Whether the word before may own the subject: "of the men", "adding machines becomes", "and the men"."""
    return before.tag_ in ("IN", "CC", "TO") or before.pos_ in ("VERB", "AUX", "ADP")


def _is_relative(between: list["Token"]) -> bool:
    """Whether everything between is one remark between two commas: "the notes, which ran to ten pages, were"."""
    return len(between) > 1 and between[0].text == "," and between[-1].text == ","


def _is_owned_clause(parse: "Parse", subject: "Token", verb: "Token", between: list["Token"]) -> bool:
    """Whether one clause about the subject stands between: "the boxes that he left in the hall is"."""
    if subject.left_edge.i != parse.start or _form(verb) is None or verb.lower_ not in SINGULAR_FORMS | PLURAL_FORMS:
        return False
    if any(token.text == "," for token in between):
        return False
    owned = {token.i for token in subject.subtree}
    finite = [token for token in between if token.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    if between[0].lower_ not in _OPENS_CLAUSE and not all(_is_in_remark(token) for token in finite):
        return False
    return len(finite) == 1 and all(token.i in owned for token in between)


def _is_in_remark(verb: "Token") -> bool:
    """Whether the verb, or the one it helps, tells more of a noun: "the number of calls he made were"."""
    return "relcl" in (verb.dep_, verb.head.dep_)


def _number(subject: "Token", verb: "Token") -> tuple["Token | None", bool | None]:
    """The word whose number counts and whether it is plural; None for one that is both or neither."""
    word = subject.lower_
    if word in ("which", "who", "that") and subject.head.dep_ in ("relcl", "acl"):
        return _antecedent(subject)
    if word in _OWNED:
        return subject, None
    if word == "neither" and verb.lower_ in PLURAL_FORMS:
        return subject, False
    if word in _MANY and subject.pos_ == "PRON":
        return subject, True
    if word in _ONE and (subject.pos_ == "PRON" or word in ("one", "each")):
        return subject, None if word == "one" and verb.tag_ == "VBP" and verb.lower_ not in PLURAL_FORMS else False
    if word == "i" and verb.lower_ not in ("was", "have", "do"):
        return subject, True if _form(verb) is False else None
    return subject, number_of(subject)


def number_of(noun: "Token") -> bool | None:
    """Whether the noun stands for several, False for one, None where that is open."""
    if noun.lower_ == "number" and any(child.lower_ == "the" for child in noun.children):
        return False
    if (
        noun.lower_ in _EITHER | _ILLNESSES
        or noun.nbor().text[:1].isupper()
        or noun.lemma_.lower() in _EITHER
        or noun.ent_type_ == "PERSON"
        or (noun.text[:1].isupper() and noun.i > noun.sent.start)
    ):
        return None
    if noun.tag_ == "NNS" and noun.lower_.endswith(("s", "children", "people", "men")):
        return None if _is_amount(noun) else True
    if noun.tag_ == "NN" and any(child.dep_ in ("det", "poss") for child in noun.children):
        first = min(noun.children, key=lambda child: child.i)
        return (
            None if first.lower_ in ("these", "those", "all", "both", "no", "two", "a") and _is_amount(noun) else False
        )
    return None


def _is_amount(noun: "Token") -> bool:
    """Whether it is so much of something ("two years is a long time")."""
    measured = noun.lemma_.lower() in _MEASURES
    return measured or any(child.dep_ == "nummod" and child.like_num and measured for child in noun.children)


def _antecedent(pronoun: "Token") -> tuple["Token | None", bool | None]:
    """The noun right before "who" or "which"; None where another noun in front of it might be meant."""
    noun = pronoun.doc[pronoun.i - 1] if pronoun.i else None
    if noun is not None and noun.text == "," and noun.i and pronoun.lower_ != "that":
        if pronoun.head.lemma_ in _EVENTS or _form(pronoun.head) is False:
            return None, None  # "which is" may speak of the whole clause
        noun = noun.doc[noun.i - 1]
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ in ("pobj", "conj", "appos"):
        return None, None
    if any(child.dep_ in ("conj", "cc") for child in noun.children) or pronoun.head.head != noun:
        return None, None
    return pronoun, number_of(noun)
