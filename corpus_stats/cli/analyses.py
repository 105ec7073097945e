"""Commands that are one analysis each: `framing frequency concordance similarity topics`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .actors import with_actors
from .answers import answer, answer_options, check_file, plain_text
from .corpora import (
    corpus_options,
    given_corpus,
    given_lexicon,
    given_stop_words,
    given_tokens,
    seed_option,
    stop_word_option,
)
from .groups import by_option, given_by, given_within, resamples_option, within_option
from .methods import method_text
from .parsers import Command, Options, choice, number
from .printing import Column, columns_text
from .tables import caution_lines, table_column

if TYPE_CHECKING:
    from ..evidence import Result

__all__ = ["commands"]


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "framing",
            _framing_options,
            _framing,
            "framing articles --lexicon lexicon.toml --by outlet",
            "It counts words; it does not detect frames. With one article an outlet no difference between outlets can "
            "be tested, and none is. With --actor X, a term counts where it is said of X (warlord X; X, a "
            "warlord; X is a warlord; the warlord), out of all references to X; n_near counts what is said of X by "
            "the clause and is no label, as verbs and events are.",
        ),
        Command(
            "frequency",
            _frequency_options,
            _frequency,
            "frequency articles --by outlet --stop-words english --min-count 3",
        ),
        Command(
            "concordance",
            _concordance_options,
            _concordance,
            'concordance articles "rogue general" --sort 1L,1R --format json',
            "PATTERN is a word or a phrase, with * at the end of a word for any ending, or /regex/.",
        ),
        Command(
            "similarity",
            _similarity_options,
            _similarity,
            "similarity articles --output pairs.csv",
            "Cosine of TF-IDF weights. Shared wording says neither who wrote first nor why.",
        ),
        Command(
            "topics",
            _topics_options,
            _topics,
            "topics articles --k 8 --method nmf",
            "Below 50 articles the topics are themes of paragraphs. A topic is a set of words; it is no frame.",
        ),
    )


def _framing_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument(
        "--lexicon", metavar="FILE", help="terms by category (default: lexicon.toml beside the articles)"
    )
    by_option(parser, "outlet", whole="; all: one group")
    told = "count terms that stand in a label of this actor, as labels reads them, per reference to it (English only)"
    parser.add_argument("--actor", metavar="NAME", help=told)
    parser.add_argument(
        "--voices",
        metavar="VOICE",
        nargs="+",
        help="whose wording is counted: outlet, fragment, quoted, paraphrase (default: the outlet's own)",
    )
    within_option(parser)
    resamples_option(parser)
    parser.add_argument("--random-lists", metavar="N", type=number(99), default=999, help="word lists (default: 999)")
    seed_option(parser)
    answer_options(parser)


def _framing(options: Options) -> int:
    check_file(options)
    lexicon = given_lexicon(options)
    if options.actor is not None:
        lexicon = with_actors(lexicon, [options.actor])
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=True)
    within = given_within(corpus, options, by)
    from ..analysis.framing import framing

    result = framing(
        given_tokens(corpus, options),
        lexicon,
        dict.fromkeys(corpus.names, "all") if by is None else by,
        actor=options.actor,
        voices=options.voices,
        within=within,
        resamples=options.resamples,
        random_lists=options.random_lists,
        seed=options.seed,
    )
    return answer(result, options, plain_text(options, below=method_text))


def _frequency_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    by_option(parser, None)
    stop_word_option(parser, "none")
    parser.add_argument("--min-count", metavar="N", type=number(1), default=1, help="least number of occurrences")
    answer_options(parser)


def _frequency(options: Options) -> int:
    check_file(options)
    stop_words = given_stop_words(options)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=True)
    tokens = given_tokens(corpus, options)
    from ..analysis.frequency import frequency

    result = frequency(tokens, by, stop_words=stop_words, min_count=options.min_count)
    return answer(result, options, plain_text(options))


def _concordance_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("pattern", metavar="PATTERN", help="word, phrase or /regex/; * ends a word with anything")
    parser.add_argument("--sort", metavar="KEYS", help="order of the lines: 1L, 2L, 1R ..., node, document; 1L,1R")
    parser.add_argument(
        "--width", metavar="N", type=number(0, 1000), default=60, help="characters of context on a side (default: 60)"
    )
    answer_options(parser)


def _concordance(options: Options) -> int:
    check_file(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.concordance import concordance

    result = concordance(tokens, options.pattern, sort=options.sort, width=options.width)
    return answer(result, options, _concordance_text)


def _similarity_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    stop_word_option(parser, "english")
    answer_options(parser)


def _similarity(options: Options) -> int:
    check_file(options)
    stop_words = given_stop_words(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.similarity import similarity
    from ..matrix import document_term_matrix

    result = similarity(document_term_matrix(tokens), stop_words=stop_words)
    return answer(result, options, plain_text(options))


def _topics_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("--k", metavar="K", type=number(1), help="topics (default: by the number of articles)")
    parser.add_argument(
        "--method", type=choice("nmf", "lda", "gensim"), default="nmf", metavar="nmf|lda|gensim", help="default: nmf"
    )
    stop_word_option(parser, "english")
    seed_option(parser)
    answer_options(parser)


def _topics(options: Options) -> int:
    check_file(options)
    stop_words = given_stop_words(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.topics import topics
    from ..matrix import document_term_matrix

    matrix = document_term_matrix(tokens)
    result = topics(matrix, options.k, method=options.method, seed=options.seed, stop_words=stop_words)
    return answer(result, options, plain_text(options) if options.hits else _topics_text)


def _concordance_text(result: Result, width: int, rows: int) -> list[str]:
    table = result.table if rows == 0 else result.table.head(rows)
    if not len(table):
        return ["(nothing found)"]
    places = [f"{start}-{end}" for start, end in zip(table["start"], table["end"], strict=True)]
    # One outlet, or none, would only take room from the context.
    named = ["document", "outlet"] if result.table["outlet"].nunique() > 1 else ["document"]
    columns = [
        *(table_column(table, name) for name in named),
        Column("place", places, right=True),
        table_column(table, "part"),
        table_column(table, "left", right=True, at_start=True),
        table_column(table, "node"),
        table_column(table, "right"),
    ]
    n, documents = len(result.table), result.table["document"].nunique()
    found = f"{n:,} {'line' if n == 1 else 'lines'} in {documents:,} {'document' if documents == 1 else 'documents'}"
    more = "" if len(table) == n else f"; the first {len(table)} are shown, --rows 0 shows all"
    return [*columns_text(columns, width), "", f"{found}{more}.", *caution_lines(result.cautions, width)]


def _topics_text(result: Result, width: int, rows: int) -> list[str]:
    quality = getattr(result, "quality", None)
    terms = result.table.groupby("topic", sort=True)["term"].agg(", ".join).reset_index(name="terms")
    if quality is not None and len(quality):
        terms = quality.merge(terms, on="topic")
    shown = terms if rows == 0 else terms.head(rows)
    columns = [table_column(shown, name) for name in terms.columns[:-1]]
    columns.append(Column("terms", shown["terms"].tolist(), wraps=True))
    return columns_text(columns, width) + caution_lines(result.cautions, width)
