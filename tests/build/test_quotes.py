"""A graph that was made elsewhere without words, and the words put back from the documents."""

import shutil
from pathlib import Path

import pytest

from councilgraph.build.project import Project, init_project
from councilgraph.build.quotes import put_back
from councilgraph.build.session import build_project
from councilgraph.query.run import values
from councilgraph.store import open_store
from councilgraph.store.dump import dump

from .graphs import REGISTERS, REPORTS, SAMPLES, count


@pytest.fixture
def wordless(samples: Path, tmp_path: Path) -> Project:
    """A project that has the graph of the samples from a dump without words, and one document of its own."""
    project = init_project(tmp_path / "own")
    project.graphs.mkdir()
    with open_store(samples) as reader, (project.graphs / "from-elsewhere.trig").open("wb") as out:
        dump(reader, out, "trig", quotes="none")
    shutil.copytree(REGISTERS[0].parent, project.registers)
    for file in (REPORTS[0], SAMPLES / "manifest.csv"):
        shutil.copy(file, project.documents)
    build_project(project)
    return project


def quotes(store: Path) -> set[tuple[str, ...]]:
    with open_store(store) as reader:
        return {tuple(map(str, row)) for row in values(reader, "SELECT ?span ?words WHERE { ?span cg:quote ?words }")}


def test_graphs_made_elsewhere_join_and_words_come_back(wordless: Project, samples: Path) -> None:
    store = wordless.store
    assert count(store, "?judgement a cg:Judgement") == count(samples, "?judgement a cg:Judgement")
    before = quotes(store)
    assert before < quotes(samples)
    done = put_back(store, [SAMPLES])
    assert sum(done.words.values()) == len(quotes(samples) - before)
    assert not done.differing and not done.wanting and not done.unread
    assert quotes(store) == quotes(samples)
    assert put_back(store, [SAMPLES]).words == {}
    assert not build_project(wordless).changed
    assert quotes(store) == quotes(samples)


def test_what_is_not_there_or_cannot_be_read_is_said(wordless: Project, tmp_path: Path) -> None:
    folder = tmp_path / "some"
    folder.mkdir()
    shutil.copy(REPORTS[1], folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = put_back(wordless.store, [folder])
    assert len(done.words) == 1
    assert len(done.wanting) == len(REPORTS) - 2
    assert [name for name, _ in done.unread] == ["broken.pdf"]


def test_words_that_do_not_agree_stay_out(wordless: Project, samples: Path) -> None:
    file = wordless.graphs / "from-elsewhere.trig"
    begun = file.read_text(encoding="utf-8").split('cg:quoteHash "')
    file.write_text('cg:quoteHash "'.join([begun[0], *("0" * 64 + rest[64:] for rest in begun[1:])]), encoding="utf-8")
    build_project(wordless)
    before = quotes(wordless.store)
    done = put_back(wordless.store, [SAMPLES])
    assert sum(done.differing.values()) == len(quotes(samples) - before)
    assert quotes(wordless.store) == before
