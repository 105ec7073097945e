from __future__ import annotations

import os
import tomllib

import pytest

from corpus_stats.cli.starters import STARTER
from corpus_stats.lexicon import read_lexicon, schema
from corpus_stats.report.spec import read_specification


def test_init_writes_a_lexicon_and_a_specification_that_can_be_read(ran, tmp_path):
    result = ran("init", tmp_path / "study")

    assert (result.code, result.err) == (0, "")
    assert [term.category for term in read_lexicon(tmp_path / "study/articles/lexicon.toml").terms] == [
        "delegitimising",
        "legitimising",
    ]
    assert read_specification(tmp_path / "study/report.toml").corpus == tmp_path / "study" / "articles"


def test_init_lists_what_it_wrote(ran, tmp_path):
    lines = ran("init", tmp_path).out.splitlines()

    assert lines[:-1] == [str(tmp_path / name) for name in STARTER]
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == sorted(STARTER)


@pytest.mark.parametrize("name", STARTER)
def test_init_overwrites_nothing_and_then_writes_nothing(name, ran, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")

    result = ran("init", tmp_path)

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {path}: the file exists and is not overwritten; name a new folder, or move it away\n",
    )
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]


def test_init_where_a_file_stands_is_refused(ran, tmp_path):
    (tmp_path / "study").write_text("")

    assert ran("init", tmp_path / "study").err == f"corpus-stats: {tmp_path}/study: this is a file; name a folder\n"


def test_init_where_a_folder_is_needed_and_a_file_stands_is_refused(ran, tmp_path):
    (tmp_path / "articles").write_text("")

    result = ran("init", tmp_path)

    assert result.code == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "articles"]


def test_init_where_nothing_can_be_written_is_refused(ran, tmp_path, refused):
    refused(tmp_path, os.W_OK)

    assert ran("init", tmp_path / "study").err == (
        f"corpus-stats: {tmp_path / 'study'}: nothing can be written in {tmp_path}: permission denied; name another"
        " folder\n"
    )


def test_the_started_study_says_that_articles_are_missing(ran, tmp_path):
    ran("init", tmp_path)

    result = ran("check", tmp_path / "articles")

    assert result.code == 2
    assert result.err.startswith(f"corpus-stats: {tmp_path}/articles: metadata.csv is there, but no .txt file; ")


def test_the_started_study_works_once_it_has_articles(ran, tmp_path):
    ran("init", tmp_path)
    (tmp_path / "articles" / "a.txt").write_text("The warlords left.")
    (tmp_path / "articles" / "b.txt").write_text("The town fell.")
    (tmp_path / "articles" / "metadata.csv").write_text("file,outlet,published,url\na.txt,A,2020,\nb.txt,B,2020,\n")

    answer = ran("framing", tmp_path / "articles", "--format", "json").json

    assert sum(row["n"] for row in answer["table"]) == 1


def test_schema_gives_both_schemas(ran):
    schemas = ran("schema").json

    assert list(schemas) == ["lexicon", "specification"]
    assert set(schemas["specification"]["properties"]) >= {"title", "corpus", "lexicon", "by", "seed", "section"}


def test_schema_knows_every_key_of_the_starting_lexicon(ran):
    known = ran("schema", "lexicon").json["properties"]

    assert set(tomllib.loads(STARTER["articles/lexicon.toml"])) <= set(known)


def test_schema_of_the_lexicon_is_that_of_the_package(ran):
    assert ran("schema", "lexicon").json == schema()


def test_schema_knows_every_key_of_the_starting_specification(ran):
    known = ran("schema", "specification").json["properties"]

    assert set(tomllib.loads(STARTER["report.toml"])) <= set(known)
