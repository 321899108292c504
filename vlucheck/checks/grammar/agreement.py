"""The parse of a sentence → verbs whose number does not fit their subject, also over a distance.

Only where the number is beyond doubt: words that go with both ("the team have", "the police is") are left alone.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.antecedents import ANYTHING, PLURAL_FORMS, SINGULAR_FORMS, antecedent, verb_form
from vlucheck.checks.grammar.doubts import is_unsure
from vlucheck.checks.grammar.plurals import number_of, picked_from
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

_OPENS_CLAUSE = word_set("that who which whom you we he she they i")
_AFTER_VERB = word_set(
    "that how what why when where the a an to him her them us you me it not no his their your this these those my our"
)
_NEVER_BETWEEN = frozenset({"and", "or", "nor", "but", "plus", "&", "than", "not", "/", ":", ";", "(", "“", '"', "|"})
_ONE = word_set(
    "he she it this that each everyone everybody someone somebody anyone anybody nobody everything something nothing "
    "one another"
)
_SURE = word_set("he she it they we you everyone everybody nobody someone somebody who")
_MANY = frozenset({"they", "we", "you", "these", "those", "both", "several"})
_WISHED = frozenset(
    {"if", "though", "unless", "wish", "wished", "whether", "suppose", "lest", "that", "until", "till", "rather"}
)
_OWNED = frozenset({"ours", "yours", "mine", "theirs", "hers"})
_CONNECTING = _WISHED | {"because", "as", "since", "while", "although"}
_ACTING = word_set("he she it we they")
_SAYING = word_set(
    "hope think know believe say feel see understand wish accept agree suppose mean hear find show explain tell add "
    "claim insist admit deny expect regret fear doubt guess conclude decide assume imagine remember realise note"
)
_ADDING = frozenset({("together", "with"), ("along", "with"), ("well", "as"), ("addition", "to")})
_COMPLETING = frozenset({"acomp", "attr", "dobj", "oprd", "prt"})
_NO_VERBS = word_set("form round past near opposite like")  # nouns and prepositions that the parse takes for verbs
_FARTHEST = 22
_LONGEST = 3


def disagreements(parse: "Parse", names: frozenset[str] = frozenset()) -> Iterator[tuple["Token", "Token"]]:
    """Yield each subject with the verb that does not fit it, up to the last word of "has been put" or "was too late".

    `names` are first names in small letters that look like words in the plural ("ines").
    """
    for token in parse:
        if token.dep_ not in ("nsubj", "nsubjpass") or (token.text[:1].isupper() and token.lower_ in names):
            continue
        verb = _finite(token)
        if verb is None or not 0 < verb.i - token.i <= _FARTHEST or _is_doubtful(parse, token, verb):
            continue
        subject, many = _number(token, verb)
        form = verb_form(verb)
        if subject is not None and many is not None and form is not None and many != form:
            yield subject, last_of(token.head if 0 < token.head.i - verb.i <= _LONGEST else verb)


def last_of(verb: "Token") -> "Token":
    """The verb's own last word near by: "late" of "was too late", "cause" of "was the cause", "for" of "sent for"."""
    near = [child for child in verb.children if child.dep_ in _COMPLETING and 0 < child.i - verb.i <= _LONGEST]
    return max([verb, *near], key=lambda token: token.i)


def _finite(subject: "Token") -> "Token | None":
    """The verb that carries the number: the first auxiliary, or the verb itself."""
    verb = subject.head
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.pos_ not in ("VERB", "AUX") or any(child.i < subject.i for child in auxiliaries):
        return None
    chain = [child for child in auxiliaries if child.i > subject.i]
    first = min([*chain, verb], key=lambda token: token.i)
    return None if first.tag_ == "MD" or first.text.lower() == "to" else first


