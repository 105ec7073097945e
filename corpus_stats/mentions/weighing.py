"""`referents`: whom a wording is said of, out of the actors of a lexicon.

Every mention near the wording is weighed by how it stands toward it (`clauses`), and the heaviest decides. The weights
are coefficients of a conditional logit, rounded; where they come from is told in tests/benchmarks/README.md.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import ArgumentError
from ..grammar import classes, grammar
from .clauses import FEATURES, MOST_BACK, Place, far_off, places_of, wording
from .entities import names
from .values import Mentions

__all__ = ["WEIGHTS", "features", "referents"]

# Sentences that are read after the wording's, and mentions on either side of it.
_AHEAD, _MOST = 1, 30
_PERSONAL = frozenset("he his him himself she her hers herself".split())
WEIGHTS: dict[str, float] = {
    "holds the wording": 1.2,
    "nearest subject before": 0.4,
    "first of the sentence": 0.3,
    "next word after": 2.5,
    "after by or from": 1.6,
    "after another preposition": 0.7,
    "after": -0.5,
    "distance": -0.7,
    "sentences back": -2.8,
    "in the sentence after": -2.2,
    "nowhere near": -2.5,
    "share of the mentions": 0.5,
    "head of its subject": 1.2,
    "meant by its subject": 1.3,
    "owner": 1.3,
    "meant by its owner": 1.3,
    "last begun before": 0.2,
}

# One row a mention; the actor of each.
Features = tuple[list[list[float]], list[int]]


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
    weights = np.array([WEIGHTS[name] for name in FEATURES])
    chosen = []
    for rows, actors in features(found, documents, starts, ends):
        # A tie goes to the mention that stands first.
        chosen.append(actors[int(np.argmax(np.asarray(rows) @ weights))] if actors else -1)
    return np.array(chosen, dtype=np.int32)


def features(found: Mentions, documents: ArrayLike, starts: ArrayLike, ends: ArrayLike) -> list[Features]:
    """What `referents` weighs: of every wording the mentions near it, a row of `FEATURES` each, and their actors."""
    columns = (np.asarray(column, dtype=np.int64).tolist() for column in (documents, starts, ends))
    reader = _Reader(found)
    return [reader.features(*row) for row in zip(*columns, strict=True)]


class _Reader:
    """Mentions by document, as they are read for one wording after another."""

    def __init__(self, found: Mentions) -> None:
        self._found = found
        self._reading = grammar(found.tokens)
        self._names = names(found.tokens)
        self._bounds = np.searchsorted(found.documents, np.arange(len(found.tokens.corpus) + 1)).tolist()
        self._sentences = self._reading.sentences[found.first]
        self._shares: dict[int, dict[int, float]] = {}

    def features(self, document: int, start: int, end: int) -> Features:
        first, last = self._tokens_of(document, start, end)
        left, right = self._bounds[document], self._bounds[document + 1]
        if left == right:
            return [], []
        span = wording(self._reading, first, last)
        low, high = self._near(first, span.sentence, left, right)
        shares = self._shares_of(document, left, right)
        near = [self._place(i, shares) for i in range(low, high)]
        actors = [one.actor for one in near]
        far = sorted(shares.keys() - set(actors))
        return places_of(self._reading, span, near) + [far_off(shares[one]) for one in far], actors + far

    def _near(self, first: int, sentence: int, left: int, right: int) -> tuple[int, int]:
        """Mentions in the sentences around a wording; those of the last sentence with one are always among them."""
        sentences = self._sentences[left:right]
        low = left + int(np.searchsorted(sentences, sentence - MOST_BACK))
        high = left + int(np.searchsorted(sentences, sentence + _AHEAD, side="right"))
        begun = left + int(np.searchsorted(self._found.first[left:right], first, side="right"))
        if begun > left:
            low = min(low, left + int(np.searchsorted(sentences, sentences[begun - 1 - left])))
        elif low == high:
            high = left + int(np.searchsorted(sentences, sentences[0], side="right"))
        return max(low, begun - _MOST), min(high, begun + _MOST)

    def _shares_of(self, document: int, left: int, right: int) -> dict[int, float]:
        """Share of the document's mentions that each actor has."""
        if document not in self._shares:
            actors, counts = np.unique(self._found.actors[left:right], return_counts=True)
            shares = (counts / (right - left)).tolist()
            self._shares[document] = dict(zip(actors.tolist(), shares, strict=True))
        return self._shares[document]

    def _place(self, i: int, shares: dict[int, float]) -> Place:
        found = self._found
        first, last, actor = int(found.first[i]), int(found.last[i]), int(found.actors[i])
        return Place(first, last, actor, self._is_person(first, last), shares[actor])

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a mention's words name a person, end in a role noun for one, or are a personal pronoun."""
        entities = (self._names.entity_at(k) for k in (first, last - 1))
        if any(one >= 0 and self._names.entity_kinds[one] == "person" for one in entities):
            return True
        bits = self._reading.class_list[last - 1]
        is_role = bool(bits & classes.PERSON_NOUN) and not bits & classes.PLURAL
        return is_role or self._reading.word(first) in _PERSONAL

    def _tokens_of(self, document: int, start: int, end: int) -> tuple[int, int]:
        tokens = self._found.tokens
        if not 0 <= document < len(tokens.corpus):
            raise ArgumentError(f"document {document} is not in the corpus; it has {len(tokens.corpus)} documents")
        left, right = (int(bound) for bound in tokens.bounds[document : document + 2])
        first = left + int(np.searchsorted(tokens.ends[left:right], start, side="right"))
        last = left + int(np.searchsorted(tokens.starts[left:right], end))
        one = tokens.corpus.documents[document]
        if not 0 <= start < end <= len(one.text):
            raise ArgumentError(
                f"document {one.name!r} has no wording from {start} to {end}; it ends at {len(one.text)}"
            )
        # Marks alone are read as the word after them.
        first = max(min(first, right - 1), left)
        return first, max(last, first + 1)
