"""Sources of given attributions, and whom they mean: sentences of our own, answers by hand."""

from __future__ import annotations

import time

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar import grammar
from corpus_stats.mentions import names
from corpus_stats.tokens import tokenize
from corpus_stats.voices import voices
from corpus_stats.voices.clauses import Reader, View
from corpus_stats.voices.outlets import is_medium, is_same_outlet
from corpus_stats.voices.sources import source_of
from corpus_stats.voices.speakers import speakers
from corpus_stats.voices.told import via


class Article:
    """One article whose cues and contents are given by their words."""

    def __init__(self, text: str, outlet: str | None = None) -> None:
        self.text = text
        self.tokens = tokenize(Corpus([Document("a", text, outlet=outlet, language="en")]))
        starts = self.tokens.starts.tolist()
        inside = [text[:start].count('"') % 2 == 1 for start in starts]
        self.reader = Reader.of(grammar(self.tokens), [0 if one else -1 for one in inside])

    def span(self, words: str) -> tuple[int, int]:
        if not words:
            return -1, -1
        start = self.text.index(words)
        inside = [
            i
            for i, (a, b) in enumerate(zip(self.tokens.starts, self.tokens.ends, strict=True))
            if start <= a and b <= start + len(words)
        ]
        return inside[0], inside[-1] + 1

    def source(self, cue: str, content: str) -> str | None:
        found = source_of(self.reader, *self.span(cue), *self.span(content))
        if found is None:
            return None
        return self.text[int(self.tokens.starts[found[0]]) : int(self.tokens.ends[found[1] - 1])]

    def speakers(self, *pairs: tuple[str, str]) -> list[tuple[str | None, str]]:
        cues = [self.span(cue) for cue, _ in pairs]
        contents = [self.span(content) for _, content in pairs]
        sources = [source_of(self.reader, *cue, *content) for cue, content in zip(cues, contents, strict=True)]
        return speakers(self.reader, names(self.tokens), sources)


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("The town's mayor said the bridge was closed.", "said", "the bridge was closed", "The town's mayor"),
        ("Western officials say that the talks failed.", "say", "that the talks failed", "Western officials"),
        ("Mayor Ann Lee warned of floods.", "warned", "of floods", "Mayor Ann Lee"),
        ("A critic of the plan has repeatedly said it is dear.", "said", "it is dear", "A critic of the plan"),
        ("On Tuesday in Oslo, it said the road was open.", "said", "the road was open", "it"),
        ('"We lost," said the captain of the team.', "said", '"We lost,"', "the captain of the team"),
        ('"We lost," the captain said.', "said", '"We lost,"', "the captain"),
        ("The coast, as one resident put it, is gone.", "put it", "is gone", "one resident"),
        ("Officials, who say the dam is safe, left early.", "say", "the dam is safe", "who"),
        ("The strike was ordered by the head of the union.", "was ordered", "The strike", "the head of the union"),
        ("Sales fell, according to a report by the bank.", "according to", "Sales fell", "a report by the bank"),
        (
            "Ann Lee, a member of the board, said she would go.",
            "said",
            "she would go",
            "Ann Lee, a member of the board",
        ),
        ("The board's chairman, Ann Lee, said no.", "said", "no", "The board's chairman, Ann Lee"),
        ("The ministry confirmed the arrest, adding that he ran.", "adding", "that he ran", "The ministry"),
        ("The union met on Monday and demanded higher pay.", "demanded", "higher pay", "The union"),
        ("Speaking in Rome, the pope asked for peace.", "asked", "for peace", "the pope"),
        ("Citing the weather, the airline cancelled flights.", "Citing", "the weather", "the airline"),
        ("The minister went on to accuse the rebels of theft.", "accuse", "the rebels of theft", "The minister"),
        ("Voters urged the senator to explain the deal.", "explain", "the deal", "the senator"),
        ("Few believed the colonel's claim that he won.", "claim", "that he won", "the colonel's"),
        ("She repeated her claim that he won.", "claim", "that he won", "her"),
        ("The minister: taxes will rise.", "", "taxes will rise", "The minister"),
        ('"Taxes will rise." - Ann Lee', "", '"Taxes will rise."', "Ann Lee"),
    ],
)
def test_the_source_of_an_attribution_is_found_by_the_clause_of_its_cue(text, cue, content, source):
    assert Article(text).source(cue, content) == source


