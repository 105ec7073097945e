"""What every test may use: where things are, and what is skipped, or refused, where an outside tool is missing."""

from __future__ import annotations

import os
import shutil
import tokenize
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
DEV_DATA = ROOT.parent / "shared" / "dev_data"

# A failure that cannot be had again is no use: examples are drawn the same way in CI on every run.
settings.register_profile("here", deadline=None, max_examples=60, database=None)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def dev_data() -> Path:
    """Folder of development data beside the repository; only for tests marked `dev_data`."""
    return DEV_DATA


def pytest_report_header() -> str:
    sources = sorted((ROOT / "corpus_stats").rglob("*.py"))
    lines = comments = 0
    for path in sources:
        lines += path.read_text(encoding="utf-8").count("\n")
        with path.open("rb") as source:
            comments += sum(token.type == tokenize.COMMENT for token in tokenize.tokenize(source.readline))
    share = 100 * comments / max(lines, 1)
    return f"corpus_stats: {len(sources)} modules, {lines} lines, {share:.1f} comments in 100 lines"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = missing_tools()
    for item in items:
        for marker, reason in absent.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    refused = [marker for marker in required_markers() if item.get_closest_marker(marker)]
    if report.skipped and refused:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"a test marked {refused[0]} may not be skipped here: {reason}"
    return report


def missing_tools() -> dict[str, str]:
    """Markers whose tests cannot run on this machine, each with the reason."""
    absent = {}
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        absent["browser"] = "chromium or chromedriver is not installed"
    if not shutil.which("faketime"):
        absent["clock"] = "faketime is not installed"
    if not DEV_DATA.is_dir():
        absent["dev_data"] = "../shared/dev_data is not there"
    return absent


def required_markers() -> list[str]:
    """Markers that may not be skipped in this run."""
    return [marker for marker in os.environ.get("CORPUS_STATS_REQUIRE", "").split(",") if marker]
