"""Which words stand near a node, and how much more often than elsewhere.

A place is a token within the window of an occurrence of the node, and no part of one; each is counted once, however
many occurrences it is near to.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..contrasts import absent_term
from ..errors import ArgumentError
from ..evidence import Result, evidence_table, rounded
from ..matching import phrase_matches
from ..stats.collocation import (
    delta_p,
    delta_p_backward,
    log_dice,
    log_likelihood_together,
    mutual_information,
    mutual_information_cubed,
    t_score,
)
from ..tokens import Tokens
from ..tokens.arrays import stop_list
from ..voices import voices

__all__ = ["Collocation", "collocation"]

_SPANS = ("sentence", "paragraph")


@dataclass(frozen=True, eq=False, repr=False)
class Collocation(Result):
    """Words near a node.

    Columns of `table`, from the largest `log_dice` to the smallest:

    collocate, n, n_documents : occurrences in the places around the node, and documents with one
    n_total : occurrences anywhere
    expected : occurrences in as many places drawn from the whole corpus: places x n_total / N
    log_dice : 14 + log2 of Dice's coefficient of node and collocate, the collocate counted no more often than the node
    mi, mi3, t, g2 : from n, the places, n_total and N
    delta_p : share of the collocate in the places, less its share elsewhere
    delta_p_reverse : share of places among its occurrences, less that among other words

    None of these is a test. Columns of `hits`: evidence of the collocate, then collocate, node, node_start, node_end
    and distance (in words, negative to the left) of the nearest occurrence of the node.

    `settings` has the window and N: all tokens but those of the node.
    """


@dataclass(frozen=True, eq=False)
class _Places:
    """Tokens in windows, the nearest occurrence of the node of each, and the distance to it."""

    tokens: NDArray[np.int64]
    nearest: NDArray[np.int64]
    distance: NDArray[np.int64]


def collocation(
    tokens: Tokens,
    node: str,
    *,
    window: int = 5,
    span: str = "sentence",
    min_count: int = 3,
    min_documents: int = 2,
    stop_words: Collection[str] | None = None,
) -> Collocation:
    """Words within `window` words of a node, in the same sentence.

    Parameters
    ----------
    tokens : Tokens
    node : str
        A word or run of words, with ``*`` at the end of a word for any ending, found as the terms of a lexicon are.
    window : int
        Words on either side. Words that are not listed take up their place in it.
    span : {"sentence", "paragraph"}
        What the window does not leave.
    min_count, min_documents : int
        Occurrences near the node, and documents with one, that a collocate needs.
    stop_words : collection of str or None
        Types that are not listed; None stands for the package's English function words.

    Raises
    ------
    ArgumentError
        A node that never occurs, or numbers below 1.

    References
    ----------
    Rychly, P. (2008). A lexicographer-friendly association score. Proceedings of RASLAN 2008, 6-9.
    Evert, S. (2008). Corpora and collocations. In A. Luedeling & M. Kytoe (Eds.), Corpus linguistics, 1212-1248.
    """
    for name, value in (("window", window), ("min_count", min_count), ("min_documents", min_documents)):
        if value < 1:
            raise ArgumentError(f"{name} is {value}; it must be 1 or more")
    if span not in _SPANS:
        raise ArgumentError(f"span {span!r} is unknown; it must be {' or '.join(map(repr, _SPANS))}")
    _, first, last, _ = phrase_matches(tokens, [node])
    if not len(first):
        raise ArgumentError(absent_term(node, tokens.vocabulary))
    places = _places(tokens, (first, last), window, span)
    node_tokens = int((last - first).sum())
    total = np.bincount(tokens.type_ids, minlength=len(tokens.vocabulary))
    total -= np.bincount(tokens.type_ids[_inside(first, last)], minlength=len(total))
    stops = stop_list(stop_words)
    table = _table(tokens, places, total, (len(first), len(tokens) - node_tokens))
    listed = (table["n"] >= min_count) & (table["n_documents"] >= min_documents) & ~table["collocate"].isin(stops)
    table = table[listed].sort_values(["log_dice", "n"], ascending=False, kind="stable").reset_index(drop=True)
    documents = len(np.unique(np.searchsorted(tokens.bounds, first, side="right")))
    settings = {
        "node": node,
        "window": window,
        "span": span,
        "n_node": len(first),
        "n_documents": documents,
        "places": len(places.tokens),
        "N": len(tokens) - node_tokens,
        "N_counts": "tokens that are no part of the node",
        "min_count": min_count,
        "min_documents": min_documents,
        "stop_words": "English function words" if stop_words is None else sorted(stops),
        "history": list(tokens.history),
    }
    return Collocation(
        table=table,
        settings=settings,
        cautions=_cautions(node, len(first), documents, len(table)),
        hits=_hits(tokens, places, (node, first, last), table["collocate"].tolist()),
    )


def _inside(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tokens of all occurrences of the node."""
    lengths = last - first
    return np.repeat(first - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())


