"""The same role on two sides: mentions, their sides, and counts; against hand answers and invented articles."""

from __future__ import annotations

import csv
import re
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from corpus_stats.analysis.asymmetry import Asymmetry, asymmetry
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError, LanguageError
from corpus_stats.lexicon import Actor, Lexicon, Role, Side, Term, read_lexicon
from corpus_stats.preparation import read_corpus
from corpus_stats.roles import role_mentions
from corpus_stats.tokens import tokenize

ROOT = Path(__file__).resolve().parents[2]

# ------------------------------------------------------------ the five articles

GOLD_SIDES = {
    "Russian/Syrian fighters on Haftar side": "Haftar's side",
    "Syrian fighters on GNA/Turkish side": "GNA's side",
    "GNA fighters": "GNA's own",
    "Syrian recruits for Ukraine": "elsewhere",
}


@cache
def of_the_seeds() -> Asymmetry:
    lexicon = read_lexicon(ROOT / "seeds" / "lexicon.toml")
    return asymmetry(tokenize(read_corpus(ROOT / "seeds")), lexicon, "fighters brought in")


def gold_mentions() -> list[dict[str, str]]:
    with (ROOT / "tests" / "gold" / "seed_gold.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["target"] in GOLD_SIDES]
    return [row for row in rows if row["category"] == "actor_term" and "zone=headline copy 2" not in row["note"]]


@pytest.mark.parametrize("mention", gold_mentions(), ids=lambda row: f"{row['doc'][:3]}-{row['start_char']}")
def test_every_mention_of_the_hand_answers_is_found_once_on_its_side(mention):
    hits = of_the_seeds().hits
    found = hits[
        (hits["document"] == mention["doc"])
        & (hits["start"] < int(mention["end_char"]))
        & (hits["end"] > int(mention["start_char"]))
    ]

    assert found["side"].tolist() == [GOLD_SIDES[mention["target"]]]


def test_the_voice_of_the_mentions_is_that_of_the_hand_answers():
    names = {"attributed": "paraphrase", "quoted_fragment": "fragment"}
    hits = of_the_seeds().hits
    wrong = []
    for row in gold_mentions():
        is_there = (hits["document"] == row["doc"]) & (hits["start"] < int(row["end_char"]))
        voice = hits[is_there & (hits["end"] > int(row["start_char"]))]["voice"].iloc[0]
        if voice != names.get(row["voice"], row["voice"]):
            wrong.append((row["doc"][:3], row["start_char"], voice))

    assert len(wrong) / len(gold_mentions()) <= 0.05, wrong


@pytest.mark.parametrize(
    ("side", "document", "n", "of"),
    [
        ("Haftar's side", "002", 4, 9),
        ("Haftar's side", "001", 8, 10),
        ("Haftar's side", "000", 0, 8),
        ("GNA's side", "002", 0, 3),
        ("GNA's own", "002", 0, 2),
        ("elsewhere", "000", 1, 2),
    ],
)
def test_mercenaries_are_counted_out_of_the_mentions_of_their_side(side, document, n, of):
    outlet = {"000": "Minbar Libya", "001": "The New Arab", "002": "Breitbart"}[document]
    table = of_the_seeds().table
    row = table[(table["side"] == side) & (table["outlet"] == outlet) & (table["term"] == "mercenar*")].iloc[0]

    assert (row["n"], row["n_mentions"]) == (n, of)


def test_nothing_of_the_read_articles_is_left_unclear():
    assert "unclear" not in set(of_the_seeds().hits["side"])


def test_fighters_of_004_are_haftars_but_for_those_that_turkey_sent():
    hits = of_the_seeds().hits
    sides = hits[hits["document"].str.startswith("004")]["side"].tolist()

    assert sides == ["Haftar's side"] * 2 + ["GNA's side"] + ["Haftar's side"] * 4


def test_aircraft_of_003_are_no_fighters():
    hits = of_the_seeds().hits

    assert hits[hits["document"].str.startswith("003")]["text"].tolist() == ["mercenaries", "contractors"]


def test_a_lexicon_written_from_the_articles_is_called_circular():
    assert of_the_seeds().cautions[-1].startswith("W-CIRCULAR: ")


def test_one_article_an_outlet_is_said_to_show_nothing_of_the_outlets():
    assert of_the_seeds().cautions[0].startswith("E-N1: Each of Breitbart, Minbar Libya, ")


# ------------------------------------------------------------ articles of other conflicts, invented

FIGHTERS = Role(
    "fighters",
    ("militia*", "fighter*", "mercenar*", "gunmen", "volunteer*"),
    (
        Side("council", "council", cues=("Belmoran*",)),
        Side("front", "front", cues=("Tessalian*",)),
        Side("council's own", actors=("Council of Ardan",), own=True),
    ),
    exclude=("fighter jet*", "volunteer fire*"),
    places=("Ardan", "Corvia"),
    elsewhere=("Dorland",),
)
ARDAN = Lexicon(
    (),
    (
        Actor("Council of Ardan", ("Council",), side="council"),
        Actor("Belmor", side="council"),
        Actor("Imre Voss", ("Voss",), ("General",), side="front"),
        Actor("Northern Front", ("Front",), side="front"),
        Actor("Tessaly", side="front"),
    ),
    roles=(FIGHTERS,),
)


def read(text: str, lexicon: Lexicon = ARDAN) -> Asymmetry:
    return asymmetry(tokenize(Corpus([Document("a", text, outlet="A", language="en")])), lexicon)


def sides(text: str, lexicon: Lexicon = ARDAN) -> list[str]:
    return read(text, lexicon).hits["side"].tolist()


ARTICLES = {
    "sent and denied": (
        "Belmor has sent 300 fighters to Ardan, officials said on Monday. The fighters will serve alongside the"
        " Council, which has lost two towns this month. Tessaly denied hiring mercenaries for the Front. It called the"
        " volunteers in its ranks patriots.",
        "council council front front",
    ),
    "driven back": (
        "Militias backed by Tessaly attacked a village near Corvia on Friday. Council forces drove the militias back."
        " Gunmen loyal to Voss burned a bridge, a Council spokesman said. Two Belmoran fighter jets bombed the road.",
        "front front front",
    ),
    "compounds": (
        "Anti-Council militias took the port. Pro-Front gunmen and Tessalian volunteers celebrated. Belmoran-trained"
        " fighters held the hill.",
        "front front front council",
    ),
    "accused": (
        "The Northern Front and its fighters withdrew from Corvia. The Council accused Tessaly of paying mercenaries to"
        " fight in Ardan. Other mercenaries were captured by the Front near the border.",
        "front front council",
    ),
    "another war": (
        "Tessalian volunteers have been sent to Dorland, where another war is under way. Volunteers from Tessaly also"
        " arrived in Corvia to help Voss. Fighters on both sides use drones.",
        "elsewhere front unclear",
    ),
    "their own and others": (
        "Council fighters hold the old town. Belmor's mercenaries hold the new one. The Council has lost 40 fighters in"
        " a week. The head of the volunteer fire brigade said that nobody was hurt.",
        "council's own|council|council's own",
    ),
    "recruited": (
        "Voss's recruitment of foreign fighters, including teenage volunteers, has alarmed Belmor. Militiamen killed in"
        " a Front air strike were buried on Sunday.",
        "front front council",
    ),
    "relative clauses": (
        "Supplies for the militia that Belmor armed ran out. The militia fighting for the Front has plenty. Gunmen,"
        " hired by Voss, ambushed a patrol. A militia leader died.",
        "council front front",
    ),
    "called what": (
        "The Council said that Tessaly-backed fighters had shelled Corvia. Tessaly said the fighters were volunteers."
        " Three MiG-21 fighters flew over the town.",
        "front front front",
    ),
    "named apart": (
        "In Corvia, Belmoran mercenaries fought house by house against Front volunteers. The mercenaries were better"
        " armed than the volunteers.",
        "council front council front",
    ),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_mentions_of_an_invented_conflict_are_on_the_side_that_a_reader_puts_them(text, expected):
    assert sides(text) == expected.split("|" if "|" in expected else None)


PROTEST = Lexicon(
    (),
    (
        Actor("Ana Sorel", ("Sorel",), ("President",), side="government"),
        Actor("Reform Party", ("Reformists",), side="opposition"),
    ),
    roles=(
        Role(
            "people in the street",
            ("protester*", "demonstrator*", "mob*", "crowd*", "supporter*"),
            (Side("for Sorel", "government"), Side("for Reform", "opposition", cues=("student*",))),
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supporters of President Sorel filled the square.", ["for Sorel"]),
        ("A mob of anti-Sorel demonstrators burned a car.", ["for Reform", "for Reform"]),
        ("Student protesters clashed with police. The protesters threw stones.", ["for Reform", "for Reform"]),
        ("The Reform Party called its demonstrators to order.", ["for Reform"]),
        ("Police opened fire on a crowd in the old harbour.", ["unclear"]),
    ],
)
def test_any_role_that_has_nouns_and_sides_is_read(text, expected):
    assert sides(text, PROTEST) == expected


# ------------------------------------------------------------ single rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voss has hired mercenaries.", "who acts"),
        ("Tessalian mercenaries fled.", "its own words"),
        ("Mercenaries loyal to Voss fled.", "what follows it"),
        ("Mercenaries were hired by Voss.", "its clause"),
        ("Mercenaries fled to the hills that General Voss holds.", "its sentence"),
    ],
)
def test_a_hit_says_what_tied_it(text, expected):
    assert read(text).hits["tied_by"].tolist() == [expected]


KALIA = Lexicon(
    (),
    (Actor("Kalia", side="Kalia"), Actor("Northern Front", ("Front",), side="front"), Actor("Imre Voss", side="front")),
    roles=(Role("fighters", ("fighter*", "mercenar*"), (Side("Kalia's", "Kalia"), Side("the Front's", "front"))),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an adjective of a party's name, though no cue lists it and the article is about the other side
        ("Front fighters fled. Front mercenaries fled too. Kalish fighters found a tunnel.", "Kalia's"),
        ("Front fighters fled. Front mercenaries fled too. Kalian mercenaries arrived.", "Kalia's"),
        ("Front fighters fled. Front mercenaries fled too. Corvian mercenaries arrived.", "the Front's"),
        ("Front fighters fled. Officials said both sides were recruiting foreign mercenaries.", "unclear"),
        ("Front fighters fled. The two sides have hired mercenaries.", "unclear"),
    ],
)
def test_the_people_of_a_party_and_of_both_are_not_put_on_the_side_of_the_article(text, expected):
    assert sides(text, KALIA)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mercenaries fight for the Council and the Front.", "unclear"),
        ("Mercenaries serve neither the Council nor Voss.", "unclear"),
        ("Both the Council and the Front use mercenaries.", "unclear"),
        ("The Council, Belmor and the Front hired mercenaries.", "unclear"),
        ("Mercenaries loyal to the Front and the Council fled.", "unclear"),
        ("Mercenaries fight for Voss's and the Council's armies.", "unclear"),
        ("Mercenaries fight for the Council and Belmor.", "council"),
        ("Mercenaries fight for the Council and the Front fights them.", "council"),
        ("Mercenaries fight for the Council and against the Front.", "council"),
        ("Belmor left the Council, and the Front hired mercenaries.", "front"),
    ],
)
def test_parties_of_one_list_tie_only_where_they_are_of_one_side(text, expected):
    assert sides(text) == [expected]


