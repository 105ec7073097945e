"""Commands on where words stand, and beside which: `ngrams collocation dispersion`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .answers import answer, answer_options, check_file, plain_text
from .corpora import corpus_options, given_corpus, given_stop_words, given_tokens, stop_word_option
from .groups import by_option, given_by
from .parsers import Command, Options, choice, number
from .printing import wrapped
from .tables import caution_lines, table_lines

if TYPE_CHECKING:
    from ..evidence import Result

__all__ = ["commands"]

_FEW_PARTS = 12


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "ngrams",
            _ngrams_options,
            _ngrams,
            "ngrams articles -n 3 --by outlet --min-count 3",
            "Runs of one sentence. Long runs repeat what one article copies from another.",
        ),
        Command(
            "collocation",
            _collocation_options,
            _collocation,
            "collocation articles mercenaries --window 5",
            "NODE is a word or a phrase, with * at the end of a word for any ending. None of the measures is a test.",
        ),
        Command(
            "dispersion",
            _dispersion_options,
            _dispersion,
            'dispersion articles mercenaries "rogue general"',
            "A TERM is a word or a phrase, with * at the end of a word for any ending. With few articles the number of "
            "articles that hold the term says as much as any measure.",
        ),
    )


def _ngrams_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("-n", "--length", metavar="N", type=number(1), default=2, help="words in a run (default: 2)")
    by_option(parser, None)
    stop_word_option(parser, "none")
    told = "least occurrences in a group (default: 2)"
    parser.add_argument("--min-count", metavar="N", type=number(1), default=2, help=told)
    answer_options(parser)


def _ngrams(options: Options) -> int:
    check_file(options)
    stop_words = given_stop_words(options)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=True)
    tokens = given_tokens(corpus, options)
    from ..analysis.ngrams import ngrams

    result = ngrams(tokens, options.length, by, min_count=options.min_count, stop_words=stop_words)
    return answer(result, options, plain_text(options))


def _collocation_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("node", metavar="NODE", help="word or phrase; * ends a word with anything")
    parser.add_argument("--window", metavar="N", type=number(1, 100), default=5, help="words on a side (default: 5)")
    parser.add_argument(
        "--span", type=choice("sentence", "paragraph"), default="sentence", metavar="sentence|paragraph",
        help="what the window does not leave (default: sentence)",
    )  # fmt: skip
    told = "least occurrences near the node (default: 3)"
    parser.add_argument("--min-count", metavar="N", type=number(1), default=3, help=told)
    parser.add_argument("--min-documents", metavar="N", type=number(1), default=2, help="least documents (default: 2)")
    stop_word_option(parser, "english")
    answer_options(parser)


def _collocation(options: Options) -> int:
    check_file(options)
    stop_words = given_stop_words(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.collocation import collocation

    result = collocation(
        tokens,
        options.node,
        window=options.window,
        span=options.span,
        min_count=options.min_count,
        min_documents=options.min_documents,
        stop_words=stop_words,
    )
    return answer(result, options, plain_text(options) if options.hits else _collocation_text)


def _collocation_text(result: Result, width: int, rows: int) -> list[str]:
    known = result.settings
    times = "occurrence" if known["n_node"] == 1 else "occurrences"
    told = (
        f"{known['node']!r}: {known['n_node']:,} {times}, documents with one: {known['n_documents']:,}; "
        f"{known['places']:,} places within {known['window']} words of it in a {known['span']}, "
        f"of {known['N']:,} words."
    )
    return [*table_lines(result.table, width, rows), "", *wrapped(told, width), *caution_lines(result.cautions, width)]


def _dispersion_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("terms", metavar="TERM", nargs="+", help="words or phrases; * ends a word with anything")
    by_option(parser, "document")
    answer_options(parser)


def _dispersion(options: Options) -> int:
    check_file(options)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=False) or "document"
    tokens = given_tokens(corpus, options)
    from ..analysis.dispersion import dispersion

    result = dispersion(tokens, options.terms, by)
    return answer(result, options, plain_text(options) if options.hits else _dispersion_text)


def _dispersion_text(result: Result, width: int, rows: int) -> list[str]:
    lines = table_lines(result.table, width, rows, all_columns=True)
    parts = getattr(result, "parts", None)
    if parts is not None and parts["part"].nunique() <= _FEW_PARTS:
        # with so few parts the counts themselves say more than a measure of them
        lines += ["", *table_lines(parts, width, 0, all_columns=True)]
    return lines + caution_lines(result.cautions, width)
