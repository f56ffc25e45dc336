"""The graph of real reports that these tests ask."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from councilgraph import api, documents, mapping, resources
from councilgraph.build import workers
from councilgraph.build.cache import RecordCache, cache_key
from councilgraph.build.report import BuildReport
from councilgraph.model import Record
from councilgraph.registers import councils
from councilgraph.resolve import resolve
from councilgraph.store import write_store
from shipped import WHOLE, shipped


@pytest.fixture(scope="session")
def extracted(shared: Path) -> list[Record]:
    """The records of all reports. Not to be changed."""
    return list(workers.run(documents.find([shared / "corpus" / "reports"]).sources))


@pytest.fixture(scope="session")
def built(shared: Path, extracted: list[Record], tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, Path]:
    """A build of the reports published since ILACS began, 78 of 80 under it, and its store; they are not read again.

    Earlier ones would double the time.
    """
    folder = shared / "corpus" / "reports"
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        reports = [folder / row["path"] for row in csv.DictReader(file) if row["published"] >= "2018-03-01"]
    store = tmp_path_factory.mktemp("corpus") / "store"
    cache = RecordCache(store)
    for source, record in zip(documents.find([folder]).sources, extracted, strict=True):
        cache.put(cache_key(record.document.sha256, documents.metadata(source)), record)
    with shipped(WHOLE):
        return api.build(reports, store=store), store


@pytest.fixture(scope="session")
def corpus(built: tuple[BuildReport, Path]) -> Iterator[api.Graph]:
    """The graph of these reports."""
    with api.open_graph(built[1]) as graph:
        yield graph


def graph_of(records: Iterable[Record], folder: Path) -> Path:
    """A store with all that some records say, beside what ships."""
    registers = sorted((resources.graphs() / "registers").glob("*.ttl"))
    with write_store(folder) as writer:
        for iri, lines in mapping.standing_graphs(registers).items():
            writer.put(iri, lines)
        for iri, lines in mapping.graphs(resolve(records, councils())):
            writer.put(iri, lines)
        writer.commit({})
    return folder


@pytest.fixture(scope="session")
def articles(shared: Path) -> list[Record]:
    """The records of the five founding documents. Not to be changed."""
    found = list(workers.run(documents.find([shared / "corpus" / "seeds"]).sources))
    if not any(record.claims for record in found):
        pytest.skip("letters and articles are not read yet")
    return found


@pytest.fixture(scope="session")
def seeds(articles: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Graph]:
    """The graph of the founding documents alone."""
    with api.open_graph(graph_of(articles, tmp_path_factory.mktemp("seeds") / "store")) as graph:
        yield graph


@pytest.fixture(scope="session")
def seeds_and_reports(
    articles: list[Record], extracted: list[Record], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[api.Graph]:
    """The founding documents beside all reports on the councils that they are mainly about."""
    about = {"Staffordshire County Council", "Stoke-on-Trent City Council"}
    reports = [record for record in extracted if about & {council.name for council in record.councils[:1]}]
    with api.open_graph(graph_of([*reports, *articles], tmp_path_factory.mktemp("both") / "store")) as graph:
        yield graph
