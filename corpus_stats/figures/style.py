"""The look of every figure: the library's defaults and ours, whatever the user's matplotlibrc says.

Colours are safe for the colour-blind: one hue from light to dark for amounts, a few distinct hues for kinds, and kinds
are told apart by place as well.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.ticker import AutoLocator, NullLocator
from numpy.typing import ArrayLike

__all__ = [
    "ACCENT",
    "AMOUNTS",
    "FAINT",
    "HAIR",
    "HUES",
    "INK",
    "OTHER",
    "PAPER",
    "PARTS",
    "QUIET",
    "SMALL",
    "STRIP",
    "TEXT",
    "amount_colour",
    "amounts",
    "category_colours",
    "contrast",
    "dots",
    "house_style",
    "legible_on",
    "scale",
    "tidy",
]

PAPER, INK, QUIET, FAINT, HAIR, STRIP = "#ffffff", "#1b2a34", "#5f6d77", "#c2cad0", "#e4e8eb", "#f1f4f5"
ACCENT = "#0f5f7f"
AMOUNTS = ("#e9f2f5", "#bddbe5", "#74b3c9", "#2a83a3", "#0f5f7f", "#083d55")
PARTS = {"headline": "#083d55", "standfirst": "#0f5f7f", "body": "#74b3c9", "caption": "#bddbe5"}
HUES = ("#0f5f7f", "#c2573a", "#3f9c8c", "#7b3f75", "#c99a2e", "#6fa8dc", "#8a9a3a")
# Dark enough to be read as text on paper.
_KINDS = ("#0f5f7f", "#a8421f", "#256f5f", "#7b3f75", "#7a5a10", "#4a4fa0", "#a03050", "#55701c")
OTHER = "#a3adb5"
TEXT, SMALL = 9.0, 7.8
_LEGIBLE = 4.5

_OURS: dict[str, object] = {
    "axes.axisbelow": True,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": QUIET,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.6,
    "figure.constrained_layout.use": False,
    "figure.facecolor": PAPER,
    "font.family": ["DejaVu Sans"],
    "font.size": TEXT,
    "grid.color": HAIR,
    "grid.linewidth": 0.7,
    "pdf.fonttype": 3,  # 42 takes four times as long to write
    "savefig.dpi": 200,
    "svg.fonttype": "path",
    "svg.hashsalt": "corpus_stats",
    "text.color": INK,
    "text.parse_math": False,
    "text.usetex": False,
    "xtick.color": QUIET,
    "xtick.labelsize": SMALL,
    "ytick.color": QUIET,
    "ytick.labelsize": SMALL,
}
# What belongs to the user's session and not to the look of a figure.
_FOREIGN = ("backend", "backend_fallback", "date.epoch", "interactive", "timezone", "toolbar")


@contextlib.contextmanager
def house_style() -> Iterator[None]:
    """Settings in force while a figure is drawn or written: matplotlib's defaults, then ours; the user's come back."""
    settings: dict[Any, Any] = {k: v for k, v in matplotlib.rcParamsDefault.items() if k not in _FOREIGN}
    settings.update(_OURS)
    with matplotlib.rc_context(settings):
        yield


def amount_colour(share: float) -> tuple[float, float, float]:
    """Colour of an amount, from light (0) to dark (1)."""
    return to_rgb(amounts()(min(max(share, 0.0), 1.0)))


@functools.cache
def amounts() -> LinearSegmentedColormap:
    """Scale of colours from light (0) to dark (1)."""
    return LinearSegmentedColormap.from_list("amounts", AMOUNTS)


def category_colours(counts: Mapping[str, int], categories: Sequence[str]) -> dict[str, str]:
    """Colour of each category counted: that of its place among all `categories`, the same in every figure.

    Of those that share a colour, where there are more categories than colours, the most frequent has it.
    """
    places = {name: place for place, name in enumerate(dict.fromkeys([*categories, *sorted(counts)]))}
    found: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], places[name])):
        colour = _KINDS[places[name] % len(_KINDS)]
        if counts[name] and colour not in found.values():
            found[name] = colour
    return {name: found[name] for name in sorted(found, key=places.__getitem__)}


def legible_on(colour: str | tuple[float, float, float]) -> str:
    """Colour of text on a ground of `colour`: ink or paper, or black where neither reaches a contrast of 4.5 to 1."""
    best = max((INK, PAPER), key=lambda text: contrast(text, colour))
    return best if contrast(best, colour) >= _LEGIBLE else "#000000"


def contrast(a: str | tuple[float, float, float], b: str | tuple[float, float, float]) -> float:
    """Contrast of two colours, from 1 to 21.

    References
    ----------
    World Wide Web Consortium (2018). Web Content Accessibility Guidelines 2.1, "contrast ratio".
    """
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


def tidy(ax: Axes) -> None:
    """Take away box, ticks and labels: what is needed is drawn on top."""
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0, labelleft=False, labelbottom=False, which="both")
    # Ticks that nobody sees take a tenth of the time of drawing.
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(NullLocator())
    ax.grid(False)


def dots(ax: Axes, x: ArrayLike, y: ArrayLike, *, filled: bool = False, size: float = 4.8, ground: bool = True) -> None:
    """Draw dots: hollow where they describe, filled where a comparison was tested, and nothing else by filling.

    Parameters
    ----------
    size : float
        Diameter in points.
    ground : bool
        Whether a hollow dot hides what lies under it.
    """
    face = ACCENT if filled else PAPER if ground else "none"
    ax.plot(
        x,
        y,
        "o",
        markersize=size,
        color=ACCENT,
        markerfacecolor=face,
        markeredgewidth=0.24 * size,
        clip_on=False,
    )


def scale(ax: Axes, unit: str, *, labelled: bool = True) -> None:
    """Show the horizontal axis with its unit and a light grid."""
    ax.xaxis.set_major_locator(AutoLocator())
    ax.tick_params(axis="x", labelbottom=labelled, labelcolor=QUIET, labelsize=SMALL, pad=3)
    ax.grid(True, axis="x", color=HAIR, linewidth=0.7)
    if unit:
        ax.set_xlabel(unit, color=QUIET, fontsize=SMALL, loc="left", labelpad=5)


def _luminance(colour: str | tuple[float, float, float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
