"""How strongly two words go together, from the counts of a window.

    o       occurrences of both words together
    f, g    occurrences of the first word (the node) and of the second (the collocate)
    n       all tokens, or all places in windows: say which

Counts of both together must stay inside sentences and documents. With few documents rank by logDice among pairs seen
three times or more in two documents or more; none of these is a test.
"""

from __future__ import annotations

import numpy as np

from ..errors import ArgumentError
from . import association
from ._checks import Counts, Scores, non_negative

__all__ = [
    "delta_p",
    "delta_p_backward",
    "expected_together",
    "interaction",
    "interaction_z",
    "log_dice",
    "log_likelihood_together",
    "mutual_information",
    "mutual_information_cubed",
    "t_score",
]


def expected_together(f: Counts, g: Counts, n: Counts) -> Scores:
    """Occurrences together that chance would give: f g / n."""
    _, f, g, n = _pair_counts(0, f, g, n)
    return np.asarray(f * g / n)


def mutual_information(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """MI: binary log of together over expected. Rare pairs dominate it; -inf for a pair never seen.

    References
    ----------
    Church, K. W., & Hanks, P. (1990). Word association norms, mutual information, and lexicography.
    Computational Linguistics 16(1), 22-29.
    """
    return _mutual_information(o, f, g, n, power=1)


def mutual_information_cubed(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """MI3: MI with the occurrences together cubed, which favours frequent pairs.

    References
    ----------
    Daille, B. (1994). Approche mixte pour l'extraction automatique de terminologie. Thesis, Paris 7.
    """
    return _mutual_information(o, f, g, n, power=3)


def t_score(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """(together - expected) / sqrt(together): ranks frequent pairs first; nan for a pair never seen.

    References
    ----------
    Church, K., Gale, W., Hanks, P., & Hindle, D. (1991). Using statistics in lexical analysis. In U. Zernik
    (Ed.), Lexical acquisition, 115-164.
    """
    o, f, g, n = _pair_counts(o, f, g, n)
    return np.asarray(np.divide(o - f * g / n, np.sqrt(o), out=np.full(o.shape, np.nan), where=o > 0))


def log_likelihood_together(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """Signed G2 of the pair over all four cells; negative for words that avoid each other.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19(1), 61-74.
    """
    o, f, g, n = _pair_counts(o, f, g, n)
    return association.log_likelihood(o, g - o, f, n - f)


def log_dice(o: Counts, f: Counts, g: Counts) -> Scores:
    """14 + log2 of Dice's coefficient: at most 14, the same in corpora of any size; -inf for a pair never seen.

    References
    ----------
    Rychly, P. (2008). A lexicographer-friendly association score. Proceedings of RASLAN 2008, 6-9.
    """
    o, f, g = _together(o, f, g)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(14 + np.log2(2 * o / (f + g)))


def delta_p(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """P(second | first) - P(second | not first): how far the first word announces the second.

    References
    ----------
    Gries, S. Th. (2013). 50-something years of work on collocations. International Journal of Corpus Linguistics
    18(1), 137-165.
    """
    o, f, g, n = _pair_counts(o, f, g, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(o / f - (g - o) / (n - f))


def delta_p_backward(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """P(first | second) - P(first | not second): how far the second word announces the first."""
    return delta_p(o, g, f, n)


def interaction(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """Lambda of two words: the interaction term of the saturated log-linear model, one half added to each cell.

    References
    ----------
    Blaheta, D., & Johnson, M. (2001). Unsupervised learning of multi-word verbs. Proceedings of the ACL workshop
    on collocations, 54-60.
    """
    cells = np.log(_cells(o, f, g, n))
    return np.asarray(cells[0] - cells[1] - cells[2] + cells[3])


def interaction_z(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    """Lambda of two words over its standard error; for ranking, as words are no independent draws."""
    return np.asarray(interaction(o, f, g, n) / np.sqrt((1 / _cells(o, f, g, n)).sum(axis=0)))


def _cells(o: Counts, f: Counts, g: Counts, n: Counts) -> Scores:
    o, f, g, n = _pair_counts(o, f, g, n)
    return np.stack([o, f - o, g - o, n - f - g + o]) + 0.5


def _mutual_information(o: Counts, f: Counts, g: Counts, n: Counts, *, power: int) -> Scores:
    o, f, g, n = _pair_counts(o, f, g, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(power * np.log2(o) + np.log2(n) - np.log2(f) - np.log2(g))


def _pair_counts(o: Counts, f: Counts, g: Counts, n: Counts) -> tuple[Scores, Scores, Scores, Scores]:
    o, f, g = _together(o, f, g)
    o, f, g, n = np.broadcast_arrays(o, f, g, non_negative("n", n))
    wrong = (f > n) | (g > n) | (f + g - o > n) | (n == 0)
    if wrong.any():
        pair = int(np.flatnonzero(wrong)[0])
        first, second, total = (f"{values.flat[pair]:.15g}" for values in (f, g, n))
        raise ArgumentError(f"the words of pair {pair} occur {first} and {second} times in {total} tokens")
    return o, f, g, n


def _together(o: Counts, f: Counts, g: Counts) -> tuple[Scores, Scores, Scores]:
    o, f, g = np.broadcast_arrays(*(non_negative(name, values) for name, values in (("o", o), ("f", f), ("g", g))))
    wrong = (o > f) | (o > g)
    if wrong.any():
        pair = int(np.flatnonzero(wrong)[0])
        both, first, second = (f"{values.flat[pair]:.15g}" for values in (o, f, g))
        raise ArgumentError(
            f"pair {pair} occurs {both} times together, but its words {first} and {second} times; it cannot be more"
        )
    return o, f, g
