"""From a specification to the same bytes every time; and what is said when they are not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus_stats.errors import InputError, OutputError, SpecificationError
from corpus_stats.report.build import Report, build_report, report_contents
from corpus_stats.report.defaults import default_specification
from corpus_stats.report.manifest import json_bytes, sha256
from corpus_stats.report.spec import read_specification
from corpus_stats.report.verify import verify, write_lock

SMALL = """
title = "Small"
corpus = "articles.jsonl"
lexicon = "lexicon.toml"

[[section]]
analysis = "concordance"
pattern = "the port"
"""


@pytest.fixture
def small(project: Path, tmp_path: Path) -> Path:
    """Folder with a specification that draws nothing, so that it is quickly built."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("r"))
    (tmp_path / "r.toml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_what_is_written_is_what_the_manifest_says(report: Report):
    assert report.folder is not None
    found = {
        p.relative_to(report.folder).as_posix(): sha256(p.read_bytes())
        for p in report.folder.rglob("*.*")
        if p.is_file()
    }
    del found["environment.json"], found["manifest.json"]

    assert found == report.manifest["outputs"]


def test_every_figure_comes_in_three_formats_and_every_table_in_two(report: Report):
    names = set(report.files)
    figures = {
        f"figures/{figure.name}.{end}" for s in report.sections for figure in s.figures for end in ("svg", "pdf", "png")
    }
    data = {f"data/{name}.{end}" for section in report.sections for name in section.data for end in ("csv", "parquet")}

    assert names == figures | data | {"index.html", "report.pdf", "manifest.json"}


def test_the_manifest_says_nothing_of_place_or_machine(report: Report, project: Path):
    text = json.dumps(dict(report.manifest))

    assert [word for word in (str(project), os.uname().release, sys.version.split()[0]) if word in text] == []


def test_a_character_that_the_fonts_lack_is_reported(report: Report):
    assert "report.pdf: its fonts lack U+6F22, U+5B57; such characters are printed as their number" in {
        note.replace("U+5B57, U+6F22", "U+6F22, U+5B57") for note in report.notes
    }


RUN = """
import json, sys
from corpus_stats.report.build import report_contents
print(json.dumps(report_contents(sys.argv[1], jobs=int(sys.argv[2])).manifest["outputs"]))
"""


def test_hash_seed_time_zone_jobs_and_folder_change_no_byte(report: Report, project: Path, tmp_path: Path):
    copied = tmp_path / "elsewhere"
    shutil.copytree(project, copied, ignore=shutil.ignore_patterns("r"))
    settings = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": str(tmp_path)}
    command = [sys.executable, "-c", RUN, "elsewhere/r.toml", "2"]
    settings["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == report.manifest["outputs"]


def test_a_report_that_still_comes_out_differs_in_nothing(small: Path):
    built = build_report(small / "r.toml")
    write_lock(built.specification, built.manifest)

    assert verify(small / "r.toml") == []


def test_one_changed_byte_of_an_article_is_named(small: Path):
    write_lock(read_specification(small / "r.toml"), report_contents(small / "r.toml").manifest)
    path = small / "articles.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Monday", b"monday", 1))

    assert verify(small / "r.toml")[0].startswith("input articles.jsonl: the file has sha256 ")


def test_one_changed_digit_of_a_table_is_named(small: Path):
    built = build_report(small / "r.toml")
    write_lock(built.specification, built.manifest)
    path = small / "r" / "data" / "01-concordance.csv"
    path.write_bytes(path.read_bytes().replace(b",5", b",6", 1))

    assert verify(small / "r.toml") == [f"{path}: the file is not the one that was written"]


def test_missing_and_added_files_are_named(small: Path):
    built = build_report(small / "r.toml")
    write_lock(built.specification, built.manifest)
    (small / "r" / "report.pdf").unlink()
    (small / "r" / "data" / "mine.csv").touch()

    assert verify(small / "r.toml") == [
        f"{small / 'r' / 'report.pdf'}: the file is missing",
        f"{small / 'r' / 'data' / 'mine.csv'}: the file is no part of the report",
    ]


def test_other_versions_settings_and_inputs_than_the_lock_are_named(small: Path):
    specification = read_specification(small / "r.toml")
    lock = dict(report_contents(specification).manifest)
    lock["packages"] = {**lock["packages"], "numpy": "1.0"}
    lock["specification"] = {**lock["specification"], "seed": 9}
    lock["inputs"] = {**lock["inputs"], "gone.txt": "0"}
    lock["outputs"] = {**lock["outputs"], "data/09-x.csv": "0"}
    write_lock(specification, lock)
    here = json.loads(specification.lock.read_text())

    assert verify(specification) == [
        "input gone.txt: is no longer there",
        "specification, seed: found 0, the lock has 9",
        f"package numpy: here {report_contents(specification).manifest['packages']['numpy']}, the lock has 1.0",
        "data/09-x.csv: a fresh build lacks it",
    ]
    assert here["packages"]["numpy"] == "1.0"


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"inputs": 1, "outputs": {}, "packages": {}, "specification": {}}'])
def test_a_lock_that_is_none_is_refused(small: Path, text: str):
    (small / "r.lock.json").write_text(text)

    with pytest.raises(InputError) as caught:
        verify(small / "r.toml")
    assert str(caught.value) == f"{small / 'r.lock.json'}: this is no manifest of a report; build the report again"


