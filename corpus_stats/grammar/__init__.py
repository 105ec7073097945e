"""Shallow English grammar of tokens: word classes, punctuation, noun groups (no model, nothing downloaded)."""

from .arrays import Grammar, grammar
from .groups import noun_group

__all__ = ["Grammar", "grammar", "noun_group"]
