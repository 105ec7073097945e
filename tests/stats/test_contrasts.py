"""Several comparisons at once: p and q against SciPy, the screen, and what is put together from two matrices."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import sparse, stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats import contrasts
from corpus_stats.stats.contrasts import (
    contrast_tests,
    fixed_rate_limits,
    further_resamples,
    ratio_limits,
    shrunk_log_odds,
    verdicts,
)
from corpus_stats.stats.incidence import stacked_rows, summed_rows, totals, users
from corpus_stats.stats.intervals import log_scale_interval, log_scale_ratio_interval
from corpus_stats.stats.resampling import permutation_test

GENERATOR = np.random.default_rng(3)
COUNTS = GENERATOR.poisson(GENERATOR.gamma(1, 3, (6, 12)))
LENGTHS = np.full(12, 300)
HALF = np.repeat([1, 0], 6).astype(np.int8)


def test_two_sides_of_one_comparison_have_the_p_of_the_permutation_test():
    found = contrast_tests(
        COUNTS, LENGTHS, [HALF, 1 - HALF], tested=[True, True], studentised=[False, False], groups=HALF
    )

    expected = permutation_test(COUNTS, LENGTHS, HALF == 1).p_value
    np.testing.assert_array_equal(found.p_value, [expected, expected])
    np.testing.assert_allclose(found.q_value[1], stats.false_discovery_control(expected))


def test_comparisons_with_a_reference_are_one_family():
    sides = np.array([[1] * 4 + [-1] * 4 + [0] * 4, [-1] * 4 + [1] * 4 + [0] * 4])
    found = contrast_tests(COUNTS, LENGTHS, sides, tested=[True, True], studentised=[False, False])

    expected = stats.false_discovery_control(found.p_value.ravel()).reshape(2, -1)
    np.testing.assert_allclose(found.q_value, expected)
    np.testing.assert_array_equal(
        found.p_value[1], permutation_test(COUNTS[:, 4:], LENGTHS[4:], sides[1][4:] == 1).p_value
    )


def test_what_cannot_be_tested_is_missing():
    found = contrast_tests(COUNTS, LENGTHS, [HALF], tested=[False], studentised=[False])

    assert np.isnan(found.p_value).all()
    assert np.isnan(found.q_value).all()


def test_no_p_below_the_screen_depends_on_it(monkeypatch):
    every = contrast_tests(COUNTS, LENGTHS, [HALF], tested=[True], studentised=[False])
    monkeypatch.setattr(contrasts, "SCREEN_SIDE", 2)
    monkeypatch.setattr(contrasts, "SCREEN_CELLS", 1)
    some = contrast_tests(sparse.csr_array(COUNTS), LENGTHS, [HALF], tested=[True], studentised=[False])

    kept = some.p_value < 0.2
    np.testing.assert_array_equal(some.p_value[kept], every.p_value[kept])
    assert 0 < some.n_screened < 6


def test_further_labelings_let_one_term_reach_a_q_of_05():
    assert (9999 + further_resamples(2000, 9999) + 1) * 0.05 / 2000 >= 1
    assert further_resamples(10, 9999) == 0


def test_limits_of_a_ratio_are_those_of_the_log_scale_interval():
    expected = log_scale_ratio_interval(COUNTS, LENGTHS, HALF == 1)

    low, high = ratio_limits(COUNTS, LENGTHS, HALF == 1)
    np.testing.assert_array_equal([low, high], [expected.low, expected.high])


def test_too_few_shared_blocks_give_no_limits():
    low, high = ratio_limits(COUNTS, LENGTHS, HALF == 1, blocks=[0, *range(1, 7), 0, *range(8, 12)])

    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_limits_against_a_known_rate_are_those_of_the_rate_over_it():
    expected = log_scale_interval(COUNTS, LENGTHS)

    low, high = fixed_rate_limits(COUNTS, LENGTHS, np.array([0.01, 0, 0.01, 0.01, 0.01, 0.01]))
    assert (low[0], high[0]) == pytest.approx((expected.low[0] * 100, expected.high[0] * 100))
    assert np.isnan(low[1])


def test_shrunk_log_odds_change_sign_when_the_sides_swap():
    a, b = np.array([5, 0, 20]), np.array([1, 3, 60])

    np.testing.assert_allclose(
        shrunk_log_odds(a, b, 25, 64, size=50), -shrunk_log_odds(b, a, 64, 25, size=50), atol=1e-12
    )


def test_log_odds_with_next_to_no_prior_are_those_of_the_counts():
    found = shrunk_log_odds(np.array([5, 20]), np.array([1, 60]), 25, 61, size=1e-9)

    assert found[0] == pytest.approx(math.log((5 / 20) / (1 / 60)), abs=1e-6)


def test_a_prior_that_is_not_above_0_is_refused():
    with pytest.raises(ArgumentError, match=r"^the prior has a size of 0 tokens; it must be above 0$"):
        shrunk_log_odds(np.ones(2), np.ones(2), 2, 2, size=0)


def test_every_state_of_a_comparison_has_its_verdict():
    q_value = np.array([np.nan, 0.01, 0.5, 0.5, 0.5])
    low, high = np.array([1, 2, 0.8, 0.3, 0.3]), np.array([2, 3, 1.5, 3, 3])
    found = verdicts(q_value, (low, high), np.array([2, 2, 2, 9, 2]), margin=(0.5, 2))

    assert found.tolist() == ["not testable", "different", "similar", "underpowered", "inconclusive"]


def test_sides_that_do_not_fit_are_refused():
    with pytest.raises(
        ArgumentError, match=r"^sides have shape \(1, 12\) for 2 comparisons; one row each is expected$"
    ):
        contrast_tests(COUNTS, LENGTHS, [HALF], tested=[True, True], studentised=[False, False])


def test_rows_of_one_owner_are_summed():
    summed, owners = summed_rows(sparse.csr_array([[1, 0], [2, 3], [4, 0]]), [5, 2, 5])

    assert owners.tolist() == [2, 5]
    assert summed.toarray().tolist() == [[2, 3], [5, 0]]
    assert (totals(summed).tolist(), users(summed).tolist()) == ([7, 3], [2, 1])


def test_two_matrices_are_stacked_over_the_union_of_their_words():
    stacked, words = stacked_rows(sparse.csr_array([[1, 2]]), ["a", "c"], sparse.csr_array([[3, 4]]), ["b", "c"])

    assert words == ("a", "b", "c")
    assert stacked.toarray().tolist() == [[1, 0, 2], [0, 3, 4]]
