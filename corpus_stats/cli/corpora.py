"""Articles, words and lexicon as the options of a command name them; guesses go to stderr."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ArgumentError
from .failures import note
from .parsers import Options, number

if TYPE_CHECKING:
    from ..corpus import Corpus
    from ..lexicon import Lexicon
    from ..tokens import Tokens

__all__ = [
    "COLUMN_ROLES",
    "corpus_options",
    "given_columns",
    "given_corpus",
    "given_lexicon",
    "given_stop_words",
    "given_tokens",
    "lexicon_beside",
    "progress_bar",
    "seed_option",
    "source_paths",
    "stop_word_option",
]

COLUMN_ROLES = ("text", "name", "outlet", "date", "event")
_LARGEST_SEED = 2**32 - 1  # the largest that every generator in use takes


def corpus_options(parser: argparse.ArgumentParser, *, or_specification: bool = False) -> None:
    """Add CORPUS, the options that say how to read it, and ``--jobs``."""
    articles = "folder of articles, or a .csv, .xlsx, .jsonl, .parquet, .zip"
    if or_specification:
        parser.add_argument("corpus", metavar="SPEC.toml|CORPUS", help=f"specification of a report; or {articles}")
    else:
        parser.add_argument("corpus", metavar="CORPUS", help=articles)
    group = parser.add_argument_group("reading the articles")
    group.add_argument("--metadata", metavar="FILE", help="table with one row an article (default: metadata.csv there)")
    for role in COLUMN_ROLES:
        told = "the event that an article reports" if role == "event" else f"the {role}"
        group.add_argument(f"--{role}", metavar="COLUMN", help=f"column that holds {told} (default: guessed)")
    if not or_specification:
        group.add_argument("--uncleaned", action="store_true", help="keep page furniture: drop no span")
    told = "set aside articles in other languages than English, and say how many"
    group.add_argument("--skip-other-languages", action="store_true", help=told)
    group.add_argument("--jobs", metavar="N", type=number(1), default=1, help="processes; they change only the time")


def given_columns(options: Options) -> dict[str, str]:
    """Columns that the options name, by role."""
    named = {role: getattr(options, role, None) for role in COLUMN_ROLES}
    return {role: column for role, column in named.items() if column is not None}


def given_corpus(options: Options) -> Corpus:
    """Corpus of the options; what reading guessed and changed is told on stderr."""
    from ..preparation import english_articles, read_corpus

    columns = given_columns(options) or None
    found = read_corpus(options.corpus, metadata=options.metadata, columns=columns, clean=not options.uncleaned)
    corpus = found
    if options.skip_other_languages:
        corpus = english_articles(found)
        options.set_aside = corpus.notes[len(found.notes) :]  # every answer says it
    for line in corpus.notes:
        note(line)
    return corpus


def given_tokens(corpus: Corpus, options: Options) -> Tokens:
    """Tokens of a corpus, with a bar on a terminal."""
    from ..tokens import tokenize

    with progress_bar("words") as progress:
        return tokenize(corpus, jobs=options.jobs, progress=progress)


def given_lexicon(options: Options) -> Lexicon:
    """Lexicon that the options name, or ``lexicon.toml`` beside the articles."""
    from ..lexicon import read_lexicon

    beside = lexicon_beside(options.corpus)
    path = options.lexicon or beside
    if path is None:
        raise ArgumentError(
            f"there is no lexicon.toml beside the articles in {options.corpus}; name one with --lexicon FILE "
            "(corpus-stats init DIR writes one to start from)"
        )
    if options.lexicon is None:
        note(f"lexicon: {path}")
    elif beside is not None and os.path.realpath(path) != os.path.realpath(beside):
        note(f"lexicon: {path}, in place of {beside}")
    return read_lexicon(path)


def lexicon_beside(corpus: str) -> str | None:
    """Path of ``lexicon.toml`` in the folder of the articles, or beside their table; None where there is none."""
    folder = corpus if os.path.isdir(corpus) else os.path.dirname(corpus)
    path = os.path.join(folder, "lexicon.toml")
    return path if os.path.isfile(path) else None


def seed_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--seed``."""
    parser.add_argument(
        "--seed", metavar="N", type=number(0, _LARGEST_SEED), default=0, help="start of chance (default: 0)"
    )


def stop_word_option(parser: argparse.ArgumentParser, default: str) -> None:
    """Add ``--stop-words``."""
    parser.add_argument(
        "--stop-words",
        metavar="FILE",
        default=default,
        help=f"words left out: english, none, or a file with one word a line (default: {default})",
    )


def given_stop_words(options: Options) -> frozenset[str] | tuple[str, ...] | None:
    """Words to leave out, as types; None stands for the package's English function words."""
    if options.stop_words == "english":
        return None
    if options.stop_words == "none":
        return ()
    from ..reading import decoding, files
    from ..tokens import type_of

    data = files.file_bytes(options.stop_words, 2**20)
    words = decoding.decoded(data, options.stop_words).text.split()
    if not words:
        raise ArgumentError(f"{options.stop_words}: it holds no word; write one word a line, or say --stop-words none")
    return frozenset(type_of(word) for word in words)


@contextmanager
def progress_bar(unit: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a callback that moves a bar on stderr, where stderr is a terminal; elsewhere None."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    # A bar that comes and goes in a blink only disturbs.
    with tqdm(desc=unit, delay=1.0, leave=False, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress


def source_paths(options: Options) -> list[Path]:
    """Files and folders that a command reads: none of them may be written."""
    named = [getattr(options, name, None) for name in ("corpus", "metadata", "lexicon", "reference")]
    return [Path(path) for path in named if path is not None]
