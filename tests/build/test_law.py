"""The same documents give the same graph, in whatever way they came in."""

import random
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from councilgraph import resources
from councilgraph.build.retraction import retract
from councilgraph.samples.make import make

from .graphs import REPORTS, SAMPLES, build_samples, count, nquads, warm

ORDERS = random.Random(7).sample(list(permutations(REPORTS)), 3)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(path.stem for path in order))
def test_one_by_one_or_all_at_once(samples: Path, tmp_path: Path, order: tuple[Path, ...]) -> None:
    store = warm(tmp_path / "store", samples)
    chance, parts = random.Random(order[0].name), list(order)
    while parts:
        size = chance.randint(1, 2)
        build_samples(store, parts[:size])
        del parts[:size]
    assert nquads(store) == nquads(samples)


def test_files_without_a_manifest_by_folder_by_file_or_by_a_link(samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents" / "of" / "northmere"
    folder.mkdir(parents=True)
    for report in REPORTS[:2]:
        shutil.copy(report, folder)
    (tmp_path / "link").symlink_to(tmp_path / "documents")
    asked = [[tmp_path / "link"], sorted(folder.iterdir()), [folder / ".." / "northmere"]]
    graphs = set()
    for number, paths in enumerate(asked):
        build_samples(tmp_path / f"store-{number}", paths)
        graphs.add(nquads(tmp_path / f"store-{number}"))
    (graph,) = graphs
    assert b'"northmere-2019.pdf"' in graph
    assert b"northmere/northmere-2019.pdf" not in graph


def test_what_is_removed_and_taken_in_again_is_as_before(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(samples, store)
    title, report = retract(store, "northmere-2022.pdf", "a test")
    assert (title, report.changed) == ("Inspection of Northmere local authority children’s services", 1)
    assert count(store, "?version a cg:DocumentVersion") == len(REPORTS) - 1
    build_samples(store, [SAMPLES])
    assert count(store, "?version a cg:DocumentVersion") == len(REPORTS) - 1
    build_samples(store, [SAMPLES / "northmere-2022.pdf"])
    assert nquads(store) == nquads(samples)


def test_a_fact_of_two_documents_counts_once(samples: Path, tmp_path: Path) -> None:
    """A corrected edition of a report, with other words about the same inspection."""
    folder, words = tmp_path / "documents", (resources.samples() / "sources" / "eastvale-2024.toml")
    folder.mkdir()
    corrected = words.read_text(encoding="utf-8").replace("Children in care thrive.", "Children in care do well.")
    (tmp_path / "corrected.toml").write_text(corrected, encoding="utf-8")
    make(words, folder / "first.pdf")
    build_samples(tmp_path / "one", [folder])
    make(tmp_path / "corrected.toml", folder / "second.pdf")
    build_samples(tmp_path / "two", [folder])
    for fact in ("?judgement a cg:Judgement", "?judgement cg:grade ?grade", "?inspection a cg:Inspection"):
        assert count(tmp_path / "two", fact) == count(tmp_path / "one", fact) > 0
    stated = "?judgement cg:statedIn ?version . ?judgement a cg:Judgement"
    assert count(tmp_path / "two", stated) == 2 * count(tmp_path / "one", stated)
    grades = "GRAPH ?g { ?judgement cg:grade ?grade }"
    assert count(tmp_path / "two", grades) == 2 * count(tmp_path / "one", grades)


@pytest.mark.parametrize("listed", [True, False])
def test_copies_of_a_text_are_one_version(tmp_path: Path, listed: bool) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        shutil.copy(REPORTS[0], folder / name)
    if listed:
        (folder / "manifest.csv").write_text("path,publisher\na.pdf,One\nb.pdf,Two\n", encoding="utf-8")
    build_samples(tmp_path / "store", [folder])
    assert count(tmp_path / "store", "?version a cg:DocumentVersion") == 1
    assert count(tmp_path / "store", "?document a cg:Document") == (2 if listed else 1)