def test_a_passive_that_names_no_agent_has_no_source():
    article = Article("The strike was widely condemned on Monday.")

    assert article.source("was widely condemned", "The strike") is None


def test_a_feeling_that_looks_like_a_passive_has_its_subject_for_a_source():
    article = Article("The pilots were concerned that the runway was short.")

    assert article.source("were concerned", "that the runway was short") == "The pilots"


def test_a_verb_in_somebody_elses_quotation_is_no_verb_of_the_clause():
    article = Article('The "we will stay" group said the camp was full.')

    assert article.source("said", "the camp was full") == 'The "we will stay" group'


def test_speech_that_stands_alone_is_the_last_speakers():
    article = Article('The coach said they had trained well. The hall was full. "We are ready."')

    assert article.source("", '"We are ready."') == "The coach"


def test_speech_is_never_given_to_a_speaker_of_the_article_before():
    tokens = tokenize(Corpus([Document("a", "The coach said no."), Document("b", '"We are ready."')]))
    reader = Reader.of(grammar(tokens), [-1, -1, -1, -1, 0, 0, 0])

    assert source_of(reader, -1, -1, 4, 7) is None


def test_a_pronoun_means_the_last_speaker_that_agrees_with_it():
    article = Article(
        "Mr. Carl Berg said the mill would close. Mrs. Ann Lee disagreed with that. He added that it was old."
    )

    assert article.speakers(("said", "the mill"), ("added", "that it was old"))[1] == ("Carl Berg", "named")


def test_it_means_a_body_and_never_a_person():
    article = Article(
        "The Northern Mining Company said it was ready. Carl Berg was away. It added that jobs were safe."
    )

    found = article.speakers(("said", "it was ready"), ("added", "that jobs were safe"))

    assert found[1] == ("Northern Mining Company", "named")


def test_a_newspaper_that_speaks_of_itself_is_the_outlet():
    article = Article("The deal is off, this newspaper reported.")

    assert article.speakers(("reported", "The deal is off")) == [("this newspaper", "self")]


def test_a_relative_pronoun_means_the_noun_before_it():
    article = Article("They met farmers in Kent, who said the soil was dry.")

    assert article.speakers(("said", "the soil was dry")) == [("farmers", "anonymous")]


def test_a_short_name_is_given_in_its_longest_form():
    article = Article("Carl Berg came home. Berg said the mill would close.")

    assert article.speakers(("said", "the mill")) == [("Carl Berg", "named")]


def test_an_office_means_the_name_that_it_stood_beside():
    article = Article("Mayor Carl Berg came home. The mayor said the mill would close.")

    assert article.speakers(("said", "the mill")) == [("Carl Berg", "named")]


def test_a_vice_president_is_not_the_president():
    article = Article("Vice President Carl Berg came home. The president said the mill would close.")

    assert article.speakers(("said", "the mill")) == [("the president", "anonymous")]


def test_a_description_that_names_nobody_is_anonymous():
    article = Article("A senior official at the Northern Bank said rates would rise.")

    assert article.speakers(("said", "rates would rise")) == [("a senior official at the Northern Bank", "anonymous")]


def test_a_repeated_description_means_the_fuller_one_before_it():
    article = Article("A senior bank official said rates would rise. The official said it was a pity.")

    found = article.speakers(("said", "rates would rise"), ("said it", "it was a pity"))

    assert found[1] == ("a senior bank official", "anonymous")


def test_an_outlet_that_cites_itself_is_told_from_other_sources():
    article = Article("The Daily Star has learned that the mill will close.", outlet="Daily Star")

    assert article.speakers(("learned", "that the mill")) == [("Daily Star", "self")]


