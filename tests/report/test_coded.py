"""A report beside what people coded: what it says then, and what it refuses."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from corpus_stats.errors import InputError, OutputError, SpecificationError
from corpus_stats.lexicon import read_lexicon
from corpus_stats.preparation import read_corpus
from corpus_stats.report.build import Report, report_contents
from corpus_stats.report.contents import Section, Table
from corpus_stats.report.write import write_coding_kit
from corpus_stats.studies.coding import CodingKit, coding_kit
from corpus_stats.tokens import tokenize

ARTICLES = "name,outlet,text\n" + "".join(
    f"{outlet[0]}{i},{outlet},The strongman spoke. A warlord spoke. The general left. Ferries left. Crews slept.\n"
    for outlet in ("Alpha", "Beta")
    for i in range(2)
)
LEXICON = """
[[term]]
term = "strongman"
category = "loaded"

[[term]]
term = "general"
category = "rank"
"""
SPECIFICATION = """
title = "Coded"
corpus = "articles.csv"
lexicon = "lexicon.toml"
coded = "kit"

[[section]]
analysis = "framing"
random_lists = 19

[[section]]
analysis = "lexicon_health"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with four articles, a lexicon, a specification, and a kit whose sheets two people filled alike."""
    folder = tmp_path_factory.mktemp("coded")
    (folder / "articles.csv").write_text(ARTICLES, encoding="ascii")
    (folder / "lexicon.toml").write_text(LEXICON, encoding="ascii")
    (folder / "r.toml").write_text(SPECIFICATION, encoding="ascii")
    write_coding_kit(drawn(folder), folder / "kit")
    for coder in (1, 2):
        path = folder / f"kit/for_coders/coder_{coder}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        for row in rows:
            row["loaded"] = str(int("strongman" in row["text"] or "warlord" in row["text"]))
            row["rank"] = str(int("general" in row["text"]))
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def report(project: Path) -> Report:
    return report_contents(project / "r.toml")


def drawn(folder: Path) -> CodingKit:
    return coding_kit(tokenize(read_corpus(folder / "articles.csv")), read_lexicon(folder / "lexicon.toml"))


def table(section: Section, name: str) -> Table:
    return next(table for table in section.tables if table.name.endswith(f"-{name}"))


def rows(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def changed(project: Path, folder: Path, **changes: str) -> Path:
    """Specification in another folder, with all that it names in the first one, and some keys changed."""
    keys = {name: f"{project.as_posix()}/{path}" for name, path in
            {"corpus": "articles.csv", "lexicon": "lexicon.toml", "coded": "kit"}.items()}  # fmt: skip
    lines = [f'{key} = "{value}"' for key, value in {**keys, **changes}.items() if value]
    path = folder / "r.toml"
    path.write_text('title = "x"\n' + "\n".join(lines) + '\n[[section]]\nanalysis = "design"\n', encoding="utf-8")
    return path


def test_what_people_coded_takes_the_place_of_not_validated(report: Report):
    sentences = ["".join(map(str, sentence)) for sentence in report.sections[0].lead]

    assert "By sentences that people coded, precision is 1.00 and recall is 0.67." in sentences[1]
    assert not [text for text in (*sentences, *report.sections[1].cautions) if "The lexicon is not validated" in text]


def test_shares_are_not_corrected_by_what_was_coded_for_another_lexicon(project: Path, tmp_path: Path):
    revised = LEXICON.replace('"strongman"', '"strong man"')
    (tmp_path / "lexicon.toml").write_text(revised, encoding="ascii")
    path = changed(project, tmp_path, lexicon=(tmp_path / "lexicon.toml").as_posix())
    path.write_text(path.read_text(encoding="utf-8").replace('"design"', '"framing"'), encoding="utf-8")
    section = report_contents(path).sections[0]

    assert revised != LEXICON
    assert not [one.name for one in section.tables if one.name.endswith("-coded")]
    assert section.cautions[-1] == (
        "The coded sentences were drawn with another lexicon, or with this one before it changed: shares and"
        " differences are not corrected by them. Draw and code anew to correct those of this lexicon."
    )


def test_precision_recall_and_corrected_shares_stand_beside_the_counts(report: Report):
    found = rows(table(report.sections[0], "coded"))

    # Of Alpha's ten sentences two are found loaded, and four are coded so.
    assert found[0][:-1] == ["loaded", "Alpha", "10", "2", "4", "1.00", "0.50", "0.200", "0.40"]


def test_the_category_leads_to_the_sentences_in_which_the_lexicon_errs(report: Report):
    section = report.sections[0]
    key = table(section, "coded").rows[0][0].evidence
    passages = next(evidence.passages for evidence in section.evidence if evidence.key == key)

    assert [(passage.document, passage.note) for passage in passages] == [(i, "missed") for i in range(4)]


def test_contrasts_are_given_as_found_and_corrected(report: Report):
    assert rows(table(report.sections[0], "contrasts"))[0][:4] == ["loaded", "Alpha", "1.00", "1.00"]


def test_the_agreement_of_the_coders_stands_with_the_health_of_the_lexicon(report: Report):
    found = rows(table(report.sections[1], "agreement"))

    assert [row[1] for row in found[:3]] == ["percent agreement", "Cohen's kappa", "Krippendorff's alpha"]
    assert all(row[2].startswith("1.00") for row in found)


def test_what_was_coded_is_an_input_of_the_manifest(report: Report):
    assert [name for name in report.manifest["inputs"] if name.startswith("coded: ")] == [
        "coded: coder_1.csv",
        "coded: coder_2.csv",
        "coded: key.json",
    ]


def test_without_a_coded_sample_the_lexicon_is_not_validated(project: Path, tmp_path: Path):
    path = changed(project, tmp_path, coded="")
    path.write_text(path.read_text().replace('"design"', '"lexicon_health"'))
    section = report_contents(path).sections[0]

    assert "The lexicon is not validated on this corpus" in section.cautions[0]


def test_coded_sentences_need_a_lexicon(project: Path, tmp_path: Path):
    path = changed(project, tmp_path, lexicon="")
    message = f'{path}: coded: people coded for a lexicon; write lexicon = "lexicon.toml"'
    with pytest.raises(SpecificationError) as caught:
        report_contents(path)

    assert str(caught.value) == message


def test_sentences_of_other_articles_are_refused(project: Path, tmp_path: Path):
    (tmp_path / "other.csv").write_text(ARTICLES.replace("Crews", "Masters"), encoding="ascii")
    path = changed(project, tmp_path, corpus="other.csv")
    with pytest.raises(SpecificationError) as caught:
        report_contents(path)

    assert str(caught.value) == (
        f"{path}: coded: the coded sentences are of another corpus, or of this one before it changed; draw and code"
        " them again"
    )


def test_a_folder_without_a_kit_is_refused(project: Path, tmp_path: Path):
    with pytest.raises(InputError, match=r": this folder holds no key\.json, and is no coding kit; "):
        report_contents(changed(project, tmp_path, coded=tmp_path.as_posix()))


# ---------------------------------------------------------------------------------------------------------------- kits


def test_a_kit_is_written_with_what_is_for_the_coders_apart(project: Path, tmp_path: Path):
    written = write_coding_kit(drawn(project), tmp_path / "new")

    assert [path.relative_to(tmp_path / "new").as_posix() for path in written] == [
        "for_coders/codebook.csv",
        "for_coders/coder_1.csv",
        "for_coders/coder_2.csv",
        "for_coders/instructions.txt",
        "key.json",
    ]
    assert all(path.is_file() for path in written)


def test_filled_sheets_are_never_written_over(project: Path):
    before = (project / "kit/for_coders/coder_1.csv").read_bytes()
    with pytest.raises(OutputError, match=r"kit: the folder is not empty; name a new one, or an empty one$"):
        write_coding_kit(drawn(project), project / "kit")

    assert (project / "kit/for_coders/coder_1.csv").read_bytes() == before


def test_a_kit_is_not_written_in_place_of_a_file(project: Path, tmp_path: Path):
    (tmp_path / "kit").write_text("mine")
    with pytest.raises(OutputError, match=r"kit: this is a file; name a folder$"):
        write_coding_kit(drawn(project), tmp_path / "kit")
