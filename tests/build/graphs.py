"""Stores of the fictional reports, and what is in them."""

import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from councilgraph import resources
from councilgraph.build.pipeline import build
from councilgraph.build.report import BuildReport
from councilgraph.query import run
from councilgraph.store import open_store
from councilgraph.store.dump import dump

SAMPLES = resources.samples() / "documents"
REGISTERS = sorted((resources.samples() / "registers").glob("*.ttl"))
REPORTS = sorted(SAMPLES.glob("*.pdf"))


def build_samples(store: Path, paths: Sequence[Path] = (), **options: Any) -> BuildReport:
    """Build with the register of fictional councils."""
    return build(store, paths, registers=REGISTERS, **options)


def warm(store: Path, known: Path) -> Path:
    """A folder for a new store that has the records of another in its cache."""
    shutil.copytree(known / "cache", store / "cache")
    return store


def nquads(store: Path) -> bytes:
    """The whole graph as N-Quads."""
    out = BytesIO()
    with open_store(store) as reader:
        dump(reader, out, "nq", quotes="all")
    return out.getvalue()


def count(store: Path, pattern: str) -> int:
    """How often a pattern matches in the default graph."""
    with open_store(store) as reader:
        table = run(reader, f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    return int(table.rows[0][0].value)


def codes(report: BuildReport) -> dict[str, str]:
    """Code of the problem by path; each file has one."""
    assert len({trouble.path for trouble in report.troubles}) == len(report.troubles)
    return {trouble.path: trouble.problem.code for trouble in report.troubles}
