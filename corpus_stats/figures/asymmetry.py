"""The same role on two sides: how often the fighters, leaders, ... of each side are called by each term."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from ..lexicon import ELSEWHERE, UNCLEAR
from .canvas import WIDTHS, Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import left_out
from .style import FAINT, HAIR, HUES, INK, PAPER, QUIET, SMALL, tidy
from .text import drawable, fitted, in_inches, known, text_width, write
from .voices import VOICES

if TYPE_CHECKING:
    from ..analysis.asymmetry import Asymmetry

__all__ = ["plot_asymmetry"]

_NOTHING = "no mention of a role was found"
_WIDTH = WIDTHS["column"] - 0.2
_OUTLET, _GAP, _NARROWEST, _WIDEST = 1.12, 0.1, 0.6, 1.3
_ROW, _SPACE, _ROLE, _TERMS, _FOOT, _TIER = 0.165, 0.09, 0.25, 0.27, 0.34, 0.1
_KEY = 0.2
_TALLEST, _ACROSS, _MOST_TERMS, _MOST_OUTLETS = 8.4, 2, 8, 14
_WORDS, _NOTE = SMALL - 0.4, SMALL - 1.2
_OWN, _FRAGMENT, _QUOTED, _REPORTED = VOICES
_LINES: dict[str, tuple[str, str, str | tuple[float, tuple[float, float]]]] = {
    "own": (_OWN.symbol, _OWN.meaning, "-"),
    "reported": (_REPORTED.symbol, _REPORTED.meaning, (0, (2.2, 1.4))),
    "quoted": (_QUOTED.symbol, "in quotation marks", (0, (0.6, 1.3))),
}
"""Symbol, meaning and line of the own words, of reported ones, and of those in quotation marks."""


@dataclass(frozen=True)
class _Cell:
    """How many of the mentions are called by a term, in words of whom."""

    n: int
    n_mentions: int
    own: int
    reported: int
    quoted: int


@dataclass(frozen=True)
class _Role:
    """A role: its terms, and for each outlet and side that mentions it the cells by term."""

    name: str
    terms: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[str, str, str], _Cell]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Outlets that mention it."""
        return tuple(dict.fromkeys(outlet for outlet, _ in self.rows))


@dataclass(frozen=True)
class _Places:
    """Inches: the names of the sides, and of each column its dots, its counts and the counts by voice."""

    side: float
    plot: float
    count: float
    parts: float

    @property
    def column(self) -> float:
        """A column and the gap after it."""
        return self.plot + self.count + self.parts + 4 * _GAP

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return _OUTLET + self.side


