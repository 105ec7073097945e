"""Small panels side by side: words with a dot at the amount of each, or the same rows over and over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .canvas import WIDTHS, Canvas, new_canvas
from .rows import rows_of
from .style import ACCENT, HAIR, QUIET, SMALL, TEXT, dots, scale, tidy
from .text import drawable, fitted, text_width, wrapped, write

__all__ = ["MOST_PANELS", "Panel", "Row", "ranked_panels", "row_panels", "write_title"]

MOST_PANELS = 24
_ROW, _HEAD, _FOOT, _GAP = 0.205, 0.46, 0.44, 0.2
_TALLEST = 9.6


@dataclass(frozen=True)
class Panel:
    """Words in order, with their amounts, under a title and a quieter note."""

    title: str
    note: str
    words: tuple[str, ...]
    amounts: tuple[float, ...]


@dataclass(frozen=True)
class Row:
    """Layout of panels that share their rows: the labels at the left, and the inches for them and for a row."""

    labels: tuple[str, ...]
    width: float = 1.5
    height: float = 0.22


def ranked_panels(
    panels: Sequence[Panel], unit: str, *, ax: Axes | None, across: int = 3
) -> tuple[Canvas | None, Axes]:
    """Draw lists of words on one scale, up to `across` in a row; on a canvas of their own where `ax` is None."""
    columns = min(across, {1: 1, 2: 2, 4: 2}.get(len(panels), 3))
    n_lines = -(-len(panels) // columns)
    longest = max(len(panel.words) for panel in panels)
    height = _HEAD + longest * _ROW + _GAP
    total = n_lines * height + _FOOT - _GAP
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=total, margins=(0.1, 0.1, 0.0, 0.03))
    tidy(ax)
    width = WIDTHS["column"] - 0.2
    label = _label_width(panels, width / columns)
    most = max(max(panel.amounts, default=0.0) for panel in panels)
    for position, panel in enumerate(panels):
        line, column = divmod(position, columns)
        size = (width / columns - label - 0.22, longest * _ROW)
        corner = (column * width / columns + label, total - line * height - _HEAD - size[1])
        inner = ax.inset_axes((corner[0] / width, corner[1] / total, size[0] / width, size[1] / total))
        _draw(panel, inner, (longest, label, most))
        last = position + columns >= len(panels)
        scale(inner, unit if last and column == 0 else "", labelled=last)
        inner.locator_params(axis="x", nbins=max(3, int(size[0] / 0.6)))
        inner.xaxis.set_major_formatter("{x:g}")
    return canvas, ax


def row_panels(rows: Row, n_panels: int, *, ax: Axes | None, across: int = 4) -> tuple[Canvas | None, Axes, list[Axes]]:
    """Empty panels that share their rows, with the labels of the rows at the left of each line of panels.

    Returns
    -------
    canvas, axes, panels
        There are fewer panels than asked for where the page would grow too high.
    """
    columns = min(across, n_panels)
    inner_height = len(rows.labels) * rows.height
    height = _HEAD + inner_height + 0.14
    n_lines = min(-(-n_panels // columns), max(1, int(_TALLEST / height)))
    total = n_lines * height + _FOOT - 0.14
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=total, margins=(rows.width + 0.1, 0.1, 0.0, 0.03))
    tidy(ax)
    width = WIDTHS["column"] - rows.width - 0.2
    panels = []
    for position in range(min(n_panels, n_lines * columns)):
        line, column = divmod(position, columns)
        size = (width / columns - 0.18, inner_height)
        corner = (column * width / columns, total - line * height - _HEAD - inner_height)
        panel = ax.inset_axes((corner[0] / width, corner[1] / total, size[0] / width, size[1] / total))
        tidy(panel)
        rows_of(panel, len(rows.labels))
        if column == 0:
            _write_row_labels(panel, rows)
        panels.append(panel)
    return canvas, ax, panels


def write_title(ax: Axes, title: str, words: Sequence[str], *, width: float, left: float = 1.0) -> None:
    """Write a title over a panel and, quieter, as many of `words` as go into `width` inches."""
    place = "axes fraction"
    if not words:
        heading = wrapped(title, width, SMALL, bold=True)
        write(ax, heading, (0, 1), coordinates=place, offset=(left, 4), size=SMALL, bold=True, valign="bottom")
        return
    heading = fitted(title, width, SMALL, bold=True)
    write(ax, heading, (0, 1), coordinates=place, offset=(left, 19), size=SMALL, bold=True)
    kept = [drawable(word) for word in words]
    while len(kept) > 1 and text_width(", ".join(kept), SMALL - 1) > width:
        kept.pop()
    note = fitted(", ".join(kept), width, SMALL - 1)
    write(ax, note, (0, 1), coordinates=place, offset=(left, 8), size=SMALL - 1, colour=QUIET)


def _label_width(panels: Sequence[Panel], width: float) -> float:
    longest = max((text_width(fitted(word, 3.0)) for panel in panels for word in panel.words), default=0.5)
    return min(longest + 0.12, 0.62 * width)


def _draw(panel: Panel, ax: Axes, layout: tuple[int, float, float]) -> None:
    longest, label, most = layout
    tidy(ax)
    rows_of(ax, longest)
    ax.set_xlim(0, most * 1.06 or 1.0)
    rows = range(len(panel.words))
    ax.hlines(rows, 0, panel.amounts, color=ACCENT, linewidth=0.9, alpha=0.35)
    dots(ax, panel.amounts, rows)
    for row, word in zip(rows, panel.words, strict=True):
        text = fitted(word, label - 0.1, TEXT)
        write(ax, text, (0, row), coordinates=("axes fraction", "data"), offset=(-6, 0), align="right")
    ax.axvline(0, color=HAIR, linewidth=0.9, zorder=0)
    write_title(ax, panel.title, [panel.note] if panel.note else [], width=1.9, left=4 - 72 * label)


def _write_row_labels(ax: Axes, rows: Row) -> None:
    size = min(TEXT - 0.5, 72 * rows.height * 0.62)
    for row, label in enumerate(rows.labels):
        text = fitted(label, rows.width - 0.05, size)
        write(ax, text, (0, row), coordinates=("axes fraction", "data"), offset=(-5, 0), size=size, align="right")
