"""Evidence: the passages behind a number; and `Result`, which every analysis returns."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from .corpus import PART_KINDS, Corpus
from .tokens import Tokens

__all__ = [
    "EVIDENCE_COLUMNS",
    "VOICES",
    "Column",
    "Result",
    "VoiceReading",
    "VoiceRows",
    "drawings",
    "evidence_columns",
    "evidence_table",
    "rounded",
    "span_evidence",
    "texts",
]

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

VOICES = ("outlet", "fragment", "quoted", "paraphrase")
"""Whose wording a passage is: values of the column `voice`."""

Column: TypeAlias = "NDArray[Any] | pd.api.extensions.ExtensionArray"

drawings: dict[str, Callable[[Result], str]] = {}
"""How a result shows itself in a notebook: class name to a function that returns SVG. The front door fills it."""


class VoiceRows(Protocol):
    """Voice of passages, one entry each."""

    @property
    def voices(self) -> NDArray[np.int8]:
        """Position in `VOICES`; -1 where the article was not read for voices."""

    @property
    def quoted(self) -> NDArray[np.bool_]:
        """Whether the passage stands in quotation marks."""

    @property
    def attributed(self) -> NDArray[np.bool_]:
        """Whether somebody is said to say or think it."""

    @property
    def speakers(self) -> Iterable[str | None]:
        """Who."""


class VoiceReading(Protocol):
    """What knows the voice of every passage of a corpus."""

    def at(self, documents: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> VoiceRows:
        """Voices of character spans; `documents` are positions in the corpus."""


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


def evidence_table(
    tokens: Tokens, first: ArrayLike, last: ArrayLike, voices: VoiceReading | None = None
) -> pd.DataFrame:
    """Evidence of the token runs ``first[i]:last[i]``, one row each, in the order given.

    Returns
    -------
    DataFrame
        With `EVIDENCE_COLUMNS`. `start` and `end` are half-open code-point offsets into the document's text, and `text`
        is that slice. `voice`, `quoted`, `attributed` and `speaker` are missing where `voices` is None or could not
        read the article.
    """
    return pd.DataFrame(evidence_columns(tokens, first, last, voices))


def evidence_columns(
    tokens: Tokens, first: ArrayLike, last: ArrayLike, voices: VoiceReading | None = None
) -> dict[str, Column]:
    """Columns of `evidence_table`: a table that has more of them is cheaper built at once."""
    begin = np.asarray(first, dtype=np.int64)
    stop = np.asarray(last, dtype=np.int64)
    positions = np.searchsorted(tokens.bounds, begin, side="right") - 1
    spans = list(zip(tokens.starts[begin].tolist(), tokens.ends[stop - 1].tolist(), strict=True))
    parts = [PART_KINDS[i] for i in tokens.part_ids[begin].tolist()]
    return _columns(tokens.corpus, positions.tolist(), spans, parts, voices)


def span_evidence(
    corpus: Corpus,
    positions: Sequence[int],
    spans: Sequence[tuple[int, int]],
    parts: Sequence[str],
    voices: VoiceReading | None = None,
) -> pd.DataFrame:
    """Evidence of character spans: position of the document, half-open offsets and part of each, in the order given."""
    return pd.DataFrame(_columns(corpus, positions, spans, parts, voices))


def _columns(
    corpus: Corpus,
    positions: Sequence[int],
    spans: Sequence[tuple[int, int]],
    parts: Sequence[str],
    voices: VoiceReading | None,
) -> dict[str, Column]:
    documents = [corpus.documents[i] for i in positions]
    table: dict[str, Column] = {
        "document": texts([document.name for document in documents]),
        "outlet": texts([document.outlet for document in documents]),
        "start": np.array([start for start, _ in spans], dtype=np.int64),
        "end": np.array([end for _, end in spans], dtype=np.int64),
        "text": texts([d.text[start:end] for d, (start, end) in zip(documents, spans, strict=True)]),
        "part": texts(parts),
        **_voice_columns(positions, spans, voices),
    }
    return {name: table[name] for name in EVIDENCE_COLUMNS}


def _voice_columns(
    positions: Sequence[int], spans: Sequence[tuple[int, int]], voices: VoiceReading | None
) -> dict[str, Column]:
    n = len(positions)
    names: list[str | None] = [None] * n
    speakers: list[str | None] = [None] * n
    quoted, attributed, is_unread = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool), np.ones(n, dtype=bool)
    if voices is not None and n:
        starts, ends = np.array(spans, dtype=np.int64).T
        rows = voices.at(np.array(positions, dtype=np.int64), starts, ends)
        quoted, attributed, is_unread = rows.quoted, rows.attributed, rows.voices < 0
        names = [None if i < 0 else VOICES[i] for i in rows.voices.tolist()]
        speakers = list(rows.speakers)
    return {
        "voice": texts(names),
        "quoted": pd.arrays.BooleanArray(quoted.copy(), is_unread.copy()),
        "attributed": pd.arrays.BooleanArray(attributed.copy(), is_unread.copy()),
        "speaker": texts(speakers),
    }


def rounded(values: ArrayLike) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Values rounded to six decimals, as they enter a table; -0.0 becomes 0.0."""
    return np.asarray(np.round(np.asarray(values, dtype=np.float64), 6) + 0.0)


def texts(values: Sequence[str | None]) -> pd.api.extensions.ExtensionArray:
    """Texts as they enter a table; columns without an index of their own are not aligned."""
    return pd.array(list(values), dtype="str")
