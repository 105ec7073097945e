"""Noun groups that can describe somebody: which of them are to be tied, and which bring in somebody new."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, grammar
from ..grammar.arrays import types_of
from ..grammar.groups import groups
from ..grammar.marks import COMMA, DASH, STOP
from ..tokens import Tokens
from .cast import BODY, DESCRIPTION, EITHER, PERSON, PLURAL, SEVERAL
from .entities import Names
from .marking import in_list, last_of
from .profiles import MODIFIER
from .roles import AGED

__all__ = ["are_acting", "are_aged", "are_nationals", "described", "kinds_of"]

_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
# The British, the Chinese, the Swiss.
_SEVERAL = ("sh", "ch", "ese", "s", "ic")
_NO_DEMONYM = classes.PLURAL | classes.PERSON_NOUN | classes.PLACE | classes.GROUP
# What can follow one of that nation, and what shows that a noun does.
_BEHIND = (
    classes.PREPOSITION | classes.AUXILIARY | classes.COPULA | classes.RELATIVE | classes.ADVERB | classes.PARTICIPLE
    | classes.POSSESSIVE | classes.SUBORDINATOR | classes.DETERMINER
)  # fmt: skip
_MORE = classes.PLURAL | classes.PERSON_NOUN | classes.GROUP | classes.ORGANISATION_NOUN | classes.ADJECTIVE
_NO_FORM = classes.AUXILIARY | classes.COPULA | classes.PREPOSITION | classes.NUMBER
_PARTY = classes.DEMONYM | classes.ADJECTIVE | classes.PERSON_NOUN | classes.TITLE
_MOST_ADVERBS = 2
_NOUN = classes.PERSON_NOUN | classes.GROUP
_FORMS = _FINITE & ~classes.VERB | classes.PARTICIPLE | classes.PREPOSITION | classes.ADVERB | classes.CONJUNCTION

_FIGURES = frozenset("fox lion lioness tiger wolf bear hawk dinosaur warhorse workhorse peacock ogre master".split())

_Places = NDArray[np.int64]


def kinds_of(reading: Grammar, heads: _Places) -> _Places:
    """Kind of what nouns describe: `PERSON`, `BODY` or `PLURAL`."""
    bits = reading.classes[heads]
    is_person, is_plural = (bits & classes.PERSON_NOUN) != 0, (bits & classes.PLURAL) != 0
    is_person |= reading.tokens.once(_aged_types)[reading.tokens.type_ids[heads]] | are_nationals(reading)[heads]
    return np.where(is_plural, PLURAL, np.where(is_person, PERSON, BODY))


def are_nationals(reading: Grammar) -> NDArray[np.bool_]:
    """Whether each token means one person though it is no noun for one: the Norwegian said, the old fox."""
    return reading.tokens.once(_nationals)


def _nationals(tokens: Tokens) -> NDArray[np.bool_]:
    found = _figures(tokens)
    reading = grammar(tokens)
    places = np.flatnonzero(_national_types(tokens)[tokens.type_ids] & reading.is_capital)
    following = np.minimum(places + 1, len(reading.classes) - 1)
    bits = reading.classes[following]
    is_acting = (bits & (classes.VERB | classes.VERB_BASE)) == classes.VERB
    is_last = (
        (((bits & _BEHIND) != 0) | is_acting) & ((bits & _MORE) == 0)
        | ~reading.is_joined[following]
        | (following == places)
    )
    found[places[is_last]] = True
    return found


def _figures(tokens: Tokens) -> NDArray[np.bool_]:
    """Whether each token is an animal or a thing that somebody is called: the old fox, not the fox."""
    reading = grammar(tokens)
    found = np.isin(tokens.type_ids, types_of(tokens, _FIGURES)) & reading.is_joined
    places = np.flatnonzero(found)
    before = np.maximum(places - 1, 0)
    is_figure = ((reading.classes[before] & classes.ADJECTIVE) != 0) & in_list(reading, "definite")[before - 1]
    found[places] = is_figure & (before > 0)
    return found


def are_aged(reading: Grammar) -> NDArray[np.bool_]:
    """Whether each token is a word like *58-year-old*."""
    by_type = reading.tokens.once(_aged_types)
    return np.asarray(by_type[reading.tokens.type_ids])


def _aged_types(tokens: Tokens) -> NDArray[np.bool_]:
    return np.array([word.endswith(AGED) for word in tokens.vocabulary], dtype=bool)


def _national_types(tokens: Tokens) -> NDArray[np.bool_]:
    classed = grammar(tokens).type_classes
    found = ((classed & classes.DEMONYM) != 0) & ((classed & _NO_DEMONYM) == 0)
    types = np.flatnonzero(found)
    found[types] = [not tokens.vocabulary[i].endswith(_SEVERAL) for i in types.tolist()]
    return np.asarray(found)


def described(reading: Grammar, found: Names, heads: _Places, n_known: int) -> _Places:
    """Rows of first token, last, head and referent of the noun groups with these heads that mean somebody.

    None for what is only said of somebody: *is a former general*, *Haftar, the strongman who*. Somebody new, numbered
    by his head from `n_known` on, where the group is indefinite or a name follows it: *the general Haftar*.
    """
    if not len(heads):
        return np.zeros((0, 4), dtype=np.int64)
    edges = groups(reading.tokens)
    before, after = (np.frombuffer(one, dtype=np.uint8)[heads] for one in (edges.before, edges.after))
    first = _begins(reading, heads, heads - before)
    # "One councillor": the number is the article.
    first += in_list(reading, "indefinite")[first] & (first < heads)
    opener = np.maximum(first - 1, 0)
    following = np.minimum(heads + 1, len(reading.classes) - 1)
    # "voted for the president four times"
    is_whole = (after == 0) | (((reading.classes[following] & classes.NUMBER) != 0) & ~reading.is_capital[following])
    is_whole |= are_acting(reading, following)
    is_whole &= (first > 0) & (reading.sentences[opener] == reading.sentences[first])
    is_whole &= ~_are_led_by(reading, heads) & ~_are_modifiers(reading, heads)
    is_definite = in_list(reading, "definite")[opener]
    bits, kinds = reading.classes[heads], kinds_of(reading, heads)
    number = last_of(np.flatnonzero(in_list(reading, "numbers")), heads - 1)
    is_several = (kinds == PLURAL) & ((bits & classes.PERSON_NOUN) != 0) & (number >= opener)
    is_sought = is_definite & ~_are_named_next(reading, found, heads)
    is_new = (kinds == PERSON) & ~is_sought & (is_definite | in_list(reading, "indefinite")[opener])
    plural = np.where(is_sought, EITHER, SEVERAL)
    referents = np.where(is_several, plural, np.where(is_new, n_known + heads, DESCRIPTION))
    kept = is_whole & (is_several | is_sought | is_new) & ~_is_predicate(reading, found, opener, heads, is_definite)
    return np.asarray(np.stack([first, heads + 1, heads, referents], axis=1)[kept])


def _begins(reading: Grammar, heads: _Places, first: _Places) -> _Places:
    """First tokens of noun groups, with a form in -ed or -ing after the article: the collapsed firm, the ruling party.

    Persons are called by what they are doing only for as long as they do it, the presiding judge; but the mining heir.
    """
    opener = np.maximum(first - 1, 0)
    bits, before = reading.classes[opener], np.maximum(opener - 1, 0)
    is_form = ((bits & classes.PARTICIPLE) != 0) & ((bits & _NO_FORM) == 0)
    is_form |= ((bits & classes.VERB_ING) != 0) & ((reading.classes[heads] & classes.PERSON_NOUN) == 0)
    is_form &= reading.is_joined[first] & reading.is_joined[opener] & in_list(reading, "definite", "indefinite")[before]
    first = np.where(is_form, opener, first)
    # "the reclusive shipping heir"
    opener = np.maximum(first - 1, 0)
    is_trade = in_list(reading, "trade")[opener] & reading.is_joined[first] & (first > 0)
    before = np.frombuffer(groups(reading.tokens).before, dtype=np.uint8)[opener]
    first = np.where(is_trade & ((reading.classes[heads] & classes.PERSON_NOUN) != 0), opener - before, first)
    return _begins_again(reading, _begins_again(reading, first))


def _begins_again(reading: Grammar, first: _Places) -> _Places:
    """First tokens of noun groups, with an adjective joined to the first one: *the gifted but moody captain*."""
    bits, n_before = reading.classes, np.frombuffer(groups(reading.tokens).before, dtype=np.uint8)
    is_comma = reading.marks[first] == COMMA
    joint = np.maximum(first - 1, 0)
    is_joint = in_list(reading, "but")[joint] & reading.is_joined[first] & reading.is_joined[joint]
    other = np.maximum(np.where(is_comma, first - 1, first - 2), 0)
    is_told = ((bits[first] & MODIFIER) != 0) & (((bits[other] & MODIFIER) != 0) | (bits[other] == 0))
    begins = other - n_before[other]
    opener = np.maximum(begins - 1, 0)
    is_told &= in_list(reading, "definite", "indefinite")[opener] & reading.is_joined[begins]
    is_told &= ~reading.is_capital[other] & (reading.sentences[opener] == reading.sentences[first])
    return np.where((is_comma | is_joint) & is_told, begins, first)


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
    marks = reading.marks
    is_comma = (marks[opener] & (COMMA | DASH)) != 0
    passed = before - ((bits[before] & classes.NUMBER) != 0)
    is_noun = (found.occurrences[passed] >= 0) | ((bits[before] & classes.PERSON_NOUN) != 0)
    # "his neighbour, a teacher": nobody who was met
    is_owned = ((bits[np.maximum(passed - 1, 0)] & classes.OWNER) != 0) & (found.occurrences[passed] < 0) & ~is_definite
    is_apposed = is_comma & is_noun & ~is_owned & (sentences[passed] == sentences[opener])
    # "Nordkap, once the darling of investors, ..."
    is_once = ((bits[before] & classes.ADVERB) != 0) & reading.is_joined[opener] & ((marks[before] & COMMA) != 0)
    is_apposed |= is_once & (found.occurrences[np.maximum(before - 1, 0)] >= 0)
    # "calling her that little girl"
    is_called = in_list(reading, "he", "she")[before] & ~is_subject
    for _ in range(_MOST_ADVERBS):
        is_passed = (bits[before] & (classes.ADVERB | classes.NEGATION)) != 0
        before = np.where(is_passed & ((bits[before] & classes.COPULA) == 0), np.maximum(before - 1, 0), before)
    is_joined = reading.is_joined[opener] & (sentences[before] == sentences[opener])
    subject = in_list(reading, "expletive")[np.maximum(before - 1, 0)]
    is_complement = ((bits[before] & classes.COPULA) != 0) & ~subject
    # "She's the best coach"
    is_complement |= in_list(reading, "'s")[before] & in_list(reading, "he", "she", "it")[np.maximum(before - 1, 0)]
    is_complement |= in_list(reading, "as")[before] & ~(is_definite & is_subject)
    is_called |= ~is_definite & (found.occurrences[before] >= 0)
    # "was the sect's enforcer": that is said of the enforcer
    is_complement &= ~(is_definite & in_list(reading, "'s")[following] & (following > heads))
    return np.asarray((is_apposed & ~is_subject) | (is_joined & (is_complement | is_called)))


def _are_led_by(reading: Grammar, heads: _Places) -> NDArray[np.bool_]:
    """Whether another role noun follows at once: *rebel* in the rebel leader."""
    following = np.minimum(heads + 1, len(reading.classes) - 1)
    bits = reading.classes[following]
    is_role = ((bits & classes.PERSON_NOUN) != 0) & ((bits & (classes.PLURAL | classes.AUXILIARY)) == 0)
    return np.asarray(is_role & reading.is_joined[following] & (following > heads))


def are_acting(reading: Grammar, places: _Places) -> NDArray[np.bool_]:
    """Whether words like plurals are verbs, by what they govern: *the hacker shields his face*, *chains himself*."""
    behind = np.minimum(places + 1, len(reading.classes) - 1)
    bits, governed = reading.classes[places], reading.classes[behind]
    is_form = ((bits & classes.PLURAL) != 0) & ((bits & (_NOUN | classes.DEMONYM)) == 0) & ~reading.is_capital[places]
    is_object = ((governed & (classes.OWNER | classes.DETERMINER)) != 0) | in_list(reading, "he", "she", "it")[behind]
    is_object &= ((governed & (classes.RELATIVE | classes.PREPOSITION)) == 0) & (behind > places)
    return np.asarray(is_form & is_object & reading.is_joined[behind])


def _are_modifiers(reading: Grammar, heads: _Places) -> NDArray[np.bool_]:
    """Whether a noun follows at once that could be a verb, but not of one person: the billionaire press."""
    following = np.minimum(heads + 1, len(reading.classes) - 1)
    bits = reading.classes[following]
    is_base = ((bits & classes.VERB_BASE) != 0) & ((bits & _FORMS) == 0) & ~in_list(reading, "past as base")[following]
    is_single = (reading.classes[heads] & (classes.PERSON_NOUN | classes.PLURAL)) == classes.PERSON_NOUN
    # Not in "saw the old man die there", "Lee and the captain ignore it".
    behind = np.minimum(heads + 2, len(reading.classes) - 1)
    is_told = reading.is_joined[behind] & ((reading.classes[behind] & (_FINITE | _NOUN)) != 0)
    return np.asarray(is_base & is_single & reading.is_joined[following] & (behind == heads + 2) & is_told)


def _are_named_next(reading: Grammar, found: Names, heads: _Places) -> NDArray[np.bool_]:
    n = len(reading.classes)
    following = np.minimum(heads + 1, n - 1)
    is_owner = (reading.classes[following] & classes.POSSESSIVE) != 0
    # "the Governor's Cup"
    owned = np.minimum(following + 1, n - 1)
    is_thing = is_owner & reading.is_capital[heads] & reading.is_capital[owned] & reading.is_joined[owned]
    is_thing &= (reading.classes[owned] & _PARTY) == 0
    is_name = reading.is_joined[following] & reading.is_capital[following] & ~is_owner
    is_name |= _are_apposed(reading, found, following)
    # "The Bishop of Oslo, Dr Hanno Weiss, declined"
    behind = _behind_places(reading, found, following)
    is_titled = ((reading.classes[behind] & classes.TITLE) != 0) & ((reading.marks[behind] & COMMA) != 0)
    is_titled &= (behind > following) & (behind < n - 1)
    is_name |= (behind > following) & _are_apposed(reading, found, behind)
    is_name |= is_titled & (found.occurrences[np.minimum(behind + 1, n - 1)] >= 0)
    return np.asarray((is_name | is_thing) & (following > heads))


def _behind_places(reading: Grammar, found: Names, following: _Places) -> _Places:
    """Tokens that follow *of Oslo* behind *the Bishop of Oslo*, for those that follow the noun."""
    last = len(found.occurrences) - 1
    place = np.minimum(following + 1, last)
    is_of = in_list(reading, "of")[following] & (found.occurrences[place] >= 0)
    return np.where(is_of, np.minimum(_ends(found, place), last), following)


def _ends(found: Names, places: _Places) -> _Places:
    """Ends of the names that tokens stand in; the last of all places for others."""
    occurrence, n = found.occurrences[places], len(found.occurrences)
    return np.asarray(np.where(occurrence >= 0, np.append(found.last, n)[occurrence], n))


def _are_apposed(reading: Grammar, found: Names, begins: _Places) -> NDArray[np.bool_]:
    """Whether a name stands between commas from a token on: *The administrator, Hanno Weiss, declined*."""
    occurrence, ends = found.occurrences[begins], _ends(found, begins)
    is_begun = np.append(found.first, -1)[occurrence] == begins
    marks, sentences = np.append(reading.marks, np.uint16(0)), np.append(reading.sentences, -1)
    is_over = ((marks[ends] & (COMMA | STOP)) != 0) | (sentences[ends] != sentences[begins])
    return np.asarray(is_begun & (occurrence >= 0) & (marks[begins] == COMMA) & is_over)
