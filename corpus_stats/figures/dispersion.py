"""Where in each article, or in the articles of each group, a term stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .rows import document_labels, left_out, rows_of, write_heading
from .style import ACCENT, INK, QUIET, SMALL, STRIP, TEXT, scale, tidy
from .text import drawable, fitted, text_width, write

if TYPE_CHECKING:
    from ..analysis.dispersion import Dispersion

__all__ = ["plot_dispersion"]

_MOST_TERMS, _MOST_LINES = 12, 40
_LABELS = 1.9
_SIZE = TEXT - 1


@dataclass(frozen=True)
class _Strip:
    """A line of the figure: the places of a term in a part of the corpus, or None and what is said of the term."""

    name: str
    places: tuple[float, ...] | None
    words: tuple[str, ...]


@drawing()
def plot_dispersion(result: Dispersion, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw a strip for each term and article, or group of articles, with a tick at every occurrence.

    The ticks of a group stand at their places in their own articles, laid over one another.
    """
    hits = result.hits
    if hits is None or not len(hits) or not len(result.table):
        return quiet_sentence(ax, "no term was found")
    part = _part_of(result, hits)
    terms = list(result.table["term"])[:_MOST_TERMS]
    strips, n_parts, n_shown = _strips(result, hits.assign(part_name=part), terms)
    canvas = None
    width = _width(strips)
    if ax is None:
        canvas, ax = new_canvas(rows=len(strips), row_height=0.215, margins=(width + 0.15, 0.95, 0.1, 0.5))
    _draw(strips, ax, width)
    if canvas is None:
        return ax
    caption = joined(_caption(result, part), left_out(n_shown, n_parts, "strips", "fullest"))
    caption = joined(caption, left_out(len(terms), len(result.table), "terms"))
    return canvas.described(caption, _alt(result))


def _part_of(result: Dispersion, hits: pd.DataFrame) -> pd.Series[str]:
    """The part that each hit belongs to; its document where the result does not say."""
    names = set(result.parts["part"]) if len(result.parts) else set()
    by_outlet = not hits["document"].isin(names).all() and hits["outlet"].isin(names).all()
    return hits["outlet" if by_outlet else "document"]