def test_an_adjective_that_fits_two_parties_ties_to_neither():
    lexicon = replace(KALIA, actors=(*KALIA.actors, Actor("Kalish League", side="front")))

    assert sides("Kalish fighters found a tunnel.", lexicon) == ["unclear"]


def test_the_caution_says_how_many_sides_are_those_of_the_article():
    assert (
        "1 of 2 mentions have no party near them: they take the side of most others in their article (tied_by: the"
        " article)."
    ) in read("Tessalian mercenaries fled.\n\nRain fell.\n\nLater gunmen came.").cautions


def test_an_unknown_outlet_is_missing_in_every_table():
    result = asymmetry(tokenize(Corpus([Document("a", "Voss hired mercenaries.", language="en")])), ARDAN)

    assert [frame["outlet"].isna().all() for frame in (result.table, result.mentions, result.hits)] == [True] * 3


def test_a_mention_with_no_party_in_its_sentence_takes_the_side_of_the_article():
    hits = read("Tessalian mercenaries fled.\n\nRain fell.\n\nLater gunmen came.").hits

    assert hits["tied_by"].tolist() == ["its own words", "the article"]


def test_an_article_that_is_as_much_of_one_side_as_of_the_other_settles_nothing():
    text = "Tessalian mercenaries fled. Belmoran mercenaries stayed.\n\nIt is said that mercenaries cost much."

    assert sides(text) == ["front", "council", "unclear"]


