"""How long validating takes, beside pySHACL on rdflib and whatever else is there: ``python benchmarks/validation.py``.

Each engine gets the same file of N-Triples, reads it, and applies our shapes, in a process of its own; reading is counted.
The graph is described in `validation_graph`; what ours and pySHACL find has to be the same. Parts:

core     our shapes without queries, beside pySHACL
query    all shapes, and four rules that are written as queries, beside pySHACL, which asks these of one node after the other
change   100 nodes changed, and what depends on them validated again; the verdict is that on the whole graph
growth   ours alone, on ever more data
peers    pyrudof if it is installed, and Jena's and TopQuadrant's engines from folders of jars that are named

All figures come from one run on one machine; a ratio of two of them means more than either alone. In brackets is the time
of processors, which other work on the machine disturbs less. A time that ends at the limit is said as more than that.

Measured on two cores, in seconds of processors, the results the same in each line; one machine may be half as fast again
an hour later, so that only what stands in one line can be compared:

=======================  ==========  =======================  =================  ======
part                     triples     ours                     pySHACL            ratio
=======================  ==========  =======================  =================  ======
core                        183,333    0.9 s,    85 MB         29.5 s,  343 MB     33 x
core                        906,097    4.4 s,   181 MB        181.1 s, 1453 MB     41 x
query                       183,333    1.4 s,   114 MB        142.6 s,  370 MB    104 x
query                       906,097    4.7 s,   346 MB        903.8 s, 1559 MB    192 x
query                     1,304,340   11.5 s,   463 MB      > 885.9 s, 2183 MB    (it had not ended after 15 minutes)
100 nodes of             183,333    0.35 s (0.14 s again)    142.6 s             410 x
100 nodes of             906,097    0.39 s (0.20 s again)    903.8 s            2300 x
growth                    1,001,964    6.1 s,   192 MB
growth                   10,000,438   49.6 s, 1,098 MB         (8.1 x the line before)
=======================  ==========  =======================  =================  ======

The 100 nodes are held beside a whole pass with queries, of the same shapes; one of core shapes takes 85 and 460 times as long.
Another run, 183,333 with queries: 1.1 s and 126.1 s, 117 x.
At 102,189 triples, core, beside 1.0 s and 84 MB of ours: pyrudof 0.3.35 5.6 s, 905 MB; Jena 4.10 10.0 s, 302 MB;
TopQuadrant 1.4.4 15.8 s, 466 MB; all with 465 results.
"""

import argparse
import os
import tempfile
from pathlib import Path

from validation_engines import CHANGE, OURS, PYSHACL, Timed, files_of, peers, run, timed
from validation_graph import Graphs, core_shapes, query_shapes, sample_graphs, write_graph

SIZES = [100_000, 180_000, 900_000]
GROWTH = [100_000, 1_000_000, 10_000_000]
PARTS = ("core", "query", "change", "growth", "peers")


