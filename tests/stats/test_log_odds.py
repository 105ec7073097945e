"""Log-odds with a Dirichlet prior: shrinkage, symmetry, and the priors that are refused."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.log_odds import informative_prior, log_odds_ratio, weighted_log_odds

TARGET, REFERENCE = [12, 3, 40, 0], [3, 9, 45, 5]


def test_log_odds_change_sign_when_sides_swap():
    there, back = (log_odds_ratio(*sides, 0.5).z for sides in ((TARGET, REFERENCE), (REFERENCE, TARGET)))

    np.testing.assert_allclose(there, -back)


def test_a_larger_prior_shrinks_every_z():
    small, large = (log_odds_ratio(TARGET, REFERENCE, informative_prior(REFERENCE, size)) for size in (10, 1000))

    assert (np.abs(large.z) < np.abs(small.z)).all()


def test_the_size_of_the_prior_is_stated():
    assert log_odds_ratio(TARGET, REFERENCE, informative_prior([1, 1, 1, 1], 500)).prior_size == 500


def test_informative_prior_divides_its_size_as_the_background():
    np.testing.assert_allclose(informative_prior([1, 3, 6], 20), [2, 6, 12])


def test_variance_over_four_cells_adds_the_other_words():
    # eq. 19 by hand for the second term, alpha 1: n + a0 - y - alpha = 55 + 4 - 4 and 62 + 4 - 10
    found = log_odds_ratio(TARGET, REFERENCE, 1.0, cells="four").variance[1]

    np.testing.assert_allclose(found, 1 / 4 + 1 / 10 + 1 / 55 + 1 / 56)


def test_weighted_log_odds_scores_a_word_that_a_group_never_uses():
    assert weighted_log_odds([[5, 0, 9], [5, 4, 9]])[0, 1] < 0


def test_weighted_log_odds_leaves_absent_words_out_when_the_grid_is_not_completed():
    found = weighted_log_odds([[5, 0, 9], [5, 4, 9]], complete=False)

    np.testing.assert_array_equal(np.isnan(found), [[False, True, False], [False, False, False]])


@pytest.mark.parametrize(
    ("prior", "message"),
    [
        (-0.1, r"^the prior holds -0.1; occurrences added to a term are finite and not negative$"),
        ([1, 1, 1, -2], r"^the prior holds -2; occurrences added to a term are finite and not negative$"),
        ([1, 2], r"^the prior has shape \(2,\); one number, or one for each of 4 terms$"),
        (0, r"^the prior is 0 for every term; it must add something to some$"),
    ],
)
def test_prior_that_is_none_is_refused(prior, message):
    with pytest.raises(ArgumentError, match=message):
        log_odds_ratio(TARGET, REFERENCE, prior)


def test_prior_of_negative_size_is_refused():
    with pytest.raises(ArgumentError, match=r"^the prior has a size of -5 tokens; it must be above 0$"):
        informative_prior([1, 2], -5)


def test_background_without_occurrences_is_refused():
    with pytest.raises(ArgumentError, match=r"^the background holds 0 occurrences; a prior needs at least one$"):
        informative_prior([0, 0], 5)


def test_sides_with_different_vocabularies_are_refused():
    with pytest.raises(
        ArgumentError, match=r"^target and reference have shapes \(2,\) and \(3,\); one count a term in both$"
    ):
        log_odds_ratio([1, 2], [1, 2, 3], 1)


def test_unknown_cells_are_refused():
    with pytest.raises(ArgumentError, match=r"^cells is 'three'; it must be 'two' or 'four'$"):
        log_odds_ratio(TARGET, REFERENCE, 1, cells="three")


def test_a_single_group_has_no_weighted_log_odds():
    with pytest.raises(
        ArgumentError, match=r"^counts have shape \(1, 2\); groups x terms of two groups or more are needed$"
    ):
        weighted_log_odds([[1, 2]])


def test_unknown_prior_of_weighted_log_odds_is_refused():
    with pytest.raises(ArgumentError, match=r"^prior is 'flat'; it must be 'pooled' or 'uniform'$"):
        weighted_log_odds([[1, 2], [2, 1]], prior="flat")
