"""Words tied to their characters: `Tokens`, `tokenize`, the folding of types, spelling slips."""

from .arrays import Tokens
from .folding import type_of
from .spelling import spellings
from .splitting import sentence_spans, token_spans
from .tokenizing import tokenize

__all__ = ["Tokens", "sentence_spans", "spellings", "token_spans", "tokenize", "type_of"]
