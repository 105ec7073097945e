"""Which rules the words beside a mention leave open, read for all mentions at once.

Most mentions have no label, and the words beside them tell. An opening asks less than its rule: the rule is tried only
where it is open, and would find nothing elsewhere.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar import grammar
from ..grammar.marks import CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, OWNED
from ..tokens import Tokens
from .joints import CLOSED, NOMINAL
from .words import (
    ACCUSING,
    ATTRIBUTIVE,
    CONTRACTED,
    EARNING,
    FOLLOWING,
    GRADES,
    HAVE,
    NOUN_LIKE,
    OPENERS,
    ORDINALS,
    POSSESSED,
    QUALIFIED,
    REFLEXIVES,
    REPORTING,
    STANDING,
    SUPPOSING,
    acting_forms,
    naming_forms,
    turning_forms,
)

__all__ = ["AFTER", "APART", "BEFORE", "HELD", "NAMED", "OWNING", "PREDICATE", "STANDING_AS", "WORDED", "openings"]

BEFORE, WORDED, APART, AFTER, OWNING, STANDING_AS, HELD, PREDICATE, NAMED = (1 << i for i in range(9))
"""Words before a name; a name that is a description itself; a label apart from the name; an apposition; what is
possessed, or what it is as (his role as); what it is of (the henchmen of); a clause; and a verb of naming before it."""

# What a type can do beside a mention: stand last before a name; determine; begin an apposition; begin a clause; begin
# one after a comma; name; act, if the word after it is right (calls himself, served as); possess, or be short for *is*;
# be possessed; be *of*, a verb, *and*, a verb of being, *like*, or a noun of standing.
(
    _LEADS, _DETERMINES, _BEGINS, _STATES, _RELATES, _NAMES, _ACTS, _AS, _POSSESSIVE, _CONTRACTED, _OWNED, _OF, _VERB,
    _AND, _IS, _LIKE, _STANDS,
) = (1 << i for i in range(17))  # fmt: skip
_WORDS = (
    (_BEGINS, GRADES | REFLEXIVES | {"of", "from", "aged", "one"}),
    (_STATES, HAVE | {"who", "which", "turned", "will", "may", "might", "must", "shall", "'ll"} | SUPPOSING | EARNING),
    (_RELATES, ACCUSING | {"who", "which", "whom"}),
    (_AS, REFLEXIVES | {"as", "like", "into", "from"}),
    (_OF, frozenset(("of",))),
    (_LIKE, frozenset(("as", "like"))),
    (_AND, frozenset(("and", "but"))),
    (_IS, {"who"} | HAVE | {"will", "may", "might", "must", "shall", "'ll"}),
    (_CONTRACTED, CONTRACTED),
    (_OWNED, POSSESSED | FOLLOWING | QUALIFIED),
    (_STANDS, STANDING),
)
_VERBAL = c.VERB | c.VERB_BASE | c.VERB_ING | c.PARTICIPLE
# Noun groups are read no further; nor are clauses.
_REACH, _FURTHER = 13, 32

_Places = NDArray[np.int64]
_Flags = NDArray[np.bool_]


class _Surroundings(NamedTuple):
    """By token, and one more for what stands behind the last one."""

    codes: NDArray[np.uint32]
    marks: NDArray[np.uint16]
    is_near: _Flags
    is_first: _Flags
    # how many tokens before it are nouns of possession; nouns of standing before *as*; lower-case words of a
    # description; "and" before a verb of being; such a verb after a comma
    n_owned: NDArray[np.int64]
    n_stands: NDArray[np.int64]
    n_plain: NDArray[np.int64]
    n_joint: NDArray[np.int64]
    n_parted: NDArray[np.int64]


def openings(tokens: Tokens, first: _Places, heads: _Places, last: _Places) -> NDArray[np.uint16]:
    """Rules that are open at the mentions ``first[i]:last[i]``, whose bare names begin at `heads`."""
    codes, marks, is_near, is_first, n_owned, n_stands, n_plain, n_joint, n_parted = tokens.once(_surroundings)

    def has(places: _Places, code: int) -> _Flags:
        return np.asarray((codes[places] & code) != 0, dtype=bool)

    after = np.where(is_first[last], 0, marks[last])
    is_parted = (after == COMMA) | (after == DASH)
    found = np.zeros(len(first), dtype=np.uint16)
    leads = has(heads - 1, _LEADS) | (has(heads - 1, _DETERMINES) & has(heads - 2, _LEADS | _DETERMINES))
    found[(is_near[heads] | (marks[heads] == COMMA)) & leads] |= BEFORE
    found[n_plain[last] > n_plain[heads]] |= WORDED
    is_of_kind = (is_near[first] & has(first - 1, _LIKE)) | (is_near[last] & has(last, _AND))
    found[is_of_kind | (marks[first] == COMMA)] |= APART
    is_enclosed = (after & OPEN_BRACKET) != 0
    found[is_enclosed | (((after & (COMMA | DASH)) != 0) & has(last, _BEGINS))] |= AFTER
    is_held = has(first - 1, _OF) | (has(first - 1, _DETERMINES) & has(first - 2, _OF))
    found[is_near[first] & is_held] |= HELD
    owns = n_owned[np.minimum(last + _REACH, len(codes) - 1)] > n_owned[last]
    is_owner = has(last, _POSSESSIVE) | (marks[last] == OWNED) | (codes[first] & _DETERMINES != 0)
    found[owns & is_owner] |= OWNING
    stands = n_stands[np.minimum(last + _REACH, len(codes) - 1)] > n_stands[last]
    found[stands & is_owner] |= STANDING_AS
    states = has(last, _STATES)
    for one, other in ((_ACTS, _AS), (_POSSESSIVE, _CONTRACTED)):
        states |= has(last, one) & has(np.minimum(last + 1, len(codes) - 1), other)
    further = np.minimum(last + _FURTHER, len(codes) - 1)
    states |= has(last, _VERB) & (n_joint[further] > n_joint[last])
    is_beyond = ((after & (COMMA | DASH | OPEN_BRACKET)) != 0) & (n_parted[further] > n_parted[last])
    found[(is_near[last] & (states | has(last, _NAMES))) | (is_parted & has(last, _RELATES)) | is_beyond] |= PREDICATE
    verbs = _NAMES | _ACTS
    is_named = has(first - 1, verbs) | (has(first - 1, _DETERMINES) & is_near[first - 1] & has(first - 2, verbs))
    found[(is_near[last] | (after == COMMA)) & is_near[first] & is_named] |= NAMED
    return found


def _surroundings(tokens: Tokens) -> _Surroundings:
    reading = grammar(tokens)
    by_type = _codes(reading.type_classes, reading.lower, tokens.vocabulary)
    codes = np.append(by_type[tokens.type_ids], np.uint32(0)) if len(by_type) else np.zeros(1, dtype=np.uint32)
    is_first = np.zeros(len(codes), dtype=bool)
    is_first[tokens.sentence_bounds] = True
    is_plain = ((reading.classes & (NOMINAL | c.PLURAL)) != 0) & ((reading.classes & CLOSED) == 0) & ~reading.is_capital
    is_verb = (codes & _IS) != 0
    is_joint = ((codes[:-1] & _AND) != 0) & is_verb[1:]
    is_parted = ((reading.marks & (COMMA | DASH | CLOSE_BRACKET)) != 0) & is_verb[:-1]
    stands = ((codes[:-1] & _STANDS) != 0) & ((codes[1:] & _LIKE) != 0)
    masks = ((codes[:-1] & _OWNED) != 0, stands, is_plain, is_joint, is_parted)
    counts = [np.append(0, np.cumsum(one)) for one in masks]
    return _Surroundings(codes, np.append(reading.marks, np.uint16(0)), reading.is_near, is_first, *counts)


def _codes(bits: NDArray[np.uint32], lower: tuple[str, ...], vocabulary: tuple[str, ...]) -> NDArray[np.uint32]:
    listed: dict[str, int] = {}
    for code, words in (
        *_WORDS,
        (_NAMES | _ACTS | _RELATES, naming_forms()),
        (_ACTS, acting_forms()),
        (_ACTS, turning_forms()),
        (_ACTS, ACCUSING),
    ):
        for word in words:
            listed[word] = listed.get(word, 0) | code
    codes = np.array([listed.get(word, 0) for word in lower], dtype=np.uint32)
    has = partial(c.are_of, bits)
    is_adverb = has(c.ADVERB)
    leads = _leads(bits, lower, vocabulary)
    for code, mask in (
        (_LEADS, leads),
        (_DETERMINES, has(c.DETERMINER | c.POSSESSIVE | c.OWNER)),
        (_BEGINS, leads | is_adverb | has(c.DETERMINER | c.OWNER | c.VERB_BASE | c.VERB_ING | c.NUMBER)),
        (_STATES, is_adverb | has(c.COPULA)),
        (_IS, is_adverb | has(c.COPULA)),
        (_VERB, has(c.VERB | c.AUXILIARY)),
        (_RELATES, is_adverb),
        (_POSSESSIVE, has(c.POSSESSIVE)),
    ):
        codes[mask] |= code
    return codes


def _leads(bits: NDArray[np.uint32], lower: tuple[str, ...], vocabulary: tuple[str, ...]) -> _Flags:
    """Which types can stand last in the words before a name."""
    n = len(lower)
    is_closed = (bits & CLOSED) != 0
    is_noun = (bits & (c.PERSON_NOUN | c.TITLE)) != 0
    is_listed = np.fromiter((word in ORDINALS for word in lower), dtype=bool, count=n)
    is_acronym = np.fromiter((word.isupper() for word in vocabulary), dtype=bool, count=n)
    is_adjective = np.fromiter((word in ATTRIBUTIVE or word in NOUN_LIKE for word in lower), dtype=bool, count=n)
    is_refused = np.fromiter((word in OPENERS or word in REPORTING for word in lower), dtype=bool, count=n)
    is_bare_adverb = ((bits & c.ADVERB) != 0) & ((bits & NOMINAL) == 0)
    is_bare_time = ((bits & c.TIME) != 0) & ((bits & (c.ADJECTIVE | c.PERSON_NOUN)) == 0)
    # a form like *says* is nothing but a verb
    is_verb = (bits & _VERBAL) == c.VERB
    is_verb &= ~is_adjective & ((bits & NOMINAL) == 0)
    is_open = ~is_closed & ~is_bare_adverb & ~is_bare_time & ~is_verb
    return np.asarray((is_open | (is_closed & (is_noun | is_listed | is_acronym))) & ~is_refused, dtype=bool)
