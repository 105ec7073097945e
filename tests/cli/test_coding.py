from __future__ import annotations

import csv
import io
import json
import os
import re

import pytest

KIT = ["for_coders/codebook.csv", "for_coders/coder_1.csv", "for_coders/coder_2.csv", "for_coders/instructions.txt"]


@pytest.fixture
def kit(ran, articles, lexicon, tmp_path):
    """Folder of a kit with all sentences of the four articles, its sheets filled but for one label alike."""
    folder = tmp_path / "kit"
    assert ran("coding", "export", articles, "--lexicon", lexicon, "--output", folder).code == 0
    for coder in (1, 2):
        path = folder / f"for_coders/coder_{coder}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        for row in rows:
            row["loaded"] = str(int("strongman" in row["text"] or "rogue" in row["text"]))
            row["rank"] = str(int("commander" in row["text"] or (coder == 2 and "general spoke" in row["text"])))
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_export_writes_sheets_codebook_instructions_and_key(ran, articles, lexicon, tmp_path):
    folder = tmp_path / "kit"
    lines = ran("coding", "export", articles, "--lexicon", lexicon, "--output", folder, "--coders", 2).out.splitlines()

    written = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert written == [*KIT, "key.json"]
    assert lines[: len(written)] == [str(folder / name) for name in written]


def test_export_says_how_many_sentences_were_drawn(ran, articles, lexicon, tmp_path):
    out = ran("coding", "export", articles, "--lexicon", lexicon, "--output", tmp_path / "kit").out

    assert "All 7 sentences: 4 in which the lexicon finds something, 3 in which it does not." in out


def test_the_same_seed_gives_the_same_files(ran, many, tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("term,category\nferries,loaded\n", encoding="utf-8")
    for name in ("one", "two"):
        ran("coding", "export", many, "--lexicon", terms, "--output", tmp_path / name, "--n", 12, "--seed", 3)

    assert [(tmp_path / "one" / name).read_bytes() for name in (*KIT, "key.json")] == [
        (tmp_path / "two" / name).read_bytes() for name in (*KIT, "key.json")
    ]


def test_a_folder_with_something_in_it_is_refused_and_left_alone(ran, articles, lexicon, tmp_path):
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")

    result = ran("coding", "export", articles, "--lexicon", lexicon, "--output", folder)

    message = f"corpus-stats: {folder}: the folder is not empty; name a new one, or an empty one\n"
    assert (result.code, result.err) == (2, message)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_a_file_in_place_of_the_folder_is_refused(ran, articles, lexicon, tmp_path):
    (tmp_path / "kit").write_text("")

    result = ran("coding", "export", articles, "--lexicon", lexicon, "--output", tmp_path / "kit")

    assert (result.code, result.err) == (2, f"corpus-stats: {tmp_path / 'kit'}: this is a file; name a folder\n")


def test_a_refused_sample_writes_nothing(ran, many, lexicon, tmp_path):
    result = ran("coding", "export", many, "--lexicon", lexicon, "--output", tmp_path / "kit", "--n", 1)

    assert result.code == 2
    assert result.err.splitlines()[-1] == (
        "corpus-stats: n is 1; the sentences fall into 2 strata, and at least one of each is drawn: give 2 or more"
    )
    assert not (tmp_path / "kit").exists()


def test_a_kit_inside_the_articles_is_refused(ran, seeds):
    result = ran("coding", "export", seeds, "--output", seeds / "kit")

    assert result.code == 2
    assert result.err.splitlines()[-1].startswith(f"corpus-stats: {seeds / 'kit'}: the output lies inside the corpus")
    assert not (seeds / "kit").exists()


def test_import_shows_agreement_accuracy_and_contrasts(ran, kit):
    out = ran("coding", "import", kit).out

    heads = [
        "How far the coders agree",
        "How far the lexicon agrees with them, by sentences",
        "Each group against the others: ratio of the shares of sentences",
    ]
    assert [line for line in out.splitlines() if line in heads] == heads
    assert "On 1 label the coders differ; --show disagreements lists them." in out


def test_import_gives_precision_and_recall_as_json(ran, kit):
    answer = ran("coding", "import", kit, "--format", "json").json
    row = next(row for row in answer["table"] if (row["category"], row["group"]) == ("loaded", "all"))

    assert (row["n_sentences"], row["precision"], row["recall"]) == (7, 1, 1)


def test_import_lists_the_disagreements(ran, kit, tmp_path):
    path = tmp_path / "open.csv"
    ran("coding", "import", kit, "--show", "disagreements", "--output", path)

    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [(row["text"], row["category"], row["coder_1"], row["coder_2"]) for row in rows] == [
        ("The general spoke in the town.", "rank", "0", "1")
    ]


def test_the_sheet_of_the_unresolved_can_be_written_into_the_kit_and_is_read_there(ran, kit):
    path = kit / "resolved.csv"
    ran("coding", "import", kit, "--show", "unresolved", "--output", path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "1\n", encoding="utf-8")

    answer = ran("coding", "import", kit, "--show", "unresolved", "--format", "json").json

    assert [(row["text"], row["loaded"], row["rank"]) for row in rows] == [("The general spoke in the town.", "0", "")]
    assert answer["table"] == []


def test_import_shows_as_many_rows_of_each_answer_as_asked_for(ran, kit):
    lines = ran("coding", "import", kit, "--rows", 1).out.splitlines()
    heads = [i for i, line in enumerate(lines) if line.startswith("category ")]

    # Six measures of agreement, six rows of accuracy, four contrasts: the first of each stands under its heading.
    assert [lines[i + 3] for i in heads] == [f"{n} more rows; --rows 0 shows all." for n in (5, 5, 3)]


def test_import_shows_all_rows_with_0(ran, kit):
    out = ran("coding", "import", kit, "--rows", 0).out

    assert "more rows" not in out
    assert sum(line.startswith(("loaded ", "rank ")) for line in out.splitlines()) == 6 + 6 + 4


def test_import_shows_as_many_rows_of_one_answer_as_asked_for(ran, kit):
    out = ran("coding", "import", kit, "--show", "agreement", "--rows", 2).out

    assert sum(line.startswith(("loaded", "rank")) for line in out.splitlines()) == 2
    assert "4 more rows; --rows 0 shows all." in out


def test_fewer_than_no_rows_are_refused(ran, kit):
    result = ran("coding", "import", kit, "--rows", -1)

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        "corpus-stats: --rows: -1 is out of range; give 0 or more (corpus-stats coding import --help shows an example)"
    )