def _is_doubtful(parse: "Parse", subject: "Token", verb: "Token") -> bool:
    """Whether something stands by that often leads the parse, or the reader, astray."""
    doc = parse.doc
    if (
        _is_named_anew(subject, verb)
        or _is_led_astray(parse, subject, verb)
        or verb.lower_ in _NO_VERBS
        or verb.dep_ == "oprd"
    ):
        return True  # "the claim form your daughter filled in", "the skin round your eye", "the law calls it affray"
    if (verb.tag_ == "VBP" and verb.dep_ == "csubj") or doc[verb.i + 1 : verb.i + 2].text.lower() in _ACTING - {"it"}:
        return True  # "a screen round the box means", "the depot were he works" for "where"
    between = [doc[i] for i in range(subject.i + 1, verb.i)]
    parting = [token for token in between if token.is_quote or token.lower_ in _NEVER_BETWEEN]
    if any(token.is_quote or not _is_within(token, subject, verb) for token in parting):
        return True
    if (
        is_unsure(subject, verb, between)
        or [token.text for token in between] == [","]
        or (parse[0].tag_ == "VBG" and verb_form(verb) is False)
    ):
        return True  # "stores, manages and", "using these parts allows"
    if any(token.dep_ == "conj" or token.dep_ in ("cc", "preconj") for token in subject.children):
        return True
    if any(token.tag_ in ("VBZ", "VBP", "VBD", "MD") and token.head != verb for token in between):
        return not (_is_relative(between) or _is_owned_clause(parse, subject, verb, between))
    if verb.lower_ == "were" and any(
        doc[i].lower_ in _WISHED or (doc[i].lower_ == "as" and i == subject.i - 1)
        for i in range(parse.start, subject.i)
    ):
        return True
    if verb_form(verb) is True and verb.lower_ not in PLURAL_FORMS and _hangs(parse, subject):
        return True  # "recommend that he stop", "a condition that he keep out"
    if verb.tag_ == "VBZ" and verb.lower_ not in SINGULAR_FORMS and any(token.tag_ == "NN" for token in between):
        return subject.pos_ == "PRON"  # "You tune pianos": the verb was taken for a noun
    return verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in ("-", "/")


def _is_named_anew(subject: "Token", verb: "Token") -> bool:
    """Whether one person stands behind the subject: "Fellows, his friend, adds", or "you" is a thing: "a safer you"."""
    if verb.tag_ == "VBP" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("is", "was"):
        return True  # "one of the main tasks hosts have is to clean"
    if subject.lower_ == "you":
        return any(child.dep_ in ("det", "amod") for child in subject.children)
    one = any(child.dep_ == "appos" and child.tag_ == "NN" for child in subject.children)
    return one and subject.text[:1].isupper() and verb_form(verb) is False


def _is_within(joining: "Token", subject: "Token", verb: "Token") -> bool:
    """Whether an "and" joins words that only tell more of the subject: "the notes of the officer and the doctor is",
    "the camera that covers the door and the lane were", "the file, together with the notes and the film, are"."""
    if joining.lower_ != "and" or joining.head == subject or subject.tag_ in ("PRP", "DT", "WDT", "WP"):
        return False
    if any(child.dep_ == "conj" for child in subject.children):
        return False
    if number_of(subject) is True:
        return verb_form(verb) is False
    after = [token.lower_ for token in subject.doc[subject.i + 1 : joining.i]]
    if "," in after:
        return any(pair in _ADDING for pair in pairwise(after[after.index(",") :]))
    told = next((child for child in subject.children if child.dep_ == "relcl"), None)
    return told is not None and told.i < joining.i <= told.right_edge.i and told.tag_ in ("VBZ", "VBD")


def _hangs(parse: "Parse", subject: "Token") -> bool:
    """Whether the clause is what is asked for or said: after "that", or the object of another verb."""
    first = subject.left_edge.i
    wished = subject.lower_ in _ONE and subject.left_edge.lower_ == "that"  # "That somebody account for it" in a list
    asked = first > parse.start and parse.doc[first - 1].lower_ == "that"
    return subject.head.dep_ == "ccomp" or asked or (wished and subject != subject.left_edge)


