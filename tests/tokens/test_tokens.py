"""Flat arrays of tokens."""

from __future__ import annotations

import json
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


def test_a_reading_is_called_once_for_each_thing_that_is_given():
    tokens, calls = tokenize(SMALL), []

    def reading(read: Tokens, *asked: str) -> tuple[str, ...]:
        calls.append(asked)
        return (read.corpus.names[0], *asked)

    answers = [tokens.once(reading, *asked) for asked in [("x",), (), ("x",), ("y",)]]

    assert answers == [("a", "x"), ("a",), ("a", "x"), ("a", "y")]
    assert calls == [("x",), (), ("y",)]


def test_one_answer_is_kept_with_the_tokens_and_with_no_other():
    tokens, others = tokenize(SMALL), tokenize(SMALL)

    assert tokens.once(Tokens.lengths) is tokens.once(Tokens.lengths)
    assert tokens.once(Tokens.lengths) is not others.once(Tokens.lengths)


def test_a_character_span_holds_every_token_that_it_touches():
    first, last = tokenize(SMALL).spans_of([0, 0, 1], [0, 9, 7], [13, 12, 10])

    assert (first.tolist(), last.tolist()) == ([0, 1, 12], [2, 2, 13])


def test_a_character_span_between_tokens_is_empty_at_the_next_one():
    # the blank lines behind the headline
    first, last = tokenize(SMALL).spans_of([0], [13], [15])

    assert (first.tolist(), last.tolist()) == ([2], [2])


def test_a_character_span_behind_the_last_token_stays_in_its_document():
    end = len(TEXT)
    first, last = tokenize(SMALL).spans_of([0, 2], [end - 1, 0], [end, 0])

    assert (first.tolist(), last.tolist()) == ([10, 19], [10, 19])


@given(st.lists(st.text(alphabet="ab. \n", max_size=12), min_size=1, max_size=4), st.data())
def test_token_spans_are_those_that_a_plain_search_gives(texts: list[str], data: st.DataObject):
    tokens = tokenize(Corpus(Document(f"{i}", text) for i, text in enumerate(texts)))
    which = data.draw(st.integers(0, len(texts) - 1))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(texts[which]))] * 2)))
    first, last = tokens.spans_of([which], [start], [end])
    places = range(*tokens.bounds[which : which + 2])
    held = [i for i in places if tokens.ends[i] > start and tokens.starts[i] < end]

    assert list(range(int(first[0]), int(last[0]))) == held


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


def changed_array(name, change):
    def change_file(folder):
        np.save(folder / f"{name}.npy", change(np.load(folder / f"{name}.npy")))

    return change_file


def with_first(value):
    def change(array):
        array[0] = value
        return array

    return change


def changed_state(**changes):
    def change_file(folder):
        path = folder / "tokens.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | changes))

    return change_file


def written(name, content):
    return lambda folder: (folder / name).write_bytes(content)


STATE_MESSAGE = "tokens.json does not hold corpus, vocabulary, history"


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (written("tokens.json", b"{}"), STATE_MESSAGE),
        (written("tokens.json", b"[]"), STATE_MESSAGE),
        (written("tokens.json", b"null"), STATE_MESSAGE),
        (changed_state(vocabulary="the"), "tokens.json: vocabulary is no list of words"),
        (changed_state(vocabulary=[1, 2]), "tokens.json: vocabulary is no list of words"),
        (changed_state(history={"a": 1}), "tokens.json: history is no list of words"),
        (changed_state(vocabulary=["b", "a"]), "tokens.json: the vocabulary is not sorted"),
        (changed_state(vocabulary=["a"]), "type_ids.npy holds 7, which is out of range, at place 0"),
        (changed_array("type_ids", with_first(99)), "type_ids.npy holds 99, which is out of range, at place 0"),
        (changed_array("type_ids", with_first(-1)), "type_ids.npy holds -1, which is out of range, at place 0"),
        (changed_array("type_ids", lambda a: a.astype(np.int64)), "type_ids.npy is no row of int32"),
        (changed_array("type_ids", lambda a: a.astype(np.float32)), "type_ids.npy is no row of int32"),
        (changed_array("starts", lambda a: a[None]), "starts.npy is no row of int32"),
        (changed_array("type_ids", lambda a: a[:-1]), "starts.npy holds 19 numbers where 18 are expected"),
        (changed_array("bounds", lambda a: a[1:]), "bounds.npy holds 3 numbers where 4 are expected"),
        (changed_array("sentence_ends", lambda a: a[1:]), "sentence_ends.npy holds 4 numbers where 5 are expected"),
        (changed_array("bounds", lambda a: a[[0, 2, 1, 3]]), "bounds.npy does not rise from 0 to 19"),
        (changed_array("bounds", lambda a: a + 1), "bounds.npy does not rise from 0 to 19"),
        (
            changed_array("sentence_bounds", lambda a: a[[0, 1, 1, 3, 4, 5]]),
            "sentence_bounds.npy does not rise from 0 to 19",
        ),
        (changed_array("paragraph_bounds", lambda a: a[:0]), "paragraph_bounds.npy does not rise from 0 to 19"),
        (changed_array("part_ids", with_first(4)), "part_ids.npy holds 4, which is out of range, at place 0"),
        (changed_array("ends", with_first(99)), "ends.npy holds 99, which is out of range, at place 0"),
        (changed_array("starts", with_first(5)), "starts.npy holds 5, which is out of range, at place 0"),
        (
            changed_array("sentence_starts", with_first(-2)),
            "sentence_starts.npy holds -2, which is out of range, at place 0",
        ),
        (
            changed_array("sentence_ends", with_first(99)),
            "sentence_ends.npy holds 99, which is out of range, at place 0",
        ),
    ],
)
def test_saved_tokens_that_do_not_fit_each_other_are_refused(tmp_path, damage, found):
    tokenize(SMALL).write(tmp_path)
    damage(tmp_path)

    message = f"{tmp_path}: no saved tokens can be read there ({found})"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        Tokens.read(tmp_path, SMALL)


@pytest.mark.parametrize("name", ["tokens.json", "bounds.npy"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x93NUMPY", b"[" * 9999])
def test_a_damaged_file_is_refused_in_one_line(tmp_path, name, content):
    tokenize(SMALL).write(tmp_path)
    (tmp_path / name).write_bytes(content)

    with pytest.raises(InputError, match=r"no saved tokens can be read there \(.+\)$"):
        Tokens.read(tmp_path, SMALL)


def test_tokens_of_a_corpus_without_documents_are_read_back(tmp_path):
    tokenize(Corpus([])).write(tmp_path)

    assert len(Tokens.read(tmp_path, Corpus([]))) == 0


def test_one_text_for_the_list_of_stop_words_is_refused():
    with pytest.raises(ArgumentError, match=r"^stop_words is the text 'the'; give a list of words$"):
        tokenize(SMALL).content("the")


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
