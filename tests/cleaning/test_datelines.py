"""Place, day and agency before the first sentence."""

from __future__ import annotations

import pytest

DATELINES = [
    "LONDON (Reuters) -",
    "WASHINGTON, May 25 (AP) —",
    "TRIPOLI, Libya (AP) —",
    "BENGHAZI/TRIPOLI (Reuters) -",
    "Tripoli (AFP) –",
    "BEIJING, May 25 (Xinhua) --",
    "(Harbour Post)-",
    "PORT TOWN (Harbour Post) -",
    "(CNN) —",
    "KANSAS CITY, Mo. —",
    "PORT TOWN, Norland —",
    "Tripoli, 25 May 2020 –",
    "Washington —",
    "CAIRO:",
    "KUALA LUMPUR:",
]
OPENINGS = [
    "NATO — the alliance of thirty states — said it would help. ",
    "UNHCR - the refugee agency - said it would help. ",
    "The Port Town Authority (PTA) – which runs it – has no money. ",
    "The Associated Press (AP) - a news agency - said so. ",
    "UNITED NATIONS (UN) - the world body - said so. ",
    "TRUMP: I have never seen that bridge. ",
    "BREAKING: We have never seen that bridge. ",
    "Paris - the city, not the man - was what she meant. ",
    "Doe (AFP) was seen on Monday. ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_dropped_inside_the_lead(dateline, opening):
    assert opening(dateline + " ") == [("dateline", dateline)]


@pytest.mark.parametrize("words", OPENINGS)
def test_an_opening_that_resembles_a_dateline_is_kept(words, opening):
    assert opening(words) == []


def test_speakers_of_a_transcript_are_no_places(document, paragraphs):
    found = document(*(f"PARIS: {paragraph}" for paragraph in paragraphs))

    assert found.drops == ()


def test_the_outlet_may_sign_in_brackets(opening):
    assert opening("Port Town (Harbour Post) - ", outlet="Harbour Post") == [("dateline", "Port Town (Harbour Post) -")]
