"""A corpus and its parts."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.cleaning import cleaned
from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.preparation import read_corpus

GOLD = Path(__file__).resolve().parents[1] / "gold" / "seed_boilerplate.csv"
KINDS = {"photo_credit": "image_credit", "comment_footer": "comment_form", "related_links_heading": "related_links"}


def gold_rows() -> list[dict[str, str]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def seed_corpus(seeds: Path) -> Corpus:
    return read_corpus(seeds)


def drops_of(corpus: Corpus, name: str) -> list[tuple[str | None, str]]:
    document = next(document for document in corpus if document.name.startswith(name))
    return [(p.reason, document.text[p.start : p.end]) for p in document.drops]


@pytest.mark.parametrize("row", gold_rows(), ids=lambda row: f"{row['doc'][:3]}-{row['start_char']}")
def test_every_row_of_the_gold_file_comes_out_as_its_action_says(row, seed_corpus):
    document = next(d for d in seed_corpus if row["doc"].startswith(d.name.removesuffix(".txt")))
    kind = KINDS.get(row["kind"], row["kind"])
    kept = {"kind": kind} if row["action"] == "keep" else {"reason": kind}

    assert Part(int(row["start_char"]), int(row["end_char"]), **kept) in document.parts


def test_the_first_seed_loses_nothing_but_its_links(seed_corpus):
    assert drops_of(seed_corpus, "000") == [("related_links", "Related Articles")]


def test_the_date_printed_in_the_second_seed_is_kept(seed_corpus):
    assert seed_corpus.values("date_in_text") == (None, "2020-05-25", None, None, None)


def test_the_fourth_seed_loses_a_scrap_and_a_credit(seed_corpus):
    assert drops_of(seed_corpus, "003") == [
        ("script_scrap", "!-- Google tag (gtag.js) -->"),
        ("image_credit", "Image Source:\u00a0Daily Sabah"),
    ]


def test_the_fifth_seed_loses_search_box_dateline_signature_and_forms(seed_corpus):
    assert drops_of(seed_corpus, "004") == [
        ("search_box", "Search For Keyword."),
        ("dateline", "(Zaman Al Wasl)-"),
        ("site_footer", "Zaman Al Wasl"),
        ("share_counters", "(65)\u00a0\u00a0\u00a0 (63)"),
        ("comment_form", "Total Comments (0)"),
        ("comment_form", "Comments About This Article"),
        ("comment_form", "Please fill the fields below."),
        ("comment_form", "*code confirming note"),
    ]


def test_the_seeds_are_english(seed_corpus):
    assert set(seed_corpus.values("language")) == {"en"}


def test_a_note_counts_the_dropped_spans(seed_corpus):
    assert seed_corpus.notes[-1] == "cleaning dropped 18 spans in 5 of 5 documents"


def test_a_corpus_that_is_not_cleaned_has_no_parts(seeds):
    assert all(not document.parts for document in read_corpus(seeds, clean=False))


def test_cleaning_twice_changes_nothing_but_the_notes(seed_corpus):
    assert cleaned(seed_corpus).fingerprint() == seed_corpus.fingerprint()


def test_an_empty_document_is_kept():
    assert cleaned(Corpus([Document("a", "")]))["a"] == Document("a", "", language="und")


def test_a_language_that_is_known_stays():
    assert cleaned(Corpus([Document("a", "Nothing here.", language="fr")]))["a"].language == "fr"


def test_parts_that_a_document_brings_stay():
    document = Document("a", "Share this article", parts=(Part(0, 18, kind="body"),))

    assert cleaned(Corpus([document]))["a"].parts == document.parts


def test_every_seed_keeps_its_text(seed_corpus, seeds):
    assert [d.text.encode() for d in seed_corpus] == [path.read_bytes() for path in sorted(seeds.glob("0*.txt"))]


MARKS = ["\u00a0", "\n", "\r\n", "\n\n", "\u200b", "\u2028", ". ", '"', "“", "…", "a", "İ"]
LINES = ["Share", "[Getty]", "(65)", "12 Comments", "LONDON (Reuters) - ", "The bridge was closed", "25 May 2020"]
LABELS = ["Read more: ", "<script>", "Photo: Jane Doe", "FILE PHOTO: "]
PIECES = st.sampled_from(MARKS + LINES + LABELS)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_character_but_white_space_is_in_exactly_one_kept_or_dropped_run(text):
    document = cleaned(Corpus([Document("a", text)]))["a"]
    covered = [0] * len(text)
    for start, end, _ in document.segments():
        covered[start:end] = [n + 1 for n in covered[start:end]]
    for part in document.drops:
        covered[part.start : part.end] = [n + 1 for n in covered[part.start : part.end]]

    assert all(n <= 1 for n in covered)
    assert document.text == text
    assert not document.parts or all(n == 1 for n, c in zip(covered, text, strict=True) if c.isalnum())


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_part_begins_or_ends_with_white_space(text):
    document = cleaned(Corpus([Document("a", text)]))["a"]

    assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in document.parts if p.kind)


@pytest.mark.parametrize(
    "unit", ["(", "[ ", "\"'“", " ", "\u00a0 ", "\n \n", "<p ", "Follow us on ", "A/", "{};=", "x (Getty "]
)
def test_a_line_of_five_million_characters_is_cleaned_in_seconds(unit):
    text = (unit * 5_000_000)[:5_000_000]
    start = time.process_time()
    cleaned(Corpus([Document("a", text)]))

    assert time.process_time() - start < 5


@pytest.mark.parametrize("unit", ["(65)\n", "<script\n", "Read more\nx\n", "Share\n\n", "word and word again\n"])
def test_ten_times_the_lines_take_less_than_forty_times_as_long(unit):
    seconds = []
    for n in (2_000, 20_000):
        start = time.process_time()
        cleaned(Corpus([Document("a", unit * n)]))
        seconds.append(time.process_time() - start)

    assert seconds[1] < 40 * seconds[0] + 0.2
