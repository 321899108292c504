"""The parse of a sentence → verbs that lack the form of their subject or of their neighbour.

"The law allow", "I think that she were", "there are no time", "should it exists", "he looked and pick".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.plurals import number_of
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_ONE = word_set(
    "he she it this that neither each anything something nothing everything nobody somebody anybody someone anyone "
    "everybody everyone"
)
_CONDITION = word_set("if when because whenever as since although though while unless and , ;")
_BOOKS = word_set("act code law crown guidance charter scheme")
_FURTHER = word_set(
    "the a an to him her them us you me it not no his their your this these those my our on out up off away from with "
    "into at for in about by both two three many some any such that how what why where when nothing somebody , ."
)
_SAYING = word_set(
    "think know believe say tell understand accept agree see show find sure certain clear right feel hear"
)
_UNREAL = word_set("if though wish wished whether unless suppose rather lest imagine would could should might as")
_NONE = word_set("no a an one another")
_MANY = word_set(
    "number lot couple range variety series handful majority host set total group few deal pair string dozen "
    "hundred thousand million mixture list police staff plenty people"
)
_DEEDS = word_set(
    "decide go come ask look write call ring stop find leave run hit refuse arrest begin see hear give send open close "
    "turn walk drive fall break throw push pull grab follow reach arrive meet speak happen pick take get make tell say "
    "keep bring hold shout kick punch steal climb enter"
)
_GIVEN = word_set("give show tell ask offer send teach call make find")
_PARTICLES = word_set("out off up down away to from at into on over with for back about")
_SMALL = word_set("the a an your my our his her its their this that these those it you him them us me no two three")


def unfit(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield a subject for one with a plain verb or "were", and "there are" with one thing."""
    for token in parse:
        if token.dep_ in ("nsubj", "nsubjpass"):
            if _is_plain(parse, token, forms) or _is_were(parse, token) or _is_lone(parse, token, forms):
                yield token, _with_particle(parse.doc[token.i + 1])
        elif token.dep_ == "expl" and token.lower_ == "there" and (noun := _one_there(token)) is not None:
            yield token, noun
    yield from _joined(parse, forms)


def _with_particle(verb: "Token") -> "Token":
    """ "go on", not "go" alone, where the small word right behind belongs to the verb."""
    return next((child for child in verb.children if child.dep_ == "prt" and child.i == verb.i + 1), verb)


def _is_plain(parse: "Parse", subject: "Token", forms: Forms) -> bool:
    """ "The law allow such a case", "if anything worry you"."""
    verb = subject.head
    first = subject.left_edge
    if verb.i != subject.i + 1 or verb.tag_ not in ("VB", "VBP") or not _is_base(verb, forms):
        return False
    before = parse.doc[first.i - 1].lower_ if first.i > parse.start else None
    opens = first.i - parse.start <= 1 and before in _CONDITION
    supposed = before in ("if", "when", "unless", "because") and first.i > 1 and parse.doc[first.i - 2].lower_ != "as"
    if before is not None and not opens and not supposed:
        return False
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children) or verb.i + 1 >= parse.end:
        return False
    after = parse.doc[verb.i + 1]
    return (after.lower_ in _FURTHER or after.tag_ == "CD") and _is_one(subject) and not _goes_on(parse, verb)


def _is_base(verb: "Token", forms: Forms) -> bool:
    word = verb.lower_
    return (
        word in forms.base and word not in forms.past and word not in forms.participle and word not in ("need", "let")
    )


def _is_one(subject: "Token") -> bool:
    if any(child.dep_ in ("conj", "cc", "preconj") for child in subject.children):
        return False
    if subject.lower_ in _ONE:
        return subject.tag_ in ("PRP", "DT", "NN", "CC")
    named = subject.tag_ == "NNP" and subject.lower_ in _BOOKS and any(c.lower_ == "the" for c in subject.children)
    return named or number_of(subject) is False


def _goes_on(parse: "Parse", verb: "Token") -> bool:
    """Whether another verb of the same clause follows, so that this one may be a noun: "the film show was late"."""
    return any(
        token.tag_ in ("VBZ", "VBD", "MD") and token.dep_ in ("ROOT", "aux", "auxpass") and token.head.dep_ == "ROOT"
        for token in parse.doc[verb.i + 1 : parse.end]
    ) and verb.dep_ in ("ROOT", "ccomp", "csubj")


def _is_lone(parse: "Parse", subject: "Token", forms: Forms) -> bool:
    """ "The officer written it down": a participle with an object and no "has"."""
    verb = subject.head
    if verb.i != subject.i + 1 or verb.dep_ != "ROOT" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    owned = subject.tag_ in ("PRP", "NNP") or any(child.dep_ in ("det", "poss") for child in subject.children)
    if subject.left_edge.i > parse.start or not owned or not _is_participle(verb, forms):
        return False
    return any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)


def _is_participle(verb: "Token", forms: Forms) -> bool:
    word = verb.lower_
    return word in forms.participle and word not in forms.past and word not in forms.base


def _is_were(parse: "Parse", subject: "Token") -> bool:
    """ "I think that she were right", not "if she were", "as it were", "I wish it were"."""
    verb = parse.doc[subject.i + 1] if subject.i + 1 < parse.end else None
    if verb is None or verb.lower_ != "were" or subject.head not in (verb, verb.head) or not _is_one(subject):
        return False
    before = [token.lower_ for token in parse.doc[parse.start : subject.left_edge.i]]
    if set(before) & _UNREAL:
        return False
    told = any(token.lemma_.lower() in _SAYING for token in parse.doc[parse.start : subject.left_edge.i])
    return bool(before) and before[-1] in ("that", "and", "but") and told


