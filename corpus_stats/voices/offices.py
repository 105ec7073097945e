"""Who holds an office in a document: the nouns that stand in a name or beside one (President Ann Lee, the ministry)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA
from ..mentions import Names
from .clauses import Reader
from .flags import BREAK, HARD
from .said import PERSON
from .words import are_words

__all__ = ["RECENT", "Offices"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]

RECENT = 20
_RANKS = frozenset("former vice deputy ex acting assistant late then-vice prime first lieutenant".split())
# Words that make another office of the one behind them.
_COMPOUNDS = frozenset([("attorney", "general"), ("secretary", "general"), ("solicitor", "general")])
_SHORT = {
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "col": "colonel",
    "capt": "captain",
    "prof": "professor",
    "dr": "doctor",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "rev": "reverend",
}
_LONG = {full: short for short, full in _SHORT.items()}
_MODIFIERS = 3
_TITLES = 5
_APPOSED = 8


class Offices:
    """Nouns of a corpus that tell what a name beside them, or the name that they stand in, is."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self.reader, self.entities = reader, names.entities.tolist()
        nouns, occurrences = _nouns(reader.grammar, names)
        documents, starts = names.documents[occurrences].tolist(), names.first[occurrences].tolist()
        # by document and noun, in the order of the names: the noun, the start of the name, the name
        self.nouns: dict[tuple[int, str], list[tuple[int, int, int]]] = {}
        words, places = reader.words, nouns.tolist()
        for document, row in zip(documents, zip(places, starts, occurrences.tolist(), strict=True), strict=True):
            self.nouns.setdefault((document, words[row[0]]), []).append(row)
        self._is_person = (names.kind_ids == PERSON).tolist()
        self._holders: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self._duties: dict[tuple[int, str], set[str]] = {}

    def is_held(self, document: int, head: str) -> bool:
        """Whether a name of a document holds an office called so, whatever the rank."""
        word = _SHORT.get(head, head)
        return (document, word) in self.nouns or (document, _LONG.get(word, word)) in self.nouns

    def holders(self, document: int, head: str, position: int) -> Iterator[int]:
        """Names that hold an office, the last before a position first; or the first behind it."""
        known = self._known(document, _office(self.reader, position, head))
        end = bisect_left(known, (position, 0))
        seen: set[int] = set()
        for k in range(end - 1, max(end - 1 - RECENT, -1), -1):
            entity = self.entities[known[k][1]]
            if entity not in seen:
                seen.add(entity)
                yield known[k][1]
        if known and not end:
            yield known[0][1]

    def holds(self, document: int, occurrence: int, head: str, modifiers: range) -> bool:
        """Whether the words at `modifiers` before an office (the Treasury minister) agree with those of who holds it.

        Words with a capital tell which office it is; others do where the name has any.
        """
        known = self._told(document, self.entities[occurrence], head)
        reader = self.reader
        if not known and not any(reader.capitals[i] for i in modifiers):
            return True
        return all(reader.words[i] in known for i in modifiers if reader.words[i] not in _RANKS)

    def _known(self, document: int, office: str) -> list[tuple[int, int]]:
        """Starts of names that hold an office in a document, and the names, in order."""
        found = self._holders.get((document, office))
        if found is None:
            word = office.rpartition(" ")[2]
            rows = self.nouns.get((document, word), [])
            if word in _LONG:
                rows = sorted([*rows, *self.nouns.get((document, _LONG[word]), [])], key=lambda row: row[2])
            found = [(start, name) for noun, start, name in rows if _key(self.reader, noun) == office]
            self._holders[document, office] = found
        return found

    def _told(self, document: int, entity: int, head: str) -> set[str]:
        """Words before an office of a person that tell which one it is."""
        found = self._duties.get((entity, head))
        if found is None:
            rows = self.nouns.get((document, head), []) if self._is_person[entity] else []
            found = {
                word
                for noun, _, name in rows
                if self.entities[name] == entity
                for word in _modifiers(self.reader, noun)
            }
            self._duties[entity, head] = found
        return found


def _nouns(reading: Grammar, names: Names) -> tuple[_Places, _Places]:
    """Nouns that tell a role, and the names they tell it of: titles and appositions of persons, heads of bodies."""
    is_person = names.kind_ids[names.entities] == PERSON
    persons = np.flatnonzero(is_person)
    parts = _titles(reading, names, persons), _apposed(reading, names, persons), _heads(reading, names, is_person)
    nouns, which, order = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    wanted = np.where(is_person[which], np.uint32(c.PERSON_NOUN | c.TITLE), np.uint32(c.GROUP | c.ORGANISATION_NOUN))
    kept = np.flatnonzero(reading.classes[nouns] & wanted)
    kept = kept[np.lexsort((order[kept], which[kept]))]
    return nouns[kept], which[kept]


