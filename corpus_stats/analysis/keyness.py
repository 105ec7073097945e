"""What each group of documents writes more of than the others, or than a reference, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..contrasts import Comparison, absent_term, group_comparison, outside_tests, reference_comparison, small_counts
from ..errors import ArgumentError
from ..evidence import Result, rounded
from ..matrix import DocumentTermMatrix
from ..regimes import (
    ALPHA,
    MARGIN,
    RESAMPLES,
    SINGLE,
    Contrast,
    Grouping,
    block_codes,
    check_margin,
    design_cautions,
    different_events,
    grouping,
    named,
    regime,
    single_article,
    smallest_p_too_large,
    taking_part,
    token_test,
    unbalanced,
    unsettled,
)
from ..stats.association import log_likelihood
from ..stats.contrasts import (
    ContrastTests,
    contrast_tests,
    fixed_rate_limits,
    further_resamples,
    ratio_limits,
    shrunk_log_odds,
    verdicts,
)
from ..stats.effects import log_ratio
from ..stats.incidence import totals, users
from ..stats.multiplicity import smallest_q
from ..stats.power import detectable_ratio
from ..stats.resampling import smallest_p
from ..tokens import type_of

__all__ = ["Keyness", "keyness"]

_MIN_INTERVAL_DOCUMENTS = 3
_SHOWN = 5
_COLUMNS = (
    "group", "term", "n", "n_documents", "of_documents", "rate", "n_reference", "n_documents_reference",
    "of_documents_reference", "rate_reference", "log_ratio", "log_odds", "low", "high", "g2", "p_value", "q_value",
    "studentised_p", "omnibus_p", "omnibus_q", "verdict",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Keyness(Result):
    """Terms that a group uses more, or less, than the rest or a reference.

    Columns of `table`, one row a group and term, by group and then from the largest `log_odds` to the smallest:

    group, term
    n, n_documents, of_documents, rate : occurrences; documents that use it, and all of them; per 1,000 tokens
    n_reference, n_documents_reference, of_documents_reference, rate_reference : the same of the other side
    log_ratio : binary log of the ratio of rates, a count of 0 taken as one half (Hardie 2014)
    log_odds : natural log-odds ratio shrunk by a Dirichlet prior, half of it in proportion to the pooled frequencies
        and half even over the types (after Monroe et al. 2008): the ranking, and no more than that
    low, high : 95 % interval over documents of the binary log of the ratio of rates; missing where a side never uses
        the term, or where the articles carry none. It covers only .85-.88 for topical words. With `within` it is that
        of the shared events.
    g2 : signed log-likelihood over four cells; for comparison with other tools, no evidence about the groups
    p_value : permutation of documents; missing where the design cannot reach .05
    q_value : Benjamini-Hochberg over all terms of the family. With more than two groups Benjamini-Bogomolov for the
        terms that the omnibus test selects, and the omnibus q for the others.
    studentised_p : beside `p_value` where number or length of articles differ threefold
    omnibus_p, omnibus_q : of any difference among more than two groups
    verdict : different, similar (interval inside the margin), inconclusive, underpowered or not testable

    `settings` names the family and its size, the prior's size in tokens, the margin, the labelings and the seed.
    """


def keyness(
    matrix: DocumentTermMatrix,
    by: str | Mapping[str, str] | None = "outlet",
    reference: DocumentTermMatrix | Mapping[str, int] | None = None,
    *,
    within: str | Mapping[str, str] | None = None,
    units: str | Mapping[str, str] | None = None,
    terms: Sequence[str] | None = None,
    min_count: int = 5,
    min_documents: int | None = None,
    prior: float | None = None,
    margin: tuple[float, float] = MARGIN,
    reference_tokens: int | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Keyness:
    """Terms by how much more each group uses them, with the inference that the articles can carry.

    Parameters
    ----------
    matrix : DocumentTermMatrix
    by : str or mapping of document name to group, or None
        Each group is compared with the rest, or with the reference; None compares all documents with the reference.
    reference : DocumentTermMatrix, or mapping of term to count, optional
        Another corpus, or a frequency list. A list has no documents, so that there can be no p value.
    within : str or mapping of document name to event, optional
        Labels are permuted inside events, so that differences in what was covered are no differences between groups.
    units : str or mapping of document name to unit, optional
        Near-copies count once: the longest document of a unit stands for it in each group. A unit in several groups is
        counted in each, and takes no part in the tests.
    terms : sequence of str, optional
        The family; without it, all types with `min_count` occurrences in `min_documents` documents, whatever the
        labels.
    min_documents : int, optional
        3 from nine documents on, a third of the documents below.
    prior : float, optional
        Size of the prior in tokens: the larger, the closer log-odds are to 0. Without it, as many as are compared.
    margin : (float, float)
        Ratios of rates between which a difference is called similar.
    reference_tokens : int, optional
        Tokens behind a frequency list, where it does not list all its terms.
    resamples, seed : int
        Random labelings, where there are too many to go through all.

    Notes
    -----
    Words that tell outlets apart are topics and the outlet's own name more often than loaded language: no ranking here
    finds framing.

    Raises
    ------
    ArgumentError
        Fewer than two groups, a document without one, a term that never occurs, a prior or margin out of range.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words. Political Analysis 16(4), 372-403.
    Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social Science.
    """
    _check(min_count, min_documents, margin, resamples)
    if reference is not None and within is not None:
        raise ArgumentError("within is given with a reference; a reference shares no events with the groups")
    groups = grouping(matrix.tokens.corpus, by)
    if reference is None and len(groups.names) < 2:
        found = "by is None" if by is None else f"column {groups.column!r} has 1 value, {groups.names[0]!r}"
        raise ArgumentError(f"{found}; a comparison needs two groups or more, or a reference")
    events = block_codes(matrix.tokens.corpus, within)
    sample = group_comparison(matrix, (groups.names, groups.codes), events=events, units=units)
    if reference is not None:
        sample = reference_comparison(sample, reference, tokens=reference_tokens)
    columns, filtered = _family(sample, terms, min_count, min_documents)
    family = sample.of(columns)
    contrasts = _contrasts(family, resamples, len(columns))
    # against a reference every group is a comparison of its own, and all of them are one family
    m = len(columns) * (1 if sample.codes is not None else len(contrasts))
    tests = _tests(family, contrasts, resamples, seed)
    described = [_described(sample, columns, row, contrasts[row], prior) for row in range(len(sample.names))]
    judged = [_judged(family, row, contrasts[row], tests, margin) for row in range(len(sample.names))]
    table = _ranked(described, judged)
    settings = {
        "by": named(by),
        "reference": _named(reference),
        "within": named(within),
        "units": named(units),
        **filtered,
        "m": m,
        "prior": _prior_size(sample, prior),
        "margin": list(margin),
        **_method(family, contrasts, tests, resamples, seed),
        "n_documents": len(family.lengths),
        "n_tokens": int(family.lengths.sum()),
        "matrix": dict(matrix.settings),
        "history": list(matrix.tokens.history),
    }
    cautions = _cautions(matrix, family, contrasts, table, m)
    return Keyness(table=table, settings=settings, cautions=cautions)


def _check(min_count: int, min_documents: int | None, margin: tuple[float, float], resamples: int) -> None:
    for name, value in (("min_count", min_count), ("min_documents", min_documents), ("resamples", resamples)):
        if value is not None and value < 1:
            raise ArgumentError(f"{name} is {value}; it must be 1 or more")
    check_margin(margin)


def _family(
    sample: Comparison, terms: Sequence[str] | None, min_count: int, min_documents: int | None
) -> tuple[NDArray[np.int64], dict[str, object]]:
    n_documents = sample.counts.shape[0]
    if terms is not None:
        place = {word: i for i, word in enumerate(sample.vocabulary)}
        wanted = sorted({word if word in place else type_of(word) for word in terms})
        absent = [word for word in wanted if word not in place]
        if absent or not wanted:
            raise ArgumentError(absent_term(absent[0], place) if absent else "terms is empty; give one or more")
        return np.array([place[w] for w in wanted], dtype=np.int64), {"family": "the terms given"}
    least = max(1, min(3, n_documents // 3)) if min_documents is None else min_documents
    columns = np.flatnonzero((totals(sample.counts) >= min_count) & (users(sample.counts) >= least))
    if not columns.size:
        raise ArgumentError(
            f"no term occurs {min_count} times in {least} of {n_documents} documents; lower min_count or min_documents"
        )
    occurrences = "1 occurrence" if min_count == 1 else f"{min_count} occurrences"
    documents = "1 document" if least == 1 else f"{least} documents"
    what = f"types with {occurrences} or more in {documents} or more, whatever the groups"
    return columns, {"family": what, "min_count": min_count, "min_documents": least}


def _contrasts(sample: Comparison, resamples: int, n_terms: int) -> tuple[Contrast, ...]:
    found = []
    for name, side in zip(sample.names, sample.sides, strict=True):
        part = side >= 0
        target = side[part] == 1
        if sample.listed is not None:
            found.append(Contrast(name, target, regime(int(target.sum()), int(target.sum()), 1.0)))
            continue
        blocks = None if sample.blocks is None else sample.blocks[part]
        reach = smallest_p(target, blocks=blocks, resamples=resamples + further_resamples(n_terms, resamples))
        part_taken = taking_part(target, blocks)
        if blocks is not None and min((target & part_taken).sum(), (~target & part_taken).sum()) < 2:
            reach = 1.0
        sizes = int(target.sum()), int((~target).sum())
        # Against a reference the documents of other groups are no part: their places differ from the corpus's.
        whole = part_taken if part.all() else None
        found.append(Contrast(name, target, regime(*sizes, reach), whole))
    return tuple(found)


def _tests(sample: Comparison, contrasts: tuple[Contrast, ...], resamples: int, seed: int) -> ContrastTests:
    return contrast_tests(
        sample.counts.T.tocsr(),
        sample.lengths,
        sample.sides,
        tested=[sample.listed is None and contrast.regime.tests for contrast in contrasts],
        studentised=[_imbalance(sample, row, contrast) is not None for row, contrast in enumerate(contrasts)],
        groups=None if sample.codes is None else sample.codes,
        blocks=sample.blocks,
        resamples=resamples,
        seed=seed,
    )


def _imbalance(sample: Comparison, row: int, contrast: Contrast) -> str | None:
    if sample.listed is not None or not contrast.regime.tests:
        return None
    lengths = sample.lengths[sample.sides[row] >= 0]
    medians = float(np.median(lengths[contrast.target])), float(np.median(lengths[~contrast.target]))
    other = "the rest" if sample.codes is not None else "the reference"
    return unbalanced((contrast.group, other), (contrast.regime.n_target, contrast.regime.n_reference), medians)


def _described(
    sample: Comparison, columns: NDArray[np.int64], row: int, contrast: Contrast, prior: float | None
) -> dict[str, object]:
    ours, theirs = (sample.sides[row] == value for value in (1, 0))
    a, n = totals(sample.counts[ours]), int(sample.lengths[ours].sum())
    if sample.listed is None:
        b, m = totals(sample.counts[theirs]), int(sample.lengths[theirs].sum())
        n_users: object = users(sample.counts[theirs])[columns]
    else:
        b, m, n_users = sample.listed, sample.list_tokens, np.full(len(columns), np.nan)
    if min(n, m) == 0:
        raise ArgumentError(f"the documents of {contrast.group!r} or those compared with it hold no token")
    odds = shrunk_log_odds(a, b, n, m, size=n + m if prior is None else prior)[columns]
    a, b = a[columns], b[columns]
    return {
        "group": contrast.group,
        "term": np.array(sample.vocabulary, dtype=object)[columns],
        "n": a,
        "n_documents": users(sample.counts[ours])[columns],
        "of_documents": int(ours.sum()),
        "rate": rounded(1000 * a / n),
        "n_reference": b,
        "n_documents_reference": n_users,
        "of_documents_reference": int(theirs.sum()) if sample.listed is None else np.nan,
        "rate_reference": rounded(1000 * b / m),
        "log_ratio": rounded(log_ratio(a, b, n, m)),
        # a term that neither side uses has no odds ratio
        "log_odds": rounded(np.where(a + b > 0, odds, np.nan)),
        "g2": rounded(log_likelihood(a, b, n, m)),
    }


def _judged(
    sample: Comparison, row: int, contrast: Contrast, tests: ContrastTests, margin: tuple[float, float]
) -> dict[str, object]:
    part = sample.sides[row] >= 0
    counts, lengths = sample.counts[part].T.tocsr(), sample.lengths[part]
    tested = contrast.regime.tests and sample.listed is None
    least = 2 if tested else _MIN_INTERVAL_DOCUMENTS
    low = high = detectable = np.full(counts.shape[0], np.nan)
    if sample.listed is not None:
        low, high = fixed_rate_limits(counts, lengths, sample.listed / sample.list_tokens, least=least)
    elif contrast.regime.name != SINGLE:
        events = None if sample.events is None else sample.events[part]
        low, high = ratio_limits(counts, lengths, contrast.target, blocks=events, least=least)
    if tested:
        detectable = detectable_ratio(counts, lengths, contrast.target)
    return {
        "low": rounded(np.log2(low)),
        "high": rounded(np.log2(high)),
        **{name: rounded(getattr(tests, name)[row]) for name in ("p_value", "q_value", "studentised_p")},
        **{name: rounded(np.where(tested, getattr(tests, name), np.nan)) for name in ("omnibus_p", "omnibus_q")},
        "verdict": verdicts(tests.q_value[row], (low, high), detectable, margin=margin),
    }


def _ranked(described: Sequence[dict[str, object]], judged: Sequence[dict[str, object]]) -> pd.DataFrame:
    """One table of all groups, in each the terms by log-odds and then by count."""
    found: dict[str, list[NDArray[Any]]] = {column: [] for column in _COLUMNS}
    for columns in ({**one, **other} for one, other in zip(described, judged, strict=True)):
        odds, n = np.asarray(columns["log_odds"]), np.asarray(columns["n"])
        # the family is sorted by code point, and a stable sort leaves ties in that order
        order = np.lexsort((-n, np.where(np.isnan(odds), np.inf, -odds)))
        for name, parts in found.items():
            value = columns[name]
            whole = np.array([value], dtype=object) if isinstance(value, str) else np.asarray(value)
            parts.append(np.broadcast_to(whole, n.shape)[order])
    table = pd.DataFrame({name: np.concatenate(parts) for name, parts in found.items()})
    return table.astype({"group": "str", "term": "str", "verdict": "str"})


def _method(
    sample: Comparison, contrasts: tuple[Contrast, ...], tests: ContrastTests, resamples: int, seed: int
) -> dict[str, object]:
    tested = [c for c in contrasts if c.regime.tests and sample.listed is None]
    omnibus = sample.codes is not None and len(contrasts) > 2
    correction = "Benjamini-Bogomolov after an omnibus test" if omnibus else "Benjamini-Hochberg"
    return {
        "unit": "document",
        "interval": "ratio of rates over documents, log scale, t, 95 %",
        "test": "permutation of documents, difference of pooled rates" if tested else None,
        "correction": correction if tested else None,
        "smallest_p": {c.group: float(rounded(c.regime.smallest_p)) for c in contrasts if sample.listed is None},
        "regime": {c.group: c.regime.name for c in contrasts},
        "n_screened": tests.n_screened,
        "resamples": resamples,
        "further_resamples": further_resamples(sample.counts.shape[1], resamples) if tested else 0,
        "seed": seed,
    }


def _cautions(
    matrix: DocumentTermMatrix, sample: Comparison, contrasts: tuple[Contrast, ...], table: pd.DataFrame, m: int
) -> tuple[str, ...]:
    corpus = matrix.tokens.corpus
    cautions: list[str] = []
    if sample.codes is not None:
        blocked = sample.events is not None
        groups = Grouping(None, sample.names, sample.codes)
        cautions += design_cautions(corpus, sample.lengths, groups, contrasts, blocked=blocked)
        cautions += outside_tests(sample)
    else:
        singles = tuple(c.group for c in contrasts if c.regime.n_target == 1)
        cautions += [single_article(singles)] if singles else []
        if sample.listed is None:
            if contrasts[0].regime.n_reference == 1:
                cautions.append(single_article(("the reference",)))
            worst = [c.regime for c in contrasts if c.regime.smallest_p > ALPHA]
            sides = (worst[0].n_target, worst[0].n_reference) if worst else (0, 0)
            cautions += [smallest_p_too_large(sides, worst[0].smallest_p, 2)] if worst else []
            cautions.append(different_events())
            cautions += [line for row, c in enumerate(contrasts) if (line := _imbalance(sample, row, c))]
    reach = [c.regime.smallest_p for c in contrasts if c.regime.tests and sample.listed is None]
    if reach and smallest_q(min(reach), m) > ALPHA:
        cautions.append(
            f"With {m} terms and a smallest p of {min(reach):.2g}, the q of a single term cannot fall below"
            f" {smallest_q(min(reach), m):.2g}."
        )
    first = table.groupby("group", sort=False).head(_SHOWN)
    shown = list(zip(first["term"], first["n"].tolist(), first["n_documents"].tolist(), strict=True))
    columns = [first["group"], first["term"], first["verdict"], 2.0 ** first["low"], 2.0 ** first["high"]]
    unclear = unsettled(zip(*columns, strict=True))
    return (*cautions, *sample.notes, *unclear, token_test(), *small_counts(shown))


def _prior_size(sample: Comparison, prior: float | None) -> object:
    if prior is not None:
        return float(prior)
    sides = zip(sample.names, sample.sides, strict=True)
    sizes = {name: int(sample.lengths[side >= 0].sum()) + sample.list_tokens for name, side in sides}
    return next(iter(sizes.values())) if len(set(sizes.values())) == 1 else sizes


def _named(reference: DocumentTermMatrix | Mapping[str, int] | None) -> str | None:
    if isinstance(reference, DocumentTermMatrix):
        return f"matrix of {reference.shape[0]} rows, corpus {reference.tokens.corpus.fingerprint()}"
    return None if reference is None else f"frequency list of {len(reference)} words"
