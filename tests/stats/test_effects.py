"""Effect sizes: values on paper, zeros, and the conservative end of an interval."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.effects import (
    conservative_log_ratio,
    effect_size_log_likelihood,
    log_ratio,
    odds_ratio,
    percent_difference,
    relative_risk,
    simple_maths,
)


def test_log_ratio_takes_a_count_of_zero_as_one_half():
    assert log_ratio(4, 0, 1000, 1000) == 3


def test_log_ratio_is_zero_for_equal_rates():
    assert log_ratio(4, 8, 1000, 2000) == 0


def test_log_ratio_of_a_term_that_never_occurs_is_missing():
    assert np.isnan(log_ratio(0, 0, 1000, 1000))


def test_percent_difference_of_twice_as_often_is_100():
    assert percent_difference(4, 2, 100, 100) == 100


@pytest.mark.parametrize("measure", [percent_difference, relative_risk])
def test_ratio_to_nothing_is_missing(measure):
    assert np.isnan(measure(4, 0, 100, 100))


def test_odds_ratio_is_that_of_scipy():
    np.testing.assert_allclose(
        odds_ratio(7, 2, 10, 9), stats.contingency.odds_ratio([[7, 3], [2, 7]], kind="sample").statistic
    )


def test_ell_is_missing_where_the_expected_count_is_one_or_less():
    assert np.isnan(effect_size_log_likelihood(1.5, 1, 0, 100, 100))


def test_simple_maths_adds_its_constant_to_rates_per_million():
    # 300 per million against 100 per million: (300 + 100) / (100 + 100)
    np.testing.assert_allclose(simple_maths(3, 1, 10_000, 10_000), 2)


def test_conservative_log_ratio_is_zero_where_the_interval_includes_zero():
    assert conservative_log_ratio(6, 5, 20, 20) == 0


def test_conservative_log_ratio_is_the_lower_end_of_the_exact_interval():
    share = stats.binomtest(18, 20).proportion_ci(0.95, method="exact").low

    np.testing.assert_allclose(conservative_log_ratio(18, 2, 20, 40), np.log2(share / (1 - share) * 2))


def test_conservative_log_ratio_is_corrected_for_the_terms_compared():
    alone, among_many = (conservative_log_ratio(60, 2, 80, 80, family=family) for family in (1, 1000))

    assert 0 < among_many < alone


def test_conservative_log_ratio_changes_sign_when_sides_swap():
    np.testing.assert_allclose(conservative_log_ratio(30, 2, 40, 50), -conservative_log_ratio(2, 30, 50, 40))


def test_a_side_without_tokens_is_refused():
    with pytest.raises(ArgumentError, match=r"^a rate needs at least one token on both sides; one side holds 0$"):
        log_ratio(1, 0, 10, 0)


def test_smoothing_of_zero_is_refused():
    with pytest.raises(ArgumentError, match=r"^smoothing is 0; it must be above 0$"):
        simple_maths(1, 0, 10, 10, smoothing=0)


def test_a_family_of_no_terms_is_refused():
    with pytest.raises(ArgumentError, match=r"^the family has 0 terms; it must have 1 or more$"):
        conservative_log_ratio(1, 0, 10, 10, family=0)
