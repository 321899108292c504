"""What a letter is: a document understood as parts, sentences, people, dates, references and a type."""

from vlucheck.letter.knowledge import Knowledge, knowledge_from
from vlucheck.letter.model import Letter, Line, Paragraph, Part, Person, Role, Sentence, TypeGuess, fold
from vlucheck.letter.parser import open_parser
from vlucheck.letter.understand import understand

__all__ = [
    "Knowledge",
    "Letter",
    "Line",
    "Paragraph",
    "Part",
    "Person",
    "Role",
    "Sentence",
    "TypeGuess",
    "fold",
    "knowledge_from",
    "open_parser",
    "understand",
]
