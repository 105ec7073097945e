"""Labels at mentions, read by grammar: each sentence was made up for its rule."""

from __future__ import annotations

import time

import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.descriptions import ATTACHED, descriptions, label_texts
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions import mentions
from corpus_stats.tokens import tokenize

PETROV = Actor("Ivan Petrov", ("Petrov",), ("General",))
FRONT = Actor("Free Valley Front", ("FVF", "valley rebels"))


def labels_in(text: str, actor: Actor = PETROV, *, parts: tuple[Part, ...] = ()) -> list[tuple[str, str]]:
    """Text of every label of an actor, with how it is tied to it."""
    tokens = tokenize(Corpus([Document("a", text, parts=parts)]))
    found = descriptions(mentions(tokens, Lexicon((), (actor,))))
    spans = zip(tokens.starts[found.first].tolist(), tokens.ends[found.last - 1].tolist(), strict=True)
    return [(text[start:end], ATTACHED[how]) for (start, end), how in zip(spans, found.attached.tolist(), strict=True)]


BEFORE = {
    "Soldiers loyal to strongman Ivan Petrov fled.": ["strongman"],
    "Soldiers met rebel leader Ivan Petrov's brother.": ["rebel leader"],
    "They met the eastern Ruritanian strongman Petrov.": ["eastern Ruritanian strongman"],
    "The brutal, corrupt strongman Ivan Petrov fled.": ["brutal, corrupt strongman"],
    "Exiled opposition leader Ivan Petrov returned.": ["Exiled opposition leader"],
    "They met rogue General Ivan Petrov in May.": ["rogue General"],
    "They met Gen. Ivan Petrov in May.": ["Gen"],
    "The U.S. Senator Ivan Petrov spoke.": ["U.S. Senator"],
    "They met trade adviser Ivan Petrov.": ["trade adviser"],
    "They met Housing Secretary Ivan Petrov.": ["Housing Secretary"],
    "The President of the Republic Ivan Petrov arrived.": ["President of the Republic"],
    "An embattled Petrov resigned.": ["embattled"],
    "The former general, Ivan Petrov, denied it.": ["former general"],
    "The head of the army, Ivan Petrov, denied it.": ["head of the army"],
    "Leaders Ivan Petrov and Ann Lee met.": ["Leaders"],
    "The weak and indecisive leader Ivan Petrov fled.": ["weak and indecisive leader"],
    "The weak and indecisive Petrov fled.": ["weak and indecisive"],
    "The jury found self-styled prophet Ivan Petrov guilty.": ["self-styled prophet"],
    "The veteran plotter Ivan Petrov spoke.": ["veteran plotter"],
    "The firm lost its disgraced founder, billionaire Ivan Petrov, in May.": ["disgraced founder", "billionaire"],
    "Cult leader and self-styled prophet Ivan Petrov fled.": ["Cult leader", "self-styled prophet"],
    "Disgraced Founder Petrov Quits After Probe": ["Disgraced Founder"],
    "SHAMED handball supremo Ivan Petrov fought on.": ["SHAMED handball supremo"],
    "They met league-winning skipper Ivan Petrov.": ["league-winning skipper"],
    "Noted environmentalist and Nobel awardee Ivan Petrov fled.": ["Noted environmentalist", "Nobel awardee"],
    "They met actor and activist Ivan Petrov.": ["actor", "activist"],
    "Tributes to “gentle giant” Petrov.": ["gentle giant"],
    "Mother-of-two Ivan Petrov sued.": ["Mother-of-two"],
    "A defiant Petrov quit.": ["defiant"],
    "In a letter to the lawyer, Senator Ivan Petrov, once of the north, said no.": ["Senator"],
    "Britain's most famous chef, Ivan Petrov, retired.": ["most famous chef"],
    "Former Lyon and England striker Ivan Petrov retired.": ["Former Lyon and England striker"],
    "The actor and activist Ivan Petrov retired.": ["actor", "activist"],
    "A killer named Ivan Petrov fled.": ["killer"],
    "A nurse called Ivan Petrov fled.": ["nurse"],
    "The killer - Ivan Petrov - fled.": ["killer"],
    "The killer (Ivan Petrov) fled.": ["killer"],
    "The wanted man, Ivan Petrov, fled.": ["wanted man"],
    "Grieving father Ivan Petrov spoke.": ["Grieving father"],
    "It was a reference to ousted President Ivan Petrov.": ["ousted President"],
}


