"""Text for a terminal: cleaned, measured, shortened, wrapped, set in columns.

Nothing that comes from an article reaches a terminal without `cleaned`: an escape sequence could repaint the screen,
and a character that turns the direction of writing could show other words than those that were counted.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

__all__ = [
    "UNSAFE",
    "Column",
    "cleaned",
    "columns_text",
    "display_width",
    "more_rows",
    "one_line",
    "shortened",
    "terminal_width",
    "wrapped",
]

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, save tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # marks that turn the direction of writing
    "\u2028\u2029\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"  # line ends, annotations, halves, invisible tags
)
_SPACE = re.compile(r"\s+")
_ELLIPSIS = "…"
_GAP, _MOST_EVENED = 2, 4


def cleaned(text: str) -> str:
    """Text with every control and direction character shown as U+FFFD; tab and line feed stay."""
    return UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Cleaned text on one line, its white space evened out."""
    return _SPACE.sub(" ", cleaned(text)).strip()


def display_width(text: str) -> int:
    """Columns that a terminal gives to `text`: two for a wide character, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def shortened(text: str, width: int, *, at_start: bool = False) -> str:
    """Text of at most `width` columns; an ellipsis stands for what was cut from its end, or its start."""
    if display_width(text) <= width:
        return text
    if width < 1:
        return ""
    kept, room = [], width - 1
    for character in reversed(text) if at_start else text:
        room -= _character_width(character)
        if room < 0:
            break
        kept.append(character)
    if at_start:
        return _ELLIPSIS + "".join(reversed(kept)).lstrip()
    return "".join(kept).rstrip() + _ELLIPSIS


def terminal_width() -> int:
    """Columns of the terminal; 120 where there is none."""
    return max(20, shutil.get_terminal_size((120, 40)).columns)


def wrapped(text: str, width: int, *, indent: str = "", first: str | None = None) -> list[str]:
    """Lines of at most `width` columns; `first` leads the first of them, `indent` the others."""
    lines, line, empty = [], indent if first is None else first, True
    for word in one_line(text).split(" "):
        if not empty and display_width(line) + 1 + display_width(word) > width:
            lines.append(line)
            line, empty = indent, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line]


def more_rows(n: int) -> str:
    """Sentence on the rows that are not shown, and how to see them."""
    return f"{n:,} more {'row' if n == 1 else 'rows'}; --rows 0 shows all."


@dataclass(frozen=True)
class Column:
    """One column of a table on a terminal.

    Attributes
    ----------
    name : str
        Its head; broken at underscores or spaces where it is wider than what stands below.
    cells : sequence of str
    right : bool
        Set against the right edge, as numbers are.
    at_start : bool
        Shortened at its start rather than its end.
    wraps : bool
        Continued on further lines rather than shortened.
    """

    name: str
    cells: Sequence[str]
    right: bool = False
    at_start: bool = False
    wraps: bool = False

    @property
    def head(self) -> list[str]:
        """Lines of the head, as narrow as the cells allow."""
        gap = " " if " " in self.name else "_"
        words = one_line(self.name).split(gap)
        room = max([*map(display_width, self.cells), *map(display_width, words), 1])
        lines: list[str] = []
        for word in words:
            if lines and display_width(lines[-1]) + 1 + display_width(word) <= room:
                lines[-1] += f"{gap}{word}"
            else:
                lines.append(word)
        return lines

    @property
    def width(self) -> int:
        """Columns that head and cells need."""
        return max(map(display_width, [*self.head, *self.cells]))


def columns_text(columns: Sequence[Column], width: int, *, keys: int = 1) -> list[str]:
    """Lines of a table at most `width` columns wide.

    Text is shortened before anything else; what still does not fit goes below, under the first `keys` columns again.
    """
    lines: list[str] = []
    for block in _blocks(columns, width, keys):
        widths = _fitted(block, width)
        if lines:
            lines.append("")
        height = max(len(column.head) for column in block)
        heads = [[""] * (height - len(column.head)) + column.head for column in block]
        lines += [_line(block, widths, row) for row in zip(*heads, strict=True)]
        lines.append((" " * _GAP).join("─" * size for size in widths))
        for row in zip(*(column.cells for column in block), strict=True):
            lines += _row_lines(block, widths, row)
    return lines


def _row_lines(columns: Sequence[Column], widths: Sequence[int], row: Sequence[str]) -> list[str]:
    cells = [
        wrapped(cell, size) if column.wraps else [cell] for column, size, cell in zip(columns, widths, row, strict=True)
    ]
    height = max(map(len, cells))
    filled = [cell + [""] * (height - len(cell)) for cell in cells]
    return [_line(columns, widths, line) for line in zip(*filled, strict=True)]


def _line(columns: Sequence[Column], widths: Sequence[int], row: Iterable[str]) -> str:
    cells = []
    for column, size, cell in zip(columns, widths, row, strict=True):
        text = shortened(cell, size, at_start=column.at_start)
        space = " " * (size - display_width(text))
        cells.append(space + text if column.right else text + space)
    return (" " * _GAP).join(cells).rstrip()


def _blocks(columns: Sequence[Column], width: int, keys: int) -> list[list[Column]]:
    """Columns in groups that fit; every group begins with the first `keys` columns, or one where those are too wide."""
    if keys > 1 and sum(_least(column) + _GAP for column in columns[:keys]) > width // 2:
        keys = 1
    first, others = list(columns[:keys]), columns[keys:]
    ends = [0]
    for i, column in enumerate(others):
        least = [_least(known) for known in [*first, *others[ends[-1] : i], column]]
        if i > ends[-1] and sum(least) + _GAP * (len(least) - 1) > width:
            ends.append(i)
    room = width - sum(_least(column) + _GAP for column in first) + _GAP
    return [[*first, *others[i:j]] for i, j in pairwise(_evened((*ends, len(others)), others, room))]


def _evened(ends: tuple[int, ...], columns: Sequence[Column], room: int) -> tuple[int, ...]:
    """Ends of as many groups of columns, the widest as narrow as may be: no column stands alone under the others."""
    if not 2 < len(ends) <= _MOST_EVENED:
        return ends
    full, least = ([0, *accumulate(size(column) + _GAP for column in columns)] for size in (_full, _least))
    splits = [(0, *inner, len(columns)) for inner in combinations(range(1, len(columns)), len(ends) - 2)]
    fitting = [split for split in splits if _widest(least, split) <= room]
    return min(fitting, key=lambda split: (_widest(full, split), [-end for end in split]), default=ends)


def _widest(sums: Sequence[int], split: Sequence[int]) -> int:
    return max(sums[j] - sums[i] for i, j in pairwise(split))


def _full(column: Column) -> int:
    return column.width


def _fitted(columns: Sequence[Column], width: int) -> list[int]:
    widths = [column.width for column in columns]
    room = width - _GAP * (len(columns) - 1)
    # Lines are broken between words first; a word is cut only where that is not enough.
    for least in (_least_in_words, _least):
        leasts = [least(column) for column in columns]
        while sum(widths) > room:
            spare = [size - low for size, low in zip(widths, leasts, strict=True)]
            # Width is taken from the widest text first, so that short columns stay whole.
            candidates = [i for i, left in enumerate(spare) if left > 0]
            if not candidates:
                break
            widest = max(candidates, key=lambda i: widths[i])
            widths[widest] -= min(spare[widest], max(1, (sum(widths) - room) // len(candidates)))
    return widths


def _least(column: Column) -> int:
    """Columns below which text says nothing; numbers are never cut."""
    if column.right and not column.at_start:
        return column.width
    return min(column.width, max(12, *map(display_width, column.head)))


def _least_in_words(column: Column) -> int:
    """Columns below which a text that continues on further lines would lose the end of a word."""
    if not column.wraps:
        return _least(column)
    longest = max((display_width(word) for cell in column.cells for word in cell.split()), default=0)
    return min(column.width, max(_least(column), longest))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
