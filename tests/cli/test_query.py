"""``councilgraph query``."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from councilgraph.query import library

from .conftest import Run

COUNTED = "SELECT (COUNT(*) AS ?councils) { ?council a cg:Council }"
INSPECTIONS = "SELECT ?inspection { ?inspection a cg:Inspection } ORDER BY ?inspection"


def test_a_stored_query_with_a_value(project: Path, run: Run) -> None:
    outcome = run("query", "grade-history", "council=Port Quillan")
    assert (outcome.code, outcome.err) == (0, "5 rows\n")
    heads, rule, first = outcome.out.splitlines()[:3]
    assert heads.split() == ["date", "framework", "area", "grade", "band", "judgement"]
    assert set(rule) == {"-", " "}
    assert first.startswith("2023-11-06  ILACS") and first.endswith(
        "port-quillan-ilacs-2023-11-ilacs-overall-inadequate"
    )


@pytest.mark.parametrize("name", library.stored())
def test_each_stored_query_answers(name: str, project: Path, run: Run) -> None:
    question = library.get(name)
    mine = {"council": "Northmere", "thing": "northmere-ilacs-2019-03"}
    given = {key: mine.get(key, value) for key, value in question.example.items()}
    outcome = run("query", name, *(f"{key}={value}" for key, value in given.items()), "--format", "csv")
    assert outcome.code == 0, outcome.err
    assert len(outcome.out.splitlines()) > 0


def test_sparql_knows_the_usual_prefixes(project: Path, run: Run) -> None:
    assert run("query", COUNTED).out == "councils\n--------\n     171\n"
    assert run("query", "-", input=COUNTED).out == run("query", COUNTED).out


def test_sparql_from_a_file(desk: Path, run: Run) -> None:
    (desk / "counted.rq").write_text(COUNTED, encoding="utf-8")
    assert run("query", "counted.rq").out == run("query", COUNTED).out


def test_with_sources_adds_document_page_and_words(project: Path, run: Run) -> None:
    asked = ("query", "improvement-points", "council=Eastvale", "--format", "csv")
    rows = list(csv.DictReader(run(*asked, "--with-sources").out.splitlines()))
    assert len(rows) == len(run(*asked).out.splitlines()) - 1 == 2
    for row in rows:
        assert row["source"] == "Inspection of Eastvale local authority children’s services"
        assert row["page"] == "2"
        assert len(row["words"]) > 20


def test_a_suffix_chooses_the_format(desk: Path, run: Run) -> None:
    for suffix in ("txt", "csv", "json", "md"):
        outcome = run("query", INSPECTIONS, "-o", f"out.{suffix}")
        assert (outcome.code, outcome.out, outcome.err) == (0, "", f"5 rows in out.{suffix}\n")
    first = "https://w3id.org/councilgraph/id/inspection/eastvale-ilacs-2024-06"
    found = json.loads((desk / "out.json").read_text(encoding="utf-8"))["results"]["bindings"]
    assert found[0]["inspection"] == {"type": "uri", "value": first}
    assert (desk / "out.csv").read_text(encoding="utf-8").splitlines()[1] == first
    assert (desk / "out.txt").read_text(encoding="utf-8").splitlines()[2] == "eastvale-ilacs-2024-06"
    assert (desk / "out.md").read_text(encoding="utf-8").splitlines()[2] == "| eastvale-ilacs-2024-06 |"


def test_a_graph_is_written_as_n_triples(desk: Path, run: Run) -> None:
    outcome = run("query", "CONSTRUCT { ?i a cg:Inspection } WHERE { ?i a cg:Inspection }")
    assert outcome.err == "5 triples\n"
    assert len(list(parse(outcome.out.encode(), format=RdfFormat.N_TRIPLES))) == 5
    run("query", "DESCRIBE <https://w3id.org/councilgraph/id/council/northmere>", "-o", "out.nt")
    read = list(parse(path="out.nt", format=RdfFormat.N_TRIPLES))
    assert {triple.subject for triple in read} == {NamedNode("https://w3id.org/councilgraph/id/council/northmere")}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "out.xls"), "unknown suffix: out.xls"),
        (("-o", "missing/out.csv"), f"cannot write {Path('missing/out.csv')}: "),
        (("--format", "nt"), "only a graph (CONSTRUCT, DESCRIBE) can be written as N-Triples"),
        (("council=Northmere",), "this query has no parameter “council”"),
        (("council",), "“council” is not KEY=VALUE"),
    ],
)
def test_wrong_use_is_one_clear_error(words: tuple[str, ...], message: str, desk: Path, run: Run) -> None:
    before = set(desk.iterdir())
    outcome = run("query", INSPECTIONS, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"councilgraph: {message}")
    assert set(desk.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("grade-histry",), "no stored query “grade-histry”", "Did you mean grade-history"),
        (("grade-history",), "grade-history needs council=…", "Its parameters are council: a council"),
        (("grade-history", "town=x"), "grade-history has no parameter “town”", "Its parameters are council: a council"),
        (("grade-history", "council=Northmer"), "no council “Northmer” in", "Did you mean Northmere County Council"),
        (("grade-history", "council=a", "council=b"), "council is given twice", ""),
        (("improvement-points", "year=20"), "year is a year, and “20” is none", ""),
        (("judgements-at", "date=2023-02-30"), "date is a day as YYYY-MM-DD, and “2023-02-30” is none", ""),
        (("improvement-points", "service-area=care"), "no service area “care” in this graph", "Did you mean "),
        (("missing.rq",), "cannot read missing.rq: ", ""),
    ],
)
def test_a_wrong_name_or_value_is_one_clear_error(
    words: tuple[str, ...], message: str, hint: str, project: Path, run: Run
) -> None:
    outcome = run("query", *words)
    assert (outcome.code, outcome.out) == (2, "")
    first, _, second = outcome.err.partition("\n")
    assert first.startswith(f"councilgraph: {message}")
    assert second.strip().startswith(hint)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        (
            "SELECT ?x { ?x a foo:Bar }",
            "query:1:18: prefix foo: is not declared\n  Known prefixes are cg:, cgid:, vocab:, ",
        ),
        ("SELECT ?x {\n?x a cg:Council", "query:2:16: the query breaks off here\n"),
        ("SELECT ?x { ?x ?y ?z } FOO", "query:1:24: cannot be read from here on: “FOO”\n"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "this is an update (INSERT), and queries only read\n  Documents enter "),
        ("DROP ALL ;\n", "this is an update (DROP), and queries only read\n"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE asks another endpoint over the network, "),
    ],
)
def test_a_wrong_query_ends_with_4_and_its_place(sparql: str, message: str, desk: Path, run: Run) -> None:
    outcome = run("query", sparql)
    assert (outcome.code, outcome.out) == (4, "")
    assert outcome.err.startswith(f"councilgraph: {message}")
    (desk / "mine.rq").write_text(sparql, encoding="utf-8")
    assert run("query", "mine.rq").err == outcome.err.replace(" query:", " mine.rq:")
    assert run("query", "-", input=sparql).err == outcome.err.replace(" query:", " standard input:")


def test_a_query_that_takes_too_long_is_ended(project: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    words = [sys.executable, "-m", "councilgraph", "query", endless, "--timeout", "0.2"]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert ran.stderr.splitlines() == [
        "councilgraph: the query did not end within 0.2 seconds",
        "  Ask for less, or give it more time with --timeout.",
    ]


def test_rows_are_limited_and_that_is_said(project: Path, run: Run) -> None:
    outcome = run("query", INSPECTIONS, "--limit", 2)
    assert outcome.err == "The first 2 rows; --limit 0 gives all.\n"
    assert len(outcome.out.splitlines()) == 4
    assert run("query", INSPECTIONS, "--limit", 0).err == "5 rows\n"
    assert run("query", INSPECTIONS, "--limit", 5).err == "5 rows\n"
    assert run("query", INSPECTIONS, "--quiet").err == ""


def test_fail_if_any_ends_with_1_if_there_are_rows(project: Path, run: Run) -> None:
    assert run("query", "inspections-without-overall", "--fail-if-any").code == 1
    assert run("query", "SELECT ?x { ?x a cg:Nothing }", "--fail-if-any").code == 0
    assert run("query", "ASK { ?x a cg:Council }", "--fail-if-any").code == 1
    assert run("query", "ASK { ?x a cg:Nothing }", "--fail-if-any").code == 0


def test_show_prints_sparql_that_runs_anywhere(project: Path, run: Run) -> None:
    outcome = run("query", "grade-history", "council=Eastvale", "--show")
    assert outcome.err == ""
    assert outcome.out.startswith("PREFIX cg: <https://w3id.org/councilgraph/ontology#>\n")
    assert "{ <https://w3id.org/councilgraph/id/council/eastvale> }" in outcome.out
    assert run("query", outcome.out).out == run("query", "grade-history", "council=Eastvale").out


def test_the_default_graph_counts_once_and_named_graphs_each(project: Path, run: Run) -> None:
    fact = "<https://w3id.org/councilgraph/id/council/northmere> a cg:Council"
    once = run("query", f"SELECT (COUNT(*) AS ?n) {{ {fact} }}", "--format", "csv").out
    each = run("query", f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {fact} }} }}", "--format", "csv").out
    assert (once, each) == ("n\n1\n", "n\n4\n")
