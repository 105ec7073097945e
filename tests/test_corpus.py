"""Documents, parts, dates and the corpus."""

from __future__ import annotations

import datetime
import pickle
import re

import pytest

from corpus_stats.corpus import Corpus, Document, Part, PartialDate, Span
from corpus_stats.errors import ArgumentError, nearest

TWO = Corpus([Document("b", "second", outlet="B"), Document("a", "first", outlet="A", metadata={"event": "1"})])


def raises(message: str) -> pytest.RaisesExc[ArgumentError]:
    return pytest.raises(ArgumentError, match=f"^{re.escape(message)}$")


def test_documents_stand_in_name_order():
    assert TWO.names == ("a", "b")


def test_two_documents_of_one_name_are_refused():
    with raises("two documents are named 'a'; names must be unique"):
        Corpus([Document("a", "x"), Document("a", "y")])


def test_a_document_without_a_name_is_refused():
    with raises("a document needs a name that is not empty"):
        Document("", "x")


def test_a_part_beyond_the_text_is_refused():
    with raises("a: a part ends at 9, but the text has 1 characters"):
        Document("a", "x", parts=(Part(0, 9, kind="body"),))


def test_a_part_that_is_kept_and_dropped_is_refused():
    with raises("a part has either a kind (it is kept) or a reason (it is dropped)"):
        Part(0, 1, kind="body", reason="date")


def test_an_unknown_part_kind_names_the_nearest():
    with raises("part kind 'headlin' is unknown; did you mean 'headline'?"):
        Part(0, 1, kind="headlin")


def test_an_unknown_drop_reason_names_the_nearest():
    with raises("drop reason 'dates' is unknown; did you mean 'date'?"):
        Part(0, 1, reason="dates")


def test_a_span_that_runs_backwards_is_refused():
    with raises("a span runs from 3 to 2; it must satisfy 0 <= start <= end"):
        Span(3, 2)


def test_a_span_is_as_long_as_its_characters():
    assert len(Span(2, 5)) == 3


def test_a_drop_inside_a_kept_part_wins():
    document = Document("a", "kept [x] kept", parts=(Part(0, 13, kind="body"), Part(5, 8, reason="image_credit")))

    assert list(document.segments()) == [(0, 5, "body"), (8, 13, "body")]


def test_a_drop_over_a_whole_part_leaves_nothing_of_it():
    document = Document("a", "xyz", parts=(Part(1, 2, kind="body"), Part(0, 3, reason="date")))

    assert list(document.segments()) == []


def test_a_document_without_parts_is_body_throughout():
    assert list(Document("a", "text").segments()) == [(0, 4, "body")]


def test_an_empty_document_has_no_segment():
    assert list(Document("a", "").segments()) == []


@pytest.mark.parametrize("text", ["2020", "2020-05", "2020-05-25"])
def test_a_date_is_written_as_precisely_as_it_is_known(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(("text", "precision"), [("2020", "year"), ("2020-05", "month"), ("2020-05-25", "day")])
def test_a_date_knows_its_precision(text, precision):
    assert PartialDate.parse(text).precision == precision


def test_a_month_reaches_from_its_first_day_to_its_last():
    date = PartialDate(2020, 2)

    assert (date.first, date.last) == (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))


def test_a_date_that_is_none_is_refused():
    with raises("no such date: 2021-02-29"):
        PartialDate(2021, 2, 29)


def test_a_day_without_a_month_is_refused():
    with raises("a date with day 3 needs a month"):
        PartialDate(2021, None, 3)


def test_a_date_in_another_form_is_refused():
    with raises("date '25.5.2020' is not of the form 2020, 2020-05 or 2020-05-25"):
        PartialDate.parse("25.5.2020")


def test_a_missing_document_names_the_nearest():
    with raises("document 'aa' is not in the corpus; did you mean 'a'?"):
        TWO["aa"]


def test_a_missing_column_names_the_nearest():
    with raises("column 'outlets' is not in the corpus; did you mean 'outlet'?"):
        TWO.values("outlets")


def test_values_are_missing_where_a_document_has_none():
    assert TWO.values("event") == ("1", None)


def test_select_keeps_the_documents_of_an_outlet():
    assert TWO.select(outlet="B").names == ("b",)


def test_select_takes_a_condition():
    assert TWO.select(lambda document: document.text == "first").names == ("a",)


def test_a_column_from_a_mapping_is_one_more_metadata_column():
    assert TWO.with_column("side", {"b": "east"}).values("side") == (None, "east")


def test_a_column_from_a_list_follows_the_order_of_names():
    assert TWO.with_column("side", ["x", "y"])["b"].metadata["side"] == "y"


def test_a_column_for_an_unknown_document_is_refused():
    with raises("document 'c' is not in the corpus; it has a, b"):
        TWO.with_column("side", {"c": "x"})


def test_a_column_of_the_wrong_length_is_refused():
    with raises("column 'side' has 1 values for 2 documents"):
        TWO.with_column("side", ["x"])


def test_a_column_of_the_document_itself_is_not_overwritten():
    with raises("column 'outlet' is a document's own; choose another name"):
        TWO.with_column("outlet", ["x", "y"])


def test_the_table_has_one_row_a_document_and_every_column():
    table = TWO.with_column("side", ["x", "y"]).table

    assert list(table.columns) == [
        "document", "outlet", "published", "url", "language", "n_characters", "event", "side"
    ]  # fmt: skip
    assert table["n_characters"].tolist() == [5, 6]


def test_the_ledger_of_drops_shows_the_dropped_text():
    corpus = Corpus(
        [Document("a", "body 2 min read", parts=(Part(0, 4, kind="body"), Part(5, 15, reason="reading_time")))]
    )

    assert corpus.drops.values.tolist() == [["a", 5, 15, "2 min read", "reading_time"]]


def test_one_changed_character_changes_the_fingerprint():
    changed = Corpus([Document("b", "secont", outlet="B"), TWO["a"]])

    assert changed.fingerprint() != TWO.fingerprint()


def test_the_order_of_documents_does_not_change_the_fingerprint():
    assert Corpus(reversed(TWO.documents)).fingerprint() == TWO.fingerprint()


def test_metadata_cannot_be_written_to():
    with pytest.raises(TypeError, match="does not support item assignment"):
        TWO["a"].metadata["event"] = "2"


def test_a_corpus_survives_the_way_to_another_process():
    assert pickle.loads(pickle.dumps(TWO)).fingerprint() == TWO.fingerprint()


def test_asking_a_corpus_for_what_tokens_have_gets_a_plain_no():
    assert not hasattr(TWO, "vocabulary")
    assert getattr(TWO, "history", None) is None


def test_nearest_lists_all_choices_where_none_is_similar():
    assert nearest("zzz", ["b", "a"]) == "it has a, b"


def test_nearest_says_so_where_there_is_no_choice():
    assert nearest("zzz", []) == "it has none"
