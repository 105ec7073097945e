"""Lexical diversity: values on paper, and texts too short for a measure."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.diversity import (
    corrected_type_token_ratio,
    guiraud_r,
    hd_d,
    herdan_c,
    maas,
    mattr,
    mtld,
    type_token_ratio,
    yule_k,
)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(1, 40))
def test_mattr_is_the_mean_over_all_windows(types, window):
    window = min(window, len(types))
    expected = np.mean([len(set(types[i : i + window])) / window for i in range(len(types) - window + 1)])

    np.testing.assert_allclose(mattr(types, window=window), expected)


def test_hd_d_of_a_sample_of_one_token_is_one():
    np.testing.assert_allclose(hd_d([5, 3, 2], sample=1), 1)


def test_hd_d_of_the_whole_text_is_its_ttr():
    np.testing.assert_allclose(hd_d([5, 3, 2], sample=10), type_token_ratio([5, 3, 2]))


def test_mtld_of_a_text_that_fills_whole_factors_is_their_mean_length():
    # "a a" falls to .5 at its second token, four times over, in both directions
    assert mtld("a a a a a a a a".split()) == 2


def test_mtld_counts_the_rest_as_a_part_of_a_factor():
    # forward: a a | b c: 1 factor and (1 - 1) / .28 of one, 4 tokens; backward: c b a a has TTR .75 at the end
    forward, backward = 4 / 1, 4 / ((1 - 0.75) / 0.28)

    np.testing.assert_allclose(mtld("a a b c".split()), (forward + backward) / 2)


def test_mtld_mattr_and_maas_are_those_of_the_readme_of_lexical_richness():
    text = (
        "measure of textual lexical diversity computed as the mean length of sequential words in a text that "
        "maintains a minimum threshold ttr score iterates over words until ttr scores falls below a threshold then "
        "increase factor counter by and start over mccarthy and jarvis pg recommends a factor threshold in the range "
        "of mccarthy mccarthy and jarvis"
    ).split()

    np.testing.assert_allclose(
        [mtld(text), mattr(text, window=25), maas(list(Counter(text).values()))],
        [46.79226361031519, 0.8351515151515152, 0.023215679867353005],
    )


def test_mtld_of_a_text_that_repeats_nothing_is_infinite():
    assert mtld("a b c".split()) == math.inf


def test_guiraud_and_the_corrected_ratio_by_hand():
    np.testing.assert_allclose([guiraud_r([2, 2]), corrected_type_token_ratio([2, 2])], [1, 2 / math.sqrt(8)])


def test_maas_depends_on_the_base_of_its_logarithm():
    # N = 100, V = 10: (2 - 1) / 4 to base 10
    np.testing.assert_allclose([maas([10] * 10, base=10), maas([10] * 10)], [0.25, math.log(10) / math.log(100) ** 2])


def test_yule_k_of_words_used_once_is_zero():
    assert yule_k([1, 1, 1]) == 0


def test_words_that_do_not_occur_are_no_types():
    assert type_token_ratio([3, 0, 1]) == 0.5


@pytest.mark.parametrize("measure", [herdan_c, maas])
def test_a_text_of_one_token_has_no_logarithmic_diversity(measure):
    assert math.isnan(measure([1]))


def test_text_shorter_than_the_window_is_refused():
    with pytest.raises(ArgumentError, match=r"^the text has 3 tokens, fewer than the window of 50$"):
        mattr("a b c".split())


def test_text_shorter_than_the_sample_is_refused():
    with pytest.raises(ArgumentError, match=r"^the text has 10 tokens, fewer than the sample of 42$"):
        hd_d([5, 5])


def test_window_of_no_tokens_is_refused():
    with pytest.raises(ArgumentError, match=r"^window is 0; it must be 1 or more$"):
        mattr("a b c".split(), window=0)


@pytest.mark.parametrize("measure", [type_token_ratio, mtld])
def test_text_without_tokens_is_refused(measure):
    with pytest.raises(ArgumentError, match=r"^the text holds 0 tokens; diversity needs at least one$"):
        measure([])


def test_base_of_one_is_refused():
    with pytest.raises(ArgumentError, match=r"^base is 1; it must be above 1$"):
        maas([2, 2], base=1)
