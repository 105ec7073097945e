"""Who says what, and in whose words: sentences of our own, answers by hand."""

from __future__ import annotations

import time

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar.reporting import STANCES, reporting_forms
from corpus_stats.tokens import tokenize
from corpus_stats.voices import VOICES, Voices, voices
from corpus_stats.voices.nouns import TIES


def read(text: str, language: str = "en") -> Voices:
    return voices(tokenize(Corpus([Document("a", text, language=language)])))


def said(text: str, kind: str = "paraphrase") -> list[str]:
    found = read(text)
    keep = (found.kinds == VOICES.index(kind)) & ~found.is_attitude
    return [text[a:b] for a, b in zip(found.starts[keep].tolist(), found.ends[keep].tolist(), strict=True)]


def voice(text: str, words: str) -> str:
    start = text.index(words)
    return VOICES[int(read(text).at([0], [start], [start + len(words)]).voices[0])]


# -------------------------------------------------------------------------------------------------- direct speech


def test_direct_speech_is_quoted():
    assert said("“We will go home,” said Ann Lee, the mayor.", "quoted") == ["“We will go home,”"]


def test_speech_of_one_word_is_quoted_where_it_opens_a_sentence():
    assert said('"No," he said.', "quoted") == ['"No,"']


def test_a_word_in_marks_inside_the_sentence_of_the_outlet_is_a_fragment():
    assert voice('The so-called "caliphate" fell.', "caliphate") == "fragment"


def test_a_long_quotation_is_speech_wherever_it_stands():
    text = "They discussed “the importance of the end of fighting in the country and of an early vote”"

    assert voice(text, "fighting") == "quoted"


def test_speech_goes_on_behind_its_cue():
    text = "“We go,” said Ann Lee. “There is no other way.”"

    assert read(text).speakers == ("Ann Lee", "Ann Lee")


def test_speech_of_several_paragraphs_has_one_speaker():
    text = "“One is enough,” Ann Lee said.\n“Two are many.\n“Three are more.”\nThe outlet speaks."

    assert read(text).speakers == ("Ann Lee",) * 3
    assert voice(text, "outlet") == "outlet"


def test_a_gloss_in_square_brackets_is_the_wording_of_the_outlet():
    text = "“They [the foreign fighters] were flown there in three planes,” he said."

    assert voice(text, "foreign fighters") == "outlet"
    assert voice(text, "planes") == "quoted"


# ------------------------------------------------------------------------------------------------ indirect speech


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army said that it had left the town.", "that it had left the town"),
        ("The army said it had left the town.", "it had left the town"),
        ("The army said on Friday that it had left.", "that it had left"),
        ("The army said in a statement on Friday it had left.", "it had left"),
        ("The army denied that it had shelled the town.", "that it had shelled the town"),
        ("The mayor told reporters that the bridge was gone.", "that the bridge was gone"),
        ("The mayor asked whether the bridge was safe.", "whether the bridge was safe"),
        ("Analysts believe the war could last for years.", "the war could last for years"),
        ("Some speculate that the war could last.", "that the war could last"),
        ("Rebels hold the town, Reuters reported on Sunday.", "Rebels hold the town"),
        ("The town fell on Monday, two officials told Reuters.", "The town fell on Monday"),
        ("The town fell on Monday, said Mayor Ann Lee.", "The town fell on Monday"),
        ("The town has fallen, a spokesman for the army said.", "The town has fallen"),
        ("According to the ministry, the town has fallen.", "the town has fallen"),
        ("The town has fallen, according to the ministry.", "The town has fallen"),
        ("As the minister put it, the deal is dead.", "the deal is dead"),
        ("In the minister's view, the deal is dead.", "the deal is dead"),
        ("The minister confirmed the retreat.", "the retreat"),
        ("The minister accused the rebels of shelling the town.", "shelling the town"),
        ("There were reports that the town had fallen.", "that the town had fallen"),
        ("It was announced that the town had fallen.", "that the town had fallen"),
    ],
)
def test_what_somebody_is_said_to_say_is_paraphrase(text, content):
    assert said(text) == [content]


