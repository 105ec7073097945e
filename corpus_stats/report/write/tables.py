"""Tables as CSV and Parquet, the same bytes for the same table."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["csv_bytes", "is_missing", "parquet_bytes"]

# A spreadsheet takes a cell that begins so for a formula; the second line is the full-width forms.
_FORMULA = ("=", "+", "-", "@", "|", "\t", "\r", "＝", "＋", "－", "＠", "｜")
_SPECIAL = re.compile(r'[",\r\n]|^\s|\s$')


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Table as CSV in UTF-8 with a header and LF line ends.

    A text cell that a spreadsheet would take for a formula gets a ``'`` in front; numbers stay as they are. A missing
    value is an empty cell.
    """
    rows = [[_guarded(str(column)) for column in table.columns]]
    rows += [[_cell(value) for value in record] for record in table.itertuples(index=False, name=None)]
    return "".join(_line(row) for row in rows).encode("utf-8", "backslashreplace")


def parquet_bytes(table: pd.DataFrame) -> bytes:
    """Table as Parquet, with nothing in it of the machine or of pandas."""
    arrays = [_array(table[column]) for column in table.columns]
    sink = pa.BufferOutputStream()
    columns = pa.Table.from_arrays(arrays, names=[_clean(str(column)) for column in table.columns])
    pq.write_table(columns, sink, compression="zstd", store_schema=False)
    return bytes(sink.getvalue().to_pybytes())


def _line(cells: list[str]) -> str:
    # The csv module leaves a lone carriage return bare, and readers take it for the end of a row.
    quoted = ['"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell for cell in cells]
    # A row of one empty cell would be no row.
    return (",".join(quoted) if quoted != [""] else '""') + "\n"


def _cell(value: object) -> str:
    if is_missing(value):
        return ""
    if isinstance(value, str):
        return _guarded(value)
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, float | np.floating):
        number = float(value)
        return repr(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return _guarded(str(value)) if not isinstance(value, int | np.integer) else str(value)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _array(column: pd.Series[Any]) -> pa.Array:
    values = [None if is_missing(value) else value for value in column.tolist()]
    present = [value for value in values if value is not None]
    if pd.api.types.is_bool_dtype(column.dtype) or (present and all(isinstance(value, bool) for value in present)):
        return pa.array(values, pa.bool_())
    if pd.api.types.is_integer_dtype(column.dtype):
        return pa.array(values, pa.int64())
    if pd.api.types.is_float_dtype(column.dtype):
        return pa.array(values, pa.float64())
    return pa.array([None if value is None else _clean(str(value)) for value in values], pa.string())


def is_missing(value: object) -> bool:
    """Whether a cell has no value: None, or a number that is none."""
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _clean(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
