"""What the articles are about: the words of each topic, and the share of each topic in the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .panels import MOST_PANELS, Panel, Row, ranked_panels, row_panels, write_title
from .rows import MOST_ROWS, document_labels, left_out
from .style import HAIR, dots, scale
from .text import drawable

if TYPE_CHECKING:
    from ..analysis.topics import Topics

__all__ = ["plot_shares", "plot_topics"]

_NOTHING = "no topic was found"
_LABELS = 1.5
_LANES = (0.0, 0.16, -0.16, 0.3, -0.3)


@drawing()
def plot_topics(result: Topics, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the first words of every topic, with a dot at the weight of each.

    The dots are hollow: a topic describes the texts it was made from.
    """
    numbers = list(dict.fromkeys(result.table["topic"]))
    if not numbers:
        return quiet_sentence(ax, _NOTHING)
    panels = []
    for number in numbers[:MOST_PANELS]:
        rows = result.table[result.table["topic"] == number].sort_values("rank")
        note = _note(result.quality, int(number))
        panels.append(Panel(f"Topic {number}", note, tuple(rows["term"]), tuple(rows["weight"].astype(float))))
    canvas, drawn = ranked_panels(panels, "weight of the word in the topic", ax=ax)
    if canvas is None:
        return drawn
    caption = joined(
        f"The first words of {amount(len(numbers), 'topic')} ({_METHODS.get(result.method, result.method)}),"
        f" n = {_units(result)}."
        " Stability is the mean overlap of the words when the texts are drawn anew: 1 means the same words each time.",
        left_out(len(panels), len(numbers), "topics"),
    )
    words = "; ".join(
        f"topic {n}: {', '.join(map(drawable, p.words[:3]))}" for n, p in zip(numbers, panels, strict=False)
    )
    return canvas.described(caption, f"Words of each topic with dots at their weights. {words}.")


@drawing()
def plot_shares(result: Topics, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the share of each topic in every document or paragraph as a hollow dot, one panel a topic."""
    shares = result.shares
    if not len(shares):
        return quiet_sentence(ax, _NOTHING)
    lines, row_of = _rows(shares)
    numbers = sorted(set(shares["topic"]))
    rows = Row(tuple(lines), width=_LABELS, height=0.34 if len(lines) <= 12 else 0.22)
    canvas, whole, panels = row_panels(rows, min(len(numbers), MOST_PANELS), ax=ax)
    for position, (number, panel) in enumerate(zip(numbers, panels, strict=False)):
        _draw_shares(shares[shares["topic"] == number], row_of, len(lines), panel)
        words = result.table[result.table["topic"] == number].sort_values("rank")["term"].head(4)
        write_title(panel, f"Topic {number}", list(words), width=1.05)
        last = position + min(4, len(panels)) >= len(panels)
        scale(panel, f"share of the topic in the {result.unit}" if last and position % 4 == 0 else "", labelled=last)
        panel.set_xticks([0, 0.5, 1], ["0", ".5", "1"])
    if canvas is None:
        return whole
    return canvas.described(_caption(result, len(lines), len(panels)), _alt(result))


_METHODS = {"nmf": "NMF of tf-idf weights", "lda": "LDA, variational Bayes", "gensim": "LDA, gensim"}


def _rows(shares: pd.DataFrame) -> tuple[list[str], dict[str, int]]:
    """Rows of the figure, and the row of each document: documents where they are few, else their outlets."""
    documents = shares.drop_duplicates("document")
    names, outlets = list(documents["document"]), list(documents["outlet"])
    labels = document_labels(names, outlets)
    if len(names) <= 20:
        counts = pd.Series([label.name for label in labels]).value_counts()
        lines = [
            label.name if counts[label.name] == 1 or not label.note else f"{label.name} · {label.note}"
            for label in labels
        ]
        return lines, {name: row for row, name in enumerate(names)}
    missing = "no outlet"
    named = [label.name if label.note else missing for label in labels]
    order = pd.Series(named).value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    lines = sorted(str(name) for name in order.index[:MOST_ROWS])
    places = {name: row for row, name in enumerate(lines)}
    return lines, {document: places[name] for document, name in zip(names, named, strict=True) if name in places}


def _draw_shares(shares: pd.DataFrame, row_of: dict[str, int], n_rows: int, ax: Axes) -> None:
    ax.set_xlim(-0.04, 1.04)
    ax.hlines(range(n_rows), 0, 1, color=HAIR, linewidth=0.7, zorder=0)
    drawn = shares[shares["document"].isin(list(row_of))]
    row = drawn["document"].map(row_of).to_numpy(dtype=np.float64)
    # Dots of one row are set a little apart, in the order of the text, so that equal shares stay visible.
    crowded = len(drawn) > n_rows
    lane = (
        np.array(_LANES)[drawn.groupby(drawn["document"].map(row_of)).cumcount().to_numpy() % len(_LANES)]
        if crowded
        else 0.0
    )
    size = 3.6 if len(drawn) <= 120 else 2.6
    dots(ax, drawn["share"].to_numpy(dtype=np.float64), row + lane, size=size, ground=not crowded)


def _note(quality: pd.DataFrame, number: int) -> str:
    found = quality[quality["topic"] == number].to_dict("records") if len(quality) else []
    return f"{found[0]['share']:.0%} of words · stability {found[0]['stability']:.2f}" if found else ""


def _units(result: Topics) -> str:
    n_documents = int(result.shares["document"].nunique()) if len(result.shares) else 0
    documents = amount(n_documents, "article")
    if result.unit != "paragraph":
        return documents
    return f"{amount(int(result.shares['row'].nunique()), 'paragraph')} of {documents}"


def _caption(result: Topics, n_lines: int, n_topics: int) -> str:
    n_documents = int(result.shares["document"].nunique())
    rows = "article" if n_documents <= 20 else "outlet"
    n_rows = n_documents if rows == "article" else int(result.shares["outlet"].nunique(dropna=False))
    return joined(
        f"Share of each topic, one hollow dot a {result.unit}, one row an {rows}, n = {_units(result)}."
        " Dots are set apart vertically only to be seen; no interval is drawn.",
        left_out(n_lines, n_rows, f"{rows}s", "largest"),
        left_out(n_topics, int(result.shares["topic"].nunique()), "topics"),
    )


def _alt(result: Topics) -> str:
    means: NDArray[np.float64] = result.shares.groupby("topic", sort=True)["share"].mean().to_numpy()
    listed = ", ".join(f"topic {i} {mean:.2f}" for i, mean in enumerate(means[:8], start=1))
    return f"Dots of the share of each topic in every {result.unit}. Mean shares: {listed}."
