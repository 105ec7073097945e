"""Filled sheets: what is refused, and the agreement, precision, recall and contrasts that come of the rest."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import InputError
from corpus_stats.evidence import EVIDENCE_COLUMNS
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.report.write import csv_bytes
from corpus_stats.studies.coding import coded_files, coding, coding_kit, read_coded
from corpus_stats.studies.coding.measures import Judged, judged_accuracy
from corpus_stats.tokens import tokenize

LEXICON = Lexicon((Term(("strongman",), "loaded"), Term(("general",), "rank")))
# Of Alpha's 10 sentences the lexicon finds 3 loaded ones, of Beta's 10 one.
TEXTS = {
    "a": ("Alpha", "The strongman spoke. " * 3 + "A warlord spoke. " + "The general left. " * 2 + "Ferries left. " * 4),
    "b": ("Beta", "The strongman spoke. " + "A warlord spoke. " + "The general left. " * 3 + "Ferries left. " * 5),
}


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Folder of a kit with all 20 sentences, for two coders, not filled."""
    corpus = Corpus([Document(name, text.strip(), outlet=outlet) for name, (outlet, text) in TEXTS.items()])
    for name, data in coding_kit(tokenize(corpus), LEXICON).files(csv_bytes).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def sheet(kit: Path, name: str) -> Path:
    return kit / "for_coders" / f"{name}.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def write_rows(path: Path, rows: list[dict[str, str]], separator: str = ",") -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)


def fill(kit: Path, coder: int = 1, *, loaded=("strongman", "warlord"), rank=("general",)) -> list[dict[str, str]]:
    """Fill a sheet: a sentence is loaded, or has a rank, where one of the words is in it."""
    path = sheet(kit, f"coder_{coder}")
    rows = rows_of(path)
    for row in rows:
        row["loaded"] = str(int(any(word in row["text"] for word in loaded)))
        row["rank"] = str(int(any(word in row["text"] for word in rank)))
    write_rows(path, rows)
    return rows


@pytest.fixture
def filled(kit: Path) -> Path:
    """The kit, filled by two coders who agree."""
    fill(kit, 1)
    fill(kit, 2)
    return kit


def row_of(table, category, group):
    return table[(table["category"] == category) & (table["group"] == group)].iloc[0]


# -------------------------------------------------------------------------------------------------------------- answers


def test_the_files_that_are_read_are_the_key_and_the_sheets_that_are_there(kit):
    write_rows(kit / "resolved.csv", fill(kit)[:1])
    sheet(kit, "coder_2").unlink()

    assert [path.name for path in coded_files(kit)] == ["key.json", "coder_1.csv", "resolved.csv"]


def test_recall_and_precision_of_an_outlet_are_those_counted_by_hand(filled):
    row = row_of(coding(filled).table, "loaded", "Alpha")

    # three strongmen found of four loaded sentences
    assert (row["n_sentences"], row["n_found"], row["n_coded"]) == (10, 3, 4)
    assert (row["precision"], row["recall"]) == (1, 0.75)


def test_recall_of_all_outlets_counts_every_sentence(filled):
    np.testing.assert_allclose(row_of(coding(filled).table, "loaded", "all")["recall"], 4 / 6, atol=1e-6)


def test_corrected_share_is_that_of_the_coders_where_all_were_coded(filled):
    row = row_of(coding(filled).table, "loaded", "Beta")

    assert (row["found_share"], row["share"], row["verdict"]) == (0.1, 0.2, "corrected")


def test_the_corrected_contrast_is_smaller_where_the_tool_misses_more_of_one_outlet(filled):
    contrast = row_of(coding(filled).contrasts, "loaded", "Alpha")

    assert (contrast["found_ratio"], contrast["ratio"]) == (3, 2)
    assert contrast["verdict"] == "corrected, for these texts only"


