"""From arguments to an exit code. ``--help`` imports nothing but this and the list of commands, and so is quick."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .commands import COMMANDS

__all__ = ["exit_code"]


def exit_code(arguments: Sequence[str]) -> int:
    """Exit code of the command line: 0 done, 1 a check found a difference, 2 unusable input.

    Whatever goes wrong is one line on stderr. With CORPUS_STATS_TRACEBACK set, a fault of the package itself is raised.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets its escape, not an exception.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        if not arguments or arguments[0] in ("-h", "--help", "help"):
            print(_overview())
            code = 0
        else:
            code = _chosen(list(arguments))
        sys.stdout.flush()
        return code
    except BaseException as error:
        from .failures import code_of

        return code_of(error)


def _chosen(arguments: list[str]) -> int:
    if arguments[0] == "--version":
        from importlib.metadata import version

        print(f"corpus-stats {version('corpus-stats')}")
        return 0
    from .failures import warnings_in_one_line
    from .parsers import command_named, parsed

    with warnings_in_one_line():
        # Some commands have two words: coding export.
        length = 2 if " ".join(arguments[:2]) in COMMANDS else 1
        command = command_named(" ".join(arguments[:length]))
        return command.action(parsed(command, arguments[length:]))


def _overview() -> str:
    width = max(map(len, COMMANDS))
    commands = [f"  {name:{width}}  {summary}" for name, (_, summary) in COMMANDS.items()]
    return "\n".join(
        [
            "usage: corpus-stats COMMAND ...",
            "",
            "Counts, comparisons and passages for a set of news articles,",
            "every number traceable to its characters.",
            "",
            *commands,
            "",
            "corpus-stats COMMAND --help shows the options of a command, and an example.",
            "CORPUS is a folder of .txt files (with metadata.csv), or one file: .csv, .xlsx,",
            ".jsonl, .parquet, .zip. To begin with: corpus-stats check CORPUS",
        ]
    )
