"""Regular files, opened without waiting and without leaving the corpus folder.

A named pipe or a link to an endless device hangs a plain reader, and a link can lead to any file of the machine. So
each file is looked at before it is opened, opened without following a last link, and looked at again once it is open.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import InputError

__all__ = ["Store", "file_bytes", "folder_store", "in_mebibytes", "shown"]

# Absent on Windows, where a pipe or a device is no file of a folder and opening never waits.
_SAFE_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
_CHUNK = 2**20


@dataclass(frozen=True)
class Store:
    """Named files, each of which can be read whole.

    Parameters
    ----------
    path : str
        As the user wrote it, for errors.
    kind : str
        ``"folder"`` or ``"zip archive"``.
    readers : mapping of str to callable
        What gives the bytes of each file, in name order; hidden files are not among them.
    n_folders : int
        Folders inside, which are passed over.
    """

    path: str
    kind: str
    readers: Mapping[str, Callable[[], bytes]]
    n_folders: int = 0

    def path_of(self, name: str) -> str:
        """Path of one of the files, for errors."""
        return os.path.join(self.path, shown(name))


def shown(name: str) -> str:
    """Name as it can stand in a message of one line."""
    return name if name.isprintable() else ascii(name)


def in_mebibytes(n_bytes: int) -> str:
    """Size for people: ``64 MB`` where it is whole, else bytes."""
    return f"{n_bytes // 2**20} MB" if n_bytes and n_bytes % 2**20 == 0 else f"{n_bytes} bytes"


def folder_store(path: str, max_bytes: int) -> Store:
    """Files of a folder, listed now and read later.

    Raises
    ------
    InputError
        The folder cannot be listed, or holds a link that leads out of it or round in a loop, a pipe, a device, or a
        name that is no text.
    """
    try:
        root = os.path.realpath(path, strict=True)
        with os.scandir(root) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        raise InputError(f"{shown(path)}: the folder cannot be listed: {_reason(error)}") from None
    readers: dict[str, Callable[[], bytes]] = {}
    n_folders = 0
    for name in names:
        label = os.path.join(shown(path), shown(name))
        if any("\ud800" <= character <= "\udfff" for character in name):
            raise InputError(f"{label}: the file's name is no text in UTF-8; rename it")
        target = _target(os.path.join(root, name), root, label)
        found = _status(target, label)
        if stat.S_ISDIR(found.st_mode):
            n_folders += 1
            continue
        _check_regular(found, label)
        readers[name] = _reader(target, label, found, max_bytes)
    return Store(path, "folder", readers, n_folders)


def file_bytes(path: str, max_bytes: int) -> bytes:
    """Bytes of one file that the user named; links to it are followed, since the user chose them.

    Raises
    ------
    InputError
        There is no such file, it is no regular file, it is too large, or it changed while it was read.
    """
    label = shown(path)
    try:
        target = os.path.realpath(path, strict=True)
    except OSError as error:
        raise InputError(f"{label}: the file cannot be read: {_reason(error)}") from None
    found = _status(target, label)
    _check_regular(found, label)
    return _reader(target, label, found, max_bytes)()


def _target(path: str, root: str, label: str) -> str:
    """Path of what a link inside `root` leads to (or `path` itself, where it is no link)."""
    if not os.path.islink(path):
        return path
    try:
        target = os.path.realpath(path, strict=True)
    except FileNotFoundError:
        raise InputError(f"{label}: a symbolic link to nothing; remove it or put the file in its place") from None
    except OSError:
        raise InputError(f"{label}: a symbolic link that leads round in a loop; put the file in its place") from None
    if root == target or root.startswith(os.path.join(target, "")):
        raise InputError(f"{label}: a symbolic link that leads round in a loop; put the file in its place")
    if not target.startswith(os.path.join(root, "")):
        raise InputError(f"{label}: a symbolic link that leads out of the folder; put a copy of the file in its place")
    return target


def _status(path: str, label: str) -> os.stat_result:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        raise InputError(f"{label}: the file vanished between listing and reading; read again") from None
    except OSError as error:
        raise InputError(f"{label}: the file cannot be read: {_reason(error)}") from None


def _check_regular(found: os.stat_result, label: str) -> None:
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return
    kinds = (
        (stat.S_ISFIFO, "a named pipe (FIFO)"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISLNK, "a symbolic link"),
        (stat.S_ISDIR, "a folder"),
    )
    kind = next((kind for is_kind, kind in kinds if is_kind(mode)), "of an unknown kind")
    raise InputError(f"{label}: this is {kind}; only regular files are read")


def _reader(target: str, label: str, listed: os.stat_result, max_bytes: int) -> Callable[[], bytes]:
    def read() -> bytes:
        if listed.st_size > max_bytes:
            raise InputError(
                f"{label}: the file has {listed.st_size} bytes; at most {in_mebibytes(max_bytes)} are read"
            )
        data = _read_bytes(target, label, listed)
        if len(data) != listed.st_size:
            # Reading stops one byte after the listed size: a file that grows without end ends here.
            found = f"more than {listed.st_size}" if len(data) > listed.st_size else str(len(data))
            raise InputError(
                f"{label}: the file had {listed.st_size} bytes when it was listed and {found} when it was read; "
                "read again when nobody writes to it"
            )
        return data

    return read


def _read_bytes(target: str, label: str, listed: os.stat_result) -> bytes:
    try:
        descriptor = os.open(target, _SAFE_FLAGS | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        raise InputError(f"{label}: the file vanished between listing and reading; read again") from None
    except OSError as error:
        raise InputError(f"{label}: the file cannot be read: {_reason(error)}") from None
    try:
        opened = os.fstat(descriptor)
        _check_regular(opened, label)
        if not os.path.samestat(opened, listed):
            raise InputError(f"{label}: another file took its place between listing and reading; read again")
        chunks, wanted = [], listed.st_size + 1
        while wanted > 0 and (chunk := os.read(descriptor, min(wanted, _CHUNK))):
            chunks.append(chunk)
            wanted -= len(chunk)
        return b"".join(chunks)
    except OSError as error:
        raise InputError(f"{label}: the file cannot be read: {_reason(error)}") from None
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
