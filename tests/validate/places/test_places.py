"""Lines of RDF files, in each syntax."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, SH, BNode, Literal, URIRef
from rdflib.term import Node

from councilgraph import rdf
from councilgraph.validate.places import READERS, Places, turtle
from councilgraph.validate.results import Result

TURTLE = '''\
@prefix ex: <https://example.org/> . # a comment with ' and < and "
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
@base <https://example.org/> .

ex:one a ex:Thing ; rdfs:label """Two
lines; of . text""" ;
  ex:size 1.5 , 7 ,
    "eight"@en ;
  ex:part [ a ex:Part ;
    rdfs:label "Inner" ] , ( ex:a "b" ) ;
  ex:of <two> .
<two> ex:size "x"^^ex:type ; .
_:named rdfs:label "Named" .
ex:a\\.b%20 ex:size true .
[] a ex:Alone .
'''
TRIG = "@prefix ex: <https://example.org/> .\nex:graph {\n  ex:one a ex:Thing .\n}\nGRAPH ex:other {\n ex:two ex:size 1\n}\n"
TRIPLES = '<https://example.org/one> <https://example.org/size> "a \\" b" .\n\n# no\n_:b <https://example.org/size> <https://example.org/one> <urn:g> .\n'
JSON = """{
 "@context": [{"ex": "https://example.org/", "size": {"@id": "ex:size"}, "@vocab": "https://example.org/v#"}],
 "@graph": [
  {"@id": "ex:one", "@type": "ex:Thing",
   "size": [1,
     {"@value": "eight"}],
   "name": "N"},
  {"@type": "ex:Part",
   "size": "inner"}
 ]
}"""

XML = """\
<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY ex "https://example.org/"> ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="https://example.org/" xml:base="https://example.org/">
  <ex:Thing rdf:about="one"
      ex:name="N">
    <ex:size rdf:datatype="&ex;type">7</ex:size>
    <ex:size xml:lang="en">eight
lines</ex:size>
    <ex:of rdf:resource="&ex;two"/>
    <ex:part>
      <ex:Part><ex:name>Inner</ex:name></ex:Part>
    </ex:part>
    <ex:part rdf:parseType="Resource">
      <ex:name>Resource</ex:name>
    </ex:part>
    <ex:all rdf:parseType="Collection">
      <rdf:Description rdf:about="a"/>
    </ex:all>
    <ex:words rdf:parseType="Literal">a <b>c</b></ex:words>
  </ex:Thing>
  <rdf:Description rdf:ID="three">
    <rdf:li>first</rdf:li>
    <rdf:li rdf:nodeID="named"/>
    <ex:of ex:name="Attribute"/>
  </rdf:Description>
  <rdf:Seq rdf:nodeID="named"/>
