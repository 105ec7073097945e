"""Lists of terms, actors and roles: what they are, and reading and checking them."""

from .reading import read_lexicon, schema
from .roles import ELSEWHERE, UNCLEAR, Role, Side
from .texts import pattern_fault
from .values import Actor, Lexicon, Term

__all__ = [
    "ELSEWHERE",
    "UNCLEAR",
    "Actor",
    "Lexicon",
    "Role",
    "Side",
    "Term",
    "pattern_fault",
    "read_lexicon",
    "schema",
]
