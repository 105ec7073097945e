"""CSV, JSONL, XLSX, Parquet and DataFrames: columns, cells, and what is refused."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
import tempfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.errors import ArgumentError, InputError, MissingExtraError
from corpus_stats.reading import read_documents
from corpus_stats.reading.tables import csv_table

GUESSED = "read name from 'id', text from 'text' (guessed: name, text); no date and no outlet"


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_bytes(content.encode())
    return path


def refusal(source: object, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        read_documents(source, **options)  # type: ignore[arg-type]
    return str(caught.value)


def workbook(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


# ------------------------------------------------------------------------------------------------------------------ csv


@pytest.mark.parametrize(
    ("separator", "notes"),
    [
        (",", (f"a.csv: {GUESSED}",)),
        (";", ("a.csv: fields are separated by semicolons", f"a.csv: {GUESSED}")),
        ("\t", ("a.csv: fields are separated by tabs", f"a.csv: {GUESSED}")),
    ],
    ids=["comma", "semicolon", "tab"],
)
def test_the_separator_of_a_csv_is_found_out(tmp_path: Path, separator: str, notes: tuple[str, ...]):
    corpus = read_documents(written(tmp_path, "a.csv", f'id{separator}text\nx{separator}"a, b; c"\n'))

    assert (corpus["x"].text, corpus.notes) == ("a, b; c", notes)


def test_words_for_missing_values_stay_text(tmp_path: Path):
    rows = "".join(f"{word},t\n" for word in ("NA", "None", "null", "nan"))
    corpus = read_documents(written(tmp_path, "a.csv", f"outlet,text\n{rows}"))

    assert corpus.outlets() == ("NA", "None", "nan", "null")


def test_an_empty_cell_is_absent(tmp_path: Path):
    (document,) = read_documents(written(tmp_path, "a.csv", "text,outlet,published,note\nx,, ,\n"))

    assert (document.outlet, document.published, dict(document.metadata)) == (None, None, {})


def test_documents_without_a_name_column_are_named_by_their_row(tmp_path: Path):
    corpus = read_documents(written(tmp_path, "a.csv", "text\nx\ny\n"))

    assert corpus.names == ("row-0001", "row-0002")
    assert corpus.notes[-1] == "a.csv: no column for the name, documents are named by their row"


def test_columns_are_guessed_in_any_case_and_in_the_order_of_their_names(tmp_path: Path):
    path = written(tmp_path, "a.csv", "CONTENT,Body,Source,PubDate,Headline,FileName\nc,b,o,2020,h,f\n")
    (document,) = read_documents(path)

    assert (document.name, document.text, document.outlet, str(document.published)) == ("f", "b", "o", "2020")
    assert dict(document.metadata) == {"CONTENT": "c", "title": "h"}


def test_a_column_that_is_asked_for_wins_over_guessing(tmp_path: Path):
    path = written(tmp_path, "a.csv", "id,text,words,paper,story\nx,t,w,p,s\n")
    (document,) = read_documents(path, columns={"text": "words", "outlet": "paper", "event": "story"})

    assert (document.text, document.outlet, dict(document.metadata)) == ("w", "p", {"event": "s", "text": "t"})


def test_a_column_named_like_one_of_the_corpus_is_renamed_and_noted(tmp_path: Path):
    corpus = read_documents(written(tmp_path, "a.csv", "id,text,language\nx,t,en\n"))

    assert corpus.values("language_column") == ("en",)
    assert (
        corpus.notes[-1]
        == "a.csv: column 'language' is kept as 'language_column', since a corpus has its own 'language'"
    )


def test_a_column_without_a_name_is_passed_over_with_a_note(tmp_path: Path):
    corpus = read_documents(written(tmp_path, "a.csv", ",id,text\n0,x,t\n"))

    assert corpus.notes == ("a.csv: 1 column without a name passed over", f"a.csv: {GUESSED}")


def test_metadata_of_a_table_comes_from_another_file(tmp_path: Path):
    table = written(tmp_path, "a.csv", "id,text,note\nx,t,n\n")
    facts = written(tmp_path, "m.jsonl", '{"id": "x", "paper": "A", "date": "2020"}')
    document = read_documents(table, metadata=facts, columns={"outlet": "paper"})["x"]

    assert (document.outlet, str(document.published), dict(document.metadata)) == ("A", "2020", {"note": "n"})


def test_the_limit_of_the_csv_module_is_the_same_after_a_long_field(tmp_path: Path):
    before = csv.field_size_limit()
    corpus = read_documents(written(tmp_path, "a.csv", f"text\n{'x' * 200_000}\n"))

    assert (len(corpus["row-0001"].text), csv.field_size_limit()) == (200_000, before)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "id,text\nx,a,b\n",
            ", row 2: the row has 3 fields and the header 2; "
            "put a field that holds one of the commas in quotation marks",
        ),
        (
            "id,text\n\nx\n",
            ", row 3: the row has 1 field and the header 2; "
            "put a field that holds one of the commas in quotation marks",
        ),
        (
            'id,text\nx,"a\n',
            ", row 2: broken CSV (unexpected end of data); write a quotation mark in a field twice",
        ),
        ("", ": the table is empty; it should begin with a row of column names"),
        ("id,text\n", ": the table has column names and no row; it should have one row for each article"),
        ("text,id,text\na,b,c\n", ": columns 1 and 3 are both named 'text'; names must be unique"),
        ("Text,text\na,b\n", ": columns 'Text' and 'text' could both be the text; rename one of them"),
        (
            "id,txet\na,b\n",
            ": no column for the text, none is named text, body, content, article or fulltext; did you mean 'txet'?",
        ),
        (
            "id,words\na,b\n",
            ": no column for the text, none is named text, body, content, article or fulltext; it has id, words",
        ),
        ("id,text\nx,a\nx,b\n", ", rows 2 and 3, column 'id': both are named 'x'; names must be unique"),
        ("id,text\n ,a\n", ", row 2, column 'id': the name is empty; each row needs one"),
        (
            "date,text\nsoon,a\n",
            ", row 2, column 'date': date 'soon' is no date that can be read; write it as 2020-05-25, 2020-05 or 2020",
        ),
    ],
    ids="long short quote empty header twice case misspelt missing duplicate nameless date".split(),
)
def test_a_csv_that_cannot_be_used_is_refused_with_its_place(tmp_path: Path, content: str, message: str):
    path = written(tmp_path, "a.csv", content)

    assert refusal(path) == f"{path}{message}"


def test_a_misspelt_column_asked_for_is_refused_with_the_nearest(tmp_path: Path):
    path = written(tmp_path, "a.csv", "id,body_text\nx,a\n")

    assert refusal(path, columns={"text": "body_txt"}) == (
        f"{path}: no column 'body_txt' for the text; did you mean 'body_text'?"
    )


def test_of_many_columns_none_of_which_is_near_only_the_number_is_told(tmp_path: Path):
    path = written(tmp_path, "a.csv", ",".join(f"q{i}" for i in range(20)) + "\n" + ",".join("x" * 20) + "\n")

    assert refusal(path, columns={"text": "wording"}) == (
        f"{path}: no column 'wording' for the text; none of the 20 is similar"
    )


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"outlte": "x"}, "columns: role 'outlte' is unknown; did you mean 'outlet'?"),
        ({"outlet": 3}, "columns: role 'outlet' has 3; it must be the name of a column"),
        ({"outlet": "x", "text": "x"}, "columns: 'x' is given as outlet and as text; a column plays one role"),
    ],
)
def test_a_mapping_of_columns_that_cannot_be_is_refused(columns: dict[str, str], message: str):
    with pytest.raises(ArgumentError) as caught:
        read_documents("x", columns=columns)

    assert str(caught.value) == message


# ---------------------------------------------------------------------------------------------------------------- jsonl


def test_metadata_of_json_is_text_whatever_its_type(tmp_path: Path):
    line = {"text": "t", "n": 7, "x": 1.5, "yes": True, "none": None, "tags": ["a", "é"], "outlet": "A"}
    corpus = read_documents(written(tmp_path, "a.ndjson", json.dumps(line)))

    assert dict(corpus["row-0001"].metadata) == {"n": "7", "tags": '["a", "é"]', "x": "1.5", "yes": "true"}
    assert corpus.notes[-1] == "a.ndjson: lists are kept as JSON in 'tags'"


def test_a_line_separator_inside_a_json_text_ends_no_line(tmp_path: Path):
    corpus = read_documents(written(tmp_path, "a.jsonl", '{"text": "a\u2028b"}\r\n\r\n{"text": "c"}\n'))

    assert [d.text for d in corpus] == ["a\u2028b", "c"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            '{"text": "x" "y"}',
            "broken JSON at character 14 (Expecting ',' delimiter); each line should be one JSON object",
        ),
        ('["x"]', "JSON list; each line should be one JSON object"),
        ("null", "JSON null; each line should be one JSON object"),
        ("true", "JSON true or false; each line should be one JSON object"),
        ("[" * 100_000, "broken JSON (too deep, or a number too long); each line should be one JSON object"),
        ('{"text": "x", "text": "y"}', "broken JSON (key 'text' stands twice); each line should be one JSON object"),
        ('{"text": 7}', "column 'text': the text is a number (7); it must be text"),
        ('{"text": true}', "column 'text': the text is true; it must be text"),
        ('{"text": ["x"]}', "column 'text': the text is a list; it must be text"),
        ('{"text": {"a": 1}}', "column 'text': the text is an object; it must be text"),
        ('{"text": "x", "outlet": ["A"]}', "column 'outlet': the cell is a list; it must be text"),
        (
            '{"text": "a\\u0000"}',
            "column 'text': the text holds a NUL (U+0000) at character 1; an article is text, and holds none",
        ),
        (
            '{"text": "x", "note": "\\ud800"}',
            "column 'note': the cell holds half a surrogate pair (U+D800) at character 0; remove it",
        ),
    ],
    ids="broken list null true deep twice number bool texts object outlet nul surrogate".split(),
)
def test_a_json_line_that_cannot_be_used_is_refused_with_its_number(tmp_path: Path, line: str, message: str):
    path = written(tmp_path, "a.jsonl", f'{{"text": "fine"}}\n{line}\n')

    assert refusal(path) in (f"{path}, line 2: {message}", f"{path}, line 2, {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\n", "the file is empty; it should hold one JSON object a line"),
        ("{}\n", "no object has a key; each line should be an object with a text"),
    ],
)
def test_a_jsonl_with_nothing_in_it_is_refused(tmp_path: Path, content: str, message: str):
    path = written(tmp_path, "a.jsonl", content)

    assert refusal(path) == f"{path}: {message}"


# ----------------------------------------------------------------------------------------------------------------- xlsx


def test_a_workbook_is_read_with_its_dates_and_numbers(tmp_path: Path):
    day = datetime.datetime(2020, 5, 25)
    path = workbook(tmp_path / "a.xlsx", ["id", "text", "date", "read", "n"], [1, "One", day, day, 3.0])
    (document,) = read_documents(path)

    assert (document.name, document.text, str(document.published)) == ("1", "One", "2020-05-25")
    assert dict(document.metadata) == {"n": "3", "read": "2020-05-25"}


def test_the_first_sheet_with_cells_is_read_and_the_others_are_noted(tmp_path: Path):
    book = openpyxl.Workbook()
    for title in ("data", "more"):
        sheet = book.create_sheet(title)
        sheet.append(["text"])
        sheet.append([title])
    book.save(tmp_path / "a.xlsx")
    corpus = read_documents(tmp_path / "a.xlsx")

    assert (corpus["row-0001"].text, corpus.notes[0]) == ("data", "a.xlsx: sheet 'data' was read, 'more' passed over")


def test_a_short_row_of_a_workbook_has_empty_cells(tmp_path: Path):
    path = workbook(tmp_path / "a.xlsx", ["text", "outlet"], [None, None], ["x"])

    assert read_documents(path)["row-0001"].outlet is None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [["text"], ["x", "y"]],
            ", row 2: the row has 2 cells and the header 1; give each column a name in the first row",
        ),
        ([["text"], [7]], ", row 2, column 'text': the text is a number (7); it must be text"),
        ([], ": the table is empty; it should begin with a row of column names"),
    ],
    ids=["long", "number", "empty"],
)
def test_a_workbook_that_cannot_be_used_is_refused(tmp_path: Path, rows: list[list[object]], message: str):
    path = workbook(tmp_path / "a.xlsx", *rows)

    assert refusal(path) == f"{path}{message}"


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path):
    path = written(tmp_path, "a.xlsx", "text")

    assert refusal(path) == f"{path}: no readable zip archive (File is not a zip file); pack it again"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("x", "y")

    assert refusal(tmp_path / "a.xlsx") == (
        f"{tmp_path / 'a.xlsx'}: no readable XLSX workbook (KeyError); save it again as .xlsx"
    )


def test_a_workbook_without_openpyxl_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = workbook(tmp_path / "a.xlsx", ["text"], ["x"])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError) as caught:
        read_documents(path)

    assert str(caught.value) == (
        f'{path}: reading XLSX needs openpyxl, which is not installed; install the extra "office"'
    )


# --------------------------------------------------------------------------------------------------- parquet and frames


def test_a_parquet_file_is_read_with_its_dates_and_categories(tmp_path: Path):
    columns = {
        "id": ["a", "b"],
        "text": ["One", None],
        "date": pa.array([datetime.datetime(2020, 5, 25, 9), None], pa.timestamp("ns")),
        "source": pa.array(["A", "A"]).dictionary_encode(),
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    corpus = read_documents(tmp_path / "a.parquet")

    assert [(d.text, str(d.published), d.outlet) for d in corpus] == [("One", "2020-05-25", "A"), ("", "None", "A")]


def test_a_stored_index_of_a_frame_is_passed_over(tmp_path: Path):
    pd.DataFrame({"id": ["x"], "text": ["t"]}, index=[5]).to_parquet(tmp_path / "a.parquet")

    assert read_documents(tmp_path / "a.parquet").notes[0] == "a.parquet: 1 column without a name passed over"


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path):
    path = written(tmp_path, "a.parquet", "no parquet at all")

    assert refusal(path).startswith(f"{path}: no readable Parquet file (Parquet magic bytes not found in footer.")


def test_a_parquet_file_that_unpacks_to_too_much_is_refused(tmp_path: Path):
    pq.write_table(pa.table({"text": ["x" * 5000] * 200}), tmp_path / "a.parquet")

    assert refusal(tmp_path / "a.parquet", max_bytes=20_000) == (
        f"{tmp_path / 'a.parquet'}: it unpacks to more than 160000 bytes, the most that is read"
    )


def test_bytes_in_place_of_text_are_refused(tmp_path: Path):
    pq.write_table(pa.table({"text": [b"x"]}), tmp_path / "a.parquet")

    assert refusal(tmp_path / "a.parquet") == (
        f"{tmp_path / 'a.parquet'}, row 1, column 'text': the text is bytes; it must be text"
    )


def test_a_frame_is_read_with_its_missing_values_absent():
    frame = pd.DataFrame(
        {
            "text": ["One", None],
            "outlet": ["NA", float("nan")],
            "date": pd.to_datetime(["2020-05-25", None]),
            "n": [1, None],
            "kind": pd.array([2, None], dtype="Int64"),
        }
    )
    first, second = read_documents(frame)

    assert (first.outlet, str(first.published), dict(first.metadata)) == ("NA", "2020-05-25", {"kind": "2", "n": "1"})
    assert (second.text, second.outlet, second.published, dict(second.metadata)) == ("", None, None, {})


def test_an_index_with_a_name_is_a_column():
    frame = pd.DataFrame({"id": ["x"], "text": ["t"]}).set_index("id")

    assert read_documents(frame).names == ("x",)


def test_a_number_in_a_frame_of_texts_is_refused():
    assert refusal(pd.DataFrame({"text": ["a", 7]})) == (
        "DataFrame, row 2, column 'text': the text is a number (7); it must be text"
    )


# -------------------------------------------------------------------------------------------------------------- markup


def test_html_in_cells_is_turned_into_text_and_counted(tmp_path: Path):
    rows = [{"text": "<p>One &amp; <b>two</b></p><p>three</p>"}, {"text": "a < b &amp; c"}]
    corpus = read_documents(written(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))

    assert [d.text for d in corpus] == ["One & two\nthree", "a < b &amp; c"]
    assert corpus.notes[-1] == "a.jsonl: HTML turned into text in 1 cell"


# ---------------------------------------------------------------------------------------------------------- round trips

TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0<")), min_size=1, max_size=4
).filter(lambda texts: any(texts))


@given(TEXTS)
def test_texts_come_back_from_csv_as_they_were(texts: list[str]):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *([str(i), text] for i, text in enumerate(texts))])
    table = csv_table(buffer.getvalue(), "a.csv", "a.csv", frozenset(("id", "text")))

    assert [cell or "" for cell in table.column(1)] == texts


@given(TEXTS)
def test_texts_come_back_from_jsonl_as_they_were(texts: list[str]):
    lines = [json.dumps({"id": str(i), "text": text}, ensure_ascii=i % 2 == 0) for i, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        corpus = read_documents(written(Path(folder), "a.jsonl", "\n".join(lines)))

    assert [document.text for document in corpus] == texts


@given(TEXTS)
def test_texts_come_back_from_a_folder_as_they_were(texts: list[str]):
    texts = [text.lstrip("\ufeff") for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts):
            written(Path(folder), f"{i}.txt", text)
        corpus = read_documents(folder)

    assert [document.text for document in corpus] == texts
