"""Agreement: published examples of alpha and Fleiss' kappa, kappa and its error, labels that cannot be compared."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.agreement import (
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    pairwise_agreement,
    percent_agreement,
)

# four coders, twelve units: Krippendorff's example, "Computing Krippendorff's alpha-reliability" (2011), section C
CODERS = [
    [None if label == "." else int(label) for label in row.split()]
    for row in (
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
]
# sections A and B of the same: two observers, binary and nominal data
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = ["aabbdcccedda", "babbbcccEddd".lower()]
# ten subjects, fourteen raters, five categories: the example of Wikipedia's article on Fleiss' kappa
RATED = "0 0 0 0 14, 0 2 6 4 2, 0 0 3 5 6, 0 3 9 2 0, 2 2 8 1 1, 7 7 0 0 0, 3 2 6 3 0, 2 5 3 2 2, 6 5 2 1 0, 0 2 2 3 7"
RATERS = [
    list(labels)
    for labels in zip(
        *([label for label, n in enumerate(subject.split()) for _ in range(int(n))] for subject in RATED.split(", ")),
        strict=True,
    )
]
YES_NO = [["yes"] * 25 + ["no"] * 25, ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15]


@pytest.mark.parametrize(("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_that_of_krippendorffs_example(metric, alpha):
    found = krippendorff_alpha(CODERS, metric=metric, resamples=50)

    np.testing.assert_allclose(found.estimate, alpha, atol=0.0006)


@pytest.mark.parametrize(("labels", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692)])
def test_alpha_of_two_observers_is_that_of_krippendorffs_examples(labels, alpha):
    np.testing.assert_allclose(krippendorff_alpha(labels, resamples=20).estimate, alpha, atol=0.0006)


def test_units_that_one_coder_labelled_are_left_out():
    assert krippendorff_alpha(CODERS, resamples=50).n_units == 11


def test_alpha_lies_within_its_interval():
    found = krippendorff_alpha(CODERS, resamples=300)

    assert found.low < found.estimate < found.high


def test_alpha_of_a_single_label_is_missing():
    assert np.isnan(krippendorff_alpha([["a", "a"], ["a", "a"]], resamples=5).estimate)


def test_kappa_of_the_textbook_table_is_two_fifths():
    # agreed .7, by chance .5
    np.testing.assert_allclose(cohen_kappa(*YES_NO).estimate, 0.4)


def test_kappa_of_three_labels_is_that_of_scikit_learn():
    from sklearn.metrics import cohen_kappa_score

    generator = np.random.default_rng(5)
    first = generator.choice(list("abc"), 80)
    second = np.where(generator.random(80) < 0.6, first, generator.choice(list("abc"), 80))

    np.testing.assert_allclose(cohen_kappa(first, second).estimate, cohen_kappa_score(first, second))


def test_fleiss_kappa_is_that_of_the_worked_example():
    np.testing.assert_allclose(fleiss_kappa(RATERS, resamples=20).estimate, 0.210, atol=0.0005)


def test_fleiss_kappa_of_two_coders_is_scotts_pi():
    # 55 of 100 labels are yes: by chance .505, agreed .7
    np.testing.assert_allclose(fleiss_kappa(YES_NO, resamples=20).estimate, (0.7 - 0.505) / 0.495)


def test_fleiss_kappa_lies_within_its_interval():
    found = fleiss_kappa(RATERS, resamples=300)

    assert found.low < found.estimate < found.high


def test_fleiss_kappa_passes_over_units_that_a_coder_left_out():
    assert fleiss_kappa([[1, 2, 1], [1, 2, None], [1, 1, 2]], resamples=5).n_units == 2


def test_fleiss_kappa_of_a_single_label_is_missing():
    assert np.isnan(fleiss_kappa([["a", "a"], ["a", "a"]], resamples=5).estimate)


def test_pairwise_agreement_is_the_mean_share_of_pairs_alike():
    # three pairs of three, one pair of three, one pair of one
    found = pairwise_agreement([[1, 1, 2], [1, 1, 2], [1, 2, None]], resamples=20)

    np.testing.assert_allclose(found.estimate, (1 + 1 / 3 + 1) / 3)


def test_pairwise_agreement_of_two_coders_is_percent_agreement():
    assert pairwise_agreement(YES_NO, resamples=20).estimate == percent_agreement(*YES_NO).estimate


def test_fleiss_kappa_without_a_complete_unit_is_refused():
    with pytest.raises(ArgumentError, match=r"^no unit has labels of all 2 coders; Fleiss' kappa needs at least one$"):
        fleiss_kappa([[1, None], [None, 2]])


def test_pairwise_agreement_without_a_common_unit_is_refused():
    with pytest.raises(ArgumentError, match=r"^no unit has labels of two coders; agreement needs at least one$"):
        pairwise_agreement([[1, None], [None, 2]])


def test_error_of_kappa_is_that_of_the_delta_method():
    # the gradient of kappa in the four shares, by differences
    shares = np.array([[20, 5], [10, 15]]) / 50

    def kappa(p):
        p = p / p.sum()
        chance = p.sum(axis=1) @ p.sum(axis=0)
        return (np.trace(p) - chance) / (1 - chance)

    steps = np.eye(4).reshape(4, 2, 2) * 1e-6
    gradient = np.array([(kappa(shares + step) - kappa(shares - step)) / 2e-6 for step in steps])
    flat = shares.ravel()
    error = np.sqrt((flat @ gradient**2 - (flat @ gradient) ** 2) / 50)

    found = cohen_kappa(*YES_NO)

    np.testing.assert_allclose([found.low, found.high], [0.4 - 1.959964 * error, 0.4 + 1.959964 * error], atol=1e-6)


def test_kappa_of_a_single_label_is_missing():
    assert np.isnan(cohen_kappa(["a", "a"], ["a", "a"]).estimate)


def test_percent_agreement_has_wilsons_interval():
    found = percent_agreement(*YES_NO)

    # prop.test(35, 50, correct = FALSE) gives 0.5624920 0.8089711
    np.testing.assert_allclose([found.estimate, found.low, found.high], [0.7, 0.562492, 0.808971], atol=1e-5)


def test_one_coder_is_refused():
    with pytest.raises(ArgumentError, match=r"^there is 1 coder; agreement needs two or more$"):
        krippendorff_alpha([[1, 2]])


def test_coders_with_other_units_are_refused():
    with pytest.raises(ArgumentError, match=r"^coders labelled 2, 3 units; each needs the same$"):
        krippendorff_alpha([[1, 2], [1, 2, 3]])


def test_two_coders_with_other_units_are_refused():
    with pytest.raises(ArgumentError, match=r"^coders labelled 1, 2 units; each needs the same$"):
        cohen_kappa([1], [1, 2])


def test_coders_without_a_common_unit_are_refused():
    with pytest.raises(ArgumentError, match=r"^no unit has labels of two coders; agreement needs at least one$"):
        krippendorff_alpha([[1, None], [None, 2]])


def test_coders_without_units_are_refused():
    with pytest.raises(ArgumentError, match=r"^coders labelled 0 units; agreement needs at least one$"):
        percent_agreement([], [])


def test_words_have_no_interval_metric():
    with pytest.raises(ArgumentError, match=r"^labels such as 'a' are no numbers; an interval metric needs them$"):
        krippendorff_alpha([["a", "b"], ["a", "b"]], metric="interval")


def test_unknown_metric_is_refused():
    with pytest.raises(ArgumentError, match=r"^metric is 'ratio'; it must be 'nominal', 'ordinal' or 'interval'$"):
        krippendorff_alpha(CODERS, metric="ratio")


def test_missing_label_of_two_coders_is_refused():
    with pytest.raises(
        ArgumentError, match=r"^a label of unit 1 is missing; two coders are compared on units that both labelled$"
    ):
        cohen_kappa(["a", "b"], ["a", None])
