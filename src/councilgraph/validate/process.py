"""Validation in a process of its own, beside whatever the caller goes on with: making the data, then storing them.

The process runs this module: it takes the canonical lines of a graph on its input, applies the shapes that ship, and
gives the report as lines of JSON.
"""

import gc
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from tempfile import TemporaryFile
from typing import Self

from councilgraph import processes
from councilgraph.errors import CouncilgraphError
from councilgraph.validate.report import Report


class Validation:
    """The process, which gets ready from the beginning; it ends with the ``with`` statement at the latest."""

    def __init__(self) -> None:
        self._talk = TemporaryFile()  # noqa: SIM115 - closed with the rest
        self._process = processes.start("councilgraph.validate.process", stderr=self._talk.fileno())
        self._waiting: SimpleQueue[Iterable[str] | None] = SimpleQueue()
        pool = ThreadPoolExecutor(1)
        self._report: Future[Report] = pool.submit(self._validate)
        pool.shutdown(wait=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        self._waiting.put(None)
        self._report.exception()  # its thread lets go of the pipes
        processes.stop(self._process)
        self._talk.close()

    def take(self, lines: Iterable[str]) -> None:
        """Hand over some of the data, the ontology included; a triple may come twice.

        Args:
            lines: canonical N-Triples lines; not to be changed until the result is there.
        """
        self._waiting.put(lines)

    def judge(self) -> None:
        """Begin to validate: all data have been handed over."""
        self._waiting.put(None)

    def result(self) -> Report:
        """The report, as soon as it is there.

        Raises:
            CouncilgraphError: the process ended without one.
        """
        return self._report.result()

    def _validate(self) -> Report:
        assert self._process.stdin and self._process.stdout
        with suppress(OSError):  # the process ended; what it said is read below
            while (lines := self._waiting.get()) is not None:
                self._process.stdin.writelines(f"{line}\n" for line in lines)
            self._process.stdin.close()
        report = self._read(self._process.stdout)
        if self._process.wait() or report is None:
            self._talk.seek(0)
            talk = self._talk.read().decode(errors="replace").strip().splitlines()
            last = (talk or [f"exit code {self._process.returncode}"])[-1]
            raise CouncilgraphError(f"the validation ended without a result: {last}")
        return report

    def _read(self, answers: Iterable[str]) -> Report | None:
        """The report; None where it is not all there."""
        with suppress(ValueError, StopIteration):
            return Report.from_lines(answers)
        return None


def main() -> None:
    """Validate what the input holds."""
    from councilgraph.store.lines import LineStore
    from councilgraph.validate.engine import check
    from councilgraph.validate.shapes import load_shapes

    gc.disable()  # nearly all that is made stays until the end, which is near
    questions, answers = processes.channels()
    shapes = load_shapes()
    data = LineStore()
    data.read(questions.buffer)
    answers.writelines(f"{line}\n" for line in check(data, shapes).lines())
    answers.flush()


if __name__ == "__main__":
    main()
