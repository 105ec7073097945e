"""Noun groups that can describe somebody: which of them are to be tied, and which bring in somebody new."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.groups import groups
from ..grammar.marks import COMMA, DASH
from ..tokens import Tokens
from .cast import DESCRIPTION, EITHER, SEVERAL
from .entities import Names
from .marking import in_list, last_of
from .roles import AGED

__all__ = ["KINDS", "are_aged", "described", "kinds_of"]

KINDS = ("person", "body", "plural")
_PERSON, _BODY, _PLURAL = range(3)

_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_MOST_ADVERBS = 2

_Places = NDArray[np.int64]


def kinds_of(reading: Grammar, heads: _Places) -> _Places:
    """Kind of what nouns describe, as positions in `KINDS`."""
    bits = reading.classes[heads]
    is_person, is_plural = (bits & classes.PERSON_NOUN) != 0, (bits & classes.PLURAL) != 0
    is_person |= are_aged(reading)[heads]
    return np.where(is_plural, _PLURAL, np.where(is_person, _PERSON, _BODY))


def are_aged(reading: Grammar) -> NDArray[np.bool_]:
    """Whether each token is a word like *58-year-old*."""
    by_type = reading.tokens.once(_aged_types)
    return np.asarray(by_type[reading.tokens.type_ids])


def _aged_types(tokens: Tokens) -> NDArray[np.bool_]:
    return np.fromiter((word.endswith(AGED) for word in tokens.vocabulary), dtype=bool, count=len(tokens.vocabulary))


def described(reading: Grammar, found: Names, heads: _Places, n_known: int) -> _Places:
    """Rows of first token, last, head and referent of the noun groups with these heads that mean somebody.

    None for what is only said of somebody: *is a former general*, *Haftar, the strongman who*. Somebody new, numbered
    by his head from `n_known` on, where the group is indefinite or a name follows it: *the general Haftar*.
    """
    if not len(heads):
        return np.zeros((0, 4), dtype=np.int64)
    edges = groups(reading.tokens)
    before, after = (np.frombuffer(one, dtype=np.uint8)[heads] for one in (edges.before, edges.after))
    first = heads - before
    opener = np.maximum(first - 1, 0)
    is_whole = (after == 0) & (first > 0) & (reading.sentences[opener] == reading.sentences[first])
    is_whole &= ~_are_led_by(reading, heads)
    is_definite = in_list(reading, "definite")[opener]
    bits, kinds = reading.classes[heads], kinds_of(reading, heads)
    number = last_of(np.flatnonzero(in_list(reading, "numbers")), heads - 1)
    is_several = (kinds == _PLURAL) & ((bits & classes.PERSON_NOUN) != 0) & (number >= opener)
    is_sought = is_definite & ~_are_named_next(reading, heads)
    is_new = (kinds == _PERSON) & ~is_sought & (is_definite | in_list(reading, "indefinite")[opener])
    plural = np.where(is_sought, EITHER, SEVERAL)
    referents = np.where(is_several, plural, np.where(is_new, n_known + heads, DESCRIPTION))
    kept = is_whole & (is_several | is_sought | is_new) & ~_is_predicate(reading, found, opener, heads, is_definite)
    return np.asarray(np.stack([first, heads + 1, heads, referents], axis=1)[kept])


def _is_predicate(
    reading: Grammar, found: Names, opener: _Places, heads: _Places, is_definite: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Whether noun groups are complements (*is still a general*, *as a general*) or appositions of a name."""
    bits, sentences = reading.classes, reading.sentences
    following = np.minimum(heads + 1, len(bits) - 1)
    is_past = ((bits[following] & classes.PARTICIPLE) != 0) & ~in_list(reading, "saying")[following]
    is_verb = ((bits[following] & _FINITE) != 0) & ~is_past
    is_subject = reading.is_joined[following] & is_verb & (following > heads)
    before = np.maximum(opener - 1, 0)
    is_comma = (reading.marks[opener] & (COMMA | DASH)) != 0
    passed = before - ((bits[before] & classes.NUMBER) != 0)
    is_noun = (found.occurrences[passed] >= 0) | ((bits[before] & classes.PERSON_NOUN) != 0)
    is_apposed = is_comma & is_noun & (sentences[passed] == sentences[opener])
    for _ in range(_MOST_ADVERBS):
        is_passed = (bits[before] & (classes.ADVERB | classes.NEGATION)) != 0
        before = np.where(is_passed & ((bits[before] & classes.COPULA) == 0), np.maximum(before - 1, 0), before)
    is_joined = reading.is_joined[opener] & (sentences[before] == sentences[opener])
    subject = in_list(reading, "expletive")[np.maximum(before - 1, 0)]
    is_complement = ((bits[before] & classes.COPULA) != 0) & ~subject
    is_complement |= in_list(reading, "as")[before] & ~(is_definite & is_subject)
    is_object_of_calling = ~is_definite & (found.occurrences[before] >= 0)
    return np.asarray((is_apposed & ~is_subject) | (is_joined & (is_complement | is_object_of_calling)))


def _are_led_by(reading: Grammar, heads: _Places) -> NDArray[np.bool_]:
    """Whether another role noun follows at once: *rebel* in the rebel leader."""
    following = np.minimum(heads + 1, len(reading.classes) - 1)
    bits = reading.classes[following]
    is_role = ((bits & classes.PERSON_NOUN) != 0) & ((bits & (classes.PLURAL | classes.AUXILIARY)) == 0)
    return np.asarray(is_role & reading.is_joined[following] & (following > heads))


def _are_named_next(reading: Grammar, heads: _Places) -> NDArray[np.bool_]:
    following = np.minimum(heads + 1, len(reading.classes) - 1)
    is_owner = (reading.classes[following] & classes.POSSESSIVE) != 0
    is_name = reading.is_joined[following] & reading.is_capital[following] & ~is_owner
    return np.asarray(is_name & (following > heads))