def test_we_outside_of_quotation_marks_is_the_outlet():
    article = Article("We reported that the mill will close.", outlet="Daily Star")

    assert article.speakers(("reported", "that the mill")) == [("Daily Star", "self")]


def test_the_us_is_a_country_and_no_pronoun():
    article = Article("The US said the mill would close.", outlet="Daily Star")

    assert article.speakers(("said", "the mill"))[0][1] == "named"


def test_a_pronoun_means_the_subject_of_its_own_sentence_before_an_older_speaker():
    article = Article("Mr. Carl Berg said no. Mr. Tom Hall met farmers, where he asked for rain.")

    assert article.speakers(("said", "no"), ("asked", "for rain"))[1] == ("Tom Hall", "named")


def test_a_report_is_said_by_whoever_wrote_it():
    article = Article("A report by the Northern Bank said rates would rise.")

    assert article.speakers(("said", "rates would rise")) == [("Northern Bank", "named")]


def test_a_statement_spoken_of_again_is_that_of_its_author():
    article = Article("He read a statement from the Northern Bank. The statement said rates would rise.")

    assert article.speakers(("said", "rates would rise")) == [("Northern Bank", "named")]


def test_a_body_told_by_its_country_is_named():
    article = Article("The Syrian government said rates would rise.")

    assert article.speakers(("said", "rates would rise")) == [("the Syrian government", "named")]


def test_an_attribution_without_a_source_has_no_speaker():
    article = Article("The strike was widely condemned on Monday.")

    assert article.speakers(("was widely condemned", "The strike")) == [(None, "")]


def test_the_medium_that_was_told_is_kept():
    article = Article("Two officials told Reuters that the mill will close.")

    assert via(article.reader, names(article.tokens), article.span("told")[1]) == "Reuters"


def test_the_outlet_that_was_told_is_a_medium_whatever_its_name():
    article = Article("Two officials told Zaman al-Wasl that the mill will close.", outlet="Zaman Al Wasl")

    assert via(article.reader, names(article.tokens), article.span("told")[1]) == "Zaman al-Wasl"


def test_the_medium_that_a_statement_was_given_to_is_kept():
    article = Article("Carl Berg confirmed the sale in a statement to the Northern Gazette on Monday.")

    assert via(article.reader, names(article.tokens), article.span("confirmed")[1]) == "Northern Gazette"


@pytest.mark.parametrize(
    "text", ["Reuters first reported it, citing two officials.", "It fell, Reuters reported, citing Ann."]
)
def test_a_medium_that_cites_somebody_is_kept(text):
    article = Article(text.replace("Ann", "a person briefed on it"))

    assert via(article.reader, names(article.tokens), article.span("reported")[1]) == "Reuters"


def test_a_person_that_was_told_is_no_medium():
    article = Article("Two officials told Carl Berg that the mill will close.")

    assert via(article.reader, names(article.tokens), article.span("told")[1]) is None


@pytest.mark.parametrize("outlet", ["nyt", "The New York Times", "nytimes.com", "New York Times"])
def test_an_outlet_is_known_however_it_is_written(outlet):
    assert is_same_outlet("The New York Times", outlet)


@pytest.mark.parametrize("name", ["Guardian", "Evening Star", "Carl Berg"])
def test_another_name_is_not_the_outlet(name):
    assert not is_same_outlet(name, "Daily Star")


def test_a_newspaper_is_known_by_its_last_word():
    assert is_medium("Northern Evening Gazette")


