"""``councilgraph dump``."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from .conftest import Run

QUOTE = '<https://w3id.org/councilgraph/ontology#quote> "'


def test_named_graphs_or_their_merge_by_suffix(desk: Path, run: Run) -> None:
    counts = {}
    for suffix in ("trig", "nq", "jsonld", "ttl", "nt", "rdf"):
        outcome = run("dump", "-o", f"graph.{suffix}")
        assert (outcome.code, outcome.out) == (0, "")
        assert outcome.err.endswith(f" triples in graph.{suffix}\n")
        read = list(parse(path=f"graph.{suffix}", format=RdfFormat.from_extension(suffix)))
        assert f"{len(read):,} triples" in outcome.err
        counts[suffix] = len(set(read))
    assert counts["trig"] == counts["nq"] == counts["jsonld"] > counts["ttl"] == counts["nt"] == counts["rdf"]


def test_standard_output_holds_data_alone_and_the_same_each_time(project: Path, run: Run) -> None:
    outcome = run("dump")
    assert outcome.code == 0
    assert outcome.err.endswith(" triples\n")
    assert len(list(parse(outcome.out.encode(), format=RdfFormat.TRIG))) > 5000
    again = run("dump", "--quiet")
    assert (again.out, again.err) == (outcome.out, "")


def test_one_graph_by_its_short_name_or_iri(project: Path, run: Run) -> None:
    one = run("dump", "--graph", "register/fictional-councils", "--format", "nt")
    assert "northmere" in one.out and "staffordshire" not in one.out
    iri = "https://w3id.org/councilgraph/graph/register/fictional-councils"
    assert run("dump", "--graph", iri, "--format", "nt").out == one.out


def test_words_travel_as_far_as_they_may(own: Path, run: Run) -> None:
    manifest = own / "documents" / "manifest.csv"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    closed = [line.replace("CC0-1.0", "all rights reserved") if "eastvale" in line else line for line in lines]
    manifest.write_text("\n".join(closed) + "\n", encoding="utf-8")
    assert run("build").code == 0
    quoted = {
        choice: run("dump", "--format", "nt", "--quotes", choice).out.count(QUOTE) for choice in ("all", "open", "none")
    }
    assert quoted["all"] > quoted["open"] > quoted["none"] == 0
    assert run("dump", "--format", "nt").out.count(QUOTE) == quoted["open"]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            ("-o", "graph.xyz"),
            "unknown suffix: graph.xyz",
            "Known: .trig, .nq, .ttl, .nt, .jsonld, .rdf; or name a --format.",
        ),
        (("-o", "missing/graph.ttl"), f"cannot write {Path('missing/graph.ttl')}: ", ""),
        (("--graph", ""), "no graph <https://w3id.org/councilgraph/graph/> in ", ""),
        (("--graph", "register/nothing"), "no graph <https://w3id.org/councilgraph/graph/register/nothing> in ", ""),
    ],
)
def test_wrong_use_is_one_clear_error(words: tuple[str, ...], message: str, hint: str, desk: Path, run: Run) -> None:
    before = set(desk.iterdir())
    outcome = run("dump", *words)
    assert (outcome.code, outcome.out) == (2, "")
    first, _, second = outcome.err.partition("\n")
    assert first.startswith(f"councilgraph: {message}")
    assert second.strip().startswith(hint)
    assert set(desk.iterdir()) == before
