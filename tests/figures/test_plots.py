"""What each figure shows of a result, and what it says where it cannot show all."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

import corpus_stats.figures as figures
from corpus_stats.errors import GlyphWarning
from corpus_stats.figures import Canvas
from corpus_stats.figures.style import ACCENT, FAINT, PAPER

PLOTS = sorted(name for name in figures.__all__ if name.startswith("plot_"))
NAMES = ("Alpha", "Beta", "Gamma")


def words(canvas: Canvas) -> list[str]:
    """Every text in the figure, in the order of drawing."""
    return [text.get_text() for text in canvas.figure.findobj(Text) if text.get_text() and text.get_visible()]


def dots(canvas: Canvas) -> list[Line2D]:
    return [line for line in canvas.figure.findobj(Line2D) if line.get_marker() == "o"]


def faces(canvas: Canvas) -> set[str]:
    found = [line.get_markerfacecolor() for line in dots(canvas)]
    return {face if face == "none" else to_hex(face) for face in found}


# ------------------------------------------------------------------------------------------------------- every figure


@pytest.mark.parametrize("name", PLOTS)
def test_a_figure_has_a_caption_with_n_and_words_for_who_cannot_see_it(name, results):
    canvas = getattr(figures, name)(results(NAMES)[name])

    assert canvas.alt
    assert "n = 3" in canvas.caption or "counted" in canvas.caption


@pytest.mark.parametrize("name", PLOTS)
def test_a_figure_is_drawn_on_axes_that_are_given(name, results):
    ax = Figure().add_subplot()

    assert getattr(figures, name)(results(NAMES)[name], ax=ax) is ax
    assert ax.texts or ax.child_axes


@pytest.mark.parametrize("name", PLOTS)
def test_names_of_strangers_are_drawn_as_themselves(name, results, hostile):
    draw, result = getattr(figures, name), results(hostile)[name]
    with pytest.warns(GlyphWarning, match=r"^no font has U\+4E2D") as found:
        canvas = draw(result)
    ElementTree.fromstring(canvas.svg())

    assert len(found) == 1
    assert any("$a_b$" in text for text in words(canvas))
    assert any("U+4E2D" in text for text in words(canvas))
    assert "The font lacks U+4E2D" in canvas.caption


@pytest.mark.parametrize("name", PLOTS)
def test_five_hundred_articles_go_on_one_page(name, results):
    canvas = getattr(figures, name)(results([f"Outlet {i}" for i in range(500)])[name])

    assert canvas.figure.get_size_inches()[1] <= 10.5


@pytest.mark.parametrize("name", PLOTS)
def test_two_articles_are_enough_for_a_figure(name, results):
    assert getattr(figures, name)(results(NAMES[:2])[name]).png().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("plot_composition", "no document was read"),
        ("plot_framing", "no term of the lexicon occurs"),
        ("plot_positions", "no term of the lexicon occurs"),
        ("plot_rates", "no term of the lexicon occurs"),
        ("plot_similarity", "there are too many articles to draw all pairs; the table lists the nearest"),
        ("plot_topics", "no topic was found"),
        ("plot_shares", "no topic was found"),
        ("plot_frequency", "no word is left to count"),
    ],
)
def test_a_result_without_anything_to_draw_gets_a_sentence(name, sentence, composed, framed, compared, themed, counted):
    none = framed(NAMES, n=0)
    empty = {
        "plot_composition": composed([]),
        "plot_framing": none,
        "plot_positions": none,
        "plot_rates": none,
        "plot_similarity": replace(compared(NAMES), cosines=None, linkage=None, order=()),
        "plot_topics": themed(NAMES, k=0),
        "plot_shares": themed(NAMES, k=0),
        "plot_frequency": counted([]),
    }
    canvas = getattr(figures, name)(empty[name])

    assert words(canvas) == [sentence]


@pytest.mark.parametrize("name", PLOTS)
def test_a_result_is_not_written_to(name, results):
    result = results(NAMES)[name]
    before = result.table.copy()
    getattr(figures, name)(result)

    assert result.table.equals(before)


def test_no_figure_loads_pyplot_of_its_own():
    assert not [name for name in sys.modules if name.startswith("corpus_stats") and hasattr(sys.modules[name], "plt")]


# -------------------------------------------------------------------------------------------------------- composition


def test_bars_begin_with_what_is_kept_and_end_with_what_is_dropped(composed):
    canvas = figures.plot_composition(composed(["Alpha"]))
    bars = [(p.get_x(), p.get_width(), to_hex(p.get_facecolor())) for p in canvas.figure.axes[0].patches]

    assert [(start, width) for start, width, _ in bars] == [(0, 60), (60, 2000), (2060, 270)]
    assert bars[-1][2] == FAINT


def test_reasons_of_the_drops_stand_under_their_bar(composed):
    canvas = figures.plot_composition(composed(["Alpha"]))

    assert "dropped: comment form 90, date 90, social footer 90" in words(canvas)


def test_a_document_without_drops_says_so(composed):
    result = composed(["Alpha"])
    canvas = figures.plot_composition(replace(result, table=result.table[result.table["kept"]]))

    assert "nothing dropped" in words(canvas)


def test_reasons_that_do_not_fit_are_counted(composed):
    result = composed(["Alpha"])
    dropped = result.table[~result.table["kept"]].head(1)
    many = [dropped.assign(part=f"a_reason_with_a_long_name_{i}") for i in range(9)]
    canvas = figures.plot_composition(replace(result, table=pd.concat(many)))

    assert any(text.endswith(" more") for text in words(canvas))


def test_a_document_without_an_outlet_goes_by_its_name(composed):
    assert "d000" in words(figures.plot_composition(composed([None, "Alpha"])))


def test_what_is_left_out_of_a_figure_is_said_in_its_caption(composed):
    caption = figures.plot_composition(composed(["A"] * 41)).caption

    assert caption.endswith("Drawn are the first 40 of 41 documents; the table has them all.")


# ------------------------------------------------------------------------------------------------------------ framing


def test_counts_are_written_into_the_fields(framed):
    canvas = figures.plot_framing(framed(NAMES, [("rogue general", "a"), ("militia*", "b")]))
    written = [text for text in words(canvas) if text.isdigit()]

    assert sorted(written) == ["1", "1", "2", "2"]


def test_a_term_that_a_group_does_not_use_has_no_field(framed):
    canvas = figures.plot_framing(framed(NAMES, [("rogue general", "a"), ("militia*", "b")]))
    fields = canvas.figure.findobj(PolyCollection)[0]

    assert len(fields.get_paths()) == 4


def test_terms_stand_under_their_category(framed):
    found = words(figures.plot_framing(framed(NAMES, [("x", "second"), ("y", "first")], n=1)))

    assert [text for text in found if text in {"x", "y", "first", "second"}] == ["first", "y", "second", "x"]


def test_the_most_frequent_terms_are_drawn_where_there_are_many(framed):
    canvas = figures.plot_framing(framed(["A", "B"], [(f"term{i}", "c") for i in range(50)], n=1))

    assert "Drawn are the most frequent 40 of 50 terms that occur" in canvas.caption


def test_a_category_of_rare_terms_keeps_its_place_beside_a_frequent_one(framed):
    result = framed(["A"], [*((f"often{i}", "common") for i in range(60)), ("seldom", "rare")], n=9)
    rare = result.terms["term"] == "seldom"
    canvas = figures.plot_framing(replace(result, terms=result.terms.assign(n=result.terms["n"].where(~rare, 1))))

    assert "seldom" in words(canvas)


def test_many_groups_get_a_wide_page_and_upright_names(framed):
    canvas = figures.plot_framing(framed([f"Outlet {i}" for i in range(9)], n=1))
    turned = [text for text in canvas.figure.findobj(Text) if text.get_text() == "Outlet 3"]

    assert canvas.figure.get_size_inches()[0] == 9.4
    assert [text.get_rotation() for text in turned] == [90]


# ---------------------------------------------------------------------------------------------------------- positions


def test_a_mark_stands_at_its_share_of_the_article(framed):
    canvas = figures.plot_positions(framed(["Alpha"], n=1))
    marks = canvas.figure.findobj(LineCollection)[0]

    assert [segment[0][0] for segment in marks.get_segments()] == [0.0, 3.7]


def test_each_category_keeps_to_a_height_and_a_colour(framed):
    canvas = figures.plot_positions(framed(["Alpha"], n=1))
    marks = canvas.figure.findobj(LineCollection)[0]

    assert len({segment[0][1] for segment in marks.get_segments()}) == 2
    assert len({to_hex(colour) for colour in marks.get_colors()}) == 2


def test_rare_categories_share_a_quiet_colour(framed):
    canvas = figures.plot_positions(framed(["Alpha"], [(f"t{i}", f"c{i}") for i in range(9)], n=1))

    assert "other categories" in words(canvas)


def test_many_articles_get_one_line_each(framed):
    canvas = figures.plot_positions(framed(["Alpha"] * 20, n=1))

    assert "Alpha · d000" in words(canvas)


# -------------------------------------------------------------------------------------------------------------- rates


def test_dots_are_hollow_where_nothing_was_tested(framed):
    canvas = figures.plot_rates(framed(NAMES, n=1))

    assert faces(canvas) == {PAPER}
    assert not [c for c in canvas.figure.findobj(LineCollection) if to_hex(c.get_colors()[0]) == ACCENT]
    assert "No interval is drawn" in canvas.caption


def test_dots_of_a_tested_comparison_are_filled_and_have_their_interval(framed):
    canvas = figures.plot_rates(framed(NAMES, n=1, tested=True))
    lines = [c for c in canvas.figure.findobj(LineCollection) if to_hex(c.get_colors()[0]) == ACCENT]

    assert faces(canvas) == {ACCENT}
    assert {tuple(line.get_segments()[0][:, 0]) for line in lines} == {(2.0, 9.0)}


def test_an_interval_without_a_test_is_dotted(framed):
    result = framed(NAMES, n=1, tested=True)
    canvas = figures.plot_rates(replace(result, table=result.table.assign(p_value=np.nan)))
    lines = [c for c in canvas.figure.findobj(LineCollection) if to_hex(c.get_colors()[0]) == ACCENT]

    assert all(line.get_linestyle()[0][1] is not None for line in lines)
    assert "dotted where nothing was tested" in canvas.caption


@pytest.mark.parametrize(
    ("unit", "axis"),
    [
        ("content tokens", "occurrences per 1,000 content tokens"),
        ("mentions of Khalifa Haftar", "occurrences per mention of Khalifa Haftar"),
    ],
)
def test_the_axis_says_what_a_rate_is_per(framed, unit, axis):
    result = framed(NAMES, n=1)
    canvas = figures.plot_rates(replace(result, table=result.table.assign(unit=unit)))

    assert axis in words(canvas)
    assert canvas.caption.startswith(f"{axis[:1].upper()}{axis[1:]} by category")


# --------------------------------------------------------------------------------------------------------- similarity


def test_rows_stand_in_the_order_of_the_tree(compared):
    canvas = figures.plot_similarity(replace(compared(NAMES), order=(2, 0, 1)))
    found = [text for text in words(canvas) if text in NAMES]

    assert found == ["Gamma", "Alpha", "Beta"]


def test_cosines_are_written_where_the_fields_have_room(compared):
    found = words(figures.plot_similarity(compared(NAMES)))

    assert found.count(".60") == 2
    assert found.count(".20") == 4


def test_the_bands_are_named_below(compared):
    found = words(figures.plot_similarity(compared(NAMES)))

    assert {"other event", "between", "same event", "closer than same event"} <= set(found)


def test_the_tree_joins_the_nearest_first(compared):
    canvas = figures.plot_similarity(compared(NAMES))
    tree = canvas.figure.findobj(LineCollection)[0].get_segments()

    assert [segment[:, 1].tolist() for segment in tree] == [[0, 0, 1, 1], [0.5, 0.5, 2, 2]]
    assert tree[0][1][0] < tree[1][1][0]


def test_names_are_left_out_of_a_large_matrix_and_the_caption_says_so(compared):
    canvas = figures.plot_similarity(compared(["Outlet"] * 31))

    assert not [text for text in words(canvas) if "Outlet" in text]
    assert "The names of 31 documents are left out" in canvas.caption


def test_a_lone_surrogate_in_a_name_is_replaced(compared):
    canvas = figures.plot_similarity(compared(["a\udc80", None, "b"]))
    ElementTree.fromstring(canvas.svg())

    assert "a�" in words(canvas)


# ------------------------------------------------------------------------------------------------------------- topics


def test_each_topic_lists_its_words_in_order(themed):
    canvas = figures.plot_topics(themed(NAMES, k=2))
    found = [text for text in words(canvas) if text.startswith("word")]

    assert found == [f"word{i}" for i in range(10)] * 2


def test_dots_of_a_topic_stand_at_the_weights(themed):
    line = dots(figures.plot_topics(themed(NAMES, k=1)))[0]

    assert line.get_xdata() == pytest.approx([0.1 / rank for rank in range(1, 11)])


@pytest.mark.parametrize("name", ["plot_topics", "plot_shares", "plot_frequency"])
def test_what_only_describes_is_hollow(name, results):
    assert ACCENT not in faces(getattr(figures, name)(results(NAMES)[name]))


def test_every_paragraph_is_a_dot_in_the_row_of_its_article(themed):
    canvas = figures.plot_shares(themed(NAMES, k=1, unit="paragraph"))
    line = dots(canvas)[0]

    assert np.round(line.get_ydata()).tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert line.get_xdata().tolist() == [0.25, 0.5, 0.75, 0.5, 0.75, 1.0, 0.75, 1.0, 0.0]


def test_more_than_twenty_articles_are_gathered_by_outlet(themed):
    canvas = figures.plot_shares(themed(["Alpha", None, "Beta"] * 7, k=1))

    assert [text for text in words(canvas) if text in {"Alpha", "Beta", "no outlet"}] == ["Alpha", "Beta", "no outlet"]


def test_two_articles_of_one_outlet_are_told_apart(themed):
    found = words(figures.plot_shares(themed(["Alpha", "Alpha", "Beta"], k=1)))

    assert {"Alpha · d000", "Alpha · d001", "Beta"} <= set(found)


# ---------------------------------------------------------------------------------------------------------- frequency


def test_one_group_shows_twenty_five_words(counted):
    found = words(figures.plot_frequency(counted(["all"])))

    assert len([text for text in found if text.startswith("word")]) == 25


def test_many_groups_show_twelve_words_each(counted):
    found = words(figures.plot_frequency(counted(["Alpha", "Beta"])))

    assert len([text for text in found if text.startswith("word")]) == 24
