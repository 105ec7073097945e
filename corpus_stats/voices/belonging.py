"""Which report each quotation belongs to: one that follows it, one around it, or one that ends the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar.marks import COLON, COMMA
from .clauses import Reader
from .marking import Marked, span_rows
from .reporting import Report

__all__ = ["Reported", "belonging"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]
_FEW = 20
_REACH = 300
# Quotations that are compared at once with the reports around them.
_BLOCK = 4096


class Reported(NamedTuple):
    """Columns of reports in the order of their cues.

    `sentences` are those of the cues; `spans` are all contents one after the other, `rows` their reports; `begins` and
    `ends` have the first and the last content of each report, -1 where there is none. In a sentence of many reports,
    `is_crowded`, only those near a quotation are looked at: a long line is never looked through whole.
    """

    cues: _Places
    sentences: _Places
    is_crowded: _Truth
    is_attitude: _Truth
    follows: _Truth
    spans: _Places
    rows: _Places
    begins: _Places
    ends: _Places

    @classmethod
    def of(cls, reader: Reader, found: Sequence[Report]) -> Reported:
        """Columns of `found`."""
        own, contents, _, _, attitudes, follows, *_ = zip(*found, strict=True) if found else [()] * len(Report._fields)
        cues, spans = span_rows(own), span_rows(chain.from_iterable(contents))
        sentences = reader.grammar.sentences[cues[:, 0]].astype(np.int64)
        sizes = np.fromiter(map(len, contents), dtype=np.int64, count=len(found))
        begins, ends = np.full((2, len(found), 2), -1, dtype=np.int64)
        has_any, lasts = sizes > 0, np.cumsum(sizes) - 1
        begins[has_any], ends[has_any] = spans[(lasts - sizes + 1)[has_any]], spans[lasts[has_any]]
        low, high = (np.searchsorted(sentences, sentences, side=side) for side in ("left", "right"))
        return cls(
            cues,
            sentences,
            high - low >= _FEW,
            np.fromiter(attitudes, dtype=bool, count=len(found)),
            np.fromiter(follows, dtype=bool, count=len(found)),
            spans,
            np.repeat(np.arange(len(found)), sizes),
            begins,
            ends,
        )

    def end_at(self, rows: _Places, places: _Places) -> _Truth:
        """Whether content of some reports ends at some places."""
        return np.asarray((self.begins[rows, 1] == places) | (self.ends[rows, 1] == places))


def belonging(reader: Reader, reported: Reported, marked: Marked) -> _Places:
    """Position of the report that each quotation belongs to, or -1."""
    found = _following(reader, reported, marked.lasts)
    for find in (_around, _introducing):
        rest = np.flatnonzero(found < 0)
        found[rest] = find(reader, reported, marked.firsts[rest])
    return found


def _following(reader: Reader, reported: Reported, lasts: _Places) -> _Places:
    """The first report behind a quotation whose content ends with it, in the sentence in which it ends."""
    rows = np.tile(np.flatnonzero(reported.follows), 2)
    half = len(rows) // 2
    ends = np.concatenate([reported.begins[rows[:half], 1], reported.ends[rows[half:], 1]])
    cues = reported.cues[rows, 0]
    held = reader.grammar.sentences[np.maximum(ends - 1, 0)] == reported.sentences[rows]
    held &= (cues >= ends) & (~reported.is_crowded[rows] | (cues < ends + _REACH))
    rows, ends = rows[held], ends[held]
    order = np.lexsort((rows, ends))
    rows, ends = np.append(rows[order], -1), np.append(ends[order], -1)
    at = np.searchsorted(ends[:-1], lasts)
    return np.where(ends[at] == lasts, rows[at], -1)


def _around(reader: Reader, reported: Reported, firsts: _Places) -> _Places:
    """The last report up to the start of a quotation whose content holds it or is missing, else the first behind it."""
    found = np.full(len(firsts), -1, dtype=np.int64)
    sentences, cues = reader.grammar.sentences[firsts], reported.cues[:, 0]
    lows, highs = (np.searchsorted(reported.sentences, sentences, side=side) for side in ("left", "right"))
    crowded = np.flatnonzero(highs - lows >= _FEW)
    lows[crowded] = np.maximum(lows[crowded], np.searchsorted(cues, firsts[crowded] - _REACH))
    highs[crowded] = np.minimum(highs[crowded], np.searchsorted(cues, firsts[crowded] + _REACH))
    for start in range(0, len(firsts), _BLOCK):
        low, sizes = lows[start : start + _BLOCK], (highs - lows)[start : start + _BLOCK]
        asked = np.repeat(np.arange(start, start + len(sizes)), sizes)
        rows = np.arange(len(asked)) + np.repeat(low - np.cumsum(sizes) + sizes, sizes)
        places = firsts[asked]
        held = (reported.begins[rows, 0] < 0) & (reported.cues[rows, 1] <= places)
        for spans in (reported.begins, reported.ends):
            held |= (spans[rows, 0] <= places) & (places < spans[rows, 1])
        held &= ~reported.is_attitude[rows]
        asked, rows = asked[held], rows[held]
        is_behind = cues[rows] > firsts[asked]
        # of several rows for one place the last one stays
        found[asked[is_behind][::-1]] = rows[is_behind][::-1]
        found[asked[~is_behind]] = rows[~is_behind]
    return found


def _introducing(reader: Reader, reported: Reported, firsts: _Places) -> _Places:
    """The last report without content in the sentence before, where a colon or a comma opens the quotation."""
    rows = np.flatnonzero(reported.begins[:, 0] < 0)
    before = reader.grammar.sentences[firsts] - 1
    rows = np.append(rows, -1)
    found = rows[np.searchsorted(reported.sentences[rows[:-1]], before, side="right") - 1]
    held = (found >= 0) & (reader.grammar.marks[firsts] & (COLON | COMMA) != 0)
    if held.any():
        held &= reported.sentences[found] == before
        held &= ~reported.is_crowded[found] | (reported.cues[found, 0] >= firsts - _REACH)
    return np.where(held, found, -1)
