"""Reading documents in processes of their own, so that a file that hangs or crashes its reader costs only itself.

Each process runs `councilgraph.build.reader` and is given one document at a time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from queue import SimpleQueue
from threading import Timer

from councilgraph import processes, records
from councilgraph.documents import Source
from councilgraph.errors import CouncilgraphError
from councilgraph.model import Document, Problem, Record

SECONDS = 60.0
"""How long one document may take."""

PASSING = frozenset({"timeout", "reader-crashed"})
"""Problems that another try might not have."""

READY = "ready\n"
"""What a process says first."""

_READER = "councilgraph.build.reader"


def run(sources: Sequence[Source], *, workers: int | None = None, seconds: float = SECONDS) -> Iterator[Record]:
    """The records of documents, in their order, as they become known.

    Args:
        workers: processes at once; None: as many as there are processors.
        seconds: limit of time for one document.

    Raises:
        CouncilgraphError: no process can be started.
    """
    if not sources:
        return
    count = min(workers or os.cpu_count() or 1, len(sources))
    readers = [_Reader(seconds) for _ in range(count)]
    idle: SimpleQueue[_Reader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)

    def read(source: Source) -> Record:
        reader = idle.get()
        try:
            return reader.read(source)
        finally:
            idle.put(reader)

    pool = ThreadPoolExecutor(count)
    try:
        yield from pool.map(read, sources)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for reader in readers:
            reader.close()
        pool.shutdown()


class _Reader:
    """One process, begun anew after it had to be ended."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None
        self._gave_up = False
        self._closed = False

    def read(self, source: Source) -> Record:
        """The record of a document, or one with the problem that kept it from being read."""
        process = self._process or self._start()
        self._gave_up = False
        limit = Timer(self._seconds, self._give_up, [process])
        limit.start()
        answer = self._ask(process, source)
        limit.cancel()
        limit.join()
        whole = answer.endswith("\n")
        if not whole or self._gave_up:
            self._end()
        if whole:
            return records.loads(answer)
        if self._gave_up:
            return _lost(source, "timeout", f"reading took longer than {self._seconds:g} seconds and was given up")
        return _lost(source, "reader-crashed", "the reader crashed on this file, which is probably damaged")

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self._end()

    def _ask(self, process: "subprocess.Popen[str]", source: Source) -> str:
        assert process.stdin and process.stdout
        question = {**asdict(source), "path": str(source.path), "seconds": self._seconds}
        try:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return process.stdout.readline()
        except (OSError, ValueError):  # the process is gone, or its pipes were closed
            return ""

    def _give_up(self, process: "subprocess.Popen[str]") -> None:
        self._gave_up = True
        process.kill()

    def _start(self) -> "subprocess.Popen[str]":
        process = self._process = processes.start(_READER)
        assert process.stdout
        if self._closed or process.stdout.readline() != READY:
            self._end()
            raise CouncilgraphError(
                "the process that reads documents does not start", hint=f"`{sys.executable} -m {_READER}` says why."
            )
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            processes.stop(process)


def _lost(source: Source, code: str, message: str) -> Record:
    sha = source.sha256() or ""
    document = Document(id=f"sha256-{sha[:16]}", path=source.name, sha256=sha)
    return Record(document, problems=[Problem(code, message)])