def test_content_goes_on_behind_a_parenthesis():
    assert said("The talks, Ann Lee said, had failed.") == ["The talks", "had failed"]


def test_the_outlet_adds_a_second_report():
    text = "Ann Lee said the talks had failed, adding that nobody was hurt."

    assert said(text) == ["the talks had failed", "that nobody was hurt"]


def test_a_semicolon_bounds_what_according_to_governs():
    text = "Egypt backs the army; it has hired guards, according to Al Jazeera."

    assert voice(text, "backs") == "outlet"
    assert voice(text, "hired") == "paraphrase"


def test_a_sentence_before_the_attributed_one_is_the_outlets():
    text = "The town fell on Monday. The bridge was blown up, the army said."

    assert voice(text, "fell") == "outlet"


def test_a_tag_before_a_headline_attributes_it():
    text = "Reports: Hundreds of Fighters Leave the Town"

    assert said(text) == ["Hundreds of Fighters Leave the Town"]


def test_a_place_before_a_headline_says_nothing():
    assert said("Libya: Hundreds of Fighters Leave the Town") == []


def test_the_paragraph_below_a_verb_and_a_colon_is_its_content():
    text = "The ministry said:\nThe town is ours and it will stay ours.\nNobody else spoke."

    assert said(text) == ["The town is ours and it will stay ours"]


def test_nouns_that_look_like_verbs_introduce_nothing():
    assert said("The report on the state of the market was long.") == []


@pytest.mark.parametrize(
    "text",
    [
        "This claim comes after a strike on the port.",
        "The allegation came after talks in Rome.",
        "Ministers held a phone call with the mayor on Monday.",
    ],
)
def test_a_noun_of_speech_that_ties_nothing_attributes_nothing(text):
    assert said(text) == []


def test_a_capital_in_a_name_is_no_verb():
    found = read("The US Africa Command has accused the army of hiding jets.")

    assert found.verbs == ("accuse",)


def test_a_claim_that_nobody_owns_has_no_source():
    assert read("The latest claim that the port was closed came late.").speakers == (None,)


def test_a_claim_is_no_source_of_the_reports_it_came_after():
    assert read("The claim comes amid reports that ships left.").speakers == (None,)


def test_a_claim_that_somebody_owns_has_a_source():
    assert read("Ann Lee's claim that the port was closed came late.").speakers == ("Ann Lee",)


def test_a_stand_is_a_stand_and_its_wording_the_outlets():
    text = "The general opposes the shameful deal."
    found = read(text)

    assert found.is_attitude.tolist() == [True]
    assert voice(text, "shameful") == "outlet"


def test_a_span_that_holds_a_whole_cue_is_an_attribution():
    assert voice("Rebels hold the town, Reuters reported on Sunday.", "Reuters reported on Sunday") == "paraphrase"


def test_an_adverb_of_hearsay_is_the_outlets_own():
    text = "The men were allegedly hired by a company, Reuters reported."

    assert voice(text, "allegedly") == "outlet"
    assert voice(text, "hired") == "paraphrase"


@pytest.mark.parametrize(("verb", "stance"), [("confirmed", "factive"), ("said", "neutral"), ("claimed", "distancing")])
def test_a_verb_has_a_stance(verb, stance):
    found = read(f"The army {verb} that it had left.")

    assert found.stances == (stance,)


@pytest.mark.parametrize("lemma", ["say", "label", "accuse", "sob"])
def test_every_reporting_verb_has_a_known_stance(lemma):
    assert {verb.stance for verb in reporting_forms().values() if verb.lemma == lemma} <= set(STANCES)


@pytest.mark.parametrize("form", ["labelled", "dubbed", "sobbed", "ripped", "rebutted"])
def test_a_past_tense_that_doubles_its_last_letter_is_known(form):
    assert reporting_forms()[form].kind == "past"


