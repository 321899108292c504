"""Texts → letters, for tests: as the examples of a rule become letters."""

from vlucheck.trial.letters import PARTS, PLACES, case_from, letter_from, letter_text

__all__ = ["PARTS", "PLACES", "case_from", "letter_from", "letter_text"]
