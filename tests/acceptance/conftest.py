"""The graph of real reports that these tests ask."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from councilgraph import api, documents
from councilgraph.build import workers
from councilgraph.build.report import BuildReport
from councilgraph.model import Record


@pytest.fixture(scope="session")
def extracted(shared: Path) -> list[Record]:
    """The records of all reports. Not to be changed."""
    return list(workers.run(documents.find([shared / "corpus" / "reports"]).sources))


@pytest.fixture(scope="session")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, Path]:
    """A build of the reports published since ILACS began, 78 of 80 under it, and its store.

    Earlier ones would double the time.
    """
    folder = shared / "corpus" / "reports"
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        reports = [folder / row["path"] for row in csv.DictReader(file) if row["published"] >= "2018-03-01"]
    store = tmp_path_factory.mktemp("corpus") / "store"
    return api.build(reports, store=store), store


@pytest.fixture(scope="session")
def corpus(built: tuple[BuildReport, Path]) -> Iterator[api.Graph]:
    """The graph of these reports."""
    with api.open_graph(built[1]) as graph:
        yield graph
