"""Comparisons of real articles in which nothing differs: random splits of one outlet, labels swapped inside events.

Words and lists are chosen at random from the articles, or by how they occur together, and never by the labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corpus_stats.analysis.framing import framing
from corpus_stats.analysis.keyness import keyness
from corpus_stats.corpus import Corpus
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.matrix import DocumentTermMatrix, document_term_matrix
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import Tokens, tokenize

LIST_SIZE = 12
LEVEL = 0.05


@dataclass(frozen=True)
class Comparison:
    """Articles, the group drawn for each, their events where labels were swapped inside them, and the seed."""

    tokens: Tokens
    matrix: DocumentTermMatrix
    by: Mapping[str, str]
    within: str | None
    seed: int


@dataclass(frozen=True)
class Share:
    """Mean over comparisons of the share of p below .05, and its standard error."""

    mean: float
    error: float
    n: int

    def __str__(self) -> str:
        return f"{self.mean:.3f} ± {self.error:.3f} ({self.n} comparisons)"


@lru_cache(maxsize=4)
def articles(path: Path) -> Corpus:
    return read_corpus(path)


@lru_cache(maxsize=8)
def read(path: Path, names: tuple[str, ...]) -> tuple[Tokens, DocumentTermMatrix]:
    wanted = set(names)
    tokens = tokenize(articles(path).select(lambda document: document.name in wanted))
    return tokens, document_term_matrix(tokens)


def random_splits(path: Path, sizes: Sequence[int], *, per_outlet: int) -> Iterator[Comparison]:
    """Articles of one outlet dealt at random into groups of these sizes, several times for each outlet."""
    corpus = articles(path)
    for i_outlet, outlet in enumerate(corpus.outlets()):
        names = corpus.select(outlet=outlet).names
        for repeat in range(per_outlet):
            # The outlets tell of the same events in one order: dealt alike, they would show one thing three times.
            drawn = np.random.default_rng([repeat, i_outlet, *sizes]).permutation(len(names))[: sum(sizes)]
            labels = np.repeat(np.arange(len(sizes)), sizes)
            by = {names[i]: f"group {label}" for i, label in zip(drawn, labels, strict=True)}
            yield _comparison(path, by, None, repeat)


def swapped_pairs(path: Path, n_events: int, *, per_pair: int) -> Iterator[Comparison]:
    """Two outlets on the same events, with their labels swapped inside each event by the toss of a coin."""
    corpus = articles(path)
    of_event: dict[str, dict[str, str]] = {}
    for name, event, outlet in zip(corpus.names, corpus.values("event"), corpus.values("outlet"), strict=True):
        of_event.setdefault(str(event), {})[str(outlet)] = name
    outlets = corpus.outlets()
    for i_pair, (first, second) in enumerate(combinations(outlets, 2)):
        shared = sorted(event for event, by_outlet in of_event.items() if {first, second} <= set(by_outlet))
        for repeat in range(per_pair):
            rng = np.random.default_rng([repeat, i_pair, n_events])
            by = {}
            for i in rng.permutation(len(shared))[:n_events]:
                pair = [of_event[shared[i]][first], of_event[shared[i]][second]]
                by |= {pair[j]: f"group {side}" for j, side in enumerate(rng.permutation(2))}
            yield _comparison(path, by, "event", repeat)


def keyness_shares(comparisons: Iterator[Comparison], columns: Sequence[str], **options: object) -> dict[str, Share]:
    """Share of words with a p below .05 in each column of the table of keyness; nan where none is printed."""
    found: dict[str, list[float]] = {column: [] for column in columns}
    for one in comparisons:
        table = keyness(one.matrix, by=one.by, within=one.within, seed=one.seed, **options).table
        for column in columns:
            found[column].append(_share(_once(table)[column]))
    return {column: share_of(values) for column, values in found.items()}


def framing_shares(
    comparisons: Iterator[Comparison], *, together: bool, n_lists: int = 6, **options: object
) -> dict[str, Share]:
    """Share of lists with a p below .05 in framing's two columns of p; nan where none is printed."""
    found: dict[str, list[float]] = {"p_value": [], "random_list_p": []}
    for one in comparisons:
        lists = word_lists(one.matrix, n_lists, together=together, seed=one.seed)
        lexicon = Lexicon(tuple(Term((word,), f"list {i}") for i, words in enumerate(lists) for word in words))
        table = framing(one.tokens, lexicon, by=one.by, within=one.within, seed=one.seed, **options).table
        for column, values in found.items():
            values.append(_share(_once(table)[column]))
    return {column: share_of(values) for column, values in found.items()}


def word_lists(matrix: DocumentTermMatrix, n_lists: int, *, together: bool, seed: int) -> list[list[str]]:
    """Lists of twelve content words each: drawn at random, or a word drawn at random and those most often beside it.

    Beside it: the correlation of their rates over all articles compared. The words occur three times or more, in three
    articles or more where there are nine.
    """
    rng = np.random.default_rng([seed, matrix.shape[0]])
    counts, places = _listable(matrix)
    n_lists = min(n_lists, max(1, len(places) // (2 * LIST_SIZE)))
    if not together:
        chosen = np.array_split(rng.permutation(places)[: n_lists * LIST_SIZE], n_lists)
        return [[matrix.vocabulary[i] for i in row] for row in chosen]
    rates = counts[:, places] / matrix.lengths[:, None]
    rates -= rates.mean(axis=0)
    rates /= np.sqrt((rates**2).sum(axis=0))
    free, lists = np.arange(len(places)), []
    for _ in range(n_lists):
        likeness = rates[:, free].T @ rates[:, rng.choice(free)]
        nearest = free[np.argsort(-likeness, kind="stable")[:LIST_SIZE]]
        lists.append([matrix.vocabulary[places[i]] for i in nearest])
        free = np.setdiff1d(free, nearest)
    return lists


def share_of(values: Sequence[float]) -> Share:
    return Share(float(np.mean(values)), float(np.std(values) / np.sqrt(len(values))), len(values))


def _comparison(path: Path, by: Mapping[str, str], within: str | None, seed: int) -> Comparison:
    return Comparison(*read(path, tuple(sorted(by))), by, within, seed)


def _once(table: pd.DataFrame) -> pd.DataFrame:
    # two groups give each p twice
    names = sorted(set(table["group"]))
    return table[table["group"] == names[0]] if len(names) == 2 else table


def _share(p_values: pd.Series) -> float:
    return float((p_values < LEVEL).mean()) if p_values.notna().any() else float("nan")


def _listable(matrix: DocumentTermMatrix) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    counts = matrix.counts.toarray()
    least = max(1, min(3, len(counts) // 3))
    usual = (counts.sum(axis=0) >= 3) & ((counts > 0).sum(axis=0) >= least) & matrix.tokens.content()
    plain = [word.isalpha() and word == word.lower() for word in matrix.vocabulary]
    return counts, np.flatnonzero(usual & np.array(plain))
