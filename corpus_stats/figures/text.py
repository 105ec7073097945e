"""The one way by which text that comes from data reaches a figure.

Names of outlets and terms come from strangers. They are drawn as themselves: never as formulas, without control
characters, and without the empty boxes that stand for characters that a font lacks.
"""

from __future__ import annotations

import contextlib
import functools
import unicodedata
import warnings
from collections.abc import Iterator
from contextvars import ContextVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import ScaledTranslation, Transform, blended_transform_factory

from ..errors import GlyphWarning
from .style import INK, PAPER, TEXT

__all__ = [
    "drawable",
    "fitted",
    "glyph_note",
    "glyph_report",
    "in_inches",
    "known",
    "plain",
    "text_width",
    "wrapped",
    "write",
]

ELLIPSIS = "…"
_LONGEST = 400
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Marks that turn the order of what follows, or show nothing: a name could rearrange its neighbours with them.
_INVISIBLE = frozenset("\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10))
}
_missing: ContextVar[set[str] | None] = ContextVar("missing", default=None)


def known(value: object) -> str:
    """Text of a cell of a table; empty where it is missing."""
    # pandas writes a missing text as NaN, which is no equal of itself, or as NA, which is no bool.
    return value if isinstance(value, str) else ""


def plain(value: object) -> str:
    """`value` as one line of text: white space made single spaces, control characters and lone surrogates replaced."""
    text = "" if value is None else str(value)[:_LONGEST]
    cleaned = "".join(" " if c.isspace() else _harmless(c) for c in text)
    return " ".join(cleaned.split())


def drawable(value: object) -> str:
    """`value` as one line in which every character that the font lacks is written as U+ and its number.

    Inside `glyph_report` the missing characters are reported, once for a figure.
    """
    known = _characters()
    pieces: list[str] = []
    for character in plain(value):
        if ord(character) in known:
            # A space keeps the letters that follow out of the number.
            gap = " " if pieces and pieces[-1].startswith("U+") and character != " " else ""
            pieces.append(gap + character)
            continue
        if (missing := _missing.get()) is not None:
            missing.add(character)
        gap = " " if pieces and not pieces[-1].endswith(" ") else ""
        pieces += [*([gap] if gap else []), f"U+{ord(character):04X}"]
    return "".join(pieces)