def _strips(result: Dispersion, hits: pd.DataFrame, terms: list[str]) -> tuple[list[_Strip], int, int]:
    """Lines of the figure, the number of parts that hold a term, and how many of these are drawn."""
    sizes = result.parts.drop_duplicates("part").set_index("part")["n_tokens"].to_dict() if len(result.parts) else {}
    parts = [str(name) for name in sizes] if set(hits["part_name"]) <= set(sizes) else sorted(set(hits["part_name"]))
    names = _names(hits, parts)
    room = max(1, _MOST_LINES // len(terms) - 1)
    strips, n_held, n_shown = [], 0, 0
    for term in terms:
        row = result.table[result.table["term"] == term].iloc[0]
        strips.append(_Strip(str(term), None, (_summary(row),)))
        found = hits[hits["term"] == term]
        counts = found["part_name"].value_counts(sort=False).to_dict()
        held = [part for part in parts if part in counts]
        # Where all parts fit, those without the term are shown too: an empty strip says something.
        fullest = sorted(parts if len(parts) <= room else held, key=lambda part: -counts.get(part, 0))[:room]
        chosen = [part for part in parts if part in set(fullest)]
        n_held += len(held)
        n_shown += sum(part in counts for part in chosen)
        for part in chosen:
            places = tuple(found.loc[found["part_name"] == part, "position"].astype(float))
            words = f"{sizes[part]:,}" if part in sizes else ""
            strips.append(_Strip(names[part], places, (f"{len(places):,}", words)))
    return strips, n_held, n_shown


def _summary(row: pd.Series) -> str:
    measure = f", DPnorm {row['dp_norm']:.2f}" if np.isfinite(row["dp_norm"]) else ""
    return f"{row['n']:,} in {row['range']:,} of {row['of']:,}{measure}"


def _names(hits: pd.DataFrame, parts: list[str]) -> dict[str, str]:
    """Name of each part: its outlet where no other part has it, else outlet and part."""
    first = hits.drop_duplicates("part_name")
    outlets = dict(zip(first["part_name"], first["outlet"], strict=True))
    labels = document_labels(parts, [outlets.get(part) for part in parts])
    counts = Counter(label.name for label in labels)
    lines = [
        label.name if counts[label.name] == 1 or label.note in ("", label.name) else f"{label.name} · {label.note}"
        for label in labels
    ]
    return dict(zip(parts, lines, strict=True))


def _width(strips: list[_Strip]) -> float:
    """Inches for the names at the left."""
    found = [
        text_width(drawable(strip.name), SMALL, bold=True)
        if strip.places is None
        else text_width(drawable(strip.name), _SIZE)
        for strip in strips
    ]
    return min(_LABELS, 0.14 + max(found))


def _draw(strips: list[_Strip], ax: Axes, width: float) -> None:
    tidy(ax)
    rows_of(ax, len(strips))
    ax.set_xlim(-0.8, 100.8)
    segments = []
    for row, strip in enumerate(strips):
        if strip.places is None:
            _write_term(ax, strip, row, width)
            continue
        ax.axhspan(row - 0.38, row + 0.38, color=STRIP, linewidth=0, zorder=0)
        segments += [[(100 * x, row - 0.38), (100 * x, row + 0.38)] for x in strip.places if np.isfinite(x)]
        _write_strip(ax, strip, row, width)
    ax.add_collection(LineCollection(segments, colors=ACCENT, linewidths=1.3, alpha=0.75))
    scale(ax, "position in the article, % of its words")
    ax.grid(False)
    ax.set_xticks([0, 25, 50, 75, 100])


def _write_term(ax: Axes, strip: _Strip, row: int, width: float) -> None:
    write_heading(ax, strip.name, row, left=width, width=width - 0.1)
    place = ("axes fraction", "data")
    write(ax, strip.words[0], (0, row), coordinates=place, offset=(0, -2), size=SMALL - 1, colour=QUIET)
    if row == 0:
        for x, word in ((28, "n"), (64, "words")):
            at = (1.0, float(row))
            write(ax, word, at, coordinates=place, offset=(x, -2), size=SMALL - 1, colour=QUIET, align="right")


def _write_strip(ax: Axes, strip: _Strip, row: int, width: float) -> None:
    place = ("axes fraction", "data")
    text = fitted(strip.name, width - 0.1, _SIZE)
    write(ax, text, (0, row), coordinates=place, offset=(-6, 0), size=_SIZE, align="right")
    for x, word, colour in ((28, strip.words[0], INK), (64, strip.words[1], QUIET)):
        at, size = (1.0, float(row)), SMALL - 0.6
        write(ax, word, at, coordinates=place, offset=(x, 0), size=size, colour=colour, align="right")


def _caption(result: Dispersion, part: pd.Series[str]) -> str:
    parts = result.parts.drop_duplicates("part")
    n_parts = int(result.table["of"].iloc[0])
    grouped, by = part.name == "outlet", result.settings.get("by", "document")
    parts_named = amount(n_parts, "article") if by == "document" else f"{amount(n_parts, 'part')} ({drawable(by)})"
    laid = " The ticks of all articles of a part lie over one another." if grouped else ""
    return (
        f"Where {amount(len(result.table), 'term')} {'stand' if len(result.table) != 1 else 'stands'},"
        f" n = {parts_named},"
        f" {int(parts['n_tokens'].sum()) if len(parts) else 0:,} tokens,"
        f" {amount(int(result.table['n'].sum()), 'occurrence')}. Each strip runs from the first word of an article to"
        f" its last.{laid} Beside a term: its occurrences, the parts that hold it, and Gries's DPnorm (0 even, 1 in one"
        " part only); no interval is drawn."
    )


def _alt(result: Dispersion) -> str:
    rows = result.table.head(8).to_dict("records")
    spread = "; ".join(f"{drawable(row['term'])} {_summary(pd.Series(row))}" for row in rows)
    return f"Strips with a tick at each occurrence of a term. {spread}."
