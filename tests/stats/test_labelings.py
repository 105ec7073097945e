"""Labelings: every one once against the permutations of the standard library, and designs of many groups."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.errors import ArgumentError
from corpus_stats.stats import bootstrap, random_lists
from corpus_stats.stats._labelings import all_labelings, permutation_design, random_labelings
from corpus_stats.stats.resampling import omnibus_permutation_test, permutation_test


def labelings(groups, *, blocks=None, width=7):
    design = permutation_design(groups, blocks)
    return [tuple(column) for part in all_labelings(design, width=width) for column in part.T.tolist()]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=7).filter(lambda groups: len(set(groups)) > 1))
def test_all_labelings_are_the_permutations_of_the_labels(groups):
    codes = np.unique(groups, return_inverse=True)[1].tolist()

    assert sorted(labelings(groups)) == sorted(set(itertools.permutations(codes)))


def test_labelings_within_blocks_are_the_pairs_of_those_of_each_block():
    found = labelings(["a", "b", "a", "b", "c"], blocks=[0, 0, 1, 1, 1])

    expected = [x + y for x in itertools.permutations((0, 1)) for y in itertools.permutations((0, 1, 2))]
    assert sorted(found) == sorted(expected)


def test_two_documents_against_many_give_every_pair_once():
    found = labelings([1, 1] + [0] * 252, width=1024)

    pairs = {tuple(np.flatnonzero(labels).tolist()) for labels in found}
    assert pairs == set(itertools.combinations(range(254), 2))
    assert len(found) == math.comb(254, 2)


@pytest.mark.parametrize("n_groups", [2, 128, 129, 300])
def test_random_labelings_hold_the_labels_of_every_group_as_often(n_groups):
    design = permutation_design(np.repeat(np.arange(n_groups), 2))

    (labels,) = random_labelings(design, resamples=2, generator=np.random.default_rng(1), width=9)

    np.testing.assert_array_equal(np.sort(labels, axis=0), np.repeat(np.arange(n_groups), 2)[:, None].repeat(2, axis=1))


def test_exact_labelings_of_many_groups_are_those_of_their_names():
    # 149 groups of one document keep their label in a block of their own; the last two are exchanged
    groups, blocks = [*range(149), 149, 150], [*range(149), 149, 149]
    alone = permutation_test([[3, 1]], [10, 10], [True, False])

    found = omnibus_permutation_test([[1] * 149 + [3, 1]], [10] * 151, groups, blocks=blocks)

    assert (found.n_labelings, found.n_documents) == (alone.n_labelings, 2)
    np.testing.assert_array_equal(found.p_value, alone.p_value)


def test_omnibus_test_takes_more_than_127_groups():
    counts = np.zeros((1, 400))
    counts[0, :2] = 9

    found = omnibus_permutation_test(counts, [100] * 400, np.repeat(np.arange(200), 2), resamples=99)

    # two documents of one group hold all occurrences: chance puts them together once in 399 labelings
    assert found.p_value[0] == 0.01


SEED_MESSAGE = r"^seed is {}; it must be a whole number from 0 to 4294967295$"


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "one", None])
@pytest.mark.parametrize(
    "drawn",
    [
        lambda seed: permutation_test([[1, 2]], [5, 5], [True, False], seed=seed),
        lambda seed: omnibus_permutation_test([[1, 2]], [5, 5], ["a", "b"], seed=seed),
        lambda seed: bootstrap.bootstrap_rates([[1, 2]], [5, 5], resamples=9, seed=seed),
        lambda seed: random_lists.random_list_counts([np.ones((2, 3))], [[1]], lists=9, seed=seed),
    ],
    ids=["permutation", "omnibus", "bootstrap", "random lists"],
)
def test_a_seed_that_no_generator_takes_is_refused(drawn, seed):
    with pytest.raises(ArgumentError, match=SEED_MESSAGE.format(seed)):
        drawn(seed)


def test_a_seed_may_be_a_whole_number_of_numpy():
    counts, target = np.arange(40)[None] % 5, np.arange(40) < 20

    one, other = (
        permutation_test(counts, [9] * 40, target, resamples=99, seed=seed).p_value for seed in (7, np.uint32(7))
    )
    np.testing.assert_array_equal(one, other)