def test_only_words_that_introduce_speech_are_cues():
    assert not {"chalk", "pound", "balk", "bristle", "thank", "purport"} & set(reporting_forms())
    assert not {"coy", "vague", "adulation"} & set(TIES)


# ----------------------------------------------------------------------------------------------------- judgements


@pytest.mark.parametrize(
    ("text", "judgement", "speaker"),
    [
        ("Supporters regard him as a hero.", "a hero", "supporters"),
        ("Critics labelled Crewe a fraud.", "a fraud", "critics"),
        ("The media dubbed Crewe the king of fraud.", "the king of fraud", "the media"),
        ("Critics consider Crewe a tyrant.", "a tyrant", "critics"),
        ("Many view Crewe as a monster.", "a monster", "many"),
        ("Crewe was branded a coward by his rivals.", "a coward", "his rivals"),
        ("Crewe, described by rivals as a despot, left.", "a despot", "rivals"),
        ("Crewe, dubbed the butcher by his rivals, left.", "the butcher", "his rivals"),
        ("Crewe was described as a despot by his rivals.", "a despot", "his rivals"),
        ("Crewe has been called a butcher.", "a butcher", None),
        ("Crewe is widely regarded as a tyrant.", "a tyrant", None),
        ("Crewe, described as a despot, left.", "a despot", None),
        ("Critics consider the plan illegal.", "illegal", "critics"),
    ],
)
def test_a_judgement_is_that_of_whoever_judges(text, judgement, speaker):
    start = text.index(judgement)
    columns = read(text).at([0], [start], [start + len(judgement)])

    assert VOICES[int(columns.voices[0])] == "paraphrase"
    assert columns.speakers.tolist() == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crewe, described by rivals as a despot, left the thugs.", "thugs"),
        ("The soldiers saw the thugs as they left.", "thugs"),
        ("The police saw the town as thugs burned it.", "thugs"),
        ("Crewe was named a suspect.", "suspect"),
        ("Rivals regard Crewe as a despot, but the thugs left.", "thugs"),
        ("The plan was considered by the regime.", "regime"),
    ],
)
def test_what_nobody_is_judged_to_be_is_the_outlets(text, words):
    assert voice(text, words) == "outlet"


# ------------------------------------------------------------------------------------------------- no attribution


@pytest.mark.parametrize(
    "text",
    [
        "When the verdict was read, Crewe showed no emotion.",
        "Asked about the regime, Lee left.",
        "Asked whether the regime would fall, Lee left.",
        "Lee, asked about the regime, said nothing.",
        "Lee was asked whether the regime would fall.",
        "Lee smiled when asked about the regime.",
        "The toll is high and estimates vary.",
        "Crewe thanked her lawyers.",
        "The mayor laughed.",
        "The bridge was closed, sobbed the mayor.",
        "Ann Lee remembered him as a boy.",
        "The bank was called Northern Trust.",
    ],
)
def test_what_nobody_says_is_no_attribution(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The regime fell on Monday, state media reported.", "state media"),
        ("The regime fell on Monday, state television said.", "state television"),
        ("Critics of Park say the regime fell.", "critics of Park"),
        ("Analysts at Cobalt say the regime fell.", "analysts at Cobalt"),
        ('"Park must go," sobbed Dunne.', "Dunne"),
        ('"Park must go," tweeted Dunne.', "Dunne"),
    ],
)
def test_a_source_is_found_whatever_its_form(text, speaker):
    assert read(text).speakers == (speaker,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The mayor said "we won" and left the town.', "left"),
        ('The mayor said "we won" before the thugs burned the town.', "thugs"),
        ('The mayor said that "we won" before the thugs burned the town.', "thugs"),
        ('The mayor said "we won" in a statement on the thugs.', "thugs"),
        ('The mayor said "no" and left the town.', "left"),
    ],
)
def test_the_outlet_goes_on_behind_a_whole_quotation(text, words):
    assert voice(text, words) == "outlet"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The mayor said "brutal" thugs burned the town.', "thugs"),
        ('The mayor said "many" had left.', "left"),
        ('The mayor said that "we won" and that the thugs left.', "thugs"),
    ],
)
def test_a_clause_that_a_quotation_opens_goes_on_behind_it(text, words):
    assert voice(text, words) == "paraphrase"


