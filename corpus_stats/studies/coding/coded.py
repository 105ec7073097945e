"""The filled sheets of a coding kit, checked cell by cell against its key."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from ...reading.decoding import decoded
from ...reading.files import file_bytes
from ...reading.sheets import workbook_table
from ...reading.tables import Table, csv_table
from .layout import FOR_CODERS, KEY, KEY_FORMAT, RESOLVED, SENTENCE, SHEET_COLUMNS, sheet_name

__all__ = ["CodedSample", "coded_files", "read_coded"]

_MAX_BYTES = 64 * 2**20
_ENDINGS = (".csv", ".xlsx")
_LABELS = {"0": 0.0, "1": 1.0, "0.0": 0.0, "1.0": 1.0}
_LISTED = 3
_KIT = "name the folder that corpus-stats coding export wrote"


@dataclass(frozen=True, eq=False)
class CodedSample:
    """What people coded, with what the tool found and how many sentences each coded one stands for.

    Attributes
    ----------
    sentences : DataFrame
        document, outlet, start, end, text, part, sentence, group, stratum, weight.
    categories, coders : tuple of str
        Coders are named by their sheets.
    labels : float64 array of shape (n_coders, n_sentences, n_categories)
        1 yes, 0 no, nan where a cell was left empty.
    truth : float64 array of shape (n_sentences, n_categories)
        What was resolved, else the mean of the labels: a half where two coders differ; nan where nobody coded.
    found : bool array of shape (n_sentences, n_categories)
        What the tool found when the sample was drawn.
    totals : DataFrame
        group, n_documents, n_sentences and ``found <category>``, all of the whole corpus.
    settings : mapping
        Those of the kit: fingerprints of corpus and lexicon, seed, ...
    cautions : tuple of str
    """

    sentences: pd.DataFrame
    categories: tuple[str, ...]
    coders: tuple[str, ...]
    labels: NDArray[np.float64]
    truth: NDArray[np.float64]
    found: NDArray[np.bool_]
    totals: pd.DataFrame
    settings: Mapping[str, object]
    cautions: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.sentences)


def read_coded(folder: str | Path) -> CodedSample:
    """Coded sample of a kit whose sheets are filled, from the folder that `coding_kit` was written to.

    Sheets are ``coder_1``, ``coder_2``, ... as CSV or XLSX, in the kit's folder or in its ``for_coders``. A further one
    named ``resolved``, with any of the rows, says what holds where the coders differ.

    Raises
    ------
    InputError
        No kit, no sheet, or one that is damaged: a row too few, too many or twice, a column that is not there, a label
        other than 0, 1 or empty; the message names file, row and column.
    """
    root = Path(folder)
    key = _key(root)
    names = [str(row["sentence"]) for row in key["sentences"]]
    categories = tuple(key["categories"])
    sheets = {name: _labels(path, names, categories, whole=True) for name, path in _sheets(root, key).items()}
    if not sheets:
        raise InputError(
            f"{root / FOR_CODERS}: there is no sheet {sheet_name(1)}.csv or .xlsx; put the filled ones there"
        )
    labels = np.stack(list(sheets.values()))
    truth = _means(labels)
    resolved = _sheet_path(root, RESOLVED)
    if resolved is not None:
        settled = _labels(resolved, names, categories, whole=False)
        truth = np.where(np.isnan(settled), truth, settled)
    found = np.array([[category in row["found"] for category in categories] for row in key["sentences"]], dtype=bool)
    return CodedSample(
        _sentences(key), categories, tuple(sheets), labels, truth, found.reshape(len(names), len(categories)),
        pd.DataFrame(key["totals"]), dict(key["settings"]), _cautions(key, tuple(sheets), labels, truth),
    )  # fmt: skip


def coded_files(folder: str | Path) -> tuple[Path, ...]:
    """Files that `read_coded` reads: the key, the sheets, and the one that settles them."""
    root = Path(folder)
    resolved = _sheet_path(root, RESOLVED)
    return (root / KEY, *_sheets(root, _key(root)).values(), *([resolved] if resolved else []))


def _sheets(root: Path, key: dict[str, Any]) -> dict[str, Path]:
    names = [sheet_name(coder) for coder in range(1, int(key["settings"]["coders"]) + 1)]
    paths = {name: _sheet_path(root, name) for name in names}
    return {name: path for name, path in paths.items() if path is not None}


def _key(root: Path) -> dict[str, Any]:
    path = root / KEY
    if not root.is_dir():
        raise InputError(f"{root}: {'this is a file' if root.exists() else 'there is no such folder'}; {_KIT}")
    if not os.access(root, os.R_OK | os.X_OK):
        raise InputError(f"{root}: the folder cannot be read: permission denied; {_KIT}")
    if not os.path.lexists(path):
        inside = f"; that is {root.parent}" if os.path.lexists(root.parent / KEY) else ""
        raise InputError(f"{root}: this folder holds no {KEY}, and is no coding kit; {_KIT}{inside}")
    data = file_bytes(str(path), _MAX_BYTES)
    try:
        key = json.loads(data)
        if key["corpus_stats"] != KEY_FORMAT:
            raise ValueError
        _check_key(key)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise InputError(f"{path}: this is no key of a coding kit; {_KIT}") from None
    return dict(key)


def _check_key(key: dict[str, Any]) -> None:
    """Raise any error where a value is missing or of another kind than the kit wrote."""
    settings, categories, strata = key["settings"], key["categories"], key["strata"]
    names = [row["sentence"] for row in key["sentences"]]
    kinds = {"document": str, "start": int, "end": int, "text": str, "part": str, "group": str, "found": list}
    drawn = np.zeros(len(strata), dtype=np.int64)
    for row in key["sentences"]:
        if not all(isinstance(row[name], kind) for name, kind in kinds.items()) or row["stratum"] < 0:
            raise ValueError
        drawn[row["stratum"]] += 1
    totals = {row["group"]: row for row in key["totals"]}
    numbers = [row[f"found {category}"] for category in categories for row in key["totals"]]
    numbers += [row[name] for name in ("n_documents", "n_sentences") for row in key["totals"]]
    numbers += [row[name] for name in ("n_drawn", "n_sentences") for row in strata]
    if (
        not names
        or not all(isinstance(text, str) for text in (*names, *categories, settings["corpus"], settings["lexicon"]))
        or not all(isinstance(number, int) and number >= 0 for number in (*numbers, settings["coders"]))
        or len(set(names)) < len(names)
        or drawn.tolist() != [row["n_drawn"] for row in strata]
        or any(row["n_drawn"] > row["n_sentences"] for row in strata)
        or any(row["group"] not in totals for row in key["sentences"])
    ):
        raise ValueError


def _sentences(key: dict[str, Any]) -> pd.DataFrame:
    columns = ["document", "outlet", "start", "end", "text", "part", "sentence", "group", "stratum"]
    weights = [row["n_sentences"] / row["n_drawn"] for row in key["strata"]]
    table = pd.DataFrame([{column: row.get(column) for column in columns} for row in key["sentences"]], columns=columns)
    return table.assign(weight=[weights[stratum] for stratum in table["stratum"].tolist()])


def _sheet_path(root: Path, name: str) -> Path | None:
    places = [folder / f"{name}{ending}" for folder in (root / FOR_CODERS, root) for ending in _ENDINGS]
    there = [path for path in places if os.path.lexists(path)]
    if len(there) > 1:
        raise InputError(f"{there[1]}: {there[0]} is there too; keep one sheet of {name}")
    return there[0] if there else None


def _labels(path: Path, names: Sequence[str], categories: Sequence[str], *, whole: bool) -> NDArray[np.float64]:
    """Labels of a sheet, sentences x categories, in the order of `names`."""
    table = _table(path, categories)
    columns = _positions(table, (SENTENCE, *categories))
    places = {name: i for i, name in enumerate(names)}
    labels = np.full((len(names), len(categories)), np.nan)
    rows: dict[str, str] = {}
    for i, row in enumerate(table.rows):
        cell = row[columns[0]]
        if cell is None and all(row[column] is None for column in columns):
            continue
        name = str(cell or "").strip()
        if name not in places:
            raise InputError(
                f"{table.place(i, columns[0])}: sentence {name!r} is not in the key; it has {names[0]} to {names[-1]}"
            )
        if name in rows:
            raise InputError(
                f"{table.place(i, columns[0])}: sentence {name!r} stands already in {rows[name]}; keep one"
            )
        rows[name] = table.places[i]
        labels[places[name]] = [_label(table, i, column) for column in columns[1:]]
    missing = [name for name in names if name not in rows]
    if whole and missing:
        raise InputError(f"{path}: {_listed(missing)}; the sheet keeps all {len(names)} sentences, coded or not")
    if whole and np.isnan(labels).all():
        raise InputError(f"{path}: no label is filled in; write 1 or 0 under {', '.join(categories)}")
    return labels


def _table(path: Path, categories: Sequence[str]) -> Table:
    data = file_bytes(str(path), _MAX_BYTES)
    if path.suffix == ".xlsx":
        return workbook_table(data, str(path), path.name, _MAX_BYTES)
    return csv_table(decoded(data, str(path)).text, str(path), path.name, frozenset((*SHEET_COLUMNS, *categories)))


def _positions(table: Table, wanted: Sequence[str]) -> list[int]:
    # A column whose name begins like a formula was written with an apostrophe in front.
    there = {name: i for i, name in enumerate(table.columns)}
    positions = [there.get(" ".join(name.split()), there.get(f"'{name}", -1)) for name in wanted]
    for name, position in zip(wanted, positions, strict=True):
        if position < 0:
            raise InputError(f"{table.path}, row 1: there is no column {name!r}; keep the first row as it was written")
    return positions


def _label(table: Table, row: int, column: int) -> float:
    cell = table.rows[row][column]
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return np.nan
    if isinstance(cell, bool) or str(cell).strip() not in _LABELS:
        raise InputError(f"{table.place(row, column)}: {cell!r} is no label; write 1 (yes), 0 (no), or leave it empty")
    return _LABELS[str(cell).strip()]


def _listed(missing: Sequence[str]) -> str:
    if len(missing) == 1:
        return f"sentence {missing[0]!r} has no row"
    named = ", ".join(repr(name) for name in missing[:_LISTED])
    more = f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else ""
    return f"sentences {named}{more} have no row"


def _means(labels: NDArray[np.float64]) -> NDArray[np.float64]:
    given = ~np.isnan(labels)
    counts = given.sum(axis=0)
    return np.where(counts > 0, np.where(given, labels, 0).sum(axis=0) / np.maximum(counts, 1), np.nan)


def _cautions(
    key: dict[str, Any], coders: tuple[str, ...], labels: NDArray[np.float64], truth: NDArray[np.float64]
) -> tuple[str, ...]:
    cautions = []
    wanted = int(key["settings"]["coders"])
    if len(coders) < wanted:
        cautions.append(f"{len(coders)} of {wanted} sheets are there: {', '.join(coders)}.")
    empty = int(np.isnan(labels).sum())
    if empty:
        cautions.append(f"{empty:,} of {labels.size:,} labels were left empty: they count neither as yes nor as no.")
    open_cases = int(((truth > 0) & (truth < 1)).sum())
    if open_cases:
        cautions.append(
            f"{open_cases:,} labels on which the coders differ count in part (a half where two differ); a sheet"
            f" {RESOLVED}.csv with agreed labels settles them."
        )
    return tuple(cautions)
