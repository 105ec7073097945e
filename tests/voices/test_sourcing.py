"""Who speaks, read for the documents that are asked about: the same as read for all."""

from __future__ import annotations

from corpus_stats.corpus import Corpus, Document
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import tokenize
from corpus_stats.voices import Voices, voices

TEXTS = (
    "Ann Lee said the mill was old. She added that it was safe.",
    "The minister, Carl Berg, told Reuters that jobs would go. “It is over,” he said.",
    "Prices fell.",
    "Officials said the bridge was closed. They denied that it would fall.",
)


def read() -> Voices:
    return voices(tokenize(Corpus(Document(str(i), text, language="en") for i, text in enumerate(TEXTS))))


def test_a_document_that_is_asked_about_alone_has_the_speakers_that_it_has_among_all():
    everything = read()
    for document, text in enumerate(TEXTS):
        tokens = everything.tokens
        own = slice(tokens.bounds[document], tokens.bounds[document + 1])
        where = [document] * (own.stop - own.start), tokens.starts[own], tokens.ends[own]

        assert read().at(*where).speakers.tolist() == everything.at(*where).speakers.tolist(), text


def test_documents_that_are_asked_about_last_first_keep_their_speakers():
    asked = read()
    for document in (3, 1):
        asked.at([document], [0], [len(TEXTS[document])])

    assert asked.speakers == ("Ann Lee", "Ann Lee", "Carl Berg", "Carl Berg", "officials", "officials")


def test_a_document_without_speech_has_no_speaker():
    assert read().at([2], [0], [6]).speakers.tolist() == [None]


def test_speech_that_is_asked_about_in_any_order_keeps_its_speakers():
    everything = read()
    for order in ((0, 1), (1, 0), (0, 0), (1, 1)):
        asked = read()
        for i in order:
            start, end = everything.starts[i : i + 1], everything.ends[i : i + 1]

            assert asked.at([0], start, end).speakers.tolist() == [everything.speakers[i]]
        assert asked.speakers == everything.speakers


def test_what_nobody_asks_about_is_not_read():
    asked = read()
    asked.at([0], asked.starts[:1], asked.ends[:1])

    assert asked._sourcing.said[:2] == [("Ann Lee", "named"), (None, "")]


def test_speakers_that_are_asked_for_bit_by_bit_are_those_of_all_at_once():
    corpus = read_corpus("seeds")
    everything, asked = voices(tokenize(corpus)), voices(tokenize(corpus))
    for start in range(0, len(asked), 7):
        rows = slice(start, start + 3)
        asked.at(asked.documents[rows], asked.starts[rows], asked.ends[rows])

    assert list(zip(asked.speakers, asked.source_kinds, strict=True)) == list(
        zip(everything.speakers, everything.source_kinds, strict=True)
    )


def test_what_was_read_is_not_read_again():
    asked = read()
    asked.at([0], asked.starts[:1], asked.ends[:1])
    asked._sourcing.said[0] = ("kept", "named")

    assert asked.speakers[:2] == ("kept", "Ann Lee")
