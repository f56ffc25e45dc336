"""The standard report."""

from pathlib import Path

import pyshacl
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.compare import to_isomorphic
from rdflib.term import Node

from councilgraph.store import EmbeddedStore
from councilgraph.validate import Report, validate

from ..small import HEAD, checked
from .samples import written

SHAPES = r"""
<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; sh:node <urn:named> ;
  sh:property [ sh:path ( <urn:p> [ sh:inversePath <urn:q> ] ) ; sh:nodeKind sh:Literal ; sh:message "A \"text\"." ] ;
  sh:property [ sh:path <urn:day> ; sh:datatype xsd:date ; sh:severity sh:Warning ; sh:message "Day." ] ;
  sh:sparql [ sh:message "Of {?value}." ; sh:select "SELECT $this ?value { $this <urn:p> ?value }" ] .
<urn:named> a sh:NodeShape ; sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:message "No label." ] .
"""
DATA = r"""
<urn:x> a <urn:Thing> ; <urn:p> <urn:y> ; <urn:day> "2024-13-45"^^xsd:date, "a \"b\"\n"@en .
<urn:z> <urn:q> <urn:y> . <urn:y> a <urn:Thing> ; rdfs:label "y" .
"""


def parsed(report: Report) -> Graph:
    return Graph().parse(data=written(report, "ttl"), format="turtle")


def test_it_says_what_pyshacl_says() -> None:
    """All properties of the specification, the nested results of sh:node, and the paths and shapes without names."""
    graphs = [Graph().parse(data=HEAD + turtle, format="turtle") for turtle in (DATA, SHAPES)]
    _, theirs, _ = pyshacl.validate(graphs[0], shacl_graph=graphs[1])
    assert isinstance(theirs, Graph)
    ours = parsed(checked(DATA, SHAPES))
    assert len(list(ours.objects(None, SH.detail))) == 1
    for predicate in (
        SH.resultPath,
        SH.sourceShape,
        SH.sourceConstraint,
        SH.value,
        SH.focusNode,
        SH.resultSeverity,
        SH.sourceConstraintComponent,
    ):
        found, expected = (
            sorted(_told(graph, node) for node in graph.objects(None, predicate)) for graph in (ours, theirs)
        )
        assert found == expected != [], predicate


def _told(graph: Graph, node: Node) -> str:
    """A node with what it says, if it has no name."""
    return " ".join(sorted(graph.predicates(node))) if isinstance(node, BNode) else node.n3()


def test_it_is_the_report_of_the_specification(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<urn:mine> a <https://w3id.org/councilgraph/ontology#Council> .")
    report = validate(graph, [file])
    found = parsed(report)
    (whole,) = found.subjects(RDF.type, SH.ValidationReport)
    assert found.value(whole, SH.conforms) == Literal(False)
    assert len(list(found.objects(whole, SH.result))) == len(report.findings) == 1
    assert set(found.objects(None, SH.focusNode)) == {URIRef("urn:mine")}
    assert to_isomorphic(report.graph) == to_isomorphic(found)


def test_it_conforms_where_only_warnings_are_left() -> None:
    assert list(parsed(validate()).objects(None, SH.conforms)) == [Literal(True)]
