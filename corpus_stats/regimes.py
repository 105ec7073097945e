"""Which inference a design of corpus allows, and the words in which the rest is refused.

The regime follows the smallest p that the design can reach, for the very labelings that the test would use, and the
number of articles on the smaller side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .corpus import Corpus
from .errors import ArgumentError, nearest
from .stats.resampling import needed_documents, needed_events, smallest_p, smallest_p_of_sizes

__all__ = [
    "ALPHA",
    "DESCRIPTIVE",
    "EXACT",
    "MARGIN",
    "MONTE_CARLO",
    "RESAMPLES",
    "SINGLE",
    "Contrast",
    "Grouping",
    "Regime",
    "block_codes",
    "check_margin",
    "circular",
    "contrasts",
    "design_cautions",
    "different_events",
    "grouping",
    "is_unbalanced",
    "named",
    "not_enough_evidence",
    "regime",
    "single_article",
    "smallest_p_too_large",
    "taking_part",
    "token_test",
    "too_few_for_topics",
    "unbalanced",
    "unsettled",
]

SINGLE, DESCRIPTIVE, EXACT, MONTE_CARLO = "single article", "descriptive", "exact", "monte carlo"
ALPHA = 0.05
LARGE_SIDE = 20
RESAMPLES = 9999
MARGIN = (0.5, 2.0)
_NAMED = 10
_UNSETTLED = ("inconclusive", "underpowered")
_UNSETTLED_SHOWN = 5


@dataclass(frozen=True, eq=False)
class Grouping:
    """Documents by group: sorted `names`, and the position of each document's group in them."""

    column: str | None
    names: tuple[str, ...]
    codes: NDArray[np.int64]

    def sizes(self) -> NDArray[np.int64]:
        """Documents of every group."""
        return np.bincount(self.codes, minlength=len(self.names)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Regime:
    """What may be said of one group against the others.

    Attributes
    ----------
    name : str
        ``"single article"``, ``"descriptive"``, ``"exact"`` or ``"monte carlo"``.
    smallest_p : float
        Smallest two-sided p that the labelings can give.
    n_target, n_reference : int
        Independent units on either side.
    """

    name: str
    smallest_p: float
    n_target: int
    n_reference: int

    @property
    def tests(self) -> bool:
        """Whether a p value may be printed."""
        return self.name in (EXACT, MONTE_CARLO)


def grouping(corpus: Corpus, by: str | Mapping[str, str] | None) -> Grouping:
    """Groups of the documents by a column, or by a mapping of document name to group; one group ``"all"`` for None."""
    if not len(corpus):
        raise ArgumentError("the corpus has no document; there is nothing to group")
    if by is None:
        return Grouping(None, ("all",), np.zeros(len(corpus), dtype=np.int64))
    if isinstance(by, str):
        column, values = by, corpus.values(by)
    else:
        unknown = sorted(set(by) - set(corpus.names))
        if unknown:
            raise ArgumentError(f"document {unknown[0]!r} is not in the corpus; {nearest(unknown[0], corpus.names)}")
        column, values = "mapping", tuple(by.get(name) for name in corpus.names)
    missing = [name for name, value in zip(corpus.names, values, strict=True) if value is None]
    if missing:
        raise ArgumentError(
            f"column {column!r} has no value for {len(missing)} of {len(corpus)} documents, the first is"
            f" {missing[0]!r}; fill it, or leave these documents out with corpus.select"
        )
    names = tuple(sorted({value for value in values if value is not None}))
    positions = {name: i for i, name in enumerate(names)}
    return Grouping(column, names, np.array([positions[value or ""] for value in values], dtype=np.int64))


def block_codes(corpus: Corpus, within: str | Mapping[str, str] | None) -> NDArray[np.int64] | None:
    """Block of every document (its event, for instance), as a number; None where there are none, or only one."""
    if within is None:
        return None
    blocks = grouping(corpus, within)
    return blocks.codes if len(blocks.names) > 1 else None


@dataclass(frozen=True, eq=False)
class Contrast:
    """One group against the rest: its name, the documents in it, and what the comparison can carry.

    `part` are the documents that take part where labels move inside events: those on events of both sides.
    """

    group: str
    target: NDArray[np.bool_]
    regime: Regime
    part: NDArray[np.bool_] | None = None


def contrasts(groups: Grouping, blocks: NDArray[np.int64] | None = None) -> tuple[Contrast, ...]:
    """Every group against the rest, with the regime that these labels allow; labels move within `blocks` only."""
    if len(groups.names) < 2:
        found = f"column {groups.column!r} has {len(groups.names)} value{'' if len(groups.names) == 1 else 's'}"
        raise ArgumentError(f"{found}; a comparison needs two groups or more")
    found_contrasts = []
    for code, name in enumerate(groups.names):
        target = groups.codes == code
        part = taking_part(target, blocks)
        reach = 1.0
        # An interval and a studentised p need two documents a side; a p without either is not worth printing.
        if blocks is None or min((target & part).sum(), (~target & part).sum()) > 1:
            reach = smallest_p(target, blocks=blocks, resamples=RESAMPLES)
        sides = int(target.sum()), int((~target).sum())
        found_contrasts.append(Contrast(name, target, regime(*sides, reach), part))
    return tuple(found_contrasts)


def taking_part(target: NDArray[np.bool_], blocks: NDArray[np.int64] | None) -> NDArray[np.bool_]:
    """Documents whose labels can move: those in blocks that hold both sides; all of them without blocks."""
    if blocks is None:
        return np.ones(target.size, dtype=bool)
    ours, theirs = np.bincount(blocks, weights=target), np.bincount(blocks, weights=~target)
    return np.asarray(((ours > 0) & (theirs > 0))[blocks])


def check_margin(margin: tuple[float, float]) -> None:
    """Refuse a margin of similarity that does not lie on both sides of 1."""
    if not 0 < margin[0] < 1 < margin[1]:
        raise ArgumentError(f"margin is {margin[0]:g} to {margin[1]:g}; it must lie on both sides of 1, above 0")


def named(choice: str | Mapping[str, str] | None) -> str | None:
    """How settings name a column or mapping."""
    return choice if isinstance(choice, str) or choice is None else "mapping"


def is_unbalanced(contrast: Contrast, lengths: NDArray[np.int64]) -> bool:
    """Whether a test of this contrast needs the studentised p beside: W-UNBALANCED applies to it."""
    return contrast.regime.tests and _imbalance(contrast, lengths, "the rest") is not None


def design_cautions(
    corpus: Corpus, lengths: NDArray[np.int64], groups: Grouping, found: tuple[Contrast, ...], *, blocked: bool
) -> tuple[str, ...]:
    """What a comparison of these groups cannot show: E-N1, E-MINP, W-BLOCK, W-UNBALANCED, in that order."""
    singles = tuple(c.group for c in found if c.regime.n_target == 1)
    cautions = [single_article(singles)] if singles else []
    seen: set[tuple[int, ...]] = set()
    for contrast in found:
        sides = tuple(sorted(_sides(contrast)))
        if contrast.regime.smallest_p > ALPHA and sides not in seen:
            cautions.append(smallest_p_too_large(_sides(contrast), contrast.regime.smallest_p, len(groups.names)))
            seen.add(sides)
    if not blocked and _on_different_events(corpus):
        cautions.append(different_events())
    # Of two groups each is the rest of the other: one sentence says it.
    pair = len(found) == 2
    for contrast in found[:1] if pair else found:
        if contrast.regime.tests:
            warning = _imbalance(contrast, lengths, found[1].group if pair else "the rest")
            cautions += [warning] if warning else []
    return tuple(cautions)


def _imbalance(contrast: Contrast, lengths: NDArray[np.int64], rest: str) -> str | None:
    part = np.ones(contrast.target.size, dtype=bool) if contrast.part is None else contrast.part
    ours, theirs = lengths[contrast.target & part], lengths[~contrast.target & part]
    return unbalanced((contrast.group, rest), _sides(contrast), (float(np.median(ours)), float(np.median(theirs))))


def _sides(contrast: Contrast) -> tuple[int, int]:
    if contrast.part is None:
        return contrast.regime.n_target, contrast.regime.n_reference
    return int((contrast.target & contrast.part).sum()), int((~contrast.target & contrast.part).sum())


def _on_different_events(corpus: Corpus) -> bool:
    if "event" in corpus.columns:
        return len({event for event in corpus.values("event") if event is not None}) > 1
    dates = [document.published for document in corpus if document.published is not None]
    # Nothing is known of articles without dates; news of one event seldom lasts longer than a week.
    return bool(dates) and (max(date.first for date in dates) - min(date.last for date in dates)).days > 7


def regime(n_target: int, n_reference: int, smallest_p: float) -> Regime:
    """Inference that a comparison of `n_target` with `n_reference` independent units can carry."""
    smaller = min(n_target, n_reference)
    if smaller < 1:
        raise ArgumentError(f"a comparison needs articles on both sides; there are {n_target} and {n_reference}")
    if smaller == 1:
        name = SINGLE
    elif smallest_p > ALPHA:
        name = DESCRIPTIVE
    else:
        name = EXACT if smaller < LARGE_SIDE else MONTE_CARLO
    return Regime(name, smallest_p, n_target, n_reference)


def single_article(names: tuple[str, ...]) -> str:
    """E-N1 for the groups that are one article each."""
    listed = names if len(names) <= _NAMED else (*names[:_NAMED], f"{len(names) - _NAMED} more")
    who = listed[0] if len(names) == 1 else f"Each of {', '.join(listed[:-1])} and {listed[-1]}"
    return (
        f"E-N1: {who} is represented by 1 article. Differences below are facts about these texts; they cannot be"
        " separated from differences between any two articles of the same outlet. No p value is given."
    )


def smallest_p_too_large(sides: tuple[int, int], smallest: float, n_groups: int) -> str:
    """E-MINP: the smallest p of a design that can reach no .05, and what would be required."""
    need, events = needed_documents(level=ALPHA), needed_events(max(n_groups, 2), level=ALPHA)
    each = ""
    if n_groups > 2:
        n = next(n for n in range(1, need + 1) if smallest_p_of_sizes(n, (n_groups - 1) * n) <= ALPHA and n > 1)
        each = f" ({n} of each of the {n_groups} groups)"
    return (
        f"E-MINP: With {sides[0]} and {sides[1]} articles the smallest possible p is {smallest:.2f}; no result could"
        f" reach .05. {need} articles a side{each}, or {events} events covered by all sides, would be required."
    )


def too_few_for_topics(n_documents: int, stability: float) -> str:
    """W-TOPIC5: themes of paragraphs in place of topics of documents."""
    return (
        f"W-TOPIC5: {n_documents} documents are too few for a topic model by document (topics would be the documents)."
        f" Showing paragraph-level themes, stability {stability:.2f}."
    )


def circular() -> str:
    """W-CIRCULAR: the lexicon was written from the articles it is applied to."""
    return (
        "W-CIRCULAR: The lexicon was written from these articles: its counts describe them and cannot be surprised by"
        " them."
    )


def token_test() -> str:
    """W-TOKENTEST: measures that take words for independent draws."""
    return (
        "W-TOKENTEST: G2/chi2/log-odds treat words as independent draws. In real same-outlet news splits they flagged"
        " 20-36 % of words at p<.05. Use for ranking only."
    )


def different_events() -> str:
    """W-BLOCK: groups wrote about different things."""
    return "W-BLOCK: Articles are on different events: outlet differences include differences in what was covered."


def not_enough_evidence(low: float, high: float) -> str:
    """I-NOEV: a ratio whose interval settles nothing."""
    return f"I-NOEV: Not enough evidence (interval {low:.2g}-{high:.2g} times)."


def unsettled(rows: Iterable[tuple[str, str, str, float, float]]) -> tuple[str, ...]:
    """I-NOEV for comparisons that were tested and settle nothing: group, what was counted, verdict, ratio's limits."""
    found = [row for row in rows if row[2] in _UNSETTLED and not np.isnan(row[3:]).any()]
    lines = [
        f"{not_enough_evidence(low, high)} So it is with {what!r} in {group}." for group, what, _, low, high in found
    ]
    rest = len(lines) - _UNSETTLED_SHOWN
    more = (f"I-NOEV: {rest} more comparisons settle nothing: see the verdicts.",) if rest > 0 else ()
    return (*lines[:_UNSETTLED_SHOWN], *more)


def unbalanced(names: tuple[str, str], counts: tuple[int, int], medians: tuple[float, float]) -> str | None:
    """W-UNBALANCED where articles or their median length differ threefold between sides; None where they do not."""
    if max(counts) < 3 * min(counts) and max(medians) < 3 * min(medians):
        return None
    sides = [f"{name} has {n} articles of {m:.0f} words" for name, n, m in zip(names, counts, medians, strict=True)]
    return (
        f"W-UNBALANCED: {sides[0]}, {sides[1].replace(' articles of ', ' of ').replace(' words', '')}: a difference in"
        " spread or length alone can make this p small."
    )
