"""The files of a coding kit, their columns, and what is written in them for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...errors import ArgumentError
from ...lexicon import Lexicon

__all__ = [
    "CODEBOOK",
    "FOR_CODERS",
    "INSTRUCTIONS",
    "KEY",
    "KEY_FORMAT",
    "NOTE",
    "RESOLVED",
    "SENTENCE",
    "SHEET_COLUMNS",
    "check_categories",
    "codebook_rows",
    "instructions",
    "sheet_name",
]

FOR_CODERS = "for_coders"
CODEBOOK = f"{FOR_CODERS}/codebook.csv"
INSTRUCTIONS = f"{FOR_CODERS}/instructions.txt"
KEY = "key.json"
KEY_FORMAT = "coding kit 1"
RESOLVED = "resolved"
SENTENCE, NOTE = "sentence", "note"
SHEET_COLUMNS = (SENTENCE, "before", "text", "after")

_TEXT = """\
How to code

1. Read codebook.csv first. It says what each category means, what counts and what does not.
2. You have one sheet of your own: {sheets}. Do not talk about individual sentences with other coders, and do not
   look at their sheets, before all are filled: what the sheets are for is how far people agree who read alone.
3. Each row is one sentence. Code the column "text". The columns "before" and "after" are its neighbours in the article:
   they help to understand it, and are not coded.
4. In each of these columns write 1 where the category is in the sentence and 0 where it is not:
{categories}
   Leave a cell empty only where you cannot tell. Nothing but 1, 0 and empty is read.
5. The column "note" is yours. Leave all other columns, the first row and the number of rows as they are; the order of
   the rows may change.
6. Save the sheet under its own name, as CSV or as XLSX, and send it back.

Many sentences hold none of the categories. This is intended. The sentences come in random order, from all outlets and
parts of the articles, captions and headlines among them; an apostrophe in front of a cell keeps a spreadsheet from
taking the text for a formula.
"""


def sheet_name(coder: int) -> str:
    """Name of a coder's sheet without its ending; coders are counted from 1."""
    return f"coder_{coder}"


def instructions(categories: Sequence[str], coders: int) -> str:
    """What coders are told to do."""
    sheets = " or ".join(f"{sheet_name(coder)}.csv" for coder in range(1, coders + 1))
    return _TEXT.format(sheets=sheets, categories="\n".join(f"     {category}" for category in categories))


def check_categories(categories: Sequence[str]) -> None:
    """Refuse categories that cannot head a column of a sheet."""
    if not categories:
        raise ArgumentError("the lexicon has no term; there is nothing to code")
    taken = {name.casefold() for name in (*SHEET_COLUMNS, NOTE)}
    for category in categories:
        if category.casefold() in taken:
            raise ArgumentError(f"category {category!r} has the name of another column of the sheet; rename it")
        taken.add(category.casefold())


def codebook_rows(lexicon: Lexicon, categories: Sequence[str]) -> list[dict[str, str]]:
    """One row a category: category, definition, include, exclude, example, as its terms have them.

    The terms themselves are left out: who codes by the list that the tool searches with tells nothing of the list.
    A term without a definition gives its note in its place.
    """
    rows = []
    for category in categories:
        own = [row for row in lexicon.codebook() if row["category"] == category]
        definition = _joined(row["definition"] or row["note"] for row in own)
        others = {name: _joined(row[name] for row in own) for name in ("include", "exclude", "example")}
        rows.append({"category": category, "definition": definition, **others})
    return rows


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
