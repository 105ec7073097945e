"""Matching: which occurrences of a lexicon's terms are found, and where."""

import re
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import ArgumentError, LexiconError
from corpus_stats.lexicon import Lexicon, Term, read_lexicon
from corpus_stats.matching import matches, phrase_matches
from corpus_stats.tokens import tokenize

SEEDS = Path(__file__).parent.parent / "seeds"


def hits(text: str, *terms: str, document: Document | None = None) -> list[str]:
    """Matched slices of the text, in its order."""
    corpus = Corpus([document or Document("a", text)])
    found = matches(tokenize(corpus), Lexicon(tuple(Term((term,), "c") for term in terms)))
    return [corpus.documents[0].text[start:end] for start, end, _ in spans(found)]


def spans(found) -> list[tuple[int, int, str]]:
    tokens = found.tokens
    return [
        (int(tokens.starts[first]), int(tokens.ends[last - 1]), found.lexicon.terms[term].name)
        for first, last, term in zip(found.first, found.last, found.terms, strict=True)
    ]


# ------------------------------------------------------------ boundaries and overlaps


def test_a_longer_term_that_ends_inside_a_word_does_not_hide_the_shorter_one():
    assert hits("the rogue general elections", "rogue general", "rogue general elect") == ["rogue general"]


def test_strongman_never_matches_stronghold():
    assert hits("A strongman in the LNA stronghold, the strongmen.", "strongman") == ["strongman"]


def test_a_literal_term_does_not_match_inside_a_word():
    assert hits("war warlord postwar war-torn", "war") == ["war"]


def test_of_two_matches_at_one_place_the_longer_is_taken():
    assert hits("the rogue general", "rogue", "general", "rogue general") == ["rogue general"]


def test_of_two_overlapping_matches_the_first_is_taken():
    assert hits("a b c d", "b c d", "a b") == ["a b"]


def test_a_shorter_match_inside_a_chosen_one_is_dropped_whatever_its_category():
    corpus = Corpus([Document("a", "foreign fighters and fighters")])
    lexicon = Lexicon((Term(("fighter*",), "plain"), Term(("foreign fighters",), "origin")))

    assert spans(matches(tokenize(corpus), lexicon)) == [(0, 16, "foreign fighters"), (21, 29, "fighter*")]


@pytest.mark.parametrize(
    ("terms", "winner"),
    [
        (("mercenar*", "mercenaries"), "mercenaries"),
        (("merc*", "mercenar*"), "mercenar*"),
        (("war* crimes", "war crime*"), "war* crimes"),
    ],
)
def test_of_two_terms_that_match_the_same_words_the_more_literal_is_taken(terms, winner):
    tokens = tokenize(Corpus([Document("a", "mercenaries, war crimes")]))
    for order in (terms, terms[::-1]):
        found = matches(tokens, Lexicon(tuple(Term((term,), "c") for term in order)))

        assert [name for _, _, name in spans(found)] == [winner]


def test_a_star_leaves_the_end_of_any_word_of_a_term_open():
    text = "a war crime, wars criminal, warm crimson; rogue generals; warcrimes"

    assert hits(text, "war* crim*", "rogue general*") == [
        "war crime",
        "wars criminal",
        "warm crimson",
        "rogue generals",
    ]


def test_a_star_also_matches_the_word_that_ends_there():
    assert hits("militia militias", "militia*") == ["militia", "militias"]


def test_every_variant_of_a_term_is_counted_as_the_term():
    tokens = tokenize(Corpus([Document("a", "strongman, warlord and strongmen")]))
    found = matches(tokens, Lexicon((Term(("warlord",), "c"), Term(("strongman", "strongmen"), "c"))))

    assert found.terms.tolist() == [1, 0, 1]


# ------------------------------------------------------------ case and spelling


@pytest.mark.parametrize("text", ["rogue general", "Rogue General", "rogue General", "ROGUE GENERAL"])
@pytest.mark.parametrize("term", ["rogue general", "Rogue General", "ROGUE GENERAL"])
def test_case_makes_no_difference_for_words(text, term):
    assert hits(text, term) == [text]


def test_the_short_acronym_and_the_word_are_never_taken_for_each_other():
    assert (hits("The US told us.", "US"), hits("The US told us.", "us")) == (["US"], ["us"])


def test_dots_of_acronyms_make_no_difference():
    assert hits("U.N.-backed and UN-backed", "UN-backed") == ["U.N.-backed", "UN-backed"]
    assert hits("U.S. troops", "US troops") == ["U.S. troops"]


def test_capitals_of_a_headline_are_matched_in_each_piece_of_a_compound():
    assert hits("RUSSIA-BACKED", "Russia-backed") == ["RUSSIA-BACKED"]


def test_curly_and_straight_apostrophes_are_equal_in_text_and_term():
    text = "Haftar's forces, Haftar’s forces"

    assert hits(text, "haftar's") == hits(text, "Haftar’s") == ["Haftar's", "Haftar’s"]


