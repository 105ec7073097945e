"""Divergence: SciPy's values, the bias of entropy, and the band that says what chance gives."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from scipy.spatial import distance

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.divergence import (
    entropy,
    hellinger,
    jensen_shannon,
    jensen_shannon_band,
    miller_madow_entropy,
)

# labels x documents: the first three documents prefer the first label
COUNTS = np.array([[9, 8, 7, 1, 2, 0, 1], [1, 2, 1, 8, 7, 9, 6], [2, 1, 2, 2, 1, 2, 3]])
TARGET = np.arange(7) < 3


def test_divergence_is_the_square_of_scipys_distance():
    p, q = [3, 5, 2], [1, 1, 8]

    np.testing.assert_allclose(jensen_shannon(p, q), distance.jensenshannon(p, q, base=2) ** 2)


def test_divergence_of_sides_without_a_common_label_is_one_bit():
    np.testing.assert_allclose(jensen_shannon([4, 0], [0, 2]), 1)


def test_hellinger_of_sides_without_a_common_label_is_one():
    np.testing.assert_allclose(hellinger([4, 0], [0, 2]), 1)


def test_entropy_is_that_of_scipy():
    np.testing.assert_allclose(entropy([3, 0, 2]), stats.entropy([3, 0, 2], base=2))


def test_miller_madow_adds_half_a_nat_for_each_further_label_over_n():
    np.testing.assert_allclose(miller_madow_entropy([3, 0, 2]), entropy([3, 0, 2]) + 1 / 10 / np.log(2))


def test_band_is_exact_where_labelings_are_few():
    found = jensen_shannon_band(COUNTS, TARGET)

    assert (found.exact, found.n_labelings, found.p_value) == (True, 35, 1 / 35)


def test_excess_is_the_divergence_above_the_mean_of_all_labelings():
    found = jensen_shannon_band(COUNTS, TARGET)

    np.testing.assert_allclose(found.divergence, jensen_shannon(COUNTS[:, :3].sum(axis=1), COUNTS[:, 3:].sum(axis=1)))
    np.testing.assert_allclose(found.excess, found.divergence - found.expected)


def test_band_of_random_labelings_holds_the_divergence_of_one_source():
    generator = np.random.default_rng(3)
    counts = generator.multinomial(4, [0.5, 0.3, 0.2], 40).T

    found = jensen_shannon_band(counts, np.arange(40) < 20, resamples=499)

    assert not found.exact
    assert found.low <= found.divergence <= found.high
    assert found.p_value > 0.05


def test_band_within_events_exchanges_within_them():
    found = jensen_shannon_band(
        np.repeat(COUNTS[:, [0, 3]], 4, axis=1), np.arange(8) < 4, blocks=[0, 1, 2, 3, 0, 1, 2, 3]
    )

    assert (found.n_labelings, found.p_value) == (16, 2 / 16)


def test_a_labeling_that_leaves_one_side_nothing_counts_as_one_bit():
    found = jensen_shannon_band([[12, 0, 12], [3, 0, 0]], [True, False, False])

    # either full document alone gives the divergence observed, the empty one 1 bit
    np.testing.assert_allclose(found.expected, (2 * found.divergence + 1) / 3)


def test_too_few_labels_are_refused():
    with pytest.raises(ArgumentError, match=r"^the sides hold 3 and 12 labels; a divergence needs 10 on each$"):
        jensen_shannon_band([[3, 6], [0, 6]], [True, False])


def test_distribution_without_counts_is_refused():
    with pytest.raises(ArgumentError, match=r"^a distribution holds 0 counts; it needs at least one$"):
        jensen_shannon([0, 0], [1, 2])


def test_distributions_over_other_labels_are_refused():
    with pytest.raises(
        ArgumentError,
        match=r"^distributions have shapes \(2,\) and \(3,\); each needs the same labels, along the last axis$",
    ):
        hellinger([1, 2], [1, 2, 3])
