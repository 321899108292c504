"""The parse of a sentence → a tense that does not go with its time ("has been sent on 3 March", "if we will get")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_MONTHS = word_set("january february march april may june july august september october november december")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_STARTING = word_set("since from than of until") | _MONTHS
_UNITS = word_set("day week month year night morning evening afternoon weekend") | _DAYS | _MONTHS
_AHEAD = word_set(
    "list set fix arrange schedule book plan adjourn postpone invite ask expect reserve agree date keep move put "
    "order require bail summon remand delay defer propose offer confirm organise relist reschedule due"
)
_DEEDS = word_set(
    "decide go come ask look write call ring stop find leave run hit refuse arrest charge begin start see hear give "
    "send open close turn walk drive fall break throw push pull grab follow reach arrive meet speak read happen end"
)
_TOLD = _DEEDS | word_set("say tell admit deny explain agree reply answer")
_SENT = word_set("letter complaint mail email request call message file report statement form note reply answer papers")
_LASTING = word_set("go run fall close open begin start end come reach hold stand")  # "the loss goes far beyond"
_STATES = word_set("work live know wait have own deal run stay belong")
_SAYING_SO = word_set("ask say read show mention speak give tell describe explain")
_CONDITIONS = word_set("if unless until before after once till")
_SEEING = word_set("say tell show mean make know understand think believe")
_BEINGS = word_set("i you he she we they")
_ACTING = word_set("i he she we they")
_WILLING = word_set("let allow excuse forgive help bear be")


def odd_tenses(parse: "Parse") -> Iterator[Pair]:
    """Yield the helping verb and the word of time, or the word that opens the clause and its "will"."""
    for token in parse:
        if token.tag_ == "VBN" and (helper := _perfect(token)) is not None:
            yield from ((helper, time) for time in _past_times(token))
        if token.lower_ == "will" and token.dep_ == "aux" and (opener := _opener(token.head)) is not None:
            yield opener, token
        if token.lower_ in ("is", "are", "am", "'m", "'re", "'s") and _is_state(token):
            yield from ((token, time) for noun in (token, *_said_of(token)) for time in _starting_times(noun))
        if token.tag_ in ("VBP", "VBZ") and token.lemma_.lower() in _STATES and _is_lasting(token):
            yield from ((token, time) for noun in (token, *_said_of(token)) for time in _starting_times(noun))
        if token.tag_ == "VBG" and (helper := _going_on(token)) is not None:
            yield from ((helper, time) for time in _starting_times(token))
    yield from _told_in_the_present(parse)
    yield from _sudden_presents(parse)


def _perfect(verb: "Token") -> "Token | None":
    """Its "has" or "have", if nothing else helps it ("may have", "to have")."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ in ("MD", "TO") for child in helpers) or verb.lemma_.lower() in _AHEAD:
        return None
    return next((child for child in helpers if child.lower_ in ("has", "have", "'ve", "’ve")), None)


def _past_times(verb: "Token") -> Iterator["Token"]:
    for child in verb.children:
        if child.dep_ == "prep" and child.i < verb.i and child.i == verb.sent.start and _is_over(child):
            yield child
        if child.i < verb.i and not (child.left_edge.i == verb.sent.start and child.dep_ in ("npadvmod", "advmod")):
            continue
        if child.left_edge.i > verb.i and child.left_edge.nbor(-1).lower_ in _STARTING:
            continue  # "has halved since August last year"
        if _is_long_ago(child) or (child.lower_ == "on" and _follows(verb, child) and _is_date(child)):
            yield child
    yield from _dates_of_sending(verb)


def _follows(verb: "Token", time: "Token") -> bool:
    """Whether the time stands right behind the verb, or behind the one who did it: "received by us on 3 May"."""
    if time.i == verb.i + 1:
        return True
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return agent is not None and agent.i == verb.i + 1 and time.i == agent.right_edge.i + 1


def _dates_of_sending(verb: "Token") -> Iterator["Token"]:
    """ "has received your letter on 2 May", "has seen him on the morning of 3 May": a thing that was over that day."""
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)
    if thing is None or (thing.lemma_.lower() not in _SENT and thing.tag_ != "PRP" and verb.lemma_ != "see"):
        return
    for time in (*verb.children, *thing.children):
        if time.lower_ == "on" and time.i > thing.i and (_is_date(time) or _is_day_part(time)):
            yield time


def _is_day_part(preposition: "Token") -> bool:
    """ "on the morning of 3 May"."""
    words = [token.lower_ for token in preposition.subtree][1:]
    parts = {"morning", "evening", "night", "afternoon"}
    return len(words) <= 6 and bool(parts & set(words[:3])) and any(word in _MONTHS for word in words)


def _is_long_ago(time: "Token") -> bool:
    """ "yesterday", "two years ago", "last week"."""
    if time.lower_ == "yesterday" or (time.lower_ == "ago" and time.dep_ == "advmod"):
        return True
    return time.dep_ == "npadvmod" and time.lower_ in _UNITS and time.left_edge.lower_ == "last"


def _is_date(preposition: "Token") -> bool:
    """Whether a whole date follows, with its day and month, and nothing that looks ahead."""
    words = [token.lower_ for token in preposition.subtree][1:]
    return any(word in _MONTHS for word in words) and any(word[:1].isdigit() for word in words) and len(words) <= 5


