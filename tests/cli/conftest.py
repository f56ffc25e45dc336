"""The command line as it is typed, in a project of the samples."""

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from councilgraph.build.project import Project, init_samples
from councilgraph.build.session import build_project
from councilgraph.cli import main

PDFS = Path(__file__).resolve().parents[2] / "src" / "councilgraph" / "samples" / "documents"


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it wrote where."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command: its words, and ``input`` for its standard input."""

    def type_in(*words: object, input: str = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["councilgraph", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(input))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), printed.out, printed.err)

    monkeypatch.delenv("COUNCILGRAPH_STORE", raising=False)
    return type_in


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, reports_alone: Callable[[Project], Project]) -> Path:
    """A project of the fictional reports, built. Only to be read."""
    project = reports_alone(init_samples(tmp_path_factory.mktemp("samples") / "own"))
    assert build_project(project).exit_code == 0
    return project.folder.rename(project.folder.with_name("kept"))


@pytest.fixture
def project(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder is the project of the samples, only to be read."""
    monkeypatch.chdir(samples)
    return samples


@pytest.fixture
def own(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder is a copy of the project of the samples where it was built, to be written."""
    folder = samples.with_name("own")
    shutil.copytree(samples, folder)
    monkeypatch.chdir(folder)
    yield folder
    monkeypatch.undo()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder is empty and in no project."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def desk(samples: Path, nowhere: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder is empty, to be written; the store of the samples is that of the environment, to be read."""
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(samples / ".councilgraph" / "store"))
    return nowhere
