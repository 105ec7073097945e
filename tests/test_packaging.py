"""What is packed, what is locked, and what make does on a machine that is not like ours."""

from __future__ import annotations

import ast
import configparser
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LEAK = "a passage that a report quoted from an article"

# Taken from the files as they were supplied.
SUPPLIED = {
    "000_79b01a44f62673da.txt": "5558c75033596976e24c6065a9b83d481a77d53ff7ea209645e265a8d76ab86f",
    "001_bc106ece86818a75.txt": "cb1f5baf7b6d5c8c034d19f9e1c8d1d55eb4b92f898e8d0e68bc840426cab7e4",
    "002_86dae38239d0de5e.txt": "2f295ec46837040b33efebb435f1803b3850a986faf0ab5e185d278251df608f",
    "003_6fbfd46cdbf9f304.txt": "77477fe94e2c2e7f0bd2cee0f35969154a29cc37975820d6e4ee562aa30bb642",
    "004_b1e8d8825578df4e.txt": "70498f1a3252100e4ec0a3ba29476f217361a3f998aefeaf535d04dc09e46eb5",
    "metadata.csv": "2f279afc669a07ed07f85d652aba1efca94d52fa6823ef26317da0430b074e12",
}


# --------------------------------------------------------------------------------------------------------------- packed


