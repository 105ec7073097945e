"""Which spans of an article are its own words, and which are dropped, each with its reason; no character ever changes.

The rules ask for evidence, since a sentence lost is worse than a button kept: a whole line in a known wording, or
a marked span (a dateline, a credit), at a place where pages print such things. Sentences that mention Facebook, a
photo or a date stay. The wordings are those of English pages; in other languages only scripts, counters and repeated
lines are found.
"""

from __future__ import annotations

from ..corpus import Corpus
from .articles import cleaned_document
from .repeats import repeated_lines

__all__ = ["cleaned", "cleaned_document"]


def cleaned(corpus: Corpus, *, repeated: bool = True) -> Corpus:
    """Copy of `corpus` whose documents have parts, a language, and the date that their text prints.

    A printed date becomes `published` where that was unknown, else the metadata column ``date_in_text``. Documents that
    have parts already keep them.

    Parameters
    ----------
    corpus : Corpus
    repeated : bool
        Whether lines that an outlet prints in at least 5 and in 20 % of its articles are dropped too. What is
        dropped of an article then depends on the other articles.
    """
    known = repeated_lines(corpus.documents) if repeated else {}
    documents = [cleaned_document(document, known.get(document.outlet, frozenset())) for document in corpus]
    new = [after for before, after in zip(corpus, documents, strict=True) if not before.parts]
    n_spans = sum(len(document.drops) for document in new)
    n_documents = sum(bool(document.drops) for document in new)
    spans = "1 span" if n_spans == 1 else f"{n_spans} spans"
    note = f"cleaning dropped {spans} in {n_documents} of {len(corpus)} documents"
    return Corpus(documents, (*corpus.notes, note))
