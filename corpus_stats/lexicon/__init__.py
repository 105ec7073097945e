"""Lists of terms and actors: what they are, and reading and checking them."""

from .reading import read_lexicon, schema
from .values import Actor, Lexicon, Term, pattern_fault

__all__ = ["Actor", "Lexicon", "Term", "pattern_fault", "read_lexicon", "schema"]