@dataclass(frozen=True)
class Built:
    """Contents of the two archives by name, and the metadata of the wheel."""

    sdist: dict[str, bytes]
    wheel: dict[str, bytes]

    @property
    def metadata(self) -> Message:
        (name,) = [name for name in self.wheel if name.endswith(".dist-info/METADATA")]
        return message_from_bytes(self.wheel[name])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both archives, built without a network from a copy of the tree that also holds a report with quotations."""
    copy = tmp_path_factory.mktemp("tree") / "project"
    passing = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", ".hypothesis", ".coverage*", "libya")
    shutil.copytree(ROOT, copy, ignore=passing)
    for place in ("reports/libya/index.html", "reports/other/data/01-hits.csv", "tests/gold/article.txt"):
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        (copy / place).write_text(LEAK)
    command = [sys.executable, "-P", "-m", "hatchling", "build", "-d", "archives"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, timeout=120)
    (sdist,) = (copy / "archives").glob("*.tar.gz")
    (wheel,) = (copy / "archives").glob("*.whl")
    with tarfile.open(sdist) as archive:
        unpacked = {
            member.name.split("/", 1)[1]: stream.read() for member in archive if (stream := archive.extractfile(member))
        }
    with zipfile.ZipFile(wheel) as archive:
        return Built(unpacked, {name: archive.read(name) for name in archive.namelist()})


@pytest.mark.parametrize("archive", ["sdist", "wheel"])
def test_no_archive_holds_an_article(archive: str, built: Built):
    names = [name for name in getattr(built, archive) if name.endswith((".txt", "metadata.csv"))]

    assert [name for name in names if not name.endswith(".dist-info/entry_points.txt")] == []


@pytest.mark.parametrize("archive", ["sdist", "wheel"])
def test_no_archive_holds_a_long_passage_of_an_article(archive: str, built: Built, seeds: Path):
    lines = [line for path in sorted(seeds.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    passages = [line[:120].encode() for line in lines if len(line) >= 120]

    assert len(passages) > 20
    assert {
        name for name, held in getattr(built, archive).items() if any(passage in held for passage in passages)
    } == set()


@pytest.mark.parametrize("archive", ["sdist", "wheel"])
def test_no_archive_holds_what_a_report_quoted(archive: str, built: Built):
    quoting = {name for name, held in getattr(built, archive).items() if LEAK.encode() in held}

    assert quoting <= {"tests/test_packaging.py"}


def test_the_sdist_says_whose_the_articles_are_and_brings_the_lexicon(built: Built):
    assert {name for name in built.sdist if name.startswith("seeds/")} <= {"seeds/README.md", "seeds/lexicon.toml"}
    assert "seeds/README.md" in built.sdist


def test_the_wheel_holds_the_package_and_nothing_beside_it(built: Built):
    assert {name.split("/")[0] for name in built.wheel} == {"corpus_stats", "corpus_stats-0.1.0.dist-info"}


def test_the_wheel_holds_every_file_of_the_package(built: Built):
    files = [path.relative_to(ROOT) for path in (ROOT / "corpus_stats").rglob("*") if path.is_file()]
    own = [path for path in files if not any(part == "__pycache__" or part.startswith(".") for part in path.parts)]

    assert {path.as_posix() for path in own} - built.wheel.keys() == set()


def test_the_wheel_says_that_it_is_typed(built: Built):
    assert "corpus_stats/py.typed" in built.wheel


def test_the_wheel_brings_the_command(built: Built):
    scripts = configparser.ConfigParser()
    scripts.read_string(built.wheel["corpus_stats-0.1.0.dist-info/entry_points.txt"].decode())

    assert dict(scripts["console_scripts"]) == {"corpus-stats": "corpus_stats.__main__:main"}


def test_the_wheel_refuses_a_python_that_gensim_has_no_wheel_for(built: Built):
    assert built.metadata["Requires-Python"] == "<3.14,>=3.11"


def test_the_wheel_brings_the_licence(built: Built):
    assert (built.metadata["License-Expression"], built.metadata["License-File"]) == ("MIT", "LICENSE")


def test_the_version_is_the_one_that_is_cited():
    cited = re.search(r"^version: (.*)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)

    assert cited is not None
    assert cited[1] == PROJECT["version"]


def test_the_changes_begin_with_this_version():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert headings[0] == PROJECT["version"]


@pytest.mark.parametrize("name", SUPPLIED)
def test_a_seed_is_byte_for_byte_as_supplied(name: str, seeds: Path):
    assert hashlib.sha256((seeds / name).read_bytes()).hexdigest() == SUPPLIED[name]


# --------------------------------------------------------------------------------------------------------------- locked


def locked_versions() -> list[tuple[str, str]]:
    return re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)


def asked_for() -> list[Requirement]:
    """Requirements of the project, and of the extras that the targets of make need."""
    extras = PROJECT["optional-dependencies"]
    listed = PROJECT["dependencies"] + [
        line for extra in ("office", "lang", "notebook", "dev") for line in extras[extra]
    ]
    return [Requirement(line) for line in listed]


@pytest.mark.parametrize("requirement", asked_for(), ids=lambda requirement: requirement.name)
def test_what_the_project_asks_for_is_locked_within_its_bounds(requirement: Requirement):
    versions = dict(locked_versions())

    assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


def test_the_lock_has_one_version_of_each_for_all_pythons():
    names = [name for name, _ in locked_versions()]

    assert names == sorted(set(names))


def test_no_locked_version_hangs_on_the_python_that_runs():
    assert re.findall(r"python_(?:full_)?version.*", LOCK) == []


def test_every_locked_version_has_a_hash():
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]

    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_holds_nothing_but_versions_hashes_and_who_asked():
    line = re.compile(
        r"[\w.-]+==\S+(?: ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?|    # +(?:via.*|[\w.-]+.*)"
    )
    strange = [row for row in LOCK.splitlines()[2:] if not line.fullmatch(row)]

    assert strange == []


def test_the_lock_says_only_how_it_is_remade():
    assert LOCK.splitlines()[:2] == [
        "# This file was autogenerated by uv via the following command:",
        "#    make lock",
    ]


# ----------------------------------------------------------------------------------------------------------------- made


TARGETS = "help setup report verify test lint typecheck bench notebooks lock clean".split()


@dataclass(frozen=True)
class Workshop:
    """A folder with the Makefile, and a PATH that holds only what is put there."""

    folder: Path
    tools: Path

    def make(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        make = shutil.which("make") or "make"
        return subprocess.run(
            [make, *arguments],
            cwd=self.folder,
            env={"PATH": str(self.tools), **environment},
            capture_output=True,
            text=True,
            timeout=60,
        )

    def put(self, name: str, script: str) -> None:
        (self.tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.tools / name).chmod(0o755)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    folder, tools = tmp_path / "it's a $HOME folder", tmp_path / "tools"
    folder.mkdir()
    tools.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    for tool in ("sh", "cat", "sed", "awk", "mkdir", "touch", "env", "rm", "find", "test", "echo"):
        (tools / tool).symlink_to(shutil.which(tool) or "/bin/" + tool)
    return Workshop(folder, tools)


def test_make_alone_says_one_line_for_each_target(workshop: Workshop):
    lines = workshop.make().stdout.splitlines()

    assert [line.split()[1] for line in lines] == TARGETS


def test_every_target_is_declared_to_be_no_file():
    declared = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)

    assert declared is not None
    assert set(declared[1].split()) >= set(TARGETS)


def test_an_old_python_is_named_in_one_line(workshop: Workshop):
    workshop.put("python3", "echo 3.9.2")
    done = workshop.make("setup")

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "corpus_stats needs Python 3.11, 3.12 or 3.13; found python3 3.9.2 (name one: make PYTHON=/path/to/python)"
    )


def test_a_python_too_new_for_gensim_is_named_in_one_line(workshop: Workshop):
    workshop.put("python3", "echo 3.14.0")
    workshop.put("python", "echo 2.7.18")
    done = workshop.make("setup")

    assert done.stderr.splitlines()[0] == (
        "corpus_stats needs Python 3.11, 3.12 or 3.13; found python3 3.14.0, python 2.7.18 "
        "(name one: make PYTHON=/path/to/python)"
    )


def test_no_python_at_all_is_said_in_one_line(workshop: Workshop):
    done = workshop.make("setup")

    assert done.stderr.splitlines()[0] == (
        "corpus_stats needs Python 3.11, 3.12 or 3.13; found no interpreter (name one: make PYTHON=/path/to/python)"
    )


def recording_python(log: Path, version: str) -> str:
    """Script of an interpreter that only notes how it was called, and makes no environment."""
    return f'case "$*" in *python_version*) echo {version};; *"venv --clear"*) echo "$0" > "{log}"; exit 3;; esac'


def test_the_newest_python_that_will_do_is_taken(workshop: Workshop, tmp_path: Path):
    for minor in (14, 12, 11):
        workshop.put(f"python3.{minor}", recording_python(tmp_path / "log", f"3.{minor}.1"))
    workshop.put("python3", recording_python(tmp_path / "log", "3.14.1"))
    workshop.make("setup")

    assert Path((tmp_path / "log").read_text().strip()).name == "python3.12"


def test_the_python_that_is_named_is_taken(workshop: Workshop, tmp_path: Path):
    workshop.put("python3.13", recording_python(tmp_path / "log", "3.13.1"))
    workshop.put("mine", recording_python(tmp_path / "log", "3.11.1"))
    workshop.make("setup", "PYTHON=mine")

    assert Path((tmp_path / "log").read_text().strip()).name == "mine"


def test_settings_of_the_user_do_not_reach_what_make_starts(workshop: Workshop, tmp_path: Path):
    settings = {
        "PYTHONPATH": "/x",
        "PYTHONHOME": "/x",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "VIRTUAL_ENV": "/x",
        "UV_PYTHON": "/x",
    }
    workshop.put("python3", f'env > "{tmp_path / "seen"}"; echo 3.9.2')
    workshop.make("setup", **settings)
    seen = {line.split("=")[0] for line in (tmp_path / "seen").read_text().splitlines()}

    assert seen & settings.keys() == set()
    assert "PATH" in seen


def test_clean_leaves_what_make_did_not_make(workshop: Workshop):
    made = [".venv/ready", "reports/libya/index.html", ".mypy_cache/a", "corpus_stats/__pycache__/a.pyc"]
    made += ["reports/notebooks/first.ipynb", ".coverage.host.1"]
    kept = ["reports/mine/index.html", "reports/notebooks/first.py", "reports/notebooks/own.ipynb", "seeds/own.txt"]
    kept += ["reports/libya.toml", "reports/libya.lock.json", "corpus_stats/a.py", "tests/a.py", "dist/a.whl"]
    for place in made + kept:
        (workshop.folder / place).parent.mkdir(parents=True, exist_ok=True)
        (workshop.folder / place).write_text("")
    workshop.make("clean")

    assert [place for place in kept if not (workshop.folder / place).exists()] == []
    assert [place for place in made if (workshop.folder / place).exists()] == []


def test_ci_runs_every_check_of_make():
    command = re.search(r"^exec make (.*?)(?: COVERAGE=1)?(?: <.*)?$", (ROOT / ".ci/run").read_text(), re.MULTILINE)

    assert command is not None
    assert command[1].split() == ["lint", "typecheck", "test", "report", "verify"]


# -------------------------------------------------------------------------------------------------------------- skipped


SKIPPED = """
import pytest

@pytest.mark.clock
def test_that_is_skipped():
    pytest.skip("there is no second day")
"""


def outcome_of_a_skipped_test(folder: Path, required: str) -> subprocess.CompletedProcess[str]:
    """Run of pytest over one skipped test under this project's settings."""
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests" / "test_skipped.py").write_text(SKIPPED)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    return subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=folder,
        env={**environment, "CORPUS_STATS_REQUIRE": required},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_skipped_test_fails_where_its_marker_is_required(tmp_path: Path):
    done = outcome_of_a_skipped_test(tmp_path, "browser,clock")

    assert done.returncode == 1
    assert "a test marked clock may not be skipped here" in done.stdout


def test_a_skipped_test_passes_where_its_marker_is_not_required(tmp_path: Path):
    done = outcome_of_a_skipped_test(tmp_path, "browser")

    assert done.returncode == 0
    assert "1 skipped" in done.stdout


def test_no_test_says_that_it_is_expected_to_fail():
    marks = ["x" + "fail", "skip" + "if"]
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    used = [
        f"{path.name}: {node.attr}"
        for path in tests
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in marks
    ]

    assert used == []