def test_there_is_no_interval_where_every_sentence_was_coded(filled):
    result = coding(filled)

    limits = [name for name in result.table if name.endswith(("_low", "_high"))]
    assert result.table[limits].isna().all(axis=None)
    assert result.contrasts[["low", "high"]].isna().all(axis=None)


def test_the_caution_does_not_speak_of_a_draw_where_every_sentence_was_coded(filled):
    assert (
        "Every sentence was coded: precision, recall and shares are those of these sentences, against what people"
        " coded, and have no interval. They tell nothing of other articles, and of no error of the coders."
    ) in coding(filled).cautions


def test_a_tool_that_finds_nothing_in_a_sample_may_have_a_recall_above_0():
    judged = Judged(
        found=np.zeros(8, dtype=bool),
        coded=np.array([1, 1, 1, 0, 0, 0, 0, 0.0]),
        weights=np.full(8, 5.0),
        strata=np.zeros(8, dtype=np.int64),
        totals=(0, 40),
    )
    recall = judged_accuracy(judged, level=0.95, resamples=100, seed=(0,)).recall

    # Clopper and Pearson, none of three: 1 - 0.025 ** (1 / 3)
    np.testing.assert_allclose([recall.estimate, recall.low, recall.high], [0, 0, 1 - 0.025 ** (1 / 3)])


def test_a_half_sample_is_weighted_to_the_whole(tmp_path):
    text = "The strongman spoke. " * 20 + "A warlord spoke. " * 8 + "Ferries left. " * 72
    corpus = Corpus([Document("a", text.strip(), outlet="A")])
    for name, data in coding_kit(tokenize(corpus), LEXICON, n=60, categories=["loaded"]).files(csv_bytes).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for coder in (1, 2):
        rows = rows_of(sheet(tmp_path, f"coder_{coder}"))
        for row in rows:
            row["loaded"] = str(int("strongman" in row["text"] or "warlord" in row["text"]))
        write_rows(sheet(tmp_path, f"coder_{coder}"), rows)
    missed = sum("warlord" in row["text"] for row in rows)

    row = coding(tmp_path).table.iloc[-1]

    # 20 found, all drawn; 40 of the 80 others, each for two
    np.testing.assert_allclose(row["recall"], 20 / (20 + 2 * missed), atol=1e-6)


def test_coders_who_agree_have_an_alpha_of_one(filled):
    table = coding(filled).agreement

    assert table["measure"].tolist()[:3] == ["percent agreement", "Cohen's kappa", "Krippendorff's alpha"]
    assert set(table["estimate"]) == {1.0}


def test_kappa_of_coders_who_differ_is_that_of_scikit_learn(kit):
    from sklearn.metrics import cohen_kappa_score

    first, second = fill(kit, 1), fill(kit, 2, loaded=("strongman",))

    found = coding(kit).agreement

    assert found["estimate"].tolist()[1] == pytest.approx(
        cohen_kappa_score([row["loaded"] for row in first], [row["loaded"] for row in second]), abs=1e-6
    )


def test_disagreements_are_listed_with_the_label_of_each_coder(kit):
    fill(kit, 1)
    fill(kit, 2, loaded=("strongman",))

    table = coding(kit).disagreements

    assert tuple(table.columns) == (*EVIDENCE_COLUMNS, "sentence", "category", "coder_1", "coder_2")
    assert (
        table[["text", "category", "coder_1", "coder_2"]].to_numpy().tolist()
        == [["A warlord spoke.", "loaded", 1, 0]] * 2
    )


def test_a_label_on_which_two_differ_counts_by_half(kit):
    fill(kit, 1)
    fill(kit, 2, loaded=("strongman",))

    result = coding(kit)

    assert row_of(result.table, "loaded", "Alpha")["recall"] == pytest.approx(3 / 3.5, abs=1e-6)
    assert result.cautions[-1] == (
        "2 labels on which the coders differ count in part (a half where two differ); a sheet resolved.csv with "
        "agreed labels settles them."
    )