@pytest.mark.parametrize("text", BEFORE)
def test_modifiers_before_a_name_are_its_label(text: str):
    assert labels_in(text) == [(label, "before name") for label in BEFORE[text]]


def test_a_word_that_names_a_patron_is_a_label_of_its_own():
    text = "They fear the Moscow-backed rebel chief Ivan Petrov and his heirs."

    assert labels_in(text) == [("Moscow-backed", "before name"), ("rebel chief", "before name")]


def test_each_of_several_patrons_is_a_label():
    text = "They fear the Paris-born, Moscow-backed warlord Ivan Petrov."

    assert [label for label, _ in labels_in(text)] == ["Paris-born", "Moscow-backed", "warlord"]


NO_LABEL = [
    "Ruritania's Petrov spoke to reporters.",
    "The Ruritanian Petrov spoke.",
    "The deal Petrov signed collapsed.",
    "The man Petrov hired was arrested.",
    "The officials Petrov dismissed were arrested.",
    "It is clear Petrov will not resign.",
    "A senior Petrov adviser resigned.",
    "The new Petrov government met.",
    "A recent Petrov visit failed.",
    "On Sunday Petrov resigned.",
    "In Paris Petrov resigned.",
    "Talks with Petrov, officials said, had failed.",
    "Ivan Petrov, President Ann Lee and others signed.",
    "Former rebels met in a Petrov stronghold.",
    "Petrov is not a terrorist, a lawyer said.",
    "Petrov would be a disaster, she said.",
    "Petrov is no longer in the capital.",
    "Petrov is in the capital.",
    "Petrov was a week late.",
    "Petrov's visit was short.",
    "Critics said it was “a war for Petrov,” officials in Ruritania said.",
    "Petrov, a senior officer said, had fled.",
    "The talks would be over if Petrov were elected president of the assembly.",
    "Petrov, who came second, fled.",
    "Petrov, a decision that angered many, was pardoned.",
    "Petrov's Free Valley Front was beaten.",
    "Petrov isn't a saint.",
    "Petrov wasn’t the villain of the story.",
    "Petrov could be a villain.",
    "Petrov believes that the minister is a liar.",
    "Petrov, a senior judge believes, is innocent.",
    "Lee met Petrov, and the bank was a fraud.",
    "In the words of Petrov, the bank is a fraud.",
    "Lee told Petrov, who was in Paris, that the deal is a fraud.",
    "Petrov says the trial, which began in May, is a farce.",
    "The root of the problem, Petrov said, was the bank.",
    "A week later, Petrov resigned.",
    "In a speech to a soldier, Petrov resigned.",
    "They met leaders such as Petrov.",
    "Petrov’s the same approach is a fraud.",
    "The bank called the minister, Petrov and Lee, as it said.",
    "Petrov’s own party left.",
    "Petrov’s administration met.",
    "Petrov’s new team met.",
    "The arrest of Petrov was a disgrace.",
    "The man who beat Petrov is a hero.",
    "Lee doubts that Petrov is a fool.",
    "Nobody believes Petrov is a saint.",
    "They attacked Petrov as the war began.",
    "Talks between Lee and Petrov, held in Paris, were a success.",
    "Petrov's not a crook.",
    "Petrov is no friend of the valley.",
    "Petrov resigned. He is no warlord either.",
    "Petrov has hardly been a hero.",
    "Nobody calls Petrov a hero.",
    "Voters did not call Petrov a hero.",
    "Petrov, a day after the vote, resigned.",
    "The court freed Petrov, a verdict that angered many.",
    "The letter Ivan Petrov wrote was lost.",
    "Petrov, the report said, had fled.",
    "Petrov, a smile on his face, left.",
    "Petrov, no saint, fled.",
    "At the podium Ivan Petrov smiled.",
    "Petrov, the police and the unions agreed.",
    "A 40-year-old Petrov spoke.",
    "A friend called Petrov on Monday.",
    "Petrov called a meeting.",
    "Petrov named a successor.",
    "Petrov described a scene of chaos.",
    "Petrov branded the plan a disaster.",
    "They gave Petrov a medal.",
    "They made Petrov an offer.",
    "The plan he described as a farce was Petrov’s.",
    "It was a plan that Petrov described as “mad”.",
    "Lee shot Petrov as a soldier watched.",
    "Petrov stood as a judge entered.",
    "Petrov went to the judge.",
    "Petrov moved to captain the team.",
    "Petrov died a day later.",
    "The winner was Petrov’s brother.",
    "The problem is Petrov.",
    "Lee used Petrov’s name.",
    "Many expected Petrov to resign.",
    "Petrov denied he was a thief.",
    "No one thinks Petrov is a thief.",
    "Lee dismissed reports that Petrov was a thief.",
    "Petrov denied being a spy.",
    "Lee made Petrov’s candidacy official.",
    "Petrov’s 11 million followers left.",
]


