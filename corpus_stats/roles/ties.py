"""Where the parties of a role are named: every tie of a side, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..grammar import Grammar
from ..lexicon import Lexicon, Role, Side, Term
from ..matching import matches
from ..mentions import mentions
from .words import COMPOUND_TAILS, OPPOSED, PARTIES

__all__ = ["Tie", "Ties", "ties"]

_ENDING = re.compile(r"(?:ians?|ans?|ns?|ish|ese|is?|ics?|ia|ey|a|e|y)$")
_OF_ORIGIN = ("an", "ese", "ic", "ish", "i")
_SHORTEST_STEM = 3


class Tie(NamedTuple):
    """One place where a party is named.

    Attributes
    ----------
    first, last : int
        Token positions, half-open.
    side : int
        Position in ``role.sides`` of the side that the party brings people to; -1 where it has only people of its own.
    own : int
        Position of the side of the party's own people; -1 where none is listed.
    is_against : bool
        Whether the word says *against* the party: anti-government.
    """

    first: int
    last: int
    side: int
    own: int
    is_against: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """Ties in the order of the text, looked up by token position; sides (brought in, own) by names and their stems.

    Attributes
    ----------
    found : list of Tie
    firsts : list of int
        Where each begins.
    named : dict
        Sides by the lower case of every name, label and cue.
    opened : list of pairs
        Beginnings of open cues, and sides.
    stems : dict
        Sides by what a country, a people and its adjective have in common.
    """

    found: list[Tie]
    firsts: list[int]
    named: dict[str, tuple[int, int]]
    opened: list[tuple[str, tuple[int, int]]]
    stems: dict[str, tuple[int, int]]

    def within(self, first: int, last: int) -> list[Tie]:
        """Ties that begin at `first` or later and before `last`."""
        return self.found[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def origin(self, place: int, word: str) -> Tie | None:
        """Tie by an adjective of where somebody comes from, of one party's name or label: Ardanian for Ardania."""
        return self.country(place, word) if word.endswith(_OF_ORIGIN) or word in self.named else None

    def country(self, place: int, word: str) -> Tie | None:
        """Tie by the name of a country, or by its adjective: from Ardania, where the party or a cue is Ardanian."""
        owner = self.stems.get(_stem(word))
        return None if owner is None else Tie(place, place + 1, *owner)


def ties(reading: Grammar, role: Role, lexicon: Lexicon, nouns: Set[int]) -> Ties:
    """Ties of a role's sides: names, descriptions and pronouns of their actors, cues, and compounds with one of these.

    `nouns` are the tokens that mention the role: what describes an actor by them is no tie, but what is to be settled.
    """
    named = _named(role, lexicon)
    # An actor of no side keeps what its name holds: the Syrian government is no tie of those whom a cue calls Syrian.
    masks = [name for a in lexicon.actors for name in (a.name, *a.aliases) if name.casefold() not in named]
    patterns = [shape for shape, _ in named.values()] + masks
    owners = [owner for _, owner in named.values()]
    found = [Tie(first, last, *owners[term]) for term, first, last in _matched(reading, patterns) if term < len(owners)]
    for more in (_references(reading, named, lexicon, nouns), _compounds(reading, named)):
        taken = {tie.first for tie in found}
        found += [tie for tie in more if tie.first not in taken]
    found.sort(key=lambda tie: tie.first)
    owned = {name: owner for name, (_, owner) in named.items()}
    opened = [(name.rstrip("*"), owner) for name, owner in owned.items() if name.endswith("*")]
    return Ties(found, [tie.first for tie in found], owned, opened, _stems(role, lexicon, named))


_Named = dict[str, tuple[str, tuple[int, int]]]


def _named(role: Role, lexicon: Lexicon) -> _Named:
    """Every name, cue or label, by its lower case: as it is written, and the sides (brought in, own) it ties to."""
    named: _Named = {}
    for i, side in enumerate(role.sides):
        for name in (*_names(side, lexicon), *_label(role, side, lexicon)):
            shape, (brought, own) = named.get(name.casefold(), (name, (-1, -1)))
            if side.own:
                own = own if own >= 0 else i
            else:
                brought = brought if brought >= 0 else i
            named[name.casefold()] = shape, (brought, own)
    return named


