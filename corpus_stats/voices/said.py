"""What is known of a source, and the names of a corpus as lists."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..mentions import ENTITY_KINDS, Names
from ..mentions.entities import GENDERS

__all__ = ["PERSON", "NameLists", "Said"]

PERSON, _BODY, _OTHER = (ENTITY_KINDS.index(kind) for kind in ("person", "organisation", "other"))
_MALE, _FEMALE = (GENDERS.index(gender) for gender in "mf")
_MANY = 3


class Said(NamedTuple):
    """Somebody who was given as a source: what the text calls them, and what can refer back to them."""

    text: str
    kind: str
    head: str = ""
    gender: str = ""
    is_person: bool = False
    is_plural: bool = False
    is_body: bool = False
    is_unknown: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Words of the text in lower case."""
        return tuple(self.text.casefold().split())


class NameLists(NamedTuple):
    """Of all names of a corpus, as lists: their entities and token spans; and which entities a pronoun may mean.

    `fitting` has bytes, 1 or 0 by entity, for "m", "f" and "person" (persons who may be), "body", "thing" (no
    persons) and "unknown"; `known` what an entity stands for, once it was asked for; `paragraphs` where each begins,
    and `foremost` a name of the person whom a document names most; `starts` and `ends` are those of all tokens.
    """

    entities: list[int]
    firsts: list[int]
    lasts: list[int]
    fitting: dict[str, bytes]
    known: list[Said | None]
    paragraphs: list[int]
    foremost: dict[int, int]
    starts: memoryview
    ends: memoryview

    @classmethod
    def of(cls, names: Names) -> NameLists:
        """Lists of the names of a corpus."""
        is_person, genders = names.kind_ids == PERSON, names.gender_ids
        fitting = {
            "m": (is_person & (genders != _FEMALE)).tobytes(),
            "f": (is_person & (genders != _MALE)).tobytes(),
            "person": is_person.tobytes(),
            "body": (names.kind_ids == _BODY).tobytes(),
            "thing": (~is_person).tobytes(),
            "unknown": (names.kind_ids == _OTHER).tobytes(),
        }
        spans = names.entities.tolist(), names.first.tolist(), names.last.tolist()
        # views of single numbers: no list of all tokens is made for a few
        places = names.tokens.starts.data, names.tokens.ends.data
        paragraphs: list[int] = names.tokens.paragraph_bounds.tolist()
        return cls(*spans, fitting, [None] * len(is_person), paragraphs, _foremost(names), *places)


def _foremost(names: Names) -> dict[int, int]:
    """By document, where the person who is named most often in it, `_MANY` times or more, first is."""
    counts = np.bincount(names.entities, minlength=len(names.kind_ids)) * (names.kind_ids == PERSON)
    entities, firsts = np.unique(names.entities, return_index=True)
    firsts, many = firsts[counts[entities] >= _MANY], entities[counts[entities] >= _MANY]
    order = np.lexsort((-firsts, counts[many]))
    return dict(zip(names.entity_documents[many[order]].tolist(), firsts[order].tolist(), strict=True))
