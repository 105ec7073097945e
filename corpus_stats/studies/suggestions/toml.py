"""Candidates as TOML that `read_lexicon` reads, each with its counts and a passage in a comment."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from ...tokens import Tokens

__all__ = ["actors_toml", "passage", "terms_toml"]

_WORDS = 25
_UNSAFE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_SOURCE = """\
source = "suggested from the articles by corpus-stats, and looked through by ..."
circular = true    # the list comes from the articles that it will be applied to
language = "en"
"""
_ACTOR_HEAD = f"""\
# Whom the articles name. Strike what is no actor, and every alias that names somebody else; add a side where there is
# one. Forms were merged where they look like one name; the kind is a guess.

{_SOURCE}"""
_TERM_HEAD = f"""\
# What the articles call their actors, and the lexicon lacks. Strike what says nothing, and give each that you keep a
# category of your own and a note why it is there.

{_SOURCE}"""
_KINDS = {"person": "persons", "organisation": "organisations", "other": "of no clear kind", "place": "places"}


def passage(tokens: Tokens, first: int, last: int) -> str:
    """At most 25 words of the sentence around the tokens ``first:last``, white space evened out."""
    sentence = int(np.searchsorted(tokens.sentence_bounds, first, side="right")) - 1
    low, high = (int(edge) for edge in tokens.sentence_bounds[sentence : sentence + 2])
    last = min(last, first + _WORDS)
    begin = max(low, first - (_WORDS - (last - first)) // 2)
    end = min(high, begin + _WORDS)
    begin = max(low, end - _WORDS)
    document = int(np.searchsorted(tokens.bounds, first, side="right")) - 1
    close = tokens.ends[end - 1] if end < high else tokens.sentence_ends[sentence]
    text = tokens.corpus.documents[document].text[tokens.starts[begin] : close]
    # A dash between spaces is no token, and yet a word to whoever counts them.
    words = text.split()[:_WORDS]
    return f"{'... ' if begin > low else ''}{' '.join(words)}{' ...' if end < high else ''}"


def actors_toml(rows: Iterable[Mapping[Hashable, Any]], notes: Iterable[str] = ()) -> str:
    """Lexicon of the actors that are not in one yet, by kind; what its own actors lack, and notes, are comments."""
    listed = list(rows)
    lines = [_ACTOR_HEAD.rstrip("\n"), *map(_comment, notes)]
    for kind, heading in _KINDS.items():
        own = [row for row in listed if row["kind"] == kind and not row["in_lexicon"]]
        if own:
            lines += ["", f"# {'-' * 60} {heading}"]
        for row in own:
            lines += ["", *_told(row), "[[actor]]", f"name = {_string(row['name'])}"]
            lines += [f"{key} = {_list(row[key])}" for key in ("aliases", "titles") if row[key]]
    missing = [row for row in listed if row["in_lexicon"] and row["new_aliases"]]
    if missing:
        lines += ["", f"# {'-' * 60} forms that actors of the lexicon lack", ""]
        lines += [_comment(f"{row['actor']}: aliases = {_list(row['new_aliases'])}") for row in missing]
    return "\n".join(lines) + "\n"


def terms_toml(rows: Iterable[Mapping[Hashable, Any]]) -> str:
    """Lexicon of labels that are not in one yet, without a category of their own."""
    lines = [_TERM_HEAD.rstrip("\n")]
    for row in rows:
        near = f"; nearest known: {row['nearest']}" if row["nearest"] else ""
        lines += ["", *_told(row, f", said of {row['actors'].replace(' | ', ', ')}{near}")]
        lines += ["[[term]]", f"term = {_string(row['term'])}", 'category = "to be decided"']
    return "\n".join(lines) + "\n"


def _told(row: Mapping[Hashable, Any], more: str = "") -> Sequence[str]:
    counts = [(row["n"], "time"), (row["n_documents"], "article"), (row["n_outlets"], "outlet")]
    told = ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts)
    return _comment(f"{told}{more}"), _comment(f"“{row['passage']}”")


def _comment(text: str) -> str:
    return f"# {' '.join(_safe(text).split())}"


def _list(cell: str) -> str:
    return f"[{', '.join(_string(text) for text in cell.split(' | '))}]"


def _string(text: str) -> str:
    escaped = _safe(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _safe(text: str) -> str:
    # A character that turns the direction of writing would show other words than those that are kept.
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if unicodedata.category(c) not in _UNSAFE else " " if c.isspace() else "\ufffd" for c in text)
