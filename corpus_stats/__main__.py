"""``python -m corpus_stats``, and what ``corpus-stats`` calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code of the command line: 0 done, 1 a check found a difference, 2 the input cannot be used."""
    from .cli.running import exit_code

    return exit_code(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
