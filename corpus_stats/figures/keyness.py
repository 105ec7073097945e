"""What each group writes more of: ratios of rates with their intervals, and against how frequent a term is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .forest import Forest, Heading, Line, Ruler, draw_forests
from .rows import left_out
from .scatter import Cloud, draw_clouds
from .text import drawable, plain

if TYPE_CHECKING:
    from ..analysis.keyness import Keyness

__all__ = ["plot_keyness", "plot_keyness_scatter"]

_NOTHING = "no term is left to compare"
_MOST_FORESTS, _MOST_CLOUDS = 8, 6
# How many terms a group gets where there are so many groups.
_TERMS = {1: 25, 2: 16, 3: 12, 4: 12, 5: 10, 6: 10}
_FEWEST_TERMS = 8
_ROOMY = 3
_COUNTS = (("n", "n"), ("other", "n_reference"), ("articles", "n_documents"))
_KEY = "n counts occurrences in the group, other those elsewhere; articles, those of the group that use the term"
_UNITS = ("occurrences, in the group and elsewhere", "times as often as elsewhere")


@drawing()
def plot_keyness(result: Keyness, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the terms that each group uses most more often than the others: ratio of rates, interval, verdict in words.

    Terms are ranked by shrunk log-odds, as in the table. A filled dot belongs to a term that was tested, a hollow one
    describes these articles only.
    """
    table = result.table[np.isfinite(result.table["log_ratio"])]
    if not len(table):
        return quiet_sentence(ax, _NOTHING)
    groups = _groups(table, _MOST_FORESTS)
    kept = _TERMS.get(len(groups), _FEWEST_TERMS)
    shown = pd.concat([_foremost(table, group, kept) for group in groups])
    if not len(shown):
        return quiet_sentence(ax, "no term is more frequent in one group than elsewhere")
    judged = shown["verdict"].nunique() > 1
    # Two columns have no room for verdicts beside all three counts.
    counts = _COUNTS[:1] if judged and len(groups) > _ROOMY else _COUNTS
    headings = [*(Heading(name) for name, _ in counts), *([Heading("verdict", numbers=False)] if judged else [])]
    columns = [*(column for _, column in counts), *(["verdict"] if judged else [])]
    forests = [_forest(shown[shown["group"] == group], group, columns) for group in groups]
    ruler = Ruler("times as often as elsewhere (log scale)", ratios=True, marks=(0.0,))
    canvas, drawn = draw_forests([f for f in forests if f.lines], headings, ruler, ax=ax)
    if canvas is None:
        return drawn
    caption = joined(
        f"Terms that are more frequent in a group, the largest shrunk log-odds first, {_size(result)}.",
        f"Placed by the ratio of rates; {_KEY if len(counts) > 1 else 'n counts occurrences in the group'}.",
        "" if judged else f"Every term drawn: {shown['verdict'].iloc[0]}.",
        _marks(shown),
        method_note(result.settings, tested=bool(table["p_value"].notna().any())),
        left_out(len(groups), table["group"].nunique(), "groups", "largest"),
        left_out(len(shown), int((table["log_odds"] > 0).sum()), "terms", "foremost"),
    )
    return canvas.described(caption, _alt(shown))


