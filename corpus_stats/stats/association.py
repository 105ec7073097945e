"""Association in 2 x 2 tables of counts: how surely a term belongs to the target rather than the reference.

Throughout this module, for a term in a target and a reference corpus:

    a, b    occurrences of the term in target, reference
    n, m    tokens in target, reference

Scores are signed: negative where the term is rarer in the target. All of them take words for independent draws;
in real splits of one outlet they called 20-36 % of words different. They order terms, and prove nothing.
Counts of documents instead of tokens (a, b documents that use the term, of n, m) make that error much smaller.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special, stats

from ..errors import ArgumentError
from ._checks import Counts, Scores, non_negative

__all__ = [
    "Fisher",
    "chi_squared",
    "fisher_exact",
    "independence_p",
    "log_likelihood",
    "log_likelihood_two_term",
    "pointwise_mutual_information",
    "table_counts",
    "text_dispersion_keyness",
    "williams",
]


@dataclass(frozen=True)
class Fisher:
    """Fisher's exact test.

    Attributes
    ----------
    p_value : float64 array
        Two-sided: the sum over all tables no more probable than the one observed.
    odds_ratio : float64 array
        Conditional maximum likelihood estimate; inf or 0 with an empty cell, nan for a term that never occurs.
    """

    p_value: Scores
    odds_ratio: Scores


def table_counts(a: Counts, b: Counts, n: Counts, m: Counts) -> tuple[Scores, Scores, Scores, Scores]:
    """Broadcast the four counts to float64 arrays, and refuse impossible ones.

    Raises
    ------
    ArgumentError
        A negative count, or a term that occurs more often than there are tokens.
    """
    named = (("a", a), ("b", b), ("n", n), ("m", m))
    a, b, n, m = np.broadcast_arrays(*(non_negative(name, values) for name, values in named))
    wrong = (a > n) | (b > m)
    if wrong.any():
        term = int(np.flatnonzero(wrong)[0])
        target, reference, tokens, others = (f"{values.flat[term]:.15g}" for values in (a, b, n, m))
        raise ArgumentError(
            f"term {term} occurs {target} and {reference} times in corpora of {tokens} and {others} tokens"
        )
    return a, b, n, m


def log_likelihood(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Signed log-likelihood ratio G2 of a term's use in target against reference, over all four cells.

    Parameters
    ----------
    a, b, n, m : array_like of non-negative numbers, shapes that broadcast

    Returns
    -------
    float64 array
        Negative where the term is rarer in the target. Asymptotically chi-squared with 1 degree of freedom under
        independence: not so for small counts, nor for words of articles.

    Raises
    ------
    ArgumentError
        A term occurs more often than there are tokens.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19(1), 61-74.
    """
    observed, expected = _observed_and_expected(a, b, n, m)
    g2 = 2 * special.rel_entr(observed, expected).sum(axis=0)
    return _signed(g2, observed, expected)


