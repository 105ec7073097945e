"""Whose words: direct speech, indirect speech, fragments in quotation marks, and who is said to speak (English)."""

from .reading import VOICES, VoiceColumns, Voices, voices

__all__ = ["VOICES", "VoiceColumns", "Voices", "voices"]