def _stems(role: Role, lexicon: Lexicon, named: _Named) -> dict[str, tuple[int, int]]:
    """Stems of the parties' names and labels, and of cues of one word.

    What fits two parties, or a name without a side, says nothing; nor does the first word of a longer name that is also
    a place of the conflict: the Ardanian Council is a party of Ardania, and so are its enemies.
    """
    fitting: dict[str, set[tuple[int, int]]] = defaultdict(set)
    places = {_stem(place) for place in role.places}
    for actor in lexicon.actors:
        owner = named.get(actor.name.casefold(), ("", (-1, -1)))[1]
        for name in (actor.name, *actor.aliases):
            if " " not in name or _stem(name) not in places:
                fitting[_stem(name)].add(owner)
    for i, side in enumerate(role.sides):
        owner = (-1, i) if side.own else (i, -1)
        for name in (*filter(None, [side.party]), *(cue for cue in side.cues if " " not in cue)):
            fitting[_stem(name)].add(owner)
    for place in role.elsewhere:
        fitting[_stem(place)].add((-1, -1))
    sides = {stem: _agreed(owners) for stem, owners in fitting.items() if stem}
    return {stem: owner for stem, owner in sides.items() if owner is not None}


def _agreed(owners: set[tuple[int, int]]) -> tuple[int, int] | None:
    """Sides of a stem where all that have it are of one party."""
    brought = {side for side, _ in owners} - {-1}
    own = {side for _, side in owners} - {-1}
    if len(brought) > 1 or len(own) > 1 or (-1, -1) in owners:
        return None
    return max(brought, default=-1), max(own, default=-1)


def _stem(name: str) -> str:
    """What a country, a people and its adjective have in common: Kalia, Kalian, Kalish; of several words, the first."""
    first = name.casefold().rstrip("*").split(" ")[0]
    stem = _ENDING.sub("", first).rstrip("e")
    return stem if len(stem) >= _SHORTEST_STEM else first


def _names(side: Side, lexicon: Lexicon) -> list[str]:
    members = [a for a in lexicon.actors if a.name in side.actors or (a.side is not None and a.side == side.party)]
    peoples = [f"{cue}s" for cue in side.cues if cue[:1].isupper() and cue.endswith(("an", "i")) and " " not in cue]
    return [*(name for actor in members for name in (actor.name, *actor.aliases)), *side.cues, *peoples]


def _label(role: Role, side: Side, lexicon: Lexicon) -> list[str]:
    """Label of a party where it is a word for one, and no actor is called so: the rebels, the junta."""
    label = (side.party or "").casefold()
    is_taken = any(label == name.casefold() for a in lexicon.actors for name in (a.name, *a.aliases))
    is_word = label in PARTIES or label.removesuffix("s") in PARTIES
    return [label] if is_word and not is_taken and label not in map(str.casefold, role.places) else []


def _matched(reading: Grammar, patterns: list[str]) -> list[tuple[int, int, int]]:
    if not patterns:
        return []
    # One term each, for a name may be the beginning of another: the longest is taken.
    terms = tuple(Term((pattern,), "tie") for pattern in patterns)
    found = matches(reading.tokens, Lexicon(terms))
    return list(zip(found.terms.tolist(), found.first.tolist(), found.last.tolist(), strict=True))


def _references(reading: Grammar, named: _Named, lexicon: Lexicon, nouns: Set[int]) -> list[Tie]:
    """Ties by a description or a pronoun that stands for an actor: the renegade force, he."""
    owners = [named[actor.name.casefold()][1] if actor.name.casefold() in named else None for actor in lexicon.actors]
    found = mentions(reading.tokens, lexicon).of_kind("description", "pronoun")
    rows = zip(found.first.tolist(), found.last.tolist(), found.actors.tolist(), strict=True)
    free = [(*span, owners[actor]) for *span, actor in rows if nouns.isdisjoint(range(*span))]
    return [Tie(first, last, *owner) for first, last, owner in free if owner is not None]


def _compounds(reading: Grammar, named: _Named) -> list[Tie]:
    words = {key: owner for key, (_, owner) in named.items() if " " not in key}
    opened = {key.rstrip("*"): owner for key, owner in words.items() if key.endswith("*")}
    by_type: dict[int, tuple[tuple[int, int], bool]] = {}
    for i, word in enumerate(reading.lower):
        head, hyphen, tail = word.rpartition("-")
        if not hyphen:
            continue
        first, _, rest = word.partition("-")
        for piece, is_tie, is_against in (
            (head, tail in COMPOUND_TAILS, False),
            (rest, first == "pro", False),
            (rest, first in OPPOSED, True),
        ):
            owner = words.get(piece) or next((o for stem, o in opened.items() if piece.startswith(stem)), None)
            if is_tie and owner:
                by_type[i] = owner, is_against
    places = np.flatnonzero(np.isin(reading.tokens.type_ids, list(by_type))).tolist() if by_type else []
    ids = reading.tokens.type_ids[places].tolist()
    found = [(place, by_type[one]) for place, one in zip(places, ids, strict=True)]
    return [Tie(place, place + 1, *owner, is_against) for place, (owner, is_against) in found]
