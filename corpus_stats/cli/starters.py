"""Commands for a beginning: `init` and `schema`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..errors import OutputError
from .answers import json_text, print_text, write_file
from .parsers import Command, Options, choice

__all__ = ["STARTER", "commands"]

STARTER = {
    "articles/lexicon.toml": """\
# The words you look for, and why. Read again after the first report: which entries never occur, which mean something
# else in your articles?

source = "written by ..., before reading the articles"
circular = false    # true if it was written from the very articles it is applied to: every count then says so
hostile = ["delegitimising"]    # nobody says these of the own side: in a spokesman's paraphrase they are the outlet's

# A person or a body, and every way the articles name it.
[[actor]]
name = "Jane Example"
aliases = ["Example"]
titles = ["General", "Minister"]
side = "the government"

# A term is one or more words; * stands for any end of a word, a list for alternatives. Tables name it by all of these,
# or by name = "...".
[[term]]
term = ["strongman", "warlord*"]
category = "delegitimising"
note = "denies that power was given by law"

[[term]]
term = "elected leader"
category = "legitimising"
note = "names the ground of power"
""",
    "articles/metadata.csv": "file,outlet,published,url\n",
    "report.toml": """\
# What is asked of the articles. corpus-stats report report.toml writes the answers to report/.

title = "How the outlets named the sides"
corpus = "articles"
lexicon = "articles/lexicon.toml"
by = "outlet"
seed = 1
keep_going = true    # print what an analysis refuses, and go on

[[section]]
analysis = "composition"

[[section]]
analysis = "design"

[[section]]
analysis = "framing"

[[section]]
analysis = "keyness"    # what each outlet writes more of; p values where the articles can carry any

[[section]]
analysis = "frequency"

[[section]]
analysis = "similarity"

[[section]]
analysis = "topics"
""",
    "README.md": """\
# From articles to a report

1. Put each article into `articles/` as a .txt file in UTF-8, its headline in the first line, as it was published.
2. `articles/metadata.csv` has one row an article. `file` is the name of the text file, `outlet` who published it,
   `published` the date as far as you know it (2020, 2020-05 or 2020-05-25), `url` where it stands. Further columns are
   kept and can group (`by = "country"`); a column `event` says which articles report the same event.
3. `corpus-stats check articles` says what was read, what was dropped, and what these articles can show at all.
4. Write your own terms into `articles/lexicon.toml`, with a note why each is there.
5. `corpus-stats report report.toml` writes `report/index.html` and `report/report.pdf`.
6. `corpus-stats verify report.toml` says, now or in a year, whether the same report still comes out.
""",
}


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command("init", _init_options, _init, "init my-study", "Nothing that exists is overwritten."),
        Command(
            "schema",
            _schema_options,
            _schema,
            "schema specification > specification.schema.json",
            "An editor that knows JSON schemas completes and checks report.toml and lexicon.toml with them.",
        ),
    )


def _init_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder to write; it may exist")


def _init(options: Options) -> int:
    folder = Path(options.folder)
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: this is a file; name a folder")
    # Looked at before anything is written: all of it, or nothing.
    for name in STARTER:
        path = folder / name
        if os.path.lexists(path):
            raise OutputError(f"{path}: the file exists and is not overwritten; name a new folder, or move it away")
        if path.parent.exists() and not path.parent.is_dir():
            raise OutputError(f"{path.parent}: this is a file where a folder is needed; move it away")
        above = next(place for place in path.absolute().parents if place.exists())
        if not os.access(above, os.W_OK | os.X_OK):
            raise OutputError(f"{folder}: nothing can be written in {above}: permission denied; name another folder")
    for name, text in STARTER.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text)
    next_step = f"next: put articles into {folder / 'articles'}; {folder / 'README.md'} says how"
    print_text("\n".join([*(str(folder / name) for name in STARTER), next_step, ""]))
    return 0


def _schema_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "which",
        nargs="?",
        type=choice("specification", "lexicon"),
        metavar="specification|lexicon",
        help="one of the two schemas; without it an object with both",
    )


def _schema(options: Options) -> int:
    from .. import lexicon
    from ..report import spec

    schemas = {"lexicon": lexicon.schema(), "specification": spec.schema()}
    print_text(json_text(schemas if options.which is None else schemas[options.which]))
    return 0
