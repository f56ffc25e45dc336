"""Runs the shapes over data with pySHACL, and turns what it reports into findings."""

import logging
from collections.abc import Callable
from functools import cache

from pyshacl import Validator
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from councilgraph.errors import InputError
from councilgraph.rdf import PREFIXES, shorten
from councilgraph.validate.graph import IndexedGraph
from councilgraph.validate.report import SEVERITIES, Finding, Report, ordered
from councilgraph.validate.screen import without_what_passes
from councilgraph.validate.shapes import Shapes, local_name

_CG = PREFIXES["cg"]
_EVIDENCE, _SUPPORTS, _IN_VERSION = URIRef(_CG + "evidence"), URIRef(_CG + "supports"), URIRef(_CG + "inVersion")
_STATED_IN, _PAGE, _VERSION = URIRef(_CG + "statedIn"), URIRef(_CG + "page"), URIRef(_CG + "DocumentVersion")
_LABELS = (RDFS.label, SKOS.prefLabel)
_NEAR = 88
"""How alike two keys have to be, of 100, to ask whether one was meant for the other."""

Wanted = Callable[[Node], bool]


def check(data: IndexedGraph, shapes: Shapes, wanted: Wanted = lambda focus: True, *, screened: bool = True) -> Report:
    """Apply all shapes to the data.

    Args:
        wanted: whether findings about a node are reported.
        screened: leave out shapes that certainly find nothing; the report is the same without, and takes longer.

    Raises:
        InputError: the shapes are not valid SHACL, or ask for what is not supported, or compare ill-typed values.
    """
    results = _run(data, shapes, screened)
    reader = _Reader(data, shapes, results)
    report = next(results.subjects(RDF.type, SH.ValidationReport))
    for result in list(results.objects(report, SH.result)):
        focus = results.value(result, SH.focusNode)
        if focus is None or not wanted(focus):
            results.remove((report, SH.result, result))
    findings = ordered(reader.finding(result) for result in results.objects(report, SH.result))
    violated = any(finding.severity == SEVERITIES[0] for finding in findings)
    results.set((report, SH.conforms, Literal(not violated)))
    return Report(
        findings,
        rules=len(shapes.rules),
        triples=len(data),
        idle=[rule.label for rule in shapes.idle(data)],
        untargeted=[rule.label for rule in shapes.untargeted],
        graph=results,
    )


def _run(data: IndexedGraph, shapes: Shapes, screened: bool) -> Graph:
    flat = shapes.flattened()
    options = {"inplace": True, "advanced": shapes.advanced, "logger": logging.getLogger("councilgraph.validate")}
    try:
        _, results, _ = Validator(
            data, shacl_graph=without_what_passes(flat, data) if screened else flat, options=options
        ).run()  # type: ignore[no-untyped-call]
    except (ShapeLoadError, ConstraintLoadError) as error:
        message = f"the shapes are not valid SHACL: {error.message}"
        raise InputError(message, hint=f"See {error.link}") from error
    except ReportableRuntimeError as error:
        raise InputError(f"the shapes cannot be applied: {error.message}") from error
    except TypeError as error:
        wrong = ", ".join(f"“{literal}” is no {shorten(str(literal.datatype))}" for literal in _ill_typed(data)[:3])
        raise InputError(f"a rule puts values in order that have none: {wrong or error}") from error
    except NotImplementedError as error:
        raise InputError("the shapes use a feature of SHACL-AF that is not supported: functions or rules") from error
    assert isinstance(results, Graph)
    return results


def _ill_typed(data: IndexedGraph) -> list[Literal]:
    """The literals whose text is no value of their datatype, sorted."""
    return sorted(
        {node for node in data.subjects_and_objects() if isinstance(node, Literal) and node.ill_typed}, key=str
    )


