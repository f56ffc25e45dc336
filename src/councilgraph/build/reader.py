"""The process that reads documents: a source as JSON on each line of its input, a record on each line of its output."""

import json
import sys
from pathlib import Path

from councilgraph import records
from councilgraph.documents import Source, read
from councilgraph.documents.manifest import Row
from councilgraph.extract import extract
from councilgraph.model import Problem, Record

_MEMORY = 2 << 30
"""Bytes that the process may use, where the system can limit them; a hostile file then ends it and not the machine."""


def read_record(source: Source) -> Record:
    """What one file says; a file that cannot be read gives a record that asserts nothing and says why."""
    document, problem = read(source)
    if problem:
        return Record(document, problems=[problem])
    try:
        return extract(document)
    except RecursionError:
        return Record(document, problems=[Problem("unreadable", "the text is too deeply nested to be read")])


def main() -> None:
    """Serve until the input ends."""
    _limit_memory()
    answers = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="surrogatepass", newline="\n", closefd=False)
    sys.stdout = sys.stderr
    for line in open(sys.stdin.fileno(), encoding="utf-8", errors="surrogatepass", closefd=False):
        asked = json.loads(line)
        source = Source(Path(asked["path"]), asked["name"], Row(**asked["row"]) if asked["row"] else None)
        answers.write(records.dumps(read_record(source), with_text=True) + "\n")
        answers.flush()


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
