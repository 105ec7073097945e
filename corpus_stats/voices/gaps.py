"""Verbs of saying behind which nothing is said, or a clause whose subject stands before them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar.marks import COMMA
from ..grammar.reporting import CLAUSE, NAMING
from ..grammar.verbs import every_form
from .ahead import Ahead
from .candidates import Candidates
from .clauses import Reader
from .lemmas import ADDRESSING, COMMENTING, REFUSING, SAYING
from .listed import bits_by_type

__all__ = ["declined", "gapped", "only_named"]

_Truth = NDArray[np.bool_]
_Places = NDArray[np.int64]

_SUBJECT = 8
_OPENERS = frozenset("who which that what".split())
_LISTS: tuple[str | frozenset[str], ...] = (
    "not n't never neither nor refused declined refuse decline refuses declines refusing declining cannot",
    "to",
    "declined declines decline declining " + " ".join(sorted(every_form("fail forget neglect omit"))),
    "easy easier hard harder fair safe difficult needless suffice suffices",
    "be",
    "would will should must may might",
    "it",
)
_NOT, _TO, _UNDONE, _EASY, _BE, _MODAL, _IT = (1 << i for i in range(len(_LISTS)))


def declined(reader: Reader, cues: Candidates, asks: _Truth) -> _Truth:
    """Whether somebody does not speak: declined to comment, would not comment on it, failed to report that.

    `asks` tells where a question follows: refused to say why.
    """
    types, places = reader.grammar.tokens.type_ids, cues.places
    single = bits_by_type(reader.grammar, _LISTS)
    near = [single[types[np.maximum(places - k, 0)]] for k in (1, 2, 3)]
    is_not = (near[0] | near[1] | near[2]) & _NOT != 0
    is_refusal = (cues.lemmas & REFUSING != 0) & (single[types[np.minimum(places + 1, len(types) - 1)]] & _TO != 0)
    is_unsaid = (cues.lemmas & SAYING != 0) & is_not & asks
    # not never failed to, failed to persuade them to
    is_undone = (near[0] & _TO != 0) & (near[1] & _UNDONE != 0) & (near[2] & _NOT == 0)
    is_undone &= cues.lemmas & ADDRESSING == 0
    # it is fair to say that
    is_undone |= (cues.lemmas & SAYING != 0) & (near[0] & _TO != 0) & (near[1] & _EASY != 0)
    # it should be noted that: the outlet notes it
    is_undone |= (near[0] & _BE != 0) & (near[1] & _MODAL != 0) & (near[2] & _IT != 0)
    return np.asarray(is_refusal | is_unsaid | is_undone | ((cues.lemmas & COMMENTING != 0) & is_not))


def gapped(reader: Reader, ahead: Ahead, cues: Candidates, asked: _Truth) -> _Truth:
    """Which clauses behind verbs have their subject before those: a man who *police* say was armed.

    Looked at where the clause begins with its verb. A relative pronoun that is itself who says so opens none: those who
    complained were jailed.
    """
    found, finite, words = np.zeros(len(asked), dtype=bool), ahead.finite, reader.words
    rows = np.flatnonzero(asked & (cues.frames & CLAUSE != 0))
    for i, cue, first in zip(rows.tolist(), cues.places[rows].tolist(), cues.first[rows].tolist(), strict=True):
        opener = next((k for k in range(cue - 2, max(first, cue - _SUBJECT) - 1, -1) if words[k] in _OPENERS), -1)
        found[i] = opener >= 0 and finite[opener + 1] >= cue
    return found


def only_named(reader: Reader, ahead: Ahead, cues: Candidates, starts: _Places) -> _Truth:
    """Whether nothing but a name stands behind verbs of calling, from `starts` on: a firm called Northern Trust."""
    found, capitals, marks = np.zeros(len(starts), dtype=bool), reader.capitals, reader.marks
    held = np.flatnonzero((cues.frames & NAMING != 0) & (starts < cues.last))
    held = held[reader.grammar.is_capital[starts[held]] & (reader.numbers[starts[held]] < 0)]
    for i, start, last in zip(held.tolist(), starts[held].tolist(), cues.last[held].tolist(), strict=True):
        end = start + 1
        while end < last and capitals[end] and not marks[end]:
            end += 1
        found[i] = end >= last or marks[end] & COMMA or ahead.finite[end] == end
    return found
