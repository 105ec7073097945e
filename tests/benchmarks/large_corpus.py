"""Run by test_speed.py as a process of its own: one large bootstrap, or the loop over Counters that it stands against.

Prints the processor seconds and the peak memory of the process as JSON.
"""

from __future__ import annotations

import itertools
import json
import resource
import sys
import time
from collections import Counter

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

N_OUTLETS, N_TERMS, N_DOCUMENTS, LENGTH = 10, 60_000, 100_000, 400


def corpus_counts(n_documents: int) -> tuple[sparse.csr_array, NDArray[np.int64]]:
    """Counts (documents x terms) of articles of 400 words from a vocabulary whose frequencies fall as 1 / rank."""
    rng = np.random.default_rng(5)
    share = np.cumsum(1 / np.arange(2, N_TERMS + 2))
    pieces = []
    for start in range(0, n_documents, 5000):
        n = min(5000, n_documents - start)
        words = np.searchsorted(share, rng.random(n * LENGTH) * share[-1]).astype(np.int32)
        cells = (np.ones(len(words), dtype=np.int32), (np.repeat(np.arange(n, dtype=np.int32), LENGTH), words))
        pieces.append(sparse.csr_array(sparse.coo_array(cells, shape=(n, N_TERMS))))
    counts = pieces[0] if len(pieces) == 1 else sparse.csr_array(sparse.vstack(pieces))
    return counts, np.full(n_documents, LENGTH)


def bootstrap(resamples: int) -> dict[str, float]:
    from corpus_stats.stats.bootstrap import bootstrap_rates

    counts, lengths = corpus_counts(N_DOCUMENTS)
    outlets = np.arange(N_DOCUMENTS) % N_OUTLETS
    cells = counts.nnz
    by_term = sparse.csr_array(counts.T)
    del counts
    start = time.process_time()
    found = bootstrap_rates(by_term, lengths, outlets, resamples=resamples)
    seconds = time.process_time() - start
    return {"seconds": seconds, "cells": cells, "terms": int((found.high > 0).sum())}


def counters(resamples: int) -> dict[str, float]:
    """The same by a loop over Counters, for the documents of one outlet."""
    counts, _ = corpus_counts(N_DOCUMENTS // N_OUTLETS)
    bounds = counts.indptr.tolist()
    documents = [
        Counter(dict(zip(counts.indices[low:high].tolist(), counts.data[low:high].tolist(), strict=True)))
        for low, high in itertools.pairwise(bounds)
    ]
    rng = np.random.default_rng(6)
    start = time.process_time()
    for _ in range(resamples):
        total: Counter[int] = Counter()
        for i in rng.integers(0, len(documents), len(documents)).tolist():
            total.update(documents[i])
    return {"seconds": time.process_time() - start, "cells": counts.nnz, "terms": len(total)}


if __name__ == "__main__":
    measured = {"bootstrap": bootstrap, "counters": counters}[sys.argv[1]](int(sys.argv[2]))
    measured["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps(measured))
