"""Rows of a figure: how many are drawn, and what stands at their left and right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .style import HAIR, INK, QUIET, SMALL, TEXT
from .text import fitted, plain, write

__all__ = [
    "LABEL_WIDTH",
    "MOST_ROWS",
    "TALL_ROWS",
    "RowLabel",
    "document_labels",
    "left_out",
    "row_height",
    "rows_of",
    "write_heading",
    "write_labels",
]

LABEL_WIDTH = 1.6
MOST_ROWS = 40
TALL_ROWS = 12
_GAP = 7.0


@dataclass(frozen=True)
class RowLabel:
    """Words at the left of a row: a name, and a quieter note below it where there is room."""

    name: str
    note: str = ""


def document_labels(
    documents: Sequence[str], outlets: Sequence[object], notes: Sequence[str] | None = None
) -> list[RowLabel]:
    """One label a document: its outlet, where it has one, then its own name and a note."""
    labels = []
    extras = notes if notes is not None else [""] * len(documents)
    for document, outlet, extra in zip(documents, outlets, extras, strict=True):
        name = _outlet(outlet)
        note = " · ".join(part for part in (document if name else "", extra) if part)
        labels.append(RowLabel(name or document, note))
    return labels


def row_height(n_rows: int) -> float:
    """Height of a row in inches: two lines of text where there are few rows."""
    return 0.44 if n_rows <= TALL_ROWS else 0.23


def rows_of(ax: Axes, n_rows: float) -> None:
    """Let the vertical axis run from row 0 at the top to the last."""
    ax.set_ylim(max(n_rows, 1) - 0.5, -0.5)


def write_labels(ax: Axes, labels: Sequence[RowLabel], width: float = LABEL_WIDTH) -> None:
    """Write the labels at the left of rows 0, 1, 2 ...; on one line each where there are many."""
    tall = len(labels) <= TALL_ROWS
    for row, label in enumerate(labels):
        at = (0.0, float(row))
        place: tuple[str, str] = ("axes fraction", "data")
        if tall and label.note:
            name, note = fitted(label.name, width, TEXT), fitted(label.note, width, SMALL - 1)
            write(ax, name, at, coordinates=place, offset=(-_GAP, 6), align="right")
            write(ax, note, at, coordinates=place, offset=(-_GAP, -6), size=SMALL - 1, colour=QUIET, align="right")
        else:
            line = label.name if tall or not label.note else f"{label.name} · {label.note}"
            size = TEXT if tall else SMALL
            write(ax, fitted(line, width, size), at, coordinates=place, offset=(-_GAP, 0), size=size, align="right")


def write_heading(ax: Axes, text: str, row: float, *, left: float = 0.0, width: float = 3.0) -> None:
    """Write a heading over the rows that follow, `left` inches left of the axes, with a hair line under it."""
    heading = fitted(text, width, SMALL, bold=True)
    place: tuple[str, str] = ("axes fraction", "data")
    write(ax, heading, (0.0, row), coordinates=place, offset=(-72 * left, -2), size=SMALL, colour=INK, bold=True)
    ax.axhline(row + 0.5, color=HAIR, linewidth=0.7, zorder=0)


def left_out(shown: int, total: int, noun: str, rule: str = "first") -> str:
    """Sentence on the rows that are not drawn; empty where all are."""
    if shown >= total:
        return ""
    return f"Drawn are the {rule} {shown:,} of {total:,} {noun}; the table has them all."


def _outlet(value: object) -> str:
    # pandas writes a missing text as NaN, which is no equal of itself.
    return "" if value is None or value != value else plain(value)
