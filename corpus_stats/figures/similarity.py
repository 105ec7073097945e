"""How similar the articles are to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from numpy.typing import NDArray

from .canvas import WIDTHS, Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import RowLabel, document_labels, rows_of
from .style import FAINT, PAPER, QUIET, SMALL, TEXT, amount_colour, amounts, legible_on, tidy
from .text import drawable, fitted, write

if TYPE_CHECKING:
    from ..analysis.similarity import Similarity

__all__ = ["plot_similarity"]

_NAMED, _WRITTEN, _TALL = 30, 12, 8
_LEFT_OF_AXES, _ABOVE_AXES = ("axes fraction", "data"), ("data", "axes fraction")


@dataclass(frozen=True)
class _Page:
    """Inches for the names, for the matrix and for the tree beside it."""

    names: float
    side: float

    @property
    def tree(self) -> float:
        return WIDTHS["column"] - self.names - self.side - 0.12


@drawing()
def plot_similarity(result: Similarity, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the cosines of all pairs in the order of their dendrogram, with the bands that news articles fall into.

    The bands were measured on other articles: they are a context for the eye, no test.
    """
    n = len(result.order)
    if result.cosines is None or result.linkage is None or n < 2:
        return quiet_sentence(ax, "there are too many articles to draw all pairs; the table lists the nearest")
    page = _Page(1.9, 3.3) if n <= _WRITTEN else _Page(1.55, 3.9) if n <= _NAMED else _Page(0.15, 4.9)
    named = n <= _NAMED
    canvas = None
    if ax is None:
        margins = (page.names, WIDTHS["column"] - page.names - page.side, 0.3 if named else 0.1, 0.95)
        canvas, ax = new_canvas(rows=1, row_height=page.side, margins=margins)
    tidy(ax)
    _draw_matrix(result.cosines[np.ix_(result.order, result.order)], ax)
    _draw_tree(result.linkage, result.order, page, ax)
    _draw_bands(result.bands, page, ax)
    if named:
        labels = document_labels(result.documents, result.outlets)
        _write_names([labels[i] for i in result.order], page, ax)
    if canvas is None:
        return ax
    caption = joined(
        f"Cosine of tf-idf weights, n = {amount(n, 'document')}, {amount(n * (n - 1) // 2, 'pair')}.",
        f"The tree joins documents by their mean 1 − cosine{'; above it, its first and last join' if named else ''}.",
        "" if named else f"The names of {n} documents are left out; they stand in the order of the tree.",
        "The bands are what pairs of news articles showed elsewhere: a context, no test.",
    )
    return canvas.described(caption, _alt(result))


def _draw_matrix(ordered: NDArray[np.float64], ax: Axes) -> None:
    n = len(ordered)
    ax.set_xlim(-0.5, n - 0.5)
    rows_of(ax, n)
    if n > _NAMED:
        ax.imshow(ordered, cmap=amounts(), vmin=0, vmax=1, interpolation="nearest", aspect="auto")
        return
    half = 0.47 if n <= _WRITTEN else 0.49
    fields, colours = [], []
    for row, column in np.ndindex(n, n):
        if row == column:
            continue
        colour = amount_colour(float(ordered[row, column]))
        left, right, top, bottom = column - half, column + half, row - half, row + half
        fields.append([(left, top), (right, top), (right, bottom), (left, bottom)])
        colours.append(colour)
        if n <= _WRITTEN:
            text = f"{ordered[row, column]:.2f}".removeprefix("0")
            size = TEXT if n <= _TALL else SMALL - 1
            write(ax, text, (column, row), size=size, colour=legible_on(colour), align="center")
    ax.add_collection(PolyCollection(fields, facecolors=colours, linewidths=0))
    ax.scatter(range(n), range(n), s=6 if n <= _WRITTEN else 3, color=FAINT, linewidths=0)


