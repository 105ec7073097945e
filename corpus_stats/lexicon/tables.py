"""Lexicons written as tables: TOML with terms, actors and roles, CSV with terms."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import LexiconError, nearest
from .roles import Role, Side
from .texts import shown
from .values import Actor, Lexicon, Term, lexicon_by_lines

__all__ = ["csv_lexicon", "json_schema", "toml_lexicon"]

_COLUMNS = ("term", "category", "definition", "include", "exclude", "example", "note", "name")
_NEEDED_COLUMNS = ("term", "category")
_DELIMITERS = (",", ";", "\t")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _TermTable(_Table):
    term: str | list[str] = Field(description="text or a list of texts")
    category: str = Field(description="text")
    note: str = Field("", description="text")
    definition: str = Field("", description="text")
    include: str = Field("", description="text")
    exclude: str = Field("", description="text")
    example: str = Field("", description="text")
    name: str = Field("", description="text, what tables call the term (default: all its alternatives)")


class _ActorTable(_Table):
    name: str = Field(description="text")
    aliases: list[str] = Field([], description="a list of texts")
    titles: list[str] = Field([], description="a list of texts")
    side: str | None = Field(None, description="text")
    note: str = Field("", description="text")


class _SideTable(_Table):
    name: str = Field(description="text")
    party: str | None = Field(None, description="text")
    actors: list[str] = Field([], description="a list of texts")
    cues: list[str] = Field([], description="a list of texts")
    own: bool = Field(False, description="true or false")


class _RoleTable(_Table):
    name: str = Field(description="text")
    nouns: list[str] = Field(description="a list of texts")
    side: list[_SideTable] = Field([], description="tables, each under the heading [[role.side]]")
    exclude: list[str] = Field([], description="a list of texts")
    places: list[str] = Field([], description="a list of texts")
    elsewhere: list[str] = Field([], description="a list of texts")
    note: str = Field("", description="text")


class _LexiconTable(_Table):
    source: str = Field("", description="text")
    circular: bool = Field(False, description="true or false")
    language: str | None = Field(None, description="text")
    hostile: list[str] = Field([], description="a list of categories, whose terms nobody uses of the own side")
    actor: list[_ActorTable] = Field([], description="tables, each under the heading [[actor]]")
    role: list[_RoleTable] = Field([], description="tables, each under the heading [[role]]")
    term: list[_TermTable] = Field([], description="tables, each under the heading [[term]]")


_ROWS: dict[str, type[_Table]] = {"actor": _ActorTable, "role": _RoleTable, "side": _SideTable, "term": _TermTable}


_EXAMPLES = {
    "role": "name = 'fighters', nouns = ['fighter*'], and under it two tables [[role.side]]",
    "role.side": "name = 'of the north', cues = ['northern'] or party = 'what actors have as side'",
}


def toml_lexicon(text: str) -> Lexicon:
    """Lexicon from TOML: source, circular, language, hostile, [[actor]], [[role]] and [[term]] tables."""
    try:
        content = tomllib.loads(text)
    except ValueError as error:
        raise LexiconError(f"no valid TOML: {_lower_first(str(error))}") from None
    try:
        table = _LexiconTable.model_validate(content)
    except ValidationError as error:
        raise LexiconError(_fault(error, content)) from None
    actors = [Actor(a.name, tuple(a.aliases), tuple(a.titles), a.side, a.note) for a in table.actor]
    terms = []
    for row in table.term:
        variants = (row.term,) if isinstance(row.term, str) else tuple(row.term)
        terms.append(Term(variants, **row.model_dump(exclude={"term"})))
    roles = tuple(_role(row) for row in table.role)
    stated = (table.source, table.circular, table.language)
    return Lexicon(tuple(terms), tuple(actors), *stated, roles, tuple(table.hostile))


def csv_lexicon(text: str) -> Lexicon:
    """Lexicon from a table with a heading; the columns are parted by comma, semicolon or tab, as the heading is."""
    heading = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    return lexicon_by_lines(_csv_terms(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)))


def json_schema() -> dict[str, Any]:
    """JSON schema of a lexicon in TOML."""
    named = {**_LexiconTable.model_json_schema(), "title": "Lexicon"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **named}


def _role(row: _RoleTable) -> Role:
    sides = tuple(Side(s.name, s.party, tuple(s.actors), tuple(s.cues), s.own) for s in row.side)
    lists = {field: tuple(getattr(row, field)) for field in ("nouns", "exclude", "places", "elsewhere")}
    return Role(row.name, sides=sides, note=row.note, **lists)


def _fault(error: ValidationError, content: dict[str, Any]) -> str:
    # A misspelt key is also a missing one; the misspelling says more.
    found = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    table: Any = content
    model: type[_Table] = _LexiconTable
    place, heading, path = "", "", list(found["loc"])
    # Tables stand in lists, and lists of tables in tables: role 2: side 1: ...
    while len(path) > 1 and isinstance(path[1], int) and path[0] in _ROWS:
        kind, number = str(path.pop(0)), int(path.pop(0))
        heading = f"{heading}.{kind}".lstrip(".")
        table, model, place = table[kind][number], _ROWS[kind], f"{place}{kind} {number + 1}: "
        if not path:
            return f"{place}{shown(table)} is no table; write it under the heading [[{heading}]]"
    key = str(path[0])
    if found["type"] == "extra_forbidden":
        hint = nearest(key, model.model_fields)
        example = f"; an example: {_EXAMPLES[heading]}" if heading in _EXAMPLES and hint.startswith("it has") else ""
        return f"{place}key {shown(key)} is unknown; {hint}{example}"
    if found["type"] == "missing":
        return f"{place}key {key!r} is missing; write {key} = ..., {model.model_fields[key].description}"
    return f"{place}{key} is {shown(table[key])}; it must be {model.model_fields[key].description}"


def _csv_terms(rows: Any) -> Iterator[tuple[int, Term]]:
    columns: list[str] = []
    line = 1
    try:
        for row in rows:
            if not columns:
                columns = _columns(row, line)
            elif row:
                if len(row) != len(columns):
                    raise LexiconError(f"line {line}: {len(row)} cells where the heading has {len(columns)}")
                cells = dict(zip(columns, row, strict=True))
                yield line, Term(tuple(cells.pop("term").split("|")), **cells)
            line = rows.line_num + 1
    except csv.Error as error:
        raise LexiconError(f"line {line}: no valid CSV: {error}") from None
    if not columns:
        raise LexiconError(f"line 1: the heading is missing; its columns are {', '.join(_COLUMNS)}")


def _columns(row: list[str], line: int) -> list[str]:
    columns = [cell.strip().lower() for cell in row]
    for column in columns:
        if column not in _COLUMNS:
            hint = nearest(column, _COLUMNS)
            hint = hint if hint.startswith("did") else f"a lexicon's columns are {', '.join(_COLUMNS)}"
            raise LexiconError(f"line {line}: column {shown(column)} is unknown; {hint}")
        if columns.count(column) > 1:
            raise LexiconError(f"line {line}: column {column!r} stands there twice; name each column once")
    for column in _NEEDED_COLUMNS:
        if column not in columns:
            raise LexiconError(f"line {line}: column {column!r} is missing; a lexicon needs term and category")
    return columns


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
