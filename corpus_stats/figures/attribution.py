"""Who gets to speak: the sources of each outlet, with a name, without one and itself, and the stance of its verbs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from .canvas import WIDTHS, Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import left_out
from .style import ACCENT, FAINT, HAIR, QUIET, SMALL, tidy
from .text import drawable, fitted, in_inches, known, text_width, wrapped, write

if TYPE_CHECKING:
    from ..analysis.attribution import Attribution

__all__ = ["SOURCE_KINDS", "plot_attribution"]

_NOTHING = "no source is given"
_WIDTH = WIDTHS["column"] - 0.2
_GUTTER, _COUNT, _TALLEST, _MOST_PANELS = 0.3, 0.3, 8.4, 12
_KEY, _HEAD, _KIND, _ROW, _SECOND, _FOOT = 0.24, 0.34, 0.225, 0.152, 0.118, 0.2
_NAMES = 0.25 * (_WIDTH - _GUTTER) - 0.18
"""Inches: the names of sources."""

_TITLE, _WORDS, _NOTE = SMALL + 0.2, SMALL - 0.6, SMALL - 1.3
SOURCE_KINDS = {"named": "named", "anonymous": "without a name", "self": "the outlet itself", "": "no source given"}
_MOST = {"named": 6, "anonymous": 4, "self": 2, "": 2}
_STANCES = {
    "factive": ("△", "as a fact"),
    "neutral": ("○", "neutral"),
    "distancing": ("▽", "at a distance"),
    "": ("–", "no verb"),
}
_MOST_MARKS = 14


@dataclass(frozen=True)
class _Line:
    """A source and its attributions by stance; or a heading, where there is no stance."""

    name: str
    n: int
    stances: Mapping[str, int] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The name in lines; the second of them is moved in."""
        return tuple(wrapped(self.name, _NAMES, _WORDS).split("\n"))

    @property
    def height(self) -> float:
        """Inches."""
        return _KIND if self.stances is None else _ROW + _SECOND * (len(self.words) - 1)


@dataclass(frozen=True)
class _Panel:
    """An outlet: how much it attributes, and to whom."""

    outlet: str
    note: str
    lines: tuple[_Line, ...]

    @property
    def height(self) -> float:
        """Inches."""
        return _HEAD + math.fsum(line.height for line in self.lines) + _FOOT


