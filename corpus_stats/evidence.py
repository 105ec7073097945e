"""Evidence: the passages behind a number; and `Result`, which every analysis returns."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .corpus import PART_KINDS, Corpus
from .tokens import Tokens

__all__ = ["EVIDENCE_COLUMNS", "Result", "drawings", "evidence_table", "rounded", "span_evidence"]

EVIDENCE_COLUMNS = (
    "document",
    "outlet",
    "start",
    "end",
    "text",
    "part",
    "voice",
    "quoted",
    "attributed",
    "speaker",
)

drawings: dict[str, Callable[[Result], str]] = {}
"""How a result shows itself in a notebook: class name to a function that returns SVG. The front door fills it."""


@dataclass(frozen=True, eq=False)
class Result:
    """What every analysis returns.

    Attributes
    ----------
    table : DataFrame
        Tidy; the columns are those of the analysis.
    settings : mapping
        Everything that was in force, defaults included.
    cautions : tuple of str
        What these data cannot show, in sentences.
    hits : DataFrame or None
        One row an occurrence, with `EVIDENCE_COLUMNS` first; None where nothing was located.
    """

    table: pd.DataFrame
    settings: Mapping[str, object]
    cautions: tuple[str, ...] = ()
    hits: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", MappingProxyType(dict(self.settings)))
        object.__setattr__(self, "cautions", tuple(self.cautions))

    def __repr__(self) -> str:
        lines = [f"{type(self).__name__}: {len(self.table)} rows", self.table.to_string(max_rows=20)]
        return "\n".join([*lines, *self.cautions])

    def _repr_html_(self) -> str:
        parts = [self.table.to_html(max_rows=40, index=False, border=0)]
        parts += [f"<p>{html.escape(caution)}</p>" for caution in self.cautions]
        draw = drawings.get(type(self).__name__)
        if draw is not None and len(self.table):
            parts.insert(0, draw(self))
        return "\n".join(parts)


def evidence_table(tokens: Tokens, first: ArrayLike, last: ArrayLike) -> pd.DataFrame:
    """Evidence of the token runs ``first[i]:last[i]``, one row each, in the order given.

    Returns
    -------
    DataFrame
        With `EVIDENCE_COLUMNS`. `start` and `end` are half-open code-point offsets into the document's text, and `text`
        is that slice. `voice`, `quoted`, `attributed` and `speaker` are missing where no voices were read.
    """
    begin = np.asarray(first, dtype=np.int64)
    stop = np.asarray(last, dtype=np.int64)
    positions = np.searchsorted(tokens.bounds, begin, side="right") - 1
    spans = list(zip(tokens.starts[begin].tolist(), tokens.ends[stop - 1].tolist(), strict=True))
    return span_evidence(tokens.corpus, positions.tolist(), spans, [PART_KINDS[i] for i in tokens.part_ids[begin]])


def span_evidence(
    corpus: Corpus, positions: Sequence[int], spans: Sequence[tuple[int, int]], parts: Sequence[str]
) -> pd.DataFrame:
    """Evidence of character spans: position of the document, half-open offsets and part of each, in the order given."""
    documents = [corpus.documents[i] for i in positions]
    unknown = [None] * len(documents)
    table = {
        "document": _texts([document.name for document in documents]),
        "outlet": _texts([document.outlet for document in documents]),
        "start": np.array([start for start, _ in spans], dtype=np.int64),
        "end": np.array([end for _, end in spans], dtype=np.int64),
        "text": _texts([d.text[start:end] for d, (start, end) in zip(documents, spans, strict=True)]),
        "part": _texts(parts),
        "voice": _texts(unknown),
        "quoted": pd.array(unknown, dtype="boolean"),
        "attributed": pd.array(unknown, dtype="boolean"),
        "speaker": _texts(unknown),
    }
    return pd.DataFrame(table, columns=list(EVIDENCE_COLUMNS))


def rounded(values: ArrayLike) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Values rounded to six decimals, as they enter a table; -0.0 becomes 0.0."""
    return np.asarray(np.round(np.asarray(values, dtype=np.float64), 6) + 0.0)


def _texts(values: Sequence[str | None]) -> pd.Series[str]:
    return pd.Series(list(values), dtype="str")
