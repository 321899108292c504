"""Labelled model letters and sets of wordings → edited letters, each with the status that its element ought to have."""

import collections
import dataclasses
import datetime
import hashlib
import pathlib
import re

import yaml
from score_letters import needs

from vlucheck.letter.workdays import add_working_days

LETTERS = pathlib.Path(__file__).parent / "letters"
FOLDER = pathlib.Path(__file__).parent / "ablation"
DEVELOPMENT = frozenset("pqrstvxabcdefghijk")
STATUSES = ("met", "partly", "missing")
SAMPLE = {"taken out": 4, "near miss": 4, "other words": 4}
SIGN_OFF = re.compile(r"^Yours \w+,?\n(?P<below>.*?)(?=\n(?:Enc|Copy|cc)|\Z)", re.MULTILINE | re.DOTALL)
# A letter to somebody who asked for a review and complained speaks of the review everywhere, and owes two answers.
SKIPPED = {("vrr-and-complaint", "vrr-right"), ("vrr-and-complaint", "reply-by")}
# Of what fills paragraphs the labels mark some sentences only: there the paragraphs go.
IN_PARAGRAPHS = ("reasons", "issues-answered")
DECIDING = ("vcl-", "decision-", "vrr-l", "vrr-i", "vrr-and")
FOREVER = re.compile(r"cannot|can['’]t|never|for good|not allow|final|It cannot", re.IGNORECASE)
STANDS = re.compile(r"stands|same (?:view|decision)|was right", re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class Marked:
    """A labelled letter: its text, its label, and the sentences that carry each element."""

    text: str
    label: dict
    carried: dict

    @property
    def type(self) -> str:
        return self.label["type"]


@dataclasses.dataclass(frozen=True)
class Case:
    """One edit of one letter: the text after it, the wanted status, and the elements that the edit touches too."""

    stem: str
    type: str
    element: str
    edit: str
    say: str
    want: str
    text: str
    without: str
    shared: frozenset
    condition: bool
    wording: str


def letters_marked() -> dict[str, Marked]:
    """The development letters that a manager would send unchanged, by name."""
    also = yaml.safe_load((FOLDER / "also.yaml").read_text(encoding="utf-8")) or {}
    found = {}
    for path in sorted(LETTERS.glob("*.yaml")):
        label = yaml.safe_load(path.read_text(encoding="utf-8")) if path.stem[0] in DEVELOPMENT else {}
        if not label.get("ready"):
            continue
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        carried = {key: list(some) for key, some in label["evidence"].items()}
        for element, more in also.get(path.stem, {}).items():
            carried.setdefault(element, []).extend(more)
        carried["reference"] = [*carried.get("reference", ()), label["case"]["urn"]]
        for element in IN_PARAGRAPHS:
            carried[element] = [p for p in text.split("\n") if any(s in p for s in carried.get(element, ()))]
        carried["writer-role"] = [*carried.get("writer-role", ()), *_below_the_name(text)]
        found[path.stem] = Marked(text, label, carried)
    return found


def _below_the_name(text: str) -> list[str]:
    """The lines of the signature that may tell the writer's role."""
    found = SIGN_OFF.search(text)
    lines = [line for line in found["below"].splitlines() if line.strip()] if found else []
    return lines[1:]


def cases(marked: dict[str, Marked], wordings: list[dict]) -> list[Case]:
    """Every case that can be made of the letters and the wordings."""
    table = needs()
    return [
        case
        for stem, letter in marked.items()
        for element, status in letter.label["elements"].items()
        if status == "met"
        and letter.carried.get(element)
        and table[element][letter.type] != "-"
        and (letter.type, element) not in SKIPPED
        for case in _of_element(stem, letter, element, wordings)
    ]


def _is_conditional(letter: Marked, element: str) -> bool:
    """Whether the need for the element hangs on what the letter says, and so may go with it."""
    return needs()[element][letter.type].startswith("C")


def _of_element(stem: str, letter: Marked, element: str, wordings: list[dict]):
    without = edited(letter, element, "")
    shared, condition = _shared(letter, element), _is_conditional(letter, element)

    def case(edit: str, wording: str, want: str) -> Case:
        say = filled(wording, letter) if wording else ""
        text = edited(letter, element, say) if say else without
        return Case(stem, letter.type, element, edit, say, want, text, without, shared, condition, wording)

    if element != "restart-honesty" or letter.type == "vcl-stopped":
        yield case("taken out", "", "missing")
    traits = traits_of(letter)
    for key, by_status in ((key, some) for table in wordings for key, some in table.items()):
        name, *asked = key.split()
        if name == element and set(asked) <= traits:
            for status in STATUSES:
                edit = "other words" if status == "met" else "near miss"
                yield from (case(edit, say, status) for say in by_status.get(status) or ())


def _shared(letter: Marked, element: str) -> frozenset:
    """The other elements that are carried, in part, by what is taken out."""
    gone = letter.carried[element]
    touched = {
        other for other, some in letter.carried.items() if any(one in two or two in one for one in some for two in gone)
    }
    return frozenset(touched)


def edited(letter: Marked, element: str, say: str) -> str:
    """The letter's text with the sentences of the element taken out and the words put where the first one stood."""
    text, first = letter.text, None
    for sentence in letter.carried[element]:
        while (at := text.find(sentence)) >= 0:
            first = at if first is None else min(first, at)
            text = text[:at] + text[at + len(sentence) :]
    if say and first is not None:
        text = (
            f"{text[:first]} {say} {text[first:]}"
            if text[first - 1 : first] not in ("\n", "")
            else (f"{text[:first]}{say} {text[first:]}")
        )
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text)


