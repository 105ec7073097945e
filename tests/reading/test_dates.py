"""Dates as they are written, and those that cannot be read."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.errors import InputError
from corpus_stats.reading.dates import column_dates


def dates_of(*cells: object) -> list[str]:
    return [str(date) for date in column_dates(cells, [f"row {n}" for n in range(1, len(cells) + 1)])[0]]


def refusal(*cells: object) -> str:
    with pytest.raises(InputError) as caught:
        dates_of(*cells)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2020", "2020"),
        ("2020-05", "2020-05"),
        ("2020-05-25", "2020-05-25"),
        ("2020/5/25", "2020-05-25"),
        ("20200525", "2020-05-25"),
        ("25 May 2020", "2020-05-25"),
        ("25th of May, 2020", "2020-05-25"),
        ("25-May-2020", "2020-05-25"),
        ("May 25, 2020", "2020-05-25"),
        ("Sept. 1st, 2020", "2020-09-01"),
        ("MAY 2020", "2020-05"),
        ("05/2020", "2020-05"),
        ("25/05/2020", "2020-05-25"),
        ("05/25/2020", "2020-05-25"),
        ("25.5.2020", "2020-05-25"),
        ("05/05/2020", "2020-05-05"),
        ("2020-05-25T23:59:59.123+02:00", "2020-05-25"),
        ("2020-05-25 10:11 UTC", "2020-05-25"),
        ("2020-05-25T10:11:12Z", "2020-05-25"),
        ("May 25, 2020, at 9:30 p.m.", "2020-05-25"),
        ("Mon, 25 May 2020 10:11:12 GMT", "2020-05-25"),
        ("Wednesday, May 27, 2020", "2020-05-27"),
        (2020, "2020"),
        (2020.0, "2020"),
        (datetime.date(2020, 5, 25), "2020-05-25"),
        (datetime.datetime(2020, 5, 25, 23, 59), "2020-05-25"),
        (None, "None"),
    ],
    ids=str,
)
def test_a_date_is_read_as_far_as_it_is_known(cell: object, date: str):
    assert dates_of(cell) == [date]


@pytest.mark.parametrize(
    "cell",
    ["soon", "2020-13", "2020-02-30", "31/04/2020", "25/13/2020", "0000", "25 Mai 2020", "25 May 20", "5" * 9],
)
def test_what_is_no_date_is_refused_with_its_place(cell: str):
    assert refusal("2020", cell) == (
        f"row 2: date {cell!r} is no date that can be read; write it as 2020-05-25, 2020-05 or 2020"
    )


@pytest.mark.parametrize(("cell", "seen"), [(True, "True"), (2020.5, "2020.5"), ([2020], "[2020]")])
def test_a_cell_of_another_kind_is_no_date(cell: object, seen: str):
    assert refusal(cell) == f"row 1: date '{seen}' is no date; write it as 2020-05-25, 2020-05 or 2020"


def test_a_very_long_date_is_cut_in_the_message():
    assert refusal("x" * 500) == (
        f"row 1: date '{'x' * 77}...' is no date that can be read; write it as 2020-05-25, 2020-05 or 2020"
    )


def test_an_ambiguous_date_is_refused_with_both_readings():
    assert refusal("2020-01-01", "04/05/2020") == (
        "row 2: date '04/05/2020' can be 2020-05-04 (day first) or 2020-04-05 (month first), and no other row settles "
        "which; write it as 2020-05-04 or 2020-04-05"
    )


@pytest.mark.parametrize(
    ("settling", "date", "order"),
    [("25/05/2020", "2020-05-04", "day/month/year"), ("05/25/2020", "2020-04-05", "month/day/year")],
)
def test_another_row_settles_the_order_and_a_note_says_so(settling: str, date: str, order: str):
    dates, notes = column_dates(["04/05/2020", settling], ["row 1", "row 2"])

    assert [str(d) for d in dates] == [date, "2020-05-25"]
    assert notes == (f"1 date such as '04/05/2020' was read as {order}, because '{settling}' can only be that",)


def test_rows_that_settle_both_orders_settle_none():
    assert refusal("04/05/2020", "25/05/2020", "05/26/2020") == (
        "row 1: date '04/05/2020' can be 2020-05-04 (day first) or 2020-04-05 (month first), and other rows are "
        "written both ways ('25/05/2020', '05/26/2020'); write it as 2020-05-04 or 2020-04-05"
    )


def test_two_orders_in_one_column_stand_where_each_date_is_plain():
    assert dates_of("25/05/2020", "05/26/2020") == ["2020-05-25", "2020-05-26"]


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_alike_however_it_is_written(day: datetime.date):
    written = [day.isoformat(), f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%a, %d %b %Y 10:00:00 +0000}"]

    assert dates_of(*written) == [day.isoformat()] * 4
