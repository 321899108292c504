"""A point of the reader's and a text → whether the text speaks of the same thing, by a telling or a kindred word."""

import re

_STEM, _SEVERAL = 5, 3
_PERSON = re.compile(r"\b(?:mr|mrs|ms|miss|dr|pc|dc|ds) ([a-z][a-z'-]+)")
# Words that speak of the same thing in the answer as in the point.
_SAME = (
    r"ring|rang|rung|call\w*|phon\w*|telephon\w*|voicemail\w*|messag\w*",
    r"letter\w*|wr(?:ote|ite\w*|itten)|e-?mails?|repl(?:y|ies|ied)|answer\w*|respon\w*",
    r"late\w*|delay\w*|wait\w*|slow\w*|weeks?|months?|long\w*|sooner",
    r"rude\w*|manner\w*|tone|sp(?:oke|eak)\w*(?! of\b)|brusque\w*|unkind\w*|curt\w*",
    r"told|tell\w*|inform\w*|notice|knew|know\w*|hear\w*|learn\w*|aware",
    r"money|expens\w*|fares?|cost\w*|pa(?:y|id)\w*|claim(?:s|ed)? (?:for|form)s?|compensat\w*|£",
    r"screen\w*|curtain\w*|link|measures?",
    r"charg\w*|offence\w*|plea\w*|decision\w*|decid\w*",
    r"names?|spel\w*|misspel\w*|address\w*|title\w*",
    r"witness\w*|saw|seen|see",
    r"court\w*|hearing\w*|trial\w*|date\w*|judge\w*",
    r"polic\w*|officer\w*|sergeant|constable|pc|dc",
    r"film\w*|camera\w*|footage|cctv|record\w*|pictur\w*|photo\w*|video\w*",
)
_ALIKE = tuple(re.compile(rf"\b(?:{words})\b") for words in _SAME)
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "about after again all also and any are ask asked because been before being but can case complaint could did "
        "does earlier first for from get got had has have having her him his how into its just know letter made more "
        "never nobody none not now off one only other our out over point points question said say says second she "
        "should some such than that the their them then there these they third this those two very was were what when "
        "where which while who whom whose why with without word would you your yours",
    )
)
# Words that stand in every letter about a case: they tell a point only where it has no others.
_COMMON = re.compile(r"^(?:polic|court|lette|heari|trial|decis|charg|evide|feel|felt|never|matte|way|fact)")
_YOUR_WORDS = re.compile(r"\b(?:what|as|which|that) you (?:say|said|write|wrote|told|tell|ask|asked)\b")
_STANDS_FOR_IT = re.compile(
    r"\W*(?:yes|no|it|they|that|this|he|she|these|those|both|neither|none|the answer)\b|\W*in (?:fact|truth)\b"
)


def comes_back(item: str, after: str, before: str | None = None) -> bool:
    """Return whether a telling word of the item, a word for the same thing, or a number of it stands in the text. Where
    the item is about a person of whom `before` knows nothing, it is the name that has to come back, or else two
    thirds of what is told of them ("the prosecutor arrived late" for "that Miss Lunt arrived late")."""
    after = _YOUR_WORDS.sub(" ", after)
    people = [name for name in _PERSON.findall(item) if before is not None and not _stands(name, before)]
    stems = _stems(item, 4)
    telling = {stem for stem in stems if not _COMMON.match(stem)} or stems
    if people and not any(_stands(name, after) for name in people):
        others = telling - {name[:_STEM] for name in people}
        if len(others) >= _SEVERAL:
            return 3 * sum(_stands(stem, after) for stem in others) >= 2 * len(others)
    if any(_stands(stem, after) for stem in telling):
        return True
    if any(_tells(alike, item, telling) and alike.search(after) for alike in _ALIKE):
        return True
    return any(re.search(rf"\b{number}\b", after) for number in re.findall(r"\d+", item))


def is_named_again(item: str, before: str, after: str) -> bool:
    """Return whether a word of the item that was new in it comes back in the text; True where it has no new word."""
    fresh = [stem for stem in _stems(item, 3) if not _stands(stem, before)]
    return not fresh or any(_stands(stem, after) for stem in fresh)


def stands_for_it(text: str) -> bool:
    """Return whether the text opens with a word that stands for what went before ("It was", "No, they did not")."""
    return _STANDS_FOR_IT.match(text) is not None


def _tells(alike: re.Pattern[str], item: str, telling: set[str]) -> bool:
    """Whether one of the kindred words stands in the item, and is not one of those that stand everywhere."""
    found = {each[0][:_STEM] for each in alike.finditer(item)}
    return bool(found) and (not telling or any(not _COMMON.match(each) or each in telling for each in found))


def _stems(item: str, least: int) -> set[str]:
    words = re.findall(rf"[^\W\d_]{{{least},}}", item)
    return {word[:_STEM] for word in words if word not in _PLAIN}


def _stands(stem: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(stem)}", text) is not None