class _Reader:
    """Reads results of pySHACL's report."""

    def __init__(self, data: IndexedGraph, shapes: Shapes, results: Graph) -> None:
        self._data, self._shapes, self._results = data, shapes, results
        self._rule = cache(shapes.rule)
        self._keys: dict[str, list[str]] | None = None

    def finding(self, result: Node) -> Finding:
        """One result in words."""
        focus, path, value, source = (
            self._results.value(result, predicate)
            for predicate in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape)
        )
        assert focus is not None and source is not None
        rule = self._rule(source)
        document, page = self._place(focus, path)
        return Finding(
            rule=rule.iri,
            rule_label=rule.label,
            severity=self._severity(result),
            focus=str(focus),
            focus_label=self._name(focus),
            path=self._path(path) if path is not None else None,
            value=self._name(value) if value is not None and value != focus else None,
            message=self._message(result, source, rule.message) + self._near(value if value is not None else focus),
            mend=rule.mend,
            document=document,
            page=page,
        )

    def _severity(self, result: Node) -> str:
        level = local_name(str(self._results.value(result, SH.resultSeverity))).lower()
        return level if level in SEVERITIES else SEVERITIES[0]

    def _message(self, result: Node, source: Node, of_rule: str | None) -> str:
        own = (source, SH.message, None) in self._shapes.graph
        messages = sorted(str(message) for message in self._results.objects(result, SH.resultMessage))
        return "; ".join(messages) if own or not of_rule else of_rule

    def _name(self, node: Node) -> str:
        if isinstance(node, URIRef):
            label = next((found for predicate in _LABELS if (found := self._data.value(node, predicate))), None)
            return str(label) if label is not None else shorten(str(node))
        return f"_:{node}" if isinstance(node, BNode) else str(node)

    def _place(self, focus: Node, path: Node | None) -> tuple[str | None, int | None]:
        """Title of the document that states a node, and the page of the words that support the path in question."""
        data = self._data
        spans = list(data.objects(focus, _EVIDENCE)) or ([focus] if data.value(focus, _IN_VERSION) else [])
        supporting = [span for span in spans if path is not None and path in data.objects(span, _SUPPORTS)]
        span = next(iter(supporting or spans), None)
        version = data.value(span, _IN_VERSION) if span is not None else data.value(focus, _STATED_IN)
        if version is None and _VERSION in data.objects(focus, RDF.type):
            version = focus
        page = str(data.value(span, _PAGE)) if span is not None else ""
        title = data.value(version, DCTERMS.title) if version is not None else None
        return str(title) if title is not None else None, int(page) if page.isdigit() else None

    def _path(self, path: Node) -> str:
        """A property, or a property path in the notation of SPARQL."""
        graph = self._results
        if isinstance(path, URIRef):
            return shorten(str(path))
        if graph.value(path, RDF.first) is not None:
            return "/".join(self._path(step) for step in graph.items(path))
        for predicate, sign in ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?")):
            if inner := graph.value(path, predicate):
                return f"({self._path(inner)}){sign}"
        if inner := graph.value(path, SH.inversePath):
            return f"^{self._path(inner)}"
        choices = graph.value(path, SH.alternativePath)
        return "|".join(self._path(choice) for choice in graph.items(choices)) if choices is not None else "path"

    def _near(self, node: Node) -> str:
        """A question after a likely slip of the pen, where an IRI is described nowhere but one much like it is."""
        if not isinstance(node, URIRef) or self._data.value(node, RDF.type) is not None:
            return ""
        from rapidfuzz import process

        folder, _, key = str(node).rpartition("/")
        if self._keys is None:
            self._keys = {}
            for known in self._data.described():
                home, _, name = str(known).rpartition("/")
                self._keys.setdefault(home, []).append(name)
        match = process.extractOne(key, self._keys.get(folder, ()), score_cutoff=_NEAR)
        return f" Did you mean {shorten(f'{folder}/{match[0]}')}?" if match else ""


def wanted_in(data: IndexedGraph) -> Wanted:
    """Findings about what a graph mentions, so that what merely stands by as context stays out."""
    mentioned = data.subjects_and_objects()
    return lambda focus: focus in mentioned
