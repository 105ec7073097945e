"""The sample of sentences: every one with its chance, the tool's findings hidden, the same for the same seed."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import ArgumentError, LanguageError
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.report.write import csv_bytes
from corpus_stats.studies.coding import coding_kit
from corpus_stats.studies.coding.kit import allocation
from corpus_stats.tokens import tokenize

LEXICON = Lexicon(
    (
        Term(
            ("strongman",), "loaded", definition="a ruler by force", exclude="a fair strongman", example="the strongman"
        ),
        Term(("tyrant*",), "loaded", note="a ruler without consent"),
        Term(("general",), "rank"),
    )
)


def article(name: str, outlet: str, plain: int) -> Document:
    """Headline, a loaded sentence, one with a rank, and so many with neither."""
    headline = "Strongman in port\n"
    body = "The strongman spoke. A general spoke. " + " ".join(f"Ferry {i} left the port." for i in range(plain))
    parts = (Part(0, len(headline), "headline"), Part(len(headline), len(headline + body), "body"))
    return Document(name, headline + body, outlet=outlet, parts=parts)


@pytest.fixture(scope="module")
def tokens():
    return tokenize(Corpus([article("a1", "Alpha", 30), article("a2", "Alpha", 40), article("b1", "Beta", 25)]))


def sheet_of(kit) -> list[dict[str, str]]:
    text = kit.files(csv_bytes)["for_coders/coder_1.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def strata(*rows: tuple[str, str, bool, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["group", "part", "found", "n_sentences"])


def test_weights_add_up_to_the_sentences_of_every_group(tokens):
    kit = coding_kit(tokens, LEXICON, n=24)

    np.testing.assert_allclose(
        kit.hits.groupby("group")["weight"].sum().to_numpy(), kit.totals["n_sentences"], atol=1e-4
    )


def test_as_many_sentences_are_drawn_as_are_asked_for(tokens):
    assert len(coding_kit(tokens, LEXICON, n=24).hits) == 24


def test_all_sentences_are_drawn_where_there_are_no_more(tokens):
    kit = coding_kit(tokens, LEXICON, n=500)

    assert (len(kit.hits), set(kit.table["weight"])) == (104, {1.0})


def test_no_sentence_is_drawn_twice(tokens):
    hits = coding_kit(tokens, LEXICON, n=60).hits

    assert not hits[["document", "start"]].duplicated().any()


def test_a_sentence_is_the_text_of_its_characters(tokens):
    hits = coding_kit(tokens, LEXICON, n=24).hits

    assert [
        tokens.corpus[d].text[s:e] for d, s, e in zip(hits["document"], hits["start"], hits["end"], strict=True)
    ] == list(hits["text"])


def test_strata_are_outlet_part_and_found(tokens):
    table = coding_kit(tokens, LEXICON, n=24).table

    assert table[["group", "part", "found", "n_sentences"]].to_numpy().tolist() == [
        ["Alpha", "headline", True, 2],
        ["Alpha", "body", True, 4],
        ["Alpha", "body", False, 70],
        ["Beta", "headline", True, 1],
        ["Beta", "body", True, 2],
        ["Beta", "body", False, 25],
    ]


def test_half_is_found_and_half_is_not_and_outlets_have_equal_parts():
    sizes = strata(
        ("A", "body", True, 100), ("A", "body", False, 900), ("B", "body", True, 400), ("B", "body", False, 90)
    )

    assert allocation(sizes, 80).tolist() == [20, 20, 20, 20]


def test_what_a_small_stratum_cannot_give_the_others_give():
    sizes = strata(("A", "body", True, 6), ("A", "body", False, 900), ("B", "body", False, 900))

    assert allocation(sizes, 46).tolist() == [6, 20, 20]


def test_parts_are_drawn_in_proportion_two_at_least():
    sizes = strata(("A", "headline", False, 5), ("A", "body", False, 400), ("A", "body", True, 30))

    assert allocation(sizes, 42).tolist() == [2, 20, 20]


def test_one_of_each_stratum_is_drawn_where_two_are_too_many():
    sizes = strata(("A", "headline", False, 5), ("A", "body", False, 400), ("A", "body", True, 30))

    assert allocation(sizes, 3).tolist() == [1, 1, 1]


def test_fewer_sentences_than_strata_are_refused(tokens):
    message = r"^n is 5; the sentences fall into 6 strata, and at least one of each is drawn: give 6 or more$"
    with pytest.raises(ArgumentError, match=message):
        coding_kit(tokens, LEXICON, n=5)


def test_the_sheet_shows_nothing_of_what_was_found(tokens):
    rows = sheet_of(coding_kit(tokens, LEXICON, n=24))

    assert list(rows[0]) == ["sentence", "before", "text", "after", "loaded", "rank", "note"]
    assert {row["loaded"] + row["rank"] + row["note"] for row in rows} == {""}


def test_the_order_of_the_sheet_tells_nothing_of_what_was_found(tokens):
    found = [bool(categories) for categories in coding_kit(tokens, LEXICON, n=60).hits["found"]]

    assert sorted(found) != found != sorted(found, reverse=True)


def test_neighbours_are_those_of_the_same_part(tokens):
    rows = {row["text"]: row for row in sheet_of(coding_kit(tokens, LEXICON, n=500))}

    assert (rows["The strongman spoke."]["before"], rows["The strongman spoke."]["after"]) == ("", "A general spoke.")


def test_coders_see_no_term_outlet_or_article(tokens):
    files = coding_kit(tokens, LEXICON, n=24).files(csv_bytes)
    codebook = files["for_coders/codebook.csv"].decode() + files["for_coders/instructions.txt"].decode()

    assert not [word for word in ("tyrant", "general", "Alpha", "a1") if word in codebook]


def test_the_codebook_has_what_the_terms_say_of_their_category(tokens):
    rows = coding_kit(tokens, LEXICON, n=24).codebook.to_numpy().tolist()

    assert rows == [
        ["loaded", "a ruler by force; a ruler without consent", "", "a fair strongman", "the strongman"],
        ["rank", "", "", "", ""],
    ]


def test_a_category_without_a_definition_is_named(tokens):
    assert coding_kit(tokens, LEXICON, n=24).cautions == (
        "The lexicon does not say what rank means: write it into codebook.csv before coding.",
    )


def test_the_same_seed_gives_the_same_bytes(tokens):
    first, second = (coding_kit(tokens, LEXICON, n=24, seed=7).files(csv_bytes) for _ in range(2))

    assert first == second


def test_another_seed_gives_other_sentences(tokens):
    first, second = (coding_kit(tokens, LEXICON, n=24, seed=seed).hits for seed in (1, 2))

    assert set(zip(first["document"], first["start"], strict=True)) != set(
        zip(second["document"], second["start"], strict=False)
    )


def test_every_sentence_has_its_chance(tokens):
    counts = pd.Series(0, index=range(104), dtype=int)
    everything = coding_kit(tokens, LEXICON, n=500).hits.sort_values(["document", "start"], ignore_index=True)
    places = {key: i for i, key in enumerate(zip(everything["document"], everything["start"], strict=True))}
    for seed in range(120):
        hits = coding_kit(tokens, LEXICON, n=24, seed=seed).hits
        for key in zip(hits["document"], hits["start"], strict=True):
            counts[places[key]] += 1
    plain = everything["found"].map(len) == 0
    alpha = counts[plain & (everything["group"] == "Alpha")]
    expected = 120 * 8 / 70  # of 24 the found strata hold 9, and Beta's others 7

    assert alpha.mean() == pytest.approx(expected, rel=0.15)
    assert ((alpha - alpha.mean()).abs() < 5 * alpha.mean() ** 0.5).all()


def test_a_text_that_looks_like_a_formula_is_guarded():
    text = "=SUM(A1) is what the strongman wrote. -5 degrees in the port."
    kit = coding_kit(tokenize(Corpus([Document("a", text, outlet="A")])), LEXICON)

    assert {row["text"][0] for row in sheet_of(kit)} == {"'"}


def test_a_sheet_begins_with_the_mark_by_which_spreadsheets_know_utf_8(tokens):
    files = coding_kit(tokens, LEXICON, n=24).files(csv_bytes)

    assert [files[f"for_coders/{name}.csv"][:3] for name in ("coder_1", "codebook")] == [b"\xef\xbb\xbf"] * 2


def test_the_key_holds_weights_and_findings(tokens):
    key = json.loads(coding_kit(tokens, LEXICON, n=24).files(csv_bytes)["key.json"])

    assert key["strata"][2] == {"group": "Alpha", "part": "body", "found": False, "n_sentences": 70, "n_drawn": 8}
    assert key["totals"][1] == {
        "group": "Beta", "n_documents": 1, "n_sentences": 28, "found loaded": 2, "found rank": 1
    }  # fmt: skip


def test_only_the_chosen_categories_are_coded(tokens):
    kit = coding_kit(tokens, LEXICON, n=24, categories=["rank"])

    assert (kit.categories, int(kit.table.loc[kit.table["found"], "n_sentences"].sum())) == (("rank",), 3)


def test_a_corpus_without_outlets_is_one_group():
    kit = coding_kit(tokenize(Corpus([Document("a", "A general spoke. He left.")])), LEXICON, by=None)

    assert kit.table["group"].tolist() == ["all", "all"]


def test_a_circular_lexicon_is_called_so(tokens):
    kit = coding_kit(tokens, Lexicon(LEXICON.terms, circular=True), n=24)

    assert kit.cautions[0].startswith("W-CIRCULAR: ")


def test_a_category_that_is_never_found_is_named(tokens):
    kit = coding_kit(tokens, Lexicon((Term(("absent",), "odd", definition="odd"),)), n=24)

    assert kit.cautions == ("The tool finds odd in no sentence: no precision can come of it.",)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"categories": ["ranks"]}, r"^category 'ranks' is not in the lexicon; did you mean 'rank'\?$"),
        ({"categories": "rank"}, r"^categories is 'rank'; give a list of names, or None for all$"),
        ({"n": 0}, r"^n is 0; it must be a whole number from 1 to 1000000$"),
        ({"coders": 21}, r"^coders is 21; it must be a whole number from 1 to 20$"),
        ({"seed": -1}, r"^seed is -1; it must be a whole number from 0 to 4294967295$"),
    ],
)
def test_a_wrong_option_is_refused(tokens, options, message):
    with pytest.raises(ArgumentError, match=message):
        coding_kit(tokens, LEXICON, **options)


def test_a_lexicon_without_terms_is_refused(tokens):
    with pytest.raises(ArgumentError, match=r"^the lexicon has no term; there is nothing to code$"):
        coding_kit(tokens, Lexicon(()))


def test_a_corpus_without_words_is_refused():
    with pytest.raises(ArgumentError, match=r"^the corpus has no sentence; there is nothing to code$"):
        coding_kit(tokenize(Corpus([Document("a", "...", outlet="A")])), LEXICON)


def test_a_category_named_like_a_column_is_refused(tokens):
    message = r"^category 'Note' has the name of another column of the sheet; rename it$"
    with pytest.raises(ArgumentError, match=message):
        coding_kit(tokens, Lexicon((Term(("port",), "Note"),)))


GERMAN = Document(
    "g",
    "Der General hat am Montag gesagt, dass die Truppen nicht in die Stadt gehen und auf Frieden hoffen.",
    outlet="G",
)


def test_an_article_in_another_language_among_english_ones_is_refused(tokens):
    with pytest.raises(LanguageError) as caught:
        coding_kit(tokenize(Corpus([*tokens.corpus, GERMAN])), LEXICON)
    assert str(caught.value) == (
        "g is in another language (de); the other articles, and the terms of the lexicon, are read in English only, so"
        " leave it out (--skip-other-languages, or skip_other_languages of read_corpus)"
    )


def test_articles_that_are_all_in_another_language_can_be_coded():
    assert len(coding_kit(tokenize(Corpus([GERMAN])), LEXICON, n=1).hits) == 1
