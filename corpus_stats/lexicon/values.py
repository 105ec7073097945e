"""`Term`, `Actor`, `Lexicon`, and everything that can be wrong with them.

A term is one or more variants. A variant is one or more words, each literal but for a `*` at its end, which leaves the
word open: ``mercenar*``, ``rogue general*``, ``war* crime*``. There are no regular expressions: a list that came from a
stranger must not be able to make the matching slow.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from itertools import chain

from ..errors import ArgumentError, LexiconError, nearest
from .roles import Role, role_faults
from .texts import name_fault, pattern_fault, plain_texts, shown, spelling_key, text_fault

__all__ = ["Actor", "Lexicon", "Term", "lexicon_by_lines"]


@dataclass(frozen=True)
class Term:
    """Words that count as one entry of a lexicon.

    Parameters
    ----------
    variants : tuple of str
        Alternatives that are counted together. Runs of white space become one space.
    category : str
    note : str
        Why the term is in the list.
    definition, include, exclude, example : str
        What a codebook says of it: its sense, what counts, what does not, a passage.
    name : str
        What tables call it; if not given, all its variants: ``warlord* | militia chief``.
    """

    variants: tuple[str, ...]
    category: str
    note: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "variants", plain_texts("variants", self.variants))
        object.__setattr__(self, "category", " ".join(self.category.split()))
        # Who reads a count must see all that was counted, not the first of several words.
        object.__setattr__(self, "name", " ".join(self.name.split()) or " | ".join(self.variants))


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
        object.__setattr__(self, "aliases", plain_texts("aliases", self.aliases))
        object.__setattr__(self, "titles", plain_texts("titles", self.titles))

    @classmethod
    def asked(cls, name: str, aliases: tuple[str, ...] = ()) -> Actor:
        """Actor by a name that somebody asked for; an `ArgumentError` where no article could be searched for it."""
        if fault := name_fault(name):
            raise ArgumentError(f"actor {fault}")
        return cls(name, aliases)


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
    roles : tuple of Role
        Parts that people play on more than one side of a conflict.
    hostile : tuple of str
        Categories whose terms nobody uses of the own side.

    Raises
    ------
    LexiconError
        An empty term, a ``*`` that is not at the end of a word, a term listed twice, an alias of two actors, a role
        with one side, ...
    """

    terms: tuple[Term, ...]
    actors: tuple[Actor, ...] = ()
    source: str = ""
    circular: bool = False
    language: str | None = None
    roles: tuple[Role, ...] = ()
    hostile: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", tuple(self.terms))
        object.__setattr__(self, "actors", tuple(self.actors))
        object.__setattr__(self, "roles", tuple(self.roles))
        places = [f"term {i + 1}" for i in range(len(self.terms))]
        parties = {actor.name: actor.side for actor in self.actors}
        faults = (_term_faults(self.terms, places), _actor_faults(self.actors), role_faults(self.roles, parties))
        for fault in chain(*faults):
            raise LexiconError(fault)
        object.__setattr__(self, "hostile", tuple(self.hostile))
        for category in self.hostile:
            if category not in self.categories:
                hint = nearest(category, self.categories)
                hint = hint if hint.startswith("did") else f"the lexicon's are {', '.join(self.categories)}"
                hint = (
                    hint if self.categories else "the lexicon has no terms, so leave hostile out or add [[term]] tables"
                )
                raise LexiconError(f"hostile category {shown(category)} has no term; {hint}")

    def __repr__(self) -> str:
        return f"Lexicon({len(self.terms)} terms in {len(self.categories)} categories, {len(self.actors)} actors)"

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Names of the categories, sorted by code point."""
        return tuple(sorted({term.category for term in self.terms}))

    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of the content: equal for equal lexicons, whatever file or form they were read from."""
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        fields = asdict(self)
        for term in fields["terms"]:
            if term["name"] == " | ".join(term["variants"]):
                del term["name"]  # it says nothing of its own
        content = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(content.encode("ascii")).hexdigest()

    @cached_property
    def _called(self) -> dict[str, Actor]:
        """Actor by spelling key of name and alias."""
        called: dict[str, Actor] = {}
        for actor in self.actors:
            for label in (actor.name, *actor.aliases):
                called.setdefault(spelling_key(label), actor)
        return called

    @cached_property
    def _bare(self) -> dict[str, Actor]:
        """The same by keys without *the*: an alias *the army* is *army* too."""
        bare: dict[str, Actor] = {}
        for key, actor in self._called.items():
            bare.setdefault(key.removeprefix("the "), actor)
        return bare

    @cached_property
    def _titled(self) -> dict[str, Actor]:
        """Actor by spelling key of title and name or alias; the first of those that share both."""
        titled: dict[str, Actor] = {}
        for actor in self.actors:
            labels = [spelling_key(label) for label in (actor.name, *actor.aliases)]
            for title in map(spelling_key, actor.titles):
                for label in labels:
                    titled.setdefault(f"{title} {label.removeprefix('the ')}", actor)
        return titled

    def with_actors(self, names: Iterable[str]) -> Lexicon:
        """The lexicon, with actors by those names that it does not know."""
        lacking = tuple(Actor.asked(name) for name in dict.fromkeys(names) if spelling_key(name) not in self._called)
        return replace(self, actors=(*self.actors, *lacking)) if lacking else self

    def actor(self, name: str) -> Actor:
        """Actor of that name or alias, in any case.

        Raises
        ------
        ArgumentError
            No actor is called so; the message names the most similar.
        """
        found = self._called.get(spelling_key(name))
        if found is not None:
            return found
        known = [label for actor in self.actors for label in (actor.name, *actor.aliases)]
        raise ArgumentError(f"actor {shown(name)} is not in the lexicon; {nearest(name, known)}")

    def called(self, wording: str) -> Actor | None:
        """Actor whose name or alias a wording is, in any case, with *the* or one of the actor's titles before it."""
        key = spelling_key(wording).removeprefix("the ")
        return self._bare.get(key) or self._titled.get(key)

    def is_name(self, label: str, actor: str) -> bool:
        """Whether a label is the actor's own name, alias or title, with or without *the*: no gap in the lexicon."""
        called, owner = self.called(label), self._called.get(spelling_key(actor))
        if owner is None:
            return False
        return called is owner or spelling_key(label) in map(spelling_key, owner.titles)

    def role(self, name: str) -> Role:
        """Role of that name, in any case.

        Raises
        ------
        ArgumentError
            No role is called so; the message names the most similar.
        """
        for role in self.roles:
            if name.casefold() == role.name.casefold():
                return role
        known = [role.name for role in self.roles]
        raise ArgumentError(f"role {shown(name)} is not in the lexicon; {nearest(name, known)}")

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


