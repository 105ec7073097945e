"""Facts that hold for any articles: what may not change a table, and what must change it in a known way."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus_stats.analysis.framing import framing
from corpus_stats.analysis.frequency import frequency
from corpus_stats.analysis.keyness import keyness
from corpus_stats.corpus import Corpus, Document
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.matrix import document_term_matrix
from corpus_stats.stats.association import log_likelihood
from corpus_stats.stats.contrasts import shrunk_log_odds
from corpus_stats.stats.effects import log_ratio
from corpus_stats.stats.incidence import stacked_rows, summed_rows, totals, users
from corpus_stats.stats.rates import pooled_rates, rate
from corpus_stats.stats.resampling import omnibus_permutation_test, permutation_test, smallest_p
from corpus_stats.tokens import tokenize

WORDS = ("bread", "mayor", "river", "strike", "vote", "water")
LEXICON = Lexicon((Term(("strike", "mayor"), "conflict"), Term(("river",), "nature"), Term(("bread vote",), "nature")))
EFFECTS = ["log_ratio", "log_odds", "g2"]

texts = st.lists(st.sampled_from(WORDS), min_size=3, max_size=20).map(" ".join)
quiet = st.lists(st.sampled_from(("bread", "river", "vote", "water")), min_size=3, max_size=20).map(" ".join)
# every word stands somewhere, so that there is a table
sides = st.tuples(*[st.lists(texts, min_size=4, max_size=5).map(lambda some: [" ".join(WORDS), *some[1:]])] * 2)
tables = st.integers(1, 60).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.integers(0, 60), st.just(n), st.integers(60, 90))
)
few = settings(max_examples=15)


def corpus_of(groups, *, white=" ", order=1):
    """Articles of each group, in a name order that does not follow the groups."""
    documents = [
        Document(f"{i}{name}", text.replace(" ", white), outlet=name, metadata={"event": str(i)})
        for name, many in groups.items()
        for i, text in enumerate(many)
    ]
    return Corpus(documents[::order])


def key(corpus, **options):
    matrix = document_term_matrix(tokenize(corpus, **options))
    return keyness(matrix, min_count=1, min_documents=1, resamples=19).table


def framed(corpus, **options):
    return framing(tokenize(corpus, **options), LEXICON, resamples=19, random_lists=19).table


def counted(corpus, **options):
    return frequency(tokenize(corpus, **options), by="outlet").table


@given(tables)
def test_swapping_target_and_reference_flips_the_sign_of_effects(table):
    a, b, n, m = table

    np.testing.assert_allclose(log_likelihood(a, b, n, m), -log_likelihood(b, a, m, n), atol=1e-9)
    np.testing.assert_allclose(log_ratio(a, b, n, m), -log_ratio(b, a, m, n), atol=1e-12)


@given(st.lists(tables, min_size=2, max_size=6), st.floats(0.5, 1e4))
def test_swapping_target_and_reference_flips_the_sign_of_shrunk_log_odds(rows, size):
    a, b = (np.array(column) for column in list(zip(*rows, strict=True))[:2])
    n, m = int(a.sum()) + 5, int(b.sum()) + 7

    found, swapped = shrunk_log_odds(a, b, n, m, size=size), shrunk_log_odds(b, a, m, n, size=size)
    np.testing.assert_allclose(found, -swapped, atol=1e-9)


@few
@given(sides)
def test_two_groups_are_each_others_mirror_in_keyness(two):
    table = key(corpus_of({"A": two[0], "B": two[1]})).sort_values("term")
    first, second = (table[table["group"] == name].reset_index(drop=True) for name in "AB")

    np.testing.assert_allclose(first[EFFECTS], -second[EFFECTS], atol=2e-6)
    np.testing.assert_allclose(first["low"], -second["high"], atol=2e-6)
    np.testing.assert_array_equal(first["p_value"], second["p_value"])


@few
@given(sides)
def test_other_names_of_two_groups_swap_their_rows(two):
    table = key(corpus_of({"A": two[0], "B": two[1]}))
    swapped = key(corpus_of({"B": two[0], "A": two[1]}))
    rows = table[table["group"] == "A"].reset_index(drop=True)
    mirrored = swapped[swapped["group"] == "B"].reset_index(drop=True)
    described = ["term", "n", "rate", "n_reference", *EFFECTS, "low", "high"]

    pd.testing.assert_frame_equal(rows[described], mirrored[described])


@few
@given(sides)
@pytest.mark.parametrize("table_of", [key, framed, counted])
def test_the_order_of_documents_changes_nothing(table_of, two):
    groups = {"A": two[0], "B": two[1]}

    pd.testing.assert_frame_equal(table_of(corpus_of(groups)), table_of(corpus_of(groups, order=-1)))


@few
@given(sides, st.sampled_from(["  ", "\t ", "     "]))
@pytest.mark.parametrize("table_of", [key, framed, counted])
def test_repeated_white_space_changes_nothing(table_of, two, white):
    groups = {"A": two[0], "B": two[1]}

    pd.testing.assert_frame_equal(table_of(corpus_of(groups)), table_of(corpus_of(groups, white=white)))


@pytest.mark.parametrize("table_of", [key, framed, counted])
def test_the_number_of_jobs_changes_nothing(table_of):
    many = [" ".join(WORDS[: i % 6 + 1] * 2) for i in range(10)]
    corpus = corpus_of({"A": many, "B": many[::-1]})

    pd.testing.assert_frame_equal(table_of(corpus, jobs=1), table_of(corpus, jobs=2))


@few
@given(sides, st.lists(texts, min_size=1, max_size=4))
def test_merging_two_groups_equals_counting_them_together(two, third):
    groups = {"A": two[0], "B": two[1], "C": third}
    apart = counted(corpus_of(groups))
    merged = frequency(tokenize(corpus_of({"A": [*two[0], *two[1]], "C": third})), by="outlet").table
    together = apart[apart["group"] != "C"].groupby("term")[["n", "n_documents"]].sum()

    found = merged[merged["group"] == "A"].set_index("term")[["n", "n_documents"]].sort_index()
    pd.testing.assert_frame_equal(found[found["n"] > 0], together[together["n"] > 0])


@few
@given(sides)
def test_merging_two_groups_adds_their_counts_in_framing(two):
    apart = framed(corpus_of({"A": two[0], "B": two[1]}))
    merged = framing(tokenize(corpus_of({"A": two[0], "B": two[1]})), LEXICON, by=None, random_lists=19).table
    columns = ["n", "n_documents", "of_documents", "denominator"]

    pd.testing.assert_frame_equal(
        apart.groupby("category")[columns].sum(), merged.set_index("category")[columns], check_names=False
    )


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=4, max_size=8), st.integers(1, 3))
def test_rate_of_a_merged_group_lies_between_those_of_its_parts(rows, cut):
    counts, lengths = np.array(rows).T, np.full(len(rows), 20)
    parts = pooled_rates(counts, lengths, np.arange(len(rows)) < cut)
    merged = rate(counts.sum(axis=1), lengths.sum())

    assert (merged >= parts.min(axis=0) - 1e-12).all()
    assert (merged <= parts.max(axis=0) + 1e-12).all()


@few
@given(sides, quiet)
def test_adding_a_document_without_the_term_never_raises_its_count(two, text):
    before = counted(corpus_of({"A": two[0]})).set_index("term").loc["strike"]
    after = counted(corpus_of({"A": [*two[0], text]})).set_index("term").loc["strike"]

    assert (after["n"], after["n_documents"]) == (before["n"], before["n_documents"])
    assert after["rate"] < before["rate"]


@few
@given(sides, quiet)
def test_adding_a_document_without_the_lexicon_never_raises_its_count(two, text):
    before, after = (
        framed(corpus_of({"A": first, "B": two[1]})).query("group == 'A' and category == 'conflict'").iloc[0]
        for first in (two[0], [*two[0], text])
    )

    assert (after["n"], after["n_documents"]) == (before["n"], before["n_documents"])


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 2)), min_size=4, max_size=9),
    st.booleans(),
)
def test_no_permutation_p_is_below_its_floor(rows, blocked):
    y, groups, events = (np.array(column) for column in zip(*rows, strict=True))
    assume(len(set(groups)) > 1)
    blocks = events if blocked else None
    floor = smallest_p(groups, blocks=blocks)
    assume(floor < 1)
    found = omnibus_permutation_test([y], np.full(len(y), 10), groups, blocks=blocks)

    assert found.smallest_p == floor
    assert (found.p_value >= floor - 1e-12).all()


@given(st.lists(st.integers(0, 9), min_size=20, max_size=24), st.integers(1, 60), st.integers(0, 40))
def test_no_random_permutation_p_is_below_its_floor(y, resamples, further):
    target = np.arange(len(y)) < len(y) // 2
    found = permutation_test(
        [y], np.full(len(y), 10), target, resamples=resamples, survivor_resamples=further and resamples
    )

    assert (found.p_value >= found.smallest_p).all()
    assert found.smallest_p >= smallest_p(target)


@few
@given(sides)
def test_no_p_of_keyness_is_below_the_floor_it_states(two):
    matrix = document_term_matrix(tokenize(corpus_of({"A": two[0], "B": two[1]})))
    result = keyness(matrix, min_count=1, min_documents=1)

    for group, rows in result.table.groupby("group"):
        assert (rows["p_value"] >= result.settings["smallest_p"][group] - 1e-6).all()


@given(st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=1, max_size=8), st.data())
def test_summing_rows_keeps_every_total(rows, data):
    owners = data.draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows)))
    counts = np.array(rows)
    summed, kept = summed_rows(counts, owners)

    assert kept.tolist() == sorted(set(owners))
    np.testing.assert_array_equal(totals(summed), counts.sum(axis=0))
    assert (users(summed) <= users(counts)).all()


@given(st.permutations(WORDS).map(lambda words: sorted(words[:3])), st.permutations(WORDS).map(lambda w: sorted(w[:4])))
def test_stacking_two_vocabularies_keeps_every_total(ours, theirs):
    stacked, words = stacked_rows(np.arange(6).reshape(2, 3), ours, np.arange(4)[None], theirs)
    expected = dict.fromkeys(sorted({*ours, *theirs}), 0)
    for names, counts in ((ours, [3, 5, 7]), (theirs, [0, 1, 2, 3])):
        for word, n in zip(names, counts, strict=True):
            expected[word] += n

    assert dict(zip(words, totals(stacked).tolist(), strict=True)) == expected