def fitted(value: object, width: float, size: float = TEXT, *, bold: bool = False) -> str:
    """Drawable `value`, cut in the middle to at most `width` inches: between words, where enough of it is left."""
    text = drawable(value)
    if text_width(text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(_cut(text, middle), size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    whole = _cut_between_words(text, low)
    return whole if text_width(whole, size, bold=bold) <= width else _cut(text, low)


def wrapped(value: object, width: float, size: float = TEXT, *, bold: bool = False) -> str:
    """Drawable `value` on at most two lines of at most `width` inches."""
    text = drawable(value)
    words = text.split(" ")
    for n in range(len(words), 0, -1):
        first = " ".join(words[:n])
        if text_width(first, size, bold=bold) <= width:
            rest = " ".join(words[n:])
            return f"{first}\n{fitted(rest, width, size, bold=bold)}" if rest else first
    return fitted(text, width, size, bold=bold)


@functools.lru_cache(maxsize=1 << 14)
def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Width of one line in inches."""
    font = FontProperties(family=["DejaVu Sans"], size=size, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    return float(width) / 72


def write(
    ax: Axes,
    text: str,
    at: tuple[float, float],
    *,
    coordinates: str | tuple[str, str] = "data",
    offset: tuple[float, float] = (0.0, 0.0),
    size: float = TEXT,
    colour: str = INK,
    align: str = "left",
    valign: str = "center_baseline",
    bold: bool = False,
    rotation: float = 0.0,
    ground: bool = False,
) -> Text:
    """Draw `text` at a point, moved by `offset` points; it is never read as a formula.

    Parameters
    ----------
    ground : bool
        Lay paper under the text, so that no line runs through it.
    coordinates : str or pair of str
        What `at` is measured in, as matplotlib's ``annotate`` names it.
    """
    font = FontProperties(family=["DejaVu Sans"], size=size, weight="bold" if bold else "normal")
    if "\n" not in text and valign in _DROPS and not rotation and not ground:
        line = _Line(*at, text, color=colour, fontproperties=font, ha=align, va=valign, parse_math=False, usetex=False)
        line.left = _SHARES[align] * text_width(text, size, bold=bold) if align != "left" else 0.0
        line.down = _DROPS[valign] * size / 72
        line.set_transform(_place(ax, coordinates, offset))
        ax.add_artist(line).set_clip_on(False)
        return line
    return ax.annotate(
        text,
        at,
        xycoords=coordinates,
        xytext=offset,
        textcoords="offset points",
        annotation_clip=False,
        parse_math=False,
        usetex=False,
        fontproperties=font,
        color=colour,
        ha=align,
        va=valign,
        rotation=rotation,
        linespacing=1.15,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0} if ground else None,
    )


@contextlib.contextmanager
def in_inches(ax: Axes, width: float, height: float) -> Iterator[None]:
    """Measure `ax` in inches, downwards, while `width` by `height` of them are drawn; smaller where it has less room.

    Texts that are written meanwhile shrink with the axes, so that none runs into another.
    """
    figure = ax.get_figure(root=True)
    assert figure is not None
    room = ax.bbox.width / figure.dpi, ax.bbox.height / figure.dpi
    factor = min(1.0, room[0] / width, room[1] / height)
    if factor > _NEARLY:
        factor, room = 1.0, (width, height)
    ax.set_xlim(0, room[0] / factor)
    ax.set_ylim(room[1] / factor, 0)
    n = len(ax.texts)
    yield
    if factor < 1.0:
        for text in list(ax.texts)[n:]:
            text.set_fontsize(float(text.get_fontsize()) * factor)
            if isinstance(text, _Line):
                text.left, text.down = text.left * factor, text.down * factor


# Axes of the right size differ from it by a rounding error.
_NEARLY = 0.999
# How far the baseline lies under the point, in sizes: matplotlib centres between it and the top of an l.
_DROPS = {"baseline": 0.0, "center_baseline": 0.38}
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


class _Line(Text):
    """One line of text that is measured once, when it is written, and not again in every format."""

    left = down = 0.0

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line `left` inches left of its point and `down` inches under it."""
        if not self.get_visible() or not self.get_text():
            return
        inch = float(np.asarray(renderer.points_to_pixels(72.0)))
        place = self.get_transform().transform(self.get_position())
        x, y = float(place[0]) - self.left * inch, float(place[1]) - self.down * inch
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        renderer.open_group("text", self.get_gid())
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        renderer.draw_text(gc, x, y, self.get_text(), self.get_fontproperties(), 0.0, ismath=False, mtext=self)
        gc.restore()
        renderer.close_group("text")


def _place(ax: Axes, coordinates: str | tuple[str, str], offset: tuple[float, float]) -> Transform:
    """Transform of a point to the display, moved by an offset in points."""
    known_places = {"data": ax.transData, "axes fraction": ax.transAxes}
    x, y = (coordinates, coordinates) if isinstance(coordinates, str) else coordinates
    place = known_places[x] if x == y else blended_transform_factory(known_places[x], known_places[y])
    figure = ax.get_figure(root=True)
    assert figure is not None
    return place + ScaledTranslation(offset[0] / 72, offset[1] / 72, figure.dpi_scale_trans) if any(offset) else place


@contextlib.contextmanager
def glyph_report() -> Iterator[None]:
    """Collect the characters that no font can draw, and warn of them once."""
    found: set[str] = set()
    token = _missing.set(found)
    try:
        yield
    finally:
        _missing.reset(token)
    if found:
        warnings.warn(f"no font has {_listed(found)}: drawn as the number of the character", GlyphWarning, stacklevel=4)


def glyph_note() -> str:
    """Sentence for a caption on the characters that could not be drawn so far; empty where there were none."""
    found = _missing.get()
    return f"The font lacks {_listed(found)}: such characters are drawn as their number." if found else ""


def _harmless(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    refused = unicodedata.category(character) in {"Cc", "Cs"} or (ord(character) & 0xFFFE) == 0xFFFE
    return _REPLACEMENT if refused else character


def _cut(text: str, kept: int) -> str:
    head, tail = (kept + 1) // 2, kept // 2
    end = text[len(text) - tail :] if tail else ""
    # An accent must not be parted from its letter.
    while end and unicodedata.combining(end[0]):
        end = end[1:]
    return f"{text[:head].rstrip()}{ELLIPSIS}{end.lstrip()}"


def _cut_between_words(text: str, kept: int) -> str:
    """As `_cut`, with no half words beside the ellipsis, unless the half of what is shown would go with them."""
    head, tail = (kept + 1) // 2, kept // 2
    first, last = text[: head + 1].rpartition(" ")[0], text[len(text) - tail - 1 :].partition(" ")[2]
    return f"{first} {ELLIPSIS} {last}" if 2 * (len(first) + len(last)) >= kept and first and last else _cut(text, kept)


def _listed(characters: set[str]) -> str:
    names = [f"U+{ord(character):04X}" for character in sorted(characters)]
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")


@functools.cache
def _characters() -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties(family=["DejaVu Sans"]))).get_charmap())
