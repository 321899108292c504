"""Empathy: words that fit the reader, against a stock phrase at the very end."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.reading import Reading

Read = Callable[[str, str], Reading]
STOCK = "I do appreciate how frustrating this must be."


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (f"We have stopped the case.\n\nPlease ring me.\n\n{STOCK}", "partly"),
        ("We have stopped the case.\n\nPlease ring me.\n\nMay I offer you my condolences.", "partly"),
        (f"{STOCK}\n\nWe have stopped the case.\n\nPlease ring me.", "met"),
        ("We have stopped the case.\n\nHaving to think about moving a second time must be exhausting.", "met"),
        (f"You had saved for that piano for years.\n\nPlease ring me.\n\n{STOCK}", "met"),
    ],
)
def test_a_stock_phrase_counts_in_full_only_where_it_is_not_all_that_stands_at_the_end(
    read: Read, body: str, status: str
) -> None:
    assert str(judge("empathy", read(body, "vcl-stopped")).status) == status
