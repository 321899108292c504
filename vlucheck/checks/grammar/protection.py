"""What the engine must leave alone: names, references, addresses, words of the field, words of other languages."""

import re
from dataclasses import dataclass
from pathlib import Path

from vlucheck.checks.grammar.borrowed import BORROWED_WORDS, borrowed_pattern, is_borrowed
from vlucheck.checks.grammar.edges import EDGE_WORDS, EDGES, meant_at_edge
from vlucheck.checks.grammar.entries import Entry
from vlucheck.checks.grammar.titles import Titles, meant_title, people_words, titles_of
from vlucheck.checks.grammar.wordset import word_set
from vlucheck.document import Span
from vlucheck.engines import EngineHit
from vlucheck.errors import WrongUsage
from vlucheck.findings import Category
from vlucheck.letter.model import Letter, Part, fold
from vlucheck.rulebook.model import Rulebook
from vlucheck.rulebook.seek import quoted_spans

FIELD_WORDS = "field"
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ADDRESS = re.compile(
    r"(?i:@|://|^www\.|\.(?:uk|com|org|net|gov|wales|cymru)\b)|^\W*[a-z0-9-]{3,}(?:\.[a-z]{2,})+[.,;)]?$"
)
_PLACE_OF = re.compile(r"[A-Z][a-z]+['’]s$")
_CAPITAL = re.compile(r" [A-Z][a-z]")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]|\n)[\s\"“‘'(\[•*–-]*$")
_ENDING = re.compile(r"(?:ly|ing|ed|tion|sion|ment|ness|ance|ence|ough|ever)$")
_WELSH = re.compile(r"\b(?:yn|mae|mae'n|gen|nid|oes|neu|gyda|eich|diolch|annwyl|angen|fod|i'r|o'r)\b")
_MARKER = re.compile(r"\(?[a-z]\)", re.IGNORECASE)
_FIELD_OPEN = re.compile(r"(?:«|<<|\{|⟦)[^»>}⟧\n]{0,60}$")
_NAMED = re.compile(r" (?!(?:Mr|Mrs|Ms|Miss|Dr|I)\b)[A-Z][a-z]|, (?:an?|the|our|which|who) ")  # "Clust, a free service"
_THING = re.compile(r"(?:tion|sion|ness)s?$")

_OPENERS = word_set(
    "until although because however therefore unfortunately though before after since while whether unless perhaps "
    "which when where what with please there their these those another during despite according finally following "
    "firstly secondly meanwhile regarding further moreover furthermore nevertheless instead thank thanks sorry today "
    "tomorrow yesterday"
)
_PARTICLES = word_set(
    "bint ibn bin ben binti al el ul ur le la les du de des di da do dos das del della van von vom vander der den ter "
    "ten zu zur ap ab ferch verch mac nic na an y e af av abu umm"
)
_NAME_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "compound", "appos"})
_SHORTEST_SLIP = 5
_PLAIN_WORDS = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "we", "i"}
)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words that are spelt right: `exact` as they are written, `small` in lower case and right in any case.
    `titles` are words of institutions and places: a word with a capital that is nearly one of them is misspelt.
    `phrases` finds those of other languages, whose words are right in them; `edges` are words of letterheads, footers
    and lists of enclosures."""

    exact: frozenset[str]
    small: frozenset[str]
    titles: Titles
    phrases: re.Pattern[str]
    edges: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether the word, its possessive stripped, is known; hyphens may join known words."""
        bare = _bare(word)
        return bare in self.exact or fold(bare) in self.small


def known_words(rulebook: Rulebook, files: tuple[Path, ...]) -> KnownWords:
    """Return the words of the field and those of the user's files. Raises WrongUsage for a file that cannot be read."""
    lines = set(rulebook.words.get(FIELD_WORDS, frozenset()))
    for file in files:
        lines |= _lines(file)
    words = {word for line in lines for word in (line, *_WORD.findall(line))}
    phrases = borrowed_pattern(rulebook.words.get(BORROWED_WORDS, frozenset()))
    small = frozenset(fold(word) for word in words if word == word.lower())
    edges = rulebook.words.get(EDGE_WORDS, frozenset())
    return KnownWords(frozenset(words), small, titles_of(rulebook.words), phrases, edges)


