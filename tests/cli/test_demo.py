"""``councilgraph demo``."""

import shlex
from pathlib import Path

import pytest

from .conftest import Run


def test_builds_shows_and_says_what_to_try(nowhere: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = run("demo")
    assert outcome.code == 0
    assert outcome.err.startswith("Documents: 6 (6 read now)\n")
    assert "Verdict: the graph conforms to the shapes" in outcome.err
    assert "\nNorthmere County Council\n" in outcome.out
    assert (
        "    > The impact of leaders on social work practice with children and families: outstanding\n" in outcome.out
    )
    assert [path.name for path in nowhere.iterdir()] == ["demo"]

    lines = outcome.out.partition("Try next, in the folder demo:\n")[2].partition("Real councils")[0].splitlines()
    monkeypatch.chdir("demo")
    assert len(lines) >= 5
    for line in lines:
        program, *words = shlex.split(line.partition("      ")[0])
        assert program == "councilgraph"
        assert run(*words).code == 0, line
    again = run("demo", ".")
    assert (
        again.out.replace("in the folder .:", "in the folder demo:").replace("outside .", "outside demo") == outcome.out
    )
    assert again.err.startswith("Nothing has changed since the last build.\n")
    assert "Hesper Vantongeren asserts “Good”" in outcome.out
    assert "have been rated good for the past ten years" in outcome.out
    titles = [line for line in outcome.out.splitlines() if ": councilgraph " in line and line[0].isdigit()]
    for title in titles:
        shown = run(*shlex.split(title.partition(": councilgraph ")[2])).out
        assert shown in outcome.out


def test_what_ships_of_real_documents_is_there_without_words(
    nowhere: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("demo").code == 0
    monkeypatch.chdir("demo")
    assert "staffordshire-annual-2011" in run("show", "Staffordshire").out
    explained = run("explain", "staffordshire-annual-2011").out
    assert "page 1 of" in explained
    assert "`councilgraph quotes FOLDER` puts them back" in explained
    assert "Ruth Smeeth" in run("query", "people").out


def test_a_folder_with_other_things_in_it_is_left_alone(nowhere: Path, run: Run) -> None:
    (nowhere / "mine").mkdir()
    (nowhere / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    outcome = run("demo", "mine")
    assert (outcome.code, outcome.out) == (2, outcome.out)
    assert outcome.err.startswith("councilgraph: mine is there already and no project\n  Name a new folder: ")
    assert [path.name for path in (nowhere / "mine").iterdir()] == ["notes.txt"]
