"""The page of a figure, and the bytes it becomes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import matplotlib
import pytest

from corpus_stats.errors import ArgumentError
from corpus_stats.figures import Canvas, new_canvas
from corpus_stats.figures.canvas import amount, drawing, joined, quiet_sentence
from corpus_stats.figures.style import AMOUNTS, HUES, PARTS, amount_colour, contrast, legible_on

DRAW_ALL = """
import hashlib, importlib.util, json, sys
import corpus_stats.figures as figures
assert "matplotlib.pyplot" not in sys.modules
found = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(found)
found.loader.exec_module(made)
outlets = ["$a$", "B", "C"]
terms = [("rogue general", "delegitimising"), ("militia*", "war actor")]
topics = made.topics_of(outlets, k=1)
drawn = {
    "plot_composition": made.composition_of(outlets), "plot_framing": made.framing_of(outlets, terms),
    "plot_positions": made.framing_of(outlets, terms), "plot_rates": made.framing_of(outlets, terms, tested=True),
    "plot_similarity": made.similarity_of(outlets), "plot_topics": topics, "plot_shares": topics,
    "plot_frequency": made.frequency_of(["all"], 5), "plot_ngrams": made.ngrams_of(["all"], 5),
    "plot_keyness": made.keyness_of(outlets, tested=True), "plot_keyness_scatter": made.keyness_of(outlets),
    "plot_collocation": made.collocation_of(outlets), "plot_dispersion": made.dispersion_of(outlets),
    "plot_robustness": made.robustness_of(outlets), "plot_labels": made.labels_of(["B", "C"], outlets),
    "plot_asymmetry": made.asymmetry_of(outlets), "plot_attribution": made.attribution_of(outlets),
}
hashes = {}
for name, result in drawn.items():
    canvas = getattr(figures, name)(result)
    for kind in ("svg", "pdf", "png"):
        hashes[name + "." + kind] = hashlib.sha256(getattr(canvas, kind)()).hexdigest()
print(json.dumps(hashes))
"""
HOSTILE_SETTINGS = """
text.usetex: True
font.family: serif
font.size: 30
svg.fonttype: none
pdf.fonttype: 42
svg.hashsalt: other
savefig.bbox: tight
savefig.dpi: 30
figure.constrained_layout.use: True
axes.grid: True
lines.linewidth: 9
path.sketch: 1, 100, 2
axes.formatter.use_mathtext: True
axes.formatter.use_locale: True
"""


@pytest.fixture
def canvas() -> Canvas:
    page, ax = new_canvas(rows=3)
    ax.set_xlabel("tokens")
    return page.described("n = 3 articles", "three rows")


def run(code: str, folder: Path, *arguments: str, **environment: str) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MPL", "MATPLOTLIB", "SOURCE_DATE", "XDG"))}
    package = Path(__file__).resolve().parents[2]
    settings = {**kept, "PYTHONPATH": str(package), **environment}
    command = [sys.executable, "-P", "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, check=True, text=True).stdout


def test_a_hostile_matplotlibrc_home_backend_zone_and_hash_seed_change_no_byte(tmp_path):
    made = str(Path(__file__).with_name("conftest.py"))
    home = tmp_path / "home" / ".config" / "matplotlib"
    home.mkdir(parents=True)
    for folder in (tmp_path, home):
        (folder / "matplotlibrc").write_text(HOSTILE_SETTINGS)
    calm = run(DRAW_ALL, Path(made).parent, made, PYTHONHASHSEED="0", TZ="UTC")
    wild = run(
        DRAW_ALL,
        tmp_path,
        made,
        PYTHONHASHSEED="1",
        TZ="Asia/Tokyo",
        HOME=str(tmp_path / "home"),
        MPLBACKEND="nonsense",
        SOURCE_DATE_EPOCH="0",
        LC_ALL="C",
    )

    assert len(json.loads(calm)) == 51
    assert json.loads(wild) == json.loads(calm)


def test_a_matplotlibrc_that_is_no_text_stops_nothing_and_the_users_backend_is_kept(tmp_path):
    (tmp_path / "matplotlibrc").write_bytes(b"font.size: \xff\xfe\n")
    code = """
