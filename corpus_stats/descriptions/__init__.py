"""What actors are called: every label at their mentions, found by rules of grammar and without a lexicon."""

from .known import TITLE, Mark, corpus_counts, label_texts, marks
from .reading import ATTACHED, Descriptions, descriptions
from .sides import speaker_sides

__all__ = [
    "ATTACHED",
    "TITLE",
    "Descriptions",
    "Mark",
    "corpus_counts",
    "descriptions",
    "label_texts",
    "marks",
    "speaker_sides",
]
