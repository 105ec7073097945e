"""A section while it is written: its files are numbered, its evidence gets keys, its values become cells."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ...corpus import Corpus
from ...errors import LanguageError
from ...lexicon import Lexicon
from ...matrix import DocumentTermMatrix, document_term_matrix
from ...tokens import Tokens
from ..contents import Cell, Column, Evidence, Figure, Linked, Passage, Section, Sentence, Table, in_words
from ..spec import Options, Request
from ..write.tables import is_missing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ...analysis.labels import Labels
    from ...figures import Canvas
    from ...studies.coding import Coding
    from ...studies.lexicon_health import LexiconHealth

__all__ = [
    "LISTED",
    "Draft",
    "Material",
    "Shown",
    "counted",
    "groups_of",
    "linked",
    "ngram_occurrences",
    "occurrences",
    "passages_of",
    "plain_number",
    "reach_sentence",
    "within_sentence",
]

LISTED = 300
"""Passages listed behind one number, and rows of a table on the page, at most; the data hold all."""

_EVENT = "event"


@dataclass(frozen=True)
class Material:
    """What every section is made from; with `needs_actors` a named actor who is never mentioned is refused.

    `set_aside` names the articles that were read and are not of the corpus, and `n_read` counts them with the others.
    """

    request: Request
    corpus: Corpus
    tokens: Tokens
    lexicon: Lexicon | None = None
    folder: Path = Path()
    needs_actors: bool = False
    set_aside: str = ""
    n_read: int = 0

    @cached_property
    def mentioned_actors(self) -> tuple[str, ...]:
        """Names of the lexicon's actors that the articles refer to, those that they refer to most first."""
        from ...mentions import mentions

        if self.lexicon is None or not self.lexicon.actors:
            return ()
        names = [actor.name for actor in self.lexicon.actors]
        counts = np.bincount(mentions(self.tokens, self.lexicon).actors, minlength=len(names))
        return tuple(names[i] for i in np.argsort(-counts, kind="stable").tolist() if counts[i])

    @cached_property
    def all_labels(self) -> Labels | None:
        """Labels of every actor that the articles refer to; None where they refer to none."""
        from ...analysis.labels import labels

        return labels(self.tokens, self.mentioned_actors, self.lexicon) if self.mentioned_actors else None

    @cached_property
    def coding(self) -> Coding | None:
        """What people coded against what the lexicon finds; None where nobody coded."""
        from ...studies.coding import coding

        if self.request.coded is None:
            return None
        # The folder of a report that is not written yet is no way to anywhere.
        return coding(os.path.normpath(self.folder / self.request.coded), seed=self.request.seed)

    @cached_property
    def health(self) -> LexiconHealth | None:
        """What the lexicon can bear on the articles; None without one that has terms."""
        from ...studies.lexicon_health import lexicon_health

        if self.lexicon is None or not self.lexicon.terms:
            return None
        try:
            labels = self.all_labels
        except LanguageError:
            labels = None
        return lexicon_health(self.tokens, self.lexicon, self.coding, labels, seed=self.request.seed)

    @cached_property
    def matrix(self) -> DocumentTermMatrix:
        """Counts of all types by document."""
        return document_term_matrix(self.tokens)

    def by(self, own: str | None) -> str | None:
        """Column that a section compares by; None where nothing is compared."""
        column = own or self.request.by
        return None if column == "all" else column

    def within(self, own: str | None, by: str | None) -> str | None:
        """Column of events inside which labels move: the one that a section names, or `event` where it is complete."""
        if own is not None:
            return None if own == "none" else own
        if by in (None, _EVENT) or _EVENT not in self.corpus.columns:
            return None
        events = self.corpus.values(_EVENT)
        return _EVENT if all(events) and len(set(events)) > 1 else None


@dataclass(frozen=True, slots=True)
class Shown:
    """How a column of a result is shown: its heading, and a format of numbers (empty for text)."""

    column: str
    label: str
    form: str = ""


