"""What a corpus can show before any analysis: articles, events, smallest p, detectable ratio, confounding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..corpus import Corpus, PartialDate
from ..evidence import Result, rounded
from ..regimes import Contrast, Grouping, block_codes, contrasts, design_cautions, grouping
from ..stats.power import detectable_rate_ratio
from ..tokens import Tokens, tokenize

__all__ = ["Design", "design"]

# The rate for which detectable ratios are given: a word that a usual article has once or twice.
REFERENCE_RATE = 2.0
_NAMED = 5


@dataclass(frozen=True, eq=False, repr=False)
class Design(Result):
    """What comparisons of these groups can show.

    Columns of `table`, one row a group:

    group, n_documents, n_events : events are missing where no column tells them
    n_words : median words of an article that were kept
    first_date, last_date : as far as they are known
    smallest_p : that the group against the rest can reach, for the very labelings
    detectable_ratio : rate ratio found in 80 % of cases for a bursty word of 2 per 1,000 (missing where none is)
    caution : single article, p cannot reach .05, or empty
    """


def design(
    corpus: Corpus,
    by: str | Mapping[str, str] = "outlet",
    *,
    within: str | Mapping[str, str] | None = None,
    tokens: Tokens | None = None,
) -> Design:
    """What comparisons of the groups of a corpus can show, and what they cannot.

    Parameters
    ----------
    corpus : Corpus
    by : str or mapping of document name to group
    within : str or mapping of document name to event, optional
    tokens : Tokens, optional
        Those of the corpus, where they exist already.
    """
    words = (tokens or tokenize(corpus)).lengths()
    groups = grouping(corpus, by)
    blocks = block_codes(corpus, within)
    comparisons = contrasts(groups, blocks) if len(groups.names) > 1 else ()
    table = pd.DataFrame([_row(corpus, groups, code, words, blocks) for code in range(len(groups.names))])
    table = pd.concat([table, pd.DataFrame(_reach(groups, comparisons))], axis=1)
    cautions = [*design_cautions(corpus, words, groups, comparisons, blocked=within is not None)]
    if len(groups.names) == 1:
        cautions.insert(0, f"All documents have the {groups.column} {groups.names[0]!r}: there is nothing to compare.")
    cautions += _date_cautions(corpus, groups)
    settings = {"by": groups.column, "within": within if isinstance(within, str) else within is not None}
    return Design(table=table, settings={**settings, "reference_rate": REFERENCE_RATE}, cautions=tuple(cautions))


def _row(
    corpus: Corpus, groups: Grouping, code: int, words: NDArray[np.int64], blocks: NDArray[np.int64] | None
) -> dict[str, object]:
    members = np.flatnonzero(groups.codes == code)
    dates = [d for d in (corpus.documents[i].published for i in members) if d is not None]
    return {
        "group": groups.names[code],
        "n_documents": len(members),
        "n_events": np.nan if blocks is None else len(set(blocks[members].tolist())),
        "n_words": float(np.median(words[members])),
        "first_date": str(min(dates, key=_first_day)) if dates else None,
        "last_date": str(max(dates, key=_last_day)) if dates else None,
    }


def _reach(groups: Grouping, comparisons: tuple[Contrast, ...]) -> dict[str, list[object]]:
    if not comparisons:
        return {"smallest_p": [np.nan], "detectable_ratio": [np.nan], "caution": ["nothing to compare"]}
    columns: dict[str, list[object]] = {"smallest_p": [], "detectable_ratio": [], "caution": []}
    for contrast in comparisons:
        sides = contrast.regime.n_target, contrast.regime.n_reference
        ratio = detectable_rate_ratio(*sides, rate=REFERENCE_RATE) if contrast.regime.tests else np.nan
        columns["smallest_p"].append(float(rounded(contrast.regime.smallest_p)))
        columns["detectable_ratio"].append(float(rounded(ratio)) if np.isfinite(ratio) else np.nan)
        single = (
            "1 article" if sides[0] == 1 else "1 article to compare with" if sides[1] == 1 else "p cannot reach .05"
        )
        columns["caution"].append("" if contrast.regime.tests else single)
    return columns


def _date_cautions(corpus: Corpus, groups: Grouping) -> list[str]:
    dated = [(document.name, document.published) for document in corpus if document.published is not None]
    missing = len(corpus) - len(dated)
    cautions = [f"{missing} of {len(corpus)} documents have no date."] if missing else []
    years = Counter(date.year for _, date in dated)
    if len(years) > 1:
        usual = max(sorted(years), key=lambda year: years[year])
        others = [f"{name} ({date})" for name, date in dated if date.year != usual]
        named = ", ".join(others[:_NAMED]) + (f" and {len(others) - _NAMED} more" if len(others) > _NAMED else "")
        cautions.append(f"Most documents are of {usual}; of another year: {named}.")
    if dated and len(groups.names) > 1 and _apart(corpus, groups):
        cautions.append(
            f"The dates of the {groups.column} groups do not overlap: what differs between them may be the time."
        )
    return cautions


def _apart(corpus: Corpus, groups: Grouping) -> bool:
    ranges = []
    for code in range(len(groups.names)):
        dates = [corpus.documents[i].published for i in np.flatnonzero(groups.codes == code)]
        known = [date for date in dates if date is not None]
        if known:
            ranges.append((min(date.first for date in known), max(date.last for date in known)))
    ranges.sort()
    return len(ranges) > 1 and all(a[1] < b[0] for a, b in pairwise(ranges))


def _first_day(date: PartialDate) -> str:
    return date.first.isoformat()


def _last_day(date: PartialDate) -> str:
    return date.last.isoformat()
