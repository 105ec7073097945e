"""Dispersion: the two ends of every measure, and values on paper."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import sparse

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.dispersion import Dispersion, dispersion_measures

LENGTHS = [9, 10, 10, 10, 11]


def test_a_perfectly_even_term_is_at_the_even_end_of_every_measure():
    found = dispersion_measures([[10, 20, 30]], [100, 200, 300])

    np.testing.assert_allclose(
        [found.juilland_d, found.carroll_d2, found.rosengren_s, found.da, found.dp, found.dp_norm, found.kl],
        [[1], [1], [1], [1], [0], [0], [0]],
        atol=1e-12,
    )


def test_a_term_in_the_smallest_part_only_is_at_the_uneven_end():
    found = dispersion_measures([[4, 0, 0]], [100, 200, 200])

    np.testing.assert_allclose(
        [found.juilland_d, found.carroll_d2, found.rosengren_s, found.da, found.dp, found.dp_norm, found.kl],
        [[0], [0], [0.2], [0], [0.8], [1], [np.log2(5)]],
        atol=1e-12,
    )


def test_da_is_the_mean_difference_of_all_pairs_of_rates():
    p = np.array([1, 2, 3, 4, 5]) / LENGTHS
    pairs = np.mean([abs(x - y) for x, y in itertools.combinations(p, 2)])

    np.testing.assert_allclose(dispersion_measures([[1, 2, 3, 4, 5]], LENGTHS).da, 1 - pairs / (2 * p.mean()))


def test_a_term_that_never_occurs_has_a_range_of_zero_and_no_dispersion():
    found = dispersion_measures([[0, 0, 0, 0, 0]], LENGTHS)

    assert (found.range[0], found.sd[0], np.isnan(found.dp[0]), np.isnan(found.da[0])) == (0, 0, True, True)


def test_sparse_counts_have_the_same_dispersion():
    counts = [[1, 2, 3, 4, 5], [0, 0, 1, 0, 0]]

    dense, thin = (dispersion_measures(c, LENGTHS) for c in (counts, sparse.csr_array(counts)))

    for name in Dispersion.__dataclass_fields__:
        np.testing.assert_array_equal(getattr(dense, name), getattr(thin, name))


def test_parts_without_tokens_are_left_out():
    with_empty = dispersion_measures([[1, 0, 3]], [10, 0, 10])

    np.testing.assert_allclose(with_empty.dp, dispersion_measures([[1, 3]], [10, 10]).dp)


def test_a_vocabulary_of_no_terms_has_no_dispersion():
    assert dispersion_measures(np.empty((0, 2)), [10, 10]).dp.shape == (0,)


def test_one_part_is_refused():
    with pytest.raises(ArgumentError, match=r"^1 parts hold tokens; dispersion needs 2 or more$"):
        dispersion_measures([[1]], [10])