def test_a_closing_mark_of_two_characters_closes_speech_like_one():
    assert voice("The crowd chanted ''No more!'' all day.", "No more") == "quoted"


# -------------------------------------------------------------------------------------------------------- columns


def test_a_fragment_in_reported_speech_has_its_speaker():
    text = 'Ann Lee said the plan was "reckless" on Monday.'
    start = text.index("reckless")
    columns = read(text).at([0], [start], [start + 8])

    assert VOICES[int(columns.voices[0])] == "fragment"
    assert columns.quoted.tolist() == [True]
    assert columns.attributed.tolist() == [True]
    assert columns.speakers.tolist() == ["Ann Lee"]


def test_a_fragment_of_nobody_is_quoted_and_not_attributed():
    text = 'The so-called "caliphate" fell.'
    columns = read(text).at([0], [14], [25])

    assert (columns.quoted.tolist(), columns.attributed.tolist()) == ([True], [False])


def test_another_language_is_not_read():
    text = "Der Minister sagte: „Das ist eine Lüge.“ Das Heer meldete, dass die Stadt gefallen sei."
    columns = read(text, "de").at([0], [21], [24])

    assert len(read(text, "de")) == 0
    assert columns.voices.tolist() == [-1]
    assert (columns.quoted.tolist(), columns.speakers.tolist()) == ([False], [None])


def test_a_text_without_words_has_no_voices():
    assert len(read("...")) == 0
    assert read("...").at([0], [0], [1]).voices.tolist() == [0]


@pytest.mark.parametrize("text", ["Said", "claims", "'s", "view of", "who claim", "According to"])
def test_a_text_of_nothing_but_a_cue_has_no_voices(text):
    assert len(read(text)) == 0


def test_no_spans_give_no_columns():
    assert read("The army said it had left.").at([], [], []).voices.tolist() == []


def test_voices_are_read_once():
    tokens = tokenize(Corpus([Document("a", "The army said it had left.", language="en")]))

    assert voices(tokens) is voices(tokens)


def test_every_content_lies_in_its_document():
    corpus = Corpus([Document(name, f"“Go,” said {name}. He left, Reuters said.", language="en") for name in "abc"])
    found = voices(tokenize(corpus))

    assert np.unique(found.documents).tolist() == [0, 1, 2]
    assert (found.ends <= len(corpus.documents[0].text)).all()


@pytest.mark.parametrize(
    "line", ['He said "it is over and ', "It's 'so', he said, \"and ", "( they said, that ", '"a ']
)
def test_a_long_line_takes_time_in_proportion_to_its_length(line):
    seconds = []
    for n in (500, 4_000):
        spent = []
        for _ in range(3):
            tokens = tokenize(Corpus([Document("a", line * n, language="en")]))
            start = time.process_time()
            voices(tokens)
            spent.append(time.process_time() - start)
        seconds.append(min(spent))

    # twice the ratio of the lengths
    assert seconds[1] < 2 * 8 * max(seconds[0], 0.02)


# ------------------------------------------------------------------------------------------- where the outlet goes on


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor rejected the deal and threatened to leave.", "the deal"),
        ("He was accused of theft as police searched the town.", "theft"),
        ("The union criticised the plan, a day after the vote.", "the plan"),
        ("Villagers opposing the dam marched on Friday.", "the dam"),
        ("In a letter announcing the deal, the union thanked its members.", "the deal"),
    ],
)
def test_a_stand_ends_where_the_outlet_goes_on(text, content):
    found = read(text)
    first = text[found.starts[0] : found.ends[0]]

    assert first == content