def test_soft_hyphens_and_no_break_spaces_do_not_hide_a_term():
    assert hits("the rogue\u00a0gen\u00aderal", "rogue general") == ["rogue\u00a0gen\u00aderal"]


# ------------------------------------------------------------ between the words of a term


@pytest.mark.parametrize(
    "text", ["rogue “general”", 'rogue "general', "rogue ‘General’", "rogue- general", "rogue   general"]
)
def test_quotation_marks_and_hyphens_do_not_part_a_term(text):
    assert len(hits(f"the {text} said", "rogue general")) == 1


@pytest.mark.parametrize(
    "text",
    ["rogue, general", "rogue (general)", "rogue; general", "rogue – general", "rogue / general", "rogue: general"],
)
def test_other_punctuation_parts_a_term(text):
    assert hits(text, "rogue general") == []


def test_no_term_crosses_a_sentence():
    assert hits("They went rogue. General unrest. Rogue\nGeneral", "rogue general") == []


def test_a_term_that_holds_punctuation_is_found_with_and_without_it():
    assert hits("Gen. Haftar, Gen Haftar", "gen. haftar") == ["Gen. Haftar", "Gen Haftar"]


def test_no_term_crosses_a_dropped_span():
    parts = (Part(0, 17, kind="body"), Part(5, 10, reason="image_credit"))

    assert hits("", "rogue general", document=Document("a", "rogue [AP] general", parts=parts)) == []


def test_no_term_crosses_two_documents():
    tokens = tokenize(Corpus([Document("a", "rogue"), Document("b", "general rogue general")]))
    found = matches(tokens, Lexicon((Term(("rogue general",), "c"),)))

    assert (found.documents.tolist(), found.first.tolist(), found.last.tolist()) == ([1], [2], [4])


# ------------------------------------------------------------ the arrays


def test_matches_are_flat_arrays_of_the_promised_types():
    found = matches(tokenize(Corpus([Document("a", "")])), Lexicon((Term(("x",), "c"),)))

    assert [array.dtype.name for array in (found.documents, found.first, found.last, found.terms)] == [
        "int32",
        "int64",
        "int64",
        "int32",
    ]
    assert len(found) == 0


def test_an_empty_lexicon_matches_nothing():
    assert len(matches(tokenize(Corpus([Document("a", "x")])), Lexicon(()))) == 0


def test_free_patterns_do_not_hide_each_other():
    tokens = tokenize(Corpus([Document("a", "the rogue general, generals")]))
    documents, first, last, pattern = phrase_matches(tokens, ["general", "rogue general", "general*"])

    assert documents.tolist() == [0, 0, 0, 0]
    assert list(zip(first.tolist(), last.tolist(), pattern.tolist(), strict=True)) == [
        (1, 3, 1),
        (2, 3, 0),
        (2, 3, 2),
        (3, 4, 2),
    ]


def test_a_free_pattern_does_not_overlap_itself():
    _, first, last, _ = phrase_matches(tokenize(Corpus([Document("a", "x x x x x")])), ["x x"])

    assert list(zip(first.tolist(), last.tolist(), strict=True)) == [(0, 2), (2, 4)]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("", "the term is empty; write a word or a phrase"),
        ("!!!", "'!!!' has no word that can be matched; write at least one letter or digit"),
        ("*", "'*' in '*' matches every word; write how the word begins, as in 'mercenar*'"),
        ("g*l", "'*' in 'g*l' is not at the end of a word; leave only an end open, as in 'mercenar*'"),
        ("利*", "'利*' has no word that can be matched; write at least one letter or digit"),
    ],
)
def test_a_free_pattern_that_matches_no_word_is_refused(pattern, message):
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        phrase_matches(tokenize(Corpus([Document("a", "x")])), [pattern])


def test_a_term_that_leaves_no_word_to_match_is_refused_with_its_place():
    lexicon = Lexicon((Term(("x",), "c"), Term(("利*",), "c")))
    message = "term 2: '利*' has no word that can be matched; write at least one letter or digit"

    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        matches(tokenize(Corpus([Document("a", "x")])), lexicon)


# ------------------------------------------------------------ an oracle

WORDS = ["a", "ab", "abc", "b", "US", "us", "USA", "ABCDE", "Ab", "a's"]
PATTERN = st.lists(st.sampled_from(["a", "a*", "ab", "ab*", "b", "US", "us", "abcde", "abcd*"]), min_size=1, max_size=3)
GAPS = [" ", " ", " ", "  ", ", ", ". A ", " “", "- ", "\n", " ("]
TEXT = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25)