def test_people_of_two_countries_of_two_sides_are_of_neither():
    assert sides("Tessalian and Belmoran mercenaries met.") == ["unclear"]


def test_two_nouns_of_one_group_are_one_mention_of_both_terms():
    hits = read("Tessalian mercenary fighters fled.").hits

    assert hits[["text", "term"]].values.tolist() == [["mercenary fighters", "fighter*, mercenar*"]]


def test_coordinated_nouns_are_two_mentions():
    assert read("Tessalian fighters and mercenaries fled.").hits["text"].tolist() == ["fighters", "mercenaries"]


def test_a_noun_before_a_unit_is_a_mention_and_before_a_person_none():
    assert read("Tessalian mercenary forces met a Belmoran militia leader.").hits["text"].tolist() == ["mercenary"]


def test_a_pronoun_that_brackets_explain_by_origin_is_a_mention_without_a_term():
    hits = read("Tessalian fighters came at night. “They [the Tessalians] burned it,” a farmer said.").hits

    assert hits[["text", "side", "term", "kind"]].values.tolist() == [
        ["fighters", "front", "fighter*", "noun"],
        ["They", "front", "", "pronoun"],
    ]


def test_a_pronoun_explained_as_somebody_else_is_no_mention():
    text = "Tessalian fighters came at night. “They [the lawmakers] must act,” a farmer said."

    assert read(text).hits["text"].tolist() == ["fighters"]


