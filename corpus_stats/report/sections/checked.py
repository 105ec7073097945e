"""What a request asks of the articles that they do not have, found before any work is done."""

from __future__ import annotations

from ...corpus import Corpus
from ...errors import ArgumentError, SpecificationError
from ..spec import Options, Request, TopicsOptions

__all__ = ["check_request"]

_COLUMNS = ("by", "within", "units")
_FREE = {"by": "all", "within": "none"}
_FEW_DOCUMENTS, _FEW_TOPICS, _WHOLE_DOCUMENTS = 20, 4, 50
"""As `topics` has it: at most 4 topics below 20 documents, and paragraphs for documents below 50."""


def check_request(request: Request, corpus: Corpus) -> None:
    """Refuse columns that the articles do not have, and more topics than their number allows.

    Raises
    ------
    SpecificationError
        Names the section and the key.
    """
    _check_column(corpus, "by", request.by, "")
    for number, options in enumerate(request.section, start=1):
        place = f"section {number} ({options.analysis}), "
        for key in _COLUMNS:
            _check_column(corpus, key, getattr(options, key, None), place)
        if not request.keep_going:
            _check_topics(corpus, options, place)


def _check_column(corpus: Corpus, key: str, column: str | None, place: str) -> None:
    if column is None or column == _FREE.get(key):
        return
    try:
        corpus.values(column)
    except ArgumentError as error:
        raise SpecificationError(f"{place}{key}: {error}") from None


def _check_topics(corpus: Corpus, options: Options, place: str) -> None:
    if not isinstance(options, TopicsOptions) or options.k is None:
        return
    limit = len(corpus)
    if limit < _WHOLE_DOCUMENTS:
        limit = sum(_n_lines(document.text[start:end]) for document in corpus for start, end, _ in document.segments())
    if len(corpus) < _FEW_DOCUMENTS:
        limit = min(limit, _FEW_TOPICS)
    if options.k > limit:
        raise SpecificationError(f"{place}k: found {options.k}; {len(corpus)} documents allow 1 to {limit} topics")


def _n_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())
