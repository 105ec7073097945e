"""How well a description fits somebody met before: by role, modifiers and nearness."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from .cast import BODY, PERSON, PLURAL
from .profiles import Profile, root
from .roles import (
    AGED,
    FUNCTIONAL,
    GENERIC,
    HOSTILE,
    OFFICES,
    PEOPLE,
    are_compatible,
    are_same,
    bodies_like,
    families_of,
    is_wider,
)

__all__ = ["FALLEN", "WIDER", "Description", "fit", "is_borne_out", "means_nobody", "role_fit"]

# What a nationality, place or name costs that was never met beside a referent of whom none is known.
_UNKNOWN = 1.0
# Whoever is not in office yet is nobody; whoever is now, is known by it.
_LATER = frozenset("next future potential prospective eventual".split())
# These tell of a kind of people, or of one whom the sentence picks out.
_ANY = frozenset("wrong right average typical ordinary ideal perfect other same only lone real true actual".split())
_LATER_OR_ANY = _LATER | _ANY
_NOW = frozenset("current incumbent sitting serving".split())
# Who has come down in the world is whom the story is about.
FALLEN = frozenset(
    """
    arrested ousted deposed toppled disgraced shamed fallen jailed imprisoned convicted exiled sacked axed beleaguered
    embattled under-fire bankrupt accused alleged banned barred caged charged condemned defeated departed departing
    dethroned detained discredited dismissed evicted fired impeached incarcerated indicted outgoing overthrown purged
    reinstated scandal-hit scandal-plagued stricken suspended unseated vanquished
    """.split()
)
_ONCE = FALLEN | frozenset("former ex erstwhile onetime one-time retired veteran late".split())
# A role noun that stands before the name in other articles, where 4 is for one in this article.
_KNOWN_ELSEWHERE = 3.0
# Another noun that means the same.
_SAME = 3.0
# A noun for a wider trade, and words that tell offices apart rather than what somebody is like.
WIDER = 2.4
_ROLES = frozenset(
    """
    senior junior chief deputy top lead leading local regional national federal state police army military defence
    defense duty legal public private first second former assistant young female male high-ranking high ranking
    """.split()
)
# Who leads one of these is known for it: the junta leader is not the rebel leader.
_LEADING = frozenset("leader chief boss head ruler".split())
_LED = frozenset("junta coup regime government opposition union church council company police army".split())
_LEADS_ANOTHER = 1.5
_NOBODY = Profile()

# Alone these mean a number, whoever is on the other side, and God.
_NOBODY_MET = frozenset("figure enemy lord".split())


class Description(NamedTuple):
    """A definite noun group that is to be tied; words that tell one person from another are among its modifiers.

    `is_of_another` is whether it goes on with whose or what for: *the lawyer for the union*.
    """

    role: str
    kind: int
    modifiers: list[str]
    telling: list[str]
    is_of_another: bool = False


def means_nobody(asked: Description) -> bool:
    """Whether a description means nobody who was met: who will come, who wants to, a number, the other side, God."""
    if not asked.modifiers:
        return asked.role in _NOBODY_MET
    return not _LATER_OR_ANY.isdisjoint(asked.modifiers) or ("would-be" in asked.modifiers and asked.role in OFFICES)


def fit(
    asked: Description, profile: Profile, listed: frozenset[str], elsewhere: Profile | None, *, is_named: bool
) -> float | None:
    """How well a description fits a referent by its head and its modifiers; None where it names another.

    `profile` is what the document says of the referent, `listed` are the nouns that the lexicon itself uses for it,
    `elsewhere` is what other articles say of it.
    """
    wide = elsewhere or _NOBODY
    heads = listed | profile.heads if listed else profile.heads
    if "new" in asked.modifiers and asked.role not in heads:
        return None  # somebody else, who came after
    score = role_fit(asked, heads, is_named=is_named)
    if wide.heads:
        if not heads:
            score = _least(score, role_fit(asked, wide.heads, is_named=is_named))
        if asked.role in wide.heads:
            score = max(score or 0.0, _KNOWN_ELSEWHERE)
    if score is not None and score > _LEADS_ANOTHER and asked.role in _LEADING:
        led = _LED.intersection(asked.modifiers)
        is_known = led.intersection(profile.modifiers | wide.modifiers)
        score = _LEADS_ANOTHER if led and profile.modifiers and not is_known else score
    if score is None or not (asked.modifiers or asked.telling):
        return score
    if asked.telling and not _are_known(asked.telling, profile, wide, listed):
        # Another nationality, place or name than those met beside the referent means somebody else.
        is_open = is_named and asked.kind == PERSON and asked.role not in profile.heads
        if not is_open or profile.tells or wide.tells:
            return None
        score -= _UNKNOWN
    n_shared = 0
    for word in asked.modifiers:
        n_shared += word in profile.modifiers or word in wide.modifiers or word in heads
    return score + 0.8 * n_shared


def _are_known(telling: Sequence[str], profile: Profile, wide: Profile, listed: frozenset[str]) -> bool:
    """Whether nationalities, places and names were all met beside a referent."""
    for word in telling:
        one = root(word)
        if one not in profile.roots and one not in wide.roots and one not in map(root, listed):
            return False
    return True


def is_borne_out(asked: Description, profile: Profile, listed: frozenset[str], elsewhere: Profile | None) -> bool:
    """Whether a description accuses nobody, or anything known of a referent goes with it: a role, a modifier."""
    role, wide = asked.role, elsewhere or _NOBODY
    if role not in HOSTILE or _ONCE.intersection(asked.modifiers):
        return True
    heads = listed | profile.heads | wide.heads
    if role in heads or _is_compatible(role, heads):
        return True
    return not heads.union(profile.modifiers, wide.modifiers).isdisjoint([*asked.modifiers, *asked.telling])


def _least(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else min(one, other)


def role_fit(asked: Description, heads: set[str] | frozenset[str], *, is_named: bool) -> float | None:
    """How well the head noun of a description goes with the role nouns known of a referent; None for not at all."""
    role = asked.role
    if role in heads:
        return 4.0 if is_named else 3.2
    if asked.kind == BODY:
        return 2.0 if any(role in bodies_like(one) for one in heads) else None
    if asked.kind == PLURAL:
        return (2.0 if _is_compatible(role, heads) else None) if heads else 0.6
    if not is_named:
        return 1.0 if role in PEOPLE or role.endswith(AGED) else None
    if any(map(are_same, repeat(role), heads)):
        return _SAME
    word, is_alike = role.rpartition(" ")[2], _is_compatible(role, heads)
    if _ONCE.intersection(asked.modifiers):
        return 2.0 if is_alike else 1.5
    if word in OFFICES:
        return None if _NOW.intersection(asked.modifiers) or _has_office(heads) else 1.5 if is_alike else None
    is_of_trade = not asked.is_of_another and any(map(is_wider, repeat(role), heads))
    if word in FUNCTIONAL:
        # The soft-spoken lawyer can be a prosecutor who was met; the lawyer is another one.
        return WIDER if is_of_trade and not _ROLES.issuperset(asked.modifiers) else None
    if is_of_trade:
        return WIDER
    if is_alike:
        return 2.0
    if role in GENERIC or role.endswith(AGED):
        return 1.5
    is_known = families_of(role) and any(families_of(one) for one in heads if one not in GENERIC)
    return None if is_known else 1.2


def _is_compatible(role: str, heads: set[str] | frozenset[str]) -> bool:
    """Whether a role noun can be said of whom any of some others is said."""
    return any(map(are_compatible, repeat(role), heads))


def _has_office(heads: set[str] | frozenset[str]) -> bool:
    """Whether an office is among some role nouns: who holds one is called so, and nobody known by another one."""
    return any(one.rpartition(" ")[2] in OFFICES for one in heads)
