"""`Canvas`: a drawn figure with its caption and its words for who cannot see it; the same bytes every time."""

from __future__ import annotations

import base64
import contextlib
import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..errors import ArgumentError
from .style import QUIET, house_style, tidy
from .text import glyph_note, glyph_report, write

__all__ = ["WIDTHS", "Canvas", "amount", "drawing", "joined", "new_canvas", "quiet_sentence"]

WIDTHS = {"column": 6.3, "wide": 9.4}


@dataclass(frozen=True, eq=False)
class Canvas:
    """A figure on its own page.

    Attributes
    ----------
    figure : matplotlib Figure
        Drawn without pyplot: nothing has to be closed.
    caption : str
        Number of documents and tokens, unit, kind of interval, and what was left out.
    alt : str
        What the figure shows, for a screen reader.
    """

    figure: Figure
    caption: str = ""
    alt: str = ""

    def described(self, caption: str, alt: str) -> Canvas:
        """Copy with caption and alternative text."""
        return replace(self, caption=joined(caption, glyph_note()), alt=alt)

    def svg(self) -> bytes:
        """SVG with its letters as paths."""
        return self._written("svg", {"Date": None, "Creator": "corpus_stats", "Type": None, "Format": None})

    def pdf(self) -> bytes:
        """PDF with embedded fonts."""
        nothing = dict.fromkeys(("CreationDate", "ModDate", "Producer"))
        return _named_in_order(self._written("pdf", {**nothing, "Creator": "corpus_stats"}))

    def png(self) -> bytes:
        """PNG of 200 dots an inch."""
        return self._written("png", {"Software": None})

    def _written(self, kind: str, metadata: dict[str, str | None]) -> bytes:
        buffer = io.BytesIO()
        with house_style():
            self.figure.savefig(buffer, format=kind, metadata=metadata)
        return buffer.getvalue()

    def _repr_html_(self) -> str:
        # As an image: SVGs of two figures in one page would share ids and styles.
        data = base64.b64encode(self.svg()).decode("ascii")
        image = f'<img src="data:image/svg+xml;base64,{data}" alt="{html.escape(self.alt)}">'
        return f"<figure>{image}<figcaption>{html.escape(self.caption)}</figcaption></figure>"


def new_canvas(
    *,
    rows: float,
    width: str = "column",
    row_height: float = 0.27,
    margins: tuple[float, float, float, float] = (1.7, 0.25, 0.3, 0.5),
) -> tuple[Canvas, Axes]:
    """Empty canvas as high as its rows need, and its axes.

    Parameters
    ----------
    rows : float
        Number of rows; each is `row_height` inches high.
    width : {"column", "wide"}
        6.3 or 9.4 inches.
    margins : tuple of float
        Inches left free on the left, on the right, at the top and at the bottom.
    """
    if width not in WIDTHS:
        raise ArgumentError(f"width {width!r} is unknown; it must be {' or '.join(map(repr, WIDTHS))}")
    left, right, top, bottom = margins
    inner = max(rows, 1) * row_height
    page = (WIDTHS[width], inner + top + bottom)
    with house_style():
        figure = Figure(figsize=page)
        place = (left / page[0], bottom / page[1], (page[0] - left - right) / page[0], inner / page[1])
        ax = figure.add_axes(place)
        tidy(ax)
    return Canvas(figure), ax


def quiet_sentence(ax: Axes | None, sentence: str) -> Canvas | Axes:
    """Figure that says that there is nothing to draw."""
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=2, margins=(0.1, 0.1, 0.1, 0.1))
    tidy(ax)
    write(ax, sentence, (0.5, 0.5), coordinates="axes fraction", colour=QUIET, align="center")
    return ax if canvas is None else canvas.described(f"{sentence[:1].upper()}{sentence[1:]}.", sentence)


@contextlib.contextmanager
def drawing() -> Iterator[None]:
    """What every figure function runs in: our style, and a report of the characters that cannot be drawn."""
    with glyph_report(), house_style():
        yield


def amount(n: int, noun: str) -> str:
    """Number with its noun: ``1 article``, ``2,230 tokens``."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def joined(*sentences: str) -> str:
    """Sentences of a caption, the empty ones left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def _named_in_order(pdf: bytes) -> bytes:
    """Give the embedded subsets of fonts names in their order: matplotlib's follow PYTHONHASHSEED. No offset moves."""
    subset = re.compile(rb"/([A-Z]{6})\+(?=DejaVu)")
    names = list(dict.fromkeys(subset.findall(pdf)))
    letters = {name: b"SUBSE" + bytes([ord("A") + position % 26]) for position, name in enumerate(names)}
    return subset.sub(lambda match: b"/" + letters[match[1]] + b"+", pdf)