def said_by(text: str, outlet: str | None = None) -> list[tuple[str | None, str]]:
    """Speaker and kind of every attribution of an article, as `voices` gives them."""
    read = voices(tokenize(Corpus([Document("a", text, outlet=outlet, language="en")])))
    return list(zip(read.speakers, read.source_kinds, strict=True))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenyan President Tom Hall met voters. Sources close to the Kenyan president said it rained.",
            ("sources close to the Kenyan president", "anonymous"),
        ),
        ("Prime Minister Tom Hall met. The Treasury minister said it rained.", ("the Treasury minister", "anonymous")),
        ("Prime Minister Tom Hall met. The minister said it rained.", ("the minister", "anonymous")),
        ("Prime Minister Tom Hall met. The prime minister said it rained.", ("Tom Hall", "named")),
        ("Foreign Minister Tom Hall met. The foreign minister said it rained.", ("Tom Hall", "named")),
        ("Foreign Minister Tom Hall met. The defence minister said it rained.", ("the defence minister", "anonymous")),
        ("Mr. Tom Hall, the mayor, met voters. The mayor said she would go.", ("the mayor", "anonymous")),
        ("The coast is gone, as the New York Sun put it.", ("New York Sun", "named")),
        (
            "Tom Hall met voters. People briefed on the talks said it rained.",
            ("people briefed on the talks", "anonymous"),
        ),
        ("Gen. Tom Hall met voters. The general said it rained.", ("Tom Hall", "named")),
        ("Judge Ann Long met voters. Long said it rained.", ("Ann Long", "named")),
        ("In a talk with Le Monde published on Monday, Tom Hall, called for new taxes.", ("Tom Hall", "named")),
        ("Hallow, who wrote the bill, left. He added that it rained.", ("Hallow", "named")),
    ],
)
def test_words_are_given_to_whoever_the_article_says_spoke(text, speaker):
    assert said_by(text)[-1] == speaker


def test_people_familiar_with_somebodys_thinking_are_the_source():
    text = "Lee Park came home. People familiar with Park's thinking said he was ill."

    assert Article(text).source("said", "he was ill") == "People familiar with Park's thinking"


def test_what_a_paper_says_while_citing_others_is_the_papers():
    article = Article("The WSJ, citing people briefed on the matter, said the firm would close.")

    assert article.source("citing", "people briefed on the matter") == "The WSJ"


@pytest.mark.parametrize("group", ["Critics of Park", "Analysts at Cobalt"])
def test_the_phrase_behind_a_plural_belongs_to_the_source(group):
    assert Article(f"{group} say the plan is dead.").source("say", "the plan is dead") == group


def test_a_source_is_never_what_somebody_said_before():
    text = "'He was a quiet boy,' his sister, Ann Lee, recalls. 'Nobody knew that he would do this.'"

    assert said_by(text) == [("Ann Lee", "named")] * 2


def test_the_short_name_of_an_outlet_is_the_outlet_itself():
    assert said_by("The Herald reported last week that the mill would close.", "The Valley Herald")[0][1] == "self"


def seconds_a_cue(n: int) -> float:
    reader = Article("the official said the mill would close and " * n).reader
    cues = [i for i, word in enumerate(reader.words) if word == "said"]
    begin = time.process_time()
    for cue in cues:
        source_of(reader, cue, cue + 1, cue + 1, cue + 5)
    return (time.process_time() - begin) / len(cues)


def test_time_is_linear_where_a_sentence_never_ends():
    small, large = (min(seconds_a_cue(n) for _ in range(3)) for n in (200, 2000))

    assert large < 2 * small


