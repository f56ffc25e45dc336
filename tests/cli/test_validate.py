"""``councilgraph validate``."""

import json
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from .conftest import Run

WRONG = """\
@prefix cg: <https://w3id.org/councilgraph/ontology#> .
<https://example.org/1> a cg:Judgement ; cg:council <https://w3id.org/councilgraph/id/council/eastvale> .
"""
# Five warnings, no violation.
SHAPES = """\
@prefix cg: <https://w3id.org/councilgraph/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://example.org/shape> a sh:PropertyShape ; sh:targetClass cg:Inspection ; sh:severity sh:Warning ;
    sh:message "It needs a colour." ; sh:path <https://example.org/colour> ; sh:minCount 1 .
"""


@pytest.fixture
def files(nowhere: Path) -> Path:
    """The current folder has a file that breaks our shapes, one that is no Turtle, and shapes of somebody's own."""
    (nowhere / "wrong.ttl").write_text(WRONG, encoding="utf-8")
    (nowhere / "broken.ttl").write_text("@prefix cg: <https://example.org/> .\ncg:a cg:b\n", encoding="utf-8")
    (nowhere / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    return nowhere


def test_the_graph_conforms(project: Path, run: Run) -> None:
    outcome = run("validate")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("The data conform: nothing found (")


def test_a_file_is_checked_in_the_context_of_the_graph(samples: Path, files: Path, run: Run) -> None:
    outcome = run("validate", "wrong.ttl", "--store", samples / ".councilgraph" / "store")
    assert outcome.code == 1
    assert outcome.out.startswith("The data do NOT conform: ")
    assert "VIOLATION · A judgement gives one grade · 1 time\n" in outcome.out
    assert "  To mend: Give one grade of the vocabulary" in outcome.out
    assert run("validate", "wrong.ttl").code == 1


def test_a_file_that_is_not_well_formed_ends_with_3_and_its_place(files: Path, run: Run) -> None:
    outcome = run("validate", "broken.ttl")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("councilgraph: broken.ttl:")
    assert outcome.err.partition("broken.ttl:")[2].split(":")[0] in ("2", "3")


def test_severity_decides_on_failure(samples: Path, files: Path, run: Run) -> None:
    words = ("validate", "--shapes", "shapes.ttl", "--store", samples / ".councilgraph" / "store")
    outcome = run(*words)
    assert outcome.code == 0
    assert "WARNING · " in outcome.out and "5 times" in outcome.out
    assert outcome.out.count("It needs a colour.") == 3
    assert "… and 2 more (--limit 0 shows all)" in outcome.out
    assert run(*words, "--limit", 0).out.count("It needs a colour.") == 5
    assert run(*words, "--fail-on", "warning").code == 1
    assert run(*words, "--fail-on", "info").code == 1


def test_a_suffix_chooses_the_format(files: Path, run: Run) -> None:
    outcome = run("validate", "wrong.ttl", "-o", "report.json")
    assert (outcome.code, outcome.out) == (1, "")
    report = json.loads((files / "report.json").read_text(encoding="utf-8"))
    assert report["conforms"] is False
    assert outcome.err == f"{len(report['findings'])} findings in report.json\n"
    run("validate", "wrong.ttl", "-o", "report.ttl", "--quiet")
    graph = Graph().parse(files / "report.ttl")
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(report["findings"])
    assert json.loads(run("validate", "wrong.ttl", "--format", "json").out) == report


def test_quiet_leaves_the_verdict_to_the_exit_code(files: Path, run: Run) -> None:
    outcome = run("validate", "wrong.ttl", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("wrong.ttl", "-o", "report.xml"), "unknown suffix: report.xml"),
        (("missing.ttl",), "no such file or folder: missing.ttl"),
        (("wrong.ttl", "--shapes", "missing"), "no such file or folder: missing"),
        (("wrong.ttl", "-o", "missing/report.json"), f"cannot write {Path('missing/report.json')}: "),
    ],
)
def test_wrong_use_is_one_clear_error(words: tuple[str, ...], message: str, files: Path, run: Run) -> None:
    before = set(files.iterdir())
    outcome = run("validate", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"councilgraph: {message}")
    assert set(files.iterdir()) == before


OWN = """\
<https://example.org/clear> a sh:NodeShape ; sh:targetClass cg:Inspection ; sh:name "Clear" ;
    sh:sparql [ sh:message "Of {?value}." ; sh:select "SELECT $this ?value { $this <https://w3id.org/councilgraph/ontology#council> ?value }" ] .
<https://example.org/limited> a sh:NodeShape ; sh:targetClass cg:Inspection ; sh:name "Limited" ;
    sh:sparql [ sh:message "Once." ; sh:select "SELECT $this { $this ?path ?value } LIMIT 1" ] .
"""


