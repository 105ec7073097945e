"""What filled sheets say: of the coders, of the tool, and of the differences between outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...evidence import EVIDENCE_COLUMNS, Result
from ...regimes import circular, single_article
from ...stats.misclassification import Accuracy
from .coded import CodedSample, read_coded
from .measures import (
    ALPHA,
    Judged,
    accuracy_row,
    agreement_table,
    contrast_rows,
    judged_accuracy,
    judged_groups,
)

__all__ = ["Coding", "coding"]

_TENTATIVE = 0.667
_ALL = "all"
_FEW = 5


@dataclass(frozen=True, eq=False, repr=False)
class Coding(Result):
    """A lexicon's findings against what people coded.

    Columns of `table`, one row a category and group, and one for all groups together:

    category, group
    n_sentences, n_found, n_coded : sentences with a label; of these found by the tool, and coded yes
    precision, recall, with _low and _high : of the tool, by sentences, with the weights of the sample
    found_share : share of all sentences of the group in which the tool finds the category
    share, share_low, share_high : the same corrected for precision and recall; missing where refused
    verdict : ``corrected``, or why not

    `hits` are the tool's errors: evidence, then sentence, category, error (``missed``, ``found wrongly``), weight.

    Attributes
    ----------
    agreement : DataFrame
        category, measure (percent agreement, Cohen's or Fleiss' kappa, Krippendorff's alpha), estimate, low, high,
        n_units, n_coders.
    contrasts : DataFrame
        category, group, found_ratio (share found in the group over that in the others), ratio (of corrected shares),
        low, high, verdict.
    disagreements : DataFrame
        Evidence, then sentence, category, and the label of every coder.
    unresolved : DataFrame
        A sheet of the sentences on which coders still differ: sentence, text, and the categories, empty where they do.
        Filled, and named ``resolved.csv`` in the folder of the kit, it settles them.
    sample : CodedSample
    """

    agreement: pd.DataFrame | None = None
    contrasts: pd.DataFrame | None = None
    disagreements: pd.DataFrame | None = None
    unresolved: pd.DataFrame | None = None
    sample: CodedSample | None = None


def coding(
    coded: str | Path | CodedSample, *, level: float = 0.95, resamples: int = 4000, seed: int = 0
) -> Coding:  # fmt: skip
    """Agreement of coders, precision and recall of the tool by group, and contrasts corrected for its errors.

    Parameters
    ----------
    coded : path or CodedSample
        Folder of a kit whose sheets are filled, or what `read_coded` made of it.
    level : float
        Of all intervals.
    resamples, seed : int

    Notes
    -----
    Agreement is that of the sample, in which found sentences are over-represented; everything about the tool is
    weighted. Intervals cover which sentences were drawn, not which articles there might have been; where every
    sentence was coded, there is none.

    References
    ----------
    Those of `stats.agreement` and `stats.misclassification`.
    """
    sample = coded if isinstance(coded, CodedSample) else read_coded(coded)
    options = {"level": level, "resamples": resamples, "seed": seed}
    rows, ratios = [], []
    for number, category in enumerate(sample.categories):
        found, compared = _category(sample, number, options)
        rows += [{"category": category, **row} for row in found]
        ratios += [{"category": category, **row} for row in compared]
    columns = ["category", "group", "found_ratio", "ratio", "low", "high", "verdict"]
    agreement = agreement_table(sample, level=level, resamples=min(resamples, 2000), seed=seed)
    return Coding(
        table=pd.DataFrame(rows),
        settings={
            **sample.settings,
            "coders": list(sample.coders),
            **options,
            "sampling_seed": sample.settings["seed"],
        },
        cautions=_cautions(sample, agreement),
        hits=_errors(sample),
        agreement=agreement,
        contrasts=pd.DataFrame(ratios, columns=columns),
        disagreements=_disagreements(sample),
        unresolved=_unresolved(sample),
        sample=sample,
    )


def _category(
    sample: CodedSample, number: int, options: Mapping[str, float]
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Rows of accuracy and of contrasts of one category."""

    def measured(judged: Judged, place: int) -> tuple[Judged, Accuracy]:
        seeds = int(options["seed"]), number, place
        return judged, judged_accuracy(judged, level=options["level"], resamples=int(options["resamples"]), seed=seeds)

    whole, parts = judged_groups(sample, number)
    names = [name for name, _, _ in parts]
    targets = [measured(own, 2 * i + 1) for i, (_, own, _) in enumerate(parts)]
    rests = [measured(others, 2 * i + 2) for i, (_, _, others) in enumerate(parts)]
    rows = [{"group": name, **accuracy_row(*target)} for name, target in zip(names, targets, strict=True)]
    rows.append({"group": _ALL, **accuracy_row(*measured(whole, 0))})
    compared = contrast_rows(names, targets, rests, level=options["level"])
    sizes = dict(zip(sample.totals["group"].tolist(), sample.totals["n_documents"].tolist(), strict=True))
    for row, name in zip(compared, names, strict=True):
        if row["verdict"] == "corrected" and min(sizes[name], sum(sizes.values()) - sizes[name]) < 2:
            row["verdict"] = "corrected, for these texts only"
    return rows, compared


def _cautions(sample: CodedSample, agreement: pd.DataFrame) -> tuple[str, ...]:
    cautions = [circular()] if sample.settings.get("circular") else []
    groups = sample.totals
    singles = tuple(groups.loc[groups["n_documents"] == 1, "group"]) if len(groups) > 1 else ()
    cautions += [single_article(singles)] if singles else []
    is_whole = len(sample) == int(groups["n_sentences"].sum()) and not np.isnan(sample.truth).any()
    cautions.append(
        "Every sentence was coded: precision, recall and shares are those of these sentences, against what people"
        " coded, and have no interval. They tell nothing of other articles, and of no error of the coders."
        if is_whole
        else "Precision, recall and shares are of sentences, against what people coded. Their intervals cover which"
        " sentences were drawn for coding, not which articles the outlets might have written, and no error of the"
        " coders."
    )
    n_contrasts = len(groups) * len(sample.categories) if len(groups) > 1 and not is_whole else 0
    if n_contrasts > _FEW:
        cautions.append(f"The intervals of the {n_contrasts} contrasts hold one by one, not all at once.")
    cautions += sample.cautions
    if len(sample.coders) < 2:
        cautions.append("One person coded: nothing is known of how far others would agree.")
    alpha = agreement[agreement["measure"] == ALPHA]
    for category, estimate in zip(alpha["category"].tolist(), alpha["estimate"].tolist(), strict=True):
        if np.isnan(estimate):
            cautions.append(f"The coders gave {category} one label throughout, or none: no alpha can come of it.")
        elif estimate < _TENTATIVE:
            cautions.append(
                f"Krippendorff's alpha of {category} is {estimate:.2f}. Below {_TENTATIVE} not even tentative"
                " conclusions should rest on a category (Krippendorff 2019): make its definition clearer, and code"
                " again."
            )
    return tuple(cautions)


def _errors(sample: CodedSample) -> pd.DataFrame:
    missed = (sample.truth > 0.5) & ~sample.found
    wrong = (sample.truth < 0.5) & sample.found
    rows, columns = np.nonzero(missed | wrong)
    kinds = ["missed" if is_missed else "found wrongly" for is_missed in missed[rows, columns].tolist()]
    return _evidence(sample, rows, columns).assign(
        error=pd.Series(kinds, dtype="str"), weight=sample.sentences["weight"].to_numpy()[rows]
    )


def _disagreements(sample: CodedSample) -> pd.DataFrame:
    given = ~np.isnan(sample.labels)
    most = np.where(given, sample.labels, 0).max(axis=0)
    least = np.where(given, sample.labels, 1).min(axis=0)
    rows, columns = np.nonzero((given.sum(axis=0) > 1) & (most > least))
    labels = {
        coder: pd.array([None if np.isnan(label) else int(label) for label in own[rows, columns]], dtype="Int64")
        for coder, own in zip(sample.coders, sample.labels, strict=True)
    }
    return _evidence(sample, rows, columns).assign(**labels)


def _unresolved(sample: CodedSample) -> pd.DataFrame:
    is_open = (sample.truth > 0) & (sample.truth < 1)
    rows = np.flatnonzero(is_open.any(axis=1))
    labels = np.where(is_open, np.nan, sample.truth)[rows]
    columns = {
        category: pd.array([None if np.isnan(label) else int(label) for label in labels[:, i].tolist()], dtype="Int64")
        for i, category in enumerate(sample.categories)
    }
    return pd.DataFrame(
        {**{name: sample.sentences[name].iloc[rows].tolist() for name in ("sentence", "text")}, **columns}
    )


def _evidence(sample: CodedSample, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> pd.DataFrame:
    """Evidence of sentences, with their names and categories."""
    table = sample.sentences.iloc[rows].reset_index(drop=True)
    unknown = [None] * len(table)
    for name in EVIDENCE_COLUMNS:
        if name not in table:
            is_flag = name in ("quoted", "attributed")
            table[name] = pd.Series(unknown, dtype="boolean") if is_flag else pd.Series(unknown, dtype="str")
    categories = pd.Series([sample.categories[i] for i in columns.tolist()], dtype="str")
    return table[[*EVIDENCE_COLUMNS, "sentence"]].assign(category=categories)