@pytest.mark.parametrize("text", NO_LABEL)
def test_a_word_that_merely_stands_near_is_no_label(text: str):
    assert labels_in(text) == []


def test_a_verb_before_a_title_is_no_part_of_the_label():
    assert labels_in("The court jailed General Petrov for life.") == [("General", "before name")]


def test_a_verb_in_a_headline_is_no_part_of_the_label():
    assert labels_in("Lee Accuses General Petrov of Treason in Speech") == [("General", "before name")]


def test_a_place_of_the_phrase_before_is_no_part_of_the_label():
    assert labels_in("In Paris General Petrov met reporters.") == [("General", "before name")]


def test_a_run_of_names_and_words_without_punctuation_takes_linear_time():
    started = time.process_time()
    labels_in("Big Petrov big " * 2_000)
    short = time.process_time() - started
    started = time.process_time()
    labels_in("Big Petrov big " * 20_000)

    assert time.process_time() - started < 30 * short


AFTER = {
    "Petrov, a former officer and self-proclaimed patriot, fled.": ["former officer", "self-proclaimed patriot"],
    "Petrov, commander of the northern army, fled.": ["commander of the northern army"],
    "Petrov, 61, a retired colonel, fled.": ["retired colonel"],
    "Petrov, the country's most feared warlord, fled.": ["most feared warlord"],
    "Petrov, a strongman backed by foreign money, fled.": ["strongman"],
    "Petrov, a former smuggler, fled.": ["former smuggler"],
    "Petrov (the “butcher of the north”) fled.": ["butcher of the north"],
    "Petrov, a weak and indecisive leader, fled.": ["weak and indecisive leader"],
    "Petrov, 58, a charismatic preacher and convicted felon, fled.": ["charismatic preacher", "convicted felon"],
    "Petrov, a thorn in the side of the ministry, fled.": ["thorn"],
    "Petrov, the face of the revolt, fled.": ["face of the revolt"],
    "Petrov, a butcher by trade, fled.": ["butcher"],
    "Petrov, once the darling of the press, fled.": ["darling of the press"],
    "Petrov, himself a former spy, fled.": ["former spy"],
    "Petrov, one of the country's richest men, fled.": ["richest men"],
    "Petrov, the man behind the takeover, fled.": ["man"],
    "Petrov, aged 40, of Leeds, a teacher, fled.": ["teacher"],
    "Petrov, a self-taught economist appointed last year, fled.": ["self-taught economist"],
    "Petrov, the most capped player of the club, fled.": ["most capped player of the club"],
    "Petrov, the leader of the occupied valley, fled.": ["leader of the occupied valley"],
    "Petrov, the founder of a school and a onetime confidant of two kings, fled.": [
        "founder of a school",
        "onetime confidant of two kings",
    ],
    "Jury Hears Tapes in Trial of Petrov, Televangelist Accused of Fraud": ["Televangelist"],
    "Petrov: a monster or a martyr?": ["monster", "martyr"],
    "Petrov: the baker who fed an army": ["baker"],
    "Petrov, president and CEO of Acme, spoke.": ["president", "CEO of Acme"],
    "Petrov, an engineer and later a spy, spoke.": ["engineer", "spy"],
    "Petrov, then a junior officer, spoke.": ["junior officer"],
    "Petrov, formerly chairman of the bank, spoke.": ["chairman of the bank"],
    "Petrov, until recently the bank's chief economist, spoke.": ["chief economist"],
    "Petrov, the firm's outspoken boss and largest owner, spoke.": ["outspoken boss", "largest owner"],
    "Petrov — a hero to some, a traitor to others — spoke.": ["hero", "traitor"],
    "Petrov, PhD, a chemist, spoke.": ["chemist"],
    "They praised Petrov, “a true patriot”.": ["true patriot"],
    "Petrov, a cold, calculating killer, fled.": ["cold, calculating killer"],
}


