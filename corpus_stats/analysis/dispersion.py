"""How evenly terms are spread over the documents, and where in them they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..contrasts import absent_term
from ..errors import ArgumentError
from ..evidence import Result, evidence_table, rounded
from ..matching import phrase_matches
from ..regimes import grouping
from ..stats.dispersion import dispersion_measures
from ..tokens import Tokens
from ..voices import voices

__all__ = ["Dispersion", "dispersion"]

_MEASURES = ("vc", "juilland_d", "carroll_d2", "rosengren_s", "dp", "dp_norm", "da", "kl")
_FEW_PARTS = 10


@dataclass(frozen=True, eq=False, repr=False)
class Dispersion(Result):
    """Spread of terms over parts.

    Columns of `table`, one row a term in the order asked:

    term, n, range, of : occurrences; parts that hold the term, of so many that hold any token
    vc : variation coefficient of the counts
    juilland_d, carroll_d2, rosengren_s, da : from 1, even, towards 0
    dp, dp_norm : Gries's deviation of proportions, from 0, even, towards 1
    kl : divergence from the spread of all tokens, in bits; 0 even

    Columns of `hits`: evidence, term, position (of the term's first word in its document, from 0 to 1).

    Attributes
    ----------
    parts : DataFrame
        term, part, n, n_tokens: every term by every part. With few parts these say more than any measure.
    """

    parts: pd.DataFrame = field(default_factory=pd.DataFrame)


def dispersion(tokens: Tokens, terms: str | Sequence[str], by: str | Mapping[str, str] = "document") -> Dispersion:
    """Spread of terms over documents, or over the groups of a column.

    Parameters
    ----------
    tokens : Tokens
    terms : str or sequence of str
        Words or runs of words, with ``*`` at the end of a word for any ending, found as the terms of a lexicon are.
    by : str or mapping of document name to part
        What the parts are.

    Raises
    ------
    ArgumentError
        A term that never occurs, no term, or fewer than two parts with tokens.

    References
    ----------
    Gries, S. Th. (2020). Analyzing dispersion. In M. Paquot & S. Th. Gries (Eds.), A practical handbook of corpus
    linguistics, 99-118.
    """
    wanted = list(dict.fromkeys([terms] if isinstance(terms, str) else terms))
    if not wanted:
        raise ArgumentError("terms is empty; give one or more")
    documents, first, last, which = phrase_matches(tokens, wanted)
    groups = grouping(tokens.corpus, by)
    counts = np.zeros((len(wanted), len(groups.names)), dtype=np.int64)
    np.add.at(counts, (which, groups.codes[documents]), 1)
    for term, n in zip(wanted, counts.sum(axis=1), strict=True):
        if not n:
            raise ArgumentError(absent_term(term, tokens.vocabulary))
    lengths = np.bincount(groups.codes, weights=tokens.lengths(), minlength=len(groups.names)).astype(np.int64)
    measures = dispersion_measures(counts, lengths)
    n_parts = int((lengths > 0).sum())
    table = pd.DataFrame(
        {
            "term": pd.Series(wanted, dtype="str"),
            "n": counts.sum(axis=1),
            "range": (counts > 0).sum(axis=1),
            "of": n_parts,
            **{name: rounded(getattr(measures, name)) for name in _MEASURES},
        }
    )
    settings = {"by": groups.column, "parts": n_parts, "terms": wanted, "history": list(tokens.history)}
    return Dispersion(
        table=table,
        settings=settings,
        cautions=_cautions(n_parts),
        hits=_hits(tokens, (first, last, which), wanted),
        parts=_part_table(wanted, groups.names, counts, lengths),
    )


def _hits(
    tokens: Tokens, found: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]], wanted: Sequence[str]
) -> pd.DataFrame:
    first, last, which = found
    evidence = evidence_table(tokens, first, last, voices(tokens) if len(first) else None)
    documents = np.searchsorted(tokens.bounds, first, side="right") - 1
    position = rounded((first - tokens.bounds[documents]) / tokens.lengths()[documents])
    term = pd.Series([wanted[i] for i in which], dtype="str")
    return evidence.assign(term=term, position=position)


def _part_table(
    wanted: Sequence[str], names: Sequence[str], counts: NDArray[np.int64], lengths: NDArray[np.int64]
) -> pd.DataFrame:
    columns = {
        "term": np.repeat(np.array(wanted, dtype=object), len(names)),
        "part": np.tile(np.array(names, dtype=object), len(wanted)),
        "n": counts.ravel(),
        "n_tokens": np.tile(lengths, len(wanted)),
    }
    return pd.DataFrame(columns).astype({"term": "str", "part": "str"})


def _cautions(n_parts: int) -> tuple[str, ...]:
    if n_parts >= _FEW_PARTS:
        return ()
    return (
        f"With {n_parts} parts every measure of dispersion takes few distinct values: the number of parts that hold the"
        " term says as much.",
    )
