"""A coding kit on the disk: a folder of its own, which is never written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import OutputError
from .folder import check_output, write_folder
from .tables import csv_bytes

if TYPE_CHECKING:
    from ...studies.coding import CodingKit

__all__ = ["check_kit_folder", "write_coding_kit"]


def check_kit_folder(folder: str | Path, keep_out: Mapping[str, Path] | None = None) -> None:
    """Refuse a folder that a kit must not be written to.

    Raises
    ------
    OutputError
        It is a file, it is not empty, or it lies in what the kit is made from (`keep_out`, by its name in errors).
    """
    path = Path(folder)
    if path.exists() and not path.is_dir():
        raise OutputError(f"{folder}: this is a file; name a folder")
    if path.is_dir() and any(path.iterdir()):
        raise OutputError(f"{folder}: the folder is not empty; name a new one, or an empty one")
    check_output(path, keep_out or {})


def write_coding_kit(
    kit: CodingKit, folder: str | Path, *, keep_out: Mapping[str, Path] | None = None
) -> tuple[Path, ...]:
    """Write a kit: the sheets, the codebook and the instructions in `for_coders`, and the key, which stays at home.

    Parameters
    ----------
    kit : CodingKit
    folder : path
        A new folder, or an empty one.
    keep_out : mapping of str to Path, optional
        What the kit is made from, by what it is called in errors (``"corpus"``): it must not hold the folder.

    Returns
    -------
    tuple of Path
        The files, in the order of their names.

    Raises
    ------
    OutputError
        The folder cannot or must not be written.
    """
    check_kit_folder(folder, keep_out)
    files = kit.files(csv_bytes)
    write_folder(files, Path(folder), keep_out)
    return tuple(Path(folder) / name for name in sorted(files))
