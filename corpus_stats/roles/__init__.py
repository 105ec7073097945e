"""Mentions of a role, and the side that each of them belongs to."""

from .mentions import RoleMentions, role_mentions
from .sides import DIRECT

__all__ = ["DIRECT", "RoleMentions", "role_mentions"]
