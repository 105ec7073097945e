"""Bytes to text: UTF-8, UTF-16 or UTF-32 where a byte order mark says so, else Windows-1252, else an error.

Line ends are never translated: an offset counts the characters of the file itself.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ..errors import EncodingError

__all__ = ["Decoded", "decoded"]

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, its character set by name, and whether a byte order mark stood before it."""

    text: str
    charset: str = "UTF-8"
    marked: bool = False


def decoded(data: bytes, path: str) -> Decoded:
    """Text of a file's bytes.

    Raises
    ------
    EncodingError
        The bytes are no text in any of the character sets, or hold a NUL; the message has the byte offset.
    """
    for mark, codec, charset in _MARKS:
        if data.startswith(mark):
            return Decoded(_marked_text(data, mark, codec, charset, path=path), charset, marked=True)
    if b"\0" in data:
        raise EncodingError(f"{path}: NUL byte at offset {data.index(0)}; an article is text in UTF-8, and holds none")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Decoded(_windows_text(data, error.start, path), "Windows-1252")


def _marked_text(data: bytes, mark: bytes, codec: str, charset: str, *, path: str) -> str:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        raise EncodingError(
            f"{path}: byte 0x{data[offset]:02x} at offset {offset} is no {charset}, which the byte order mark "
            "announces; save the file as UTF-8"
        ) from None
    if "\0" in text:
        offset = len(mark) + len(text[: text.index("\0")].encode(codec))
        raise EncodingError(f"{path}: NUL character at byte offset {offset}; an article is text, and holds none")
    return text


def _windows_text(data: bytes, utf8_offset: int, path: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{path}: byte 0x{data[utf8_offset]:02x} at offset {utf8_offset} is no UTF-8, "
            f"and byte 0x{data[error.start]:02x} at offset {error.start} is no Windows-1252; save the file as UTF-8"
        ) from None
