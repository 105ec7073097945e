"""Collocation measures: values on paper, and pairs that cannot be."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.collocation import (
    delta_p,
    delta_p_backward,
    expected_together,
    interaction,
    interaction_z,
    log_dice,
    log_likelihood_together,
    mutual_information,
    mutual_information_cubed,
    t_score,
)

# together 10, node 20, collocate 40, in 1,000 tokens
PAIR = 10, 20, 40, 1000


def test_expected_occurrences_together():
    np.testing.assert_allclose(expected_together(20, 40, 1000), 0.8)


def test_mutual_information_is_the_log_of_observed_over_expected():
    np.testing.assert_allclose(mutual_information(*PAIR), np.log2(10 / 0.8))


def test_mutual_information_cubed_cubes_the_observed():
    np.testing.assert_allclose(mutual_information_cubed(*PAIR), np.log2(1000 / 0.8))


def test_t_score_divides_by_the_root_of_the_observed():
    np.testing.assert_allclose(t_score(*PAIR), 9.2 / np.sqrt(10))


def test_log_likelihood_of_a_pair_is_that_of_scipy():
    expected = stats.chi2_contingency([[10, 10], [30, 950]], correction=False, lambda_="log-likelihood").statistic

    np.testing.assert_allclose(log_likelihood_together(*PAIR), expected)


def test_log_likelihood_of_words_that_avoid_each_other_is_negative():
    assert log_likelihood_together(1, 200, 300, 1000) < 0


def test_log_dice_of_words_always_together_is_14():
    assert log_dice(7, 7, 7) == 14


def test_log_dice_of_half_overlap_by_hand():
    np.testing.assert_allclose(log_dice(10, 20, 40), 14 + np.log2(20 / 60))


def test_delta_p_by_hand_both_ways():
    np.testing.assert_allclose([delta_p(*PAIR), delta_p_backward(*PAIR)], [10 / 20 - 30 / 980, 10 / 40 - 10 / 960])


def test_interaction_is_the_log_odds_ratio_with_one_half_added():
    log_odds = np.log(10.5 * 950.5 / (10.5 * 30.5))

    np.testing.assert_allclose(interaction(*PAIR), log_odds)
    np.testing.assert_allclose(interaction_z(*PAIR), log_odds / np.sqrt(1 / 10.5 + 1 / 10.5 + 1 / 30.5 + 1 / 950.5))


def test_a_pair_never_seen_together_has_no_t_score():
    assert np.isnan(t_score(0, 5, 5, 100))


def test_more_pairs_than_words_are_refused():
    with pytest.raises(
        ArgumentError, match=r"^pair 1 occurs 6 times together, but its words 5 and 9 times; it cannot be more$"
    ):
        mutual_information([2, 6], 5, 9, 100)


def test_more_words_than_tokens_are_refused():
    with pytest.raises(ArgumentError, match=r"^the words of pair 0 occur 60 and 70 times in 100 tokens$"):
        t_score(20, 60, 70, 100)
