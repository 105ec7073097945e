from __future__ import annotations

import pytest

from corpus_stats.errors import InputError
from corpus_stats.reading import is_frequency_list, read_frequency_list


@pytest.fixture
def path(tmp_path):
    return tmp_path / "list.csv"


def test_words_and_counts_are_read_in_their_order(path):
    path.write_text("term,count\nthe,60\nNA,2\n", encoding="utf-8")

    assert list(read_frequency_list(path).items()) == [("the", 60), ("NA", 2)]


def test_other_columns_are_passed_over(path):
    path.write_text("group;term;n;rate\nall;the;60;1.5\n", encoding="utf-8")

    assert read_frequency_list(path) == {"the": 60}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,cuont\nthe,6\n", ": column 'count' is missing; did you mean 'cuont'?"),
        ("trem,count\nthe,6\n", ": column 'term' is missing; did you mean 'trem'?"),
        ("term,count\nthe,6\n,2\n", ", row 3, column 'term': the word is empty; each row has a word and its count"),
        ("term,count\nthe,6.5\n", ", row 2, column 'count': found '6.5'; a count is a whole number of 0 or more"),
        ("term,count\nthe,-6\n", ", row 2, column 'count': found '-6'; a count is a whole number of 0 or more"),
        ("term,count\nthe,\n", ", row 2, column 'count': found ''; a count is a whole number of 0 or more"),
        (
            "term,count\nthe,6\na,1\nthe,2\n",
            ", row 4, column 'term': 'the' stands in row 2 too; give each word once",
        ),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_its_place(text, message, path):
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read_frequency_list(path)
    assert str(caught.value) == f"{path}{message}"


@pytest.mark.parametrize(
    ("name", "heading", "is_list"),
    [
        ("a.csv", "term,count", True),
        ("a.csv", '"Term";"n"', True),
        ("a.csv", "\ufeffterm,cuont", True),
        ("a.csv", "term,text,outlet", False),
        ("a.csv", "name,outlet,text", False),
        ("a.jsonl", "term,count", False),
    ],
)
def test_a_frequency_list_is_known_by_its_heading(name, heading, is_list, tmp_path):
    (tmp_path / name).write_text(f"{heading}\nthe,6\n", encoding="utf-8")

    assert is_frequency_list(tmp_path / name) is is_list


def test_a_folder_is_no_frequency_list(tmp_path):
    (tmp_path / "x.csv").mkdir()

    assert not is_frequency_list(tmp_path / "x.csv")
