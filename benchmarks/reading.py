"""How fast documents are read, and which stage takes how much: ``python benchmarks/reading.py FOLDER``.

One process, processor time, beside pypdfium2 alone on the same files in the same run; medians of three runs by turns.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from build import raw_reading
from councilgraph import records
from councilgraph.documents import Source, find, read
from councilgraph.extract import extract
from councilgraph.model import Document
from councilgraph.registers import load_register
from councilgraph.resolve import fill_ids

TIMES = 3
T = TypeVar("T")


def main(folder: Path) -> int:
    sources = find([folder]).sources
    raw: list[float] = []
    stages: dict[str, list[float]] = defaultdict(list)
    for _ in range(TIMES):
        raw.append(raw_reading(folder))
        for stage, seconds in staged(sources).items():
            stages[stage].append(seconds)
    alone = statistics.median(raw)
    medians = {stage: statistics.median(times) for stage, times in stages.items()}
    total = sum(medians.values())
    print(f"{len(sources)} documents, medians of {TIMES} runs, one process\n")
    print(f"{'':<34} {'s':>7} {'documents/s':>12} {'x pypdfium2':>12} {'share':>6}")
    for name, seconds in [("pypdfium2 alone", alone), *medians.items(), ("all stages", total)]:
        share = "" if name == "pypdfium2 alone" else f"{seconds / total:6.0%}"
        print(f"{name:<34} {seconds:7.2f} {len(sources) / seconds:12.0f} {seconds / alone:12.2f} {share}")
    return 0


def staged(sources: list[Source]) -> dict[str, float]:
    """Seconds of processor time by stage."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        result = work()
        seconds[stage] = time.process_time() - began
        return result

    documents: list[Document] = timed(
        "text of PDFs, normalised", lambda: [document for document, problem in map(read, sources) if not problem]
    )
    found = timed("extraction of records", lambda: [extract(document) for document in documents])
    register = load_register()
    timed("names and labels to concepts", lambda: [fill_ids(record, register) for record in found])
    timed("records as JSON", lambda: [records.dumps(record, with_text=True) for record in found])
    return seconds


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
