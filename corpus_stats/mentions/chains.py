"""Which forms of names in one document name the same: Khalifa Haftar and Haftar, a body and its acronym.

Throughout this module, a form is one spelling of a name in one document, known by its number; spellings are tuples of
types, each given once for the whole corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from . import wordings

__all__ = ["chained"]

_SMALL = frozenset("of for the and".split()) | wordings.PARTICLES | wordings.SUFFIXES
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_COMMON = _BODY | classes.PLACE | classes.ADJECTIVE | classes.TIME
_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
# Names that end alike and are compared one by one: more would make a crafted document slow.
_MOST_ALIKE = 8


@dataclass(frozen=True)
class _Spelling:
    """What chaining asks of a spelling."""

    core: tuple[str, ...]
    words: frozenset[str]
    initials: str
    is_acronym: bool
    ends_names: bool
    begins_names: bool
    is_given: bool
    has_body_second: bool
    begins_plain: bool


def chained(
    reading: Grammar,
    spellings: Sequence[tuple[str, ...]],
    forms: tuple[Sequence[int], Sequence[int], Sequence[int]],
    glosses: Iterable[tuple[int, int]],
) -> NDArray[np.int64]:
    """Entity of every form, numbered by the first appearance of one of its forms; shape (n_forms,).

    Two names of several words are one where their first and last words agree, or one lies in the other and both end
    alike. A single word belongs to the name that ends with it, or, if that goes on with a common noun, begins with it
    (Wagner Group); of several such names to the one met most often.

    Parameters
    ----------
    reading : Grammar
    spellings : sequence of tuple of str
        Every spelling of the corpus.
    forms : three sequences
        Spelling, document and number of occurrences of every form, document by document.
    glosses : pairs of forms
        One of them stands in brackets after the other.
    """
    known = [_spelling(reading, spelling) for spelling in spellings]
    which, documents, counts = forms
    by_document: dict[int, list[tuple[int, int]]] = {}
    for pair in glosses:
        by_document.setdefault(documents[pair[0]], []).append(pair)
    owner = list(range(len(which)))
    begin = 0
    while begin < len(which):
        end = begin
        while end < len(which) and documents[end] == documents[begin]:
            end += 1
        chains = _Chains(owner, [known[i] for i in which[begin:end]], begin)
        chains.join_long()
        for long, short in by_document.get(documents[begin], []):
            one, other = known[which[long]], known[which[short]]
            if _spells(one, other) or _spells(other, one):
                chains.join(long, short)
        chains.join_single(counts)
        begin = end
    roots = [_root(owner, form) for form in range(len(owner))]
    numbers = {root: i for i, root in enumerate(dict.fromkeys(roots))}
    return np.array([numbers[root] for root in roots], dtype=np.int64)


class _Chains:
    """Forms of one document, numbered from `begin`, and who was taken for whom."""

    def __init__(self, owner: list[int], forms: Sequence[_Spelling], begin: int) -> None:
        self._owner = owner
        self._forms = forms
        self._begin = begin
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}

    def join(self, one: int, other: int) -> None:
        one, other = sorted((_root(self._owner, one), _root(self._owner, other)))
        self._owner[other] = one

    def join_long(self) -> None:
        """Join names of several words that agree."""
        for form, spelling in enumerate(self._forms, self._begin):
            core = spelling.core
            if len(core) == 1:
                continue
            alike = self._by_last.setdefault(core[-1], [])
            for other in alike[:_MOST_ALIKE]:
                one = self._forms[other - self._begin]
                if one.core[0] == core[0] or one.words < spelling.words or spelling.words < one.words:
                    self.join(other, form)
                    break
            alike.append(form)
            self._by_first.setdefault(core[0], []).append(form)
            self._by_initials.setdefault(spelling.initials, form)

    def join_single(self, counts: Sequence[int]) -> None:
        """Join names of one word to one another and to the longer name that they are short for."""
        single: dict[str, int] = {}
        for form, spelling in enumerate(self._forms, self._begin):
            if len(spelling.core) > 1:
                continue
            word = spelling.core[0]
            if word in single:
                self.join(single[word], form)
                continue
            single[word] = form
            found = self._by_last.get(word, []) if spelling.ends_names else []
            found = [i for i in found if self._forms[i - self._begin].begins_plain]
            if not found and spelling.begins_names:
                ahead = self._by_first.get(word, [])
                found = [i for i in ahead if spelling.is_given or self._forms[i - self._begin].has_body_second]
            if not found and spelling.is_acronym and word in self._by_initials:
                found = [self._by_initials[word]]
            if found:
                self.join(max(found, key=lambda i: (counts[i], -i)), form)


def _root(owner: list[int], form: int) -> int:
    while owner[form] != form:
        owner[form] = owner[owner[form]]
        form = owner[form]
    return form


def _spelling(reading: Grammar, types: tuple[str, ...]) -> _Spelling:
    lower = tuple(word.lower() for word in types)
    core = tuple(word for word in lower if word not in _SMALL and len(word) > 1) or lower
    bits = [_bits(reading, word) for word in core]
    return _Spelling(
        core,
        frozenset(core),
        "".join(word[0] for word in core),
        is_acronym=len(types) == 1 and len(types[0]) > 1 and types[0].isupper(),
        ends_names=not bits[0] & _COMMON or bool(bits[0] & _GIVEN),
        begins_names=not bits[0] & (_BODY | classes.ADJECTIVE | classes.PLACE),
        is_given=bool(bits[0] & _GIVEN),
        has_body_second=len(core) > 1 and bool(bits[1] & _BODY),
        begins_plain=not bits[0] & classes.ADJECTIVE or bool(bits[0] & _GIVEN),
    )


def _bits(reading: Grammar, word: str) -> int:
    position = reading.tokens.id_of(word)
    return 0 if position is None else int(reading.type_classes[position])


def _spells(name: _Spelling, short: _Spelling) -> bool:
    """Whether an acronym stands for a name: each holds the other's letters in order, and both begin alike."""
    letters = short.core[0]
    if not short.is_acronym or len(name.core) < 2 or letters[0] != name.initials[0]:
        return False
    return _in_order(letters, name.initials) or _in_order(name.initials, letters)


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
