"""`Mentions`: where each actor of a lexicon is referred to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import ArgumentError, nearest
from ..lexicon import Lexicon
from ..tokens import Tokens

__all__ = ["MENTION_KINDS", "Mentions"]

MENTION_KINDS = ("name", "titled name", "description", "pronoun")


@dataclass(frozen=True, eq=False)
class Mentions:
    """References to the actors of a lexicon, in the order of the text.

    Mentions of one actor never overlap; those of two may: in *Haftar's forces* a man is mentioned and an army.

    Attributes
    ----------
    tokens : Tokens
    lexicon : Lexicon
    documents : int32 array of shape (n,)
        Position of the document in the corpus.
    first, last : int64 arrays of shape (n,)
        Token positions, `last` exclusive: the name; title and name; the noun group of a description without its
        determiner; the pronoun.
    heads : int64 array of shape (n,)
        Position of the name's first token, of the description's head noun, of the pronoun.
    actors : int32 array of shape (n,)
        Position in ``lexicon.actors``.
    kinds : uint8 array of shape (n,)
        Position in `MENTION_KINDS`.
    """

    tokens: Tokens
    lexicon: Lexicon
    documents: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    heads: NDArray[np.int64]
    actors: NDArray[np.int32]
    kinds: NDArray[np.uint8]

    def __len__(self) -> int:
        return int(self.first.size)

    def of(self, actor: str) -> Mentions:
        """Mentions of one actor, called by name or alias."""
        wanted = self.lexicon.actor(actor).name
        positions = [i for i, one in enumerate(self.lexicon.actors) if one.name == wanted]
        return self.where(self.actors == positions[0])

    def of_kind(self, *kinds: str) -> Mentions:
        """Mentions of some kinds.

        Raises
        ------
        ArgumentError
            There is no such kind.
        """
        for kind in kinds:
            if kind not in MENTION_KINDS:
                raise ArgumentError(f"mentions have no kind {kind!r}; {nearest(kind, MENTION_KINDS)}")
        return self.where(np.isin(self.kinds, [MENTION_KINDS.index(kind) for kind in kinds]))

    def where(self, mask: NDArray[np.bool_]) -> Mentions:
        """Mentions that a mask of shape (n,) holds."""
        return Mentions(
            self.tokens,
            self.lexicon,
            self.documents[mask],
            self.first[mask],
            self.last[mask],
            self.heads[mask],
            self.actors[mask],
            self.kinds[mask],
        )
