"""The folder of a report is replaced whole, and only where it may be."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from corpus_stats.errors import OutputError
from corpus_stats.report.write import folder as writing
from corpus_stats.report.write import write_folder


def report_files(word: bytes) -> dict[str, bytes]:
    manifest = json.dumps({"corpus_stats": "0", "outputs": {"index.html": "", "data/01-a.csv": ""}}).encode()
    return {"index.html": word, "data/01-a.csv": word, "manifest.json": manifest}


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def refusal(folder: Path, keep_out: dict[str, Path] | None = None) -> str:
    with pytest.raises(OutputError) as caught:
        write_folder(report_files(b"x"), folder, keep_out or {})
    return str(caught.value)


def test_a_new_report_takes_the_place_of_the_old_one_whole(tmp_path: Path):
    write_folder({**report_files(b"old"), "environment.json": b"{}"}, tmp_path / "r")
    write_folder(report_files(b"new"), tmp_path / "r")

    assert contents(tmp_path / "r") == report_files(b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r"]


def test_an_empty_folder_is_taken_and_missing_ones_are_made(tmp_path: Path):
    (tmp_path / "r").mkdir()
    write_folder(report_files(b"a"), tmp_path / "r")
    write_folder(report_files(b"b"), tmp_path / "x" / "y" / "r")

    assert (tmp_path / "x" / "y" / "r" / "index.html").read_bytes() == b"b"


def test_a_failure_midway_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_folder(report_files(b"old"), tmp_path / "r")
    monkeypatch.setattr(
        writing, "_put_in_place", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )

    assert refusal(tmp_path / "r") == f"{tmp_path / 'r'}: the report cannot be written: No space left on device"
    assert contents(tmp_path / "r") == report_files(b"old")


def test_what_a_killed_run_left_is_cleared(tmp_path: Path):
    (tmp_path / ".r.staging" / "data").mkdir(parents=True)
    (tmp_path / ".r.staging" / "data" / "half.csv").write_bytes(b"1,")
    (tmp_path / ".r.lock").touch()
    write_folder(report_files(b"new"), tmp_path / "r")

    assert sorted(p.name for p in tmp_path.iterdir()) == ["r"]


def test_without_an_exchange_of_folders_the_old_report_still_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_folder(report_files(b"old"), tmp_path / "r")
    monkeypatch.setattr(writing, "_exchanged", lambda *_: False)
    write_folder(report_files(b"new"), tmp_path / "r")

    assert contents(tmp_path / "r") == report_files(b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r"]


def test_an_old_report_set_aside_by_a_killed_run_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_folder(report_files(b"old"), tmp_path / "r")
    (tmp_path / "r").rename(tmp_path / ".r.old")
    monkeypatch.setattr(writing, "_fill", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))

    refusal(tmp_path / "r")
    assert contents(tmp_path / "r") == report_files(b"old")


def test_a_second_run_into_one_folder_says_so(tmp_path: Path):
    target = tmp_path / "r"
    with writing._locked(target, target):
        assert refusal(target) == f"{target}: another run is writing this report; wait until it is done"


def test_a_file_is_no_output_folder(tmp_path: Path):
    (tmp_path / "r").write_bytes(b"")

    assert refusal(tmp_path / "r") == f"{tmp_path / 'r'}: the output is a file; name a folder"


@pytest.mark.parametrize("inside", ["", "r", "a/b"])
def test_an_output_inside_the_corpus_is_refused(tmp_path: Path, inside: str):
    corpus = tmp_path / "corpus"
    corpus.mkdir()

    assert refusal(corpus / inside, {"corpus": corpus}) == (
        f"{corpus / inside}: the output lies inside the corpus {corpus}; name a folder outside of it"
    )


def test_an_output_inside_the_corpus_by_way_of_a_link_is_refused(tmp_path: Path):
    corpus, link = tmp_path / "corpus", tmp_path / "link"
    corpus.mkdir()
    link.symlink_to(corpus)

    assert "lies inside the corpus" in refusal(link / "r", {"corpus": corpus})


def test_an_output_that_holds_the_lexicon_is_refused(tmp_path: Path):
    lexicon = tmp_path / "r" / "lexicon.toml"

    assert refusal(tmp_path / "r", {"lexicon": lexicon}) == (
        f"{tmp_path / 'r'}: the output holds the lexicon {lexicon}; name another folder"
    )


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path):
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "thesis.doc").write_bytes(b"years")

    assert refusal(tmp_path / "r") == (
        f"{tmp_path / 'r'}: the folder is not empty and holds no report; name a new or an empty folder"
    )


@pytest.mark.parametrize("text", ["[]", "{}", "{", '{"outputs": {}}', "7"])
def test_a_manifest_of_another_program_does_not_open_a_folder(tmp_path: Path, text: str):
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "manifest.json").write_text(text)

    assert "holds no report" in refusal(tmp_path / "r")


def test_a_report_to_which_somebody_added_a_file_is_not_replaced(tmp_path: Path):
    write_folder(report_files(b"old"), tmp_path / "r")
    (tmp_path / "r" / "data" / "notes.md").write_bytes(b"mine")

    assert refusal(tmp_path / "r") == (
        f"{tmp_path / 'r'}: 'data/notes.md' is no part of the report there; move it, as the folder is replaced"
    )


def test_a_link_in_the_place_of_the_staging_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "precious").mkdir()
    (tmp_path / ".r.staging").symlink_to(tmp_path / "precious")

    assert refusal(tmp_path / "r") == (
        f"{tmp_path / '.r.staging'}: this name is needed while a report is written; move the file away"
    )


def test_files_are_not_writable_for_all(tmp_path: Path):
    before = os.umask(0)
    try:
        write_folder(report_files(b"a"), tmp_path / "r")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "r").rglob("*")}

    assert modes == {0o644, 0o755}


def test_an_output_in_a_file_is_refused(tmp_path: Path):
    (tmp_path / "f").write_text("x")

    with pytest.raises(OutputError) as caught:
        writing.check_output(tmp_path / "f" / "a", {})
    assert str(caught.value) == (
        f"{tmp_path / 'f' / 'a'}: the output cannot stand in {tmp_path / 'f'}, which is a file; name another folder"
    )
