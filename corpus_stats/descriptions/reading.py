"""`Descriptions`: the labels at every mention of some actors, as token spans.

A label is read where grammar ties it to a mention: before the name, after it between commas, in a clause whose subject
or object the mention is, in a description that stands for the actor, or in what the actor is said to have. Nothing is
looked up in a lexicon: a label that nobody listed is found like a listed one. A word that merely stands near is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, grammar
from ..grammar import classes as c
from ..grammar.classes import classes_of
from ..grammar.marks import OWNED
from ..mentions import ENTITY_KINDS, MENTION_KINDS, Mentions, names
from ..tokens import Tokens
from .apart import captioned, fronted, fronted_naming, inverted, of_kind
from .appositions import apposition_after, apposition_before, apposition_beyond
from .before import bare_before, label_before, named_after, turned_before, unlisted_before
from .clauses import behind, predicate
from .complements import as_standing
from .groups import is_role, of_phrase
from .joints import CLOSED, Span, denies
from .naming import named_as
from .openings import AFTER, APART, BEFORE, HELD, INVERTED, NAMED, OWNING, PREDICATE, STANDING_AS, WORDED, openings
from .possessions import owned_before, owned_group, possessed, ruled
from .words import GENERIC, ROBBING, UNCHANGED, is_patron, naming_forms

__all__ = ["ATTACHED", "Descriptions", "descriptions"]

ATTACHED = ("before name", "after name", "alone", "predicate", "possessed")
"""How a label is tied to its actor."""

_BEFORE, _AFTER, _ALONE, _PREDICATE, _POSSESSED = range(len(ATTACHED))
_NAME, _TITLED, _DESCRIPTION, _PRONOUN = (
    MENTION_KINDS.index(kind) for kind in ("name", "titled name", "description", "pronoun")
)
_PERSON, _ORGANISATION = (ENTITY_KINDS.index(kind) for kind in ("person", "organisation"))
_BODY = c.GROUP | c.ORGANISATION_NOUN | c.PLACE
_NO_NOUN = CLOSED | c.VERB | c.VERB_ING | c.PARTICIPLE | c.ADVERB | c.TIME | c.NUMBER
_BODY_OR_PERSON = c.GROUP | c.ORGANISATION_NOUN | c.PERSON_NOUN
# First and last token, actor, position in ATTACHED.
_Row = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Descriptions:
    """Labels of actors, in the order of the text.

    Attributes
    ----------
    documents : int32 array of shape (n,)
        Position of the document in the corpus.
    first, last : int64 arrays of shape (n,)
        Token positions, `last` exclusive: the label without determiner and without the name.
    actors : int32 array of shape (n,)
        Position in ``lexicon.actors`` of the mentions they were read at.
    attached : uint8 array of shape (n,)
        Position in `ATTACHED`.
    tokens : Tokens
    """

    documents: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    actors: NDArray[np.int32]
    attached: NDArray[np.uint8]
    tokens: Tokens

    def __len__(self) -> int:
        return int(self.first.size)


class _Mention(NamedTuple):
    """One mention: where it stands, where its bare name or noun is, and which rules may find a label at it."""

    first: int
    head: int
    last: int
    kind: int
    actor: int
    opening: int
    actor_name: list[str]
    of_body: bool
    may_be_body: bool


def descriptions(found: Mentions, actors: Sequence[int] | None = None) -> Descriptions:
    """Labels at the mentions of some actors: those at the given positions in ``found.lexicon.actors``, or all.

    Each label stands once: where two rules find overlapping words for one actor, the label tied to the name is kept.
    An adjective that names a patron, side, seat or origin (Russia-backed) is a label of its own.
    """
    tokens = found.tokens
    reading = grammar(tokens)
    wanted = range(len(found.lexicon.actors)) if actors is None else actors
    spans = _kept(_read(reading, list(_selected(found, wanted))))
    rows = sorted({(*piece, *row[2:]) for row in spans for piece in _pieces(reading, row[:2])})
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    first, last, actor, attached = table.T.copy()
    documents = np.searchsorted(tokens.bounds, first, side="right") - 1
    return Descriptions(
        documents.astype(np.int32), first, last, actor.astype(np.int32), attached.astype(np.uint8), tokens
    )


def _selected(found: Mentions, wanted: Sequence[int]) -> Iterator[_Mention]:
    """Mentions of the wanted actors at which some rule may find a label."""
    own = {i: found.lexicon.actors[i].name.lower().split() for i in wanted}
    rows = np.flatnonzero(np.isin(found.actors, sorted(own)))
    kinds_of = _kinds(found, wanted, rows)
    opened = openings(found.tokens, *(getattr(found, name)[rows] for name in ("first", "heads", "last")))
    is_open = (opened != 0) | (found.kinds[rows] == _DESCRIPTION)
    rows, opened = rows[is_open], opened[is_open]
    columns = [getattr(found, name)[rows].tolist() for name in ("first", "heads", "last", "kinds", "actors")]
    for first, head, last, kind, actor, opening in zip(*columns, opened.tolist(), strict=True):
        yield _Mention(first, head, last, kind, actor, opening, own[actor], *kinds_of[actor])


def _kinds(found: Mentions, wanted: Sequence[int], rows: NDArray[np.int64]) -> dict[int, tuple[bool, bool]]:
    """Which actors are bodies or places, and which may be: nothing in the articles makes them persons."""
    known = names(found.tokens)
    actors, kinds, heads = found.actors[rows], found.kinds[rows], found.heads[rows]
    occurrences = np.where(kinds == _NAME, known.occurrences[heads], -1)
    of = np.append(known.kind_ids, -1)[np.append(known.entities, -1)[occurrences]]
    genders = (grammar(found.tokens).classes[heads] & (c.MALE | c.FEMALE)) != 0
    are_persons = (of == _PERSON) | (kinds == _TITLED) | ((kinds == _PRONOUN) & genders)
    n = len(found.lexicon.actors)
    persons, bodies = (np.bincount(actors[one], minlength=n) for one in (are_persons, of == _ORGANISATION))
    by_name = {i: _is_body(found.lexicon.actors[i].name) for i in wanted}
    return {i: (by_name[i] or bool(bodies[i] > persons[i]), not persons[i]) for i in wanted}


def _is_body(name: str) -> bool:
    """Whether a name is that of a body or a place: one of its words is, or it is an acronym."""
    words = name.split()
    return (len(words) == 1 and name.isupper()) or bool((classes_of([w.lower() for w in words]) & _BODY).any())


def _read(reading: Grammar, mentions: Sequence[_Mention]) -> list[_Row]:
    """Labels at mentions; they may overlap."""
    rows: list[_Row] = []
    begins = []
    for one in mentions:
        is_led = one.opening & (BEFORE | WORDED) and one.kind in (_NAME, _TITLED)
        found = _at_name(reading, one) if is_led else []
        begins.append(min([one.first, *[row[0] for row in found if row[3] == _BEFORE]]) if found else one.first)
        rows += found
    # what stands before a mention stands before the label that leads it
    places = [
        np.array(column, dtype=np.int64) for column in (begins, [m.head for m in mentions], [m.last for m in mentions])
    ]
    ahead = openings(reading.tokens, *places).tolist() if len(mentions) else []
    for mention, begin, opening in zip(mentions, begins, ahead, strict=True):
        if opening & (APART | HELD | NAMED | INVERTED):
            rows += _ahead(reading, mention, begin, opening)
        if mention.kind == _DESCRIPTION:
            rows += _rows([_alone(reading, mention)], mention, _ALONE)
        if mention.opening & (AFTER | OWNING | STANDING_AS | PREDICATE):
            rows += _behind(reading, mention)
    return rows


def _ahead(reading: Grammar, mention: _Mention, begin: int, opening: int) -> list[_Row]:
    """Labels that what stands before a mention, and before its label from `begin` on, gives it."""
    rows: list[_Row] = []
    last, body = mention.last, mention.of_body
    if mention.kind in (_NAME, _TITLED) and opening & APART:
        rows += _apart(reading, mention, begin)
    if opening & HELD and mention.kind != _PRONOUN and ruled(reading, last) is None:
        rows += _rows([owned_before(reading, begin)], mention, _POSSESSED)
    if opening & INVERTED:
        rows += _rows([inverted(reading, begin, last)], mention, _PREDICATE)
    # people think I'm a fool
    if opening & NAMED and not reading.words[last - 1].endswith(("'m", "'re")):
        if begin and reading.class_list[begin - 1] & c.DETERMINER and reading.near_list[begin]:
            begin -= 1
        rows += _rows(named_as(reading, begin, last, of_body=body), mention, _PREDICATE)
    return rows


def _behind(reading: Grammar, mention: _Mention) -> list[_Row]:
    """Labels in what follows a mention."""
    if mention.kind == _PRONOUN and reading.class_list[mention.first] & c.OWNER:
        return _at_owner(reading, mention)
    rows = _after(reading, mention) if mention.kind != _PRONOUN else []
    if mention.opening & PREDICATE:
        found = predicate(reading, mention.first, mention.last, of_body=mention.of_body)
        rows += _rows([one for one in found if not _is_of_name(reading, one, mention)], mention, _PREDICATE)
    return rows


def _at_owner(reading: Grammar, mention: _Mention) -> list[_Row]:
    """Labels at *his*, *her* or *its*: his henchmen, his role as chairman; what she is called she does not have."""
    opening, body = mention.opening, mention.of_body
    if opening & NAMED and named_as(reading, mention.first, mention.last, of_body=body):
        return []
    owned = [owned_group(reading, mention.last, of_body=body)] if opening & OWNING else []
    standing = as_standing(reading, mention.last, of_body=body) if opening & STANDING_AS else []
    return _rows(owned, mention, _POSSESSED) + _rows(standing, mention, _PREDICATE)


def _apart(reading: Grammar, mention: _Mention, begin: int) -> list[_Row]:
    kind = of_kind(reading, begin, mention.last)
    rows = _rows([kind], mention, _AFTER if kind and kind[0] >= mention.last else _BEFORE)
    rows += _rows(fronted_naming(reading, begin, of_body=mention.of_body), mention, _PREDICATE)
    opening = None if mention.of_body else fronted(reading, begin, mention.last)
    return rows + _rows([opening], mention, _BEFORE)


def _after(reading: Grammar, mention: _Mention) -> list[_Row]:
    """Appositions, with what they are known as, and what a mention has."""
    last, opening, body = mention.last, mention.opening, mention.of_body
    rows: list[_Row] = []
    if opening & AFTER:
        found = apposition_after(reading, last, of_body=body)
        if not found and mention.may_be_body:
            found = [one for one in apposition_after(reading, last, of_body=True) if _tells_body(reading, one)]
        rows += _rows(found, mention, _AFTER)
        for _, end in found:
            rows += _rows(behind(reading, end, of_body=body), mention, _PREDICATE)
    if opening & PREDICATE and mention.kind == _DESCRIPTION:
        rows += _rows(behind(reading, last, of_body=body), mention, _PREDICATE)
    if opening & OWNING:
        rows += _rows([possessed(reading, last, of_body=body), ruled(reading, last)], mention, _POSSESSED)
    if opening & STANDING_AS:
        rows += _rows(as_standing(reading, last + 1, of_body=body), mention, _PREDICATE)
    return rows


def _tells_body(reading: Grammar, span: Span) -> bool:
    """Whether an apposition says that somebody is a body: a private company, the party of; not: Lee, the police and.

    So do the supporters' group, one of the largest churches, and the firm that or dubbed.
    """
    behind = reading.words[span[1] : span[1] + 1] if reading.near_list[span[1]] else []
    if behind and (behind[0] in ("that", "which", "behind") or behind[0] in naming_forms()):
        return True
    before = reading.words[max(span[0] - 3, 0) : span[0]]
    is_one = before[-1:] in (["a"], ["an"]) or before[:2] == ["one", "of"] or reading.mark_list[span[0]] == OWNED
    return is_one or "of" in reading.words[span[0] : span[1]]


def _rows(spans: Sequence[Span | None], mention: _Mention, attached: int) -> list[_Row]:
    return [(span[0], span[1], mention.actor, attached) for span in spans if span is not None]


def _at_name(reading: Grammar, mention: _Mention) -> list[_Row]:
    found = label_before(reading, mention.head, of_body=mention.of_body)
    if mention.opening & WORDED and not _is_own_name(reading, mention):
        return [*_rows([(mention.first, mention.last)], mention, _ALONE), *_rows([found], mention, _BEFORE)]
    if found and _is_compound(reading, mention, is_quality=not is_role(reading, mention.head - 1, of_body=True)):
        return []
    if found is None:
        found = named_after(reading, mention.head, mention.last)
        found = found or apposition_before(reading, mention.head, mention.last)
        if found is None and mention.may_be_body:
            found = apposition_before(reading, mention.head, mention.last, of_body=True)
        found = found or captioned(reading, mention.head)
    elif not mention.of_body:
        # its founder, billionaire Carl Mertz,
        found = turned_before(reading, found, mention.last)
        beyond = apposition_beyond(reading, found[0], mention.last) or captioned(reading, found[0])
        return _rows([beyond, found, bare_before(reading, found[0])], mention, _BEFORE)
    if found is None and mention.kind == _NAME and not mention.of_body:
        found = unlisted_before(reading, mention.head, mention.last)
        return _rows([found, bare_before(reading, found[0]) if found else None], mention, _BEFORE)
    return _rows([found], mention, _BEFORE)


def _is_own_name(reading: Grammar, mention: _Mention) -> bool:
    """Whether the words are the actor's name, which is no description though one of its nouns has no capital."""
    return reading.words[mention.head : mention.last] == mention.actor_name


