"""`Cast` and `Events`: who can be meant in a corpus, and where somebody is named or is to be found out.

Throughout this package a referent is a number: an actor of the lexicon; from the number of actors on, a named entity
that is no actor; after those, somebody who is only described (a spokesman).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .profiles import Profile

__all__ = [
    "ACTED",
    "BODY",
    "DESCRIPTION",
    "EITHER",
    "GROUPS",
    "NAMES",
    "NO_GROUP",
    "OTHER",
    "PERSON",
    "PLACE",
    "PLURAL",
    "PRONOUN",
    "PRONOUN_LISTS",
    "QUOTED",
    "SEVERAL",
    "SUBJECT",
    "TELLS",
    "TIED",
    "Cast",
    "Events",
]

# What is to be tied: a definite description, a pronoun, a plural that may stand for several persons, one that may stand
# for them or else for one body of men.
DESCRIPTION, PRONOUN, SEVERAL, EITHER = -2, -3, -4, -5
PRONOUN_LISTS = ("he", "she", "it", "they")
# Flags of an event: it is a name; something is said beside it; it can be a subject; it stands in a quotation; its
# referent was a subject in the sentence, here or before; the referent was found out.
NAMES, TELLS, SUBJECT, QUOTED, ACTED, TIED = 1, 2, 4, 8, 16, 32
# Kinds of referents; kinds that one word can mean are kept in mind together, as a group. Of the last group nobody is
# sought.
BODY, OTHER, PERSON, PLACE, PLURAL = range(5)
GROUPS = np.array([1, 0, 0, 1, 2], dtype=np.uint8)
NO_GROUP = 3


@dataclass(frozen=True, eq=False)
class Cast:
    """Who can be meant.

    Attributes
    ----------
    n_actors : int
    kinds : uint8 array
        `PERSON`, `BODY`, `PLACE`, `PLURAL` or `OTHER` by referent.
    genders : sequence of str
    heads : sequence of frozenset of str
        Nouns that the lexicon itself uses for an actor; none for others.
    profiles : sequence of Profile
        What stands before the names of each actor anywhere in the corpus.
    """

    n_actors: int
    kinds: NDArray[np.uint8]
    genders: Sequence[str]
    heads: Sequence[frozenset[str]]
    profiles: Sequence[Profile]


@dataclass(frozen=True, eq=False)
class Events:
    """Names, and what is to be tied, in the order of the text: lists with one entry each.

    What is found out of an event is filled in: its referent, kind, flags, and what it shares with its referent.

    Attributes
    ----------
    rows : int64 array of shape (n, 4)
        First, last, head and referent of each event, as they were before anything was found out.
    first, last, heads : list of int
        Token positions; the head of a person's name is its first token.
    sentences, paragraphs : list of int
    referents : list of int
        `DESCRIPTION`, `PRONOUN`, `SEVERAL` or `EITHER` for what is to be tied.
    kinds : bytearray
        Kind of the referent, or the kind that is sought.
    groups : bytes
        Group of the kind in `GROUPS`; `NO_GROUP` where no actor of the group stands in the document.
    flags : bytearray
    before : list of int
        The event before it in its group and document; -1 for none.
    alike : list of int
        The event before it that names the same referent; -1 for none.
    counts : bytearray
        How many events up to it name the referent; 100 for more.
    relatives : dict of int to int
        For a pronoun the relative pronoun of its clause, if there is one.
    asked : list of (int, int)
        Events that are to be tied and can bear on an actor, and the first event of the document.
    """

    rows: NDArray[np.int64]
    first: list[int]
    last: list[int]
    heads: list[int]
    sentences: list[int]
    paragraphs: list[int]
    referents: list[int]
    kinds: bytearray
    groups: bytes
    flags: bytearray
    before: list[int]
    alike: list[int]
    counts: bytearray
    relatives: dict[int, int]
    asked: list[tuple[int, int]]
