"""Rows of a table to documents, or to what a metadata file says of documents that come from elsewhere."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..corpus import OWN_COLUMNS, Document, PartialDate
from ..errors import InputError
from .columns import role_positions, roles_note
from .dates import column_dates
from .markup import text_of_markup
from .tables import Cell, Table

__all__ = ["Facts", "document_facts", "listed", "table_documents", "text_fault"]

# A NUL ends strings elsewhere, half a surrogate pair is no character: neither can be written out again.
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_FEWEST_DIGITS = 4
_MOST_NAMED = 5
_LARGEST_EXACT = 2**53


@dataclass(frozen=True)
class Facts:
    """What one row says of a document, its text apart; `place` is where the row stands."""

    name: str
    place: str
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


def table_documents(table: Table, asked: Mapping[str, str]) -> tuple[list[Document], tuple[str, ...]]:
    """Documents of a table whose rows hold the texts, and notes on what was guessed and changed.

    Raises
    ------
    InputError
        No column for the text; a text, a name or a date that is none; two rows of one name.
    """
    positions = role_positions(table, asked, required=("text",))
    facts, notes = _facts(table, positions)
    texts, n_markup = [], 0
    for row, cell in enumerate(table.column(positions["text"])):
        text = _text(cell, table.place(row, positions["text"]))
        plain = text_of_markup(text)
        n_markup += plain is not None
        texts.append(text if plain is None else plain)
    notes = (roles_note(table, positions, asked), *notes)
    if n_markup:
        notes = (*notes, f"{table.label}: HTML turned into text in {n_markup} {'cell' if n_markup == 1 else 'cells'}")
    documents = [
        Document(f.name, text, f.outlet, f.published, f.url, metadata=f.metadata)
        for f, text in zip(facts, texts, strict=True)
    ]
    return documents, notes


def document_facts(
    table: Table, asked: Mapping[str, str], names: Collection[str]
) -> tuple[list[Facts], tuple[str, ...]]:
    """What a metadata table says of the documents `names`, one row each.

    Raises
    ------
    InputError
        No column for the name; a date that is none; two rows of one name.
    """
    positions = role_positions(table, asked, required=("name",), without=("text",), names=names)
    facts, notes = _facts(table, positions)
    return facts, (roles_note(table, positions, asked), *notes)


def listed(names: Collection[str]) -> str:
    """First few names, and how many more there are."""
    first = sorted(names)[:_MOST_NAMED]
    more = len(names) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")


def text_fault(text: str) -> str | None:
    """What stands in a text that no text can hold, and where; None for nothing."""
    match = _NO_TEXT.search(text)
    if match is None:
        return None
    kind = "a NUL" if match.group() == "\0" else "half a surrogate pair"
    return f"{kind} (U+{ord(match.group()):04X}) at character {match.start()}"


def _facts(table: Table, positions: Mapping[str, int]) -> tuple[list[Facts], tuple[str, ...]]:
    names, notes = _names(table, positions.get("name"))
    dates: list[PartialDate | None] = [None] * len(table)
    if "date" in positions:
        at = positions["date"]
        cells = [_stripped(cell) for cell in table.column(at)]
        dates, order = column_dates(cells, [table.place(row, at) for row in range(len(table))])
        notes += tuple(f"{table.label}, column {table.columns[at]!r}: {sentence}" for sentence in order)
    kept, renamed = _metadata_names(table, positions)
    notes += renamed
    lists: set[str] = set()
    facts = []
    for row, row_cells in enumerate(table.rows):
        values: dict[str, str] = {}
        for at, name in sorted(kept.items()):
            value = _value(row_cells[at], table.place(row, at))
            if value is not None:
                values[name] = value
                lists |= {table.columns[at]} if isinstance(row_cells[at], (dict, list)) else set()
        outlet, url = (_role_value(table, row, positions.get(role)) for role in ("outlet", "url"))
        facts.append(Facts(names[row], table.place(row), outlet, dates[row], url, values))
    if lists:
        notes += (f"{table.label}: lists are kept as JSON in {', '.join(repr(name) for name in sorted(lists))}",)
    return facts, notes


def _names(table: Table, at: int | None) -> tuple[list[str], tuple[str, ...]]:
    """Unique name of each row: its cell, or its number with zeros before it, so that name order is row order."""
    if at is None:
        digits = max(_FEWEST_DIGITS, len(str(len(table))))
        return [f"row-{number:0{digits}d}" for number in range(1, len(table) + 1)], (
            f"{table.label}: no column for the name, documents are named by their row",
        )
    names: dict[str, int] = {}
    for row, cell in enumerate(table.column(at)):
        name = _value(cell, table.place(row, at), plain=True)
        if name is None:
            raise InputError(f"{table.place(row, at)}: the name is empty; each row needs one")
        if name in names:
            number = table.places[row].split()[1]
            raise InputError(
                f"{table.path}, {table.places[names[name]].replace(' ', 's ')} and {number}, "
                f"column {table.columns[at]!r}: both are named {name!r}; names must be unique"
            )
        names[name] = row
    return list(names), ()


def _metadata_names(table: Table, positions: Mapping[str, int]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Name in the corpus of each column that is kept as metadata, and a note for each that had to change."""
    kept = {positions[role]: role for role in ("event", "title") if role in positions}
    used, notes = {*OWN_COLUMNS, "n_characters", *kept.values()}, []
    played = set(positions.values())
    plain = {column for at, column in enumerate(table.columns) if at not in played}
    for at, column in enumerate(table.columns):
        if at in played:
            continue
        name = column
        while name in used or (name != column and name in plain):
            name += "_column"
        if name != column:
            notes.append(f"{table.label}: column {column!r} is kept as {name!r}, since a corpus has its own {column!r}")
        used.add(name)
        kept[at] = name
    return kept, tuple(notes)


def _text(cell: Cell, place: str) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        raise InputError(f"{place}: the text is {_kind(cell)}; it must be text")
    fault = text_fault(cell)
    if fault is not None:
        raise InputError(f"{place}: the text holds {fault}; an article is text, and holds none")
    return cell


def _value(cell: Cell, place: str, *, plain: bool = False) -> str | None:
    """Cell as text without blanks around it; None where nothing is left. A `plain` one must be no list."""
    if isinstance(cell, (bytes, bytearray)) or (plain and isinstance(cell, (list, dict))):
        raise InputError(f"{place}: the cell is {_kind(cell)}; it must be text")
    text = _cell_text(cell).strip()
    fault = text_fault(text)
    if fault is not None:
        raise InputError(f"{place}: the cell holds {fault}; remove it")
    return text or None


def _role_value(table: Table, row: int, at: int | None) -> str | None:
    return None if at is None else _value(table.rows[row][at], table.place(row, at), plain=True)


def _stripped(cell: Cell) -> Cell:
    return (cell.strip() or None) if isinstance(cell, str) else cell


def _cell_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_EXACT:
        # A column of whole numbers with one empty cell comes out of pandas and Excel as 2020.0.
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        midnight = cell.tzinfo is None and cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat()
    if isinstance(cell, (list, dict)):
        return json.dumps(cell, ensure_ascii=False, default=str)
    return str(cell)


def _kind(cell: Cell) -> str:
    if isinstance(cell, bool):
        return f"{'true' if cell else 'false'}"
    if isinstance(cell, (int, float)):
        return f"a number ({cell})"
    if isinstance(cell, datetime.date):
        return f"a date ({_cell_text(cell)})"
    if isinstance(cell, (bytes, bytearray)):
        return "bytes"
    return "a list" if isinstance(cell, list) else "an object" if isinstance(cell, dict) else f"a {type(cell).__name__}"
