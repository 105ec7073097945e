"""What a wording of the page is: a pattern over one whole folded line, with its reason and its zone."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Wording", "wording"]


class Wording(NamedTuple):
    """A pattern for a whole line, the reason it stands for, and where in an article it is accepted.

    `is_open` says that part of the pattern is free text, which a sentence of the article may fill as well. Such a
    pattern proves something only together with the vocabulary of the line.
    """

    reason: str
    zone: str
    pattern: re.Pattern[str]
    opens_links: bool = False
    is_open: bool = False


def wording(reason: str, zone: str, pattern: str, *, opens_links: bool = False, is_open: bool = False) -> Wording:
    """Wording whose pattern is compiled without regard to case."""
    return Wording(reason, zone, re.compile(pattern, re.IGNORECASE), opens_links, is_open)
