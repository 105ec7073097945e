"""`referents`: whom a wording is said of, out of the actors of a lexicon.

`preferences` decides, of the mentions near the wording; here they are gathered.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import ArgumentError
from ..grammar import classes, grammar
from ..tokens import Tokens
from .clauses import Place, wording
from .entities import names
from .preferences import preferred
from .quotations import Quotations
from .values import Mentions

__all__ = ["referents"]

# Sentences that are read before and after the wording's, and mentions on either side of it.
_BACK, _AHEAD, _MOST = 2, 1, 30
_PERSONAL = frozenset("he his him himself she her hers herself".split())


def referents(found: Mentions, documents: ArrayLike, starts: ArrayLike, ends: ArrayLike) -> NDArray[np.int32]:
    """Actor that each wording is most likely said of.

    Parameters
    ----------
    found : Mentions
    documents, starts, ends : array_like of int, shape (n,)
        Position of the document, and half-open code-point offsets of the wording in its text.

    Returns
    -------
    int32 array of shape (n,)
        Position in ``found.lexicon.actors``; -1 where the document mentions no actor. A choice among the actors that
        the document mentions, forced: it says nothing of whether the wording is said of one of them at all.

    Raises
    ------
    ArgumentError
        A wording that is empty, or outside its document.
    """
    columns = tuple(np.asarray(column, dtype=np.int64) for column in (documents, starts, ends))
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for row in rows:
        _check(found.tokens, *row)
    first, last = found.tokens.spans_of(*columns)
    # Marks alone are read as the word after them, or the last one.
    first = np.maximum(np.minimum(first, found.tokens.bounds[columns[0] + 1] - 1), found.tokens.bounds[columns[0]])
    reader = _Reader(found)
    spans = zip(columns[0].tolist(), first.tolist(), np.maximum(last, first + 1).tolist(), strict=True)
    return np.array([reader.actor(*span) for span in spans], dtype=np.int32)


def _check(tokens: Tokens, document: int, start: int, end: int) -> None:
    if not 0 <= document < len(tokens.corpus):
        raise ArgumentError(f"document {document} is not in the corpus; it has {len(tokens.corpus)} documents")
    one = tokens.corpus.documents[document]
    if not 0 <= start < end <= len(one.text):
        raise ArgumentError(f"document {one.name!r} has no wording from {start} to {end}; it ends at {len(one.text)}")


class _Reader:
    """Mentions by document, as they are read for one wording after another."""

    def __init__(self, found: Mentions) -> None:
        self._found = found
        self._reading = grammar(found.tokens)
        self._names = names(found.tokens)
        self._bounds = np.searchsorted(found.documents, np.arange(len(found.tokens.corpus) + 1)).tolist()
        self._sentences = self._reading.sentences[found.first]
        self._counts: dict[int, Counter[int]] = {}
        self._quotations: dict[int, Quotations] = {}

    def actor(self, document: int, first: int, last: int) -> int:
        left, right = self._bounds[document], self._bounds[document + 1]
        if left == right:
            return -1
        span = wording(self._reading, first, last)
        near = [self._place(i) for i in range(*self._near(first, span.sentence, left, right))]
        if document not in self._counts:
            self._counts[document] = Counter(self._found.actors[left:right].tolist())
            self._quotations[document] = Quotations(self._reading, document)
        return preferred(self._reading, span, near, self._counts[document], self._quotations[document])

    def _near(self, first: int, sentence: int, left: int, right: int) -> tuple[int, int]:
        """Mentions in the sentences around a wording; those of the last sentence with one are always among them."""
        sentences = self._sentences[left:right]
        low = left + int(np.searchsorted(sentences, sentence - _BACK))
        high = left + int(np.searchsorted(sentences, sentence + _AHEAD, side="right"))
        begun = left + int(np.searchsorted(self._found.first[left:right], first, side="right"))
        if begun > left:
            low = min(low, left + int(np.searchsorted(sentences, sentences[begun - 1 - left])))
        elif low == high:
            high = left + int(np.searchsorted(sentences, sentences[0], side="right"))
        return max(low, begun - _MOST), min(high, begun + _MOST)

    def _place(self, i: int) -> Place:
        found = self._found
        first, last, actor = int(found.first[i]), int(found.last[i]), int(found.actors[i])
        return Place(first, last, actor, self._is_person(first, last))

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a mention's words name a person, end in a role noun for one, or are a personal pronoun."""
        entities = (self._names.entity_at(k) for k in (first, last - 1))
        if any(one >= 0 and self._names.entity_kinds[one] == "person" for one in entities):
            return True
        bits = self._reading.class_list[last - 1]
        is_role = bool(bits & classes.PERSON_NOUN) and not bits & classes.PLURAL
        return is_role or self._reading.word(first) in _PERSONAL
