"""Rows and columns of XLSX and Parquet files and of pandas DataFrames.

openpyxl (extra `office`) and pyarrow are loaded when such a file is read; pandas never: its frames come in loaded.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..errors import InputError, MissingExtraError
from .archives import opened_zip
from .files import in_mebibytes
from .tables import Cell, Table, table_of_rows

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FRAME_LABEL", "frame_table", "parquet_table", "workbook_table"]

FRAME_LABEL = "DataFrame"
_ROWS_AT_ONCE = 64
_TOTAL = 8


def workbook_table(data: bytes, path: str, label: str, max_bytes: int) -> Table:
    """Table on the first sheet of an XLSX workbook that is not empty.

    Raises
    ------
    InputError
        The workbook cannot be read, unpacks to too much, or has a cell beyond the last column name.
    MissingExtraError
        openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError(
            f'{path}: reading XLSX needs openpyxl, which is not installed; install the extra "office"'
        ) from None
    opened_zip(path, data, max_bytes).close()
    try:
        with warnings.catch_warnings():
            # It warns of styles and validations that it leaves out; only values are read here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [(sheet.title, _sheet_rows(sheet)) for sheet in book.worksheets]
            book.close()
    except Exception as error:
        # A damaged workbook makes openpyxl raise whatever its parts run into, from KeyError to ParseError.
        raise InputError(
            f"{path}: no readable XLSX workbook ({type(error).__name__}); save it again as .xlsx"
        ) from None
    filled = [(title, rows) for title, rows in sheets if rows]
    if not filled:
        raise InputError(f"{path}: the table is empty; it should begin with a row of column names")
    (title, rows), others = filled[0], filled[1:]
    header, numbered = (
        rows[0][1],
        [(f"row {n}", _padded(cells, rows[0][1], f"{path}, row {n}")) for n, cells in rows[1:]],
    )
    table = table_of_rows(path, label, header, numbered)
    if not others:
        return table
    passed = ", ".join(repr(other) for other, _ in others)
    note = f"{label}: sheet {title!r} was read, {passed} passed over"
    return Table(path, label, table.columns, table.rows, table.places, (note, *table.notes))


def _sheet_rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    """Rows that are not empty, numbered as the spreadsheet does, without empty cells at their ends."""
    # The size that a file states for its sheet can be anything; without it, only cells that are there are read.
    sheet.reset_dimensions()
    rows = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        values: list[Cell] = [None if cell == "" else cell for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if values:
            rows.append((number, values))
    return rows


def _padded(cells: Sequence[Cell], header: Sequence[Cell], place: str) -> list[Cell]:
    if len(cells) > len(header):
        raise InputError(
            f"{place}: the row has {len(cells)} cells and the header {len(header)}; "
            "give each column a name in the first row"
        )
    return [*cells, *[None] * (len(header) - len(cells))]


def parquet_table(data: bytes, path: str, label: str, max_bytes: int) -> Table:
    """Table of a Parquet file; an index that pandas stored as a column without a name is passed over.

    Raises
    ------
    InputError
        The file is no Parquet, or unpacks to too much.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    limit = _TOTAL * max_bytes
    too_large = InputError(f"{path}: it unpacks to more than {in_mebibytes(limit)}, the most that is read")
    rows: list[list[Cell]] = []
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        header = ["" if name.startswith("__index_level_") else name for name in file.schema_arrow.names]
        n_bytes = 0
        # In small batches: a file states its packed size only, and one repeated text of a megabyte packs to nothing.
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            n_bytes += batch.nbytes
            if n_bytes > limit:
                raise too_large
            columns = [column.to_pylist() for column in batch.columns]
            rows.extend([_without_missing(cell) for cell in cells] for cells in zip(*columns, strict=True))
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        reason = " ".join(str(error).split())[:100]
        raise InputError(f"{path}: no readable Parquet file ({reason}); write it again") from None
    return table_of_rows(path, label, header, [(f"row {n}", cells) for n, cells in enumerate(rows, start=1)])


def frame_table(frame: pd.DataFrame) -> Table:
    """Table of a pandas DataFrame; an index that has a name is a column, any other is passed over."""
    columns = [str(name) for name in frame.columns]
    series = [list(frame.iloc[:, position]) for position in range(len(columns))]
    if isinstance(frame.index.name, str) and frame.index.name not in columns:
        columns.insert(0, frame.index.name)
        series.insert(0, list(frame.index))
    rows = [[_without_missing(cell) for cell in cells] for cells in zip(*series, strict=True)]
    numbered = [(f"row {n}", cells) for n, cells in enumerate(rows, start=1)]
    return table_of_rows(FRAME_LABEL, FRAME_LABEL, columns, numbered)


def _without_missing(cell: Any) -> Cell:
    if cell is None or type(cell).__name__ in {"NAType", "NaTType"}:
        return None
    if isinstance(cell, float) and math.isnan(cell):
        return None
    if type(cell).__module__ == "numpy" and getattr(cell, "ndim", None) == 0:
        return _without_missing(cell.item())
    return None if isinstance(cell, str) and cell == "" else cell