@dataclass
class Draft:
    """A section in the making."""

    number: int
    options: Options
    material: Material
    title: str
    lead: list[Sentence] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    data: dict[str, pd.DataFrame] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def name(self, name: str) -> str:
        """File name without its ending: ``03-framing``."""
        return f"{self.number:02d}-{name}"

    def behind(
        self, title: str, passages: Sequence[Passage] | None = None, documents: Iterable[int] = (), more: str = ""
    ) -> str:
        """Key of new evidence; passages beyond the listed ones are said to be in the data file `more`.

        Without `passages` the documents are counted whole; with none in the list they hold none.
        """
        members, searched = tuple(documents), passages is not None
        passages, rest = passages or (), []
        if len(passages) > LISTED:
            rest.append(f"{LISTED:,} of {len(passages):,} passages are listed; all are in {more}.csv")
        if len(members) > LISTED:
            rest.append(f"{LISTED:,} of {len(members):,} articles are listed")
        key = f"e{self.number}-{len(self.evidence) + 1}"
        listed = tuple(passages[:LISTED])
        self.evidence.append(Evidence(key, title, listed, members[:LISTED], "; ".join(rest), searched))
        return key

    def draw(self, name: str, canvas: Canvas | Axes) -> None:
        """Add a drawing."""
        from ...figures import Canvas

        assert isinstance(canvas, Canvas)
        self.figures.append(Figure(self.name(name), canvas.caption, canvas.alt, canvas.svg()))

    def store(self, name: str, table: pd.DataFrame | None) -> str:
        """Add a table to the data; its file name without ending."""
        if table is not None:
            self.data[self.name(name)] = _shared(table) if self.material.request.share else table
        return self.name(name)

    def show(
        self,
        name: str,
        title: str,
        table: pd.DataFrame,
        columns: Sequence[Shown],
        *,
        links: Sequence[Mapping[str, str]] = (),
        data: str = "",
        note: str = "",
    ) -> None:
        """Add a table to the page. `links` has the evidence of each row's columns; '' stands for all its numbers."""
        table = _shared(table) if self.material.request.share else table
        kept = [shown for shown in columns if shown.column in table and not table[shown.column].isna().all()]
        kept = kept if len(table) else list(columns)
        head = tuple(Column(shown.column, shown.label, bool(shown.form)) for shown in kept)
        rows = []
        for i, record in enumerate(table[[shown.column for shown in kept]].head(LISTED).itertuples(index=False)):
            link = links[i] if i < len(links) else {}
            rows.append(tuple(_cell(value, shown, link) for value, shown in zip(record, kept, strict=True)))
        self.tables.append(Table(self.name(name), title, head, tuple(rows), data or self.name(name), len(table), note))

    def section(self, cautions: Sequence[str] = (), settings: Mapping[str, object] | None = None) -> Section:
        """Everything that was added, as the section that it makes."""
        return Section(
            number=self.number,
            key=self.options.analysis,
            title=self.options.title or self.title,
            note=self.options.note or "",
            lead=tuple(self.lead),
            figures=tuple(self.figures),
            tables=tuple(self.tables),
            evidence=tuple(self.evidence),
            data=self.data,
            cautions=tuple(cautions),
            remarks=self.remarks,
            settings=dict(settings or {}),
        )


