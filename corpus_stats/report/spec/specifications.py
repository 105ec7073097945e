"""Reading and writing a specification: TOML in, every default filled, paths relative to the file they stand in."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...errors import SpecificationError, nearest
from .options import ANALYSES, Columns, KeynessOptions, Request

__all__ = [
    "MANIFEST",
    "WRITTEN_NAME",
    "Specification",
    "read_specification",
    "schema",
    "specification_text",
]

WRITTEN_NAME, MANIFEST = "specification.toml", "manifest.json"


@dataclass(frozen=True)
class Specification:
    """A request, and the file that its paths are relative to (which need not exist)."""

    request: Request
    path: Path

    @property
    def corpus(self) -> Path:
        """Where the articles are."""
        return self._beside(self.request.corpus)

    @property
    def metadata(self) -> Path | None:
        """Where the table of articles is, if it was named."""
        return None if self.request.metadata is None else self._beside(self.request.metadata)

    @property
    def lexicon(self) -> Path | None:
        """Where the lexicon is, if there is one."""
        return None if self.request.lexicon is None else self._beside(self.request.lexicon)

    @property
    def coded(self) -> Path | None:
        """Where the sentences are that people coded, if there are any."""
        return None if self.request.coded is None else self._beside(self.request.coded)

    @property
    def references(self) -> tuple[Path, ...]:
        """Files and folders that sections compare with, each once."""
        named = [s.reference for s in self.request.section if isinstance(s, KeynessOptions) and s.reference is not None]
        return tuple(self._beside(path) for path in dict.fromkeys(named))

    @property
    def folder(self) -> Path:
        """Where the report is written unless asked otherwise: beside the file, under its name."""
        return self.path.parent if self.is_part_of_report else self.path.with_suffix("")

    @property
    def lock(self) -> Path:
        """Manifest that `verify` compares with."""
        return self.folder / "manifest.json" if self.is_part_of_report else self.path.with_suffix(".lock.json")

    @property
    def is_part_of_report(self) -> bool:
        """Whether the file is one that the report itself writes down."""
        return self.path.name == WRITTEN_NAME and (not self.path.exists() or (self.path.parent / MANIFEST).exists())

    def settings(self) -> dict[str, Any]:
        """Plain values of the request, every default filled."""
        return self.request.model_dump(mode="json")

    def _beside(self, path: str) -> Path:
        return Path(os.path.normpath(self.path.parent / path))


def read_specification(path: str | Path) -> Specification:
    """Specification in a TOML file.

    Raises
    ------
    SpecificationError
        No such file, no TOML, an unknown key (with the nearest right one), a wrong type or value; the message names the
        file and the place.
    """
    source = Path(path)
    try:
        contents = tomllib.loads(source.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SpecificationError(f"{path}: the specification cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise SpecificationError(f"{path}: byte {error.start} is not UTF-8; a specification is TOML in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        message = str(error).replace("\n", " ")
        raise SpecificationError(f"{path}: this is no TOML: {message[:1].lower()}{message[1:]}") from None
    try:
        request = Request.model_validate(contents)
    except ValidationError as error:
        raise SpecificationError(f"{path}: {_complaint(error, contents)}") from None
    return Specification(request, source)


def schema() -> dict[str, Any]:
    """JSON schema of a specification."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Request.model_json_schema()}


def specification_text(settings: Mapping[str, Any]) -> str:
    """Specification as TOML; what is None is left out, as TOML has no word for it."""
    lines, tables = [], []
    for key, value in settings.items():
        if isinstance(value, dict):
            tables += _table(f"[{key}]", value)
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            for entry in value:
                tables += _table(f"[[{key}]]", entry)
        elif value is not None:
            lines.append(f"{key} = {_value(value)}")
    return "\n".join(lines + tables) + "\n"


def _table(header: str, entries: Mapping[str, Any]) -> list[str]:
    lines = [f"{key} = {_value(value)}" for key, value in entries.items() if value is not None]
    return ["", header, *lines] if lines else []


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(entry) for entry in value)}]"
    escapes = {'"': '\\"', "\\": "\\\\"}
    plain = (escapes.get(c) or (c if c.isprintable() else f"\\U{ord(c):08x}") for c in str(value))
    return f'"{"".join(plain)}"'


def _complaint(error: ValidationError, contents: Mapping[str, Any]) -> str:
    errors = error.errors(include_url=False)
    first = errors[0]
    if first["type"] == "missing":
        # A misspelt key is also a missing one; the misspelling says more.
        beside = [one for one in errors if one["type"] == "extra_forbidden" and one["loc"][:-1] == first["loc"][:-1]]
        first = next(iter(beside), first)
    location = list(first["loc"])
    place, kind = _place(location), first["type"]
    key, found = str(location[-1]) if location else "", first["input"]
    if kind == "extra_forbidden":
        return f"{_place(location[:-1])}: unknown key {key!r}; {nearest(key, _known_keys(location))}"
    if kind == "missing":
        return f"{_place(location[:-1])}: {key!r} is missing"
    if kind == "union_tag_not_found":
        return f"{place}: 'analysis' is missing; it is one of {', '.join(sorted(ANALYSES))}"
    if kind == "union_tag_invalid":
        tag = str(found.get("analysis"))
        return f"{place}: analysis {tag!r} is unknown; {nearest(tag, ANALYSES)}"
    message = first["msg"].removeprefix("Input ").removeprefix("Value ")
    return f"{place}: found {_shown(found)}; the value {message}"


def _known_keys(location: list[int | str]) -> list[str]:
    if location[0] == "section" and len(location) > 2:
        return list(ANALYSES[str(location[2])].model_fields)
    if location[0] == "columns" and len(location) > 1:
        return list(Columns.model_fields)
    return list(Request.model_fields)


def _place(location: list[int | str]) -> str:
    if not location:
        return "top level"
    if location[0] == "section" and len(location) > 1:
        # The third step is the analysis by which the options were chosen.
        name = f" ({location[2]})" if len(location) > 2 else ""
        rest = "".join(f", {step}" for step in location[3:])
        return f"section {int(location[1]) + 1}{name}{rest}"
    return ", ".join(str(step) for step in location)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
