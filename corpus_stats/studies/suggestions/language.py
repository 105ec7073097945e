"""The language that names and labels are read in."""

from __future__ import annotations

from ...errors import LanguageError
from ...tokens import Tokens

__all__ = ["check_language"]


def check_language(tokens: Tokens) -> None:
    """Refuse articles that were recognised as another language than English.

    Raises
    ------
    LanguageError
        It names the first such article.
    """
    for document in tokens.corpus:
        if document.language not in (None, "en", "und"):
            raise LanguageError(
                f"{document.name} is in another language ({document.language}); names are read in English only, so "
                "leave it out"
            )
