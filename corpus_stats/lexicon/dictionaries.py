"""Dictionaries of other tools: quanteda's in YAML, and LIWC's .dic.

Both know more than is matched here (a glob inside a word, a condition on the next word). Such an entry is refused with
its line: left out in silence, it would make every count of its category too low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..errors import LexiconError
from .texts import shown
from .values import Lexicon, Term, lexicon_by_lines

__all__ = ["liwc_lexicon", "quanteda_lexicon"]

_STRING = "tag:yaml.org,2002:str"
_INTEGER = "tag:yaml.org,2002:int"
_PLAIN_INTEGER = re.compile(r"0|[1-9][0-9]*")
_NUMBERS = re.compile(r"\d+(?:[ \t]+\d+)*")
_UNTABBED = re.compile(r"(?P<term>\S.*?)[ ]+(?P<numbers>\d+(?:[ ]+\d+)*)")


def quanteda_lexicon(text: str) -> Lexicon:
    """Lexicon from a quanteda dictionary in YAML; categories inside one another are named ``outer.inner``."""
    try:
        root = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise LexiconError(f"{line}no valid YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        raise LexiconError(f"character {error.position}: no valid YAML: {error.reason}") from None
    if root is None:
        return Lexicon(())
    if not isinstance(root, yaml.MappingNode):
        raise LexiconError(f"line {_line(root)}: no category stands here; write 'category: [term, term]'")
    return lexicon_by_lines(_quanteda_terms(root, ()))


def liwc_lexicon(text: str) -> Lexicon:
    """Lexicon from a LIWC dictionary: numbered categories between two lines of ``%``, then terms with their number."""
    lines = [(i + 1, line.strip()) for i, line in enumerate(text.splitlines())]
    written = [(i, line) for i, line in lines if line]
    marks = [position for position, (_, line) in enumerate(written) if line == "%"]
    if len(marks) != 2 or marks[0] != 0:
        raise LexiconError(f"{len(marks)} lines are '%'; the categories of a .dic stand first, between two of them")
    categories = _liwc_categories(written[1 : marks[1]])
    return lexicon_by_lines(_liwc_terms(written[marks[1] + 1 :], categories))


class _Loader(yaml.SafeLoader):
    """Composes nodes without aliases: a few of them, each holding the last one twice, would fill the memory."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            i = event.start_mark.line + 1
            raise LexiconError(f"line {i}: '&' and '*' before a word are not read; write the terms out or quote them")
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


def _quanteda_terms(node: yaml.Node, names: tuple[str, ...]) -> Iterator[tuple[int, Term]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = _yaml_text(key)
            if name in seen:
                raise LexiconError(f"line {_line(key)}: category {shown(name)} stands there twice; join them")
            seen.add(name)
            if not value.value:
                raise LexiconError(f"line {_line(key)}: category {shown(name)} has no terms; write some or remove it")
            yield from _quanteda_terms(value, (*names, name))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _quanteda_terms(item, names)
    else:
        term = _yaml_text(node)
        if "?" in term:
            raise LexiconError(f"line {_line(node)}: '?' in {shown(term)} is not matched; write the words out")
        yield _line(node), Term((term,), ".".join(names))


def _yaml_text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise LexiconError(f"line {_line(node)}: a list or table stands where a category's name is due; write text")
    value = str(node.value)
    if node.tag == _STRING or (node.tag == _INTEGER and _PLAIN_INTEGER.fullmatch(value)):
        return value
    # The Norway problem: without quotes, YAML takes no, on, 1e3 and 2020-05-25 for something else than text.
    kind = node.tag.rpartition(":")[2]
    raise LexiconError(f"line {_line(node)}: YAML reads {shown(value)} as {kind}, not as text; write it in quotes")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _liwc_categories(lines: list[tuple[int, str]]) -> dict[str, str]:
    categories: dict[str, str] = {}
    for i, line in lines:
        number, _, name = line.replace("\t", " ").partition(" ")
        if not number.isdecimal() or not name.strip():
            raise LexiconError(f"line {i}: {shown(line)} is no category; write a number and a name")
        if number in categories:
            raise LexiconError(f"line {i}: category {number} stands there twice; number each category once")
        categories[number] = name.strip()
    return categories


def _liwc_terms(lines: list[tuple[int, str]], categories: dict[str, str]) -> Iterator[tuple[int, Term]]:
    for i, line in lines:
        term, tab, numbers = line.partition("\t")
        if not tab and (match := _UNTABBED.fullmatch(line)):
            term, numbers = match["term"], match["numbers"]
        if not _NUMBERS.fullmatch(numbers.strip()) or re.search(r"[?()<>/]", term):
            raise LexiconError(f"line {i}: {shown(line)} is not matched; write a term, a tab and its category's number")
        for number in numbers.split():
            if number not in categories:
                raise LexiconError(f"line {i}: category {number} is unknown; the head has {', '.join(categories)}")
        names = sorted({categories[number] for number in numbers.split()})
        if len(names) > 1:
            raise LexiconError(f"line {i}: {shown(term)} is in {' and '.join(names)}; a term has one category")
        yield i, Term((term,), names[0])
