"""The ordered map."""

from __future__ import annotations

import gc

import pytest

from corpus_stats.engine import ordered_map, uncollected, unwatched
from corpus_stats.errors import ArgumentError


def test_answers_stand_in_the_order_of_their_items():
    assert ordered_map(abs, [-3, 2, -1], jobs=2) == [3, 2, 1]


def test_two_workers_answer_as_one_does():
    assert ordered_map(str, range(20), jobs=2) == ordered_map(str, range(20))


def test_progress_is_told_after_every_item():
    seen = []
    ordered_map(abs, [1, 2], progress=lambda done, total: seen.append((done, total)))

    assert seen == [(1, 2), (2, 2)]


def test_fewer_than_one_worker_is_refused():
    with pytest.raises(ArgumentError, match=r"^jobs is -1; it must be 1 or more$"):
        ordered_map(abs, [1], jobs=-1)


def test_the_collector_is_as_it_was_after_work_uncollected():
    states = []
    for is_on in (True, False):
        gc.enable() if is_on else gc.disable()
        try:
            with uncollected():
                states.append(gc.isenabled())
            states.append(gc.isenabled())
        finally:
            gc.enable()

    assert states == [False, True, False, False]


def test_what_stands_in_memory_is_kept_from_the_collector_for_a_while():
    gc.unfreeze()
    with unwatched():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_the_caller_keeps_from_the_collector_stays_so():
    gc.freeze()
    try:
        n = gc.get_freeze_count()
        with unwatched():
            pass
        # A frozen object may have died meanwhile.
        assert n / 2 < gc.get_freeze_count() <= n
    finally:
        gc.unfreeze()


def test_the_collector_watches_again_after_an_error():
    gc.unfreeze()
    with pytest.raises(ZeroDivisionError), unwatched():
        _ = 1 / 0

    assert gc.get_freeze_count() == 0