def naive(tokens, patterns: list[str]) -> list[tuple[int, int, str]]:
    """Try every pattern at every token; of those that begin first take the longest, then the most literal."""
    text = tokens.corpus.documents[0].text
    types = [tokens.vocabulary[t] for t in tokens.type_ids]
    types = [word.lower() if word.isupper() and len(word) > 4 else word for word in types]
    found, free = [], 0
    for first in range(len(types)):
        fitting = []
        for pattern in patterns:
            words = pattern.split()
            window = types[first : first + len(words)]
            inner = [
                text[tokens.ends[i] : tokens.starts[i + 1]]
                for i in range(first, min(first + len(words), len(types)) - 1)
            ]
            cut = any(first < bound < first + len(words) for bound in tokens.sentence_bounds)
            same = len(window) == len(words) and all(
                one.startswith(word[:-1]) if word.endswith("*") else one == word
                for one, word in zip(window, words, strict=True)
            )
            if same and not cut and not re.search(r"[^\s“-]", "".join(inner[: len(words) - 1])):
                stars = tuple(word.endswith("*") for word in words)
                fitting.append(
                    (-len(words), sum(stars), -len(pattern), pattern.replace("*", "").split(), stars, pattern)
                )
        if fitting and first >= free:
            best = min(fitting)
            free = first - best[0]
            found.append((first, free, best[-1]))
    return found


@settings(deadline=None, max_examples=60)
@given(pieces=TEXT, terms=st.lists(PATTERN.map(" ".join), min_size=1, max_size=8, unique=True), turn=st.randoms())
def test_matching_agrees_with_a_search_token_by_token(pieces, terms, turn):
    tokens = tokenize(Corpus([Document("a", "".join(word + gap for word, gap in pieces))]))
    shuffled = turn.sample(terms, len(terms))
    found = matches(tokens, Lexicon(tuple(Term((term,), "c") for term in shuffled)))
    names = [shuffled[term] for term in found.terms]

    assert list(zip(found.first.tolist(), found.last.tolist(), names, strict=True)) == naive(tokens, terms)


@settings(deadline=None, max_examples=40)
@given(pieces=TEXT, terms=st.lists(PATTERN.map(" ".join), min_size=1, max_size=8, unique=True), turn=st.randoms())
def test_the_order_of_the_terms_changes_nothing(pieces, terms, turn):
    tokens = tokenize(Corpus([Document("a", "".join(word + gap for word, gap in pieces))]))
    orders = [terms, turn.sample(terms, len(terms))]
    seen = [spans(matches(tokens, Lexicon(tuple(Term((term,), "c") for term in order)))) for order in orders]

    assert seen[0] == seen[1]


@settings(deadline=None, max_examples=40)
@given(pieces=TEXT, terms=st.lists(PATTERN.map(" ".join), min_size=1, max_size=8, unique=True))
def test_no_two_matches_overlap(pieces, terms):
    tokens = tokenize(Corpus([Document("a", "".join(word + gap for word, gap in pieces))]))
    found = matches(tokens, Lexicon(tuple(Term((term,), "c") for term in terms)))

    assert all(left <= right for (_, left), (right, _) in pairwise(zip(found.first, found.last, strict=True)))


# ------------------------------------------------------------ size, and the seeds


def seconds(tokens, lexicon: Lexicon) -> float:
    start = time.process_time()
    matches(tokens, lexicon)
    return time.process_time() - start


def test_twenty_thousand_terms_cost_little_more_than_reading_them():
    generator = np.random.default_rng(1)
    words = ["".join(letters) for letters in generator.choice(list("abcdefgh"), size=(40_000, 6))]
    terms = sorted({f"{a} {b}*" if a < b else a for a, b in zip(words[:20_000], words[20_000:], strict=True)})
    lexicon = Lexicon(tuple(Term((term,), "c") for term in terms))
    short = tokenize(Corpus([Document("a", " ".join(words[:2_000]))]))
    long = tokenize(Corpus([Document("a", " ".join(words))]))

    assert len(lexicon.terms) > 18_000
    assert seconds(long, lexicon) < 4 * seconds(short, lexicon) + 1


def seed(name: str) -> Corpus:
    path = next(SEEDS.glob(f"{name}_*.txt"))
    return Corpus([Document(path.name, path.read_bytes().decode())])


def test_the_rogue_general_of_001_stands_where_the_gold_file_says():
    found = matches(tokenize(seed("001")), read_lexicon(SEEDS / "lexicon.toml"))

    assert [(a, b) for a, b, name in spans(found) if name == "rogue general"] == [(296, 309), (682, 695)]


@pytest.mark.parametrize(("name", "expected"), [("002", [(233, 242)]), ("004", [(2845, 2854)])])
def test_strongman_is_found_in_002_and_004(name, expected):
    found = matches(tokenize(seed(name)), read_lexicon(SEEDS / "lexicon.toml"))

    assert [(a, b) for a, b, term in spans(found) if term.startswith("strongman |")] == expected


def test_the_lexicon_spares_the_strongholds_and_the_fighter_aircraft_of_the_seeds():
    lexicon = read_lexicon(SEEDS / "lexicon.toml")
    texts = []
    for name in ("002", "003"):
        corpus = seed(name)
        found = matches(tokenize(corpus), lexicon)
        text = corpus.documents[0].text
        texts += [
            text[start:end]
            for (start, end, _), term in zip(spans(found), found.terms, strict=True)
            if lexicon.terms[term].category in ("delegitimising", "war actor")
        ]

    assert [text for text in texts if "stronghold" in text.lower() or "aircraft" in text.lower()] == []
