"""Keyness: counts against counts on paper, p against SciPy, and what is refused."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from corpus_stats.analysis.keyness import keyness
from corpus_stats.contrasts import absent_term, exchange_blocks, independent_units, listed_counts, small_counts
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.matrix import DocumentTermMatrix, document_term_matrix
from corpus_stats.tokens import tokenize


def matrix_of(texts: Mapping[str, tuple[str, str]], **columns: Mapping[str, str]) -> DocumentTermMatrix:
    """Matrix of documents given as name: (outlet, text)."""
    documents = [
        Document(name, text, outlet=outlet, metadata={key: values[name] for key, values in columns.items()})
        for name, (outlet, text) in texts.items()
    ]
    return document_term_matrix(tokenize(Corpus(documents)))


def row(table: pd.DataFrame, group: str, term: str) -> pd.Series:
    found = table[(table["group"] == group) & (table["term"] == term)]
    assert len(found) == 1
    return found.iloc[0]


TWO = {
    "a1": ("A", "war war war peace the the"),
    "a2": ("A", "war the the the"),
    "b1": ("B", "peace peace the the the the"),
    "b2": ("B", "peace war the the"),
}


def many(n: int, *, words: tuple[str, ...] = ("war", "peace", "talks"), seed: int = 1) -> dict[str, tuple[str, str]]:
    """n articles of A and n of B; only A uses `war` often, and it does so in every article."""
    generator = random.Random(seed)
    texts = {}
    for outlet, i in itertools.product("AB", range(n)):
        common = [generator.choice(words[1:]) for _ in range(30)]
        own = [words[0]] * (generator.randint(4, 8) if outlet == "A" else generator.randint(0, 1))
        texts[f"{outlet}{i:02}"] = (outlet, " ".join(own + common))
    return texts


# ------------------------------------------------------------------------------------------------- counts on paper


def test_counts_rates_and_documents_are_those_counted_by_hand():
    table = keyness(matrix_of(TWO), min_count=1).table

    found = row(table, "A", "war")
    assert found[["n", "n_documents", "of_documents", "n_reference", "n_documents_reference"]].tolist() == [
        4,
        2,
        2,
        1,
        1,
    ]
    assert found[["rate", "rate_reference"]].tolist() == [400.0, 100.0]


def test_log_ratio_is_the_binary_log_of_the_ratio_of_rates():
    assert row(keyness(matrix_of(TWO), min_count=1).table, "A", "war")["log_ratio"] == 2.0


def test_g2_is_scipys_likelihood_ratio_over_four_cells():
    expected = stats.chi2_contingency([[4, 1], [6, 9]], correction=False, lambda_="log-likelihood").statistic

    assert row(keyness(matrix_of(TWO), min_count=1).table, "A", "war")["g2"] == pytest.approx(expected, abs=1e-6)


def test_log_odds_are_those_worked_out_by_hand():
    # types peace, the, war: pooled shares 4, 11, 5 of 20; the prior's 20 tokens are 10 a side, half of them even
    share = 0.5 * 5 / 20 + 0.5 / 3
    ours, theirs = 4 + 10 * share, 1 + 10 * share
    expected = math.log(ours / (20 - ours)) - math.log(theirs / (20 - theirs))

    assert row(keyness(matrix_of(TWO), min_count=1).table, "A", "war")["log_odds"] == pytest.approx(expected, abs=1e-6)


def test_the_size_of_the_prior_is_the_number_of_tokens_compared_and_stated():
    assert keyness(matrix_of(TWO), min_count=1).settings["prior"] == 20


def test_a_larger_prior_brings_log_odds_nearer_to_zero():
    small, large = (row(keyness(matrix_of(TWO), min_count=1, prior=p).table, "A", "war") for p in (1, 1000))

    assert 0 < large["log_odds"] < small["log_odds"]


def test_equal_rates_have_log_odds_of_zero_whatever_the_sizes_of_the_sides():
    texts = {"a": ("A", "war the the"), "b": ("B", "war the the war the the war the the")}

    assert row(keyness(matrix_of(texts), min_count=1).table, "A", "war")["log_odds"] == 0.0


def test_rows_stand_by_group_and_then_by_falling_log_odds():
    table = keyness(matrix_of(many(4)), min_count=1).table

    for _, part in table.groupby("group"):
        assert part["log_odds"].is_monotonic_decreasing
    assert table["group"].is_monotonic_increasing


def test_a_frequent_one_sided_term_stands_before_a_rare_one():
    texts = {"a": ("A", "war " * 40 + "talks " * 5 + "the " * 50), "b": ("B", "the " * 95)}

    assert keyness(matrix_of(texts)).table["term"].tolist()[:2] == ["war", "talks"]


# ------------------------------------------------------------------------------------------------------- inference


def test_p_is_that_of_scipys_exact_permutation_test():
    matrix = matrix_of(many(4))
    counts = matrix.counts[:, [matrix.vocabulary.index("peace")]].toarray().ravel()
    ids, lengths = np.arange(8), matrix.lengths

    def difference(x: np.ndarray, y: np.ndarray) -> float:
        ours, theirs = x.astype(int), y.astype(int)
        return abs(counts[ours].sum() / lengths[ours].sum() - counts[theirs].sum() / lengths[theirs].sum())

    expected = stats.permutation_test((ids[:4], ids[4:]), difference, alternative="greater", n_resamples=np.inf).pvalue
    assert row(keyness(matrix).table, "A", "peace")["p_value"] == pytest.approx(expected, abs=1e-6)


def test_q_is_scipys_benjamini_hochberg_over_the_family():
    result = keyness(matrix_of(many(6)))
    part = result.table[result.table["group"] == "A"]

    np.testing.assert_allclose(part["q_value"], stats.false_discovery_control(part["p_value"]), atol=1e-6)
    assert result.settings["m"] == len(part) == 3


def test_both_groups_of_two_have_the_same_p():
    table = keyness(matrix_of(many(5))).table.sort_values(["group", "term"])

    assert table["p_value"].tolist()[:3] == table["p_value"].tolist()[3:]


def test_a_word_that_only_one_outlet_uses_much_is_different_and_its_interval_says_so():
    found = row(keyness(matrix_of(many(8))).table, "A", "war")

    assert found["verdict"] == "different"
    assert 0 < found["low"] < found["log_ratio"] < found["high"]


def test_one_article_a_side_has_no_p_no_interval_and_the_caution_e_n1():
    texts = {"a": ("A", "war war peace the"), "b": ("B", "peace the the")}
    result = keyness(matrix_of(texts), min_count=1)

    assert result.table[["p_value", "q_value", "low", "high"]].isna().all(axis=None)
    assert set(result.table["verdict"]) == {"not testable"}
    assert result.cautions[0].startswith("E-N1: Each of A and B is represented by 1 article.")
    assert result.settings["smallest_p"] == {"A": 1.0, "B": 1.0}


def test_a_design_that_cannot_reach_05_has_no_p_and_names_the_smallest():
    result = keyness(matrix_of(many(3)))

    assert result.table["p_value"].isna().all()
    assert [c for c in result.cautions if c.startswith("E-MINP: With 3 and 3 articles the smallest possible p is 0.10")]


def test_more_than_two_groups_get_the_omnibus_p_first():
    texts = many(6) | {f"C{i}": ("C", "peace talks " * 15) for i in range(6)}
    result = keyness(matrix_of(texts), resamples=999)
    table = result.table

    assert result.settings["correction"] == "Benjamini-Bogomolov after an omnibus test"
    assert table.groupby("term")["omnibus_p"].nunique().eq(1).all()
    stopped = table[table["omnibus_q"] > 0.05]
    assert (stopped["q_value"] == stopped["omnibus_q"]).all()
    assert row(table, "A", "war")["verdict"] == "different"


def test_two_groups_have_no_omnibus_p():
    assert keyness(matrix_of(many(4))).table[["omnibus_p", "omnibus_q"]].isna().all(axis=None)


def test_labels_move_inside_events_only():
    texts = {f"{outlet}{i}": (outlet, "war " * (2 + i) + "peace " * 10) for outlet in "AB" for i in range(6)}
    texts |= {f"A{i}": ("A", "war " * (3 + i) + "peace " * 10) for i in range(6)}
    event = {name: name[1] for name in texts}
    found = keyness(matrix_of(texts, event=event), within="event")

    # A uses the word once more in each of six events: only the observed labels and their mirror image reach that
    assert row(found.table, "A", "war")["p_value"] == 0.03125
    assert found.settings["smallest_p"] == {"A": 0.03125, "B": 0.03125}


def test_a_mapping_of_events_gives_what_a_column_gives():
    texts = many(6)
    event = {name: name[1:] for name in texts}

    pd.testing.assert_frame_equal(
        keyness(matrix_of(texts), within=event).table, keyness(matrix_of(texts, event=event), within="event").table
    )


def test_documents_on_events_of_one_group_are_named():
    texts = many(7)
    event = {name: name[1:] if name != "B06" else "alone" for name in texts}
    line = "2 of 14 documents are on events of one group only: they are counted, but no part of any p."

    assert line in keyness(matrix_of(texts), within=event).cautions


def test_studentised_p_stands_beside_p_where_sides_are_unbalanced():
    texts = many(12)
    few = {name: texts[name] for name in texts if name[0] == "A" or int(name[1:]) < 4}
    result = keyness(matrix_of(few), resamples=99)

    assert result.table["studentised_p"].notna().all()
    assert any(c.startswith("W-UNBALANCED: A has 12 articles") for c in result.cautions)


def test_balanced_sides_have_no_studentised_p():
    assert keyness(matrix_of(many(4))).table["studentised_p"].isna().all()


def test_a_wide_margin_makes_an_undecided_term_similar():
    counts = {"A": (2, 3, 4, 5, 6), "B": (6, 5, 4, 3, 1)}
    texts = {f"{o}{i}": (o, "peace " * n + "the " * (30 - n)) for o in "AB" for i, n in enumerate(counts[o])}
    narrow, wide = (keyness(matrix_of(texts), margin=m).table for m in ((0.99, 1.01), (0.1, 10)))

    assert row(narrow, "A", "peace")["verdict"] in ("inconclusive", "underpowered")
    assert row(wide, "A", "peace")["verdict"] == "similar"


def test_the_smallest_q_of_one_term_is_stated_where_it_cannot_reach_05():
    texts = many(4, words=("war", *(f"word{i}" for i in range(12))))
    result = keyness(matrix_of(texts))

    line = f"With {result.settings['m']} terms and a smallest p of 0.029, the q of a single term cannot fall below"
    assert any(c.startswith(line) for c in result.cautions)


def test_the_same_seed_gives_the_same_table_and_the_caution_on_token_tests_is_always_there():
    one, two = (keyness(matrix_of(many(12)), resamples=99, seed=3) for _ in range(2))

    pd.testing.assert_frame_equal(one.table, two.table)
    assert any(c.startswith("W-TOKENTEST: ") for c in one.cautions)


# ------------------------------------------------------------------------------------------------------------ units


def test_near_copies_of_one_group_count_once():
    texts = many(5)
    copies = texts | {f"A0{i}": texts["A00"] for i in range(5, 9)}
    unit = {name: "wire" for name in copies if copies[name] == texts["A00"]}
    result = keyness(matrix_of(copies), units=unit)

    pd.testing.assert_frame_equal(result.table, keyness(matrix_of(texts)).table)
    assert "4 near-copies are left out: the longest document of a unit stands for it in each group." in result.cautions


def test_a_unit_in_two_groups_takes_no_part_in_the_tests():
    texts = many(5) | {"A09": ("A", "war " * 30), "B09": ("B", "war " * 30)}
    result = keyness(matrix_of(texts), units={"A09": "wire", "B09": "wire"})

    assert result.settings["smallest_p"]["A"] == pytest.approx(2 / math.comb(10, 5), abs=1e-6)
    line = "2 documents are near-copies of one in another group: they are counted, but no part of any p."
    assert line in result.cautions


def test_the_longest_document_stands_for_its_unit():
    corpus = Corpus([Document(name, "x") for name in "abcd"])
    units = independent_units(corpus, {"a": "u", "b": "u"}, [0, 0, 0, 1], [5, 9, 3, 3])

    assert units.documents.tolist() == [1, 2, 3]
    assert units.n_copies == 1


def test_shared_units_get_blocks_of_their_own():
    found = exchange_blocks(np.array([0, 0, 1, 1]), np.array([False, True, False, True]))

    assert found is not None
    assert found.tolist() == [0, 2, 1, 3]


# -------------------------------------------------------------------------------------------------------- reference


def test_another_matrix_as_reference_is_tested_document_by_document():
    texts = many(6)
    ours, theirs = ({n: t for n, t in texts.items() if t[0] == outlet} for outlet in "AB")
    result = keyness(matrix_of(ours), by=None, reference=matrix_of(theirs))
    inside = keyness(matrix_of(texts)).table

    assert row(result.table, "all", "war")[["p_value", "n_reference"]].tolist() == [
        row(inside, "A", "war")[name] for name in ("p_value", "n_reference")
    ]


def test_each_group_is_compared_with_the_reference():
    result = keyness(matrix_of(TWO), reference=matrix_of(many(3)), min_count=1)

    assert result.table.groupby("group")["n_reference"].sum().nunique() == 1


def test_a_frequency_list_gives_effects_and_no_p_and_says_why():
    result = keyness(matrix_of(TWO), by=None, reference={"War": 1, "war": 1, "the": 98}, min_count=1)
    found = row(result.table, "all", "war")

    assert found[["n", "n_reference", "rate_reference"]].tolist() == [5, 2, 20.0]
    assert found["log_ratio"] == pytest.approx(math.log2(250 / 20), abs=1e-6)
    assert result.table["p_value"].isna().all()
    assert any(c.startswith("The reference is a frequency list: ") for c in result.cautions)


def test_words_of_a_list_that_differ_in_apostrophe_or_case_are_one():
    counts, total = listed_counts({"Don’t": 2, "don't": 3, "US": 4, "us": 1}, ["US", "don't", "us"])

    assert (counts.tolist(), total) == ([4, 5, 1], 10)


# ---------------------------------------------------------------------------------------------------------- family


def test_the_family_is_chosen_without_regard_to_groups():
    result = keyness(matrix_of(many(4)), min_count=5, min_documents=2)

    assert result.settings["family"] == ("types with 5 occurrences or more in 2 documents or more, whatever the groups")
    groups = [sorted(part["term"]) for _, part in result.table.groupby("group")]
    assert groups == [["peace", "talks", "war"]] * 2


def test_terms_name_the_family():
    result = keyness(matrix_of(TWO), terms=["War"])

    assert result.table["term"].tolist() == ["war", "war"]
    assert result.settings["m"] == 1


def test_no_two_types_differ_only_in_apostrophe_or_case():
    texts = {"a": ("A", "Haftar’s War doesn’t war"), "b": ("B", "haftar's WAR us US doesn't")}
    terms = set(keyness(matrix_of(texts), min_count=1).table["term"])

    assert {term for term in terms if term.isalpha() and not term.isupper()} == {"haftar", "us", "war"}
    assert not any("’" in term for term in terms)


@given(st.lists(st.tuples(st.sampled_from("AB"), st.text("xyz ", min_size=1, max_size=12)), min_size=2, max_size=6))
def test_swapping_the_groups_flips_every_sign(pieces):
    texts = {f"d{i}": (outlet, f"x y z {text}") for i, (outlet, text) in enumerate(pieces)}
    texts |= {"d8": ("A", "x y z"), "d9": ("B", "x y z")}
    table = keyness(matrix_of(texts), min_count=1).table
    sides = [table[table["group"] == g].set_index("term").sort_index() for g in "AB"]

    for name in ("log_ratio", "log_odds", "g2"):
        np.testing.assert_allclose(sides[0][name], -sides[1][name], atol=2e-6)
    assert (sides[0]["n"] == sides[1]["n_reference"]).all()


@given(st.permutations([f"d{i}" for i in range(8)]))
def test_no_p_is_below_the_smallest_of_the_design(names):
    texts = {name: ("A" if i < 4 else "B", "war " * i + "peace talks the " * 2) for i, name in enumerate(names)}
    result = keyness(matrix_of(texts), min_count=1)

    assert result.table["p_value"].min() >= 2 / math.comb(8, 4) - 1e-6


def test_merging_two_groups_equals_counting_them_together():
    texts = many(3) | {f"C{i}": ("C", "war peace talks " * 4) for i in range(3)}
    apart = keyness(matrix_of(texts)).table
    merged = keyness(matrix_of(texts), by={name: "A" if name[0] == "A" else "B and C" for name in texts}).table

    for term in ("war", "peace", "talks"):
        parts = row(apart, "B", term)["n"], row(apart, "C", term)["n"]
        assert row(merged, "B and C", term)["n"] == sum(parts)


def test_rows_of_paragraphs_are_compared_by_document():
    texts = {name: (outlet, text.replace(" ", "\n", 3)) for name, (outlet, text) in many(4).items()}
    tokens = matrix_of(texts).tokens
    by_paragraph = document_term_matrix(tokens, rows="paragraph")

    assert by_paragraph.shape[0] > 8
    pd.testing.assert_frame_equal(keyness(by_paragraph).table, keyness(document_term_matrix(tokens)).table)


def test_a_matrix_without_stop_words_keeps_the_rates_of_the_whole_text():
    tokens = matrix_of(TWO).tokens
    content = document_term_matrix(tokens, stop_words=["the"])

    assert row(keyness(content, min_count=1).table, "A", "war")["rate"] == 400.0


def test_a_group_without_tokens_is_refused():
    texts = TWO | {"c1": ("C", "...")}

    with pytest.raises(ArgumentError, match=r"^the documents of 'C' or those compared with it hold no token$"):
        keyness(matrix_of(texts), min_count=1)


def test_a_reference_of_one_article_is_named_and_tested_no_further():
    result = keyness(matrix_of(many(3)), by=None, reference=matrix_of({"x": ("X", "war peace talks")}))

    assert result.cautions[0].startswith("E-N1: the reference is represented by 1 article.")
    assert result.table["p_value"].isna().all()


# ---------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"prior": -5}, "the prior has a size of -5 tokens; it must be above 0"),
        ({"resamples": 0}, "resamples is 0; it must be 1 or more"),
        ({"min_count": 0}, "min_count is 0; it must be 1 or more"),
        ({"margin": (1.5, 2)}, "margin is 1.5 to 2; it must lie on both sides of 1, above 0"),
        ({"terms": ["wart"]}, "term 'wart' never occurs; the nearest type is 'war'"),
        ({"terms": []}, "terms is empty; give one or more"),
        ({"by": None}, "by is None; a comparison needs two groups or more, or a reference"),
        ({"min_count": 50}, "no term occurs 50 times in 1 of 4 documents; lower min_count or min_documents"),
        ({"units": {"x": "u"}}, "document 'x' is not in the corpus; it has a1, a2, b1, b2"),
        ({"reference": {}}, "the reference counts no word; a frequency list needs at least one"),
        (
            {"reference": {"war": -1}},
            "the reference counts 'war' -1 times; a count is a whole number of 0 or more",
        ),
        (
            {"reference": {"war": 9}, "reference_tokens": 3},
            "reference_tokens is 3; the list alone counts 9 words",
        ),
        (
            {"reference": {"war": 9}, "within": "outlet"},
            "within is given with a reference; a reference shares no events with the groups",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(options, message):
    with pytest.raises(ArgumentError) as caught:
        keyness(matrix_of(TWO), **options)

    assert str(caught.value) == message


def test_one_group_is_refused():
    texts = {name: ("A", text) for name, (_, text) in TWO.items()}

    with pytest.raises(ArgumentError) as caught:
        keyness(matrix_of(texts))

    message = "column 'outlet' has 1 value, 'A'; a comparison needs two groups or more, or a reference"
    assert str(caught.value) == message


def test_a_document_without_a_group_is_refused():
    with pytest.raises(ArgumentError) as caught:
        keyness(matrix_of(TWO), by={"a1": "A"})

    assert str(caught.value) == (
        "column 'mapping' has no value for 3 of 4 documents, the first is 'a2'; fill it, or leave these documents out"
        " with corpus.select"
    )


def test_the_rarest_terms_shown_are_warned_of():
    lines = small_counts([("war", 1, 1), ("peace", 60, 9), ("talks", 2, 2)])

    assert lines == (
        "W-SMALLCOUNT: 'war' occurs 1 time in 1 document; its rate is uncertain by a factor of 39.5.",
        "W-SMALLCOUNT: 'talks' occurs 2 times in 2 documents; its rate is uncertain by a factor of 8.3.",
    )


def test_an_absent_term_is_answered_with_the_type_spelled_most_like_it():
    assert absent_term("mercenarys", ["mercenary", "tank"]) == (
        "term 'mercenarys' never occurs; the nearest type is 'mercenary'"
    )
