"""Articles as they come, to a `Corpus`: the only reader of text. Cleaning comes after and elsewhere."""

from __future__ import annotations

from .documents import read_documents

__all__ = ["read_documents"]
