"""Correspondence analysis: its relation to chi-squared, masses and signs."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from corpus_stats.errors import ArgumentError
from corpus_stats.stats.correspondence import correspondence_analysis

TABLE = np.array([[20, 5, 3], [4, 15, 6], [2, 8, 30], [6, 6, 7]])


def test_total_inertia_is_chi_squared_over_the_total():
    expected = stats.chi2_contingency(TABLE).statistic / TABLE.sum()

    np.testing.assert_allclose(correspondence_analysis(TABLE).total, expected)


def test_inertia_of_an_axis_is_the_mass_weighted_spread_of_rows_and_of_columns():
    found = correspondence_analysis(TABLE)

    np.testing.assert_allclose(found.row_masses @ found.rows**2, found.inertias)
    np.testing.assert_allclose(found.column_masses @ found.columns**2, found.inertias)


def test_rows_and_columns_are_barycentres_of_each_other():
    found = correspondence_analysis(TABLE)
    profiles = TABLE / TABLE.sum(axis=1, keepdims=True)

    np.testing.assert_allclose(profiles @ found.columns / np.sqrt(found.inertias), found.rows)


def test_the_farthest_row_of_every_axis_is_positive():
    rows = correspondence_analysis(TABLE).rows

    assert (rows[np.abs(rows).argmax(axis=0), [0, 1]] > 0).all()


def test_empty_row_is_refused():
    with pytest.raises(ArgumentError, match=r"^row 1 of the table is empty; leave it out$"):
        correspondence_analysis([[1, 2], [0, 0]])


def test_table_of_one_column_is_refused():
    with pytest.raises(
        ArgumentError, match=r"^the table has shape \(2, 1\); two rows and two columns or more are needed$"
    ):
        correspondence_analysis([[1], [2]])