def wanted(letter: Letter, span: Span, hit: EngineHit, entry: Entry, known: KnownWords) -> bool:
    """Whether the hit may speak: it is not about a name, an address or a word that we know better."""
    if _is_placeholder(letter.text, span):
        return False
    if entry.is_unknown_word:
        return _is_misspelt(letter, span, hit, known)
    marked = letter.document.quote(span)
    if entry.category is Category.PUNCTUATION and _PLACE_OF.match(marked) and _CAPITAL.match(letter.text, span.end):
        return False  # "7 Cooper's Court"
    words = entry.category in (Category.SPELLING, Category.GRAMMAR)
    if words and any(quoted.covers(span) for quoted in quoted_spans(letter)):
        return False  # these are somebody else's words
    if len(marked) == 1 and _MARKER.match(letter.text[max(0, span.start - 1) : span.end + 1]):
        return False
    if _ADDRESS.search(_chunk(letter.text, span)):
        return False
    names = [word for word in _WORD.findall(marked) if _bare(word) in letter.names]
    return not names or entry.category is not Category.SPELLING


def suggestions_for(letter: Letter, span: Span, hit: EngineHit, known: KnownWords) -> tuple[str, ...]:
    """What the engine would write instead, first what the letter itself uses; nothing for words that may be a name."""
    words = _WORD.findall(letter.document.quote(span))
    meant = meant_title(letter, span, known.titles) or _meant_at_edge(letter, span, known)
    if meant is not None:
        return (meant,)
    may_be_name = any(word[0].isupper() and (_bare(word) in letter.names or len(words) == 1) for word in words)
    begins = bool(_OPENS_SENTENCE.search(letter.text[max(0, span.start - 40) : span.start]))
    is_word = begins and len(words) == 1 and _ENDING.search(words[0]) is not None
    if may_be_name and not is_word:
        return ()
    return tuple(sorted(hit.suggestions, key=lambda suggestion: not _stands_in(letter, suggestion)))


def _is_misspelt(letter: Letter, span: Span, hit: EngineHit, known: KnownWords) -> bool:
    marked = letter.document.quote(span)
    first, _, rest = marked.partition(" ")
    if first.lower() in _PLAIN_WORDS and rest and rest == rest.lower():  # "Her adress": the engine marks both
        span = Span(span.end - len(rest), span.end)
        marked = rest
    word = _whole_word(letter.text, span)
    if known.holds(word) or known.holds(marked) or _ADDRESS.search(_chunk(letter.text, span)):
        return False
    if not fold(marked).isascii() or any(ch.isdigit() for ch in word):
        return False
    if is_borrowed(letter, span, known.phrases):
        return False
    if meant_title(letter, span, known.titles) or _meant_at_edge(letter, span, known):
        return True
    part = letter.part_at(span.start)
    if part in EDGES and (part is not Part.ENCLOSURES or marked != marked.lower()):
        return False
    if {_bare(word), _bare(marked)} & (letter.names | people_words(letter)):
        return False
    if marked == marked.lower():
        return not _is_foreign(letter, span) and not _is_particle(letter, span)
    return _is_capital_slip(letter, span, hit)


def _meant_at_edge(letter: Letter, span: Span, known: KnownWords) -> str | None:
    """The word that is meant in a line at the edge of the letter; None in any other part."""
    if letter.part_at(span.start) not in EDGES or _is_foreign(letter, span):
        return None
    return meant_at_edge(letter, span, known.titles, known.edges)


