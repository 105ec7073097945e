"""A coded sample in numbers: how far coders agree, how far the tool agrees with them, contrasts corrected for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...evidence import rounded
from ...stats.agreement import (
    Agreement,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    pairwise_agreement,
    percent_agreement,
)
from ...stats.intervals import clopper_pearson
from ...stats.misclassification import Accuracy, accuracy, corrected_ratio
from .coded import CodedSample

__all__ = [
    "ALPHA",
    "Judged",
    "accuracy_row",
    "agreement_table",
    "contrast_rows",
    "judged_accuracy",
    "judged_groups",
]

ALPHA = "Krippendorff's alpha"
_WITH_INTERVAL = ("precision", "recall", "specificity", "share")
_UNKNOWN = Agreement(np.nan, np.nan, np.nan, 0)


@dataclass(frozen=True, eq=False)
class Judged:
    """One category in sentences that people coded: what the tool found, what they say, and whom they stand for.

    Attributes
    ----------
    found : bool array; coded, weights : float64 arrays; strata : int64 array; all of shape (n_sentences,)
    totals : (int, int)
        Sentences that the tool found, and did not find, in all that was drawn from.
    """

    found: NDArray[np.bool_]
    coded: NDArray[np.float64]
    weights: NDArray[np.float64]
    strata: NDArray[np.int64]
    totals: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether all that was drawn from was drawn, and has a label."""
        return len(self.coded) == sum(self.totals) and not np.isnan(self.coded).any()

    @property
    def n_coded(self) -> int:
        """Sentences coded yes, by Kish's effective number: at least one."""
        weights = self.weights[self.coded > 0.5]
        return max(1, int(weights.sum() ** 2 / (weights**2).sum())) if weights.size else 1

    def of(self, chosen: NDArray[np.bool_], totals: tuple[int, int]) -> Judged:
        """The chosen sentences, drawn from so many found and not found."""
        return Judged(self.found[chosen], self.coded[chosen], self.weights[chosen], self.strata[chosen], totals)


def judged_groups(sample: CodedSample, number: int) -> tuple[Judged, list[tuple[str, Judged, Judged]]]:
    """One category in all sentences; and by group, where there are several: its name, its sentences, the others'."""
    table, totals = sample.sentences, sample.totals
    hits = totals[f"found {sample.categories[number]}"].to_numpy(dtype=np.int64)
    sizes = totals["n_sentences"].to_numpy(dtype=np.int64)
    whole = Judged(
        sample.found[:, number],
        sample.truth[:, number],
        table["weight"].to_numpy(dtype=np.float64),
        table["stratum"].to_numpy(dtype=np.int64),
        (int(hits.sum()), int((sizes - hits).sum())),
    )
    group, parts = table["group"].to_numpy(), []
    for i, name in enumerate(totals["group"].tolist()):
        own = int(hits[i]), int(sizes[i] - hits[i])
        others = whole.totals[0] - own[0], whole.totals[1] - own[1]
        if sum(own) and sum(others):
            inside = np.asarray(group == name, dtype=bool)
            parts.append((name, whole.of(inside, own), whole.of(~inside, others)))
    return whole, parts


def judged_accuracy(judged: Judged, *, level: float, resamples: int, seed: Sequence[int]) -> Accuracy:
    """How far the tool agrees with the coders; without intervals where all that there is was coded."""
    measured = accuracy(
        judged.found,
        judged.coded,
        judged.weights,
        judged.strata,
        totals=judged.totals,
        level=level,
        resamples=resamples,
        seed=seed,
    )
    if judged.is_whole:
        kept = {name: replace(getattr(measured, name), low=np.nan, high=np.nan) for name in _WITH_INTERVAL}
        return replace(measured, **kept)
    if measured.recall.estimate == 0 and not judged.totals[0]:
        # The tool finds nothing: 0 of so many is what was seen, and no proof that it could not.
        high = float(clopper_pearson([0], [judged.n_coded], level=level).high[0])
        return replace(measured, recall=replace(measured.recall, high=high))
    return measured


