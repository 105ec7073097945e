"""At which rate each group uses loaded terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .canvas import Canvas, amount, drawing, joined, quiet_sentence
from .panels import MOST_PANELS, Row, row_panels, write_title
from .rows import left_out
from .style import ACCENT, HAIR, QUIET, SMALL, dots, scale
from .text import drawable, plain, write
from .voices import counted_voices

if TYPE_CHECKING:
    from ..analysis.framing import Framing

__all__ = ["plot_rates"]

_NOTHING = "no term of the lexicon occurs"
_LABELS = 1.45
_MOST_GROUPS = 15


@drawing()
def plot_rates(result: Framing, *, ax: Axes | None = None) -> Canvas | Axes:
    """Draw the rate of each category in each group as a dot, with its interval wherever there is one.

    A hollow dot describes these articles only; a filled one belongs to a comparison that was tested.
    """
    used = result.table[result.table.groupby("category")["n"].transform("sum") > 0]
    if not len(used):
        return quiet_sentence(ax, _NOTHING)
    groups = _groups(used)
    totals = used.groupby("category", sort=True)["n"].sum().sort_values(ascending=False, kind="stable")
    rows = Row(tuple(groups), width=_LABELS)
    canvas, whole, panels = row_panels(rows, min(len(totals), MOST_PANELS), ax=ax)
    chosen = sorted(totals.index[: len(panels)])
    drawn = used[used["category"].isin(chosen) & used["group"].isin(groups)]
    most = float(drawn[["rate", "high"]].max().max()) or 1.0
    for position, (category, panel) in enumerate(zip(chosen, panels, strict=True)):
        _draw(drawn[drawn["category"] == category], groups, panel)
        panel.set_xlim(-0.05 * most, 1.3 * most)
        last = position + min(4, len(panels)) >= len(panels)
        _draw_scale(panel, _unit(used) if last and position % 4 == 0 else "", labelled=last)
        write_title(panel, str(category), [], width=0.98)
    if canvas is None:
        return whole
    n_groups = used["group"].nunique()
    caption = joined(
        _caption(result, used),
        counted_voices(result.settings),
        left_out(len(chosen), len(totals), "categories", "most frequent"),
        left_out(len(groups), n_groups, "groups", "largest"),
    )
    return canvas.described(caption, _alt(used, result.by))


def _groups(used: pd.DataFrame) -> list[str]:
    sizes = used.drop_duplicates("group").sort_values(["of_documents", "group"], ascending=[False, True])
    return sorted(sizes["group"].head(_MOST_GROUPS))


def _draw(table: pd.DataFrame, groups: list[str], ax: Axes) -> None:
    ax.hlines(range(len(groups)), 0, 1, color=HAIR, linewidth=0.7, zorder=0, transform=ax.get_yaxis_transform())
    y = table["group"].map({group: row for row, group in enumerate(groups)}).to_numpy(dtype=np.float64)
    tested = table["p_value"].notna().to_numpy(dtype=bool)
    rate, low, high = (table[name].to_numpy(dtype=np.float64) for name in ("rate", "low", "high"))
    bounded = np.isfinite(low) & np.isfinite(high)
    # An interval is dotted where it describes without a test.
    for chosen, line in ((tested, "-"), (~tested, ":")):
        if (drawn := chosen & bounded).any():
            ax.hlines(y[drawn], low[drawn], high[drawn], color=ACCENT, linewidth=1.3, linestyle=line)
        if chosen.any():
            dots(ax, rate[chosen], y[chosen], filled=line == "-")
    place = ("axes fraction", "data")
    for row, n in zip(y.tolist(), table["n"].tolist(), strict=True):
        at, size = (1.0, row), SMALL - 1
        write(ax, f"{n:,}", at, coordinates=place, offset=(1, 0), size=size, colour=QUIET, align="right", ground=True)


def _draw_scale(ax: Axes, unit: str, *, labelled: bool) -> None:
    scale(ax, unit, labelled=labelled)
    ax.locator_params(axis="x", nbins=4)
    ax.xaxis.set_major_formatter("{x:g}")


def _unit(used: pd.DataFrame) -> str:
    unit = plain(used["unit"].iloc[0])
    return (
        f"occurrences per {unit.replace('mentions', 'mention', 1) if unit.startswith('mentions') else f'1,000 {unit}'}"
    )


def _caption(result: Framing, used: pd.DataFrame) -> str:
    tested = used["p_value"].notna()
    bounded = used["low"].notna() & used["high"].notna()
    dots = (
        "Filled dots belong to a tested comparison, hollow ones describe these articles only."
        if tested.any()
        else "Every dot is hollow: it describes these articles, and no comparison was tested."
    )
    interval = (
        "Lines are 95 % intervals over articles (log scale, t), dotted where nothing was tested."
        if bounded.any()
        else "No interval is drawn: these articles carry none."
    )
    documents, unit = result.documents, _unit(used)
    return (
        f"{unit[:1].upper()}{unit[1:]} by category and {plain(result.by)}, n = {amount(len(documents), 'article')},"
        f" {int(documents['n_tokens'].sum()):,} tokens. The number at the right is the count. {dots} {interval}"
    )


def _alt(used: pd.DataFrame, by: str) -> str:
    best = used.sort_values(["rate", "category", "group"], ascending=[False, True, True]).iloc[0]
    return (
        f"Dots of the rate of loaded terms by category and {plain(by)}. The highest is {best['rate']:.3g}"
        f" {_unit(used)}: {drawable(best['category'])}, {drawable(best['group'])}."
    )
