"""Which forms of names in one document name the same: Khalifa Haftar and Haftar, a body and its acronym.

Throughout this module, a form is one spelling of a name in one document, known by its number, and the core of a
spelling is its words without small ones. Forms are looked up by document and word, all documents at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.arrays import types_of
from . import wordings
from .marking import in_capitals

__all__ = ["chained"]

_SMALL = frozenset("of for the and".split()) | wordings.PARTICLES | wordings.SUFFIXES
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_COMMON = _BODY | classes.PLACE | classes.ADJECTIVE | classes.TIME
_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
# Names that end alike and are compared one by one: more would make a crafted document slow.
_MOST_ALIKE = 8

_Places = NDArray[np.int64]
_Mask = NDArray[np.bool_]


def chained(
    reading: Grammar,
    spellings: tuple[_Places, _Places],
    forms: tuple[_Places, _Places, _Places, _Places],
    glosses: Iterable[tuple[int, int]],
) -> _Places:
    """Entity of every form, numbered by the first appearance of one of its forms; shape (n_forms,).

    Two names of several words are one where their first and last words agree, or one lies in the other and both end
    alike. A single word belongs to the name that ends with it, or, if that goes on with a common noun, begins with it
    (Wagner Group); of several such names to the one met most often.

    Parameters
    ----------
    reading : Grammar
    spellings : first and last
        Token span of one occurrence of every spelling of the corpus.
    forms : four int64 arrays
        Spelling, document, number of occurrences, and 1, -1 or 0 for titles of men, of women or neither before it, of
        every form, document by document.
    glosses : pairs of forms
        One of them stands in brackets after the other.
    """
    chains = _Chains(reading, _Cores.of(reading, *spellings), forms)
    owner = np.arange(len(forms[0]))
    for joined in (chains.long(), chains.single()):
        owner[joined[0]] = joined[1]
    owner = _roots(owner)
    for one, other in glosses:
        if chains.spells(one, other) or chains.spells(other, one):
            one, other = (_root(owner, form) for form in (one, other))
            owner[other] = one
    owner = _roots(owner)
    begins = np.full(len(owner), len(owner))
    np.minimum.at(begins, owner, np.arange(len(owner)))
    return np.unique(begins[owner], return_inverse=True)[1].astype(np.int64)


def _root(owner: _Places, form: int) -> int:
    while owner[form] != form:
        form = int(owner[form])
    return form


def _roots(owner: _Places) -> _Places:
    while not np.array_equal(owner, owner[owner]):
        owner = owner[owner]
    return owner


@dataclass(frozen=True, eq=False)
class _Cores:
    """What chaining asks of every spelling; words are types in lower case."""

    first: _Places
    last: _Places
    words: _Places
    is_small: _Mask
    n_words: _Places
    begin: _Places
    end: _Places
    is_acronym: _Mask
    ends_names: _Mask
    begins_names: _Mask
    is_given: _Mask
    has_body_second: _Mask
    begins_plain: _Mask
    sexes: _Places

    @classmethod
    def of(cls, reading: Grammar, first: _Places, last: _Places) -> _Cores:
        types = reading.tokens.type_ids
        is_small = np.fromiter(map(len, reading.lower), dtype=np.int64, count=len(reading.lower)) < 2
        is_small[types_of(reading.tokens, _SMALL)] = True
        places = np.append(np.flatnonzero(~is_small[types]), len(types))
        begin, end = np.searchsorted(places, first), np.searchsorted(places, last)
        # A name of small words alone is its own core.
        is_empty = begin == end
        n_words = np.where(is_empty, last - first, end - begin)
        words, bits = _lower_types(reading)
        at = np.where(is_empty, first, places[begin])
        second = np.where(is_empty, first + 1, places[np.minimum(begin + 1, len(places) - 1)])
        leads = bits[types[at]]
        follows = bits[types[np.minimum(second, len(types) - 1)]]
        is_given = (leads & _GIVEN) != 0
        return cls(
            first,
            last,
            words,
            is_small,
            n_words,
            words[types[at]],
            words[types[np.where(is_empty, last, places[end - 1] + 1) - 1]],
            is_acronym=(last - first == 1) & in_capitals(reading)[types[first]],
            ends_names=((leads & _COMMON) == 0) | is_given,
            begins_names=(leads & (_BODY | classes.ADJECTIVE | classes.PLACE)) == 0,
            is_given=is_given,
            has_body_second=(n_words > 1) & ((follows & _BODY) != 0),
            sexes=((leads & classes.GIVEN_NAME_M) != 0).astype(np.int64) - ((leads & classes.GIVEN_NAME_F) != 0),
            begins_plain=((leads & classes.ADJECTIVE) == 0) | is_given,
        )


class _Chains:
    """Forms of all documents, and the pairs of which the first is another name of the second."""

    def __init__(self, reading: Grammar, cores: _Cores, forms: tuple[_Places, _Places, _Places, _Places]) -> None:
        self._reading = reading
        self._cores = cores
        self._which, self._documents, self._counts, self._leans = forms
        self._n_types = len(reading.lower)
        self._long = np.flatnonzero(cores.n_words[self._which] > 1)
        self._known: dict[int, tuple[str, ...]] = {}

    def long(self) -> tuple[list[int], list[int]]:
        """Names of several words, and the names before them with which they agree."""
        keys = self._keys(self._long, self._cores.end)
        order = np.argsort(keys, kind="stable")
        _, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
        alike = order[counts[numbers[order]] > 1]
        joined: tuple[list[int], list[int]] = ([], [])
        key = -1
        before: list[int] = []
        for form, one in zip(self._long[alike].tolist(), keys[alike].tolist(), strict=True):
            if one != key:
                key, before = one, []
            for other in before[:_MOST_ALIKE]:
                if self._agree(form, other):
                    joined[0].append(form)
                    joined[1].append(other)
                    break
            before.append(form)
        return joined

    def single(self) -> tuple[_Places, _Places]:
        """Names of one word, and the same word before or the longer names that they are short for."""
        cores, which = self._cores, self._which
        single = np.flatnonzero(cores.n_words[which] == 1)
        keys = self._keys(single, cores.begin)
        _, shown, numbers = np.unique(keys, return_index=True, return_inverse=True)
        owner = single[shown[numbers]]
        single, keys = single[shown], keys[shown]
        kind, of_long = which[single], which[self._long]
        found = np.full(len(single), -1)
        for lean in (-1, 0, 1):
            # Mr. Stahl is not Eva Stahl.
            rows = np.flatnonzero(cores.ends_names[kind] & (self._leans[single] == lean))
            fitting = (cores.begins_plain & (cores.sexes * lean >= 0))[of_long]
            found[rows] = self._most_met(keys[rows], cores.end, fitting)
        ahead = np.where(
            cores.is_given[kind],
            self._most_met(keys, cores.begin, np.ones(len(of_long), dtype=bool)),
            self._most_met(keys, cores.begin, cores.has_body_second[of_long]),
        )
        found = np.where((found < 0) & cores.begins_names[kind], ahead, found)
        asked = np.flatnonzero((found < 0) & cores.is_acronym[kind])
        found[asked] = self._with_initials(single[asked])
        owner[shown] = np.where(found < 0, single, found)
        return np.flatnonzero(cores.n_words[which] == 1), owner

    def spells(self, long: int, short: int) -> bool:
        """Whether an acronym stands for a name: each holds the other's letters in order, and both begin alike."""
        name, acronym = int(self._which[long]), int(self._which[short])
        if not self._cores.is_acronym[acronym] or self._cores.n_words[name] < 2:
            return False
        letters, initials = self._core(acronym)[0], "".join([word[0] for word in self._core(name)])
        return letters[0] == initials[0] and (_in_order(letters, initials) or _in_order(initials, letters))

    def _keys(self, forms: _Places, words: _Places) -> _Places:
        """Document and word of forms, as one number."""
        return np.asarray(self._documents[forms] * self._n_types + words[self._which[forms]])

    def _most_met(self, keys: _Places, words: _Places, allowed: _Mask, *, is_first: bool = False) -> _Places:
        """For each key the allowed name of several words with it: the one met most often, or the first."""
        long = self._long[allowed]
        if not len(long):
            return np.full(len(keys), -1)
        own = self._keys(long, words)
        order = np.lexsort((long, long if is_first else -self._counts[long], own))
        place = np.minimum(np.searchsorted(own[order], keys), len(order) - 1)
        return np.where(own[order][place] == keys, long[order][place], -1)

    def _with_initials(self, single: _Places) -> _Places:
        """For acronyms the first name of several words in their document that has them for initials, else -1."""
        lower, cores = self._reading.lower, self._cores
        asked = {lower[i]: i for i in cores.begin[self._which[single]].tolist()}
        words = np.full(len(cores.first), -1)
        for spelling in np.flatnonzero(cores.n_words > 1).tolist() if asked else []:
            initials = "".join([word[0] for word in self._core(spelling)])
            words[spelling] = asked.get(initials, -1)
        named = words[self._which[self._long]] >= 0
        return self._most_met(self._keys(single, cores.begin), words, named, is_first=True)

    def _agree(self, one: int, other: int) -> bool:
        if self._cores.begin[self._which[one]] == self._cores.begin[self._which[other]]:
            return True
        words, others = (set(self._core(int(self._which[form]))) for form in (one, other))
        return words < others or others < words

    def _core(self, spelling: int) -> tuple[str, ...]:
        if spelling not in self._known:
            cores, lower = self._cores, self._reading.lower
            types = self._reading.tokens.type_ids[cores.first[spelling] : cores.last[spelling]].tolist()
            core = tuple([lower[i] for i in types if not cores.is_small[i]])
            self._known[spelling] = core or tuple([lower[i] for i in types])
        return self._known[spelling]


def _lower_types(reading: Grammar) -> tuple[_Places, NDArray[np.uint32]]:
    """For every type its form in lower case, as a type, and the classes of that; none where it does not occur."""
    words, bits = np.arange(len(reading.lower)), reading.type_classes.copy()
    for i in np.flatnonzero(in_capitals(reading)).tolist():
        lower = reading.tokens.id_of(reading.lower[i])
        words[i], bits[i] = (i, 0) if lower is None else (lower, bits[lower])
    return words, bits


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