def test_a_sentence_that_an_article_holds_twice_is_counted_once():
    twice = read(
        "Tessalian mercenaries took the old bridge.\n\nRain fell.\n\nTessalian mercenaries took the old bridge."
    )
    line = "1 mentions stand in a sentence that their article holds twice: they count once."

    assert (len(twice.hits), line in twice.cautions) == (1, True)


# ------------------------------------------------------------ who says it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are fighting mercenaries,” General Voss said.", "council"),
        ("A Tessalian minister said that mercenaries had burned the bridge.", "council"),
        ("The Front said that 300 volunteers had come from abroad.", "front"),
        ("The Front denied that there were mercenaries in the valley.", "front"),
        ("“There are no mercenaries,” General Voss said.", "front"),
        ("Colonel Ilo Bane of the Northern Front told the mercenaries that they could go home.", "council"),
        ("The Front said that 40 fighters had been killed.", "council"),
        ("Mercenaries are cowards, said Ilo Bane, a Front officer.", "council"),
        ("A spokesman for the Front, Ilo Bane, spoke on Monday. “We are fighting mercenaries,” Bane said.", "council"),
        ("A farmer from Tessaly said that mercenaries had burned the bridge.", "unclear"),
        ("A critic of the Front said that mercenaries had burned the bridge.", "unclear"),
        ("“We are fighting mercenaries,” a farmer said.", "unclear"),
    ],
)
def test_whom_a_party_speaks_of_as_one_does_of_enemies_or_of_friends_is_its_enemy_or_its_friend(text, expected):
    assert sides(text) == [expected]


def test_bandits_of_a_speaker_whose_side_is_not_known_are_not_of_the_party_told_of_before():
    role = replace(FIGHTERS, nouns=(*FIGHTERS.nouns, "bandit*"))
    text = "General Voss has ruled Corvia for years. On Friday the ageing autocrat vowed to crush “the bandits”."

    assert sides(text, replace(ARDAN, roles=(role,))) == ["unclear"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between the Front and militias broke down.", ["unclear"]),
        ("A truce between Tessalian gunmen and fighters held.", ["front", "unclear"]),
        ("We are caught between gunmen and Tessalian mercenaries.", ["unclear", "front"]),
        ("Villagers feared gunmen and Tessalian mercenaries alike.", ["unclear", "front"]),
        ("Tessalian gunmen and fighters took the bridge.", ["front", "front"]),
    ],
)
def test_what_is_joined_or_set_against_a_party_has_its_side_only_where_it_shares_its_words(text, expected):
    assert sides(text) == expected


