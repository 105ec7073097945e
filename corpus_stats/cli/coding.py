"""Commands of the coding kit: `coding export` and `coding import`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import OutputError
from .answers import answer, answer_options, check_file, plain_text, print_text
from .corpora import corpus_options, given_corpus, given_lexicon, given_tokens, seed_option
from .groups import by_option, given_by
from .parsers import Command, Options, choice, number
from .printing import Column, columns_text, more_rows, one_line, terminal_width, wrapped
from .tables import caution_lines, is_missing, table_lines, text_of_number

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Result
    from ..studies.coding import Coding, CodingKit

__all__ = ["commands"]

_TABLES = ("accuracy", "agreement", "contrasts", "disagreements", "unresolved")


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "coding export",
            _export_options,
            _export,
            "coding export articles --lexicon lexicon.toml --output kit --n 200",
            "Sentences are drawn at random, found and not found by the lexicon, from every outlet and part. The folder "
            "for_coders is for the people who code; key.json, which holds what was found, is not for them.",
        ),
        Command(
            "coding import",
            _import_options,
            _import,
            "coding import kit\n  corpus-stats coding import kit --show unresolved --output kit/resolved.csv",
            "Reads the filled sheets (coder_1, coder_2, ... as CSV or XLSX) where coding export wrote them. What the "
            "coders disagree on needs settling: Fill in the sheet printed by --show unresolved and save it as "
            "resolved.csv in that folder. A report gives what they say where its specification names the folder: "
            'coded = "kit".',
        ),
    )


def _export_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument(
        "--lexicon", metavar="FILE", help="terms by category (default: lexicon.toml beside the articles)"
    )
    parser.add_argument("--output", metavar="DIR", required=True, help="folder to write; it is new, or empty")
    parser.add_argument("--n", metavar="N", type=number(1, 10**6), default=200, help="sentences (default: 200)")
    parser.add_argument("--coders", metavar="N", type=number(1, 20), default=2, help="people who code (default: 2)")
    told = "categories to code (default: all of the lexicon's)"
    parser.add_argument("--categories", metavar="NAME", nargs="+", help=told)
    by_option(parser, "outlet", whole="; all: one group")
    seed_option(parser)


def _export(options: Options) -> int:
    from ..report.write import check_kit_folder, write_coding_kit

    folder, keep_out = Path(options.output), {"corpus": Path(options.corpus)}
    check_kit_folder(folder)
    lexicon = given_lexicon(options)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=True)
    check_kit_folder(folder, keep_out)
    from ..studies.coding import coding_kit

    kit = coding_kit(
        given_tokens(corpus, options),
        lexicon,
        n=options.n,
        coders=options.coders,
        by=by,
        categories=options.categories,
        seed=options.seed,
    )
    files = write_coding_kit(kit, folder, keep_out=keep_out)
    print_text("".join(f"{line}\n" for line in _export_lines(kit, folder, files)))
    return 0


def _export_lines(kit: CodingKit, folder: Path, files: Sequence[Path]) -> list[str]:
    assert kit.hits is not None
    width = terminal_width()
    n, found = len(kit.hits), int(kit.table.loc[kit.table["found"], "n_drawn"].sum())
    total = int(kit.table["n_sentences"].sum())
    drawn = f"All {total:,} sentences" if n == total else f"{n:,} of {total:,} sentences"
    told = f"{drawn}: {found:,} in which the lexicon finds something, {n - found:,} in which it does not."
    after = (
        f"Next: give {folder / 'for_coders'} to the coders, and keep key.json from them. When the sheets are filled:"
        f" corpus-stats coding import {folder}"
    )
    lines = [*map(str, files), "", *table_lines(kit.table, width, 0, all_columns=True), ""]
    return [*lines, *wrapped(told, width), *wrapped(after, width), *caution_lines(kit.cautions, width)]


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder that coding export wrote, its sheets filled")
    told = "one of the answers (default: agreement, accuracy and contrasts; csv, json: accuracy)"
    parser.add_argument("--show", metavar="|".join(_TABLES), type=choice(*_TABLES), help=told)
    seed_option(parser)
    answer_options(parser)


def _import(options: Options) -> int:
    check_file(options)
    _check_apart(options)
    from ..studies.coding import coding

    result = coding(options.folder, seed=options.seed)
    if options.show is None and not options.hits:
        return answer(result, options, _import_text)
    tables = (result.table, result.agreement, result.contrasts, result.disagreements, result.unresolved)
    shown = tables[_TABLES.index(options.show or "accuracy")]
    assert shown is not None
    return answer(replace(result, table=shown), options, plain_text(options))


def _check_apart(options: Options) -> None:
    """Refuse to write over a file of the kit."""
    if options.output is None:
        return
    target, folder = Path(os.path.realpath(options.output)), Path(os.path.realpath(options.folder))
    if folder in target.parents and target.exists():
        raise OutputError(f"{options.output}: this is a file of the kit; name another")


def _import_text(result: Result, width: int, rows: int) -> list[str]:
    from ..studies.coding import Coding

    assert isinstance(result, Coding)
    assert result.disagreements is not None
    lines = []
    for head, part in (
        ("How far the coders agree", _agreement_columns(result)),
        ("How far the lexicon agrees with them, by sentences", _accuracy_columns(result)),
        ("Each group against the others: ratio of the shares of sentences", _contrast_columns(result)),
    ):
        if part:
            lines += [head, "", *_first_rows(part, width, rows), ""]
    n = len(result.disagreements)
    if n:
        told = f"On {n:,} {'label' if n == 1 else 'labels'} the coders differ; --show disagreements lists them."
        lines += wrapped(told, width)
    errors = 0 if result.hits is None else len(result.hits)
    if errors:
        told = f"The lexicon errs {errors:,} {'time' if errors == 1 else 'times'}; --hits lists where."
        lines += wrapped(told, width)
    return [*lines, *caution_lines(result.cautions, width)]


def _first_rows(columns: Sequence[Column], width: int, rows: int) -> list[str]:
    n = len(columns[0].cells)
    if not rows or n <= rows:
        return columns_text(columns, width)
    kept = [replace(column, cells=column.cells[:rows]) for column in columns]
    return [*columns_text(kept, width), more_rows(n - rows)]


def _agreement_columns(result: Coding) -> list[Column]:
    table = result.agreement
    if table is None or not len(table):
        return []
    return [
        *(Column(name, _texts(table, name)) for name in ("category", "measure")),
        Column("estimate (95 %)", _intervals(table, "estimate", "low", "high"), right=True),
        Column("sentences", [f"{n:,}" for n in table["n_units"].tolist()], right=True),
    ]


def _accuracy_columns(result: Coding) -> list[Column]:
    table = result.table
    return [
        *(Column(name, _texts(table, name)) for name in ("category", "group")),
        Column("sentences", [f"{n:,}" for n in table["n_sentences"].tolist()], right=True),
        Column(
            _head(table, "precision"), _intervals(table, "precision", "precision_low", "precision_high"), right=True
        ),
        Column(_head(table, "recall"), _intervals(table, "recall", "recall_low", "recall_high"), right=True),
        Column("share found", _numbers(table["found_share"].tolist()), right=True),
        Column(_head(table, "share", "corrected"), _intervals(table, "share", "share_low", "share_high"), right=True),
        *_verdicts(table),
    ]


def _contrast_columns(result: Coding) -> list[Column]:
    table = result.contrasts
    if table is None or not len(table):
        return []
    return [
        *(Column(name, _texts(table, name)) for name in ("category", "group")),
        Column("as found", _numbers(table["found_ratio"].tolist()), right=True),
        Column(_head(table, "", "corrected"), _intervals(table, "ratio", "low", "high"), right=True),
        *_verdicts(table),
    ]


def _head(table: pd.DataFrame, measure: str, shown: str = "") -> str:
    """Head of a column: its intervals are named where there is one."""
    has_interval = not table[f"{measure}_low".lstrip("_")].isna().all()
    return f"{shown or measure} (95 %)" if has_interval else shown or measure


def _verdicts(table: pd.DataFrame) -> list[Column]:
    texts = _texts(table, "verdict")
    return [] if set(texts) == {"corrected"} else [Column("verdict", texts, wraps=True)]


def _texts(table: pd.DataFrame, name: str) -> list[str]:
    return [one_line(str(value)) for value in table[name].tolist()]


def _intervals(table: pd.DataFrame, *names: str) -> list[str]:
    estimates, lows, highs = (_numbers(table[name].tolist()) for name in names)
    return [
        estimate if low == "-" else f"{estimate} ({low} to {high})"
        for estimate, low, high in zip(estimates, lows, highs, strict=True)
    ]


def _numbers(values: Sequence[Any]) -> list[str]:
    return ["-" if is_missing(value) else text_of_number(float(value), 2) for value in values]
