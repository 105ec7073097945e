"""What the figures of comparisons show: keyness, collocation, dispersion, robustness, runs of words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text

import corpus_stats.figures as figures
from corpus_stats.figures import Canvas
from corpus_stats.figures.forest import Line, limits_of, ratio_ticks
from corpus_stats.figures.scatter import free_places
from corpus_stats.figures.style import ACCENT, PAPER

NAMES = ("Alpha", "Beta", "Gamma")


def words(canvas: Canvas) -> list[str]:
    return [text.get_text() for text in canvas.figure.findobj(Text) if text.get_text() and text.get_visible()]


def dots(canvas: Canvas) -> list[Line2D]:
    return [line for line in canvas.figure.findobj(Line2D) if line.get_marker() == "o"]


def faces(canvas: Canvas) -> set[str]:
    return {to_hex(line.get_markerfacecolor()) for line in dots(canvas)}


def intervals(canvas: Canvas) -> list[LineCollection]:
    return [one for one in canvas.figure.findobj(LineCollection) if to_hex(one.get_colors()[0]) == ACCENT]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("plot_keyness", "no term is left to compare"),
        ("plot_keyness_scatter", "no term is left to compare"),
        ("plot_collocation", "no word stands near “general” often enough to be listed"),
        ("plot_dispersion", "no term was found"),
        ("plot_robustness", "no specification was tried"),
        ("plot_ngrams", "no run of words is left to count"),
    ],
)
def test_an_empty_table_gets_a_sentence(name, sentence, results):
    result = results(NAMES)[name]
    canvas = getattr(figures, name)(replace(result, table=result.table.head(0)))

    assert words(canvas) == [sentence]


# ------------------------------------------------------------------------------------------------------------ keyness


def test_dots_stand_at_the_binary_logs_of_the_ratios(keyed):
    canvas = figures.plot_keyness(keyed(["Alpha"]))

    assert [line.get_xdata().tolist() for line in dots(canvas)] == [[3.0, 2.0, 1.0]]


def test_tested_terms_are_filled_and_have_their_intervals(keyed):
    canvas = figures.plot_keyness(keyed(["Alpha"], tested=True))
    ends = [segment[:, 0].tolist() for line in intervals(canvas) for segment in line.get_segments()]

    assert faces(canvas) == {ACCENT}
    assert ends == [[2.5, 3.5], [1.5, 2.5], [0.5, 1.5]]


def test_terms_that_were_not_tested_are_hollow_and_the_caption_says_why(keyed):
    canvas = figures.plot_keyness(keyed(NAMES))

    assert faces(canvas) == {PAPER}
    assert not intervals(canvas)
    assert "Nothing was tested: the smallest p that this design can reach is 0.2." in canvas.caption


def test_family_test_labelings_and_seed_stand_in_the_caption(keyed):
    canvas = figures.plot_keyness(keyed(NAMES, tested=True))

    assert (
        "One family of m = 3 terms; prior of 1,000 tokens. p: permutation of documents within event, up to B = 999"
        " labelings, seed 5; q: Benjamini-Hochberg." in canvas.caption
    )


def test_verdicts_that_differ_are_written_beside_their_terms(keyed):
    result = keyed(["Alpha"], tested=True)
    verdicts = ["different", "underpowered", "similar"]
    found = words(figures.plot_keyness(replace(result, table=result.table.assign(verdict=verdicts))))

    assert [text for text in found if text in verdicts] == verdicts


def test_names_and_numbers_of_two_columns_do_not_meet(keyed):
    result = keyed(["A", "B", "C", "D"], ["w" * 60, "b"], tested=True)
    canvas = figures.plot_keyness(replace(result, table=result.table.assign(verdict=["underpowered", "different"] * 4)))
    canvas.figure.draw_without_rendering()
    boxes = [
        text.get_window_extent()
        for text in canvas.figure.findobj(Text)
        if text.get_visible() and (text.get_text() == "underpowered" or "…" in text.get_text())
    ]

    assert len(boxes) == 8
    assert not [(i, j) for i in range(8) for j in range(i) if boxes[i].overlaps(boxes[j])]


def test_a_verdict_that_all_share_is_said_once_in_the_caption(keyed):
    canvas = figures.plot_keyness(keyed(NAMES))

    assert "Every term drawn: not testable." in canvas.caption
    assert "not testable" not in words(canvas)


def test_terms_that_are_rarer_in_the_group_are_not_among_its_own(keyed):
    result = keyed(["Alpha"])
    found = words(figures.plot_keyness(replace(result, table=result.table.assign(log_odds=[1.0, 0.0, -1.0]))))

    assert [text for text in found if text in ("militia", "forces", "army")] == ["militia"]


def test_a_ratio_that_is_no_number_is_not_drawn(keyed):
    result = keyed(["Alpha"])
    table = result.table.assign(log_ratio=[np.inf, np.nan, 1.0])
    found = words(figures.plot_keyness(replace(result, table=table)))

    assert [text for text in found if text in ("militia", "forces", "army")] == ["army"]


def test_an_interval_without_an_end_stops_at_the_edge_with_an_arrow(keyed):
    result = keyed(["Alpha"], tested=True)
    canvas = figures.plot_keyness(replace(result, table=result.table.assign(high=[np.inf, 2.5, 1.5])))
    arrows = [line for line in canvas.figure.findobj(Line2D) if line.get_marker() == ">"]

    assert [line.get_ydata().tolist() for line in arrows] == [[0.0]]
    assert canvas.png().startswith(b"\x89PNG")


def test_the_largest_eight_groups_are_drawn_and_the_caption_says_so(keyed):
    canvas = figures.plot_keyness(keyed([f"g{i:02d}" for i in range(12)]))

    assert "Drawn are the largest 8 of 12 groups" in canvas.caption
    assert [text for text in words(canvas) if text[0] == "g"] == [f"g{i:02d}" for i in range(8)]


@pytest.mark.parametrize("name", ["plot_keyness", "plot_keyness_scatter", "plot_collocation"])
def test_five_hundred_terms_go_on_one_page(name, keyed, collocated):
    terms = [f"term{i}" for i in range(500)]
    result = collocated(terms) if name == "plot_collocation" else keyed(["Alpha"], terms, tested=True)
    if name != "plot_collocation":
        spread = np.linspace(3, -3, 500)
        result = replace(result, table=result.table.assign(log_ratio=spread, log_odds=spread))
    canvas = getattr(figures, name)(result)

    assert canvas.figure.get_size_inches()[1] <= 10.5


# ------------------------------------------------------------------------------------------------------------ scatter


def test_a_dot_stands_at_its_frequency_and_its_ratio(keyed):
    line = dots(figures.plot_keyness_scatter(keyed(["Alpha"])))[0]

    assert line.get_xdata() == pytest.approx(np.log10([11, 12, 13]))
    assert line.get_ydata().tolist() == [3.0, 2.0, 1.0]


def test_two_groups_that_mirror_each_other_are_drawn_once(keyed):
    result = keyed(NAMES[:2])
    table = result.table.assign(of_documents=[5] * 3 + [7] * 3, of_documents_reference=[7] * 3 + [5] * 3)
    canvas = figures.plot_keyness_scatter(replace(result, table=table))

    assert "Beta" not in words(canvas)
    assert canvas.caption.endswith("The second group is the mirror image of the first.")


def test_where_some_terms_were_found_different_only_those_are_named(keyed):
    result = keyed(["Alpha"], tested=True)
    table = result.table.assign(verdict=["similar", "different", "similar"])
    found = words(figures.plot_keyness_scatter(replace(result, table=table)))

    assert [text for text in found if text in ("militia", "forces", "army")] == ["forces"]


def test_the_first_name_goes_to_the_right_of_its_dot_and_the_next_where_it_covers_nothing():
    points = np.array([[1.0, 1.0], [1.3, 1.0]])

    assert free_places(points, [(0, 0.2), (1, 0.4)], (2.0, 2.0), 0.1) == [(0, 0), (1, 0)]
    assert free_places(points, [(0, 0.4)], (2.0, 2.0), 0.1) == [(0, 1)]


def test_a_name_without_room_is_left_out():
    assert free_places(np.array([[0.1, 0.1]]), [(0, 0.5)], (0.4, 0.4), 0.1) == []


@settings(deadline=None, max_examples=40)
@given(arrays.arrays(np.float64, (12, 2), elements=st.floats(0, 2)))
def test_every_name_is_given_one_place_at_most(points: np.ndarray):
    placed = free_places(points, [(i, 0.3) for i in range(12)], (2.0, 2.0), 0.1)

    assert [position for position, _ in placed] == sorted({position for position, _ in placed})


# -------------------------------------------------------------------------------------------------------------- scale


def test_wide_scales_count_in_powers_of_two():
    assert ratio_ticks(-4.2, 4.2, 5) == ([-4, -2, 0, 2, 4], ["1/16", "1/4", "1×", "4×", "16×"])


def test_narrow_scales_name_the_ratios_between():
    places, labels = ratio_ticks(-0.1, 1.1, 2)

    assert labels == ["1×", "1.5×", "2×"]
    assert places == pytest.approx([0, 0.5849625, 1])


def test_an_interval_does_not_crush_the_dots():
    low, high = limits_of([Line("a", 1.0, -400.0, 500.0), Line("b", 2.0)], [0.0])

    assert (low, high) == pytest.approx((-1.2, 3.2))


# -------------------------------------------------------------------------------------------------------- collocation


def test_collocates_stand_with_their_counts(collocated):
    canvas = figures.plot_collocation(collocated(["rogue"]))

    assert {"rogue", "9", "1.2", "3", "near “general”"} <= set(words(canvas))
    assert dots(canvas)[0].get_xdata().tolist() == [13.0]


# --------------------------------------------------------------------------------------------------------- dispersion


def test_a_tick_stands_at_the_share_of_the_article(dispersed):
    canvas = figures.plot_dispersion(dispersed(["Alpha"], ["militia*"]))

    assert [segment[0][0] for segment in intervals(canvas)[0].get_segments()] == [25.0, 50.0]


def test_every_term_says_in_how_many_parts_it_stands(dispersed):
    assert "6 in 3 of 3, DPnorm 0.25" in words(figures.plot_dispersion(dispersed(NAMES)))


def test_the_articles_of_an_outlet_share_a_strip(dispersed):
    canvas = figures.plot_dispersion(dispersed(["Alpha", "Alpha", "Beta"], ["militia*"], by="outlet"))

    assert [text for text in words(canvas) if text in NAMES] == ["Alpha", "Beta"]
    assert "n = 2 parts (outlet)" in canvas.caption
    assert "lie over one another" in canvas.caption


def test_articles_of_one_outlet_are_told_apart_by_name(dispersed):
    found = words(figures.plot_dispersion(dispersed(["Alpha", "Alpha", "Beta"], ["militia*"])))

    assert {"Alpha · d000", "Alpha · d001", "Beta"} <= set(found)


def test_articles_that_hold_a_term_most_often_come_first_into_a_full_figure(dispersed):
    result = dispersed(["Alpha"] * 60, ["militia*"])
    hits = pd.concat([result.hits, result.hits[result.hits["document"] == "d059"]])
    canvas = figures.plot_dispersion(replace(result, hits=hits))

    assert "Alpha · d059" in words(canvas)
    assert "Alpha · d058" not in words(canvas)
    assert "Drawn are the fullest 39 of 60 strips" in canvas.caption


# --------------------------------------------------------------------------------------------------------- robustness


def test_what_changes_a_finding_is_said_beside_its_specification(rerun):
    found = words(figures.plot_robustness(rerun(["Alpha", "d1", "d2", "d3"])))

    assert found.count("turns round") == 1
    assert "1 of 3 changes the finding" in found
    assert "nothing changes the finding" in found


def test_a_specification_without_a_ratio_has_no_dot(rerun):
    result = rerun(["Alpha", "d1"])
    table = result.table.assign(log_ratio=[1.0, np.nan], change=["", "disappears"])
    canvas = figures.plot_robustness(replace(result, table=table))

    assert [len(line.get_xdata()) for line in dots(canvas)] == [1]
    assert "disappears" in words(canvas)


def test_another_verdict_is_said_in_words(rerun):
    result = rerun(["Alpha", "d1"])
    canvas = figures.plot_robustness(replace(result, table=result.table.assign(change=["", "similar"])))

    assert "becomes similar" in words(canvas)


def test_a_tested_finding_has_filled_dots_and_its_labelings_in_the_caption(rerun):
    canvas = figures.plot_robustness(rerun(NAMES, tested=True))

    assert faces(canvas) == {ACCENT}
    assert "(permutation of articles, B = 999, seed 7)" in canvas.caption


def test_the_articles_that_change_a_finding_are_kept_where_there_are_many(rerun):
    result = rerun(["Alpha", *(f"d{i}" for i in range(90))])
    table = result.table.assign(change=["", *[""] * 89, "similar"])
    canvas = figures.plot_robustness(replace(result, table=table))

    assert {"d89", "d1", "becomes similar"} <= set(words(canvas))
    assert "Drawn are the most different 36 of 91 specifications" in canvas.caption


# ------------------------------------------------------------------------------------------------------ runs of words


def test_runs_of_words_are_named_with_their_length(strung):
    canvas = figures.plot_ngrams(strung(NAMES))

    assert canvas.caption.startswith("The most frequent runs of 2 words, per 1,000 tokens of the group")
    assert len([text for text in words(canvas) if text.startswith("word")]) == 36
