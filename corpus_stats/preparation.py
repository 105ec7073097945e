"""From files to a corpus that can be counted: reading, then cleaning."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .cleaning import cleaned
from .corpus import Corpus
from .errors import LanguageError
from .language import is_read_as_english, language_of
from .reading import read_documents

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["english_articles", "read_corpus"]

_NAMED = 10


def read_corpus(
    source: str | os.PathLike[str] | pd.DataFrame,
    *,
    metadata: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    clean: bool = True,
    skip_other_languages: bool = False,
) -> Corpus:
    """Articles of a folder, a table or a DataFrame, with their parts, their language and their dates.

    Parameters
    ----------
    source : path or DataFrame
        A folder of .txt files with ``metadata.csv``, a .csv, .xlsx, .jsonl or .parquet file, a .zip of one, or a frame.
    metadata : path, optional
        Another table that says outlet, date and so on of the documents, by name.
    columns : mapping of str to str, optional
        Column by role (``text name outlet date url event title``); the rest is guessed from usual names.
    clean : bool
        Whether footers, buttons, credits and the like are dropped. Without, the whole text is body, and no language is
        recognised: good for looking at what was read, not for counting.
    skip_other_languages : bool
        Whether articles in another language than English are set aside: labels, voices and sources are read in English
        only. Those too short to tell are kept. The last of the `notes` counts them.

    Returns
    -------
    Corpus
        Its `notes` tell what reading guessed and how many spans cleaning dropped; `drops` lists them.

    Raises
    ------
    InputError, EncodingError, ArgumentError, MissingExtraError
        As `corpus_stats.reading.read_documents` does.
    LanguageError
        No article is left, since all are in other languages.
    """
    corpus = read_documents(source, metadata=metadata, columns=columns)
    corpus = cleaned(corpus) if clean else corpus
    return english_articles(corpus) if skip_other_languages else corpus


def english_articles(corpus: Corpus) -> Corpus:
    """The articles that are read as English, and a further note that counts and names those that are not.

    Raises
    ------
    LanguageError
        None is left.
    """
    kept = corpus.select(lambda document: is_read_as_english(document.text, document.language))
    others = [document for document in corpus if document.name not in kept.positions]
    if not others:
        return corpus
    found = [f"{document.name} ({document.language or language_of(document.text)})" for document in others]
    listed = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
    if not len(kept):
        raise LanguageError(f"every article is in another language than English: {listed}")
    verb = "is" if len(others) == 1 else "are"
    told = f"{len(others)} of {len(corpus)} articles {verb} set aside, in another language than English: {listed}."
    return Corpus(kept, (*corpus.notes, told))
