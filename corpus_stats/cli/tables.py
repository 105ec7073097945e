"""From a table of results to columns of text for a terminal."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .printing import Column, columns_text, more_rows, one_line, wrapped

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["caution_lines", "is_missing", "table_column", "table_lines", "text_of_number"]

_MOST_DECIMALS = 4
_KEYS = {"group", "category"}
"""Columns that only together say what a row is of."""
_EVIDENCE_TO_COME = ("voice", "quoted", "attributed", "speaker")


def table_lines(
    table: pd.DataFrame,
    width: int,
    rows: int,
    *,
    names: Sequence[str] | None = None,
    heads: Mapping[str, str] | None = None,
    all_columns: bool = False,
) -> list[str]:
    """Lines of a table: the columns `names` under `heads`, at most `rows` rows (0 for all).

    A column without a value, and one with the same value in every row, is told in a line below the table.
    """
    if not len(table):
        return ["(nothing found)"]
    heads = heads or {}
    table = table.rename(columns=dict(heads))
    columns = [heads.get(name, name) for name in names or table.columns]
    same: list[tuple[str, str]] = []
    empty: list[str] = []
    varying: list[str] = []
    for name in columns:
        values = table[name].tolist()
        present = [value for value in values if not is_missing(value) and value != ""]
        if not present and not all_columns:
            if name not in _EVIDENCE_TO_COME and is_missing(values[0]):
                empty.append(name)
        elif len(values) > 2 and varying and not all_columns and all(value == values[0] for value in values[1:]):
            same.append((name, _column_texts(values[:1])[0][0]))
        else:
            varying.append(name)
    shown = table if rows == 0 else table.head(rows)
    keys = 2 if set(varying[:2]) == _KEYS else 1
    lines = columns_text([table_column(shown, name) for name in varying], width, keys=keys)
    below = []
    if len(shown) < len(table):
        below.append(more_rows(len(table) - len(shown)))
    if same:
        below.append("In every row: " + ", ".join(f"{name} {value}" for name, value in same) + ".")
    if empty:
        below.append(f"No value in any row: {', '.join(empty)}.")
    return lines + [line for text in below for line in wrapped(text, width)]


def table_column(table: pd.DataFrame, name: str, *, at_start: bool = False, right: bool | None = None) -> Column:
    """Column of a table; numbers stand to the right, with as many decimals as the smallest needs."""
    texts, are_numbers = _column_texts(table[name].tolist())
    return Column(str(name), texts, right=are_numbers if right is None else right, at_start=at_start)


def caution_lines(cautions: Sequence[str], width: int) -> list[str]:
    """Cautions, a blank line before the first."""
    lines = [""] if cautions else []
    for caution in cautions:
        lines += wrapped(caution, width, first="• ", indent="  ")
    return lines


def is_missing(value: object) -> bool:
    """Whether a cell holds no value."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and math.isnan(value)


def text_of_number(value: float, decimals: int) -> str:
    """Number with a fixed number of decimals and thousands apart; what would round to zero is shown as a bound."""
    if value and abs(value) < 10**-decimals / 2:
        return f"<{10**-decimals:.{decimals}f}" if value > 0 else f"-{0:.{decimals}f}"
    return f"{value:,.{decimals}f}"


def _column_texts(values: Sequence[Any]) -> tuple[list[str], bool]:
    present = [value for value in values if not is_missing(value)]
    numbers = [v for v in present if isinstance(v, int | float) and not isinstance(v, bool)]
    if present and len(numbers) == len(present):
        decimals = _decimals([float(value) for value in numbers])
        return ["-" if is_missing(value) else text_of_number(float(value), decimals) for value in values], True
    words = {True: "yes", False: "no"}
    texts = [words[value] if isinstance(value, bool) else one_line(str(value)) for value in present]
    given = iter(texts)
    return ["-" if is_missing(value) else next(given) for value in values], False


def _decimals(numbers: Sequence[float]) -> int:
    finite = [abs(value) for value in numbers if math.isfinite(value)]
    if all(value == int(value) for value in finite):
        return 0
    # Three digits of a usual value are what these counts can bear.
    middle = sorted(value for value in finite if value)[len([value for value in finite if value]) // 2]
    return min(_MOST_DECIMALS, max(1, 2 - math.floor(math.log10(middle))))