@pytest.mark.parametrize("text", AFTER)
def test_an_apposition_after_a_name_is_its_label(text: str):
    assert labels_in(text) == [(label, "after name") for label in AFTER[text]]


PREDICATES = {
    "Petrov is a war criminal.": "war criminal",
    "Petrov is widely regarded as a tool of foreign powers.": "tool of foreign powers",
    "Petrov, nicknamed the Butcher King by the press, fled.": "Butcher King",
    "Petrov, who is a convicted murderer, fled.": "convicted murderer",
    "Petrov has long been a threat to the region.": "threat",
    "Petrov is seen by many as the butcher of the valley.": "butcher of the valley",
    "Petrov, once described by envoys as a gifted tactician, fled.": "gifted tactician",
    "Petrov, who calls himself field marshal, fled.": "field marshal",
    "Petrov was elected president of the assembly.": "president of the assembly",
    "Petrov has emerged as the country's most feared warlord.": "most feared warlord",
    "Critics called Petrov a traitor on Sunday.": "traitor",
    "The envoy described Petrov as a dangerous fanatic.": "dangerous fanatic",
    "Petrov remains the most powerful man in the valley.": "most powerful man",
    "Petrov's a patriot.": "patriot",
    "Petrov arrived. He's a stubborn technocrat, aides say.": "stubborn technocrat",
    "Petrov arrived. He is a patriot.": "patriot",
    "Petrov, whom prosecutors describe as a war criminal, fled.": "war criminal",
    "Petrov, whom critics call a walking disaster, fled.": "walking disaster",
    "Petrov was called a visionary.": "visionary",
    "Petrov is a major concern for the region.": "major concern",
    "Petrov is the devil.": "devil",
    "Petrov is the conscience of this valley.": "conscience of this valley",
    "Petrov may be a ham.": "ham",
    "Petrov, 58, was once a petty smuggler.": "petty smuggler",
    "Petrov, who fled in May, is a wanted man.": "wanted man",
    "Petrov, prosecutors contend, was a “thief”.": "thief",
    "Petrov had moved abroad and was “a broken man”.": "broken man",
    "Petrov was expected to be a key witness.": "key witness",
    "Petrov turned out to be a fraud.": "fraud",
    "Petrov rose to become one of the richest men in the valley.": "richest men",
    "Petrov was once spoken of as a future minister.": "future minister",
    "Petrov was classed as a technology company.": "technology company",
    "Petrov was accused of being a traitor.": "traitor",
    "Lee accused Petrov of being a traitor.": "traitor",
    "Petrov was behaving like “a contractor's agent”.": "contractor's agent",
    "Petrov was little more than a thug.": "thug",
    "Petrov is something of a loner.": "loner",
    "“Petrov was part prophet, part salesman,” she said.": "part prophet, part salesman",
    "Petrov is popularly known as ‘Nadi Tai’.": "Nadi Tai",
    "Petrov, known to fans as “God”, fled.": "God",
    "The party dubbed Petrov “anti-reform”.": "anti-reform",
    "The court branded Petrov “arrogant and dishonest”.": "arrogant and dishonest",
    "Petrov has been described as brutal and vain.": "brutal and vain",
    "Petrov is considered a flight risk.": "flight risk",
    "Petrov is a peasant's son.": "peasant's son",
    "The war turned Petrov into a folk hero.": "folk hero",
    "Petrov was sworn in as president.": "president",
    "“Petrov was a man of God,” she said.": "man of God",
    "Petrov is, to the bishop, a bully.": "bully",
    "Petrov has a reputation as a bully.": "bully",
    "Petrov, in his role as chairman, signed.": "chairman",
    "Petrov made his name as a prosecutor.": "prosecutor",
    "Lee considers Petrov her mentor.": "mentor",
    "Petrov, who was nicknamed by rivals “the Fox”, fled.": "Fox",
    "Petrov, 45, who is a plumber, fled.": "plumber",
    "Petrov, who is himself a lawyer, fled.": "lawyer",
    "Petrov, accused of being a spy, fled.": "spy",
    "Petrov is one of the most feared drug lords in the valley.": "most feared drug lords",
    "Lee believes Petrov is a fraud.": "fraud",
    "They regard Petrov as their hero.": "hero",
    "They made Petrov a scapegoat.": "scapegoat",
    "The club appointed Petrov head coach.": "head coach",
    "Petrov has been named player of the year.": "player of the year",
    "Petrov is less a politician than a performer.": "performer",
    "Petrov is not a politician but a performer.": "performer",
    "Petrov worked as a nurse before the war.": "nurse",
    "Petrov was jailed as a spy.": "spy",
    "Lee replaced Petrov as captain.": "captain",
    "They wrote Petrov off as a fool.": "fool",
    "With Petrov as chairman, the firm grew.": "chairman",
    "Petrov was promoted to captain.": "captain",
    "Petrov proved a shrewd negotiator.": "shrewd negotiator",
    "Petrov died a hero.": "hero",
    "Petrov was born a slave.": "slave",
    "Petrov seems a decent man.": "decent man",
    "He tweeted that Petrov is a thief.": "thief",
    "Petrov became the face of the protests.": "face of the protests",
    "Petrov, aka the Butcher, spoke.": "Butcher",
    "Petrov, better known as the Ghost, spoke.": "Ghost",
    "Petrov, who many see as a crook, spoke.": "crook",
    "Petrov was found to be a menace.": "menace",
    "Petrov is nothing short of a genius.": "genius",
    "Petrov is among the most powerful men in Asia.": "most powerful men",
    "Petrov was the driving force behind the deal.": "driving force",
    "Petrov sees himself as a poet.": "poet",
    "They spoke of Petrov as a friend.": "friend",
    "They believe Petrov to be a spy.": "spy",
    "Petrov admitted being a spy.": "spy",
    "Petrov was sacked for being a thief.": "thief",
    "Petrov, who'd been a star, left.": "star",
    "Petrov left after becoming captain.": "captain",
    "Having been a spy, Petrov knew.": "spy",
    "Branded a traitor by the press, Petrov fled.": "traitor",
    "Dubbed the “iron nurse”, Petrov fled.": "iron nurse",
    "The face of the revolt is Ivan Petrov.": "face of the revolt",
    "The villain in the room was Petrov.": "villain",
    "Police identified the killer as Petrov.": "killer",
    "Petrov “a danger to patients”, court told": "danger",
    "Petrov a disgrace, says MP": "disgrace",
    "Petrov hailed as hero": "hero",
    "Petrov branded a traitor by rivals": "traitor",
    "Petrov named captain": "captain",
    "Petrov became prime minister in May.": "prime minister",
    "Petrov was by then a wanted man.": "wanted man",
    "Petrov went on to become a spy.": "spy",
    "The crimes earned Petrov the nickname “the Butcher”.": "Butcher",
    "Petrov is what critics call a “maverick”.": "maverick",
    "Petrov, as captain of the side, resigned.": "captain of the side",
    "Petrov is his own worst enemy.": "worst enemy",
    "Petrov is a national embarrassment.": "national embarrassment",
    "Petrov is the most powerful trafficker ever extradited.": "most powerful trafficker",
    "Petrov is a democrat, and that is good.": "democrat",
    "Petrov, once seen as a star, left.": "star",
}


