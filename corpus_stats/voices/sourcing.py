"""Sources of attributions and whom they mean, read for a document when somebody asks about it.

Most questions touch few documents: where the labels of one actor stand, say. Who speaks is the dearest part of reading
and tells nothing about whose words stand where, so it is left until a speaker is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..mentions import Names
from .clauses import Reader
from .judging import NOBODY
from .plain_sources import sources_of
from .reporting import FRAGMENT, Report
from .speakers import Background, speakers

__all__ = ["Sourcing"]

_Span = tuple[int, int]


class Sourcing:
    """Source and speaker of every report of a corpus.

    Parameters
    ----------
    reader : Reader
    names : Names
        Of the same tokens.
    reports : sequence of Report
        In the order of the text.
    documents : int array of shape (n_reports,)
        Position of each report's document in the corpus.
    """

    def __init__(self, reader: Reader, names: Names, reports: Sequence[Report], documents: NDArray[np.int64]) -> None:
        self._reader, self._names, self._reports, self._documents = reader, names, reports, documents
        self._is_read = np.zeros(len(names.tokens.corpus), dtype=bool)
        self._background: Background | None = None
        self.spans: list[_Span | None] = [None] * len(reports)
        self.said: list[tuple[str | None, str]] = [(None, "")] * len(reports)

    def read(self, documents: NDArray[np.int32] | None = None) -> Sourcing:
        """Fill `spans` (of tokens) and `said` (speaker and kind) in for the reports of some documents, or of all."""
        is_asked = ~self._is_read
        if documents is not None:
            is_asked = np.zeros_like(self._is_read)
            is_asked[documents] = True
            is_asked &= ~self._is_read
        if not is_asked.any():
            return self
        self._is_read |= is_asked
        rows: list[int] = np.flatnonzero(is_asked[self._documents]).tolist()
        if rows:
            if self._background is None:
                self._background = Background.of(self._reader, self._names)
            spans = _sources(self._reader, [self._reports[i] for i in rows])
            said = speakers(self._reader, self._names, spans, self._background)
            for i, span, one in zip(rows, spans, said, strict=True):
                self.spans[i], self.said[i] = span, one
        return self


def _sources(reader: Reader, reports: list[Report]) -> list[_Span | None]:
    sources = [None if one.source == NOBODY else one.source for one in reports]
    asked = [
        i
        for i, one in enumerate(reports)
        if one.source is None and not (one.kind == FRAGMENT and one.cue[0] == one.cue[1])
    ]
    spans = sources_of(reader, [reports[i].cue for i in asked], [reports[i].contents[0] for i in asked])
    for i, span in zip(asked, spans, strict=True):
        sources[i] = span
    return sources