@drawing()
def plot_asymmetry(result: Asymmetry, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the share of the mentions of a role that are called by each term, a row for each outlet and side.

    The line to a dot is made of the voices: whole where the words are the outlet's own, broken where they are
    reported, dotted where they stand in quotation marks. Beside it stands how many mentions of how many.
    """
    roles = _roles(result)
    if not roles:
        return quiet_sentence(ax, _NOTHING)
    places, across = _places(roles)
    shown, tiers = _fitting(roles, across)
    height = _KEY + math.fsum(_height(*tier) for tier in tiers)
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=height, margins=(0.1, 0.1, 0.06, 0.03))
    tidy(ax)
    with in_inches(ax, _WIDTH, height):
        _write_key(ax)
        hues = _hues(shown)
        y = _KEY
        for role, terms in tiers:
            _draw_tier(ax, role, terms, (places, hues), y)
            y += _height(role, terms)
    return ax if canvas is None else canvas.described(_caption(result, roles, tiers), _alt(roles))


def _roles(result: Asymmetry) -> list[_Role]:
    """Roles in the order of the table, with the outlets that mention them most and the terms that are used most."""
    found = []
    for name, table in result.table.groupby("role", sort=False):
        cells, used = {}, Counter[str]()
        mentions: dict[tuple[str, str], int] = {}
        for row in table.to_dict("records"):
            place = (known(row["outlet"]), str(row["side"]))
            n, own, fragment, quoted, reported = (int(row[key]) for key in ("n", *(v.column for v in VOICES)))
            mentions[place] = int(row["n_mentions"])
            cells[*place, str(row["term"])] = _Cell(n, mentions[place], own, reported, fragment + quoted)
            used[str(row["term"])] += n
        sizes = Counter[str]()
        for (outlet, _), n in mentions.items():
            sizes[outlet] += n
        outlets = sorted((o for o in sizes if sizes[o]), key=lambda o: (-sizes[o], o))
        rows = tuple((o, side) for o in sorted(outlets) for o_, side in mentions if o_ == o)
        terms = sorted((term for term in used if used[term]), key=lambda term: (-used[term], term))
        if rows:
            found.append(_Role(str(name), tuple(terms or list(used)[:1]), rows, cells))
    return found


def _fitting(roles: Sequence[_Role], across: int) -> tuple[list[_Role], list[tuple[_Role, tuple[str, ...]]]]:
    """Roles, and the rows of columns that they are drawn in, as many as go on a page."""
    n_terms = min(max(len(role.terms) for role in roles), _MOST_TERMS)
    n_outlets, n_roles = min(max(len(role.outlets) for role in roles), _MOST_OUTLETS), len(roles)
    while True:
        shown = [_kept(role, n_outlets) for role in roles[:n_roles]]
        tiers = [
            (role, role.terms[i : min(i + across, n_terms)])
            for role in shown
            for i in range(0, min(len(role.terms), n_terms), across)
        ]
        smallest = n_terms <= across and n_outlets == n_roles == 1
        if smallest or math.fsum(_height(*tier) for tier in tiers) + _KEY <= _TALLEST:
            return shown, tiers
        if n_terms > across:
            n_terms = max(across, n_terms - across)
        elif n_outlets > _FEW_OUTLETS or n_roles == 1:
            n_outlets -= 1
        else:
            n_roles -= 1


_BESIDE = (ELSEWHERE, UNCLEAR)
_FEW_OUTLETS, _WIDE_PLOT = 5, 0.7


def _kept(role: _Role, n_outlets: int) -> _Role:
    """The role in the `n_outlets` outlets that mention it most."""
    sizes = Counter[str]()
    for (outlet, _, term), cell in role.cells.items():
        if term == role.terms[0]:
            sizes[outlet] += cell.n_mentions
    chosen = sorted(sizes, key=lambda outlet: (-sizes[outlet], outlet))[:n_outlets]
    return _Role(role.name, role.terms, tuple(row for row in role.rows if row[0] in chosen), role.cells)


def _height(role: _Role, terms: Sequence[str]) -> float:
    n_outlets = len(role.outlets)
    first = _ROLE if terms[0] == role.terms[0] else 0.0
    return first + _TERMS + len(role.rows) * _ROW + n_outlets * _SPACE + _FOOT + _TIER


def _places(roles: Sequence[_Role]) -> tuple[_Places, int]:
    """Widths that hold what is written, and how many columns of them stand side by side."""
    cells = [cell for role in roles for cell in role.cells.values()]
    sides = {side for role in roles for _, side in role.rows}
    side = min(max(text_width(fitted(name, 1.0, _WORDS), _WORDS) for name in sides) + 0.24, 1.1)
    count = max(text_width(_count_words(cell), _NOTE + 0.2) for cell in cells)
    parts = max(text_width(_part_words(cell), _NOTE - 0.4) for cell in cells)
    room = _WIDTH - _OUTLET - side
    across = min(max(len(role.terms) for role in roles), _ACROSS)
    while across > 1 and room / across - count - parts - 4 * _GAP < _NARROWEST:
        across -= 1
    plot = min(room / across - count - parts - 4 * _GAP, _WIDEST)
    return _Places(side, plot, count, parts), across


def _count_words(cell: _Cell) -> str:
    return f"{cell.n:,} of {cell.n_mentions:,}" if cell.n_mentions else "no mention"


def _part_words(cell: _Cell) -> str:
    parts = zip(_LINES.values(), (cell.own, cell.reported, cell.quoted), strict=True)
    return " ".join(f"{symbol}{n:,}" for (symbol, _, _), n in parts if n)


def _hues(roles: Sequence[_Role]) -> dict[str, str]:
    sides = dict.fromkeys(side for role in roles for _, side in role.rows if side not in _BESIDE)
    return {**{side: HUES[i % len(HUES)] for i, side in enumerate(sides)}, **dict.fromkeys(_BESIDE, QUIET)}


def _write_key(ax: Axes) -> None:
    x = 0.0
    for symbol, meaning, style in _LINES.values():
        ax.plot([x, x + 0.26], [0.07, 0.07], color=INK, linewidth=1.6, linestyle=style)
        words = f"{symbol} {meaning}"
        write(ax, words, (x + 0.33, 0.1), size=_NOTE, colour=QUIET, valign="baseline")
        x += 0.33 + text_width(words, _NOTE) + 0.2


def _draw_tier(ax: Axes, role: _Role, terms: Sequence[str], look: tuple[_Places, Mapping[str, str]], y: float) -> None:
    places, hues = look
    right = places.left + len(terms) * places.column
    if terms[0] == role.terms[0]:
        name = fitted(role.name, _WIDTH, SMALL + 0.4, bold=True)
        write(ax, name, (0, y + 0.15), size=SMALL + 0.4, bold=True, valign="baseline")
        y += _ROLE
    top = y + _TERMS
    tops = _tops(role, top)
    bottom = tops[-1] + _ROW + 0.5 * _SPACE
    for column, term in enumerate(terms):
        x = places.left + column * places.column + _GAP
        label = fitted(term, places.column - _GAP, _WORDS + 0.3, bold=True)
        write(ax, label, (x - 0.04, y + 0.17), size=_WORDS + 0.3, bold=True, valign="baseline")
        _draw_scale(ax, (x, x + places.plot), (top, bottom))
    ax.hlines(top - 0.02, 0, right, color=INK, linewidth=0.9)
    outlet = None
    for (name, side), middle in zip(role.rows, tops, strict=True):
        if name != outlet:
            if outlet is not None:
                ax.hlines(middle - 0.5 * _SPACE, 0, right, color=HAIR, linewidth=0.6)
            text = fitted(name or "no outlet", _OUTLET - 0.1, _WORDS)
            write(ax, text, (0, middle + 0.5 * _ROW + 0.035), size=_WORDS, valign="baseline")
        outlet = name
        _draw_row(ax, role, (name, side), terms, (places, hues[side], middle + 0.5 * _ROW))


def _tops(role: _Role, y: float) -> list[float]:
    """Where each row begins; a space stands over every outlet."""
    tops, outlet = [], None
    for name, _ in role.rows:
        y += _SPACE if name != outlet else 0.0
        tops.append(y)
        y += _ROW
        outlet = name
    return tops


def _draw_scale(ax: Axes, ends: tuple[float, float], rows: tuple[float, float]) -> None:
    left, right = ends
    for share, words in ((0.0, "0"), (0.5, "50" if right - left > _WIDE_PLOT else ""), (1.0, "100 %")):
        x = left + share * (right - left)
        ax.vlines(x, rows[0], rows[1], color=FAINT if not share else HAIR, linewidth=0.8, zorder=0)
        write(ax, words, (x, rows[1] + 0.13), size=_NOTE, colour=QUIET, align="center", valign="baseline")


def _draw_row(
    ax: Axes, role: _Role, row: tuple[str, str], terms: Sequence[str], look: tuple[_Places, str, float]
) -> None:
    places, hue, y = look
    outlet, side = row
    write(ax, fitted(side, places.side - 0.2, _WORDS), (_OUTLET, y + 0.035), size=_WORDS, colour=hue, valign="baseline")
    for column, term in enumerate(terms):
        cell = role.cells.get((outlet, side, term))
        left = places.left + column * places.column + _GAP
        edge = (left + places.plot + _GAP + places.count, y + 0.035)
        if cell is None or not cell.n_mentions:
            write(ax, "no mention", edge, size=_NOTE, colour=QUIET, align="right", valign="baseline")
            continue
        _draw_voices(ax, cell, hue, (left, y, places.plot))
        write(ax, _count_words(cell), edge, size=_NOTE + 0.2, align="right", valign="baseline")
        if words := _part_words(cell):
            write(ax, words, (edge[0] + _GAP, edge[1]), size=_NOTE - 0.4, colour=QUIET, valign="baseline")


def _draw_voices(ax: Axes, cell: _Cell, hue: str, place: tuple[float, float, float]) -> None:
    """A dot at the share of a cell, and the line to it, in the lines of the voices."""
    left, y, width = place
    n = 0
    for (_, _, style), part in zip(_LINES.values(), (cell.own, cell.reported, cell.quoted), strict=True):
        if part:
            ends = [left + width * (n + done) / cell.n_mentions for done in (0, part)]
            ax.plot(ends, [y, y], color=hue, linewidth=1.6, linestyle=style, solid_capstyle="butt")
        n += part
    end = left + width * cell.n / cell.n_mentions
    ax.plot(end, y, "o", markersize=4.2, color=hue, markerfacecolor=PAPER, markeredgewidth=1.1, clip_on=False)


def _caption(result: Asymmetry, roles: Sequence[_Role], tiers: Sequence[tuple[_Role, tuple[str, ...]]]) -> str:
    n_documents = result.settings.get("n_documents")
    articles = f"{amount(n_documents, 'article')}, " if isinstance(n_documents, int) else ""
    mentions = {(role.name, *row): role.cells[*row, role.terms[0]].n_mentions for role in roles for row in role.rows}
    shown = {(role.name, outlet) for role, _ in tiers for outlet, _ in role.rows}
    return joined(
        f"How often each side of {'a role' if len(roles) == 1 else 'a role, for each of several,'} is called by each"
        f" term, n = {articles}{amount(sum(mentions.values()), 'mention')}. Each number is a count out of all mentions"
        " of the role on that side in the outlet; a dot stands at their share, at the end of what is the outlet's own,"
        " what is reported, and what stands in quotation marks. Reported words may be either's. Counts of a reading by"
        " rules, which err; not validated on this corpus; no interval is drawn.",
        left_out(sum(len(terms) for _, terms in tiers), sum(len(role.terms) for role in roles), "terms", "most used"),
        left_out(len(shown), len({(r.name, o) for r in roles for o, _ in r.rows}), "rows of outlets", "fullest"),
    )


def _alt(roles: Sequence[_Role]) -> str:
    said = []
    for role in roles[:3]:
        for side in list(dict.fromkeys(side for _, side in role.rows))[:2]:
            cells = [role.cells[o, s, role.terms[0]] for o, s in role.rows if s == side]
            n, of = sum(cell.n for cell in cells), sum(cell.n_mentions for cell in cells)
            said.append(f"{drawable(role.name)} of {drawable(side)}: {drawable(role.terms[0])} {n:,} of {of:,}")
    return f"Dots at the share of mentions called by each term, by outlet and side. {'; '.join(said)}."
