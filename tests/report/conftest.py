"""A report on five articles of our own, whose outlets are named to do harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_stats.report.build import Report, build_report

SCRIPT = "</script><script>alert(1)</script>"
LONG = "x" * 300
ARABIC = "صوت الناس"
OUTLETS = (SCRIPT, "$$ \\frac{a}{b}", "=cmd()|' /C calc'!A0", f"..{LONG}", f"{ARABIC} \U0001f600 漢")
TEXTS = (
    "Ferries stop running\n\nThe strongman of the harbour closed the port on Monday. Crews called the ruler a tyrant.",
    "Port shut\n\nThe harbour master shut the port on Monday, a strongman move said crews. Ferries stopped.",
    "The port reopened on Tuesday after crews met the harbour master. $x_1$ was paid. \u2028 Ferries run.",
    "Crews say the tyrant of the harbour lied. The port is open, and ferries run to the islands again.",
    f"{ARABIC}: the harbour and the port \U0001f600. <img src=x onerror=alert(1)> The tyrant 漢字 & the crews.",
)
LEXICON = """
source = "written for these five articles"
circular = true

[[actor]]
name = "harbour master"

[[term]]
term = "strongman"
category = "<b>delegitimising</b>"
note = "{{ 7 * 7 }}"

[[term]]
term = "tyrant"
category = "<b>delegitimising</b>"

[[term]]
term = ["harbour master", "ruler"]
category = "neutral"
"""
SPECIFICATION = """
title = "Ports & <i>people</i>"
corpus = "articles.jsonl"
lexicon = "lexicon.toml"
seed = 7

[[section]]
analysis = "composition"
note = "A note </script>."

[[section]]
analysis = "design"

[[section]]
analysis = "framing"
voices = ["outlet", "fragment", "quoted", "paraphrase"]
random_lists = 19

[[section]]
analysis = "concordance"
pattern = "the port"

[[section]]
analysis = "similarity"

[[section]]
analysis = "topics"
k = 2

[[section]]
analysis = "frequency"
min_count = 1
terms = 2

[[section]]
analysis = "keyness"
min_count = 2
terms = 2

[[section]]
analysis = "collocation"
node = "the"
min_count = 2

[[section]]
analysis = "dispersion"
terms = ["harbour", "the port"]

[[section]]
analysis = "ngrams"
n = 2
function_words = true
terms = 2

[[section]]
analysis = "robustness"
finding = "harbour"
group = "$$ \\\\frac{a}{b}"
resamples = 99
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with articles, lexicon and specification; tests must not change it."""
    return written_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def report(project: Path) -> Report:
    """The report, written beside its specification."""
    return build_report(project / "r.toml")


def written_project(folder: Path) -> Path:
    """Write articles, lexicon and specification into a folder."""
    rows = [
        {"name": f"{i}/../a", "outlet": outlet, "date": f"2024-0{i + 1}-02", "url": "javascript:alert(1)", "text": text}
        for i, (outlet, text) in enumerate(zip(OUTLETS, TEXTS, strict=True))
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "articles.jsonl").write_text(lines, encoding="ascii")
    (folder / "lexicon.toml").write_text(LEXICON, encoding="utf-8")
    (folder / "r.toml").write_text(SPECIFICATION, encoding="utf-8")
    return folder