class Bench:
    """The files of one run."""

    def __init__(self, work: Path, limit: float) -> None:
        self.graph, self.limit = work / "graph.nt", limit
        self._fixed, self._documents = self._samples(work)
        self.core, self.query = core_shapes(work / "core"), query_shapes(work / "query")
        self.work = work

    @staticmethod
    def _samples(work: Path) -> tuple[Graphs, Graphs]:
        return sample_graphs(work / "project")

    def write(self, size: int) -> int:
        """Write a graph of about so many triples; how many there are."""
        return write_graph(self.graph, self._fixed, self._documents, size)

    def beside_pyshacl(self, shapes: Path, sizes: list[int], rounds: int) -> bool:
        """A line for each size; whether all results were the same."""
        print(f"{'triples':>9} {'results':>8} {'compiled':>25} {'pySHACL':>27} {'faster':>17} {'memory':>6}")
        all_same = True
        for size in sizes:
            triples = self.write(size)
            ours, theirs = [], []
            for _ in range(rounds if size < 500_000 else 1):
                ours.append(timed(OURS, self.graph, shapes, limit=self.limit))
                theirs.append(timed(PYSHACL, self.graph, shapes, limit=self.limit))
            mine, other = best(ours), best(theirs)
            same = other.answer in (None, mine.answer)
            all_same &= same
            print(row(triples, mine, other) + ("" if same else "  NOT THE SAME"), flush=True)
        return all_same

    def change(self, sizes: list[int]) -> bool:
        """A line for each size; whether all verdicts were those on the whole graph."""
        print(f"{'triples':>9} {'changed':>8} {'first time':>19} {'again':>19} {'a process gets ready':>21}")
        all_same = True
        for number, size in enumerate(sizes):
            triples = self.write(size)
            done = timed(CHANGE, self.graph, self.query, self.work / f"database-{number}", limit=self.limit).answer
            assert isinstance(done, dict), "the program failed"
            shown = [f"{seconds:.3f} s ({cpu:.3f} s)" for seconds, cpu in (done["first"], done["best"], done["ready"])]
            all_same &= done["same"]
            same = "" if done["same"] else "  NOT THE SAME"
            print(f"{triples:9,} {done['changed']:8,} {shown[0]:>19} {shown[1]:>19} {shown[2]:>21}{same}", flush=True)
        return all_same

    def growth(self, sizes: list[int]) -> None:
        """A line for each size."""
        print(f"{'triples':>10} {'results':>9} {'compiled':>27} {'of the line before':>20}")
        before: tuple[int, Timed] | None = None
        for size in sizes:
            triples = self.write(size)
            done = timed(OURS, self.graph, self.core, limit=self.limit)
            than = ""
            if before:
                data, time = triples / before[0], done.processor / before[1].processor
                than = f"{data:.1f} x data, {time:.1f} x"
            print(f"{triples:10,} {done.results or 0:9,} {done!s:>27} {than:>20}", flush=True)
            before = triples, done

    def peers(self, sizes: list[int], jena: Path | None, topquadrant: Path | None) -> None:
        """A line for each size and engine."""
        print(f"{'triples':>9} {'engine':>12} {'results':>8} {'':>26}")
        for size in sizes:
            triples = self.write(size)
            link = self.graph.with_suffix(".ttl")
            link.unlink(missing_ok=True)
            link.symlink_to(self.graph)
            done = {"ours": timed(OURS, self.graph, self.core, limit=self.limit)}
            for name, command in peers(jena, topquadrant).items():
                if command is None:
                    print(f"{triples:9,} {name:>12} is not installed")
                else:
                    done[name] = run([*command, *files_of(name, self.graph, self.core)], self.limit)
            for name, one in done.items():
                shown = "?" if one.results is None else f"{one.results:,}"
                print(f"{triples:9,} {name:>12} {shown:>8} {one!s:>26}", flush=True)


def best(runs: list[Timed]) -> Timed:
    """The run that took the processors least, with the shortest time."""
    least = min(runs, key=lambda one: one.processor)
    return Timed(least.answer, min(one.seconds for one in runs), least.processor, max(one.memory for one in runs))


def row(triples: int, ours: Timed, theirs: Timed) -> str:
    """Both in a line."""
    more = ">" if theirs.answer is None else ""
    faster = f"{more}{theirs.seconds / ours.seconds:.1f} x ({theirs.processor / ours.processor:.1f} x)"
    share = f"{ours.memory / theirs.memory:.0%}"
    return f"{triples:9,} {ours.results or 0:8,} {ours!s:>25} {theirs!s:>27} {faster:>17} {share:>6}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, help="triples; default: those of each part")
    parser.add_argument("--part", choices=PARTS, action="append", help="default: all")
    parser.add_argument("--limit", type=float, default=900, help="seconds after which an engine is ended")
    parser.add_argument("--rounds", type=int, default=2, help="of the smaller graphs, of which the best counts")
    parser.add_argument("--jena", type=Path, help="folder with the jars of org.apache.jena:jena-cmds")
    parser.add_argument("--topquadrant", type=Path, help="folder with the jars of org.topbraid:shacl")
    asked = parser.parse_args()
    parts, same = asked.part or PARTS, True
    with tempfile.TemporaryDirectory(prefix="councilgraph-bench-") as folder:
        bench = Bench(Path(folder), asked.limit)
        for part in parts:
            print(f"\n{part} (load {os.getloadavg()[0]:.1f})", flush=True)
            if part in ("core", "query"):
                shapes = bench.core if part == "core" else bench.query
                same &= bench.beside_pyshacl(shapes, asked.sizes or SIZES, asked.rounds)
            elif part == "change":
                same &= bench.change(asked.sizes or SIZES)
            elif part == "growth":
                bench.growth(asked.sizes or GROWTH)
            else:
                bench.peers(asked.sizes or SIZES[:2], asked.jena, asked.topquadrant)
    return int(not same)


if __name__ == "__main__":
    raise SystemExit(main())
