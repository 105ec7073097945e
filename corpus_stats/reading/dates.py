"""Dates as outlets and spreadsheets write them, known to the year, the month or the day.

``04/05/2020`` has two readings. It is read only if another row of its column can be read in one way alone
(``25/05/2020``), and all such rows agree; else it is refused with both readings. A wrong month is worse than no date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..corpus import PartialDate
from ..errors import ArgumentError, InputError

__all__ = ["column_dates"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_TIME = re.compile(
    r"(?:t|,?\s+(?:at\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:[ap]\.?m\.?)?"
    r"\s?(?:z|\(?[a-z]{2,5}\)?|[+-]\d{2}:?\d{2})?\Z",
    re.ASCII,
)
_WEEKDAY = re.compile(r"\A(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?", re.ASCII
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
_NAMED = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_MONTH},?[\s-]+(?P<year>\d{{4}})",
    )
)
_TWO_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Readings of one cell; None where one would be no date, both equal where the order is plain."""

    text: str
    day_first: PartialDate | None
    month_first: PartialDate | None

    @property
    def ambiguous(self) -> bool:
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first


def column_dates(cells: Sequence[object], places: Sequence[str]) -> tuple[list[PartialDate | None], tuple[str, ...]]:
    """Dates of one column, and a note where some rows settled the order of day and month for others.

    Parameters
    ----------
    cells : sequence
        Text, whole number (a year), date or datetime; None where a row has no date.
    places : sequence of str
        Where each cell stands, for errors.

    Raises
    ------
    InputError
        A cell is no date, or could mean two days and no other row settles which.
    """
    readings = [_candidates(cell, place) for cell, place in zip(cells, places, strict=True)]
    ambiguous = [i for i, reading in enumerate(readings) if reading is not None and reading.ambiguous]
    if not ambiguous:
        return [r if r is None else r.day_first or r.month_first for r in readings], ()
    settled = [r for r in readings if r is not None and (r.day_first is None or r.month_first is None)]
    day_first = [r for r in settled if r.month_first is None]
    example = readings[ambiguous[0]]
    assert example is not None
    if not settled or 0 < len(day_first) < len(settled):
        raise InputError(_both_readings(example, places[ambiguous[0]], settled))
    order = "day/month/year" if day_first else "month/day/year"
    dates = [r if r is None else (r.day_first if day_first else r.month_first) or r.day_first for r in readings]
    n = len(ambiguous)
    note = (
        f"{n} {'date' if n == 1 else 'dates'} such as {example.text!r} {'was' if n == 1 else 'were'} read as {order}, "
        f"because {settled[0].text!r} can only be that"
    )
    return dates, (note,)


def _both_readings(reading: _Candidates, place: str, settled: Sequence[_Candidates]) -> str:
    other = "no other row settles which"
    if settled:
        days = next(r.text for r in settled if r.month_first is None)
        months = next(r.text for r in settled if r.day_first is None)
        other = f"other rows are written both ways ({days!r}, {months!r})"
    return (
        f"{place}: date {reading.text!r} can be {reading.day_first} (day first) or {reading.month_first} "
        f"(month first), and {other}; write it as {reading.day_first} or {reading.month_first}"
    )


def _candidates(cell: object, place: str) -> _Candidates | None:
    if cell is None:
        return None
    if isinstance(cell, datetime.date):
        date = PartialDate(cell.year, cell.month, cell.day)
        return _Candidates(str(date), date, date)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool) or not isinstance(cell, (str, int)):
        raise InputError(f"{place}: date {_cut(str(cell))!r} is no date; write it as 2020-05-25, 2020-05 or 2020")
    text = " ".join(str(cell).split())
    try:
        return _readings(text)
    except ArgumentError:
        raise InputError(
            f"{place}: date {_cut(text)!r} is no date that can be read; write it as 2020-05-25, 2020-05 or 2020"
        ) from None


def _readings(text: str) -> _Candidates:
    plain = text.lower()
    if len(plain) > _LONGEST:
        raise ArgumentError("too long for a date")
    plain = _WEEKDAY.sub("", _TIME.sub("", plain))
    match = _TWO_NUMBERS.fullmatch(plain)
    if match:
        first, _, second, year = match.groups()
        day_first = _date_or_none(year, second, first)
        month_first = _date_or_none(year, first, second)
        if day_first is None and month_first is None:
            raise ArgumentError("no such day")
        return _Candidates(text, day_first, month_first)
    for pattern in (_YEAR_FIRST, _COMPACT, _MONTH_YEAR, *_NAMED):
        match = pattern.fullmatch(plain)
        if match:
            found = match.groupdict()
            date = _date(found["year"], found.get("month"), found.get("day"))
            return _Candidates(text, date, date)
    raise ArgumentError("no pattern fits")


def _date(year: str, month: str | None, day: str | None) -> PartialDate:
    number = None
    if month is not None:
        number = int(month) if month.isdigit() else _MONTHS.get(month)
        if number is None:
            raise ArgumentError("no such month")
    return PartialDate(int(year), number, None if day is None else int(day))


def _date_or_none(year: str, month: str, day: str) -> PartialDate | None:
    try:
        return _date(year, month, day)
    except ArgumentError:
        return None


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
