"""Rows and columns of CSV and JSONL files, as they stand: no cell is taken for a missing value but an empty one.

The csv module with a strict field count, since pandas turns an outlet called "NA" into nothing and one extra field on
every row into an index.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..errors import InputError

__all__ = ["Cell", "Table", "csv_table", "json_lines_table", "table_of_rows"]

Cell = object
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_LARGEST_FIELD = 2**31 - 1


@dataclass(frozen=True)
class Table:
    """Cells by row and column; `None` where a cell is empty.

    Parameters
    ----------
    path : str
        As the user wrote it, for errors; `label` is the file's name alone, for notes.
    places : tuple of str
        Where each row stands (``row 3``, ``line 3``), for errors.
    """

    path: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    places: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def place(self, row: int, column: int | None = None) -> str:
        """Where a row or a cell stands: file, row, column."""
        where = f"{self.path}, {self.places[row]}"
        return where if column is None else f"{where}, column {self.columns[column]!r}"

    def column(self, position: int) -> list[Cell]:
        """Cells of one column."""
        return [row[position] for row in self.rows]


def table_of_rows(
    path: str, label: str, header: Sequence[Cell], numbered: Sequence[tuple[str, Sequence[Cell]]]
) -> Table:
    """Table of a header and of rows of the same length, without the columns that have no name.

    Raises
    ------
    InputError
        Two columns of one name, no column, or no row.
    """
    names = ["" if cell is None else str(cell).strip() for cell in header]
    kept = [position for position, name in enumerate(names) if name]
    if not kept:
        raise InputError(f"{path}: the table is empty; it should begin with a row of column names")
    first: dict[str, int] = {}
    for position in kept:
        if names[position] in first:
            raise InputError(
                f"{path}: columns {first[names[position]] + 1} and {position + 1} are both named {names[position]!r}; "
                "names must be unique"
            )
        first[names[position]] = position
    if not numbered:
        raise InputError(f"{path}: the table has column names and no row; it should have one row for each article")
    unnamed = len(names) - len(kept)
    notes: tuple[str, ...] = ()
    if unnamed:
        notes = (f"{label}: {unnamed} {'column' if unnamed == 1 else 'columns'} without a name passed over",)
    rows = tuple(tuple(cells[position] for position in kept) for _, cells in numbered)
    return Table(path, label, tuple(names[p] for p in kept), rows, tuple(place for place, _ in numbered), notes)


def csv_table(text: str, path: str, label: str, usual_names: frozenset[str]) -> Table:
    """Table of a CSV file; the separator is the one that finds most of the usual column names, then most columns.

    Raises
    ------
    InputError
        A row has not as many fields as the header, or a quotation mark is not closed.
    """
    separator = _separator(text, label, usual_names)
    numbered: list[tuple[str, Sequence[Cell]]] = []
    header: list[str] | None = None
    for number, fields in _records(text, separator, path):
        if not fields:
            continue
        if header is None:
            header = fields
            continue
        if len(fields) != len(header):
            raise InputError(
                f"{path}, row {number}: the row has {len(fields)} {'field' if len(fields) == 1 else 'fields'} and the "
                f"header {len(header)}; put a field that holds one of the {_SEPARATORS[separator]} in quotation marks"
            )
        numbered.append((f"row {number}", [field or None for field in fields]))
    table = table_of_rows(path, label, header or [], numbered)
    if separator == _usual_separator(label):
        return table
    note = f"{label}: fields are separated by {_SEPARATORS[separator]}"
    return Table(path, label, table.columns, table.rows, table.places, (note, *table.notes))


def json_lines_table(text: str, path: str, label: str) -> Table:
    """Table of a file with one JSON object a line; columns in the order in which they first come.

    Raises
    ------
    InputError
        A line is no JSON object, or has a key twice.
    """
    columns: dict[str, None] = {}
    objects: list[tuple[str, dict[str, Cell]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found = _json_object(line, f"{path}, line {number}")
        columns.update(dict.fromkeys(found))
        objects.append((f"line {number}", found))
    if objects and not columns:
        raise InputError(f"{path}: no object has a key; each line should be an object with a text")
    numbered = [(place, [_present(found.get(column)) for column in columns]) for place, found in objects]
    if not numbered:
        raise InputError(f"{path}: the file is empty; it should hold one JSON object a line")
    return table_of_rows(path, label, list(columns), numbered)


def _usual_separator(label: str) -> str:
    return "\t" if label.lower().endswith(".tsv") else ","


def _separator(text: str, label: str, usual_names: frozenset[str]) -> str:
    first = _usual_separator(label)
    candidates = [first, *(separator for separator in _SEPARATORS if separator != first)]

    def fitness(separator: str) -> tuple[int, int]:
        try:
            header = next((fields for _, fields in _records(text, separator, label) if fields), [])
        except InputError:
            return 0, 0
        return len({field.strip().casefold() for field in header} & usual_names), len(header)

    return max(candidates, key=fitness)


def _records(text: str, separator: str, path: str) -> Iterator[tuple[int, list[str]]]:
    # newline="" keeps the line ends inside a cell as they are.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        before = csv.field_size_limit(min(max(len(text), 1) + 1, _LARGEST_FIELD))
        try:
            fields = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"{path}, row {number}: broken CSV ({error}); write a quotation mark in a field twice"
            ) from None
        finally:
            # The limit belongs to the whole process: it is raised for one row at a time.
            csv.field_size_limit(before)
        yield number, fields


def _json_object(line: str, place: str) -> dict[str, Cell]:
    try:
        found = json.loads(line, object_pairs_hook=_unique_keys)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{place}: broken JSON at character {error.pos + 1} ({error.msg}); each line should be one JSON object"
        ) from None
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _RepeatedKeyError) else "too deep, or a number too long"
        raise InputError(f"{place}: broken JSON ({reason}); each line should be one JSON object") from None
    if not isinstance(found, dict):
        raise InputError(f"{place}: JSON {_json_kind(found)}; each line should be one JSON object")
    return found


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object: one of the two values would be lost."""


def _unique_keys(pairs: list[tuple[str, Cell]]) -> dict[str, Cell]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise _RepeatedKeyError(f"key {repeated!r} stands twice")
    return found


def _json_kind(value: Cell) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    return {str: "text", int: "number", float: "number", list: "list"}.get(type(value), type(value).__name__)


def _present(value: Cell) -> Cell:
    # pandas writes a missing cell as NaN, which JSON does not know and Python reads.
    return None if value == "" or (isinstance(value, float) and math.isnan(value)) else value
