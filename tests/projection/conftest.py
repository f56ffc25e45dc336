"""The graph that this room's tests project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from councilgraph.store import EmbeddedStore, open_store


@pytest.fixture(scope="session")
def graph(example: Path) -> Iterator[EmbeddedStore]:
    with open_store(example) as store:
        yield store
