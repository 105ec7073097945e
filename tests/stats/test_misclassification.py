"""A tool against people's judgement: shares and variances on paper, intervals that hold what they promise, refusals."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.misclassification import accuracy, corrected_ratio, domain_share, rogan_gladen

# 4 of 10 found units drawn, each standing for 2.5; 5 of 100 others, each for 20: three hits are right, one is missed
FOUND = [1, 1, 1, 1, 0, 0, 0, 0, 0]
CODED = [1, 1, 1, 0, 1, 0, 0, 0, 0]
WEIGHTS = [2.5] * 4 + [20] * 5
STRATA = [0] * 4 + [1] * 5


def measured(**options):
    return accuracy(FOUND, CODED, WEIGHTS, STRATA, totals=(10, 100), **options)


def test_precision_is_the_share_of_found_units_coded_yes():
    assert measured().precision.estimate == 0.75


def test_recall_counts_a_miss_by_what_it_stands_for():
    # 7.5 found of 7.5 + 20
    np.testing.assert_allclose(measured().recall.estimate, 7.5 / 27.5)


def test_specificity_counts_what_is_rightly_passed_over():
    np.testing.assert_allclose(measured().specificity.estimate, 80 / 82.5)


def test_corrected_share_is_that_of_double_sampling():
    np.testing.assert_allclose(measured().share.estimate, (10 * 3 / 4 + 100 * 1 / 5) / 110)


def test_rogan_and_gladen_undo_the_errors_of_a_test():
    # one in ten ill, nine in ten of them found, two in ten of the others as well: .09 + .18
    np.testing.assert_allclose(rogan_gladen(0.27, 0.9, 0.8), 0.1)


def test_a_share_below_the_errors_of_the_test_is_none():
    assert rogan_gladen(0.05, 0.9, 0.8) == 0


def test_a_test_that_hardly_tells_yes_from_no_is_refused():
    with pytest.raises(
        ArgumentError, match=r"^sensitivity \+ specificity - 1 is 0\.05; a share is corrected from 0\.1 on$"
    ):
        rogan_gladen(0.3, 0.25, 0.8)


def test_a_share_beyond_one_is_refused():
    with pytest.raises(ArgumentError, match=r"^sensitivity is 1\.2; a share lies between 0 and 1$"):
        rogan_gladen(0.3, 1.2, 0.8)


def test_a_tool_that_finds_no_better_than_chance_is_not_corrected():
    found, coded = [1, 1, 0, 0], [1, 0, 1, 0]

    result = accuracy(found, coded, [1] * 4, [0] * 4, totals=(2, 2))

    assert (result.youden, result.share.estimate, result.draws.size) == (0, pytest.approx(np.nan, nan_ok=True), 0)


def test_plain_draws_of_equal_weight_tell_as_much_as_one_less():
    # variance of a share with n - 1 below: p (1 - p) / 9
    share, effective = domain_share([1] * 3 + [0] * 7, [4] * 10, [0] * 10, [True] * 10)

    np.testing.assert_allclose([share, effective], [0.3, 9])


def test_variance_of_strata_is_that_of_the_textbook():
    # Cochran 5.9: sum of (N_h / N)^2 p_h (1 - p_h) / (n_h - 1), without the correction for finite strata
    coded = [1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    weights = [6.0] * 5 + [5.0] * 8
    share = (30 * 0.4 + 40 * 0.125) / 70
    variance = (30 / 70) ** 2 * 0.4 * 0.6 / 4 + (40 / 70) ** 2 * 0.125 * 0.875 / 7

    found, effective = domain_share(coded, weights, [0] * 5 + [1] * 8, [True] * 13)

    np.testing.assert_allclose([found, effective], [share, share * (1 - share) / variance])


def test_unequal_weights_tell_no_more_than_kish_says():
    _, effective = domain_share([1, 1, 1], [1, 1, 4], [0, 0, 0], [True] * 3)

    np.testing.assert_allclose(effective, 36 / 18)


def test_a_domain_without_units_has_no_share():
    share, effective = domain_share([1, 0], [1, 1], [0, 0], [False, False])

    assert (np.isnan(share), effective) == (True, 0)


def test_units_outside_the_domain_do_not_move_its_share():
    inside, _ = domain_share([1, 0, 1, 1], [1, 1, 1, 1], [0] * 4, [True, True, False, False])

    assert inside == 0.5


def test_precision_has_the_interval_of_jeffreys_prior():
    found = accuracy([1] * 10 + [0], [1] * 10 + [0], [1] * 11, [0] * 10 + [1], totals=(10, 50)).precision

    np.testing.assert_allclose([found.low, found.high], [stats.beta.ppf(0.025, 10.5, 0.5), 1])


def test_recall_without_a_drawn_miss_is_not_taken_for_certain():
    # none of 50 is missed, but each stands for 60: three in a hundred of them would be 90 against 20 found
    found = accuracy(
        [1] * 20 + [0] * 50, [1] * 20 + [0] * 50, [1] * 20 + [60] * 50, [0] * 20 + [1] * 50, totals=(20, 3000)
    )

    assert found.recall.estimate == found.recall.high == 1
    assert found.recall.low < 0.25


def test_a_unit_that_nobody_judged_is_left_out():
    more = accuracy([*FOUND, 1], [*CODED, np.nan], [*WEIGHTS, 2.5], [*STRATA, 0], totals=(10, 100))

    assert more.precision == measured().precision


def test_a_tool_that_finds_nothing_has_a_recall_of_none():
    result = accuracy([0] * 4, [1, 0, 0, 0], [5] * 4, [0] * 4, totals=(0, 20))

    assert (result.recall.estimate, np.isnan(result.precision.estimate)) == (0, True)


def test_nothing_coded_yes_leaves_recall_unknown():
    result = accuracy([1, 0], [0, 0], [1, 1], [0, 1], totals=(1, 1))

    assert np.isnan([result.recall.estimate, result.share.estimate]).all()


def test_the_same_seed_gives_the_same_intervals():
    first, second = measured(seed=(3, 1)), measured(seed=(3, 1))

    assert (first.recall, first.share) == (second.recall, second.share)


def test_another_seed_gives_other_draws():
    assert (measured(seed=3).draws != measured(seed=4).draws).all()


def test_ratio_of_corrected_shares_is_their_quotient():
    other = accuracy(FOUND, [1, 1, 1, 1, 0, 0, 0, 0, 0], WEIGHTS, STRATA, totals=(10, 100), seed=1)

    found = corrected_ratio(measured(), other)

    np.testing.assert_allclose(found.estimate, (27.5 / 110) / (10 / 110))
    assert found.low < found.estimate < found.high


def test_ratio_to_a_share_that_was_refused_is_missing():
    refused = accuracy([1, 1, 0, 0], [1, 0, 1, 0], [1] * 4, [0] * 4, totals=(2, 2))

    assert np.isnan(corrected_ratio(measured(), refused).estimate)


def test_shares_of_other_draws_have_no_ratio():
    with pytest.raises(ArgumentError, match=r"^the shares have 4000 and 50 draws; a ratio needs as many of both$"):
        corrected_ratio(measured(), measured(resamples=50))


def test_units_without_a_label_each_are_refused():
    with pytest.raises(ArgumentError, match=r"^found, coded, weights, strata have 2, 1, 2, 2 units$"):
        accuracy([1, 0], [1], [1, 1], [0, 0], totals=(1, 1))


def test_a_label_of_two_is_refused():
    with pytest.raises(ArgumentError, match=r"^coded is 2; a share lies between 0 and 1$"):
        accuracy([1, 0], [2, 0], [1, 1], [0, 0], totals=(1, 1))


def test_a_sample_of_nothing_is_refused():
    message = r"^totals are 0 and 0; there is nothing that the units could have been drawn from$"
    with pytest.raises(ArgumentError, match=message):
        accuracy([1, 0], [1, 0], [1, 1], [0, 0], totals=(0, 0))


def drawn_sample(generator: np.random.Generator):
    """A population of 3,000, one in fifty yes, six in ten of them found; at most 50 drawn of either side."""
    coded = generator.random(3000) < 0.02
    found = np.where(coded, generator.random(3000) < 0.6, generator.random(3000) < 0.003)
    picked, weights = [], []
    for side in (found, ~found):
        members = np.flatnonzero(side)
        own = generator.choice(members, min(50, members.size), replace=False)
        picked.append(own)
        weights.append(np.full(own.size, members.size / own.size))
    chosen = np.concatenate(picked)
    return coded, found, chosen, np.concatenate(weights)


def test_nineteen_intervals_in_twenty_hold_the_recall_where_few_misses_are_drawn():
    # resampling the drawn units within strata held it in 36 of 100
    generator = np.random.default_rng(11)
    held = []
    for _ in range(200):
        coded, found, chosen, weights = drawn_sample(generator)
        sample = accuracy(
            found[chosen], coded[chosen], weights, found[chosen], totals=(found.sum(), (~found).sum()), resamples=500
        )
        held.append(sample.recall.low <= found[coded].mean() <= sample.recall.high)

    assert np.mean(held) >= 0.93
