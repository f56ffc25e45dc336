"""Sorted Turtle."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, RdfFormat, parse

from councilgraph import turtle
from councilgraph.rdf import Literal, NamedNode, Triple, boolean, day, integer, text

PREFIXES = {
    "mere": "https://example.org/mere/",
    "a": "https://example.org/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPE, LABEL = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["rdfs"] + "label")

iris = st.builds(
    lambda namespace, local: NamedNode(namespace + local),
    st.sampled_from([*PREFIXES.values(), "urn:x:"]),
    st.text(alphabet="abcé09._-/:~,;()'!", min_size=1, max_size=6),
)
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
literals = st.one_of(
    words.map(text),
    st.dates().map(day),
    st.integers().map(integer),
    st.booleans().map(boolean),
    st.builds(lambda value, tag: Literal(value, language=tag), words, st.sampled_from(["en", "en-GB", "cy"])),
    st.builds(
        lambda value, kind: Literal(value, datatype=kind),
        st.one_of(words, st.sampled_from(["+5", "-0", "007", "1", "TRUE", "true", "1.", ".5"])),
        st.sampled_from([NamedNode(PREFIXES["xsd"] + kind) for kind in ("integer", "boolean", "decimal", "date")]),
    ),
)
triples = st.builds(Triple, iris, st.one_of(iris, st.sampled_from([TYPE, LABEL])), st.one_of(iris, literals))


def read(turtle_text: str) -> set[Triple]:
    return {quad.triple for quad in parse(turtle_text.encode(), format=RdfFormat.TURTLE)}


@given(st.lists(triples, max_size=12))
def test_what_is_written_reads_back_as_the_same_triples(graph: list[Triple]) -> None:
    assert read(turtle.write(graph, PREFIXES)) == set(graph)


@given(st.lists(triples, max_size=8), st.randoms())
def test_neither_order_nor_repetition_changes_the_text(graph: list[Triple], random: Random) -> None:
    shuffled = graph + graph[:3]
    random.shuffle(shuffled)
    assert turtle.write(shuffled, PREFIXES) == turtle.write(graph, PREFIXES)


def test_layout() -> None:
    north, south = NamedNode("https://example.org/mere/north"), NamedNode("https://example.org/mere/south")
    near = NamedNode("https://example.org/near")
    graph = [
        Triple(south, near, north),
        Triple(south, LABEL, text('Southmere "Old" Council')),
        Triple(south, NamedNode("https://example.org/began"), day("2019-04-01")),
        Triple(south, TYPE, NamedNode("https://example.org/Council")),
        Triple(south, near, NamedNode("https://example.org/a/b")),
        Triple(north, LABEL, text("Northmere")),
    ]
    assert turtle.write(graph, PREFIXES) == (
        "@prefix mere: <https://example.org/mere/> .\n"
        "@prefix a:    <https://example.org/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix xsd:  <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "mere:north\n"
        '    rdfs:label "Northmere" .\n'
        "\n"
        "mere:south\n"
        "    a          a:Council ;\n"
        '    rdfs:label "Southmere \\"Old\\" Council" ;\n'
        '    a:began    "2019-04-01"^^xsd:date ;\n'
        "    a:near     <https://example.org/a/b>, mere:north .\n"
    )


def test_a_label_comes_first_without_a_prefix_for_it_too() -> None:
    node = NamedNode("https://example.org/mere/north")
    text_of = turtle.write([Triple(node, LABEL, text("x")), Triple(node, NamedNode("urn:a"), text("y"))], {})
    assert text_of.index("label") < text_of.index("urn:a")


@pytest.mark.parametrize(
    "triple", [Triple(BlankNode("b"), TYPE, LABEL), Triple(LABEL, TYPE, BlankNode("b"))], ids=["subject", "object"]
)
def test_blank_nodes_are_refused(triple: Triple) -> None:
    with pytest.raises(TypeError, match="only IRIs and literals"):
        turtle.write([triple], PREFIXES)


def test_no_triples_no_text() -> None:
    assert turtle.write([], PREFIXES) == ""
