"""Intervals: SciPy's and published limits, coverage of bursty counts, and terms that have none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.intervals import (
    bca_rate_interval,
    clopper_pearson,
    garwood,
    log_scale_interval,
    log_scale_ratio_interval,
    wilson,
)

COUNTS = np.array([[3, 5, 0, 2], [0, 0, 0, 0], [1, 2, 3, 4]])
LENGTHS = np.array([500, 800, 300, 450])


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from([0.9, 0.95]))
def test_wilson_is_that_of_scipy(trial, level):
    expected = stats.binomtest(*trial).proportion_ci(level, method="wilson")

    found = wilson(*trial, level=level)

    np.testing.assert_allclose([found.low, found.high], [expected.low, expected.high], atol=1e-12)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from([0.9, 0.95]))
def test_clopper_pearson_is_that_of_scipy(trial, level):
    expected = stats.binomtest(*trial).proportion_ci(level, method="exact")

    found = clopper_pearson(*trial, level=level)

    np.testing.assert_allclose([found.low, found.high], [expected.low, expected.high], atol=1e-9)


@pytest.mark.parametrize(("count", "limits"), [(0, (0, 3.689)), (1, (0.0253, 5.572)), (10, (4.795, 18.39))])
def test_garwood_is_that_of_his_tables(count, limits):
    found = garwood(count)

    np.testing.assert_allclose([found.low, found.high], limits, rtol=1e-3)


def test_log_scale_interval_by_hand():
    y, tokens, n = COUNTS[0], LENGTHS, 4
    rate = y.sum() / tokens.sum()
    variance = n / (n - 1) * ((y - rate * tokens) ** 2).sum() / tokens.sum() ** 2
    half = stats.t.ppf(0.975, 3) * math.sqrt(variance) / rate

    found = log_scale_interval(COUNTS, LENGTHS)

    np.testing.assert_allclose(
        [found.estimate[0], found.low[0], found.high[0]], [rate, rate * math.exp(-half), rate * math.exp(half)]
    )


def test_a_term_that_never_occurs_has_a_rate_of_zero_and_no_interval():
    found = log_scale_interval(COUNTS, LENGTHS)

    assert (found.estimate[1], np.isnan(found.low[1]), np.isnan(found.high[1])) == (0, True, True)


def test_sparse_counts_have_the_same_interval():
    dense, thin = (log_scale_interval(counts, LENGTHS) for counts in (COUNTS, sparse.csr_array(COUNTS)))

    np.testing.assert_allclose(thin.low, dense.low)


@pytest.mark.parametrize(("dispersion", "least", "most"), [(1.0, 0.93, 0.98), (0.5, 0.92, 0.97), (0.2, 0.84, 0.91)])
def test_log_scale_interval_covers_bursty_rates(dispersion, least, most):
    # negative binomial counts of 4 per 1,000 over 5 documents of varying length; one row is one experiment, and
    # the ones without any occurrence, which have no interval, count as missed
    generator = np.random.default_rng(7)
    tokens = np.round(500 * np.exp(generator.normal(0, 0.5, 5)))
    mean = 0.004 * tokens
    counts = generator.poisson(generator.gamma(dispersion, mean / dispersion, (4000, 5)))

    found = log_scale_interval(counts, tokens)

    assert least <= np.mean((found.low <= 0.004) & (found.high >= 0.004)) <= most


def test_ratio_interval_combines_both_sides_with_welchs_degrees_of_freedom():
    counts, tokens = [[3, 5, 1, 2, 7, 4, 1]], [500, 800, 300, 450, 900, 600, 700]
    target = np.arange(7) < 3
    sides = [log_scale_interval(np.array(counts)[:, s], np.array(tokens)[s]) for s in (target, ~target)]
    errors = np.array([side.standard_error[0] for side in sides])
    freedom = (errors**2).sum() ** 2 / (errors**4 / [2, 3]).sum()
    half = stats.t.ppf(0.975, freedom) * math.sqrt((errors**2).sum())

    found = log_scale_ratio_interval(counts, tokens, target)

    ratio = sides[0].estimate[0] / sides[1].estimate[0]
    np.testing.assert_allclose(
        [found.estimate[0], found.low[0], found.high[0]], [ratio, ratio * math.exp(-half), ratio * math.exp(half)]
    )


def test_ratio_interval_of_a_term_one_side_never_uses_is_missing():
    found = log_scale_ratio_interval([[3, 5, 0, 0]], LENGTHS, [True, True, False, False])

    assert (found.estimate[0], np.isnan(found.low[0])) == (np.inf, True)


def test_swapping_the_sides_inverts_the_ratio_interval():
    target = np.array([True, False, True, False])
    counts = [[3, 5, 2, 2]]

    there, back = (log_scale_ratio_interval(counts, LENGTHS, side) for side in (target, ~target))

    np.testing.assert_allclose([there.low, there.high], [1 / back.high, 1 / back.low])


def test_pairing_by_event_removes_what_the_event_does_to_both_sides():
    # each event has its own level, the target always twice the reference
    counts = [[2, 1, 8, 4, 20, 10]]
    target, events = np.array([True, False] * 3), [1, 1, 2, 2, 3, 3]

    paired = log_scale_ratio_interval(counts, [500] * 6, target, blocks=events)

    np.testing.assert_allclose([paired.estimate, paired.low, paired.high], 2)


def test_paired_interval_has_one_degree_of_freedom_less_than_shared_events():
    counts, events = [[2, 1, 8, 5, 20, 10, 4]], [1, 1, 2, 2, 3, 3, 4]

    found = log_scale_ratio_interval(counts, [500] * 7, [True, False] * 3 + [True], blocks=events)

    np.testing.assert_allclose([found.degrees_of_freedom[0], found.estimate[0]], [2, 30 / 16])


def test_paired_interval_covers_a_ratio_of_bursty_events():
    generator = np.random.default_rng(11)
    events = np.repeat(np.arange(8), 2)
    level = generator.gamma(0.7, 1 / 0.7, (3000, 8))[:, events]
    target = np.arange(16) % 2 == 0
    counts = generator.poisson(level * np.where(target, 6, 3))

    found = log_scale_ratio_interval(
        counts[(counts[:, ::2].sum(1) > 0) & (counts[:, 1::2].sum(1) > 0)], [1000] * 16, target, blocks=events
    )

    assert 0.9 <= np.mean((found.low <= 2) & (found.high >= 2)) <= 0.99


def test_bca_interval_lies_about_the_rate():
    generator = np.random.default_rng(2)
    counts = generator.poisson(3, (2, 30))

    found = bca_rate_interval(counts, np.full(30, 400), resamples=999)

    assert ((found.low < found.estimate) & (found.estimate < found.high)).all()


def test_bca_interval_is_that_of_scipy_for_documents_of_equal_length():
    y = np.array([0, 1, 1, 2, 3, 3, 4, 6, 9, 2])
    expected = stats.bootstrap((y,), np.mean, method="BCa", n_resamples=999, rng=np.random.default_rng(4))

    found = bca_rate_interval([y], np.full(10, 100), resamples=999, seed=4)

    np.testing.assert_allclose([100 * found.low[0], 100 * found.high[0]], expected.confidence_interval)


def test_equal_rates_everywhere_have_no_bca_interval():
    assert np.isnan(bca_rate_interval(sparse.csr_array([[2, 4]]), [200, 400], resamples=99).low[0])


def test_interval_of_one_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^an interval over documents needs 2 documents or more; there is 1$"):
        log_scale_interval([[3]], [500])


def test_bca_interval_of_one_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^an interval over documents needs 2 documents or more; there is 1$"):
        bca_rate_interval([[3]], [500])


def test_ratio_interval_of_one_document_a_side_is_refused():
    with pytest.raises(ArgumentError, match=r"^an interval needs 2 documents a side or more; there are 1 and 3$"):
        log_scale_ratio_interval(COUNTS, LENGTHS, [True, False, False, False])


def test_ratio_interval_of_one_shared_event_is_refused():
    with pytest.raises(ArgumentError, match=r"^both sides share 1 blocks; an interval needs 2 or more$"):
        log_scale_ratio_interval(COUNTS, LENGTHS, [True, False, True, False], blocks=[1, 1, 2, 3])


def test_ratio_interval_with_blocks_of_other_documents_is_refused():
    with pytest.raises(ArgumentError, match=r"^there are 1 blocks for 4 documents; every document needs one$"):
        log_scale_ratio_interval(COUNTS, LENGTHS, [True, False, True, False], blocks=[1])


def test_side_of_empty_documents_is_refused():
    with pytest.raises(ArgumentError, match=r"^a side of 2 documents holds 0 tokens; a rate needs at least one token$"):
        log_scale_ratio_interval([[0, 0, 1, 2]], [0, 0, 50, 50], [True, True, False, False])


def test_side_of_empty_documents_in_the_shared_events_is_refused():
    with pytest.raises(
        ArgumentError,
        match=r"^one side holds 0 tokens in the shared blocks; a rate needs at least one token$",
    ):
        log_scale_ratio_interval([[0, 1, 0, 2]], [0, 50, 0, 50], [True, False, True, False], blocks=[1, 1, 2, 2])


def test_more_successes_than_trials_are_refused():
    with pytest.raises(ArgumentError, match=r"^7 successes in 5 trials; there cannot be more$"):
        wilson([1, 7], [5, 5])


def test_share_of_no_trials_is_refused():
    with pytest.raises(ArgumentError, match=r"^a share of 0 trials has no interval; trials must be 1 or more$"):
        clopper_pearson(0, 0)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_level_outside_zero_to_one_is_refused(level):
    with pytest.raises(ArgumentError, match=rf"^level is {level}; it must lie between 0 and 1$"):
        garwood(3, level=level)
