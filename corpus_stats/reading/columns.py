"""Which column of a table plays which role: as asked, else guessed from the usual names, and said so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..errors import ArgumentError, InputError, nearest
from .tables import Table

__all__ = ["ROLES", "USUAL_NAMES", "hint", "role_positions", "roles_note", "usual_names", "valid_columns"]

USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext"),
    "outlet": ("outlet", "source", "publisher", "newspaper"),
    "date": ("published", "date", "year", "pubdate"),
    "title": ("title", "headline"),
    "name": ("id", "name", "file", "filename", "document"),
    "url": ("url", "link"),
    "event": ("event",),
}
ROLES = tuple(sorted(USUAL_NAMES))
_MOST_LISTED = 12


def valid_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """Mapping of role to column name, as asked.

    Raises
    ------
    ArgumentError
        A role that does not exist, a column that is no text, or one column in two roles.
    """
    asked = dict(columns or {})
    for role, column in asked.items():
        if role not in ROLES:
            raise ArgumentError(f"columns: role {role!r} is unknown; {nearest(str(role), ROLES)}")
        named: object = column
        if not isinstance(named, str) or not named:
            raise ArgumentError(f"columns: role {role!r} has {column!r}; it must be the name of a column")
        others = [other for other in sorted(asked) if other != role and asked[other] == column]
        if others:
            raise ArgumentError(f"columns: {column!r} is given as {role} and as {others[0]}; a column plays one role")
    return asked


def usual_names(asked: Mapping[str, str]) -> frozenset[str]:
    """Names, in small letters, by which a header is known as one: the usual ones and those asked for."""
    names = {name for usual in USUAL_NAMES.values() for name in usual}
    return frozenset(names | {name.strip().casefold() for name in asked.values()})


def role_positions(
    table: Table,
    asked: Mapping[str, str],
    *,
    required: Collection[str] = (),
    without: Collection[str] = (),
    names: Collection[str] = (),
) -> dict[str, int]:
    """Position of the column of each role that the table has.

    Parameters
    ----------
    asked : mapping of role to column name
        Wins over guessing.
    required, without : collection of str
        Roles that must be there; roles that this table does not have (the text, where it is in files).
    names : collection of str
        Names of documents, where they are known: of the usual columns for a name, the first that holds one of them.

    Raises
    ------
    InputError
        A column asked for, or one for a required role, is not there; or two columns could be it.
    """
    positions: dict[str, int] = {}
    for role, column in sorted(asked.items()):
        if column not in table.columns:
            raise InputError(f"{table.path}: no column {column!r} for the {role}; {hint(column, table.columns)}")
        positions[role] = table.columns.index(column)
    for role, usual in USUAL_NAMES.items():
        if role in positions or role in without:
            continue
        found = _guesses(table, role, taken=positions.values())
        if role == "name" and names:
            known = [p for p in found if any(str(cell).strip() in names for cell in table.column(p))]
            found = known or found
        if found:
            positions[role] = found[0]
        elif role in required:
            raise InputError(
                f"{table.path}: no column for the {role}, none is named {', '.join(usual[:-1])} or {usual[-1]}; "
                f"{_usual_hint(usual, table.columns)}"
            )
    return positions


def roles_note(table: Table, positions: Mapping[str, int], asked: Mapping[str, str]) -> str:
    """Sentence that says which column was read as what, and what no column was found for."""
    read = [f"{role} from {table.columns[position]!r}" for role, position in sorted(positions.items())]
    guessed = [role for role in sorted(positions) if role not in asked]
    absent = [role for role in ("date", "outlet") if role not in positions]
    note = f"{table.label}: read {', '.join(read)}" if read else f"{table.label}: no column has a usual name"
    if guessed:
        note += f" (guessed: {', '.join(guessed)})"
    if "title" in positions and "text" in positions:
        note += "; titles are kept as metadata, their words are not counted"
    return note + (f"; no {' and no '.join(absent)}" if absent else "")


def hint(name: str, choices: Collection[str]) -> str:
    """Nearest choice, or all of them, or their number where they would not fit on a line."""
    similar = nearest(name, choices)
    if similar.startswith("did you mean") or len(choices) <= _MOST_LISTED:
        return similar
    return f"none of the {len(choices)} is similar"


def _guesses(table: Table, role: str, taken: Collection[int]) -> list[int]:
    """Positions of the columns with a usual name of a role, the most usual name first."""
    found = []
    for usual in USUAL_NAMES[role]:
        same = [p for p, column in enumerate(table.columns) if column.casefold() == usual and p not in taken]
        if len(same) > 1:
            both = " and ".join(repr(table.columns[p]) for p in same[:2])
            raise InputError(f"{table.path}: columns {both} could both be the {role}; rename one of them")
        found += same
    return found


def _usual_hint(usual: Sequence[str], columns: Collection[str]) -> str:
    for name in usual:
        similar = nearest(name, columns)
        if similar.startswith("did you mean"):
            return similar
    return hint("", columns)
