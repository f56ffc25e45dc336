"""The graph as files."""

from io import BytesIO
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from councilgraph.errors import UsageError
from councilgraph.rdf import Literal, NamedNode, Triple, lines
from councilgraph.store import open_store, write_store
from councilgraph.store.dump import FORMATS, dump

from .graphs import graph_iri, labels, merged

A, B = labels("northmere", "eastvale"), labels("northmere", "westholme")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two graphs that share a triple, and one that is out of the merge."""
    with write_store(tmp_path / "store") as writer:
        for name, content in (("a", A), ("b", B), ("old", labels("southmoor"))):
            writer.put(graph_iri(name), content)
        writer.retire(graph_iri("old"))
        writer.commit({})
    return tmp_path / "store"


def dumped(store: Path, format: str, **options: str) -> tuple[bytes, int]:
    out = BytesIO()
    with open_store(store) as graph:
        count = dump(graph, out, format, **options)
    return out.getvalue(), count


@pytest.mark.parametrize(("format", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")])
def test_formats_of_one_graph_hold_the_merge_each_triple_once(store: Path, format: str, name: str) -> None:
    content, count = dumped(store, format)
    found = Graph().parse(data=content, format=name)
    assert set(found) == set(Graph().parse(data="\n".join([*merged(A, B), ""]), format="nt"))
    assert count == len(found) == 3


@pytest.mark.parametrize(("format", "name"), [("trig", "trig"), ("nq", "nquads"), ("jsonld", "json-ld")])
def test_formats_of_several_hold_each_live_graph_under_its_name(store: Path, format: str, name: str) -> None:
    content, count = dumped(store, format)
    found = {str(g.identifier): len(g) for g in Dataset().parse(data=content, format=name).graphs() if len(g)}
    assert found == {graph_iri("a"): 2, graph_iri("b"): 2}
    assert count == 4


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes(store: Path, tmp_path: Path, format: str) -> None:
    with write_store(tmp_path / "other") as writer:
        for name, content in (("b", B[::-1]), ("a", A[::-1])):
            writer.put(graph_iri(name), content)
        writer.commit({})
    assert dumped(store, format) == dumped(tmp_path / "other", format)


def test_one_graph_can_be_had_though_it_is_out_of_the_merge(store: Path) -> None:
    assert dumped(store, "nt", graph=graph_iri("old"))[0].decode().splitlines() == labels("southmoor")


def test_what_is_not_there_is_said(store: Path) -> None:
    with pytest.raises(UsageError, match="no format “docx”"):
        dumped(store, "docx")
    with pytest.raises(UsageError, match="no graph"):
        dumped(store, "ttl", graph=graph_iri("none"))


@pytest.mark.parametrize(
    ("triple", "what"),
    [
        (("urn:label", "form feed \f"), "control characters"),
        (("urn:label", "\ufffe"), "control characters"),
        (("http://example.org/1", "one"), "<http://example.org/1>"),
    ],
)
def test_rdf_xml_is_refused_rather_than_broken(tmp_path: Path, triple: tuple[str, str], what: str) -> None:
    """What XML has no way to write, the other formats have."""
    content = lines([Triple(NamedNode("urn:a"), NamedNode(triple[0]), Literal(triple[1]))])
    with write_store(tmp_path) as writer:
        writer.put(graph_iri("a"), content)
        writer.commit({})
    with pytest.raises(UsageError, match=what):
        dumped(tmp_path, "rdf")
    assert len(Graph().parse(data=dumped(tmp_path, "ttl")[0], format="turtle")) == 1
