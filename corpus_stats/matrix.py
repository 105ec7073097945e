"""`DocumentTermMatrix`: how often each document uses each type, and its tf-idf weights."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from .errors import ArgumentError
from .stats._checks import checked_whole
from .tokens import Tokens
from .tokens.arrays import stop_list

__all__ = ["DocumentTermMatrix", "document_term_matrix", "ngram_counts"]


@dataclass(frozen=True, eq=False)
class DocumentTermMatrix:
    """Counts of types in documents.

    Attributes
    ----------
    counts : CSR array of int64, shape (n_rows, n_types)
        Goes straight into any scikit-learn estimator.
    vocabulary : tuple of str
        Types of the columns, sorted by code point.
    rows : tuple of str
        Names of the rows: documents in name order, or pieces of them.
    row_documents : int32 array of shape (n_rows,)
        Position of each row's document in the corpus.
    row_bounds : int64 array of shape (n_rows, 2)
        First and last token (exclusive) of each row in `tokens`.
    tokens : Tokens
    settings : tuple of (str, object)
        How the columns were chosen.
    """

    counts: sparse.csr_array
    vocabulary: tuple[str, ...]
    rows: tuple[str, ...]
    row_documents: NDArray[np.int32]
    row_bounds: NDArray[np.int64]
    tokens: Tokens
    settings: tuple[tuple[str, object], ...] = ()

    def __repr__(self) -> str:
        return f"DocumentTermMatrix({self.shape[0]} rows, {self.shape[1]} types)"

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and types."""
        return len(self.rows), len(self.vocabulary)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of every row, those of types that are not in the vocabulary included, shape (n_rows,)."""
        return self.row_bounds[:, 1] - self.row_bounds[:, 0]

    def content(self, stop_words: Collection[str] | None = None) -> DocumentTermMatrix:
        """Matrix of the content words only: types that hold a letter and are no stop word (default: English)."""
        stops = stop_list(stop_words)
        mask = dict(zip(self.tokens.vocabulary, self.tokens.content(stops).tolist(), strict=True))
        named = "English function words" if stop_words is None else sorted(stops)
        kept = self.columns([i for i, word in enumerate(self.vocabulary) if mask[word]])
        return replace(kept, settings=(*self.settings, ("content words without", named)))

    def columns(self, positions: Sequence[int]) -> DocumentTermMatrix:
        """Matrix of some of the types, by their positions in the vocabulary."""
        chosen = np.asarray(positions, dtype=np.int64)
        vocabulary = tuple(self.vocabulary[i] for i in chosen)
        return replace(self, counts=sparse.csr_array(self.counts[:, chosen]), vocabulary=vocabulary)

    def at(self, positions: Sequence[int]) -> DocumentTermMatrix:
        """Matrix of some of the rows, by their positions."""
        chosen = np.asarray(positions, dtype=np.int64)
        return replace(
            self,
            counts=sparse.csr_array(self.counts[chosen]),
            rows=tuple(self.rows[i] for i in chosen),
            row_documents=self.row_documents[chosen],
            row_bounds=self.row_bounds[chosen],
        )

    def tfidf(self, *, sublinear: bool = False, smooth: bool = True) -> sparse.csr_array:
        """Weights tf * (ln((1 + n) / (1 + df)) + 1), rows scaled to length 1 (scikit-learn's; ntc in SMART's letters).

        Parameters
        ----------
        sublinear : bool
            Use 1 + ln(tf) for tf.
        smooth : bool
            Without it the weight is tf * (ln(n / df) + 1). With few documents idf takes few distinct values.
        """
        from sklearn.feature_extraction.text import TfidfTransformer

        if not self.shape[0] or not self.shape[1]:
            raise ArgumentError(f"a matrix of {self.shape[0]} rows and {self.shape[1]} types has no weights")
        weights = TfidfTransformer(sublinear_tf=sublinear, smooth_idf=smooth).fit_transform(self.counts)
        return sparse.csr_array(weights, dtype=np.float64)


def document_term_matrix(
    tokens: Tokens,
    *,
    min_count: int = 1,
    min_documents: int = 1,
    stop_words: Collection[str] | None = (),
    rows: str = "document",
) -> DocumentTermMatrix:
    """Counts of types by document.

    Parameters
    ----------
    tokens : Tokens
    min_count, min_documents : int
        Types with fewer occurrences, or in fewer documents, get no column. Neither looks at any grouping.
    stop_words : collection of str or None
        Types without a column; None stands for the package's English function words, and leaves content words only.
    rows : {"document", "paragraph"}
        A paragraph is a line of a kept part.

    Raises
    ------
    ArgumentError
        Unknown rows, a count below 1, or one text for the list of stop words.
    """
    for name, value in (("min_count", min_count), ("min_documents", min_documents)):
        if value < 1:
            raise ArgumentError(f"{name} is {value}; it must be 1 or more")
    stops = stop_list(stop_words)
    bounds, row_documents, names = _rows(tokens, rows)
    n_rows, n_types = len(names), len(tokens.vocabulary)
    row_of_token = np.repeat(np.arange(n_rows), bounds[:, 1] - bounds[:, 0])
    data = (np.ones(len(tokens), dtype=np.int64), (row_of_token, tokens.type_ids.astype(np.int64)))
    counts = sparse.csr_array(sparse.coo_array(data, shape=(n_rows, n_types)))
    counts.sum_duplicates()
    by_document = _documents_with(counts, row_documents)
    kept = (np.asarray(counts.sum(axis=0)).ravel() >= min_count) & (by_document >= min_documents)
    if stop_words is None:
        kept &= tokens.content()
    else:
        kept &= np.array([word not in stops for word in tokens.vocabulary], dtype=bool)
    columns = np.flatnonzero(kept)
    named = "English function words" if stop_words is None else sorted(stops)
    settings = (("rows", rows), ("min_count", min_count), ("min_documents", min_documents), ("stop_words", named))
    return DocumentTermMatrix(
        counts=sparse.csr_array(counts[:, columns]),
        vocabulary=tuple(tokens.vocabulary[i] for i in columns),
        rows=names,
        row_documents=row_documents,
        row_bounds=bounds,
        tokens=tokens,
        settings=settings,
    )


def _rows(tokens: Tokens, unit: str) -> tuple[NDArray[np.int64], NDArray[np.int32], tuple[str, ...]]:
    names = tokens.corpus.names
    if unit == "document":
        bounds = np.column_stack([tokens.bounds[:-1], tokens.bounds[1:]])
        return bounds, np.arange(len(names), dtype=np.int32), names
    if unit != "paragraph":
        raise ArgumentError(f"rows {unit!r} is unknown; it must be 'document' or 'paragraph'")
    bounds = np.column_stack([tokens.paragraph_bounds[:-1], tokens.paragraph_bounds[1:]])
    documents = (np.searchsorted(tokens.bounds, bounds[:, 0], side="right") - 1).astype(np.int32)
    first = np.searchsorted(documents, np.arange(len(names)))
    labels = tuple(f"{names[d]}#{i - first[d] + 1}" for i, d in enumerate(documents))
    return bounds, documents, labels


def _documents_with(counts: sparse.csr_array, row_documents: NDArray[np.int32]) -> NDArray[np.int64]:
    coordinates = counts.tocoo()
    pairs = np.unique(np.stack([row_documents[coordinates.row], coordinates.col]), axis=1)
    return np.bincount(pairs[1], minlength=counts.shape[1]).astype(np.int64)


def ngram_counts(
    tokens: Tokens, n: int, *, is_read: NDArray[np.bool_] | None = None
) -> tuple[sparse.csr_array, NDArray[np.int64]]:
    """Counts of the runs of `n` tokens inside sentences, by document; of those that begin at a token of `is_read`.

    Returns
    -------
    counts : CSR array of int64, shape (n_documents, n_runs)
    first : int64 array of shape (n_runs,)
        Token with which each run begins where it occurs first; runs are ordered by their types' positions.
    """
    checked_whole("n", n)
    sentence_ends = np.repeat(tokens.sentence_bounds[1:], np.diff(tokens.sentence_bounds))
    inside = np.arange(len(tokens)) + n <= sentence_ends
    starts = np.flatnonzero(inside if is_read is None else inside & is_read)
    ranks = np.zeros(starts.size, dtype=np.int64)
    first = np.zeros(0, dtype=np.int64)
    for step in range(n):
        # Ranked anew at every step, so that the number never outgrows 64 bits.
        code = ranks * max(len(tokens.vocabulary), 1) + tokens.type_ids[starts + step]
        _, first, ranks = np.unique(code, return_index=True, return_inverse=True)
    data = (np.ones(starts.size, dtype=np.int64), (tokens.documents()[starts].astype(np.int64), ranks))
    counts = sparse.csr_array(sparse.coo_array(data, shape=(len(tokens.corpus), first.size)))
    counts.sum_duplicates()
    return counts, starts[first]
