"""Rates and their tests: R's values, SciPy's, and the studentised difference by document and by event."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse, stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.rates import (
    poisson_ratio,
    pooled_rates,
    quasi_poisson,
    rate,
    rate_difference,
    welch_rates,
    welch_test,
)
from corpus_stats.stats.resampling import permutation_test

COUNTS = np.array([[3, 5, 0, 2, 7, 0, 0, 1, 2, 0]])
LENGTHS = np.array([500, 800, 300, 450, 900, 600, 700, 400, 500, 350])
TARGET = np.arange(10) < 5


def test_rate_is_given_per_thousand_tokens():
    np.testing.assert_array_equal(rate([3, 0], [1500, 10]), [2, 0])


def test_rate_without_tokens_is_missing():
    assert np.isnan(rate(0, 0))


def test_pooled_rate_of_a_group_is_its_occurrences_over_its_tokens():
    np.testing.assert_allclose(pooled_rates(COUNTS, LENGTHS, TARGET), [[3 / 2.55], [17 / 2.95]])


def test_welch_of_a_vocabulary_is_that_of_scipy_on_rates_per_document():
    rates = COUNTS[0] / LENGTHS
    expected = stats.ttest_ind(rates[TARGET], rates[~TARGET], equal_var=False)

    found = welch_rates(sparse.csr_array(COUNTS), LENGTHS, TARGET)

    np.testing.assert_allclose([found.t[0], found.p_value[0]], [expected.statistic, expected.pvalue])


def test_welch_leaves_documents_without_tokens_out():
    found = welch_rates([[*COUNTS[0], 0]], [*LENGTHS, 0], [*TARGET, True])

    np.testing.assert_allclose(found.t, welch_rates(COUNTS, LENGTHS, TARGET).t)


def test_welch_of_two_sides_without_spread_is_missing():
    found = welch_test([[1, 1], [1, 2]], [[2, 2], [2, 3]])

    np.testing.assert_array_equal(np.isnan(found.p_value), [True, False])


def test_poisson_ratio_is_that_of_the_example_of_r():
    # poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)) prints p-value = 0.07967 and 0.8584264 4.2772659
    found = poisson_ratio(11, 21, 800, 3011)

    np.testing.assert_allclose([found.p_value, found.low, found.high], [0.07967, 0.8584264, 4.2772659], rtol=1e-4)


def test_poisson_ratio_of_a_term_that_never_occurs_is_missing():
    found = poisson_ratio([0, 3], [0, 0], 100, 100)

    np.testing.assert_array_equal([found.ratio, found.high], [[np.nan, np.inf], [np.nan, np.inf]])


def test_quasi_poisson_keeps_a_regular_term_at_the_floor():
    assert quasi_poisson([[1, 1, 1, 1]], [100] * 4, list("aabb")).phi[0] == 1


def test_quasi_poisson_of_a_term_that_never_occurs_is_missing():
    assert np.isnan(quasi_poisson([[0, 0, 0, 0]], [100] * 4, list("aabb")).F_p[0])


def test_quasi_poisson_of_three_groups_has_two_ratios():
    found = quasi_poisson(COUNTS, LENGTHS, list("aaabbbcccc"))

    assert (found.log_ratio.shape, found.t_p.shape) == ((2, 1), (2, 1))


def test_studentised_difference_is_that_of_the_permutation_test():
    expected = permutation_test(COUNTS, LENGTHS, TARGET, statistic="studentised").statistic

    np.testing.assert_allclose(rate_difference(COUNTS, LENGTHS, TARGET).studentised, expected)


def test_studentised_difference_by_event_is_the_paired_t_for_documents_of_equal_length():
    x, y = np.array([4, 7, 1, 9]), np.array([2, 6, 2, 5])
    counts, target, events = [[*x, *y]], np.arange(8) < 4, [*range(4), *range(4)]

    found = rate_difference(sparse.csr_array(counts), [100] * 8, target, blocks=events)

    np.testing.assert_allclose(found.studentised, stats.ttest_rel(x, y).statistic)


def test_studentised_difference_without_spread_is_missing():
    found = rate_difference([[2, 2, 1, 1]], [100] * 4, [True, True, False, False])

    assert np.isnan(found.studentised[0])


def test_studentised_difference_of_equal_rates_is_zero():
    found = rate_difference([[1, 2, 1, 2]], [100, 200, 100, 200], [True, True, False, False])

    assert found.studentised[0] == 0


def test_more_occurrences_than_tokens_have_no_rate():
    with pytest.raises(ArgumentError, match=r"^a term occurs 7 times in 5 tokens$"):
        rate(7, 5)


def test_welch_of_one_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^Welch's test needs 2 documents a side or more; there are 1 and 2$"):
        welch_test([1], [1, 2])


def test_standard_error_of_one_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^a standard error needs 2 documents a side or more; there are 1 and 9$"):
        rate_difference(COUNTS, LENGTHS, np.arange(10) == 0)


def test_standard_error_of_one_event_is_refused():
    with pytest.raises(
        ArgumentError, match=r"^all documents are in one block; a standard error needs 2 blocks or more$"
    ):
        rate_difference(COUNTS, LENGTHS, TARGET, blocks=["x"] * 10)


def test_blocks_of_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^there are 1 blocks for 10 documents; every document needs one$"):
        rate_difference(COUNTS, LENGTHS, TARGET, blocks=["x"])


def test_side_without_tokens_is_refused():
    with pytest.raises(ArgumentError, match=r"^one side holds 0 tokens; a rate needs at least one token$"):
        rate_difference([[0, 0, 1, 1]], [0, 0, 9, 9], [True, True, False, False])


def test_poisson_ratio_without_tokens_is_refused():
    with pytest.raises(ArgumentError, match=r"^a rate needs at least one token on both sides; one side holds 0$"):
        poisson_ratio(0, 1, 0, 10)


def test_quasi_poisson_without_spread_is_refused():
    with pytest.raises(ArgumentError, match=r"^2 documents in 2 groups leave no spread to estimate; more are needed$"):
        quasi_poisson([[1, 2]], [10, 10], ["a", "b"])


def test_quasi_poisson_of_one_group_is_refused():
    with pytest.raises(ArgumentError, match=r"^all 2 documents are in one group; two groups or more are needed$"):
        quasi_poisson([[1, 2]], [10, 10], ["a", "a"])


def test_groups_of_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^there are 3 groups for 2 documents; every document needs one$"):
        pooled_rates([[1, 2]], [10, 10], ["a", "b", "b"])
