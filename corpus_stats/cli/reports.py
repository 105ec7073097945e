"""Commands about whole reports: `report` and `verify`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import ArgumentError
from .answers import json_text, print_text
from .corpora import COLUMN_ROLES, corpus_options, given_columns, lexicon_beside, progress_bar
from .failures import note
from .parsers import Command, Options, choice, number

if TYPE_CHECKING:
    from ..report.build import Report
    from ..report.spec import Specification

__all__ = ["commands"]

_FOR_ARTICLES = ("actor", "lexicon", "coded", "metadata", "skip_other_languages", *COLUMN_ROLES)


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    return (
        Command(
            "report",
            _report_options,
            _report,
            "report reports/libya.toml\n  corpus-stats report articles.csv --output my-report",
            "Give a specification, or the articles themselves: then the default report is made, and the specification "
            "that it used is written down with it.",
        ),
        Command(
            "verify",
            _verify_options,
            _verify,
            "verify reports/libya.toml",
            "The lock beside the specification is compared with a fresh build, and with the files on the disk where "
            "there are any. Exit code 1 if anything differs.",
        ),
    )


def _report_options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser, or_specification=True)
    told = "CORPUS: a name whose labels and every mention are listed; may be given again"
    parser.add_argument("--actor", metavar="NAME", action="append", help=told)
    parser.add_argument("--lexicon", metavar="FILE", help="CORPUS: terms (default: lexicon.toml beside the articles)")
    parser.add_argument("--coded", metavar="DIR", help="CORPUS: coding kit whose sheets are filled (coding export)")
    parser.add_argument("--output", metavar="DIR", help="folder to write; what stands there is replaced whole")
    parser.add_argument("--lock", action="store_true", help="SPEC.toml: take this report as the one to verify against")


def _report(options: Options) -> int:
    from ..report.build import build_report

    specification = _specification(options)
    with progress_bar("sections") as progress:
        made = build_report(specification, output=options.output, jobs=options.jobs, progress=progress)
    for line in made.notes:
        note(line)
    if not specification.is_part_of_report:
        _keep_lock(made, replace=options.lock)
    folder = made.folder or specification.folder
    names = ["index.html", "report.pdf"]
    if specification.is_part_of_report and folder == specification.folder:
        names.append(specification.path.name)
    print_text("".join(f"{folder / name}\n" for name in names))
    return 0


def _specification(options: Options) -> Specification:
    from ..report.defaults import default_specification
    from ..report.spec import read_specification

    if not options.corpus.lower().endswith(".toml"):
        if options.lock:
            raise ArgumentError("--lock is for a specification; the default report holds its own manifest")
        if options.coded is not None and options.lexicon is None and lexicon_beside(options.corpus) is None:
            raise ArgumentError("--coded is given without a lexicon; people coded for one: name it with --lexicon FILE")
        return default_specification(
            options.corpus,
            output=options.output,
            lexicon=options.lexicon,
            actor=options.actor,
            metadata=options.metadata,
            columns=given_columns(options) or None,
            coded=options.coded,
            skip_other_languages=options.skip_other_languages,
        )
    for name in _FOR_ARTICLES:
        if getattr(options, name):
            option = name.replace("_", "-")
            raise ArgumentError(f"--{option} is for articles without a specification; write it into {options.corpus}")
    return read_specification(options.corpus)


def _keep_lock(made: Report, *, replace: bool) -> None:
    """Write the lock where there is none; an old one is replaced only when asked, or `verify` could find nothing."""
    from ..report.manifest import json_bytes
    from ..report.verify import write_lock

    path = made.specification.lock
    if replace or not path.exists():
        write_lock(made.specification, made.manifest)
        note(f"lock: {path}")
    elif path.read_bytes() != json_bytes(dict(made.manifest)):
        note(
            f"{path} is of another report: corpus-stats verify {made.specification.path} names what differs, "
            f"corpus-stats report {made.specification.path} --lock replaces it"
        )


def _verify_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("specification", metavar="SPEC.toml", help="specification of the report")
    parser.add_argument("--jobs", metavar="N", type=number(1), default=1, help="processes; they change only the time")
    parser.add_argument("--format", type=choice("table", "json"), metavar="table|json", default="table")


def _verify(options: Options) -> int:
    from ..report.verify import verify

    with progress_bar("sections") as progress:
        differences = verify(options.specification, jobs=options.jobs, progress=progress)
    if options.format == "json":
        print_text(json_text({"differences": differences}))
    elif differences:
        print_text("".join(f"{difference}\n" for difference in differences))
    else:
        print_text(f"{options.specification}: nothing differs\n")
    return 1 if differences else 0
