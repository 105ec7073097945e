"""Commands `suggest actors` and `suggest lexicon`: candidates for a lexicon, for the user to keep or strike."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ArgumentError, OutputError
from .actors import lexicon_if_any
from .answers import answer, answer_options, check_file, plain_text, print_text, write_file
from .corpora import corpus_options, given_corpus, given_tokens
from .parsers import Command, Options, number
from .printing import Column, columns_text, more_rows, one_line, wrapped
from .tables import caution_lines, table_column

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Result
    from ..studies.suggestions import SuggestedActors, SuggestedTerms

__all__ = ["commands"]

_COUNTS = {"n": "n", "n_documents": "articles", "n_outlets": "outlets"}


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    keep = "With --output FILE.toml they are written as a lexicon, each with its count and a passage, to keep or strike"
    return (
        Command(
            "suggest actors",
            _actors_options,
            _actors,
            "suggest actors articles --output actors.toml",
            "Persons and bodies with their last names, acronyms and other spellings, by form alone. "
            f"{keep}. English articles only.",
        ),
        Command(
            "suggest lexicon",
            _terms_options,
            _terms,
            "suggest lexicon articles --lexicon lexicon.toml --output labels.toml",
            "What the articles call the actors of a lexicon; without one, the actors that they name most often. "
            f"{keep}. English articles only.",
        ),
    )


def _actors_options(parser: argparse.ArgumentParser) -> None:
    _options(parser, "least times that somebody is named", 2)


def _terms_options(parser: argparse.ArgumentParser) -> None:
    _options(parser, "least times that a label is used", 1)


def _options(parser: argparse.ArgumentParser, told: str, least: int) -> None:
    corpus_options(parser)
    parser.add_argument(
        "--lexicon", metavar="FILE", help="what is known already (default: lexicon.toml beside the articles, if any)"
    )
    told = f"{told} (default: {least})"
    parser.add_argument("--min-count", metavar="N", type=number(1), default=least, help=told)
    answer_options(parser)


def _actors(options: Options) -> int:
    from ..studies.suggestions import suggested_actors

    return _suggested(suggested_actors, options, _actor_columns)


def _terms(options: Options) -> int:
    from ..studies.suggestions import suggested_terms

    return _suggested(suggested_terms, options, _term_columns)


def _suggested(
    candidates: Callable[..., SuggestedActors | SuggestedTerms],
    options: Options,
    columns: Callable[[pd.DataFrame], list[Column]],
) -> int:
    _check_output(options)
    lexicon = lexicon_if_any(options)
    result = candidates(given_tokens(given_corpus(options), options), lexicon, min_count=options.min_count)
    if _is_toml(options):
        new = result.lexicon
        return _written(result.toml(), len(new.actors) + len(new.terms), options)
    return answer(result, options, plain_text(options) if options.hits else partial(_text, columns))


def _check_output(options: Options) -> None:
    check_file(options)
    if _is_toml(options) and os.path.lexists(options.output):
        raise OutputError(f"{options.output}: the file exists and may hold your choices; name a new file")


def _is_toml(options: Options) -> bool:
    return options.output is not None and options.format is None and Path(options.output).suffix.lower() == ".toml"


def _written(text: str, n: int, options: Options) -> int:
    if not n:
        raise ArgumentError(f"{options.corpus}: there is no candidate to write that the lexicon lacks")
    write_file(Path(options.output), text)
    print_text(f"{options.output}: {n:,} {'candidate' if n == 1 else 'candidates'}, to keep or strike\n")
    return 0


def _text(columns: Callable[[pd.DataFrame], list[Column]], result: Result, width: int, rows: int) -> list[str]:
    table, cautions = result.table, caution_lines(result.cautions, width)
    if not len(table):
        return ["(no candidate found)", *cautions]
    shown = table if rows == 0 else table.head(rows)
    return [*columns_text(columns(shown), width), *_more(len(table) - len(shown), width), *cautions]


def _actor_columns(table: pd.DataFrame) -> list[Column]:
    columns = [
        Column("name", [one_line(name) for name in table["name"]], wraps=True),
        table_column(table, "kind"),
        *_counts(table),
        Column("also named", [_listed(cell) for cell in table["aliases"]], wraps=True),
    ]
    if table["in_lexicon"].any():
        owners = zip(table["name"], table["actor"], strict=True)
        known = ["yes" if actor == name else one_line(f"as {actor}") if actor else "-" for name, actor in owners]
        columns.append(Column("in the lexicon", known, wraps=True))
    return columns


def _term_columns(table: pd.DataFrame) -> list[Column]:
    return [
        Column("term", [one_line(term) for term in table["term"]], wraps=True),
        *_counts(table),
        Column("said of", [_listed(cell) for cell in table["actors"]], wraps=True),
        Column("nearest known", [one_line(near) or "-" for near in table["nearest"]], wraps=True),
    ]


def _counts(table: pd.DataFrame) -> list[Column]:
    return [Column(head, [f"{n:,}" for n in table[name]], right=True) for name, head in _COUNTS.items()]


def _listed(cell: str) -> str:
    return one_line(cell.replace(" | ", ", ")) or "-"


def _more(n: int, width: int) -> list[str]:
    return wrapped(more_rows(n), width) if n else []
