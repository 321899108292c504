"""A word that nobody knows and the words that are known → a sentence with the nearest."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known word, or lists them all."""
    words = list(known)
    near = nearest(word, words)
    return f'Did you mean "{near}"?' if near else f"Known are {', '.join(words)}."


def nearest(word: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The known word that is most like this one; None where none is as like (0 to 1) as `least`."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=least)), None)