def test_a_resolved_sheet_settles_what_two_coders_differ_on(kit):
    rows = fill(kit, 1)
    fill(kit, 2, loaded=("strongman",))
    write_rows(sheet(kit, "resolved"), [{**row, "rank": ""} for row in rows if "warlord" in row["text"]])

    assert row_of(coding(kit).table, "loaded", "Alpha")["recall"] == 0.75


def test_what_is_unresolved_is_a_sheet_to_fill(kit):
    fill(kit, 1)
    fill(kit, 2, loaded=("strongman",))

    table = coding(kit).unresolved

    assert table[["text", "loaded", "rank"]].astype(object).to_numpy().tolist() == [["A warlord spoke.", pd.NA, 0]] * 2


def test_a_filled_sheet_of_the_unresolved_resolves_them(kit):
    fill(kit, 1)
    fill(kit, 2, loaded=("strongman",))
    table = coding(kit).unresolved
    sheet(kit, "resolved").write_bytes(csv_bytes(table.fillna(0)))

    result = coding(kit)

    assert (len(result.unresolved), row_of(result.table, "loaded", "Alpha")["recall"]) == (0, 1)


def test_errors_of_the_tool_are_the_hits(kit):
    for coder in (1, 2):
        fill(kit, coder, rank=())

    hits = coding(kit).hits

    assert hits.groupby(["category", "error"]).size().to_dict() == {
        ("loaded", "missed"): 2,
        ("rank", "found wrongly"): 5,
    }


def test_hits_point_at_the_characters(filled):
    hits = coding(filled).hits

    assert [TEXTS[d][1][s:e] for d, s, e in zip(hits["document"], hits["start"], hits["end"], strict=True)] == list(
        hits["text"]
    )


def test_one_coder_gives_accuracy_and_no_agreement(kit):
    fill(kit, 1)
    sheet(kit, "coder_2").unlink()

    result = coding(kit)

    assert (len(result.agreement), row_of(result.table, "loaded", "Alpha")["recall"]) == (0, 0.75)
    assert result.cautions[-2:] == (
        "1 of 2 sheets are there: coder_1.",
        "One person coded: nothing is known of how far others would agree.",
    )


def test_three_coders_have_the_kappa_of_fleiss(tmp_path):
    corpus = Corpus([Document("a", TEXTS["a"][1].strip(), outlet="A")])
    for name, data in coding_kit(tokenize(corpus), LEXICON, coders=3).files(csv_bytes).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for coder in (1, 2, 3):
        fill(tmp_path, coder, loaded=("strongman", "warlord")[: 1 + coder % 2])

    table = coding(tmp_path).agreement

    # 9 sentences alike; 1 with one pair of three: yes 11 of 30
    chance = (11**2 + 19**2) / 30**2
    assert table["measure"].tolist()[1] == "Fleiss' kappa"
    assert table["estimate"].tolist()[:2] == pytest.approx([28 / 30, (28 / 30 - chance) / (1 - chance)], abs=1e-6)


def test_a_low_alpha_is_called_so(kit):
    fill(kit, 1)
    fill(kit, 2, loaded=("Ferries",))

    assert any("alpha of loaded is -0." in caution for caution in coding(kit).cautions)


def test_a_category_never_coded_yes_is_not_corrected(kit):
    for coder in (1, 2):
        fill(kit, coder, rank=())

    assert row_of(coding(kit).table, "rank", "Beta")["verdict"] == "not corrected: no sentence was coded yes"


def test_a_category_that_the_tool_misses_altogether_is_not_corrected(kit):
    for coder in (1, 2):
        fill(kit, coder, rank=("Ferries",))

    assert row_of(coding(kit).table, "rank", "Beta")["verdict"] == "not corrected: recall + specificity - 1 is -0.60"