def accuracy_row(judged: Judged, measured: Accuracy) -> dict[str, object]:
    """Counts of a judged category, and precision, recall and shares with intervals, rounded."""
    has_label = ~np.isnan(judged.coded)
    row: dict[str, object] = {
        "n_sentences": int(has_label.sum()),
        "n_found": int((judged.found & has_label).sum()),
        "n_coded": int((judged.coded[has_label] > 0.5).sum()),
    }
    for name, found in (("precision", measured.precision), ("recall", measured.recall)):
        row |= _numbers((name, f"{name}_low", f"{name}_high"), (found.estimate, found.low, found.high))
    row |= _numbers(("found_share",), (measured.apparent,))
    share = measured.share
    row |= _numbers(("share", "share_low", "share_high"), (share.estimate, share.low, share.high))
    return {**row, "verdict": _verdict(judged, measured)}


def contrast_rows(
    names: Sequence[str], targets: Sequence[tuple[Judged, Accuracy]], rests: Sequence[tuple[Judged, Accuracy]],
    *, level: float,
) -> list[dict[str, object]]:  # fmt: skip
    """Every group against the others: ratio of the shares found, and of the corrected shares with its interval."""
    rows = []
    for name, (target, measured), (rest, reference) in zip(names, targets, rests, strict=True):
        ratio = corrected_ratio(measured, reference, level=level)
        if target.is_whole and rest.is_whole:
            ratio = replace(ratio, low=np.nan, high=np.nan)
        apparent = measured.apparent / reference.apparent if reference.apparent else np.nan
        verdict = _verdict(target, measured)
        if verdict == "corrected" and _verdict(rest, reference) != "corrected":
            verdict = f"the other groups {_verdict(rest, reference)}"
        elif verdict == "corrected" and np.isnan(ratio.estimate):
            verdict = "not corrected: the share of the other groups is 0"
        numbers = _numbers(("found_ratio", "ratio", "low", "high"), (apparent, ratio.estimate, ratio.low, ratio.high))
        rows.append({"group": name, **numbers, "verdict": verdict})
    return rows


def agreement_table(sample: CodedSample, *, level: float, resamples: int, seed: int) -> pd.DataFrame:
    """Percent agreement, kappa and alpha of every category, with intervals, units and coders."""
    rows = []
    columns = ["category", "measure", "estimate", "low", "high", "n_units", "n_coders"]
    for number, category in enumerate(sample.categories if len(sample.coders) > 1 else ()):
        labels = sample.labels[:, :, number]
        for measure, found in _agreements(labels, level=level, resamples=resamples, seed=seed):
            numbers = _numbers(("estimate", "low", "high"), (found.estimate, found.low, found.high))
            counts = {"n_units": found.n_units, "n_coders": len(labels)}
            rows.append({"category": category, "measure": measure, **numbers, **counts})
    return pd.DataFrame(rows, columns=columns)


def _agreements(labels: NDArray[np.float64], *, level: float, resamples: int, seed: int) -> list[tuple[str, Agreement]]:
    options = {"level": level, "resamples": resamples, "seed": seed}
    given = ~np.isnan(labels)
    complete = labels[:, given.all(axis=0)].tolist()
    has_pairs = bool((given.sum(axis=0) > 1).any())
    rows = labels.tolist()
    if len(labels) == 2:
        plain = percent_agreement(*complete, level=level) if complete[0] else _UNKNOWN
        kappa = "Cohen's kappa", cohen_kappa(*complete, level=level) if complete[0] else _UNKNOWN
    else:
        plain = pairwise_agreement(rows, **options) if has_pairs else _UNKNOWN  # type: ignore[arg-type]
        kappa = "Fleiss' kappa", fleiss_kappa(complete, **options) if complete[0] else _UNKNOWN  # type: ignore[arg-type]
    alpha = krippendorff_alpha(rows, **options) if has_pairs else _UNKNOWN  # type: ignore[arg-type]
    return [("percent agreement", plain), kappa, (ALPHA, alpha)]


def _verdict(judged: Judged, measured: Accuracy) -> str:
    if measured.draws.size:
        return "corrected"
    has_label = ~np.isnan(judged.coded)
    for is_side, total, what in (
        (judged.found, judged.totals[0], "that the tool finds"),
        (~judged.found, judged.totals[1], "that the tool does not find"),
    ):
        if total and not (is_side & has_label).any():
            return f"not corrected: no sentence {what} was coded"
    if np.isnan(measured.recall.estimate):
        return "not corrected: no sentence was coded yes"
    if np.isnan(measured.specificity.estimate):
        return "not corrected: no sentence was coded no"
    return f"not corrected: recall + specificity - 1 is {measured.youden:.2f}"


def _numbers(names: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    return {name: float(rounded(value)) for name, value in zip(names, values, strict=True)}
