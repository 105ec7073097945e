"""Boilerplate by its wording, and sentences that must not be taken for it."""

from __future__ import annotations

import pytest

ANYWHERE = [
    ("social_footer", "Follow us on Twitter"),
    ("social_footer", "Follow us on\u00a0FacebookTwitter\u00a0and Instagram to stay connected"),
    ("social_footer", "Follow Jane Doe on Twitter @janedoe"),
    ("social_footer", "Like us on Facebook"),
    ("social_footer", "Share this article"),
    ("social_footer", "Share on Facebook"),
    ("social_footer", "Click to share on Twitter (Opens in new window)"),
    ("social_footer", "Tweet"),
    ("share_counters", "1.2K Shares"),
    ("share_counters", "Views: 1,204"),
    ("site_footer", "Sign up for our newsletter"),
    ("site_footer", "Get the latest news delivered to your inbox"),
    ("site_footer", "Copyright 2020 The Example Times. All rights reserved."),
    ("site_footer", "© 2020 AFP"),
    ("site_footer", "Reporting by Jane Doe in Port Town; Editing by John Roe"),
    ("site_footer", "(Reporting by Jane Doe; Additional reporting by Ann Poe; editing by John Roe)"),
    ("site_footer", "The Associated Press contributed to this report."),
    ("site_footer", "Advertisement"),
    ("site_footer", "ADVERTISEMENT"),
    ("site_footer", "Story continues below advertisement"),
    ("site_footer", "We use cookies to improve your experience on our site."),
    ("site_footer", "Sign up here to receive our free weekly newsletter."),
    ("site_footer", "Download our app for the latest news."),
    ("site_footer", "By clicking Sign up, you agree to receive emails from us and our partners."),
    ("site_footer", "This material may not be published, broadcast, rewritten or redistributed without permission."),
    ("site_footer", "Associated Press writer Jane Doe in Port Town contributed to this report."),
    ("related_link_inline", "Read more - What the cracks tell us"),
    ("related_link_inline", "READ MORE: Who built the harbour bridge?"),
    ("site_footer", "Accept all cookies"),
    ("site_footer", "Our Standards: The Thomson Reuters Trust Principles."),
    ("site_footer", "Skip to main content"),
    ("related_link_inline", "Read more:\u00a0What the cracks tell us"),
    ("related_link_inline", "RELATED: Ten bridges that fell"),
    ("related_link_inline", "See also: Ferry lines"),
    ("related_link_inline", "[Read more: What the cracks tell us]"),
    ("related_link_inline", "WATCH: The pillars from the air"),
    ("image_credit", "Photo: Jane Doe"),
    ("image_credit", "(Photo by Jane Doe/Getty Images)"),
    ("image_credit", "Image credit: Jane Doe"),
    ("image_credit", "Image Source:\u00a0Example Press"),
    ("image_credit", "Getty Images"),
    ("image_credit", "FILE PHOTO"),
    ("date", "Updated 5:03 PM"),
    ("date", "Published 25 May 2020"),
    ("date", "Last modified on Mon 25 May 2020 12.10 BST"),
    ("reading_time", "3 min read"),
    ("reading_time", "Reading time: 4 minutes"),
    ("comment_form", "Leave a comment"),
    ("comment_form", "12 Comments"),
    ("comment_form", "Total Comments (0)"),
    ("comment_form", "Please fill the fields below."),
    ("comment_form", "Your email address will not be published. Required fields are marked *"),
    ("script_scrap", "!-- Google tag (gtag.js) -->"),
    ("script_scrap", "window.dataLayer = window.dataLayer || [];"),
    ("script_scrap", '{"@context": "https://schema.org", "@type": "NewsArticle"}'),
    ("script_scrap", "(adsbygoogle = window.adsbygoogle || []).push({});"),
    ("script_scrap", ".share-bar { display: none; }"),
    ("script_scrap", "Your browser does not support the video tag."),
]
AT_THE_END = [
    ("related_links", "Related Articles"),
    ("related_links", "More on this story"),
    ("related_links", "Tags: bridges, harbour, winter"),
    ("share_counters", "(65)\u00a0\u00a0\u00a0 (63)"),
    ("comment_form", "*code confirming note"),
    ("comment_form", "Comments"),
    ("comment_form", "Please keep your comments civil and to the point"),
    ("comment_form", "Please note that comments are moderated before publication."),
    ("site_footer", "Sign up for a magazine on bridges"),
    ("site_footer", "Privacy Policy"),
    ("site_footer", "Source: Reuters"),
    ("search_box", "Search for keyword"),
    ("date", "25 May 2020"),
]
SENTENCES = [
    "Follow the money on Facebook and you reach the same office in the harbour.",
    "Follow us, the soldiers said on Facebook, and nobody will be hurt.",
    "Like Facebook, Twitter has removed the accounts.",
    '"Follow us on Twitter," the page said.',
    "Share this grief with us, he asked.",
    "Tweet by tweet, the minister lost his party.",
    "Read more books, she told the pupils.",
    "Related charges were dropped in May.",
    "More on Tuesday.",
    "Photographs by satellites showed three new hangars.",
    "Photo by photo, the court went through the file.",
    "The picture was taken on May 2, 2020.",
    "On May 25, 2020, the bridge closed.",
    "Published in May 2020, the report blames the builder.",
    "Updated figures are due on Monday.",
    "Three minutes later, he was dead.",
    "It is a 3 minute read of a long war.",
    "Comments like these cost lives.",
    "Leave a comment and you lose your job, one clerk said.",
    "12 comments were deleted.",
    "Advertisements for the army ran all night on state television.",
    "Copyright law protects the films, the court ruled.",
    "Reporting by journalists in the town suggests that the bridge was never inspected.",
    "Reporting by Bloomberg shows the opposite.",
    "Subscribe to that theory and you will lose the war.",
    "We use cookies to track readers, the company admitted.",
    "Search for survivors continues.",
    "Home was far away.",
    "He works for Reuters.",
    "Function over form was the rule of the architect.",
    "If (and only if) the bridge holds, the ferry will go.",
    "In this photo, she said, you can see the bridge.",
    '"Never again."',
    '"No," he said.',
    "They lost.",
    "[They] came by sea.",
    "Source of the leak: unknown.",
    "See more of him",
]


