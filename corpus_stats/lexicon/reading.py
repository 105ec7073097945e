"""From a file to a `Lexicon`, whatever its form."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import LexiconError
from .values import Lexicon

__all__ = ["read_lexicon", "schema"]

_MAX_BYTES = 16 * 2**20
# A named pipe must not hang the reader; the flag is absent where there are none.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_lexicon(path: str | os.PathLike[str]) -> Lexicon:
    """Read a lexicon from TOML, CSV, a quanteda dictionary in YAML, or a LIWC dictionary.

    Parameters
    ----------
    path : str or path
        The ending tells the form: ``.toml`` (terms, actors and roles), ``.csv`` (columns term, category, definition,
        include, exclude, example, note, name; alternatives in one cell are split by ``|``), ``.yml`` or ``.yaml``
        (nested categories become ``outer.inner``), ``.dic``. UTF-8, with or without a byte order mark, at most 16 MB.

    Raises
    ------
    LexiconError
        One line that names the file, the place in it, what was found and what would be right.
    """
    name = str(path) if str(path).isprintable() else ascii(str(path))
    try:
        if os.path.isdir(path):
            raise LexiconError("this is a folder; a lexicon is a file")
        form = _form(Path(path).suffix.lower())
        lexicon = form(_text(os.fspath(path)))
        if not lexicon.terms and not lexicon.actors:
            raise LexiconError("no term and no actor is in it; write at least one")
    except LexiconError as error:
        raise LexiconError(f"{name}: {error}") from None
    except RecursionError:
        raise LexiconError(f"{name}: it is nested too deeply; a lexicon is a list of terms by category") from None
    return lexicon


def schema() -> dict[str, Any]:
    """JSON schema of a lexicon in TOML."""
    from . import tables

    return tables.json_schema()


def _form(suffix: str) -> Callable[[str], Lexicon]:
    # Imported when asked: pydantic costs a tenth of a second, and most who import a Term read no file.
    if suffix in (".toml", ".csv"):
        from . import tables

        return tables.toml_lexicon if suffix == ".toml" else tables.csv_lexicon
    if suffix in (".yml", ".yaml", ".dic"):
        from . import dictionaries

        return dictionaries.liwc_lexicon if suffix == ".dic" else dictionaries.quanteda_lexicon
    raise LexiconError(f"the ending {suffix!r} is no form of lexicon; it is .toml, .csv, .yml, .yaml or .dic")


def _text(path: str) -> str:
    try:
        with open(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise LexiconError("it is no regular file; a lexicon is read from a file")
            content = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise LexiconError("there is no such file; name a lexicon") from None
    except OSError as error:
        raise LexiconError(f"it cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(content) > _MAX_BYTES:
        raise LexiconError(f"it is larger than {_MAX_BYTES // 2**20} MB, the most that a lexicon may have")
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        byte = content[error.start]
        raise LexiconError(f"byte {error.start} (0x{byte:02x}) is not UTF-8; save the lexicon as UTF-8") from None
