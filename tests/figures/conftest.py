"""Small results made by hand, for as many articles and outlets and with whatever names a test asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import pytest

from corpus_stats.analysis.asymmetry import Asymmetry
from corpus_stats.analysis.attribution import Attribution
from corpus_stats.analysis.collocation import Collocation
from corpus_stats.analysis.composition import Composition
from corpus_stats.analysis.dispersion import Dispersion
from corpus_stats.analysis.framing import Framing
from corpus_stats.analysis.frequency import Frequency
from corpus_stats.analysis.keyness import Keyness
from corpus_stats.analysis.labels import Labels
from corpus_stats.analysis.ngrams import Ngrams
from corpus_stats.analysis.similarity import Similarity
from corpus_stats.analysis.topics import Topics
from corpus_stats.evidence import Result
from corpus_stats.studies.robustness import Robustness

HOSTILE = (
    "$a_b$",
    "$$",
    r"\frac{\frac{1}{2}}{$",
    "العربية الجديدة",
    "中国日报",
    "\U0001f9a0 news",
    "two\nlines\tand a tab",
    "control \x00\x1b[31m \ufffe \x85",
    "turned \u202eredro",
    "n" * 300,
    "x --> y -- z",
    "<b>&amp;</b>",
)


def composition_of(outlets: Sequence[str | None]) -> Composition:
    rows = []
    for i, outlet in enumerate(outlets):
        name = f"d{i:03d}"
        rows += [(name, outlet, "headline", True, 1, 60), (name, outlet, "body", True, 3, 2000 + 10 * i)]
        rows += [(name, outlet, reason, False, 1, 90) for reason in ("social_footer", "date", "comment_form")]
    columns = ["document", "outlet", "part", "kept", "n_spans", "n_characters"]
    return Composition(pd.DataFrame(rows, columns=columns), {})


def framing_of(
    outlets: Sequence[str],
    terms: Sequence[tuple[str, str]] = (("rogue general", "delegitimising"), ("militia*", "war actor")),
    *,
    n: int | None = None,
    tested: bool = False,
) -> Framing:
    """`n` occurrences of every term in every group; by default 0, 1, 2 in turn."""
    groups = sorted(set(outlets))
    counts = {(g, t): (i + j) % 3 if n is None else n for i, g in enumerate(groups) for j, (t, _) in enumerate(terms)}
    found = [(g, t, c, counts[g, t], min(counts[g, t], 1)) for g in groups for t, c in terms]
    table = [
        (g, c, "content tokens", 1, outlets.count(g), 300, sum(counts[g, t] for t, k in terms if k == c), 4.5)
        for g in groups
        for c in sorted({c for _, c in terms})
    ]
    columns = ["group", "category", "unit", "n_documents", "of_documents", "denominator", "n", "rate"]
    frame = pd.DataFrame(table, columns=columns)
    limits = {"low": 2.0, "high": 9.0, "p_value": 0.02} if tested else dict.fromkeys(["low", "high", "p_value"], np.nan)
    documents = [(f"d{i:03d}", outlet, 1000, 300, 150) for i, outlet in enumerate(outlets)]
    hits = [
        (name, outlet, 37 * j % 900, 37 * j % 900 + 5, "words", t, c)
        for name, outlet, *_ in documents
        for j, (t, c) in enumerate(terms)
        if counts[outlet, t]
    ]
    return Framing(
        frame.assign(**limits),
        {},
        hits=pd.DataFrame(hits, columns=["document", "outlet", "start", "end", "text", "term", "category"]),
        terms=pd.DataFrame(found, columns=["group", "term", "category", "n", "n_documents"]),
        documents=pd.DataFrame(documents, columns=["document", "group", "n_characters", "n_tokens", "denominator"]),
        by="outlet",
    )


def similarity_of(outlets: Sequence[str | None]) -> Similarity:
    """Documents joined one after the other, each a little farther than the last."""
    n = len(outlets)
    names = tuple(f"d{i:03d}" for i in range(n))
    cosines = np.full((n, n), 0.2)
    cosines[0, 1] = cosines[1, 0] = 0.6
    np.fill_diagonal(cosines, 1.0)
    tree = [[0 if i == 0 else n + i - 1, i + 1, 0.4 + 0.4 * i / n, i + 2] for i in range(n - 1)]
    pairs = [(a, b, cosines[i, j], "same event") for i, a in enumerate(names) for j, b in enumerate(names) if i < j][
        :50
    ]
    table = pd.DataFrame(pairs, columns=["document_a", "document_b", "cosine", "band"])
    return Similarity(
        table,
        {},
        documents=names,
        outlets=tuple(outlets),
        cosines=cosines,
        order=tuple(range(n)),
        linkage=np.array(tree, dtype=np.float64),
    )


def topics_of(
    outlets: Sequence[str | None], k: int = 4, *, unit: str = "document", words: Sequence[str] = ()
) -> Topics:
    listed = [*words, *(f"word{i}" for i in range(10))][:10]
    table = [(t, r, word, 0.1 / r, 1.0, 1.0) for t in range(1, k + 1) for r, word in enumerate(listed, start=1)]
    shares = [
        (f"d{i:03d}#{p}", f"d{i:03d}", outlet, 0, 10, t, ((i + t + p) % 5) / 4)
        for i, outlet in enumerate(outlets)
        for p in range(3 if unit == "paragraph" else 1)
        for t in range(1, k + 1)
    ]
    return Topics(
        pd.DataFrame(table, columns=["topic", "rank", "term", "weight", "frex", "lift"]),
        {},
        shares=pd.DataFrame(shares, columns=["row", "document", "outlet", "start", "end", "topic", "share"]),
        quality=pd.DataFrame({"topic": range(1, k + 1), "stability": 0.5, "npmi": 0.1, "share": 1 / max(k, 1)}),
        k=k,
        unit=unit,
    )


def frequency_of(groups: Sequence[str], n_words: int = 30) -> Frequency:
    rows = [(g, f"word{i}", 40 - i, 1, float(40 - i)) for g in groups for i in range(n_words)]
    return Frequency(pd.DataFrame(rows, columns=["group", "term", "n", "n_documents", "rate"]), {})


def ngrams_of(groups: Sequence[str], n_runs: int = 30) -> Ngrams:
    return Ngrams(frequency_of(groups, n_runs).table, {"n": 2})


def keyness_of(
    groups: Sequence[str], terms: Sequence[str] = ("militia", "forces", "army"), *, tested: bool = False
) -> Keyness:
    """Terms from the ratio 8 downwards by a factor of 2, the earlier groups with more articles."""
    rows = [
        (g, t, 9, 4, 100 - i % 50, 2 + j, 12, 3.0 - j, 2.0 - j / 2, 2.5 - j, 3.5 - j, 0.01, "different")
        for i, g in enumerate(groups)
        for j, t in enumerate(terms)
    ]
    columns = (
        "group term n n_documents of_documents n_reference of_documents_reference log_ratio log_odds low high p_value"
        " verdict"
    ).split()
    frame = pd.DataFrame(rows, columns=columns)
    sizes = {"n_documents": len(groups), "n_tokens": 1000, "m": len(terms), "prior": 1000, "seed": 5}
    if tested:
        test = {"test": "permutation of documents", "correction": "Benjamini-Hochberg", "resamples": 999}
        return Keyness(frame, {**sizes, **test, "within": "event"})
    none = frame.assign(low=np.nan, high=np.nan, p_value=np.nan, verdict="not testable")
    return Keyness(none, {**sizes, "test": None, "smallest_p": dict.fromkeys(groups, 0.2)})


def collocation_of(words: Sequence[str], node: str = "general") -> Collocation:
    rows = [(word, 9, 3, 1.25, 13.0 - i / 8) for i, word in enumerate(words)]
    table = pd.DataFrame(rows, columns=["collocate", "n", "n_documents", "expected", "log_dice"])
    settings = {"node": node, "window": 5, "span": "sentence", "n_node": 3, "n_documents": 2, "N": 900}
    return Collocation(table, settings)


def dispersion_of(
    outlets: Sequence[str], terms: Sequence[str] = ("militia*", "army"), *, by: str = "document"
) -> Dispersion:
    """Every article holds the first term at a quarter and at a half of its length, the others at its beginning."""
    places = {term: (0.25, 0.5) if j == 0 else (0.0,) for j, term in enumerate(terms)}
    hits = [(f"d{i:03d}", o, t, place) for i, o in enumerate(outlets) for t in terms for place in places[t]]
    names = [f"d{i:03d}" for i in range(len(outlets))] if by == "document" else sorted(set(outlets))
    parts = [(t, name, len(places[t]), 100) for t in terms for name in names]
    table = [(t, len(outlets) * len(places[t]), len(names), len(names), 0.25) for t in terms]
    return Dispersion(
        pd.DataFrame(table, columns=["term", "n", "range", "of", "dp_norm"]),
        {"by": by},
        hits=pd.DataFrame(hits, columns=["document", "outlet", "term", "position"]),
        parts=pd.DataFrame(parts, columns=["term", "part", "n", "n_tokens"]),
    )


def robustness_of(articles: Sequence[str], *, tested: bool = False) -> Robustness:
    """The finding, then one article left out in each row, of which the second turns it round."""
    rows = [("as it stands", None, 9, 4, 1.0, "different", "")]
    rows += [
        (f"{name} is left out", name, 8, 4, -0.5 if i == 1 else 0.9, "different", "turns round" if i == 1 else "")
        for i, name in enumerate(articles[1:])
    ]
    columns = ["specification", "left_out", "n", "n_reference", "log_ratio", "verdict", "change"]
    table = pd.DataFrame(rows, columns=columns).assign(q_value=0.01 if tested else np.nan)
    return Robustness(table, {"resamples": 999, "seed": 7}, finding="militia", group=articles[0])


def labels_of(
    actors: Sequence[str],
    outlets: Sequence[str | None],
    said: Sequence[tuple[str, str]] = (("rogue general", "delegitimising"), ("ailingman", "")),
    *,
    voices: tuple[int, int, int, int] = (2, 0, 0, 1),
    sides: Sequence[str] = (),
) -> Labels:
    """Every outlet refers seven times to every actor, and uses every label in the voices given."""
    voice_columns = ["n_outlet", "n_fragment", "n_quoted", "n_paraphrase"]
    rows = [(a, label, o, sum(voices), *voices, 0, c, bool(c)) for a in actors for o in outlets for label, c in said]
    columns = ["actor", "label", "outlet", "n", *voice_columns, "n_caption", "category", "in_lexicon"]
    references = [(a, o, 7, 4, 2, 1, 1, side) for a, side in zip(actors, sides or [""] * len(actors), strict=True)
                  for o in outlets]  # fmt: skip
    counted = ["n_references", "n_name", "n_description", "n_pronoun", "n_documents"]
    return Labels(
        pd.DataFrame(rows, columns=columns),
        {"n_documents": len(outlets)},
        hits=pd.DataFrame(columns=["actor", "outlet", "label", "part", "voice"]),
        references=pd.DataFrame(references, columns=["actor", "outlet", *counted, "side"]),
    )


def asymmetry_of(
    outlets: Sequence[str | None],
    terms: Sequence[str] = ("mercenar*", "fighter*"),
    *,
    roles: Sequence[str] = ("fighters brought in",),
    sides: Sequence[str] = ("north", "south"),
) -> Asymmetry:
    """Of nine mentions of the first side four are called by each term, of three of the second none."""
    counts = [(4, 9, 4 / 9, 2, 0, 1, 1, 1), *[(0, 3, 0.0, 0, 0, 0, 0, 0)] * (len(sides) - 1)]
    rows = [(r, s, o, t, *counts[i]) for r in roles for o in outlets for i, s in enumerate(sides) for t in terms]
    columns = "role side outlet term n n_mentions share n_outlet n_fragment n_quoted n_paraphrase n_documents"
    return Asymmetry(pd.DataFrame(rows, columns=columns.split()), {"n_documents": len(outlets)})


def attribution_of(
    outlets: Sequence[str | None],
    sources: Sequence[tuple[str, str, str, int]] = (
        ("Reuters", "named", "neutral", 3),
        ("Reuters", "named", "distancing", 1),
        ("officials", "anonymous", "factive", 2),
    ),
) -> Attribution:
    """Every outlet has one article, and attributes to every source in the stance and as often as given."""
    rows = [(f"d{i:03d}", o, s, k, "say", t, n) for i, o in enumerate(outlets) for s, k, t, n in sources]
    shares = [(f"d{i:03d}", o, 40, 10, 0.25) for i, o in enumerate(outlets)]
    added = [(o, 1, 40, 10, 0.25) for o in outlets]
    return Attribution(
        pd.DataFrame(rows, columns=["document", "outlet", "source", "kind", "verb", "stance", "n"]),
        {"n_documents": len(outlets)},
        shares=pd.DataFrame(shares, columns=["document", "outlet", "n_sentences", "n_attributed", "share"]),
        outlets=pd.DataFrame(added, columns=["outlet", "n_documents", "n_sentences", "n_attributed", "share"]),
    )


@pytest.fixture
def hostile() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture
def composed() -> Callable[..., Composition]:
    return composition_of


@pytest.fixture
def framed() -> Callable[..., Framing]:
    return framing_of


@pytest.fixture
def compared() -> Callable[..., Similarity]:
    return similarity_of


@pytest.fixture
def themed() -> Callable[..., Topics]:
    return topics_of


@pytest.fixture
def counted() -> Callable[..., Frequency]:
    return frequency_of


@pytest.fixture
def strung() -> Callable[..., Ngrams]:
    return ngrams_of


@pytest.fixture
def keyed() -> Callable[..., Keyness]:
    return keyness_of


@pytest.fixture
def collocated() -> Callable[..., Collocation]:
    return collocation_of


@pytest.fixture
def dispersed() -> Callable[..., Dispersion]:
    return dispersion_of


@pytest.fixture
def rerun() -> Callable[..., Robustness]:
    return robustness_of


@pytest.fixture
def labelled() -> Callable[..., Labels]:
    return labels_of


@pytest.fixture
def sided() -> Callable[..., Asymmetry]:
    return asymmetry_of


@pytest.fixture
def attributed() -> Callable[..., Attribution]:
    return attribution_of


@pytest.fixture
def results() -> Callable[..., dict[str, Result]]:
    """One result for every figure function, by the function's name."""

    def made(names: Sequence[str]) -> dict[str, Result]:
        framing = framing_of(list(names), [(name, f"category {name}") for name in names[:6]], n=2)
        topics = topics_of(names, words=names[:10])
        return {
            "plot_composition": composition_of(names),
            "plot_framing": framing,
            "plot_positions": framing,
            "plot_rates": framing,
            "plot_similarity": similarity_of(names),
            "plot_topics": topics,
            "plot_shares": topics,
            "plot_frequency": frequency_of(list(dict.fromkeys(names))[:5]),
            "plot_ngrams": ngrams_of(list(dict.fromkeys(names))[:5]),
            "plot_keyness": keyness_of(names, names[:12]),
            "plot_keyness_scatter": keyness_of(names, names[:12]),
            "plot_collocation": collocation_of(names),
            "plot_dispersion": dispersion_of(names),
            "plot_robustness": robustness_of(names),
            "plot_labels": labels_of(["Smith"], names),
            "plot_asymmetry": asymmetry_of(names),
            "plot_attribution": attribution_of(names),
        }

    return made
