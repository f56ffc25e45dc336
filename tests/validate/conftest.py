"""Graphs that this room's tests check."""

from collections.abc import Iterator

import pytest

from councilgraph.build.project import Project
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore, open_store
from reports import report, store


@pytest.fixture(scope="session")
def samples(demo: Project) -> Iterator[EmbeddedStore]:
    """The graph of the reports that ship."""
    with open_store(demo.store) as graph:
        yield graph


@pytest.fixture(scope="session")
def lines(samples: EmbeddedStore) -> list[str]:
    """The same, less the registers of real councils and members, which would only take time. Not to be changed."""
    real = {f"{BASE}graph/register/{name}" for name in ("councils", "members")}
    names = [name for name in samples.graph_names(live=True) if name not in real]
    return sorted({line for name in names for line in samples.lines(name)})


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A small graph: one report with two judgements and a finding."""
    with open_store(store(tmp_path_factory.mktemp("small") / "store", report())) as small:
        yield small