@drawing()
def plot_keyness_scatter(result: Keyness, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw every term by how frequent it is and by the ratio of its rates, the foremost of either side named.

    Where terms were tested, those found different are named; else those at both ends of the ranking.
    """
    table = result.table[np.isfinite(result.table["log_ratio"]) & (result.table["n"] + result.table["n_reference"] > 0)]
    if not len(table):
        return quiet_sentence(ax, _NOTHING)
    groups = _groups(table, _MOST_CLOUDS)
    if _mirrored(table):
        groups = groups[:1]
    clouds = [_cloud(table[table["group"] == group], group) for group in groups]
    canvas, drawn, n_named = draw_clouds(clouds, _UNITS, ax=ax)
    if canvas is None:
        return drawn
    shown = table[table["group"].isin(groups)]
    different = bool((shown["verdict"] == "different").any())
    caption = joined(
        f"Every term by its occurrences and by the ratio of its rates, both on log scales, {_size(result)}.",
        "Terms above the line are more frequent in the group, below it elsewhere.",
        f"{n_named:,} terms are named, as far as they have room:",
        "those found different, the largest log-odds of either sign first."
        if different
        else "those at both ends of the ranking by shrunk log-odds.",
        _marks(shown.assign(low=np.nan, high=np.nan), lines=False),
        method_note(result.settings, tested=bool(table["p_value"].notna().any())),
        left_out(len(groups), table["group"].nunique(), "groups", "largest") if not _mirrored(table) else "",
        "The second group is the mirror image of the first." if _mirrored(table) else "",
    )
    return canvas.described(caption, _alt(pd.concat([_foremost(table, group, 3) for group in groups])))


def method_note(settings: Mapping[str, object], *, tested: bool) -> str:
    """Sentences on how terms were compared: family, test, correction, labelings and seed; or why nothing was tested."""
    family = f"One family of m = {settings['m']:,} terms" if settings.get("m") else ""
    prior = settings.get("prior")
    size = f"; prior of {prior:,.0f} tokens" if isinstance(prior, int | float) else ""
    first = f"{family}{size}." if family else ""
    if not tested or not settings.get("test"):
        reach = settings.get("smallest_p")
        least = min(reach.values()) if isinstance(reach, Mapping) and reach else None
        why = "" if least is None else f": the smallest p that this design can reach is {least:.2g}"
        return joined(first, f"Nothing was tested{why}.")
    block = f" within {plain(settings['within'])}" if settings.get("within") else ""
    labelings = int(str(settings.get("resamples", 0))) + int(str(settings.get("further_resamples", 0)))
    return joined(
        first,
        f"p: {settings['test']}{block}, up to B = {labelings:,} labelings, seed {settings.get('seed')};"
        f" q: {settings.get('correction')}.",
    )


def _groups(table: pd.DataFrame, most: int) -> list[str]:
    sizes = table.drop_duplicates("group").sort_values(["of_documents", "group"], ascending=[False, True])
    return sorted(sizes["group"].head(most))


def _foremost(table: pd.DataFrame, group: str, kept: int) -> pd.DataFrame:
    return table[(table["group"] == group) & (table["log_odds"] > 0)].head(kept)


def _forest(rows: pd.DataFrame, group: str, columns: list[str]) -> Forest:
    lines = []
    for row in rows.to_dict("records"):
        words = tuple(row[name] if name == "verdict" else f"{row[name]:,}" for name in columns)
        ends = (float(row["low"]), float(row["high"]))
        tested = bool(row["p_value"] == row["p_value"])
        lines.append(Line(str(row["term"]), float(row["log_ratio"]), *ends, tested, words))
    return Forest(str(group), _sides(rows), tuple(lines))


def _sides(rows: pd.DataFrame) -> str:
    if not len(rows):
        return ""
    ours, theirs = rows["of_documents"].iloc[0], rows["of_documents_reference"].iloc[0]
    against = f" against {int(theirs):,}" if theirs == theirs else " against a frequency list"
    return f"{amount(int(ours), 'article')}{against}"


def _cloud(rows: pd.DataFrame, group: str) -> Cloud:
    named = rows[rows["verdict"] == "different"] if (rows["verdict"] == "different").any() else rows
    up, down = named[named["log_odds"] > 0].index, named[named["log_odds"] < 0].index[::-1]
    # Both ends take turns, so that neither fills the panel before the other is named.
    turns = pd.concat([pd.Series(range(len(up)), up), pd.Series(range(len(down)), down)])
    order = turns.sort_values(kind="stable").index
    places = {label: place for place, label in enumerate(rows.index)}
    return Cloud(
        str(group),
        _sides(rows),
        (rows["n"] + rows["n_reference"]).to_numpy(dtype=np.float64),
        rows["log_ratio"].to_numpy(dtype=np.float64),
        rows["p_value"].notna().to_numpy(dtype=bool),
        tuple(map(str, rows["term"])),
        tuple(places[label] for label in order),
    )


def _mirrored(table: pd.DataFrame) -> bool:
    """Whether there are two groups, each the other's reference."""
    sizes = table.drop_duplicates("group")[["of_documents", "of_documents_reference"]].to_numpy(dtype=np.float64)
    return len(sizes) == 2 and bool((sizes[0] == sizes[1][::-1]).all())


def _size(result: Keyness) -> str:
    settings = result.settings
    n_documents, n_tokens = settings.get("n_documents"), settings.get("n_tokens")
    if not isinstance(n_documents, int) or not isinstance(n_tokens, int):
        first = result.table.drop_duplicates("group")
        return f"n = {amount(int(first['of_documents'].sum()), 'article')} of the groups"
    return f"n = {amount(n_documents, 'article')}, {n_tokens:,} tokens"


def _marks(shown: pd.DataFrame, *, lines: bool = True) -> str:
    tested = shown["p_value"].notna()
    kinds = (
        "Every dot is hollow: it describes these articles."
        if not tested.any()
        else "Every dot is filled: its term was tested."
        if tested.all()
        else "Filled dots belong to tested terms, hollow ones describe these articles."
    )
    if not lines:
        return kinds
    bounded = shown["low"].notna() & shown["high"].notna()
    if not bounded.any():
        return f"{kinds} No interval is drawn: these articles carry none."
    none = "; a term without one never occurs on one side, or in too few articles" if not bounded.all() else ""
    return f"{kinds} Lines are 95 % intervals over articles (log scale, t), dotted where nothing was tested{none}."


def _alt(shown: pd.DataFrame) -> str:
    first = [
        f"{drawable(group)}: {', '.join(drawable(term) for term in rows['term'].head(3))}"
        for group, rows in shown.groupby("group", sort=True)
    ]
    return f"Dots of the ratio of rates of the foremost terms. {'; '.join(first[:8])}."
