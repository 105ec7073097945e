"""Divergence of distributions (of labels, of words, of topics), and what chance alone would show.

The divergence of two small samples is far above 0 where their sources are the same: with five labels a side of six
equally divided ones it is .37 bits on average. The permutation band says what these very sample sizes give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special
from scipy.spatial import distance

from ..errors import ArgumentError
from ._checks import (
    Counts,
    Scores,
    checked_fraction,
    checked_matrix,
    checked_resamples,
    checked_seed,
    checked_target,
    matrix_product,
    non_negative,
)
from ._labelings import (
    EXACT_LABELINGS,
    all_labelings,
    exchangeable,
    permutation_design,
    random_labelings,
)

__all__ = [
    "DivergenceBand",
    "entropy",
    "hellinger",
    "jensen_shannon",
    "jensen_shannon_band",
    "miller_madow_entropy",
]

_WIDTH = 512


@dataclass(frozen=True)
class DivergenceBand:
    """Jensen-Shannon divergence of two sides, with what exchanging their documents gives; all in bits.

    Attributes
    ----------
    divergence : float
    expected : float
        Mean over labelings of the documents: what two sides with one source would show.
    excess : float
        divergence - expected; the number to report.
    low, high : float
        Band that holds the level's share of the labelings.
    p_value : float
        Share of labelings with as large a divergence, ties counted.
    exact : bool
    n_labelings : int
    """

    divergence: float
    expected: float
    excess: float
    low: float
    high: float
    p_value: float
    exact: bool
    n_labelings: int


def jensen_shannon(p: Counts, q: Counts) -> Scores:
    """Jensen-Shannon divergence of two distributions with equal weights, in bits, along the last axis.

    Counts are divided by their sums. SciPy's function of like name gives the square root.

    References
    ----------
    Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE Transactions on Information Theory
    37(1), 145-151.
    """
    p, q = _distributions(p, q)
    return np.asarray(distance.jensenshannon(p, q, base=2, axis=-1)) ** 2


def hellinger(p: Counts, q: Counts) -> Scores:
    """Hellinger distance of two distributions, 0 to 1, along the last axis; counts are divided by their sums."""
    p, q = _distributions(p, q)
    return np.asarray(np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum(axis=-1) / 2))


def entropy(counts: Counts) -> Scores:
    """Entropy of counts in bits along the last axis, as they are: too low by about (K - 1) / 2n nats."""
    (shares,) = _distributions(counts)
    return np.asarray(special.entr(shares).sum(axis=-1) / np.log(2))


def miller_madow_entropy(counts: Counts) -> Scores:
    """Entropy of counts in bits along the last axis, with Miller and Madow's correction for small samples.

    Below about 30 counts it does not cure the bias.

    References
    ----------
    Miller, G. (1955). Note on the bias of information estimates. In H. Quastler (Ed.), Information theory in
    psychology, 95-100.
    """
    y = non_negative("counts", counts)
    kinds = (y > 0).sum(axis=-1)
    return np.asarray(entropy(y) + (kinds - 1) / (2 * y.sum(axis=-1)) / np.log(2))


def jensen_shannon_band(
    counts: Any, target: ArrayLike, *, blocks: Iterable[Any] | None = None, level: float = 0.95,
    resamples: int = 9999, seed: int = 0, minimum: int = 10,
) -> DivergenceBand:  # fmt: skip
    """Jensen-Shannon divergence of target and rest, with its permutation band over documents.

    Parameters
    ----------
    counts : matrix of labels x documents, dense or sparse
        Single mentions may stand for documents where they are independent; mentions in one article are not.
    target : array_like of bool, shape (n,)
    blocks : the event of each document, optional; documents in blocks of one side only are left out
    minimum : int
        Labels that each side must hold: below it list them instead of measuring.

    Raises
    ------
    ArgumentError
        Too few labels on a side, or resamples below 1.
    """
    matrix = checked_matrix(counts)
    tail = (1 - checked_fraction("level", level)) / 2
    design = exchangeable(permutation_design(checked_target(target, matrix.shape[1]), blocks))
    matrix = matrix[:, design.documents]
    total = np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()[:, None]
    inside = matrix_product(matrix, (design.labels == 1).astype(np.float64)[:, None])
    held = inside.sum(), (total - inside).sum()
    if min(held) < max(minimum, 1):
        raise ArgumentError(
            f"the sides hold {held[0]:.15g} and {held[1]:.15g} labels; a divergence needs {max(minimum, 1)} on each"
        )
    observed = float(_divergences(inside, total)[0])
    exact = design.n_labelings <= EXACT_LABELINGS
    labelings = all_labelings(design, width=_WIDTH) if exact else random_labelings(
        design, resamples=checked_resamples(resamples), width=_WIDTH,
        generator=np.random.default_rng(checked_seed(seed)),
    )  # fmt: skip
    values = np.concatenate(
        [_divergences(matrix_product(matrix, (part == 1).astype(np.float64)), total) for part in labelings]
    )
    as_large = int((values >= observed - 1e-12).sum())
    p_value = as_large / len(values) if exact else (1 + as_large) / (len(values) + 1)
    low, high = np.quantile(values, [tail, 1 - tail])
    expected = float(values.mean())
    return DivergenceBand(observed, expected, observed - expected, float(low), float(high), p_value, exact, len(values))


def _divergences(inside: Scores, total: Scores) -> Scores:
    """Divergence of each column from the rest of the total; 1 bit where a labeling leaves one side nothing."""
    outside = total - inside
    empty = (inside.sum(axis=0) == 0) | (outside.sum(axis=0) == 0)
    values = np.ones(inside.shape[1])
    if not empty.all():
        values[~empty] = jensen_shannon(inside[:, ~empty].T, outside[:, ~empty].T)
    return values


def _distributions(*samples: Counts) -> list[Scores]:
    arrays = [non_negative("counts", sample) for sample in samples]
    if any(array.ndim == 0 or array.shape[-1] != arrays[0].shape[-1] for array in arrays):
        shapes = " and ".join(str(array.shape) for array in arrays)
        raise ArgumentError(f"distributions have shapes {shapes}; each needs the same labels, along the last axis")
    if any((array.sum(axis=-1) == 0).any() for array in arrays):
        raise ArgumentError("a distribution holds 0 counts; it needs at least one")
    return [array / array.sum(axis=-1, keepdims=True) for array in arrays]