def test_without_a_lock_there_is_nothing_to_compare_with(small: Path):
    with pytest.raises(InputError) as caught:
        verify(small / "r.toml")
    assert str(caught.value) == (
        f"{small / 'r.lock.json'}: there is no lock to compare with; build the report, which writes one"
    )


def test_an_output_inside_the_corpus_is_refused_before_any_work(small: Path):
    (small / "r.toml").write_text(SMALL.replace("articles.jsonl", "."), encoding="utf-8")

    with pytest.raises(OutputError, match="the output lies inside the corpus"):
        build_report(small / "r.toml")


def test_a_refusal_of_an_analysis_names_the_section(small: Path):
    (small / "r.toml").write_text(SMALL.replace("the port", "*"), encoding="utf-8")

    with pytest.raises(SpecificationError) as caught:
        report_contents(small / "r.toml")
    assert str(caught.value).startswith(f"{small / 'r.toml'}: section 1 (concordance): ")


def test_a_report_that_keeps_going_prints_the_refusal(small: Path):
    (small / "r.toml").write_text("keep_going = true\n" + SMALL.replace("the port", "*"), encoding="utf-8")
    built = report_contents(small / "r.toml")

    assert built.sections[0].cautions[0].startswith("Not given: ")


def test_framing_without_a_lexicon_says_what_to_write(small: Path):
    text = SMALL.replace('lexicon = "lexicon.toml"\n', "").replace(
        'analysis = "concordance"\npattern = "the port"', 'analysis = "framing"'
    )
    (small / "r.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SpecificationError) as caught:
        report_contents(small / "r.toml")
    assert str(caught.value) == (
        f"{small / 'r.toml'}: section 1 (framing): framing counts terms of a lexicon, and none is named; "
        'write lexicon = "lexicon.toml"'
    )


def test_the_default_report_takes_several_actors(small: Path):
    found = default_specification(small / "articles.jsonl", output=small / "out", actor=["crews", "the port"])

    asked = found.settings()["section"]
    assert [one["actor"] for one in asked if one["analysis"] == "labels"] == [["crews", "the port"]]
    assert [one["pattern"] for one in asked if one["analysis"] == "concordance"] == ["crews", "the port"]


def test_the_default_report_finds_the_lexicon_and_compares_outlets(small: Path):
    found = default_specification(small / "articles.jsonl", output=small / "out", actor="crews")

    assert found.settings()["lexicon"] == "../lexicon.toml"
    assert found.settings()["corpus"] == "../articles.jsonl"
    assert [section["analysis"] for section in found.settings()["section"]] == [
        *("labels", "attribution", "composition", "design", "concordance", "framing", "framing", "lexicon_health"),
        *("keyness", "frequency", "similarity", "topics"),
    ]


GERMAN = "Der General sagte, dass die Stadt nicht mehr in der Hand der Rebellen ist und dass sie auf Frieden hoffen."


def test_what_is_read_in_english_only_keeps_its_place_in_the_default_report_of_other_languages(tmp_path: Path):
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "lexicon.toml").write_text('[[actor]]\nname = "Omar"\n', encoding="utf-8")
    found = default_specification(tmp_path)

    assert [section["analysis"] for section in found.settings()["section"]][:2] == ["labels", "attribution"]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Specification of an English and a German article, whose sources and composition are asked for."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The general said on Monday that the troops were not in the town.")
    (tmp_path / "in" / "b.txt").write_text(GERMAN)
    path = tmp_path / "r.toml"
    path.write_text(
        'title = "x"\ncorpus = "in"\nby = "all"\nkeep_going = true\n[[section]]\nanalysis = "attribution"\n'
        '[[section]]\nanalysis = "composition"\n'
    )
    return path


def test_a_section_that_is_not_given_is_a_note_with_its_reason(mixed: Path):
    assert report_contents(mixed).notes == (
        "section 1 (attribution) is not given: b.txt is in another language (de); sources are read in English only,"
        " so leave it out (--skip-other-languages, or skip_other_languages of read_corpus)",
    )


def test_articles_set_aside_are_told_where_the_report_begins_and_where_it_tells_what_was_read(mixed: Path):
    mixed.write_text("skip_other_languages = true\n" + mixed.read_text())
    built = report_contents(mixed)
    told = "1 of 2 articles is set aside, in another language than English: b.txt (de)."

    assert (told,) in built.sections[1].lead
    assert "1 of 2 articles · " in built.files["index.html"].decode()
    assert built.files["index.html"].decode().count(f"<p>{told}</p>") == 2


def test_a_report_writes_down_the_specification_that_it_made_up(small: Path):
    made = default_specification(small / "articles.jsonl", output=small / "out")
    section = [s for s in made.settings()["section"] if s["analysis"] == "design"]
    request = made.request.model_validate({**made.settings(), "section": section})
    build_report(type(made)(request, made.path))
    again = read_specification(small / "out" / "specification.toml")

    assert (again.request, again.folder) == (request, small / "out")
    assert verify(again) == []


def test_json_is_ascii_and_ends_in_a_line_end():
    assert json_bytes({"a": "é"}) == b'{\n  "a": "\\u00e9"\n}\n'
