"""Answers as text."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.query import Result as RdflibResult

from councilgraph.errors import UsageError
from councilgraph.query import Table, run
from councilgraph.query.results import format_of, write
from councilgraph.rdf import BASE, XSD, Literal, NamedNode, integer, text
from councilgraph.store import EmbeddedStore

NORTHMERE = NamedNode(f"{BASE}id/council/northmere")
TABLE = Table(
    ["name", "page", "council"],
    [[text("Northmere"), integer(12), NORTHMERE], [text("a|b\nc"), integer(3), None]],
)


def written(table: Table, format: str, width: int | None = None) -> str:
    out = io.StringIO(newline="")
    write(table, format, out, width=width)
    return out.getvalue()


def test_a_table_aligns_and_shortens_our_iris() -> None:
    assert written(TABLE, "table") == (
        "name       page  council\n---------  ----  ---------\nNorthmere    12  northmere\na|b c         3\n"
    )


def test_a_table_folds_words_to_the_terminal_and_never_breaks_one() -> None:
    table = Table(["id", "words"], [[text("x"), text("one two three four five six seven eight nine ten")]])
    lines = written(table, "table", width=30).splitlines()
    assert max(map(len, lines)) <= 30
    assert " ".join(" ".join(lines[2:]).split()) == "x one two three four five six seven eight nine ten"


def test_markdown_escapes_what_would_end_a_cell() -> None:
    assert written(TABLE, "markdown").splitlines()[1:] == [
        "| --- | ---: | --- |",
        "| Northmere | 12 | northmere |",
        r"| a\|b c | 3 |  |",
    ]


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_a_value_cannot_command_a_terminal(format: str) -> None:
    odd = Table(["words"], [[text("\x1b[2Jgone \u202eback")], [NamedNode("https://example.org/\u202ex")]])
    told = written(odd, format)
    assert "\x1b" not in told and "\u202e" not in told
    assert "x1b" in told and told.count("u202e") == 2


def test_csv_has_whole_iris_and_exact_values() -> None:
    assert list(csv.reader(io.StringIO(written(TABLE, "csv")))) == [
        ["name", "page", "council"],
        ["Northmere", "12", NORTHMERE.value],
        ["a|b\nc", "3", ""],
    ]
    odd = "\x1b[2J \u202eback"
    assert written(Table(["words"], [[text(odd)]]), "csv") == f"words\n{odd}\n"


def test_json_is_what_rdflib_reads_as_sparql_results(graph: EmbeddedStore) -> None:
    table = run(graph, "SELECT ?s ?v ?none WHERE { ?s cg:gssCode|cg:earliestStart ?v } ORDER BY ?s ?v")
    read = RdflibResult.parse(io.BytesIO(written(table, "json").encode()), format="json")
    assert [str(variable) for variable in read.vars or ()] == table.columns
    assert [[None if term is None else str(term) for term in row] for row in read] == [
        [None if term is None else term.value for term in row]  # type: ignore[union-attr]
        for row in table.rows
    ]


def test_a_yes_or_no_as_json(graph: EmbeddedStore) -> None:
    assert json.loads(written(run(graph, "ASK { ?s ?p ?o }"), "json")) == {"head": {}, "boolean": True}


def test_a_language_and_a_datatype_stay() -> None:
    table = Table(["a", "b"], [[Literal("oui", language="fr"), Literal("2024", datatype=NamedNode(XSD + "gYear"))]])
    (binding,) = json.loads(written(table, "json"))["results"]["bindings"]
    assert binding["a"] == {"type": "literal", "value": "oui", "xml:lang": "fr"}
    assert binding["b"]["datatype"] == XSD + "gYear"


def test_only_a_graph_is_written_as_n_triples(graph: EmbeddedStore) -> None:
    table = run(graph, "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a cg:Council ; rdfs:label ?l }")
    lines = written(table, "nt").splitlines()
    assert lines == sorted(lines)
    assert all(line.endswith(" .") for line in lines)
    with pytest.raises(UsageError, match="only a graph"):
        written(TABLE, "nt")


def test_the_suffix_of_a_file_chooses(tmp_path: Path) -> None:
    assert [format_of(tmp_path / name) for name in ("a.csv", "a.JSON", "a.md", "a.txt")] == [
        "csv", "json", "markdown", "table",
    ]  # fmt: skip
    with pytest.raises(UsageError, match=r"unknown suffix: a\.xlsx"):
        format_of(tmp_path / "a.xlsx")
    with pytest.raises(UsageError, match="no format “yaml”"):
        written(TABLE, "yaml")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_csv_and_json_give_back_every_string(values: list[str]) -> None:
    table = Table([f"c{i}" for i in range(len(values))], [[text(value) for value in values]])
    if not any(set(value) & set("\r\0") for value in values):
        read = list(csv.reader(io.StringIO(written(table, "csv"), newline="")))
        assert (read[1] if len(read) > 1 else [""]) == values
    (binding,) = json.loads(written(table, "json"))["results"]["bindings"]
    assert [binding[column]["value"] for column in table.columns] == values
