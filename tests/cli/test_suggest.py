from __future__ import annotations

import pytest

from corpus_stats.lexicon import read_lexicon

TEXTS = (
    "The River Defence Council (RDC) met in the harbour on Monday. Governor Paula Marwick told the River Defence "
    "Council that the dam would hold. Marwick said the RDC had no money left.",
    "Engineers of the RDC walked along the dam on Tuesday. Paula Marwick, the embattled governor, was not seen there.",
)


@pytest.fixture
def river(tmp_path):
    """Table of two articles by two outlets."""
    path = tmp_path / "river" / "articles.csv"
    path.parent.mkdir()
    rows = [f'a{i},Outlet {i},"{text}"' for i, text in enumerate(TEXTS)]
    path.write_text("\n".join(["name,outlet,text", *rows]) + "\n", encoding="utf-8")
    return path


def test_actors_are_listed_with_counts_and_further_names(ran, river):
    lines = [line.split() for line in ran("suggest", "actors", river).out.splitlines()]

    assert ["Paula", "Marwick", "person", "3", "2", "2", "Marwick"] in lines
    assert ["River", "Defence", "Council", "organisation", "5", "2", "2", "RDC"] in lines


def test_actors_in_the_lexicon_are_marked(ran, river):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "RDC"\n')

    result = ran("suggest", "actors", river)

    assert f"corpus-stats: lexicon: {river.parent / 'lexicon.toml'}" in result.err
    (line,) = [line for line in result.out.splitlines() if line.startswith("River")]
    assert line.endswith("as RDC")


def test_actors_as_json_have_table_hits_cautions_and_settings(ran, river):
    answer = ran("suggest", "actors", river, "--format", "json").json

    assert list(answer) == ["table", "hits", "cautions", "settings"]
    assert len(answer["hits"]) == sum(row["n"] for row in answer["table"])


def test_the_least_count_is_an_option(ran, river):
    answer = ran("suggest", "actors", river, "--min-count", "4", "--format", "json").json

    assert [row["name"] for row in answer["table"]] == ["River Defence Council"]


def test_candidates_are_written_as_a_lexicon(ran, river, tmp_path):
    path = tmp_path / "actors.toml"

    result = ran("suggest", "actors", river, "--output", path)

    assert (result.code, result.out) == (0, f"{path}: 2 candidates, to keep or strike\n")
    assert {actor.name: actor.aliases for actor in read_lexicon(path).actors} == {
        "Paula Marwick": ("Marwick",),
        "River Defence Council": ("RDC",),
    }


def test_a_file_that_may_hold_choices_is_not_overwritten(ran, river, tmp_path):
    path = tmp_path / "actors.toml"
    path.write_text("# mine\n")

    result = ran("suggest", "actors", river, "--output", path)

    assert (result.code, path.read_text()) == (2, "# mine\n")
    assert result.err == f"corpus-stats: {path}: the file exists and may hold your choices; name a new file\n"


def test_nothing_is_written_where_nothing_is_new(ran, river, tmp_path):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "RDC"\n[[actor]]\nname = "Paula Marwick"\n')

    result = ran("suggest", "actors", river, "--output", tmp_path / "actors.toml")

    assert (result.code, (tmp_path / "actors.toml").exists()) == (2, False)
    assert result.err.splitlines()[-1] == (
        f"corpus-stats: {river}: there is no candidate to write that the lexicon lacks"
    )


def test_another_ending_gives_the_usual_answer(ran, river, tmp_path):
    ran("suggest", "actors", river, "--output", tmp_path / "actors.csv")

    assert (tmp_path / "actors.csv").read_text().startswith("name,kind,n,")


def test_articles_without_a_name_are_answered(ran, tmp_path):
    (tmp_path / "a.csv").write_text("name,text\nx,it rained and then it rained again in the town\n")

    result = ran("suggest", "actors", tmp_path / "a.csv")

    assert (result.code, result.out.splitlines()[0]) == (0, "(no candidate found)")


@pytest.mark.parametrize("arguments", [["suggest"], ["suggest", "actor"], ["suggest", "--help"]])
def test_half_a_command_is_answered_with_the_nearest(ran, arguments):
    result = ran(*arguments)

    assert (result.code, result.err) == (2, "corpus-stats: unknown command 'suggest'; did you mean 'suggest actors'?\n")


@pytest.mark.parametrize("what", ["actors", "lexicon"])
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(what, columns, ran, seeds, monkeypatch):
    from corpus_stats.cli.printing import display_width

    monkeypatch.setenv("COLUMNS", columns)

    assert max(map(display_width, ran("suggest", what, seeds).out.splitlines())) <= int(columns)


# -------------------------------------------------------------------------------------------------------------- labels


def test_labels_that_the_lexicon_lacks_are_listed(ran, river):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "Paula Marwick"\naliases = ["Marwick"]\n')

    answer = ran("suggest", "lexicon", river, "--format", "json").json

    assert "embattled governor" in [row["term"] for row in answer["table"]]


def test_labels_are_written_as_a_lexicon(ran, river, tmp_path):
    path = tmp_path / "labels.toml"

    result = ran("suggest", "lexicon", river, "--output", path)

    assert result.code == 0
    assert "embattled governor" in [term.name for term in read_lexicon(path).terms]
