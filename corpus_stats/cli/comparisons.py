"""Commands that compare groups word by word: `keyness` and `robustness`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..errors import ArgumentError
from .answers import answer, answer_options, check_file, plain_text
from .corpora import corpus_options, given_corpus, given_stop_words, given_tokens, seed_option, stop_word_option
from .failures import note
from .groups import by_option, column_values, given_by, given_within, resamples_option, within_option
from .methods import method_text
from .parsers import Command, Options, number, numbers, positive
from .printing import wrapped
from .tables import caution_lines, table_lines

if TYPE_CHECKING:
    from ..corpus import Corpus
    from ..evidence import Result
    from ..matrix import DocumentTermMatrix

__all__ = ["commands"]

# the term comes first: it is repeated where a narrow terminal breaks the row
_KEYNESS_COLUMNS = (
    "term", "group", "n", "n_documents", "rate", "n_reference", "log_ratio", "low", "high", "log_odds", "p_value",
    "studentised_p", "q_value", "verdict",
)  # fmt: skip
_ROBUSTNESS_COLUMNS = ("specification", "n", "n_reference", "log_ratio", "log_odds", "q_value", "verdict", "change")
_LEAST_OF_A_GROUP = 3


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "keyness",
            _keyness_options,
            _keyness,
            "keyness articles --by outlet --within event\n"
            "  corpus-stats keyness articles --reference list.csv --by all",
            "Words that tell outlets apart are topics and the outlet's own name more often than loaded language: no "
            "ranking of words finds framing. p values come from permuting whole articles, and only where these can "
            "reach .05.",
        ),
        Command(
            "robustness",
            _robustness_options,
            _robustness,
            'robustness articles strongman --group "The Daily"',
            "FINDING is a word, compared as keyness does, or with --lexicon one of its categories, compared as framing "
            "does. The share of choices under which it holds is no strength of evidence.",
        ),
    )


def _keyness_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    by_option(parser, "outlet", whole="; all, with --reference: one group")
    parser.add_argument(
        "--reference", metavar="FILE", help="compare with other articles, or a CSV with columns term and count"
    )
    told = "words behind a frequency list that does not list all"
    parser.add_argument("--reference-tokens", metavar="N", type=number(1), help=told)
    within_option(parser)
    resamples_option(parser)
    parser.add_argument("--units", metavar="COLUMN", help="near-copies of one text, which count once in a group")
    parser.add_argument("--terms", metavar="WORD", nargs="+", help="these words only (default: all frequent enough)")
    parser.add_argument("--min-count", metavar="N", type=number(1), help="least occurrences (default: 5)")
    told = "least documents (default: 3; a third of the documents below nine)"
    parser.add_argument("--min-documents", metavar="N", type=number(1), help=told)
    parser.add_argument(
        "--prior",
        metavar="TOKENS",
        type=positive,
        help="size of the prior of log_odds (default: as many as are compared)",
    )
    told = "ratios of rates that count as similar (default: 0.5,2)"
    parser.add_argument("--margin", metavar="LOW,HIGH", type=numbers(2), default=(0.5, 2.0), help=told)
    stop_word_option(parser, "none")
    seed_option(parser)
    answer_options(parser)


def _keyness(options: Options) -> int:
    check_file(options)
    family = _family(options)
    if options.reference_tokens is not None and options.reference is None:
        raise ArgumentError("--reference-tokens is for a frequency list; name one with --reference FILE")
    stop_words = given_stop_words(options)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=options.reference is not None)
    within = _keyness_within(corpus, options, by)
    if options.units is not None:
        column_values(corpus, options, options.units)
    from ..analysis.keyness import keyness
    from ..matrix import document_term_matrix

    reference = None if options.reference is None else _reference(options)
    result = keyness(
        document_term_matrix(given_tokens(corpus, options), stop_words=stop_words),
        by,
        reference,
        within=within,
        units=options.units,
        prior=options.prior,
        margin=options.margin,
        reference_tokens=options.reference_tokens,
        resamples=options.resamples,
        seed=options.seed,
        **family,
    )
    return answer(result, options, _keyness_text)


def _keyness_within(corpus: Corpus, options: Options, by: str | None) -> str | None:
    if options.reference is None:
        return given_within(corpus, options, by)
    if options.within not in (None, "none"):
        raise ArgumentError("--within is given with --reference; a reference shares no events with the groups")
    return None


def _family(options: Options) -> dict[str, Any]:
    """Which words are compared: those named, or all that are frequent enough."""
    filters = {name: getattr(options, name) for name in ("min_count", "min_documents")}
    given = {name: value for name, value in filters.items() if value is not None}
    if options.terms is None:
        return given
    if given:
        name = next(iter(given)).replace("_", "-")
        raise ArgumentError(f"--{name} chooses words, and --terms names them; give one of the two")
    return {"terms": options.terms}


def _reference(options: Options) -> DocumentTermMatrix | Mapping[str, int]:
    from ..matrix import document_term_matrix
    from ..preparation import read_corpus
    from ..reading import is_frequency_list, read_frequency_list

    path = options.reference
    if is_frequency_list(path):
        listed = read_frequency_list(path)
        note(f"reference: {path}, a frequency list of {len(listed):,} words")
        return listed
    if options.reference_tokens is not None:
        raise ArgumentError(f"--reference-tokens is for a frequency list; {path} holds articles")
    corpus = read_corpus(path, clean=not options.uncleaned, skip_other_languages=options.skip_other_languages)
    for line in corpus.notes:
        note(f"reference: {line}")
    return document_term_matrix(given_tokens(corpus, options))


def _robustness_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("finding", metavar="FINDING", help="a word, or with --lexicon one of its categories")
    parser.add_argument("--group", metavar="NAME", required=True, help="group that is compared with the rest")
    parser.add_argument("--lexicon", metavar="FILE", help="terms by category")
    by_option(parser, "outlet")
    within_option(parser)
    resamples_option(parser, 999)
    seed_option(parser)
    answer_options(parser)


def _robustness(options: Options) -> int:
    check_file(options)
    if options.uncleaned:
        raise ArgumentError("--uncleaned is among the choices that robustness tries; leave it out")
    from ..lexicon import read_lexicon
    from ..studies.robustness import robustness

    lexicon = None if options.lexicon is None else read_lexicon(options.lexicon)
    corpus = given_corpus(options)
    by = given_by(corpus, options, whole=False) or "outlet"
    result = robustness(
        corpus,
        options.finding,
        options.group,
        by=by,
        within=given_within(corpus, options, by),
        lexicon=lexicon,
        resamples=options.resamples,
        seed=options.seed,
    )
    return answer(result, options, plain_text(options, _ROBUSTNESS_COLUMNS))


def _keyness_text(result: Result, width: int, rows: int) -> list[str]:
    table = result.table
    n_groups = max(1, table["group"].nunique())
    each = len(table) if rows == 0 else max(_LEAST_OF_A_GROUP, rows // n_groups)
    shown = table.groupby("group", sort=False).head(each)
    lines = table_lines(shown, width, 0, names=_KEYNESS_COLUMNS)
    if len(shown) < len(table):
        more = f"The first {each} of each group by log_odds; {len(table) - len(shown):,} more rows, --rows 0 shows all."
        lines += wrapped(more, width)
    return [*lines, "", *wrapped(method_text(result.settings), width), *caution_lines(result.cautions, width)]
