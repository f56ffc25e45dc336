"""The index gives pySHACL what an rdflib graph would."""

from collections.abc import Callable

import pyoxigraph
import pyshacl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from councilgraph import resources
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store.lines import LineStore
from councilgraph.validate.engine import check
from councilgraph.validate.graph import IndexedGraph
from councilgraph.validate.report import Report
from councilgraph.validate.shapes import load_shapes
from councilgraph.validate.terms import rdflib_graph, term_of

CG, ID, VOCAB = PREFIXES["cg"], BASE + "id/", BASE + "vocab/"
Change = Callable[[list[str]], list[str]]


def without(*properties: str) -> Change:
    return lambda lines: [line for line in lines if line.split(" ")[1] not in {f"<{CG}{name}>" for name in properties}]


def swapped(old: str, new: str, subjects: str = "") -> Change:
    return lambda lines: [line.replace(old, new) if line.startswith(f"<{subjects}") else line for line in lines]


def added(*lines: str) -> Change:
    return lambda before: [*before, *lines]


BREAKAGES: dict[str, Change] = {
    "no evidence, no pages": without("evidence", "page"),
    "no labels": lambda lines: [line for line in lines if f"<{RDFS.label}>" not in line],
    "labels in a language": swapped('Council" .', 'Council"@en .'),
    "bands of another grade": swapped(f'<{CG}band> "3"', f'<{CG}band> "2"', ID + "judgement/"),
    "bounds that cross": swapped(f'<{CG}latestEnd> "20', f'<{CG}latestEnd> "10'),
    "numbers that are none": swapped(f'<{CG}startOffset> "', f'<{CG}startOffset> "x'),
    "grades that nobody describes": swapped(
        f"{VOCAB}social-care-scale/good>", f"{VOCAB}social-care-scale/goood>", ID + "judgement/"
    ),
    "a grade on another scale": swapped(f"<{CG}grade> <{VOCAB}social-care-scale/", f"<{CG}grade> <{VOCAB}apa-scale/"),
    "two of everything": added(
        *(
            f"<{ID}judgement/northmere-ilacs-2026-06-ilacs-leaders-good> <{CG}{name}> <{VOCAB}{key}> ."
            for name, key in (("grade", "social-care-scale/inadequate"), ("area", "judgement-area/ilacs-overall"))
        ),
        f'<{ID}council/northmere> <{CG}gssCode> "E0123" .',
        f"<{ID}council/northmere> <{RDF.type}> <{PREFIXES['skos']}Concept> .",
    ),
}


def results(report: Graph) -> set[tuple[str, ...]]:
    """What a validation found, without the blank nodes of the report."""
    parts = (SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity, SH.value, SH.resultMessage)
    return {
        tuple(value.n3() if value is not None else "" for value in (report.value(result, part) for part in parts))
        for result in report.objects(None, SH.result)
    }


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for file in sorted(resources.shapes().glob("*.ttl")):
        graph.parse(file)
    return graph


# pySHACL takes seconds for each run, so it meets several breakages at once, none of which hides another.
TOGETHER = [
    ["no evidence, no pages", "labels in a language", "bands of another grade", "grades that nobody describes"],
    ["no labels", "bounds that cross", "numbers that are none", "a grade on another scale", "two of everything"],
]


def broken(lines: list[str], name: str) -> list[str]:
    """The lines with a breakage, which there is."""
    after = BREAKAGES[name](lines)
    assert sorted(after) != sorted(lines), name
    return after


def found(lines: list[str]) -> Report:
    data = LineStore()
    data.add_lines(lines)
    return check(data, load_shapes())


@pytest.mark.parametrize("names", TOGETHER, ids="; ".join)
def test_the_same_is_found_as_without_it(lines: list[str], shapes: Graph, names: list[str]) -> None:
    for name in names:
        lines = broken(lines, name)
    plain = Graph().parse(data="\n".join([*lines, ""]), format="nt")
    conforms, report, _ = pyshacl.validate(plain, shacl_graph=shapes, inplace=True)
    ours = found(lines)
    assert results(ours.graph) == results(report) != set()
    assert ours.conforms == conforms


