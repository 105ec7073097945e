"""What a specification may say, and how a wrong one is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.errors import SpecificationError
from corpus_stats.report.spec import ANALYSES, Request, read_specification, schema, specification_text

HEAD = 'title = "T"\ncorpus = "../seeds"\n'
KEYNESS = '[[section]]\nanalysis = "keyness"\n'
TOPICS = '[[section]]\nanalysis = "topics"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "r.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    path = written(folder, text)
    with pytest.raises(SpecificationError) as caught:
        read_specification(path)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{path}: ")


WRONG = [
    (f'{HEAD}lexikon = "x"\n{TOPICS}', "top level: unknown key 'lexikon'; did you mean 'lexicon'?"),
    (f"{HEAD}{TOPICS}methd = 'lda'\n", "section 1 (topics): unknown key 'methd'; did you mean 'method'?"),
    (f"{HEAD}{TOPICS}[columns]\noutlat = 'x'\n", "columns: unknown key 'outlat'; did you mean 'outlet'?"),
    (f"{HEAD}[[section]]\nanalysis = 'framin'\n", "section 1: analysis 'framin' is unknown; did you mean 'framing'?"),
    (f"{HEAD}seed = 'x'\n{TOPICS}", "seed: found 'x'; the value should be a valid integer"),
    (f"{HEAD}{TOPICS}k = 0\n", "section 1 (topics), k: found 0; the value should be greater than or equal to 1"),
    (f"{HEAD}{TOPICS}k = true\n", "section 1 (topics), k: found True; the value should be a valid integer"),
    (HEAD, "top level: 'section' is missing"),
    (f"{HEAD}[[section]]\nk = 2\n", f"section 1: 'analysis' is missing; it is one of {', '.join(sorted(ANALYSES))}"),
    (f"title = 'T'\n{TOPICS}", "top level: 'corpus' is missing"),
    (f"titel = 'T'\ncorpus = 'c'\n{TOPICS}", "top level: unknown key 'titel'; did you mean 'title'?"),
    (
        f"{HEAD}[[section]]\nanalysis = 'collocation'\nnod = 'x'\n",
        "section 1 (collocation): unknown key 'nod'; did you mean 'node'?",
    ),
    (f"{HEAD}[[section]]\nanalysis = 'robustness'\ngroup = 'x'\n", "section 1 (robustness): 'finding' is missing"),
    (f"{HEAD}lexikon = 'x'\n[[section]]\nanalysis = 'collocation'\n", "section 1 (collocation): 'node' is missing"),
    (
        f"{HEAD}{KEYNESS}margin = [0.5, 'x']\n",
        "section 1 (keyness), margin, 1: found 'x'; the value should be a valid number",
    ),
    (f"{HEAD}{KEYNESS}prior = -1\n", "section 1 (keyness), prior: found -1; the value should be greater than 0"),
    (
        f"{HEAD}{KEYNESS}resamples = 0\n",
        "section 1 (keyness), resamples: found 0; the value should be greater than or equal to 1",
    ),
    (
        f"{HEAD}[[section]]\nanalysis = 'dispersion'\nterms = 'x'\n",
        "section 1 (dispersion), terms: found 'x'; the value should be a valid tuple",
    ),
    ("title = ", "this is no TOML: invalid value (at end of document)"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_specification_is_refused_with_place_and_remedy(tmp_path: Path, text: str, message: str):
    assert refusal(tmp_path, text) == message


def test_a_specification_that_is_not_there_is_refused(tmp_path: Path):
    path = tmp_path / "none.toml"

    with pytest.raises(SpecificationError) as caught:
        read_specification(path)
    assert str(caught.value) == f"{path}: the specification cannot be read: No such file or directory"


def test_a_specification_that_is_no_utf8_is_refused_with_the_byte(tmp_path: Path):
    path = tmp_path / "r.toml"
    path.write_bytes(b'title = "\xff"')

    with pytest.raises(SpecificationError) as caught:
        read_specification(path)
    assert str(caught.value) == f"{path}: byte 9 is not UTF-8; a specification is TOML in UTF-8"


def test_every_default_is_filled(tmp_path: Path):
    settings = read_specification(written(tmp_path, HEAD + TOPICS)).settings()

    assert settings["section"] == [{"analysis": "topics", "title": None, "note": None, "k": None, "method": "nmf"}]
    assert (settings["by"], settings["seed"], settings["share"], settings["share_paper"]) == ("outlet", 0, False, True)


def test_paths_are_relative_to_the_file(tmp_path: Path):
    specification = read_specification(written(tmp_path, f'lexicon = "l.toml"\n{HEAD}{TOPICS}'))

    assert (specification.corpus, specification.lexicon) == (tmp_path.parent / "seeds", tmp_path / "l.toml")


def test_references_of_sections_are_relative_to_the_file_and_named_once(tmp_path: Path):
    text = HEAD + 2 * f"{KEYNESS}reference = 'l.csv'\n" + KEYNESS

    assert read_specification(written(tmp_path, text)).references == (tmp_path / "l.csv",)


def test_report_and_lock_stand_beside_the_file(tmp_path: Path):
    specification = read_specification(written(tmp_path, HEAD + TOPICS))

    assert (specification.folder, specification.lock) == (tmp_path / "r", tmp_path / "r.lock.json")


@given(st.text(min_size=1), st.text(max_size=20))
def test_what_is_written_down_reads_back_the_same(title: str, pattern: str):
    section = [
        {"analysis": "concordance", "pattern": f"x{pattern}"},
        {"analysis": "topics", "k": 3},
        {"analysis": "dispersion", "terms": [f"x{pattern}", "y"]},
        {"analysis": "keyness", "margin": [0.25, 4]},
    ]
    try:
        request = Request.model_validate(
            {"title": title, "corpus": "c", "section": section, "columns": {"text": title}}
        )
    except ValueError:
        # Half of a surrogate pair is no text: pydantic refuses it.
        assert any("\ud800" <= c <= "\udfff" for c in title + pattern)
        return
    text = specification_text(request.model_dump(mode="json"))

    assert Request.model_validate(tomllib.loads(text)) == request


def test_the_schema_refuses_unknown_keys_and_lists_every_analysis():
    found = schema()
    tags = found["properties"]["section"]["items"]["discriminator"]["mapping"]

    assert (found["additionalProperties"], sorted(tags)) == (False, sorted(ANALYSES))


@pytest.mark.parametrize(
    ("actor", "found"), [('"Omar"', "Omar"), ('["Omar", "Lee"]', ("Omar", "Lee"))], ids=["one", "several"]
)
def test_labels_are_asked_for_of_one_actor_or_several(actor: str, found: object, tmp_path: Path):
    (tmp_path / "r.toml").write_text(f'{HEAD}[[section]]\nanalysis = "labels"\nactor = {actor}\n', encoding="utf-8")
    (section,) = read_specification(tmp_path / "r.toml").request.section

    assert section.model_dump()["actor"] == found


def test_the_words_of_a_voice_that_there_is_not_are_refused(tmp_path: Path):
    text = f'{HEAD}[[section]]\nanalysis = "framing"\nvoices = ["nobody"]\n'
    (tmp_path / "r.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SpecificationError) as caught:
        read_specification(tmp_path / "r.toml")
    assert str(caught.value) == (
        f"{tmp_path / 'r.toml'}: section 1 (framing), voices, 0: found 'nobody'; the value should be 'outlet',"
        " 'fragment', 'quoted' or 'paraphrase'"
    )
