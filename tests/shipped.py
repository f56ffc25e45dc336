"""What ships, whole or with a register of few members of Parliament.

That register is nine tenths of all lines; where it is not what a test is about, it would only take time in each build.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from councilgraph import rdf, resources
from councilgraph.registers.members import members

WHOLE = resources.data_root()
MEMBERS = Path("graphs", "registers", "members.ttl")


def with_few_members(folder: Path) -> Path:
    """A copy of what ships, with the members for the seats of one city and what is said of them."""
    for name in ("ontology", "shapes", "graphs"):
        shutil.copytree(WHOLE / name, folder / name, ignore=shutil.ignore_patterns(MEMBERS.name))
    about: dict[str, list[str]] = defaultdict(list)
    for line in rdf.lines(rdf.read_triples(WHOLE / MEMBERS)):
        about[line.split(" ", 1)[0]].append(line)
    kept: list[str] = []
    wanted = [node for node in about if "stoke-on-trent" in node]
    while wanted:
        for line in about.pop(wanted.pop(), ()):
            kept.append(line)
            wanted.append(line.split(" ", 2)[2].removesuffix(" ."))
    (folder / MEMBERS).write_text("\n".join([*kept, ""]), encoding="utf-8")
    return folder


@contextmanager
def shipped(data: Path) -> Iterator[None]:
    """Until the end of the ``with`` statement, what is in a folder is what ships."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "data_root", lambda: data)
        members.cache_clear()
        yield
    members.cache_clear()
