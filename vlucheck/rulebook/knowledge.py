"""The rulebook's table of letter types → the letter layer's Knowledge."""

from vlucheck.errors import BadRule
from vlucheck.letter.knowledge import Knowledge, knowledge_from
from vlucheck.linear import load_model
from vlucheck.rulebook.model import Rulebook


def knowledge_of(rulebook: Rulebook) -> Knowledge:
    """Return what the letter layer has to know. Raises BadRule when the table is missing or wrong."""
    path = rulebook.folder / "letter-types.yaml"
    try:
        model = load_model(rulebook.model("letter-types"))
        return knowledge_from(rulebook.tables["letter-types"], rulebook.concepts, model)
    except (KeyError, ValueError, TypeError) as error:
        raise BadRule(f"{path}: {error}") from error
