"""Parsers of the commands; only the asked command's is built. A mistake in the arguments is one line."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

from ..errors import ArgumentError, nearest
from .commands import COMMANDS

__all__ = ["Command", "Options", "choice", "command_named", "number", "numbers", "parsed", "positive"]

Options = argparse.Namespace


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes
    ----------
    name : str
    options : callable
        Adds the command's own arguments to a parser.
    action : callable
        Does what is asked and returns the exit code.
    example : str
        Arguments of an example, after ``corpus-stats``.
    text : str
        What the command is for, and what its answer is not good for.
    """

    name: str
    options: Callable[[argparse.ArgumentParser], object]
    action: Callable[[Options], int]
    example: str
    text: str = ""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ArgumentError(f"{message.removeprefix('argument ')} ({self.prog} --help shows an example)")


def command_named(name: str) -> Command:
    """Command of that name; its module is imported now."""
    if name not in COMMANDS:
        what = "option" if name.startswith("-") else "command"
        raise ArgumentError(f"unknown {what} {name!r}; {nearest(name, ['--help', *COMMANDS])}")
    module = import_module(f".{COMMANDS[name][0]}", __package__)
    found: Command = next(command for command in module.commands() if command.name == name)
    return found


def parsed(command: Command, arguments: Sequence[str]) -> Options:
    """Options of `command`, read from `arguments`.

    Raises
    ------
    ArgumentError
        An unknown option (with the nearest right one), a missing argument, a value of the wrong kind.
    """
    summary = COMMANDS[command.name][1]
    parser = _Parser(
        prog=f"corpus-stats {command.name}",
        description=f"{summary[0].upper()}{summary[1:]}. {command.text}".strip(),
        epilog=f"example:\n  corpus-stats {command.example}",
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=command.name)
    command.options(parser)
    parser.usage = f"{parser.prog} {' '.join(_positionals(parser))} [options]"
    options, unknown = parser.parse_known_args(list(arguments))
    if unknown:
        name = unknown[0].split("=")[0]
        if name.startswith("-"):
            known = [option for action in parser._actions for option in action.option_strings if option[:2] == "--"]
            begun = [option for option in known if option.startswith(name)] if len(name) > 2 else []
            hint = f"did you mean {begun[0]!r}?" if begun else nearest(name, known)
            raise ArgumentError(f"{command.name} has no option {name!r}; {hint}")
        raise ArgumentError(
            f"{command.name} was given one argument too many, {name!r} ({parser.prog} --help shows an example)"
        )
    return options


def _positionals(parser: argparse.ArgumentParser) -> list[str]:
    named = [(str(action.metavar), action.nargs) for action in parser._actions if not action.option_strings]
    return [f"[{name}]" if nargs == "?" else f"{name}..." if nargs == "+" else name for name, nargs in named]


def choice(*values: str) -> Callable[[str], str]:
    """Reader of an option that takes one of `values`."""

    def read(text: str) -> str:
        if text not in values:
            similar = nearest(text, values)
            hint = similar if similar.startswith("did") else f"choose {', '.join(values[:-1])} or {values[-1]}"
            raise argparse.ArgumentTypeError(f"{text!r} is none of its values; {hint}")
        return text

    return read


def number(least: int, most: int | None = None) -> Callable[[str], int]:
    """Reader of an option that takes a whole number from `least` to `most`."""

    def read(text: str) -> int:
        wanted = f"{least} or more" if most is None else f"{least} to {most}"
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number; give {wanted}") from None
        if value < least or (most is not None and value > most):
            raise argparse.ArgumentTypeError(f"{value} is out of range; give {wanted}")
        return value

    return read


def positive(text: str) -> float:
    """Reader of an option that takes a number above 0, with or without decimals."""
    value = _real(text)
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is out of range; give a number above 0")
    return value


def numbers(count: int) -> Callable[[str], tuple[float, ...]]:
    """Reader of an option that takes `count` numbers with commas between them."""

    def read(text: str) -> tuple[float, ...]:
        parts = text.split(",")
        if len(parts) != count:
            raise argparse.ArgumentTypeError(f"{text!r} is no list of {count} numbers; write them with a comma between")
        return tuple(_real(part) for part in parts)

    return read


def _real(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from None


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Wraps the description, and leaves the example as it is."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text.startswith("example:"):
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)