def _term_faults(terms: Sequence[Term], places: Sequence[str]) -> Iterator[str]:
    seen: dict[str, tuple[str, str]] = {}
    named: dict[str, str] = {}
    for term, place in zip(terms, places, strict=True):
        if not term.variants:
            yield f"{place}: the list of alternatives is empty; write at least one"
        if not term.category:
            yield f"{place}: the category is empty; write its name"
        for text in (term.category, term.note, term.definition, term.include, term.exclude, term.example, term.name):
            if fault := text_fault(text):
                yield f"{place}: {fault}"
        own: set[str] = set()
        for variant in term.variants:
            if fault := pattern_fault(variant):
                yield f"{place}: {fault}"
            key = spelling_key(variant)
            first, category = seen.setdefault(key, (place, term.category))
            if category != term.category:
                yield (
                    f"{place}: {shown(variant)} is in category {shown(term.category)} here and in {shown(category)} "
                    f"in {first}; a term has one category"
                )
            if key in own:
                yield f"{place}: {shown(variant)} stands twice in it; a term is listed once"
            if first != place:
                yield f"{place}: {shown(variant)} stands already in {first}; a term is listed once"
            own.add(key)
        if named.setdefault(term.name, place) != place:
            yield f"{place}: the name {shown(term.name)} belongs to {named[term.name]} already; name each term apart"


def _actor_faults(actors: Sequence[Actor]) -> Iterator[str]:
    owners: dict[str, int] = {}
    for i, actor in enumerate(actors):
        place = f"actor {i + 1}"
        for field, labels in (("name", (actor.name,)), ("alias", actor.aliases), ("title", actor.titles)):
            for label in labels:
                if fault := name_fault(label):
                    yield f"{place}: {field} {fault}"
                if fault := text_fault(label):
                    yield f"{place}: {fault}"
                owner = owners.setdefault(spelling_key(label), i) if field != "title" else i
                if owner != i:
                    yield (
                        f"{place}: {field} {shown(label)} belongs to actor {owner + 1}, {shown(actors[owner].name)}, "
                        "already; a name stands for one actor"
                    )
        for text in (actor.side or "", actor.note):
            if fault := text_fault(text):
                yield f"{place}: {fault}"