def test_import_gives_the_agreement_as_json(ran, kit):
    answer = ran("coding", "import", kit, "--show", "agreement", "--format", "json").json

    assert [row["measure"] for row in answer["table"]][:3] == [
        "percent agreement", "Cohen's kappa", "Krippendorff's alpha"
    ]  # fmt: skip


def test_import_does_not_write_over_the_sheets(ran, kit):
    path = kit / "for_coders/coder_1.csv"
    before = path.read_bytes()

    result = ran("coding", "import", kit, "--output", path)

    assert (result.code, result.err) == (2, f"corpus-stats: {path}: this is a file of the kit; name another\n")
    assert path.read_bytes() == before


def test_a_wrong_label_is_one_line(ran, kit):
    path = kit / "for_coders/coder_2.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",0,0,", ",0,2,", 1), encoding="utf-8")

    result = ran("coding", "import", kit)

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert "'2' is no label; write 1 (yes), 0 (no), or leave it empty" in result.err


def test_a_folder_without_a_key_is_one_line(ran, tmp_path):
    result = ran("coding", "import", tmp_path)

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path}: this folder holds no key.json, and is no coding kit; name the folder that"
        " corpus-stats coding export wrote\n",
    )


def test_the_key_names_no_place_on_this_machine(kit, tmp_path):
    assert str(tmp_path) not in json.dumps(json.loads((kit / "key.json").read_text(encoding="ascii")))


def test_half_a_command_names_the_whole(ran):
    assert ran("coding").err == "corpus-stats: unknown command 'coding'; did you mean 'coding import'?\n"


def test_a_kit_where_nothing_can_be_written_is_refused(ran, articles, lexicon, tmp_path, refused):
    refused(tmp_path, os.W_OK)

    assert ran("coding", "export", articles, "--lexicon", lexicon, "--output", tmp_path / "k").err == (
        f"corpus-stats: {tmp_path / 'k'}: nothing can be written in {tmp_path}: permission denied; name another"
        " folder\n"
    )


def test_a_kit_that_cannot_be_read_is_refused(ran, kit, refused):
    refused(kit, os.R_OK)

    assert ran("coding", "import", kit).err == (
        f"corpus-stats: {kit}: the folder cannot be read: permission denied; name the folder that corpus-stats coding"
        " export wrote\n"
    )


def test_a_report_of_articles_takes_what_people_coded(ran, articles, lexicon, kit, tmp_path):
    result = ran("report", articles, "--lexicon", lexicon, "--coded", kit, "--output", tmp_path / "out")

    assert result.code == 0
    assert 'coded = "../kit"' in (tmp_path / "out" / "specification.toml").read_text()
    assert "How far the coders agree" in (tmp_path / "out" / "index.html").read_text()


def test_what_people_coded_needs_the_lexicon_that_it_was_coded_for(ran, articles, kit, tmp_path):
    result = ran("report", articles, "--coded", kit, "--output", tmp_path / "out")

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        "corpus-stats: --coded is given without a lexicon; people coded for one: name it with --lexicon FILE"
    )
    assert not (tmp_path / "out").exists()


def test_what_people_coded_for_another_corpus_is_refused(ran, many, lexicon, kit, tmp_path):
    result = ran("report", many, "--lexicon", lexicon, "--coded", kit, "--output", tmp_path / "out")

    assert (result.code, result.out, (tmp_path / "out").exists()) == (2, "", False)
    assert re.search(
        r"coded: the coded sentences were drawn from \d+ articles, and here are \d+(: \S+ is not among them)?; take"
        r" the same articles \(--skip-other-languages sets some aside, here or when they were drawn\), or draw and"
        r" code them again$",
        result.err.splitlines()[-1],
    )
