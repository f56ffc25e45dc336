"""Validation in a process of its own, beside whatever the caller goes on with.

The process runs this module: it takes the canonical lines of a graph on its input, applies the shapes that ship, and
gives the report as JSON. It is started as a command, for the reason that `build.workers` gives.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from councilgraph.errors import CouncilgraphError
from councilgraph.validate.report import Report


def start_validation(lines: Iterable[str]) -> "Future[Report]":
    """Begin to validate a graph, its ontology included.

    Args:
        lines: canonical N-Triples lines; not to be changed until the result is there.

    Returns:
        The report to come; its ``result()`` raises `InputError` if the shapes cannot be applied.
    """
    pool = ThreadPoolExecutor(1)
    future = pool.submit(_validate, lines)
    pool.shutdown(wait=False)
    return future


def _validate(lines: Iterable[str]) -> Report:
    process = subprocess.Popen(
        [sys.executable, "-m", "councilgraph.validate.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    assert process.stdin
    try:
        process.stdin.writelines(f"{line}\n" for line in lines)
    except BrokenPipeError:
        pass
    answer, talk = process.communicate()
    if process.returncode:
        last = (talk.strip().splitlines() or ["no word"])[-1]
        raise CouncilgraphError(f"the validation ended without a result: {last}")
    return Report.from_dict(json.loads(answer))


def main() -> None:
    """Validate what the input holds."""
    from councilgraph.validate.engine import check
    from councilgraph.validate.graph import IndexedGraph
    from councilgraph.validate.shapes import load_shapes

    data = IndexedGraph()
    data.add_lines(line.rstrip("\n") for line in open(sys.stdin.fileno(), encoding="utf-8", newline="\n"))
    json.dump(check(data, load_shapes()).to_dict(), sys.stdout)


if __name__ == "__main__":
    main()
