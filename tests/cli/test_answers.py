from __future__ import annotations

import csv
import io
import json
import os
from types import SimpleNamespace

import pandas as pd
import pytest

from corpus_stats.cli.answers import answer, json_text, print_text
from corpus_stats.cli.tables import table_column, table_lines, text_of_number
from corpus_stats.errors import OutputError
from corpus_stats.evidence import Result


def test_json_is_one_object_of_four_parts(ran, articles):
    answer = ran("frequency", articles, "--format", "json").json

    assert list(answer) == ["table", "hits", "cautions", "settings"]
    assert answer["table"][0] == {"group": "all", "term": "the", "n": 10, "n_documents": 4, "rate": 243.902439}


def test_a_missing_number_is_null(ran, articles, lexicon):
    answer = ran("framing", articles, "--lexicon", lexicon, "--format", "json").json

    assert {row["p_value"] for row in answer["table"]} == {None}
    assert {row["speaker"] for row in answer["hits"]} == {None}


def test_an_infinite_number_is_null_too():
    assert json.loads(json_text({"a": [float("inf"), float("nan"), -0.5, True, None]})) == {
        "a": [None, None, -0.5, True, None]
    }


def test_sets_and_other_values_become_plain():
    assert json.loads(json_text({"a": {"y", "x"}, "b": pd.NA, 3: ValueError("v")})) == {
        "a": ["x", "y"],
        "b": None,
        "3": "v",
    }


def test_json_shows_no_control_character_and_loses_none():
    text = "a\x1b[31m\u202eb\x7f\U000e0041\u2028"

    assert json.loads(json_text(text)) == text
    assert json_text(text).strip().isascii()


def test_json_keeps_letters_readable():
    assert json_text("Ḥaftar ليبيا") == '"Ḥaftar ليبيا"\n'


def test_a_csv_cell_that_a_spreadsheet_would_compute_is_guarded(ran, articles):
    articles.write_text("name,text\na,=1 x\nb,@x left +5 now\n", encoding="utf-8")

    answer = ran("concordance", articles, "/[=@+]./", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["node"] for row in rows] == ["'=1", "'@x", "'+5"]


def test_csv_lists_the_passages_where_asked(ran, articles, lexicon):
    answer = ran("framing", articles, "--lexicon", lexicon, "--format", "csv", "--hits")

    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["term"] for row in rows] == ["strongman", "rogue general", "strongman", "strongman", "commander"]


def test_passages_of_an_analysis_without_any_are_refused(ran, articles):
    answer = ran("similarity", articles, "--format", "csv", "--hits")

    assert (answer.code, answer.err.splitlines()[-1]) == (
        2,
        "corpus-stats: similarity has no passages to list; leave out --hits",
    )


def test_what_is_printed_holds_no_control_character_in_any_format(ran, articles):
    articles.write_text("name,outlet,text\na,O\x1b[31m\u202e,one two\nb,P,two three\n", encoding="utf-8")

    outputs = [ran("frequency", articles, "--by", "outlet", "--format", form).out for form in ("table", "csv", "json")]

    assert all(text and "\x1b" not in text and "\u202e" not in text for text in outputs)


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_ending_of_the_output_chooses_the_format(ending, ran, articles, tmp_path):
    output = tmp_path / f"out.{ending}"

    result = ran("frequency", articles, "--output", output)

    assert (result.code, result.out) == (0, "")
    assert output.read_text() == ran("frequency", articles, "--format", ending).out


def test_a_table_in_a_file_has_every_row(ran, articles, tmp_path):
    ran("frequency", articles, "--rows", "2", "--output", tmp_path / "out.txt")

    assert len((tmp_path / "out.txt").read_text().splitlines()) == 2 + 1 + 20


def test_a_file_that_was_there_is_replaced_whole_and_nothing_else_is_left(ran, articles, tmp_path):
    output = tmp_path / "out.csv"
    output.write_text("old" * 10_000)

    ran("frequency", articles, "--output", output)

    assert output.read_text().startswith("group,term,n,n_documents,rate\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.csv"]


def test_a_written_file_can_be_written_by_its_owner_only(ran, articles, tmp_path):
    ran("frequency", articles, "--output", tmp_path / "out.csv")

    assert (tmp_path / "out.csv").stat().st_mode & 0o022 == 0


