"""At which rate each group uses loaded terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import LABEL_WIDTH, MOST_ROWS, left_out, rows_of, write_heading
from .style import ACCENT, PAPER, QUIET, SMALL, TEXT, scale, tidy
from .text import drawable, fitted, write

if TYPE_CHECKING:
    from ..analysis.framing import Framing

__all__ = ["plot_rates"]

_NOTHING = "no term of the lexicon occurs"
_RIGHT = 1.25


@drawing()
def plot_rates(result: Framing, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the rate of each category in each group as a dot, with its interval wherever there is one.

    A hollow dot describes these articles only; a filled one belongs to a comparison that was tested.
    """
    used = result.table[result.table.groupby("category")["n"].transform("sum") > 0]
    if not len(used):
        return quiet_sentence(ax, _NOTHING)
    lines = _lines(used)
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=len(lines), row_height=0.22, margins=(LABEL_WIDTH + 0.15, _RIGHT, 0.1, 0.5))
    _draw(used, lines, ax)
    if canvas is None:
        return ax
    n_rows = sum(row is not None for _, row in lines)
    return canvas.described(joined(_caption(result, used), left_out(n_rows, len(used), "rows")), _alt(used, result.by))


def _lines(used: pd.DataFrame) -> list[tuple[str, int | None]]:
    lines: list[tuple[str, int | None]] = []
    drawn = 0
    for category, rows in used.groupby("category", sort=True):
        if drawn >= MOST_ROWS:
            break
        lines.append((str(category), None))
        chosen = rows.index[: MOST_ROWS - drawn]
        lines += [(str(rows.at[index, "group"]), int(index)) for index in chosen]
        drawn += len(chosen)
    return lines


def _draw(used: pd.DataFrame, lines: list[tuple[str, int | None]], ax: Axes) -> None:
    tidy(ax)
    rows_of(ax, len(lines))
    place = ("axes fraction", "data")
    for y, (name, index) in enumerate(lines):
        if index is None:
            write_heading(ax, name, y, left=LABEL_WIDTH)
            continue
        row = used.loc[index]
        _draw_rate(row, y, ax)
        write(
            ax,
            fitted(name, LABEL_WIDTH - 0.1, TEXT - 0.5),
            (0, y),
            coordinates=place,
            offset=(-7, 0),
            size=TEXT - 0.5,
            align="right",
        )
        count = f"{row['n']:,} in {row['n_documents']:,} of {amount(int(row['of_documents']), 'article')}"
        write(ax, count, (1, y), coordinates=place, offset=(9, 0), size=SMALL - 0.8, colour=QUIET)
    ax.set_xlim(0, None)
    ax.margins(x=0.04)
    ax.set_xlim(left=-0.02 * ax.get_xlim()[1])
    scale(ax, f"occurrences per 1,000 {used['unit'].iloc[0]}")


def _draw_rate(row: pd.Series, y: float, ax: Axes) -> None:
    inferential = bool(np.isfinite(row["p_value"]))
    if np.isfinite(row["low"]) and np.isfinite(row["high"]):
        # Dotted where the interval describes without a test.
        ax.hlines(y, row["low"], row["high"], color=ACCENT, linewidth=1.2, linestyle="-" if inferential else ":")
    face = ACCENT if inferential else PAPER
    ax.plot(
        [row["rate"]], [y], "o", markersize=5.2, color=ACCENT, markerfacecolor=face, markeredgewidth=1.3, clip_on=False
    )


def _caption(result: Framing, used: pd.DataFrame) -> str:
    tested = used["p_value"].notna()
    bounded = used["low"].notna() & used["high"].notna()
    dots = (
        "Every dot is hollow: it describes these articles and no test was possible."
        if not tested.any()
        else "Filled dots belong to a tested comparison, hollow ones describe these articles only."
    )
    interval = (
        "Lines are 95 % intervals over articles (log scale, t), dotted where nothing was tested."
        if bounded.any()
        else "No interval is drawn: the articles carry none."
    )
    documents = result.documents
    return (
        f"Loaded terms per 1,000 {used['unit'].iloc[0]} by category and {result.by},"
        f" n = {amount(len(documents), 'article')}, {int(documents['n_tokens'].sum()):,} tokens. {dots} {interval}"
    )


def _alt(used: pd.DataFrame, by: str) -> str:
    best = used.sort_values(["rate", "category", "group"], ascending=[False, True, True]).iloc[0]
    return (
        f"Dots of the rate of loaded terms by category and {by}. The highest is {best['rate']:.1f} per 1,000"
        f" {best['unit']}: {drawable(best['category'])}, {drawable(best['group'])}."
    )
