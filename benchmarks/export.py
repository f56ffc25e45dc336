"""How fast a large projection is written, beside networkx: ``python benchmarks/export.py [RUNS]``.

A graph of a million triples is made up and projected (some 127,000 nodes and 187,000 edges), which is timed apart. Then
each format is written by us, row by row, and by networkx, which has to build its graph first: from rows that its writers
take, without what is missing, with days as text. Processor time; medians of three runs by turns; memory is what Python
holds at most beyond the projected lists while we write, in a run of its own. Files are read back in neither case.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import networkx

from councilgraph.export import FORMATS
from councilgraph.export.tables import Tables
from councilgraph.projection import Definition, Projection, project
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store.memory import MemoryStore

COUNCILS, INSPECTIONS, FINDINGS, AREAS = 150, 3_000, 123_000, 30
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 3


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seen = projected(folder)
        print(f"\n{'':<12} {'ours s':>8} {'MB more':>8} {'file MB':>8} {'networkx s':>11} {'ratio':>6}")
        for format, peer in PEERS.items():
            compare(seen, format, peer, folder)
        print("\nours at a quarter, a half and the whole, microseconds a node or edge:")
        for format in PEERS:
            print(f"{format:<12} " + " ".join(f"{grown(seen, format, share, folder):7.2f}" for share in (0.25, 0.5, 1)))
    return 0


def projected(folder: Path) -> Projection:
    """The projection of the graph that is made up, and how long that took."""
    file = folder / "graph.nt"
    with file.open("w", encoding="utf-8") as out:
        count = sum(bool(out.write(f"{triple} .\n")) for triple in triples())
    began = time.process_time()
    store = MemoryStore(file)
    loaded = time.process_time() - began
    began = time.process_time()
    seen = project(store, Definition.read(Path(__file__).with_suffix(".toml")))
    took = time.process_time() - began
    print(f"{count:,} triples loaded in {loaded:.1f} s, projected in {took:.1f} s:", end=" ")
    print(f"{len(seen.nodes):,} nodes, {len(seen.edges):,} edges")
    return seen


def triples() -> Iterator[str]:
    """N-Triples of councils, inspections and findings, as the mapping writes them."""
    cg, label = PREFIXES["cg"], "<http://www.w3.org/2000/01/rdf-schema#label>"
    a, day = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://www.w3.org/2001/XMLSchema#date>"
    xsd = PREFIXES["xsd"]
    for number in range(AREAS):
        yield f'<{BASE}vocab/service-area/area-{number}> {label} "Services of kind {number}"'
        yield f'<{BASE}vocab/region/region-{number % 9}> {label} "Region {number % 9}"'
        yield f'<{BASE}vocab/finding-type/type-{number % 4}> {label} "Type of finding {number % 4}"'
        yield f'<{BASE}vocab/framework-version/version-{number % 6}> {label} "Framework {number % 6}, 2013 to 2018"'
    for number in range(COUNCILS):
        council = f"<{BASE}id/council/council-{number}>"
        yield f"{council} {a} <{cg}Council>"
        yield f'{council} {label} "Council of the Borough & County of Place {number}"'
        yield f"{council} <{cg}region> <{BASE}vocab/region/region-{number % 9}>"
    for number in range(INSPECTIONS):
        inspection, version = (
            f"<{BASE}id/inspection/council-{number % COUNCILS}-{number}>",
            f"<{BASE}id/version/v{number}>",
        )
        start = date(2006, 1, 1) + timedelta(days=number * 2)
        yield f"{inspection} {a} <{cg}Inspection>"
        yield f'{inspection} {label} "Place {number % COUNCILS}, inspection of children’s services, {start:%B %Y}"'
        yield f"{inspection} <{cg}council> <{BASE}id/council/council-{number % COUNCILS}>"
        yield f"{inspection} <{cg}framework> <{BASE}vocab/framework-version/version-{number % 6}>"
        yield f'{inspection} <{cg}earliestStart> "{start}"^^{day}'
        yield f'{inspection} <{cg}latestEnd> "{start + timedelta(days=11)}"^^{day}'
        yield f"{inspection} <{cg}statedIn> {version}"
        yield f"{version} {a} <{cg}DocumentVersion>"
        yield f'{version} {label} "Place {number % COUNCILS}: report on an inspection, {start:%Y}"'
        yield f'{version} <http://purl.org/dc/terms/issued> "{start + timedelta(days=40)}"^^{day}'
    for number in range(FINDINGS):
        finding, visit = f"<{BASE}id/finding/f{number:07}-{number * 7919 % 1000003:06}>", number % INSPECTIONS
        yield f"{finding} {a} <{cg}Finding>"
        yield f'{finding} {label} "Place {visit % COUNCILS}, inspection: point {number // INSPECTIONS + 1}"'
        yield f"{finding} <{cg}inspection> <{BASE}id/inspection/council-{visit % COUNCILS}-{visit}>"
        yield f"{finding} <{cg}findingType> <{BASE}vocab/finding-type/type-{number % 4}>"
        yield f'{finding} <{cg}value> "{number // INSPECTIONS + 1}"^^<{xsd}integer>'
        yield f'{finding} <{cg}interim> "{"true" if number % 4 == 1 else "false"}"^^<{xsd}boolean>'
        yield f"{finding} <{cg}statedIn> <{BASE}id/version/v{visit}>"
        if number % 2:
            yield f"{finding} <{cg}serviceArea> <{BASE}vocab/service-area/area-{number % AREAS}>"


def compare(
    seen: Projection, format: str, peer: Callable[["networkx.MultiDiGraph[str]", Path], None], folder: Path
) -> None:
    ours, theirs = folder / f"ours{FORMATS[format].suffixes[0]}", folder / "theirs"
    rows = list(peer_rows(seen, format))
    own, others = [], []
    for _ in range(TIMES):
        own.append(timed(lambda: write(seen, format, ours)))
        others.append(timed(lambda: peer(built(*rows), theirs)))
    memory = peak(lambda: write(seen, format, ours))
    mine, their = statistics.median(own), statistics.median(others)
    size = ours.stat().st_size / 1e6
    print(
        f"{format:<12} {mine:8.2f} {memory:8.1f} {size:8.1f} {their:11.2f} {their / mine:6.1f}",
        flush=True,
    )


def write(seen: Projection, format: str, path: Path) -> None:
    kind = FORMATS[format]
    kind.write(Tables(seen, lists=kind.lists), path)


def peer_rows(seen: Projection, format: str) -> Iterator[list[tuple[object, ...]]]:
    """What networkx is given: the same cells."""
    tables = Tables(seen, lists=FORMATS[format].lists)
    yield [(node.id, row) for node, row in tables.nodes()]
    yield [(edge.source, edge.target, edge.id, row) for edge, row in tables.edges()]


def built(nodes: list[tuple[object, ...]], edges: list[tuple[object, ...]]) -> "networkx.MultiDiGraph[str]":
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def _cytoscape(graph: "networkx.MultiDiGraph[str]", path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(networkx.cytoscape_data(graph), file)


def _node_link(graph: "networkx.MultiDiGraph[str]", path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(networkx.node_link_data(graph, edges="links"), file)


PEERS: dict[str, Callable[["networkx.MultiDiGraph[str]", Path], None]] = {
    "graphml": networkx.write_graphml,
    "gexf": networkx.write_gexf,
    "cytoscape": _cytoscape,
    "node-link": _node_link,
}


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def peak(work: Callable[[], object]) -> float:
    """Megabytes that Python holds at most beyond what it held before."""
    gc.collect()
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def grown(seen: Projection, format: str, share: float, folder: Path) -> float:
    """Microseconds a node or edge, of a part of the whole."""
    part = Projection(seen.name, seen.title, documents=seen.documents)
    part.nodes = seen.nodes[: int(len(seen.nodes) * share)]
    part.edges = seen.edges[: int(len(seen.edges) * share)]
    times = [timed(lambda: write(part, format, folder / "grown")) for _ in range(TIMES)]
    return statistics.median(times) * 1e6 / (len(part.nodes) + len(part.edges))


if __name__ == "__main__":
    sys.exit(main())
