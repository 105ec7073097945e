"""Dates that a page prints on a line of their own: known by a closed vocabulary, read where they are unambiguous."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..corpus import PartialDate
from ..errors import ArgumentError

__all__ = ["date_in", "is_date_line", "is_labelled"]

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_MONTH_NUMBERS = {name: i for i, name in enumerate(_MONTHS, 1)} | {name[:3]: i for i, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS |= {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LABELS = frozenset(
    "published updated posted modified created uploaded edited issued publication release released".split()
)
_OTHER = frozenset(
    "last first date time on at of the in st nd rd th am pm a m p h hr hrs hour hours min "
    "mins minute minutes day days "
    "week weeks ago local gmt utc est edt et pst pdt pt bst cet cest ist msk eet eest cst "
    "cdt ct t z tues thur thurs".split()
)
_KNOWN = frozenset(_MONTH_NUMBERS) | frozenset(_DAYS) | {day[:3] for day in _DAYS} | _LABELS | _OTHER
_TOKEN = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_MARKS = frozenset(",.:;/-+|()")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}|\d ?[ap]\.?m\b")
_LEAST_YEAR, _MOST_YEAR = 1600, 2199


def is_date_line(line: str) -> bool:
    """Whether a folded line holds a date or a time of publication and nothing else."""
    if len(line) > 120 or not any(character.isdigit() for character in line):
        return False
    lowered = line.lower()
    tokens = _TOKEN.findall(lowered)
    if not all(token.isdigit() or token in _KNOWN or token in _MARKS for token in tokens):
        return False
    if any(len(token) > 4 for token in tokens if token.isdigit()):
        return False
    if not _LABELS.isdisjoint(tokens) and _CLOCK.search(lowered):
        return True
    return "ago" in tokens or _NUMERIC.search(lowered) is not None or any(token in _MONTH_NUMBERS for token in tokens)


def is_labelled(line: str) -> bool:
    """Whether a date line says what it is (published, updated ...), or gives a time."""
    lowered = line.lower()
    return not _LABELS.isdisjoint(_TOKEN.findall(lowered)) or "ago" in lowered or _CLOCK.search(lowered) is not None


def date_in(line: str) -> PartialDate | None:
    """Date of a date line, or None where it gives no year.

    Of a numeric date whose day and month could change places, only the year is returned.
    """
    lowered = line.lower()
    numeric = _NUMERIC.search(lowered)
    if numeric:
        return _numeric_date(numeric.group(1), numeric.group(3), numeric.group(4))
    tokens = _TOKEN.findall(_CLOCK.sub(" ", lowered))
    months = [i for i, token in enumerate(tokens) if token in _MONTH_NUMBERS]
    years = [int(token) for token in tokens if len(token) == 4 and token.isdigit()]
    if not months or not years or not _LEAST_YEAR <= years[0] <= _MOST_YEAR:
        return None
    day = _day_beside(tokens, months[0])
    return _date(years[0], _MONTH_NUMBERS[tokens[months[0]]], day)


def _day_beside(tokens: Sequence[str], month: int) -> int | None:
    for step in (-1, 1):
        place = month + step
        while 0 <= place < len(tokens) and tokens[place] in {"st", "nd", "rd", "th", "of", ",", ".", "-", "/"}:
            place += step
        if 0 <= place < len(tokens) and tokens[place].isdigit() and len(tokens[place]) <= 2:
            return int(tokens[place])
    return None


def _numeric_date(first: str, second: str, third: str) -> PartialDate | None:
    if len(first) == 4 and len(third) <= 2:
        return _date(int(first), int(second), int(third))
    if len(third) != 4 or len(first) > 2:
        return None
    a, b, year = int(first), int(second), int(third)
    if a == b or (a > 12) != (b > 12):
        day, month = (a, b) if a > 12 or a == b else (b, a)
        return _date(year, month, day)
    return _date(year, None, None)


def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    if not _LEAST_YEAR <= year <= _MOST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ArgumentError:
        return None
