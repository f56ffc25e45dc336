"""Findings of an earlier report, so that what is known does not hide what is new.

A finding is known by its rule, node, property and value. Rows of tables move when one is put in above them, and their nodes
change with them: what is found there is known by sheet or file, column, value and rule, and counted, as with blank nodes.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import BNode, Node

from councilgraph import rdf
from councilgraph.errors import InputError, UsageError
from councilgraph.validate.cells import CELL, cell_iri
from councilgraph.validate.findings import Finding, local_name
from councilgraph.validate.paths import notation
from councilgraph.validate.terms import rdflib_graph

Key = tuple[str, str, str, str]
"""Rule, node or column, property and value. Blank nodes have other labels each time: they are all one, and counted."""
_UNNAMED = "_:"
_ROW = re.compile(
    r"(?P<sheet>.+![A-Z]+)\d+|(?P<line>.+)__row_\d+|(?P<file>.+?\.(?P<suffix>\w+)):\d+(?P<column>__column_.+)?"
)
"""Of the part of a cell's IRI that names the cell, what stays where its row moves."""


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
        value = finding.value_iri or finding.value
        plain = (_key(rule, finding.focus, finding.focus_label, finding.path, value) for rule in (finding.rule, ""))
        column = _column(cell_iri(finding.where)) if finding.where else None
        for key in ((finding.rule, column, finding.path or "", finding.value or ""), *plain) if column else plain:
            if key in self._counts:
                seen = self._seen.setdefault(key, set())
                seen.add(finding.focus)
                return len(seen) <= self._counts[key]
        return False

    @property
    def met(self) -> int:
        """How many of its findings were found again."""
        return sum(min(len(seen), self._counts[key]) for key, seen in self._seen.items())

    def missing(self, is_chosen: Callable[[str], bool]) -> int:
        """How many were not, of rules that were applied.

        Args:
            is_chosen: whether a rule of the shapes was; checks of cells always are.
        """
        applied = (
            key for key in self._counts if not key[0] or local_name(key[0]).startswith("cell-") or is_chosen(key[0])
        )
        return sum(self._counts[key] for key in applied) - self.met


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
            if column := _column(cell_iri(told["where"])) if told["where"] else None:
                yield (told["rule"], column, told["path"] or "", told["value"] or ""), told["focus"]
                continue
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
    if column := _column(str(focus)):
        return (rule, column, "", held or ""), str(focus)
    label = _UNNAMED if isinstance(focus, BNode) else ""
    return _key(rule, str(focus), label, notation(graph, path) if path is not None else None, held), str(focus)


def _key(rule: str, focus: str, label: str, path: str | None, value: str | None) -> Key:
    return rule, _UNNAMED if label.startswith(_UNNAMED) else focus, path or "", value or ""


def _column(cell: str) -> str | None:
    """Sheet or file, and column, of the IRI of a cell or row of a table; None of any other IRI."""
    found = _ROW.fullmatch(cell.removeprefix(CELL)) if cell.startswith(CELL) else None
    if found is None or f".{found['suffix']}" in rdf.FORMATS:
        return None
    return found["sheet"] or found["line"] or f"{found['file']}{found['column'] or ''}"
