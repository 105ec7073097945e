"""What a finding rests on."""

from __future__ import annotations

import re

import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import ArgumentError
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.studies.robustness import Robustness, robustness

LEXICON = Lexicon(terms=(Term(("strongman", "strongmen"), "loaded"), Term(("general",), "neutral")))


def article(name: str, outlet: str, caption: str, body: str) -> Document:
    cut = len(caption)
    parts = (Part(0, cut, kind="caption"), Part(cut + 1, cut + 1 + len(body), kind="body"))
    return Document(name, f"{caption}\n{body}", outlet=outlet, parts=parts)


CORPUS = Corpus([
    article("a1", "A", "A strongman speaks", "The general left the town today."),
    article("a2", "A", "Men in the town", "Generals met the general in town."),
    article("b1", "B", "A street market", "The general came to the town again."),
    article("b2", "B", "People in the street", "Nobody met the strongmen in the town."),
])  # fmt: skip


def changes(result: Robustness) -> dict[str, str]:
    return dict(zip(result.table["specification"], result.table["change"], strict=True))


def test_a_term_of_captions_only_disappears_with_the_captions():
    result = robustness(CORPUS, "strongman", "A", resamples=99)

    assert changes(result)["captions are left out"] == "disappears"
    assert any("disappears when captions are left out" in caution for caution in result.cautions)


def test_the_first_row_is_the_finding_as_it_stands():
    row = robustness(CORPUS, "strongman", "A", resamples=99).table.iloc[0]

    assert (row["specification"], row["n"], row["n_reference"], row["change"]) == ("as it stands", 1, 0, "")


def test_stemming_counts_the_other_forms_of_the_word():
    table = robustness(CORPUS, "general", "A", resamples=99).table.set_index("specification")

    assert table.loc["as it stands", "n"] == 2
    assert table.loc["words are stemmed", "n"] == 3


def test_leaving_out_the_only_article_with_the_term_is_named():
    assert changes(robustness(CORPUS, "strongman", "A", resamples=99))["a1 is left out"] == "disappears"


def test_a_least_count_that_the_term_does_not_reach_is_not_tried():
    result = robustness(CORPUS, "strongman", "A", resamples=99)

    assert sorted(set(result.table["min_count"])) == [1]
    assert "'strongman' occurs once: a least count of 2, 5, 10 leaves it out, and was not tried." in result.cautions


def test_a_least_count_that_the_term_reaches_is_tried():
    result = robustness(CORPUS, "general", "A", resamples=99)

    assert "it is compared among the words with 2 occurrences or more" in changes(result)
    assert "'general' occurs 3 times: a least count of 5, 10 leaves it out, and was not tried." in result.cautions


def test_a_finding_that_disappears_has_no_effect_size():
    table = robustness(CORPUS, "strongman", "A", resamples=99).table.set_index("specification")

    assert table.loc[["captions are left out", "a1 is left out"], ["log_ratio", "log_odds"]].isna().all(axis=None)


def test_a_larger_prior_shrinks_the_log_odds():
    table = robustness(CORPUS, "general", "A", resamples=99).table.set_index("specification")["log_odds"].abs()

    assert table["the prior has 10000 tokens"] < table["the prior has 100 tokens"]


def test_a_category_of_a_lexicon_is_rerun_through_framing():
    result = robustness(CORPUS, "loaded", "A", lexicon=LEXICON, resamples=99)

    assert changes(result)["captions are left out"] == "disappears"
    assert "words are stemmed" not in changes(result)


def test_an_effect_that_changes_sign_turns_round():
    # With captions A has the word 4 times in 15 words, without them once in 12; B has it once in 5.
    turning = Corpus([
        article("a", "A", "storm storm storm", "After the storm the town lay in calm weather for many days."),
        article("b", "B", "", "A storm came down today."),
    ])  # fmt: skip

    assert changes(robustness(turning, "storm", "A", resamples=99))["captions are left out"] == "turns round"


