"""An ordered map over processes: the number of workers changes only the time; and work that is left uncollected."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from .errors import ArgumentError

__all__ = ["ordered_map", "uncollected", "unwatched"]

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def ordered_map(
    function: Callable[[Item], Answer],
    items: Sequence[Item],
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Answer]:
    """Answers of `function` for `items`, in the order of the items.

    Parameters
    ----------
    function : callable
        At the top level of a module, so that another process can import it.
    items : sequence
    jobs : int
        Worker processes; with 1, or a single item, everything runs in this one.
    progress : callable, optional
        Called with the number of items done and their total.
    """
    if jobs < 1:
        raise ArgumentError(f"jobs is {jobs}; it must be 1 or more")
    total = len(items)
    answers: list[Answer] = []
    if jobs == 1 or total < 2:
        stream = (function(item) for item in items)
    else:
        from joblib import Parallel, delayed

        stream = Parallel(n_jobs=min(jobs, total), return_as="generator")(delayed(function)(item) for item in items)
    for answer in stream:
        answers.append(answer)
        if progress is not None:
            progress(len(answers), total)
    return answers


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collector of cycles off for work that makes many small objects and no cycles, which it would walk."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_collecting:
            gc.enable()


@contextmanager
def unwatched() -> Iterator[None]:
    """Keep the collector of cycles off what stands in memory already, which it would go through again and again.

    Of the whole process: where something is kept from the collector already, that is left as it is.
    """
    if gc.get_freeze_count():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
