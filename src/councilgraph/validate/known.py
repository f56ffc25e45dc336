"""Findings of an earlier report, so that what is known does not hide what is new."""

import json
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import BNode, Node

from councilgraph import rdf
from councilgraph.errors import InputError, UsageError
from councilgraph.validate.findings import Finding
from councilgraph.validate.paths import notation
from councilgraph.validate.terms import rdflib_graph

Key = tuple[str, str, str, str]
"""Rule, node, property and value. Blank nodes have other labels each time: they are all one, and counted."""
_UNNAMED = "_:"


class Known:
    """What an earlier report says."""

    def __init__(self, keys: Iterator[tuple[Key, str]]) -> None:
        nodes: dict[Key, set[str]] = {}
        for key, focus in keys:
            nodes.setdefault(key, set()).add(focus)
        self._counts = {key: len(found) for key, found in nodes.items()}
        self._seen: dict[Key, set[str]] = {}

    def __contains__(self, finding: Finding) -> bool:
        """Whether it is known; of blank nodes, as many are as there were."""
        for rule in (finding.rule, ""):
            key = _key(rule, finding.focus, finding.focus_label, finding.path, finding.value_iri or finding.value)
            if key in self._counts:
                seen = self._seen.setdefault(key, set())
                seen.add(finding.focus)
                return len(seen) <= self._counts[key]
        return False

    @property
    def met(self) -> int:
        """How many of its findings were found again."""
        return sum(min(len(seen), self._counts[key]) for key, seen in self._seen.items())

    @property
    def missing(self) -> int:
        """How many were not."""
        return sum(self._counts.values()) - self.met


def read_known(file: Path) -> Known:
    """The findings of a report in a file: JSON of ours, or a sh:ValidationReport in any syntax of RDF.

    Raises:
        UsageError: there is no such file, or its type is unknown.
        InputError: it is no report.
    """
    if file.suffix.lower() == ".json":
        return Known(_of_json(file))
    if file.is_file() and file.suffix.lower() not in rdf.FORMATS:
        hint = f"Reports are .json, or of RDF: {', '.join(rdf.FORMATS)}."
        raise UsageError(f"unknown type of report: {file.name}", hint=hint)
    return Known(_of_rdf(file))


def _of_json(file: Path) -> Iterator[tuple[Key, str]]:
    try:
        findings = json.loads(file.read_text(encoding="utf-8-sig"))["findings"]
        for told in findings:
            value = told["value_iri"] or told["value"]
            yield _key(told["rule"], told["focus"], told["focus_label"], told["path"], value), told["focus"]
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        hint = "Write one with `councilgraph validate -o report.json`, or name a sh:ValidationReport in Turtle."
        raise InputError("this is no report of findings", where=str(file), hint=hint) from error


def _of_rdf(file: Path) -> Iterator[tuple[Key, str]]:
    graph = rdflib_graph(rdf.lines(rdf.read_triples(file)))
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    if report is None:
        raise InputError("this is no sh:ValidationReport", where=str(file))
    for result in graph.objects(report, SH.result):
        yield _of_result(graph, result)


def _of_result(graph: Graph, result: Node) -> tuple[Key, str]:
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape)
    focus, path, value, shape = (graph.value(result, part) for part in parts)
    # The shapes around one without a name are not in a report.
    rule = str(shape) if isinstance(shape, URIRef) else ""
    held = str(value) if value is not None and value != focus else None
    label = _UNNAMED if isinstance(focus, BNode) else ""
    return _key(rule, str(focus), label, notation(graph, path) if path is not None else None, held), str(focus)


def _key(rule: str, focus: str, label: str, path: str | None, value: str | None) -> Key:
    return rule, _UNNAMED if label.startswith(_UNNAMED) else focus, path or "", value or ""
