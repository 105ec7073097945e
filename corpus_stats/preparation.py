"""From files to a corpus that can be counted: reading, then cleaning."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .cleaning import cleaned
from .corpus import Corpus
from .reading import read_documents

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_corpus"]


def read_corpus(
    source: str | os.PathLike[str] | pd.DataFrame,
    *,
    metadata: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    clean: bool = True,
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

    Returns
    -------
    Corpus
        Its `notes` tell what reading guessed and how many spans cleaning dropped; `drops` lists them.

    Raises
    ------
    InputError, EncodingError, ArgumentError, MissingExtraError
        As `corpus_stats.reading.read_documents` does.
    """
    corpus = read_documents(source, metadata=metadata, columns=columns)
    return cleaned(corpus) if clean else corpus
