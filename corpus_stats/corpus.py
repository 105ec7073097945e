"""Text as published: `Span`, `Part`, `PartialDate`, `Document`, `Corpus`.

Offsets are half-open and count Unicode code points in `Document.text`. Nothing here edits a text: cleaning chooses
parts of it, and every later result points back into it.
"""

from __future__ import annotations

import calendar
import datetime
import hashlib
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from .errors import ArgumentError, nearest

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["DROP_REASONS", "PART_KINDS", "Corpus", "Document", "Part", "PartialDate", "Span"]

PART_KINDS = ("headline", "standfirst", "caption", "body")
DROP_REASONS = (
    "comment_form",
    "date",
    "dateline",
    "duplicate_headline",
    "image_credit",
    "reading_time",
    "related_link_inline",
    "related_links",
    "repeated_line",
    "script_scrap",
    "search_box",
    "share_counters",
    "site_footer",
    "social_footer",
)
OWN_COLUMNS = ("document", "outlet", "published", "url", "language")

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of code points in one document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ArgumentError(f"a span runs from {self.start} to {self.end}; it must satisfy 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, order=True, slots=True)
class Part:
    """A span of a document that is kept as `kind`, or dropped for `reason` (exactly one of the two is set)."""

    start: int
    end: int
    kind: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        Span(self.start, self.end)
        if (self.kind is None) == (self.reason is None):
            raise ArgumentError("a part has either a kind (it is kept) or a reason (it is dropped)")
        if self.kind is not None and self.kind not in PART_KINDS:
            raise ArgumentError(f"part kind {self.kind!r} is unknown; {nearest(self.kind, PART_KINDS)}")
        if self.reason is not None and self.reason not in DROP_REASONS:
            raise ArgumentError(f"drop reason {self.reason!r} is unknown; {nearest(self.reason, DROP_REASONS)}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day; `str` gives 2020, 2020-05 or 2020-05-25."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ArgumentError(f"a date with day {self.day} needs a month")
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise ArgumentError(f"no such date: {self}") from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Date written as YYYY, YYYY-MM or YYYY-MM-DD."""
        match = _ISO_DATE.fullmatch(text.strip())
        if not match:
            raise ArgumentError(f"date {text!r} is not of the form 2020, 2020-05 or 2020-05-25")
        return cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @property
    def precision(self) -> str:
        """``"year"``, ``"month"`` or ``"day"``."""
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    @property
    def first(self) -> datetime.date:
        """Earliest day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """Latest day that it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Document:
    """One article as published.

    Parameters
    ----------
    name : str
        Unique in a corpus; usually the file's name without its folder.
    text : str
        Code points exactly as read, newlines included.
    outlet, url : str, optional
    published : PartialDate, optional
    language : str, optional
        ISO 639-1 code, ``"und"`` where too few words tell.
    metadata : mapping of str to str
        Every further column that came with the document.
    parts : tuple of Part, optional
        Kept and dropped spans. Without any, the whole text is body. A dropped span inside a kept one wins.
    """

    name: str
    text: str
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    language: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not self.name:
            raise ArgumentError("a document needs a name that is not empty")
        object.__setattr__(self, "metadata", MappingProxyType(dict(self.metadata)))
        object.__setattr__(self, "parts", tuple(sorted(self.parts, key=_part_order)))
        for part in self.parts:
            if part.end > len(self.text):
                raise ArgumentError(
                    f"{self.name}: a part ends at {part.end}, but the text has {len(self.text)} characters"
                )

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy does not travel to another process; the plain dict does.
        values = (self.name, self.text, self.outlet, self.published, self.url, self.language)
        return (Document, (*values, dict(self.metadata), self.parts))

    @property
    def drops(self) -> tuple[Part, ...]:
        """Dropped spans, in the order of the text."""
        return tuple(part for part in self.parts if part.reason is not None)

    def segments(self) -> Iterator[tuple[int, int, str]]:
        """Maximal kept runs ``(start, end, kind)`` in the order of the text, dropped spans cut out."""
        kept = [part for part in self.parts if part.kind is not None]
        if not self.parts:
            kept = [Part(0, len(self.text), kind="body")] if self.text else []
        drops = self.drops
        first = 0
        for part in kept:
            assert part.kind is not None
            start = part.start
            while first < len(drops) and drops[first].end <= start:
                first += 1
            for drop in itertools.islice(drops, first, None):
                if drop.start >= part.end:
                    break
                if drop.end <= start:
                    continue
                if drop.start > start:
                    yield start, drop.start, part.kind
                start = max(start, drop.end)
            if start < part.end:
                yield start, part.end, part.kind


def _part_order(part: Part) -> tuple[int, int, str, str]:
    return part.start, part.end, part.kind or "", part.reason or ""


# What whoever reads tokens asks them for, and a corpus does not have.
_OF_TOKENS = frozenset(
    "bounds corpus ends history id_of lengths once paragraph_bounds part_ids sentence_bounds sentence_ends"
    " sentence_starts spans_of starts type_ids vocabulary".split()
)


class _TokensWantedError(ArgumentError, AttributeError):
    """A corpus in place of tokens; an AttributeError too, so that hasattr and a default in getattr go on working."""


@dataclass(frozen=True)
class Corpus:
    """Documents in name order, with unique names.

    Parameters
    ----------
    documents : iterable of Document
        In any order; they are sorted by name.
    notes : iterable of str
        What reading and cleaning did, one sentence each (guessed columns, decoded character sets, ...).
    """

    documents: tuple[Document, ...]
    notes: tuple[str, ...] = ()

    def __init__(self, documents: Iterable[Document], notes: Iterable[str] = ()) -> None:
        ordered = tuple(sorted(documents, key=lambda document: document.name))
        for left, right in itertools.pairwise(ordered):
            if left.name == right.name:
                raise ArgumentError(f"two documents are named {left.name!r}; names must be unique")
        object.__setattr__(self, "documents", ordered)
        object.__setattr__(self, "notes", tuple(notes))

    def __reduce__(self) -> tuple[object, ...]:
        return (Corpus, (self.documents, self.notes))

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __getitem__(self, name: str) -> Document:
        try:
            return self.documents[self.positions[name]]
        except KeyError:
            raise ArgumentError(f"document {name!r} is not in the corpus; {nearest(name, self.names)}") from None

    def __repr__(self) -> str:
        return f"Corpus({len(self)} documents, {len(self.outlets())} outlets)"

    if not TYPE_CHECKING:
        # Out of a type checker's sight, which finds such a slip itself and would take any name for one of these.
        def __getattr__(self, name: str) -> object:
            if name in _OF_TOKENS:
                raise _TokensWantedError("a corpus is given where tokens are wanted; give tokenize(corpus)")
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the documents, in order."""
        return tuple(document.name for document in self.documents)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Position of each document by name."""
        return MappingProxyType({name: i for i, name in enumerate(self.names)})

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns by which documents can be grouped: the document's own, then those of its metadata, sorted."""
        further = sorted({key for document in self.documents for key in document.metadata} - set(OWN_COLUMNS))
        return (*OWN_COLUMNS, *further)

    def values(self, column: str) -> tuple[str | None, ...]:
        """Value of `column` for every document, as text; None where a document has none."""
        if column not in self.columns:
            raise ArgumentError(f"column {column!r} is not in the corpus; {nearest(column, self.columns)}")
        if column == "document":
            return self.names
        if column == "published":
            return tuple(None if d.published is None else str(d.published) for d in self.documents)
        if column in OWN_COLUMNS:
            return tuple(getattr(document, column) for document in self.documents)
        return tuple(document.metadata.get(column) for document in self.documents)

    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets, sorted by code point."""
        return tuple(sorted({d.outlet for d in self.documents if d.outlet is not None}))

    def select(self, condition: Callable[[Document], bool] | None = None, **values: str | Sequence[str]) -> Corpus:
        """Documents that satisfy `condition` and whose columns have the given values.

        Examples
        --------
        >>> corpus = Corpus([Document("a", "x", outlet="A"), Document("b", "y", outlet="B")])
        >>> corpus.select(outlet="A").names
        ('a',)
        """
        kept = [True if condition is None else bool(condition(document)) for document in self.documents]
        for column, wanted in values.items():
            allowed = {wanted} if isinstance(wanted, str) else set(wanted)
            kept = [k and value in allowed for k, value in zip(kept, self.values(column), strict=True)]
        return Corpus([d for d, keep in zip(self.documents, kept, strict=True) if keep], self.notes)

    def with_column(self, name: str, values: Mapping[str, str] | Sequence[str]) -> Corpus:
        """Copy of the corpus with one more metadata column (a mapping of document name to value, or one value each)."""
        if name in OWN_COLUMNS:
            raise ArgumentError(f"column {name!r} is a document's own; choose another name")
        if isinstance(values, Mapping):
            for key in values:
                if key not in self.positions:
                    raise ArgumentError(f"document {key!r} is not in the corpus; {nearest(key, self.names)}")
            assigned: list[str | None] = [values.get(document) for document in self.names]
        else:
            assigned = list(values)
            if len(assigned) != len(self):
                raise ArgumentError(f"column {name!r} has {len(assigned)} values for {len(self)} documents")
        documents = [
            document if value is None else replace(document, metadata={**document.metadata, name: value})
            for document, value in zip(self.documents, assigned, strict=True)
        ]
        return Corpus(documents, self.notes)

    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 over everything that an analysis can see: texts, metadata and parts."""
        digest = hashlib.sha256()
        for d in self.documents:
            parts = [[p.start, p.end, p.kind, p.reason] for p in d.parts]
            published = None if d.published is None else str(d.published)
            record = [d.name, d.text, d.outlet, published, d.url, d.language, sorted(d.metadata.items()), parts]
            line = json.dumps(record, ensure_ascii=True, separators=(",", ":"))
            digest.update(line.encode("ascii") + b"\n")
        return digest.hexdigest()

    @property
    def table(self) -> pd.DataFrame:
        """One row a document: document, outlet, published, url, language, n_characters, then every metadata column."""
        import pandas as pd

        columns: dict[str, list[str | None] | list[int]] = {c: list(self.values(c)) for c in OWN_COLUMNS}
        columns["n_characters"] = [len(document.text) for document in self.documents]
        for column in self.columns[len(OWN_COLUMNS) :]:
            # A column that came with the articles never takes the place of what was counted here.
            columns[f"{column}_column" if column == "n_characters" else column] = list(self.values(column))
        return pd.DataFrame(columns)

    @property
    def drops(self) -> pd.DataFrame:
        """Ledger of dropped spans: document, start, end, text, reason."""
        import pandas as pd

        rows = [(d.name, p.start, p.end, d.text[p.start : p.end], p.reason) for d in self.documents for p in d.drops]
        return pd.DataFrame(rows, columns=["document", "start", "end", "text", "reason"])
