"""`Seen`: where somebody was met last in a document, and what was read beside the name."""

from __future__ import annotations

from .profiles import Profile

__all__ = ["Seen"]


class Seen:
    """Last place where a referent was met.

    Attributes
    ----------
    referent : int
    first, last, sentence : int
        Token positions, half-open, and the sentence's position.
    kind, gender : str
    count : int
        How often it was met so far.
    is_subject : bool or None
        Whether it can be the subject there; None until somebody asks.
    was_subject : bool
        Whether it was a subject earlier in the same sentence.
    profile : Profile
    unread : list of events
        Occurrences of the name that the profile does not hold yet: read when a description asks.
    """

    __slots__ = (
        "count",
        "first",
        "gender",
        "is_subject",
        "kind",
        "last",
        "profile",
        "referent",
        "sentence",
        "unread",
        "was_subject",
    )

    def __init__(self, referent: int, kind: str, gender: str) -> None:
        self.referent = referent
        self.kind = kind
        self.gender = gender
        self.first = self.last = self.sentence = -1
        self.count = 0
        self.is_subject: bool | None = None
        self.was_subject = False
        self.profile: Profile | None = None
        self.unread: list[tuple[int, int, int, int]] = []

    def fits(self, kind: str, gender: str) -> bool:
        """Whether a pronoun for a kind and a gender can mean it."""
        if kind == "person":
            return self.kind in ("person", "other") and (not self.gender or self.gender == gender)
        if kind == "body":
            return self.kind in ("body", "place")
        return self.kind == "plural"
