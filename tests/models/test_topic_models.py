"""What a topic model refuses before it is fitted."""

from __future__ import annotations

import re

import numpy as np
import pytest
from scipy import sparse

from corpus_stats.errors import ArgumentError
from corpus_stats.models.topic_models import MODELS, fitted_topics

COUNTS = sparse.csr_array(np.array([[2, 1, 0, 0], [0, 0, 3, 1], [1, 1, 0, 2]]))


@pytest.mark.parametrize("method", sorted(MODELS))
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"k": 2.0}, "k is 2.0; it must be a whole number of 1 or more"),
        ({"k": 9}, "k is 9; 3 rows of 4 types allow 1 to 3 topics"),
        ({"k": 2, "seed": -1}, "seed is -1; it must be a whole number from 0 to 4294967295"),
        ({"k": 2, "seed": 2**32}, "seed is 4294967296; it must be a whole number from 0 to 4294967295"),
    ],
)
def test_what_no_model_takes_is_refused_in_one_line(method, options, message):
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        fitted_topics(COUNTS, method=method, **options)
