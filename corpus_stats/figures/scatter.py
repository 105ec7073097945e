"""Clouds of dots, as many of them named as have room: no name covers another name or a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from numpy.typing import NDArray

from .canvas import WIDTHS, Canvas, new_canvas
from .forest import ratio_ticks
from .panels import write_title
from .style import ACCENT, FAINT, HAIR, PAPER, QUIET, SMALL, tidy
from .text import fitted, text_width, write

__all__ = ["Cloud", "draw_clouds", "free_places"]

_HEAD, _FOOT, _LEFT = 0.46, 0.5, 0.5
_SPACE = 0.25
_LONGEST = 1.3
_SIZE = SMALL - 0.4

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Cloud:
    """Dots under a title and a quieter note: amounts, binary logs, whether tested, names, and which to name first."""

    title: str
    note: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    filled: NDArray[np.bool_]
    names: tuple[str, ...]
    order: tuple[int, ...]


def draw_clouds(clouds: Sequence[Cloud], units: tuple[str, str], *, ax: Axes | None) -> tuple[Canvas | None, Axes, int]:
    """Draw clouds on one pair of log scales; returns the number of names as well."""
    columns = 1 if len(clouds) == 1 else 2
    size = (WIDTHS["column"] - 0.25 - _LEFT, 4.3) if columns == 1 else (2.53, 2.3)
    n_tiers = -(-len(clouds) // columns)
    height = _HEAD + size[1] + _SPACE
    total = n_tiers * height - _SPACE + _FOOT
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=total, margins=(_LEFT + 0.1, 0.1, 0.0, 0.03))
    tidy(ax)
    width = WIDTHS["column"] - _LEFT - 0.2
    limits = _limits(clouds)
    n_named = 0
    for position, cloud in enumerate(clouds):
        tier, side = divmod(position, columns)
        corner = (side * (width - size[0]), total - tier * height - _HEAD - size[1])
        inner = ax.inset_axes((corner[0] / width, corner[1] / total, size[0] / width, size[1] / total))
        _draw(cloud, inner, limits)
        n_named += _name(cloud, inner, limits, size)
        last = position + columns >= len(clouds)
        _draw_scales(inner, limits, units, (last, side == 0), size)
        write_title(inner, cloud.title, [cloud.note] if cloud.note else [], width=size[0], left=1.0)
    return canvas, ax, n_named


def free_places(
    points: NDArray[np.float64], names: Sequence[tuple[int, float]], size: tuple[float, float], height: float
) -> list[tuple[int, int]]:
    """Where names go beside their points, in turn: each at the first side where it covers no other and no dot.

    Parameters
    ----------
    points : float array (n, 2)
        Inches from the lower left corner.
    names : sequence of (int, float)
        Point and width in inches of each name, the most important first.
    size, height : (float, float), float
        Of the panel, and of a line of text.

    Returns
    -------
    list of (int, int)
        Position in `names` and side (index into the eight sides) of each name that has a place.
    """
    taken: list[Box] = []
    found = []
    for position, (point, width) in enumerate(names):
        for side in range(len(_SIDES)):
            box = _box(float(points[point, 0]), float(points[point, 1]), side, (width, height))
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
            if inside and not _covers(points, box) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found.append((position, side))
                break
    return found


_DOT = 0.03
# Horizontal and vertical direction of a name from its dot: right and left first, where it reads best.
_SIDES = ((1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1))


def _box(x: float, y: float, side: int, extent: tuple[float, float]) -> Box:
    across, up = _SIDES[side]
    gap = 0.055 if not up else 0.02
    left = x + across * gap - (0.5 - 0.5 * across) * extent[0]
    middle = y + up * (0.5 * extent[1] + 0.035)
    return left, middle - extent[1] / 2, left + extent[0], middle + extent[1] / 2


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _covers(points: NDArray[np.float64], box: Box) -> bool:
    x, y = points.T
    inside = (x > box[0] - _DOT) & (x < box[2] + _DOT) & (y > box[1] - _DOT) & (y < box[3] + _DOT)
    return bool(inside.any())


def _limits(clouds: Sequence[Cloud]) -> tuple[float, float, float, float]:
    x, y = (np.concatenate([getattr(cloud, name) for cloud in clouds]) for name in ("x", "y"))
    least, most = np.log10(x.min()), np.log10(x.max())
    reach = max(1.0, float(np.abs(y).max()))
    room = 0.08 * max(most - least, 0.5)
    return float(least - room), float(most + room), -1.12 * reach, 1.12 * reach


def _draw(cloud: Cloud, ax: Axes, limits: tuple[float, float, float, float]) -> None:
    tidy(ax)
    ax.set_xlim(*limits[:2])
    ax.set_ylim(*limits[2:])
    ax.axhline(0, color=FAINT, linewidth=1.0, zorder=0)
    x = np.log10(cloud.x)
    crowded = len(x) > 300
    for chosen, face in ((~cloud.filled, PAPER), (cloud.filled, ACCENT)):
        if chosen.any():
            size = 2.2 if crowded else 3.6
            ax.plot(
                x[chosen],
                cloud.y[chosen],
                "o",
                markersize=size,
                color=ACCENT,
                markerfacecolor=face,
                markeredgewidth=0.2 * size,
                alpha=0.45 if crowded else 0.85,
            )


def _name(cloud: Cloud, ax: Axes, limits: tuple[float, float, float, float], size: tuple[float, float]) -> int:
    left, right, low, high = limits
    x = (np.log10(cloud.x) - left) / (right - left) * size[0]
    y = (cloud.y - low) / (high - low) * size[1]
    most = int(_NAMES * size[0] * size[1])
    texts = [fitted(cloud.names[point], _LONGEST, _SIZE) for point in cloud.order[:most]]
    names = [(point, text_width(text, _SIZE)) for point, text in zip(cloud.order, texts, strict=False)]
    height = 1.16 * _SIZE / 72
    placed = free_places(np.column_stack([x, y]), names, size, height)
    for position, side in placed:
        point, width = names[position]
        box = _box(x[point], y[point], side, (width, height))
        at = (box[0] / size[0], (box[1] + box[3]) / 2 / size[1])
        text = write(ax, texts[position], at, coordinates="axes fraction", size=_SIZE)
        text.set_path_effects([withStroke(linewidth=1.8, foreground=PAPER)])
    return len(placed)


# Names tried for each square inch.
_NAMES = 4.5


def _draw_scales(
    ax: Axes,
    limits: tuple[float, float, float, float],
    units: tuple[str, str],
    outer: tuple[bool, bool],
    size: tuple[float, float],
) -> None:
    bottom, left = outer
    # A number at the very end would run off the page.
    end = limits[1] - 0.07 * (limits[1] - limits[0])
    steps = [(m, p) for p in range(9) for m in (1, 3) if limits[0] <= np.log10(m * 10.0**p) <= end]
    chosen = steps if len(steps) * 0.5 <= size[0] else [(m, p) for m, p in steps if m == 1]
    ax.set_xticks([float(np.log10(m * 10.0**p)) for m, p in chosen], [f"{m * 10**p:,g}" for m, p in chosen])
    ticks, labels = ratio_ticks(limits[2], limits[3], max(3, int(size[1] / 0.3)))
    ax.set_yticks(ticks, labels)
    ax.tick_params(axis="both", length=0, labelcolor=QUIET, labelsize=SMALL, pad=3)
    ax.tick_params(axis="x", labelbottom=bottom)
    ax.tick_params(axis="y", labelleft=left)
    ax.grid(True, color=HAIR, linewidth=0.6)
    if bottom and left:
        ax.set_xlabel(units[0], color=QUIET, fontsize=SMALL, loc="left", labelpad=5)
    if left:
        ax.set_ylabel(units[1], color=QUIET, fontsize=SMALL, loc="bottom", labelpad=4)
