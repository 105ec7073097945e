"""How similar the articles are to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import NDArray

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import MOST_ROWS, RowLabel, document_labels, rows_of
from .style import AMOUNTS, FAINT, INK, PAPER, QUIET, SMALL, TEXT, amount_colour, legible_on, tidy
from .text import drawable, fitted, write

if TYPE_CHECKING:
    from ..analysis.similarity import Similarity

__all__ = ["plot_similarity"]

_LABELS = 1.9
_TREE = 0.9
_SIDE = 3.3
_WRITTEN = 12


@drawing()
def plot_similarity(result: Similarity, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the cosines of all pairs in the order of their dendrogram, with the bands that news articles fall into.

    The bands were measured on other articles: they are a context for the eye, no test.
    """
    if result.cosines is None or result.linkage is None or len(result.order) < 2:
        return quiet_sentence(ax, "there are too many articles to draw all pairs; the table lists the nearest")
    n = len(result.order)
    canvas = None
    if ax is None:
        labels = _LABELS if n <= MOST_ROWS else 0.15
        side = _SIDE if n <= MOST_ROWS else 4.9
        top = 0.28 if n <= MOST_ROWS else 0.1
        canvas, ax = new_canvas(rows=1, row_height=side, margins=(labels, 6.3 - labels - side, top, 1.0))
    _draw(result, ax)
    if canvas is None:
        return ax
    unlabelled = (
        "" if n <= MOST_ROWS else "The names are left out; the rows stand in the order of the tree at the right."
    )
    caption = joined(
        f"Cosine of tf-idf weights, n = {amount(n, 'document')}, {amount(len(result.table), 'pair')}."
        " Rows and columns stand in the order of the tree at the right, which joins at average 1 − cosine."
        if n <= MOST_ROWS
        else f"Cosine of tf-idf weights, n = {amount(n, 'document')}, {amount(len(result.table), 'pair')}.",
        unlabelled,
        "The bands are what pairs of news articles showed elsewhere: a context, no test.",
    )
    return canvas.described(caption, _alt(result))


