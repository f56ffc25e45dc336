"""Each shape finds what breaks its rule and nothing else.

``shapes/examples/<shape>.ttl`` holds nodes whose names begin with ``right`` and ``wrong``; the shape must report just the
latter.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from councilgraph import resources
from councilgraph.validate.shapes import load_shapes

SHAPE = Namespace("https://w3id.org/councilgraph/shape/")
CG = Namespace("https://w3id.org/councilgraph/ontology#")
EXAMPLE = "https://example.org/northmere/"
EXAMPLES = resources.shapes() / "examples"
TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)


def turtle(files: Iterable[Path]) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


@cache
def shapes() -> Graph:
    return turtle(sorted(resources.shapes().glob("*.ttl")))


@cache
def standing() -> Graph:
    return turtle([resources.ontology() / "councilgraph.ttl", *(resources.ontology() / "vocabulary").glob("*.ttl")])


@contextmanager
def beside_what_stands(example: Graph) -> Iterator[Graph]:
    """An example joined to ontology and vocabulary, of which a copy for each would take most of the time."""
    graph, size = standing(), len(standing())
    new = [triple for triple in example if triple not in graph]
    for triple in new:
        graph.add(triple)
    try:
        yield graph
    finally:
        for triple in new:
            graph.remove(triple)
        assert len(graph) == size


def rules() -> list[str]:
    return sorted(str(rule).removeprefix(SHAPE) for rule in set(shapes().subjects()) if str(rule).startswith(SHAPE))


def broken(rule: str, data: Graph) -> set[Node]:
    """The nodes that a shape reports."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), use_shapes=[SHAPE[rule]], inplace=True)
    assert isinstance(report, Graph)
    return set(report.objects(None, SH.focusNode))


def targets(rule: str, data: Graph) -> set[Node]:
    """The nodes that a shape looks at."""
    of = shapes().objects
    kinds = {
        kind for wanted in of(SHAPE[rule], SH.targetClass) for kind in data.transitive_subjects(RDFS.subClassOf, wanted)
    }
    nodes = {node for kind in kinds for node in data.subjects(RDF.type, kind)}
    nodes |= {node for link in of(SHAPE[rule], SH.targetSubjectsOf) for node in data.subjects(link)}
    return nodes | {node for link in of(SHAPE[rule], SH.targetObjectsOf) for node in data.objects(None, link)}


@pytest.mark.parametrize("rule", rules())
def test_shape_reports_what_breaks_its_rule_and_nothing_else(rule: str) -> None:
    example = turtle([EXAMPLES / f"{rule}.ttl"])
    with beside_what_stands(example) as data:
        met = {node for node in targets(rule, data) if str(node).startswith(EXAMPLE)}
        reported = broken(rule, data)
    wrong = {node for node in met if str(node).startswith(f"{EXAMPLE}wrong")}
    assert wrong and any(str(node).startswith(f"{EXAMPLE}right") for node in met)
    named = {node for triple in example for node in triple if str(node).startswith(f"{EXAMPLE}wrong")}
    assert named == wrong == reported


def test_no_example_is_without_its_shape() -> None:
    assert sorted(file.stem for file in EXAMPLES.glob("*.ttl")) == rules()


def test_vocabulary_and_ontology_conform() -> None:
    conforms, _, report = pyshacl.validate(standing(), shacl_graph=shapes())
    assert conforms, report


def test_shapes_are_valid_shacl() -> None:
    conforms, _, report = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, report


@pytest.mark.parametrize("rule", rules())
def test_shape_says_what_it_is(rule: str) -> None:
    shape, graph = SHAPE[rule], shapes()
    assert len({*graph.objects(shape, RDF.type)} & {SH.NodeShape, SH.PropertyShape}) == 1
    assert any(graph.objects(shape, target) for target in TARGETS)
    for wanted in (RDFS.label, RDFS.comment, SKOS.note, SH.message, SH.severity):
        assert len(list(graph.objects(shape, wanted))) == 1, wanted
    for words in (RDFS.comment, SKOS.note, SH.message):
        assert str(graph.value(shape, words)).endswith("."), words


def test_only_named_shapes_report() -> None:
    """A severity or a message on a part would be reported under a node without a name, or not at all."""
    graph = shapes()
    spoken = {*graph.subjects(SH.severity), *graph.subjects(SH.message)}
    assert not [shape for shape in spoken if isinstance(shape, BNode)]
    reporting = {shape for shape in graph.subjects(RDF.type) if isinstance(shape, URIRef) and shape.startswith(SHAPE)}
    for shape in reporting:
        assert not list(graph.objects(shape, SH.property)), shape


def test_labels_differ() -> None:
    labels = [str(label) for label in shapes().objects(None, RDFS.label)]
    assert len(labels) == len(set(labels))


def test_every_link_of_the_ontology_is_checked_for_dangling_ends() -> None:
    checked = set(shapes().objects(SHAPE["every-node-is-described"], SH.targetObjectsOf))
    ours = {link for link in standing().subjects(RDF.type, OWL.ObjectProperty) if str(link).startswith(CG)}
    assert ours <= checked


def test_every_class_is_checked_for_labels() -> None:
    graph = standing()
    checked = set(shapes().objects(SHAPE["every-node-has-one-label"], SH.targetClass))
    ours = {kind for kind in graph.subjects(RDF.type, OWL.Class) if str(kind).startswith(CG)}
    assert not [kind for kind in ours if not checked & set(graph.transitive_objects(kind, RDFS.subClassOf))]


def test_who_writes_rows_is_told_of_the_sheet_and_not_of_the_manifest_alone() -> None:
    told = [rule.mend for rule in load_shapes().rules if rule.mend and "manifest" in rule.mend]
    assert told
    assert all(re.search(r" to the column \w+ of the manifest|the sheet Sources", mend) for mend in told)
