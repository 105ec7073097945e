"""Roles that both sides of a conflict have, and what ties a mention of one to its side.

A role is a part that people play, whoever they play it for: fighters brought in, militias, prisoners, protesters. Its
nouns say what they are called; its sides say for whom they act. Nothing here is read from an article: which mention
belongs to which side is decided where articles are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..errors import nearest
from .texts import pattern_fault, plain_texts, shown, spelling_key, text_fault

__all__ = ["ELSEWHERE", "UNCLEAR", "Role", "Side", "role_faults"]

ELSEWHERE = "elsewhere"
"""What the mentions are counted under that tell of another conflict."""

UNCLEAR = "unclear"
"""What the mentions are counted under that nothing ties to one side."""

_MIN_SIDES = 2
_SIDE_EXAMPLE = "write each as a table: [[role.side]], name = 'of the north', cues = ['northern']"
_TIE_EXAMPLE = "write cues = ['northern'], actors = ['name of an actor'] or party = 'the side of actors'"


@dataclass(frozen=True)
class Side:
    """One of the sides that a role is played for.

    Parameters
    ----------
    name : str
    party : str, optional
        The `side` of actors: the names and aliases of all of them tie a mention to this side, and so does the party's
        own label where that is a word for a party (``junta``, ``rebels``).
    actors : tuple of str
        Names of further actors that tie a mention to this side.
    cues : tuple of str
        Words and phrases that do so too, such as the adjective of a country: ``Turkish``, ``Russian*``. A compound that
        begins with one (``Turkish-backed``) counts as well, and ``Cuban*`` also reads *from Cuba*. Where people come
        from says whose they are only if one side alone has people from there.
    own : bool
        The side's own people, who are counted apart: a mention belongs here where its own noun names the side or one
        of its actors (``GNA fighters``, ``fighters loyal to the GNA``), and never because one of them sent or hired it.
    """

    name: str
    party: str | None = None
    actors: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    own: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))
        object.__setattr__(self, "actors", plain_texts("actors", self.actors))
        object.__setattr__(self, "cues", plain_texts("cues", self.cues))


@dataclass(frozen=True)
class Role:
    """What people are called who do the same on two sides of a conflict, or more.

    Parameters
    ----------
    name : str
    nouns : tuple of str
        What they are called, in the form of terms: ``mercenar*``, ``fighter*``, ``armed men``.
    sides : tuple of Side
        At least two that are not `own`.
    exclude : tuple of str
        Phrases that hold such a noun and mean something else: ``fighter jet*``.
    places : tuple of str
        Where the conflict is.
    elsewhere : tuple of str
        Places of other conflicts. A mention is counted apart whose own words put it there (``to fight in Ukraine``) and
        not into one of `places`.
    note : str
    """

    name: str
    nouns: tuple[str, ...]
    sides: tuple[Side, ...]
    exclude: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))
        object.__setattr__(self, "sides", tuple(self.sides))
        for field in _PATTERNS:
            object.__setattr__(self, field, plain_texts(field, getattr(self, field)))


_PATTERNS = ("nouns", "exclude", "places", "elsewhere")


def role_faults(roles: Sequence[Role], parties: Mapping[str, str | None]) -> Iterator[str]:
    """What is wrong with roles, one line each; `parties` is the side of every actor by its name."""
    names: dict[str, int] = {}
    for i, role in enumerate(roles):
        place = f"role {i + 1}"
        yield from _name_faults(place, role.name)
        first = names.setdefault(role.name.casefold(), i)
        if first != i:
            yield f"{place}: the name {shown(role.name)} is that of role {first + 1}; change one"
        if fault := text_fault(role.note):
            yield f"{place}: {fault}"
        if not role.nouns:
            yield f"{place}: nouns is empty; write at least one, as in nouns = ['mercenar*', 'fighter*']"
        for field in _PATTERNS:
            yield from _pattern_faults(place, field, getattr(role, field))
        yield from _shared(place, {"places": role.places, "elsewhere": role.elsewhere})
        n_sides = sum(not side.own for side in role.sides)
        if n_sides < _MIN_SIDES:
            apart = ", those with own = true apart" if n_sides < len(role.sides) else ""
            yield f"{place}: it has {n_sides} of the 2 sides it needs{apart}; {_SIDE_EXAMPLE}"
        yield from _side_faults(place, role.sides, parties)


def _side_faults(role: str, sides: Sequence[Side], parties: Mapping[str, str | None]) -> Iterator[str]:
    known = sorted({party for party in parties.values() if party})
    names: dict[str, int] = {}
    ties: dict[str, Sequence[str]] = {}
    for i, side in enumerate(sides):
        place = f"{role}: side {i + 1}"
        yield from _name_faults(place, side.name)
        if side.name.casefold() in (ELSEWHERE, UNCLEAR):
            yield f"{place}: the name {shown(side.name)} is kept for mentions of no side; choose another"
        first = names.setdefault(side.name.casefold(), i)
        if first != i:
            yield f"{place}: the name {shown(side.name)} is that of side {first + 1}; change one"
        if side.party is not None and side.party not in known:
            yield f"{place}: no actor is on side {shown(side.party)}; {_hint(side.party, known)}"
        for actor in side.actors:
            if actor not in parties:
                yield f"{place}: actor {shown(actor)} is not in the lexicon; {_hint(actor, parties)}"
        if side.party is None and not side.actors and not side.cues:
            yield f"{place}: nothing ties a mention to it; {_TIE_EXAMPLE}"
        yield from _pattern_faults(place, "cues", side.cues)
        if not side.own:
            members = [name for name, party in parties.items() if party is not None and party == side.party]
            ties[side.name] = [*side.cues, *dict.fromkeys([*members, *side.actors])]
    yield from _shared(role, ties)


def _name_faults(place: str, name: str) -> Iterator[str]:
    if fault := text_fault(name):
        yield f"{place}: {fault}"
    if not any(character.isalnum() for character in name):
        yield f"{place}: the name {shown(name)} is empty; write at least one letter or digit"


def _pattern_faults(place: str, field: str, patterns: Sequence[str]) -> Iterator[str]:
    for pattern in patterns:
        if fault := pattern_fault(pattern):
            yield f"{place}: {field}: {fault}"
        if patterns.count(pattern) > 1:
            yield f"{place}: {field}: {shown(pattern)} stands there twice; write it once"


def _shared(place: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Faults of a word that stands in two lists of which it can belong to one only."""
    owners: dict[str, str] = {}
    for owner, words in lists.items():
        for word in words:
            first = owners.setdefault(spelling_key(word), owner)
            if first != owner:
                yield f"{place}: {shown(word)} belongs to {shown(first)} and to {shown(owner)}; leave it to one"


def _hint(name: str, known: Sequence[str] | Mapping[str, object]) -> str:
    return nearest(name, known).replace("it has", "the lexicon has")