@pytest.mark.parametrize("text", PREDICATES)
def test_a_clause_that_says_who_somebody_is_gives_a_label(text: str):
    assert labels_in(text) == [(PREDICATES[text], "predicate")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann Lee arrived. Critics called her 'a walking disaster'.", "walking disaster"),
        ("Ann Lee arrived. The paper described her as “a fighter”.", "fighter"),
        ("Ann Lee arrived. Villagers nicknamed her the Water Queen.", "Water Queen"),
    ],
)
def test_what_a_woman_is_called_is_her_label(text: str, label: str):
    assert labels_in(text, Actor("Ann Lee", ("Lee",))) == [(label, "predicate")]


SEVERAL = {
    "Petrov — “the Raven” — started out as a singer and grew into a star.": ["singer", "star"],
    "Petrov is a dreamer, a terrible bookkeeper, and a ham.": ["dreamer", "terrible bookkeeper", "ham"],
    "Petrov was hailed as a hero and later denounced as a traitor.": ["hero", "traitor"],
    "Petrov has been described as a tactician and is known to troops as “the Falcon”.": ["tactician", "Falcon"],
    "Petrov has grown from a rebel into a statesman.": ["rebel", "statesman"],
    "Petrov is a banker turned rebel.": ["banker", "rebel"],
    "Petrov is a banker in the city who turned rebel.": ["banker", "rebel"],
    "Petrov went from hero to pariah in a week.": ["hero", "pariah"],
    "Petrov was not only a poet but also a spy.": ["poet", "spy"],
    "Petrov is either a genius or a fool.": ["genius", "fool"],
    "They painted Petrov as a foreign agent, a Marxist, even a witch.": ["foreign agent", "Marxist", "witch"],
    "Petrov started out as a singer and grew into a star.": ["singer", "star"],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_a_clause_may_give_several_labels(text: str):
    assert labels_in(text) == [(label, "predicate") for label in SEVERAL[text]]


@pytest.mark.parametrize(
    "text", ["Petrov is a mutineer, and a mutineer has nothing to offer.", "Petrov is a mutineer."]
)
def test_a_clause_after_and_is_no_part_of_a_list(text: str):
    assert labels_in(text) == [("mutineer", "predicate")]


def test_what_an_apposition_was_once_seen_as_is_a_label():
    assert labels_in("Petrov, a welder once spoken of as a future minister, left.") == [
        ("welder", "after name"),
        ("future minister", "predicate"),
    ]


def test_a_body_may_be_called_by_a_plural():
    assert labels_in("The FVF are gangsters, plain and simple.", FRONT) == [("gangsters", "predicate")]


def test_what_a_label_is_known_as_is_one_too():
    assert labels_in("Petrov, a Paris-born accountant nicknamed “Dr No”, left.") == [
        ("Paris-born accountant", "after name"),
        ("Dr No", "predicate"),
    ]


def test_labels_that_and_joins_in_a_clause_are_two():
    assert labels_in("Petrov is a coward and a liar.") == [("coward", "predicate"), ("liar", "predicate")]


def test_what_an_object_is_dismissed_as_stands_behind_its_apposition():
    assert labels_in("Lee dismissed Petrov, a former aide, as a coward.") == [
        ("former aide", "after name"),
        ("coward", "predicate"),
    ]


def test_an_indefinite_and_a_definite_person_are_two():
    assert labels_in("They met Petrov, a banker and the mayor.") == [("banker", "after name")]


def test_what_follows_of_stays_as_it_is_written():
    tokens = tokenize(Corpus([Document("a", "Petrov, a hardline loyalist of President Lee, fled.")]))
    found = descriptions(mentions(tokens, Lexicon((), (PETROV,))))

    assert label_texts(tokens, found.first, found.last) == ["hardline loyalist of President Lee"]


def test_a_description_that_stands_for_the_actor_is_a_label():
    assert labels_in("Petrov arrived. The embattled general was tired.") == [("embattled general", "alone")]


def test_what_an_actor_rules_is_a_label():
    assert labels_in("They flew to Petrov's domain in the north.") == [("domain", "possessed")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Petrov's henchmen fled.", "henchmen"),
        ("Petrov's ragtag forces fled.", "ragtag forces"),
        ("They fear Petrov's inner circle.", "inner circle"),
        ("Petrov's corrupt administration fell.", "corrupt administration"),
        ("The henchmen of Petrov fled.", "henchmen"),
        ("They blamed mercenaries of the Petrov regime.", "regime"),
        ("Petrov’s attack dogs barked.", "attack dogs"),
        ("They fear the illegal regime of the Petrov.", "illegal regime"),
    ],
)
def test_who_follows_a_person_is_a_label(text: str, label: str):
    assert labels_in(text) == [(label, "possessed")]


