"""Permutation tests: every labeling on paper or by SciPy, floors of p, and facts that hold for any counts."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.resampling import (
    needed_documents,
    needed_events,
    omnibus_permutation_test,
    permutation_test,
    smallest_p,
    smallest_p_of_sizes,
)

COUNTS = np.array([[3, 5, 0, 2, 7, 0, 0], [0, 0, 1, 2, 0, 4, 1], [2, 2, 2, 2, 2, 2, 2], [0, 0, 0, 0, 0, 0, 1]])
LENGTHS = np.array([500, 800, 300, 450, 900, 600, 700])
TARGET = np.array([True, True, True, False, False, False, False])


def _difference(y, tokens, side):
    return y[side].sum() / tokens[side].sum() - y[~side].sum() / tokens[~side].sum()


def _by_hand(y, tokens, sides, observed):
    values = [abs(_difference(y, tokens, np.array(side))) for side in sides]
    return np.mean(np.array(values) >= abs(observed) - 1e-12)


def test_exact_p_is_that_of_scipy_for_the_absolute_difference():
    def statistic(target, reference):
        side = np.isin(np.arange(7), target)
        return abs(_difference(COUNTS[0], LENGTHS, side))

    expected = stats.permutation_test(
        (np.arange(3), np.arange(3, 7)), statistic, permutation_type="independent", alternative="greater",
        vectorized=False, n_resamples=np.inf,
    ).pvalue  # fmt: skip

    np.testing.assert_allclose(permutation_test(COUNTS, LENGTHS, TARGET).p_value[0], expected)


def test_exact_p_counts_every_labeling_once():
    found = permutation_test(COUNTS, LENGTHS, TARGET)

    assert (found.exact, found.n_labelings) == (True, math.comb(7, 3))


def test_blocked_p_exchanges_labels_within_blocks_only():
    blocks = ["x", "y", "z", "x", "y", "z", "z"]
    sides = [
        side
        for side in itertools.product([False, True], repeat=7)
        if side[0] + side[3] == 1 and side[1] + side[4] == 1 and side[2] + side[5] + side[6] == 1
    ]

    found = permutation_test(COUNTS, LENGTHS, TARGET, blocks=blocks)

    expected = [_by_hand(y, LENGTHS, sides, _difference(y, LENGTHS, TARGET)) for y in COUNTS]
    np.testing.assert_allclose(found.p_value, expected)


def test_documents_in_blocks_of_one_side_take_no_part():
    blocked = permutation_test(COUNTS, LENGTHS, TARGET, blocks=["x", "x", "y", "x", "x", "z", "z"])
    alone = permutation_test(COUNTS[:, [0, 1, 3, 4]], LENGTHS[[0, 1, 3, 4]], [True, True, False, False])

    assert blocked.n_documents == 4
    np.testing.assert_array_equal(blocked.p_value, alone.p_value)


def test_studentised_statistic_is_the_difference_over_its_standard_error():
    # by hand for the first term: both sides' rates and residuals about them
    parts = []
    for side in (TARGET, ~TARGET):
        y, tokens, n = COUNTS[0][side], LENGTHS[side], side.sum()
        rate = y.sum() / tokens.sum()
        parts.append((rate, n / (n - 1) * ((y - rate * tokens) ** 2).sum() / tokens.sum() ** 2))
    (rate, variance), (other, other_variance) = parts

    found = permutation_test(COUNTS, LENGTHS, TARGET, statistic="studentised").statistic[0]

    np.testing.assert_allclose(found, (rate - other) / math.sqrt(variance + other_variance))


def test_omnibus_p_is_the_share_of_labelings_with_as_large_a_statistic():
    groups = np.array(list("aabbccc"))

    def statistic(labels):
        totals = [(COUNTS[0][labels == g].sum(), LENGTHS[labels == g].sum()) for g in "abc"]
        pooled = COUNTS[0].sum() / LENGTHS.sum()
        return sum(tokens * (y / tokens - pooled) ** 2 / pooled for y, tokens in totals)

    labelings = {tuple(p) for p in itertools.permutations(groups)}
    values = np.array([statistic(np.array(p)) for p in sorted(labelings)])

    found = omnibus_permutation_test(COUNTS, LENGTHS, groups)

    np.testing.assert_allclose(found.statistic[0], statistic(groups))
    np.testing.assert_allclose(found.p_value[0], np.mean(values >= statistic(groups) - 1e-12))
    assert found.n_labelings == len(labelings) == 210


def test_omnibus_test_of_two_groups_without_length_differences_is_the_two_sided_test():
    tokens = np.full(7, 500)

    np.testing.assert_allclose(
        omnibus_permutation_test(COUNTS, tokens, TARGET).p_value, permutation_test(COUNTS, tokens, TARGET).p_value
    )


def test_monte_carlo_p_is_close_to_that_of_scipy():
    generator = np.random.default_rng(3)
    counts, tokens = generator.poisson(3, (5, 24)), generator.integers(300, 900, 24)
    target = np.arange(24) < 12

    def statistic(side, _):
        return abs(_difference(counts[0], tokens, np.isin(np.arange(24), side)))

    by_scipy = stats.permutation_test(
        (np.arange(12), np.arange(12, 24)), statistic, permutation_type="independent", alternative="greater",
        vectorized=False, n_resamples=2000, rng=1,
    ).pvalue  # fmt: skip

    found = permutation_test(counts, tokens, target, resamples=4999, seed=7)

    assert not found.exact
    np.testing.assert_allclose(found.p_value[0], by_scipy, atol=0.04)


def test_monte_carlo_p_is_at_least_one_over_one_more_than_the_labelings():
    counts = np.array([[9] * 12 + [0] * 12])

    found = permutation_test(counts, np.full(24, 100), np.arange(24) < 12, resamples=99)

    assert (found.p_value[0], found.smallest_p) == (0.01, 0.01)


def test_survivors_get_further_labelings():
    counts = np.array([[9] * 12 + [0] * 12, [1, 0] * 12])

    found = permutation_test(counts, np.full(24, 100), np.arange(24) < 12, resamples=99, survivor_resamples=900)

    np.testing.assert_allclose(found.p_value, [0.001, 1.0])


def test_p_does_not_depend_on_the_other_terms_tested_with_it():
    generator = np.random.default_rng(3)
    counts, tokens = generator.poisson(1, (3000, 24)), generator.integers(300, 900, 24)
    target = np.arange(24) % 2 == 0

    together = permutation_test(counts, tokens, target, resamples=200, seed=5).p_value

    np.testing.assert_array_equal(
        together[:1], permutation_test(counts[:1], tokens, target, resamples=200, seed=5).p_value
    )


def test_sparse_and_dense_counts_give_the_same_p():
    dense, thin = (permutation_test(counts, LENGTHS, TARGET) for counts in (COUNTS, sparse.csr_array(COUNTS)))

    np.testing.assert_array_equal(dense.p_value, thin.p_value)


def test_equal_rates_in_every_document_give_p_of_one():
    found = permutation_test([[1, 3, 7, 9, 11, 2]], [130, 390, 910, 1170, 1430, 260], np.arange(6) < 3)

    assert found.p_value[0] == 1


def test_a_term_that_never_occurs_has_p_of_one():
    assert permutation_test([[0, 0, 0, 0]], [5, 5, 5, 5], [True, True, False, False]).p_value[0] == 1


def test_a_side_whose_documents_are_empty_counts_as_rate_zero():
    found = permutation_test([[0, 4, 2, 1]], [0, 400, 300, 200], [True, False, False, False])

    np.testing.assert_allclose(found.statistic, [-7 / 900])


@st.composite
def designs(draw):
    n = draw(st.integers(3, 8))
    counts = draw(st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=3))
    tokens = draw(st.lists(st.integers(50, 900), min_size=n, max_size=n))
    target = draw(st.lists(st.booleans(), min_size=n, max_size=n).filter(lambda side: 0 < sum(side) < len(side)))
    blocks = draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))
    return np.array(counts), np.array(tokens), np.array(target), blocks


@given(designs())
def test_no_p_is_below_the_floor_of_its_design(design):
    counts, tokens, target, _ = design

    found = permutation_test(counts, tokens, target)

    assert (found.p_value >= smallest_p(target) - 1e-15).all()


@given(designs())
def test_no_blocked_p_is_below_the_floor_of_its_blocks(design):
    counts, tokens, target, blocks = design
    floor = smallest_p(target, blocks=blocks)
    found = (
        permutation_test(counts, tokens, target, blocks=blocks).p_value
        if any(len({*target[np.array(blocks) == b]}) == 2 for b in (0, 1))
        else np.ones(len(counts))
    )

    assert (found >= floor - 1e-15).all()


@given(designs())
def test_swapping_the_sides_flips_the_sign_and_keeps_p(design):
    counts, tokens, target, _ = design

    there, back = permutation_test(counts, tokens, target), permutation_test(counts, tokens, ~target)

    np.testing.assert_allclose(there.statistic, -back.statistic, atol=1e-15)
    np.testing.assert_allclose(there.p_value, back.p_value)


@given(designs(), st.randoms())
def test_the_order_of_documents_changes_no_exact_p(design, random):
    counts, tokens, target, _ = design
    order = random.sample(range(len(tokens)), len(tokens))

    np.testing.assert_allclose(
        permutation_test(counts[:, order], tokens[order], target[order]).p_value,
        permutation_test(counts, tokens, target).p_value,
    )


@pytest.mark.parametrize(
    ("sizes", "floor"),
    [((1, 1), 1), ((1, 4), 0.2), ((2, 2), 1 / 3), ((4, 4), 2 / 70), ((2, 8), 1 / 45), ((3, 12), 1 / 455)],
)
def test_smallest_p_of_unblocked_sides(sizes, floor):
    labels = [True] * sizes[0] + [False] * sizes[1]

    np.testing.assert_allclose([smallest_p(labels), smallest_p_of_sizes(*sizes)], floor)


def test_smallest_p_of_two_outlets_in_six_shared_events():
    labels = ["fox", "nyt"] * 6

    assert smallest_p(labels, blocks=np.repeat(np.arange(6), 2)) == 2 / 2**6


def test_events_of_one_outlet_only_do_not_lower_the_smallest_p():
    labels = ["fox", "nyt"] * 6 + ["fox"] * 4

    assert smallest_p(labels, blocks=[*np.repeat(np.arange(6), 2), 6, 7, 8, 9]) == 2 / 2**6


def test_smallest_p_of_one_outlet_against_two_others_in_three_events():
    assert smallest_p([True, False, False] * 3, blocks=np.repeat(np.arange(3), 3)) == 1 / 27


def test_smallest_p_of_three_outlets_with_equal_shares_is_six_labelings():
    assert smallest_p(list("abc") * 3, blocks=np.repeat(np.arange(3), 3)) == 6 / 6**3


def test_smallest_p_of_groups_named_by_numbers_and_words():
    assert smallest_p([1, 1, "fox", "fox"]) == 2 / 6


def test_smallest_p_is_one_where_no_event_is_shared():
    assert smallest_p(["fox", "nyt"], blocks=["x", "y"]) == 1


def test_smallest_p_of_one_group_is_refused():
    with pytest.raises(ArgumentError, match=r"^all 2 documents are in one group; two groups or more are needed$"):
        smallest_p(["fox", "fox"])


def test_smallest_p_of_many_documents_is_that_of_the_random_labelings():
    assert smallest_p([True, False] * 60, resamples=999) == 0.001


def test_four_articles_a_side_or_six_events_are_needed():
    assert (needed_documents(), needed_events(), needed_events(3)) == (4, 6, 3)


@pytest.mark.parametrize("resamples", [0, -3, 2.5, 99.0, float("inf")])
def test_resamples_below_one_are_refused(resamples):
    with pytest.raises(ArgumentError, match=rf"^resamples is {resamples}; it must be a whole number of 1 or more$"):
        permutation_test(COUNTS, LENGTHS, TARGET, resamples=resamples)


def test_one_side_only_is_refused():
    with pytest.raises(ArgumentError, match=r"^all 7 documents are on one side; two groups or more are needed$"):
        permutation_test(COUNTS, LENGTHS, [True] * 7)


def test_one_group_only_is_refused():
    with pytest.raises(ArgumentError, match=r"^all 7 documents are in one group; two groups or more are needed$"):
        omnibus_permutation_test(COUNTS, LENGTHS, ["fox"] * 7)


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_missing_group_is_refused(missing):
    with pytest.raises(ArgumentError, match=r"^group of document 2 is missing; every document needs one$"):
        omnibus_permutation_test(COUNTS, LENGTHS, ["a", "b", missing, "a", "b", "a", "b"])


def test_studentised_difference_of_one_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^a studentised difference needs 2 documents a side; there are 1 and 6$"):
        permutation_test(COUNTS, LENGTHS, np.arange(7) == 0, statistic="studentised")


def test_unknown_statistic_is_refused():
    with pytest.raises(ArgumentError, match=r"^statistic is 'mean'; it must be 'difference' or 'studentised'$"):
        permutation_test(COUNTS, LENGTHS, TARGET, statistic="mean")


def test_blocks_without_exchange_are_refused():
    with pytest.raises(
        ArgumentError,
        match=r"^no block holds documents of two groups; within such blocks nothing can be exchanged$",
    ):
        permutation_test(COUNTS, LENGTHS, TARGET, blocks=["x"] * 3 + ["y"] * 4)


def test_blocks_for_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^there are 2 blocks for 7 documents; every document needs one$"):
        permutation_test(COUNTS, LENGTHS, TARGET, blocks=["x", "y"])


def test_groups_of_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^there are 2 groups for 7 documents; every document needs one$"):
        omnibus_permutation_test(COUNTS, LENGTHS, ["fox", "nyt"])


def test_more_occurrences_than_tokens_are_refused():
    with pytest.raises(ArgumentError, match=r"^term 1 occurs 30 times in documents of 20 tokens$"):
        permutation_test([[1, 1], [10, 20]], [10, 10], [True, False])


def test_counts_in_one_dimension_are_refused():
    with pytest.raises(ArgumentError, match=r"^counts have 1 dimensions; a matrix of terms x documents is expected$"):
        permutation_test([1, 1], [10, 10], [True, False])


def test_lengths_of_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^lengths have shape \(3,\); counts have 2 documents$"):
        permutation_test([[1, 1]], [10, 10, 10], [True, False])


def test_documents_without_any_token_are_refused():
    with pytest.raises(ArgumentError, match=r"^2 documents hold 0 tokens; a rate needs at least one token$"):
        permutation_test([[0, 0]], [0, 0], [True, False])


def test_target_of_other_documents_is_refused():
    with pytest.raises(ArgumentError, match=r"^target has shape \(3,\); there are 2 documents$"):
        permutation_test([[1, 1]], [10, 10], [True, False, True])


def test_target_that_is_neither_true_nor_false_is_refused():
    with pytest.raises(ArgumentError, match=r"^target must say true or false for every document$"):
        permutation_test([[1, 1]], [10, 10], [2, 0])


def test_sides_without_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^sides of 0 and 4 documents cannot be compared; each needs 1 or more$"):
        smallest_p_of_sizes(0, 4)


def test_events_of_a_single_group_are_refused():
    with pytest.raises(ArgumentError, match=r"^there is 1 group; two groups or more are needed$"):
        needed_events(1)
