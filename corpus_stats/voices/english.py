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
    unread = [
        document for document, is_read in zip(tokens.corpus, english_documents(tokens), strict=True) if not is_read
    ]
    if unread:
        first, more = unread[0], len(unread) - 1
        who = f"{first.name} and {more} more of {len(tokens.corpus)} articles are" if more else f"{first.name} is"
        raise LanguageError(
            f"{who} in another language ({first.language or language_of(first.text)}); {what} are read in English only,"
            f" so leave {'them' if more else 'it'} out (--skip-other-languages, or skip_other_languages of read_corpus)"
        )
