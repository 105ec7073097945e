"""Sizes of a difference in 2 x 2 tables of counts: how much more often, in which unit.

    a, b    occurrences of the term in target, reference
    n, m    tokens in target, reference

At small counts every one of them is noise without bound; give an interval beside it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..errors import ArgumentError
from ._checks import Counts, Scores, checked_fraction
from .association import table_counts
from .intervals import clopper_pearson

__all__ = [
    "bayes_factor",
    "conservative_log_ratio",
    "effect_size_log_likelihood",
    "log_ratio",
    "odds_ratio",
    "percent_difference",
    "relative_risk",
    "simple_maths",
]


def log_ratio(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Binary logarithm of the ratio of rates: 1 is twice, 2 four times as often in the target.

    A count of 0 is taken as one half. nan for a term that never occurs.

    Raises
    ------
    ArgumentError
        A term occurs more often than there are tokens, or a side has no tokens.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social Science.
    """
    a, b, n, m = _rated(a, b, n, m)
    ratio = np.log2(np.where(a == 0, 0.5, a) / n) - np.log2(np.where(b == 0, 0.5, b) / m)
    return np.where(a + b > 0, ratio, np.nan)


def percent_difference(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Difference of the rates in per cent of the reference's rate; nan where the reference never uses the term.

    References
    ----------
    Gabrielatos, C., & Marchi, A. (2012). Keyness: appropriate metrics and practical issues. CADS International
    Conference.
    """
    return np.asarray(100 * (relative_risk(a, b, n, m) - 1))


def relative_risk(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Ratio of the rates; nan where the reference never uses the term, of which only the counts can be told."""
    a, b, n, m = _rated(a, b, n, m)
    return np.asarray(np.divide(a / n, b / m, out=np.full(a.shape, np.nan), where=b > 0))


def odds_ratio(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Sample odds ratio a (m - b) / (b (n - a)); inf over 0, nan for 0 over 0."""
    a, b, n, m = _rated(a, b, n, m)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(a * (m - b) / (b * (n - a)))


def bayes_factor(score: ArrayLike, n: Counts, m: Counts) -> Scores:
    """BIC of a G2 with 1 degree of freedom: above 2 positive, 6 strong, 10 very strong evidence.

    It takes words for independent draws, as the G2 it is made from.

    Parameters
    ----------
    score : array_like
        G2 or two-term log-likelihood; its sign is ignored.
    n, m : array_like
        Tokens in target, reference.

    References
    ----------
    Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In M. Bieswanger & A.
    Koll-Stobbe (Eds.), New approaches to the study of linguistic variability. Peter Lang.
    """
    _, _, n, m = _rated(0, 0, n, m)
    return np.asarray(np.abs(np.asarray(score, dtype=np.float64)) - np.log(n + m))


def effect_size_log_likelihood(score: ArrayLike, a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """ELL: a log-likelihood over N ln(E), E the smaller expected count of the term; nan where E is 1 or less.

    References
    ----------
    Johnston, J. E., Berry, K. J., & Mielke, P. W. (2006). Measures of effect size for chi-squared and
    likelihood-ratio goodness-of-fit tests. Perceptual and Motor Skills 103, 412-414.
    """
    a, b, n, m = _rated(a, b, n, m)
    smaller = (a + b) * np.minimum(n, m) / (n + m)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.abs(np.asarray(score, dtype=np.float64)) / ((n + m) * np.log(smaller))
    return np.where(smaller > 1, size, np.nan)


def simple_maths(a: Counts, b: Counts, n: Counts, m: Counts, *, smoothing: float = 100.0) -> Scores:
    """Ratio of rates per million, each with ``smoothing`` added.

    With articles of 500 words one occurrence is 2,000 per million: 100 is then far too small.

    References
    ----------
    Kilgarriff, A. (2009). Simple maths for keywords. Proceedings of Corpus Linguistics 2009.
    """
    if not smoothing > 0:
        raise ArgumentError(f"smoothing is {smoothing}; it must be above 0")
    a, b, n, m = _rated(a, b, n, m)
    return np.asarray((1e6 * a / n + smoothing) / (1e6 * b / m + smoothing))


def conservative_log_ratio(
    a: Counts, b: Counts, n: Counts, m: Counts, *, level: float = 0.95, family: int | None = None
) -> Scores:
    """Log Ratio at the end of its interval nearest to 0, and 0 where the interval includes 0.

    Meant for numbers of documents: a, b documents that use the term, of n and m. The interval is the exact
    conditional one, at the level corrected by Bonferroni for the family.

    Parameters
    ----------
    a, b, n, m : array_like, shapes that broadcast
    level : float
        Before the correction.
    family : int, optional
        Terms compared; all of those given, unless said otherwise.

    References
    ----------
    Evert, S. (2022). Measuring keyness. Digital Humanities 2022 conference abstracts. R package corpora.
    """
    a, b, n, m = _rated(a, b, n, m)
    checked_fraction("level", level)
    size = max(a.size, 1) if family is None else family
    if size < 1:
        raise ArgumentError(f"the family has {size} terms; it must have 1 or more")
    share = clopper_pearson(a, np.maximum(a + b, 1), level=1 - (1 - level) / size)
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (np.log2(limit / (1 - limit) * m / n) for limit in (share.low, share.high))
    score = np.where(a / n >= b / m, np.maximum(low, 0), np.minimum(high, 0))
    return np.where(a + b > 0, score + 0.0, np.nan)


def _rated(a: Counts, b: Counts, n: Counts, m: Counts) -> tuple[Scores, Scores, Scores, Scores]:
    counts = table_counts(a, b, n, m)
    if (counts[2] == 0).any() or (counts[3] == 0).any():
        raise ArgumentError("a rate needs at least one token on both sides; one side holds 0")
    return counts
