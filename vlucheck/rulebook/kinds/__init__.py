"""What each kind of wording rule does: a rule and a letter → findings. Elements and comparisons have checks."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.findings import Finding
from vlucheck.letter.model import Letter
from vlucheck.rulebook.kinds.avoid import compile_avoid
from vlucheck.rulebook.kinds.order import compile_order
from vlucheck.rulebook.kinds.prefer import compile_prefer
from vlucheck.rulebook.model import Rule

Concepts = Mapping[str, tuple[str, ...]]
Applied = Callable[[Letter], list[Finding]]

KINDS: Mapping[str, Callable[[Rule, Concepts], Applied]] = MappingProxyType(
    {"avoid": compile_avoid, "prefer": compile_prefer, "order": compile_order}
)
