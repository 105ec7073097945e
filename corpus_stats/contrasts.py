"""What is compared: independent units, labels that may be exchanged, frequency lists.

A wire article in six copies is one observation, not six: permuting its copies one by one calls chance a difference.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .corpus import Corpus
from .errors import ArgumentError, nearest
from .matrix import DocumentTermMatrix
from .stats.incidence import stacked_rows, summed_rows
from .stats.intervals import garwood
from .tokens import type_of

__all__ = [
    "Comparison",
    "Units",
    "absent_term",
    "exchange_blocks",
    "group_comparison",
    "independent_units",
    "listed_counts",
    "outside_tests",
    "reference_comparison",
    "small_counts",
]

_SMALL_COUNT = 5


@dataclass(frozen=True, eq=False)
class Comparison:
    """Counts by document, and which documents stand on which side of each group's comparison.

    Attributes
    ----------
    vocabulary : tuple of str
    counts : CSR array of int64, documents x types
    lengths : int64 array
        Tokens of each document.
    names : tuple of str
        Groups, one comparison each.
    sides : int8 array, groups x documents
        1 for the group, 0 for what it is compared with, -1 for neither.
    codes : int64 array or None
        Group of each document; None where there is a reference.
    events, blocks : int64 arrays or None
        Event of each document, and blocks inside which labels are exchanged.
    shared : bool array or None
        Documents whose unit another group carries too.
    listed : int64 array or None
        Counts of a frequency list, whose words are `list_tokens`.
    notes : tuple of str
        What was done with near-copies and lists, in sentences.
    """

    vocabulary: tuple[str, ...]
    counts: Any
    lengths: NDArray[np.int64]
    names: tuple[str, ...]
    sides: NDArray[np.int8]
    codes: NDArray[np.int64] | None = None
    events: NDArray[np.int64] | None = None
    blocks: NDArray[np.int64] | None = None
    shared: NDArray[np.bool_] | None = None
    listed: NDArray[np.int64] | None = None
    list_tokens: int = 0
    notes: tuple[str, ...] = ()

    def of(self, columns: NDArray[np.int64]) -> Comparison:
        """Comparison of some of the types."""
        return replace(
            self,
            vocabulary=tuple(self.vocabulary[i] for i in columns),
            counts=self.counts[:, columns],
            listed=None if self.listed is None else self.listed[columns],
        )


@dataclass(frozen=True, eq=False)
class Units:
    """Documents that stand for their units.

    Attributes
    ----------
    documents : int64 array
        Positions among the documents given, in their order: one of each unit in each group, the longest.
    shared : bool array, one for each of `documents`
        Whether another group carries a copy of the same unit.
    n_copies : int
        Documents that are left out because another one stands for them.
    """

    documents: NDArray[np.int64]
    shared: NDArray[np.bool_]
    n_copies: int


def group_comparison(
    matrix: DocumentTermMatrix,
    groups: tuple[Sequence[str], NDArray[np.int64]],
    *,
    events: NDArray[np.int64] | None = None,
    units: str | Mapping[str, str] | None = None,
) -> Comparison:
    """Comparison of each group with the rest: `groups` are their names, and the group of each document of the corpus.

    `events` holds the event of each document, in the order of the corpus.
    """
    names, codes = groups
    counts, lengths, documents = _by_document(matrix)
    everywhere = np.zeros(len(codes), dtype=np.int64)
    everywhere[documents] = lengths
    chosen = independent_units(matrix.tokens.corpus, units, codes, everywhere)
    present = np.isin(chosen.documents, documents)
    kept, shared = chosen.documents[present], chosen.shared[present]
    rows = np.searchsorted(documents, kept)
    kept_events = None if events is None else events[kept]
    line = f"{chosen.n_copies} near-copies are left out: the longest document of a unit stands for it in each group."
    return Comparison(
        vocabulary=matrix.vocabulary,
        counts=counts[rows],
        lengths=lengths[rows],
        names=tuple(names),
        sides=(codes[kept] == np.arange(len(names))[:, None]).astype(np.int8),
        codes=codes[kept],
        events=kept_events,
        blocks=exchange_blocks(kept_events, shared),
        shared=shared,
        notes=(line,) if chosen.n_copies else (),
    )


def reference_comparison(
    groups: Comparison, reference: DocumentTermMatrix | Mapping[str, int], *, tokens: int | None = None
) -> Comparison:
    """Comparison of each group with documents of another corpus, or with a frequency list of `tokens` words.

    Raises
    ------
    ArgumentError
        A list with impossible counts, or with more words than `tokens`.
    """
    sides = np.where(groups.sides == 1, 1, -1).astype(np.int8)
    alone = replace(groups, sides=sides, codes=None, events=None, blocks=None, shared=None)
    if isinstance(reference, DocumentTermMatrix):
        if tokens is not None:
            raise ArgumentError("reference_tokens is given with a matrix; it belongs to a frequency list")
        counts, lengths, _ = _by_document(reference)
        stacked, vocabulary = stacked_rows(groups.counts, groups.vocabulary, counts, reference.vocabulary)
        others = np.zeros((len(groups.names), len(lengths)), dtype=np.int8)
        both = np.concatenate([groups.lengths, lengths])
        return replace(alone, vocabulary=vocabulary, counts=stacked, lengths=both, sides=np.hstack([sides, others]))
    listed, total = listed_counts(reference, groups.vocabulary)
    if tokens is not None and tokens < total:
        raise ArgumentError(f"reference_tokens is {tokens}; the list alone counts {total} words")
    note = (
        "The reference is a frequency list: it does not say how its words spread over documents, so no test by document"
        " is possible and no p value is given. Intervals take its rates as exact."
    )
    return replace(alone, listed=listed, list_tokens=tokens or total, notes=(*groups.notes, note))


def independent_units(
    corpus: Corpus, units: str | Mapping[str, str] | None, groups: ArrayLike, lengths: ArrayLike
) -> Units:
    """Units of a corpus: near-copies count once in each group that carries them.

    Parameters
    ----------
    corpus : Corpus
    units : str or mapping of document name to unit, optional
        A document without a unit is one of its own.
    groups : array_like of int, shape (n_documents,)
        Group of every document.
    lengths : array_like of int, shape (n_documents,)
        Tokens of every document: the longest of a unit stands for it, the first by name where several are as long.

    Raises
    ------
    ArgumentError
        A column, or a document, that the corpus does not have.
    """
    codes, sizes = np.asarray(groups, dtype=np.int64), np.asarray(lengths, dtype=np.int64)
    if units is None:
        return Units(np.arange(len(codes)), np.zeros(len(codes), dtype=bool), 0)
    if isinstance(units, str):
        values = corpus.values(units)
    else:
        unknown = sorted(set(units) - set(corpus.names))
        if unknown:
            raise ArgumentError(f"document {unknown[0]!r} is not in the corpus; {nearest(unknown[0], corpus.names)}")
        values = tuple(units.get(name) for name in corpus.names)
    longest: dict[tuple[str | int, int], int] = {}
    carriers: dict[str | int, set[int]] = {}
    for i, value in enumerate(values):
        unit = i if value is None else value
        carriers.setdefault(unit, set()).add(int(codes[i]))
        place = (unit, int(codes[i]))
        if place not in longest or sizes[i] > sizes[longest[place]]:
            longest[place] = i
    kept = {i: len(carriers[unit]) > 1 for (unit, _), i in longest.items()}
    documents = np.array(sorted(kept), dtype=np.int64)
    return Units(documents, np.array([kept[int(i)] for i in documents], dtype=bool), len(codes) - len(documents))


def exchange_blocks(blocks: NDArray[np.int64] | None, shared: NDArray[np.bool_]) -> NDArray[np.int64] | None:
    """Blocks within which labels are exchanged; None where all may be.

    A text that several groups carry cannot tell them apart: its copies get blocks of their own, and so keep their
    labels.
    """
    if not shared.any():
        return blocks
    found = np.zeros(len(shared), dtype=np.int64) if blocks is None else blocks.copy()
    found[shared] = found.max() + 1 + np.arange(shared.sum())
    return found


def listed_counts(reference: Mapping[str, int], vocabulary: Sequence[str]) -> tuple[NDArray[np.int64], int]:
    """Counts of a frequency list for every type of a vocabulary, and the sum of the whole list.

    Words are folded as tokens are, so that none stands twice for its apostrophe or case.

    Raises
    ------
    ArgumentError
        A count that is no whole number of 0 or more, or a list that counts nothing.
    """
    counts: dict[str, int] = {}
    for word, n in reference.items():
        if not n >= 0 or n != int(n):
            raise ArgumentError(f"the reference counts {word!r} {n} times; a count is a whole number of 0 or more")
        folded = type_of(word)
        counts[folded] = counts.get(folded, 0) + int(n)
    total = sum(counts.values())
    if total == 0:
        raise ArgumentError("the reference counts no word; a frequency list needs at least one")
    return np.array([counts.get(word, 0) for word in vocabulary], dtype=np.int64), total


def outside_tests(comparison: Comparison) -> tuple[str, ...]:
    """Which documents are counted but take no part in the tests, and why, in sentences."""
    lines = []
    if comparison.shared is not None and comparison.shared.any():
        lines.append(
            f"{comparison.shared.sum()} documents are near-copies of one in another group: they are counted, but no"
            " part of any p."
        )
    events, codes = comparison.events, comparison.codes
    if events is not None and codes is not None:
        pairs = np.unique(np.stack([events, codes]), axis=1)
        alone = int((np.bincount(pairs[0])[events] < 2).sum())
        if alone:
            lines.append(
                f"{alone} of {len(events)} documents are on events of one group only: they are counted, but no part of"
                " any p."
            )
    return tuple(lines)


def small_counts(terms: Sequence[tuple[str, int, int]], *, most: int = 3) -> tuple[str, ...]:
    """W-SMALLCOUNT for the rarest of some terms, each with its occurrences and documents.

    The factor is that of a count that is Poisson; words come in bursts, and are more uncertain still.
    """
    lines = []
    # Counted alike in several groups, a term has one sentence.
    small = {(n, word, n_documents) for word, n, n_documents in terms if 0 < n <= _SMALL_COUNT}
    for n, word, n_documents in sorted(small)[:most]:
        limits = garwood(n)
        factor = max(float(n / limits.low), float(limits.high / n))
        times = "1 time" if n == 1 else f"{n} times"
        where = "1 document" if n_documents == 1 else f"{n_documents} documents"
        lines.append(
            f"W-SMALLCOUNT: {word!r} occurs {times} in {where}; its rate is uncertain by a factor of {factor:.1f}."
        )
    return tuple(lines)


def absent_term(word: str, vocabulary: Collection[str]) -> str:
    """Message on a term that never occurs, with the type that is spelled most like it."""
    similar = difflib.get_close_matches(word, sorted(vocabulary), n=1, cutoff=0)
    return f"term {word!r} never occurs" + (f"; the nearest type is {similar[0]!r}" if similar else "")


def _by_document(matrix: DocumentTermMatrix) -> tuple[Any, NDArray[np.int64], NDArray[np.int64]]:
    """Counts and lengths with one row a document, whatever the rows of the matrix are, and the documents."""
    counts, documents = summed_rows(matrix.counts, matrix.row_documents)
    lengths = np.bincount(matrix.row_documents, weights=matrix.lengths, minlength=len(matrix.tokens.corpus))
    return counts, lengths[documents].astype(np.int64), documents
