"""What a failure looks like: one line on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ..errors import CorpusStatsError, CorpusStatsWarning
from .printing import one_line

__all__ = ["code_of", "note", "warnings_in_one_line"]

UNUSABLE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141  # what a shell shows for a process that a closed pipe has ended


def code_of(error: BaseException) -> int:
    """Exit code for what was raised; its one line goes to stderr.

    Raises
    ------
    BaseException
        The error itself: a fault of the package, where CORPUS_STATS_TRACEBACK asks to see it.
    """
    if isinstance(error, SystemExit):  # argparse has printed the help that was asked for
        return int(error.code or 0)
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _close_stdout()
        return PIPE_CLOSED
    if isinstance(error, CorpusStatsError):
        return _refused(str(error))
    if isinstance(error, OSError):
        place = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return _refused(f"{place}{error.strerror or type(error).__name__}")
    if isinstance(error, MemoryError):
        return _refused("the memory of this machine is used up; read fewer articles at a time")
    if os.environ.get("CORPUS_STATS_TRACEBACK"):
        raise error
    return _refused(
        f"a fault of corpus-stats, not of your input: {type(error).__name__}: {error} "
        "(CORPUS_STATS_TRACEBACK=1 shows where; please report it)"
    )


@contextmanager
def warnings_in_one_line() -> Iterator[None]:
    """Show the package's warnings as one line each, every line once; those of other libraries only where asked for."""
    shown: set[str] = set()

    def show(message: Warning | str, *_: object, **__: object) -> None:
        line = one_line(str(message))
        if line not in shown:
            shown.add(line)
            print(f"corpus-stats: warning: {line}", file=sys.stderr)

    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
        warnings.simplefilter("always", CorpusStatsWarning)
        warnings.showwarning = show
        yield


def note(text: str) -> None:
    """Print a line about the work, not its answer, to stderr."""
    print(f"corpus-stats: {one_line(text)}", file=sys.stderr)


def _refused(message: str) -> int:
    note(message)
    return UNUSABLE


def _close_stdout() -> None:
    # Python flushes stdout once more at its end, and would complain there.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