def _is_led_astray(parse: "Parse", subject: "Token", verb: "Token") -> bool:
    """Whether the words before the subject, or a verb that may be a noun, make the parse unsure."""
    first = subject.left_edge.i
    before = parse.doc[first - 1] if first > parse.start else None
    if subject.lower_ == "you" and first > parse.start + 1 and parse.doc[first - 2].tag_ in ("WDT", "WP"):
        return True  # "the one that bit you was"
    joined = before is not None and before.tag_ == "CC" and subject.lower_ in _ACTING and first > parse.start + 2
    if joined and parse.doc[first - 2].text == "," and verb_form(verb) is not None and verb.lower_ in ("was", "were"):
        return False  # ", and it were still there"
    if _is_joined_anew(parse, subject) and verb.lower_ in SINGULAR_FORMS and subject.tag_ == "NNS":
        return False  # "he was at work, and three people has said so"
    such = before is not None and before.lower_ == "as" and before.i > parse.start and before.nbor(-1).lower_ == "such"
    if before is not None and (before.lower_ not in _CONNECTING or such) and _draws_in(before):
        told = before.tag_ in ("VBP", "VBZ", "VBD") and before.lemma_.lower() in _SAYING
        after_verb = told and subject.pos_ == "PRON"  # "we hope you was", not "that he hit you was wrong"
        return not after_verb or verb.lower_ in PLURAL_FORMS
    if sum(child.dep_ in ("nsubj", "nsubjpass") for child in subject.head.children) > 1:
        return True
    if before is not None and (
        before.tag_ in ("RBR", "JJR") or (before.lower_ == "what" and verb.lower_ in ("is", "was"))
    ):
        return True  # "the more he drank", "what the video shows is"
    after = parse.doc[verb.i + 1].lower_ if verb.i + 1 < len(parse.doc) else ""
    return (
        verb.tag_ == "VBP"
        and verb.lower_ not in PLURAL_FORMS
        and after not in _AFTER_VERB
        and subject.lower_ not in _SURE
        and not (before is not None and before.lower_ in ANYTHING and subject.lower_ == "that")
    )


def _is_joined_anew(parse: "Parse", subject: "Token") -> bool:
    """Whether a new clause begins with the subject: behind a comma and "and" or "but"."""
    first = subject.left_edge.i
    if any(token.text == "," for token in parse.doc[subject.i : subject.head.i]):
        return False
    opened = first > parse.start + 2 and parse.doc[first - 1].tag_ == "CC" and parse.doc[first - 2].text == ","
    return opened and subject.i > first


def _draws_in(before: "Token") -> bool:
    """Whether the word before may own the subject: "of the men", "adding machines becomes", "and the men"."""
    return before.tag_ in ("IN", "CC", "TO") or before.pos_ in ("VERB", "AUX", "ADP")


def _is_relative(between: list["Token"]) -> bool:
    """Whether everything between is one remark between two commas: "the notes, which ran to ten pages, were"."""
    return len(between) > 1 and between[0].text == "," and between[-1].text == ","


def _is_owned_clause(parse: "Parse", subject: "Token", verb: "Token", between: list["Token"]) -> bool:
    """Whether one clause about the subject stands between: "the boxes that he left in the hall is"."""
    shows = verb.tag_ == "VBZ" and subject.tag_ == "NNS" and verb.nbor().lower_ in _AFTER_VERB
    if subject.left_edge.i != parse.start or not (shows or verb.lower_ in SINGULAR_FORMS | PLURAL_FORMS):
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
        return antecedent(subject)
    if word in _OWNED or subject.tag_ in ("WDT", "WP"):
        return subject, None
    if word == "neither" and verb.lower_ in PLURAL_FORMS:
        return subject, False
    if subject.nbor().lower_ == "of" and (several := picked_from(subject)) is not None:
        return subject, several
    if word in _MANY and subject.pos_ == "PRON":
        return subject, True
    if word == "one" and subject.nbor().lower_ == "in" and subject.nbor(2).like_num:
        return subject, None  # "one in three of them are"
    if word == "one" and any(child.lower_ in ("every", "each") for child in subject.children):
        return subject, False  # "every one of the statements mention"
    if word in _ONE and (subject.pos_ == "PRON" or word in ("one", "each")):
        return subject, None if word == "one" and verb.tag_ == "VBP" and verb.lower_ not in PLURAL_FORMS else False
    if word == "i" and verb.lower_ not in ("was", "have", "do"):
        return subject, True if verb_form(verb) is False else None
    return subject, number_of(subject)
