"""The side of a mention that nothing in its own clause tells: from what is said around it.

In turn, for what no rule of `sides` has settled:
    a   a people that the text points back to (*the fighters*): the mention near by with the same noun or its like
    b   whoever acts in its clause, by whatever verb
    c   a people that the text points back to: the last with the same noun, wherever it stands
    d   rebels are not the government's, where one side is a government
    e   the mentions near by, where they agree; the parties of its sentence that do not merely speak, where they agree
    f   the mentions after it in its paragraph, or the parties of the sentence before, where they agree
    g   the mentions with the same noun, where they agree; most of the article's mentions whose own clause ties
        them; or, where no side leads, all that came so far

*Near by* is in the same paragraph, a few sentences back at most. A mention in another conflict is pointed back to only
by the next one. Whoever is called by a noun that stands near by without a side stays as open as that is. Whoever is
joined or set against a party, and the bandits of a speaker whose side is not known, are tied by other mentions of them
only.
"""

from __future__ import annotations

from collections import Counter

from .sides import AWAY, DIRECT, OPEN, Sides
from .spotting import Mention
from .words import KINDS

__all__ = ["OF_ARTICLE", "settle"]

_BEFORE, _ACTS, _SENTENCE, _PARAGRAPH = "the mention before", "who acts", "its sentence", "its paragraph"
_WORD, _REBELS = "the same word", "rebels are of one side"
OF_ARTICLE = "the article"
"""What decides where nothing nearer does."""

_LEAD = 2
_REACH = 16
_NEAR = 3


def settle(rules: Sides, mentions: list[Mention]) -> None:
    """Give the mentions of one article their sides, in place."""
    fellows = rules.settle(mentions)
    context = _Context(rules, mentions)
    for i, mention in enumerate(mentions):
        if i in fellows and mentions[i - 1].tied_by:
            mention.side, mention.tied_by = mentions[i - 1].side, _BEFORE
        elif not mention.tied_by:
            found = context.around(i) or context.far(i)
            if found is not None:
                mention.side, mention.tied_by = found
        context.note(mention)


class _Context:
    """What was said before a mention of one article."""

    def __init__(self, rules: Sides, mentions: list[Mention]) -> None:
        self.rules = rules
        self.mentions = mentions
        self._main = _main_side(rules, mentions)
        # The last mention of each noun that has a side.
        self._last: dict[int, Mention] = {}

    def note(self, mention: Mention) -> None:
        """Remember a mention for those after it."""
        if mention.tied_by and mention.side != AWAY:
            self._last.update(dict.fromkeys(mention.terms, mention))

    def around(self, i: int) -> tuple[int, str] | None:
        """What the sentences around tell: a to f."""
        mention, rules = self.mentions[i], self.rules
        near = [one for one in self._earlier(i) if _is_near(rules, one, mention)]
        alike = None
        if mention.is_definite:
            alike = next((one for one in near if _is_same(one, mention)), None)
            alike = alike or next((one for one in near if _is_of_kind(rules, one, mention)), None)
            if alike is not None and alike.tied_by:
                return alike.side, _BEFORE
        known = [one.side for one in near if one.tied_by]
        are_agreed = len(set(known)) == 1 and alike is None
        same = self._same(mention) if mention.is_definite and alike is None else None
        for side, name in (
            (mention.leaning, _ACTS),
            (None if same is None else same.side, _BEFORE),
            (rules.who_rebels(mention), _REBELS),
            (known[0] if are_agreed and mention.is_definite else None, _BEFORE),
            (None if mention.is_open else rules.parties_of_sentence(mention), _SENTENCE),
            (known[0] if are_agreed and not mention.is_open else None, _BEFORE),
        ):
            if side is not None:
                return side, name
        return None if mention.is_open else self._of_paragraph(i)

    def _of_paragraph(self, i: int) -> tuple[int, str] | None:
        mention = self.mentions[i]
        after = self.mentions[i + 1 : i + _REACH]
        sides = {one.side for one in after if one.tied_by in DIRECT and _is_near(self.rules, mention, one)}
        if len(sides) == 1 and min(sides) >= 0:
            return sides.pop(), _PARAGRAPH
        side = self.rules.parties_before(mention)
        return None if side is None else (side, _PARAGRAPH)

    def far(self, i: int) -> tuple[int, str] | None:
        """What the article tells: g."""
        mention = self.mentions[i]
        earlier = [one for one in self._earlier(i) if one.tied_by]
        # A headline speaks of those whom the article names.
        later = [
            one
            for one in self.mentions[i + 1 : i + _REACH]
            if one.tied_by in DIRECT and not (i and mention.is_definite)
        ]
        for known in (earlier, later):
            same = {one.side for one in known if _is_same(one, mention)}
            if len(same) == 1 and min(same) >= 0:
                return same.pop(), _WORD
            if same:
                break
        if mention.is_open:
            return None
        if self._main >= 0:
            return self._main, OF_ARTICLE
        sides = {one.side for one in earlier}
        if len(sides) == 1 and earlier[0].side >= 0:
            return earlier[0].side, _BEFORE
        return None

    def _same(self, mention: Mention) -> Mention | None:
        """The last mention with the same noun that has a side."""
        found = [self._last[term] for term in mention.terms if term in self._last]
        return max(found, key=lambda one: one.first, default=None)

    def _earlier(self, i: int) -> list[Mention]:
        """Mentions before one, the nearest first, but those of another conflict that it cannot point back to."""
        has_home = self.rules.scenes.has_home(self.mentions[i])
        earlier = self.mentions[max(i - _REACH, 0) : i][::-1]
        return [one for k, one in enumerate(earlier) if one.side != AWAY or (k == 0 and not has_home)]


def _main_side(rules: Sides, mentions: list[Mention]) -> int:
    counts = Counter(
        m.side for m in mentions if m.tied_by in DIRECT and m.side >= 0 and not rules.role.sides[m.side].own
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return OPEN
    return ranked[0][0]


def _is_near(rules: Sides, one: Mention, other: Mention) -> bool:
    sentences = rules.reading.sentence_list
    return one.paragraph == other.paragraph and abs(sentences[other.first] - sentences[one.first]) <= _NEAR


def _is_same(one: Mention, other: Mention) -> bool:
    return bool(set(one.terms) & set(other.terms))


def _is_of_kind(rules: Sides, one: Mention, other: Mention) -> bool:
    """Whether two mentions have nouns that are used for one another."""
    return any(one.worded(rules.reading, kind) and other.worded(rules.reading, kind) for kind in KINDS)
