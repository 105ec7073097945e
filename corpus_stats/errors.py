"""Every error and warning that the package raises on purpose.

::

    Exception
      CorpusStatsError            one line: file, place, what was found, what would be right
        InputError                an article, a folder or a table cannot be used
          EncodingError           bytes that are no text; knows the offset
          LexiconError            a lexicon or an actor list
          SpecificationError      a report's specification (TOML)
        ArgumentError             a wrong value for a parameter (also a ValueError)
        LanguageError             an analysis that reads English was given another language
        OutputError               a place that cannot, or must not, be written
        MissingExtraError         an optional library is not installed (also an ImportError)
    UserWarning
      CorpusStatsWarning          an answer was given, but cannot bear much weight; says why
        ReadingWarning            something in the input was changed or passed over, and what
        GlyphWarning              a character that no available font can draw

The command line prints the message of a `CorpusStatsError` and exits with 2; it never prints a traceback for one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "ArgumentError",
    "CorpusStatsError",
    "CorpusStatsWarning",
    "EncodingError",
    "GlyphWarning",
    "InputError",
    "LanguageError",
    "LexiconError",
    "MissingExtraError",
    "OutputError",
    "ReadingWarning",
    "SpecificationError",
    "nearest",
]


class CorpusStatsError(Exception):
    """Root of all errors that the package raises on purpose."""


class InputError(CorpusStatsError):
    """Input that cannot be used; the message names the file and the place in it."""


class EncodingError(InputError):
    """Bytes that are not text in UTF-8 or Windows-1252."""


class LexiconError(InputError):
    """A lexicon or a list of actors that cannot be used."""


class SpecificationError(InputError):
    """A report's specification that cannot be used."""


class ArgumentError(CorpusStatsError, ValueError):
    """A value outside what a parameter accepts."""


class LanguageError(CorpusStatsError):
    """Text in a language that the analysis does not read."""


class OutputError(CorpusStatsError):
    """A place that cannot, or must not, be written."""


class MissingExtraError(CorpusStatsError, ImportError):
    """An optional library that is not installed; the message names the extra."""


class CorpusStatsWarning(UserWarning):
    """An answer was given, but cannot bear much weight."""


class ReadingWarning(CorpusStatsWarning):
    """Something in the input was changed or passed over."""


class GlyphWarning(CorpusStatsWarning):
    """A character that no available font can draw."""


def nearest(name: str, choices: Iterable[str]) -> str:
    """Hint that names the most similar choice, or all of them where none is similar.

    Returns
    -------
    str
        ``did you mean 'outlet'?`` or ``it has outlet, published``; made from the choices, sorted.
    """
    known = sorted(set(choices))
    similar = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if similar:
        return f"did you mean {similar[0]!r}?"
    return f"it has {', '.join(known)}" if known else "it has none"
