"""False positives of every p that keyness and framing print, on real articles in which nothing differs.

The articles are a published corpus of news on events by three outlets. With 999 labelings for 9,999 (of lists 399, and
199 random lists for 999) the p are as valid, and the whole runs in minutes.

A share of lists is the mean over 240 comparisons of 16 lists each. Its standard deviation from one comparison to the
next is about .055 (lists share their articles), so that the standard error is .0036. With 399 labelings a valid p is
below .05 in at most .0475 of cases: more than three standard errors under the bound of .06, which twenty shares are
held against. `_NOISE` holds the error.
"""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from tests.benchmarks.articles import framing_shares, keyness_shares, random_splits, swapped_pairs

pytestmark = pytest.mark.dev_data

FEW = {"resamples": 999}
FEW_LISTS = {"n_lists": 16, "resamples": 399, "random_lists": 199}
_NOISE = 0.0045


@pytest.fixture(scope="module")
def path(dev_data: Path) -> Path:
    return dev_data / "events_three_outlets.jsonl"


@pytest.mark.parametrize("n", [1, 2, 3])
def test_no_p_is_printed_where_none_can_reach_the_level(path, n):
    words = keyness_shares(random_splits(path, (n, n), per_outlet=3), ("p_value", "studentised_p", "omnibus_p"))
    lists = framing_shares(random_splits(path, (n, n), per_outlet=3), together=False)
    shares = [*words.values(), *lists.values()]
    print(f"\n{n} against {n} articles: no p is printed, {shares[0].n} splits")

    assert all(math.isnan(share.mean) for share in shares)


@pytest.mark.parametrize(("n", "low", "high"), [(5, 0, 0.05), (10, 0.03, 0.06), (20, 0.03, 0.06), (26, 0.03, 0.06)])
def test_p_of_words_in_random_splits_is_calibrated(path, n, low, high):
    share = keyness_shares(random_splits(path, (n, n), per_outlet=60), ["p_value"], **FEW)["p_value"]
    print(f"\n{n} against {n} articles, words: p_value {share}")

    assert low <= share.mean <= high


@pytest.mark.parametrize("sizes", [(10, 10, 10), (17, 17, 18)])
def test_p_of_words_in_three_groups_is_calibrated(path, sizes):
    shares = keyness_shares(random_splits(path, sizes, per_outlet=20), ("p_value", "omnibus_p"), **FEW)
    print(f"\n{sizes} articles, words: p_value {shares['p_value']}, omnibus_p {shares['omnibus_p']}")

    assert all(0.03 <= share.mean <= 0.06 for share in shares.values())


@pytest.mark.parametrize("sizes", [(5, 47), (12, 40)])
def test_p_of_words_in_unbalanced_splits_is_calibrated(path, sizes):
    shares = keyness_shares(random_splits(path, sizes, per_outlet=60), ("p_value", "studentised_p"), **FEW)
    print(f"\n{sizes} articles, words: p_value {shares['p_value']}, studentised_p {shares['studentised_p']}")

    assert all(0.03 <= share.mean <= 0.06 for share in shares.values())


@pytest.mark.parametrize(("n", "low", "high"), [(6, 0, 0.05), (10, 0.03, 0.06), (20, 0.03, 0.06), (26, 0.03, 0.06)])
def test_p_of_words_paired_by_event_is_calibrated(path, n, low, high):
    share = keyness_shares(swapped_pairs(path, n, per_pair=40), ["p_value"], **FEW)["p_value"]
    print(f"\n{n} shared events, labels swapped inside them, words: p_value {share}")

    assert low <= share.mean <= high


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("n", [10, 20, 26])
def test_p_of_lists_in_random_splits_is_calibrated(path, n, together):
    shares = framing_shares(random_splits(path, (n, n), per_outlet=80), together=together, **FEW_LISTS)
    _print_lists(f"{n} against {n} articles", together, shares)

    assert max(share.error for share in shares.values()) <= _NOISE
    assert 0.03 <= shares["p_value"].mean <= 0.06
    assert 0.03 <= shares["random_list_p"].mean <= 0.07


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("n", [10, 26])
def test_p_of_lists_paired_by_event_is_calibrated(path, n, together):
    shares = framing_shares(swapped_pairs(path, n, per_pair=80), together=together, **FEW_LISTS)
    _print_lists(f"{n} shared events, labels swapped inside them", together, shares)

    assert max(share.error for share in shares.values()) <= _NOISE
    assert 0.03 <= shares["p_value"].mean <= 0.06
    assert 0.03 <= shares["random_list_p"].mean <= 0.07


def _print_lists(what, together, shares):
    kind = "lists of words that occur together" if together else "random lists"
    print(f"\n{what}, {kind}: p_value {shares['p_value']}, random_list_p {shares['random_list_p']}")