def test_a_hit_says_that_the_speaker_tied_it():
    assert read("“We are fighting mercenaries,” General Voss said.").hits["tied_by"].tolist() == ["who says it"]


# ------------------------------------------------------------ what is said around


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the volunteers of the paragraph, not those of the last one
        (
            "Tessalian volunteers came.\n\nBelmoran volunteers came too. One of the volunteers was a nurse.",
            "front council council",
        ),
        # the last who were called so, not the last
        (
            "Tessalian gunmen fled.\n\nBelmoran volunteers came.\n\nThe gunmen had left a note.",
            "front council front",
        ),
        # the sentence after tells
        ("Fighters waited on the hill. Rain fell. Tessalian mercenaries joined them.", "front front"),
        # so does the sentence before, but for who speaks in it
        ("The bridge was held by the Front, the Council said. Rain fell. Fighters sang.", "front"),
        # in a headline, those whom the article names
        (
            "Fighters take a bridge\n\nIt rained.\n\nTessalian fighters took a bridge near Corvia on Monday.",
            "front front",
        ),
        # of another war, and of this
        (
            "Tessalian gunmen came to Corvia. Some volunteers went to Dorland.\n\nThe gunmen sang.",
            "front elsewhere front",
        ),
    ],
)
def test_a_mention_that_names_no_party_takes_the_side_of_what_is_near_and_worded_alike(text, expected):
    assert sides(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Voss met a nurse, and dozens of fighters joined the Council.", "council"),
        ("The Emir of Tessaly regretted the loss of fighters that Belmor had sent.", "council"),
        ("The Council has 300 foreign fighters.", "council"),
        ("In Belmor, people say that fighters for the Front came by night.", "front"),
        ("Tessalian gunmen who came after the war in Dorland hold the bridge.", "front"),
        ("Imre Voss said that Belmor had paid fighters, and that the Council had lost the town.", "council"),
        ("The Council counted 300 fighters, most of them from Tessaly.", "front"),
    ],
)
def test_whom_a_sentence_with_several_parties_or_places_is_about(text, expected):
    assert sides(text) == [expected]


# ------------------------------------------------------------ what a lexicon says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recruits from Ostria and Lund came.", "rebels' side"),
        ("Ostrian recruits came.", "rebels' side"),
        ("Kivish fighters came.", "army's side"),
        ("Kivan fighters came.", "army's side"),
        ("The rebels lost 40 fighters.", "rebels' side"),
        ("R30 fighters came.", "rebels' side"),
        ("Guerrillas came.", "rebels' side"),
        ("Two MiG-21 fighters and a recruit came.", "unclear"),
    ],
)
def test_countries_labels_and_names_of_a_lexicon_are_read_in_all_their_forms(text, expected):
    nouns = ("fighter*", "recruit", "recruits", "guerrilla*")
    sides_of = (Side("rebels' side", "rebels", cues=("Ostrian*",)), Side("army's side", "army"))
    actors = (Actor("Kivan army", ("Kiva",), side="army"), Actor("R30", side="rebels"))
    lexicon = Lexicon((), actors, roles=(Role("armed", nouns, sides_of, places=("Kiva", "Kivan*")),))

    assert sides(text, lexicon) == [expected]


def test_names_that_the_lexicon_lacks_are_listed_where_mentions_stay_unclear():
    text = "Officials in Zarland said fighters had come. Reports from Zarland spoke of fighters. It rained in Corvia."

    assert (
        "In their sentences the lexicon lacks Zarland (2): what belongs to a side, write into its actors or cues."
    ) in read(text).cautions


def test_the_caution_says_how_many_sides_are_read_from_what_stands_around():
    assert (
        "1 of 2 mentions take their side from what is said around them (tied_by says from what), which errs more often"
        " than a party named in the mention or its clause."
    ) in read("Tessalian mercenaries fled. The mercenaries were tired.").cautions


