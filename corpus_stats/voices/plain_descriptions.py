"""Sources that are no names, described for all attributions at once; `naming.unnamed` holds the rules for one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar.words import PARTY_MEMBERS
from ..mentions import Names
from .clauses import Reader
from .naming import APART, ORDINARY, OWN, Said, is_lone_name, is_proper, is_told, lowered
from .outlets import MEDIA

__all__ = ["descriptions"]

# Words that are written with a capital wherever they stand.
_CAPITALS = PARTY_MEMBERS | MEDIA

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]


def descriptions(reader: Reader, names: Names, spans: tuple[_Places, _Places], ends: _Places) -> list[Said]:
    """What the words of sources say that are no names; `ends` are the edges behind their first noun groups."""
    (first, last), head = spans, ends - 1
    reading, firsts, lasts = reader.grammar, first.tolist(), ends.tolist()
    bits = reading.classes[head]
    is_body = (bits & np.uint32(c.GROUP | c.ORGANISATION_NOUN) != 0) & (bits & np.uint32(c.PERSON_NOUN) == 0)
    is_lone, is_name = np.zeros((2, len(first)), dtype=bool)
    for k in np.flatnonzero((last - first == 1) & reading.is_capital[first]).tolist():
        is_lone[k] = is_lone_name(reader, firsts[k])
    for k in np.flatnonzero(reading.is_capital[head] & ~is_lone).tolist():
        is_name[k] = is_proper(reader, firsts[k], lasts[k] - 1)
    is_name |= is_lone
    words = [reader.words[i] for i in firsts]
    is_led = np.array([word == "the" for word in words], dtype=bool) & (ends - first > 1)
    texts = _texts(reader, names, first + (is_name & is_led), (last, ends), is_lone)
    for k in np.flatnonzero(is_body & ~is_name).tolist():
        is_name[k] = is_told(reader, names.occurrence_list, firsts[k], lasts[k])
    heads, kinds = [reader.words[i] for i in head.tolist()], np.where(is_name, "named", "anonymous").tolist()
    for k, word in enumerate(heads):
        if word in OWN and words[k] in ("this", "our"):
            kinds[k] = "self"
    genders = np.select([bits & np.uint32(c.MALE) != 0, bits & np.uint32(c.FEMALE) != 0], ["m", "f"], "").tolist()
    is_person, is_plural = (bits & np.uint32(c.PERSON_NOUN | c.TITLE) != 0) & ~is_body, bits & np.uint32(c.PLURAL) != 0
    return list(map(Said, texts, kinds, heads, genders, is_person.tolist(), is_plural.tolist(), is_body.tolist()))


def _texts(reader: Reader, names: Names, first: _Places, edges: tuple[_Places, _Places], is_lone: _Truth) -> list[str]:
    """Groups as written, up to the next comma, dash or bracket; without the capital of a sentence's beginning."""
    (last, ends), reading, tokens = edges, reader.grammar, reader.grammar.tokens
    apart = np.append(np.flatnonzero(reading.marks & np.uint16(APART)), len(tokens))
    stop = np.maximum(np.minimum(apart[np.searchsorted(apart, ends)], last), ends)
    bits, documents = reading.classes[first], np.searchsorted(tokens.bounds, first, side="right") - 1
    opens = ~is_lone & (tokens.sentence_bounds[reading.sentences[first]] == first) & (names.occurrences[first] < 0)
    opens &= (bits & np.uint32(ORDINARY) != 0) & (bits & np.uint32(c.DEMONYM | c.PLACE) == 0)
    whole = tokens.corpus.documents
    rows = zip(documents.tolist(), tokens.starts[first].tolist(), tokens.ends[stop - 1].tolist(), strict=True)
    found = [" ".join(whole[i].text[a:b].split()) for i, a, b in rows]
    opened = np.flatnonzero(opens)
    for k, place in zip(opened.tolist(), first[opened].tolist(), strict=True):
        if reader.words[place] not in _CAPITALS:
            found[k] = lowered(found[k])
    return found