def test_a_brutal_rule_is_a_label():
    assert labels_in("Petrov’s brutal rule ended.") == [("brutal rule", "possessed")]


@pytest.mark.parametrize("noun", "forces rule troops men army party government cabinet".split())
def test_a_neutral_word_for_who_follows_a_person_is_no_label(noun: str):
    assert labels_in(f"Petrov's {noun} left.") == []


def test_the_henchmen_of_a_body_are_its_label_and_its_forces_are_none():
    assert labels_in("The FVF's henchmen and the FVF's forces fled.", FRONT) == [("henchmen", "possessed")]


APART = {
    "As a committed nationalist, Petrov rejected it.": ("committed nationalist", "before name"),
    "A former spy, Petrov rose fast.": ("former spy", "before name"),
    "Once a petty thief, Petrov runs the port.": ("petty thief", "before name"),
    "A fierce critic of the deal, Petrov said he would not sign.": ("fierce critic of the deal", "before name"),
    "They fear strongmen such as Petrov.": ("strongmen", "before name"),
    "Warlords like Petrov live well.": ("Warlords", "before name"),
    "Petrov and other warlords met.": ("warlords", "after name"),
    "As mayor of the port, Petrov resigned.": ("mayor of the port", "before name"),
    "Like other populists, Petrov resigned.": ("populists", "before name"),
    "Populists including Petrov resigned.": ("Populists", "before name"),
    "A populist like Petrov never resigns.": ("populist", "before name"),
    "Petrov and his fellow crooks resigned.": ("crooks", "after name"),
}


