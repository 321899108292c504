"""A line of words, as they are typed in a rule's own lists → the set of them."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of the text, which are parted by blanks."""
    return frozenset(text.split())
