"""Speed of resampling as ratios against a loop over Counters in the same run, and what it takes of memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from scipy import sparse

from corpus_stats.stats.resampling import permutation_test

RESAMPLES = 1000


def measured(what: str, resamples: int) -> dict[str, float]:
    script = Path(__file__).with_name("large_corpus.py")
    command = [sys.executable, "-P", str(script), what, str(resamples)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_bootstrap_is_a_hundred_times_faster_than_counters(record_property):
    ours = measured("bootstrap", RESAMPLES)
    # five resamples of one outlet; the ten outlets are ten times that
    theirs = measured("counters", 5)["seconds"] * 10 / 5 * RESAMPLES
    ratio = theirs / ours["seconds"]
    record_property("loop over Counters / bootstrap", round(ratio))
    print(
        f"\n{RESAMPLES} resamples of 100,000 documents, 60,000 terms, 10 outlets ({ours['cells']:,} cells):"
        f" {ours['seconds']:.0f} s; a loop over Counters would take {theirs:.0f} s: {ratio:.0f} times;"
        f" peak memory {ours['memory']:.2f} GB"
    )

    assert ratio >= 100
    assert ours["memory"] < 2


def test_a_vocabulary_is_permuted_in_less_than_a_second(record_property):
    rng = np.random.default_rng(1)
    share = 1 / np.arange(2, 20_002)
    # words of Zipf's frequencies in bursts, 500 of them an article
    mean = 500 * (share / share.sum())[:, None] * rng.gamma(0.5, 2, (20_000, 200))
    counts = sparse.csr_array(rng.poisson(mean))
    lengths = np.maximum(np.asarray(counts.sum(axis=0)).ravel(), 1)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        permutation_test(counts, lengths, np.arange(200) < 100, resamples=999)
        seconds.append(time.process_time() - start)
    record_property("999 permutations of 20,000 x 200, seconds of CPU", round(min(seconds), 2))
    print(f"\n999 permutations of 20,000 words x 200 documents ({counts.nnz:,} cells): {min(seconds):.2f} s of CPU")

    assert min(seconds) < 1