def _is_of_name(reading: Grammar, span: Span, mention: _Mention) -> bool:
    """Whether a label is nothing but words of a person's own name: Ivan Petrov, or “Ivan” to friends."""
    own = [reading.capital_list[i] and reading.words[i] in mention.actor_name for i in range(*span)]
    return not mention.of_body and all(own)


def _is_compound(reading: Grammar, mention: _Mention, *, is_quality: bool) -> bool:
    """Whether the name stands before a noun that the words around it belong to: the new Trump administration.

    Adjectives alone go to whatever noun may follow: a new Trump visit.
    """
    after = mention.last
    if after >= len(reading.class_list) or not reading.joined_list[after] or mention.first < mention.head:
        return False
    bits = reading.class_list[after]
    if not is_quality:
        return bool(bits & _BODY_OR_PERSON) and not bits & _NO_NOUN
    is_noun = bits & c.VERB_BASE and not bits & CLOSED and reading.words[after] not in UNCHANGED
    return not bits & _NO_NOUN or bool(is_noun)


def _alone(reading: Grammar, mention: _Mention) -> Span | None:
    """Words of a description: without determiner and possessor, with the phrase *of ...* after it."""
    classes = reading.class_list
    begin = mention.first
    for position in range(mention.first, mention.last):
        if classes[position] & (c.DETERMINER | c.POSSESSIVE | c.OWNER) and not classes[position] & c.PERSON_NOUN:
            begin = position + 1
    before = [i for i in (begin - 1, begin - 2) if i >= 0 and reading.sentence_list[i] == reading.sentence_list[begin]]
    if begin < mention.last and any(denies(reading, i) for i in before):
        return None
    # the Petrov cult leader
    if any(reading.capital_list[i] and reading.words[i] in mention.actor_name for i in range(begin, mention.last)):
        return None
    if begin >= mention.last or (mention.last - begin == 1 and _says_nothing(reading.words[begin], mention)):
        return None
    # they accuse the billionaire of greed
    is_accused = reading.near_list[mention.first] and not ROBBING.isdisjoint(reading.words[max(begin - 2, 0) : begin])
    return begin, mention.last if is_accused else of_phrase(reading, mention.last)


