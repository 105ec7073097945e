"""`Term`, `Actor`, `Lexicon`, and everything that can be wrong with them.

A term is one or more variants. A variant is one or more words, each literal but for a `*` at its end, which leaves the
word open: ``mercenar*``, ``rogue general*``, ``war* crime*``. There are no regular expressions: a list that came from a
stranger must not be able to make the matching slow.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from ..errors import ArgumentError, LexiconError, nearest

__all__ = ["Actor", "Lexicon", "Term", "lexicon_by_lines", "pattern_fault", "shown"]

_MAX_SHOWN = 60
_LONGEST_ACRONYM = 4
_WORD = re.compile(r"[^\W_][\w'*-]*|'s\b")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True)
class Term:
    """Words that count as one entry of a lexicon.

    Parameters
    ----------
    variants : tuple of str
        Alternatives that are counted together; the first one names the term. Runs of white space become one space.
    category : str
    note : str
        Why the term is in the list.
    definition, include, exclude, example : str
        What a codebook says of it: its sense, what counts, what does not, a passage.
    """

    variants: tuple[str, ...]
    category: str
    note: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "variants", _plain_texts("variants", self.variants))
        object.__setattr__(self, "category", " ".join(self.category.split()))

    @property
    def name(self) -> str:
        """First variant."""
        return self.variants[0]


@dataclass(frozen=True)
class Actor:
    """A person or body that articles name.

    Parameters
    ----------
    name : str
    aliases : tuple of str
        Other ways to name the same actor; no two actors share one.
    titles : tuple of str
        Ranks and offices that stand before the name; actors may share them.
    side : str, optional
        The party of the conflict that the actor belongs to.
    note : str
    """

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    side: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))
        object.__setattr__(self, "aliases", _plain_texts("aliases", self.aliases))
        object.__setattr__(self, "titles", _plain_texts("titles", self.titles))


@dataclass(frozen=True)
class Lexicon:
    """Terms by category, and actors; checked when it is made.

    Parameters
    ----------
    terms : tuple of Term
    actors : tuple of Actor
    source : str
        Where the list came from.
    circular : bool
        Whether it was written from the very articles that it is applied to. Its counts then describe these articles
        and cannot be surprised by them.
    language : str, optional
        ISO 639-1 code of the terms.

    Raises
    ------
    LexiconError
        An empty term, a ``*`` that is not at the end of a word, a term listed twice, an alias of two actors, ...
    """

    terms: tuple[Term, ...]
    actors: tuple[Actor, ...] = ()
    source: str = ""
    circular: bool = False
    language: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", tuple(self.terms))
        object.__setattr__(self, "actors", tuple(self.actors))
        places = [f"term {i + 1}" for i in range(len(self.terms))]
        for fault in (*_term_faults(self.terms, places), *_actor_faults(self.actors)):
            raise LexiconError(fault)

    def __repr__(self) -> str:
        return f"Lexicon({len(self.terms)} terms in {len(self.categories)} categories, {len(self.actors)} actors)"

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Names of the categories, sorted by code point."""
        return tuple(sorted({term.category for term in self.terms}))

    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of the content: equal for equal lexicons, whatever file or form they were read from."""
        content = json.dumps(asdict(self), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(content.encode("ascii")).hexdigest()

    def actor(self, name: str) -> Actor:
        """Actor of that name or alias, in any case.

        Raises
        ------
        ArgumentError
            No actor is called so; the message names the most similar.
        """
        for actor in self.actors:
            if _key(name) in (_key(actor.name), *map(_key, actor.aliases)):
                return actor
        known = [label for actor in self.actors for label in (actor.name, *actor.aliases)]
        raise ArgumentError(f"actor {shown(name)} is not in the lexicon; {nearest(name, known)}")

    def codebook(self) -> list[dict[str, str]]:
        """One row a term, by category and term: category, term, definition, include, exclude, example, note."""
        rows = [
            {
                "category": term.category,
                "term": " | ".join(term.variants),
                "definition": term.definition,
                "include": term.include,
                "exclude": term.exclude,
                "example": term.example,
                "note": term.note,
            }
            for term in self.terms
        ]
        return sorted(rows, key=lambda row: (row["category"], row["term"]))


def lexicon_by_lines(entries: Iterable[tuple[int, Term]]) -> Lexicon:
    """Lexicon of terms that each stand on a numbered line, which errors name."""
    numbered = list(entries)
    terms = tuple(term for _, term in numbered)
    for fault in _term_faults(terms, [f"line {line}" for line, _ in numbered]):
        raise LexiconError(fault)
    return Lexicon(terms)


def pattern_fault(pattern: str) -> str | None:
    """Reason why a variant of a term, or a free pattern of the same form, cannot be matched; None where it can."""
    if not pattern.strip():
        return "the term is empty; write a word or a phrase"
    if fault := _text_fault(pattern):
        return fault
    for word in pattern.split():
        if "*" in word and not any(character.isalnum() for character in word):
            return f"{shown(word)} in {shown(pattern)} matches every word; write how the word begins, as in 'mercenar*'"
        if "*" in word[:-1] or (word.endswith("*") and not _is_inner(word[-2])):
            return f"'*' in {shown(pattern)} is not at the end of a word; leave only an end open, as in 'mercenar*'"
    if not any(character.isalnum() for character in pattern):
        return f"{shown(pattern)} has no word that can be matched; write at least one letter or digit"
    return None


def shown(value: object) -> str:
    """Value as it can stand in a message of one line."""
    text = repr(value)
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."


def _is_inner(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in "-'’"


def _plain_texts(name: str, given: object) -> tuple[str, ...]:
    # A bare str would pass for a tuple of its letters.
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise ArgumentError(f"{name} is {shown(given)}; it must be a tuple of texts")
    return tuple(" ".join(text.split()) for text in given)


def _term_faults(terms: Sequence[Term], places: Sequence[str]) -> Iterator[str]:
    seen: dict[str, tuple[str, str]] = {}
    for term, place in zip(terms, places, strict=True):
        if not term.variants:
            yield f"{place}: the list of alternatives is empty; write at least one"
        if not term.category:
            yield f"{place}: the category is empty; write its name"
        for text in (term.category, term.note, term.definition, term.include, term.exclude, term.example):
            if fault := _text_fault(text):
                yield f"{place}: {fault}"
        own: set[str] = set()
        for variant in term.variants:
            if fault := pattern_fault(variant):
                yield f"{place}: {fault}"
            key = _key(variant)
            first, category = seen.setdefault(key, (place, term.category))
            if category != term.category:
                yield (
                    f"{place}: {shown(variant)} is in category {shown(term.category)} here and in {shown(category)} "
                    f"in {first}; a term has one category"
                )
            if first != place or key in own:
                yield f"{place}: {shown(variant)} stands already in {first}; a term is listed once"
            own.add(key)


def _actor_faults(actors: Sequence[Actor]) -> Iterator[str]:
    owners: dict[str, int] = {}
    for i, actor in enumerate(actors):
        place = f"actor {i + 1}"
        for field, labels in (("name", (actor.name,)), ("alias", actor.aliases), ("title", actor.titles)):
            for label in labels:
                if not any(character.isalnum() for character in label):
                    yield f"{place}: {field} {shown(label)} is empty; write at least one letter or digit"
                if fault := _text_fault(label):
                    yield f"{place}: {fault}"
                owner = owners.setdefault(_key(label), i) if field != "title" else i
                if owner != i:
                    yield (
                        f"{place}: {field} {shown(label)} belongs to actor {owner + 1}, {shown(actors[owner].name)}, "
                        "already; a name stands for one actor"
                    )
        for text in (actor.side or "", actor.note):
            if fault := _text_fault(text):
                yield f"{place}: {fault}"


def _text_fault(text: str) -> str | None:
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r":
            return f"{shown(text)} holds the control character U+{ord(character):04X}; remove it"
    return None


def _key(text: str) -> str:
    """Form shared by spellings that match the same words: lower case but for short acronyms, no punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).translate(_PLAIN) if unicodedata.category(c) != "Cf")
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    words = (piece for word in _WORD.findall(plain) for piece in re.split(r"(?=-)", word))
    return " ".join(word if _is_acronym(word) else word.lower() for word in words)


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= sum(character.isalpha() for character in word) <= _LONGEST_ACRONYM