def test_empty_labels_count_neither_as_yes_nor_as_no(filled):
    for coder in (1, 2):
        rows = rows_of(sheet(filled, f"coder_{coder}"))
        write_rows(
            sheet(filled, f"coder_{coder}"),
            [{**row, "loaded": "" if "warlord" in row["text"] else row["loaded"]} for row in rows],
        )

    result = coding(filled)

    assert (row_of(result.table, "loaded", "all")["n_sentences"], row_of(result.table, "loaded", "all")["recall"]) == (
        18,
        1,
    )
    assert "4 of 80 labels were left empty: they count neither as yes nor as no." in result.cautions


def test_outlets_of_one_article_are_called_so(filled):
    assert coding(filled).cautions[0].startswith("E-N1: Each of Alpha and Beta is represented by 1 article.")


def test_the_same_sheets_give_the_same_answer(filled):
    first, second = coding(filled), coding(filled)

    assert first.table.equals(second.table)
    assert first.contrasts.equals(second.contrasts)


# --------------------------------------------------------------------------------------------------------------- sheets


def test_semicolons_another_order_and_decimals_are_read(filled):
    path = sheet(filled, "coder_1")
    rows = [{**row, "loaded": f"{row['loaded']}.0", "rank": f" {row['rank']} "} for row in reversed(rows_of(path))]
    write_rows(path, rows, separator=";")

    assert set(coding(filled).agreement["estimate"]) == {1.0}


def test_a_sheet_saved_as_xlsx_is_read(filled):
    openpyxl = pytest.importorskip("openpyxl")
    path = sheet(filled, "coder_2")
    book = openpyxl.Workbook()
    rows = rows_of(path)
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append([int(cell) if cell in ("0", "1") else cell for cell in row.values()])
    book.save(path.with_suffix(".xlsx"))
    path.unlink()

    assert set(coding(filled).agreement["estimate"]) == {1.0}


def test_a_category_that_looks_like_a_formula_comes_back(tmp_path):
    lexicon = Lexicon((Term(("strongman",), "=loaded"),))
    corpus = Corpus([Document("a", TEXTS["a"][1].strip(), outlet="A")])
    for name, data in coding_kit(tokenize(corpus), lexicon, coders=1).files(csv_bytes).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    rows = rows_of(sheet(tmp_path, "coder_1"))
    write_rows(sheet(tmp_path, "coder_1"), [{**row, "'=loaded": "1"} for row in rows])

    assert read_coded(tmp_path).truth.tolist() == [[1.0]] * 10


def broken(kit: Path, change) -> str:
    """Message for a first sheet whose rows were changed."""
    path = sheet(kit, "coder_1")
    write_rows(path, change(rows_of(path)))
    with pytest.raises(InputError) as raised:
        read_coded(kit)
    return str(raised.value).removeprefix(f"{path}")


def test_another_label_is_refused_with_its_place(filled):
    def change(rows):
        rows[3]["rank"] = "yes"
        return rows

    assert (
        broken(filled, change) == ", row 5, column 'rank': 'yes' is no label; write 1 (yes), 0 (no), or leave it empty"
    )


def test_a_missing_row_is_refused(filled):
    assert broken(filled, lambda rows: [row for row in rows if row["sentence"] != "s07"]) == (
        ": sentence 's07' has no row; the sheet keeps all 20 sentences, coded or not"
    )


def test_many_missing_rows_are_counted(filled):
    assert broken(filled, lambda rows: rows[5:]) == (
        ": sentences 's01', 's02', 's03' and 2 more have no row; the sheet keeps all 20 sentences, coded or not"
    )


def test_an_unknown_sentence_is_refused_with_its_place(filled):
    def change(rows):
        rows[0]["sentence"] = "s99"
        return rows

    assert broken(filled, change) == ", row 2, column 'sentence': sentence 's99' is not in the key; it has s01 to s20"


def test_a_sentence_that_stands_twice_is_refused(filled):
    assert broken(filled, lambda rows: [*rows, rows[2]]) == (
        ", row 22, column 'sentence': sentence 's03' stands already in row 4; keep one"
    )


