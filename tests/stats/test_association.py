"""Association: each score against SciPy, R or paper, its signs, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.association import (
    chi_squared,
    fisher_exact,
    independence_p,
    log_likelihood,
    log_likelihood_two_term,
    pointwise_mutual_information,
    text_dispersion_keyness,
    williams,
)

COUNTS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(41, 3000), st.integers(41, 3000))


@given(COUNTS)
def test_log_likelihood_is_that_of_scipy(table):
    a, b, n, m = table
    expected = 0.0
    if a + b:
        cells = [[a, n - a], [b, m - b]]
        expected = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic

    np.testing.assert_allclose(abs(log_likelihood(a, b, n, m)), expected, rtol=1e-7, atol=1e-9)


@given(COUNTS.filter(lambda table: table[0] + table[1] > 0))
def test_chi_squared_is_that_of_scipy_which_is_that_of_r(table):
    a, b, n, m = table

    expected = stats.chi2_contingency([[a, n - a], [b, m - b]], correction=True).statistic

    np.testing.assert_allclose(abs(chi_squared(a, b, n, m)), expected, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("score", [log_likelihood, log_likelihood_two_term, chi_squared, williams])
@given(table=COUNTS.filter(lambda table: table[0] + table[1] > 0))
def test_score_changes_sign_when_target_and_reference_swap(score, table):
    a, b, n, m = table

    np.testing.assert_allclose(score(a, b, n, m), -score(b, a, m, n), rtol=1e-9, atol=1e-9)


def test_chi_squared_without_correction_is_pearsons():
    expected = stats.chi2_contingency([[7, 3], [2, 7]], correction=False).statistic

    np.testing.assert_allclose(chi_squared(7, 2, 10, 9, correction=False), expected)


def test_chi_squared_is_zero_where_observed_and_expected_differ_by_less_than_one_half():
    assert chi_squared(3, 2, 17, 12) == 0


def test_log_likelihood_of_huge_corpora_keeps_its_digits():
    small = log_likelihood(11, 10, 10**10, 10**10)

    # with next to no other words left the four-term score is the two-term one: 2 (11 ln(11/10.5) + 10 ln(10/10.5))
    np.testing.assert_allclose(small, 2 * (11 * np.log(11 / 10.5) + 10 * np.log(10 / 10.5)), rtol=1e-6)


def test_two_term_log_likelihood_lies_below_the_four_term_one():
    assert 0 < log_likelihood_two_term(7, 2, 10, 9) < log_likelihood(7, 2, 10, 9)


def test_a_vocabulary_is_scored_at_once():
    together = log_likelihood([12, 0, 7], [5, 3, 7], 1000, 2000)

    np.testing.assert_array_equal(together, [log_likelihood(a, b, 1000, 2000) for a, b in ((12, 5), (0, 3), (7, 7))])


def test_a_term_that_never_occurs_scores_zero():
    assert log_likelihood(0, 0, 100, 100) == 0


def test_williams_divides_by_q():
    # q = 1 + (19/9 + 19/10 - 1)(19/10 + 19/9 - 1) / (6 * 19), by hand
    q = 1 + (19 / 9 + 19 / 10 - 1) * (19 / 10 + 19 / 9 - 1) / 114

    np.testing.assert_allclose(williams(7, 2, 10, 9), 4.534939332256226 / q)


def test_fisher_is_that_of_scipy_term_by_term():
    found = fisher_exact([7, 0, 7], [2, 3, 2], 10, 9)

    np.testing.assert_allclose(
        found.p_value, [stats.fisher_exact(c).pvalue for c in ([[7, 3], [2, 7]], [[0, 10], [3, 6]], [[7, 3], [2, 7]])]
    )


def test_conditional_odds_ratio_is_infinite_where_the_reference_never_uses_the_term():
    assert fisher_exact(3, 0, 10, 10).odds_ratio == np.inf


def test_conditional_odds_ratio_of_a_term_that_never_occurs_is_missing():
    assert np.isnan(fisher_exact(0, 0, 10, 10).odds_ratio)


def test_pmi_of_a_term_the_target_never_uses_is_minus_infinity():
    assert pointwise_mutual_information(0, 4, 10, 10) == -np.inf


def test_text_dispersion_keyness_is_log_likelihood_of_documents():
    np.testing.assert_allclose(
        text_dispersion_keyness(18, 5, 20, 30),
        stats.chi2_contingency([[18, 2], [5, 25]], correction=False, lambda_="log-likelihood").statistic,
    )


def test_p_under_independence_does_not_underflow_to_zero_at_1000():
    np.testing.assert_allclose(independence_p(-1000.0), stats.chi2.sf(1000, 1))


def test_more_hits_than_tokens_is_refused():
    with pytest.raises(ArgumentError, match=r"^term 1 occurs 7 and 1 times in corpora of 5 and 9 tokens$"):
        log_likelihood([1, 7], [1, 1], 5, 9)


def test_more_documents_with_the_term_than_documents_is_refused():
    with pytest.raises(ArgumentError, match=r"^term 0 is in 6 and 1 documents of 5 and 9$"):
        text_dispersion_keyness(6, 1, 5, 9)


@pytest.mark.parametrize("bad", [-1, np.nan, np.inf])
def test_counts_that_are_no_counts_are_refused(bad):
    with pytest.raises(ArgumentError, match=rf"^a holds {bad}; counts are finite and not negative$"):
        log_likelihood(bad, 1, 10, 10)


def test_two_empty_corpora_are_refused():
    with pytest.raises(ArgumentError, match=r"^both corpora hold 0 tokens; a comparison needs at least one token$"):
        log_likelihood(0, 0, 0, 0)
