"""The W3C's test suite of SHACL: what pySHACL passes, the compiled engine passes, with the same results."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from councilgraph import rdf
from councilgraph.errors import InputError
from councilgraph.store.lines import LineStore
from councilgraph.validate.compiled.path import path_of
from councilgraph.validate.engine import Engine, check
from councilgraph.validate.report import Report
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import rdflib_graph

MF, SHT = (
    Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"),
    Namespace("http://www.w3.org/ns/shacl-test#"),
)
SUITE = Path(__file__).resolve().parents[3] / "shared" / "suites" / "shacl"
NOT_PASSED = {"sparql/pre-binding/shapesGraph-001": "$shapesGraph is optional, and pySHACL refuses it"}
"""Cases that neither engine passes, with the reason."""
COMPILED_ONLY = {
    "core/property/uniqueLang-002": 'pySHACL takes "1" for true, which is not the term that SHACL asks for'
}
"""Cases that pySHACL does not pass, with the reason."""
BY_PYSHACL = {
    "sparql/component/nodeValidator-001": "it uses a constraint component of its own",
    "sparql/component/optional-001": "it uses a constraint component of its own",
    "sparql/component/propertyValidator-select-001": "it uses a constraint component of its own",
    "sparql/component/validator-001": "it uses a constraint component of its own",
}
"""Cases with shapes that do not compile, with what is said of them."""

Key = tuple[str, str, str, str, str]


def lines_of(file: Path) -> list[str]:
    return rdf.lines(quad.triple for quad in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri()))


def cases() -> Iterator[Path]:
    """The files that hold a case, in the order of the manifests."""
    for file in sorted(SUITE.rglob("*.ttl")):
        if "sht:Validate" in file.read_text(encoding="utf-8"):
            yield file


def name(file: Path) -> str:
    return str(file.relative_to(SUITE).with_suffix(""))


class Case:
    def __init__(self, file: Path) -> None:
        self.graph = rdflib_graph(lines_of(file))
        (self.test,) = self.graph.subjects(RDF.type, SHT.Validate)
        action = self.graph.value(self.test, MF.action)
        self.data, self.shapes = (
            lines_of(Path(unquote(urlparse(str(self.graph.value(action, part))).path)))
            for part in (SHT.dataGraph, SHT.shapesGraph)
        )

    def run(self, engine: Engine) -> Report | None:
        """The report; None where the shapes are refused."""
        data = LineStore()
        data.add_lines(self.data, scope="f0")
        try:
            return check(data, Shapes(rdflib_graph(self.shapes, scope="s0")), engine=engine)
        except InputError:
            return None

    def expected(self) -> Counter[Key] | None:
        """What is to be found; None where the shapes are to be refused."""
        report = self.graph.value(self.test, MF.result)
        if report == SHT.Failure:
            return None
        keys = []
        for node in self.graph.objects(report, SH.result):
            parts = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.resultSeverity)
            keys.append(key(self.graph, *(self.graph.value(node, part) for part in parts)))
        return Counter(keys)


def found(report: Report | None) -> Counter[Key] | None:
    if report is None:
        return None
    return Counter(key(report.shapes, r.focus, r.path, r.value, r.component, r.severity) for r in report.results)


def key(graph: Graph, focus: Node | None, path: Node | None, *others: Node | None) -> Key:
    """A result without the labels of its blank nodes."""
    way = path_of(graph, path).text if path is not None else ""
    return text(focus), way, *map(text, others)  # type: ignore[return-value]


def text(node: Node | None) -> str:
    return "_:" if isinstance(node, BNode) else node.n3() if isinstance(node, URIRef | Literal) else ""


def exact(result: Result) -> tuple[object, ...]:
    """A result with all that it says but messages, which differ where a blank node is shown."""
    return (result.focus, result.path, result.value, result.component, result.shape, result.severity, result.source)


@pytest.mark.parametrize("file", list(cases()), ids=name)
def test_the_suite(shared: Path, file: Path) -> None:
    case = Case(file)
    compiled, reference = case.run(Engine.compiled), case.run(Engine.pyshacl)
    assert (found(compiled) == case.expected()) == (name(file) not in NOT_PASSED)
    assert (found(reference) == case.expected()) == (name(file) not in {*NOT_PASSED, *COMPILED_ONLY})
    if name(file) not in COMPILED_ONLY and compiled and reference:
        assert Counter(map(exact, compiled.results)) == Counter(map(exact, reference.results))
    reasons = {explained.why for explained in compiled.explained if explained.why} if compiled else set()
    assert reasons == {BY_PYSHACL[name(file)]} if name(file) in BY_PYSHACL else not reasons
