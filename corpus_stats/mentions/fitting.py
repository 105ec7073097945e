"""How well a description fits somebody met before: by role, modifiers, subject and nearness."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar import Grammar
from .profiles import Profile, nation, read_profile
from .roles import GENERIC, OFFICES, are_compatible, bodies_like, families_of
from .seen import Seen
from .subjects import is_subject
from .syntax import group_head

__all__ = ["LEAST_FIT", "LEAST_LEAD", "Description", "fit", "is_subject_there"]

# A description must fit this well, and so much better than the next one.
LEAST_FIT, LEAST_LEAD = 1.0, 0.8
_NEAR = 3
_NOT = -9.0
# A role noun that stands before the name in other articles, where 4 is for one in this article.
_KNOWN_ELSEWHERE = 3.0
_NOBODY = Profile()


class Description(NamedTuple):
    """A definite noun group that is to be tied; words that tell one person from another are among its modifiers."""

    sentence: int
    role: str
    kind: str
    modifiers: list[str]
    telling: list[str]


def fit(reading: Grammar, asked: Description, seen: Seen, listed: frozenset[str], elsewhere: Profile | None) -> float:
    """How well a description fits a referent: its head, its modifiers, how near and how often it was met.

    `listed` are the nouns that the lexicon itself uses for it, `elsewhere` is what other articles say of it.
    """
    profile = seen.profile
    if profile is None or seen.unread:
        profile = _read(reading, seen)
    wide = elsewhere or _NOBODY
    # A nationality, a place or a name that was never met beside the referent means somebody else.
    if asked.telling:
        known = {nation(word) for word in listed.union(profile.words, profile.modifiers, wide.modifiers)}
        if not known.issuperset(map(nation, asked.telling)):
            return _NOT
    distance = asked.sentence - seen.sentence
    heads = listed | profile.heads
    score = _role_fit(asked, heads, distance)
    if wide.heads:
        if not heads:
            score = min(score, _role_fit(asked, wide.heads, distance))
        if asked.role in wide.heads:
            score = max(score, _KNOWN_ELSEWHERE)
    score -= 0.25 * distance
    score += sum([0.8 for word in asked.modifiers if word in profile.modifiers or word in wide.modifiers])
    score += 0.5 * is_subject_there(reading, seen) + min(seen.count, 6) / 6
    return score - 0.8 if distance == 0 else score


def is_subject_there(reading: Grammar, seen: Seen) -> bool:
    """Whether a referent is a subject where it was met last, or was one before in that sentence."""
    if seen.is_subject is None:
        seen.is_subject = is_subject(reading, seen.first, seen.last)
    return seen.is_subject or seen.was_subject


def _read(reading: Grammar, seen: Seen) -> Profile:
    """Profile of a referent, with the names read that it does not hold yet."""
    profile = seen.profile
    if profile is None:
        profile = seen.profile = Profile()
    lower, types, is_person = reading.lower, reading.type_list, seen.kind == "person"
    for first, last, _, _ in seen.unread:
        for k in range(first, last):
            profile.words.add(lower[types[k]])
        if is_person:
            read_profile(reading, first, last, profile)
        else:
            profile.heads.add(reading.word(group_head(reading, first, last)))
    seen.unread = []
    return profile


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