def test_an_output_that_is_a_folder_is_refused(ran, articles, tmp_path):
    result = ran("frequency", articles, "--output", tmp_path)

    assert (result.code, result.err) == (2, f"corpus-stats: {tmp_path}: this is a folder; name a file in it\n")


def test_an_output_in_no_folder_is_refused(ran, articles, tmp_path):
    result = ran("frequency", articles, "--output", tmp_path / "no" / "out.csv")

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path}/no/out.csv: there is no folder {tmp_path}/no; make it, or name another\n",
    )


def test_an_output_where_nothing_can_be_written_is_refused_before_the_work(ran, articles, tmp_path, refused):
    refused(tmp_path, os.W_OK)

    result = ran("frequency", articles, "--output", tmp_path / "x.csv")

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path / 'x.csv'}: nothing can be written in {tmp_path}: permission denied; name another"
        " folder\n",
    )


def test_an_output_that_is_the_input_is_refused(ran, articles):
    before = articles.read_bytes()

    result = ran("frequency", articles, "--output", articles)

    assert (result.code, result.err) == (2, f"corpus-stats: {articles}: this is what is read; name another file\n")
    assert articles.read_bytes() == before


def test_an_output_among_the_articles_is_refused(ran, tmp_path):
    (tmp_path / "a.txt").write_text("one two")

    result = ran("frequency", tmp_path, "--output", tmp_path / "out.csv")

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path}/out.csv: this is inside the folder of articles {tmp_path}; "
        "name a file outside of it\n",
    )


def test_an_output_that_is_a_pipe_is_refused(ran, articles, tmp_path):
    os.mkfifo(tmp_path / "pipe")

    result = ran("frequency", articles, "--output", tmp_path / "pipe")

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path}/pipe: this is no regular file; name another\n",
    )


def test_a_failed_writing_leaves_the_old_file_and_nothing_beside(ran, articles, tmp_path, monkeypatch):
    output = tmp_path / "out.csv"
    output.write_text("old")
    monkeypatch.setattr(os, "replace", refused)

    result = ran("frequency", articles, "--output", output)

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {output}: the file cannot be written: No space left on device",
    )
    assert (output.read_text(), sorted(p.name for p in tmp_path.iterdir())) == ("old", ["in", "out.csv"])


def refused(*_):
    raise OSError(28, "No space left on device")


def test_a_table_shows_what_is_the_same_everywhere_only_once():
    table = pd.DataFrame({"group": ["a", "b", "c"], "unit": ["tokens"] * 3, "n": [1, 2, 3], "p": [float("nan")] * 3})

    assert table_lines(table, 60, 2) == [
        "group  n",
        "─────  ─",
        "a      1",
        "b      2",
        "1 more row; --rows 0 shows all.",
        "In every row: unit tokens.",
        "No value in any row: p.",
    ]


def test_an_empty_table_says_so():
    assert table_lines(pd.DataFrame({"a": []}), 60, 0) == ["(nothing found)"]


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ([1, 1204], ["1", "1,204"]),
        ([1.0, float("nan")], ["1", "-"]),
        ([17.614, 2.2], ["17.6", "2.2"]),
        ([0.2, 0.0000001], ["0.200", "<0.001"]),
        ([0.0, -0.25], ["0.000", "-0.250"]),
        ([True, None], ["yes", "-"]),
        (["a\nb", None], ["a b", "-"]),
    ],
)
def test_cells_are_written_for_people(values, cells):
    assert list(table_column(pd.DataFrame({"c": pd.Series(values, dtype="object")}), "c").cells) == cells


def test_a_number_that_would_round_to_zero_is_given_as_a_bound():
    assert [text_of_number(value, 2) for value in (0.001, 0.0, -0.001, 0.005)] == ["<0.01", "0.00", "-0.00", "0.01"]


def test_hits_of_a_result_without_any_are_refused_by_name():
    options = SimpleNamespace(format="csv", hits=True, output=None, command="frequency", rows=0)

    with pytest.raises(OutputError, match=r"^frequency has no passages to list; leave out --hits$"):
        answer(Result(pd.DataFrame({"a": [1]}), {}), options, lambda *_: [])


def test_printed_text_ends_where_it_ends(capsys):
    print_text("a\x1bb\n")

    assert capsys.readouterr().out == "a\ufffdb\n"