_Rows = tuple[_Places, _Places, _Places]


def _titles(reading: Grammar, names: Names, rows: _Places) -> _Rows:
    """Role nouns before names, from right to left."""
    floor = reading.tokens.sentence_bounds[reading.sentences[names.first[rows]]]
    found: list[_Rows] = []
    for back in range(1, _TITLES + 1):
        at = names.first[rows] - back
        goes_on = (at >= floor) & (reading.marks[at + 1] & np.uint16(BREAK | HARD) == 0)
        goes_on &= reading.classes[at] & np.uint32(c.PERSON_NOUN | c.TITLE) != 0
        rows, floor, at = rows[goes_on], floor[goes_on], at[goes_on]
        found.append((at, rows, np.full(len(rows), back)))
    return _joined(found)


def _apposed(reading: Grammar, names: Names, rows: _Places) -> _Rows:
    """Words of the appositions behind names."""
    limit = reading.tokens.sentence_bounds[1:][reading.sentences[names.first[rows]]]
    is_article = are_words(reading.tokens, ("the", "a", "an"))
    end = names.last[rows]
    at = np.minimum(end, limit - 1)
    opens = (end < limit) & (reading.marks[at] & np.uint16(COMMA) != 0) & is_article[at]
    rows, limit = rows[opens], limit[opens]
    found: list[_Rows] = []
    for ahead in range(1, _APPOSED):
        at = names.last[rows] + ahead
        goes_on = at < limit
        rows, limit, at = rows[goes_on], limit[goes_on], at[goes_on]
        goes_on = (reading.marks[at] & np.uint16(BREAK | HARD) == 0) & (
            reading.classes[at] & np.uint32(c.PREPOSITION | c.RELATIVE) == 0
        )
        rows, limit, at = rows[goes_on], limit[goes_on], at[goes_on]
        found.append((at, rows, np.full(len(rows), _TITLES + ahead)))
    return _joined(found)


def _heads(reading: Grammar, names: Names, is_person: _Truth) -> _Rows:
    """Head nouns in the names of bodies: their last word, and that before "of", "for" or "on"."""
    is_link = are_words(reading.tokens, ("of", "for", "on"))
    nouns = np.flatnonzero(names.occurrences >= 0)
    which = names.occurrences[nouns].astype(np.int64)
    before_link = is_link[np.minimum(nouns + 1, len(reading.tokens) - 1)]
    kept = ~is_person[which] & ((nouns == names.last[which] - 1) | before_link)
    return nouns[kept], which[kept], nouns[kept]


def _joined(found: list[_Rows]) -> _Rows:
    nouns, rows, order = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return nouns, rows, order


def _office(reader: Reader, start: int, head: str) -> str:
    """Key of an office that a description which begins at `start` speaks of."""
    _, last = reader.sentence(start)
    end = next((i for i in range(start, min(last, start + 5)) if reader.words[i] == head), -1)
    return _key(reader, end) if end >= 0 else head


def _key(reader: Reader, i: int) -> str:
    """An office, with the word that tells a former or a vice president from the president."""
    word, before = _SHORT.get(reader.words[i], reader.words[i]), reader.words[i - 1] if i else ""
    is_rank = (before in _RANKS or (before, word) in _COMPOUNDS) and not reader.marks[i] & (BREAK | HARD)
    return f"{before} {word}" if is_rank and i > reader.sentence(i)[0] else word


def _modifiers(reader: Reader, noun: int) -> list[str]:
    """Words before an office that tell which one it is: the foreign minister, the Kenyan president."""
    first, _ = reader.sentence(noun)
    found: list[str] = []
    for i in range(noun - 1, max(first, noun - _MODIFIERS) - 1, -1):
        bits = reader.classes[i]
        is_part = reader.capitals[i] or bits & (
            c.ADJECTIVE | c.DEMONYM | c.PLACE | c.GROUP | c.ORGANISATION_NOUN | c.TITLE
        )
        if reader.marks[i + 1] & (BREAK | HARD) or bits & (c.DETERMINER | c.PREPOSITION) or not is_part:
            break
        if reader.words[i] not in _RANKS:
            found.append(reader.words[i])
    return found
