"""Mentions of invented actors in invented sentences, and of the actors of the seeds, against what a reader says."""

from __future__ import annotations

import gc
import time
import weakref
from pathlib import Path

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.lexicon import Actor, Lexicon, read_lexicon
from corpus_stats.mentions import MENTION_KINDS, Mentions, mentions, unmentioned
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import tokenize

LEXICON = Lexicon(
    (),
    (
        Actor("Omar Dahl", ("Dahl",), ("Field Marshal", "General"), "north"),
        Actor("Northern Army", ("Dahl's forces", "forces loyal to Dahl"), (), "north"),
        Actor("Norland", ("Nordville",)),
        Actor("Eva Stahl", ("Stahl",)),
        Actor("Southern fighters", ("fighters from the south",)),
    ),
)


def read(text: str, lexicon: Lexicon = LEXICON) -> Mentions:
    return mentions(tokenize(Corpus([Document("a", text, language="en")])), lexicon)


def told(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str, str]]:
    """Words, actor and kind of every mention, in the order of the text."""
    found = read(text, lexicon)
    tokens = found.tokens
    rows = zip(found.first, found.last, found.actors, found.kinds, strict=True)
    return [
        (text[tokens.starts[a] : tokens.ends[b - 1]], lexicon.actors[actor].name, MENTION_KINDS[kind])
        for a, b, actor, kind in rows
    ]


def words(text: str, actor: str, kind: str | None = None) -> list[str]:
    """Words by which one actor is mentioned."""
    return [one for one, whom, how in told(text) if whom == actor and kind in (None, how)]


def test_a_name_is_a_mention():
    assert told("They saw Omar Dahl.") == [("Omar Dahl", "Omar Dahl", "name")]


@pytest.mark.parametrize("title", ["General", "Field Marshal", "President", "Lt. Col.", "Mr."])
def test_titles_are_part_of_a_titled_name(title: str):
    assert told(f"They saw {title} Omar Dahl.") == [(f"{title} Omar Dahl", "Omar Dahl", "titled name")]


def test_the_head_of_a_titled_name_is_the_first_word_of_the_name():
    assert read("They saw General Omar Dahl.").heads.tolist() == [3]


def test_an_owner_is_mentioned_beside_what_he_owns():
    assert told("They met Dahl's forces.") == [
        ("Dahl", "Omar Dahl", "name"),
        ("Dahl's forces", "Northern Army", "name"),
    ]


def test_whoever_follows_a_preposition_is_mentioned_beside_the_whole():
    assert words("They met forces loyal to Dahl.", "Omar Dahl") == ["Dahl"]


def test_a_shorter_name_that_ends_a_longer_one_of_another_actor_is_no_mention():
    lexicon = Lexicon((), (Actor("Norse fighters"), Actor("Danish and Norse fighters")))

    assert told("They met Danish and Norse fighters.", lexicon) == [
        ("Danish and Norse fighters", "Danish and Norse fighters", "name")
    ]


@pytest.mark.parametrize(
    "text",
    ["They met Erik Dahl.", "They met Omar Dahl's son and Erik Dahl.", "They saw Dahl Tower.", "A dahl is food."],
)
def test_a_name_inside_somebody_elses_name_is_no_mention(text: str):
    assert words(text, "Omar Dahl") == ["Omar Dahl"] * text.count("Omar")


def test_a_surname_that_no_alias_gives_is_found_after_the_full_name():
    lexicon = Lexicon((), (Actor("Omar Dahl"),))

    assert told("We met Omar Dahl. We asked Dahl.", lexicon)[1] == ("Dahl", "Omar Dahl", "name")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met General Omar Dahl. The rogue general lost.", ["rogue general"]),
        ("We met Omar Dahl, a retired colonel. The colonel lost.", ["colonel"]),
        ("Omar Dahl lost. The 76-year-old commander is ill.", ["76-year-old commander"]),
        ("We met Dahl. Then the renegade strongman's men fled.", ["renegade strongman"]),
        ("President Omar Dahl spoke. We asked the president.", ["president"]),
        ("North Korea's president Omar Dahl spoke. We asked the North Korean president.", ["North Korean president"]),
    ],
)
def test_descriptions_are_tied_to_whom_they_fit(text: str, expected: list[str]):
    assert words(text, "Omar Dahl", "description") == expected


