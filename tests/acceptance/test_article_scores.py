"""Extraction of letters and articles, scored against what people read in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from councilgraph import documents, records
from councilgraph.build import workers

FLOORS = {
    "seeds": {
        "councils": 1.0,
        "judgements": 1.0,
        "people": 1.0,
        "people and role type": 1.0,
        "distractors left alone": 1.0,
        "claims": 0.9,
        "statistics": 0.9,
        "interventions": 0.85,
        "findings": 0.8,
    },
    "press": {
        "councils": 0.95,
        "judgements": 0.85,
        "people": 0.95,
        "people and role type": 0.9,
        "claims": 0.8,
        "statistics": 0.75,
        "findings": 0.6,
        "interventions": 0.5,
        "distractors left alone": 0.95,
    },
    "letters": {
        "councils": 0.97,
        "people": 0.97,
        "people and role type": 0.97,
        "judgements": 0.95,
        "findings": 0.9,
    },
}


@pytest.mark.parametrize("name", FLOORS)
def test_they_are_read_as_people_read_them(name: str, shared: Path, tmp_path: Path) -> None:
    """The scorer also holds every span against the source file."""
    folder = shared / "corpus" / name
    found = workers.run(documents.find([folder]).sources)
    lines = [records.dumps(record, with_text=True) + "\n" for record in found]
    (tmp_path / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, shared / "eval" / "score.py", "articles", shared / "gold" / name, "records.jsonl"]
    command += ["--documents", folder, "--show"]
    for figure, floor in FLOORS[name].items():
        command += ["--min", f"{figure}={floor}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
