"""The most frequent words of each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .panels import Panel, ranked_panels
from .rows import left_out
from .text import drawable

if TYPE_CHECKING:
    from ..analysis.frequency import Frequency

__all__ = ["plot_frequency"]

_MOST_GROUPS = 9
_WORDS_OF_ONE, _WORDS_OF_MANY = 25, 12


@drawing()
def plot_frequency(result: Frequency, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the rate of the most frequent words of every group as hollow dots, one panel a group."""
    groups = list(dict.fromkeys(result.table["group"]))
    if not groups:
        return quiet_sentence(ax, "no word is left to count")
    kept = _WORDS_OF_ONE if len(groups) == 1 else _WORDS_OF_MANY
    panels = []
    for group in groups[:_MOST_GROUPS]:
        rows = result.table[result.table["group"] == group]
        rows = rows.sort_values(["n", "term"], ascending=[False, True]).head(kept)
        note = f"{kept} most frequent" if len(rows) == kept else amount(len(rows), "word")
        panels.append(Panel(str(group), note, tuple(rows["term"]), tuple(rows["rate"].astype(float))))
    canvas, drawn = ranked_panels(panels, "occurrences per 1,000 tokens", ax=ax)
    if canvas is None:
        return drawn
    caption = joined(
        f"The most frequent words, per 1,000 tokens of the group; {amount(len(result.table), 'row')} in the table,"
        f" {amount(int(result.table['n'].sum()), 'token')} counted. A rate describes these texts.",
        left_out(len(panels), len(groups), "groups"),
    )
    first = "; ".join(f"{drawable(p.title)}: {', '.join(map(drawable, p.words[:3]))}" for p in panels[:5])
    return canvas.described(caption, f"Dots of the rates of the most frequent words. {first}.")
