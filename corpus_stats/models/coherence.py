"""Coherence of topics, through gensim."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

__all__ = ["npmi_coherence"]


def npmi_coherence(
    topics: Sequence[Sequence[str]], texts: Sequence[Sequence[str]], *, window: int = 10
) -> NDArray[np.float64]:
    """Mean normalised pointwise mutual information of each topic's words, in [-1, 1], shape (k,).

    Counted in sliding windows of `texts`. Where the texts are the ones that the topics were fitted to, and few, it says
    little: do not choose a method or a number of topics by it on articles about the same events.

    References
    ----------
    Roeder, M., Both, A. and Hinneburg, A. (2015). Exploring the space of topic coherence measures. WSDM.
    """
    from gensim.corpora import Dictionary
    from gensim.models import CoherenceModel

    dictionary = Dictionary([list(text) for text in texts])
    with threadpool_limits(1):
        model = CoherenceModel(
            topics=[list(words) for words in topics],
            texts=[list(text) for text in texts],
            dictionary=dictionary,
            coherence="c_npmi",
            window_size=window,
            topn=max(len(words) for words in topics),
            processes=1,
        )
        values = model.get_coherence_per_topic()
    return np.asarray(np.round(np.array(values, dtype=np.float64), 6) + 0.0)