def log_likelihood_two_term(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Signed log-likelihood of Rayson and Garside, over the two cells where the term occurs.

    Not Dunning's G2, though often given its name; the two are close for rare terms only.

    References
    ----------
    Rayson, P., & Garside, R. (2000). Comparing corpora using frequency profiling. Workshop on Comparing Corpora,
    ACL 2000, 1-6.
    """
    observed, expected = _observed_and_expected(a, b, n, m)
    score = 2 * special.rel_entr(observed[:2], expected[:2]).sum(axis=0)
    return _signed(score, observed, expected)


def chi_squared(a: Counts, b: Counts, n: Counts, m: Counts, *, correction: bool = True) -> Scores:
    """Signed chi-squared of a term's use in target against reference, with Yates's correction as R has it.

    The correction takes at most |O - E| away, so that a difference below one half scores 0. nan for a term that
    never occurs, or that all tokens are.

    References
    ----------
    Yates, F. (1934). Contingency tables involving small numbers and the chi-squared test. Supplement to the
    Journal of the Royal Statistical Society 1, 217-235. R's chisq.test.
    """
    observed, expected = _observed_and_expected(a, b, n, m)
    distance = np.abs(observed - expected)
    if correction:
        distance = np.maximum(distance - 0.5, 0)
    terms = np.divide(distance**2, expected, out=np.full(expected.shape, np.nan), where=expected > 0)
    return _signed(terms.sum(axis=0), observed, expected)


def williams(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Signed G2 with Williams's correction for small samples.

    References
    ----------
    Williams, D. A. (1976). Improved likelihood ratio tests for complete contingency tables. Biometrika 63, 33-37.
    """
    g2 = log_likelihood(a, b, n, m)
    a, b, n, m = table_counts(a, b, n, m)
    total = n + m
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = total / (a + b) + total / (total - a - b) - 1
        corpora = total / n + total / m - 1
        q = 1 + terms * corpora / (6 * total)
    return np.asarray(np.divide(g2, q, out=np.zeros(g2.shape), where=np.isfinite(q)))


def fisher_exact(
    a: Counts, b: Counts, n: Counts, m: Counts, *, alternative: Literal["two-sided", "less", "greater"] = "two-sided"
) -> Fisher:
    """Fisher's exact test of each term, with the conditional odds ratio.

    The sample odds ratio ad / bc is another number: see ``odds_ratio`` in ``effects``.

    Parameters
    ----------
    a, b, n, m : array_like of whole numbers, shapes that broadcast
    alternative : "two-sided", "less" or "greater"
        Of the odds ratio against 1.

    References
    ----------
    Fisher, R. A. (1935). The logic of inductive inference. Journal of the Royal Statistical Society 98, 39-82.
    Computed by scipy.stats.
    """
    arrays = table_counts(a, b, n, m)
    shape = arrays[0].shape
    # many terms have the same table, and each table is costly
    tables, place = np.unique(
        np.stack([np.rint(array).astype(np.int64).ravel() for array in arrays], axis=1), axis=0, return_inverse=True
    )
    found = np.array([_fisher(table.tolist(), alternative) for table in tables]).reshape(-1, 2)[place.ravel()]
    return Fisher(found[:, 0].reshape(shape), found[:, 1].reshape(shape))


def pointwise_mutual_information(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Pointwise mutual information of term and target, in nats; -inf for a term the target never uses.

    Rare terms dominate it. nan for a term that never occurs.
    """
    a, b, n, m = table_counts(a, b, n, m)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log(a * (n + m) / ((a + b) * n)))


def text_dispersion_keyness(a: Counts, b: Counts, n: Counts, m: Counts) -> Scores:
    """Signed G2 on numbers of documents: text-dispersion keyness.

    Parameters
    ----------
    a, b : array_like
        Documents of target and reference that use the term.
    n, m : array_like
        Documents of target and reference.

    Raises
    ------
    ArgumentError
        More documents use a term than there are.

    References
    ----------
    Egbert, J., & Biber, D. (2019). Incorporating text dispersion into keyword analyses. Corpora 14(1), 77-104.
    """
    a, b, n, m = np.broadcast_arrays(a, b, n, m)
    wrong = (a > n) | (b > m)
    if wrong.any():
        term = int(np.flatnonzero(wrong)[0])
        users, others, target, reference = (f"{values.flat[term]:.15g}" for values in (a, b, n, m))
        raise ArgumentError(f"term {term} is in {users} and {others} documents of {target} and {reference}")
    return log_likelihood(a, b, n, m)


def independence_p(score: ArrayLike) -> Scores:
    """p of a score under chi-squared with 1 degree of freedom, sign ignored.

    True of independent draws only, which words are not: for comparison with other tools.
    """
    return np.asarray(stats.chi2.sf(np.abs(np.asarray(score, dtype=np.float64)), 1))


def _observed_and_expected(a: Counts, b: Counts, n: Counts, m: Counts) -> tuple[Scores, Scores]:
    """Cells of the four-fold tables, in the order a, b, n - a, m - b."""
    a, b, n, m = table_counts(a, b, n, m)
    total = n + m
    if (total == 0).any():
        raise ArgumentError("both corpora hold 0 tokens; a comparison needs at least one token")
    observed = np.stack([a, b, n - a, m - b])
    terms, others = (a + b) / total, (total - a - b) / total
    return observed, np.stack([terms * n, terms * m, others * n, others * m])


def _signed(score: Scores, observed: Scores, expected: Scores) -> Scores:
    # a score of 0 keeps no sign: -0.0 would differ from 0.0 when the two sides swap
    return np.asarray(np.copysign(np.maximum(score, 0), observed[0] - expected[0]) + 0.0)


def _fisher(table: list[int], alternative: Literal["two-sided", "less", "greater"]) -> tuple[float, float]:
    a, b, n, m = table
    cells = np.array([[a, n - a], [b, m - b]])
    p_value = float(stats.fisher_exact(cells, alternative=alternative).pvalue)
    if a + b == 0 or a + b == n + m or not n or not m:
        return p_value, np.nan
    return p_value, float(stats.contingency.odds_ratio(cells, kind="conditional").statistic)