def test_what_a_relative_clause_reports_ends_with_it():
    text = "Colonel Dunne, who once said that the war was lost, left for Rome."

    assert said(text) == ["that the war was lost"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The army denied it and claimed that rebels had fired.", ["it", "that rebels had fired"]),
        ("The judge, said his lawyer, had moved abroad.", ["The judge", "had moved abroad"]),
        ("The bank, as Lee pointed out, is no ministry.", ["The bank", "is no ministry"]),
        ("Though it rained, Lee said, leaving was no option.", ["Though it rained", "leaving was no option"]),
        ("The town fell, say police", ["The town fell"]),
        ("The town fell, as the watchdog has documented.", ["The town fell"]),
        ("The army reported on Monday, citing two officials, that the town fell.", ["that the town fell"]),
        ("People close to Lee insist he is well.", ["he is well"]),
        ("Another recalled that the bank was closed.", ["that the bank was closed"]),
        ("Lee is understood to be ill.", ["to be ill"]),
        ("Lee vowed to fight on.", ["to fight on"]),
        ("Lee warned members about delays.", ["delays"]),
        ("She told voters Lee was ill.", ["Lee was ill"]),
        ("In the view of the bank, the plan is dear.", ["the plan is dear"]),
    ],
)
def test_content_is_found_in_whatever_place_it_stands(text, contents):
    assert said(text) == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“It is late,” the general told cadets in a televised address.", ["“It is late,”"]),
        ("“We are ten,” said a clerk who was packing boxes.", ["“We are ten,”"]),
        ("“We rise,” Lee said, fist in the air, “and nobody stops us.”", ["“We rise,”", "“and nobody stops us.”"]),
        ("‘SHE IS FINISHED’: boss bans captain", ["‘SHE IS FINISHED’"]),
    ],
)
def test_speech_is_told_from_what_stands_beside_it(text, contents):
    assert said(text, "quoted") == contents
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "The bank would not comment on the figures.",
        "She refused to say why the plan failed.",
        "They moved the parade for fear of an attack.",
        "Noted economist Ann Lee arrived on Monday.",
        "The army called up volunteers.",
        "The crowd sang her name.",
    ],
)
def test_who_does_not_speak_says_nothing(text):
    assert len(read(text)) == 0


@pytest.mark.parametrize(
    ("text", "verb"),
    [("“It is over,” sobbed the mayor.", "sob"), ("Another added: “We lost it all in an hour.”", "add")],
)
def test_speech_has_the_verb_that_introduces_it(text, verb):
    assert read(text).verbs == (verb,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The man, believed dead, returned.", "man"),
        ("Hostages, feared dead, came home.", "Hostages"),
        ("The king, thought ill, spoke.", "king"),
        ("The man was ill, believed dead.", "ill"),
    ],
)
def test_nobody_says_what_stands_before_a_verb_that_no_subject_follows(text, words):
    assert voice(text, words) == "outlet"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mine, said a report, was shut.", ["The mine", "was shut"]),
        ("The town, wrote Ann Lee, is lost.", ["The town", "is lost"]),
        ("The road was shut, said police.", ["The road was shut"]),
    ],
)
def test_content_stands_around_a_verb_that_its_subject_follows(text, content):
    assert said(text) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee, citing ill health, resigned.", "ill health"),
        ("Ann Lee, insisting that she was well, left the hall.", "that she was well"),
        ("The king fell, claiming the vote was stolen, rigged and lost.", "the vote was stolen, rigged and lost"),
    ],
)
def test_what_an_aside_behind_its_subject_says_ends_where_the_outlet_goes_on(text, content):
    assert said(text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Tom Berg (who said he was ill) left.", "he was ill"),
        ("The king [who claimed to be well] fled.", "to be well"),
        ("Ann Lee said the vote (held in May) was fair.", "the vote (held in May) was fair"),
    ],
)
def test_what_is_said_in_brackets_ends_with_them(text, content):
    assert said(text) == [content]
