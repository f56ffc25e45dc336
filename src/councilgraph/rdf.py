"""RDF terms, IRIs of graphs, and the canonical form of a graph. With `store` the only room that knows pyoxigraph.

The canonical form of a graph is its set of N-Triples lines, sorted by code point: two graphs are the same if and only
if these lines are. There are no blank nodes in our data, so nothing more is needed.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from councilgraph.errors import InputError, UsageError
from councilgraph.wellformed import check_xml

__all__ = [
    "BASE",
    "FORMATS",
    "LARGEST",
    "PREFIXES",
    "XSD",
    "Literal",
    "NamedNode",
    "Triple",
    "address",
    "boolean",
    "day",
    "decimal",
    "digest",
    "integer",
    "lines",
    "read_graphs",
    "read_triples",
    "shorten",
    "text",
]

BASE = "https://w3id.org/councilgraph/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: dict[str, str] = {
    "cg": BASE + "ontology#",
    "cgid": BASE + "id/",
    "vocab": BASE + "vocab/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
}

_DATE = NamedNode(XSD + "date")
_INTEGER = NamedNode(XSD + "integer")
_DECIMAL = NamedNode(XSD + "decimal")
_BOOLEAN = NamedNode(XSD + "boolean")

FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}


def text(value: str) -> Literal:
    """A plain string literal. Lone surrogates, which names of files can hold and RDF cannot, become U+FFFD."""
    try:
        return Literal(value)
    except ValueError:
        return Literal(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def address(url: str) -> NamedNode | None:
    """A web address as an IRI; None where it is none (RFC 3987)."""
    try:
        return NamedNode(url)
    except ValueError:
        return None


def day(value: str | date) -> Literal:
    """An xsd:date, from ``YYYY-MM-DD``."""
    return Literal(str(value), datatype=_DATE)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """An xsd:decimal, in its shortest form."""
    whole = int(value) if value == int(value) else None
    return Literal(str(whole) if whole is not None else f"{value:f}".rstrip("0"), datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def lines(triples: Iterable[Triple]) -> list[str]:
    """The canonical form: distinct N-Triples lines (each ends in ``" ."``, no line break), sorted."""
    return sorted({f"{triple} ." for triple in triples})


def digest(graph_lines: Iterable[str]) -> str:
    """SHA-256, in hex, of a graph's canonical form."""
    sha = hashlib.sha256()
    for line in graph_lines:
        sha.update(line.encode())
        sha.update(b"\n")
    return sha.hexdigest()


def shorten(iri: str) -> str:
    """``cg:grade`` for an IRI under a known prefix, else the IRI in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


LARGEST = 512 << 20
"""Bytes that a file may have."""


def read_triples(path: Path, content: bytes | None = None) -> Iterator[Triple]:
    """The triples of an RDF file, its named graphs merged.

    Args:
        content: what the file holds, where it is only named.

    Raises:
        UsageError: the suffix is none that we know, or there is no such file.
        InputError: the file is too large, cannot be opened or is not well-formed; ``where`` is ``file:line:column``.
    """
    return (quad.triple for quad in _read(path, content))


def read_graphs(path: Path) -> dict[str, list[Triple]]:
    """The triples of an RDF file by named graph.

    Raises:
        UsageError: the suffix is none that we know, or there is no such file.
        InputError: the file is not well-formed, or has triples in no named graph.
    """
    graphs: dict[str, list[Triple]] = {}
    for quad in _read(path):
        if not isinstance(quad.graph_name, NamedNode):
            raise InputError("a triple that is in no named graph", where=str(path))
        graphs.setdefault(quad.graph_name.value, []).append(quad.triple)
    return graphs


def _read(path: Path, content: bytes | None = None) -> Iterator[Quad]:
    rdf_format = FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        raise UsageError(f"unknown RDF file type: {path.name}", hint="Known: " + ", ".join(FORMATS))
    if content is None:
        if not path.is_file():
            raise UsageError(f"no such file: {path}")
        if (size := path.stat().st_size) > LARGEST:
            parts = "Split it; the parts can be checked and loaded one by one."
            raise InputError(
                f"the file has {size >> 20:,} MB; the limit is {LARGEST >> 20} MB", hint=parts, where=str(path)
            )
    try:
        if rdf_format == RdfFormat.RDF_XML:
            check_xml(path, content)
        yield from parse(path=str(path), format=rdf_format) if content is None else parse(content, format=rdf_format)
    except SyntaxError as error:
        place = f":{error.lineno}:{error.offset}" if error.lineno else ""
        message, hint = _said(error.msg)
        raise InputError(message, hint=hint, where=f"{path}{place}") from error
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror or error}", where=str(path)) from error


def _said(message: str) -> tuple[str, str | None]:
    """What the engine says of a malformed file, in our words, and what to do about it."""
    message = re.sub(
        r"^Parser error (?:at|between) .*?(?:column|columns) \d+(?: and (?:line \d+ column )?\d+)?: ", "", message
    )
    if "LoadDocumentCallback" in message:
        return "its context lies on the web, from which nothing is fetched", "Put the context into the file itself."
    if found := re.fullmatch(r"The prefix ([^:]*): has not been declared", message):
        iri = PREFIXES.get(found[1], "https://example.org/…")
        return f"prefix {found[1]}: is not declared", f"Declare it in the first lines: @prefix {found[1]}: <{iri}> ."
    return message, None