def _is_capital_slip(letter: Letter, span: Span, hit: EngineHit) -> bool:
    """A word with a capital is a name, unless it begins a sentence and is all but an ordinary word, or it is nearly
    one of the office's own words (those are not among the letter's names)."""
    marked = letter.document.quote(span)
    if marked.isupper() or marked[1:] != marked[1:].lower() or len(marked) < _SHORTEST_SLIP:
        return False
    if not hit.suggestions or " " in hit.suggestions[0] or not _is_near(fold(marked), fold(hit.suggestions[0])):
        return False
    if not _OPENS_SENTENCE.search(letter.text[max(0, span.start - 40) : span.start]):
        return True
    if fold(hit.suggestions[0]) in _OPENERS:
        return True
    return not _acts_as_name(letter, span)


def _stands_in(letter: Letter, suggestion: str) -> bool:
    return re.search(rf"\b{re.escape(fold(suggestion))}\b", letter.folded) is not None


def _is_placeholder(text: str, span: Span) -> bool:
    """Whether the words are the name of a field that was never filled in; that is a fault of its own."""
    return _FIELD_OPEN.search(text[max(0, span.start - 62) : span.start]) is not None


def _acts_as_name(letter: Letter, span: Span) -> bool:
    """Whether the first word of a sentence stands where a name would: it does something, or looks like no word."""
    sentence = letter.sentence_at(span.start)
    if sentence is None:
        return True
    if _NAMED.match(letter.text, span.end):
        return True
    token = next((token for token in sentence.parse if token.idx == span.start - sentence.offset), None)
    if token is not None and _THING.search(fold(token.text)):
        return False
    if token is None or token.dep_ in _NAME_ROLES:
        return True
    return token.pos_ == "PROPN" and _ENDING.search(fold(token.text)) is None


def _is_foreign(letter: Letter, span: Span) -> bool:
    """Whether the word stands in brackets with one other at most, or beside the small words of Welsh."""
    before, after = letter.text[: span.start], letter.text[span.end :]
    opened = re.search(r"\(([^()\n]{0,40})$", before)
    closed = re.match(r"([^()\n]{0,40})\)", after)
    if opened and closed and len((opened[1] + closed[1]).split()) <= 2:
        return True
    return _WELSH.search(fold(letter.text[max(0, span.start - 25) : span.end + 25])) is not None


def _is_particle(letter: Letter, span: Span) -> bool:
    """Whether the word is one that stands inside names ("van der Meulen"), with the rest of a name behind it."""
    marked = letter.text[span.start : span.end]
    return marked in _PARTICLES and re.match(r" (?:[a-z]{1,4} )?[^\W\d_a-z]", letter.text[span.end :]) is not None


def _is_near(word: str, other: str) -> bool:
    """One letter more, fewer or different, or two neighbours swapped."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, rest_other = word[start:], other[start:]
    swapped = rest[:2] == rest_other[:2][::-1] and rest[2:] == rest_other[2:]
    return swapped or rest[1:] == rest_other or rest == rest_other[1:] or rest[1:] == rest_other[1:]


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _whole_word(text: str, span: Span) -> str:
    """The marked word with what is joined to it by hyphens and apostrophes."""
    start = re.search(r"[\w'’-]*\Z", text[max(0, span.start - 30) : span.start])
    end = re.match(r"[\w'’-]*", text[span.end : span.end + 30])
    joined = f"{start[0] if start else ''}{text[span.start : span.end]}{end[0] if end else ''}"
    return joined.strip("'’-")


def _chunk(text: str, span: Span) -> str:
    """Everything around the marked words up to the next blank."""
    start = re.search(r"\S*\Z", text[max(0, span.start - 60) : span.start])
    end = re.match(r"\S*", text[span.end : span.end + 60])
    return f"{start[0] if start else ''}{text[span.start : span.end]}{end[0] if end else ''}".strip("(),;")


def _lines(file: Path) -> set[str]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f'The file of words "{file}" cannot be read: save it as plain text (UTF-8).') from error
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return {line for line in lines if line}
