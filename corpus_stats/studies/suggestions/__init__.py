"""Candidates for a lexicon, for the user to keep or strike: whom the articles name, and what they are called."""

from .actors import SuggestedActors, suggested_actors
from .terms import SuggestedTerms, suggested_terms

__all__ = ["SuggestedActors", "SuggestedTerms", "suggested_actors", "suggested_terms"]
