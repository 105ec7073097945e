"""What a clause asserts: whether a mention is its subject, whether it is denied, whether its verb is one of being.

Throughout this module positions are token positions.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from .joints import NOMINAL, denies
from .words import CONTRACTED, HAVE, MODAL, STATING

__all__ = ["can_be_subject", "is_contracted", "is_denied", "past_adverbs", "states_being"]

_REFUSING = frozenset("refuse refused refuses refusing decline declined declines declining denied denies".split())
_DOUBTING = _REFUSING | frozenset(
    """
    doubt doubts doubted doubting dispute disputes disputed disputing reject rejects rejected rejecting dismiss
    dismisses dismissed dismissing deny denying refute refutes refuted refuting rebut rebuts rebutted
    """.split()
)
_CLAIMS = frozenset(
    """
    accusation accusations allegation allegations assertion assertions charge charges claim claims hint hints idea
    notion report reports rumour rumours rumor rumors speculation suggestion suggestions theory view evidence sign
    """.split()
)
_SUBJECTS = frozenset("he she they we i who".split())
_MODIFYING = c.DETERMINER | c.ADJECTIVE | c.TITLE | c.PERSON_NOUN | c.NUMBER
_PLURAL = frozenset("are were have".split())


def is_denied(reading: Grammar, verb: int) -> bool:
    """Whether a denial stands up to three words before a verb: did not call, never once called, refused to call."""
    position = verb
    while position > 0 and verb - position < 3 and reading.near_list[position]:
        position -= 1
        if denies(reading, position) or reading.words[position] in _REFUSING:
            return True
    return False


def past_adverbs(reading: Grammar, position: int) -> int:
    """Where the words behind adverbs begin."""
    classes, n = reading.class_list, len(reading.class_list)
    while position < n and classes[position] & c.ADVERB and not classes[position] & (c.AUXILIARY | c.NEGATION):
        position += 1
    return position


def _is_doubted(reading: Grammar, position: int) -> bool:
    """Whether who states a clause does not believe it: denied that, no one thinks, dismissed reports that."""
    words, before = reading.words, position - 1
    if words[position] in _DOUBTING:
        return True
    if words[position] != "that":
        return is_denied(reading, position)
    if position and words[before] in _CLAIMS and _is_doubted_claim(reading, before):
        return True
    return position > 0 and (words[before] in _DOUBTING or is_denied(reading, before))


def _is_doubted_claim(reading: Grammar, noun: int) -> bool:
    return any(word in _DOUBTING or word == "no" for word in reading.words[max(noun - 3, 0) : noun])


def is_contracted(reading: Grammar, position: int) -> bool:
    """Whether *'s* is short for is or has: she's a patriot, he's always been one."""
    after = position + 1
    return after < len(reading.words) and bool(reading.near_list[after]) and reading.words[after] in CONTRACTED


def can_be_subject(reading: Grammar, first: int, last: int) -> bool:
    """Whether nothing before a mention governs it: the fall of Lee; but "they believe Lee is a fraud"."""
    position, classes, words = first, reading.class_list, reading.words
    while reading.near_list[position] and classes[position - 1] & _MODIFYING and not classes[position - 1] & c.PLURAL:
        if words[position - 1] == "that":
            break
        position -= 1
    if not reading.near_list[position]:
        return True
    bits, word = classes[position - 1], words[position - 1]
    if word in STATING or word in _DOUBTING or word == "that":
        return not _is_doubted(reading, position - 1)
    if words[first] in _SUBJECTS:
        return True
    is_governing = bits & c.PREPOSITION and not bits & (c.SUBORDINATOR | c.RELATIVE)
    is_object = bits & c.VERB and not bits & (NOMINAL | c.AUXILIARY)
    return not (is_governing or is_object or (word == "and" and words[last] in _PLURAL))


def states_being(reading: Grammar, position: int) -> bool:
    """Whether a finite verb of being, or of having been, stands at a position."""
    word, bits = reading.words[position], reading.class_list[position]
    if bits & c.COPULA and not bits & c.VERB_ING:
        return word not in ("be", "been")
    following = reading.words[position + 1 : position + 3]
    return (word in HAVE or word in MODAL) and ("be" in following or "been" in following)
