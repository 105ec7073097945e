"""Sources of attributions and whom they mean, read in a document when somebody asks about them.

Most questions touch few documents: where the labels of one actor stand, say. Who speaks is the dearest part of reading
and tells nothing about whose words stand where, so it is left until a speaker is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..engine import uncollected
from ..mentions import Names
from .behind import Behind
from .clauses import Reader
from .judging import NOBODY
from .marking import covered
from .plain_sources import sources_of
from .reporting import FRAGMENT, PARAPHRASE, Report
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
        bounds = np.searchsorted(documents, np.arange(len(names.tokens.corpus) + 1))
        # behind the last report of each document, and the last that was read
        self._last, self._reach = bounds[1:], bounds[:-1].copy()
        self._behind: Behind | None = None
        self._background: Background | None = None
        self.spans: list[_Span | None] = [None] * len(reports)
        self.said: list[tuple[str | None, str]] = [(None, "")] * len(reports)

    def read(self, reports: NDArray[np.int64] | None = None) -> Sourcing:
        """Fill `spans` (of tokens) and `said` (speaker and kind) in for some reports, or for all.

        A document is read from its beginning to the last report that is asked about; where more is asked for later, it
        is read on from there.
        """
        wanted = self._last
        if reports is not None:
            wanted = self._reach.copy()
            np.maximum.at(wanted, self._documents[reports], reports + 1)
        is_asked = wanted > self._reach
        if not is_asked.any():
            return self
        rows, _ = covered(self._reach[is_asked], wanted[is_asked])
        self._reach[is_asked] = wanted[is_asked]
        with uncollected():
            behind = self._behind or Behind(self._reader)
            background = self._background or Background.of(self._reader, self._names)
            self._fill(rows.tolist(), behind, background)
        is_whole = self._reach == self._last
        for document in np.flatnonzero(is_asked & is_whole).tolist():
            background.stories.pop(document, None)
        is_done = bool(is_whole.all())
        self._behind, self._background = (None, None) if is_done else (behind, background)
        return self

    def _fill(self, rows: list[int], behind: Behind, background: Background) -> None:
        reports = [self._reports[i] for i in rows]
        spans, told = _sources(behind, reports)
        said = speakers(self._reader, self._names, spans, background, told)
        for i, span, one in zip(rows, spans, said, strict=True):
            self.spans[i], self.said[i] = span, one


def _sources(behind: Behind, reports: list[Report]) -> tuple[list[_Span | None], list[_Span]]:
    """Sources of reports, and what each gives somebody to say in the outlet's words."""
    cues, contents, _, _, attitudes, _, known, kinds, _ = zip(*reports, strict=True)
    told = [
        spans[0] if kind == PARAPHRASE and not is_attitude else NOBODY
        for spans, is_attitude, kind in zip(contents, attitudes, kinds, strict=True)
    ]
    sources: list[_Span | None] = [None if source == NOBODY else source for source in known]
    asked = [
        i
        for i, (source, kind, cue) in enumerate(zip(known, kinds, cues, strict=True))
        if source is None and not (kind == FRAGMENT and cue[0] == cue[1])
    ]
    found = sources_of(behind, [cues[i] for i in asked], [contents[i][0] for i in asked])
    for i, span in zip(asked, found, strict=True):
        sources[i] = span
    return sources, told
