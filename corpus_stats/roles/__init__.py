"""Mentions of a role, and the side that each of them belongs to."""

from .context import OF_ARTICLE
from .mentions import RoleMentions, role_mentions
from .sides import BY_SPEAKER, DIRECT
from .speech import Speakers

__all__ = ["BY_SPEAKER", "DIRECT", "OF_ARTICLE", "RoleMentions", "Speakers", "role_mentions"]
