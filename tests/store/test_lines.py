"""A graph of lines gives back what it was given, to the letter."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from councilgraph.rdf import XSD
from councilgraph.store.lines import LineStore, written

TYPES = [
    *("boolean", "integer", "decimal", "float", "double", "int", "byte", "unsignedLong", "nonNegativeInteger"),
    *("date", "time", "dateTime", "gYear", "duration", "dayTimeDuration", "string", "anyURI"),
]
SIGNS = st.sampled_from(["", "+", "-"])
NUMBERS = st.from_regex(r"[+-]?[0-9]{1,20}(\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?", fullmatch=True)
TIMES = st.from_regex(
    r"-?[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]{1,10})?)?(Z|[+-]0[0-9]:00)?",
    fullmatch=True,
)
TEXTS = st.one_of(
    st.text(max_size=5), NUMBERS, TIMES, st.sampled_from(["true", "false", "1", "0", "-0", "INF", "P1Y", "P12M"])
)
LITERALS = st.builds(lambda text, name: Literal(text, datatype=NamedNode(XSD + name)), TEXTS, st.sampled_from(TYPES))


@given(st.lists(LITERALS, max_size=5))
def test_literals_keep_their_form(literals: list[Literal]) -> None:
    lines = {f"<urn:s> <urn:p> {literal} ." for literal in literals}
    store = LineStore()
    store.add_lines(lines)
    assert set(store.lines()) == lines
    assert {written(value) for value in store.values("<urn:s>", "urn:p")} == {
        (literal.value, literal.datatype.value) for literal in literals
    }


@given(LITERALS)
def test_a_literal_is_found_by_its_form(literal: Literal) -> None:
    store = LineStore()
    store.add_lines([f"<urn:s> <urn:p> {literal} ."])
    found = store.query(f"SELECT ?s {{ ?s <urn:p> ?o FILTER(sameTerm(?o, {store.spelled(str(literal))})) }}")
    assert len(list(found)) == 1  # type: ignore[arg-type]


def test_what_the_engine_keeps_goes_in_as_it_is() -> None:
    store = LineStore()
    store.add_lines(
        [f'<urn:s> <urn:p> "{value}"^^<{XSD}{name}> .' for value, name in (("7", "integer"), ("2.5", "decimal"))]
    )
    assert not store.has_kept
    assert [row["o"].value for row in store.query("SELECT ?o { ?s ?p ?o FILTER(?o > 3) }")] == ["7"]  # type: ignore[union-attr]
    store.add_lines([f'<urn:s> <urn:p> "007"^^<{XSD}integer> .'])
    assert store.has_kept


def test_blank_nodes_keep_their_labels_behind_a_scope() -> None:
    store = LineStore()
    lines = ["_:a <urn:p> _:b .", "<urn:s> <urn:p> <urn:o> ."]
    store.add_lines(lines, scope="f1")
    store.add_lines(lines, scope="f2")
    assert sorted(store.lines()) == ["<urn:s> <urn:p> <urn:o> .", "_:f1a <urn:p> _:f1b .", "_:f2a <urn:p> _:f2b ."]
    assert store.has_blank and len(store) == 3
    assert [str(value) for value in store.values("_:f1a", "urn:p")] == ["_:f1b"]


@pytest.mark.parametrize("ending", ["\n", ""])
def test_a_file_is_read_whole(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("councilgraph.store.lines._CHUNK", 100)
    lines = {f'<urn:s> <urn:p> "{number}" .' for number in range(50)}
    store = LineStore()
    store.read(BytesIO(("\n".join(sorted(lines)) + ending).encode()))
    assert set(store.lines()) == lines


def test_a_triple_met_twice_counts_once() -> None:
    store = LineStore()
    store.add_lines(["<urn:a> <urn:b> <urn:c> ."] * 2)
    store.add_lines(["<urn:a> <urn:b> <urn:c> ."])
    assert len(store) == 1
