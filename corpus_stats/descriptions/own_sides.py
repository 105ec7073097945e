"""Hostile words for an actor that somebody on the actor's own side is reported to have said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..lexicon import Lexicon
from ..tokens import Tokens
from .sides import speaker_sides

__all__ = ["said_by_own_side"]


def said_by_own_side(
    tokens: Tokens,
    lexicon: Lexicon,
    *,
    documents: NDArray[np.int32],
    actors: NDArray[np.int32],
    categories: Sequence[str],
    is_reported: NDArray[np.bool_],
    speakers: Callable[[NDArray[np.int64]], Sequence[str | None]],
) -> NDArray[np.bool_]:
    """Which wordings are the outlet's, since nobody calls the own side so: hostile, and reported of the actor's side.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
    documents, actors : int arrays of shape (n,)
        Where each wording stands, and the position of the actor that it is said of in ``lexicon.actors``.
    categories : sequence of str, one a wording
    is_reported : bool array of shape (n,)
        Wordings in indirect speech.
    speakers : function
        Speakers of the wordings at some positions; it is asked for no other, because reading a speaker takes time.
    """
    sides = [actor.side for actor in lexicon.actors]
    is_hostile = np.array([category in lexicon.hostile for category in categories], dtype=bool)
    has_side = np.array([sides[i] is not None for i in actors.tolist()], dtype=bool)
    rows = np.flatnonzero(is_hostile & has_side & is_reported)
    own = np.zeros(len(documents), dtype=bool)
    if not len(rows):
        return own
    spoken = speaker_sides(tokens, lexicon, documents[rows].tolist(), speakers(rows))
    own[rows] = [sides[i] in found for i, found in zip(actors[rows].tolist(), spoken, strict=True)]
    return own
