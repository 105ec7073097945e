"""`Cast` and `Events`: who can be meant in a corpus, and where somebody is named or is to be found out.

Throughout this package a referent is a number: an actor of the lexicon; from the number of actors on, a named entity
that is no actor; after those, somebody who is only described (a spokesman).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .profiles import Profile

__all__ = ["DESCRIPTION", "PRONOUN", "PRONOUN_LISTS", "Cast", "Events"]

DESCRIPTION, PRONOUN = -2, -3
PRONOUN_LISTS = ("he", "she", "it", "they")


@dataclass(frozen=True, eq=False)
class Cast:
    """Who can be meant.

    Attributes
    ----------
    n_actors : int
    kinds : sequence of str
        "person", "body", "place", "plural" or "other" by referent.
    genders : sequence of str
    heads : sequence of frozenset of str
        Nouns that the lexicon itself uses for an actor; none for others.
    profiles : sequence of Profile
        What stands before the names of each actor anywhere in the corpus.
    """

    n_actors: int
    kinds: Sequence[str]
    genders: Sequence[str]
    heads: Sequence[frozenset[str]]
    profiles: Sequence[Profile]


@dataclass(frozen=True, eq=False)
class Events:
    """Names, and what is to be tied, in the order of the text: lists with one entry each, changed as they are tied.

    Attributes
    ----------
    first, last, heads : list of int
        Token positions; in place of a pronoun's last, the relative pronoun of its clause, or -1.
    sentences : list of int
    referents : list of int
        `DESCRIPTION` or `PRONOUN` for what is to be tied; another negative number for nobody.
    kinds : list of str
        Kind of the referent.
    named : list of int
        Event where the referent was named last.
    ranks : list of int
        How often a name's referent was named before in its document.
    order, places : list of int
        Events by document, referent and rank, and where in that order an event is.
    asked : list of (int, int)
        Events that are to be tied, and the first event of the document.
    """

    first: list[int]
    last: list[int]
    heads: list[int]
    sentences: list[int]
    referents: list[int]
    kinds: list[str]
    named: list[int]
    ranks: list[int]
    order: list[int]
    places: list[int]
    asked: list[tuple[int, int]]
