"""How often each run of n words occurs, in how many documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..evidence import Result, rounded
from ..regimes import Grouping, grouping
from ..stats._checks import checked_whole
from ..tokens import Tokens
from ..tokens.arrays import stop_list

__all__ = ["Ngrams", "ngrams"]


@dataclass(frozen=True, eq=False, repr=False)
class Ngrams(Result):
    """Counts of n-grams by group.

    Columns of `table`: group, term (types joined by blanks), n, n_documents, rate (per 1,000 tokens of the group).
    Sorted by group, then from frequent to rare, then by term. Long n-grams repeat what they are part of, and what one
    article copies from another: counts of different lengths do not add up.
    """


def ngrams(
    tokens: Tokens,
    n: int,
    by: str | Mapping[str, str] | None = None,
    *,
    min_count: int = 1,
    stop_words: Collection[str] | None = (),
) -> Ngrams:
    """Counts of every run of `n` words of one sentence, by group or over the whole corpus.

    Parameters
    ----------
    tokens : Tokens
    n : int
        Words in a run.
    by : str or mapping of document name to group, optional
        Without it the one group is ``"all"``.
    min_count : int
        Least number of occurrences in the group.
    stop_words : collection of str or None
        Runs that hold one of these types are left out; None stands for the package's English function words. The words
        are not taken out first: nothing becomes a run that is none in the text.

    Raises
    ------
    ArgumentError
        `n` or `min_count` that is no whole number of 1 or more, or one text for the list of stop words.
    """
    n, min_count = checked_whole("n", n), checked_whole("min_count", min_count)
    stops = stop_list(stop_words)
    starts = _starts(tokens, n, stops)
    codes, first = _coded(tokens.type_ids, starts, n)
    terms = np.array([_spelled(tokens, place, n) for place in first], dtype=object)
    groups = grouping(tokens.corpus, by)
    frames = [_counted(tokens, groups, code, (starts, codes, terms)) for code in range(len(groups.names))]
    table = pd.concat([frame[frame["n"] >= min_count] for frame in frames], ignore_index=True)
    settings = {
        "n": n,
        "by": groups.column,
        "min_count": min_count,
        "stop_words": "English function words" if stop_words is None else sorted(stops),
        "within": "sentence",
        "history": list(tokens.history),
    }
    return Ngrams(table=table.astype({"group": "str", "term": "str"}), settings=settings)


def _starts(tokens: Tokens, n: int, stops: frozenset[str]) -> NDArray[np.int64]:
    """Tokens at which a run of n words begins that stays in its sentence and holds no stop word."""
    n_runs = max(0, len(tokens) - n + 1)
    sentences = np.searchsorted(tokens.sentence_bounds, np.arange(len(tokens)), side="right")
    whole = sentences[:n_runs] == sentences[len(tokens) - n_runs :]
    if stops and n_runs:
        stopped = np.array([word in stops for word in tokens.vocabulary], dtype=bool)[tokens.type_ids]
        before = np.concatenate([[0], np.cumsum(stopped)])
        whole &= before[n : n + n_runs] == before[:n_runs]
    return np.flatnonzero(whole)


def _coded(type_ids: NDArray[np.int32], starts: NDArray[np.int64], n: int) -> tuple[NDArray[np.int64], list[int]]:
    """Number of each run's n-gram, and one place of every n-gram."""
    codes = np.zeros(len(starts), dtype=np.int64)
    n_types = int(type_ids.max()) + 1 if len(type_ids) else 1
    for i in range(n):
        # renumbered after every word, so that the product stays below tokens x types whatever n is
        codes = np.unique(codes * n_types + type_ids[starts + i], return_inverse=True)[1]
    first = np.zeros(int(codes.max()) + 1 if len(codes) else 0, dtype=np.int64)
    first[codes] = starts
    return codes, [int(place) for place in first]


def _spelled(tokens: Tokens, place: int, n: int) -> str:
    return " ".join(tokens.vocabulary[t] for t in tokens.type_ids[place : place + n])


def _counted(
    tokens: Tokens,
    groups: Grouping,
    code: int,
    runs: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.object_]],
) -> pd.DataFrame:
    starts, codes, terms = runs
    documents = np.searchsorted(tokens.bounds, starts, side="right") - 1
    mine = groups.codes[documents] == code
    n = np.bincount(codes[mine], minlength=len(terms))
    pairs = np.unique(codes[mine] * len(tokens.corpus) + documents[mine])
    n_documents = np.bincount(pairs // len(tokens.corpus), minlength=len(terms))
    length = int(tokens.lengths()[groups.codes == code].sum())
    kept = np.flatnonzero(n)
    # n-grams are numbered in the order of their types, so a stable sort by count breaks ties by code point
    kept = kept[np.argsort(-n[kept], kind="stable")]
    columns = {"group": groups.names[code], "term": terms[kept], "n": n[kept], "n_documents": n_documents[kept]}
    return pd.DataFrame(columns).assign(rate=rounded(1000 * n[kept] / max(length, 1)))
