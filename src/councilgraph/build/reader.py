"""The process that reads documents: a source as JSON on each line of its input, a record on each line of its output."""

import json
import signal
import sys
from dataclasses import replace
from pathlib import Path

from councilgraph import processes, records
from councilgraph.build.workers import READY
from councilgraph.documents import Source, read
from councilgraph.documents.manifest import Row
from councilgraph.extract import extract
from councilgraph.model import Document, Problem, Record

_MEMORY = 2 << 30
"""Bytes that the process may use, where the system can limit them; a hostile file then ends it and not the machine."""
_GRACE = 5.0  # seconds


def read_record(source: Source) -> Record:
    """What one file says; a file that cannot be read gives a record that asserts nothing and says why."""
    document, problem = read(source)
    if problem:
        return Record(document, problems=[problem])
    try:
        return extract(document)
    except RecursionError:
        return _unread(document, "unreadable", "the text is too deeply nested to be read")
    except MemoryError:
        return _unread(document, "too-large", f"reading the text takes more than {_MEMORY >> 30} GB of memory")


def main() -> None:
    """Serve until the input ends."""
    _limit_memory()
    questions, answers = processes.channels()
    answers.write(READY)
    answers.flush()
    for line in questions:
        asked = json.loads(line)
        source = Source(Path(asked["path"]), asked["name"], Row(**asked["row"]) if asked["row"] else None)
        _limit_time(asked["seconds"] + _GRACE)
        answers.write(records.dumps(read_record(source), with_text=True) + "\n")
        answers.flush()
        _limit_time(0)


def _unread(document: Document, code: str, message: str) -> Record:
    without_text = replace(document, text=None, text_sha256=None, normaliser=None)
    return Record(without_text, problems=[Problem(code, message)])


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _limit_time(seconds: float) -> None:
    """End this process after so many seconds (0: never), should nobody be left to do it from outside."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
