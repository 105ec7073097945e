"""Whose wording it is, as figures show it: a symbol and a place, the same in every figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["UNREAD", "VOICES", "Voice", "counted_voices"]


@dataclass(frozen=True)
class Voice:
    """A voice: its name in the evidence, the band it stands in, its symbol, and what that means in words."""

    name: str
    band: str
    symbol: str
    short: str
    meaning: str

    @property
    def column(self) -> str:
        """Column of its counts."""
        return f"n_{self.name}"


VOICES = (
    Voice("outlet", "own words", "¶", "own words", "the outlet's own words"),
    Voice("fragment", "in quotes", "❛", "phrase in quotes", "a phrase in quotation marks"),
    Voice("quoted", "in quotes", "❝", "direct speech", "direct speech"),
    Voice("paraphrase", "reported", "≈", "reported speech", "reported speech"),
)
UNREAD = Voice("", "not read", "?", "not read", "voice not read")


def counted_voices(settings: Mapping[str, object]) -> str:
    """Sentence for a caption on the voices that were counted; empty where the result does not say."""
    names = settings.get("voices")
    if not isinstance(names, list | tuple):
        return ""
    said = [voice.meaning for voice in VOICES if voice.name in names]
    return "Counted in every voice." if len(said) == len(VOICES) else f"Counted: {', '.join(said)}."