def _says_nothing(word: str, mention: _Mention) -> bool:
    """Whether a noun without more says nothing of an actor: *the man*, or *the government* of one called so."""
    return word in GENERIC or (mention.of_body and word in mention.actor_name)


def _kept(rows: list[_Row]) -> list[_Row]:
    """Rows of which none overlaps another of its actor: that tied most closely is kept, then the longer."""
    taken: dict[int, set[int]] = {}
    kept = []
    for row in sorted(rows, key=lambda row: (row[3] == _ALONE, row[3], row[0], -row[1])):
        places = taken.setdefault(row[2], set())
        if places.isdisjoint(range(row[0], row[1])):
            places.update(range(row[0], row[1]))
            kept.append(row)
    return kept


def _pieces(reading: Grammar, span: Span) -> list[Span]:
    """Labels in a run of words: each word that names a patron or seat, and what stands after those that lead it.

    A birthplace or a seat right before a noun is no label of its own: a Paris-born banker.
    """
    patrons = [i for i in range(*span) if "-" in reading.words[i] and is_patron(reading.words[i])]
    patrons = [
        i for i in patrons if i + 1 == span[1] or i + 1 in patrons or not reading.words[i].endswith(("-based", "-born"))
    ]
    begin = span[0]
    while begin in patrons:
        begin += 1
    pieces = [(i, i + 1) for i in patrons]
    return [*pieces, (begin, span[1])] if begin < span[1] else pieces
