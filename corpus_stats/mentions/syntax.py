"""Subjects and owners: the noun that a wording is said of by its place in the clause, read backwards from it."""

from __future__ import annotations

from ..grammar import Grammar, classes
from ..grammar.marks import APOSTROPHE, COLON, COMMA, DASH, OWNED, QUOTE, SEMICOLON

__all__ = ["head_of", "is_verbal", "main_subject", "owner_of", "subject_of"]

_FARTHEST, _LONGEST_GROUP, _LONGEST_SENTENCE = 60, 6, 200
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_VERBAL = _FINITE | classes.VERB_ING
_SKIPPED = _VERBAL | classes.ADVERB | classes.NEGATION | classes.PARTICIPLE | classes.NUMBER
_MODIFIER = classes.DETERMINER | classes.ADJECTIVE
_ANTECEDENT_OF = frozenset("who which that whose".split())
_APART = COMMA | DASH | SEMICOLON | COLON
_QUOTES = QUOTE | APOSTROPHE
_STOPS_GROUP = (
    _VERBAL
    | classes.PREPOSITION
    | classes.PRONOUN
    | classes.SUBORDINATOR
    | classes.RELATIVE
    | classes.CONJUNCTION
    | classes.DETERMINER
)


def is_verbal(reading: Grammar, position: int, kinds: int = _FINITE) -> bool:
    """Whether a token is a verb of some kinds, and not a noun of the same form, as in *the visit*, *its attack*."""
    bits = reading.class_list
    if not bits[position] & kinds:
        return False
    if bits[position] & (classes.AUXILIARY | classes.COPULA) or not position or not reading.joined_list[position]:
        return True
    before = bits[position - 1]
    if before & (classes.DETERMINER | classes.OWNER | classes.POSSESSIVE) and not before & classes.RELATIVE:
        return before & classes.AUXILIARY != 0
    if before & classes.ADJECTIVE and not before & (classes.ADVERB | classes.VERB | classes.PARTICIPLE):
        return bool(reading.capital_list[position - 1])
    return True


def head_of(reading: Grammar, position: int) -> int:
    """Last token of the noun that a subject's last token hangs on: *immigrants* of immigrants from Mexico."""
    bits, sentences = reading.class_list, reading.sentence_list
    k = position
    for _ in range(_FARTHEST):
        j = k
        while j > 0 and reading.joined_list[j] and not bits[j - 1] & _STOPS_GROUP and position - j < _FARTHEST:
            j -= 1
        if j < 2 or sentences[j - 2] != sentences[position] or reading.mark_list[j] & ~_QUOTES:
            return k
        while j >= 2 and bits[j - 1] & (classes.DETERMINER | classes.OWNER | classes.POSSESSIVE):
            j -= 1
        if j < 2 or not bits[j - 1] & classes.PREPOSITION or reading.mark_list[j - 1] & ~_QUOTES:
            return k
        stops = bits[j - 2] & _STOPS_GROUP and not (bits[j - 2] & _VERBAL and not is_verbal(reading, j - 2, _VERBAL))
        if stops and not reading.capital_list[j - 2] and not bits[j - 2] & classes.PERSON_NOUN:
            return k
        if sentences[j - 2] != sentences[position]:
            return k
        k = j - 2
    return k


def owner_of(reading: Grammar, position: int) -> int:
    """Token of the owner whose noun group holds the token: *Haftar* in Haftar's new offensive, *his*; -1 for none."""
    bits, joined, words = reading.class_list, reading.joined_list, reading.word
    k = position
    while k > 0 and position - k < _LONGEST_GROUP:
        if reading.mark_list[k] & OWNED:
            return k - 1
        if not joined[k]:
            return -1
        k -= 1
        if words(k) == "'s":
            return k - 1
        if bits[k] & classes.OWNER:
            return k
        closed = classes.PREPOSITION | classes.AUXILIARY | classes.CONJUNCTION | classes.PRONOUN | classes.DETERMINER
        if bits[k] & closed and not bits[k] & (classes.ADJECTIVE | classes.NUMBER):
            return -1
    return -1


