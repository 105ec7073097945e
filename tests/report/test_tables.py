"""Tables as CSV and Parquet."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.report.write import csv_bytes, parquet_bytes


@pytest.mark.parametrize("first", list("=+-@|\t\r＝＋－＠｜"))
def test_a_text_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(first: str):
    table = pd.DataFrame({"outlet": [f"{first}cmd()"]})

    (_, row) = csv.reader(io.StringIO(csv_bytes(table).decode(), newline=""))
    assert row == [f"'{first}cmd()"]


def test_numbers_stay_as_they_are_and_missing_ones_are_empty():
    table = pd.DataFrame({"low": [-0.5, np.nan], "n": [-3, 4], "kept": [True, False]})

    assert csv_bytes(table) == b"low,n,kept\n-0.5,-3,true\n,4,false\n"


def test_a_heading_that_a_spreadsheet_would_run_gets_an_apostrophe():
    assert csv_bytes(pd.DataFrame({"=A1": [1]})) == b"'=A1\n1\n"


def test_half_of_a_surrogate_pair_is_written_as_its_number():
    table = pd.DataFrame({"text": pd.Series(["a\ud800"], dtype=object)})

    assert csv_bytes(table) == b"text\na\\ud800\n"
    assert pq.read_table(io.BytesIO(parquet_bytes(table)))["text"].to_pylist() == ["a\\ud800"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_text_comes_back_from_csv_save_for_the_apostrophe(texts: list[str]):
    data = csv_bytes(pd.DataFrame({"text": pd.Series(texts, dtype=object), "n": range(len(texts))})).decode()
    rows = list(csv.reader(io.StringIO(data, newline="")))[1:]

    guarded = [f"'{t}" if t[:1] and t[0] in "=+-@|\t\r＝＋－＠｜" else t for t in texts]
    assert [row[0] for row in rows] == guarded


def test_parquet_holds_types_and_missing_values_and_nothing_of_pandas():
    table = pd.DataFrame({"name": ["a", None], "n": [1, 2], "rate": [0.5, np.nan], "kept": [True, False]})
    found = pq.read_table(io.BytesIO(parquet_bytes(table)))

    assert found.to_pydict() == {"name": ["a", None], "n": [1, 2], "rate": [0.5, None], "kept": [True, False]}
    assert (found.schema.metadata, parquet_bytes(table)) == (None, parquet_bytes(table.copy()))


def test_a_column_of_yes_and_no_with_gaps_stays_one():
    table = pd.DataFrame({"quoted": pd.array([True, None], dtype="boolean")})

    assert csv_bytes(table) == b'quoted\ntrue\n""\n'
    assert pq.read_table(io.BytesIO(parquet_bytes(table)))["quoted"].to_pylist() == [True, None]
