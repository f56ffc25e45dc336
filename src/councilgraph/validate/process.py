"""Validation in a process of its own, beside whatever the caller goes on with.

The process runs this module: it takes the canonical lines of a graph on its input, applies the shapes that ship, and
gives the report as JSON.
"""

import gc
import json
import subprocess
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from councilgraph import processes
from councilgraph.errors import CouncilgraphError
from councilgraph.validate.report import Report


class Validation:
    """The process, which gets ready from the beginning; it ends with the ``with`` statement at the latest."""

    def __init__(self) -> None:
        self._process = processes.start("councilgraph.validate.process", stderr=subprocess.PIPE)
        self._report: Future[Report] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        if self._report:
            self._report.exception()  # its thread lets go of the pipes
        processes.stop(self._process)

    def start(self, lines: Iterable[str]) -> None:
        """Begin to validate a graph, its ontology included.

        Args:
            lines: canonical N-Triples lines; not to be changed until the result is there.
        """
        pool = ThreadPoolExecutor(1)
        self._report = pool.submit(self._validate, lines)
        pool.shutdown(wait=False)

    def result(self) -> Report:
        """The report on what was started, as soon as it is there.

        Raises:
            CouncilgraphError: the process ended without one.
        """
        assert self._report, "nothing was started"
        return self._report.result()

    def _validate(self, lines: Iterable[str]) -> Report:
        answer, talk = self._process.communicate("".join(f"{line}\n" for line in lines))
        if self._process.returncode:
            last = (talk.strip().splitlines() or [f"exit code {self._process.returncode}"])[-1]
            raise CouncilgraphError(f"the validation ended without a result: {last}")
        return Report.from_dict(json.loads(answer))


def main() -> None:
    """Validate what the input holds."""
    from councilgraph.validate.engine import check
    from councilgraph.validate.graph import IndexedGraph
    from councilgraph.validate.shapes import load_shapes

    gc.disable()  # nearly all that is made stays until the end, which is near
    questions, answers = processes.channels()
    shapes = load_shapes()
    data = IndexedGraph()
    data.add_lines(line.rstrip("\n") for line in questions)
    json.dump(check(data, shapes).to_dict(), answers)
    answers.flush()


if __name__ == "__main__":
    main()
