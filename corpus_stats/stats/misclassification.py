"""How far a tool's yes and no can be trusted, from units that people have judged too; and shares corrected for it.

Units were drawn by strata, with known chances, from all units that the tool has judged. Throughout this module:

    found    whether the tool says yes of a unit
    coded    what people say of it: 1 yes, 0 no, a half where they are of two minds; nan where nobody has judged it
    w        how many units a drawn one stands for, 1 / its chance of being drawn
    a, b     share coded yes among the units that the tool found, and among those that it did not
    N1, N0   units that the tool found and did not find, in all that was drawn from: known, not estimated

Hence precision a, recall N1 a / (N1 a + N0 b), and the share of yes (N1 a + N0 b) / (N1 + N0), which is what Rogan and
Gladen's correction comes to when sensitivity and specificity are estimated so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from ..errors import ArgumentError
from ._checks import Scores, checked_fraction, checked_resamples, checked_seed, non_negative

__all__ = ["LEAST_YOUDEN", "Accuracy", "Estimate", "accuracy", "corrected_ratio", "domain_share", "rogan_gladen"]

LEAST_YOUDEN = 0.1
"""Least sensitivity + specificity - 1 for which shares are corrected."""

_UNKNOWN = (np.nan, np.nan, np.nan)


@dataclass(frozen=True)
class Estimate:
    """A number with its interval; nan where the units drawn cannot tell it."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Accuracy:
    """What people's judgement of a sample says of a tool's.

    Attributes
    ----------
    precision : Estimate
        Share coded yes of the units that the tool found.
    recall : Estimate
        Share found of the units coded yes: the sensitivity.
    specificity : Estimate
        Share not found of the units coded no.
    apparent : float
        Share found of all units, as the tool counts.
    share : Estimate
        Share of yes among all units, corrected; nan where sensitivity + specificity - 1 is below `LEAST_YOUDEN`.
    youden : float
        sensitivity + specificity - 1.
    draws : float64 array of shape (resamples,)
        Of the corrected share; empty where it is nan.
    """

    precision: Estimate
    recall: Estimate
    specificity: Estimate
    apparent: float
    share: Estimate
    youden: float
    draws: Scores


def rogan_gladen(apparent: ArrayLike, sensitivity: ArrayLike, specificity: ArrayLike) -> Scores:
    """Share of yes behind a share found, cut to 0 and 1.

    Raises
    ------
    ArgumentError
        A share outside 0 to 1, or sensitivity + specificity - 1 below `LEAST_YOUDEN`: the tool hardly tells yes from
        no, and the correction would blow up whatever error the two have.

    References
    ----------
    Rogan, W. J., & Gladen, B. (1978). Estimating prevalence from the results of a screening test. American Journal of
    Epidemiology 107(1), 71-76.
    """
    shares = [
        _checked_share(name, value)
        for name, value in (("apparent", apparent), ("sensitivity", sensitivity), ("specificity", specificity))
    ]
    youden = shares[1] + shares[2] - 1
    if (youden < LEAST_YOUDEN).any():
        raise ArgumentError(
            f"sensitivity + specificity - 1 is {float(youden.min()):.2g}; a share is corrected from {LEAST_YOUDEN} on"
        )
    return np.asarray(np.clip((shares[0] + shares[2] - 1) / youden, 0, 1))