@drawing()
def plot_attribution(result: Attribution, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the sources of each outlet, named ones first, then those without a name, then the outlet itself.

    Each attribution is a mark whose form is the stance of its verb; where there are many, a mark stands for several.
    """
    table = result.table[result.table["n"] > 0]
    if not len(table):
        return quiet_sentence(ax, _NOTHING)
    panels, n_outlets = _fitting(result, table)
    columns = _columns(panels)
    height = _KEY + _height(columns)
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=height, margins=(0.1, 0.1, 0.06, 0.0))
    tidy(ax)
    per_mark = _per_mark(panels)
    width = (_WIDTH - _GUTTER) / 2
    with in_inches(ax, _WIDTH, height):
        _write_key(ax, table, per_mark)
        for column, own in enumerate(columns):
            y = _KEY
            for panel in own:
                _draw_panel(ax, panel, (column * (width + _GUTTER), y, width), per_mark)
                y += panel.height
    return ax if canvas is None else canvas.described(_caption(result, table, panels, n_outlets), _alt(panels))


def _fitting(result: Attribution, table: pd.DataFrame) -> tuple[list[_Panel], int]:
    """The outlets with most attributions, as many as go on a page, and the number of all."""
    counts: dict[str, dict[tuple[str, str], Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    columns = (table[name] for name in ("outlet", "kind", "source", "stance", "n"))
    for outlet, kind, source, stance, n in zip(*columns, strict=True):
        counts[known(outlet)][known(kind), known(source)][known(stance)] += int(n)
    sizes = {outlet: sum(found.total() for found in sources.values()) for outlet, sources in counts.items()}
    order = sorted(sizes, key=lambda outlet: (-sizes[outlet], outlet))
    notes = _notes(result, sizes)
    n_panels, fewer = min(len(order), _MOST_PANELS), 0
    while True:
        panels = [_Panel(o, notes[o], _lines(counts[o], fewer)) for o in sorted(order[:n_panels])]
        if _height(_columns(panels)) + _KEY <= _TALLEST or (n_panels, fewer) == (1, _FEWER):
            return panels, len(order)
        if fewer < _FEWER:
            fewer += 1
        else:
            n_panels -= 1


_FEWER = 3


def _notes(result: Attribution, sizes: Mapping[str, int]) -> dict[str, str]:
    """How many attributions each outlet makes, and in how many of its sentences."""
    columns = (result.outlets[name] for name in ("outlet", "n_attributed", "n_sentences"))
    shares = {known(outlet): f" · {n:,} of {of:,} sentences" for outlet, n, of in zip(*columns, strict=True) if of}
    return {outlet: f"{amount(n, 'attribution')}{shares.get(outlet, '')}" for outlet, n in sizes.items()}


def _lines(sources: Mapping[tuple[str, str], Counter[str]], fewer: int) -> tuple[_Line, ...]:
    """Headings of the kinds and, under each, the sources that speak most; those left out share a line."""
    lines: list[_Line] = []
    for kind, heading in SOURCE_KINDS.items():
        own = {source: found for (k, source), found in sources.items() if k == kind}
        if not own:
            continue
        lines.append(_Line(heading, sum(found.total() for found in own.values())))
        order = sorted(own, key=lambda source: (-own[source].total(), source))
        most = max(_MOST[kind] - fewer, 1)
        most += len(order) == most + 1
        lines += [_Line(source, own[source].total(), own[source]) for source in order[:most] if source]
        if rest := order[most:]:
            stances = sum((own[source] for source in rest), Counter[str]())
            lines.append(_Line(f"{len(rest):,} others", stances.total(), stances))
    return tuple(lines)


def _columns(panels: Sequence[_Panel]) -> tuple[Sequence[_Panel], Sequence[_Panel]]:
    """The panels in two columns, one below the other in their order, as even as may be."""
    splits = [(panels[:i], panels[i:]) for i in range(1, len(panels) + 1)]
    return min(splits, key=_height)


def _height(columns: Sequence[Sequence[_Panel]]) -> float:
    return max(math.fsum(panel.height for panel in own) for own in columns)


def _per_mark(panels: Sequence[_Panel]) -> int:
    """How many attributions a mark stands for, so that the longest line has room."""
    longest = [line.stances for panel in panels for line in panel.lines if line.stances is not None]
    per = 1
    while any(_n_marks(stances, per) > _MOST_MARKS for stances in longest):
        per = per + 1 if per < 10 else per * 2
    return per


def _n_marks(stances: Mapping[str, int], per_mark: int) -> int:
    return sum(-(-n // per_mark) for n in stances.values())


def _write_key(ax: Axes, table: pd.DataFrame, per_mark: int) -> None:
    used = {known(stance) for stance in table["stance"]}
    what = "an attribution" if per_mark == 1 else f"up to {per_mark:,} attributions"
    words, x = f"A mark is {what}, by the verb:", 0.0
    write(ax, words, (x, 0.1), size=_NOTE + 0.4, colour=QUIET, valign="baseline")
    x += text_width(words, _NOTE + 0.4) + 0.12
    for stance, (symbol, meaning) in _STANCES.items():
        if stance in used:
            write(ax, symbol, (x, 0.1), size=_WORDS, colour=ACCENT, valign="baseline")
            write(ax, meaning, (x + 0.13, 0.1), size=_NOTE + 0.4, colour=QUIET, valign="baseline")
            x += 0.13 + text_width(meaning, _NOTE + 0.4) + 0.16


def _draw_panel(ax: Axes, panel: _Panel, place: tuple[float, float, float], per_mark: int) -> None:
    x, y, width = place
    title = fitted(panel.outlet or "no outlet", width, _TITLE, bold=True)
    write(ax, title, (x, y + 0.13), size=_TITLE, bold=True, valign="baseline")
    write(ax, fitted(panel.note, width, _NOTE), (x, y + 0.255), size=_NOTE, colour=QUIET, valign="baseline")
    y += _HEAD
    marks = x + 0.5 * width
    for line in panel.lines:
        if line.stances is None:
            ax.hlines(y + 0.03, x, x + width, color=FAINT if line is panel.lines[0] else HAIR, linewidth=0.7)
            write(ax, line.name, (x, y + 0.165), size=_NOTE, colour=QUIET, valign="baseline")
            edge = (x + width, y + 0.165)
            write(ax, f"{line.n:,}", edge, size=_NOTE, colour=QUIET, align="right", valign="baseline")
            y += line.height
            continue
        for i, words in enumerate(line.words):
            write(ax, words, (x + 0.08 * i, y + 0.11 + _SECOND * i), size=_WORDS, valign="baseline")
        shown = "".join(
            symbol * -(-line.stances.get(stance, 0) // per_mark) for stance, (symbol, _) in _STANCES.items()
        )
        write(ax, shown, (marks, y + 0.11), size=_WORDS, colour=ACCENT, valign="baseline")
        write(ax, f"{line.n:,}", (x + width, y + 0.11), size=_WORDS, align="right", valign="baseline")
        y += line.height


def _caption(result: Attribution, table: pd.DataFrame, panels: Sequence[_Panel], n_outlets: int) -> str:
    kinds: Counter[str] = Counter()
    for kind, n in zip(table["kind"], table["n"], strict=True):
        kinds[known(kind)] += int(n)
    n_documents = result.settings.get("n_documents")
    n_documents = n_documents if isinstance(n_documents, int) else result.shares["document"].nunique()
    listed = ", ".join(f"{kinds[kind]:,} {_CAPTIONS[kind]}" for kind in _CAPTIONS if kinds[kind])
    return joined(
        f"Whom each outlet lets speak, n = {amount(n_documents, 'article')},"
        f" {amount(kinds.total(), 'attribution')}: {listed}. Beside the number of attributions stands in how many of"
        " its sentences something is attributed. Verbs of a fact (reveal) and of a distance (claim) stand apart from"
        " neutral ones (say). Counts of a reading by rules, which err; not validated on this corpus; no interval is"
        " drawn.",
        left_out(len(panels), n_outlets, "outlets", "most attributing"),
    )


_CAPTIONS = {
    "named": "to sources with a name",
    "anonymous": "to sources without one",
    "self": "to the outlet itself",
    "": "to a source that is not given",
}


def _alt(panels: Sequence[_Panel]) -> str:
    said = []
    for panel in panels[:6]:
        counts = ", ".join(f"{line.name} {line.n:,}" for line in panel.lines if line.stances is None)
        said.append(f"{drawable(panel.outlet)}: {counts}")
    return f"Lists of sources by outlet with a mark for each attribution. {'; '.join(said)}."
