"""The words that stand near a node, and how strongly they keep to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .forest import Forest, Heading, Line, Ruler, draw_forests
from .rows import left_out
from .text import drawable, plain

if TYPE_CHECKING:
    from ..analysis.collocation import Collocation

__all__ = ["plot_collocation"]

_MOST = 30


@drawing()
def plot_collocation(result: Collocation, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the collocates of a node as hollow dots at their log Dice, with their counts.

    The counts belong to the figure: log Dice alone hides how few occurrences, or how few articles, it rests on.
    """
    settings = result.settings
    node = plain(settings.get("node"))
    if not len(result.table):
        return quiet_sentence(ax, f"no word stands near “{drawable(node)}” often enough to be listed")
    shown = result.table.head(_MOST)
    lines = tuple(
        Line(
            str(row["collocate"]),
            float(row["log_dice"]),
            words=(f"{row['n']:,}", f"{row['expected']:,.1f}", f"{row['n_documents']:,}"),
        )
        for row in shown.to_dict("records")
    )
    near = f"within {amount(_whole(settings.get('window')), 'word')}, in the same {plain(settings.get('span'))}"
    headings = (Heading("n"), Heading("expected"), Heading("articles"))
    forest = Forest(f"near “{node}”", near, lines)
    canvas, drawn = draw_forests([forest], headings, Ruler("log Dice (at most 14)"), ax=ax)
    if canvas is None:
        return drawn
    n_node, n_documents = _whole(settings.get("n_node")), _whole(settings.get("n_documents"))
    caption = joined(
        f"Words near “{drawable(node)}”, n = {amount(n_node, 'occurrence')} in {amount(n_documents, 'article')};"
        f" {_whole(settings.get('N')):,} other tokens.",
        "n counts a word's occurrences near it; expected, as many as in places drawn from all the text; articles, those"
        " with one. One more of log Dice is an association twice as strong. Every dot is hollow: it describes these"
        " articles; no interval is drawn and nothing was tested.",
        left_out(len(shown), len(result.table), "words", "strongest"),
    )
    first = ", ".join(f"{drawable(word)} {n:,}" for word, n in zip(shown["collocate"], shown["n"], strict=True))
    return canvas.described(caption, f"Dots of the log Dice of the words near {drawable(node)}. With counts: {first}.")


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
