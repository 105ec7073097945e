"""The most frequent words, or runs of words, of each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .panels import Panel, ranked_panels
from .rows import left_out
from .text import drawable

if TYPE_CHECKING:
    from ..analysis.frequency import Frequency
    from ..analysis.ngrams import Ngrams

__all__ = ["plot_frequency", "plot_ngrams"]

_MOST_GROUPS, _MOST_GROUPS_OF_RUNS = 9, 6
_WORDS_OF_ONE, _WORDS_OF_MANY = 25, 12


@drawing()
def plot_frequency(result: Frequency, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the rate of the most frequent words of every group as hollow dots, one panel a group."""
    groups = list(dict.fromkeys(result.table["group"]))
    if not groups:
        return quiet_sentence(ax, "no word is left to count")
    panels = _panels(result.table, groups, _MOST_GROUPS, "word")
    canvas, drawn = ranked_panels(panels, "occurrences per 1,000 tokens", ax=ax)
    if canvas is None:
        return drawn
    caption = joined(
        f"The most frequent words, per 1,000 tokens of the group; {amount(len(result.table), 'row')} in the table,"
        f" {amount(int(result.table['n'].sum()), 'token')} counted. A rate describes these texts.",
        left_out(len(panels), len(groups), "groups"),
    )
    return canvas.described(caption, f"Dots of the rates of the most frequent words. {_first(panels)}.")


@drawing()
def plot_ngrams(result: Ngrams, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the rate of the most frequent runs of words of every group as hollow dots, one panel a group."""
    groups = list(dict.fromkeys(result.table["group"]))
    if not groups:
        return quiet_sentence(ax, "no run of words is left to count")
    panels = _panels(result.table, groups, _MOST_GROUPS_OF_RUNS, "run")
    canvas, drawn = ranked_panels(panels, "occurrences per 1,000 tokens", ax=ax, across=2)
    if canvas is None:
        return drawn
    length = result.settings.get("n")
    caption = joined(
        f"The most frequent runs of {amount(length, 'word') if isinstance(length, int) else 'words'}, per 1,000 tokens"
        f" of the group; {amount(len(result.table), 'row')} in the table,"
        f" {amount(int(result.table['n'].sum()), 'occurrence')} counted. A rate describes these texts: no interval is"
        " drawn and nothing was tested.",
        left_out(len(panels), len(groups), "groups"),
    )
    return canvas.described(caption, f"Dots of the rates of the most frequent runs of words. {_first(panels)}.")


def _panels(table: pd.DataFrame, groups: list[str], most: int, noun: str) -> list[Panel]:
    kept = _WORDS_OF_ONE if len(groups) == 1 else _WORDS_OF_MANY
    panels = []
    for group in groups[:most]:
        rows = table[table["group"] == group].sort_values(["n", "term"], ascending=[False, True]).head(kept)
        note = f"{kept} most frequent" if len(rows) == kept else amount(len(rows), noun)
        panels.append(Panel(str(group), note, tuple(rows["term"]), tuple(rows["rate"].astype(float))))
    return panels


def _first(panels: list[Panel]) -> str:
    return "; ".join(f"{drawable(p.title)}: {', '.join(map(drawable, p.words[:3]))}" for p in panels[:5])
