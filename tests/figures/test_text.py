"""Names from strangers, as they reach a figure."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from corpus_stats.errors import GlyphWarning
from corpus_stats.figures.style import TEXT, house_style
from corpus_stats.figures.text import (
    drawable,
    fitted,
    glyph_note,
    glyph_report,
    plain,
    text_width,
    wrapped,
    write,
)


def test_a_dollar_and_a_backslash_are_drawn_as_themselves():
    assert plain(r"$a_b$ \frac") == r"$a_b$ \frac"


def test_white_space_of_any_kind_becomes_one_space():
    assert plain(" two\nlines\u2028and\t\u00a0a tab ") == "two lines and a tab"


def test_control_characters_lone_surrogates_and_non_characters_are_replaced():
    assert plain("a\x00b\x1bc\udc80d\ufffee") == "a�b�c�d�e"


def test_marks_that_turn_the_direction_are_left_out():
    assert plain("a\u202eb\u2066c\u200fd") == "abcd"


def test_nothing_is_an_empty_text():
    assert plain(None) == ""


def test_a_character_that_the_font_has_is_kept():
    assert drawable("العربية Ünï") == "العربية Ünï"


def test_a_character_that_the_font_lacks_is_written_as_its_number():
    assert drawable("A中国B 報") == "A U+4E2D U+56FD B U+5831"


def drawn(*texts: str) -> str:
    """Note for the caption after the texts were prepared, as within one figure."""
    with glyph_report():
        for text in texts:
            drawable(text)
        return glyph_note()


def test_characters_that_no_font_has_are_reported_once_for_a_figure():
    with pytest.warns(GlyphWarning) as found:
        drawn("中", "国中")

    assert [str(one.message) for one in found] == ["no font has U+4E2D, U+56FD: drawn as the number of the character"]


def test_more_than_eight_missing_characters_are_counted():
    with pytest.warns(GlyphWarning, match=r"U\+4E07 and 2 more: drawn"):
        drawn("".join(map(chr, range(0x4E00, 0x4E0A))))


def test_a_caption_says_what_the_font_lacks():
    with pytest.warns(GlyphWarning):
        note = drawn("中")

    assert note == "The font lacks U+4E2D: such characters are drawn as their number."


def test_a_figure_without_missing_characters_has_nothing_to_report():
    assert drawn("plain") == ""


def test_a_text_that_fits_is_left_alone():
    assert fitted("short", 3.0) == "short"


def test_a_long_text_is_cut_in_the_middle():
    text = fitted("beginning " + "x" * 300 + " end", 1.5)

    assert text.startswith("begin")
    assert text.endswith(" end")
    assert text.count("…") == 1


def test_a_cut_falls_between_words_where_enough_of_them_is_left():
    assert fitted("the ministry of foreign affairs of the republic", 1.8) == "the ministry … the republic"


def test_a_cut_falls_into_a_word_that_is_most_of_the_text():
    assert fitted("a " + "n" * 60 + " b", 1.0).startswith("a nn")


def test_a_cut_does_not_part_an_accent_from_its_letter():
    cuts = [fitted("e\u0301" * 40, width / 20) for width in range(10, 40)]

    assert not [cut for cut in cuts if "…\u0301" in cut]


def test_a_width_is_that_of_the_glyphs_advances():
    font = get_font(findfont(FontProperties(family=["DejaVu Sans"])))
    font.set_size(100, 72)
    advance = font.load_char(ord("m"), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536

    assert text_width("m" * 50, 10) == pytest.approx(50 * advance / 10 / 72, rel=0.01)


def test_a_name_is_broken_at_a_space_into_two_lines():
    assert wrapped("The New Arab", text_width("The New") + 0.01) == "The New\nArab"


def test_a_word_that_is_too_long_for_a_line_is_cut():
    assert "…" in wrapped("n" * 90, 1.0)


def test_text_is_never_read_as_a_formula_even_when_drawn_later():
    figure = Figure()
    text = write(figure.add_subplot(), "$x$", (0, 0))
    figure.draw_without_rendering()

    assert not text.get_parse_math()


@given(st.text(st.characters(exclude_categories=[]), max_size=60), st.floats(0.3, 3))
def test_any_text_fits_and_holds_only_characters_of_the_font(text: str, width: float):
    cut = fitted(text, width)

    assert text_width(cut) <= max(width, text_width("…"))
    assert drawable(cut) == cut


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("valign", ["baseline", "center_baseline"])
def test_a_line_is_drawn_where_matplotlib_would_draw_it(align: str, valign: str):
    with house_style():
        ours, theirs = Figure(figsize=(3, 1)), Figure(figsize=(3, 1))
        write(ours.add_axes((0, 0, 1, 1)), "Hellmouth", (0.5, 0.5), offset=(9, 4), align=align, valign=valign)
        theirs.add_axes((0, 0, 1, 1)).annotate(
            "Hellmouth", (0.5, 0.5), xytext=(9, 4), textcoords="offset points", fontsize=TEXT, ha=align, va=valign
        )
        boxes = [ink(figure) for figure in (ours, theirs)]

    np.testing.assert_allclose(*boxes, atol=1)


def ink(figure: Figure) -> tuple[int, int, int, int]:
    """Edges of what is darkest in a figure, in pixels."""
    for ax in figure.axes:
        ax.axis("off")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="rgba", dpi=200)
    dark = np.frombuffer(buffer.getvalue(), dtype=np.uint8).reshape(200, 600, 4)[..., 0] < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])