def _places(tokens: Tokens, node: tuple[NDArray[np.int64], NDArray[np.int64]], window: int, span: str) -> _Places:
    first, last = node
    bounds = tokens.sentence_bounds if span == "sentence" else tokens.paragraph_bounds
    unit = np.searchsorted(bounds, first, side="right") - 1
    steps = np.arange(1, window + 1)
    left, right = first[:, None] - steps, last[:, None] - 1 + steps
    where = np.concatenate([left, right], axis=1)
    distance = np.broadcast_to(np.concatenate([-steps, steps]), where.shape)
    owner = np.broadcast_to(np.arange(len(first))[:, None], where.shape)
    kept = (where >= bounds[unit][:, None]) & (where < bounds[unit + 1][:, None])
    kept &= ~np.isin(where, _inside(first, last))
    where, distance, owner = where[kept], distance[kept], owner[kept]
    # of several occurrences the nearest; of two as near, the one that comes first
    order = np.lexsort([owner, np.abs(distance), where])
    found, chosen = np.unique(where[order], return_index=True)
    return _Places(found, owner[order][chosen], distance[order][chosen])


def _table(tokens: Tokens, places: _Places, total: NDArray[np.int64], sizes: tuple[int, int]) -> pd.DataFrame:
    n_node, n_tokens = sizes
    types = tokens.type_ids[places.tokens]
    documents = np.searchsorted(tokens.bounds, places.tokens, side="right") - 1
    near = np.unique(types)
    o = np.bincount(types, minlength=len(total))[near]
    pairs = np.unique(types.astype(np.int64) * len(tokens.corpus) + documents)
    users = np.bincount(pairs // len(tokens.corpus), minlength=len(total))[near]
    f, g = len(places.tokens), total[near]
    counts = (o, f, g, n_tokens)
    return pd.DataFrame(
        {
            "collocate": pd.Series([tokens.vocabulary[i] for i in near], dtype="str"),
            "n": o,
            "n_documents": users,
            "n_total": g,
            "expected": rounded(f * g / max(n_tokens, 1)),
            "log_dice": rounded(log_dice(np.minimum(o, n_node), n_node, g)),
            "mi": rounded(mutual_information(*counts)) if len(near) else [],
            "mi3": rounded(mutual_information_cubed(*counts)) if len(near) else [],
            "t": rounded(t_score(*counts)) if len(near) else [],
            "g2": rounded(log_likelihood_together(*counts)) if len(near) else [],
            "delta_p": rounded(delta_p(*counts)) if len(near) else [],
            "delta_p_reverse": rounded(delta_p_backward(*counts)) if len(near) else [],
        }
    )


def _hits(
    tokens: Tokens, places: _Places, node: tuple[str, NDArray[np.int64], NDArray[np.int64]], listed: list[str]
) -> pd.DataFrame:
    wanted = np.isin(np.array(tokens.vocabulary, dtype=object), np.array(listed, dtype=object))
    kept = wanted[tokens.type_ids[places.tokens]]
    where, nearest = places.tokens[kept], places.nearest[kept]
    pattern, first, last = node
    return evidence_table(tokens, where, where + 1, voices(tokens) if len(where) else None).assign(
        collocate=pd.Series([tokens.vocabulary[t] for t in tokens.type_ids[where]], dtype="str"),
        node=pd.Series([pattern] * len(where), dtype="str"),
        node_start=tokens.starts[first[nearest]].astype(np.int64),
        node_end=tokens.ends[last[nearest] - 1].astype(np.int64),
        distance=places.distance[kept],
    )


def _cautions(node: str, n_node: int, n_documents: int, n_listed: int) -> tuple[str, ...]:
    times = "1 time" if n_node == 1 else f"{n_node} times"
    found = f"{node!r} occurs {times} in {n_documents} document{'' if n_documents == 1 else 's'}"
    if not n_listed:
        return (f"{found}: no word stands near it often enough, in enough documents, to be listed.",)
    if n_documents < 5:
        return (f"{found}: what stands near it may be one article's wording. No test is made.",)
    return ()
