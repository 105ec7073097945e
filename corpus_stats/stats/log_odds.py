"""Log-odds ratios with a Dirichlet prior: differences of use, shrunk where there is little to see.

    y       occurrences of each term in one corpus, n their sum
    alpha   occurrences that the prior adds to each term, a0 their sum: the size of the prior

The prior decides how far the scores shrink, so its size belongs beside every one of them. z is for ranking: its
size depends on the prior, and it takes words for independent draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from ..errors import ArgumentError
from ._checks import Counts, Scores, non_negative

__all__ = ["LogOdds", "informative_prior", "log_odds_ratio", "normal_share", "weighted_log_odds"]


@dataclass(frozen=True)
class LogOdds:
    """Log-odds ratio with a Dirichlet prior, one value per term.

    Attributes
    ----------
    delta : float64 array
        Natural log of the odds in the target over those in the reference, both with the prior added.
    variance : float64 array
    z : float64 array
        delta / sqrt(variance). Not calibrated.
    prior_size : float
        a0, in tokens.
    """

    delta: Scores
    variance: Scores
    z: Scores
    prior_size: float


def informative_prior(background: Counts, size: float) -> Scores:
    """Prior of ``size`` tokens, divided over the terms as in the background.

    Raises
    ------
    ArgumentError
        A size that is not above 0, or a background without occurrences.
    """
    counts = non_negative("background", background)
    if not size > 0:
        raise ArgumentError(f"the prior has a size of {size:g} tokens; it must be above 0")
    if counts.sum() == 0:
        raise ArgumentError("the background holds 0 occurrences; a prior needs at least one")
    return np.asarray(size * counts / counts.sum())


def log_odds_ratio(
    target: Counts, reference: Counts, prior: Counts, *, cells: Literal["two", "four"] = "two"
) -> LogOdds:
    """Log-odds ratio of each term with an informative Dirichlet prior, its variance and z.

    Parameters
    ----------
    target, reference : array_like of shape (V,)
        Occurrences of every term of the vocabulary.
    prior : array_like of shape (V,), or a number
        alpha of every term; one number gives each term the same.
    cells : "two" or "four"
        Cells that the variance sums over: the term's own two (eq. 20), or the other words' two as well (eq. 19).

    Raises
    ------
    ArgumentError
        A prior that is negative, or 0 everywhere.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: lexical feature selection and
    evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403.
    """
    y, other = non_negative("target", target), non_negative("reference", reference)
    if y.ndim != 1 or y.shape != other.shape:
        raise ArgumentError(f"target and reference have shapes {y.shape} and {other.shape}; one count a term in both")
    alpha = _checked_prior(prior, y.shape)
    size = float(alpha.sum())
    if cells not in ("two", "four"):
        raise ArgumentError(f"cells is {cells!r}; it must be 'two' or 'four'")
    with np.errstate(divide="ignore", invalid="ignore"):
        ours, theirs = y + alpha, other + alpha
        rest, their_rest = y.sum() + size - ours, other.sum() + size - theirs
        delta = np.log(ours / rest) - np.log(theirs / their_rest)  # Monroe et al. 2008, eq. 16
        variance = 1 / ours + 1 / theirs  # eq. 20
        if cells == "four":
            variance = variance + 1 / rest + 1 / their_rest  # eq. 19
        return LogOdds(delta, variance, delta / np.sqrt(variance), size)


def weighted_log_odds(
    counts: Counts, *, prior: Literal["pooled", "uniform"] = "pooled", complete: bool = True
) -> Scores:
    """Weighted log odds of each term in each group against all groups together, that group included.

    Parameters
    ----------
    counts : array_like of shape (G, V)
        Occurrences in groups x terms.
    prior : "pooled" or "uniform"
        What is added to each count: the term's count over all groups, or 1.
    complete : bool
        Whether a group that never uses a term has a score for it. R's tidylo leaves such rows out of the sums as
        well, which False reproduces; they are nan then.

    Raises
    ------
    ArgumentError
        Fewer than two groups.

    References
    ----------
    Schnoebelen, T., Silge, J., & Hayes, A. tidylo: weighted tidy log odds ratio (R package), after Monroe et al.
    (2008).
    """
    y = non_negative("counts", counts)
    if y.ndim != 2 or len(y) < 2:
        raise ArgumentError(f"counts have shape {y.shape}; groups x terms of two groups or more are needed")
    if prior not in ("pooled", "uniform"):
        raise ArgumentError(f"prior is {prior!r}; it must be 'pooled' or 'uniform'")
    alpha = np.broadcast_to(y.sum(axis=0) if prior == "pooled" else 1.0, y.shape)
    present = (y > 0) | complete
    own = np.where(present, y + alpha, 0.0)
    pooled = own.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = own / (own.sum(axis=1, keepdims=True) - own)
        delta = np.log(odds) - np.log(pooled / (pooled.sum() - pooled))
        score = delta / np.sqrt(1 / own + 1 / pooled)
    return np.where(present & (own > 0), score, np.nan)


def normal_share(z: ArrayLike) -> Scores:
    """Share of the standard normal distribution below z, for comparison with tools that print it as a score."""
    return np.asarray(special.ndtr(np.asarray(z, dtype=np.float64)))


def _checked_prior(prior: Counts, shape: tuple[int, ...]) -> Scores:
    alpha = np.asarray(prior, dtype=np.float64)
    if not np.isfinite(alpha).all() or (alpha < 0).any():
        wrong = alpha[~(alpha >= 0) | ~np.isfinite(alpha)].flat[0]
        raise ArgumentError(f"the prior holds {wrong:g}; occurrences added to a term are finite and not negative")
    if alpha.ndim and alpha.shape != shape:
        raise ArgumentError(f"the prior has shape {alpha.shape}; one number, or one for each of {shape[0]} terms")
    if not alpha.any():
        raise ArgumentError("the prior is 0 for every term; it must add something to some")
    return np.broadcast_to(alpha, shape)
