"""The graph and the shapes that `validation` measures on.

The graph is made of the reports that ship, each again and again under other names, one document after the other: each
states anew what the nodes are that it mentions, as our named graphs do. Of the nodes, 1% are broken.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import rdflib
from rdflib import SH

from councilgraph import resources
from councilgraph.build.project import init_samples
from councilgraph.build.session import build_project
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import open_store

Graphs = dict[str, list[str]]
"""N-Triples lines by name of the graph."""

CG, RDFS = PREFIXES["cg"], PREFIXES["rdfs"]
_OWN = re.compile(rf"<({BASE}(?:id/(?!council/|organisation/|place/|publisher/)|graph/document/)[^>]*)>")
BREAKAGES = (
    (f"<{CG}page> ", '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    (f"<{CG}endOffset> ", '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    (f"<{CG}quoteHash> ", '"none"'),
    (f"<{RDFS}label> ", '"A label"@en'),
    (f"<{CG}basis> ", f"<{BASE}vocab/basis/nowhere>"),
    (f"<{CG}evidence> ", None),
    (f"<{CG}findingType> ", None),
    (f"<{CG}council> ", f"<{BASE}id/council/birmingham>"),
    (f"<{CG}grade> ", f"<{BASE}vocab/apa-scale/good>"),
    (f"<{CG}band> ", '"4"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    (f"<{CG}latestStart> ", '"1999-01-31"^^<http://www.w3.org/2001/XMLSchema#date>'),
    (f"<{CG}area> ", None),
)
"""What is put in the place of a value; None: the triple is left out."""

QUERIES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix cg: <https://w3id.org/councilgraph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<urn:prefixes> sh:declare
    [ sh:prefix "cg" ; sh:namespace "https://w3id.org/councilgraph/ontology#"^^xsd:anyURI ] ,
    [ sh:prefix "skos" ; sh:namespace "http://www.w3.org/2004/02/skos/core#"^^xsd:anyURI ] .

<urn:finding-is-stated> a sh:NodeShape ;
    sh:targetClass cg:Finding ;
    sh:sparql [ sh:prefixes <urn:prefixes> ; sh:select '''
        SELECT $this ?value WHERE {
            $this cg:evidence ?span . ?span cg:inVersion ?value .
            FILTER NOT EXISTS { $this cg:statedIn ?value }
        }''' ] .

<urn:grade-is-on-scale> a sh:NodeShape ;
    sh:targetClass cg:Judgement ;
    sh:sparql [ sh:prefixes <urn:prefixes> ; sh:select '''
        SELECT $this ?value WHERE {
            $this cg:grade ?value ; cg:inspection ?inspection .
            ?inspection cg:framework ?framework . ?framework cg:usesScale ?scale .
            FILTER NOT EXISTS { ?value skos:inScheme ?scale }
        }''' ] .

<urn:span-starts-before-end> a sh:NodeShape ;
    sh:targetClass cg:EvidenceSpan ;
    sh:sparql [ sh:prefixes <urn:prefixes> ; sh:select '''
        SELECT $this ?value WHERE { $this cg:startOffset ?value ; cg:endOffset ?end . FILTER(?value >= ?end) }''' ] .

<urn:council-is-that-of-inspection> a sh:NodeShape ;
    sh:targetClass cg:Finding , cg:Judgement ;
    sh:sparql [ sh:prefixes <urn:prefixes> ; sh:select '''
        SELECT $this ?value WHERE {
            $this cg:council ?value ; cg:inspection ?inspection . ?inspection cg:council ?other .
            FILTER(?value != ?other)
        }''' ] .
"""
"""Four of our rules as most people write such rules, with a query; ours say the same in SHACL Core."""


def core_shapes(folder: Path) -> Path:
    """Our shapes but for those with a query in them, in one file."""
    folder.mkdir()
    shapes = rdflib.Graph()
    for file in resources.shapes().glob("*.ttl"):
        shapes.parse(file)
    for shape in set(shapes.subjects(SH.sparql)):
        shapes.remove((shape, None, None))
    shapes.serialize(folder / "core.ttl", format="turtle")
    return folder


def query_shapes(folder: Path) -> Path:
    """All our shapes, and `QUERIES` beside them."""
    folder.mkdir()
    for file in resources.shapes().glob("*.ttl"):
        shutil.copy(file, folder)
    (folder / "queries.ttl").write_text(QUERIES, encoding="utf-8")
    return folder


def sample_graphs(folder: Path) -> tuple[Graphs, Graphs]:
    """The graphs of the reports that ship: what stands, and the documents."""
    project = init_samples(folder)
    build_project(project, workers=1)
    with open_store(project.store) as store:
        graphs = {name: store.lines(name) for name in store.graph_names(live=True)}
    documents = {name: graphs.pop(name) for name in list(graphs) if "/document/" in name}
    return graphs, documents


def write_graph(file: Path, fixed: Graphs, documents: Graphs, size: int) -> int:
    """Write a graph of about so many triples, each counted once; how many there are."""
    shared = {line for lines in fixed.values() for line in lines}
    own = copies = 0
    with file.open("w", encoding="utf-8", newline="\n") as triples:
        for lines in fixed.values():
            triples.writelines(f"{line}\n" for line in lines)
        while len(shared) + own < size:
            once: set[str] = set()
            for lines in documents.values():
                for line in broken(_OWN.sub(rf"<\1-{copies}>", line) for line in lines):
                    (once if _OWN.search(line) else shared).add(line)
                    triples.write(f"{line}\n")
            own += len(once)
            copies += 1
    return len(shared) + own


def broken(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with about one node in a hundred broken: the hash of a line decides, the same in every run."""
    for line in lines:
        subject, predicate, _ = line.split(" ", 2)
        choice = sum(line.encode()) % 997
        for number, (start, value) in enumerate(BREAKAGES):
            if (
                predicate + " " == start
                and choice in range(number * 10, number * 10 + 10)
                and subject.startswith(f"<{BASE}id/")
            ):
                if value is not None:
                    yield f"{subject} {predicate} {value} ."
                break
        else:
            yield line
