"""A paragraph of the body → whether the full stop at its end is missing."""

import re

from vlucheck.letter.model import Letter, Paragraph, Sentence

_CLOSED = re.compile(
    r"[.!?:;,…)\]\"'”’*_/>-]$|[–—]$|:\s+(?:[A-Z]{2,}\s?)+$"
    r"|:\s+(?:not |partly |in part )?(?:upheld|agreed|accepted|rejected|yes|no)(?: in part)?$",
)
_CONTACT = re.compile(r"@|www\.|https?:|\d{3,}|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
_TITLE = re.compile(
    r" \| |^(?-i:[A-Z]{3,})\b|^(?:part|step|point|stage|issue|section|question|complaint|matter|concern"
    r"|reason|ground|item) (?:\w+|\d+)\b|^(?:one|two|three|four|five|six)[:.–-]",
    re.IGNORECASE,
)
_NUMBER_IS = re.compile(
    r"\b(?:number|line|extension) (?:here |there )?is\b|\b(?:ring|call|reach|phone|telephone) (?:me|us|her|him)\b"
)
_PHONE_LAST = re.compile(r"\b0\d[\d ]{7,}\d$")
_ASKS_FOR = re.compile(
    r"(?:if|when|should) (?:you|anything|there|he|it|any)\b|"
    r"(?:please|do) (?:ring|call|write|ask|tell|let|keep|contact|read)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:what|why|how|when|where|who|which)\b", re.IGNORECASE)
_FEWEST_WORDS = 7
_FEWEST_ALONE = 12  # fewer words with a line to themselves are rather a heading
_FEWEST_TOLD = 8  # unless they tell what somebody did, as no heading does
_TELLERS = frozenset({"i", "he", "she", "they"})
_FEWEST_SAID = 7  # "I am sorry …", "Thank you for …", "We have …": no heading speaks to the reader like this
_SAYS = re.compile(
    r"(?:(?:i|we) (?:am|are|was|were|have|had|will|would|can|could|know|hope|understand|look|want|looked|do)|"
    r"thank you for|please (?:\w+)|(?:it|this|there) (?:is|was|are|were|will)|"
    r"you (?:asked|told|said|wrote)|he (?:is|was|will))\b",
    re.IGNORECASE,
)
_FEWEST_HANGING = 5
_TO_SIGN_OFF = re.compile(
    r"(?:and )?(?:(?:i|we) (?:remain|am|are)|with)\b.*\b(?:wish(?:es)?|regards?|sympathy|thoughts|remain),$",
    re.IGNORECASE,
)
_PAST = frozenset({"VBD", "VBN"})


def lacks_stop(letter: Letter, paragraph: Paragraph) -> bool:
    """Only a paragraph that is a whole sentence: no list item, no line of contact details, no line that runs on."""
    text = letter.document.quote(paragraph.span).rstrip()
    if text.endswith((",", ";")) and not paragraph.is_item and paragraph.sentences[-1:]:
        last = paragraph.sentences[-1]
        leads_on = _TO_SIGN_OFF.match(last.text) is not None
        return (
            last.words >= _FEWEST_HANGING
            and not leads_on
            and _is_told(last)
            and not _followed_by_item(letter, paragraph)
        )
    if paragraph.is_item or not text or _CLOSED.search(text) or not paragraph.sentences:
        return False
    last = paragraph.sentences[-1]
    if _tells_number(last, text):
        return not _TITLE.search(text)
    if last.words < _FEWEST_WORDS or not _has_verb(last) or _is_contact(last, text) or _TITLE.search(text):
        return False
    fewest = (
        _FEWEST_SAID if _SAYS.match(text) or _ASKS_FOR.match(text) else _FEWEST_TOLD if _tells(last) else _FEWEST_ALONE
    )
    if len(paragraph.sentences) == 1 and (last.words < fewest or _ASKS.match(text)):
        return False
    following = _following(letter, paragraph)
    return following is None or (not following.is_item and letter.document.quote(following.span)[:1].isupper())


def _has_verb(sentence: Sentence) -> bool:
    return any(token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph) for token in sentence.parse)


def _is_told(sentence: Sentence) -> bool:
    """Whether it has a subject and its verb, so that no comma can end it."""
    return _has_verb(sentence) and any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in sentence.parse)


def _tells_number(sentence: Sentence, text: str) -> bool:
    """ "My number is 01632 960417": a sentence about a number, not a line of contact details."""
    return _NUMBER_IS.search(sentence.text) is not None and _PHONE_LAST.search(text) is not None and _is_told(sentence)


def _is_contact(sentence: Sentence, text: str) -> bool:
    """Whether it ends in an address, or is a line of contact details rather than a sentence with its own words."""
    if _CONTACT.search(text.split()[-1]) or not _CONTACT.search(text[-40:]):
        return _CONTACT.search(text.split()[-1]) is not None
    return not (_is_told(sentence) or _ASKS_FOR.match(sentence.text))


def leaves_list_open(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether it is the last item of a list and ends in the semicolon that parts the items."""
    text = letter.document.quote(paragraph.span).rstrip()
    if not paragraph.is_item or not text.endswith(";"):
        return False
    before = next((p for p in letter.paragraphs if p.number == paragraph.number - 1), None)
    listed = before is not None and before.is_item and letter.document.quote(before.span).rstrip().endswith(";")
    following = _following(letter, paragraph)
    return listed and following is not None and not following.is_item and _begins_anew(letter, following)


def _begins_anew(letter: Letter, paragraph: Paragraph) -> bool:
    return letter.document.quote(paragraph.span)[:1].isupper()


def _following(letter: Letter, paragraph: Paragraph) -> Paragraph | None:
    return next((p for p in letter.paragraphs if p.number == paragraph.number + 1), None)


def _followed_by_item(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether a list, or a paragraph that goes on in small letters, comes next."""
    following = _following(letter, paragraph)
    return following is not None and (following.is_item or letter.document.quote(following.span)[:1].islower())


def _tells(sentence: Sentence) -> bool:
    """Whether it begins with who did something and goes on with what: "The sale raised £90 for the hospice"."""
    root = sentence.parse.root
    subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if root.tag_ not in _PAST or subject is None or subject.left_edge.i != sentence.parse.start:
        return False
    return subject.lower_ in _TELLERS or (root.tag_ == "VBD" and subject.i < root.i)
