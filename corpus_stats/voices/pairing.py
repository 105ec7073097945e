"""Outermost quotations of a corpus: lines whose marks plainly pair are settled at once, all others by the rules.

Marks plainly pair where a line has double marks only, which open and close in turn. Such a line leaves nothing open,
so that it parts what the rules of `quotations` have to read: runs of other lines, each up to the next plain one, which
may resume what they left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .quotations import mark_places, quotations_at, turn

__all__ = ["Lines", "Outermost", "outermost"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]
_OPENS, _CLOSES = 1, 2
_SPACE, _CODE = ord(" "), (1 << 21) - 1


class Lines(NamedTuple):
    """Paragraphs, half-open offsets in the text of their document, in the order of the documents and their texts."""

    documents: _Places
    lefts: _Places
    rights: _Places


class Outermost(NamedTuple):
    """Columns of outermost quotations: document, half-open offsets and, as in `Quotation`, width and resumption."""

    documents: _Places
    starts: _Places
    ends: _Places
    widths: _Places
    is_resumed: _Truth


class _Marks(NamedTuple):
    """Places of marks, and for every line with any: its number, its first mark and how many it has."""

    places: _Places
    lines: _Places
    heads: _Places
    sizes: _Places


def outermost(texts: Sequence[str], lines: Lines) -> Outermost:
    """Quotations that stand in no other, in the order of the documents and their texts."""
    marks, may = _marks(texts, lines)
    is_first = (np.arange(len(may)) - np.repeat(marks.heads, marks.sizes)) % 2 == 0
    is_paired = may & np.where(is_first, _OPENS, _CLOSES) != 0
    is_rough = marks.sizes % 2 == 1
    is_rough[np.searchsorted(marks.heads, np.flatnonzero(~is_paired), side="right") - 1] = True
    documents = lines.documents[marks.lines]
    resumes = np.zeros(len(is_rough), dtype=bool)
    resumes[1:] = is_rough[:-1] & ~is_rough[1:] & (documents[1:] == documents[:-1])
    opening = np.flatnonzero(is_first & np.repeat(~(is_rough | resumes), marks.sizes))
    plain = np.zeros((5, len(opening)), dtype=np.int64)
    plain[0] = np.repeat(documents, marks.sizes)[opening]
    plain[1], plain[2], plain[3] = marks.places[opening], marks.places[opening + 1] + 1, 1
    found = np.concatenate([plain, _ruled(texts, lines, marks, is_rough, resumes)], axis=1)
    found = found[:, np.lexsort((found[1], found[0]))]
    return Outermost(found[0], found[1], found[2], found[3], found[4] != 0)


def _marks(texts: Sequence[str], lines: Lines) -> tuple[_Marks, _Places]:
    """Marks that stand in a line, and what each may do."""
    read = lines.documents[np.diff(lines.documents, prepend=-1) > 0]
    numbers, places, around = mark_places([texts[i] for i in read.tolist()])
    documents = read[numbers]
    # every text begins where the one before it ends, so that one number tells the place in all of them
    bases = np.cumsum([0, *map(len, texts)])
    of_lines = np.searchsorted(bases[lines.documents] + lines.lefts, bases[documents] + places, side="right") - 1
    is_held = (of_lines >= 0) & (lines.documents[of_lines] == documents) & (places < lines.rights[of_lines])
    places, of_lines = places[is_held], of_lines[is_held]
    around = around[:, is_held]
    # beyond the edges of a line there is nothing to see
    around[0, places == lines.lefts[of_lines]] = _SPACE
    around[2, places + 1 == lines.rights[of_lines]] = _SPACE
    keys, kinds = np.unique((around[0] << 42) + (around[1] << 21) + around[2], return_inverse=True)
    codes = zip(*((keys >> shift & _CODE).tolist() for shift in (21, 42, 0)), strict=True)
    may = np.array([turn(*map(chr, several)) for several in codes], dtype=np.int64)
    heads = np.flatnonzero(np.diff(of_lines, prepend=-1))
    return _Marks(places, of_lines[heads], heads, np.diff(np.append(heads, len(places)))), may[kinds]


def _ruled(texts: Sequence[str], lines: Lines, marks: _Marks, is_rough: _Truth, resumes: _Truth) -> _Places:
    """Outermost quotations of the lines that are not plain, and of those that may resume them: five rows."""
    begins = is_rough.copy()
    begins[1:] &= ~is_rough[:-1] | (np.diff(lines.documents[marks.lines]) != 0)
    firsts = np.flatnonzero(begins)
    runs = np.cumsum(begins)[is_rough | resumes] - 1
    lasts = firsts + np.bincount(runs, minlength=len(firsts)) - 1
    of_runs = (marks.lines[firsts], marks.lines[lasts] + 1, marks.heads[firsts], (marks.heads + marks.sizes)[lasts])
    documents, lefts, rights = (column.tolist() for column in lines)
    places = marks.places.tolist()
    found: list[tuple[int, int, int, int, int]] = []
    for low, high, head, tail in zip(*(column.tolist() for column in of_runs), strict=True):
        i, paragraphs = documents[low], zip(lefts[low:high], rights[low:high], strict=True)
        outer = [one for one in quotations_at(texts[i], places[head:tail], paragraphs) if one.depth == 0]
        found += [(i, one.start, one.end, one.width, one.is_resumed) for one in outer]
    return np.array(found, dtype=np.int64).reshape(-1, 5).T
