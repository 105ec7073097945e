"""Composition, frequency and concordance."""

from __future__ import annotations

import re

import pytest

from corpus_stats.analysis.composition import composition
from corpus_stats.analysis.concordance import concordance
from corpus_stats.analysis.frequency import frequency
from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import ArgumentError
from corpus_stats.tokens import tokenize

CAPTIONED = Document(
    "a",
    "Men [Getty]\nThe rogue general left. A rogue wave came.",
    outlet="A",
    parts=(Part(0, 11, kind="caption"), Part(4, 11, reason="image_credit"), Part(12, 54, kind="body")),
)
CORPUS = Corpus(
    [CAPTIONED, Document("b", "General calm.\nRogue\u00a0general’s men, strongmen, strongholds.", outlet="B")]
)
TOKENS = tokenize(CORPUS)


def nodes(pattern: str, **options: object) -> list[str]:
    return concordance(TOKENS, pattern, **options).table["node"].tolist()


def test_the_composition_counts_kept_and_dropped_characters():
    rows = composition(CORPUS).table.query("document == 'a'")[["part", "kept", "n_spans", "n_characters"]]

    assert rows.values.tolist() == [["caption", True, 1, 4], ["body", True, 1, 42], ["image_credit", False, 1, 7]]


def test_the_ledger_of_a_composition_names_the_outlet():
    assert composition(CORPUS).hits.values.tolist() == [["a", "A", 4, 11, "[Getty]", "image_credit"]]


def test_a_document_of_which_nothing_is_kept_is_a_caution():
    empty = Corpus([Document("a", "text"), Document("b", "")])

    assert composition(empty).cautions == ("1 of 2 documents hold no text that was kept: b.",)


def test_frequency_counts_types_over_the_corpus():
    table = frequency(TOKENS).table

    assert table.iloc[:2][["term", "n", "n_documents"]].values.tolist() == [["general", 3, 2], ["rogue", 3, 2]]
    assert table.loc[0, "rate"] == pytest.approx(1000 * 3 / len(TOKENS), abs=1e-6)


def test_the_counts_of_groups_add_up_to_those_of_the_corpus():
    by_outlet = frequency(TOKENS, "outlet").table.groupby("term")["n"].sum()
    together = frequency(TOKENS).table.set_index("term")["n"]

    assert by_outlet.to_dict() == together.to_dict()


def test_frequency_leaves_out_what_is_too_rare():
    assert frequency(TOKENS, min_count=3).table["term"].tolist() == ["general", "rogue"]


def test_frequency_refuses_a_count_of_zero():
    with pytest.raises(ArgumentError, match=r"^min_count is 0; it must be 1 or more$"):
        frequency(TOKENS, min_count=0)


def test_frequency_refuses_one_text_for_the_list_of_stop_words():
    with pytest.raises(ArgumentError, match=r"^stop_words is the text 'the'; give a list of words$"):
        frequency(TOKENS, stop_words="the")


def test_frequency_refuses_an_unknown_column():
    with pytest.raises(ArgumentError, match=r"^column 'outlett' is not in the corpus; did you mean 'outlet'\?$"):
        frequency(TOKENS, "outlett")


def test_a_concordance_finds_the_phrase_over_a_non_breaking_space():
    assert nodes("rogue general") == ["rogue general", "Rogue\u00a0general"]


def test_a_concordance_line_slices_to_its_node():
    row = concordance(TOKENS, "rogue general").table.iloc[0]

    assert CAPTIONED.text[row["start"] : row["end"]] == row["node"] == row["text"]
    assert (row["left"], row["right"]) == ("The", "left. A rogue wave came.")


def test_a_star_stands_for_any_ending():
    assert nodes("strong*") == ["strongmen", "strongholds"]


def test_a_regular_expression_is_matched_in_kept_text_only():
    assert nodes("/getty/") == []
    assert nodes("/strong(men|holds)/") == ["strongmen", "strongholds"]


def test_a_regular_expression_knows_case_when_asked():
    assert nodes("/rogue/c") == ["rogue", "rogue"]
    assert nodes("/rogue/") == ["rogue", "rogue", "Rogue"]


def test_lines_are_sorted_by_the_word_to_the_right():
    found = concordance(TOKENS, "rogue", sort="1R,1L").table

    assert [line.split()[0].strip("’s") for line in found["right"]] == ["general", "general", "wave"]


def test_lines_are_sorted_by_the_word_to_the_left():
    left = concordance(TOKENS, "rogue", sort="1L").table["left"].tolist()

    # Nothing stands to the left in the second article's paragraph; then "a", then "the".
    assert left == ["", "The rogue general left. A", "The"]


