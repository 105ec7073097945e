"""Who calls whom what: actors down, outlets across, in each cell the labels, one band for each kind of voice."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from ..errors import ArgumentError
from .canvas import Canvas, amount, drawing, joined, new_canvas, quiet_sentence
from .cells import INNER, Band, Block, Entry, Tier, broken, cell_width, shortened, tier_height, write_tier
from .style import INK, QUIET, SMALL, category_colours, tidy
from .text import drawable, fitted, in_inches, known, plain, text_width, write
from .voices import UNREAD, VOICES, Voice

if TYPE_CHECKING:
    from ..analysis.labels import Labels

__all__ = ["label_pages", "plot_labels"]

_NOTHING = "no actor is referred to"
_TALLEST, _TIER, _KEY = 8.4, 0.2, 0.17
_ACROSS, _MOST_OUTLETS, _MOST_ACTORS, _MOST_LABELS, _FEWEST_LABELS, _FEW_PAGES = 5, (15, 10), 8, 12, (4, 3), 4
_KEY_SIZE = SMALL - 0.9
_CAPTION, _NEW = "\N{MODIFIER LETTER SMALL C}", "\N{SUPERSCRIPT LATIN SMALL LETTER N}"

_NONE = Entry(("–",))

_Row = Mapping[str, object]


@dataclass(frozen=True)
class _Source:
    """The result, looked up by actor and outlet, and what is drawn first where not everything can be."""

    labels: Mapping[tuple[str, str], Sequence[_Row]]
    references: Mapping[tuple[str, str], int]
    captions: Mapping[tuple[str, str, str, str], int]
    colours: Mapping[str, str]
    sides: Mapping[str, str]
    outlets: Sequence[str]
    actors: Sequence[str]
    marks_new: bool
    largest: int


@dataclass(frozen=True)
class _Layout:
    """Actors by page, outlets in rows, and the block of each row of outlets and actor."""

    pages: Sequence[Sequence[str]]
    names: Sequence[tuple[str, ...]]
    blocks: Mapping[tuple[tuple[str, ...], str], Block]

    def tiers(self, actors: Sequence[str], most: int) -> list[Tier]:
        """What is drawn of some actors, with at most so many labels in a cell."""
        return [
            Tier(_shown(tier), tuple(shortened(self.blocks[tier, actor], most) for actor in actors))
            for tier in self.names
        ]

    def fullest(self, actors: Sequence[str], room: float) -> list[Tier]:
        """What is drawn of some actors, with as many labels as go into `room` inches."""
        cuts = (self.tiers(actors, most) for most in range(_MOST_LABELS, 0, -1))
        return next((tiers for tiers in cuts if _height(tiers) <= room), self.tiers(actors, 1))


@drawing()
def plot_labels(result: Labels, *, page: int | None = None, ax: Axes | None = None) -> Canvas | Axes:
    """Draw what each outlet calls each actor: a cell for the two, with its labels in bands, one for each kind of voice.

    Beside a label stands how often it is used in that voice; over the cell, how many references to the actor it is out
    of. The colour is the category of the lexicon.

    Parameters
    ----------
    page : int, optional
        Draw the actors of this page only, from 1 to `corpus_stats.figures.label_pages(result)`, for print; by default
        one figure has all.
    """
    if not _is_anyone_named(result):
        return quiet_sentence(ax, _NOTHING)
    source = _source(result)
    key = _key(source)
    room = _room(source)
    layout = _layout(source, room)
    n_pages = len(layout.pages)
    if page is not None and not 1 <= page <= n_pages:
        raise ArgumentError(f"page {page} is not there; there {'is 1' if n_pages == 1 else f'are {n_pages}'}")
    actors = layout.pages[page - 1] if page else [actor for own in layout.pages for actor in own]
    tiers = layout.fullest(actors, room if page else room * n_pages)
    height = _KEY * len(key) + _height(tiers)
    canvas = None
    if ax is None:
        canvas, ax = new_canvas(rows=1, row_height=height, margins=(0.1, 0.1, 0.06, 0.04))
    tidy(ax)
    with in_inches(ax, INNER, height):
        y = _write_key(ax, key)
        for tier in tiers:
            y = write_tier(ax, tier, y) + _TIER
    return ax if canvas is None else canvas.described(_caption(result, layout, page), _alt(result, tiers))


@drawing()
def label_pages(result: Labels) -> int:
    """Number of pages that `plot_labels` has for print: actors that do not fit on one go on to the next."""
    if not _is_anyone_named(result):
        return 1
    source = _source(result)
    return len(_layout(source, _room(source)).pages)


def _is_anyone_named(result: Labels) -> bool:
    return bool(len(result.references) and result.references["n_references"].sum())


def _room(source: _Source) -> float:
    return _TALLEST - _KEY * len(_key(source))


def _source(result: Labels) -> _Source:
    table, references = result.table[result.table["n"] > 0], result.references
    labels: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in table.sort_values(["label"], kind="stable").to_dict("records"):
        labels[str(row["actor"]), known(row["outlet"])].append({str(key): value for key, value in row.items()})
    columns = (references[name] for name in ("actor", "outlet", "n_references"))
    named = {(str(actor), known(outlet)): int(n) for actor, outlet, n in zip(*columns, strict=True)}
    order = list(dict.fromkeys(actor for actor, _ in named))
    said, size, sizes = Counter[str](), Counter[str](), Counter[str]()
    for actor, n in zip(table["actor"], table["n"], strict=True):
        said[str(actor)] += int(n)
    for (actor, outlet), n in named.items():
        size[actor] += n
        sizes[outlet] += n
    values = references["side"] if "side" in references else [""] * len(references)
    sides = {str(actor): known(side) for actor, side in zip(references["actor"], values, strict=True)}
    return _Source(
        labels,
        named,
        _captions(result),
        _colours(result, table),
        sides,
        sorted(sizes, key=lambda name: (-sizes[name], name)),
        sorted(order, key=lambda name: (-said[name], -size[name], order.index(name))),
        bool(table["in_lexicon"].any()),
        int(table["n"].max()) if len(table) else 0,
    )


def _captions(result: Labels) -> Counter[tuple[str, str, str, str]]:
    """Labels in captions, by actor, outlet, label and voice."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    if result.hits is not None:
        inside = result.hits[result.hits["part"] == "caption"]
        columns = (inside[name] for name in ("actor", "outlet", "label", "voice"))
        found.update((str(a), known(o), str(label), known(v)) for a, o, label, v in zip(*columns, strict=True))
    return found


