"""How well a description fits somebody met before: by role, modifiers and nearness."""

from __future__ import annotations

from typing import NamedTuple

from .profiles import Profile, nation
from .roles import GENERIC, OFFICES, are_compatible, bodies_like, families_of

__all__ = ["Description", "fit"]

_NEAR = 3
_NOT = -9.0
# A role noun that stands before the name in other articles, where 4 is for one in this article.
_KNOWN_ELSEWHERE = 3.0
_NOBODY = Profile()


class Description(NamedTuple):
    """A definite noun group that is to be tied; words that tell one person from another are among its modifiers."""

    role: str
    kind: str
    modifiers: list[str]
    telling: list[str]


def fit(
    asked: Description, profile: Profile, listed: frozenset[str], elsewhere: Profile | None, distance: int
) -> float | None:
    """How well a description fits a referent by its head, its modifiers and nearness; None where it names another.

    `profile` is what the document says of the referent, `listed` are the nouns that the lexicon itself uses for it,
    `elsewhere` is what other articles say of it; `distance` is in sentences.
    """
    wide = elsewhere or _NOBODY
    # A nationality, a place or a name that was never met beside the referent means somebody else.
    if asked.telling:
        known = {nation(word) for word in listed.union(profile.words, profile.modifiers, wide.modifiers)}
        if not known.issuperset(map(nation, asked.telling)):
            return None
    heads = listed | profile.heads
    score = _role_fit(asked, heads, distance)
    if wide.heads:
        if not heads:
            score = min(score, _role_fit(asked, wide.heads, distance))
        if asked.role in wide.heads:
            score = max(score, _KNOWN_ELSEWHERE)
    score -= 0.25 * distance
    return score + sum([0.8 for word in asked.modifiers if word in profile.modifiers or word in wide.modifiers])


def _role_fit(asked: Description, heads: set[str] | frozenset[str], distance: int) -> float:
    """How well the head noun of a description goes with the role nouns known of a referent."""
    role = asked.role
    if role in heads:
        return 4.0
    if asked.kind == "body":
        return 2.0 if any(role in bodies_like(one) for one in heads) else _NOT
    if heads and role.rpartition(" ")[2] in OFFICES:
        return _NOT
    if heads and any(are_compatible(role, one) for one in heads):
        return 1.5 if role in GENERIC else 2.0
    if asked.kind == "person" and role not in GENERIC and not families_of(role):
        return _NOT
    if heads:
        return 0.0 if role in GENERIC else -3.0
    return -2.0 if distance > _NEAR else 0.6
