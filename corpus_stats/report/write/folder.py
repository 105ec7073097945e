"""A folder of files that is replaced whole: the old report or the new one, never half of either.

Files go into a staging folder of a fixed name beside the target, under a lock, so that the next run clears what a
killed one left. They are flushed to disk and exchanged with the old folder in one rename where the system can do that.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ...errors import OutputError
from ..spec import MANIFEST, WRITTEN_NAME

__all__ = ["OWN_FILES", "check_output", "write_folder"]

OWN_FILES = (MANIFEST, "environment.json", WRITTEN_NAME)
"""Files of a report that its manifest does not list."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def check_output(folder: Path, keep_out: Mapping[str, Path]) -> Path:
    """Where a report may be written, links resolved.

    Parameters
    ----------
    folder : Path
    keep_out : mapping of str to Path
        What the report is made from, by what it is called in errors (``"corpus"``): it must not hold the folder, nor
        stand in it, since the folder is replaced whole.

    Raises
    ------
    OutputError
        The folder is a file, a part of what the report is made from, or holds what no report of ours wrote.
    """
    target = Path(os.path.realpath(folder))
    if target.exists() and not target.is_dir():
        raise OutputError(f"{folder}: the output is a file; name a folder")
    above = next(path for path in target.parents if path.exists())
    if not above.is_dir():
        raise OutputError(f"{folder}: the output cannot stand in {above}, which is a file; name another folder")
    if not os.access(above, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: nothing can be written in {above}: permission denied; name another folder")
    for name, path in sorted(keep_out.items()):
        source = Path(os.path.realpath(path))
        if source.is_dir() and (target == source or source in target.parents):
            raise OutputError(f"{folder}: the output lies inside the {name} {path}; name a folder outside of it")
        if target in source.parents:
            raise OutputError(f"{folder}: the output holds the {name} {path}; name another folder")
    if target.parent == target:
        raise OutputError(f"{folder}: this is the root of the file system; name a folder in it")
    if target.is_dir():
        _check_contents(folder, target)
    return target


def write_folder(files: Mapping[str, bytes], folder: Path, keep_out: Mapping[str, Path] | None = None) -> Path:
    """Write `files`, by path relative to `folder` with ``/``, in place of all that stands there.

    Raises
    ------
    OutputError
        The folder cannot or must not be written, or another run is writing it.
    """
    target = check_output(folder, keep_out or {})
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target, folder):
            _recover(target)
            # What was there may have changed while this run waited for nothing but its own work.
            check_output(folder, keep_out or {})
            staging = _beside(target, "staging")
            _clear(staging)
            _fill(staging, files)
            _put_in_place(staging, target)
    except OSError as error:
        place = error.filename or folder
        raise OutputError(f"{place}: the report cannot be written: {error.strerror or error}") from None
    return target


def _check_contents(folder: Path, target: Path) -> None:
    entries = [path for path in target.rglob("*") if path.is_symlink() or not path.is_dir()]
    found = sorted(path.relative_to(target).as_posix() for path in entries)
    if not found and not any(target.iterdir()):
        return
    known = _listed_files(target)
    if known is None:
        raise OutputError(f"{folder}: the folder is not empty and holds no report; name a new or an empty folder")
    foreign = [path for path in found if path not in known]
    if foreign:
        raise OutputError(
            f"{folder}: {foreign[0]!r} is no part of the report there; move it, as the folder is replaced"
        )


def _listed_files(target: Path) -> set[str] | None:
    """Files of the report in a folder, by its manifest; None where there is no manifest of ours."""
    path = target / MANIFEST
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        manifest = json.loads(path.read_bytes())
        if "corpus_stats" not in manifest:
            return None
        return {*OWN_FILES, *manifest["outputs"]}
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _beside(target: Path, role: str) -> Path:
    return target.with_name(f".{target.name}.{role}")


def _fill(staging: Path, files: Mapping[str, bytes]) -> None:
    staging.mkdir(mode=0o755)
    folders = sorted({parent for name in files for parent in Path(name).parents if parent != Path(".")})
    for parent in folders:
        (staging / parent).mkdir(mode=0o755)
    for name, contents in files.items():
        descriptor = os.open(staging / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        with open(descriptor, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
    for parent in (*folders, Path(".")):
        _flush(staging / parent)


def _put_in_place(staging: Path, target: Path) -> None:
    if not target.exists():
        os.rename(staging, target)
    elif _exchanged(staging, target):
        _flush(target.parent)
        _clear(staging)
    else:
        # Without an exchange there is a moment with no report; the next run puts the old one back.
        old = _beside(target, "old")
        _clear(old)
        os.rename(target, old)
        os.rename(staging, target)
        _clear(old)
    _flush(target.parent)


def _exchanged(left: Path, right: Path) -> bool:
    """Whether the system exchanged two folders in one step."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(left), _AT_FDCWD, os.fsencode(right), ctypes.c_uint(_RENAME_EXCHANGE))
    return bool(done == 0)


def _recover(target: Path) -> None:
    old = _beside(target, "old")
    if old.is_dir() and not old.is_symlink():
        if target.exists():
            _clear(old)
        else:
            os.rename(old, target)


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        raise OutputError(f"{folder}: this name is needed while a report is written; move the file away")
    if folder.exists():
        shutil.rmtree(folder)


def _flush(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _locked(target: Path, folder: Path) -> Iterator[None]:
    path = _beside(target, "lock")
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    while True:
        descriptor = os.open(path, flags, 0o644)
        try:
            _take(descriptor, folder)
            # Another run may have removed the file between opening and locking: its lock guards nothing then.
            if path.exists() and os.path.samestat(os.fstat(descriptor), os.stat(path)):
                break
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    try:
        yield
    finally:
        if os.name != "nt":
            path.unlink(missing_ok=True)
        os.close(descriptor)


def _take(descriptor: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise OutputError(f"{folder}: another run is writing this report; wait until it is done") from None
