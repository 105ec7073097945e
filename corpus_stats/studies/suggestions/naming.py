"""Which names are one name: acronyms with their expansions, spelling variants, the last name alone.

A *key* is a name folded: lower case, no accents, no dots, no *al-* and no *the*. Nothing here knows an article, but for
which keys occur together in one: an article seldom spells one name in two ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

__all__ = ["Named", "initials_of", "is_acronym", "is_acronym_of", "is_spelling_of", "key_of", "merged"]

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ARTICLES = {"the", "al", "el", "ad", "as", "ash", "an", "ar"}
_SMALL = {"of", "for", "and", "the", "in", "on", "to", "a", "at", "de", "la", "du", "des", "del", "und", "et"}
# Letters that one sound of a foreign name is written with.
_FIRST_LETTERS = ("gqkc", "jyg", "kh", "td", "vw", "sz")
_SOFT = "aeiouy"
_LEAST_LETTERS, _LEAST_CONSONANTS, _MOST_IN_A_BUCKET = 6, 4, 40
_LONGEST_ACRONYM = 6
_DOMINANT = 5


@dataclass(frozen=True)
class Named:
    """One key as the articles use it: its kind, its occurrences, and the documents that have it."""

    kind: str
    n: int
    documents: frozenset[int]


def key_of(name: str) -> str:
    """Name as it is compared: folded words with one space between them."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate({0x131: "i"}).casefold()
    words = [re.sub(r"['’.]", "", word) for word in _WORD.findall(plain)]
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def is_acronym(form: str) -> bool:
    """Whether a form is written as an acronym: capitals, with or without dots."""
    letters = form.replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= _LONGEST_ACRONYM


def initials_of(name: str) -> set[str]:
    """Initials of a name of two words or more, in lower case, with its small words and without them."""
    words = [word.casefold() for piece in name.split() for word in piece.split("-") if word]
    large = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in chosen) for chosen in (words, large) if len(chosen) > 1}


def is_acronym_of(form: str, name: str) -> bool:
    """Whether a form is an acronym with letters of a name in their order, from the beginning of one of its words."""
    letters, rest = form.replace(".", "").casefold(), iter(name.casefold())
    begins = {word[0] for word in name.casefold().split()}
    return is_acronym(form) and letters[0] in begins and all(letter in rest for letter in letters)


def is_spelling_of(key: str, other: str) -> bool:
    """Whether two keys are probably one name spelled in two ways, word by word; endings do not differ (Libya, Libyan).

    One letter apart in words of six letters or more, or the same consonants, four or more of them (Haftar, Hifter).
    """
    words, others = key.split(), other.split()
    if len(words) != len(others) or key == other:
        return False
    return all(a == b or _is_variant(a, b) for a, b in zip(words, others, strict=True))


def merged(names: Mapping[str, Named], acronyms: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """For every key the key of the name that it is taken to stand for, itself in most cases.

    `acronyms` are pairs of an acronym's key and that of its expansion.
    """
    target = {key: key for key in names}
    for variant, standard in (*acronyms, *_spellings(names), *_lone_names(names), *_shorter_names(names)):
        a, b = _root(target, variant), _root(target, standard)
        if a != b:
            target[a] = b
    return {key: _root(target, key) for key in names}


def _root(target: dict[str, str], key: str) -> str:
    while target[key] != key:
        key = target[key]
    return key


def _spellings(names: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(names):
        for place in _places(key):
            buckets[place].append(key)
    for bucket in buckets.values():
        # A word that hundreds of names share tells none of them apart.
        for a, b in combinations(bucket[:_MOST_IN_A_BUCKET], 2):
            if names[a].kind != names[b].kind or not is_spelling_of(a, b):
                continue
            if " " not in a and names[a].documents & names[b].documents:
                continue
            yield (a, b) if (names[a].n, b) < (names[b].n, a) else (b, a)


def _places(key: str) -> set[tuple[str, ...]]:
    """Where to look for other spellings of a key: with one word of it left out, or with its consonants only."""
    words = key.split()
    masked = {(*words[:i], "", *words[i + 1 :]) for i in range(len(words))} if len(words) > 1 else set()
    if len(words) == 1:
        masked = {(key[:i] + key[i + 1 :], "") for i in range(len(key))} | {(key, "")}
    return masked | {tuple(_consonants(word) for word in words)}


def _lone_names(names: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    """Last names alone, each with the one person it can be."""
    persons: dict[str, list[str]] = defaultdict(list)
    for key, named in names.items():
        if named.kind == "person" and " " in key:
            persons[key.rsplit(" ", 1)[1]].append(key)
    for key in sorted(names):
        if " " in key or names[key].kind == "organisation":
            continue
        ranked = sorted(persons.get(key, ()), key=lambda other: (-names[other].n, other))
        if len(ranked) == 1 or (ranked and names[ranked[0]].n >= _DOMINANT * names[ranked[1]].n):
            yield key, ranked[0]


def _shorter_names(names: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    """Persons' names that leave out a middle name, or a first one of three."""
    persons = sorted(key for key, named in names.items() if named.kind == "person" and key.count(" ") > 1)
    for key in persons:
        words = key.split()
        shorter = {f"{word} {words[-1]}" for word in words[:-1]} | {" ".join(words[1:])}
        for other in sorted(shorter & names.keys()):
            if names[other].kind == "person":
                yield other, key


def _is_variant(a: str, b: str) -> bool:
    longest = max(len(a), len(b))
    if not (a.isalpha() and b.isalpha()) or longest < _LEAST_LETTERS - 1 or min(len(a), len(b)) < 4:
        return False
    if a[0] != b[0] and not any(a[0] in letters and b[0] in letters for letters in _FIRST_LETTERS):
        return False
    if a[-1] != b[-1] and not (a[-1] in "iy" and b[-1] in "iy"):
        return False
    same = _consonants(a) == _consonants(b)
    if same and len(_consonants(a)) >= _LEAST_CONSONANTS and abs(len(a) - len(b)) <= 2:
        return True
    return longest >= _LEAST_LETTERS and OSA.distance(a, b) == 1


def _consonants(word: str) -> str:
    hard = "".join(c for c in word if c not in _SOFT)
    return re.sub(r"(.)\1+", r"\1", hard)
