"""How often each type occurs, in how many documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import ArgumentError
from ..evidence import Result, rounded
from ..matrix import document_term_matrix
from ..regimes import grouping, named
from ..tokens import Tokens

__all__ = ["Frequency", "frequency"]


@dataclass(frozen=True, eq=False, repr=False)
class Frequency(Result):
    """Counts of types by group.

    Columns of `table`: group, term, n, n_documents, rate (per 1,000 tokens of the group). Sorted by group, then from
    frequent to rare, then by term. A rate says nothing of other articles: `framing` and `keyness` compare.
    """


def frequency(
    tokens: Tokens,
    by: str | Mapping[str, str] | None = None,
    *,
    stop_words: Collection[str] | None = (),
    min_count: int = 1,
) -> Frequency:
    """Counts of every type, by a column of the corpus or over all of it.

    Parameters
    ----------
    tokens : Tokens
    by : str or mapping of document name to group, optional
        Column whose values are the groups; without it the one group is ``"all"``.
    stop_words : collection of str or None
        Types left out; None leaves out the package's English function words.
    min_count : int
        Least number of occurrences in the group.
    """
    if min_count < 1:
        raise ArgumentError(f"min_count is {min_count}; it must be 1 or more")
    matrix = document_term_matrix(tokens, stop_words=stop_words)
    groups = grouping(tokens.corpus, by)
    vocabulary = np.array(matrix.vocabulary, dtype=object)
    frames = []
    for position, group in enumerate(groups.names):
        rows = matrix.counts[groups.codes == position]
        n = np.asarray(rows.sum(axis=0)).ravel()
        n_documents = np.asarray((rows > 0).sum(axis=0)).ravel()
        length = int(matrix.lengths[groups.codes == position].sum())
        kept = np.flatnonzero(n >= min_count)
        # The vocabulary is sorted, so a stable sort by count breaks ties by code point.
        kept = kept[np.argsort(-n[kept], kind="stable")]
        columns = {"group": group, "term": vocabulary[kept], "n": n[kept], "n_documents": n_documents[kept]}
        frames.append(pd.DataFrame(columns).assign(rate=rounded(1000 * n[kept] / max(length, 1))))
    return Frequency(
        table=pd.concat(frames, ignore_index=True).astype({"group": "str", "term": "str"}),
        settings={"by": named(by), "min_count": min_count, **dict(matrix.settings), "history": list(tokens.history)},
    )
