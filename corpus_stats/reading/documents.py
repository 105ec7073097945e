"""What the user named, whatever it is, to a `Corpus`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeGuard

from ..corpus import Corpus, Document
from ..errors import ArgumentError, InputError
from .archives import zip_store
from .columns import hint, usual_names, valid_columns
from .decoding import Decoded, decoded
from .files import Store, file_bytes, folder_store, shown
from .records import Facts, document_facts, listed, table_documents
from .sheets import frame_table, parquet_table, workbook_table
from .tables import Table, csv_table, json_lines_table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLE_SUFFIXES", "read_documents"]

TABLE_SUFFIXES = (".csv", ".jsonl", ".ndjson", ".parquet", ".tsv", ".xlsx")
_METADATA = "metadata.csv"
_LEXICON = "lexicon.toml"
_SHOULD_HOLD = f"it should hold .txt files (and {_METADATA}), or one table ({', '.join(TABLE_SUFFIXES)})"


def read_documents(
    source: str | os.PathLike[str] | pd.DataFrame,
    *,
    metadata: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    max_bytes: int = 64 * 2**20,
) -> Corpus:
    """Documents as published: neither cleaned nor tokenized, their language not yet recognised.

    Parameters
    ----------
    source : path or DataFrame
        A folder of .txt files with ``metadata.csv``; a .csv (commas, semicolons or tabs), .tsv, .xlsx, .jsonl, .ndjson
        or .parquet file with one article a row; a .zip of one of these.
    metadata : path, optional
        Another table that says outlet, date and so on of the documents, by name.
    columns : mapping of str to str, optional
        Column by role (``text name outlet date url event title``). The rest is guessed from usual names.
    max_bytes : int
        Most bytes of one file; 64 MB unless asked.

    Returns
    -------
    Corpus
        Its `notes` tell every guess and every change. The language of each document is None, and it has no parts.

    Raises
    ------
    InputError, EncodingError
        A file, a row or a cell cannot be used; the message says which, and what would be right.
    ArgumentError
        A role that does not exist, or a limit that is no positive number.
    MissingExtraError
        An .xlsx file, and openpyxl is not installed.
    """
    asked = valid_columns(columns)
    limit: object = max_bytes
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ArgumentError(f"max_bytes is {max_bytes!r}; it must be a whole number of at least 1")
    reading = _Reading(asked, max_bytes)
    facts = None if metadata is None else reading.named_table(_path(metadata, "metadata"))
    if _is_frame(source):
        documents = reading.from_table(frame_table(source), facts)
    else:
        documents = reading.from_path(_path(source, "source"), facts)
    return Corpus(documents, reading.all_notes(documents))


def _is_frame(source: object) -> TypeGuard[pd.DataFrame]:
    # Whoever hands in a frame has loaded pandas; reading itself never does.
    pandas: Any = sys.modules.get("pandas")
    return pandas is not None and isinstance(source, pandas.DataFrame)


def _path(value: object, parameter: str) -> str:
    if isinstance(value, (str, os.PathLike)):
        path = os.fspath(value)
        if isinstance(path, str) and path and "\0" not in path:
            return path
    given = repr(value) if isinstance(value, (str, bytes)) else f"of type {type(value).__name__}"
    raise ArgumentError(
        f"{parameter} is {given}; it must be a path" + (" or a DataFrame" if parameter == "source" else "")
    )


class _Reading:
    """One reading: what was asked, and the notes that gather on the way."""

    def __init__(self, asked: Mapping[str, str], max_bytes: int) -> None:
        self.asked = asked
        self.max_bytes = max_bytes
        self.notes: list[str] = []
        self.charsets: dict[str, list[str]] = {}

    def from_path(self, path: str, facts: Table | None) -> list[Document]:
        suffix = _suffix(path)
        if os.path.isdir(path):
            return self.from_store(folder_store(path, self.max_bytes), facts)
        if not os.path.lexists(path):
            raise InputError(f"{shown(path)}: there is no such file or folder; give a folder or a table of articles")
        if suffix == ".zip":
            return self.from_store(zip_store(path, file_bytes(path, self.max_bytes), self.max_bytes), facts)
        return self.from_table(self.named_table(path), facts)

    def named_table(self, path: str) -> Table:
        """Table of a file that the user named."""
        suffix = _suffix(path)
        if os.path.isdir(path):
            raise InputError(f"{shown(path)}: this is a folder; give a table ({', '.join(TABLE_SUFFIXES)})")
        data = file_bytes(path, self.max_bytes)
        if suffix == ".txt":
            raise InputError(f"{shown(path)}: this is a single text; give the folder that holds it")
        if suffix not in TABLE_SUFFIXES:
            raise InputError(
                f"{shown(path)}: files of kind {suffix!r} are not read; give a folder of .txt files, or a file of kind "
                f"{', '.join((*TABLE_SUFFIXES, '.zip'))}"
            )
        return self._table(data, shown(path), shown(os.path.basename(path)))

    def from_store(self, store: Store, facts: Table | None) -> list[Document]:
        texts = [name for name in store.readers if _suffix(name) == ".txt"]
        tables = [name for name in store.readers if _suffix(name) in TABLE_SUFFIXES and name.lower() != _METADATA]
        beside = next((name for name in store.readers if name.lower() == _METADATA), None)
        read = [*texts] if texts else [*tables]
        if not read:
            raise InputError(_nothing_to_read(store, beside))
        if not texts and len(tables) > 1:
            raise InputError(f"{shown(store.path)}: it holds {len(tables)} tables ({listed(tables)}); give one of them")
        if facts is None and beside is not None:
            facts = self._table(store.readers[beside](), store.path_of(beside), shown(beside))
            read.append(beside)
        self._note_rest(store, read)
        if not texts:
            name = tables[0]
            return self.from_table(self._table(store.readers[name](), store.path_of(name), shown(name)), facts)
        documents = [Document(name, self._text(store, name)) for name in texts]
        return self._with_facts(documents, facts, shown(store.path))

    def from_table(self, table: Table, facts: Table | None) -> list[Document]:
        # With two tables, a column asked for may stand in either; the name must stand in both.
        own = self.asked
        if facts is not None:
            own = {r: c for r, c in own.items() if r == "text" or c in table.columns}
        documents, notes = table_documents(table, own)
        self.notes += [*table.notes, *notes]
        return documents if facts is None else self._with_facts(documents, facts, table.path, own)

    def all_notes(self, documents: list[Document]) -> list[str]:
        """Every note: of the files first, then of the tables, then of the documents."""
        kinds = [
            f"{len(files)} {'file' if len(files) == 1 else 'files'} {kind}: {listed(files)}"
            for kind, files in sorted(self.charsets.items())
        ]
        empty = [document.name for document in documents if not document.text.strip()]
        if empty:
            kinds.append(f"{len(empty)} empty {'document' if len(empty) == 1 else 'documents'}: {listed(empty)}")
        return self.notes + kinds

    def _with_facts(
        self, documents: list[Document], facts: Table | None, path: str, own: Mapping[str, str] | None = None
    ) -> list[Document]:
        """Documents with what the metadata table says of them."""
        if facts is None:
            if self.asked:
                role, column = sorted(self.asked.items())[0]
                raise InputError(f"{path}: no table to find column {column!r} for the {role} in; add {_METADATA}")
            self.notes.append(f"no {_METADATA}: outlets and dates are not known")
            return documents
        if own is None and "text" in self.asked:
            raise InputError(f"{path}: column {self.asked['text']!r} is given for the text; here each text is a file")
        asked = {
            role: column
            for role, column in self.asked.items()
            if role != "text" and (not own or role not in own or column in facts.columns)
        }
        rows, notes = document_facts(facts, asked, {document.name for document in documents})
        self.notes += [*facts.notes, *notes]
        _check_one_to_one(documents, rows, facts, path)
        by_name = {row.name: row for row in rows}
        return [self._described(document, by_name[document.name]) for document in documents]

    def _described(self, document: Document, row: Facts) -> Document:
        return replace(
            document,
            outlet=row.outlet or document.outlet,
            published=row.published or document.published,
            url=row.url or document.url,
            metadata={**document.metadata, **row.metadata},
        )

    def _text(self, store: Store, name: str) -> str:
        found = decoded(store.readers[name](), store.path_of(name))
        self._note_charset(found, name)
        return found.text

    def _table(self, data: bytes, path: str, label: str) -> Table:
        suffix = _suffix(label)
        if suffix == ".xlsx":
            return workbook_table(data, path, label, self.max_bytes)
        if suffix == ".parquet":
            return parquet_table(data, path, label, self.max_bytes)
        found = decoded(data, path)
        self._note_charset(found, label)
        if suffix in (".csv", ".tsv"):
            return csv_table(found.text, path, label, usual_names(self.asked))
        return json_lines_table(found.text, path, label)

    def _note_charset(self, found: Decoded, name: str) -> None:
        if found.charset != "UTF-8":
            why = "as its byte order mark says" if found.marked else "since it is no UTF-8"
            self.charsets.setdefault(f"read as {found.charset}, {why}", []).append(shown(name))
        elif found.marked:
            self.charsets.setdefault("read without the byte order mark before the text", []).append(shown(name))

    def _note_rest(self, store: Store, read: list[str]) -> None:
        # Those who ask for terms and actors read the lexicon, and say so.
        rest = [shown(name) for name in store.readers if name not in read and name != _LEXICON]
        if rest:
            self.notes.append(f"{len(rest)} other {'file' if len(rest) == 1 else 'files'} passed over: {listed(rest)}")
        if store.n_folders:
            n = store.n_folders
            self.notes.append(f"{n} {'folder' if n == 1 else 'folders'} inside the folder passed over")


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _nothing_to_read(store: Store, beside: str | None) -> str:
    if beside is not None:
        return f"{shown(store.path)}: {beside} is there, but no .txt file; {_SHOULD_HOLD}"
    if not store.readers and not store.n_folders:
        return f"{shown(store.path)}: the {store.kind} is empty; {_SHOULD_HOLD}"
    n = len(store.readers)
    inside = f" and {store.n_folders} {'folder' if store.n_folders == 1 else 'folders'}" if store.n_folders else ""
    return (
        f"{shown(store.path)}: no readable document among {n} {'file' if n == 1 else 'files'}{inside}; {_SHOULD_HOLD}"
    )


def _check_one_to_one(documents: list[Document], rows: list[Facts], facts: Table, path: str) -> None:
    names = {document.name for document in documents}
    for row in rows:
        if row.name not in names:
            raise InputError(f"{row.place}: {row.name!r} is not in {path}; {hint(row.name, sorted(names))}")
    described = {row.name for row in rows}
    missing = sorted(names - described)
    if missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        raise InputError(f"{path}: {missing[0]!r}{more} has no row in {facts.path}; add one, or take the document out")
