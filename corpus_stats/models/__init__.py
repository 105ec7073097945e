"""Topic models behind one protocol."""

from .coherence import npmi_coherence
from .topic_models import MODELS, FittedTopics, fitted_topics

__all__ = ["MODELS", "FittedTopics", "fitted_topics", "npmi_coherence"]