def _colours(result: Labels, table: pd.DataFrame) -> dict[str, str]:
    """Colours of the categories, by their places in the lexicon."""
    counts: Counter[str] = Counter()
    for category, n in zip(table["category"], table["n"], strict=True):
        if name := known(category):
            counts[name] += int(n)
    categories = result.settings.get("categories")
    return category_colours(counts, categories if isinstance(categories, list) else ())


def _layout(source: _Source, room: float) -> _Layout:
    """What goes on few pages of `room` inches: rather fewer labels, then fewer outlets, than fewer actors."""
    actors = _in_sides(source, _MOST_ACTORS)
    layouts = [_everything(source, actors, n) for n in _MOST_OUTLETS[: 1 + (len(source.outlets) > _MOST_OUTLETS[1])]]
    for layout in layouts:
        for fewest in _FEWEST_LABELS:
            pages = _pages(layout, actors, fewest, room)
            if len(pages) <= _FEW_PAGES:
                return replace(layout, pages=pages)
    return replace(layout, pages=pages)


def _everything(source: _Source, actors: Sequence[str], n_outlets: int) -> _Layout:
    names = _rows_of_outlets(source, n_outlets)
    return _Layout([actors], names, {(tier, actor): _block(source, tier, actor) for tier in names for actor in actors})


def _pages(layout: _Layout, actors: Sequence[str], fewest: int, room: float) -> list[Sequence[str]]:
    """The actors in their order on as few pages as will do, and these as even as may be."""
    heights = {(i, j): _height(layout.tiers(actors[i:j], fewest)) for i, j in combinations(range(len(actors) + 1), 2)}
    for n in range(1, len(actors) + 1):
        splits = [tuple(pairwise((0, *ends, len(actors)))) for ends in combinations(range(1, len(actors)), n - 1)]
        best = min(splits, key=lambda split: max(heights[page] for page in split))
        if max(heights[page] for page in best) <= room:
            return [actors[i:j] for i, j in best]
    return [[actor] for actor in actors]


