"""Small panels side by side, each a list of words with a dot at the amount of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .canvas import WIDTHS, Canvas, new_canvas
from .rows import rows_of
from .style import ACCENT, HAIR, PAPER, QUIET, SMALL, TEXT, scale, tidy
from .text import fitted, text_width, write

__all__ = ["MOST_PANELS", "Panel", "ranked_panels"]

MOST_PANELS = 24
_ROW, _HEAD, _FOOT, _GAP = 0.205, 0.5, 0.42, 0.28


@dataclass(frozen=True)
class Panel:
    """Words in order, with their amounts, under a title and a quieter note."""

    title: str
    note: str
    words: tuple[str, ...]
    amounts: tuple[float, ...]


def ranked_panels(
    panels: Sequence[Panel], unit: str, *, ax: Axes | None, across: int = 3
) -> tuple[Canvas | None, Axes]:
    """Draw the panels row by row on one scale; a canvas of their own where `ax` is None."""
    columns = min(across, len(panels))
    n_lines = -(-len(panels) // columns)
    longest = max(len(panel.words) for panel in panels)
    height = _HEAD + longest * _ROW + _GAP
    canvas = None
    if ax is None:
        page = n_lines * height + _FOOT
        canvas, ax = new_canvas(rows=1, row_height=page, margins=(0.1, 0.1, 0.0, 0.05))
    tidy(ax)
    width = WIDTHS["column"] - 0.2
    label = _label_width(panels, width / columns)
    most = max(max(panel.amounts, default=0.0) for panel in panels)
    total = n_lines * height + _FOOT
    for position, panel in enumerate(panels):
        line, column = divmod(position, columns)
        left = column * width / columns + label
        bottom = total - line * height - _HEAD - longest * _ROW
        size = (width / columns - label - 0.22, longest * _ROW)
        place = (left / width, bottom / total, size[0] / width, size[1] / total)
        inner = ax.inset_axes(place)
        _draw(panel, inner, (longest, label, most))
        last = position + columns >= len(panels)
        scale(inner, unit if last and column == 0 else "", labelled=last)
        inner.locator_params(axis="x", nbins=3)
    return canvas, ax


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
    ax.plot(
        panel.amounts,
        rows,
        "o",
        markersize=4.6,
        color=ACCENT,
        markerfacecolor=PAPER,
        markeredgewidth=1.2,
        clip_on=False,
    )
    for row, word in zip(rows, panel.words, strict=True):
        text = fitted(word, label - 0.1, TEXT)
        write(ax, text, (0, row), coordinates=("axes fraction", "data"), offset=(-6, 0), align="right")
    ax.axvline(0, color=HAIR, linewidth=0.9, zorder=0)
    start = (-72 * label + 4, 0.0)
    write(
        ax,
        fitted(panel.title, 1.6, SMALL, bold=True),
        (0, 1),
        coordinates="axes fraction",
        offset=(start[0], 19),
        size=SMALL,
        bold=True,
    )
    write(
        ax,
        fitted(panel.note, 1.9, SMALL - 1),
        (0, 1),
        coordinates="axes fraction",
        offset=(start[0], 8),
        size=SMALL - 1,
        colour=QUIET,
    )
