"""Whether a noun group can be the subject of its clause."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, grammar
from ..grammar.marks import COMMA, OWNED, QUOTE
from ..grammar.verbs import every_form
from ..tokens import Tokens
from .marking import in_list

__all__ = ["are_subjects", "is_held", "is_identified", "is_subject", "reflexive_gender"]

_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_NO_SUBJECT_AFTER = classes.PREPOSITION | classes.VERB | classes.VERB_ING
_NEAR_START = 6
_VERBAL = _FINITE | classes.PARTICIPLE | classes.ADVERB | classes.PREPOSITION
_REFLEXIVES = {"himself": "m", "herself": "f"}
_BREAKS = classes.SUBORDINATOR | classes.RELATIVE | classes.CONJUNCTION
_LONGEST_CLAUSE = 15
_LEADING_ON, _LONGEST_PHRASE = frozenset("to of for in behind".split()), 8
_HOLDING = every_form("hold take keep")
_CAPTIVES = frozenset("captive hostage prisoner ransom".split())
_IDENTIFYING = every_form("identify name unmask")
_PASSED = classes.AUXILIARY | classes.COPULA | classes.ADVERB | classes.NEGATION
# What stands after a noun group: a verb makes it a subject wherever it is, a comma near the start of its sentence.
_VERB, _COMMA, _AUXILIARY = 1, 2, 4


@dataclass(frozen=True, eq=False)
class _Surroundings:
    """What of the tokens around a noun group tells, for all tokens at once.

    `follows` is asked of the token after the group and has one entry more; `begins`, of its first token, holds what
    must follow there.
    """

    follows: NDArray[np.uint8]
    begins: NDArray[np.uint8]
    follows_list: bytes
    begins_list: bytes


def are_subjects(reading: Grammar, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether token spans can be subjects: a verb or an apposition follows, and no preposition or verb precedes."""
    around = reading.tokens.once(_surroundings)
    return np.asarray(around.follows[last] & around.begins[first] != 0)


def is_subject(reading: Grammar, first: int, last: int) -> bool:
    """Whether one token span can be a subject."""
    around = reading.tokens.once(_surroundings)
    return bool(around.follows_list[last] & around.begins_list[first])


def reflexive_gender(reading: Grammar, head: int) -> str:
    """Gender of a subject whose verb turns back on it: *the boss has only herself to blame*; empty where none does.

    It is ``"n"`` where it owns what it acts on as no person does: *the developer laid off its last staff*.
    """
    n = len(reading.words)
    for k in range(head + 1, min(head + _LONGEST_CLAUSE, n)):
        is_over = reading.sentence_list[k] != reading.sentence_list[head] or not reading.joined_list[k]
        if is_over or reading.class_list[k] & _BREAKS or reading.words[k] in ("he", "she"):
            return ""
        if reading.words[k] in _REFLEXIVES:
            return _REFLEXIVES[reading.words[k]]
        if reading.words[k] == "its" and all(bits & _VERBAL for bits in reading.class_list[head + 1 : k]):
            return "n"
    return ""


def is_identified(reading: Grammar, head: int) -> bool:
    """Whether the verb says whom a noun group means, or denies it: named the thief as Lee, the thief was not Lee.

    Nobody named before is meant by it.
    """
    words, joined, n = reading.words, reading.joined_list, len(reading.words)
    k = _behind_phrase(reading, head)
    if k > head + 1 and k + 1 < n and reading.class_list[k] & classes.COPULA and reading.capital_list[k + 1]:
        return (
            bool(joined[k + 1]) and not reading.class_list[k + 1] & classes.DEMONYM and words[k + 2 : k + 3] != ["'s"]
        )
    k = head + 1
    if k < n and joined[k] and words[k] == "as":
        return k + 1 < n and bool(joined[k + 1]) and bool(reading.capital_list[k + 1])
    is_denied = False
    while k < n and joined[k] and reading.class_list[k] & _PASSED:
        is_denied |= reading.class_list[k] & classes.NEGATION != 0
        k += 1
    if k + 1 >= n or not joined[k]:
        return False
    if words[k] in _IDENTIFYING:
        return k > head + 1 and bool(joined[k + 1]) and words[k + 1] == "as"
    # "is not believed to be Lee"
    k += 3 * (k + 3 < n and words[k + 1 : k + 3] == ["to", "be"] and all(joined[k + 1 : k + 4]))
    is_being = bool(reading.class_list[head + 1] & classes.COPULA)
    return is_denied and is_being and bool(reading.capital_list[k])


