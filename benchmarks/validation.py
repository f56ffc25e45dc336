"""How long validating takes, beside pySHACL on rdflib: ``python benchmarks/validation.py [TRIPLES ...]``.

The graph is made of the reports that ship, each again and again under other names, one document after the other: each
states anew what the nodes are that it mentions, as our named graphs do. Of the nodes, 1% are broken. Each engine gets the
same file of N-Triples, reads it, and applies our shapes, in a process of its own; reading is counted. The results have to
be the same.

All figures come from one run on one machine; a ratio of two of them means more than either alone.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from build import _Sampler
from councilgraph.build.project import init_samples
from councilgraph.build.session import build_project
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import open_store

SIZES = (100_000, 180_000, 900_000)
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

OURS = """
import sys
from councilgraph.store.lines import LineStore
from councilgraph.validate.engine import check
from councilgraph.validate.shapes import load_shapes
from pathlib import Path

shapes = load_shapes([Path(sys.argv[2])])
data = LineStore()
with open(sys.argv[1], "rb") as file:
    data.read(file)
report = check(data, shapes)
results = [(r.focus, r.shape, r.component, r.severity, r.value) for r in report.results]
"""
PYSHACL = """
import sys
import pyshacl
from rdflib import SH, Graph
from pathlib import Path

import logging
logging.disable()
shapes = Graph()
for file in Path(sys.argv[2]).glob("*.ttl"):
    shapes.parse(file)
data = Graph()
data.parse(sys.argv[1], format="nt")
_, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
parts = (SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity, SH.value)
results = [tuple(report.value(r, part) for part in parts) for r in report.objects(None, SH.result)]
"""
TELL = """
import json
print(json.dumps(sorted([str(part) for part in one] for one in results)))
"""


def main(sizes: Iterable[int]) -> int:
    wrong = False
    with tempfile.TemporaryDirectory(prefix="councilgraph-bench-") as folder:
        core = core_shapes(Path(folder) / "core")
        fixed, documents = sample_graphs(Path(folder) / "project")
        print(f"{'triples':>9} {'results':>8} {'compiled':>18} {'pySHACL':>18} {'faster':>7} {'memory':>7}")
        for size in sizes:
            file = Path(folder) / "graph.nt"
            triples = write_graph(file, fixed, documents, size)
            (ours, seconds, memory), (theirs, their_seconds, their_memory) = (
                timed(program, file, core) for program in (OURS, PYSHACL)
            )
            wrong |= ours != theirs
            faster, share = their_seconds / seconds, memory / their_memory
            print(
                f"{triples:9,} {len(ours):8,} {seconds:9.1f} s {memory:4.0f} MB {their_seconds:9.1f} s {their_memory:4.0f} MB"
                f" {faster:6.1f}x {share:6.0%}{'' if ours == theirs else '  NOT THE SAME'}",
                flush=True,
            )
    return int(wrong)


def timed(program: str, file: Path, shapes: Path) -> tuple[list[list[str]], float, float]:
    """The results of a program, the seconds it takes from start to end, and its most memory in MB."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program + TELL, str(file), str(shapes)], stdout=subprocess.PIPE
    ) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        assert process.stdout
        answer = process.stdout.read()
        code = process.wait()
        seconds = time.perf_counter() - began
        sampler.stop()
    if code:
        raise SystemExit(f"an engine ended with {code}")
    return json.loads(answer), seconds, sampler.most / 1e6


def core_shapes(folder: Path) -> Path:
    """Our shapes but for those with a query in them."""
    import rdflib
    from rdflib import SH

    from councilgraph import resources

    folder.mkdir()
    shapes = rdflib.Graph()
    for file in resources.shapes().glob("*.ttl"):
        shapes.parse(file)
    for shape in set(shapes.subjects(SH.sparql)):
        shapes.remove((shape, None, None))
    shapes.serialize(folder / "core.ttl", format="turtle")
    return folder


def sample_graphs(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The graphs of the reports that ship: what stands, and the documents."""
    project = init_samples(folder)
    build_project(project, workers=1)
    with open_store(project.store) as store:
        graphs = {name: store.lines(name) for name in store.graph_names(live=True)}
    documents = {name: graphs.pop(name) for name in list(graphs) if "/document/" in name}
    return graphs, documents


def write_graph(file: Path, fixed: dict[str, list[str]], documents: dict[str, list[str]], size: int) -> int:
    """Write a graph of about so many triples, each counted once; how many there are."""
    merged = {line for lines in fixed.values() for line in lines}
    copies = 0
    with file.open("w", encoding="utf-8", newline="\n") as triples:
        for lines in fixed.values():
            triples.writelines(f"{line}\n" for line in lines)
        while len(merged) < size:
            for lines in documents.values():
                copied = list(broken(_OWN.sub(rf"<\1-{copies}>", line) for line in lines))
                merged.update(copied)
                triples.writelines(f"{line}\n" for line in copied)
            copies += 1
    return len(merged)


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


if __name__ == "__main__":
    raise SystemExit(main([int(size) for size in sys.argv[1:]] or SIZES))
