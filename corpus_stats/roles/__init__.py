"""Mentions of a role, and the side that each of them belongs to."""

from .mentions import RoleMentions, role_mentions
from .sides import DIRECT, OF_ARTICLE

__all__ = ["DIRECT", "OF_ARTICLE", "RoleMentions", "role_mentions"]
