"""Who is named, described or referred back to, and where: named entities, and the actors of a lexicon."""

from .absence import unmentioned
from .collecting import mentions
from .entities import ENTITY_KINDS, Names, names
from .gathering import referents
from .values import MENTION_KINDS, Mentions

__all__ = ["ENTITY_KINDS", "MENTION_KINDS", "Mentions", "Names", "mentions", "names", "referents", "unmentioned"]
