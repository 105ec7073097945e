"""Rows of ../shared/dev_data, which of them nobody read while writing a rule, and intervals over groups of rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from corpus_stats.corpus import Corpus, Document

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "dev_data"


def read_rows(name: str) -> list[dict[str, Any]]:
    """Rows of one file, e.g. ``"attribution"``, in its order."""
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_unread(key: str) -> bool:
    """Whether an article stands in the half that nobody read; the key is its event, or its id where it has none."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 1


def halves(rows: Sequence[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    """The rows that were read and those that were not, ``"read"`` and ``"unread"``, by the column `key`."""
    return {
        "read": [row for row in rows if not is_unread(row[key])],
        "unread": [row for row in rows if is_unread(row[key])],
    }


def corpus_of(rows: Sequence[dict[str, Any]]) -> Corpus:
    """English documents named by position, so that document ``i`` of the corpus is row ``i``."""
    return Corpus(
        Document(f"{i:05d}", row["text"], outlet=row.get("outlet"), language="en") for i, row in enumerate(rows)
    )


def bootstrap_interval(
    keys: Sequence[str],
    counts: ArrayLike,
    statistic: Callable[[NDArray[np.float64]], float],
    *,
    resamples: int = 2000,
    seed: int = 20200525,
) -> tuple[float, float, float]:
    """A figure of the whole, and its 95 % limits where groups of rows are drawn again.

    `keys` says the group (event or article) of every row, `counts` has one line of counts a row, and `statistic` gives
    the figure of the counts added up.
    """
    groups, positions = np.unique(np.asarray(keys, dtype=object).astype(str), return_inverse=True)
    table = np.asarray(counts, dtype=np.float64).reshape(len(keys), -1)
    sums = np.zeros((len(groups), table.shape[1]))
    np.add.at(sums, positions, table)
    weights = np.random.default_rng(seed).multinomial(len(groups), np.full(len(groups), 1 / len(groups)), resamples)
    figures = [statistic(total) for total in weights @ sums]
    low, high = np.nanquantile(figures, [0.025, 0.975])
    return statistic(sums.sum(axis=0)), float(low), float(high)


def f1(counts: NDArray[np.float64]) -> float:
    """F1 of counts found and right, found, there."""
    right, found, there = counts
    return 2 * right / (found + there) if found + there else float("nan")


def share(counts: NDArray[np.float64]) -> float:
    """Right ones out of all."""
    right, total = counts
    return right / total if total else float("nan")
