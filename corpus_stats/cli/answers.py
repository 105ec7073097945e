"""The answer of a command: a table for people, CSV, or one JSON object; printed, or written to a file."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..errors import OutputError
from .corpora import source_paths
from .parsers import Options, choice, number
from .printing import UNSAFE, cleaned, terminal_width, wrapped
from .tables import caution_lines, is_missing, table_lines

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Result

__all__ = ["TextOf", "answer", "answer_options", "check_file", "json_text", "plain_text", "print_text", "write_file"]

FORMATS = ("table", "csv", "json")
_NO_TABLES: Mapping[str, pd.DataFrame] = MappingProxyType({})
TextOf = Callable[["Result", int, int], list[str]]


def answer_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--format --output --rows --hits``."""
    group = parser.add_argument_group("the answer")
    told = "default: by the ending of --output, else table"
    group.add_argument("--format", type=choice(*FORMATS), metavar="table|csv|json", help=told)
    group.add_argument("--output", metavar="FILE", help="write the answer to a file instead of printing it")
    group.add_argument("--hits", action="store_true", help="table, csv: the passages counted, in place of the counts")
    group.add_argument(
        "--rows", metavar="N", type=number(0), default=50, help="rows of a printed table; 0 for all (default: 50)"
    )


def check_file(options: Options) -> None:
    """Refuse, before any work, an output that cannot or must not be written."""
    if options.output is None:
        return
    path = Path(options.output)
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError(f"{path}: this is a folder; name a file in it")
    if target.exists() and not target.is_file():
        raise OutputError(f"{path}: this is no regular file; name another")
    if not target.parent.is_dir():
        raise OutputError(f"{path}: there is no folder {path.parent}; make it, or name another")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise OutputError(f"{path}: nothing can be written in {path.parent}: permission denied; name another folder")
    for source in source_paths(options):
        read = Path(os.path.realpath(source))
        if read == target:
            raise OutputError(f"{path}: this is what is read; name another file")
        if read.is_dir() and read in target.parents:
            raise OutputError(f"{path}: this is inside the folder of articles {source}; name a file outside of it")


def answer(result: Result, options: Options, text: TextOf, *, tables: Mapping[str, pd.DataFrame] = _NO_TABLES) -> int:
    """Print or write a result as the options ask; the exit code is 0.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Further tables of the result, which JSON has too.
    text : callable
        Gives the lines for people from the result, the width of the terminal and the number of rows (0 for all).
    """
    result = replace(result, cautions=(*getattr(options, "set_aside", ()), *result.cautions))
    form = options.format or _form_of(options.output)
    if form == "json":
        content = json_text(
            {
                "table": _records(result.table),
                **{name: _records(table) for name, table in tables.items()},
                "hits": _records(result.hits),
                "cautions": list(result.cautions),
                "settings": dict(result.settings),
            }
        )
    elif form == "csv":
        from ..report.write import csv_bytes

        content = csv_bytes(_asked_table(result, options)).decode("utf-8")
    elif options.output is None:
        content = "\n".join(text(result, terminal_width(), options.rows)) + "\n"
    else:
        content = "\n".join(cleaned(line) for line in text(result, 120, 0)) + "\n"
    if options.output is None:
        print_text(content)
    else:
        write_file(Path(options.output), content)
    return 0


def plain_text(
    options: Options,
    names: Sequence[str] | None = None,
    *,
    below: Callable[[Mapping[str, Any]], str] | None = None,
) -> TextOf:
    """Lines for people of any result: these columns of its table, or its passages if asked for, and its cautions.

    Between the two stands what `below` makes of the settings, where it is given and not empty.
    """

    def text(result: Result, width: int, rows: int) -> list[str]:
        if options.hits and result.hits is not None:
            lines = table_lines(result.hits, width, rows)
        else:
            lines = table_lines(result.table, width, rows, names=names)
        told = "" if below is None else below(result.settings)
        lines += ["", *wrapped(told, width)] if told else []
        return lines + caution_lines(result.cautions, width)

    return text


def json_text(value: object) -> str:
    """Strict JSON: a missing or infinite number is null; a control or direction character is an escape."""
    text = json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, indent=2)
    # What would be replaced on a terminal can be kept here: an escape is harmless, and loses nothing.
    return UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def print_text(text: str) -> None:
    """Print text, cleaned; a terminal without line-drawing characters gets plain ones."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    shown = cleaned(text)
    try:
        "─…•".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        shown = shown.translate({ord("─"): "-", ord("…"): "~", ord("•"): "*"})
    print(shown, end="")


def write_file(path: Path, text: str) -> None:
    """Write a text file whole: beside its place first, then moved into it."""
    target = Path(os.path.realpath(path))
    staging = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        try:
            with open(descriptor, "wb") as file:
                file.write(text.encode("utf-8", "backslashreplace"))
                file.flush()
                os.fsync(file.fileno())
            os.replace(staging, target)
        except BaseException:
            staging.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path}: the file cannot be written: {error.strerror or error}") from None


def _form_of(output: str | None) -> str:
    ending = Path(output or "").suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "table"


def _asked_table(result: Result, options: Options) -> pd.DataFrame:
    if not options.hits:
        return result.table
    if result.hits is None:
        raise OutputError(f"{options.command} has no passages to list; leave out --hits")
    return result.hits


def _records(table: pd.DataFrame | None) -> list[dict[str, Any]]:
    return [] if table is None else [dict(zip(table.columns, row, strict=True)) for row in _rows(table)]


def _rows(table: pd.DataFrame) -> Iterable[Sequence[object]]:
    # Named tuples would rename columns that are no identifiers.
    return table.itertuples(index=False, name=None)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted(str(inner) for inner in value)
    value = getattr(value, "item", lambda: value)()
    if is_missing(value) or value in (float("inf"), float("-inf")):
        return None
    return value if isinstance(value, str | int | float) else str(value)