def counted(n: int, one: str, many: str = "") -> str:
    """Count with its noun: ``1 article``, ``2,000 articles``."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def reach_sentence(settings: Mapping[str, Any], within: str | None, *, default: bool) -> str:
    """What a comparison calls similar, the smallest p that its design can reach, and inside what its labels move."""
    low, high = settings["margin"]
    said = f"Ratios between {low:g} and {high:g} are called similar"
    if settings["smallest_p"]:
        values = sorted(set(settings["smallest_p"].values()))
        least = f"{values[0]:.2g}" if len(values) == 1 else f"{values[0]:.2g} to {values[-1]:.2g}, by group"
        said += f"; the smallest p that this design can reach is {least}"
    return f"{said}. {within_sentence(within, default=default)}".rstrip()


def within_sentence(within: str | None, *, default: bool) -> str:
    """Inside what labels move, and, where nobody asked for it, how to have it otherwise; empty without events."""
    if within is None:
        return ""
    why = f', as every article has a value there; within = "none" in the specification compares across {within}s'
    return f"Articles are compared within the same {within}{why if default else ''}."


def plain_number(value: object, form: str) -> str:
    """Format a number for reading; a dash where it is missing."""
    if is_missing(value):
        return "–"
    return format(value, form)


def groups_of(corpus: Corpus, by: str | None) -> tuple[str, ...]:
    """Group of every document: its value in a column, or ``"all"``."""
    if by is None:
        return ("all",) * len(corpus)
    return tuple(value or "" for value in corpus.values(by))


def occurrences(tokens: Tokens, word: str, note: str = "") -> list[Passage]:
    """Passages of every token of a type, in the order of the texts."""
    found = tokens.id_of(word)
    at = np.flatnonzero(tokens.type_ids == found) if found is not None else np.empty(0, dtype=np.int64)
    documents = np.searchsorted(tokens.bounds, at, side="right") - 1
    columns = (documents.tolist(), tokens.starts[at].tolist(), tokens.ends[at].tolist())
    return [Passage(d, start, end, note or word, "word") for d, start, end in zip(*columns, strict=True)]


def ngram_occurrences(tokens: Tokens, run: str) -> list[Passage]:
    """Passages of every run of types (joined by blanks) inside one sentence, in the order of the texts."""
    wanted = [tokens.id_of(word) for word in run.split(" ")]
    n_runs = max(0, len(tokens) - len(wanted) + 1)
    sentences = np.searchsorted(tokens.sentence_bounds, np.arange(len(tokens)), side="right")
    here = sentences[:n_runs] == sentences[len(tokens) - n_runs :]
    for i, word in enumerate(wanted):
        here &= tokens.type_ids[i : i + n_runs] == (-1 if word is None else word)
    at = np.flatnonzero(here)
    documents = np.searchsorted(tokens.bounds, at, side="right") - 1
    columns = (documents.tolist(), tokens.starts[at].tolist(), tokens.ends[at + len(wanted) - 1].tolist())
    return [Passage(d, start, end, run, "word") for d, start, end in zip(*columns, strict=True)]


def passages_of(corpus: Corpus, hits: pd.DataFrame, notes: Iterable[str], *, kind: str = "term") -> list[Passage]:
    """Passages of rows of evidence, each with what was found there."""
    positions = [corpus.positions[name] for name in hits["document"]]
    spans = zip(positions, hits["start"].tolist(), hits["end"].tolist(), notes, strict=True)
    return [Passage(*span, kind) for span in spans]


def linked(sentence: Sequence[str | tuple[str, str]]) -> Sentence:
    """Sentence in which the pairs of words and key are links."""
    return tuple(part if isinstance(part, str) else Linked(*part) for part in sentence)


def _cell(value: object, shown: Shown, link: Mapping[str, str]) -> Cell:
    evidence = link.get(shown.column)
    if not shown.form:
        text = "–" if is_missing(value) else str(value)
        return Cell(text, evidence=evidence)
    text = plain_number(value, shown.form)
    order = "" if text == "–" else repr(float(value))  # type: ignore[arg-type]
    return Cell(text, order, evidence or (link.get("") if text != "–" else None))


def _shared(table: pd.DataFrame) -> pd.DataFrame:
    """Every text of more words than may be shared is cut, whatever its column is called."""
    short = table.copy()
    for column in short.columns:
        if not pd.api.types.is_numeric_dtype(short[column].dtype):
            short[column] = [in_words(value) if isinstance(value, str) else value for value in short[column]]
    return short
