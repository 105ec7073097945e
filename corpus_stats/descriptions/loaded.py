"""Occurrences of a lexicon that are said of one actor: those that stand in its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from ..engine import uncollected
from ..errors import ArgumentError
from ..lexicon import Lexicon
from ..matching import Matches
from ..mentions import mentions, unmentioned
from ..occurrences import Spoken, occurrences
from ..tokens import Tokens
from .reading import Descriptions, descriptions
from .sides import speaker_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["occurrences_of"]

# Positions in the VOICES of the module voices, which stands on this floor and is given as an argument.
_OUTLET, _PARAPHRASE = 0, 3


class _Rows(Protocol):
    @property
    def speakers(self) -> Iterable[str | None]: ...


class _Voices(Protocol):
    @property
    def token_voices(self) -> NDArray[np.int8]: ...

    def at(self, documents: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> _Rows: ...


def occurrences_of(tokens: Tokens, lexicon: Lexicon, actor: str, voices: _Voices) -> tuple[Spoken, Spoken]:
    """Occurrences in the labels of an actor, and those in all sentences that refer to it, whoever they are said of.

    Of a hostile label in what the actor's own side is reported to have said the wording is the outlet's.

    Raises
    ------
    ArgumentError
        The lexicon has actors, but not this one; or the articles never mention it.
    """
    cast = lexicon.with_actors([actor])
    who, everyone = cast.actor(actor), mentions(tokens, cast)
    own = everyone.of(actor)
    if not len(own):
        known = lexicon if lexicon.actors else cast  # an actor that a lexicon does not know is most likely misspelt
        raise ArgumentError(unmentioned(tokens, cast, known.actor(actor).name))
    with uncollected():
        read = descriptions(everyone, [cast.actors.index(who)])
    near = occurrences(tokens, lexicon, actor=actor, heads=own.heads)
    labelled = near.in_spans(read.first, read.last)
    of_tokens = voices.token_voices
    if who.side is not None:
        moved = _own_side(labelled.found, read, voices, cast, who.side)
        of_tokens = np.where(moved, np.int8(_OUTLET), of_tokens)
    return Spoken.of(labelled, of_tokens), Spoken.of(near, of_tokens)


def _own_side(found: Matches, read: Descriptions, voices: _Voices, cast: Lexicon, side: str) -> NDArray[np.bool_]:
    """Tokens of the labels in which hostile words are reported of somebody who is on the actor's own side."""
    tokens = found.tokens
    is_hostile = np.array([term.category in cast.hostile for term in cast.terms], dtype=bool)
    rows = np.flatnonzero(is_hostile[found.terms] & (voices.token_voices[found.first] == _PARAPHRASE))
    documents, places = found.documents[rows].astype(np.int64), found.first[rows]
    spans = (column.astype(np.int64) for column in (tokens.starts[places], tokens.ends[found.last[rows] - 1]))
    speakers = list(voices.at(documents, *spans).speakers)
    moved = np.zeros(len(tokens), dtype=bool)
    for place, spoken in zip(places.tolist(), speaker_sides(tokens, cast, documents.tolist(), speakers), strict=True):
        for label in np.flatnonzero((read.first <= place) & (place < read.last)).tolist() if side in spoken else ():
            moved[read.first[label] : read.last[label]] = True
    return moved
