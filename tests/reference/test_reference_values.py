"""Every reference value of the measures in `stats`, reproduced within its tolerance.

The values were worked out by other hands: published tables, R, other packages' tests. `reference_values.json` gives
the source of each. Values of measures that are built later are listed as open, with the module that will hold them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus_stats.stats import (
    association,
    collocation,
    correspondence,
    dispersion,
    divergence,
    diversity,
    effects,
    intervals,
    log_odds,
    multiplicity,
    rates,
    resampling,
)

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "reference_values.json").read_text(encoding="utf-8"))
}

OPEN = {
    "coh-logcond": "models: coherence of topics",
    "coh-npmi": "models: coherence of topics",
    "coll-nested-01": "analysis/ngrams: counts nested in longer n-grams",
    "coll-nested-02": "analysis/ngrams: counts nested in longer n-grams",
    "freq-03": "analysis/frequency: ranks",
    "mantel-1": "analysis/similarity: Mantel's r",
    "phr-01": "models: phrases",
    "shingle-2": "analysis/reuse: resemblance and containment",
    "sim-cos-01": "analysis/similarity: cosine",
    "stm-excl-2": "models: exclusivity of topics",
    "tfidf-quanteda": "matrix: tf-idf",
    "topk-1": "analysis/topics: top words",
}

NO_PLACE = {
    "nb-1": "naive Bayes: nothing here classifies documents",
    "read-flesch-3": "readability: counting syllables is the error, and no analysis rests on it",
}


def _table(given: dict[str, Any]) -> tuple[float, float, float, float]:
    return given["a"], given["b"], given["N1"], given["N2"]


def _four_cells(table: Any) -> tuple[float, float, float, float]:
    (a, not_a), (b, not_b) = np.reshape(table, (2, 2)).tolist()
    return a, b, a + not_a, b + not_b


def _pair(given: dict[str, Any]) -> tuple[float, float, float, float]:
    return given["c12"], given["c1"], given["c2"], given["N"]


def _limits(interval: intervals.Interval) -> list[float]:
    return [float(interval.low), float(interval.high)]


def _frequencies(text: str) -> list[int]:
    return list(Counter(text.split()).values())


def _of_each(measure: Callable[[Any], float]) -> Callable[[dict[str, Any], dict[str, Any]], list[float]]:
    return lambda given, _: [measure(_frequencies(text)) for text in given["texts"]]


def _of_tokens(measure: Callable[[Any], float]) -> Callable[[dict[str, Any], dict[str, Any]], float]:
    return lambda given, _: measure(_frequencies(given["tokens"]))


def _ranked(given: dict[str, Any], score: Callable[..., Any]) -> list[str]:
    target, reference = Counter(given["target"].split()), Counter(given["reference"].split())
    words = sorted(target | reference)
    a, b = ([counts[word] for word in words] for counts in (target, reference))
    return [words[i] for i in np.argsort(-score(a, b, sum(a), sum(b)), kind="stable")]


def _correspondence(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    found = correspondence.correspondence_analysis(given["table"])
    return {"inertias": found.inertias, "total": found.total}


def _collocation(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    return {"t": collocation.t_score(*_pair(given)), "mi": collocation.mutual_information(*_pair(given))}


def _dispersion(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    parts = [part.split() for part in given["parts"]]
    counts = [[part.count(given["word"]) for part in parts]]
    found = dispersion.dispersion_measures(counts, [len(part) for part in parts])
    return {name: getattr(found, name)[0] for name in dispersion.Dispersion.__dataclass_fields__}


def _welch(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    found = rates.welch_test(given["x"], given["y"])
    return {"t": found.t, "df": found.degrees_of_freedom, "p": found.p_value}


def _rayson(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    score = association.log_likelihood_two_term(*_table(given))
    return {
        "LL": score,
        "pct_diff": effects.percent_difference(*_table(given)),
        "rrisk": effects.relative_risk(*_table(given)),
        "log_ratio": effects.log_ratio(*_table(given)),
        "odds_ratio": effects.odds_ratio(*_table(given)),
        "BIC": effects.bayes_factor(score, given["N1"], given["N2"]),
        "ELL": effects.effect_size_log_likelihood(score, *_table(given)),
    }


def _quasi_poisson(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    found = rates.quasi_poisson([given["counts"]], given["tokens"], given["group"], floor=0)
    return {
        "log_ratio_B_vs_A": found.log_ratio[0, 0],
        "se_poisson": found.standard_error[0, 0],
        "phi": found.phi[0],
        "t_p": found.t_p[0, 0],
        "F": found.F[0],
        "F_p": found.F_p[0],
    }


def _fisher(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    found = association.fisher_exact(*_four_cells(given["table"]))
    return {"p": found.p_value, "odds_ratio": found.odds_ratio}


def _tidylo(given: dict[str, Any], _: dict[str, Any]) -> list[float]:
    groups, words = (sorted({row[column] for row in given["rows"]}) for column in (0, 1))
    counts = np.zeros((len(groups), len(words)))
    for group, word, n in given["rows"]:
        counts[groups.index(group), words.index(word)] = n
    scores = log_odds.weighted_log_odds(counts, prior="uniform", complete=False)
    return [scores[groups.index(group), words.index(word)] for group, word, _ in given["rows"]]


def _poisson_ratio(given: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
    found = rates.poisson_ratio(*_table(given))
    return {"ratio": found.ratio, "p": found.p_value, "lo": found.low, "hi": found.high}


def _yule(given: dict[str, Any], _: dict[str, Any]) -> dict[str, float]:
    f = np.repeat([int(n) for n in given["spectrum"]], list(given["spectrum"].values()))
    return {"tokens": f.sum(), "types": len(f), "K": diversity.yule_k(f)}


def _smallest_p(given: dict[str, Any], _: dict[str, Any]) -> float:
    return resampling.smallest_p([True] * given["n1"] + [False] * given["n2"])


REPRODUCED: dict[str, Callable[[dict[str, Any], dict[str, Any]], Any]] = {
    "ca-smoke": _correspondence,
    "ci-cp-0-20": lambda given, _: _limits(intervals.clopper_pearson(given["k"], given["n"])),
    "ci-cp-1-29": lambda given, _: _limits(intervals.clopper_pearson(given["k"], given["n"])),
    "ci-garwood-0": lambda given, _: _limits(intervals.garwood(given["k"])),
    "ci-wilson-1-29": lambda given, _: _limits(intervals.wilson(given["k"], given["n"])),
    "ci-wilson-81-263": lambda given, _: _limits(intervals.wilson(given["k"], given["n"])),
    "coll-g2-03": lambda given, _: collocation.log_likelihood_together(*_pair(given)),
    "coll-tmi-06": _collocation,
    "coll-tmi-07": _collocation,
    "coll-tmi-08": _collocation,
    "coll-tmi-10": _collocation,
    "disp-a": _dispersion,
    "disp-q": _dispersion,
    "dist-hellinger-3": lambda given, _: divergence.hellinger(list(given["p"].values()), list(given["q"].values())),
    "doc-welch-1": _welch,
    "doc-welch-2": _welch,
    "eff-logratio-01": lambda given, _: effects.log_ratio(1e6 * given["p1"], 1e6 * given["p2"], 1e6, 1e6),
    "eff-rayson-02": _rayson,
    "fdr-bh": lambda given, _: multiplicity.benjamini_hochberg(given["p"]),
    "g2-dunning-02": lambda given, _: association.log_likelihood(*_four_cells(given["table"])),
    "g2-dunning-05": lambda given, _: association.log_likelihood(*_four_cells(given["table"])),
    "glm-quasi-1": _quasi_poisson,
    "jsd-shifterator": lambda given, _: divergence.jensen_shannon(given["p"], given["q"]),
    "key-chi2-02": lambda given, _: association.chi_squared(*_table(given)),
    "key-fisher-02": lambda given, _: (
        association.fisher_exact(*_four_cells(given["table"]), alternative="greater").p_value
    ),
    "key-fisher-04": _fisher,
    "key-g2-02": lambda given, _: association.log_likelihood(*_table(given)),
    "key-order-03": lambda given, _: _ranked(given, association.log_likelihood),
    "key-order-05": lambda given, _: _ranked(given, lambda *table: association.fisher_exact(*table).odds_ratio),
    "key-pmi-01": lambda given, _: association.pointwise_mutual_information(*_table(given)),
    "lexdiv-C": _of_each(diversity.herdan_c),
    "lexdiv-TTR": _of_each(diversity.type_token_ratio),
    "lexdiv-YuleK-02": _yule,
    "lexdiv-lr-cttr": _of_tokens(diversity.corrected_type_token_ratio),
    "lexdiv-lr-hdd42": _of_tokens(diversity.hd_d),
    "lexdiv-lr-herdan": _of_tokens(diversity.herdan_c),
    "lexdiv-lr-ttr": _of_tokens(diversity.type_token_ratio),
    "lexdiv-mattr-3": lambda given, params: diversity.mattr(given["text"].split(), window=params["window"]),
    "lo-monroe-01": lambda given, _: log_odds.log_odds_ratio(given["y1"], given["y2"], given["alpha"]).z,
    "lo-scattertext-02": lambda given, _: log_odds.normal_share(given["z"]),
    "lo-tidylo-02": _tidylo,
    "minp-2-2": _smallest_p,
    "minp-2-3": _smallest_p,
    "minp-3-3": _smallest_p,
    "minp-5-5": _smallest_p,
    "ratio-pois-2": _poisson_ratio,
}


@pytest.mark.parametrize("name", sorted(REPRODUCED))
def test_reference_value_is_reproduced_within_its_tolerance(name: str):
    case = CASES[name]

    found = REPRODUCED[name](case["input"], case["params"])

    _assert_close(found, case["expected"], case["tolerance"])


def test_every_reference_value_kept_here_is_reproduced():
    assert sorted(CASES) == sorted(REPRODUCED)


def test_every_reference_value_is_in_one_list_only():
    listed = Counter([*REPRODUCED, *OPEN, *NO_PLACE])

    assert [name for name, times in sorted(listed.items()) if times > 1] == []


def _assert_close(found: Any, expected: Any, tolerance: float) -> None:
    if isinstance(expected, dict):
        for key, value in expected.items():
            _assert_close(found[key], value, tolerance)
    elif isinstance(expected, list) and isinstance(expected[0], str):
        assert found == expected
    else:
        np.testing.assert_allclose(np.asarray(found, dtype=float), expected, rtol=0, atol=tolerance)
