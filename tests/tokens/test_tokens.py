"""Flat arrays of tokens."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import ArgumentError, InputError
from corpus_stats.tokens import Tokens, spellings, tokenize

TEXT = "Rogue general\n\nThe general’s men left. They left Libya."
SMALL = Corpus([Document("a", TEXT), Document("b", "The US and us.\nTHE US SENDS TROOPS TODAY"), Document("c", "")])


def slices(tokens: Tokens) -> list[str]:
    texts = [tokens.corpus.documents[i].text for i in tokens.documents()]
    return [text[start:end] for text, start, end in zip(texts, tokens.starts, tokens.ends, strict=True)]


def test_tokens_slice_to_the_words_of_the_text():
    assert slices(tokenize(SMALL))[:9] == ["Rogue", "general", "The", "general", "’s", "men", "left", "They", "left"]


def test_the_vocabulary_is_sorted_by_code_point():
    vocabulary = tokenize(SMALL).vocabulary

    assert list(vocabulary) == sorted(vocabulary)


def test_types_of_a_document_are_folded_words():
    assert tokenize(SMALL).types_of("a") == "rogue general the general 's men left they left libya".split()


def test_a_line_in_capitals_is_folded_but_for_short_names():
    assert tokenize(SMALL).types_of("b") == ["the", "US", "and", "us", "the", "US", "sends", "troops", "today"]


def test_an_empty_document_has_no_tokens():
    assert tokenize(SMALL).lengths().tolist() == [10, 9, 0]


def test_a_corpus_without_documents_has_no_tokens():
    tokens = tokenize(Corpus([]))

    assert (len(tokens), tokens.bounds.tolist(), tokens.vocabulary) == (0, [0], ())


def test_sentences_and_paragraphs_are_bounds_in_tokens():
    tokens = tokenize(Corpus([Document("a", TEXT)]))

    assert tokens.sentence_bounds.tolist() == [0, 2, 7, 10]
    assert tokens.paragraph_bounds.tolist() == [0, 2, 10]


def test_sentence_offsets_slice_to_the_sentences():
    tokens = tokenize(Corpus([Document("a", TEXT)]))

    found = [TEXT[a:b] for a, b in zip(tokens.sentence_starts, tokens.sentence_ends, strict=True)]
    assert found == ["Rogue general", "The general’s men left.", "They left Libya."]


def test_dropped_spans_give_no_tokens():
    parts = (Part(0, 20, kind="caption"), Part(12, 19, reason="image_credit"))
    tokens = tokenize(Corpus([Document("a", "Men at camp [Getty].", parts=parts)]))

    assert tokens.types_of("a") == ["men", "at", "camp"]
    assert set(tokens.part_ids.tolist()) == {2}


def test_the_number_of_jobs_changes_nothing():
    corpus = Corpus([Document(f"{i:03}", f"word{i % 7} and more.\nThen US{i}.") for i in range(40)])
    one, two = tokenize(corpus), tokenize(corpus, jobs=2)

    assert one.vocabulary == two.vocabulary
    for name in ("type_ids", "starts", "ends", "part_ids", "bounds", "sentence_bounds", "paragraph_bounds"):
        np.testing.assert_array_equal(getattr(one, name), getattr(two, name))


def test_progress_counts_up_to_the_number_of_shards():
    seen: list[tuple[int, int]] = []
    tokenize(SMALL, progress=lambda done, total: seen.append((done, total)))

    assert seen[-1][0] == seen[-1][1]


def test_no_jobs_are_refused():
    with pytest.raises(ArgumentError, match=r"^jobs is 0; it must be 1 or more$"):
        tokenize(SMALL, jobs=0)


def test_the_arrays_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        tokenize(SMALL).starts[0] = 1


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(alphabet="abcAB'’-. \n\u00a01“”", max_size=40), max_size=4))
def test_tokenizing_neither_loses_nor_moves_a_character(texts):
    corpus = Corpus([Document(f"{i}", text) for i, text in enumerate(texts)])
    tokens = tokenize(corpus)
    letters = "".join(c for text in texts for c in text if c.isalnum())

    assert "".join(c for piece in slices(tokens) for c in piece if c.isalnum()) == letters
    for i in range(len(texts)):
        own = slice(tokens.bounds[i], tokens.bounds[i + 1])
        assert (tokens.starts[own] < tokens.ends[own]).all()
        assert (tokens.ends[own][:-1] <= tokens.starts[own][1:]).all()


def test_content_words_are_letters_that_are_no_stop_words():
    tokens = tokenize(Corpus([Document("a", "The general left in 2020 under fire")]))

    content = [word for word, kept in zip(tokens.vocabulary, tokens.content(), strict=True) if kept]
    assert content == ["fire", "general", "left", "under"]


def test_a_list_of_ones_own_stop_words_replaces_the_english_one():
    tokens = tokenize(Corpus([Document("a", "der Mann the")]))

    assert tokens.content({"der"}).tolist() == [False, True, True]


def test_stems_are_those_of_snowball():
    tokens = tokenize(Corpus([Document("a", "mercenaries fighting US 2nd")]))

    assert tokens.stems() == ("2nd", "US", "fight", "mercenari")


def test_stemmed_tokens_keep_their_offsets():
    tokens = tokenize(Corpus([Document("a", "fighter fighters")]))

    assert tokens.stemmed().vocabulary == ("fighter",)
    assert slices(tokens.stemmed()) == ["fighter", "fighters"]
    assert tokens.stemmed().history == ("tokenized", "stemmed (english)")


def test_an_unknown_stemmer_lists_those_that_exist():
    with pytest.raises(ArgumentError, match=r"^no stemmer for 'klingon'; there is arabic, danish, .*swedish$"):
        tokenize(SMALL).stems("klingon")


def test_saved_tokens_are_read_back_as_they_were(tmp_path):
    tokens = tokenize(SMALL)
    tokens.write(tmp_path)
    again = Tokens.read(tmp_path, SMALL)

    assert again.vocabulary == tokens.vocabulary
    np.testing.assert_array_equal(again.type_ids, tokens.type_ids)


def test_tokens_of_another_corpus_are_refused(tmp_path):
    tokenize(SMALL).write(tmp_path)

    message = f"{tmp_path}: the saved tokens belong to another corpus; tokenize this one again"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        Tokens.read(tmp_path, Corpus([Document("a", "x")]))


def test_a_folder_without_tokens_is_refused(tmp_path):
    with pytest.raises(InputError, match="no saved tokens can be read there"):
        Tokens.read(tmp_path, SMALL)


def test_a_slip_is_suggested_with_its_frequent_spelling():
    text = "the internationally-recoginised government, the UN-recognised government, recognised by all"
    found = spellings(tokenize(Corpus([Document("a", text)])))

    assert [(slip.type, slip.suggestion, slip.n, slip.n_suggestion) for slip in found] == [
        ("internationally-recoginised", "internationally-recognised", 1, 2)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "contract contact contact contact",
        "fighter fighters fighters fighters",
        "recognized recognised recognised recognised",
        "mercenary mercenary mercenary militia",
        "travelling traveling traveling traveling",
        "illegally legally legally legally",
        "contention contentions convention convention convention",
    ],
)
def test_two_words_and_two_rightful_spellings_are_no_slips(text):
    assert spellings(tokenize(Corpus([Document("a", text)]))) == ()


def test_a_slip_is_merged_only_when_asked():
    tokens = tokenize(Corpus([Document("a", "wednedsay wednesday wednesday")]))
    merged = tokens.merged({slip.type: slip.suggestion for slip in spellings(tokens)}, "spelling")

    assert tokens.vocabulary == ("wednedsay", "wednesday")
    assert merged.vocabulary == ("wednesday",)
    assert slices(merged)[0] == "wednedsay"


def test_a_missing_type_has_no_position():
    assert tokenize(SMALL).id_of("absent") is None


def test_types_of_an_unknown_document_are_refused():
    with pytest.raises(ArgumentError, match=r"^document 'd' is not in the corpus; it has a, b, c$"):
        tokenize(SMALL).types_of("d")
