"""What the tests of the command line share: running it in this process, and a small table of articles."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from corpus_stats.__main__ import main

HEADER = "name,outlet,published,text"
ROWS = (
    "a1,Alpha,2020-05-01,The strongman spoke. The rogue general left the town of Bani Walid.",
    "a2,Alpha,2020-05-02,Fighters left the town. A strongman is a strongman.",
    "b1,Beta,2020-05-02,The general spoke in the town. Fighters hold the stronghold.",
    "b2,Beta,2020-05-03,The commander and the fighters left the town by night.",
)


@dataclass(frozen=True)
class Ran:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as strict JSON."""

        def refuse(constant: str) -> None:
            raise AssertionError(f"{constant} is no JSON")

        return json.loads(self.out, parse_constant=refuse)


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the command line in this process."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, int], None]:
    """Refuse the access of one mode to one folder; all else is as it is."""
    allowed = os.access

    def refuse(folder: Path, mode: int) -> None:
        def access(path: str | os.PathLike[str], asked: int) -> bool:
            return not (Path(path) == folder and asked & mode) and allowed(path, asked)

        monkeypatch.setattr("os.access", access)

    return refuse


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Table of four articles by two outlets."""
    path = tmp_path / "in" / "articles.csv"
    path.parent.mkdir()
    path.write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    """Lexicon of three terms in two categories."""
    path = tmp_path / "terms.csv"
    path.write_text("term,category\nstrongman,loaded\nrogue general,loaded\ncommander,rank\n", encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Table of eight articles an outlet: Alpha writes of ferries in each, Beta of trains; both use the same rest."""
    path = tmp_path / "many.csv"
    rows = [("name", "outlet", "copy", "event", "text")]
    for i in range(8):
        rows.append((f"a{i}", "Alpha", f"c{i}", f"e{i}", "The ferries ferries stopped today. Crews left the port."))
        rows.append((f"b{i}", "Beta", f"d{i}", f"e{i}", "The trains trains stopped today. Crews left the port."))
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path
