"""Frequency lists: a CSV with a word and its count in each row, as a corpus to compare with."""

from __future__ import annotations

import os
import re

from ..errors import InputError, nearest
from . import decoding, files
from .columns import USUAL_NAMES
from .tables import Table, csv_table

__all__ = ["is_frequency_list", "read_frequency_list"]

_TERM = "term"
_COUNT = ("count", "n")
_ENDINGS = (".csv", ".tsv")
_MAX_BYTES = 64 * 2**20
_WHOLE = re.compile(r"[0-9]{1,15}", re.ASCII)


def is_frequency_list(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a CSV file with a column ``term`` and none that holds a text."""
    source = os.fspath(path)
    if not source.lower().endswith(_ENDINGS) or not os.path.isfile(source):
        return False
    heading = _text(source).lstrip().split("\n", 1)[0]
    names = {name.strip().strip('"').strip().casefold() for name in re.split(r"[,;\t]", heading)}
    return _TERM in names and not names & set(USUAL_NAMES["text"])


def read_frequency_list(path: str | os.PathLike[str]) -> dict[str, int]:
    """Counts by word of a CSV with the columns ``term`` and ``count`` (or ``n``); others are passed over.

    A list that the command ``frequency`` wrote can be read, where it has one group.

    Raises
    ------
    InputError
        A column is missing, a word is empty or stands there twice, or a count is no whole number of 0 or more; the
        message names the row.
    """
    source = os.fspath(path)
    table = csv_table(_text(source), source, os.path.basename(source), frozenset({_TERM, *_COUNT}))
    names = [column.casefold() for column in table.columns]
    if _TERM not in names:
        raise InputError(f"{source}: column {_TERM!r} is missing; {nearest(_TERM, table.columns)}")
    given = [name for name in _COUNT if name in names]
    if not given:
        raise InputError(f"{source}: column {_COUNT[0]!r} is missing; {nearest(_COUNT[0], table.columns)}")
    return _counts(table, names.index(_TERM), names.index(given[0]))


def _counts(table: Table, term: int, count: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    places: dict[str, str] = {}
    for i, row in enumerate(table.rows):
        word, n = str(row[term] or "").strip(), str(row[count] or "").strip()
        if not word:
            raise InputError(f"{table.place(i, term)}: the word is empty; each row has a word and its count")
        if not _WHOLE.fullmatch(n):
            raise InputError(f"{table.place(i, count)}: found {n!r}; a count is a whole number of 0 or more")
        if word in counts:
            raise InputError(f"{table.place(i, term)}: {word!r} stands in {places[word]} too; give each word once")
        counts[word], places[word] = int(n), table.places[i]
    return counts


def _text(path: str) -> str:
    return decoding.decoded(files.file_bytes(path, _MAX_BYTES), path).text
