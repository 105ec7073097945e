"""Which side of a conflict a speaker belongs to, as far as the words around the speaker's name tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..grammar import Grammar, grammar
from ..lexicon import Lexicon
from ..mentions import names
from ..tokens import Tokens, token_spans, type_of
from .appositions import apposition_after
from .before import label_before
from .joints import Span

__all__ = ["speaker_sides"]

_SERVICE = frozenset(
    """
    adviser advisor aide ambassador captain chairman chairwoman chief colonel commander delegate deputy diplomat
    director envoy fighter general head lawyer leader lieutenant loyalist marshal member minister negotiator officer
    official officials politician president representative senator secretary soldier speaker spokesman spokesperson
    spokeswoman supporter vice
    """.split()
)
_ENMITY = frozenset(
    """
    against adversary anti attacker captive critic defector deserter dissident enemy ex exile foe former hostage
    opponent opposition prisoner rival victim
    """.split()
)


def speaker_sides(
    tokens: Tokens, lexicon: Lexicon, documents: Sequence[int], speakers: Sequence[str | None]
) -> list[frozenset[str]]:
    """Sides that speakers are on, one set for each speaker; empty where nothing tells.

    A speaker who is an actor of the lexicon is on that actor's side alone. A spokesman of an actor is on the actor's
    side: in the words before and after the speaker's name ("LNA spokesman Ahmed Mismari"), wherever the document names
    the speaker, an actor's name counts beside a noun of service, and not beside one of enmity ("a critic of the LNA").
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
            known[key] = _sides(tokens, aliases, document, speaker)
        sides.append(known[key])
    return sides


def _sides(tokens: Tokens, aliases: Sequence[tuple[list[str], str]], document: int, speaker: str) -> frozenset[str]:
    own = frozenset(side for words, side in aliases if words == _words(speaker))
    if own:
        return own
    texts = [_words(speaker), *_descriptions(tokens, document, speaker)]
    served = [text for text in texts if _SERVICE.intersection(text) and not _ENMITY.intersection(text)]
    return frozenset(side for words, side in aliases if any(_stands_in(words, text) for text in served))


def _descriptions(tokens: Tokens, document: int, speaker: str) -> list[list[str]]:
    """Words before and after every naming of a speaker in a document, up to the end of the noun group."""
    found, reading = names(tokens), grammar(tokens)
    last_word = _words(speaker)[-1:]
    inside = range(*np.searchsorted(found.entity_documents, (document, document + 1)).tolist())
    entities = {i for i in inside if _words(found.entity_names[i])[-1:] == last_word}
    low, high = np.searchsorted(found.documents, (document, document + 1)).tolist()
    spans: list[Span | None] = []
    for i in (low + j for j, entity in enumerate(found.entities[low:high].tolist()) if entity in entities):
        spans.append(label_before(reading, int(found.first[i])))
        spans += apposition_after(reading, int(found.last[i]))
    return [_span_words(reading, *span) for span in spans if span is not None]


def _span_words(reading: Grammar, first: int, last: int) -> list[str]:
    return [reading.words[i] for i in range(first, last)]


def _words(text: str) -> list[str]:
    return [type_of(text[start:end]).lower() for start, end in token_spans(text)]


def _stands_in(words: Sequence[str], text: Sequence[str]) -> bool:
    n = len(words)
    return n > 0 and any(list(text[i : i + n]) == list(words) for i in range(len(text) - n + 1))