def _behind_phrase(reading: Grammar, head: int) -> int:
    """The verb behind *to succeed Lee* or *of the party* after a noun; the next token where no such phrase follows."""
    following = k = head + 1
    if k >= len(reading.words) or reading.words[k] not in _LEADING_ON:
        return following
    while k < min(head + _LONGEST_PHRASE, len(reading.words)) and reading.joined_list[k]:
        if reading.class_list[k] & (classes.COPULA | _BREAKS):
            return k
        k += 1
    return following


def is_held(reading: Grammar, first: int) -> bool:
    """Whether a noun group that opens at a token is no person: *holds the public hostage*, *at the head of 600 men*."""
    words, joined = reading.words, reading.joined_list
    if first > 1 and words[first - 2] == "at" and words[first] == "head":
        return True
    if first < 2 or not (joined[first] and joined[first - 1]) or words[first - 2] not in _HOLDING:
        return False
    return any(word in _CAPTIVES for word in words[first + 1 : first + 4])


def _surroundings(tokens: Tokens) -> _Surroundings:
    reading = grammar(tokens)
    bits, marks, n = reading.classes, reading.marks, len(tokens)
    position = np.arange(n, dtype=np.int32)
    starts = np.zeros(n, dtype=bool)
    starts[tokens.sentence_bounds[:-1]] = True
    finite = (bits & _FINITE) != 0
    adverb = ((bits & classes.ADVERB) != 0) & ~finite
    verb_follows = finite | in_list(reading, "and who")
    # An adverb between a subject and its verb, or two.
    for _ in range(2):
        verb_follows |= adverb & np.append((verb_follows & ~starts)[1:], False)
    follows = np.zeros(n + 1, dtype=np.uint8)
    follows[:-1][verb_follows] = _VERB
    follows[:-1][(marks & COMMA) != 0] = _COMMA
    follows[:-1][starts | in_list(reading, "'s") | ((marks & OWNED) != 0)] = 0
    first_of = np.maximum.accumulate(position * starts)
    passed = (bits & (classes.TITLE | classes.DETERMINER)) != 0
    passed &= ~starts
    kept = np.maximum.accumulate(position * ~passed)
    # "said Haftar" after a quotation: the verb's subject stands behind it.
    inverted = ((bits & classes.VERB) != 0) & ((marks & (QUOTE | COMMA)) != 0)
    governs = ((bits & _NO_SUBJECT_AFTER) != 0) & ~inverted
    # Nor does the last word of a quotation govern who speaks it.
    is_object = np.zeros(n, dtype=bool)
    is_object[1:] = governs[:-1]
    behind = np.flatnonzero(passed[:-1]) + 1
    is_object[behind] = governs[kept[behind - 1]] & (kept[behind - 1] >= first_of[behind])
    is_object &= ~starts & ((marks & QUOTE) == 0)
    begins = np.uint8(_VERB) + np.uint8(_COMMA) * (position - first_of < _NEAR_START)
    begins[is_object] = 0
    # "officials said Haftar had left": what is said begins with its subject.
    objects = np.flatnonzero(is_object)
    is_said = (in_list(reading, "claiming") & ~inverted)[kept[objects - 1]]
    begins[objects[is_said]] = _AUXILIARY
    follows[:-1][verb_follows & ((bits & classes.PARTICIPLE) == 0) & (follows[:-1] == _VERB)] |= _AUXILIARY
    return _Surroundings(follows, begins, follows.tobytes(), begins.tobytes())
