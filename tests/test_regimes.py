"""What a design allows to be said, and the words for the rest."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats import regimes
from corpus_stats.corpus import Corpus, Document, PartialDate
from corpus_stats.errors import ArgumentError


def corpus(sizes: dict[str, int], **metadata: str) -> Corpus:
    names = [(outlet, i) for outlet, n in sizes.items() for i in range(n)]
    return Corpus([Document(f"{outlet}{i:03}", "word", outlet=outlet, metadata=metadata) for outlet, i in names])


def regime_names(sizes: dict[str, int]) -> list[str]:
    return [contrast.regime.name for contrast in regimes.contrasts(regimes.grouping(corpus(sizes), "outlet"))]


@pytest.mark.parametrize(
    ("sizes", "name"),
    [
        ({"A": 1, "B": 30}, "single article"),
        ({"A": 3, "B": 3}, "descriptive"),
        ({"A": 4, "B": 4}, "exact"),
        ({"A": 20, "B": 25}, "monte carlo"),
    ],
)
def test_the_regime_follows_the_smallest_p_and_the_smaller_side(sizes, name):
    assert set(regime_names(sizes)) == {name}


@pytest.mark.parametrize(
    ("n", "m", "p"), [(1, 4, 0.2), (2, 2, 1 / 3), (3, 3, 0.1), (4, 4, 2 / 70), (5, 5, 2 / 252), (2, 8, 1 / 45)]
)
def test_the_smallest_p_is_that_of_the_labelings(n, m, p):
    first, second = regimes.contrasts(regimes.grouping(corpus({"A": n, "B": m}), "outlet"))

    assert first.regime.smallest_p == pytest.approx(p)
    assert second.regime.smallest_p == pytest.approx(p)


def test_five_shared_events_of_two_outlets_reach_no_twentieth():
    groups = regimes.grouping(corpus({"A": 5, "B": 5}), "outlet")
    contrast = regimes.contrasts(groups, np.array([0, 1, 2, 3, 4] * 2))[0]

    assert contrast.regime.smallest_p == pytest.approx(2 / 2**5)
    assert not contrast.regime.tests


def test_a_group_column_with_gaps_names_the_first_document():
    mixed = Corpus([Document("a", "x", outlet="A"), Document("b", "y")])
    message = (
        "column 'outlet' has no value for 1 of 2 documents, the first is 'b'; fill it, or leave these documents out"
        " with corpus.select"
    )
    with pytest.raises(ArgumentError, match=f"^{message}$"):
        regimes.grouping(mixed, "outlet")


def test_one_group_is_nothing_to_compare():
    with pytest.raises(ArgumentError, match=r"^column 'outlet' has 1 value; a comparison needs two groups or more$"):
        regimes.contrasts(regimes.grouping(corpus({"A": 3}), "outlet"))


def test_a_mapping_of_an_unknown_document_is_refused():
    with pytest.raises(ArgumentError, match=r"^document 'x' is not in the corpus; it has A000, B000$"):
        regimes.grouping(corpus({"A": 1, "B": 1}), {"x": "left"})


def test_documents_are_grouped_by_a_mapping():
    groups = regimes.grouping(corpus({"A": 1, "B": 1}), {"A000": "left", "B000": "right"})

    assert (groups.names, groups.codes.tolist(), groups.sizes().tolist()) == (("left", "right"), [0, 1], [1, 1])


def test_a_margin_on_one_side_of_one_is_refused():
    with pytest.raises(ArgumentError, match=r"^margin is 1\.1 to 2; it must lie on both sides of 1, above 0$"):
        regimes.check_margin((1.1, 2))


def test_settings_name_a_mapping_as_such():
    assert (regimes.named("event"), regimes.named({"a": "1"}), regimes.named(None)) == ("event", "mapping", None)


def cautions(of: Corpus, *, blocked: bool = False) -> tuple[str, ...]:
    groups = regimes.grouping(of, "outlet")
    lengths = np.full(len(of), 400)
    return regimes.design_cautions(of, lengths, groups, regimes.contrasts(groups), blocked=blocked)


def test_a_single_article_is_refused_in_the_words_of_the_statistics():
    assert cautions(corpus({"Daily": 1, "Times": 1}))[0] == (
        "E-N1: Each of Daily and Times is represented by 1 article. Differences below are facts about these texts; they"
        " cannot be separated from differences between any two articles of the same outlet. No p value is given."
    )


def test_one_single_outlet_is_named_alone():
    assert cautions(corpus({"Daily": 1, "Times": 9}))[0].startswith("E-N1: Daily is represented by 1 article.")


def test_a_design_that_reaches_no_twentieth_says_what_would():
    assert cautions(corpus({"A": 2, "B": 3})) == (
        "E-MINP: With 2 and 3 articles the smallest possible p is 0.10; no result could reach .05. 4 articles a side,"
        " or 6 events covered by all sides, would be required.",
    )


def test_five_articles_against_fifty_are_called_unbalanced():
    assert cautions(corpus({"A": 5, "B": 50}))[0] == (
        "W-UNBALANCED: A has 5 articles of 400 words, B has 50 of 400: a difference in spread or length alone"
        " can make this p small."
    )


def test_one_of_three_groups_is_unbalanced_against_the_rest():
    found = cautions(corpus({"A": 5, "B": 30, "C": 30}))

    assert found[0].startswith("W-UNBALANCED: A has 5 articles of 400 words, the rest has 60 of 400:")


def test_short_articles_against_long_ones_are_called_unbalanced():
    message = regimes.unbalanced(("A", "B"), (10, 10), (250.0, 1200.0))

    assert message is not None
    assert message.startswith("W-UNBALANCED: A has 10 articles of 250 words, B has 10 of 1200:")


def test_a_balanced_design_is_not_called_unbalanced():
    assert regimes.unbalanced(("A", "B"), (10, 20), (400.0, 600.0)) is None


def test_articles_of_two_years_are_on_different_events():
    apart = Corpus([
        Document("a", "x", outlet="A", published=PartialDate(2020)),
        Document("b", "x", outlet="B", published=PartialDate(2022)),
    ])  # fmt: skip

    assert regimes.different_events() in cautions(apart)
    assert regimes.different_events() not in cautions(apart, blocked=True)


def test_articles_on_one_event_by_its_column_are_not_on_different_events():
    assert regimes.different_events() not in cautions(corpus({"A": 2, "B": 2}, event="1"))


def test_an_empty_side_cannot_be_compared():
    with pytest.raises(ArgumentError, match=r"^a comparison needs articles on both sides; there are 0 and 3$"):
        regimes.regime(0, 3, 1.0)


def test_an_open_interval_is_not_enough_evidence():
    assert regimes.not_enough_evidence(0.4, 3.1) == "I-NOEV: Not enough evidence (interval 0.4-3.1 times)."


def test_comparisons_that_settle_nothing_are_named_up_to_five():
    rows = [("A", f"term {i}", "inconclusive", 0.4, 3.1) for i in range(6)]
    others = [("A", "x", "different", 2.0, 3.0), ("A", "y", "underpowered", float("nan"), float("nan"))]
    lines = regimes.unsettled([*others, *rows])

    assert lines[0] == "I-NOEV: Not enough evidence (interval 0.4-3.1 times). So it is with 'term 0' in A."
    assert lines[4:] == (
        "I-NOEV: Not enough evidence (interval 0.4-3.1 times). So it is with 'term 4' in A.",
        "I-NOEV: 1 more comparisons settle nothing: see the verdicts.",
    )


def test_token_tests_are_warned_of_in_one_sentence():
    assert regimes.token_test() == (
        "W-TOKENTEST: G2/chi2/log-odds treat words as independent draws. In real same-outlet news splits they flagged"
        " 20-36 % of words at p<.05. Use for ranking only."
    )