@pytest.mark.parametrize(("reason", "line"), ANYWHERE)
def test_a_line_of_the_page_is_dropped_in_the_middle_of_an_article(reason, line, in_the_middle):
    assert in_the_middle(line) == [(reason, line)]


@pytest.mark.parametrize(("reason", "line"), AT_THE_END)
def test_a_line_that_proves_little_is_dropped_below_an_article(reason, line, at_the_end):
    assert at_the_end(line) == [(reason, line)]


@pytest.mark.parametrize("line", [line for reason, line in AT_THE_END if reason != "image_credit"])
def test_a_line_that_proves_little_is_kept_in_the_middle_of_an_article(line, in_the_middle):
    assert in_the_middle(line) == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_in_the_middle_of_an_article(sentence, in_the_middle):
    assert in_the_middle(sentence) == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_as_the_last_line(sentence, at_the_end):
    assert at_the_end(sentence) == []


def test_titles_under_a_heading_of_links_are_dropped_with_it(at_the_end):
    assert [reason for reason, _ in at_the_end("Related stories\n\nBridge repairs delayed\n\nFerry to start soon")] == [
        "related_links"
    ] * 3


def test_a_subheading_after_an_inserted_link_is_kept(in_the_middle):
    assert in_the_middle("Read more\n\nWhat happens next") == [("related_link_inline", "Read more")]


def test_a_script_is_dropped_from_its_opening_tag_to_its_closing_one(at_the_end):
    assert [reason for reason, _ in at_the_end("<script>\nNothing to see here, my friend.\n</script>")] == [
        "script_scrap"
    ] * 3


def test_a_sentence_between_paragraph_tags_is_kept(in_the_middle):
    assert in_the_middle("<p>The bridge was built in 1931 by a firm that no longer exists.</p>") == []


def test_the_name_of_the_outlet_alone_is_dropped_at_the_end(document, headline, paragraphs):
    found = document(headline, *paragraphs, "The Harbour Post", outlet="The Harbour Post")

    assert [p.reason for p in found.drops] == ["site_footer"]


def test_a_chronology_keeps_the_days_over_its_paragraphs(document, headline, paragraphs):
    found = document(
        headline,
        paragraphs[0],
        "4 April 2019",
        paragraphs[1],
        "25 May 2020",
        paragraphs[2],
        "1 June 2020",
        "More.",
    )

    assert found.drops == ()