def _draw(result: Similarity, ax: Axes) -> None:
    assert result.cosines is not None
    assert result.linkage is not None
    tidy(ax)
    n = len(result.order)
    order = np.array(result.order)
    ordered = result.cosines[np.ix_(order, order)]
    ax.set_xlim(-0.5, n - 0.5)
    rows_of(ax, n)
    if n <= MOST_ROWS:
        _draw_fields(ordered, ax)
        labels = document_labels(result.documents, result.outlets)
        _write_names([labels[i] for i in order], ax)
    else:
        shades = LinearSegmentedColormap.from_list("amounts", AMOUNTS)
        ax.imshow(ordered, cmap=shades, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
    _draw_tree(result.linkage, result.order, ax)
    _draw_bands(result.bands, ax, wide=n > MOST_ROWS)


def _draw_fields(ordered: NDArray[np.float64], ax: Axes) -> None:
    n = len(ordered)
    gap = 0.03 if n <= _WRITTEN else 0.0
    fields, colours = [], []
    for row, column in np.ndindex(n, n):
        if row == column:
            continue
        colour = amount_colour(float(ordered[row, column]))
        left, right, top, bottom = column - 0.5 + gap, column + 0.5 - gap, row - 0.5 + gap, row + 0.5 - gap
        fields.append([(left, top), (right, top), (right, bottom), (left, bottom)])
        colours.append(colour)
        if n <= _WRITTEN:
            text = f"{ordered[row, column]:.2f}".removeprefix("0")
            write(
                ax, text, (column, row), size=TEXT if n <= 8 else SMALL - 1, colour=legible_on(colour), align="center"
            )
    ax.add_collection(
        PolyCollection(fields, facecolors=colours, edgecolors=colours if n > _WRITTEN else "none", linewidths=0.3)
    )
    if n <= _WRITTEN:
        ax.scatter(range(n), range(n), s=6, color=FAINT, linewidths=0)


def _write_names(labels: list[RowLabel], ax: Axes) -> None:
    n = len(labels)
    size = TEXT if n <= _WRITTEN else max(4.6, 72 * _SIDE / n * 0.72)
    size = min(size, TEXT)
    for position, label in enumerate(labels):
        number = f"{position + 1}"
        tall = n <= 8 and bool(label.note)
        place = ("axes fraction", "data")
        write(
            ax,
            number,
            (0, position),
            coordinates=place,
            offset=(-7, 6 if tall else 0),
            size=size,
            colour=QUIET,
            align="right",
        )
        name = label.name if n <= 8 or not label.note else f"{label.name} · {label.note}"
        text = fitted(name, _LABELS - 0.45, size)
        write(ax, text, (0, position), coordinates=place, offset=(-24, 6 if tall else 0), size=size, align="right")
        if tall:
            note = fitted(label.note, _LABELS - 0.45, SMALL - 1)
            write(
                ax,
                note,
                (0, position),
                coordinates=place,
                offset=(-24, -6),
                size=SMALL - 1,
                colour=QUIET,
                align="right",
            )
        top = ("data", "axes fraction")
        write(
            ax,
            number,
            (position, 1),
            coordinates=top,
            offset=(0, 5),
            size=size,
            colour=QUIET,
            align="center",
            valign="bottom",
        )


def _draw_tree(linkage: NDArray[np.float64], order: tuple[int, ...], ax: Axes) -> None:
    n = len(order)
    places = {leaf: (float(row), 0.0) for row, leaf in enumerate(order)}
    highest = float(max(linkage[:, 2].max(), 1e-9))
    right, width = n - 0.5, _TREE / _SIDE * n
    segments = []
    for step, (a, b, height, _) in enumerate(linkage.tolist()):
        (row_a, low_a), (row_b, low_b) = places[int(a)], places[int(b)]
        x = right + width * (0.08 + 0.92 * height / highest)
        x_a, x_b = (right + width * (0.08 + 0.92 * low / highest) for low in (low_a, low_b))
        segments.append([(x_a, row_a), (x, row_a), (x, row_b), (x_b, row_b)])
        places[n + step] = ((row_a + row_b) / 2, height)
    ax.add_collection(
        LineCollection(segments, colors=QUIET, linewidths=0.9 if n <= MOST_ROWS else 0.4, clip_on=False), autolim=False
    )


def _draw_bands(bands: tuple[tuple[str, float, float], ...], ax: Axes, *, wide: bool) -> None:
    """Draw a scale from 0 to 1 below the matrix, with the bands marked on it."""
    left, width = (0.0, 1.0) if wide else ((0.15 - _LABELS) / _SIDE, 6.0 / _SIDE)
    inches = 4.9 if wide else 6.0
    height = 4.9 if wide else _SIDE
    strip = ax.inset_axes((left, -0.52 / height, width, 0.13 / height))
    tidy(strip)
    strip.imshow(
        np.linspace(0, 1, 256)[None, :],
        cmap=LinearSegmentedColormap.from_list("amounts", AMOUNTS),
        extent=(0, 1, 0, 1),
        aspect="auto",
    )
    strip.set_xlim(0, 1)
    write(strip, "cosine", (0, 1), coordinates="axes fraction", offset=(0, 6), size=SMALL, colour=QUIET)
    for name, low, high in bands:
        if low > 0:
            strip.axvline(low, color=PAPER, linewidth=1.6)
        write(
            strip,
            f"{low:g}",
            (low, 0),
            offset=(0, -4),
            size=SMALL - 1,
            colour=QUIET,
            align="left" if low == 0 else "center",
            valign="top",
        )
        text = fitted(name, (high - low) * inches - 0.02, SMALL - 0.8)
        write(
            strip,
            text,
            ((low + high) / 2, 0),
            offset=(0, -15),
            size=SMALL - 0.8,
            colour=INK,
            align="center",
            valign="top",
        )
    write(strip, "1", (1, 0), offset=(0, -4), size=SMALL - 1, colour=QUIET, align="right", valign="top")


def _alt(result: Similarity) -> str:
    best = result.table.iloc[0]
    return (
        f"Heat map of the similarity of {amount(len(result.order), 'document')} with a dendrogram."
        f" The most similar pair is {drawable(best['document_a'])} and {drawable(best['document_b'])}, cosine {best['cosine']:.2f}"
        f" ({drawable(best['band'])})."
    )