# ------------------------------------------------------------ the table


def test_every_side_and_term_that_occurs_has_a_row_with_its_share():
    table = read("Tessalian mercenaries fled. Tessalian fighters stayed. Belmoran fighters came.").table

    assert table[["side", "term", "n", "n_mentions", "share", "n_documents"]].values.tolist() == [
        ["council", "fighter*", 1, 1, 1.0, 1],
        ["council", "mercenar*", 0, 1, 0.0, 0],
        ["front", "fighter*", 1, 2, 0.5, 1],
        ["front", "mercenar*", 1, 2, 0.5, 1],
    ]


def test_terms_are_counted_by_voice():
    text = (
        "Tessalian mercenaries fled. “Tessalian mercenaries fled,” Imre Voss said. A farmer said that they were"
        " mercenaries."
    )
    row = read(text).table.iloc[-1]

    assert row[["n", "n_outlet", "n_fragment", "n_quoted", "n_paraphrase"]].tolist() == [3, 1, 0, 1, 1]


def test_mentions_are_listed_by_how_many_were_tied_where_they_stand():
    mentions = read("Tessalian mercenaries fled. The mercenaries were tired.").mentions

    assert mentions[["side", "n_mentions", "n_pronouns", "n_tied"]].values.tolist() == [["front", 2, 0, 1]]


def test_hits_slice_to_the_text():
    result = read("Tessalian mercenary fighters fled.")
    text = "Tessalian mercenary fighters fled."

    assert [text[start:end] for start, end in result.hits[["start", "end"]].values] == result.hits["text"].tolist()


def test_all_roles_are_read_unless_one_is_asked():
    drivers = replace(FIGHTERS, name="drivers", nouns=("driver*",))
    lexicon = replace(ARDAN, roles=(FIGHTERS, drivers))
    text = "Tessalian drivers and Tessalian fighters fled."

    assert read(text, lexicon).table["role"].tolist() == ["fighters", "drivers"]


def test_counts_of_a_circular_lexicon_say_so():
    cautions = read("Tessalian mercenaries fled.", replace(ARDAN, circular=True)).cautions

    assert [line[:10] for line in cautions][-1] == "W-CIRCULAR"


# ------------------------------------------------------------ refusals


def test_a_lexicon_without_roles_is_refused():
    message = "the lexicon has no role; write a [[role]] with nouns, and a [[role.side]] for each side"

    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        read("Mercenaries fled.", Lexicon((Term(("x",), "c"),)))


def test_a_role_that_is_never_mentioned_is_refused_with_what_was_searched():
    message = "role 'fighters' is never mentioned; searched for militia*, fighter*, mercenar*, gunmen, volunteer*"

    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        read("Rain fell.")


def test_an_article_in_another_language_is_refused():
    tokens = tokenize(Corpus([Document("a", "Die Söldner flohen.", language="de")]))

    message = (
        r"^a is in another language \(de\); roles are read in English only, so leave it out "
        r"\(--skip-other-languages, or skip_other_languages of read_corpus\)$"
    )
    with pytest.raises(LanguageError, match=message):
        asymmetry(tokens, ARDAN)


def test_a_sentence_without_end_is_read_in_linear_time():
    def seconds(n: int) -> float:
        tokens = tokenize(Corpus([Document("a", "the mercenaries of Voss met [fighters " * n, language="en")]))
        times = []
        for _ in range(3):
            began = time.perf_counter()
            role_mentions(tokens, FIGHTERS, ARDAN)
            times.append(time.perf_counter() - began)
        return min(times)

    assert seconds(4000) < 10 * seconds(1000)


def test_the_result_is_the_same_whatever_the_order_of_the_articles():
    texts = {"b": "Tessalian mercenaries fled.", "a": "Belmoran fighters came."}

    def table(names: list[str]) -> pd.DataFrame:
        documents = [Document(name, texts[name], outlet=name, language="en") for name in names]
        return asymmetry(tokenize(Corpus(documents)), ARDAN).table

    pd.testing.assert_frame_equal(table(["a", "b"]), table(["b", "a"]))
