"""The engines that `validation` measures: each a program that reads N-Triples, applies the shapes of a folder and gives
its results, in a process of its own from start to end.
"""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from build import _Sampler

TELL = """
import json
print(json.dumps(sorted([str(part) for part in one] for one in results)))
"""
OURS = (
    """
import gc, sys
from councilgraph.store.lines import LineStore
from councilgraph.validate.engine import check
from councilgraph.validate.shapes import load_shapes
from pathlib import Path

gc.disable()
shapes = load_shapes([Path(sys.argv[2])])
data = LineStore()
with open(sys.argv[1], "rb") as file:
    data.read(file)
report = check(data, shapes)
results = [(r.focus, r.shape, r.component, r.severity, r.value) for r in report.results]
"""
    + TELL
)
PYSHACL = (
    """
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
    + TELL
)
RUDOF = """
import json, sys
from pathlib import Path
from pyrudof import RDFFormat, Rudof, RudofConfig

rudof = Rudof(RudofConfig())
shapes = "\\n".join(file.read_text(encoding="utf-8") for file in sorted(Path(sys.argv[2]).glob("*.ttl")))
rudof.read_shacl(shapes)
rudof.read_data(sys.argv[1], format=RDFFormat.NTriples)
print(json.dumps(len(rudof.validate_shacl())))
"""
CHANGE = """
import gc, json, sys, time
began = time.perf_counter(), time.process_time()
from pathlib import Path
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from councilgraph.store.lines import LineStore
from councilgraph.store.merge import Merge
from councilgraph.validate.shapes import load_shapes
from councilgraph.validate.verdict import Verdict

shapes = load_shapes([Path(sys.argv[2])])
ready = time.perf_counter() - began[0], time.process_time() - began[1]
with open(sys.argv[1], encoding="utf-8") as file:
    lines = {line.removesuffix("\\n") for line in file}
before = LineStore()
before.add_lines(lines)
verdict = Verdict.of(before, shapes)
del before
database = Store(sys.argv[3])
database.bulk_load(path=sys.argv[1], format=RdfFormat.N_TRIPLES, lenient=True)
database.flush()
nodes = sorted({line.split(" ", 1)[0] for line in lines if line.startswith("<https://w3id.org/councilgraph/id/")
                and "/council/" not in line.split(" ", 1)[0]})
chosen = set(nodes[:: max(1, len(nodes) // 100)][:100])
of_nodes = sorted(line for line in lines if line.split(" ", 1)[0] in chosen)
lost = of_nodes[::7]
won = [" ".join((line.split(" ", 2)[0], *other.split(" ", 2)[1:])) for line, other in zip(of_nodes[::5], of_nodes[3::5])]
won = [line for line in dict.fromkeys(won) if line not in lines]
for quad in parse("\\n".join(lost).encode(), format=RdfFormat.N_TRIPLES):
    database.remove(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()))
database.bulk_load("\\n".join(won).encode(), format=RdfFormat.N_TRIPLES)
database.flush()
times = []
for _ in range(3):
    start = time.perf_counter(), time.process_time()
    after = verdict.after(Merge(database), shapes, [*lost, *won])
    times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
whole = LineStore()
whole.add_lines(lines.difference(lost).union(won))
same = after.summary() == Verdict.of(whole, shapes).summary()
print(json.dumps({"ready": ready, "first": times[0], "best": min(times), "changed": len(lost) + len(won), "same": same}))
"""


@dataclass(frozen=True, slots=True)
class Timed:
    """What a program answered, None if it did not end; seconds by the clock and of processors, its most memory in MB."""

    answer: object
    seconds: float
    processor: float
    memory: float

    @property
    def results(self) -> int | None:
        """How many there are."""
        return (
            len(self.answer) if isinstance(self.answer, list) else self.answer if isinstance(self.answer, int) else None
        )

    def __str__(self) -> str:
        more = "" if self.answer is not None else ">"
        return f"{more}{self.seconds:.1f} s ({self.processor:.1f} s) {self.memory:4.0f} MB"


def timed(program: str, *arguments: object, limit: float) -> Timed:
    """A Python program from its start to its end, or to the limit in seconds."""
    return run([sys.executable, "-c", program, *map(str, arguments)], limit)


def run(command: list[str], limit: float) -> Timed:
    """A program that prints JSON, or else lines of a report in N-Triples or Turtle, of which the results are counted."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        try:
            answer, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            answer = b""
        process.wait()
        seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        sampler.stop()
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Timed(_answer(answer), seconds, processor, sampler.most / 1e6)


def _answer(text: bytes) -> object:
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text.count(b"sh:resultSeverity") or text.count(b"shacl#resultSeverity")


def peers(jena: Path | None, topquadrant: Path | None) -> dict[str, list[str] | None]:
    """The command of each further engine, without its two files, and None where it is not there."""
    python = [sys.executable, "-c", RUDOF] if find_spec("pyrudof") else None
    java = {
        "Jena": ("shacl.shacl", jena),
        "TopQuadrant": ("org.topbraid.shacl.tools.Validate", topquadrant),
    }
    commands = {name: ["java", "-cp", f"{jars}/*", main] if jars else None for name, (main, jars) in java.items()}
    return {"pyrudof": python, **commands}


def files_of(name: str, graph: Path, shapes: Path) -> list[str]:
    """The arguments that name the files, as each engine takes them."""
    match name:
        case "Jena":
            return ["validate", "--shapes", str(shapes / "core.ttl"), "--data", str(graph)]
        case "TopQuadrant":
            return ["-datafile", str(graph.with_suffix(".ttl")), "-shapesfile", str(shapes / "core.ttl")]
    return [str(graph), str(shapes)]
