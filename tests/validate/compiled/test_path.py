"""Paths of shapes as paths of queries."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import SH, Graph

from councilgraph import rdf
from councilgraph.validate.compiled.path import path_of
from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.terms import rdflib_graph

HEAD = f"@prefix sh: <{rdf.PREFIXES['sh']}> . @prefix x: <urn:x:> . @prefix rdf: <{rdf.PREFIXES['rdf']}> .\n"


def shape(path: str) -> Graph:
    turtle = f"{HEAD} x:shape sh:path {path} ."
    return rdflib_graph(rdf.lines(quad.triple for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)))


@pytest.mark.parametrize(
    ("path", "text", "stays"),
    [
        ("x:p", "<urn:x:p>", False),
        ("[ sh:inversePath x:p ]", "(^<urn:x:p>)", False),
        ("( x:p [ sh:inversePath x:q ] )", "(<urn:x:p>/(^<urn:x:q>))", False),
        ("[ sh:inversePath ( x:p x:q ) ]", "(^(<urn:x:p>/<urn:x:q>))", False),
        ("[ sh:alternativePath ( x:p x:q ) ]", "(<urn:x:p>|<urn:x:q>)", False),
        ("[ sh:zeroOrMorePath x:p ]", "(<urn:x:p>*)", True),
        ("[ sh:oneOrMorePath [ sh:zeroOrOnePath x:p ] ]", "((<urn:x:p>?)+)", True),
        ("( x:p [ sh:zeroOrMorePath x:q ] )", "(<urn:x:p>/(<urn:x:q>*))", False),
        ("[ sh:alternativePath ( x:p [ sh:zeroOrOnePath x:q ] ) ]", "(<urn:x:p>|(<urn:x:q>?))", True),
    ],
)
def test_paths(path: str, text: str, stays: bool) -> None:
    graph = shape(path)
    found = path_of(graph, next(graph.objects(None, SH.path)))
    assert (found.text, found.stays) == (text, stays)


@pytest.mark.parametrize(
    "path",
    [
        "'p'",
        "( x:p )",
        "[ sh:alternativePath ( x:p ) ]",
        "[]",
        "_:a . _:a sh:inversePath _:a",
        "_:a . _:a rdf:first x:p ; rdf:rest _:a",
    ],
)
def test_what_is_no_path(path: str) -> None:
    graph = shape(path)
    with pytest.raises(NotCompiled):
        path_of(graph, next(graph.objects(None, SH.path)))