def test_context_is_cut_at_a_word():
    row = concordance(TOKENS, "wave", width=9).table.iloc[0]

    assert (row["left"], row["right"]) == ("A rogue", "came.")


def test_no_context_is_shown_where_none_is_asked_for():
    row = concordance(TOKENS, "wave", width=0).table.iloc[0]

    assert (row["left"], row["right"]) == ("", "")


@pytest.mark.parametrize(
    ("pattern", "options", "message"),
    [
        ("/(/", {}, "pattern '/(/' is no regular expression: missing ) at position 1"),
        (
            "/(?a)(?u)x/",
            {},
            "pattern '/(?a)(?u)x/' is no regular expression: ASCII, LOCALE and UNICODE flags are mutually incompatible",
        ),
        ("//", {}, "pattern '//' matches the empty text, and so everything"),
        (
            "/GENERAL/cc",
            {},
            "pattern '/GENERAL/cc' ends in 'cc'; after the last slash stands c (case counts) or nothing",
        ),
        ("/GENERAL/i", {}, "pattern '/GENERAL/i' ends in 'i'; after the last slash stands c (case counts) or nothing"),
        ("/x*/", {}, "pattern '/x*/' matches the empty text, and so everything"),
        ("rogue", {"sort": "0L"}, "sort key '0L' is unknown; use 1L, 2L, 1R, 2R ..., node or document"),
        ("rogue", {"width": -1}, "width is -1; it must be 0 or more characters"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_in_one_line(pattern, options, message):
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        concordance(TOKENS, pattern, **options)


def test_an_expression_that_never_ends_is_stopped():
    slow = tokenize(Corpus([Document("a", "a" * 40 + "!")]))
    message = "pattern '/(a|aa)+$/' took over 0.05 s, up to a; make it simpler"
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        concordance(slow, "/(a|aa)+$/", timeout=0.05)


def test_the_time_of_an_expression_is_that_of_all_documents():
    slow = tokenize(Corpus([Document(f"{i:03}", "a" * 18 + "!") for i in range(400)]))
    message = r"^pattern '/\(a\|aa\)\+\$/' took over 0\.05 s, up to (?!000)\d+; make it simpler$"
    with pytest.raises(ArgumentError, match=message):
        concordance(slow, "/(a|aa)+$/", timeout=0.05)


def test_lines_of_an_expression_that_searches_backwards_stand_in_the_order_of_the_text():
    found = concordance(TOKENS, "/(?r)general/").table

    assert found[["document", "start"]].values.tolist() == [["a", 22], ["b", 0], ["b", 20]]


def test_punctuation_is_shown_in_its_line():
    quoted = tokenize(Corpus([Document("a", "Calm now.\n“The war,” he said.\n* * *\nEnd.")]))
    table = concordance(quoted, "/[“.*]/").table

    assert table[["left", "node", "right"]].values.tolist() == [
        ["Calm now", ".", ""],
        ["", "“", "The war,” he said."],
        ["The war,” he said", ".", ""],
        ["", "*", ""],
        ["", "*", ""],
        ["", "*", ""],
        ["End", ".", ""],
    ]


def test_a_document_without_words_is_sorted_by_none():
    signs = tokenize(Corpus([Document("a", "war"), Document("b", "!"), Document("c", "peace!")]))

    assert concordance(signs, "/!/", sort="1L").table["document"].tolist() == ["b", "c"]


def test_the_context_is_that_of_the_hits_own_document_and_paragraph():
    texts = ["one war here\ntwo war there", "", "three war now", "...", "four\nfive war then"]
    table = concordance(tokenize(Corpus([Document(f"{i}", text) for i, text in enumerate(texts)])), "/war/").table

    assert [" ".join(line) for line in table[["left", "node", "right"]].values.tolist()] == [
        "one war here",
        "two war there",
        "three war now",
        "five war then",
    ]


def test_a_pattern_that_never_occurs_has_no_lines():
    assert len(concordance(TOKENS, "absent").table) == 0


def test_a_concordance_says_whose_wording_each_line_is():
    text = (
        "The rogue general left the town. “The rogue general is gone,” the mayor, Omar Tarhu, said on Sunday. "
        "The police said that the rogue general had fled."
    )
    tokens = tokenize(Corpus([Document("a", text, language="en")]))

    assert concordance(tokens, "rogue general").hits["voice"].tolist() == ["outlet", "quoted", "paraphrase"]


def test_a_concordance_of_an_article_in_another_language_says_nothing_of_voices():
    text = "Der General sagte, die Truppen seien nicht mehr in der Stadt und auch nicht im Lager."
    tokens = tokenize(Corpus([Document("a", text, language="de")]))

    assert concordance(tokens, "general").hits[["voice", "quoted", "speaker"]].isna().all(axis=None)
