"""Multiplicity: SciPy's q values around missing ones, and the correction after an omnibus test."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.multiplicity import (
    benjamini_bogomolov,
    benjamini_hochberg,
    benjamini_yekutieli,
    smallest_q,
)


def test_missing_p_values_are_no_part_of_the_family():
    np.testing.assert_allclose(benjamini_hochberg([0.01, np.nan, 0.04]), [0.02, np.nan, 0.04])


def test_yekutieli_is_that_of_scipy():
    p = [0.001, 0.02, 0.03, 0.8]

    np.testing.assert_allclose(benjamini_yekutieli(p), stats.false_discovery_control(p, method="by"))


def test_a_family_of_missing_p_values_has_missing_q_values():
    assert np.isnan(benjamini_hochberg([np.nan, np.nan])).all()


def test_contrasts_are_corrected_for_the_share_of_terms_selected():
    # one of two terms is selected: its two contrasts have BH q .02 and .5, times 2 / 1
    found = benjamini_bogomolov([0.001, 0.9], [[0.01, 0.001], [0.5, 0.001]])

    np.testing.assert_allclose(found.q_value, [[0.04, np.nan], [1.0, np.nan]])


def test_nothing_is_corrected_where_every_term_is_selected():
    contrasts = np.array([[0.01, 0.02], [0.03, 0.5], [0.6, 0.7]])

    found = benjamini_bogomolov([0.01, 0.01], contrasts)

    np.testing.assert_allclose(found.q_value, stats.false_discovery_control(contrasts, axis=0))


def test_contrasts_after_selection_keep_the_average_false_discovery_rate():
    # 200 terms, 20 with a true effect in one of three groups; the rate is averaged over the selected terms
    generator = np.random.default_rng(5)
    rates = []
    for _ in range(200):
        z = generator.normal(size=(3, 200))
        z[0, :20] += 4
        contrasts = 2 * stats.norm.sf(np.abs(z))
        omnibus = stats.chi2.sf((z**2).sum(axis=0), 3)
        found = benjamini_bogomolov(omnibus, contrasts)
        hits = found.q_value <= 0.05
        false = hits.sum(axis=0) - (hits[0] & (np.arange(200) < 20))
        rates.append((false / np.maximum(hits.sum(axis=0), 1))[found.selected].mean())

    assert np.mean(rates) <= 0.05


def test_smallest_q_of_5_against_20_articles_and_1000_words():
    np.testing.assert_allclose(smallest_q(1 / 53130, 1000), 1000 / 53130)


def test_smallest_q_is_never_above_one():
    assert smallest_q(0.2, 1000) == 1


def test_more_true_terms_than_the_family_holds_are_refused():
    with pytest.raises(ArgumentError, match=r"^3 of 2 terms cannot reach the smallest p; it must be 1 to 2$"):
        smallest_q(0.01, 2, n_true=3)


def test_p_value_above_one_is_refused():
    with pytest.raises(ArgumentError, match=r"^a p value is 1.5; it must lie between 0 and 1$"):
        benjamini_hochberg([0.5, 1.5])


def test_contrasts_of_other_terms_are_refused():
    with pytest.raises(ArgumentError, match=r"^contrasts have shape \(1, 3\) for 2 terms; groups x terms is expected$"):
        benjamini_bogomolov([0.1, 0.2], [[0.1, 0.2, 0.3]])
