from __future__ import annotations

import ast
import re
import shlex

from corpus_stats.cli.commands import COMMANDS
from corpus_stats.cli.parsers import command_named, parsed


def test_the_cells_of_the_readme_run_and_find_the_passage(repository, monkeypatch):
    cells = re.findall(r"```python\n(.*?)```", readme(repository), flags=re.S)
    monkeypatch.chdir(repository)
    names: dict[str, object] = {}

    shown = [last_value(cell, names) for cell in cells]

    assert len(shown) == 5
    assert shown[2] == "rogue general"


def last_value(cell, names):
    *statements, last = ast.parse(cell).body
    exec(compile(ast.Module(statements, []), "README.md", "exec"), names)
    return eval(compile(ast.Expression(last.value), "README.md", "eval"), names)


def test_the_commands_of_the_readme_are_understood(repository):
    lines = re.findall(r"^corpus-stats (.+)$", readme(repository), flags=re.M)

    understood = []
    for line in lines:
        words = shlex.split(line)
        length = 2 if " ".join(words[:2]) in COMMANDS else 1
        understood.append(parsed(command_named(" ".join(words[:length])), words[length:]).command)

    assert understood == ["check", "labels", "framing", "keyness", "robustness", "concordance", "similarity", "report"]


def test_the_readme_names_every_command(repository):
    text = readme(repository)

    assert [name for name in COMMANDS if f"`{name}`" not in text] == []


def readme(repository):
    return (repository / "README.md").read_text(encoding="utf-8")