def _one_there(there: "Token") -> "Token | None":
    """The noun of "there are no time", "there were a witness"."""
    verb = there.head
    ahead = {token.lower_ for token in there.sent if token.i < there.i}
    if verb.lower_ == "were" and ahead & _UNREAL:  # "if there were a witness"
        return None
    finite = next((c for c in verb.children if c.dep_ == "aux"), verb)
    if finite.lower_ not in ("are", "were", "have") or verb.lemma_ != "be":
        return None
    noun = next((child for child in verb.children if child.dep_ in ("attr", "nsubj")), None)
    if noun is None or noun.tag_ != "NN" or noun.text.isupper() or noun.i < verb.i or noun.lower_ in _MANY:
        return None
    if noun.left_edge.lower_ not in _NONE or any(child.dep_ in ("conj", "cc") for child in noun.children):
        return None
    inside = noun.doc[noun.left_edge.i + 1 : noun.i]
    if any(token.tag_ in ("NNS", "CD", "CC", ",", "NNPS") or token.lower_ in _MANY for token in inside):
        return None
    after = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    counted = after == "of" and noun.left_edge.lower_ != "no"
    return None if counted or after in ("-", "or", "and", "/") else noun


def _joined(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """ "He looked at nine photographs and pick out", "the line is answered by a person and have no queue"."""
    for verb in parse:
        head = verb.head
        if verb.dep_ != "conj" or verb.i < head.i + 2 or verb.i + 1 >= parse.end:
            continue
        joining = parse.doc[verb.i - 1]
        subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < head.i), None)
        if joining.lower_ != "and" or joining.head != head or subject is None or _is_bound(parse, head, verb):
            continue
        if verb.tag_ == "VBN" and _is_seen(parse, head, verb, forms):
            yield joining, verb
        if verb.tag_ in ("VB", "VBP") and _is_left_plain(parse, head, verb, subject, forms):
            yield joining, parse.doc[verb.i + 1] if parse.doc[verb.i + 1].is_alpha else verb


def _is_bound(parse: "Parse", head: "Token", verb: "Token") -> bool:
    """Whether something else may govern the verb: a helper, an infinitive, another subject."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children):
        return True
    if any(token.text in '"“”' for token in parse.doc[head.i : verb.i]) or any(
        c.lower_ in ("'d", "’d") for c in head.children
    ):
        return True  # words of somebody else, or "would" behind an apostrophe
    apart = parse.doc[verb.i - 2].text == ","  # "works with people who have been hurt, and have a nurse"
    before = [token for token in parse.doc[parse.start : verb.i] if token.i != head.i]
    return any(
        token.tag_ in ("VB", "MD", "TO")
        or token.lemma_ == "do"
        or (token.tag_ == "VBP" and not (apart and _tells(token)))
        for token in before
    )


def _tells(verb: "Token") -> bool:
    """Whether the verb tells more of a noun: "people who have been hurt"."""
    return "relcl" in (verb.dep_, verb.head.dep_)


def _is_left_plain(parse: "Parse", head: "Token", verb: "Token", subject: "Token", forms: Forms) -> bool:
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if helped or verb.lower_ in forms.past or verb.lower_ in ("be", "let", "round", "past"):
        return False
    after, joined = parse.doc[verb.i + 1], parse.doc[verb.i - 2]
    if joined.lower_ in forms.base and joined.i and joined.nbor(-1).lower_ in ("a", "an"):  # "a show and tell"
        return False
    if after.lower_ not in _SMALL | _PARTICLES and after.tag_ not in ("NN", "NNS", "CD"):
        return False
    past = head.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in head.children)
    third = head.tag_ == "VBZ" or any(c.lower_ in ("is", "has", "was") for c in head.children)
    told_of_one = third and subject.tag_ in ("WDT", "WP")
    one = told_of_one or _is_one(subject) or (subject.tag_ == "NNP" and subject.text[:1].isupper())
    if one and (third or past):
        return verb.lower_ not in forms.nouns or after.lower_ in _SMALL | _PARTICLES
    return past and subject.lower_ == "they" and verb.lemma_ in _DEEDS and after.lower_ in _SMALL | _PARTICLES


def _is_seen(parse: "Parse", head: "Token", verb: "Token", forms: Forms) -> bool:
    """ "was in bed and seen nothing": the participle has an object, but no "have"."""
    only = _is_participle(verb, forms)
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    return only and has_object and head.lemma_ == "be" and head.tag_ == "VBD" and verb.lemma_ not in _GIVEN


def after_should(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield "should" and the verb of "should it exists", "should the date changes, we will ring"."""
    if parse[-1].text == "?":
        return
    tokens = [token for token in parse if not token.is_space]
    for n, token in enumerate(tokens[:-3]):
        if token.lower_ != "should" or (n and tokens[n - 1].text not in (",", ";", "–")):
            continue
        at = n + 2 if tokens[n + 1].tag_ in ("PRP", "NN", "EX") else n + 3
        verb = tokens[at] if at + 1 < len(tokens) else token
        if at == n + 3 and tokens[n + 1].pos_ != "DET" and tokens[n + 1].tag_ != "PRP$":
            continue
        named = verb.tag_ == "NNS" and tokens[at + 1].text not in ",."  # "should the police charges be dropped"
        finite = verb.lower_ in forms.third or verb.lower_ in forms.past
        if finite and verb.lower_ not in forms.base and verb.tag_ != "VBG" and not named:
            yield token, verb
