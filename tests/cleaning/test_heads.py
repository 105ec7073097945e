"""Headline, standfirst and captions."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import PartialDate

CAPTIONS = [
    ("The bridge last week [Getty]", ["[Getty]"]),
    ("The bridge last week (AFP)", ["(AFP)"]),
    ("A man looks at the bridge. (Photo by Jane Doe/Getty Images)", ["(Photo by Jane Doe/Getty Images)"]),
    ("A man looks at the bridge in Port Town. Photograph: Jane Doe/Reuters", ["Photograph: Jane Doe/Reuters"]),
    ("A view of the bridge. Jane Doe/AFP via Getty Images", ["Jane Doe/AFP via Getty Images"]),
    ("The bridge at night.CreditJane Doe/Reuters", ["CreditJane Doe/Reuters"]),
    ("FILE PHOTO: A man on the bridge, May 2, 2020. REUTERS/Jane Doe", ["FILE PHOTO:", "REUTERS/Jane Doe"]),
    (
        "FILE - In this May 2, 2020 file photo, a man walks by. (AP Photo/Jane Doe, File)",
        ["FILE -", "(AP Photo/Jane Doe, File)"],
    ),
    ("Image caption The bridge was closed last week", ["Image caption"]),
    ("Photo: A man stands on the bridge in Port Town", ["Photo:"]),
    ("A man (R) looks at the bridge in Port Town on May 2, 2020.", []),
    ("Workers stand below the bridge in Port Town, Norland on 2 May 2020. - The town has asked for help for …", []),
]
PICTURED = [
    "In this May 2, 2020 file photo, a man walks over the bridge.",
    "In this photo taken on May 2, 2020, a man walks over the bridge.",
    "In this undated handout photo, a man walks over the bridge.",
    "In this image made from video, a man walks over the bridge.",
    "In this still image from video, a man walks over the bridge.",
    "In this frame grab from video provided by the Harbour Post, a man walks over the bridge.",
    "In this photo provided by the U.S. Navy, a ship leaves the harbour.",
]
NO_CAPTIONS = [
    "The old bridge fell into the harbour on May 2, 2020.",
    "Workers stand idle and the mayor said on May 2, 2020 that nothing would change.",
    "The harbour authority (PTA) is broke, and its board has gone home for good (Reuters) once more.",
]


def test_a_first_line_without_a_full_stop_over_prose_is_the_headline(parts, headline, paragraphs):
    assert parts(headline, *paragraphs)[0] == ("headline", headline)


def test_a_long_first_line_that_is_a_sentence_is_body(parts, paragraphs):
    assert parts(*paragraphs)[0] == ("body", paragraphs[0])


def test_a_short_first_sentence_in_lower_case_is_body(parts, paragraphs):
    assert parts("The bridge is shut.", *paragraphs)[0] == ("body", "The bridge is shut.")


def test_a_title_in_capitals_is_a_headline_though_a_full_stop_ends_it(parts, paragraphs):
    line = "Mayor Closes Harbour Bridge Until Spring."

    assert parts(line, *paragraphs)[0] == ("headline", line)


def test_the_title_of_the_metadata_is_found_below_other_lines(parts, headline, paragraphs):
    found = parts("News", headline, *paragraphs, metadata={"title": f"{headline} | Harbour Post"})

    assert found[1] == ("headline", headline)


def test_a_title_only_in_the_metadata_adds_no_part(parts, headline, paragraphs):
    assert parts(*paragraphs, metadata={"title": headline}) == [("body", paragraph) for paragraph in paragraphs]


def test_a_section_name_above_the_headline_is_not_the_headline(parts, headline, paragraphs):
    assert parts("WORLD", headline, *paragraphs)[:2] == [("body", "WORLD"), ("headline", headline)]


def test_a_single_line_is_body(parts, headline):
    assert parts(headline) == [("body", headline)]


def test_the_second_copy_of_the_headline_is_dropped(parts, headline, paragraphs):
    assert parts(headline, headline, *paragraphs)[1] == ("duplicate_headline", headline)


def test_copies_differ_in_quotation_marks_and_case(parts, paragraphs):
    found = parts("‘Closed’ harbour bridge waits for spring", "'CLOSED' HARBOUR BRIDGE WAITS FOR SPRING", *paragraphs)

    assert found[1][0] == "duplicate_headline"


def test_a_sentence_before_the_reading_time_is_the_standfirst(parts, headline, paragraphs):
    found = parts(headline, "The town will have to wait for help from the capital.", "3 min read", *paragraphs)

    assert [kind for kind, _ in found[:4]] == ["headline", "standfirst", "reading_time", "body"]


def test_a_lead_is_no_standfirst(parts, headline, paragraphs):
    assert [kind for kind, _ in parts(headline, *paragraphs)] == ["headline", "body", "body", "body"]


def test_a_line_without_a_stop_between_headline_and_lead_is_the_standfirst(below_the_headline):
    line = "Engineers fear that two pillars will not last"

    assert below_the_headline(line) == [("standfirst", line)]


def test_a_description_in_the_metadata_is_the_standfirst(below_the_headline):
    line = "Engineers fear that two pillars will not last."

    assert below_the_headline(line, metadata={"description": line}) == [("standfirst", line)]


def test_a_byline_stays_in_the_body(below_the_headline):
    assert below_the_headline("By Jane Doe, Harbour Correspondent") == [("body", "By Jane Doe, Harbour Correspondent")]


def test_a_date_behind_a_byline_is_cut_out(below_the_headline):
    found = below_the_headline("By Jane Doe Updated 5:03 PM ET, Mon May 25, 2020")

    assert found[1] == ("date", "Updated 5:03 PM ET, Mon May 25, 2020")


@pytest.mark.parametrize(("line", "credits"), CAPTIONS)
def test_a_caption_before_the_lead_is_known_by_credit_label_or_scene(line, credits, below_the_headline):
    found = below_the_headline(line)

    assert ("caption", line) in found
    assert [text for kind, text in found if kind == "image_credit"] == credits


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_a_sentence_with_a_date_or_an_agency_is_no_caption(line, below_the_headline):
    assert below_the_headline(line) == [("body", line)]


@pytest.mark.parametrize("line", PICTURED)
def test_a_picture_with_its_kind_its_day_or_its_maker_is_a_caption(line, parts, headline, paragraphs):
    assert ("caption", line) in parts(headline, *paragraphs, line, *(f"Again, {p}" for p in paragraphs))


def test_a_dated_scene_above_a_credit_is_a_caption(below_the_headline):
    line = "Workers stand below the bridge in Port Town on 2 May 2020."

    assert below_the_headline(f"{line}\n\nGetty Images") == [("caption", line), ("image_credit", "Getty Images")]


def test_the_line_below_a_caption_label_is_the_caption(below_the_headline):
    assert below_the_headline("Image caption\nThe bridge last week") == [
        ("image_credit", "Image caption"),
        ("caption", "The bridge last week"),
    ]


def test_an_agency_in_brackets_signs_an_article_and_makes_no_caption(in_the_middle):
    assert in_the_middle("The council will meet again on Friday, the mayor said. (AFP)") == []


def test_a_printed_date_fills_an_unknown_day_of_publication(document, headline, paragraphs):
    assert document(headline, "25 May, 2020", *paragraphs).published == PartialDate(2020, 5, 25)


def test_a_printed_date_beside_a_known_one_goes_to_the_metadata(document, headline, paragraphs):
    found = document(headline, "25 May, 2020", *paragraphs, published=PartialDate(2020))

    assert (found.published, dict(found.metadata)) == (PartialDate(2020), {"date_in_text": "2020-05-25"})


def test_the_date_of_a_change_yields_to_the_date_of_publication(document, headline, paragraphs):
    found = document(headline, "Updated 27 May 2020", "Published 25 May 2020", *paragraphs)

    assert found.published == PartialDate(2020, 5, 25)


def test_lines_broken_at_a_fixed_width_are_one_paragraph(parts):
    text = "The mayor of the harbour town said on Monday that\nthe bridge would be closed for the rest of the\nwinter."

    assert parts(text) == [("body", text)]


def test_date_and_reading_time_on_one_line_are_dropped_together(below_the_headline):
    assert below_the_headline("25 May 2020 | 3 min read") == [("date", "25 May 2020 | 3 min read")]


def test_a_sentence_before_a_dateline_is_the_standfirst(parts, headline, paragraphs):
    found = parts(headline, "The town will have to wait.", f"LONDON (Reuters) - {paragraphs[0]}", *paragraphs[1:])

    assert found[1] == ("standfirst", "The town will have to wait.")


def test_a_question_over_prose_is_a_headline(parts, paragraphs):
    assert parts("Who will pay for the harbour bridge?", *paragraphs)[0][0] == "headline"


def test_a_closing_bracket_after_a_script_is_dropped_with_it(parts, headline, paragraphs):
    assert parts(headline, *paragraphs, "window.x = {\n});")[-1] == ("script_scrap", "});")