def _is_over(preposition: "Token") -> bool:
    """ "In 2023", "On 3 March" at the start of the sentence."""
    if preposition.lower_ == "on":
        return _is_date(preposition) or [t.lower_ in _DAYS for t in preposition.subtree][1:] == [True]
    words = [token.lower_ for token in preposition.subtree][1:]
    return preposition.lower_ == "in" and bool(words) and words[-1].isdigit() and len(words[-1]) == 4 and len(words) < 3


def _opener(verb: "Token") -> "Token | None":
    """The word that opens a clause of condition or time, in which "will" has no place."""
    if verb.dep_ != "advcl" or verb.lemma_.lower() in _WILLING:
        return None
    if any(child.lower_ in ("not", "n't") for child in verb.children):
        return None
    subject = next((child.lower_ for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), "")
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in _CONDITIONS and child.i < verb.i:
            hopes = child.lower_ == "if" and subject not in _ACTING  # "if it will help", "if you will let me know"
            return None if hopes or (child.lower_ == "if" and child.i and child.nbor(-1).tag_[:2] == "VB") else child
        opens = child.lower_ == "when" and child.dep_ == "advmod" and child.i == verb.sent.start
        if opens and verb.right_edge.i + 1 < verb.sent.end and verb.right_edge.nbor().text == ",":
            return child
        if child.dep_ == "mark" and child.lower_ == "as" and child.i > 1 and child.nbor(-1).lower_ == "soon":
            return child
    return None


def _going_on(verb: "Token") -> "Token | None":
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    now = [child for child in helpers if child.lower_ in ("am", "is", "are", "'m", "'re", "’m", "’re")]
    return now[0] if len(helpers) == 1 and now else None


def _is_state(verb: "Token") -> bool:
    """ "She is a witness since May", but not "it is a year since May"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.dep_ in ("aux", "auxpass"):
        return False
    return subject.lower_ in _BEINGS or subject.tag_ in ("NN", "NNP")


def _is_lasting(verb: "Token") -> bool:
    """ "I work here since 2019": no other verb helps it, and a person does it."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return not helped and subject is not None and (subject.lower_ in _BEINGS or subject.tag_ in ("NN", "NNP"))


def _said_of(verb: "Token") -> list["Token"]:
    """The nouns behind it, of which "since" may hang in the parse."""
    return [t for t in verb.subtree if t.i > verb.i and t.dep_ in ("attr", "pobj", "acomp", "prep", "dobj")]


def _starting_times(verb: "Token") -> Iterator["Token"]:
    """ "since January", "since last week": a time, not a reason."""
    for child in verb.children:
        if child.lower_ == "since" and child.dep_ == "prep" and child.i > verb.i:
            words = {token.lower_ for token in child.subtree}
            if words & (_MONTHS | _UNITS | {"last", "yesterday", "then"}) or any(w.isdigit() for w in words):
                yield child


def _told_in_the_present(parse: "Parse") -> Iterator[Pair]:
    """ "Last week the prosecutor looks at it": a past time opens the sentence, and its verb is in the present."""
    first = parse[0]
    time = _opening_time(parse)
    root = parse.root
    if time is None or time.head != root or root.tag_ not in ("VBZ", "VBP"):
        return
    if root.lemma_.lower() in _SEEING | {"be", "have", "do"} or any(
        c.dep_ in ("aux", "auxpass") for c in root.children
    ):
        return
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.i > time.i for child in root.children):
        yield first, root


def _sudden_presents(parse: "Parse") -> Iterator[Pair]:
    """ "The hearing was on Tuesday, and the judge decides to stop it"; "when I spoke to her, she says that"."""
    root = parse.root
    if _is_past(root):
        for verb in root.children:
            subject = _subject(verb)
            deed = verb.dep_ == "conj" and verb.tag_ == "VBZ" and verb.lemma_.lower() in _DEEDS
            if deed and subject is not None and (verb.lemma_.lower() not in _LASTING or subject.tag_ != "NN"):
                yield subject, verb
    elif root.tag_ in ("VBZ", "VBP") and root.lemma_.lower() in _TOLD and (subject := _subject(root)) is not None:
        clause = next((c for c in root.children if c.dep_ == "advcl" and c.i < subject.i and c.tag_ == "VBD"), None)
        opens = clause is not None and clause.left_edge.lower_ in ("when", "after", "before", "while", "as")
        if opens and subject.lower_ in ("he", "she", "they") and not any(c.dep_ == "aux" for c in root.children):
            yield subject, root


def _is_past(verb: "Token") -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _subject(verb: "Token") -> "Token | None":
    """Its own subject in front, of which the deed is told once, not as a habit."""
    if any(child.lower_ in ("always", "often", "usually", "now", "still", "never", "every") for child in verb.children):
        return None
    found = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if found is not None and found.lower_ in ("one", "another", "some") and verb.lemma_.lower() in _SAYING_SO:
        return None  # "his messages were kept, and one of them asks for cash"
    return None if found is None or found.lower_ in ("which", "that", "who", "this", "it", "what") else found


def _opening_time(parse: "Parse") -> "Token | None":
    first = parse[0]
    if first.lower_ == "yesterday":
        return first
    if first.lower_ == "last" and len(parse) > 1 and parse[1].lower_ in _UNITS:
        return parse[1]
    return next((token for token in parse[:4] if token.lower_ == "ago"), None)
