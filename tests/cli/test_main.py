"""What all commands have in common: exit codes, errors, streams, pipes."""

import subprocess
import sys
from pathlib import Path

import pytest

from councilgraph import __version__
from councilgraph.cli import COMMANDS
from councilgraph.query import library

from .conftest import Run

READING = [
    ("show", "Northmere"),
    ("explain", "northmere-ilacs-2019-03"),
    ("cite", "northmere-ilacs-2019-03"),
    ("query", "councils"),
    ("validate",),
    ("dump",),
    ("load", "own.ttl"),
    ("remove", "northmere-2019"),
]


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_without_a_store_nothing_is_read_and_nothing_made(words: tuple[str, ...], nowhere: Path, run: Run) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        "councilgraph: No graph here",
        "  Run `councilgraph build FOLDER` to make one, or name one with --store.",
    ]
    assert list(nowhere.iterdir()) == []


def test_an_error_commands_no_terminal(nowhere: Path, run: Run) -> None:
    outcome = run("validate", "a\x1b[31m\u202e.ttl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "a\\x1b[31m\\u202e.ttl" in outcome.err and not set(outcome.err) & set("\x1b\u202e")


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_named_store_that_is_not_there_is_not_made(words: tuple[str, ...], nowhere: Path, run: Run) -> None:
    outcome = run(*words, "--store", nowhere / "store")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"councilgraph: No graph here: {nowhere / 'store'}")
    assert list(nowhere.iterdir()) == []


def test_a_store_is_named_by_the_option_else_the_environment_else_the_project(
    samples: Path, nowhere: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = samples / ".councilgraph" / "store"
    assert run("query", "documents", "--store", store).code == 0
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(store))
    assert run("query", "documents").code == 0
    assert run("query", "documents", "--store", nowhere / "store").code == 2
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(nowhere / "store"))
    monkeypatch.chdir(samples)
    assert run("query", "documents").code == 2
    monkeypatch.setenv("COUNCILGRAPH_STORE", "")
    assert run("query", "documents").code == 0


def test_the_project_is_found_from_within(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "documents")
    assert "Northmere County Council" in run("show", "Northmere").out


def test_an_error_is_one_sentence_and_a_hint_without_traceback(project: Path, run: Run) -> None:
    outcome = run("show", "Northmer")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "councilgraph: no council “Northmer” in this graph\n  Did you mean Northmere County Council (northmere)?\n"
    )


def test_debug_shows_the_traceback_as_well(project: Path, run: Run) -> None:
    outcome = run("--debug", "show", "Northmer")
    assert outcome.code == 2
    assert outcome.err.startswith("Traceback")
    assert "councilgraph: no council “Northmer” in this graph\n" in outcome.err


def test_a_fault_of_the_program_ends_with_70(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*folders: Path) -> None:
        raise RuntimeError("the fault")

    monkeypatch.setattr(library, "stored", fail)
    outcome = run("queries")
    assert outcome.code == 70
    assert outcome.err.splitlines() == [
        "councilgraph: a fault of this program: RuntimeError: the fault",
        "  Run it again as `councilgraph --debug …` and report what it prints.",
    ]
    assert "Traceback" in run("--debug", "queries").err


def test_an_interruption_is_silent(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*folders: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "stored", interrupted)
    outcome = run("queries")
    assert (outcome.code, outcome.out, outcome.err.strip()) == (130, "", "")


def test_a_near_command_is_offered(run: Run) -> None:
    outcome = run("shw")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean 'show'?" in outcome.err


@pytest.mark.parametrize(
    "words", [("show",), ("show", "a", "b"), ("show", "--no"), ("query", "councils", "--limit", "-1")]
)
def test_wrong_use_ends_with_2(words: tuple[str, ...], run: Run) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Usage: councilgraph {words[0]} ")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"councilgraph {__version__}\n"


def test_without_a_command_all_are_listed(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert all(f"\n  {name} " in outcome.err for name in COMMANDS)


@pytest.mark.parametrize("command", ["dump --quiet", "query councils --quiet", "show Northmere", "queries"])
def test_a_reader_that_has_enough_ends_it_silently(command: str, project: Path) -> None:
    words = [sys.executable, "-m", "councilgraph", *command.split()]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == 0
