"""How long validating takes, beside pySHACL on rdflib: ``python benchmarks/validation.py [TRIPLES ...]``.

The graph is made of the reports that ship, each again and again under other names, one document after the other: each
states anew what the nodes are that it mentions, as our named graphs do. Of the nodes, 1% are broken. Each engine gets the
same file of N-Triples, reads it, and applies our shapes, in a process of its own; reading is counted. The results have to
be the same.

All figures come from one run on one machine; a ratio of two of them means more than either alone.
"""

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib import SH

from build import _Sampler
from councilgraph import resources
from councilgraph.build.project import init_samples
from councilgraph.build.session import build_project
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import open_store

SIZES = (100_000, 180_000, 900_000)
QUERY_SIZES = (20_000, 40_000, 100_000)
LIMIT = 900  # seconds
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

QUERY = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:findings-are-stated> a sh:NodeShape ;
    sh:targetClass <https://w3id.org/councilgraph/ontology#Finding> ;
    sh:sparql [ sh:select \'\'\'
        SELECT $this ?value WHERE {
            $this <https://w3id.org/councilgraph/ontology#evidence> ?span .
            ?span <https://w3id.org/councilgraph/ontology#inVersion> ?value .
            FILTER NOT EXISTS { $this <https://w3id.org/councilgraph/ontology#statedIn> ?value }
        }\'\'\' ] .
"""
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


def main(sizes: Sequence[int]) -> int:
    wrong = False
    with tempfile.TemporaryDirectory(prefix="councilgraph-bench-") as folder:
        work = Path(folder)
        fixed, documents = sample_graphs(work / "project")
        for name, shapes, these in (
            ("our shapes in SHACL Core", core_shapes(work / "core"), sizes),
            (
                "with a query for each finding",
                query_shapes(work / "query"),
                [size for size in QUERY_SIZES if size <= max(sizes)],
            ),
        ):
            print(
                f"\n{name}\n{'triples':>9} {'results':>8} {'compiled':>25} {'pySHACL':>27} {'faster':>15} {'memory':>6}"
            )
            for size in these:
                triples = write_graph(work / "graph.nt", fixed, documents, size)
                ours, theirs = (timed(program, work / "graph.nt", shapes) for program in (OURS, PYSHACL))
                wrong |= theirs.results not in (None, ours.results)
                print(row(triples, ours, theirs), flush=True)
    return int(wrong)


@dataclass(frozen=True, slots=True)
class Timed:
    """What a program found, None if it did not end; seconds by the clock and of processors, its most memory in MB."""

    results: list[list[str]] | None
    seconds: float
    processor: float
    memory: float

    def __str__(self) -> str:
        more = "" if self.results is not None else ">"
        return f"{more}{self.seconds:.1f} s ({self.processor:.1f} s) {self.memory:4.0f} MB"


def row(triples: int, ours: Timed, theirs: Timed) -> str:
    """Both in a line; in brackets what counts processor time, which other work on the machine disturbs less."""
    more = ">" if theirs.results is None else ""
    faster = f"{more}{theirs.seconds / ours.seconds:.1f} x ({theirs.processor / ours.processor:.1f} x)"
    same = "" if theirs.results in (None, ours.results) else "  NOT THE SAME"
    share = f"{ours.memory / theirs.memory:.0%}"
    return f"{triples:9,} {len(ours.results or ()):8,} {ours!s:>25} {theirs!s:>27} {faster:>15} {share:>6}{same}"


def timed(program: str, file: Path, shapes: Path) -> Timed:
    """A program from its start to its end."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", program + TELL, str(file), str(shapes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        try:
            answer, _ = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            answer = b""
        code = process.wait()
        seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        sampler.stop()
    if code and answer:
        raise SystemExit(f"an engine ended with {code}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Timed(json.loads(answer) if answer else None, seconds, processor, sampler.most / 1e6)


def core_shapes(folder: Path) -> Path:
    """Our shapes but for those with a query in them."""
    folder.mkdir()
    shapes = rdflib.Graph()
    for file in resources.shapes().glob("*.ttl"):
        shapes.parse(file)
    for shape in set(shapes.subjects(SH.sparql)):
        shapes.remove((shape, None, None))
    shapes.serialize(folder / "core.ttl", format="turtle")
    return folder


def query_shapes(folder: Path) -> Path:
    """All our shapes, and a query that is asked of every finding."""
    folder.mkdir()
    for file in resources.shapes().glob("*.ttl"):
        shutil.copy(file, folder)
    (folder / "query.ttl").write_text(QUERY, encoding="utf-8")
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
