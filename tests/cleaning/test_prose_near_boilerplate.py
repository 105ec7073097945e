"""Ordinary sentences that begin, or are worded, like something that a page prints around an article."""

from __future__ import annotations

import pytest

SENTENCES = [
    "In this still fragile country, the rogue general has won more friends than battles.",
    "In this still-divided city, residents count the shells at night.",
    "In this picture of chaos, no side has a plan for the day after.",
    "In these images of war, little is left of the town's old pride.",
    "In this photo finish of an election, both sides claim the capital, and neither holds it.",
    "In this still image of a failed state, nobody pays the soldiers, and nobody asks them to leave.",
    "File photos of the dead hang on every wall of the square.",
    "Undated images showing the raid went round the town for weeks.",
    "Photo, video and sound recordings show how the column left the base.",
    "Picture, if you can, a harbour without a single ship.",
    "Image - not substance - decides who rules the coast.",
    "Images from Tripoli show empty streets and closed shops.",
    "The police handed over the evidence (photos and video).",
    "Copyright of the recordings remains disputed, lawyers for the militia argue in court.",
    "Copyright 2011 was the year in which every film of the uprising became a weapon.",
    "All rights reserved for men, runs a bitter joke among the women of the town.",
    "All rights reserved to citizens belong to refugees as well, the judges hold.",
    "Sign up for the army or leave the country is the choice that young men find in the magazine of war.",
    "Subscribe to the party channel or lose the job, teachers hear every spring.",
    "Register for the draft and the notifications never stop, a mother complains.",
    "Get out or receive our fighters in your inbox, reads the latest threat.",
    "Get the news to your phone before the regime cuts the line, activists urge.",
    "Download the government app or go hungry, residents hear at the bakery.",
    "Click here to surrender, read the leaflets that fell on the old town.",
    "Tap here for water, says a sign above a dry pipe.",
    "By using force you accept defeat and you agree to chaos, the envoy warns both sides.",
    "We use cookies and tea to make friends with the guards, the nurses explain.",
    "Our sites use cookies baked in the old ovens of the fort.",
    "Advertisements supported by the army fill the front pages.",
    "Sponsored content skips over the war and praises the harbour instead.",
    "Story continues after story, and no court has heard one of them.",
    "This material may not be published, the censor decided, until the war is over.",
    "Our standards: no looting, no torture, no revenge, the commander writes.",
    "Privacy policy is the first victim of the new law on telephones.",
    "Terms of use change with every government in that building.",
    "For more news of the missing, families go to the gate and check a list.",
    "Watch live-fire exercises in the desert, where Russian mercenaries train the brigade.",
    "Watch now-empty barracks fill again within a week of the truce.",
    "Read now-banned books, and the police come the next morning.",
    "See also-rans of the last war return as ministers in the next.",
    "MORE: fighters arrive in Tripoli every night, and nobody counts them.",
    "MORE: Fighters arrive in Tripoli every night.",
    "See more fighters in Tripoli from Syria than ever before and you see a war without an end.",
    "Read more in the prisons of the coast than in its schools, former inmates say.",
    "Learn more about the town in one night of shelling than in ten years of peace.",
    "Read the full report on the massacre and you will not sleep.",
    "Related: two brothers who command two brigades and share one grudge.",
    "Recommended: a helmet, two litres of water and a good lie.",
    "Watch: the men at the gate never look up.",
    "Listen: you can hear the shells from the harbour.",
    "Please let us know if you saw him commenting.",
    "Please spare us your comments, the widow told the ministers.",
    "Comments are closed to nobody at the tea house, but most men whisper.",
    "Your email address will not be published, the recruiters promise, and then they print it.",
    "Fields marked by mines stretch from the airport to the coast.",
    "Fields required by the army lie fallow for the third year.",
    "Save my name, he begged the clerk, and burn the rest of the file.",
    "Enter the fields behind the school and you will find the graves.",
    "Complete the form in Arabic or go home, the guard shouts.",
    "What do you think? Tell the general that, and see what happens.",
    "Log in to comment, and a policeman reads along.",
    "Register to comment on the draft law, the council asks residents.",
    "Comments powered by anger fill the walls of the old town.",
    "Follow us on Facebook and join the war against the militias, runs the slogan.",
    "Follow the general on Twitter for more threats against the capital.",
    "Like us on Facebook to stay alive, the cell asks its followers.",
    "Share this on Facebook and the police knock at the door.",
    "The lack of witnesses contributed to the report.",
    "Witnesses from three villages contributed to this report.",
    "Your browser does not support the truth, the hackers wrote on the page of the ministry.",
    "This video cannot be played in court, the judge ruled on Monday.",
    "Please enable JavaScript, the ransom note of the pirates begins, and pay us.",
    "JavaScript is required reading for the pupils of the new school.",
    "(c) The state shall protect the harbour and all who work in it.",
    "* The name of the witness has been changed.",
    "*Names of all fields and villages have been changed to protect the witnesses.",
    "Tags: the dead wear them, and the living hide them.",
    "Categories: the dead, the missing, the displaced.",
    "Next story to fall was the customs house, with forty men inside.",
    "Updated maps show that the front has moved five kilometres.",
    "Published accounts of the night differ in every detail.",
    "Last updated in May, the list of the missing now holds 412 names.",
    "Search for the missing resumes at dawn, if the shelling stops.",
    "Search the archive of the ministry and you find no order to fire.",
    "Loading the trucks took all night, because the crane was broken.",
    "Function follows fear in the new quarter of the capital.",
    "Window by window, the snipers took the street back.",
    "Let the guns be silent, the bishop asks from his pulpit.",
    "Minutes to read the verdict, years to forget it.",
    "Views: the town has many, and nobody asks for them.",
    "Print this, the editor shouted, and then the power failed.",
    "Email the author of the decree and you get no reply.",
    "Sources via Tunis suggest that the convoy never left.",
    "Continue reading the names, the mayor told the clerk.",
    "Leave a comment on the wall and it is painted over by noon.",
    "Back to the top of the hill went the gunners at night.",
    "Tweet and retweet, the minister lost his party.",
    "Join us on Telegram, the gunmen write, or join the dead.",
    "No comments yet on the raid have come from Moscow.",
    "Share the bread and follow the line, the cook calls.",
    "In this photo, the ministry sees proof of treason.",
    "In this picture released prisoners are seen as heroes.",
    "In this photo shared by millions, a child waits.",
    "In this still unsolved case, the file of 3 May 2020, a photo, is gone.",
    "Soldiers march through Benghazi on 25 May 2020.",
    "Loyalists hold the airport, and the city is calm on 25 May 2020.",
    "Soldiers march through Benghazi on 25 May 2020, the day of the feast, and then they go home...",
    "The left, right, and centre parties meet in Tripoli on 25 May 2020.",
    "U.N. (Security Council) — The members disagree on the ceasefire.",
    "NATO (Brussels) - Ministers meet on Libya today and find no answer.",
    "U.S., NATO — The allies disagree on everything but the bill.",
    "HAFTAR (Field Marshal) - The man has many titles but no mandate.",
    "Read more newspapers, the minister tells his critics.",
    "Sharing a border with six states, the country has always had guests.",
    "Follow-up talks on the ceasefire open in Geneva today.",
    "Commenting on Telegram is a crime under the new decree.",
    "Photos: none; witnesses: none; dead: nine.",
    "Copyright by decree, 2019 style, means that the army owns every film.",
    "Advertisement for a coup, the opposition calls the parade of 2020.",
    "Cookie settings are of no help against a wiretap.",
    "Updated: the list of the dead.",
    "Published on 25 May 2020, the decree bans all gatherings.",
    "Image by satellite shows the new hangars.",
    "Enter a new envoy, and the old game begins again.",
    "Script after script ends in the censor's drawer.",
    "Home, said the sign, 40 kilometres.",
    "With reporting by night and printing by day, the paper survived.",
    "Reporting from Tripoli is a risk.",
    "More on the talks in Geneva is known to nobody.",
    "Breaking news: there is none.",
    "Skip to the end of the war, the child asks.",
    "You may also like the new king, the jester says.",
    "Fill the forms and wait a year.",
    "Share it with friends in exile.",
    "E-mail the general.",
    "Tags on the toes were all they had.",
    "See photos: they lie.",
    "Gallery: three dead.",
    "FILE: the word stood on every box.",
    "AP: no comment.",
    "Getty Images won the case.",
    "The picture shows Getty.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_as_the_lead_without_a_headline(sentence, parts, paragraphs):
    assert parts(sentence, *paragraphs)[0] == ("body", sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_below_the_headline(sentence, below_the_headline):
    assert below_the_headline(sentence) == [("body", sentence)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_among_the_paragraphs(sentence, parts, headline, paragraphs):
    assert ("body", sentence) in parts(headline, *paragraphs, sentence, *(f"Again, {p}" for p in paragraphs))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_as_the_last_paragraph(sentence, parts, headline, paragraphs):
    assert parts(headline, *paragraphs, sentence)[-1] == ("body", sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_below_an_advertisement(sentence, parts, headline, paragraphs):
    assert parts(headline, *paragraphs, "Advertisement", sentence)[-1] == ("body", sentence)


@pytest.mark.parametrize(
    "title",
    [
        "Download the government app or go hungry",
        "Privacy policy of the harbour council under fire",
        "Click here to surrender: the leaflets of the siege",
        "More: fighters arrive in the harbour every night",
        "All rights reserved for men in the new harbour law",
    ],
)
def test_a_headline_survives_that_is_worded_like_an_appeal(title, parts, paragraphs):
    assert parts(title, *paragraphs)[0] == ("headline", title)