</rdf:RDF>
"""


def result(focus: Node, value: Node | None = None) -> Result:
    return Result(focus, None, value, SH.MinCountConstraintComponent, URIRef("urn:shape"), SH.Violation)


def line(text: str, suffix: str, focus: Node, name: str = "", value: Node | None = None) -> int | None:
    """The line that a finding about a node and a property is placed in."""
    places = Places()
    content = rdf.lines(rdf.read_triples(Path(f"a{suffix}"), text.encode()))
    places.add("a", suffix, text, "f0", content)
    found = places.of(result(focus, value), [f"https://example.org/{name}"] if name else [])
    return int(found.removeprefix("a:")) if found else None


EX = "https://example.org/"
ONE, TWO = URIRef(EX + "one"), URIRef(EX + "two")


@pytest.mark.parametrize(
    ("focus", "name", "value", "expected"),
    [
        (ONE, "", None, 5),
        (ONE, "size", None, 7),
        (ONE, "size", Literal("eight", lang="en"), 8),
        (ONE, "size", Literal("7", datatype=URIRef("urn:x")), 7),
        (ONE, "part", None, 9),
        (ONE, "of", TWO, 11),
        (ONE, "nothing", None, 5),
        (TWO, "size", None, 12),
        (URIRef(EX + "a.b%20"), "size", None, 14),
        (BNode("f0named"), "", None, 13),
        (URIRef(EX + "Thing"), "", None, 5),
        (URIRef(EX + "nowhere"), "", None, None),
    ],
)
def test_turtle(focus: Node, name: str, value: Node | None, expected: int | None) -> None:
    assert line(TURTLE, ".ttl", focus, name, value) == expected


def test_nodes_without_a_label_are_known_by_what_is_said_of_them() -> None:
    content = [triple.split(" ") for triple in rdf.lines(rdf.read_triples(Path("a.ttl"), TURTLE.encode()))]
    (inner,) = {s for s, p, *o in content if s.startswith("_:") and '"Inner"' in o}
    (alone,) = {s for s, p, *o in content if s.startswith("_:") and f"<{EX}Alone>" in o}
    places = Places()
    places.add("a", ".ttl", TURTLE, "f0", [" ".join(triple) for triple in content])
    assert places.of(result(BNode("f0" + inner[2:])), [str(RDFS.label)]) == "a:10"
    assert places.of(result(BNode("f0" + alone[2:])), [str(RDF.type)]) == "a:15"


def test_trig() -> None:
    assert line(TRIG, ".trig", ONE) == 3
    assert line(TRIG, ".trig", TWO, "size") == 6
    assert line(TRIG, ".trig", URIRef(EX + "graph")) is None


def test_triples_and_quads() -> None:
    assert line(TRIPLES, ".nq", ONE, "size", Literal('a " b')) == 1
    assert line(TRIPLES, ".nq", BNode("f0b"), "size") == 4


def test_json() -> None:
    assert line(JSON, ".jsonld", ONE) == 4
    assert line(JSON, ".jsonld", ONE, "size") == 5
    assert line(JSON, ".jsonld", ONE, "size", Literal("eight")) == 6
    assert line(JSON, ".jsonld", ONE, "v#name") == 7


@pytest.mark.parametrize(
    ("focus", "name", "value", "expected"),
    [
        (ONE, "", None, 4),
        (ONE, "name", None, 4),
        (ONE, "size", Literal("7", datatype=URIRef(EX + "type")), 6),
        (ONE, "size", Literal("eight\nlines", lang="en"), 7),
        (ONE, "of", TWO, 9),
        (ONE, "part", None, 10),
        (ONE, "all", None, 16),
        (ONE, "words", None, 4),
        (TWO, "", None, 9),
        (URIRef(EX + "a"), "", None, 17),
        (URIRef(EX + "#three"), "of", None, 24),
        (BNode("f0named"), "", None, 26),
        (URIRef(EX + "nowhere"), "", None, None),
    ],
)
def test_rdf_xml(focus: Node, name: str, value: Node | None, expected: int | None) -> None:
    assert line(XML, ".rdf", focus, name, value) == expected


def test_rdf_xml_states_what_the_engine_reads() -> None:
    read = list(rdf.read_triples(Path("a.xml"), XML.encode()))
    told = {(said.subject, said.predicate, said.value) for said in READERS[".xml"](XML)}
    named = {(t.subject.value, t.predicate.value, t.object.value) for t in read if isinstance(t.subject, rdf.NamedNode)}
    plain = {triple for triple in told if not triple[0].startswith(("_", "[")) and triple[2][:1] not in "[(_"}
    lost = {predicate for _, predicate, _ in named - plain}
    # Nodes that have no IRI, lists and XML are called otherwise.
    assert plain <= named and lost == {EX + "part", EX + "all", EX + "words", EX + "of", f"{RDF}_2"}
    for name in ("Inner", "Resource", "Attribute"):
        (label,) = {str(t.subject)[2:] for t in read if t.object == rdf.Literal(name)}
        places = Places()
        places.add("a", ".rdf", XML, "f0", rdf.lines(read))
        number = {"Inner": 11, "Resource": 14, "Attribute": 24}[name]
        assert places.of(result(BNode("f0" + label)), [EX + "name"]) == f"a:{number}"


@pytest.mark.parametrize("suffix", READERS)
@given(st.text(alphabet="<>\"'[](){}.;,:@^_ab#\\\n{}", max_size=60))
def test_nothing_that_is_no_rdf_breaks_a_reader(suffix: str, text: str) -> None:
    assert all(said.line >= 1 for said in READERS[suffix](text))


NAMES = st.from_regex(r"[a-z][a-z0-9_.-]{0,5}[a-z]", fullmatch=True)
TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters='\r\n"\\'), max_size=10)


@given(st.lists(st.tuples(NAMES, NAMES, TEXTS | NAMES.map(lambda name: f"ex:{name}")), min_size=1, max_size=8))
def test_each_statement_of_a_line_is_told_in_its_line(rows: list[tuple[str, str, str]]) -> None:
    head = "@prefix ex: <https://example.org/> .\n"
    values = [value if value.startswith("ex:") else f'"{value}"' for _, _, value in rows]
    text = head + "".join(f"ex:{s} ex:{p} {value} . # x\n" for (s, p, _), value in zip(rows, values, strict=True))
    found = [(said.subject, said.predicate, said.line) for said in turtle.statements(text)]
    assert found == [(EX + s, EX + p, number) for number, (s, p, _) in enumerate(rows, 2)]
