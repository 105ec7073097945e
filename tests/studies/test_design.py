"""What a corpus can show, said before any analysis."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document, PartialDate
from corpus_stats.errors import ArgumentError
from corpus_stats.stats.power import detectable_rate_ratio
from corpus_stats.studies.design import design


def corpus(sizes: dict[str, int], year: int | None = 2020) -> Corpus:
    return Corpus([
        Document(
            f"{outlet}{i:02}",
            "one two three. " * 5,
            outlet=outlet,
            published=PartialDate(year, 5, 1 + i) if year else None,
            metadata={"event": str(i)},
        )
        for outlet, n in sizes.items()
        for i in range(n)
    ])  # fmt: skip


def test_five_outlets_of_one_article_reach_a_fifth():
    result = design(corpus(dict.fromkeys("ABCDE", 1)))

    assert result.table["smallest_p"].tolist() == [0.2] * 5
    assert result.table["caution"].tolist() == ["1 article"] * 5


def test_a_row_counts_articles_events_and_words():
    row = design(corpus({"A": 3, "B": 5}), within="event").table.iloc[1]

    assert (row["group"], row["n_documents"], row["n_events"], row["n_words"]) == ("B", 5, 5, 15)
    assert (row["first_date"], row["last_date"]) == ("2020-05-01", "2020-05-05")


def test_events_are_missing_where_none_are_given():
    assert design(corpus({"A": 2, "B": 2})).table["n_events"].isna().all()


def test_six_shared_events_of_two_outlets_reach_a_twentieth():
    result = design(corpus({"A": 6, "B": 6}), within="event")

    assert result.table["smallest_p"].tolist() == [0.03125, 0.03125]
    assert result.table["caution"].tolist() == ["", ""]


def test_the_detectable_ratio_is_that_of_the_power_calculation():
    ratio = design(corpus({"A": 20, "B": 20})).table.loc[0, "detectable_ratio"]

    assert ratio == pytest.approx(detectable_rate_ratio(20, 20, rate=2.0), abs=1e-6)


def test_no_ratio_is_detectable_where_nothing_can_be_tested():
    assert design(corpus({"A": 2, "B": 2})).table["detectable_ratio"].isna().all()


def test_articles_of_another_year_are_named():
    mixed = Corpus([*corpus({"A": 2, "B": 1}), Document("old", "text", outlet="C", published=PartialDate(2018, 3))])

    assert "Most documents are of 2020; of another year: old (2018-03)." in design(mixed).cautions


def test_outlets_whose_dates_do_not_overlap_are_confounded_with_time():
    apart = Corpus([*corpus({"A": 2}), *(d for d in corpus({"B": 2}, 2021))])

    assert (
        "The dates of the outlet groups do not overlap: what differs between them may be the time."
        in design(apart).cautions
    )


def test_outlets_of_one_week_are_not_confounded_with_time():
    assert not any("do not overlap" in caution for caution in design(corpus({"A": 3, "B": 3})).cautions)


def test_documents_without_a_date_are_counted():
    assert "4 of 4 documents have no date." in design(corpus({"A": 2, "B": 2}, None)).cautions


def test_a_single_outlet_is_nothing_to_compare():
    result = design(corpus({"A": 3}))

    assert result.cautions[0] == "All documents have the outlet 'A': there is nothing to compare."
    assert np.isnan(result.table.loc[0, "smallest_p"])


def test_an_unknown_column_names_the_nearest():
    with pytest.raises(ArgumentError, match=r"^column 'outlett' is not in the corpus; did you mean 'outlet'\?$"):
        design(corpus({"A": 1}), "outlett")
