"""A table of words: blocks of bands down, cells across, each with short lists whose counts stand flush right."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes

from .canvas import WIDTHS
from .style import FAINT, HAIR, INK, QUIET, SMALL, STRIP, TEXT
from .text import drawable, fitted, text_width, write

__all__ = ["INNER", "Band", "Block", "Entry", "Tier", "broken", "cell_width", "shortened", "tier_height", "write_tier"]

INNER = WIDTHS["column"] - 0.2
"""Inches from the left of the table to its right."""

_NAMES, _WIDEST, _COUNT, _SYMBOL, _PAD = 0.58, 2.5, 0.145, 0.105, 0.09
"""Inches: the names of the bands, a cell at most, in a cell the count and the symbol, and between cells."""

_LINE, _SECOND, _GAP, _BLOCK, _NOTE_LINE, _SIDE = 0.134, 0.115, 0.055, 0.225, 0.13, 0.215
_HEADING, _UNDER = 0.145, 0.09
_BASELINE, _BESIDE = 0.098, 0.05
_NAME, _TITLE, _WORDS, _NOTE = TEXT - 0.6, SMALL + 0.4, SMALL - 0.7, SMALL - 1.3


@dataclass(frozen=True)
class Entry:
    """Words in a cell, on one line or more, with their count; without a count, a remark."""

    lines: tuple[str, ...]
    n: int = 0
    colour: str = QUIET
    symbol: str = ""

    @property
    def height(self) -> float:
        """Inches."""
        return _LINE + _SECOND * (len(self.lines) - 1)


@dataclass(frozen=True)
class Band:
    """Cells of one kind, and the name of the kind."""

    name: str
    cells: tuple[tuple[Entry, ...], ...]

    @property
    def height(self) -> float:
        """Inches."""
        return max(math.fsum(entry.height for entry in cell) for cell in self.cells) + _GAP


@dataclass(frozen=True)
class Block:
    """Bands under a title, with a note over each cell; `side` is what blocks that follow one another may share."""

    title: str
    side: str
    notes: tuple[str, ...]
    bands: tuple[Band, ...]

    @property
    def height(self) -> float:
        """Inches."""
        return _BLOCK + _NOTE_LINE * any(self.notes) + math.fsum(band.height for band in self.bands)


@dataclass(frozen=True)
class Tier:
    """Columns side by side: their names, and the blocks under them."""

    names: tuple[str, ...]
    blocks: tuple[Block, ...]


def cell_width(n_columns: int, *, largest: int | None = None) -> float:
    """Width in inches of a cell; of the words in it, where `largest` is the largest count that stands beside them."""
    width = min((INNER - _NAMES) / n_columns, _WIDEST) - _PAD
    return width if largest is None else width - _SYMBOL - max(_COUNT, text_width(f"{largest:,}", _WORDS) + _BESIDE)


def broken(value: str, width: float, *, most: int = 3, remark: bool = False) -> tuple[str, ...]:
    """Drawable `value` on at most `most` lines of at most `width` inches, broken at blanks and after hyphens."""
    size = _NOTE if remark else _WORDS
    lines = [""]
    pieces = re.findall(r"[^\s-]*-|[^\s-]+|\s+", drawable(value))
    for i, piece in enumerate(pieces):
        if text_width(lines[-1] + piece.rstrip(), size) <= width:
            lines[-1] += piece
            continue
        if lines[-1].strip():
            if len(lines) == most:
                lines[-1] = fitted(lines[-1] + "".join(pieces[i:]), width, size)
                break
            lines.append("")
        lines[-1] = fitted(piece.strip(), width, size)
    return tuple(line.strip() for line in lines if line.strip())


def shortened(block: Block, most: int) -> Block:
    """The block with at most `most` entries in a cell, and how many more there are."""
    bands = [replace(band, cells=tuple(_shortened(cell, most) for cell in band.cells)) for band in block.bands]
    return replace(block, bands=tuple(bands))


def tier_height(tier: Tier) -> float:
    """Inches that a tier takes."""
    return _names_height(tier) + math.fsum(block.height + _side_height(tier, i) for i, block in enumerate(tier.blocks))


def write_tier(ax: Axes, tier: Tier, y: float) -> float:
    """Write a tier from `y` inches down, and say where it ends; the axes measure in inches, downwards."""
    cell = cell_width(len(tier.names)) + _PAD
    right = _NAMES + cell * len(tier.names) - _PAD
    y += _names_height(tier)
    for column, name in enumerate(tier.names):
        lines = _name_lines(name, len(tier.names))
        for i, line in enumerate(reversed(lines)):
            at = (_NAMES + column * cell, y - _UNDER - i * _HEADING)
            write(ax, line, at, size=_NAME, bold=True, valign="baseline")
    ax.hlines(y, 0, right, color=INK, linewidth=0.9)
    for i, block in enumerate(tier.blocks):
        if height := _side_height(tier, i):
            _write_side(ax, block.side, y, right)
            y += height
        elif i:
            ax.hlines(y, 0, right, color=FAINT, linewidth=0.7)
        y = _write_block(ax, block, cell, y)
    return y


def _shortened(cell: tuple[Entry, ...], most: int) -> tuple[Entry, ...]:
    rest = len(cell) - most
    # "1 more" would take the room of what it stands for.
    return cell if rest <= 1 else (*cell[:most], Entry((f"and {rest} more",)))


def _name_lines(name: str, n_columns: int) -> tuple[str, ...]:
    width = cell_width(n_columns) * _WORDS / (_NAME * 1.12)
    return broken(name, width, most=3)


def _names_height(tier: Tier) -> float:
    return _HEADING * max(len(_name_lines(name, len(tier.names))) for name in tier.names) + _UNDER + 0.04


def _side_height(tier: Tier, i: int) -> float:
    """Room for the heading of a side over block `i`, where a new one begins there."""
    sides = [block.side for block in tier.blocks]
    return _SIDE if any(sides) and (i == 0 or sides[i] != sides[i - 1]) else 0.0


def _write_side(ax: Axes, side: str, y: float, right: float) -> None:
    ax.fill_between([0, right], y + 0.012, y + _SIDE - 0.012, color=STRIP, linewidth=0, zorder=0)
    text = fitted(f"side: {side}" if side else "no side given", right - 0.2, _NOTE + 0.4)
    write(ax, text, (0.06, y + 0.142), size=_NOTE + 0.4, colour=QUIET, valign="baseline")


def _write_block(ax: Axes, block: Block, cell: float, y: float) -> float:
    title = fitted(block.title, INNER, _TITLE, bold=True)
    write(ax, title, (0, y + 0.165), size=_TITLE, bold=True, valign="baseline")
    y += _BLOCK
    if any(block.notes):
        for column, note in enumerate(block.notes):
            text = fitted(note, cell - _PAD, _NOTE)
            at = (_NAMES + column * cell, y + _BASELINE - 0.012)
            write(ax, text, at, size=_NOTE, colour=QUIET, valign="baseline")
        y += _NOTE_LINE
    for position, band in enumerate(block.bands):
        if position:
            ax.hlines(y - 0.5 * _GAP, 0, _NAMES + len(band.cells) * cell - _PAD, color=HAIR, linewidth=0.6)
        write(ax, band.name, (0, y + _BASELINE), size=_NOTE, colour=QUIET, valign="baseline")
        for column, entries in enumerate(band.cells):
            _write_cell(ax, entries, (_NAMES + column * cell, y), cell)
        y += band.height
    return y


def _write_cell(ax: Axes, entries: Sequence[Entry], corner: tuple[float, float], cell: float) -> None:
    x, y = corner
    for entry, top in zip(entries, _tops(entries, y), strict=True):
        place = top + _BASELINE
        if entry.n:
            write(ax, entry.symbol, (x, place), size=_WORDS - 0.6, colour=QUIET, valign="baseline")
            edge = (x + cell - _PAD - 0.02, place)
            write(ax, f"{entry.n:,}", edge, size=_WORDS, align="right", valign="baseline")
        left, size = (x + _SYMBOL, _WORDS) if entry.n else (x, _NOTE)
        for i, line in enumerate(entry.lines):
            write(ax, line, (left, place + i * _SECOND), size=size, colour=entry.colour, valign="baseline")


def _tops(entries: Sequence[Entry], y: float) -> Iterator[float]:
    for entry in entries:
        yield y
        y += entry.height
