"""What actors are called: every label at their mentions, found by rules of grammar and without a lexicon."""

from .known import Mark, are_ranks, corpus_counts, label_texts, marks
from .reading import ATTACHED, Descriptions, descriptions

__all__ = [
    "ATTACHED",
    "Descriptions",
    "Mark",
    "are_ranks",
    "corpus_counts",
    "descriptions",
    "label_texts",
    "marks",
]
