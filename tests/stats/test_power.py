"""Power: what a design could find, against simulation of its own assumption and the limits of small designs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.power import detectable_rate_ratio, detectable_ratio

COUNTS = np.array([[3, 5, 0, 2, 7, 0, 0, 1, 2, 0], [0] * 10])
LENGTHS = np.array([500, 800, 300, 450, 900, 600, 700, 400, 500, 350])


def test_detectable_ratio_has_the_power_it_is_asked_for():
    # a t test of two normal means, as far apart as the ratio says, finds them four times in five
    n, ratio = 20, detectable_rate_ratio(20, 20)
    errors = np.array([math.sqrt((1 / ratio + 1) / n), math.sqrt(2 / n)])
    shift = math.log(ratio) / math.sqrt((errors**2).sum())

    power = stats.nct.sf(stats.t.ppf(0.975, 38), 38, shift)

    np.testing.assert_allclose(power, 0.8, atol=1e-6)


def test_more_documents_detect_a_smaller_ratio():
    assert detectable_rate_ratio(100, 100) < detectable_rate_ratio(20, 20) < detectable_rate_ratio(5, 5)


def test_burstier_terms_need_a_larger_ratio():
    assert detectable_rate_ratio(20, 20, dispersion=0.5) > detectable_rate_ratio(20, 20, dispersion=1)


@pytest.mark.parametrize("sizes", [(1, 1), (1, 4), (2, 2), (3, 3)])
def test_no_ratio_is_detectable_where_no_p_can_reach_the_level(sizes):
    assert detectable_rate_ratio(*sizes) == math.inf


def test_detectable_ratio_of_a_term_that_never_occurs_is_missing():
    found = detectable_ratio(COUNTS, LENGTHS, np.arange(10) < 5)

    assert (found[0] > 1, np.isnan(found[1])) == (True, True)


def test_detectable_ratio_grows_with_the_spread_of_the_term():
    even, bursty = detectable_ratio([[2] * 10, [10, 0, 0, 0, 0, 10, 0, 0, 0, 0]], [500] * 10, np.arange(10) < 5)

    assert 1 == even < bursty


def test_no_ratio_of_a_term_is_detectable_with_one_article_against_four():
    found = detectable_ratio(COUNTS[:, :5], LENGTHS[:5], np.arange(5) == 0)

    np.testing.assert_array_equal(found, [math.inf, np.nan])


def test_a_side_without_documents_is_refused():
    with pytest.raises(ArgumentError, match=r"^sides of 0 and 5 documents cannot be compared; each needs 1 or more$"):
        detectable_rate_ratio(0, 5)


@pytest.mark.parametrize("name", ["rate", "length", "dispersion"])
def test_parameters_that_are_not_above_zero_are_refused(name):
    with pytest.raises(ArgumentError, match=rf"^{name} is 0; it must be above 0$"):
        detectable_rate_ratio(20, 20, **{name: 0})