def domain_share(
    coded: ArrayLike, weights: ArrayLike, strata: ArrayLike, domain: ArrayLike
) -> tuple[float, float]:  # fmt: skip
    """Weighted share of yes among the units of a domain, and the number of plain draws that would tell as much.

    Parameters
    ----------
    coded, weights : array_like of shape (n,)
    strata : array_like of int, shape (n,)
        From which stratum a unit was drawn.
    domain : array_like of bool, shape (n,)
        Which units the share is of; the others were drawn as well, and count in the variance.

    Returns
    -------
    share, effective : float
        nan and 0 where no unit is in the domain. The variance is the linearised one of a ratio, without a correction
        for finite strata; a stratum of one unit is compared with the whole. `effective` is never more than Kish's
        (sum w)^2 / sum w^2.

    References
    ----------
    Korn, E. L., & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
    counts estimated from survey data. Survey Methodology 24(2), 193-201. Kish, L. (1965). Survey sampling. Wiley.
    """
    inside = np.asarray(domain, dtype=bool)
    w = np.where(inside, np.asarray(weights, dtype=np.float64), 0.0)
    y = np.where(inside, np.asarray(coded, dtype=np.float64), 0.0)
    total = w.sum()
    if not total > 0:
        return np.nan, 0.0
    share = float(np.clip((w * y).sum() / total, 0, 1))
    kish = float(total**2 / (w**2).sum())
    _, stratum = np.unique(np.asarray(strata), return_inverse=True)
    z = w * (y - share) / total
    size = np.bincount(stratum)
    middle = np.where(size > 1, np.bincount(stratum, weights=z) / size, 0.0)
    factor = np.where(size > 1, size / np.maximum(size - 1, 1), 1.0)
    variance = float((factor[stratum] * (z - middle[stratum]) ** 2).sum())
    spread = share * (1 - share)
    return share, min(spread / variance, kish) if variance > 0 and spread > 0 else kish


def accuracy(
    found: ArrayLike, coded: ArrayLike, weights: ArrayLike, strata: ArrayLike, *, totals: tuple[int, int],
    level: float = 0.95, resamples: int = 4000, seed: int | Sequence[int] = 0,
) -> Accuracy:  # fmt: skip
    """Precision, recall and corrected share of a tool, from the units of a stratified sample that people have judged.

    Parameters
    ----------
    found, coded, weights, strata : array_like of shape (n,)
        See the module.
    totals : (N1, N0)
        Units that the tool found, and did not find, in all that was drawn from.
    level : float
    resamples : int
        Draws of a and b, each from the beta distribution of Jeffreys' prior and the effective number of units.
    seed : int or sequence of int

    Returns
    -------
    Accuracy

    Notes
    -----
    Resampling the drawn units within strata would take a recall of 1 for certain whenever no miss was drawn, however
    many units each of the drawn ones stands for: hence the beta distributions. In simulated corpora (300 and 3,000
    sentences, one in 50 and in 10 yes, recall .4 to .9, 40 to 200 sentences drawn) intervals of 95 % held the recall in
    94-100 % of samples, the corrected share in 95-100 %, ratios of two of them in 95-100 %; the bootstrap within strata
    held the recall in 4-98 %. They are wider than need be where most of a small corpus was drawn.

    References
    ----------
    Rogan and Gladen (1978), as in `rogan_gladen`. Tenenbein, A. (1970). A double sampling scheme for estimating from
    binomial data with misclassifications. JASA 65(331), 1350-1361. Lang, Z., & Reiczigel, J. (2014). Confidence limits
    for prevalence of disease adjusted for estimated sensitivity and specificity. Preventive Veterinary Medicine
    113(1), 13-22. Brown, L. D., Cai, T. T., & DasGupta, A. (2001). Interval estimation for a binomial proportion.
    Statistical Science 16(2), 101-133. Franco, C., Little, R. J. A., Louis, T. A., & Slud, E. V. (2019). Comparative
    study of confidence intervals for proportions in complex sample surveys. Journal of Survey Statistics and
    Methodology 7(3), 334-364.
    """
    tail = (1 - checked_fraction("level", level)) / 2
    hits, y, w, stratum = _checked_units(found, coded, weights, strata)
    n1, n0 = _checked_totals(totals)
    a, size_a = domain_share(y, w, stratum, hits)
    b, size_b = domain_share(y, w, stratum, ~hits)
    seeds = [checked_seed(one) for one in ((seed,) if isinstance(seed, int) else seed)]
    generator = np.random.default_rng(seeds)
    n_draws = checked_resamples(resamples)
    drawn_a, drawn_b = (_drawn(generator, *one, n_draws) for one in ((a, size_a), (b, size_b)))
    # A side that has no unit at all adds nothing, whatever its share would be.
    yes1, yes0 = (n1 * a if n1 else 0.0), (n0 * b if n0 else 0.0)
    ones, zeros = (n1 * drawn_a if n1 else np.zeros(n_draws)), (n0 * drawn_b if n0 else np.zeros(n_draws))
    recall = _ratio(yes1, yes0, ones, zeros, tail)
    specificity = _ratio(n0 - yes0, n1 - yes1, n0 - zeros, n1 - ones, tail)
    youden = recall.estimate + specificity.estimate - 1
    apparent, draws = n1 / (n1 + n0), np.array([], dtype=np.float64)
    share = Estimate(*_UNKNOWN)
    if youden >= LEAST_YOUDEN:
        draws = (ones + zeros) / (n1 + n0)
        share = _estimate(float(rogan_gladen(apparent, recall.estimate, specificity.estimate)), draws, tail)
    return Accuracy(_jeffreys(a, size_a, tail), recall, specificity, apparent, share, youden, draws)


