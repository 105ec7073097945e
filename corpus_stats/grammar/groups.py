"""`groups`: the edges of the noun group around every token, all read at once.

A walk from a token to the edge of its group is a running maximum, or minimum, over the places where walks end; most of
what decides is known of a type.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens
from . import classes as c
from .arrays import Grammar, grammar

__all__ = ["Groups", "groups", "noun_group"]

# What can stand before a head in its noun group.
_CLOSED = (
    c.DETERMINER | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.PRONOUN | c.RELATIVE | c.AUXILIARY | c.COPULA
    | c.NEGATION | c.POSSESSIVE
)  # fmt: skip
_PREMODIFIER = c.ADJECTIVE | c.PARTICIPLE | c.NUMBER | c.DEMONYM | c.TITLE | c.PERSON_NOUN | c.GROUP | c.PLACE
# No edge is further off; a crafted text has longer groups.
_MOST = 255

# What a type can do in a noun group: stand before its head, there with a capital, after its head, there with a capital;
# be the verb of a clause, an adverb between subject and verb, a subject; end where the group begins.
_BEFORE, _BEFORE_NAMED, _AFTER, _AFTER_NAMED, _VERB, _PASSED, _SUBJECT, _LEFT = (1 << i for i in range(8))

_Codes = NDArray[np.uint8]
_Places = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Groups:
    """How many tokens of the noun group of each token stand before and after it, at most 255; no determiner."""

    before: bytes
    after: bytes


def groups(tokens: Tokens) -> Groups:
    """Noun groups of a corpus, English; the same object for the same tokens."""
    return tokens.once(_groups)


def noun_group(reading: Grammar, position: int) -> tuple[int, int]:
    """Token positions, half-open, of the noun group that the token at `position` is part of, without its determiner.

    Modifiers and nouns before it, and the nouns that follow it at once; never across punctuation or a sentence.
    """
    found = groups(reading.tokens)
    return position - found.before[position], position + 1 + found.after[position]


def _groups(tokens: Tokens) -> Groups:
    reading = grammar(tokens)
    position = np.arange(len(tokens), dtype=np.int32)
    codes = _by_type(reading.type_classes).take(tokens.type_ids)
    before, after = position - _first(reading, codes), _last(reading, codes) - position - 1
    return Groups(*(np.minimum(one, _MOST).astype(np.uint8).tobytes() for one in (before, after)))


def _by_type(bits: NDArray[np.uint32]) -> _Codes:
    has = partial(c.are_of, bits)
    is_closed, is_noun = has(_CLOSED), has(c.ADJECTIVE | c.NUMBER | c.PERSON_NOUN | c.TITLE)
    is_small = has(c.DETERMINER | c.AUXILIARY | c.PREPOSITION | c.CONJUNCTION | c.PRONOUN)
    is_verb = ~is_small & has(c.VERB | c.VERB_ING) & ~has(_PREMODIFIER)
    allowed = (~is_closed | is_noun) & (~is_small | has(c.NUMBER))
    is_verbal = has(c.VERB | c.VERB_ING | c.PARTICIPLE | c.ADVERB | c.ADJECTIVE)
    is_open = has(c.AUXILIARY | c.PRONOUN | c.RELATIVE) & ~has(c.DETERMINER)
    codes = np.zeros(len(bits), dtype=np.uint8)
    for code, mask in (
        (_BEFORE, allowed & ~is_verb),
        # A capital inside a sentence is part of a name: House, Post, March.
        (_BEFORE_NAMED, allowed & is_verb),
        (_AFTER, ~is_closed & ~is_verbal & ~has(c.TIME)),
        (_AFTER_NAMED, ~is_closed & is_verbal & ~has(c.ADVERB)),
        (_VERB, has(c.VERB | c.PARTICIPLE) & ~has(c.ADJECTIVE | c.PERSON_NOUN | c.GROUP | c.TITLE)),
        (_PASSED, has(c.ADVERB) & ~is_closed),
        (_SUBJECT, is_open | ~has(_CLOSED | c.ADJECTIVE | c.NUMBER | c.PARTICIPLE)),
        (_LEFT, has(c.ADVERB) & ~has(c.ADJECTIVE)),
    ):
        codes[mask] |= code
    return codes


def _first(reading: Grammar, codes: _Codes) -> _Places:
    joined = reading.is_joined
    named = (codes & _BEFORE_NAMED != 0) & reading.is_capital & joined
    ends = np.ones(len(codes), dtype=bool)
    ends[1:] = ~(joined[1:] & ((codes & _BEFORE != 0) | named)[:-1])
    # A verb that the walk comes upon ends it.
    ends[_verbs_of_clauses(reading, codes) + 1] = True
    first = np.maximum.accumulate(np.arange(len(codes), dtype=np.int32) * ends)
    # An adverb modifies an adjective; at the edge of the group it belongs to the verb.
    is_left = codes & _LEFT != 0
    adverbs = np.flatnonzero(is_left[:-1])
    after = reading.type_classes[reading.tokens.type_ids[adverbs + 1]]
    is_left[adverbs] = (after & (c.ADJECTIVE | c.PARTICIPLE)) == 0
    left = np.flatnonzero(is_left.take(first))
    first[left] = np.minimum(_next(~is_left)[first[left]], left)
    return first


def _last(reading: Grammar, codes: _Codes) -> _Places:
    goes_on = (codes & _AFTER != 0) | ((codes & _AFTER_NAMED != 0) & reading.is_capital)
    return _next(np.append(~(goes_on & reading.is_joined), True))[1:]


def _next(mask: NDArray[np.bool_]) -> _Places:
    """For every position the first from there on that is in the mask; the number of positions where none is."""
    # counted from the end, where NumPy runs fastest
    behind = np.arange(1, len(mask) + 1, dtype=np.int32) * mask[::-1]
    np.maximum.accumulate(behind, out=behind)
    return np.asarray((np.int32(len(mask)) - behind)[::-1])


def _verbs_of_clauses(reading: Grammar, codes: _Codes) -> _Places:
    """Tokens like *recruited* that are the verb (they have recruited men, Russia recruited men), no modifier."""
    types, joined = reading.tokens.type_ids, reading.is_joined
    places = np.flatnonzero((codes[:-1] & _VERB != 0) & ~reading.is_capital[:-1])
    # An adverb between a subject and its verb is passed over.
    is_passed = np.append((codes[:-1] & _PASSED != 0) & joined[1:], False)
    kept = np.arange(1, len(codes) + 1, dtype=np.int32) * ~is_passed
    subject = np.maximum.accumulate(kept)[places - 1] - 1
    subject[places == 0] = -1
    has_subject = (subject >= 0) & joined[subject + 1] & (codes[subject] & _SUBJECT != 0)
    follows = (reading.type_classes & (c.NUMBER | c.DETERMINER) != 0)[types[places + 1]]
    return np.asarray(places[follows | has_subject])
