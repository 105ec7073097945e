"""Rows of dots with their intervals, names at the left and numbers or words at the right: a forest plot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from .canvas import WIDTHS, Canvas, new_canvas
from .panels import write_title
from .rows import rows_of
from .style import ACCENT, FAINT, HAIR, QUIET, SMALL, TEXT, dots, scale, tidy
from .text import fitted, text_width, write

__all__ = ["Forest", "Heading", "Line", "Names", "Ruler", "draw_forests", "limits_of", "ratio_ticks"]

_ROW, _HEAD, _FOOT, _GAP = 0.205, 0.46, 0.44, 0.18
_SPACE, _NARROWEST = 0.14, 0.75
_NUMBERS = SMALL - 0.6


@dataclass(frozen=True)
class Line:
    """A dot and its interval, its name, and what stands at its right; a missing dot is NaN."""

    label: str
    value: float
    low: float = np.nan
    high: float = np.nan
    filled: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forest:
    """Lines under a title and a quieter note."""

    title: str
    note: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Heading:
    """What a column at the right holds; numbers are set flush right."""

    text: str
    numbers: bool = True


@dataclass(frozen=True)
class Ruler:
    """What the horizontal axis measures: its unit, whether in binary logs, and values marked by a line.

    The first mark is drawn through, the others are dashed.
    """

    unit: str
    ratios: bool = False
    marks: tuple[float, ...] = ()


@dataclass(frozen=True)
class Names:
    """Inches that the longest name at the left may take, and the size of all in points."""

    longest: float = 1.5
    size: float = TEXT


def draw_forests(
    forests: Sequence[Forest], headings: Sequence[Heading], ruler: Ruler, *, ax: Axes | None, names: Names = Names()
) -> tuple[Canvas | None, Axes]:
    """Draw forests on one scale, one below the other, or in two columns from the fourth on.

    Parameters
    ----------
    names : Names
        Room and size of the names at the left.
    """
    columns = 1 if len(forests) <= 3 else 2
    tiers = [forests[i : i + columns] for i in range(0, len(forests), columns)]
    heights = [_HEAD + max(len(forest.lines) for forest in tier) * _ROW + _GAP for tier in tiers]
    # Python 3.12 changed the rounding of sum(): fsum gives the same places on every version.
    total = math.fsum(heights) + _FOOT - _GAP
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=total, margins=(0.1, 0.1, 0.0, 0.03))
    tidy(ax)
    width = WIDTHS["column"] - 0.2
    column = (width - (columns - 1) * _GAP) / columns
    right = _widths(forests, headings)
    label = min(_label_width(forests, names, column), column - math.fsum(right) - 0.1 - _NARROWEST)
    plot = max(column - label - math.fsum(right) - 0.1, _NARROWEST)
    limits = limits_of([line for forest in forests for line in forest.lines], ruler.marks)
    for position, forest in enumerate(forests):
        tier, side = divmod(position, columns)
        height = len(forest.lines) * _ROW
        corner = (side * (column + _GAP) + label, total - math.fsum(heights[:tier]) - _HEAD - height)
        inner = ax.inset_axes((corner[0] / width, corner[1] / total, plot / width, height / total))
        _draw(forest, inner, limits, ruler)
        _write(forest, headings, inner, (label, plot, right))
        _write_names(forest, inner, label, names.size)
        last = position + columns >= len(forests)
        _draw_scale(inner, ruler, plot, last=last, unit=last and side == 0)
    return canvas, ax


def limits_of(lines: Sequence[Line], marks: Sequence[float]) -> tuple[float, float]:
    """Ends of a scale that holds every dot and mark, and of the intervals what does not crush the dots."""
    values = np.array([*(line.value for line in lines), *marks], dtype=np.float64)
    values = values[np.isfinite(values)]
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    room = 0.5 * max(high - low, 1.0)
    ends = np.array([(line.low, line.high) for line in lines], dtype=np.float64).reshape(-1, 2)
    lows, highs = (side[np.isfinite(side)] for side in ends.T)
    left = max(float(lows.min(initial=low)), low - room)
    right = min(float(highs.max(initial=high)), high + room)
    pad = 0.05 * max(right - left, 1.0)
    return left - pad, right + pad


def ratio_ticks(low: float, high: float, most: int) -> tuple[list[float], list[str]]:
    """Binary logs between two ends, about `most` of them and 0 first of all, and the ratios they stand for."""
    if high - low > _NARROW:
        step = max(1, -(-int(np.ceil(high - low)) // max(most, 1)))
        powers = [step * i for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]
        return [float(p) for p in powers], [f"{2**p:,}×" if p >= 0 else f"1/{2**-p:,}" for p in powers]
    found: list[float] = []
    for ratio in _RATIOS:
        place = float(np.log2(ratio))
        apart = all(abs(place - float(np.log2(other))) >= (high - low) / (most + 1) for other in found)
        if low <= place <= high and apart:
            found.append(ratio)
    return [float(np.log2(ratio)) for ratio in sorted(found)], [f"{ratio:g}×" for ratio in sorted(found)]


_NARROW = 3.0
# In the order in which they are wanted.
_RATIOS = (1.0, 2.0, 0.5, 4.0, 0.25, 1.5, 0.67, 3.0, 0.33, 1.25, 0.8, 1.1, 0.9, 1.05, 0.95)


def _label_width(forests: Sequence[Forest], names: Names, column: float) -> float:
    longest = min(names.longest, 0.47 * column)
    labels = [fitted(line.label, longest, names.size) for forest in forests for line in forest.lines]
    found = max((text_width(label, names.size) for label in labels), default=0.5)
    titles = [text_width(fitted(forest.note, longest, SMALL - 1), SMALL - 1) for forest in forests]
    return max(found, min(max(titles, default=0.0), 0.6)) + _SPACE


def _widths(forests: Sequence[Forest], headings: Sequence[Heading]) -> list[float]:
    """Inches that each column at the right needs, the space before it counted."""
    found = []
    for i, heading in enumerate(headings):
        words = [line.words[i] for forest in forests for line in forest.lines]
        widest = max([text_width(heading.text, SMALL - 1), *(text_width(word, _NUMBERS) for word in words)])
        found.append(widest + _SPACE)
    return found


def _draw(forest: Forest, ax: Axes, limits: tuple[float, float], ruler: Ruler) -> None:
    tidy(ax)
    rows_of(ax, len(forest.lines))
    ax.set_xlim(*limits)
    for mark, style in zip(ruler.marks, ("-", *("--",) * len(ruler.marks)), strict=False):
        ax.axvline(mark, color=FAINT, linewidth=1.0, linestyle=style, zorder=0)
    y = np.arange(len(forest.lines), dtype=np.float64)
    value, low, high = (_column(forest.lines, name) for name in ("value", "low", "high"))
    filled = np.array([line.filled for line in forest.lines], dtype=bool)
    there = np.isfinite(value)
    bounded = there & ~np.isnan(low) & ~np.isnan(high)
    # An interval is dotted where it describes without a test.
    for chosen, style in ((filled, "-"), (~filled, ":")):
        if (drawn := chosen & bounded).any():
            ends = (np.clip(low[drawn], *limits), np.clip(high[drawn], *limits))
            ax.hlines(y[drawn], *ends, color=ACCENT, linewidth=1.3, linestyle=style)
        if (drawn := chosen & there).any():
            dots(ax, value[drawn], y[drawn], filled=style == "-")
    for beyond, end, marker in ((low < limits[0], limits[0], "<"), (high > limits[1], limits[1], ">")):
        if (drawn := bounded & beyond).any():
            ax.plot(np.full(int(drawn.sum()), end), y[drawn], marker, color=ACCENT, markersize=3.2, clip_on=False)


def _column(lines: Sequence[Line], name: str) -> NDArray[np.float64]:
    return np.array([getattr(line, name) for line in lines], dtype=np.float64)


def _write(forest: Forest, headings: Sequence[Heading], ax: Axes, layout: tuple[float, float, Sequence[float]]) -> None:
    label, plot, widths = layout
    edge = 0.0
    for i, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        edge += width
        align = "right" if heading.numbers else "left"
        x = 72 * (edge if heading.numbers else edge - width + _SPACE)
        top, size = "axes fraction", SMALL - 1
        write(ax, heading.text, (1, 1), coordinates=top, offset=(x, 8), size=size, colour=QUIET, align=align)
        for row, line in enumerate(forest.lines):
            place = ("axes fraction", "data")
            write(ax, line.words[i], (1, row), coordinates=place, offset=(x, 0), size=_NUMBERS, align=align)
    write_title(ax, forest.title, [forest.note] if forest.note else [], width=label + plot, left=3 - 72 * label)


def _write_names(forest: Forest, ax: Axes, label: float, size: float) -> None:
    for row, line in enumerate(forest.lines):
        ax.axhline(row, color=HAIR, linewidth=0.6, zorder=-1)
        text = fitted(line.label, label - _SPACE + 0.01, size)
        write(ax, text, (0, row), coordinates=("axes fraction", "data"), offset=(-7, 0), size=size, align="right")


def _draw_scale(ax: Axes, ruler: Ruler, width: float, *, last: bool, unit: bool) -> None:
    scale(ax, ruler.unit if unit else "", labelled=last)
    most = max(2, int(width / 0.36))
    if ruler.ratios:
        ax.set_xticks(*ratio_ticks(*ax.get_xlim(), most))
    else:
        ax.locator_params(axis="x", nbins=most)
        ax.xaxis.set_major_formatter("{x:g}")
