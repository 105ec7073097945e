"""Commands on who is called what, and who speaks: `labels attribution asymmetry`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import ArgumentError
from .actor_tables import asymmetry_text, attribution_text, labels_text
from .answers import answer, answer_options, check_file, plain_text
from .corpora import corpus_options, given_corpus, given_lexicon, given_tokens, lexicon_beside
from .failures import note
from .parsers import Command, Options

if TYPE_CHECKING:
    from ..lexicon import Lexicon
    from ..tokens import Tokens

__all__ = ["commands", "lexicon_if_any", "with_actors"]


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "labels",
            _labels_options,
            _labels,
            'labels articles --actor "Jane Example" --lexicon lexicon.toml',
            "A label is a word or phrase that the article itself ties to the actor: before or after the name, on its "
            "own, as a predicate, as what the actor is said to have. Labels that the lexicon lacks are found too, and "
            "marked as new. English articles only.",
        ),
        Command(
            "attribution",
            _attribution_options,
            _attribution,
            "attribution articles --lexicon lexicon.toml --output sources.csv",
            "Sources are named, anonymous, or the outlet itself. Whoever is quoted is not thereby believed. A source "
            "that the lexicon knows as an actor, by any alias, is counted under the actor's name. English articles "
            "only.",
        ),
        Command(
            "asymmetry",
            _asymmetry_options,
            _asymmetry,
            "asymmetry articles --lexicon lexicon.toml",
            "Roles and their sides stand in the lexicon, as [[role]]. Every count is out of all mentions of that role "
            "and side. English articles only.",
        ),
    )


def lexicon_if_any(options: Options) -> Lexicon | None:
    """Lexicon that the options name, or ``lexicon.toml`` beside the articles, or None."""
    if options.lexicon is None and lexicon_beside(options.corpus) is None:
        return None
    return given_lexicon(options)


def _labels_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    told = "actor of the lexicon, or any name; may be given again (default: all of the lexicon that are mentioned)"
    parser.add_argument("--actor", metavar="NAME", action="append", help=told)
    parser.add_argument(
        "--lexicon", metavar="FILE", help="actors and known labels (default: lexicon.toml beside the articles)"
    )
    answer_options(parser)


def _labels(options: Options) -> int:
    check_file(options)
    lexicon = lexicon_if_any(options)
    if not options.actor and (lexicon is None or not lexicon.actors):
        where = "there is no lexicon" if lexicon is None else f"{options.lexicon or 'the lexicon'} has no actor"
        raise ArgumentError(
            f"no actor is named, and {where}; give --actor NAME or --lexicon FILE "
            f"(corpus-stats suggest actors {options.corpus} lists whom the articles name)"
        )
    if lexicon is not None:
        lexicon = with_actors(lexicon, options.actor or [])
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.labels import labels

    result = labels(tokens, tuple(options.actor or _mentioned(tokens, lexicon, options)), lexicon)
    return answer(result, options, plain_text(options) if options.hits else labels_text)


def with_actors(lexicon: Lexicon, names: Sequence[str]) -> Lexicon:
    """Lexicon with those of the names that it lacks; one that looks like a slip is refused."""
    from ..lexicon import Actor

    for name in names:
        Actor.asked(name)
        try:
            lexicon.actor(name)
        except ArgumentError as error:
            if "did you mean" in str(error):
                raise
            note(f"actor {name!r} is not in the lexicon; the articles are searched for this name")
            lexicon = replace(lexicon, actors=(*lexicon.actors, Actor(name)))
    return lexicon


def _mentioned(tokens: Tokens, lexicon: Lexicon | None, options: Options) -> list[str]:
    """Names of the lexicon's actors that the articles mention, in the order of the lexicon."""
    from ..mentions import mentions
    from ..voices.english import require_english

    assert lexicon is not None
    require_english(tokens, "labels")
    found = set(mentions(tokens, lexicon).actors.tolist())
    if not found:
        raise ArgumentError(
            f"{options.corpus}: none of the lexicon's {len(lexicon.actors)} actors is mentioned; "
            f"corpus-stats suggest actors {options.corpus} lists whom the articles name"
        )
    return [actor.name for i, actor in enumerate(lexicon.actors) if i in found]


def _attribution_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    told = "actors, whose aliases are counted together (default: lexicon.toml beside the articles)"
    parser.add_argument("--lexicon", metavar="FILE", help=told)
    answer_options(parser)


def _attribution(options: Options) -> int:
    check_file(options)
    lexicon = lexicon_if_any(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.attribution import attribution

    result = attribution(tokens, lexicon)
    text = plain_text(options) if options.hits else attribution_text
    return answer(result, options, text, tables={"shares": result.shares, "outlets": result.outlets})


def _asymmetry_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument(
        "--lexicon", metavar="FILE", help="roles, sides and actors (default: lexicon.toml beside the articles)"
    )
    parser.add_argument("--role", metavar="NAME", help="one role of the lexicon (default: all of them)")
    answer_options(parser)


def _asymmetry(options: Options) -> int:
    check_file(options)
    lexicon = given_lexicon(options)
    tokens = given_tokens(given_corpus(options), options)
    from ..analysis.asymmetry import asymmetry

    result = asymmetry(tokens, lexicon, options.role)
    return answer(result, options, plain_text(options) if options.hits else asymmetry_text)
