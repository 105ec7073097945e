"""Subjects: the noun that a predicate is said of by its place in the clause, read backwards from it."""

from __future__ import annotations

from ..grammar import Grammar, classes, noun_group
from ..grammar.marks import COLON, COMMA, DASH, QUOTE, SEMICOLON

__all__ = ["ends_aside", "head_of", "subject_of"]

_FARTHEST, _LONGEST_SENTENCE = 60, 200
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_VERBAL = _FINITE | classes.VERB_ING
_SKIPPED = _VERBAL | classes.ADVERB | classes.NEGATION | classes.PARTICIPLE | classes.NUMBER
_MODIFIER = classes.DETERMINER | classes.ADJECTIVE
_LEADING = classes.DETERMINER | classes.OWNER | classes.POSSESSIVE
# What stands before a preposition that hangs on no noun.
_NO_NOUN = _VERBAL | classes.PREPOSITION | classes.PRONOUN | classes.SUBORDINATOR | classes.CONJUNCTION


def subject_of(reading: Grammar, position: int) -> int:
    """Last token of the subject of the predicate that a token begins, or of an aside after it; -1 where it begins none.

    Read backwards: verbs, adverbs and what modifies a noun are passed over, of which one is a verb; after *and* the
    earlier verb's subject is taken.
    """
    bits, sentences, marks = reading.class_list, reading.sentence_list, reading.mark_list
    sentence, k = sentences[position], position - 1
    has_verb = bool(bits[position] & _FINITE)
    while k >= 0 and sentences[k] == sentence and position - k < _FARTHEST and not _begins_anew(marks[k + 1]):
        if bits[k] & classes.CONJUNCTION and has_verb:
            k = _verb_before(reading, k)
        elif has_verb and bits[k] & classes.DETERMINER:
            return k + 1  # "the general" had: a noun that is an adjective too
        elif _is_passed(reading, k):
            has_verb = has_verb or bool(bits[k] & _VERBAL)
            k -= 1
        else:
            return k if has_verb else -1
    return -1


def head_of(reading: Grammar, last: int) -> int:
    """Noun that the last token of a subject hangs on: *immigrants* of immigrants from the south of Norland."""
    bits, joined, k = reading.class_list, reading.joined_list, last
    while last - k < _FARTHEST:
        left = noun_group(reading, k)[0]
        while left and joined[left] and bits[left - 1] & _LEADING:
            left -= 1
        if left < 2 or not (joined[left] and joined[left - 1]) or not bits[left - 1] & classes.PREPOSITION:
            return k
        if (
            bits[left - 2] & _NO_NOUN
            and not bits[left - 2] & classes.PERSON_NOUN
            and not reading.capital_list[left - 2]
        ):
            return k
        k = left - 2
    return k


def ends_aside(reading: Grammar, last: int) -> bool:
    """Whether a comma or a dash parts the last token before a verb from it: the subject then stands further back."""
    return bool(reading.mark_list[last + 1] & (COMMA | DASH))


def _is_passed(reading: Grammar, k: int) -> bool:
    """Whether a token between a subject and what is said of it is none of either."""
    bits = reading.class_list[k]
    if bits & _MODIFIER or reading.word(k) == "to":
        return True
    return bool(bits & _SKIPPED) and not reading.capital_list[k]


def _begins_anew(mark: int) -> bool:
    """Whether a mark parts two clauses that share no subject; a quotation after a comma is one of its own."""
    return bool(mark & (SEMICOLON | COLON) or (mark & QUOTE and mark & COMMA))


def _verb_before(reading: Grammar, k: int) -> int:
    """Position of the nearest finite verb before a token of its sentence; -1 where none is."""
    sentence = reading.sentence_list[k]
    j = k - 1
    while j >= 0 and reading.sentence_list[j] == sentence and k - j < _LONGEST_SENTENCE:
        if reading.class_list[j] & _FINITE and not reading.capital_list[j]:
            return j
        j -= 1
    return -1
