"""The first sentence of a letter → whether it is about the office, its rules and its file, and not about the person."""

from collections.abc import Iterator, Mapping

from vlucheck.checks.tone.persons import Scene
from vlucheck.document import Span

Words = Mapping[str, frozenset[str]]


def office_first(scene: Scene, words: Words) -> Iterator[Span]:
    """The whole first sentence, if it has a word of the office and none for the reader."""
    if scene.index != 0:
        return
    said = {token.lemma_.lower() for token in scene.tokens} | {token.lower_ for token in scene.tokens}
    if said & words["office"] and not said & words["person"]:
        yield scene.sentence.span
