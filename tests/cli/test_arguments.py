from __future__ import annotations

import subprocess
import sys

import pytest

from corpus_stats.cli.commands import COMMANDS
from corpus_stats.cli.corpora import progress_bar


def test_help_lists_every_command_with_what_it_is_for(ran):
    result = ran("--help")

    assert (result.code, result.err) == (0, "")
    assert [line[2:].split("  ")[0] for line in result.out.splitlines() if line.startswith("  ")] == list(COMMANDS)


def test_no_argument_at_all_shows_the_help(ran):
    assert ran() == ran("--help")


def test_help_fits_into_80_columns(ran):
    assert max(map(len, ran("--help").out.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_an_example_of_it(command, ran):
    result = ran(command, "--help")

    assert (result.code, result.err) == (0, "")
    assert f"example:\n  corpus-stats {command} " in result.out


def test_version_is_that_of_the_package(ran):
    assert ran("--version").out.startswith("corpus-stats 0.")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["framming", "x"], "unknown command 'framming'; did you mean 'framing'?"),
        (["--verison"], "unknown option '--verison'; it has --help, "),
        (["framing", "x", "--lexikon", "y"], "framing has no option '--lexikon'; did you mean '--lexicon'?"),
        (["framing", "x", "--lex=y"], "framing has no option '--lex'; did you mean '--lexicon'?"),
        (
            ["concordance", "x"],
            "the following arguments are required: PATTERN (corpus-stats concordance --help shows an example)",
        ),
        (["verify", "a.toml", "b.toml"], "verify was given one argument too many, 'b.toml' "),
        (["topics", "x", "--method", "nmg"], "--method: 'nmg' is none of its values; did you mean 'nmf'? "),
        (["topics", "x", "--format", "yaml"], "--format: 'yaml' is none of its values; choose table, csv or json "),
        (["topics", "x", "--k", "0"], "--k: 0 is out of range; give 1 or more "),
        (["topics", "x", "--k", "two"], "--k: 'two' is no whole number; give 1 or more "),
        (["concordance", "x", "y", "--width", "9999"], "--width: 9999 is out of range; give 0 to 1000 "),
    ],
)
def test_a_mistake_in_the_arguments_is_one_line_and_exit_2(arguments, line, ran):
    result = ran(*arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"corpus-stats: {line}")
    assert result.err.count("\n") == 1


def test_a_missing_corpus_is_one_line_that_names_it(ran):
    result = ran("check", "nowhere")

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "corpus-stats: nowhere: there is no such file or folder; give a folder or a table of articles\n"
    )


def test_control_characters_of_an_argument_do_not_reach_the_terminal(ran):
    assert "\x1b" not in ran("check", "no\x1b[31mwhere").err


def test_an_interruption_is_quiet_and_exits_130(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", interrupted)

    result = ran("check", articles)

    assert (result.code, result.out, result.err) == (130, "", "")


def interrupted(options):
    raise KeyboardInterrupt


def test_a_fault_of_the_package_is_one_line(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", faulty)

    result = ran("check", articles)

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "corpus-stats: a fault of corpus-stats, not of your input: ZeroDivisionError: by hand "
        "(CORPUS_STATS_TRACEBACK=1 shows where; please report it)\n"
    )


def test_a_fault_of_the_package_is_raised_where_asked(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", faulty)
    monkeypatch.setenv("CORPUS_STATS_TRACEBACK", "1")

    with pytest.raises(ZeroDivisionError, match="by hand"):
        ran("check", articles)


def faulty(options):
    raise ZeroDivisionError("by hand")


def test_used_up_memory_is_one_line(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", exhausted)

    result = ran("check", articles)

    assert (result.code, result.err) == (
        2,
        "corpus-stats: the memory of this machine is used up; read fewer articles at a time\n",
    )


def exhausted(options):
    raise MemoryError


def test_a_failure_of_the_system_names_the_place(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", full_disk)

    assert ran("check", articles).err == "corpus-stats: a.txt: No space left on device\n"


def full_disk(options):
    raise OSError(28, "No space left on device", "a.txt")


def test_a_warning_of_the_package_is_one_line_said_once(ran, articles, monkeypatch):
    monkeypatch.setattr("corpus_stats.cli.check.given_corpus", warning_twice)

    result = ran("check", articles)

    assert (result.code, result.err) == (130, "corpus-stats: warning: a b\n")


def warning_twice(options):
    import warnings

    from corpus_stats.errors import GlyphWarning

    for _ in range(2):
        warnings.warn("a\nb", GlyphWarning, stacklevel=1)
    raise KeyboardInterrupt


def test_work_shows_a_bar_on_a_terminal_and_nowhere_else(ran, articles, monkeypatch):
    with progress_bar("words") as silent:
        pass
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress_bar("words") as shown:
        shown(1, 2)
        shown(2, 2)

    assert silent is None
    assert callable(shown)


def test_a_reader_that_closes_the_pipe_is_no_error(seeds):
    command = [sys.executable, "-m", "corpus_stats", "frequency", str(seeds), "--format", "csv"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()

    assert process.wait(60) == 141
    assert all(line.startswith("corpus-stats: ") for line in said.splitlines())


def test_a_terminal_without_unicode_gets_plain_lines(seeds):
    command = [sys.executable, "-m", "corpus_stats", "similarity", str(seeds)]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "COLUMNS": "60"}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=60)

    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u" not in done.stdout