def _write_names(labels: list[RowLabel], page: _Page, ax: Axes) -> None:
    n = len(labels)
    size = min(TEXT, 72 * page.side / n * 0.72)
    room = page.names - 0.45
    for position, label in enumerate(labels):
        number, row = f"{position + 1}", (0.0, float(position))
        tall = n <= _TALL and bool(label.note)
        up = 6.0 if tall else 0.0
        name = fitted(label.name if tall or not label.note else f"{label.name} · {label.note}", room, size)
        write(ax, name, row, coordinates=_LEFT_OF_AXES, offset=(-24, up), size=size, align="right")
        write(ax, number, row, coordinates=_LEFT_OF_AXES, offset=(-7, up), size=size, colour=QUIET, align="right")
        if tall:
            note, small = fitted(label.note, room, SMALL - 1), SMALL - 1
            write(ax, note, row, coordinates=_LEFT_OF_AXES, offset=(-24, -6), size=small, colour=QUIET, align="right")
        _write_above(ax, number, float(position), size)


def _draw_tree(linkage: NDArray[np.float64], order: tuple[int, ...], page: _Page, ax: Axes) -> None:
    n = len(order)
    lowest, highest = float(linkage[:, 2].min()), float(linkage[:, 2].max())
    # The tree begins a little before its first join: from 0 on, all joins of alike articles would fall together.
    base = lowest - 0.35 * max(highest - lowest, 0.02)
    right, width = n - 0.5, page.tree / page.side * n
    places = {leaf: (float(row), base) for row, leaf in enumerate(order)}

    def across(height: float) -> float:
        return right + width * (0.1 + 0.75 * (height - base) / (highest - base))

    segments = []
    for step, (a, b, height, _) in enumerate(linkage.tolist()):
        (row_a, low_a), (row_b, low_b) = places[int(a)], places[int(b)]
        corners = [(across(low_a), row_a), (across(height), row_a), (across(height), row_b), (across(low_b), row_b)]
        segments.append(corners)
        places[n + step] = ((row_a + row_b) / 2, height)
    thin = 0.9 if n <= _NAMED else 0.4
    ax.add_collection(LineCollection(segments, colors=QUIET, linewidths=thin, clip_on=False), autolim=False)
    if n <= _NAMED:
        for text, height in sorted({f"{lowest:.2f}": lowest, f"{highest:.2f}": highest}.items()):
            _write_above(ax, text.removeprefix("0"), across(height), SMALL - 1)


def _write_above(ax: Axes, text: str, x: float, size: float) -> None:
    at = (x, 1.0)
    write(
        ax, text, at, coordinates=_ABOVE_AXES, offset=(0, 5), size=size, colour=QUIET, align="center", valign="bottom"
    )


def _draw_bands(bands: tuple[tuple[str, float, float], ...], page: _Page, ax: Axes) -> None:
    """Draw a scale from 0 to 1 below the matrix, with the bands marked on it."""
    width = WIDTHS["column"] - 0.3
    left = 0.15 - page.names
    strip = ax.inset_axes((left / page.side, -0.52 / page.side, width / page.side, 0.13 / page.side))
    tidy(strip)
    strip.imshow(np.linspace(0, 1, 256)[None, :], cmap=amounts(), extent=(0, 1, 0, 1), aspect="auto")
    strip.set_xlim(0, 1)
    write(strip, "cosine", (0, 1), coordinates="axes fraction", offset=(0, 6), size=SMALL, colour=QUIET)
    for name, low, high in bands:
        if low > 0:
            strip.axvline(low, color=PAPER, linewidth=1.6)
        side, size = "left" if low <= 0 else "center", SMALL - 1
        write(strip, f"{low:g}", (low, 0), offset=(0, -4), size=size, colour=QUIET, align=side, valign="top")
        text = fitted(name, (high - low) * width - 0.02, SMALL - 0.8)
        middle = ((low + high) / 2, 0.0)
        write(strip, text, middle, offset=(0, -15), size=SMALL - 0.8, align="center", valign="top")
    write(strip, "1", (1, 0), offset=(0, -4), size=SMALL - 1, colour=QUIET, align="right", valign="top")


def _alt(result: Similarity) -> str:
    words = f"Heat map of the similarity of {amount(len(result.order), 'document')} with a dendrogram."
    if not len(result.table):
        return words
    best = result.table.iloc[0]
    return (
        f"{words} The most similar pair is {drawable(best['document_a'])} and {drawable(best['document_b'])},"
        f" cosine {best['cosine']:.2f} ({drawable(best['band'])})."
    )