def test_the_share_of_specifications_is_called_a_description():
    articles = [
        Document(f"{outlet}{i}", "storm " * n + "the town slept all day long", outlet=outlet)
        for outlet, counts in (("A", (4, 5, 6, 4, 5)), ("B", (0, 1, 0, 0, 1)))
        for i, n in enumerate(counts)
    ]
    result = robustness(Corpus(articles), "storm", "A", resamples=99)
    held = int((result.table["change"] == "").sum())

    assert result.table["verdict"].iloc[0] == "different"
    assert result.cautions[-1] == (
        f"It holds in {held} of {len(result.table)} specifications: a description of these choices, no strength of"
        " evidence."
    )


def test_a_finding_that_cannot_be_tested_does_not_hold():
    result = robustness(CORPUS, "strongman", "A", resamples=99)
    lost = [change for change in changes(result).values() if change in ("disappears", "turns round")]

    assert lost == ["disappears"] * 3
    assert result.cautions[-1] == (
        f"It is not testable as it stands. Its direction stays in {len(result.table) - 3} of {len(result.table)}"
        " specifications: a description of these choices, no strength of evidence."
    )


def test_a_term_disappears_where_no_article_has_a_word_left():
    captions = Corpus([article("a", "A", "A storm came", ""), article("b", "B", "A storm went", "")])

    assert changes(robustness(captions, "storm", "A", resamples=99))["captions are left out"] == "disappears"


@pytest.mark.parametrize(("options", "finding"), [({}, "strongman"), ({"lexicon": LEXICON}, "loaded")])
def test_leaving_out_all_words_of_the_rest_leaves_nothing_to_compare_with(options, finding):
    empty = Document("c1", "", outlet="C")
    lonely = Corpus([*CORPUS.select(outlet="A"), Document("b1", "A strongman came to town.", outlet="B"), empty])
    result = robustness(lonely, finding, "A", by={"a1": "A", "a2": "A", "b1": "B", "c1": "B"}, resamples=99, **options)
    row = result.table[result.table["left_out"] == "b1"].iloc[0]

    assert (row["n"], row["n_reference"], row["change"]) == (1, 0, "not comparable")
    assert f"{finding!r} of A becomes not comparable when b1 is left out: one side has no word left." in result.cautions


def test_leaving_out_all_words_of_the_group_is_a_finding_that_disappears():
    articles = Corpus([*CORPUS.select(outlet="B"), Document("a", "A strongman.", outlet="A"), Document("a2", "", "A")])
    row = robustness(articles, "strongman", "A", resamples=99).table.set_index("left_out").loc["a"]

    assert (row["n"], row["n_reference"], row["change"]) == (0, 0, "disappears")


def test_a_third_group_of_empty_articles_takes_no_part():
    with_empty = Corpus([*CORPUS, Document("c1", "", outlet="C")])
    alone, beside = (robustness(corpus, "general", "A", resamples=99).table for corpus in (CORPUS, with_empty))

    assert beside[beside["left_out"] != "c1"].reset_index(drop=True).equals(alone)


def test_the_same_seed_gives_the_same_table():
    one, two = (robustness(CORPUS, "general", "B", resamples=99, seed=2).table for _ in range(2))

    assert one.equals(two)


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (("strongman", "C"), {}, "group 'C' is not in column 'outlet'; it has A, B"),
        (("load", "A"), {"lexicon": LEXICON}, "category 'load' is not in the lexicon; did you mean 'loaded'?"),
        (
            ("strongman", "x"),
            {"by": dict.fromkeys(CORPUS.names, "x")},
            "group 'x' or the rest holds no word that counts; a finding is a comparison of the two",
        ),
        (("absent", "A"), {}, "'absent' never occurs in the corpus; there is no finding to rerun"),
    ],
)
def test_a_finding_that_is_none_is_refused(arguments, options, message):
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        robustness(CORPUS, *arguments, resamples=99, **options)