def test_a_missing_column_is_refused(filled):
    def change(rows):
        return [{name: cell for name, cell in row.items() if name != "rank"} for row in rows]

    assert broken(filled, change) == ", row 1: there is no column 'rank'; keep the first row as it was written"


def test_a_sheet_that_nobody_filled_is_refused(kit):
    assert broken(kit, lambda rows: rows) == ": no label is filled in; write 1 or 0 under loaded, rank"


def test_a_folder_without_sheets_is_refused(kit):
    for coder in (1, 2):
        sheet(kit, f"coder_{coder}").unlink()

    with pytest.raises(InputError) as raised:
        read_coded(kit)

    assert str(raised.value) == (
        f"{kit / 'for_coders'}: there is no sheet coder_1.csv or .xlsx; put the filled ones there"
    )


def test_two_sheets_of_one_coder_are_refused(filled):
    copy = filled / "coder_1.csv"
    copy.write_bytes(sheet(filled, "coder_1").read_bytes())

    with pytest.raises(InputError) as raised:
        read_coded(filled)

    assert str(raised.value) == f"{copy}: {sheet(filled, 'coder_1')} is there too; keep one sheet of coder_1"


WRITTEN = "name the folder that corpus-stats coding export wrote"


def kit_refusal(folder) -> str:
    with pytest.raises(InputError) as raised:
        read_coded(folder)
    return str(raised.value)


def test_a_folder_that_is_no_kit_is_refused(tmp_path):
    assert kit_refusal(tmp_path) == f"{tmp_path}: this folder holds no key.json, and is no coding kit; {WRITTEN}"


def test_the_folder_of_the_coders_is_refused_with_the_one_above(filled):
    folder = filled / "for_coders"
    folder.mkdir(exist_ok=True)

    assert kit_refusal(folder) == (
        f"{folder}: this folder holds no key.json, and is no coding kit; {WRITTEN}; that is {filled}"
    )


def test_a_kit_that_is_not_there_is_refused(tmp_path):
    assert kit_refusal(tmp_path / "kit") == f"{tmp_path / 'kit'}: there is no such folder; {WRITTEN}"


def test_a_file_in_place_of_a_kit_is_refused(tmp_path):
    (tmp_path / "kit.zip").write_bytes(b"PK")

    assert kit_refusal(tmp_path / "kit.zip") == f"{tmp_path / 'kit.zip'}: this is a file; {WRITTEN}"


def without(*names):
    def change(key):
        inner = key
        for name in names[:-1]:
            inner = inner[name]
        del inner[names[-1]]
        return key

    return change


def with_value(value, *names):
    def change(key):
        inner = key
        for name in names[:-1]:
            inner = inner[name]
        inner[names[-1]] = value
        return key

    return change


@pytest.mark.parametrize(
    "change",
    [
        without("corpus_stats"),
        without("strata"),
        without("settings", "coders"),
        without("sentences", 0),
        without("totals", 0),
        without("totals", 0, "found rank"),
        with_value("coding kit 9", "corpus_stats"),
        with_value([], "sentences"),
        with_value("s01", "sentences", 1, "sentence"),
        with_value(-1, "sentences", 1, "stratum"),
        with_value(0, "strata", 0, "n_sentences"),
        with_value("many", "strata", 0, "n_drawn"),
        with_value("Gamma", "sentences", 0, "group"),
        with_value(None, "sentences", 0, "found"),
        lambda key: [key],
    ],
)
def test_a_key_that_was_damaged_is_refused(filled, change):
    path = filled / "key.json"
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8-sig")))), encoding="utf-8")

    with pytest.raises(InputError) as raised:
        read_coded(filled)

    assert str(raised.value) == (
        f"{path}: this is no key of a coding kit; name the folder that corpus-stats coding export wrote"
    )
