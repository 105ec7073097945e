"""Figures as PNG and PDF, from their SVG."""

from __future__ import annotations

import io
import re
import zlib

from matplotlib.image import imread

from corpus_stats.report.images import pdf_image, png_images

RED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="36pt" height="18pt" viewBox="0 0 36 18">'
    b'<path d="M18 0H36V18H18z" fill="#ff0000"/></svg>'
)


def test_an_image_has_200_dots_an_inch_on_white_paper():
    image = imread(io.BytesIO(png_images([RED])[0]))[..., :3]

    assert image.shape == (50, 100, 3)
    assert [image[25, x].tolist() for x in (10, 90)] == [[1, 1, 1], [1, 0, 0]]


def test_images_come_in_the_order_of_their_drawings():
    images = png_images([RED, RED.replace(b'height="18pt"', b'height="9pt"')])

    assert [imread(io.BytesIO(image)).shape[:2] for image in images] == [(50, 100), (25, 100)]


def test_without_drawings_there_are_no_images():
    assert png_images([]) == []


def objects(document: bytes) -> bytes:
    streams = re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", document, re.S)
    return document + b"".join(map(zlib.decompress, streams))


def test_a_pdf_is_one_page_as_large_as_its_drawing():
    document = objects(pdf_image(RED, ""))

    assert set(re.findall(rb"/MediaBox\[(.*?)\]", document)) == {b"0 0 36 18"}
    assert set(re.findall(rb"/Type/Pages/Count (\d+)", document)) == {b"1"}


def test_a_pdf_tells_who_cannot_see_it_what_it_shows():
    words = "A “red” half.".encode("utf-16-be").hex().upper().encode()

    assert b"/Alt<FEFF" + words + b">" in objects(pdf_image(RED, "A “red” half."))


def test_a_pdf_of_a_drawing_is_the_same_bytes_again_and_tells_no_time():
    document = pdf_image(RED, "Red.")

    assert document == pdf_image(RED, "Red.")
    assert b"CreationDate" not in objects(document)
