"""Where in each article the loaded terms stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .key import KEY_LINE, key_lines, write_key
from .rows import LABEL_WIDTH, MOST_ROWS, TALL_ROWS, document_labels, left_out, row_height, rows_of, write_labels
from .style import HAIR, HUES, OTHER, QUIET, SMALL, scale, tidy
from .text import write

if TYPE_CHECKING:
    from ..analysis.framing import Framing

__all__ = ["plot_positions"]

_NOTHING = "no term of the lexicon occurs"
_REST = "other categories"


@drawing()
def plot_positions(result: Framing, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw a strip for each article with a mark where each loaded term stands, coloured by its category.

    Each category keeps to a height of its own, from the top in the order of the key.
    """
    hits = result.hits
    if hits is None or not len(hits):
        return quiet_sentence(ax, _NOTHING)
    shown = result.documents.head(MOST_ROWS)
    colours = _colours(hits)
    canvas = None
    if ax is None:
        lines = len(key_lines(list(colours), 6.0))
        margins = (LABEL_WIDTH + 0.15, 0.5, 0.22 + KEY_LINE * lines, 0.5)
        canvas, ax = new_canvas(rows=len(shown), row_height=row_height(len(shown)) + 0.06, margins=margins)
    _draw(hits, shown, colours, ax)
    if canvas is None:
        return ax
    caption = joined(
        f"Where the lexicon's terms stand, n = {amount(len(hits), 'occurrence')} in"
        f" {amount(len(result.documents), 'article')}, {int(result.documents['n_tokens'].sum()):,} tokens."
        " Each line is an article from its first character to its last; the number at its end counts its marks.",
        left_out(len(shown), len(result.documents), "articles"),
    )
    return canvas.described(caption, _alt(result, hits))


def _colours(hits: pd.DataFrame) -> dict[str, str]:
    counts = hits["category"].value_counts(sort=False).sort_index()
    frequent = sorted(counts.sort_values(ascending=False, kind="stable").index[: len(HUES)])
    colours = {str(category): HUES[position] for position, category in enumerate(frequent)}
    return colours if len(counts) <= len(HUES) else {**colours, _REST: OTHER}


def _draw(hits: pd.DataFrame, shown: pd.DataFrame, colours: dict[str, str], ax: Axes) -> None:
    tidy(ax)
    rows = {name: row for row, name in enumerate(shown["document"])}
    sizes = dict(zip(shown["document"], shown["n_characters"], strict=True))
    lanes = {category: lane for lane, category in enumerate(colours)}
    height = 0.72 / len(lanes)
    drawn = hits[hits["document"].isin(list(rows))]
    ax.hlines(list(rows.values()), 0, 100, color=HAIR, linewidth=0.8, zorder=0)
    segments, kinds = [], []
    for document, start, category in zip(drawn["document"], drawn["start"], drawn["category"], strict=True):
        kind = category if category in lanes else _REST
        x, top = 100 * start / max(sizes[document], 1), rows[document] - 0.36 + lanes[kind] * height
        segments.append([(x, top), (x, top + height)])
        kinds.append(colours[kind])
    ax.add_collection(LineCollection(segments, colors=kinds, linewidths=1.9 if len(rows) <= TALL_ROWS else 1.2))
    ax.set_xlim(-0.8, 100.8)
    rows_of(ax, len(rows))
    _write_words(drawn, shown, ax)
    scale(ax, "position in the article, % of its characters")
    ax.set_xticks([0, 25, 50, 75, 100])
    write_key(ax, list(colours.items()), 6.0, left=LABEL_WIDTH)


def _write_words(drawn: pd.DataFrame, shown: pd.DataFrame, ax: Axes) -> None:
    counts = drawn["document"].value_counts(sort=False).to_dict()
    notes = [f"{n:,} tokens" for n in shown["n_tokens"]]
    write_labels(ax, document_labels(list(shown["document"]), list(shown["group"]), notes))
    for row, document in enumerate(shown["document"]):
        at = (1.0, float(row))
        text = f"{counts.get(document, 0):,}"
        write(ax, text, at, coordinates=("axes fraction", "data"), offset=(8, 0), size=SMALL, colour=QUIET)


def _alt(result: Framing, hits: pd.DataFrame) -> str:
    counts = hits["document"].value_counts(sort=False)
    return (
        f"Strip for each of {amount(len(result.documents), 'article')} with a mark where each loaded term stands:"
        f" {amount(len(hits), 'mark')}, between {int(counts.reindex(result.documents['document'], fill_value=0).min())}"
        f" and {int(counts.max())} an article."
    )
