"""Sentences of a corpus as units of coding: where they stand, and which categories of a lexicon the tool finds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...corpus import PART_KINDS
from ...evidence import span_evidence
from ...lexicon import Lexicon
from ...matching import matches
from ...tokens import Tokens

__all__ = ["Sentences", "found_categories", "sentence_evidence", "sentences"]


@dataclass(frozen=True, eq=False)
class Sentences:
    """Sentences of tokenized documents, in the order of the text.

    Attributes
    ----------
    documents, parts : int64 arrays of shape (n_sentences,)
        Position of the document, and of the part in `corpus.PART_KINDS`.
    """

    tokens: Tokens
    documents: NDArray[np.int64]
    parts: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.documents.size)


def sentences(tokens: Tokens) -> Sentences:
    """Sentences of every kept part, headlines and captions among them."""
    first = tokens.sentence_bounds[:-1]
    documents = np.searchsorted(tokens.bounds, first, side="right") - 1
    return Sentences(tokens, documents.astype(np.int64), tokens.part_ids[first].astype(np.int64))


def found_categories(tokens: Tokens, lexicon: Lexicon) -> NDArray[np.bool_]:
    """Which categories of the lexicon stand in which sentence: shape (n_sentences, n_categories)."""
    found = np.zeros((tokens.sentence_bounds.size - 1, len(lexicon.categories)), dtype=bool)
    hits = matches(tokens, lexicon)
    if len(hits):
        numbers = {category: i for i, category in enumerate(lexicon.categories)}
        of_term = np.array([numbers[term.category] for term in lexicon.terms], dtype=np.int64)
        rows = np.searchsorted(tokens.sentence_bounds, hits.first, side="right") - 1
        found[rows, of_term[hits.terms]] = True
    return found


def sentence_evidence(units: Sentences, chosen: NDArray[np.int64]) -> pd.DataFrame:
    """Evidence columns of the chosen sentences, in the order given."""
    tokens = units.tokens
    spans = zip(tokens.sentence_starts[chosen].tolist(), tokens.sentence_ends[chosen].tolist(), strict=True)
    parts = [PART_KINDS[part] for part in units.parts[chosen].tolist()]
    return span_evidence(tokens.corpus, units.documents[chosen].tolist(), list(spans), parts)