def test_each_breakage_has_its_part_in_that(lines: list[str]) -> None:
    assert sorted(name for names in TOGETHER for name in names) == sorted(BREAKAGES)
    told = [frozenset((str(r.focus), str(r.shape)) for r in found(broken(lines, name)).results) for name in BREAKAGES]
    assert frozenset() not in told
    assert len(set(told)) == len(BREAKAGES)


def indexed(lines: list[str]) -> IndexedGraph:
    graph = IndexedGraph()
    graph.add_lines(lines)
    return graph


def test_it_answers_as_an_rdflib_graph_does(lines: list[str]) -> None:
    """For each question that pySHACL asks."""
    ours, theirs = indexed(lines), rdflib_graph(lines)
    assert len(ours) == len(theirs) == len(lines)
    assert set(ours.triples()) == set(theirs)
    some = sorted(theirs)[::97]
    for subject, predicate, value in some:
        assert set(ours.objects(subject, predicate)) == set(theirs.objects(subject, predicate))
        assert set(ours.subjects(predicate, value)) == set(theirs.subjects(predicate, value))
        assert set(ours.predicate_objects(subject)) == set(theirs.predicate_objects(subject))
        assert (subject, predicate, value) in ours
        for closure in ("transitive_objects", "transitive_subjects"):
            arguments = (subject, predicate) if closure == "transitive_objects" else (predicate, value)
            assert set(getattr(ours, closure)(*arguments)) == set(getattr(theirs, closure)(*arguments))
    for predicate in set(theirs.predicates()):
        assert set(ours.subject_objects(predicate)) == set(theirs.subject_objects(predicate))


def test_a_triple_met_twice_counts_once() -> None:
    line = '<urn:a> <urn:b> "c" .'
    graph = indexed([line, line])
    graph.add_lines([line])
    assert len(graph) == 1


def test_it_can_be_filled_again_after_it_was_asked() -> None:
    graph = indexed(["<urn:a> <urn:p> <urn:b> ."])
    assert list(graph.subjects(URIRef("urn:p"), URIRef("urn:b"))) == [URIRef("urn:a")]
    graph.add_lines(["<urn:c> <urn:p> <urn:b> ."])
    assert set(graph.subjects(URIRef("urn:p"), URIRef("urn:b"))) == {URIRef("urn:a"), URIRef("urn:c")}
    assert len(list(graph.query("SELECT * { ?s ?p ?o }"))) == 2


def test_a_circle_has_an_end() -> None:
    graph = indexed(["<urn:a> <urn:p> <urn:b> .", "<urn:b> <urn:p> <urn:a> ."])
    assert set(graph.transitive_objects(URIRef("urn:a"), URIRef("urn:p"))) == {URIRef("urn:a"), URIRef("urn:b")}


_terms = st.one_of(
    st.builds(pyoxigraph.Literal, st.text()),
    st.builds(lambda text: pyoxigraph.Literal(text, language="en-gb"), st.text()),
    st.builds(lambda text: pyoxigraph.Literal(text, datatype=pyoxigraph.NamedNode("urn:t")), st.text()),
    st.sampled_from([pyoxigraph.NamedNode("https://example.org/ü?a=b#c"), pyoxigraph.BlankNode("b0")]),
)


@given(_terms)
def test_a_term_is_that_which_rdflib_reads(term: pyoxigraph.Literal) -> None:
    """Of blank nodes only that they are some."""
    line = f"<urn:s> <urn:p> {term} ."
    (read,) = Graph().parse(data=f"{line}\n", format="nt").objects()
    ours: Node = term_of(str(term))
    assert type(ours) is type(read)
    if isinstance(read, Literal):
        assert (str(ours), ours.language, ours.datatype) == (term.value, read.language, read.datatype)
    elif isinstance(read, URIRef):
        assert ours == read


def test_a_literal_keeps_the_form_in_which_it_is_written() -> None:
    assert str(term_of('"007"^^<http://www.w3.org/2001/XMLSchema#integer>')) == "007"