def test_engines_are_explained_and_find_the_same(samples: Path, files: Path, run: Run) -> None:
    (files / "own.ttl").write_text(SHAPES + OWN, encoding="utf-8")
    words = ("validate", "--shapes", "own.ttl", "--store", samples / ".councilgraph" / "store")
    ours, theirs = run(*words, "--explain"), run(*words, "--explain", "--engine", "pyshacl")
    found, _, explained = ours.out.partition("\nAs queries over the whole graph: 2 rules")
    assert "  Clear\n" in explained
    assert "By pySHACL: 1 rule\n  Limited · its query uses LIMIT\n" in explained
    assert explained.endswith("\nRun whole after every change: 1 rule\n  Limited · its query uses LIMIT\n")
    assert theirs.out.partition("\nAs queries")[0] == found
    assert "By pySHACL: 3 rules\n  Clear · as it was asked to\n" in theirs.out
    assert "As queries" not in run(*words).out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.csv", "severity,key,"),
        ("report.html", "<!DOCTYPE html>\n"),
    ],
)
def test_formats_are_written(name: str, start: str, files: Path, run: Run) -> None:
    assert run("validate", "wrong.ttl", "-o", name).code == 1
    assert (files / name).read_text(encoding="utf-8").startswith(start)


def test_only_what_is_new_counts(files: Path, run: Run) -> None:
    assert run("validate", "wrong.ttl", "-o", "before.json").code == 1
    outcome = run("validate", "wrong.ttl", "--against", "before.json")
    assert (outcome.code, outcome.out.startswith("Nothing new since the earlier report (")) == (0, True)
    (files / "wrong.ttl").write_text(WRONG + "<https://example.org/2> a cg:Judgement .\n", encoding="utf-8")
    outcome = run("validate", "wrong.ttl", "--against", "before.json")
    assert (outcome.code, "https://example.org/1" in outcome.out, "https://example.org/2" in outcome.out) == (
        1,
        False,
        True,
    )
    assert run("validate", "wrong.ttl", "--against", "wrong.ttl").code == 3
    assert run("validate", "wrong.ttl", "--against", "none.json").code == 2


def test_profiles_and_rules_are_chosen(files: Path, run: Run) -> None:
    words = ("validate", "wrong.ttl", "--rule", "assertion-has-evidence")
    outcome = run(*words)
    assert (outcome.code, outcome.out.count("VIOLATION ·")) == (1, 1)
    outcome = run(*words, "--profile", "new-data")
    assert (outcome.code, outcome.out.count("WARNING · What is asserted has evidence")) == (0, 1)
    assert run(*words, "--profile", "new-data", "--fail-on", "warning").code == 1
    (files / "own.toml").write_text('[levels]\nassertion-has-evidence = "off"\n', encoding="utf-8")
    assert run(*words, "--profile", "own.toml").out.startswith("The data conform: nothing found (0 rules, ")
    outcome = run("validate", "wrong.ttl", "--rule", "assertion-has-evidense")
    assert (outcome.code, "Did you mean assertion-has-evidence" in outcome.err) == (2, True)
    outcome = run("validate", "wrong.ttl", "--profile", "new-dat")
    assert (outcome.code, "new-data" in outcome.err) == (2, True)


def test_shapes_of_a_project_apply_beside_ours(own: Path, run: Run) -> None:
    (own / "shapes").mkdir()
    (own / "shapes" / "colour.ttl").write_text(SHAPES, encoding="utf-8")
    outcome = run("validate")
    assert (outcome.code, "It needs a colour." in outcome.out) == (0, True)
    assert run("validate", "--shapes", "ours", "--shapes", "shapes").out == outcome.out
    assert "colour\n  warning" in run("rules").out


@pytest.mark.parametrize("words", [("wrong.ttl",), (".",), ("wrong.ttl", "--shapes", "./wrong.ttl")])
def test_what_is_read_is_not_overwritten(words: tuple[str, ...], files: Path, run: Run) -> None:
    outcome = run("validate", *words, "-o", files / "wrong.ttl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "wrong.ttl is read and would be overwritten" in outcome.err
    assert (files / "wrong.ttl").read_text(encoding="utf-8") == WRONG


def test_a_table_is_not_overwritten_and_an_earlier_report_beside_it_is(nowhere: Path, run: Run) -> None:
    table, report = nowhere / "sources.csv", nowhere / "report.html"
    table.write_text("Title,Publisher\nA letter,Westmarch County Council\n", encoding="utf-8")
    assert run("validate", "sources.csv", "-o", "sources.csv").code == 2
    assert table.read_text(encoding="utf-8").startswith("Title,Publisher")
    for _ in range(2):
        assert run("validate", ".", "-o", "report.html").code in (0, 1)
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE")


def test_a_report_beside_tables_is_passed_over_and_may_be_written_anew(nowhere: Path, run: Run) -> None:
    (nowhere / "sources.csv").write_text("Title,Publisher\nA letter,Westmarch County Council\n", encoding="utf-8")
    words = ("validate", "sources.csv", "report.csv", "-o", "report.csv")
    assert run("validate", "sources.csv", "-o", "report.csv").code in (0, 1)
    before, outcome = (nowhere / "report.csv").read_text(encoding="utf-8"), run(*words)
    assert outcome.err.startswith("report.csv is a report of `councilgraph validate` and is not read\n")
    assert (nowhere / "report.csv").read_text(encoding="utf-8") == before
    (nowhere / "a.ttl").write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    outcome = run("validate", "a.ttl", "report.csv")
    assert (outcome.code, outcome.err.startswith("report.csv is a report")) == (0, True)
    outcome = run("validate", "report.csv")
    assert (outcome.code, "report.csv: this is a report of `councilgraph validate`" in outcome.err) == (3, True)
