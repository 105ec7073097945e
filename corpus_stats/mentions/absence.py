"""The message for an actor that no article mentions."""

from __future__ import annotations

import difflib
from collections import Counter

from ..lexicon import Lexicon
from ..tokens import Tokens
from .entities import names

__all__ = ["unmentioned"]

_MOST_COMPARED, _MOST_SHOWN = 2000, 5
_LEAST_ALIKE = 0.6


def unmentioned(tokens: Tokens, lexicon: Lexicon, actor: str) -> str:
    """Line for an `ArgumentError`: the actor is never mentioned, what was searched, and the nearest names there are.

    Names of the corpus are those that `names` finds: the most similar ones, or the most frequent where none is similar.
    """
    sought = lexicon.actor(actor)
    found = names(tokens)
    counts = Counter(found.entity_names[i] for i in found.entities.tolist())
    common = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST_COMPARED]
    searched = (sought.name, *sought.aliases)
    alike = {
        name: None
        for alias in searched
        for name in difflib.get_close_matches(alias, common, n=_MOST_SHOWN, cutoff=_LEAST_ALIKE)
    }
    shown = list(alike)[:_MOST_SHOWN]
    start = f"actor {sought.name!r} is never mentioned; searched {', '.join(map(repr, searched))}"
    if shown:
        return f"{start}; the nearest names in the corpus are {', '.join(map(repr, shown))}"
    if common:
        return f"{start}; the names met most often are {', '.join(map(repr, common[:_MOST_SHOWN]))}"
    return f"{start}; the corpus has no names"
