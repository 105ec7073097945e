"""HTML to text."""

from __future__ import annotations

import time

import pytest

from corpus_stats.reading.markup import text_of_markup


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>One</p>\n<p>Two</p>", "One\nTwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a <b>bold</b>  word", "a bold word"),
        ("<p>AT&amp;T &lt;3 &eacute;&#8217;</p>", "AT&T <3 é’"),
        ("<p>a</p><script>if (a < b) { x = '<p>'; }</script><style>p { }</style>b", "a\nb"),
        ("<p>3 < 4 and <5</p>", "3 < 4 and <5"),
        ("<p>a<!-- <p>not this</p> -->b</p>", "ab"),
        ("<p>a<!-- never closed", "a never closed"),
        ("<!DOCTYPE html><p>a</p>", "a"),
        ('<a href="x" title="a > b">link</a>', "link"),
        ("<p>a\u00a0b</p>", "a\u00a0b"),
        ("<pre>a  b\nc</pre>", "a  b\nc"),
    ],
)
def test_html_becomes_its_text(cell: str, text: str):
    assert text_of_markup(cell) == text


@pytest.mark.parametrize(
    "cell",
    ["a < b", "if x <y and z> w", "use <b> for bold", "AT&amp;T", "<p and q>", "<unknown>x</unknown>", "1 <2> 3"],
)
def test_what_only_resembles_html_is_left_alone(cell: str):
    assert text_of_markup(cell) is None


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<a b='c>d'", "<!--", "<![CDATA[", "</a ", "<", "&"])
def test_time_grows_with_the_length_of_broken_html_and_not_with_its_square(piece: str):
    start = time.process_time()
    text_of_markup("<p>" + piece * 2_000)
    short = time.process_time() - start
    start = time.process_time()
    text_of_markup("<p>" + piece * 20_000)

    assert time.process_time() - start < 40 * short + 0.5
