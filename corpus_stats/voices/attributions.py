"""Quotations and reports put together: who says each quotation, and which reports have content of their own."""

from __future__ import annotations

from itertools import compress, repeat
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from ..mentions import Names
from .belonging import Reported, belonging
from .clauses import Reader
from .fragments import fragments
from .marking import Marked, span_rows
from .reporting import FRAGMENT, QUOTED, Report, reports
from .tags import tagged

__all__ = ["attributions"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]


def attributions(
    reader: Reader, names: Names, marked: Marked, numbers: NDArray[np.int32], is_read: _Truth
) -> list[Report]:
    """Attributions in the order of their first content."""
    found = sorted([*reports(reader, (numbers >= 0) | ~is_read), *tagged(reader, names)], key=itemgetter(0))
    reported = Reported.of(reader, found)
    rows = _indirect(reader, found, reported) + _direct(reader, marked, found, reported)
    if not rows:
        return rows
    cues, contents, *_, kinds, _ = zip(*rows, strict=True)
    places = span_rows(cues)
    begins = np.array([spans[0][0] for spans in contents])
    return [rows[i] for i in np.lexsort((places[:, 1], places[:, 0], np.array(kinds), begins)).tolist()]


def _indirect(reader: Reader, found: list[Report], reported: Reported) -> list[Report]:
    """Reports with what of their content is no quotation: content that is one and no more has a row of its own."""
    begins, ends = reported.spans.T
    is_kept = begins < ends
    filled = np.flatnonzero(is_kept)
    quotes = reader.numbers[begins[filled]]
    is_kept[filled] = (quotes < 0) | (quotes != reader.numbers[ends[filled] - 1])
    kept = list(found)
    has_any = np.bincount(reported.rows[is_kept], minlength=len(found)) > 0
    parted = np.unique(reported.rows[~is_kept])
    parted = parted[has_any[parted]]
    heads, listed = np.searchsorted(reported.rows, parted).tolist(), is_kept.tolist()
    for i, head in zip(parted.tolist(), heads, strict=True):
        contents = found[i].contents
        kept[i] = found[i]._replace(contents=tuple(compress(contents, listed[head : head + len(contents)])))
    return list(compress(kept, has_any.tolist()))


def _direct(reader: Reader, marked: Marked, found: list[Report], reported: Reported) -> list[Report]:
    """One row for every quotation; one without a report of its own is said by who said that which it goes on with."""
    if not len(marked.firsts):
        return []
    owners = belonging(reader, reported, marked)
    is_fragment = fragments(reader, marked, found, reported, owners)
    said = np.arange(len(owners))
    kept = np.flatnonzero(~is_fragment | (owners >= 0))
    said[kept] = kept[_begun(reader, marked, kept, owners[kept] >= 0)]
    unsaid = [Report((first, first), (), "", "") for first in marked.firsts[said[owners[said] < 0]].tolist()]
    # those that nobody says stand behind the reports
    saying = owners[said]
    saying[saying < 0] = np.arange(-len(unsaid), 0)
    known = [*found, *unsaid]
    cues, _, lemmas, stances, _, _, sources, *_ = zip(*[known[i] for i in saying.tolist()], strict=True)
    kinds = np.where(is_fragment, FRAGMENT, QUOTED).tolist()
    contents = [(span,) for span in zip(marked.firsts.tolist(), marked.lasts.tolist(), strict=True)]
    none = repeat(False)
    return list(map(Report, cues, contents, lemmas, stances, none, none, sources, kinds, range(len(kinds))))


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
