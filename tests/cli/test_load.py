"""``councilgraph load``."""

from pathlib import Path

import pytest

from councilgraph.store import write_store

from .conftest import Run

GRAPH = "https://w3id.org/councilgraph/graph/loaded/children"
CHILDREN = "<https://w3id.org/councilgraph/id/council/eastvale> <https://example.org/children> {} .\n"
ASKED = ("query", "SELECT ?c ?n { ?c <https://example.org/children> ?n }", "--format", "csv")


def test_a_file_becomes_a_graph_that_builds_leave_alone(own: Path, run: Run) -> None:
    (own / "children.ttl").write_text(CHILDREN.format(48000), encoding="utf-8")
    outcome = run("load", "children.ttl")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"1 triple in {GRAPH}\n")
    assert run(*ASKED).out.splitlines()[1:] == ["https://w3id.org/councilgraph/id/council/eastvale,48000"]
    assert run("build").code == 0
    assert len(run(*ASKED).out.splitlines()) == 2
    assert "48000" in run("dump", "--graph", "loaded/children").out


def test_what_breaks_a_rule_is_said(own: Path, run: Run) -> None:
    wrong = "<https://example.org/a> a <https://w3id.org/councilgraph/ontology#Council> .\n"
    (own / "wrong.ttl").write_text(wrong, encoding="utf-8")
    outcome = run("load", "wrong.ttl")
    assert outcome.code == 1
    assert "The shapes find more than before: " in outcome.err
    assert " violation" in outcome.err
    (own / "wrong.ttl").write_text("", encoding="utf-8")
    outcome = run("load", "wrong.ttl")
    assert (outcome.code, outcome.err.count("\n")) == (0, 1)


def test_a_file_of_that_name_replaces_it(own: Path, run: Run) -> None:
    for number in (48000, 47000):
        (own / "children.ttl").write_text(CHILDREN.format(number), encoding="utf-8")
        assert run("load", "children.ttl", "--quiet").err == ""
    assert run(*ASKED).out.splitlines()[1:] == ["https://w3id.org/councilgraph/id/council/eastvale,47000"]


def test_all_are_taken_in_or_none(own: Path, run: Run) -> None:
    (own / "children.ttl").write_text(CHILDREN.format(48000), encoding="utf-8")
    (own / "broken.ttl").write_text("<https://example.org/a> <https://example.org/b>\n\n", encoding="utf-8")
    outcome = run("load", "children.ttl", "broken.ttl")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("councilgraph: broken.ttl:")
    assert len(run(*ASKED).out.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.ttl", "no such file: missing.ttl"), ("report.pdf", "unknown RDF file type: report.pdf")],
)
def test_wrong_use_is_one_clear_error(name: str, message: str, project: Path, run: Run) -> None:
    outcome = run("load", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"councilgraph: {message}")


def test_a_second_writer_hears_that_it_has_to_wait(own: Path, run: Run) -> None:
    (own / "children.ttl").write_text(CHILDREN.format(48000), encoding="utf-8")
    with write_store(own / ".councilgraph" / "store"):
        outcome = run("load", "children.ttl")
    assert outcome.code == 2
    assert "is being written by process" in outcome.err
