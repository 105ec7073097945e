"""What was read of each document, and what was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .key import write_key
from .rows import LABEL_WIDTH, MOST_ROWS, TALL_ROWS, document_labels, left_out, row_height, rows_of, write_labels
from .style import FAINT, PARTS, QUIET, SMALL, scale, tidy
from .text import drawable, fitted, text_width, write

if TYPE_CHECKING:
    from ..analysis.composition import Composition

__all__ = ["plot_composition"]

_BAR = 0.34
_DROPPED = "dropped"


@drawing()
def plot_composition(result: Composition, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the characters kept and dropped of every document, one bar each."""
    documents = list(dict.fromkeys(result.table["document"]))
    if not documents:
        return quiet_sentence(ax, "no document was read")
    shown = documents[:MOST_ROWS]
    table = result.table[result.table["document"].isin(shown)]
    canvas = None
    if ax is None:
        height = row_height(len(shown))
        canvas, ax = new_canvas(rows=len(shown), row_height=height, margins=(LABEL_WIDTH + 0.15, 0.25, 0.42, 0.5))
    _draw(table, shown, ax)
    if canvas is None:
        return ax
    kept, dropped = (int(result.table.loc[result.table["kept"] == k, "n_characters"].sum()) for k in (True, False))
    caption = joined(
        f"Characters kept and dropped, n = {amount(len(documents), 'document')}:"
        f" {kept:,} characters kept, {dropped:,} dropped. The bars begin with what is kept.",
        left_out(len(shown), len(documents), "documents"),
    )
    return canvas.described(caption, _alt(len(documents), kept, dropped))


def _draw(table: pd.DataFrame, shown: list[str], ax: Axes) -> None:
    tidy(ax)
    by_document = dict(list(table.groupby("document", sort=False)))
    tall = len(shown) <= TALL_ROWS
    for row, document in enumerate(shown):
        part = by_document[document]
        start = 0
        for kind, colour in (*PARTS.items(), (_DROPPED, FAINT)):
            chosen = ~part["kept"] if kind == _DROPPED else part["kept"] & (part["part"] == kind)
            size = int(part.loc[chosen, "n_characters"].sum())
            if size:
                where = row - 0.12 if tall else row
                ax.barh(where, size, left=start, height=_BAR if tall else 0.6, color=colour, linewidth=0)
            start += size
        if tall:
            _write_reasons(part, row, ax)
    rows_of(ax, len(shown))
    ax.set_xlim(0, None)
    outlets = [by_document[document]["outlet"].iloc[0] for document in shown]
    write_labels(ax, document_labels(shown, outlets))
    scale(ax, "characters")
    ax.xaxis.set_major_formatter("{x:,.0f}")
    write_key(ax, [*PARTS.items(), (_DROPPED, FAINT)], 4.4)


def _write_reasons(part: pd.DataFrame, row: int, ax: Axes) -> None:
    dropped = part[~part["kept"]].sort_values(["n_characters", "part"], ascending=[False, True])
    names = [
        f"{reason.replace('_', ' ')} {n:,}" for reason, n in zip(dropped["part"], dropped["n_characters"], strict=True)
    ]
    text = _listed(names, 4.2) if names else "nothing dropped"
    place = ("axes fraction", "data")
    write(ax, text, (0, row), coordinates=place, offset=(1, -9), size=SMALL - 1, colour=QUIET, ground=True)


def _listed(names: list[str], width: float) -> str:
    """As many of the names as go into `width` inches, and how many more there are."""
    for n in range(len(names), 0, -1):
        rest = f" and {len(names) - n} more" if n < len(names) else ""
        text = drawable("dropped: " + ", ".join(names[:n]) + rest)
        if text_width(text, SMALL - 1) <= width:
            return text
    return fitted("dropped: " + ", ".join(names), width, SMALL - 1)


def _alt(n_documents: int, kept: int, dropped: int) -> str:
    return (
        f"Bar chart, one bar for each of {amount(n_documents, 'document')}: {kept:,} characters kept as headline,"
        f" standfirst, body or caption, {dropped:,} dropped."
    )
