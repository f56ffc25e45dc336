"""Help is there for every command and option, and says what is true."""

import importlib
import itertools
import re
import shlex
from typing import Any

import pytest
import typer.main

from councilgraph import api
from councilgraph.cli import COMMANDS, app
from councilgraph.query import library

from .conftest import Run

GROUP: Any = typer.main.get_command(app)
# It only shows what others do.
WITHOUT_TWIN = {"demo"}


@pytest.fixture(params=COMMANDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def examples(text: str) -> list[str]:
    """The command lines under “Examples:”, without what is said of them."""
    lines = itertools.takewhile(lambda line: line.startswith("    "), text.partition("Examples:\n")[2].splitlines())
    return [re.split(r" {3,}| [|>]+ ", line.strip())[0] for line in lines]


def twin(expression: str) -> object:
    """What a dotted name in help means: ``open_graph()`` in it is a graph."""
    path = re.sub(r"\(.*", "", expression.replace("open_graph()", "Graph"))
    module, names = path, []
    while True:
        module, _, last = module.rpartition(".")
        names.insert(0, last)
        try:
            found: object = importlib.import_module(module)
            break
        except ModuleNotFoundError:
            continue
    for part in names:
        found = getattr(found, part)
    return found


def test_help_begins_with_what_it_does_and_has_examples(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    outcome = run(name, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    usage, blank, first = outcome.out.splitlines()[:3]
    assert usage.startswith(f"Usage: councilgraph {name} ")
    assert re.fullmatch(r"  [A-Z].*\.", first) and not blank
    assert examples(outcome.out)
    assert run(name, "-h").out == outcome.out


def test_examples_are_commands_that_are_understood(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    shown = examples(run(name, "--help").out)
    assert any(example.startswith(f"councilgraph {name}") for example in shown)
    for example in shown:
        program, command, *words = shlex.split(example)
        assert program == "councilgraph"
        GROUP.commands[command].make_context(command, list(words))
        if command == "query" and re.fullmatch("[a-z-]+", words[0]):
            given = {word.partition("=")[0] for word in words if re.match("[a-z-]+=", word)}
            assert given <= library.get(words[0]).params.keys()


def test_each_option_and_argument_is_explained(name: str) -> None:
    for parameter in GROUP.commands[name].params:
        assert parameter.help and re.fullmatch(r"[A-Zta-z].*\.", parameter.help), parameter.name


def test_the_twin_in_python_is_named_and_there(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    told = re.findall(r"^  In Python: (councilgraph\..*\))\.$", run(name, "--help").out, re.MULTILINE)
    assert len(told) == (name not in WITHOUT_TWIN)
    assert all(callable(twin(expression)) for expression in told)
    own = getattr(api, name, None) or getattr(api.Graph, name, None)
    if callable(own):
        assert [twin(expression) for expression in told] == [own]


def test_the_list_of_commands_cuts_nothing_off(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    listed = run("--help").out.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert "..." not in listed