def _rows_of_outlets(source: _Source, n: int) -> list[tuple[str, ...]]:
    """The `n` outlets with most references in the order of their names, as evenly as may be in rows.

    Where some never mention an actor, those with most labels come first: a narrow screen shows the first only.
    """
    chosen = sorted(source.outlets[:n])
    if any(not source.references.get((actor, outlet)) for actor in source.actors for outlet in chosen):
        said = Counter[str]()
        for (_, outlet), rows in source.labels.items():
            said[outlet] += sum(_count(row["n"]) for row in rows)
        chosen.sort(key=lambda outlet: -said[outlet])
    across = -(-len(chosen) // -(-len(chosen) // _ACROSS))
    return [tuple(chosen[i : i + across]) for i in range(0, len(chosen), across)]


def _in_sides(source: _Source, n: int) -> list[str]:
    """The `n` actors with most labels, those of a side together, those without one last."""
    chosen = source.actors[:n]
    groups = dict.fromkeys(sorted((source.sides[name] for name in chosen), key=lambda side: not side))
    return [name for side in groups for name in chosen if source.sides[name] == side]


def _shown(outlets: Sequence[str]) -> tuple[str, ...]:
    return tuple(name or "no outlet" for name in outlets)


def _block(source: _Source, tier: tuple[str, ...], actor: str) -> Block:
    found: dict[str, list[tuple[Entry, ...]]] = defaultdict(list)
    notes, remarks = [], []
    for outlet in tier:
        for band in dict.fromkeys(voice.band for voice in (*VOICES, UNREAD)):
            found[band].append(
                tuple(_entries(source, (actor, outlet), band, cell_width(len(tier), largest=source.largest)))
            )
        n, labelled = source.references.get((actor, outlet), 0), bool(source.labels.get((actor, outlet)))
        notes.append(amount(n, "reference") if labelled else "")
        said = f"no label in {amount(n, 'reference')}" if n else "not mentioned"
        remarks.append(() if labelled else (Entry(broken(said, cell_width(len(tier)), remark=True)),))
    bands = [Band(name, tuple(cells)) for name, cells in found.items() if any(cells)]
    first = bands[0] if bands else Band("", ((),) * len(tier))
    opened = Band(first.name, tuple((*remark, *cell) for remark, cell in zip(remarks, first.cells, strict=True)))
    drawn = [replace(band, cells=tuple(cell or (_NONE,) for cell in band.cells)) for band in (opened, *bands[1:])]
    return Block(actor, source.sides[actor], tuple(notes), tuple(drawn))


def _entries(source: _Source, place: tuple[str, str], band: str, width: float) -> Iterator[Entry]:
    """Labels of a cell, the most frequent first, each once for every voice of the band."""
    found = []
    for row in source.labels.get(place, ()):
        counts = {voice: _count(row.get(voice.column)) for voice in VOICES}
        counts[UNREAD] = _count(row["n"]) - sum(counts.values())
        found += [(row, voice, n) for voice, n in counts.items() if n > 0 and voice.band == band]
    for row, voice, n in sorted(found, key=lambda one: (-one[2], str(one[0]["label"]))):
        marks = _marks(source, place, row, voice)
        lines = broken(f"{plain(row['label'])}{marks}", width)
        yield Entry(lines, n, source.colours.get(known(row["category"]), INK), voice.symbol)


def _marks(source: _Source, place: tuple[str, str], row: _Row, voice: Voice) -> str:
    in_caption = (*place, str(row["label"]), voice.name) in source.captions
    new = source.marks_new and not row["in_lexicon"]
    return f"{_CAPTION if in_caption else ''}{_NEW if new else ''}"


def _count(value: object) -> int:
    return int(value) if isinstance(value, int | float) and value == value else 0


def _height(tiers: Sequence[Tier]) -> float:
    return math.fsum(tier_height(tier) + _TIER for tier in tiers) - _TIER


def _key(source: _Source) -> list[list[tuple[str, str]]]:
    """Lines of the key: the symbols of the voices and the marks, then the categories in their colours."""
    used = {voice for rows in source.labels.values() for row in rows for voice in VOICES if _count(row[voice.column])}
    marks = [f"{voice.symbol} {voice.short}" for voice in VOICES if voice in used]
    marks += [f"{_CAPTION} in a photo caption"] if source.captions else []
    marks += [f"{_NEW} not in the lexicon"] if source.marks_new else []
    return [*_in_lines([(text, QUIET) for text in marks]), *_in_lines(list(source.colours.items()))]


def _in_lines(entries: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = []
    used = INNER
    for text, colour in entries:
        width = _key_width(text, colour)
        if used + width > INNER:
            lines.append([])
            used = 0.0
        lines[-1].append((text, colour))
        used += width + 0.16
    return lines


def _key_width(text: str, colour: str) -> float:
    return text_width(_key_text(text, colour), _KEY_SIZE, bold=colour != QUIET)


def _key_text(text: str, colour: str) -> str:
    return fitted(text, 2.9, _KEY_SIZE, bold=colour != QUIET)


def _write_key(ax: Axes, key: Sequence[Sequence[tuple[str, str]]]) -> float:
    for i, line in enumerate(key):
        x = 0.0
        for text, colour in line:
            at = (x, i * _KEY + 0.1)
            shown = _key_text(text, colour)
            write(ax, shown, at, size=_KEY_SIZE, colour=colour, valign="baseline", bold=colour != QUIET)
            x += _key_width(text, colour) + 0.16
    return _KEY * len(key)


def _caption(result: Labels, layout: _Layout, page: int | None) -> str:
    n_pages = len(layout.pages) if page else 1
    if page and page > 1:
        actors = ", ".join(map(drawable, layout.pages[page - 1]))
        return f"What each outlet calls {actors}: page {page} of {n_pages}, to be read as page 1 is."
    n_actors, n_outlets = sum(map(len, layout.pages)), sum(map(len, layout.names))
    references, n_labels = result.references, int(result.table["n"].sum())
    named = (int(references[f"n_{kind}"].sum()) for kind in ("references", "name", "description", "pronoun"))
    total, *kinds = (f"{n:,}" for n in named)
    n_documents = result.settings.get("n_documents")
    articles = f"{amount(n_documents, 'article')}, " if isinstance(n_documents, int) else ""
    outlets = references["outlet"].nunique(dropna=False)
    return joined(
        f"What each outlet calls each actor, n = {articles}{total} references ({kinds[0]} by name, {kinds[1]} by"
        f" description, {kinds[2]} by pronoun), {amount(n_labels, 'label')}. Beside a label stands how often it is used"
        " in that voice, out of the references over it; a dash: no label in that voice. A reference may carry several"
        " labels or none. Words in quotes and reported ones are not the outlet's alone. These are counts of a reading"
        " by rules, which err; not validated on this corpus; no interval is drawn.",
        f"Page 1 of {n_pages}." if n_pages > 1 else "",
        _left_out((n_actors, references["actor"].nunique()), (n_outlets, outlets)),
    )


def _left_out(actors: tuple[int, int], outlets: tuple[int, int]) -> str:
    """Sentence on the actors and outlets that are not drawn, each given as how many are and how many there are."""
    kinds = (("most labelled", "actors", actors), ("largest", "outlets", outlets))
    said = [f"the {rule} {n:,} of {total:,} {noun}" for rule, noun, (n, total) in kinds if n < total]
    return f"Drawn are {' and '.join(said)}; the table has them all." if said else ""


def _alt(result: Labels, tiers: Sequence[Tier]) -> str:
    said = []
    for block in tiers[0].blocks[:3]:
        own = result.table[result.table["actor"] == block.title]
        totals = own.groupby("label", sort=True)["n"].sum().sort_values(ascending=False, kind="stable").head(4)
        listed = ", ".join(f"{drawable(label)} {n:,}" for label, n in totals.items()) or "no label"
        said.append(f"{drawable(block.title)}: {listed}")
    return f"Table of labels by actor and outlet. Most frequent over all: {'; '.join(said)}."
