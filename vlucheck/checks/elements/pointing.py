"""An element that is lacking → the words of the letter where the officer has to mend it, if there are any.

Words that come near it ("You will hear from us in due course") are the place, in what the judge saw of it if they stand
there; then what the judge saw, the letter's own sentences before the lines of its head; then what the wordings found
and the judge did not accept (that a case can be started again, when it cannot); then the sentence of another element
that it belongs beside: a time limit is added where the right is told.
"""

from collections.abc import Iterator

from vlucheck.checks.elements.alike import Alike
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.reading import Reading, Sought, spans
from vlucheck.document import Span
from vlucheck.findings import Element, Status

Place = tuple[Span, Span]
"""The words, and the sentence or line they stand in."""

_HALF_ELSEWHERE = ("decision", "reasons", "review-outcome", "vrr-before-complaint")
"""Elements whose judges take them for half met by other sentences than the one that falls short."""
_LEFT_FIRST = ("issues-answered", "complaint-outcome")
"""Elements whose judges put first the point that is left open."""


def pointed(element: Element, sought: Sought, alike: Alike, reading: Reading) -> Span | None:
    """Return the place, or None where the letter has nothing like the element."""
    if element.id in _LEFT_FIRST and element.evidence and judge(element.id, reading).status is Status.PARTLY:
        return element.evidence[0]
    places = next(filter(None, _places(element, sought, reading)), ())
    shares = {span: share for share, span in (alike.read or alike.found).get(element.id, ())}
    best = max(places, key=lambda place: (shares.get(place[1], 0.0), -place[0].start), default=None)
    return best[0] if best else None


def _places(element: Element, sought: Sought, reading: Reading) -> Iterator[tuple[Place, ...]]:
    """The best places first."""
    evidence = element.evidence if element.status is Status.PARTLY else ()
    near = tuple(_near(sought, reading))
    yield tuple(place for place in near if place[1] in evidence)
    if not evidence or element.id in _HALF_ELSEWHERE:
        yield near
    yield _whole(tuple(span for span in evidence if reading.letter.sentence_at(span.start)))
    yield _whole(evidence)
    said = reading.said[sought.beside or element.id]
    yield _whole(spans(said.met))
    yield _whole(spans(said.partly))


def _near(sought: Sought, reading: Reading) -> Iterator[Place]:
    """The words that a wording marks; the whole sentence for one that only asks what stands in it (`has`)."""
    for each in sought.near:
        for hit in each.find(reading.letter):
            whole = hit.units[0].span
            yield (hit.span if each.either else whole), whole


def _whole(among: tuple[Span, ...]) -> tuple[Place, ...]:
    return tuple((span, span) for span in among)
