"""``councilgraph review``."""

from pathlib import Path

import pytest

from .conftest import Run

UNKNOWN = 'grade = "Splendid"'


@pytest.fixture
def doubtful(own: Path, run: Run) -> str:
    """A project in which a grade means nothing; the key of its item."""
    run("correct", "northmere-2019.pdf", "-o", "view.toml")
    view = Path("view.toml").read_text(encoding="utf-8")
    Path("view.toml").write_text(view.replace('grade = "Good"', UNKNOWN, 1), encoding="utf-8")
    assert run("correct", "northmere-2019.pdf", "--from", "view.toml").code == 0
    listed = run("review", "--list").out
    assert "grade “Splendid”" in listed
    assert "doubtful: its area or grade is not in the vocabulary" in listed
    return listed.partition("[")[2].partition("]")[0]


def test_nothing_doubtful(project: Path, run: Run) -> None:
    outcome = run("review")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing is doubtful.\n")


def test_an_item_is_accepted_edited_or_rejected_by_its_key(doubtful: str, run: Run) -> None:
    assert run("review", "--accept", doubtful).code == 0
    assert run("review", "--list").err == "Nothing is doubtful.\n"
    assert run("review", "--edit", doubtful, "grade", "Outstanding", "--who", "A. Reader").code == 0
    assert "Outstanding" in run("show", "Northmere").out
    assert "A. Reader" in Path("decisions.csv").read_text(encoding="utf-8")
    assert run("review", "--reject", doubtful).code == 0
    assert run("review", "--reject", doubtful).code == 2


@pytest.mark.parametrize(
    ("typed", "new"),
    [("a\n", "accepted"), ("r\n", "rejected"), ("e\ngrade=Outstanding\n", "Outstanding"), ("s\n", ""), ("", "")],
)
def test_a_person_at_the_terminal(
    doubtful: str, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, new: str
) -> None:
    before = Path("decisions.csv").read_text(encoding="utf-8")
    monkeypatch.setattr("councilgraph.cli.review._is_at_a_terminal", lambda: True)
    outcome = run("review", input=typed)
    assert outcome.code == 0
    added = Path("decisions.csv").read_text(encoding="utf-8").removeprefix(before)
    assert (new in added and "judgements" in added) if new else added == ""


def test_words_and_values_that_make_no_sense(doubtful: str, run: Run) -> None:
    for key, value in (("number", "four"), ("words", "not in the report"), ("colour", "red")):
        outcome = run("review", "--edit", doubtful, key, value)
        assert outcome.code == 2
        assert outcome.err.startswith("councilgraph: ")
    assert run("review", "--accept", "nowhere#people/0").code == 2


def test_two_people_are_one_until_the_decision_is_taken_back(own: Path, run: Run) -> None:
    people = (
        "SELECT ?person { ?person a cg:Person ; ^cg:holder|^cg:leadInspector ?thing } GROUP BY ?person ORDER BY ?person"
    )
    before = run("query", people, "--format", "csv").out.splitlines()
    one, other = "isolde-fennimarch-ofsted", "peregrine-wexcombe-ofsted"
    outcome = run("review", "--same", one, other, "--why", "a test")
    assert outcome.code == 0
    assert len(run("query", people, "--format", "csv").out.splitlines()) == len(before) - 1
    assert run("validate").code == 0
    assert run("review", "--same", other, one).code == 2
    Path("decisions.csv").unlink()
    assert run("build").code == 0
    assert run("query", people, "--format", "csv").out.splitlines() == before
