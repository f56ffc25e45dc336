"""Which literals are words of a document, and whether they may travel. Facts always do."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, TypeVar

from councilgraph.namespaces import CG, DCTERMS
from councilgraph.rdf import PREFIXES

Quotes = Literal["all", "open", "none"]
G = TypeVar("G")

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_WORDS = frozenset(f"<{PREFIXES['cg']}{name}>" for name in _TABLE["words"])
_OPEN = frozenset(_TABLE["open-licences"])


def travelling(graphs: Mapping[G, Iterable[str]], quotes: Quotes) -> dict[G, list[str]]:
    """The N-Triples lines that may leave, by graph.

    Args:
        quotes: ``all`` keeps all words; ``open`` those of versions whose licence, in these graphs, is open; ``none``
            none.
    """
    if quotes == "all":
        return {graph: list(lines) for graph, lines in graphs.items()}
    spans = _open_spans(graphs.values()) if quotes == "open" else frozenset()
    return {graph: [line for line in lines if _may_leave(line, spans)] for graph, lines in graphs.items()}


def is_open(licence: str) -> bool:
    """Whether words of a document under this licence, an IRI, may travel."""
    return licence in _OPEN


def _may_leave(line: str, spans: frozenset[str]) -> bool:
    subject, predicate, _ = line.split(" ", 2)
    return predicate not in _WORDS or subject in spans


def _open_spans(graphs: Iterable[Iterable[str]]) -> frozenset[str]:
    versions, places = set(), set()
    for lines in graphs:
        for line in lines:
            subject, predicate, value = line.split(" ", 2)
            if predicate == str(DCTERMS.license) and is_open(value.removeprefix("<").removesuffix("> .")):
                versions.add(subject)
            elif predicate == str(CG.inVersion):
                places.add((subject, value.removesuffix(" .")))
    return frozenset(span for span, version in places if version in versions)
