"""Which side of a conflict a speaker belongs to, as far as the words around the speaker's name tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..grammar import Grammar, grammar
from ..lexicon import Lexicon
from ..mentions import names
from ..tokens import Tokens, token_spans, type_of
from .clauses import apposition_after
from .groups import Span, label_before

__all__ = ["speaker_sides"]


def speaker_sides(
    tokens: Tokens, lexicon: Lexicon, documents: Sequence[int], speakers: Sequence[str | None]
) -> list[frozenset[str]]:
    """Sides of the actors that are named in a speaker's name or description, one set for each speaker.

    A spokesman of an actor is on the actor's side: the words before and after the speaker's name are searched for names
    and aliases of the actors ("LNA spokesman Ahmed Mismari"), wherever the speaker is named in the document.
    """
    known: dict[tuple[int, str], frozenset[str]] = {}
    aliases = [
        (_words(alias), actor.side) for actor in lexicon.actors if actor.side for alias in (actor.name, *actor.aliases)
    ]
    sides = []
    for document, speaker in zip(documents, speakers, strict=True):
        if speaker is None:
            sides.append(frozenset[str]())
            continue
        key = (document, speaker)
        if key not in known:
            texts = [_words(speaker), *_descriptions(tokens, document, speaker)]
            near = (side for words, side in aliases if any(_stands_in(words, text) for text in texts))
            known[key] = frozenset(side for side in near if side)
        sides.append(known[key])
    return sides


def _descriptions(tokens: Tokens, document: int, speaker: str) -> list[list[str]]:
    """Words before and after every naming of a speaker in a document, up to the end of the noun group."""
    found, reading = names(tokens), grammar(tokens)
    last_word = _words(speaker)[-1:]
    inside = np.flatnonzero(found.entity_documents == document).tolist()
    entities = [i for i in inside if _words(found.entity_names[i])[-1:] == last_word]
    spans: list[Span | None] = []
    for i in np.flatnonzero(np.isin(found.entities, entities)).tolist():
        spans.append(label_before(reading, int(found.first[i])))
        spans += apposition_after(reading, int(found.last[i]))
    return [_span_words(reading, *span) for span in spans if span is not None]


def _span_words(reading: Grammar, first: int, last: int) -> list[str]:
    return [reading.word(i) for i in range(first, last)]


def _words(text: str) -> list[str]:
    return [type_of(text[start:end]).lower() for start, end in token_spans(text)]


def _stands_in(words: Sequence[str], text: Sequence[str]) -> bool:
    n = len(words)
    return n > 0 and any(list(text[i : i + n]) == list(words) for i in range(len(text) - n + 1))
