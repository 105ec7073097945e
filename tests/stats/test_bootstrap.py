"""Bootstrap of rates: distributions small enough for paper, and independence of how the work is cut up."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse, stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.bootstrap import bootstrap_rates


def test_limits_over_two_documents_are_their_two_rates():
    # one resample in four holds the first document twice, one in four the second
    found = bootstrap_rates([[2, 6]], [1000, 1000])

    np.testing.assert_allclose([found.rate[0, 0], found.low[0, 0], found.high[0, 0]], [0.004, 0.002, 0.006])


def test_standard_error_is_that_of_the_mean_of_rates_for_equal_lengths():
    y = np.random.default_rng(1).poisson(3, 40)

    found = bootstrap_rates([y], np.full(40, 100), resamples=4000)

    np.testing.assert_allclose(found.standard_error[0, 0], y.std() / np.sqrt(40) / 100, rtol=0.05)


def test_limits_are_near_those_of_scipy():
    y = np.random.default_rng(1).poisson(3, 40)
    expected = stats.bootstrap((y / 100,), np.mean, method="percentile", n_resamples=9999, rng=1).confidence_interval

    found = bootstrap_rates([y], np.full(40, 100), resamples=4000)

    np.testing.assert_allclose([found.low[0, 0], found.high[0, 0]], expected, rtol=0.03)


def test_poisson_weights_give_nearly_the_same_error():
    y = np.random.default_rng(1).poisson(3, 60)
    tokens = np.full(60, 100)

    multinomial, poisson = (
        bootstrap_rates([y], tokens, resamples=3000, weights=weights).standard_error[0, 0]
        for weights in ("multinomial", "poisson")
    )

    np.testing.assert_allclose(multinomial, poisson, rtol=0.1)


def test_each_group_is_resampled_within_itself():
    found = bootstrap_rates([[1, 1, 5, 5]], [100] * 4, ["a", "a", "b", "b"])

    np.testing.assert_allclose(found.low, [[0.01], [0.05]])


def test_a_term_has_the_same_limits_whatever_is_beside_it():
    generator = np.random.default_rng(4)
    counts, tokens = generator.poisson(1, (3, 30)), generator.integers(100, 900, 30)

    together, alone = (bootstrap_rates(sparse.csr_array(c), tokens) for c in (counts, counts[1:2]))

    np.testing.assert_array_equal(together.low[:, 1:2], alone.low)


def test_a_term_that_a_group_never_uses_has_limits_of_zero():
    found = bootstrap_rates([[0, 0, 0]], [100, 200, 300])

    assert (found.low[0, 0], found.high[0, 0]) == (0, 0)


def test_counts_too_large_for_single_precision_keep_their_digits():
    found = bootstrap_rates([[2**24 + 1, 2**24 + 1]], [2**26, 2**26], resamples=50)

    np.testing.assert_allclose(found.low[0, 0], (2**24 + 1) / 2**26, rtol=1e-15)


def test_one_document_is_refused():
    with pytest.raises(
        ArgumentError,
        match=r"^group 'b' has 1 documents of 50 tokens; a bootstrap needs 2 documents or more$",
    ):
        bootstrap_rates([[1, 2, 3]], [50, 50, 50], ["a", "a", "b"])


def test_no_resamples_are_refused():
    with pytest.raises(ArgumentError, match=r"^resamples is 0; it must be a whole number of 1 or more$"):
        bootstrap_rates([[1, 2]], [50, 50], resamples=0)


def test_unknown_weights_are_refused():
    with pytest.raises(ArgumentError, match=r"^weights is 'normal'; it must be 'multinomial' or 'poisson'$"):
        bootstrap_rates([[1, 2]], [50, 50], weights="normal")


def test_groups_of_other_documents_are_refused():
    with pytest.raises(ArgumentError, match=r"^there are 3 groups for 2 documents; every document needs one$"):
        bootstrap_rates([[1, 2]], [50, 50], ["a", "b", "b"])
