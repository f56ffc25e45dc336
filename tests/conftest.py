"""Fixtures that every room's tests share."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from councilgraph import processes, rdf, resources
from councilgraph.build.project import Project, init_samples
from councilgraph.build.session import build_project
from councilgraph.store import write_store
from forked import Forked, server
from shipped import WHOLE, shipped, with_few_members

# No time is asserted, and the same commit gives the same verdict on every machine that says it is a CI.
settings.register_profile(
    "councilgraph",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("councilgraph")

CHECKOUT = Path(__file__).resolve().parent.parent
START = processes.start


@pytest.fixture(scope="session", autouse=True)
def lean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What ships, with few members of Parliament."""
    with shipped(with_few_members(tmp_path_factory.mktemp("data"))):
        yield


@pytest.fixture(scope="session")
def forking() -> Iterator[str]:
    """The address of a process from which others are forked, see `forked`."""
    if not hasattr(os, "fork"):
        pytest.skip("needs a system that forks")
    with server() as address:
        yield address


@pytest.fixture(scope="session", autouse=True)
def quick_processes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Processes that read and judge do not import first what they run."""
    with pytest.MonkeyPatch.context() as patch:
        if hasattr(os, "fork"):
            address = request.getfixturevalue("forking")
            patch.setattr(
                processes, "start", lambda module, *, stderr=subprocess.DEVNULL: Forked(address, module, stderr)
            )
        yield


@pytest.fixture(scope="module")
def real_processes(quick_processes: None) -> Iterator[None]:
    """Processes start as they do for a user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "start", START)
        yield


@pytest.fixture(scope="module")
def whole(lean: None) -> Iterator[None]:
    """All that ships."""
    with shipped(WHOLE):
        yield


@pytest.fixture(scope="session")
def reports_alone() -> Callable[[Project], Project]:
    """Takes from a project of the samples what is no report, or was made elsewhere."""

    def left(project: Project) -> Project:
        shutil.rmtree(project.documents / "articles")
        shutil.rmtree(project.graphs)
        return project

    return left


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and gold answers that may stand beside the checkout."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("needs the folder of real documents beside the checkout (../shared)")
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, reports_alone: Callable[[Project], Project]) -> Project:
    """A project of the fictional reports that ship, built. Only to be read."""
    project = reports_alone(init_samples(tmp_path_factory.mktemp("demo") / "project"))
    build_project(project, workers=1)
    return project


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of fictional councils: the graphs of tests/query/example, with ontology and vocabulary. Only to be read."""
    folder = tmp_path_factory.mktemp("example") / "store"
    ontology = resources.ontology()
    terms = [ontology / "councilgraph.ttl", *sorted((ontology / "vocabulary").glob("*.ttl"))]
    with write_store(folder) as writer:
        writer.put(f"{rdf.BASE}graph/vocabulary", rdf.lines(t for file in terms for t in rdf.read_triples(file)))
        for file in sorted((CHECKOUT / "tests" / "query" / "example").glob("*.ttl")):
            writer.put(f"{rdf.BASE}graph/document/{file.stem}", rdf.lines(rdf.read_triples(file)))
        writer.commit({})
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walk through the pages is the longest test by far: begun last, it would keep one process busy alone."""
    items.sort(key=lambda item: "docs/test_shown.py" not in item.nodeid)
