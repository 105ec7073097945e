"""The command line: arguments and printing. The only part of the package that prints.

`commands` lists the commands, `running` chooses one and turns every failure into one line; each other module is one
command, a few of a kind, or a thing that several of them need.
"""

__all__: list[str] = []
