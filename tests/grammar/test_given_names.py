"""Given names."""

from __future__ import annotations

import pytest

from corpus_stats.grammar import classes as c
from corpus_stats.grammar.classes import classes_of
from corpus_stats.grammar.given_names import GIVEN_NAMES


@pytest.mark.parametrize(
    ("name", "male", "female"), [("oscar", True, False), ("ingrid", False, True), ("alex", True, True)]
)
def test_a_given_name_is_of_men_or_of_women_or_of_both(name: str, male: bool, female: bool):
    bits = int(classes_of([name])[0])

    assert (bool(bits & c.GIVEN_NAME_M), bool(bits & c.GIVEN_NAME_F)) == (male, female)


@pytest.mark.parametrize("sex", sorted(GIVEN_NAMES))
def test_no_given_name_stands_twice(sex: str):
    names = GIVEN_NAMES[sex].split()

    assert names == sorted(set(names))
