"""The key above a figure: a mark of each colour and what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from .style import QUIET, SMALL
from .text import fitted, text_width, write

__all__ = ["KEY_LINE", "key_lines", "write_key"]

KEY_LINE = 0.19
_MARK, _GAP = 0.15, 0.17
_LONGEST = 2.4

Entry = tuple[str, str]


def key_lines(labels: Sequence[str], width: float) -> list[list[int]]:
    """Positions of the labels on each line of a key that is `width` inches wide."""
    lines: list[list[int]] = [[]]
    used = 0.0
    for position, label in enumerate(labels):
        needed = _MARK + text_width(fitted(label, _LONGEST, SMALL), SMALL) + _GAP
        if lines[-1] and used + needed > width + _GAP:
            lines.append([])
            used = 0.0
        lines[-1].append(position)
        used += needed
    return lines


def write_key(ax: Axes, entries: Sequence[Entry], width: float, *, left: float = 0.0, gap: float = 0.1) -> None:
    """Write labels with a square of their colour above the axes, `gap` inches over it, `left` inches left of it."""
    lines = key_lines([label for label, _ in entries], width)
    for row, line in enumerate(reversed(lines)):
        x, y = -72 * left, 72 * (gap + row * KEY_LINE) + 4
        for position in line:
            label, colour = entries[position]
            text = fitted(label, _LONGEST, SMALL)
            _write_square(ax, (x, y), colour)
            write(ax, text, (0, 1), coordinates="axes fraction", offset=(x + 72 * _MARK, y), size=SMALL, colour=QUIET)
            x += 72 * (_MARK + text_width(text, SMALL) + _GAP)


def _write_square(ax: Axes, offset: tuple[float, float], colour: str) -> None:
    write(ax, "■", (0, 1), coordinates="axes fraction", offset=offset, size=SMALL + 1, colour=colour)
