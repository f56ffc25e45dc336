"""The graph as RDF files: the only way in which RDF leaves. The same graph always gives the same bytes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from councilgraph.errors import UsageError
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store.embedded import EmbeddedStore
from councilgraph.store.words import Quotes, travelling

FORMATS: dict[str, RdfFormat] = {
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
# What XML 1.0 has no way to write: control characters, in UTF-8, and properties that do not end in a name.
_NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_XML_NAME = re.compile(r"[^\W\d][\w.-]*>$")
_OUR_OWN = re.compile(f"<({re.escape(BASE)}(?:id|vocab)/[a-z0-9-]+/)")


def dump(store: EmbeddedStore, out: BinaryIO, format: str, *, graph: str | None = None, quotes: Quotes = "open") -> int:
    """Write the graph, sorted.

    Formats with named graphs (trig, nq, jsonld) hold each live graph under its name and nothing else; the others hold
    the merge of them, which is the default graph.

    Args:
        format: a key of `FORMATS`.
        graph: IRI of the one named graph to write, live or not.
        quotes: which words of documents go with the facts, see `words.travelling`.

    Returns:
        How many triples or quads were written.

    Raises:
        UsageError: there is no such format or graph, or RDF/XML cannot hold what is in it.
        InputError: the store is damaged.
        OSError: the file cannot be written.
    """
    if format not in FORMATS:
        raise UsageError(f"no format “{format}”", hint=f"Known: {', '.join(FORMATS)}.")
    rdf_format = FORMATS[format]
    graphs: dict[str | None, list[str]]
    if graph is not None:
        graphs = {graph if rdf_format.supports_datasets else None: store.lines(graph)}
    elif rdf_format.supports_datasets:
        graphs = {name: store.lines(name) for name in store.graph_names(live=True)}
    else:
        graphs = {None: store.default_lines()}
    graphs = travelling(graphs, quotes)
    if rdf_format in (RdfFormat.N_QUADS, RdfFormat.N_TRIPLES):
        for name, lines in graphs.items():
            end = f" <{name}> .\n" if name else " .\n"
            out.write("".join(line[:-2] + end for line in lines).encode())
    else:
        quads = _quads(graphs)
        statements = quads if rdf_format.supports_datasets else (quad.triple for quad in quads)
        content = serialize(statements, format=rdf_format, prefixes=_prefixes(graphs.values())) or b""
        if rdf_format == RdfFormat.RDF_XML and (what := _missing_in_xml(content, graphs.values())):
            raise UsageError(f"RDF/XML has no way to write {what}", hint="Choose another format.")
        out.write(_sorted_head(content))
    return sum(map(len, graphs.values()))


def _quads(graphs: Mapping[str | None, list[str]]) -> Iterator[Quad]:
    for name, lines in graphs.items():
        node = NamedNode(name) if name else DefaultGraph()
        for quad in parse("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, node)


def _prefixes(graphs: Iterable[list[str]]) -> dict[str, str]:
    """The known prefixes, with one for each kind of thing and scheme in place of ``cgid`` and ``vocab``.

    No namespace holds another, so there is one way to shorten an IRI.
    """
    met = {name: namespace for name, namespace in PREFIXES.items() if name not in ("cgid", "vocab")}
    for namespace in sorted({found for line in chain.from_iterable(graphs) for found in _OUR_OWN.findall(line)}):
        met.setdefault(namespace.rsplit("/", 2)[1], namespace)
    return met


def _missing_in_xml(content: bytes, graphs: Iterable[list[str]]) -> str | None:
    if _NOT_IN_XML.search(content):
        return "the control characters in this graph"
    properties = {line.split(" ", 2)[1] for line in chain.from_iterable(graphs)}
    return next((name for name in sorted(properties) if not _XML_NAME.search(name)), None)


def _sorted_head(content: bytes) -> bytes:
    """The engine declares prefixes in a different order each time."""
    end = 0
    while content.startswith(b"@prefix ", end):
        end = content.index(b"\n", end) + 1
    return b"".join(sorted(content[:end].splitlines(keepends=True))) + content[end:]
