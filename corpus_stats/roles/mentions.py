"""`role_mentions`: who plays a role, where, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, grammar
from ..lexicon import Lexicon, Role
from ..tokens import Tokens
from .context import settle
from .sides import Sides
from .speech import Speakers, Speech
from .spotting import Mention, role_nouns, role_words
from .ties import ties
from .words import ARMED, FRIENDS, HIRED, REVILED

__all__ = ["RoleMentions", "role_mentions"]


# Words whose side depends on who says them.
_TELLING = (*REVILED, *HIRED, *FRIENDS, *ARMED)


@dataclass(frozen=True, eq=False)
class RoleMentions:
    """Mentions of a role in the order of the text.

    Attributes
    ----------
    documents : int32 array of shape (n,)
    first, last : int64 arrays of shape (n,)
        Token positions, half-open.
    sides : int8 array of shape (n,)
        Position in ``role.sides``; -1 unclear, -2 elsewhere.
    terms : tuple of tuples of int
        Positions in ``role.nouns`` that each mention is worded by; none for a pronoun.
    tied_by : tuple of str
        What decided the side; ``""`` where nothing did.
    is_pronoun : bool array of shape (n,)
    n_repeated : int
        Mentions left out because their sentence stands in the article before.
    """

    documents: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    sides: NDArray[np.int8]
    terms: tuple[tuple[int, ...], ...]
    tied_by: tuple[str, ...]
    is_pronoun: NDArray[np.bool_]
    n_repeated: int = 0


def role_mentions(tokens: Tokens, role: Role, lexicon: Lexicon, speakers: Speakers | None = None) -> RoleMentions:
    """Mentions of a role, each with the side that it belongs to; `speakers` tells who says what."""
    reading = grammar(tokens)
    names = {name.casefold() for actor in lexicon.actors for name in (actor.name, *actor.aliases)}
    words = role_words(reading, role)
    found, n_repeated = role_nouns(reading, role, words, names)
    documents = np.searchsorted(tokens.bounds, [mention.first for mention in found], side="right") - 1
    nouns = {place for mention in found for place in range(mention.first, mention.last)}
    rules = Sides(reading, role, ties(reading, role, lexicon, nouns), words)
    _place(tokens, found)
    if speakers is not None:
        _hear(reading, documents, found, rules, speakers)
    for _, pairs in groupby(zip(documents.tolist(), found, strict=True), key=lambda pair: pair[0]):
        settle(rules, [mention for _, mention in pairs])
    return RoleMentions(
        documents=documents.astype(np.int32),
        first=np.array([mention.first for mention in found], dtype=np.int64),
        last=np.array([mention.last for mention in found], dtype=np.int64),
        sides=np.array([mention.side for mention in found], dtype=np.int8),
        terms=tuple(mention.terms for mention in found),
        tied_by=tuple(mention.tied_by for mention in found),
        is_pronoun=np.array([mention.is_pronoun for mention in found], dtype=bool),
        n_repeated=n_repeated,
    )


def _place(tokens: Tokens, found: list[Mention]) -> None:
    """Number the paragraphs of mentions, in place."""
    places = np.searchsorted(tokens.paragraph_bounds, [mention.first for mention in found], side="right")
    for mention, paragraph in zip(found, places.tolist(), strict=True):
        mention.paragraph = paragraph


def _hear(
    reading: Grammar, documents: NDArray[np.intp], found: list[Mention], rules: Sides, speakers: Speakers
) -> None:
    """Note the side that speaks where a mention's words depend on who does, in place."""
    rows = [i for i, one in enumerate(found) if one.worded(reading, _TELLING)]
    starts = reading.tokens.starts[[found[i].first for i in rows]].astype(np.int64)
    ends = reading.tokens.ends[[found[i].last - 1 for i in rows]].astype(np.int64)
    called = speakers(documents[rows].astype(np.int64), starts, ends)
    speech = Speech(reading, rules.ties)
    for i, document, speaker in zip(rows, documents[rows].tolist(), called, strict=True):
        found[i].speaker = speech.side(document, speaker)
        if speaker is not None and found[i].speaker < 0 and found[i].worded(reading, REVILED):
            found[i].is_open = speech.takes_sides(speaker) or rules.is_fought(found[i])
