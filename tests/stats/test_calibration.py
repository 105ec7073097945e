"""False positives, power and coverage in short; tests/benchmarks measures them at length, with more sizes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from corpus_stats.stats.intervals import log_scale_interval
from corpus_stats.stats.random_lists import random_list_p
from corpus_stats.stats.resampling import omnibus_permutation_test, permutation_test
from tests.benchmarks.articles import framing_shares, keyness_shares, random_splits, swapped_pairs
from tests.benchmarks.simulation import bursty_counts, joint_counts

LEVEL = 0.05


@pytest.mark.dev_data
def test_p_of_words_is_calibrated_on_random_splits_of_real_articles(dev_data):
    splits = random_splits(dev_data / "events_three_outlets.jsonl", (10, 10), per_outlet=6)
    share = keyness_shares(splits, ["p_value"], resamples=499)["p_value"]

    assert 0.03 <= share.mean <= 0.06


@pytest.mark.dev_data
def test_p_of_words_is_calibrated_on_real_articles_paired_by_event(dev_data):
    pairs = swapped_pairs(dev_data / "events_three_outlets.jsonl", 12, per_pair=4)
    share = keyness_shares(pairs, ["p_value"], resamples=499)["p_value"]

    assert 0.03 <= share.mean <= 0.06


@pytest.mark.dev_data
def test_no_word_or_list_has_a_p_where_two_articles_stand_against_two(dev_data):
    path = dev_data / "events_three_outlets.jsonl"
    words = keyness_shares(random_splits(path, (2, 2), per_outlet=1), ["p_value"])
    lists = framing_shares(random_splits(path, (2, 2), per_outlet=1), together=False, random_lists=19)

    assert all(np.isnan(share.mean) for share in (*words.values(), *lists.values()))


@pytest.mark.parametrize(("n", "low", "high"), [(3, 0, 0), (20, 0.03, 0.06)])
def test_p_is_calibrated_on_bursty_words(n, low, high):
    shares = []
    # words of one comparison share its lengths: many comparisons of few words
    for seed in range(100):
        counts, lengths, target = bursty_counts(2 * n, 20, rate=4, k=0.5, seed=seed)
        shares.append((permutation_test(counts, lengths, target, resamples=499).p_value < LEVEL).mean())

    assert low <= np.mean(shares) <= high


def test_p_is_small_in_less_than_one_of_twenty_of_all_splits_of_ten_articles():
    counts, lengths, _ = bursty_counts(10, 60, rate=4, k=0.5, seed=1)
    # the other half of the splits are these with the sides swapped
    halves = [np.isin(np.arange(10), side) for side in itertools.combinations(range(10), 5) if 0 in side]
    shares = [(permutation_test(counts, lengths, side).p_value < LEVEL).mean() for side in halves]

    assert 0.03 <= np.mean(shares) <= 12 / 252


def test_studentised_and_omnibus_p_are_calibrated_on_bursty_words():
    shares = []
    for seed in range(12):
        counts, lengths, _ = bursty_counts(30, 150, rate=4, k=0.5, seed=seed)
        studentised = permutation_test(counts, lengths, np.arange(30) < 7, statistic="studentised", resamples=499)
        omnibus = omnibus_permutation_test(counts, lengths, np.arange(30) % 3, resamples=499)
        shares.append([(found.p_value < LEVEL).mean() for found in (studentised, omnibus)])

    assert np.logical_and(np.mean(shares, axis=0) >= 0.03, np.mean(shares, axis=0) <= 0.06).all()


def test_random_list_p_is_calibrated_for_terms_that_share_a_document_factor():
    found = []
    for seed in range(300):
        joint, lengths = joint_counts(40, [12], rates=np.full(12, 0.5), k=1.0, seed=seed)
        rng = np.random.default_rng([seed, 1])
        pool = rng.poisson(0.5 * lengths * rng.gamma(0.5, 2, (200, 40)) / 1000)
        lists = np.array([pool[rng.permutation(200)[:12]].sum(axis=0) for _ in range(99)])
        found.append(random_list_p(joint.sum(axis=0), lists, lengths, np.arange(40) < 20))

    assert 0.03 <= np.mean(np.array(found) <= LEVEL) <= 0.07


@pytest.mark.parametrize(("k", "least"), [(1.0, 0.65), (0.5, 0.40)])
def test_a_threefold_rate_is_found_with_twenty_articles_a_side(k, least):
    found = []
    for seed in range(100):
        counts, lengths, target = bursty_counts(40, 8, rate=2, k=k, ratio=3, seed=seed)
        found.append((permutation_test(counts, lengths, target, resamples=499).p_value < LEVEL).mean())

    assert np.mean(found) >= least


@pytest.mark.parametrize(("k", "least"), [(1.0, 0.90), (0.5, 0.90), (0.2, 0.84)])
def test_intervals_of_bursty_rates_cover(k, least):
    inside = []
    for seed in range(60):
        counts, lengths, _ = bursty_counts(10, 30, rate=4, k=k, seed=seed)
        interval = log_scale_interval(counts, lengths)
        inside.append(((interval.low <= 0.004) & (interval.high >= 0.004))[np.isfinite(interval.low)].mean())

    assert np.mean(inside) >= least
