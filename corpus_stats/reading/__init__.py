"""Articles as they come, to a `Corpus`: the only reader of text. Cleaning comes after and elsewhere."""

from __future__ import annotations

from .documents import read_documents
from .frequency_lists import is_frequency_list, read_frequency_list

__all__ = ["is_frequency_list", "read_documents", "read_frequency_list"]
