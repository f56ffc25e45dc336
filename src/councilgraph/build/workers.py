"""Reading documents in processes of their own, so that a file that hangs or crashes its reader costs only itself.

Each process runs `councilgraph.build.reader` and is given one document at a time. It is started as a command and not by
multiprocessing, so a script or notebook that calls us needs no ``if __name__ == "__main__"``.
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

from councilgraph import records
from councilgraph.documents import Source
from councilgraph.model import Document, Problem, Record

SECONDS = 60.0
"""How long one document may take."""

PASSING = frozenset({"timeout", "reader-crashed"})
"""Problems that another try might not have."""


def run(sources: Sequence[Source], *, workers: int | None = None, seconds: float = SECONDS) -> Iterator[Record]:
    """The records of documents, in their order, as they become known.

    Args:
        workers: processes at once; None: as many as there are processors.
        seconds: limit of time for one document.
    """
    if not sources:
        return
    count = min(workers or os.cpu_count() or 1, len(sources))
    idle: SimpleQueue[_Reader] = SimpleQueue()
    readers = [_Reader(seconds) for _ in range(count)]
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


class _Reader:
    """One process, begun anew after it had to be ended."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def read(self, source: Source) -> Record:
        """The record of a document, or one with the problem that kept it from being read."""
        process = self._process = self._process or _start()
        assert process.stdin and process.stdout
        late = Timer(self._seconds, process.kill)
        late.start()
        answer = ""
        try:
            process.stdin.write(json.dumps({**asdict(source), "path": str(source.path)}) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            pass
        finally:
            in_time = not late.finished.is_set()
            late.cancel()
        if answer.endswith("\n"):
            return records.loads(answer)
        self.close()
        if in_time:
            return _lost(source, "reader-crashed", "the reader crashed on this file, which is probably damaged")
        return _lost(source, "timeout", f"reading took longer than {self._seconds:g} seconds and was given up")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    try:
                        pipe.close()
                    except OSError:
                        pass


def _start() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "councilgraph.build.reader"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="surrogatepass",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


def _lost(source: Source, code: str, message: str) -> Record:
    sha = source.sha256() or ""
    document = Document(id=f"sha256-{sha[:16]}", path=source.name, sha256=sha)
    return Record(document, problems=[Problem(code, message)])
