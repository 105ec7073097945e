"""Lines that an outlet prints in many articles."""

from __future__ import annotations

import pytest

from corpus_stats.cleaning import cleaned
from corpus_stats.corpus import Corpus, Document

BLURB = "The Harbour Post is written in three languages by people who live here"
SUBJECTS = "bridges ferries schools markets lighthouses museums trains boats clocks gardens".split()


def article(subject: str, *, below: str = "", among: str = "") -> str:
    lines = [
        f"The council spoke about {subject} for three hours on Monday and found no answer to the question of money.",
        f"Nobody in the town knows who paid for the old {subject}, and the archive burned down two centuries ago.",
        among,
        f"Experts on {subject} from the capital will come next week, at least if the road is open by then.",
        f"Until then, the {subject} will be looked after by volunteers, as they were in the year of the great flood.",
        f"A new law on {subject} is on its way, and the mayor has promised to read all of it before the vote.",
        f"The opposition calls the plan for {subject} a disgrace and wants to have the vote put off until autumn.",
        f"Prices of {subject} have doubled in five years, which is more than anywhere else along this coast.",
        f"It is not the first time that {subject} divide the town, and few think that it will be the last.",
        f"Letters about {subject} fill the pages of the paper, and most of them are written by the same man.",
        f"A museum of {subject} could open in the spring, in the rooms where the tax office used to be.",
        f"That leaves the matter of {subject} where it was, and the council with one year to go.",
        below,
    ]
    return "\n\n".join(line for line in lines if line)


def repeated(texts: list[str], outlet: str | None = "Harbour Post") -> set[str]:
    corpus = cleaned(Corpus([Document(f"{i:02d}", text, outlet=outlet) for i, text in enumerate(texts)]))
    return {d.text[p.start : p.end] for d in corpus for p in d.drops if p.reason == "repeated_line"}


@pytest.mark.parametrize("outlet", ["Harbour Post", None])
def test_a_line_below_five_different_articles_is_dropped(outlet):
    assert repeated([article(subject, below=BLURB) for subject in SUBJECTS[:5]], outlet) == {BLURB}


def test_a_line_below_four_articles_is_kept():
    assert repeated([article(subject, below=BLURB) for subject in SUBJECTS[:4]]) == set()


def test_a_line_below_less_than_a_fifth_of_the_articles_is_kept():
    texts = [
        article(f"{subject} {i}", below=BLURB if i == 0 and n < 5 else "")
        for i in range(3)
        for n, subject in enumerate(SUBJECTS)
    ]

    assert repeated(texts) == set()


def test_two_lines_that_differ_in_digits_are_one():
    texts = [
        article(subject, below=f"Harbour Post number {i}, printed in Port Town")
        for i, subject in enumerate(SUBJECTS[:5])
    ]

    assert len(repeated(texts)) == 5


def test_a_background_sentence_in_the_middle_of_articles_is_kept():
    background = (
        "The town has had no mayor of its own since the fire of the year before last, when the hall burned down."
    )

    assert repeated([article(subject, among=background) for subject in SUBJECTS]) == set()


def test_a_background_sentence_below_less_than_half_of_the_articles_is_kept():
    background = "The town has had no mayor of its own since the fire of the year before last, as the Post reported."

    assert (
        repeated([article(subject, below=background if i < 5 else "") for i, subject in enumerate([*SUBJECTS, "dogs"])])
        == set()
    )


def test_a_sentence_below_half_of_the_articles_is_dropped():
    line = "The Harbour Post is written in three languages by people who live here."

    assert repeated([article(subject, below=line if i < 5 else "") for i, subject in enumerate(SUBJECTS)]) == {line}


def test_a_quotation_in_the_articles_of_one_event_is_kept():
    assert (
        repeated([article(subject, below='"We will never give up," the mayor said.') for subject in SUBJECTS]) == set()
    )


def test_sentences_of_articles_that_are_copies_of_each_other_are_kept():
    assert repeated([article("bridges") for _ in range(6)] + [article(subject) for subject in SUBJECTS[1:5]]) == set()


def test_lines_of_another_outlet_do_not_count():
    documents = [
        Document(f"{i}", article(subject, below=BLURB), outlet="AB"[i % 2]) for i, subject in enumerate(SUBJECTS[:8])
    ]

    assert all(not document.drops for document in cleaned(Corpus(documents)))


def test_repeated_lines_are_left_when_not_asked_for():
    corpus = Corpus([Document(subject, article(subject, below=BLURB)) for subject in SUBJECTS])

    assert all(not document.drops for document in cleaned(corpus, repeated=False))