@pytest.mark.parametrize(
    "text",
    [
        "We met General Omar Dahl. The generals lost.",
        "We met General Omar Dahl. A general lost.",
        "We met General Omar Dahl. The general Karl Lind lost.",
        "We met General Omar Dahl. The Swedish general lost.",
        "We met General Omar Dahl. The vice president lost.",
        "North Korea's president Omar Dahl spoke. The South Korean president lost.",
        "We met General Omar Dahl. The pianist lost.",
        "We met General Omar Dahl and General Karl Lind. The general lost.",
        "We met General Omar Dahl and President Karl Lind. The president lost.",
    ],
)
def test_descriptions_of_others_are_not_tied(text: str):
    assert words(text, "Omar Dahl", "description") == []


def test_a_body_is_described_by_the_last_word_of_its_name():
    assert words("The Northern Army lost. The army fled.", "Northern Army") == ["Northern Army", "army"]


def test_men_are_described_by_another_word_for_fighters():
    assert words("The fighters from the south lost. The mercenaries fled.", "Southern fighters")[1:] == ["mercenaries"]


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("Omar Dahl lost. He fled with his men.", "Omar Dahl", ["He", "his"]),
        ("Eva Stahl met Omar Dahl. She smiled.", "Eva Stahl", ["She"]),
        ("Omar Dahl met Karl Lind. He smiled.", "Omar Dahl", ["He"]),
        ("We met Karl Lind and Omar Dahl, who lost his men.", "Omar Dahl", ["his"]),
        ("The Northern Army said it would leave.", "Northern Army", ["it"]),
        ("The fighters from the south fled before they lost.", "Southern fighters", ["they"]),
    ],
)
def test_pronouns_are_resolved_by_gender_number_and_subject(text: str, actor: str, expected: list[str]):
    assert words(text, actor, "pronoun") == expected


@pytest.mark.parametrize(
    "text",
    [
        "We saw Omar Dahl and Karl Lind in town. He smiled.",
        "Omar Dahl is here. It is clear that it rained.",
        "Omar Dahl lost. She smiled.",
        "Norland lost. It is clear that they won.",
        "Omar Dahl lost. One day passed. Two passed. Three passed. He fled.",
    ],
)
def test_unclear_pronouns_are_left_out(text: str):
    assert [one for one in told(text) if one[2] == "pronoun"] == []


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("Eva Stahl, a lawyer, lost. She smiled.", "Eva Stahl", ["She"]),
        ("Eva Stahl is a former judge. She lost.", "Eva Stahl", ["She"]),
        ("Critics saw Eva Stahl as a coward. She lost.", "Eva Stahl", ["She"]),
    ],
)
def test_what_is_only_said_of_somebody_is_no_rival_for_a_pronoun(text: str, actor: str, expected: list[str]):
    assert words(text, actor, "pronoun") == expected


@pytest.mark.parametrize(
    "text",
    ["We met Omar Dahl, the strongman who lost.", "Omar Dahl is the strongman.", "He saw Omar Dahl as a strongman."],
)
def test_what_is_only_said_of_somebody_is_no_mention_of_him(text: str):
    assert words(text, "Omar Dahl", "description") == []


def test_a_speaker_does_not_mean_himself_by_a_pronoun_of_the_third_person():
    text = "Omar Dahl lost.\n\u201cHe is old,\u201d said Karl Lind. \u201cHe is tired.\u201d"

    assert words(text, "Omar Dahl", "pronoun") == ["He", "He"]


def test_outside_a_quotation_a_pronoun_means_nobody_who_is_only_described_in_it():
    text = "Eva Stahl lost. \u201cThey asked a woman,\u201d she said."

    assert words(text, "Eva Stahl", "pronoun") == ["she"]


def test_the_object_of_a_verb_is_somebody_else_than_its_subject():
    assert words("Eva Stahl lost. Maria Lind called her.", "Eva Stahl", "pronoun") == ["her"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Omar Dahl lost. Omar Dahl fled. The fugitive is ill.", ["fugitive"]),
        ("General Omar Dahl lost. Omar Dahl fled. The former teacher is ill.", ["former teacher"]),
        ("General Omar Dahl lost. Omar Dahl fled. The 58-year-old is ill.", ["58-year-old"]),
        ("Omar Dahl, a strongman, lost. Omar Dahl fled. The president is ill.", ["president"]),
    ],
)
def test_a_definite_description_means_whom_the_text_is_about(text: str, expected: list[str]):
    assert words(text, "Omar Dahl", "description") == expected


@pytest.mark.parametrize(
    "text",
    [
        "General Omar Dahl lost. Omar Dahl fled. The witness is ill.",
        "Mr. Omar Dahl lost. Omar Dahl fled. The president is ill.",
        "General Omar Dahl lost. A diplomat from the north came. The diplomat is ill.",
        "We met General Omar Dahl. Senator Karl Lind came. The senator is ill.",
    ],
)
def test_a_part_in_an_event_or_an_office_needs_to_be_known_of_somebody(text: str):
    assert words(text, "Omar Dahl", "description") == []