def speech_seconds(unit: str, n: int) -> float:
    tokens = tokenize(Corpus([Document("a", unit * n, language="en")]))
    names(tokens)
    grammar(tokens)
    begin = time.process_time()
    voices(tokens)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "The Foreign Ministry of Kenya met. The ministry said that it rained. ",
        "President Lee Smith met voters. The president said that it rained. ",
    ],
)
def test_time_is_linear_where_one_office_speaks_again_and_again(unit):
    small, large = (min(speech_seconds(unit, n) for _ in range(3)) for n in (1000, 8000))

    assert large < 2 * 8 * small


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ('"We lost," said Ann Lee. "It hurts."', "said", "It hurts", "Ann Lee"),
        ("The owner, said her lawyer, had moved abroad.", "said", "had moved abroad", "her lawyer"),
        ('A firm branded "reckless" by the judge has closed.', "branded", '"reckless"', "the judge"),
        ('"This is theft," harrumphed Ann Lee.', "", '"This is theft,"', "Ann Lee"),
        ("In the view of several lawyers, the case is weak.", "view of", "the case is weak", "several lawyers"),
        ("Last year a minister called it a sham.", "called", "it a sham", "a minister"),
        ("A tape emerged in which the singer accused her of theft.", "accused", "her of theft", "the singer"),
        ("The mayor sold the mill, shut the mine and warned of cuts.", "warned", "of cuts", "The mayor"),
        ("Reuters reported that sales fell, citing fears of a strike.", "fears of", "a strike", "Reuters"),
        ("Reuters first reported the loss, citing two officials.", "reported", "the loss", "two officials"),
        ("Sales fell, Reuters reported, citing the weather.", "reported", "Sales fell", "Reuters"),
    ],
)
def test_a_source_is_found_behind_its_verb_and_in_longer_sentences(text, cue, content, source):
    assert Article(text).source(cue, content) == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The clinic's founder, Dr Ann Lee, said it rained.", ("Ann Lee", "named")),
        ("Its envoy, former judge Ann Lee, said it rained.", ("Ann Lee", "named")),
        ("One of her aides, Tom Hall, said it rained.", ("Tom Hall", "named")),
        ("Secretary of State John Hall said it rained.", ("John Hall", "named")),
        ("Ann Lee lost the vote. The silver-haired lawmaker said it was fair.", ("Ann Lee", "named")),
        (
            "Ann Lee met a veteran lawmaker. The veteran lawmaker said it was fair.",
            ("the veteran lawmaker", "anonymous"),
        ),
        (
            "Ann Lee met voters. The lawmaker's former aide said it was fair.",
            ("the lawmaker's former aide", "anonymous"),
        ),
        (
            "President Tom Hall fled. Ann Lee met voters. The self-styled president said it was fair.",
            ("Ann Lee", "named"),
        ),
        ("Tom Hall won. Hall is old. Hall met Ann Lee. The president said it was fair.", ("Tom Hall", "named")),
        ("Norfab Corp shut its mill. The company said sales fell.", ("Norfab Corp", "named")),
        ("The Salvation Front took a town. The company said sales fell.", ("the company", "anonymous")),
        ("A Riga-based institute said it rained.", ("a Riga-based institute", "named")),
        ("Reuters said it rained.", ("Reuters", "named")),
        ("Tom Hall fled.\n\nAn aide said so.\n\nIt is not new. In May he said it rained.", ("Tom Hall", "named")),
    ],
)
def test_descriptions_and_pronouns_mean_whom_the_article_is_about(text, speaker):
    assert said_by(text)[-1] == speaker


@pytest.mark.parametrize("name", ["Paul", "Mary", "Kim"])
def test_a_given_name_that_opens_a_sentence_is_a_name(name):
    assert said_by(f"{name} said he would resign.") == [(name, "named")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Protesters, demanding reform, marched.", ("protesters", "anonymous")),
        ("The bank, warning of losses, cut jobs.", ("the bank", "anonymous")),
        ("The bank, warned of losses, cut jobs.", ("the bank", "anonymous")),
        ("Ann Lee, fearing arrest, fled.", ("Ann Lee", "named")),
        ("Ann Lee, denying theft, left.", ("Ann Lee", "named")),
        ("The guards, claiming wages, struck.", ("the guards", "anonymous")),
        ("The firm, announcing losses, cut jobs.", ("the firm", "anonymous")),
        ("The owner, said her lawyer, had moved abroad.", ("her lawyer", "anonymous")),
    ],
)
def test_an_aside_is_said_by_what_stands_behind_its_verb_only_where_that_can_be_its_subject(text, speaker):
    assert set(said_by(text)) == {speaker}


def test_of_many_asides_before_a_verb_only_the_last_are_looked_at():
    reader = Article("It fell" + ", said" * 20 + ", he left.").reader

    assert View(reader, 0, len(reader.words), frozenset()).last_breaks(0, 20, 3) == [19, 18, 17]