def subject_of(reading: Grammar, position: int) -> int:
    """Last token of the subject of the clause that a token stands in, or of what its relative pronoun stands for.

    Read backwards: auxiliaries, adverbs, verbs and what modifies a noun are passed over; after *and* the earlier verb's
    subject is taken; a participle after a comma or a preposition has the main clause's subject. -1 where none is found.
    """
    bits, sentences, words = reading.class_list, reading.sentence_list, reading.word
    sentence, k = sentences[position], position - 1
    had_verb = bool(bits[position] & (classes.VERB | classes.AUXILIARY | classes.COPULA))
    if bits[position] & classes.VERB_ING and _is_adverbial(reading, position):
        verb = _verb_before(reading, position) if not reading.mark_list[position] & _APART else -1
        return subject_of(reading, verb) if verb >= 0 else main_subject(reading, position)
    while k >= 0 and sentences[k] == sentence and position - k < _FARTHEST:
        is_apart = bool(reading.mark_list[k + 1] & (COMMA | DASH | SEMICOLON | COLON))
        if words(k) in _ANTECEDENT_OF and k and sentences[k - 1] == sentence and had_verb:
            if not bits[k - 1] & (classes.VERB | classes.PARTICIPLE):
                return k - 1
            return main_subject(reading, k)
        if bits[k] & classes.CONJUNCTION and had_verb:
            k = _verb_before(reading, k)
            continue
        if bits[k] & (classes.SUBORDINATOR | classes.PREPOSITION) and words(k) != "to":
            k = _verb_before(reading, k)
            had_verb = True
            continue
        is_skipped = bool(bits[k] & _SKIPPED) and not reading.capital_list[k]
        if is_skipped and bits[k] & _VERBAL and not is_verbal(reading, k, _VERBAL):
            is_skipped = False
        if is_skipped or words(k) == "to" or bits[k] & _MODIFIER:
            had_verb = had_verb or bool(
                bits[k] & (classes.VERB | classes.AUXILIARY | classes.COPULA | classes.VERB_ING)
            )
            k -= 1
            continue
        if had_verb and not is_apart:
            return k
        if had_verb:
            return main_subject(reading, position)
        k = _verb_before(reading, k)
        had_verb = True
    return -1


def main_subject(reading: Grammar, position: int) -> int:
    """Last token before the first finite verb of a sentence, if it can be a subject; -1 otherwise."""
    bits, sentences = reading.class_list, reading.sentence_list
    first = position
    while first > 0 and sentences[first - 1] == sentences[position] and position - first < _LONGEST_SENTENCE:
        first -= 1
    for k in range(first + 1, position):
        if is_verbal(reading, k) and not reading.capital_list[k]:
            if bits[k - 1] & (classes.PREPOSITION | classes.DETERMINER | classes.ADJECTIVE):
                continue
            return k - 1 if reading.word(k - 1) not in ("who", "which", "that") else k - 2
    return -1


def _is_adverbial(reading: Grammar, position: int) -> bool:
    if not position or reading.sentence_list[position - 1] != reading.sentence_list[position]:
        return False
    before = reading.class_list[position - 1]
    apart = reading.mark_list[position] & (COMMA | DASH)
    return bool(apart or before & (classes.PREPOSITION | classes.SUBORDINATOR))


def _verb_before(reading: Grammar, k: int) -> int:
    """Position of the nearest finite verb before a token of its sentence; -1 where none is."""
    sentence = reading.sentence_list[k]
    finite = classes.VERB | classes.AUXILIARY | classes.COPULA
    j = k - 1
    while j >= 0 and reading.sentence_list[j] == sentence and k - j < _LONGEST_SENTENCE:
        if is_verbal(reading, j, finite) and not reading.capital_list[j]:
            return j
        j -= 1
    return -1
