"""What the sections on labels, sides, sources and the lexicon say, and what stands behind their numbers."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import SpecificationError
from corpus_stats.lexicon import Actor, Lexicon, Role, Side, Term
from corpus_stats.report.contents import Section, Table
from corpus_stats.report.sections import Material, report_sections
from corpus_stats.report.spec import Request
from corpus_stats.tokens import tokenize

TEXTS = {
    "A": "Rogue general Khalid Omar took the town on Monday. Northern mercenaries fought beside him.",
    "B": "The mayor said on Monday that Omar was a tyrant. Southern fighters left the town.",
}
OMAR, LEE = Actor("Khalid Omar", ("Omar",), side="north"), Actor("Ann Lee", side="south")
ROLE = Role(
    "fighters", ("mercenar*", "fighter*"), (Side("north", cues=("northern",)), Side("south", cues=("southern",)))
)
TERMS = (Term(("rogue general",), "bad"), Term(("tyrant",), "bad"), Term(("hero",), "good"))
LEXICON = Lexicon(TERMS, (OMAR, LEE), roles=(ROLE,))


def corpus(**texts: str) -> Corpus:
    return Corpus(Document(name.lower(), text, outlet=name) for name, text in (texts or TEXTS).items())


def sections(
    articles: Corpus, *asked: dict[str, object], lexicon: Lexicon | None = LEXICON, **more: object
) -> list[Section]:
    request = Request.model_validate({"title": "T", "corpus": "c", "section": list(asked), **more})
    return list(report_sections(Material(request, articles, tokenize(articles), lexicon)))


def table(section: Section, name: str) -> Table:
    (found,) = [one for one in section.tables if one.name == name]
    return found


def rows(section: Section, name: str) -> list[dict[str, str]]:
    found = table(section, name)
    return [{c.name: cell.text for c, cell in zip(found.columns, row, strict=True)} for row in found.rows]


def behind(section: Section, name: str, row: int, column: str) -> list[str]:
    """Texts of the passages behind a number of a table."""
    found = table(section, name)
    (position,) = [i for i, one in enumerate(found.columns) if one.name == column]
    key = found.rows[row][position].evidence
    (evidence,) = [one for one in section.evidence if one.key == key]
    texts = list(TEXTS.values())
    return [texts[p.document][p.start : p.end] for p in evidence.passages]


def words(section: Section) -> str:
    return " ".join("".join(p if isinstance(p, str) else p.text for p in sentence) for sentence in section.lead)


# ------------------------------------------------------------------------------------------------------------- labels


def test_the_number_of_a_label_leads_to_its_passages():
    section = sections(corpus(), {"analysis": "labels", "actor": "Khalid Omar"})[0]

    assert [(row["label"], row["outlet"], row["n"]) for row in rows(section, "01-labels")] == [
        ("rogue general", "A", "1"),
        ("tyrant", "B", "1"),
    ]
    assert behind(section, "01-labels", 0, "n") == ["Rogue general"]
    assert behind(section, "01-labels", 1, "n_paraphrase") == ["tyrant"]


def test_references_lead_to_where_the_actor_is_named():
    section = sections(corpus(), {"analysis": "labels", "actor": "Khalid Omar"})[0]

    assert behind(section, "01-references", 1, "n_name") == ["Omar"]


def test_every_label_says_whose_words_it_is():
    section = sections(corpus(), {"analysis": "labels", "actor": ["Khalid Omar"]})[0]

    assert [row["voice"] for row in rows(section, "01-hits-lines")] == ["¶ own words", "≈ reported speech (the mayor)"]
    notes = {p.note for evidence in section.evidence for p in evidence.passages if p.kind == "term"}
    assert notes == {"rogue general: ¶ own words", "tyrant: ≈ reported speech (the mayor)"}


def test_reported_labels_are_counted_either_way():
    section = sections(corpus(), {"analysis": "labels", "actor": "Khalid Omar"})[0]

    assert words(section).startswith(
        "2 labels in 3 references to 1 actor: 1 in the outlets’ own words, 1 in reported speech, whose wording may be"
        " either’s: between 50 and 100 % are the outlets’ own."
    )


def test_without_a_name_the_actors_with_most_labels_are_shown():
    texts = TEXTS | {"C": "Ann Lee spoke."}
    shown = sections(corpus(**texts), {"analysis": "labels"}, {"analysis": "labels", "actors": 1})

    assert [set(one.data[f"0{i}-references"]["actor"]) for i, one in enumerate(shown[:2], start=1)] == [
        {"Khalid Omar", "Ann Lee"},
        {"Khalid Omar"},
    ]


def test_the_figure_names_the_sides_of_the_actors():
    section = sections(corpus(), {"analysis": "labels"})[0]

    assert [figure.name for figure in section.figures] == ["01-labels"]
    assert "not validated on this corpus" in section.figures[0].caption
    assert section.data["01-references"]["side"].tolist() == ["north", "north"]


def test_labels_without_an_actor_and_without_a_lexicon_say_what_to_write():
    with pytest.raises(SpecificationError) as caught:
        sections(corpus(), {"analysis": "labels"}, lexicon=None)
    assert str(caught.value) == (
        'section 1 (labels): no actor is named, and the articles refer to none of a lexicon; write actor = "..." or'
        " name a lexicon that has them"
    )


def test_an_actor_needs_no_lexicon():
    section = sections(corpus(), {"analysis": "labels", "actor": "Khalid Omar"}, lexicon=None)[0]

    assert behind(section, "01-labels", 0, "n") == ["Rogue general"]


GERMAN = (
    "Der General sagte am Montag, dass die Stadt nicht mehr in der Hand der Rebellen ist und dass sie nach dem Angriff"
    " der Truppen aus dem Norden mit dem Bürgermeister auf eine Lösung für das Land hoffen."
)


@pytest.mark.parametrize("analysis", ["labels", "attribution", "asymmetry"])
def test_an_article_in_german_is_refused_in_one_line(analysis: str):
    articles = Corpus([*corpus(), Document("g", GERMAN, outlet="G", language="de")])
    with pytest.raises(SpecificationError) as caught:
        sections(articles, {"analysis": analysis})
    kept, _ = sections(articles, {"analysis": analysis}, keep_going=True)

    assert str(caught.value).startswith(f"section 1 ({analysis}): g is in ")
    assert "\n" not in str(caught.value)
    assert kept.cautions[0].startswith("Not given: g is in ")
    assert not kept.figures


# ------------------------------------------------------------------------------------------------------ asymmetry


def test_shares_of_a_side_lead_to_its_mentions():
    section = sections(corpus(), {"analysis": "asymmetry"})[0]
    found = [(r["side"], r["outlet"], r["term"], r["n"], r["n_mentions"]) for r in rows(section, "01-asymmetry")]

    assert ("north", "A", "mercenar*", "1", "1") in found
    assert behind(section, "01-asymmetry", found.index(("north", "A", "mercenar*", "1", "1")), "n") == ["mercenaries"]
    assert [figure.name for figure in section.figures] == ["01-asymmetry"]


def test_roles_need_a_lexicon():
    with pytest.raises(SpecificationError) as caught:
        sections(corpus(), {"analysis": "asymmetry"}, lexicon=None)
    assert str(caught.value) == (
        "section 1 (asymmetry): roles and their sides stand in a lexicon, and none is named; write"
        ' lexicon = "lexicon.toml"'
    )


# ------------------------------------------------------------------------------------------------------ attribution


def test_a_source_leads_to_what_it_said():
    section = sections(corpus(), {"analysis": "attribution"})[0]
    found = rows(section, "01-attribution")

    assert [(r["source"], r["kind"], r["verb"], r["n"]) for r in found] == [("the mayor", "without a name", "say", "1")]
    assert [text.endswith("Omar was a tyrant") for text in behind(section, "01-attribution", 0, "n")] == [True]


def test_what_is_attributed_is_cut_in_a_copy_to_share():
    said = " ".join(f"word{i}" for i in range(40))
    section = sections(corpus(A=f"The mayor said that {said}."), {"analysis": "attribution"}, share=True)[0]

    assert {len(text.split()) for text in section.data["01-hits"]["text"]} == {26}


# ------------------------------------------------------------------------------------------------------ the lexicon


def test_the_health_of_the_lexicon_stands_once_and_its_validity_beside_all_its_counts():
    framing, labels, _ = sections(
        corpus(), {"analysis": "framing", "random_lists": 1}, {"analysis": "labels", "actor": "Khalid Omar"}
    )
    sentence = "Of the lexicon's 3 terms, 1 never occurs and 2 occur in one article only. It lacks 0 of the 2 labels"

    assert [sentence in words(framing), sentence in words(labels)] == [True, False]
    assert "not validated on this corpus" in words(framing)
    assert "The lexicon is not validated on this corpus" in words(labels)


def test_the_health_of_the_lexicon_stands_in_its_own_section_where_there_is_one():
    framing, health, _ = sections(corpus(), {"analysis": "framing", "random_lists": 1}, {"analysis": "lexicon_health"})

    assert ["Of the lexicon's" in words(framing), "Of the lexicon's" in " ".join(health.cautions)] == [False, True]


def test_terms_in_the_words_of_others_are_set_aside_with_their_passages():
    framing = sections(corpus(), {"analysis": "framing", "random_lists": 1})[0]
    (key,) = [e for e in framing.evidence if e.title == "Occurrences in other voices"]

    assert "Set aside as the words of others, or as reported: 1 occurrence." in words(framing)
    assert [TEXTS["B"][p.start : p.end] for p in key.passages] == ["tyrant"]
    assert key.passages[0].note == "tyrant (bad) · ≈ reported speech (the mayor)"


def test_framing_counts_the_voices_asked_for():
    voices = ["outlet", "paraphrase"]
    framing = sections(corpus(), {"analysis": "framing", "random_lists": 1, "voices": voices})[0]

    assert framing.settings["voices"] == voices
    assert "Set aside" not in words(framing)


def test_terms_that_never_occur_are_named_in_the_health_of_the_lexicon():
    section = sections(corpus(), {"analysis": "lexicon_health"})[0]
    found = {row["term"]: (row["n"], row["note"]) for row in rows(section, "01-terms")}

    assert found["hero"] == ("0", "never occurs")
    assert behind(section, "01-terms", 0, "n") == ["Rogue general"]


def test_labels_that_the_lexicon_lacks_lead_to_their_passages():
    lexicon = Lexicon(TERMS[1:], (OMAR,))
    section = sections(corpus(), {"analysis": "lexicon_health"}, lexicon=lexicon)[0]

    assert [row["label"] for row in rows(section, "01-lacking")] == ["rogue general"]
    assert behind(section, "01-lacking", 0, "n") == ["Rogue general"]


def test_the_health_of_a_lexicon_needs_terms():
    with pytest.raises(SpecificationError) as caught:
        sections(corpus(), {"analysis": "lexicon_health"}, lexicon=None)
    assert str(caught.value) == (
        "section 1 (lexicon_health): the health is that of a lexicon with terms, and none is named; write"
        ' lexicon = "lexicon.toml"'
    )


def test_attributions_to_sources_without_a_name_say_what_is_counted():
    said = "The port is shut. Officials said that it was old. The mayor said that it was safe. Officials said no more."
    section = sections(corpus(A=said), {"analysis": "attribution"})[0]

    assert "to persons or bodies that are described and not named, as “officials”" in words(section)


def test_what_an_outlet_of_several_articles_attributes_is_added_up():
    told = [("a", "A", TEXTS["A"]), ("b", "B", TEXTS["B"]), ("c", "B", TEXTS["B"])]
    articles = Corpus(Document(name, text, outlet=outlet) for name, outlet, text in told)
    section = sections(articles, {"analysis": "attribution"})[0]

    assert [(row["outlet"], row["n_documents"], row["n_sentences"]) for row in rows(section, "01-outlets")] == [
        ("A", "1", "2"),
        ("B", "2", "4"),
    ]
