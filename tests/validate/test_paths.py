"""Property paths for people."""

import pytest
from rdflib import SH, Graph, URIRef

from councilgraph.rdf import PREFIXES
from councilgraph.validate.paths import in_words, notation

HEAD = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())


@pytest.mark.parametrize(
    ("path", "written", "words"),
    [
        ("cg:grade", "cg:grade", "grade"),
        ("( cg:inspection cg:framework )", "cg:inspection/cg:framework", "framework of inspection"),
        ("[ sh:alternativePath ( cg:party cg:stoodAs ) ]", "cg:party|cg:stoodAs", "party or stoodAs"),
        ("[ sh:inversePath cg:grade ]", "^cg:grade", "^cg:grade"),
        ("[ sh:zeroOrMorePath cg:covers ]", "(cg:covers)*", "(cg:covers)*"),
        ("( [ sh:oneOrMorePath cg:covers ] cg:band )", "(cg:covers)+/cg:band", "band of (cg:covers)+"),
        ("[ sh:zeroOrOnePath cg:covers ]", "(cg:covers)?", "(cg:covers)?"),
    ],
)
def test_paths_are_written_and_said(path: str, written: str, words: str) -> None:
    graph = Graph().parse(data=f"{HEAD}<urn:s> sh:path {path} .", format="turtle")
    (found,) = graph.objects(URIRef("urn:s"), SH.path)
    assert notation(graph, found) == written
    assert in_words(graph, found, lambda iri: iri.rsplit("#", 1)[-1]) == words
