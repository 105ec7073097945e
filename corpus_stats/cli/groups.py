"""Columns that group articles, and events inside which labels move; what is missing is told in words of the options."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import ArgumentError, nearest
from .failures import note
from .parsers import Options, number

if TYPE_CHECKING:
    from ..corpus import Corpus

__all__ = ["by_option", "column_values", "given_by", "given_within", "resamples_option", "within_option"]

_ALL, _NONE, _EVENT = "all", "none", "event"


def by_option(parser: argparse.ArgumentParser, default: str | None, *, whole: str = "") -> None:
    """Add ``--by``; `whole` says what ``--by all`` does, where it may be given."""
    told = f"default: {default or 'all articles together'}"
    parser.add_argument("--by", metavar="COLUMN", default=default, help=f"column that groups ({told}){whole}")


def within_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--within``."""
    told = "events inside which labels move (default: the column event, where every article has one; none: no events)"
    parser.add_argument("--within", metavar="COLUMN", help=told)


def resamples_option(parser: argparse.ArgumentParser, default: int = 9999) -> None:
    """Add ``--resamples``."""
    told = f"random labels (default: {default})"
    parser.add_argument("--resamples", metavar="N", type=number(99), default=default, help=told)


def given_by(corpus: Corpus, options: Options, *, whole: bool) -> str | None:
    """Column that groups; None where all articles are one group, which `whole` allows.

    Raises
    ------
    ArgumentError
        A column that the corpus does not have, or has for some documents only; one group where two are compared.
    """
    by: str | None = options.by
    if by is None:
        return None
    if by == _ALL and _ALL not in corpus.columns:
        if whole:
            return None
        other = ", or one with a --reference" if hasattr(options, "reference") else ""
        raise ArgumentError(f"--by all is one group; {options.command} compares two groups or more{other}")
    ways = ["--outlet COLUMN"] if by == "outlet" else []
    _check_complete(corpus, options, by, [*ways, "--by COLUMN", *(["--by all"] if whole else [])])
    return by


def given_within(corpus: Corpus, options: Options, by: str | None) -> str | None:
    """Column inside whose values labels change places: as asked, else that of the events where all have one.

    What is used without being asked for is told on stderr.
    """
    within: str | None = options.within
    if within == _NONE and _NONE not in corpus.columns:
        return None
    if within is not None:
        _check_complete(corpus, options, within, ["--within none"])
        return within
    if by in (None, _EVENT) or _EVENT not in corpus.columns:
        return None
    if options.event is not None:
        _check_complete(corpus, options, _EVENT, ["--within none"])
    events = corpus.values(_EVENT)
    missing = sum(event is None for event in events)
    if missing:
        note(f"column event is not used: it has no value for {missing} of {len(corpus)} documents")
        return None
    if len(set(events)) < 2:
        return None
    note("labels move inside events (column event); --within none compares all articles")
    return _EVENT


def column_values(corpus: Corpus, options: Options, column: str) -> tuple[str | None, ...]:
    """Value of a column for every document; a column that is not there is refused with the name of the articles."""
    if column not in corpus.columns:
        hint = nearest(column, corpus.columns)
        raise ArgumentError(f"{options.corpus}: column {column!r} is not in the corpus; {hint}")
    return corpus.values(column)


def _check_complete(corpus: Corpus, options: Options, column: str, ways: list[str]) -> None:
    values = column_values(corpus, options, column)
    missing = [name for name, value in zip(corpus.names, values, strict=True) if value is None]
    if not missing:
        return
    listed = f"{', '.join(ways[:-1])} or {ways[-1]}" if len(ways) > 1 else ways[0]
    if len(missing) == len(corpus):
        what = "an outlet" if column == "outlet" else f"a value in column {column!r}"
        raise ArgumentError(f"{options.corpus}: no document has {what}; give {listed}")
    raise ArgumentError(
        f"{options.corpus}: column {column!r} has no value for {len(missing)} of {len(corpus)} documents, the first is "
        f"{missing[0]!r}; fill it, or give {listed}"
    )
