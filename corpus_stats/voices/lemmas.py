"""Groups of reporting verbs that the rules tell apart, one bit each."""

from __future__ import annotations

__all__ = [
    "ACCUSE",
    "ADDRESSING",
    "ASKING",
    "CITING",
    "COMMENTING",
    "KNOWN",
    "LEMMAS",
    "PRESUMING",
    "REFUSING",
    "REMEMBERING",
    "SAYING",
    "SUPPOSING",
    "TELLING",
    "VOWING",
    "WANTING",
]

LEMMAS = (
    "know ask",
    "ask question query press",
    "accuse",
    "tell",
    "say",
    "decline refuse",
    "comment respond reply answer elaborate",
    "cite",
    "believe think understand say report allege know rumor rumour suppose",
    "promise vow pledge threaten swear claim profess hope",
    "brief inform notify alert assure reassure convince persuade remind",
    "believe think presume report fear suspect understand consider allege rumor rumour",
    "expect want wish believe deem intend prefer",
    "remember",
)
(
    KNOWN,
    ASKING,
    ACCUSE,
    TELLING,
    SAYING,
    REFUSING,
    COMMENTING,
    CITING,
    SUPPOSING,
    VOWING,
    ADDRESSING,
    PRESUMING,
    WANTING,
    REMEMBERING,
) = (1 << i for i in range(len(LEMMAS)))
