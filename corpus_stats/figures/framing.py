"""Loaded terms: how often each group uses each, and at which rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from numpy.typing import NDArray

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import left_out, rows_of, write_heading
from .style import FAINT, QUIET, SMALL, TEXT, amount_colour, legible_on, tidy
from .text import drawable, fitted, text_width, wrapped, write
from .voices import counted_voices

if TYPE_CHECKING:
    from ..analysis.framing import Framing

__all__ = ["plot_framing"]

_MOST_GROUPS = 18
_MOST_TERMS = 40
_DARKEST = 6
_UPRIGHT = 1.3
_LEVEL_GROUPS = 6
_COLUMN_GROUPS = 8
_LABELS = 1.75
_ROW = 0.192
_NOTHING = "no term of the lexicon occurs"


@dataclass(frozen=True)
class _Grid:
    """Terms under headings of their category, by group: what the heat map shows."""

    groups: list[str]
    notes: list[str]
    lines: list[tuple[str, bool]]
    counts: NDArray[np.int64]


@drawing()
def plot_framing(result: Framing, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw a heat map of loaded terms by group, with every count written in.

    A darker field means more occurrences, not a higher rate: `plot_rates` divides by the length of what was read.
    """
    if not len(result.terms) or not result.terms["n"].sum():
        return quiet_sentence(ax, _NOTHING)
    grid = _grid(result)
    canvas = None
    width = "column" if len(grid.groups) <= _COLUMN_GROUPS else "wide"
    if ax is None:
        top = 0.62 if len(grid.groups) <= _LEVEL_GROUPS else 0.2 + _longest(grid.groups)
        margins = (_LABELS + 0.12, 0.1, top, 0.1)
        canvas, ax = new_canvas(rows=len(grid.lines), width=width, row_height=_ROW, margins=margins)
    _draw(grid, ax, (4.3 if width == "column" else 7.4) / len(grid.groups))
    return ax if canvas is None else canvas.described(_caption(result, grid), _alt(result))


def _grid(result: Framing) -> _Grid:
    groups = _chosen_groups(result.table)
    totals = result.terms.groupby(["category", "term"], sort=True)["n"].sum().reset_index()
    totals = totals[totals["n"] > 0].sort_values(["category", "n", "term"], ascending=[True, False, True])
    # Categories take turns: by frequency alone, rare loaded words would give way to everyday ones.
    turns = totals.assign(turn=totals.groupby("category", sort=False).cumcount())
    turns = turns.sort_values(["turn", "n", "category", "term"], ascending=[True, False, True, True])
    totals = turns.head(_MOST_TERMS).sort_values(["category", "n", "term"], ascending=[True, False, True])
    found = result.terms.set_index(["group", "category", "term"])["n"].to_dict()
    lines: list[tuple[str, bool]] = []
    counts: list[list[int]] = []
    for category, terms in totals.groupby("category", sort=True)["term"]:
        lines.append((str(category), True))
        counts.append([-1] * len(groups))
        for term in terms:
            lines.append((str(term), False))
            counts.append([int(found.get((group, category, term), 0)) for group in groups])
    return _Grid(groups, [_note(result.table, group) for group in groups], lines, np.array(counts, dtype=np.int64))


def _chosen_groups(table: pd.DataFrame) -> list[str]:
    sizes = table.drop_duplicates("group").sort_values(["of_documents", "group"], ascending=[False, True])
    return sorted(sizes["group"].head(_MOST_GROUPS))


def _longest(groups: list[str]) -> float:
    return max(text_width(fitted(group, _UPRIGHT, SMALL), SMALL) for group in groups)


def _note(table: pd.DataFrame, group: str) -> str:
    row = table[table["group"] == group].iloc[0]
    return amount(int(row["of_documents"]), "article")


def _draw(grid: _Grid, ax: Axes, cell_width: float) -> None:
    tidy(ax)
    ax.set_xlim(0, len(grid.groups))
    rows_of(ax, len(grid.lines))
    most = max(int(grid.counts.max()), _DARKEST)
    fields, colours, empty = [], [], []
    for row, column in zip(*np.nonzero(grid.counts >= 0), strict=True):
        n = int(grid.counts[row, column])
        if not n:
            empty.append((column + 0.5, row))
            continue
        # The square root keeps ones and twos apart where one term is very frequent.
        colour = amount_colour(0.14 + 0.86 * ((n - 1) / (most - 1)) ** 0.5)
        fields.append(_field(int(row), int(column)))
        colours.append(colour)
        at = (column + 0.5, float(row))
        write(ax, f"{n:,}", at, size=SMALL + 0.4, colour=legible_on(colour), align="center")
    ax.add_collection(PolyCollection(fields, facecolors=colours, linewidths=0))
    if empty:
        points = np.array(empty, dtype=np.float64)
        ax.scatter(points[:, 0], points[:, 1], s=3.0, color=FAINT, linewidths=0)
    for row, (text, heading) in enumerate(grid.lines):
        if heading:
            write_heading(ax, text, row, left=_LABELS)
        else:
            label = fitted(text, _LABELS - 0.15, TEXT)
            place = ("axes fraction", "data")
            write(ax, label, (0, row), coordinates=place, offset=(72 * (0.12 - _LABELS), 0))
    _write_groups(grid, ax, cell_width)


def _field(row: int, column: int) -> list[tuple[float, float]]:
    left, right, top, bottom = column + 0.03, column + 0.97, row - 0.45, row + 0.45
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _write_groups(grid: _Grid, ax: Axes, cell_width: float) -> None:
    for column, (group, note) in enumerate(zip(grid.groups, grid.notes, strict=True)):
        at = (column + 0.5, 1.0)
        if len(grid.groups) <= _LEVEL_GROUPS:
            name = wrapped(group, cell_width - 0.06, TEXT - 0.5, bold=False)
            write(
                ax,
                name,
                at,
                coordinates=("data", "axes fraction"),
                offset=(0, 15),
                size=TEXT - 0.5,
                align="center",
                valign="bottom",
            )
            write(
                ax,
                note,
                at,
                coordinates=("data", "axes fraction"),
                offset=(0, 4),
                size=SMALL - 1,
                colour=QUIET,
                align="center",
                valign="bottom",
            )
        else:
            name = fitted(group, _UPRIGHT, SMALL)
            write(
                ax,
                name,
                at,
                coordinates=("data", "axes fraction"),
                offset=(0, 5),
                size=SMALL,
                align="center",
                valign="bottom",
                rotation=90,
            )


def _caption(result: Framing, grid: _Grid) -> str:
    n_groups = result.table["group"].nunique()
    n_terms = int((result.terms.groupby(["category", "term"])["n"].sum() > 0).sum())
    n_shown = sum(not heading for _, heading in grid.lines)
    tokens = int(result.documents["n_tokens"].sum())
    return joined(
        f"Occurrences of the lexicon's terms by {result.by}, n = {amount(len(result.documents), 'article')},"
        f" {tokens:,} tokens. Each number is a count; darker means more; a point means none.",
        counted_voices(result.settings),
        left_out(n_shown, n_terms, "terms that occur, the categories in turn", "most frequent"),
        left_out(len(grid.groups), n_groups, "groups", "largest"),
    )


def _alt(result: Framing) -> str:
    totals = result.terms.groupby("term", sort=True)["n"].sum().sort_values(ascending=False, kind="stable")
    most = ", ".join(f"{drawable(term)} {n:,}" for term, n in totals.head(5).items())
    return f"Heat map of loaded terms by {result.by}, counts written in. Most frequent over all: {most}."
