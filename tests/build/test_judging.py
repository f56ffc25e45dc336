"""The verdict that is kept beside a graph is that of a validation of the whole graph, however the graph came to be so."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from councilgraph.build.judging import Judging
from councilgraph.build.loading import load
from councilgraph.build.retraction import retract
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import open_store, write_store
from councilgraph.store.writer import Written
from councilgraph.validate import validate

from .graphs import REPORTS, build_samples, warm

CG, TYPE, LABEL = PREFIXES["cg"], f"<{PREFIXES['rdf']}type>", f"<{PREFIXES['rdfs']}label>"
PARTS = f"<{PREFIXES['rdfs']}subClassOf>"


@pytest.fixture
def store(samples: Path, tmp_path: Path) -> Path:
    """A store of its own with the graph of the reports."""
    return Path(shutil.copytree(samples, tmp_path / "store"))


def whole(store: Path) -> dict[str, object]:
    with open_store(store) as reader:
        return validate(reader).summary()


def change(store: Path, graphs: dict[str, list[str]]) -> tuple[dict[str, object], bool]:
    """Put graphs; the verdict, and whether the one before was carried over."""
    found = []
    with write_store(store) as writer, Judging(writer) as judging:
        for graph, lines in graphs.items():
            writer.put(graph, lines)

        def judged(written: Written) -> dict[str, object]:
            found.append(judging.verdict(written).summary())
            return writer.state

        writer.commit(judged)
        return found[0], judging.was_carried


def edits(store: Path, chance: random.Random) -> Iterator[dict[str, list[str]]]:
    """Changes of documents: lines taken out, lines of other nodes, lines with another value."""
    with open_store(store) as reader:
        documents = {name: reader.lines(name) for name in reader.graph_names(live=True) if "/document/" in name}
    everything = sorted({line for lines in documents.values() for line in lines})
    for _ in range(4):
        name = chance.choice(sorted(documents))
        lines = list(documents[name])
        for _ in range(chance.choice((1, 3, 10))):
            at = chance.randrange(len(lines))
            subject, predicate, _ = lines[at].split(" ", 2)
            other = chance.choice(everything).split(" ", 2)
            lines[at : at + 1] = chance.choice(
                ([], [f"{subject} {predicate} {other[2]}"], [lines[at], f"{subject} {other[1]} {other[2]}"])
            )
        documents[name] = sorted(set(lines))
        yield {name: documents[name]}


def test_a_verdict_is_carried_over_changes(store: Path) -> None:
    counts = set()
    for edit in edits(store, random.Random(5)):
        verdict, was_carried = change(store, edit)
        assert was_carried
        assert verdict == whole(store)
        counts.add(str(verdict))
    assert len(counts) > 2


def test_a_change_of_classes_is_judged_as_well(store: Path) -> None:
    lines = [f"<{CG}Finding> {PARTS} <{CG}Judgement> ."]
    verdict, was_carried = change(store, {f"{BASE}graph/loaded/classes": lines})
    assert was_carried
    assert verdict == whole(store)
    assert not verdict["conforms"]


def test_builds_and_what_is_loaded_and_retracted_keep_it(samples: Path, tmp_path: Path) -> None:
    store = warm(tmp_path / "store", samples)
    own = tmp_path / "own.ttl"
    assert build_samples(store, REPORTS[:-1]).verdict == whole(store)
    own.write_text(f"<urn:x:a> a <{CG}Council> . <urn:x:b> a <{CG}Finding> .", encoding="utf-8")
    loaded = load(store, [own])
    assert loaded.after == whole(store)
    assert loaded.more["violation"] > 3
    report = build_samples(store, REPORTS)
    assert report.verdict == whole(store)
    assert build_samples(store, REPORTS).verdict == report.verdict
    assert retract(store, REPORTS[0].name)[1].verdict == whole(store)
    own.write_text("", encoding="utf-8")
    assert load(store, [own]).after == whole(store) != report.verdict


def test_without_a_verdict_or_with_other_rules_the_whole_graph_is_judged(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"<urn:x:a> {TYPE} <{CG}Council> .", f'<urn:x:a> {LABEL} "A" .', f'<urn:x:a> {LABEL} "B" .']
    with monkeypatch.context() as patched:
        patched.setattr("councilgraph.build.judging.rules_hash", lambda: "another")
        verdict, was_carried = change(store, {f"{BASE}graph/loaded/a": lines})
    assert not was_carried
    assert verdict == whole(store)
    assert change(store, {f"{BASE}graph/loaded/a": []})[1] is False
    assert change(store, {f"{BASE}graph/loaded/a": lines}) == (verdict, True)


def test_a_large_change_is_judged_whole(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"<urn:x:a{number}> {TYPE} <{CG}Council> ." for number in range(30)]
    monkeypatch.setattr("councilgraph.build.judging._MOST", 10)
    verdict, was_carried = change(store, {f"{BASE}graph/loaded/a": lines})
    assert not was_carried
    assert verdict == whole(store)
