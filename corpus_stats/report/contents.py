"""What a report says, before it becomes a page or a paper: sections, figures, tables, and the passages behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ..errors import CorpusStatsError

__all__ = [
    "Cell",
    "Column",
    "Evidence",
    "Figure",
    "Linked",
    "Passage",
    "Section",
    "Sentence",
    "Table",
    "anchor",
    "box_title",
    "in_words",
]

SHARED_WORDS = 25


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """Characters `start` to `end` of the document at position `document` of the corpus, and what was found there.

    A `kind` of ``"term"`` is highlighted in its article. A ``"word"`` and a ``"span"`` (paragraph, dropped span) are
    only led to; a span is shown without its context.
    """

    document: int
    start: int
    end: int
    note: str = ""
    kind: str = "term"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a number: passages, whole documents, or both.

    Attributes
    ----------
    key : str
        Unique in the report; the target of links.
    title : str
    passages : tuple of Passage
    documents : tuple of int
        Positions of documents that were counted whole.
    more : str
        Where the passages are that are not listed here; empty where all are.
    searched : bool
        The documents were searched for passages: where none is listed, none was found.
    """

    key: str
    title: str
    passages: tuple[Passage, ...] = ()
    documents: tuple[int, ...] = ()
    more: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """Words of a sentence that lead to evidence."""

    text: str
    evidence: str


Sentence = tuple[str | Linked, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is shown."""

    name: str
    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is shown, the value that it sorts by, and the key of its evidence."""

    text: str
    order: str = ""
    evidence: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows as they are shown; `data` names the files that hold all of them, in full precision."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    data: str
    n_rows: int
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """One drawing, with its caption and the words that stand for it."""

    name: str
    caption: str
    alt: str
    svg: bytes


@dataclass(frozen=True)
class Section:
    """One analysis as the report shows it.

    Attributes
    ----------
    number : int
        Position in the report, from 1; the NN of its files.
    key, title, note : str
    lead : tuple of Sentence
        What was found, in words.
    figures, tables, evidence : tuples
    data : mapping of str to DataFrame
        Everything that goes into `data/`, by file name without its ending.
    cautions : tuple of str
        What these data cannot show; every refusal.
    remarks : tuple of str
        What was done on the way, one sentence each.
    settings : mapping of str to object
    refusal : CorpusStatsError or None
        Why the section is not given.
    """

    number: int
    key: str
    title: str
    note: str = ""
    lead: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    data: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    cautions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    refusal: CorpusStatsError | None = None


def anchor(passage: Passage) -> str:
    """Key of a passage in its article, to link to."""
    return f"d{passage.document}-{passage.start}-{passage.end}"


def box_title(cautions: Sequence[str]) -> str:
    """Heading of a section's cautions: what the data cannot show, or only how little was checked."""
    checked = all(_UNCHECKED in caution for caution in cautions)
    return "How far this can be trusted" if cautions and checked else "What these data cannot show"


_UNCHECKED = "not validated on this corpus"


def in_words(text: str, limit: int = SHARED_WORDS) -> str:
    """`text` cut after `limit` words, with an ellipsis where something was cut."""
    words = text.split(maxsplit=limit)
    return text if len(words) <= limit else " ".join(words[:limit]) + " …"
