"""Surnames that are small words too: Theresa May, Shelley Long.

A word that is an adverb or an auxiliary otherwise is a surname where it has a capital and a given name, or a word that
is nothing else, stands at once before it; and again in that document. Such a token can be nothing else: it loses its
classes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens
from .classes import ADVERB, AUXILIARY, GIVEN_NAME_F, GIVEN_NAME_M, NUMBER, PREPOSITION, TIME, VERB, VERB_BASE

__all__ = ["are_surnames"]

_Truth = NDArray[np.bool_]

_SMALL = AUXILIARY | ADVERB
_GIVEN = GIVEN_NAME_M | GIVEN_NAME_F
# In a sentence with more capitals they show nothing but behind a given name.
_TITLE_CASE, _SHORT = 0.6, 4
# Of these a month is never the subject.
_SPOKEN = ("said", "says", "told", "tells", "added", "adds")
_COURTESY = ("mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr")


def are_surnames(tokens: Tokens, classes: NDArray[np.uint32], marks: NDArray[np.uint16], is_capital: _Truth) -> _Truth:
    """Which tokens of a corpus are surnames though their words are adverbs, auxiliaries or months."""
    found = np.zeros(len(tokens), dtype=bool)
    is_day = classes[:-1] & np.uint32(AUXILIARY | TIME) == TIME
    places = np.flatnonzero(is_capital[:-1] & (classes[:-1] & np.uint32(_SMALL) != 0) & ~is_day)
    bounds = tokens.sentence_bounds
    is_first = bounds[np.searchsorted(bounds, places)] == places
    before, after = classes[places - 1], classes[places + 1]
    is_joined = marks[places + 1] == 0
    # in a headline: Hope May Fade
    is_verb = is_joined & is_capital[places + 1] & (after & np.uint32(VERB_BASE) != 0)
    is_named = ~is_first & is_capital[places - 1] & (marks[places] == 0)
    is_named &= (before & np.uint32(_GIVEN) != 0) | ((before == 0) & ~_are_titles(tokens, is_capital, places))
    # Mrs May; with a stop or without
    is_named |= ~is_first & _are_words(tokens, places - 1, _COURTESY)
    is_named &= ~(is_joined & is_capital[places + 1]) & (after & np.uint32(NUMBER) == 0)
    # May said so
    is_month = classes[places] & np.uint32(AUXILIARY | TIME) == AUXILIARY | TIME
    is_named |= is_first & is_month & is_joined & _are_words(tokens, places + 1, _SPOKEN)
    if not is_named.any():
        return found
    # where a sentence begins, only before a verb; no month behind "in"
    acts = is_joined & (after & np.uint32(VERB | AUXILIARY) != 0) & (after & np.uint32(VERB_BASE) == 0)
    is_date = (before & np.uint32(PREPOSITION) != 0) | (after & np.uint32(NUMBER) != 0)
    documents = np.searchsorted(tokens.bounds, places, side="right").astype(np.int64)
    keys = documents << 32 | tokens.type_ids[places]
    is_again = np.isin(keys, keys[is_named]) & np.where(is_first, acts, ~is_date & ~is_verb)
    found[places[is_named | is_again]] = True
    return found


def _are_words(tokens: Tokens, places: NDArray[np.int64], words: tuple[str, ...]) -> _Truth:
    wanted = [number for word in words if (number := tokens.id_of(word)) is not None]
    return np.isin(tokens.type_ids[np.minimum(places, len(tokens) - 1)], wanted)


def _are_titles(tokens: Tokens, is_capital: _Truth, places: NDArray[np.int64]) -> _Truth:
    """Which of some places stand in a sentence that is mostly capitals, or too short to tell."""
    bounds, totals = tokens.sentence_bounds, np.concatenate([[0], np.cumsum(is_capital)])
    numbers = np.searchsorted(bounds, places, side="right")
    first, last = bounds[numbers - 1], bounds[numbers]
    return np.asarray((totals[last] - totals[first] > _TITLE_CASE * (last - first)) | (last - first <= _SHORT))