def traits_of(letter: Marked) -> set[str]:
    """What kind of wording suits this letter: its type, whether it decides or answers, how the case or review ended."""
    kind, carried = letter.type, letter.carried
    ended = " ".join(carried.get("restart-honesty", ()))
    review = " ".join(carried.get("review-outcome", ()))
    return {
        kind,
        "decides" if kind.startswith(DECIDING) else "role",
        "answers" if kind.startswith("complaint") else "stops",
        "closed" if FOREVER.search(ended) else "open",
        "stands" if STANDS.search(review) else "changed",
        "upheld",
        "refused",
        "second" if kind == "complaint-stage-2" else "first",
    }


def filled(say: str, letter: Marked) -> str:
    """The wording with the letter's own dates, names and offence in its slots."""
    facts = letter.label["case"]
    written = facts["letter_date"]
    to, offence = facts["recipient"], (facts.get("offences") or ["theft"])[0]
    slots = {
        "date": _day(written),
        "by": _day(add_working_days(written, 10)),
        "later": _day(add_working_days(written, 15)),
        "month": _day(_month_after(written)),
        "received": _day(written - datetime.timedelta(days=1)),
        "urn": facts["urn"],
        "to": f"{to.get('title') or ''} {to['last']}".strip(),
        "who": ((facts.get("defendants") or [{}])[0].get("name")) or "the man",
        "offence": offence,
    }
    said = re.sub(r"\{(\w+)\}", lambda match: slots[match[1]], say)
    return said[0].upper() + said[1:]


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _month_after(day: datetime.date) -> datetime.date:
    year, month = (day.year + day.month // 12, day.month % 12 + 1)
    return datetime.date(year, month, min(day.day, 28))


def sampled(every: list[Case], each: bool) -> list[Case]:
    """Some cases of each element and edit, always the same; or each wording once, and more of what is taken out."""
    groups = collections.defaultdict(list)
    for case in sorted(every, key=_chance):
        groups[(case.element, case.edit)].append(case)
    chosen = []
    for (_, edit), some in sorted(groups.items()):
        unlike = list({case.wording or case.stem: case for case in some}.values())
        chosen += unlike[: None if each and edit != "taken out" else SAMPLE[edit] * (5 if each else 1)]
    return chosen


def _chance(case: Case) -> str:
    return hashlib.sha256(f"{case.stem} {case.element} {case.edit} {case.say}".encode()).hexdigest()
