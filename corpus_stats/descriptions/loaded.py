"""Occurrences of a lexicon that are said of one actor: in its labels, and beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..engine import uncollected
from ..errors import ArgumentError
from ..grammar import grammar
from ..lexicon import Lexicon
from ..matching import Matches
from ..mentions import Mentions, mentions, names, referents, unmentioned
from ..occurrences import Occurrences, Spoken, occurrences, span_mask
from ..tokens import Tokens, token_spans, type_of
from .appositions import apposition_after
from .before import label_before
from .own_sides import said_by_own_side
from .reading import Descriptions, descriptions

__all__ = ["Voiced", "occurrences_of"]

_Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Voiced:
    """What is read of voices, which stand on this floor.

    Attributes
    ----------
    of_tokens : int8 array of shape (n_tokens,)
        Position of the voice of every token.
    outlet, paraphrase : int
        Positions of these voices.
    speakers : function
        Speakers of the spans that documents, starts and ends give.
    """

    of_tokens: NDArray[np.int8]
    outlet: int
    paraphrase: int
    speakers: Callable[[_Ints, _Ints, _Ints], Sequence[str | None]]


def occurrences_of(tokens: Tokens, lexicon: Lexicon, actor: str, voiced: Voiced) -> tuple[Spoken, Spoken]:
    """Occurrences in the labels of an actor, and those that are said of it without being a label (verbs, events).

    The latter stand in sentences that refer to the actor, in no label of it or beside another's name, and are said of
    it by the clause, which `referents` reads right in about three of four. Of a hostile label in what the actor's own
    side is reported to have said the wording is the outlet's.

    Raises
    ------
    ArgumentError
        The lexicon has actors, but not this one; or the articles never mention it.
    """
    cast = lexicon.with_actors([actor])
    who, everyone = cast.actor(actor), mentions(tokens, cast)
    own, position = everyone.of(actor), cast.actors.index(who)
    if not len(own):
        known = lexicon if lexicon.actors else cast  # an actor that a lexicon does not know is most likely misspelt
        raise ArgumentError(unmentioned(tokens, cast, known.actor(actor).name))
    with uncollected():
        read = descriptions(everyone, [position])
    near = occurrences(tokens, lexicon, actor=actor, heads=own.heads)
    inside = near.is_in_spans(read.first, read.last)
    labelled = near.only(inside, drawn=_label_words(near, read, cast))
    rest = np.flatnonzero(~inside)
    is_beside = np.zeros(inside.size, dtype=bool)
    is_beside[rest] = _is_said_of(everyone, position, near.found, rest)
    return _outlets_own(labelled, cast, position, voiced), Spoken.of(near.only(is_beside), voiced.of_tokens)


def _outlets_own(labelled: Occurrences, cast: Lexicon, position: int, voiced: Voiced) -> Spoken:
    """Occurrences in labels with their voices, the outlet's where the own side is reported to call the actor so."""
    found = labelled.found
    voices = voiced.of_tokens[found.first]
    moved = said_by_own_side(
        found.tokens,
        cast,
        documents=found.documents,
        actors=np.full(len(found), position, dtype=np.int32),
        categories=[cast.terms[i].category for i in found.terms.tolist()],
        is_reported=voices == voiced.paraphrase,
        speakers=lambda rows: voiced.speakers(*_places(found, rows)),
    )
    return Spoken(labelled, np.where(moved, np.int8(voiced.outlet), voices), voiced.of_tokens)


def _places(found: Matches, rows: _Ints) -> tuple[_Ints, _Ints, _Ints]:
    """Documents, starts and ends of some occurrences."""
    tokens = found.tokens
    starts, ends = tokens.starts[found.first[rows]], tokens.ends[found.last[rows] - 1]
    return found.documents[rows].astype(np.int64), starts.astype(np.int64), ends.astype(np.int64)


def _label_words(near: Occurrences, read: Descriptions, cast: Lexicon) -> NDArray[np.bool_]:
    """Tokens of the labels that are neither a term of the lexicon nor a word of an actor's name."""
    tokens, found = near.found.tokens, near.found
    called = [label for actor in cast.actors for label in (actor.name, *actor.aliases)]
    words = {type_of(label[start:end]).lower() for label in called for start, end in token_spans(label)}
    is_name = np.array([word.lower() in words for word in tokens.vocabulary], dtype=bool)
    in_labels = span_mask(len(tokens), read.first, read.last)
    is_term = span_mask(len(tokens), found.first, found.last)
    return np.asarray(in_labels & ~is_term & ~is_name[tokens.type_ids])


def _is_said_of(everyone: Mentions, position: int, found: Matches, rows: _Ints) -> NDArray[np.bool_]:
    """Which occurrences are said of an actor by the clause, and stand in no label of another's name."""
    is_own = referents(everyone, *_places(found, rows)) == position
    tokens, reading, known = found.tokens, grammar(found.tokens), names(found.tokens)
    heads = everyone.heads[everyone.actors == position]
    others = np.setdiff1d(np.arange(len(known.first)), known.occurrences[heads])
    sentences = np.unique(reading.sentences[found.first[rows[is_own]]])
    others = others[np.isin(reading.sentences[known.first[others]], sentences)]
    spans = []
    for first, last in zip(known.first[others].tolist(), known.last[others].tolist(), strict=True):
        before = label_before(reading, first)
        spans += [*([before] if before else []), *apposition_after(reading, last)]
    first, last = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    taken = np.concatenate([[0], np.cumsum(span_mask(len(tokens), first, last))])
    return np.asarray(is_own & (taken[found.last[rows]] == taken[found.first[rows]]))