def test_a_description_says_what_somebody_is_called_from_then_on():
    text = "General Omar Dahl lost. The warlord fled. Karl Lind came, a rival of many years. The warlord is ill."

    assert words(text, "Omar Dahl", "description") == ["warlord", "warlord"]


def test_the_army_of_a_state_is_not_a_force_by_name():
    lexicon = Lexicon((), (Actor("Rapid Forces"),))
    found = told("Rapid Forces lost. The militia fled. The army won.", lexicon)

    assert [one for one, _, kind in found if kind == "description"] == ["militia"]


def test_mentions_of_one_actor_are_asked_for_by_alias():
    assert len(read("They met Dahl's forces.").of("Dahl")) == 1


def test_an_unknown_actor_is_refused():
    with pytest.raises(ArgumentError, match=r"^actor 'Lind' is not in the lexicon; it has "):
        read("They met Dahl.").of("Lind")


def test_mentions_of_one_kind_are_asked_for():
    assert len(read("Omar Dahl lost. He fled.").of_kind("pronoun")) == 1


def test_an_unknown_kind_is_refused():
    with pytest.raises(ArgumentError, match=r"^mentions have no kind 'pronouns'; did you mean 'pronoun'\?$"):
        read("They met Dahl.").of_kind("pronouns")


def test_the_same_tokens_and_an_equal_lexicon_give_the_same_object():
    tokens = tokenize(Corpus([Document("a", "They met Dahl.", language="en")]))

    assert mentions(tokens, LEXICON) is mentions(tokens, Lexicon((), LEXICON.actors))


def test_no_mention_in_an_empty_corpus():
    assert len(read("")) == 0


def test_a_lexicon_without_actors_mentions_nobody():
    assert len(read("They met Dahl.", Lexicon(()))) == 0


def test_an_actor_never_mentioned_is_told_with_the_nearest_names():
    tokens = tokenize(Corpus([Document("a", "We met Omar Dahl.", language="en")]))
    lexicon = Lexicon((), (Actor("Omer Dahle", ("Dahle",)),))

    assert unmentioned(tokens, lexicon, "Dahle") == (
        "actor 'Omer Dahle' is never mentioned; searched 'Omer Dahle', 'Dahle'; "
        "the nearest names in the corpus are 'Omar Dahl'"
    )


def test_an_actor_like_nobody_is_told_with_the_most_frequent_names():
    tokens = tokenize(Corpus([Document("a", "We met Omar Dahl in Paris. We left Paris.", language="en")]))

    assert unmentioned(tokens, Lexicon((), (Actor("Xu"),)), "Xu") == (
        "actor 'Xu' is never mentioned; searched 'Xu'; the names met most often are 'Paris', 'Omar Dahl'"
    )


def test_an_actor_in_a_corpus_without_names_is_told_so():
    tokens = tokenize(Corpus([Document("a", "nothing at all", language="en")]))

    assert unmentioned(tokens, Lexicon((), (Actor("Xu"),)), "Xu") == (
        "actor 'Xu' is never mentioned; searched 'Xu'; the corpus has no names"
    )


@pytest.fixture(scope="module")
def haftar(seeds: Path) -> Mentions:
    tokens = tokenize(read_corpus(seeds))
    return mentions(tokens, read_lexicon(seeds / "lexicon.toml")).of("Khalifa Haftar")


@pytest.mark.parametrize(
    ("document", "kind", "expected"),
    [
        (1, "description", ["rogue general"]),
        (1, "titled name", ["General Khalifa Haftar"]),
        (2, "name", ["Khalifa Haftar", "Khalifa Haftar", "Haftar"]),
        (2, "pronoun", ["his"]),
        (3, "titled name", ["commander Khalifa Haftar"]),
        (4, "description", ["retired general"]),
    ],
)
def test_haftar_in_the_seeds(haftar: Mentions, document: int, kind: str, expected: list[str]):
    found = haftar.of_kind(kind)
    found = found.where(found.documents == document)
    tokens, text = found.tokens, found.tokens.corpus.documents[document].text
    rows = zip(found.first, found.last, strict=True)

    assert [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in rows] == expected


