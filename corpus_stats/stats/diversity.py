"""Lexical diversity of a text: how many different words it uses for its length.

    N       tokens
    V       types
    f       occurrences of each type

All but MATTR, MTLD and HD-D fall with length, and even those should not be compared across lengths lightly.
Functions take either the frequencies f, or the sequence of types (numbers or words) where order matters.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import numpy as np
from scipy import stats

from ..errors import ArgumentError
from ._checks import Counts, Scores, checked_fraction, non_negative

__all__ = [
    "corrected_type_token_ratio",
    "guiraud_r",
    "hd_d",
    "herdan_c",
    "maas",
    "mattr",
    "mtld",
    "type_token_ratio",
    "yule_k",
]


def type_token_ratio(frequencies: Counts) -> float:
    """TTR = V / N. It depends on the length: never compare texts of different length by it."""
    types, tokens = _types_and_tokens(frequencies)
    return types / tokens


def herdan_c(frequencies: Counts) -> float:
    """Herdan's C = ln V / ln N; nan for a text of one token.

    References
    ----------
    Herdan, G. (1960). Type-token mathematics. Mouton.
    """
    types, tokens = _types_and_tokens(frequencies)
    return math.log(types) / math.log(tokens) if tokens > 1 else math.nan


def guiraud_r(frequencies: Counts) -> float:
    """Guiraud's R = V / sqrt(N).

    References
    ----------
    Guiraud, P. (1954). Les caracteres statistiques du vocabulaire. Presses universitaires de France.
    """
    types, tokens = _types_and_tokens(frequencies)
    return types / math.sqrt(tokens)


def corrected_type_token_ratio(frequencies: Counts) -> float:
    """CTTR = V / sqrt(2 N).

    References
    ----------
    Carroll, J. B. (1964). Language and thought. Prentice-Hall.
    """
    types, tokens = _types_and_tokens(frequencies)
    return types / math.sqrt(2 * tokens)


def maas(frequencies: Counts, *, base: float = math.e) -> float:
    """Maas's a squared = (log N - log V) / (log N)**2: less is more diverse; nan for a text of one token.

    Its value depends on the base of the logarithm. Some tools print the square root, to base 10.

    References
    ----------
    Maas, H.-D. (1972). Zusammenhang zwischen Wortschatzumfang und Laenge eines Textes. Zeitschrift fuer
    Literaturwissenschaft und Linguistik 8, 73-79.
    """
    types, tokens = _types_and_tokens(frequencies)
    if not base > 1:
        raise ArgumentError(f"base is {base}; it must be above 1")
    if tokens == 1:
        return math.nan
    return (math.log(tokens, base) - math.log(types, base)) / math.log(tokens, base) ** 2


def yule_k(frequencies: Counts) -> float:
    """Yule's K = 10**4 (sum f**2 - N) / N**2: the more repeated, the larger.

    References
    ----------
    Yule, G. U. (1944). The statistical study of literary vocabulary. Cambridge University Press.
    """
    f = non_negative("frequencies", frequencies)
    _, tokens = _types_and_tokens(f)
    return float(1e4 * ((f**2).sum() - tokens) / tokens**2)


def hd_d(frequencies: Counts, *, sample: int = 42) -> float:
    """HD-D: expected TTR of ``sample`` tokens drawn without replacement.

    Raises
    ------
    ArgumentError
        A text shorter than the sample.

    References
    ----------
    McCarthy, P. M., & Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study. Behavior Research Methods
    42(2), 381-392.
    """
    f = np.rint(non_negative("frequencies", frequencies)).astype(np.int64).ravel()
    _, tokens = _types_and_tokens(f)
    _refuse_short(tokens, sample, "sample")
    # types of equal frequency have equal chances to be drawn
    values, repeated = np.unique(f[f > 0], return_counts=True)
    absent = stats.hypergeom.pmf(0, round(tokens), values, sample)
    return float((repeated * (1 - absent)).sum() / sample)


def mattr(types: Iterable[Hashable], *, window: int = 50) -> float:
    """MATTR: mean TTR of all windows of ``window`` tokens.

    Raises
    ------
    ArgumentError
        A text shorter than the window.

    References
    ----------
    Covington, M. A., & McFall, J. D. (2010). Cutting the Gordian knot: the moving-average type-token ratio.
    Journal of Quantitative Linguistics 17(2), 94-100.
    """
    codes = _codes(types)
    _refuse_short(len(codes), window, "window")
    # a token is the first of its type in a window unless the type stood less than a window before it
    last: dict[int, int] = {}
    previous = np.empty(len(codes), dtype=np.int64)
    for place, code in enumerate(codes):
        previous[place] = last.get(code, -window)
        last[code] = place
    starts = np.arange(len(codes) - window + 1)
    # token j is new in the windows that start after its predecessor and not after j itself
    first = np.maximum(previous + 1, np.arange(len(codes)) - window + 1).clip(0)
    until = np.minimum(np.arange(len(codes)), len(starts) - 1)
    used = first <= until
    begun, ended = (np.bincount(places, minlength=len(starts) + 1) for places in (first[used], until[used] + 1))
    return float(np.cumsum(begun - ended)[: len(starts)].mean() / window)


def mtld(types: Iterable[Hashable], *, threshold: float = 0.72) -> float:
    """MTLD: mean length of stretches that keep a TTR above the threshold, read forward and backward.

    A stretch ends where its TTR reaches the threshold; the rest counts as a part of one. inf for a text that
    repeats nothing. Not for texts of fewer than about 100 tokens.

    References
    ----------
    McCarthy, P. M., & Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study. Behavior Research Methods
    42(2), 381-392.
    """
    checked_fraction("threshold", threshold)
    codes = _codes(types)
    return (_stretch_length(codes, threshold) + _stretch_length(codes[::-1], threshold)) / 2


def _stretch_length(codes: Sequence[int], threshold: float) -> float:
    factors, tokens = 0.0, 0
    seen: set[int] = set()
    for code in codes:
        tokens += 1
        seen.add(code)
        if len(seen) / tokens <= threshold:
            factors, tokens, seen = factors + 1, 0, set()
    if tokens:
        factors += (1 - len(seen) / tokens) / (1 - threshold)
    return len(codes) / factors if factors else math.inf


def _codes(types: Iterable[Hashable]) -> list[int]:
    number: dict[Any, int] = {}
    codes = [number.setdefault(word, len(number)) for word in types]
    if not codes:
        raise ArgumentError("the text holds 0 tokens; diversity needs at least one")
    return codes


def _types_and_tokens(frequencies: Counts) -> tuple[int, float]:
    f: Scores = non_negative("frequencies", frequencies)
    if not f.sum() > 0:
        raise ArgumentError("the text holds 0 tokens; diversity needs at least one")
    return int((f > 0).sum()), float(f.sum())


def _refuse_short(tokens: float, needed: int, what: str) -> None:
    if needed < 1:
        raise ArgumentError(f"{what} is {needed}; it must be 1 or more")
    if tokens < needed:
        raise ArgumentError(f"the text has {tokens:.15g} tokens, fewer than the {what} of {needed}")
