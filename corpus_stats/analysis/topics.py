"""What the articles are about: topics, or themes of their paragraphs where there are few articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from ..errors import ArgumentError
from ..evidence import Result, evidence_table, rounded
from ..matrix import DocumentTermMatrix, document_term_matrix
from ..models import FittedTopics, fitted_topics, npmi_coherence
from ..regimes import too_few_for_topics

__all__ = ["Topics", "topics"]

TERMS = 10
PASSAGES = 3
MIN_DOCUMENTS = 50
_FEW_DOCUMENTS = 20
_FEW_TOPICS = 4
_RESAMPLES = 10


@dataclass(frozen=True, eq=False, repr=False)
class Topics(Result):
    """Topics with their words, the share of each in every document or paragraph, and the passages that show them best.

    Columns of `table`: topic (1 is the largest), rank, term, weight (share of the word in the topic), frex (harmonic
    mean of the word's rank by frequency and by exclusivity, each weighted .5), lift (weight over the word's share
    in the corpus). Columns of `hits`: evidence, topic, share, rank.

    Attributes
    ----------
    shares : DataFrame
        row, document, outlet, start, end, topic, share.
    quality : DataFrame
        topic, stability (mean average Jaccard of the top words over resampled rows), npmi, share.
    k : int
    method, unit : str
        ``"nmf"``, ``"lda"`` or ``"gensim"``; ``"document"`` or ``"paragraph"``.
    """

    shares: pd.DataFrame = field(default_factory=pd.DataFrame)
    quality: pd.DataFrame = field(default_factory=pd.DataFrame)
    k: int = 0
    method: str = "nmf"
    unit: str = "document"


def topics(
    matrix: DocumentTermMatrix,
    k: int | None = None,
    *,
    method: str = "nmf",
    seed: int = 0,
    stop_words: Collection[str] | None = None,
) -> Topics:
    """Topics of a matrix of documents; of their paragraphs, with W-TOPIC5, below 50 documents.

    Parameters
    ----------
    matrix : DocumentTermMatrix
    k : int, optional
        Number of topics; at most 4 below 20 documents. By default 4 there, and 8 otherwise, or what the texts allow.
    method : {"nmf", "lda", "gensim"}
    seed : int
    stop_words : collection of str, optional
        Types left out; by default the package's English function words and what holds no letter.

    Raises
    ------
    ArgumentError
        More topics than the texts allow, or no word to model.
    """
    n_documents = len(matrix.tokens.corpus)
    unit = "document" if n_documents >= MIN_DOCUMENTS else "paragraph"
    rows = _modelled_rows(matrix, unit, stop_words)
    number = _topic_number(k, n_documents, rows.shape)
    model = _sorted_by_size(fitted_topics(rows.counts, number, method=method, seed=seed), rows)
    stability = _stability(model, rows, method, seed)
    table = _term_table(model, rows)
    quality = _quality(model, rows, table, stability)
    cautions = _cautions(n_documents, unit, model, float(stability.mean()))
    settings = {
        "k": number,
        "method": method,
        "seed": seed,
        "unit": unit,
        "rows": rows.shape[0],
        "types": rows.shape[1],
    }
    return Topics(
        table=table,
        settings={**settings, "resamples": _RESAMPLES, **dict(rows.settings)},
        cautions=cautions,
        hits=_passages(model, rows),
        shares=_share_table(model, rows),
        quality=quality,
        k=number,
        method=method,
        unit=unit,
    )


def _modelled_rows(matrix: DocumentTermMatrix, unit: str, stop_words: Collection[str] | None) -> DocumentTermMatrix:
    words = frozenset(matrix.vocabulary)
    rows = document_term_matrix(matrix.tokens, rows=unit, min_documents=1).content(stop_words)
    usable = [i for i, word in enumerate(rows.vocabulary) if word in words]
    # A word seen in one row only ties it to no other, and makes a topic of it.
    often = np.asarray((rows.counts > 0).sum(axis=0)).ravel() >= 2
    kept = [i for i in usable if often[i]]
    rows = rows.columns(kept)
    return rows.at(np.flatnonzero(np.diff(rows.counts.indptr) > 0).tolist())


def _topic_number(k: int | None, n_documents: int, shape: tuple[int, int]) -> int:
    limit = min(shape) if n_documents >= _FEW_DOCUMENTS else min(*shape, _FEW_TOPICS)
    if limit < 1:
        raise ArgumentError(f"{n_documents} documents share no content word; topics need words that occur twice")
    if k is None:
        return min(limit, 8 if n_documents >= _FEW_DOCUMENTS else _FEW_TOPICS)
    if not 1 <= k <= limit:
        raise ArgumentError(f"k is {k}; {n_documents} documents allow 1 to {limit} topics")
    return k


def _sorted_by_size(model: FittedTopics, rows: DocumentTermMatrix) -> FittedTopics:
    size = rounded(rows.counts.sum(axis=1) @ model.shares)
    first = model.weights.argmax(axis=1)
    order = np.lexsort([first, -size])
    return FittedTopics(model.weights[order], model.shares[:, order])


def _stability(model: FittedTopics, rows: DocumentTermMatrix, method: str, seed: int) -> NDArray[np.float64]:
    k = model.weights.shape[0]
    agreement = []
    for child in np.random.SeedSequence(seed).spawn(_RESAMPLES):
        draw = np.random.default_rng(child).integers(0, rows.shape[0], rows.shape[0])
        again = fitted_topics(rows.counts[np.sort(draw)], k, method=method, seed=seed)
        overlap = _jaccard(_top(model.weights, rows), _top(again.weights, rows))
        row, column = linear_sum_assignment(-overlap)
        agreement.append(overlap[row, column])
    return rounded(np.mean(agreement, axis=0))


def _top(weights: NDArray[np.float64], rows: DocumentTermMatrix) -> list[list[int]]:
    # The vocabulary is sorted: a stable sort breaks ties by code point.
    return [[int(i) for i in np.argsort(-topic, kind="stable")[:TERMS]] for topic in weights]


def _jaccard(left: list[list[int]], right: list[list[int]]) -> NDArray[np.float64]:
    # Average over depths, so that the first words weigh more than the last (Greene et al. 2014).
    def average(a: list[int], b: list[int]) -> float:
        depths = range(1, len(a) + 1)
        return float(np.mean([len({*a[:d]} & {*b[:d]}) / len({*a[:d]} | {*b[:d]}) for d in depths]))

    return np.array([[average(a, b) for b in right] for a in left])


def _term_table(model: FittedTopics, rows: DocumentTermMatrix) -> pd.DataFrame:
    totals = np.asarray(rows.counts.sum(axis=0)).ravel()
    lift = model.weights / (totals / totals.sum())
    exclusivity = model.weights / np.maximum(model.weights.sum(axis=0), 1e-12)
    frex = 1 / (0.5 / _ecdf(exclusivity) + 0.5 / _ecdf(model.weights))  # Bischof & Airoldi 2012, weight .5
    found = []
    for topic, best in enumerate(_top(model.weights, rows)):
        for rank, i in enumerate(best, start=1):
            values = (model.weights[topic, i], frex[topic, i], lift[topic, i])
            found.append((topic + 1, rank, rows.vocabulary[i], *rounded(values).tolist()))
    table = pd.DataFrame(found, columns=["topic", "rank", "term", "weight", "frex", "lift"])
    return table[table["weight"] > 0].reset_index(drop=True)


def _ecdf(values: NDArray[np.float64]) -> NDArray[np.float64]:
    ordered = np.sort(values, axis=1)
    ranks = [np.searchsorted(o, v, side="right") for o, v in zip(ordered, values, strict=True)]
    return np.asarray(np.array(ranks) / values.shape[1], dtype=np.float64)


def _quality(
    model: FittedTopics, rows: DocumentTermMatrix, table: pd.DataFrame, stability: NDArray[np.float64]
) -> pd.DataFrame:
    number = range(1, model.weights.shape[0] + 1)
    words = [table.loc[table["topic"] == topic, "term"].tolist() for topic in number]
    tokens = rows.tokens
    texts = [[tokens.vocabulary[i] for i in tokens.type_ids[a:b]] for a, b in rows.row_bounds.tolist()]
    size = rows.counts.sum(axis=1) @ model.shares
    columns = {"topic": list(number), "share": rounded(size / size.sum()), "stability": stability}
    return pd.DataFrame({**columns, "npmi": npmi_coherence(words, texts)})


def _share_table(model: FittedTopics, rows: DocumentTermMatrix) -> pd.DataFrame:
    n_rows, k = model.shares.shape
    spans = evidence_table(rows.tokens, rows.row_bounds[:, 0], rows.row_bounds[:, 1])
    repeated = spans.loc[np.repeat(np.arange(n_rows), k), ["document", "outlet", "start", "end"]].reset_index(drop=True)
    repeated.insert(0, "row", np.repeat(np.array(rows.rows, dtype=object), k))
    return repeated.assign(topic=np.tile(np.arange(1, k + 1), n_rows), share=model.shares.ravel())


def _passages(model: FittedTopics, rows: DocumentTermMatrix) -> pd.DataFrame:
    chosen: list[int] = []
    topic_numbers: list[int] = []
    ranks: list[int] = []
    for topic in range(model.weights.shape[0]):
        best = np.argsort(-model.shares[:, topic], kind="stable")[:PASSAGES]
        chosen += best.tolist()
        topic_numbers += [topic + 1] * len(best)
        ranks += range(1, len(best) + 1)
    evidence = evidence_table(rows.tokens, rows.row_bounds[chosen, 0], rows.row_bounds[chosen, 1])
    shares = [float(model.shares[row, topic - 1]) for row, topic in zip(chosen, topic_numbers, strict=True)]
    return evidence.assign(topic=topic_numbers, share=shares, rank=ranks)


def _cautions(n_documents: int, unit: str, model: FittedTopics, stability: float) -> tuple[str, ...]:
    cautions = []
    if unit == "paragraph":
        cautions.append(too_few_for_topics(n_documents, stability))
    elif float(np.median(model.shares.max(axis=1))) > 0.95:
        cautions.append("Half of the documents belong to one topic almost wholly: the topics may be the documents.")
    cautions.append(
        "A topic is a set of words that occur together; it is no frame, and its number of topics is a choice."
    )
    return tuple(cautions)