@pytest.mark.parametrize(
    "unit",
    [
        "Dahl ",
        "the general ",
        "General Dahl, he said, ",
        '"Dahl ',
        "Dahl's forces of the ",
        "and of Dahl for the ",
        "The moody captain told Omar Dahl that the shy veteran, ",
    ],
)
def test_reading_takes_time_linear_in_the_length_of_one_line(unit: str):
    seconds = []
    for size in (60_000, 240_000):
        tokens = tokenize(Corpus([Document("a", unit * (size // len(unit)), language="en")]))
        begin = time.process_time()
        mentions(tokens, LEXICON)
        seconds.append(time.process_time() - begin)

    assert seconds[1] < 12 * seconds[0] + 0.2


def test_who_does_something_to_somebody_named_is_somebody_else():
    found = told("Eva Stahl, a wealthy lawyer, met Omar Dahl. The firebrand once called Dahl a tyrant.")

    assert ("firebrand", "Eva Stahl", "description") in found


def test_a_capitalised_member_that_no_name_follows_is_a_description():
    assert words("Eva Stahl spoke. The embattled Democrat left.", "Eva Stahl", "description") == ["embattled Democrat"]


def test_mentions_are_freed_with_their_tokens():
    tokens = tokenize(Corpus([Document("a", "Omar Dahl spoke. The general left.", language="en")]))
    mentions(tokens, LEXICON)
    kept = weakref.ref(tokens)
    del tokens
    gc.collect()

    assert kept() is None


@pytest.mark.parametrize("saying", ["wrote", "said", "later wrote"])
def test_a_role_that_is_the_subject_of_an_aside_is_no_apposition(saying: str):
    assert words(f"Stahl, the judge {saying}, is a danger. The judge left.", "Eva Stahl") == ["Stahl"]


@pytest.mark.parametrize("apposition", ["the judge", "a judge who wrote", "a judge based in Nordville"])
def test_a_role_between_commas_is_an_apposition(apposition: str):
    assert words(f"Stahl, {apposition}, spoke. The judge left.", "Eva Stahl", "description")


@pytest.mark.parametrize(("name", "pronoun"), [("Stahl", "He"), ("Dahl", "She")])
def test_a_surname_has_the_gender_of_the_given_name_in_the_lexicon(name: str, pronoun: str):
    assert told(f"{name} left early. {pronoun} was late.")[1:] == []


def test_what_the_text_tells_of_a_gender_goes_before_the_given_name_in_the_lexicon():
    assert words("Mr. Stahl left early. He was late.", "Eva Stahl", "pronoun") == ["He"]


ARMED = Lexicon((), (Actor("Omar Dahl", ("Dahl",), ("warlord",)), Actor("Eva Stahl", ("Stahl",), ("prime minister",))))


@pytest.mark.parametrize(
    "report",
    [
        "Dahl said the prime minister and the warlord had lied.",
        "Dahl, a retired colonel, has often said the war against the warlord was lost.",
        "Reporters met Dahl, who said that the warlord was lost.",
    ],
)
def test_a_speaker_is_not_whom_his_own_report_describes(report: str):
    found = told(f"The warlord Dahl spoke. Dahl is a warlord. {report}", ARMED)
    assert ("warlord", "Omar Dahl", "description") not in found


def test_a_report_describes_somebody_else_than_its_speaker():
    text = "Prime Minister Stahl met Dahl. Dahl said that the prime minister was a puppet."
    assert ("prime minister", "Eva Stahl", "description") in told(text, ARMED)


def test_a_description_before_the_verb_of_saying_can_mean_its_speaker():
    text = "Dahl met Stahl. Dahl is a warlord. The warlord said that the war was lost."
    assert ("warlord", "Omar Dahl", "description") in told(text, ARMED)


def test_whose_friends_report_can_be_described_by_them():
    text = "Warlord Dahl spoke. Dahl is a warlord. Friends of Dahl said the warlord was lost."
    assert ("warlord", "Omar Dahl", "description") in told(text, ARMED)


FIRM = Lexicon((), (Actor("Nordkap"),))


def test_a_firm_that_owns_shares_is_the_company():
    text = "They closed Nordkap. Nordkap's shares fell. Investors left the company."

    assert ("company", "Nordkap", "description") in told(text, FIRM)


def test_a_name_of_which_nothing_tells_that_it_is_a_firm_is_not_the_company():
    assert told("They liked Nordkap. Investors left the company.", FIRM) == [("Nordkap", "Nordkap", "name")]


@pytest.mark.parametrize(("verb", "expected"), [("accuse", ["it"]), ("see", [])])
def test_it_as_an_object_means_a_body_where_somebody_accuses_it(verb: str, expected: list[str]):
    assert words(f"The Northern Army fled. Critics {verb} it of theft.", "Northern Army", "pronoun") == expected


def test_what_somebody_says_begins_with_a_subject():
    assert words("Diplomats say the Northern Army has grown. Its men left.", "Northern Army", "pronoun") == ["Its"]


def test_a_semicolon_parts_the_clauses_that_a_pronoun_stands_in():
    text = "Eva Stahl left. Rivals dubbed her mad; last year a minister called her a liar."

    assert words(text, "Eva Stahl", "pronoun") == ["her", "her"]


def test_a_comma_before_a_pronoun_ends_the_clause_of_a_relative_pronoun():
    text = 'Omar Dahl owned a watch. "It is from a friend who is a prince," he said.'

    assert words(text, "Omar Dahl", "pronoun") == ["he"]


@pytest.mark.parametrize("verb", ["fumed", "said"])
def test_whoever_a_verb_behind_a_quotation_stands_before_is_its_speaker(verb: str):
    text = f'Omar Dahl won. "It is bad," {verb} former coach Ola Berg. "He is a fool."'

    assert words(text, "Omar Dahl", "pronoun") == ["He"]


def test_a_pronoun_with_a_short_auxiliary_is_read():
    assert words('Omar Dahl won. "He\'ll lose," said Ane Berg.', "Omar Dahl", "pronoun") == ["He'll"]


def test_who_is_quoted_speaks_of_whom_the_story_is_about():
    text = 'Omar Dahl won. Dahl sang. Rain fell. It fell long. Wind rose. "I never believed him," said Ane Berg.'

    assert words(text, "Omar Dahl", "pronoun") == ["him"]


def test_the_one_man_whom_a_story_is_about_is_remembered():
    text = "Omar Dahl won. Dahl sang. Dahl left. Rain fell. It fell long. Wind rose. The sun came. He wept."

    assert words(text, "Omar Dahl", "pronoun") == ["He"]


def test_a_nationality_alone_means_somebody_of_it():
    text = "The Norwegian general Omar Dahl spoke. They saw the Norwegian."

    assert words(text, "Omar Dahl", "description") == ["Norwegian"]


@pytest.mark.parametrize("rest", ["army", "forces", "and Danish press"])
def test_a_nationality_before_a_noun_means_nobody(rest: str):
    text = f"The Norwegian general Omar Dahl spoke. They saw the Norwegian {rest}."

    assert words(text, "Omar Dahl", "description") == []


@pytest.mark.parametrize("which", ["next", "sitting"])
def test_whoever_is_or_will_be_in_office_needs_to_be_known_by_it(which: str):
    text = f"Omar Dahl, the nominee, spoke. They wrote to the {which} president."

    assert words(text, "Omar Dahl", "description") == []


def test_a_role_before_a_comma_and_a_name_is_that_of_the_name():
    assert words("Omar Dahl, a surgeon, spoke. The surgeon, Ola Berg, left.", "Omar Dahl", "description") == []


def test_what_somebody_once_was_is_said_of_him_and_means_nobody_else():
    text = "Omar Dahl won. They met Nordkap, once the darling of investors."

    assert words(text, "Omar Dahl", "description") == []


def test_what_somebody_is_called_to_her_face_means_nobody_else():
    text = "Eva Stahl came. Omar Dahl left. They kept calling her that little girl."

    assert words(text, "Eva Stahl", "description") == []


def test_somebody_brought_in_without_a_name_is_soon_forgotten():
    text = (
        "A former judge runs. Rain fell. Wind rose. The sun came. Omar Dahl won. Eva Stahl spoke. Stahl sang. "
        "The former judge left."
    )

    assert words(text, "Eva Stahl", "description") == ["former judge"]


def test_a_description_ends_before_a_number():
    text = "Omar Dahl, the strongman, rules. A welder voted for the president four times."

    assert words(text, "Omar Dahl", "description") == ["president"]


def test_a_body_is_described_with_what_happened_to_it():
    assert "collapsed army" in words("The Northern Army lost. They met the collapsed army.", "Northern Army")


def test_what_stands_behind_an_age_is_known_of_somebody():
    text = "Omar Dahl, 47, a surgeon, left. Eva Stahl spoke. They met the surgeon."

    assert words(text, "Omar Dahl", "description") == ["surgeon"]


def test_a_speaker_behind_a_quotation_is_no_apposition_of_a_name_in_it():
    text = '"We all are Eva Stahl," declared keeper Ane Berg. They met the keeper.'

    assert words(text, "Eva Stahl", "description") == []


def test_documents_where_no_actor_of_a_kind_stands_change_nothing():
    one = Document("a", "Omar Dahl left. He wept.", language="en")
    other = Document("b", "Norland sent Ane Berg. She wept. The judge sang.", language="en")
    both, alone = (mentions(tokenize(Corpus(documents)), LEXICON) for documents in ([one, other], [one]))

    assert both.first[both.documents == 0].tolist() == alone.first.tolist()
