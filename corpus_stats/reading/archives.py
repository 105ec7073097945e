"""Files of a zip archive, read in memory; nothing is extracted, and no name in it becomes a path."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable

from ..errors import InputError
from .files import Store, in_mebibytes, shown

__all__ = ["opened_zip", "zip_store"]

# What is packed for keeping shrinks 3 to 40 times; 200 times over a mebibyte is made to fill a memory.
_MAX_RATIO = 200
_RATIO_FROM = 2**20
_TOTAL = 8


def zip_store(path: str, data: bytes, max_bytes: int) -> Store:
    """Files of a zip archive under the last part of their names, as if they all lay in one folder.

    Raises
    ------
    InputError
        The archive is damaged, encrypted, holds an archive or a link, two files of one name, or unpacks to too much.
    """
    archive = opened_zip(path, data, max_bytes)
    readers: dict[str, Callable[[], bytes]] = {}
    origins: dict[str, str] = {}
    for member in archive.infolist():
        parts = member.filename.replace("\\", "/").split("/")
        if member.is_dir() or any(part.startswith(".") or part == "__MACOSX" for part in parts if part != ".."):
            continue
        name, label = parts[-1], f"{shown(path)}, member {shown(member.filename)!r}"
        _check_member(member, label)
        if name in origins:
            raise InputError(f"{label}: {shown(origins[name])!r} is named {name!r} too; names must be unique")
        origins[name] = member.filename
        readers[name] = _reader(archive, member, label, max_bytes)
    return Store(path, "zip archive", {name: readers[name] for name in sorted(readers)})


def opened_zip(path: str, data: bytes, max_bytes: int) -> zipfile.ZipFile:
    """Zip archive over bytes in memory, none of it unpacked yet.

    Raises
    ------
    InputError
        The bytes are no zip archive; a member, or all of them, would be too large; or one shrank more than articles do.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise InputError(f"{shown(path)}: no readable zip archive ({_one_line(error)}); pack it again") from None
    _check_sizes(archive, path, max_bytes)
    return archive


def _check_sizes(archive: zipfile.ZipFile, path: str, max_bytes: int) -> None:
    total = 0
    for member in archive.infolist():
        label = f"{shown(path)}, member {shown(member.filename)!r}"
        total += member.file_size
        if member.file_size > max_bytes:
            raise InputError(
                f"{label}: it unpacks to {member.file_size} bytes; at most {in_mebibytes(max_bytes)} are read"
            )
        if member.file_size > _RATIO_FROM and member.file_size > _MAX_RATIO * max(member.compress_size, 1):
            ratio = member.file_size // max(member.compress_size, 1)
            raise InputError(f"{label}: it unpacks to {ratio} times its size; at most {_MAX_RATIO} times is read")
    if total > _TOTAL * max_bytes:
        raise InputError(
            f"{shown(path)}: it unpacks to {total} bytes in all; at most {in_mebibytes(_TOTAL * max_bytes)} are read"
        )


def _check_member(member: zipfile.ZipInfo, label: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in member.filename):
        raise InputError(f"{label}: the name is no text; pack the archive again with names in UTF-8")
    if member.filename.lower().endswith(".zip"):
        raise InputError(f"{label}: a zip archive in a zip archive; unpack it first")
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise InputError(f"{label}: this is a link or a special file; only regular files are read")
    if member.flag_bits & 0x1:
        raise InputError(f"{label}: it is encrypted; pack it without a password")


def _reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, max_bytes: int) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(member) as stream:
                # The directory of an archive can lie about sizes, so the reading itself stops at the limit.
                data = stream.read(max_bytes + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise InputError(f"{label}: it cannot be unpacked ({_one_line(error)}); pack it again") from None
        if len(data) > max_bytes:
            raise InputError(f"{label}: it unpacks to more than {in_mebibytes(max_bytes)}, the most that is read")
        return data

    return read


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
