from __future__ import annotations

import json

import pytest

SPECIFICATION = """\
title = "Small"
corpus = "in/articles.csv"
by = "outlet"
seed = 1

[[section]]
analysis = "composition"
"""


@pytest.fixture
def specification(articles, tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(SPECIFICATION)
    return path


def test_report_and_verify_agree(ran, specification, tmp_path):
    made = ran("report", specification)
    checked = ran("verify", specification)

    assert (made.code, made.out) == (0, f"{tmp_path}/small/index.html\n{tmp_path}/small/report.pdf\n")
    assert (checked.code, checked.out) == (0, f"{specification}: nothing differs\n")


def test_report_writes_the_lock_where_there_is_none(ran, specification, tmp_path):
    result = ran("report", specification)

    assert f"corpus-stats: lock: {tmp_path}/small.lock.json\n" in result.err
    assert json.loads((tmp_path / "small.lock.json").read_bytes()) == json.loads(
        (tmp_path / "small" / "manifest.json").read_bytes()
    )


def test_verify_names_an_article_that_was_changed(ran, specification, articles):
    ran("report", specification)
    articles.write_bytes(articles.read_bytes().replace(b"strongman spoke", b"strongman spoka"))

    result = ran("verify", specification)

    assert result.code == 1
    assert "articles.csv: the file has sha256 " in result.out


def test_verify_names_a_table_that_was_changed(ran, specification, tmp_path):
    ran("report", specification)
    table = sorted((tmp_path / "small" / "data").glob("*.csv"))[0]
    table.write_bytes(table.read_bytes() + b"\n")

    result = ran("verify", specification, "--format", "json")

    assert (result.code, result.json) == (
        1,
        {"differences": [f"{table}: the file is not the one that was written"]},
    )


def test_report_keeps_an_older_lock_until_asked(ran, specification, tmp_path):
    ran("report", specification)
    lock = tmp_path / "small.lock.json"
    before = lock.read_bytes()
    specification.write_text(SPECIFICATION.replace("Small", "Other"))

    kept = ran("report", specification)
    after_keeping = lock.read_bytes()
    ran("report", specification, "--lock")

    assert kept.err.splitlines()[-1] == (
        f"corpus-stats: {lock} is of another report: corpus-stats verify {specification} names what differs, "
        f"corpus-stats report {specification} --lock replaces it"
    )
    assert after_keeping == before != lock.read_bytes()


def test_report_of_articles_needs_no_specification(ran, articles, tmp_path):
    result = ran("report", articles, "--output", tmp_path / "out")

    assert result.code == 0
    assert result.out.splitlines() == [
        f"{tmp_path}/out/{name}" for name in ("index.html", "report.pdf", "specification.toml")
    ]
    assert ran("verify", tmp_path / "out" / "specification.toml").code == 0


def test_a_lock_is_for_a_specification(ran, articles):
    assert ran("report", articles, "--lock").err == (
        "corpus-stats: --lock is for a specification; the default report holds its own manifest\n"
    )


def test_options_for_articles_are_refused_with_a_specification(ran, specification):
    assert ran("report", specification, "--actor", "X").err == (
        f"corpus-stats: --actor is for articles without a specification; write it into {specification}\n"
    )


def test_a_report_can_set_aside_articles_in_other_languages(ran, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The general said on Monday that the troops were not going to the town.")
    (tmp_path / "in" / "b.txt").write_text(
        "Der General hat am Montag gesagt, dass die Truppen nicht in die Stadt gehen."
    )
    told = "1 of 2 articles is set aside, in another language than English: b.txt (de)."

    result = ran("report", tmp_path / "in", "--skip-other-languages", "--output", tmp_path / "out")

    assert (result.code, f"corpus-stats: {told}" in result.err.splitlines()) == (0, True)
    assert told in (tmp_path / "out" / "index.html").read_text()
    assert "skip_other_languages = true" in (tmp_path / "out" / "specification.toml").read_text()


def test_what_is_set_aside_stands_in_a_specification(ran, specification):
    assert ran("report", specification, "--skip-other-languages").err == (
        f"corpus-stats: --skip-other-languages is for articles without a specification; write it into {specification}\n"
    )


def test_an_unknown_key_is_answered_with_the_nearest(ran, specification):
    specification.write_text(SPECIFICATION.replace("seed", "sead"))

    result = ran("report", specification)

    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "unknown key 'sead'; did you mean 'seed'?" in result.err


def test_an_output_that_is_a_file_is_refused_and_nothing_is_written(ran, specification, tmp_path):
    (tmp_path / "out").write_text("mine")

    result = ran("report", specification, "--output", tmp_path / "out")

    assert (result.code, result.err) == (2, f"corpus-stats: {tmp_path}/out: the output is a file; name a folder\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out", "small.toml"]


def test_verify_without_a_lock_says_how_to_get_one(ran, specification, tmp_path):
    result = ran("verify", specification)

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"corpus-stats: {tmp_path}/small.lock.json: there is no lock to compare with; "
        "build the report, which writes one\n"
    )


def test_a_report_about_an_actor_who_is_never_mentioned_is_refused(ran, articles, tmp_path):
    done = ran("report", articles, "--actor", "Barack Obama", "--output", tmp_path / "out")

    assert (done.code, (tmp_path / "out").exists()) == (2, False)
    assert "actor 'Barack Obama' is never mentioned; searched 'Barack Obama'" in done.err.splitlines()[-1]