def corrected_ratio(target: Accuracy, reference: Accuracy, *, level: float = 0.95) -> Estimate:
    """Ratio of two corrected shares, from two samples drawn apart; nan where one of them is missing or both are 0."""
    tail = (1 - checked_fraction("level", level)) / 2
    if not (target.draws.size and reference.draws.size):
        return Estimate(*_UNKNOWN)
    if target.draws.size != reference.draws.size:
        raise ArgumentError(
            f"the shares have {target.draws.size} and {reference.draws.size} draws; a ratio needs as many of both"
        )
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(np.float64(target.share.estimate) / reference.share.estimate)
        drawn = target.draws / reference.draws
    return _estimate(estimate, drawn, tail) if np.isfinite(estimate) else Estimate(*_UNKNOWN)


def _ratio(part: float, rest: float, parts: Scores, rests: Scores, tail: float) -> Estimate:
    """Share of `part` in `part` and `rest`, with the limits of its draws."""
    if not np.isfinite(part + rest) or part + rest <= 0:
        return Estimate(*_UNKNOWN)
    return _estimate(part / (part + rest), parts / (parts + rests), tail)


def _estimate(estimate: float, drawn: Scores, tail: float) -> Estimate:
    low, high = np.quantile(drawn, [tail, 1 - tail])
    # A share of 0 or 1 lies at the end of its own draws.
    return Estimate(estimate, min(float(low), estimate), max(float(high), estimate))


def _jeffreys(share: float, size: float, tail: float) -> Estimate:
    if not np.isfinite(share):
        return Estimate(*_UNKNOWN)
    yes, no = size * share + 0.5, size * (1 - share) + 0.5
    low, high = float(special.betaincinv(yes, no, tail)), float(special.betaincinv(yes, no, 1 - tail))
    return Estimate(share, 0.0 if share == 0 else low, 1.0 if share == 1 else high)


def _drawn(generator: np.random.Generator, share: float, size: float, n: int) -> Scores:
    if not np.isfinite(share):
        return np.full(n, np.nan)
    return generator.beta(size * share + 0.5, size * (1 - share) + 0.5, n)


def _checked_units(
    found: ArrayLike, coded: ArrayLike, weights: ArrayLike, strata: ArrayLike
) -> tuple[NDArray[np.bool_], Scores, Scores, NDArray[np.int64]]:
    y = np.asarray(coded, dtype=np.float64)
    hits, w, stratum = np.asarray(found, dtype=bool), non_negative("weights", weights), np.asarray(strata)
    shapes = {hits.shape, y.shape, w.shape, stratum.shape}
    if len(shapes) > 1 or y.ndim != 1:
        raise ArgumentError(f"found, coded, weights, strata have {hits.size}, {y.size}, {w.size}, {stratum.size} units")
    judged = ~np.isnan(y)
    _checked_share("coded", y[judged])
    return hits[judged], y[judged], w[judged], stratum[judged].astype(np.int64)


def _checked_totals(totals: tuple[int, int]) -> tuple[float, float]:
    n1, n0 = (float(value) for value in non_negative("totals", totals))
    if n1 + n0 == 0:
        raise ArgumentError("totals are 0 and 0; there is nothing that the units could have been drawn from")
    return n1, n0


def _checked_share(name: str, value: ArrayLike) -> Scores:
    shares = np.asarray(value, dtype=np.float64)
    wrong = ~((shares >= 0) & (shares <= 1))
    if wrong.any():
        raise ArgumentError(f"{name} is {float(shares[wrong].flat[0]):g}; a share lies between 0 and 1")
    return shares
