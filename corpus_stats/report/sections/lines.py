"""Passages line by line, each with its context, its part, and whose wording it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ...evidence import Result
from ...figures.text import known
from ...figures.voices import VOICES
from ..articles import context
from ..contents import Passage, anchor
from .draft import LISTED, Draft, Shown

__all__ = [
    "VOICE_COLUMNS",
    "VOICE_NOTE",
    "Found",
    "grouped",
    "hits_of",
    "show_lines",
    "voice_notes",
    "voice_words",
    "with_context",
]

Found = Mapping[tuple[str, ...], list[Passage]]
"""Passages by the values of some columns."""

VOICE_COLUMNS = tuple(Shown(voice.column, voice.symbol, ",d") for voice in VOICES)
VOICE_NOTE = f"By voice: {', '.join(f'{voice.symbol} {voice.short}' for voice in VOICES)}."
_CONTEXT = 48
_VOICES = {voice.name: voice for voice in VOICES}


def show_lines(draft: Draft, name: str, title: str, lines: pd.DataFrame, found: Sequence[Passage]) -> None:
    """Show passages with their context; the numbered files of `name` hold them."""
    places = [f"{start:,}–{end:,}" for start, end in zip(lines["start"], lines["end"], strict=True)]
    rows = lines.assign(text=[" ".join(text.split()) for text in lines["text"]], place=places, voice=voice_notes(lines))
    columns = [
        Shown("outlet", "outlet"),
        Shown("actor", "actor"),
        Shown("side", "side"),
        Shown("left", "before"),
        Shown("text", "passage"),
        Shown("right", "after"),
        Shown("source", "source"),
        Shown("category", "category"),
        Shown("voice", "whose words"),
        Shown("part", "part"),
        Shown("place", "characters"),
    ]
    columns = [shown for shown in columns if shown.column in rows and any(map(known, rows[shown.column]))]
    links = [{"place": anchor(passage), "text": anchor(passage)} for passage in found[:LISTED]]
    draft.show(f"{name}-lines", title, rows, columns, links=links, data=draft.name(name))


def with_context(draft: Draft, hits: pd.DataFrame, width: int = _CONTEXT, *, line: bool = False) -> pd.DataFrame:
    """Hits with the words before and after each."""
    corpus = draft.material.corpus
    left, right = [], []
    for name, start, end in zip(hits["document"], hits["start"], hits["end"], strict=True):
        before, after = context(corpus[name], start, end, width, line=line)
        left.append(before.lstrip())
        right.append(after.rstrip())
    return hits.assign(left=left, right=right)


def voice_words(hits: pd.DataFrame) -> list[str]:
    """Symbol and name of each voice; empty where it was not read."""
    return [_words(known(voice)) for voice in hits["voice"]]


def voice_notes(hits: pd.DataFrame) -> list[str]:
    """Whose words each passage is, and who speaks; empty where it was not read."""
    spoken = zip(voice_words(hits), hits["speaker"], strict=True)
    return [f"{words} ({known(speaker)})" if words and known(speaker) else words for words, speaker in spoken]


def _words(voice: str) -> str:
    return f"{_VOICES[voice].symbol} {_VOICES[voice].short}" if voice in _VOICES else ""


def hits_of(result: Result) -> pd.DataFrame:
    """Evidence of a result that has some."""
    assert result.hits is not None
    return result.hits


def grouped(
    found: Iterable[Passage], hits: pd.DataFrame, columns: Sequence[str]
) -> dict[tuple[str, ...], list[Passage]]:
    """Passages by the values of some columns, a missing one being empty."""
    groups: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for passage, *values in zip(found, *(hits[name] for name in columns), strict=True):
        groups[tuple(known(value) for value in values)].append(passage)
    return groups
