"""Simulated articles: false positives, power and coverage where the truth is known.

Lengths are lognormal with a median of 500 words. Occurrences are negative binomial: k = 1 for the usual word of news,
.5 for a bursty one, .2 for a topical one.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from corpus_stats.analysis.framing import framing
from corpus_stats.analysis.keyness import keyness
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.matrix import document_term_matrix
from corpus_stats.stats.intervals import log_scale_interval, log_scale_ratio_interval
from corpus_stats.stats.resampling import permutation_test
from corpus_stats.tokens import tokenize
from tests.benchmarks.articles import Share, share_of
from tests.benchmarks.simulation import bursty_counts, joint_counts, simulated_articles, simulated_word

LEVEL = 0.05
LISTS, LIST_SIZE = 60, 12
# words of one comparison share its lengths, so that few articles need many comparisons
REPEATS = {10: 24, 20: 16, 50: 8}


@pytest.mark.parametrize("k", [1.0, 0.5, 0.2])
@pytest.mark.parametrize(("n", "low", "high"), [(10, 0.03, 0.06), (20, 0.03, 0.06), (50, 0.03, 0.06)])
def test_p_of_keyness_is_calibrated_on_bursty_words(n, low, high, k):
    shares = []
    for seed in range(REPEATS[n]):
        counts, lengths, target = bursty_counts(2 * n, 400, rate=4, k=k, seed=seed)
        table = _keyness(counts, lengths, np.where(target, "a", "b"), seed).table
        shares.append((table.loc[table["group"] == "a", "p_value"] < LEVEL).mean())
    share = share_of(shares)
    print(f"\n{n} against {n} articles, 4 per 1,000, k = {k}: p_value {share}")

    assert low <= share.mean <= high


@pytest.mark.parametrize("k", [1.0, 0.5, 0.2])
def test_p_of_keyness_is_calibrated_over_all_splits_of_ten_articles(k):
    counts, lengths, _ = bursty_counts(10, 400, rate=4, k=k, seed=0)
    matrix = document_term_matrix(tokenize(simulated_articles(counts, lengths)))
    terms = [simulated_word(i) for i in np.flatnonzero(counts.sum(axis=1) >= 5)]
    shares = []
    # the other half of the splits are these with the sides swapped
    for side in itertools.combinations(range(10), 5):
        if 0 in side:
            by = {name: "ab"[int(i in side)] for i, name in enumerate(matrix.tokens.corpus.names)}
            table = keyness(matrix, by=by, terms=terms).table
            shares.append((table.loc[table["group"] == "a", "p_value"] < LEVEL).mean())
    print(f"\n5 against 5 articles, 4 per 1,000, k = {k}: p_value {np.mean(shares):.4f} over all 126 splits")

    assert 0 <= np.mean(shares) <= 0.05


def test_p_of_three_groups_is_calibrated_on_bursty_words():
    shares: dict[str, list[float]] = {"p_value": [], "omnibus_p": []}
    for seed in range(12):
        counts, lengths, _ = bursty_counts(60, 400, rate=4, k=0.5, seed=seed)
        table = _keyness(counts, lengths, np.resize(["a", "b", "c"], 60), seed).table
        for column, values in shares.items():
            values.append((table[column] < LEVEL).mean())
    found = {column: share_of(values) for column, values in shares.items()}
    print(f"\n3 groups of 20 articles, k = .5: p_value {found['p_value']}, omnibus_p {found['omnibus_p']}")

    assert all(0.03 <= share.mean <= 0.06 for share in found.values())


@pytest.mark.parametrize("k", [2.0, 0.5])
@pytest.mark.parametrize("n", [10, 50])
def test_p_of_lists_that_share_a_document_factor_is_calibrated(n, k):
    found = _joint_lists(n, k, paired=False)
    print(f"\n{n} against {n} articles, lists with one document factor, k = {k}: {_listed(found)}")

    assert 0.03 <= found["p_value"].mean <= 0.06
    assert 0.03 <= found["random_list_p"].mean <= 0.07


def test_p_of_lists_that_share_a_factor_is_calibrated_when_paired_by_event():
    found = _joint_lists(26, 1.0, paired=True)
    print(f"\n26 shared events, lists with one document factor, k = 1: {_listed(found)}")

    assert 0.03 <= found["p_value"].mean <= 0.06
    assert 0.03 <= found["random_list_p"].mean <= 0.07


@pytest.mark.parametrize(("k", "least"), [(1.0, 0.65), (0.5, 0.40)])
def test_permutation_finds_a_threefold_rate(k, least):
    found = []
    for seed in range(300):
        counts, lengths, target = bursty_counts(40, 10, rate=2, k=k, ratio=3, seed=seed)
        found.append((permutation_test(counts, lengths, target, resamples=999).p_value < LEVEL).mean())
    print(f"\npower, 20 against 20 articles, ratio 3, 2 per 1,000, k = {k}: {share_of(found)}")

    assert np.mean(found) >= least


@pytest.mark.parametrize(("k", "least"), [(1.0, 0.90), (0.5, 0.90), (0.2, 0.84)])
@pytest.mark.parametrize("n", [5, 10, 20, 50])
def test_interval_of_a_rate_covers(n, k, least):
    inside, missing, widths = [], [], []
    for seed in range(100):
        counts, lengths, _ = bursty_counts(n, 40, rate=4, k=k, seed=seed)
        interval = log_scale_interval(counts, lengths)
        some = np.isfinite(interval.low)
        missing.append(1 - some.mean())
        inside.append(((interval.low <= 0.004) & (interval.high >= 0.004))[some].mean())
        widths.append(np.log2(interval.high / interval.low)[some].mean())
    _print_coverage(f"rate, {n} articles", k, inside, missing, widths)

    assert np.mean(inside) >= least


@pytest.mark.parametrize(("k", "least"), [(1.0, 0.90), (0.5, 0.90), (0.2, 0.84)])
@pytest.mark.parametrize("n", [5, 10, 20, 50])
def test_interval_of_a_ratio_covers(n, k, least):
    inside, missing, widths = [], [], []
    for seed in range(100):
        counts, lengths, target = bursty_counts(2 * n, 40, rate=4, k=k, ratio=2, seed=seed)
        interval = log_scale_ratio_interval(counts, lengths, target)
        some = np.isfinite(interval.low)
        missing.append(1 - some.mean())
        inside.append(((interval.low <= 2) & (interval.high >= 2))[some].mean())
        widths.append(np.log2(interval.high / interval.low)[some].mean())
    _print_coverage(f"ratio of rates, {n} against {n} articles", k, inside, missing, widths)

    assert np.mean(inside) >= least


@pytest.mark.parametrize(("sizes", "lengths"), [((5, 50), (500, 500)), ((30, 30), (250, 1200))])
def test_imbalance_is_warned_of(sizes, lengths):
    tokens = np.repeat(lengths, sizes)
    counts = np.random.default_rng(1).poisson(4 * tokens / 1000, (20, sum(sizes)))
    result = _keyness(counts, tokens, np.repeat(["a", "b"], sizes), 0)
    beside = result.table["studentised_p"].notna().all()
    print(f"\n{sizes} articles of {lengths} words: {next(c for c in result.cautions if c.startswith('W-UNBALANCED'))}")

    assert beside


def test_balanced_sides_are_not_warned_of():
    tokens = np.full(40, 500)
    counts = np.random.default_rng(1).poisson(2, (20, 40))

    assert not any(
        "W-UNBALANCED" in caution for caution in _keyness(counts, tokens, np.resize(["a", "b"], 40), 0).cautions
    )


def _keyness(counts, lengths, groups, seed):
    corpus = simulated_articles(counts, lengths)
    by = dict(zip(corpus.names, map(str, groups), strict=True))
    terms = [simulated_word(i) for i in np.flatnonzero(counts.sum(axis=1) >= 5)]
    return keyness(document_term_matrix(tokenize(corpus)), by=by, terms=terms, resamples=999, seed=seed)


def _joint_lists(n: int, k: float, *, paired: bool) -> dict[str, Share]:
    found: dict[str, list[float]] = {"p_value": [], "random_list_p": []}
    for seed in range(30):
        rng = np.random.default_rng([seed, n])
        rates = rng.lognormal(np.log(0.5), 0.7, LISTS * LIST_SIZE)
        joint, lengths = joint_counts(2 * n, [LIST_SIZE] * LISTS, rates=rates, k=k, seed=seed)
        # a vocabulary of words that know nothing of each other, from which the random lists are drawn
        others = rng.lognormal(np.log(0.5), 0.7, 400)[:, None] * lengths * rng.gamma(0.5, 2, (400, 2 * n)) / 1000
        events = [{"event": str(i % n)} for i in range(2 * n)]
        corpus = simulated_articles(np.vstack([joint, rng.poisson(others)]), lengths, events)
        sides = np.arange(2 * n) < n
        if paired:
            sides[:n] = rng.random(n) < 0.5
            sides[n:] = ~sides[:n]
        by = {name: "ab"[int(side)] for name, side in zip(corpus.names, sides, strict=True)}
        terms = [Term((simulated_word(i),), f"list {i // LIST_SIZE}") for i in range(len(joint))]
        within = "event" if paired else None
        options = {"resamples": 999, "random_lists": 399, "seed": seed}
        table = framing(tokenize(corpus), Lexicon(tuple(terms)), by=by, within=within, **options).table
        for column, values in found.items():
            values.append((table.loc[table["group"] == "a", column] < LEVEL).mean())
    return {column: share_of(values) for column, values in found.items()}


def _listed(found: dict[str, Share]) -> str:
    return ", ".join(f"{column} {share}" for column, share in found.items())


def _print_coverage(what, k, inside, missing, widths):
    print(
        f"\ninterval of a {what}, k = {k}: covers {np.mean(inside):.3f}, mean width {np.mean(widths):.2f} binary logs,"
        f" none for {100 * np.mean(missing):.1f} % of the terms"
    )
