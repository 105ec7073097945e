"""Refusal of articles in other languages than the one that voices are read in."""

from __future__ import annotations

from ..errors import LanguageError
from ..language import language_of
from ..tokens import Tokens
from .marking import english_documents

__all__ = ["require_english"]


def require_english(tokens: Tokens, what: str) -> None:
    """Refuse a corpus that holds an article in another language; `what` is read in English only.

    An article too short to tell passes.

    Raises
    ------
    LanguageError
        It names the first such article and its language.
    """
    for document, is_read in zip(tokens.corpus, english_documents(tokens).tolist(), strict=True):
        if not is_read:
            language = document.language or language_of(document.text)
            raise LanguageError(
                f"{document.name} is in another language ({language}); {what} are read in English only, so leave it out"
            )
