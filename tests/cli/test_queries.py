"""``councilgraph queries``."""

from pathlib import Path

from councilgraph.query import library

from .conftest import Run

OWN = """\
# title = "Own"
# question = "What do we ask ourselves?"
# [parameters.council]
# type = "council"
# about = "the one"
# optional = true
# example = "Northmere"
SELECT ?council ?label WHERE {
  VALUES ?council { UNDEF }
  ?council a cg:Council ; rdfs:label ?label .
} ORDER BY ?label
"""


def test_all_are_listed_without_a_project(nowhere: Path, run: Run) -> None:
    outcome = run("queries")
    assert (outcome.code, outcome.err) == (0, "")
    assert [line.split()[0] for line in outcome.out.splitlines()] == list(library.stored())
    assert list(nowhere.iterdir()) == []


def test_one_is_shown_with_parameters_example_and_sparql(nowhere: Path, run: Run) -> None:
    lines = run("queries", "inspections").out.splitlines()
    assert lines[0] == "Inspections"
    assert "  council: a council, optional; only of this council" in lines
    assert "  councilgraph query inspections council=Staffordshire framework=ILACS" in lines
    assert any(line.startswith("SELECT ") for line in lines)


def test_those_of_the_project_are_among_them(own: Path, run: Run) -> None:
    (own / "queries").mkdir()
    (own / "queries" / "own.rq").write_text(OWN, encoding="utf-8")
    (own / "queries" / "bare.rq").write_text("ASK { ?x a cg:Council }", encoding="utf-8")
    listed = run("queries").out.splitlines()
    assert any(line.startswith("own ") and line.endswith("What do we ask ourselves?") for line in listed)
    assert run("query", "own", "council=Eastvale").out.splitlines()[-1].split("  ")[0] == "eastvale"
    assert run("queries", "bare").out == "bare\n\nExample:\n  councilgraph query bare\n\nASK { ?x a cg:Council }\n"


def test_a_head_that_is_wrong_is_said_with_its_file(own: Path, run: Run) -> None:
    (own / "queries").mkdir()
    (own / "queries" / "own.rq").write_text(OWN.replace('"council"', '"bishop"'), encoding="utf-8")
    outcome = run("queries", "own")
    assert outcome.code == 3
    assert "own.rq: the head of this query is not right: council has the unknown type “bishop”" in outcome.err


def test_a_near_name_is_offered(nowhere: Path, run: Run) -> None:
    outcome = run("queries", "grade-histry")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("councilgraph: no stored query “grade-histry”\n  Did you mean grade-history")
