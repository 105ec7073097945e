"""What the figures of labels, sides and sources show of a result, and what they say where they cannot show all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from corpus_stats.errors import ArgumentError
from corpus_stats.figures import (
    Canvas,
    label_pages,
    plot_asymmetry,
    plot_attribution,
    plot_framing,
    plot_labels,
    plot_positions,
    plot_rates,
)
from corpus_stats.figures.cells import broken
from corpus_stats.figures.style import INK, PAPER, contrast
from corpus_stats.figures.voices import VOICES

NAMES = ("Alpha", "Beta", "Gamma")
OWN, FRAGMENT, SPEECH, REPORTED = (voice.symbol for voice in VOICES)


def texts(canvas: Canvas) -> list[Text]:
    return [text for text in canvas.figure.findobj(Text) if text.get_text() and text.get_visible()]


def words(canvas: Canvas) -> list[str]:
    return [text.get_text() for text in texts(canvas)]


def overlaps(canvas: Canvas) -> list[tuple[str, str]]:
    """Pairs of texts of which one runs into the other by more than a point."""
    canvas.figure.draw_without_rendering()
    shown = [(text.get_text(), text.get_window_extent().padded(-1.0)) for text in texts(canvas)]
    return [(a, b) for i, (a, one) in enumerate(shown) for b, other in shown[:i] if one.overlaps(other)]


def dots(canvas: Canvas) -> list[Line2D]:
    return [line for line in canvas.figure.findobj(Line2D) if line.get_marker() == "o"]


@pytest.mark.parametrize(
    ("canvas", "sentence"),
    [
        (lambda f: plot_labels(f[0]), "no actor is referred to"),
        (lambda f: plot_asymmetry(f[1]), "no mention of a role was found"),
        (lambda f: plot_attribution(f[2]), "no source is given"),
    ],
    ids=["labels", "asymmetry", "attribution"],
)
def test_without_anything_to_draw_there_is_a_sentence(canvas, sentence, labelled, sided, attributed):
    assert words(canvas((labelled([], []), sided([]), attributed([])))) == [sentence]


# ------------------------------------------------------------------------------------------------------------- labels


def test_a_label_stands_with_its_count_in_each_voice(labelled):
    found = words(plot_labels(labelled(["Smith"], ["Alpha"], [("tyrant", "bad")], voices=(2, 0, 3, 1))))

    assert found[found.index("7 references") :] == [
        "7 references",
        *("own words", OWN, "2", "tyrant", "in quotes", SPEECH, "3", "tyrant", "reported", REPORTED, "1", "tyrant"),
    ]


def test_fragments_and_speech_share_a_band_and_are_told_apart_by_their_symbols(labelled):
    found = words(plot_labels(labelled(["Smith"], ["Alpha"], [("tyrant", "bad")], voices=(0, 1, 1, 0))))

    assert found[-7:] == ["in quotes", FRAGMENT, "1", "tyrant", SPEECH, "1", "tyrant"]


def test_counts_of_unread_voices_have_a_band_of_their_own(labelled):
    result = labelled(["Smith"], ["Alpha"], [("tyrant", "bad")], voices=(1, 0, 0, 0))
    found = words(plot_labels(replace(result, table=result.table.assign(n=4))))

    assert found[-4:] == ["not read", "?", "3", "tyrant"]


def test_an_outlet_without_a_label_says_out_of_how_many_references(labelled):
    result = labelled(["Smith"], NAMES)
    canvas = plot_labels(replace(result, table=result.table[result.table["outlet"] != "Beta"]))

    assert words(canvas).count("no label in 7 references") == 1
    assert words(canvas).count("7 references") == 2


def test_an_outlet_that_never_names_the_actor_says_so(labelled):
    result = labelled(["Smith"], NAMES, [])
    references = result.references.assign(n_references=[7, 0, 7])

    assert words(plot_labels(replace(result, references=references))).count("not mentioned") == 1


def test_a_label_in_a_caption_and_one_that_the_lexicon_lacks_are_marked(labelled):
    result = labelled(["Smith"], ["Alpha"], voices=(1, 0, 0, 0))
    hits = [("Smith", "Alpha", "rogue general", "caption", "outlet"), ("Smith", "Alpha", "ailingman", "body", "outlet")]
    frame = pd.DataFrame(hits, columns=["actor", "outlet", "label", "part", "voice"])
    found = words(plot_labels(replace(result, hits=frame)))

    assert {"rogue generalᶜ", "ailingmanⁿ", "ᶜ in a photo caption", "ⁿ not in the lexicon"} <= set(found)


def test_without_a_lexicon_no_label_is_called_new(labelled):
    found = words(plot_labels(labelled(["Smith"], ["Alpha"], [("ailingman", "")])))

    assert "ailingman" in found
    assert not [text for text in found if "lexicon" in text]


def test_labels_of_a_category_share_its_colour_and_the_others_are_ink(labelled):
    said = [("tyrant", "bad"), ("despot", "bad"), ("general", "rank"), ("ailingman", "")]
    canvas = plot_labels(labelled(["Smith"], ["Alpha"], said, voices=(1, 0, 0, 0)))
    colours = {text.get_text(): to_hex(text.get_color()) for text in texts(canvas)}

    assert colours["tyrant"] == colours["despot"] == colours["bad"]
    assert len({colours[name] for name in ("tyrant", "general", "ailingmanⁿ")}) == 3
    assert colours["ailingmanⁿ"] == INK
    assert all(contrast(colours[name], PAPER) >= 4.5 for name in ("tyrant", "general"))


def test_a_category_has_the_colour_of_its_place_in_the_lexicon_in_every_figure(labelled, framed):
    result = labelled(["Smith"], ["Alpha"], [("tyrant", "bad")], voices=(1, 0, 0, 0))
    result = replace(result, settings={**result.settings, "categories": ["able", "bad"]})
    marked = framed(["Alpha"], [("brave", "able"), ("tyrant", "bad")], n=1)
    key = [text for text in texts(plot_positions(marked)) if text.get_text() == "■"]
    own = next(text for text in texts(plot_labels(result)) if text.get_text() == "tyrant")

    assert to_hex(own.get_color()) == to_hex(key[1].get_color())


def test_outlets_with_most_labels_come_first_where_some_do_not_mention_an_actor(labelled):
    result = labelled(["Smith"], NAMES)
    said = result.table[result.table["outlet"] == "Gamma"]
    missing = result.references.assign(n_references=[0, 0, 7])
    drawn = words(plot_labels(replace(result, table=said, references=missing)))

    assert sorted(NAMES, key=drawn.index) == ["Gamma", "Alpha", "Beta"]


def test_a_cell_without_a_label_in_a_voice_has_a_dash(labelled):
    result = labelled(["Smith"], ["Alpha", "Beta"], [("tyrant", "bad")], voices=(1, 0, 0, 1))
    reported = result.table["n_paraphrase"].where(result.table["outlet"] == "Alpha", 0)
    canvas = plot_labels(replace(result, table=result.table.assign(n_paraphrase=reported, n=1 + reported)))

    assert words(canvas).count("–") == 1
    assert "a dash: no label in that voice" in canvas.caption


@pytest.mark.parametrize(
    "draw",
    [
        lambda f, ax: plot_labels(f[0](["Smith"], NAMES), ax=ax),
        lambda f, ax: plot_asymmetry(f[1](NAMES), ax=ax),
        lambda f, ax: plot_attribution(f[2](["Alpha"]), ax=ax),
    ],
    ids=["labels", "asymmetry", "attribution"],
)
def test_no_text_runs_into_another_on_small_axes(draw, labelled, sided, attributed):
    figure = Figure(figsize=(6, 4))
    draw((labelled, sided, attributed), figure.add_subplot())

    assert overlaps(Canvas(figure)) == []


def test_actors_of_a_side_stand_together_and_those_without_one_last(labelled):
    canvas = plot_labels(labelled(["A1", "None", "B1", "A2"], ["Alpha"], sides=["a", "", "b", "a"]))
    headings = ("A1", "A2", "B1", "None", "side: a", "side: b", "no side given")

    assert [text for text in words(canvas) if text in headings] == [
        *("side: a", "A1", "A2", "side: b", "B1", "no side given", "None"),
    ]


def test_no_text_runs_into_another(labelled):
    said = [("internationally recognised government", "a"), ("76-year-old commander", ""), ("w" * 60, "b")]
    canvas = plot_labels(labelled(["Smith", "A very long name of an actor"], ["Frankfurter Allgemeine Zeitung"] * 1
                                  + ["The New Arab", "n" * 80, "Zaman Al Wasl", "Young Bhartiya"], said))  # fmt: skip

    assert overlaps(canvas) == []


def test_no_count_runs_into_its_label(labelled):
    outlets = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]
    canvas = plot_labels(labelled(["Smith"], outlets, [("a" * 60, "")], voices=(123456, 0, 0, 0)))

    assert overlaps(canvas) == []


def test_many_outlets_stand_in_rows_of_five_at_most(labelled):
    canvas = plot_labels(labelled(["Smith"], [f"Outlet {i:02d}" for i in range(12)]))
    places = {text.get_text(): text.get_position() for text in texts(canvas) if text.get_text().startswith("Outlet")}

    assert len(places) == 12
    assert [sum(y == row for _, y in places.values()) for row in sorted({y for _, y in places.values()})] == [4, 4, 4]


def crowd(labelled, n_actors: int, n_outlets: int, n_labels: int = 14):
    said = [(f"label {i:02d}", "a") for i in range(n_labels)]
    return labelled([f"Actor {i}" for i in range(n_actors)], [f"Outlet {i:02d}" for i in range(n_outlets)], said)


def test_eight_actors_and_eight_outlets_are_all_drawn(labelled):
    canvas = plot_labels(crowd(labelled, 8, 8))

    assert {f"Actor {i}" for i in range(8)} | {f"Outlet {i:02d}" for i in range(8)} <= set(words(canvas))
    assert "Drawn are" not in canvas.caption


def test_for_print_the_actors_go_on_from_page_to_page(labelled):
    result = crowd(labelled, 8, 8)
    pages = [plot_labels(result, page=page) for page in range(1, label_pages(result) + 1)]
    drawn = [sorted({text for text in words(page) if text.startswith("Actor ")}) for page in pages]

    assert len(pages) > 1
    assert [name for names in drawn for name in names] == [f"Actor {i}" for i in range(8)]
    assert all(page.figure.get_size_inches()[1] <= 8.6 for page in pages)


def test_actors_that_fit_on_one_page_have_one(labelled):
    assert label_pages(labelled(["Smith", "Jones", "Lee"], ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])) == 1


def test_pages_of_a_figure_are_even(labelled):
    result = crowd(labelled, 6, 5, 6)
    heights = [plot_labels(result, page=page).figure.get_size_inches()[1] for page in (1, 2)]

    assert label_pages(result) == 2
    assert heights[0] == pytest.approx(heights[1])


def test_a_page_after_the_first_says_whom_it_shows(labelled):
    result = crowd(labelled, 6, 5, 6)

    assert plot_labels(result, page=1).caption.endswith(" Page 1 of 2.")
    assert plot_labels(result, page=2).caption == (
        "What each outlet calls Actor 3, Actor 4, Actor 5: page 2 of 2, to be read as page 1 is."
    )


def test_a_page_that_is_not_there_is_refused(labelled):
    with pytest.raises(ArgumentError, match=r"^page 3 is not there; there are 2$"):
        plot_labels(crowd(labelled, 6, 5, 6), page=3)


def test_without_anybody_there_is_one_page(labelled):
    assert label_pages(labelled([], [])) == 1


def test_labels_that_do_not_fit_into_a_cell_are_counted(labelled):
    assert "and 2 more" in words(plot_labels(crowd(labelled, 1, 1)))


def test_what_does_not_fit_is_said_in_the_caption(labelled):
    canvas = plot_labels(crowd(labelled, 9, 12))

    assert canvas.caption.endswith(
        " Drawn are the most labelled 8 of 9 actors and the largest 10 of 12 outlets; the table has them all."
    )


def test_articles_without_an_outlet_share_a_column(labelled):
    assert "no outlet" in words(plot_labels(labelled(["Smith"], [None, "Alpha"])))


def test_the_most_labelled_actors_are_kept(labelled):
    result = labelled([f"Actor {i}" for i in range(12)], NAMES)
    more = result.table["n"] + 5 * (result.table["actor"] == "Actor 9")
    canvas = plot_labels(replace(result, table=result.table.assign(n=more)))

    assert "Actor 9" in words(canvas)
    assert "Actor 8" not in words(canvas)


def test_the_caption_says_how_the_actor_was_referred_to_and_that_rules_err(labelled):
    caption = plot_labels(labelled(["Smith"], NAMES)).caption

    assert "n = 3 articles, 21 references (12 by name, 6 by description, 3 by pronoun), 18 labels" in caption
    assert "a reading by rules, which err; not validated on this corpus" in caption


def test_words_are_broken_at_blanks_and_after_hyphens_and_cut_after_three_lines():
    assert broken("russia-backed commander", 0.8) == ("russia-backed", "commander")
    assert broken("russia-backed commander", 0.5) == ("russia-", "backed", "com…der")
    assert len(broken("one of the most powerful men of the country", 0.6)) == 3


@pytest.mark.parametrize(
    ("voices", "sentence"),
    [
        (["outlet"], "Counted: the outlet's own words."),
        (["fragment", "outlet"], "Counted: the outlet's own words, a phrase in quotation marks."),
        (["outlet", "fragment", "quoted", "paraphrase"], "Counted in every voice."),
    ],
)
@pytest.mark.parametrize("draw", [plot_framing, plot_positions, plot_rates])
def test_captions_of_terms_say_whose_words_are_counted(draw, voices, sentence, framed):
    result = framed(NAMES, n=2)

    assert sentence in draw(replace(result, settings={"voices": voices})).caption
    assert "Counted" not in draw(result).caption


# ---------------------------------------------------------------------------------------------------------- asymmetry


def test_counts_stand_with_what_they_are_out_of_and_their_voices(sided):
    found = words(plot_asymmetry(sided(["Alpha"], ["mercenar*"])))

    assert (
        found[found.index("north") :] == ["north", "4 of 9", f"{OWN}2 {REPORTED}1 {SPEECH}1", "south", "0 of 3", ""][:5]
    )


def test_a_dot_stands_at_the_share_of_its_mentions(sided):
    canvas = plot_asymmetry(sided(["Alpha"], ["mercenar*"]))
    zero, full = (text.get_position()[0] for text in texts(canvas) if text.get_text() in ("0", "100 %"))
    found = [float(line.get_xdata()[0]) for line in dots(canvas)]

    assert [(x - zero) / (full - zero) for x in found] == pytest.approx([4 / 9, 0])


def test_the_line_to_a_dot_is_made_of_the_voices(sided):
    canvas = plot_asymmetry(sided(["Alpha"], ["mercenar*"]))
    colour = dots(canvas)[0].get_color()
    lines = [one for one in canvas.figure.findobj(Line2D) if one.get_color() == colour and one.get_marker() != "o"]
    lengths = np.array([np.ptp(line.get_xdata()) for line in lines])

    assert (lengths / lengths.sum()).tolist() == pytest.approx([0.5, 0.25, 0.25])
    assert len({str(line._unscaled_dash_pattern) for line in lines}) == 3


def test_dots_of_sides_are_hollow(sided):
    faces = {to_hex(line.get_markerfacecolor()) for line in dots(plot_asymmetry(sided(NAMES)))}

    assert faces == {PAPER}


def test_a_side_that_is_not_mentioned_has_no_dot(sided):
    result = sided(["Alpha"], ["mercenar*"])
    canvas = plot_asymmetry(replace(result, table=result.table.assign(n_mentions=[9, 0])))

    assert len(dots(canvas)) == 1
    assert words(canvas).count("no mention") == 1


def test_more_terms_than_go_on_a_page_are_said_to_be_left_out(sided):
    canvas = plot_asymmetry(sided([f"O{i}" for i in range(12)], [f"t{i}" for i in range(9)]))

    assert canvas.figure.get_size_inches()[1] <= 8.6
    assert "Drawn are the most used 2 of 9 terms; the table has them all." in canvas.caption


def test_large_counts_of_a_side_leave_room_for_one_column_only(sided):
    result = sided(NAMES)
    counts = result.table.columns[result.table.columns.str.startswith("n")]
    canvas = plot_asymmetry(replace(result, table=result.table.assign(**dict.fromkeys(counts, 123456))))
    columns = {text.get_position()[0] for text in texts(canvas) if text.get_text() in ("mercenar*", "fighter*")}

    assert len(columns) == 1
    assert overlaps(canvas) == []


def test_no_text_of_the_sides_runs_into_another(sided):
    canvas = plot_asymmetry(sided(["n" * 60, "Beta"], ["m" * 60, "t", "u"], sides=["a very long name of a side", "b"]))

    assert overlaps(canvas) == []


# -------------------------------------------------------------------------------------------------------- attribution


def test_a_source_has_a_mark_for_each_attribution_by_the_stance_of_its_verb(attributed):
    found = words(plot_attribution(attributed(["Alpha"])))

    assert found[found.index("named") :] == [
        "named",
        "4",
        "Reuters",
        "○○○▽",
        "4",
        "without a name",
        "2",
        "officials",
        "△△",
        "2",
    ]


def test_many_attributions_share_a_mark(attributed):
    found = words(plot_attribution(attributed(["Alpha"], [("Reuters", "named", "neutral", 140)])))

    assert "○" * 14 in found
    assert "A mark is up to 10 attributions, by the verb:" in found


def test_an_outlet_says_how_many_of_its_sentences_are_attributed(attributed):
    assert "6 attributions · 10 of 40 sentences" in words(plot_attribution(attributed(["Alpha"])))


def test_the_name_of_a_source_goes_on_in_a_second_line(attributed):
    found = words(plot_attribution(attributed(["Alpha"], [("the ministry of foreign affairs", "named", "neutral", 1)])))

    assert " ".join(found[-5:-2]).endswith("the ministry of foreign affairs")
    assert not [text for text in found if "…" in text]


def test_sources_that_do_not_fit_share_a_line(attributed):
    sources = [(f"s{i}", "named", "neutral", 9 - i) for i in range(9)]
    found = words(plot_attribution(attributed(["Alpha"], sources)))

    assert found[-3:] == ["3 others", "○○○○○○", "6"]


def test_outlets_that_do_not_fit_are_said_to_be_left_out(attributed):
    canvas = plot_attribution(attributed([f"Outlet {i:02d}" for i in range(40)]))

    assert canvas.figure.get_size_inches()[1] <= 8.6
    assert "Drawn are the most attributing 12 of 40 outlets; the table has them all." in canvas.caption


def test_no_text_of_the_sources_runs_into_another(attributed):
    sources = [
        ("people familiar with the matter who spoke at length", "anonymous", "neutral", 14),
        ("n" * 99, "", "", 9),
    ]

    assert overlaps(plot_attribution(attributed(["n" * 99, "Beta", "Gamma"], sources))) == []
