"""Quotations and reports put together: who says each quotation, and which reports have content of their own."""

from __future__ import annotations

from itertools import compress
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..mentions import Names
from .belonging import Reported, belonging
from .clauses import Reader
from .fragments import fragments
from .marking import Marked, covered
from .reporting import FRAGMENT, PARAPHRASE, QUOTED, Report, reports
from .tags import tagged

__all__ = ["Attributions", "attributions"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]


class Attributions(NamedTuple):
    """Attributions in the order of their first content, and columns of them.

    `cues`, `kinds`, `marks` and `is_attitude` are those of the reports; `spans` are all contents one after the other,
    `rows` the reports that they belong to.
    """

    reports: list[Report]
    cues: _Places
    kinds: NDArray[np.uint8]
    marks: _Places
    is_attitude: _Truth
    spans: _Places
    rows: _Places


class _Part(NamedTuple):
    """Some of the attributions, and columns of them; `sizes` says how many contents each has."""

    reports: list[Report]
    cues: _Places
    kinds: _Places
    is_attitude: _Truth
    spans: _Places
    sizes: _Places


def attributions(
    reader: Reader, names: Names, marked: Marked, numbers: NDArray[np.int32], is_read: _Truth
) -> Attributions:
    """Attributions in the order of their first content."""
    found = sorted([*reports(reader, (numbers >= 0) | ~is_read), *tagged(reader, names)], key=itemgetter(0))
    reported = Reported.of(reader, found)
    indirect, direct = _indirect(reader, found, reported), _direct(reader, marked, found, reported)
    rows = indirect.reports + direct.reports
    cues, kinds, is_attitude, spans, sizes = (
        np.concatenate(columns) for columns in zip(indirect[1:], direct[1:], strict=True)
    )
    marks = np.arange(-len(indirect.reports), len(direct.reports))
    heads = np.cumsum(sizes) - sizes
    order = np.lexsort((cues[:, 1], cues[:, 0], kinds, spans[heads, 0]))
    held, numbered = covered(heads[order], (heads + sizes)[order])
    return Attributions(
        [rows[i] for i in order.tolist()],
        cues[order],
        kinds[order].astype(np.uint8),
        np.maximum(marks, -1)[order],
        is_attitude[order],
        spans[held],
        numbered,
    )


def _indirect(reader: Reader, found: list[Report], reported: Reported) -> _Part:
    """Reports with what of their content is no quotation: content that is one and no more has a row of its own."""
    begins, ends = reported.spans.T
    is_kept = begins < ends
    filled = np.flatnonzero(is_kept)
    quotes = reader.numbers[begins[filled]]
    is_kept[filled] = (quotes < 0) | (quotes != reader.numbers[ends[filled] - 1])
    kept = list(found)
    sizes = np.bincount(reported.rows[is_kept], minlength=len(found))
    parted = np.unique(reported.rows[~is_kept])
    parted = parted[sizes[parted] > 0]
    heads, listed = np.searchsorted(reported.rows, parted).tolist(), is_kept.tolist()
    for i, head in zip(parted.tolist(), heads, strict=True):
        contents = found[i].contents
        kept[i] = found[i]._replace(contents=tuple(compress(contents, listed[head : head + len(contents)])))
    rows = np.flatnonzero(sizes)
    kinds = np.full(len(rows), PARAPHRASE)
    has_any: list[bool] = (sizes > 0).tolist()
    own = list(compress(kept, has_any))
    return _Part(own, reported.cues[rows], kinds, reported.is_attitude[rows], reported.spans[is_kept], sizes[rows])


def _direct(reader: Reader, marked: Marked, found: list[Report], reported: Reported) -> _Part:
    """One row for every quotation; one without a report of its own is said by who said that which it goes on with."""
    size = len(marked.firsts)
    spans, none = np.stack([marked.firsts, marked.lasts], axis=1), np.zeros(size, dtype=bool)
    if not size:
        return _Part([], spans, marked.firsts, none, spans, marked.firsts)
    owners = belonging(reader, reported, marked)
    is_fragment = fragments(reader, marked, found, reported, owners)
    said = np.arange(size)
    kept = np.flatnonzero(~is_fragment | (owners >= 0))
    said[kept] = kept[_begun(reader, marked, kept, owners[kept] >= 0)]
    saying, firsts = owners[said], marked.firsts[said]
    # a quotation that nobody says has an empty cue of its own
    cues = np.stack([firsts, firsts], axis=1)
    known = np.flatnonzero(saying >= 0)
    cues[known] = reported.cues[saying[known]]
    kinds = np.where(is_fragment, FRAGMENT, QUOTED)
    unsaid = [Report((first, first), (), "", "") for first in firsts[saying < 0].tolist()]
    # those that nobody says stand behind the reports
    saying[saying < 0] = np.arange(-len(unsaid), 0)
    reports_of = [*found, *unsaid]
    columns = (saying.tolist(), marked.firsts.tolist(), marked.lasts.tolist(), kinds.tolist())
    said_by = [reports_of[i] for i in columns[0]]
    own = [
        Report._make((one[0], ((first, last),), one[2], one[3], False, False, one[6], kind, mark))
        for mark, (one, first, last, kind) in enumerate(zip(said_by, *columns[1:], strict=True))
    ]
    return _Part(own, cues, kinds, none, spans, np.ones(size, dtype=np.int64))


def _begun(reader: Reader, marked: Marked, kept: _Places, is_owned: _Truth) -> _Places:
    """For each of some quotations which of them its speech begins with.

    Speech goes on in the same paragraph, or in a next one that is nothing but speech.
    """
    documents, paragraphs = marked.documents[kept], marked.paragraphs[kept]
    bounds = reader.grammar.tokens.paragraph_bounds
    is_whole = (bounds[paragraphs] == marked.firsts[kept]) & (bounds[paragraphs + 1] == marked.lasts[kept])
    steps = np.diff(paragraphs, prepend=-2)
    goes_on = (np.diff(documents, prepend=-1) == 0) & (steps <= 1)
    goes_on &= (steps == 0) | marked.is_resumed[kept] | is_whole
    return np.maximum.accumulate(np.where(is_owned | ~goes_on, np.arange(len(kept)), 0))
