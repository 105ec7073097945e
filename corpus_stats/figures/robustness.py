"""What a finding rests on: its effect under every choice that was tried."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .forest import Forest, Heading, Line, Names, Ruler, draw_forests
from .rows import left_out
from .text import drawable

if TYPE_CHECKING:
    from ..studies.robustness import Robustness

__all__ = ["plot_robustness"]

_MOST = 36
_FEWEST_ARTICLES = 8
_NAMES = Names(longest=2.75, size=8.2)


@drawing()
def plot_robustness(result: Robustness, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the ratio of rates under every specification as a dot, and say in words what changes the finding."""
    table = result.table
    if not len(table):
        return quiet_sentence(ax, "no specification was tried")
    shown = _chosen(table)
    single = shown["left_out"].isna()
    alone = table["left_out"].isna()
    told = bool((shown["change"] != "").any())
    forests = [
        _forest(
            f"“{result.finding}” in {result.group}, and under other choices", _note(table[alone]), shown[single], told
        )
    ]
    if not single.all():
        forests.append(_forest("One article left out at a time", _note(table[~alone]), shown[~single], told))
    effect = float(table["log_ratio"].iloc[0])
    marks = (0.0, effect) if np.isfinite(effect) else (0.0,)
    headings = [Heading("n"), Heading("other"), *([Heading("change", numbers=False)] if told else [])]
    ruler = Ruler("times as often as elsewhere (log scale)", ratios=True, marks=marks)
    canvas, drawn = draw_forests(forests, headings, ruler, ax=ax, names=_NAMES)
    if canvas is None:
        return drawn
    return canvas.described(_caption(result, len(shown)), _alt(result))


def _chosen(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that fit: all choices, then the left-out articles that change most, in the order of the table."""
    effect = table["log_ratio"].iloc[0]
    away = (table["log_ratio"] - effect).abs().fillna(np.inf)
    single = table["left_out"].isna()
    room = max(_MOST - int(single.sum()), _FEWEST_ARTICLES)
    order = table.assign(away=away, same=table["change"] == "")[~single]
    order = order.sort_values(["same", "away"], ascending=[True, False], kind="stable").head(room)
    choices = table[single].head(_MOST - min(len(order), room))
    return table.loc[sorted([*choices.index, *order.index])]


def _note(rows: pd.DataFrame) -> str:
    changed = int((rows["change"] != "").sum())
    if not changed:
        return "nothing changes the finding"
    return f"{changed:,} of {len(rows):,} change{'s' if changed == 1 else ''} the finding"


def _forest(title: str, note: str, rows: pd.DataFrame, told: bool) -> Forest:
    lines = []
    for row in rows.to_dict("records"):
        words: tuple[str, ...] = (f"{row['n']:,}", f"{row['n_reference']:,}")
        words += (_fate(row["change"]),) if told else ()
        tested = bool(row["q_value"] == row["q_value"])
        lines.append(Line(_name(row), float(row["log_ratio"]), filled=tested, words=words))
    return Forest(title, note, tuple(lines))


def _name(row: Mapping[Hashable, object]) -> str:
    # The title over these rows says that they are left out.
    left = row["left_out"]
    return str(row["specification"]) if left is None or left != left else str(left)


def _fate(change: str) -> str:
    return change if change in ("", "disappears", "turns round") else f"becomes {change}"


def _caption(result: Robustness, n_shown: int) -> str:
    table, settings = result.table, result.settings
    held = int((table["change"] == "").sum())
    tested = bool(table["q_value"].notna().any())
    dots = (
        f"Filled dots belong to a tested comparison (permutation of articles, B = {settings.get('resamples'):,},"
        f" seed {settings.get('seed')}), hollow ones describe these articles."
        if tested
        else "Every dot is hollow: it describes these articles, and no comparison was tested."
    )
    return joined(
        f"“{drawable(result.finding)}” in {drawable(result.group)}, n = {amount(len(table), 'specification')}."
        f" The finding holds in {held:,} of them: a description of these choices, no strength of evidence, for they"
        " share their data.",
        f"As it stands its verdict is {table['verdict'].iloc[0]}. Placed by the ratio of rates; n counts"
        " occurrences in the group, other those elsewhere. The line marks no difference, the dashed one the finding"
        " itself; no interval is drawn.",
        dots,
        left_out(n_shown, len(table), "specifications", "most different"),
    )


def _alt(result: Robustness) -> str:
    changed = result.table[result.table["change"] != ""]
    cases = [
        f"{_fate(change)} when {drawable(words)}"
        for change, words in zip(changed["change"].head(5), changed["specification"].head(5), strict=True)
    ]
    what = "; ".join(cases) if cases else "nothing changes it"
    return f"Dots of the effect under {amount(len(result.table), 'specification')} of one finding: {what}."