import corpus_stats.figures.style, matplotlib, os
print(matplotlib.get_backend(auto_select=False), os.getcwd())
"""

    assert run(code, tmp_path, MPLBACKEND="svg") == f"svg {tmp_path.resolve()}\n"


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_a_canvas_is_written_the_same_twice(canvas, kind):
    first, second = (hashlib.sha256(getattr(canvas, kind)()).hexdigest() for _ in range(2))

    assert first == second


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_a_canvas_becomes_each_format(canvas, kind, start):
    assert getattr(canvas, kind)().startswith(start)


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_no_date_is_written(canvas, kind):
    data = getattr(canvas, kind)()

    assert b"Date" not in data
    assert b"date" not in data


def test_letters_of_an_svg_are_paths(canvas):
    tree = ElementTree.fromstring(canvas.svg())

    assert not list(tree.iter("{http://www.w3.org/2000/svg}text"))


def test_a_column_is_6_3_inches_wide_and_as_high_as_its_rows():
    page, _ = new_canvas(rows=10, row_height=0.3, margins=(1, 1, 0.5, 0.5))

    assert page.figure.get_size_inches().tolist() == pytest.approx([6.3, 4.0])


def test_a_width_that_is_unknown_is_refused():
    with pytest.raises(ArgumentError, match=r"^width 'huge' is unknown; it must be 'column' or 'wide'$"):
        new_canvas(rows=1, width="huge")


def test_settings_of_the_user_come_back(canvas):
    with matplotlib.rc_context({"font.size": 31.0, "text.usetex": True}):
        canvas.svg()

        assert matplotlib.rcParams["font.size"] == 31.0
        assert matplotlib.rcParams["text.usetex"]


def test_a_notebook_shows_the_picture_its_words_and_its_caption():
    page = new_canvas(rows=1)[0].described("n < 3", 'a "word"')
    shown = page._repr_html_()

    assert 'alt="a &quot;word&quot;"' in shown
    assert "<figcaption>n &lt; 3</figcaption>" in shown
    assert "data:image/svg+xml;base64," in shown


def test_a_sentence_stands_where_there_is_nothing_to_draw():
    page = quiet_sentence(None, "no term occurs")

    assert isinstance(page, Canvas)
    assert page.alt == "no term occurs"
    assert page.caption == "No term occurs."


def test_drawing_gives_up_nothing_when_it_fails():
    before = matplotlib.rcParams["font.size"]
    with pytest.raises(ZeroDivisionError), drawing():
        _ = 1 / 0

    assert matplotlib.rcParams["font.size"] == before


@pytest.mark.parametrize(("n", "words"), [(0, "0 articles"), (1, "1 article"), (2230, "2,230 articles")])
def test_an_amount_agrees_with_its_noun(n, words):
    assert amount(n, "article") == words


def test_empty_sentences_leave_no_gap():
    assert joined("A.", "", "B.") == "A. B."


def test_numbers_are_legible_on_every_shade():
    shades = [amount_colour(step / 50) for step in range(51)]

    assert min(contrast(legible_on(shade), shade) for shade in shades) >= 4.5


def test_black_on_white_has_the_contrast_that_the_guidelines_give():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_shades_grow_darker_with_the_amount():
    contrasts = [contrast(shade, "#ffffff") for shade in AMOUNTS]

    assert contrasts == sorted(contrasts)


def test_every_mark_stands_out_from_paper():
    assert min(contrast(hue, "#ffffff") for hue in HUES) >= 2.4
    assert min(contrast(hue, "#ffffff") for hue in PARTS.values()) >= 1.4
