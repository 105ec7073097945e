"""Where in each article the loaded terms stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .key import KEY_LINE, key_lines, write_key
from .rows import LABEL_WIDTH, MOST_ROWS, TALL_ROWS, document_labels, left_out, rows_of, write_labels
from .style import OTHER, QUIET, SMALL, STRIP, category_colours, scale, tidy
from .text import write
from .voices import counted_voices

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
    colours = _colours(result, hits)
    canvas = None
    if ax is None:
        lines = len(key_lines(list(colours), 6.0))
        margins = (LABEL_WIDTH + 0.15, 0.85, 0.22 + KEY_LINE * lines, 0.5)
        canvas, ax = new_canvas(rows=len(shown), row_height=0.58 if len(shown) <= TALL_ROWS else 0.22, margins=margins)
    _draw(hits, shown, colours, ax)
    if canvas is None:
        return ax
    caption = joined(
        f"Where the lexicon's terms stand, n = {amount(len(result.documents), 'article')},"
        f" {int(result.documents['n_tokens'].sum()):,} tokens, {amount(len(hits), 'occurrence')}."
        " Each line is an article from its first character to its last; at its end stands the number of its marks.",
        counted_voices(result.settings),
        left_out(len(shown), len(result.documents), "articles"),
    )
    return canvas.described(caption, _alt(result, hits))


def _colours(result: Framing, hits: pd.DataFrame) -> dict[str, str]:
    counts = {str(name): int(n) for name, n in hits["category"].value_counts(sort=False).items()}
    colours = category_colours(counts, list(dict.fromkeys(result.table["category"])))
    return colours if len(colours) == len(counts) else {**colours, _REST: OTHER}


def _draw(hits: pd.DataFrame, shown: pd.DataFrame, colours: dict[str, str], ax: Axes) -> None:
    tidy(ax)
    rows = {name: row for row, name in enumerate(shown["document"])}
    sizes = dict(zip(shown["document"], shown["n_characters"], strict=True))
    lanes = {category: lane for lane, category in enumerate(colours)}
    height = 0.8 / len(lanes)
    drawn = hits[hits["document"].isin(list(rows))]
    for row in rows.values():
        ax.axhspan(row - 0.42, row + 0.42, color=STRIP, linewidth=0, zorder=0)
    segments, kinds = [], []
    for document, start, category in zip(drawn["document"], drawn["start"], drawn["category"], strict=True):
        kind = category if category in lanes else _REST
        x, top = 100 * start / max(sizes[document], 1), rows[document] - 0.4 + lanes[kind] * height
        segments.append([(x, top), (x, top + height)])
        kinds.append(colours[kind])
    ax.add_collection(LineCollection(segments, colors=kinds, linewidths=1.9 if len(rows) <= TALL_ROWS else 1.2))
    ax.set_xlim(-0.8, 100.8)
    rows_of(ax, len(rows))
    _write_words(drawn, shown, ax)
    scale(ax, "position in the article, % of its characters")
    ax.grid(False)
    ax.set_xticks([0, 25, 50, 75, 100])
    write_key(ax, list(colours.items()), 6.0, left=LABEL_WIDTH)


def _write_words(drawn: pd.DataFrame, shown: pd.DataFrame, ax: Axes) -> None:
    counts = drawn["document"].value_counts(sort=False).to_dict()
    write_labels(ax, document_labels(list(shown["document"]), list(shown["group"])))
    tall = len(shown) <= TALL_ROWS
    place = ("axes fraction", "data")
    for row, (document, n_tokens) in enumerate(zip(shown["document"], shown["n_tokens"], strict=True)):
        at = (1.0, float(row))
        n = counts.get(document, 0)
        marks, tokens = amount(n, "mark") if tall else f"{n:,}", f"{n_tokens:,} tokens"
        write(ax, marks, at, coordinates=place, offset=(7, 6 if tall else 0), size=SMALL - 0.4)
        if tall:
            write(ax, tokens, at, coordinates=place, offset=(7, -6), size=SMALL - 1, colour=QUIET)


def _alt(result: Framing, hits: pd.DataFrame) -> str:
    counts = hits["document"].value_counts(sort=False).reindex(result.documents["document"], fill_value=0)
    return (
        f"Strip for each of {amount(len(result.documents), 'article')} with a mark where each loaded term stands:"
        f" {amount(len(hits), 'mark')}, from {int(counts.min()):,} to {int(counts.max()):,} an article."
    )