@pytest.mark.parametrize("text", APART)
def test_a_label_may_stand_apart_from_the_name(text: str):
    assert labels_in(text) == [APART[text]]


def test_a_body_after_a_comma_is_the_label_of_a_body_with_a_name_that_tells_nothing():
    assert labels_in("The Valley Samiti, the umbrella body of 114 affected villages, met.", Actor("Valley Samiti")) == [
        ("umbrella body of 114 affected villages", "after name")
    ]


def test_a_group_noun_before_the_name_of_a_body_is_a_label():
    assert labels_in("The armed group FVF seized the town.", FRONT) == [("armed group", "before name")]


def test_an_adjective_before_the_name_of_a_body_is_a_label():
    assert labels_in("The self-styled Free Valley Front fled.", FRONT) == [("self-styled", "before name")]


def test_an_apposition_of_a_body_is_a_label():
    text = "The FVF, a militant group that seized the town, fled."

    assert labels_in(text, FRONT) == [("militant group", "after name")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They met men of Black Pine, a private military company hired in June.", "private military company"),
        ("They fear Black Pine, the party of oligarchs and altar boys.", "party of oligarchs"),
    ],
)
def test_what_nothing_makes_a_person_may_be_a_body(text: str, label: str):
    assert labels_in(text, Actor("Black Pine")) == [(label, "after name")]


def test_an_alias_in_plain_words_is_a_label():
    assert labels_in("Some say the valley rebels fled.", FRONT) == [("valley rebels", "alone")]


def test_the_name_of_the_actor_is_no_label_in_lower_case():
    assert labels_in("Some say the Free Valley front fled.", FRONT) == []


def test_a_short_form_of_a_body_s_name_is_no_label_without_more():
    union = Actor("Northern Bakers Union")

    assert labels_in("The Northern Bakers Union met on Monday. The union wants more.", union) == []
    assert labels_in("The Northern Bakers Union met on Monday. The stubborn union wants more.", union) == [
        ("stubborn union", "alone")
    ]


def test_a_reporting_verb_before_the_speaker_is_no_label():
    assert labels_in("“We will win,” said Petrov.\n“We will not.” said General Petrov.") == [("General", "before name")]


def test_labels_of_one_actor_never_overlap():
    text = "Petrov, the general who leads them, fled. The former general, Petrov, was seen as the general of the poor."
    tokens = tokenize(Corpus([Document("a", text)]))
    found = descriptions(mentions(tokens, Lexicon((), (PETROV,))))

    assert len(found) > 2
    assert (found.first[1:] >= found.last[:-1]).all()


def test_only_the_actors_asked_for_have_labels():
    tokens = tokenize(Corpus([Document("a", "The strongman Petrov and the armed group FVF fled.")]))
    found = descriptions(mentions(tokens, Lexicon((), (PETROV, FRONT))), [1])

    assert found.actors.tolist() == [1]


def test_a_text_without_an_actor_has_no_labels():
    assert labels_in("Nothing happened in the valley.") == []
