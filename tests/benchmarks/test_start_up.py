"""What starting costs: the command's help, and a report beside a bare process that does nothing but what it must.

Every figure is a ratio of processes run in turn, so that a machine that slows down slows both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

IMPORTS = (
    "numpy, scipy.stats, scipy.optimize, scipy.cluster.hierarchy, sklearn.decomposition,"
    " sklearn.feature_extraction.text, sklearn.metrics.pairwise, gensim.models, gensim.corpora, pandas,"
    " pyarrow.parquet, nltk.stem.snowball,"
    " pydantic, jinja2, typst, ahocorasick_rs, rapidfuzz.distance, regex, joblib, yaml,"
    " matplotlib.figure, matplotlib.backends.backend_svg, matplotlib.backends.backend_pdf,"
    " matplotlib.backends.backend_agg"
)
EMPTY_FIGURES = """
import io
from matplotlib.figure import Figure
for _ in range({n}):
    figure = Figure(figsize=(6.3, 4))
    figure.add_subplot()
    for kind in ("svg", "pdf", "png"):
        figure.savefig(io.BytesIO(), format=kind)
"""


def seconds(command: list[str]) -> float:
    """Processor seconds of one process and its children."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def test_help_takes_less_than_four_bare_processes(record_property):
    bare, helped = [], []
    for _ in range(11):
        bare.append(wall([sys.executable, "-c", "pass"]))
        helped.append(wall([sys.executable, "-P", "-m", "corpus_stats", "--help"]))
    ratio = statistics.median(helped) / statistics.median(bare)
    record_property("help / bare process", round(ratio, 2))
    print(f"corpus-stats --help / python -c pass: {ratio:.2f} ({statistics.median(helped):.3f} s)")

    assert ratio < 4


def test_a_report_takes_less_than_twice_its_imports_and_empty_figures(
    repository: Path, tmp_path: Path, record_property
):
    specification = repository / "reports" / "libya.toml"
    report = [sys.executable, "-P", "-m", "corpus_stats", "report", str(specification), "--output"]
    subprocess.run([*report, str(tmp_path / "warm")], check=True, capture_output=True)
    n_figures = len(list((tmp_path / "warm" / "figures").glob("*.svg")))
    whole, imports, figures = [], [], []
    for i in range(3):
        whole.append(seconds([*report, str(tmp_path / str(i))]))
        imports.append(seconds([sys.executable, "-c", f"import {IMPORTS}"]))
        figures.append(seconds([sys.executable, "-c", EMPTY_FIGURES.format(n=n_figures)]))
    medians = [statistics.median(values) for values in (whole, imports, figures)]
    ratio = medians[0] / (medians[1] + medians[2])
    record_property("report / (imports + empty figures)", round(ratio, 2))
    print(
        f"report {medians[0]:.1f} s, imports {medians[1]:.1f} s, {n_figures} empty figures {medians[2]:.1f} s:"
        f" {ratio:.2f}"
    )

    assert ratio < 2
