"""News media that were told: officials told Bloomberg, he said in a statement to Reuters."""

from __future__ import annotations

from ..mentions import Names
from .cited import cited_beside
from .clauses import REACH, Reader
from .outlets import is_medium, is_medium_word, is_same_outlet

__all__ = ["via"]

_TOLD = frozenset("told tell tells telling".split())
_EXCHANGES = frozenset(
    "statement statements interview interviews email e-mail message comments remarks spoke speaking".split()
)
_FAR = 20


def via(reader: Reader, names: Names, cue_last: int) -> str | None:
    """News medium, or the outlet itself, that was told: officials told Bloomberg, he said in a statement to Reuters.

    Read from the words behind a cue that ends at `cue_last`, in its sentence. And a medium that reports what those say
    whom it cites (Reuters reported, citing two officials, that ...): the source is they.
    """
    words = reader.words
    first, last = reader.sentence(cue_last - 1)
    if words[cue_last - 1] in _TOLD:
        return _medium_at(reader, names, cue_last, last)
    if cited_beside(reader, cue_last - 1) is not None:
        last = min(last, cue_last + REACH)
        media = (
            _medium_at(reader, names, i, last) for i in range(max(first, cue_last - REACH), last) if reader.capitals[i]
        )
        return next((medium for medium in media if medium), None)
    for i in range(cue_last + 1, min(last, cue_last + _FAR)):
        if words[i] in ("to", "with") and words[i - 1] in _EXCHANGES:
            return _medium_at(reader, names, i + 1, last)
    return None


def _medium_at(reader: Reader, names: Names, start: int, last: int) -> str | None:
    start += start < last and reader.words[start] == "the"
    occurrence = names.occurrence_list[start] if start < last else -1
    if occurrence < 0:
        is_agency = start < last and bool(reader.capitals[start]) and is_medium_word(reader.words[start])
        written = names.tokens.vocabulary[int(names.tokens.type_ids[start])] if is_agency else ""
        return (written if written.isupper() else written.capitalize()) or None
    name = names.entity_names[int(names.entities[occurrence])]
    outlet = names.tokens.corpus.documents[int(names.documents[occurrence])].outlet
    return name if is_medium(name) or (outlet and is_same_outlet(name, outlet)) else None
