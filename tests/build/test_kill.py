"""A build that is killed at any moment leaves the last whole graph, and nobody has to clean up."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from councilgraph import resources
from councilgraph.store import open_store

from .graphs import REGISTERS, REPORTS, SAMPLES, build_samples, nquads

PROGRAM = """
import sys, time
from pathlib import Path
from councilgraph import resources
from councilgraph.build.pipeline import build
data, store, documents, *registers = map(Path, sys.argv[1:])
resources.data_root = lambda: data
print("begun", flush=True)
build(store, [documents], registers=registers)
print("done", flush=True)
"""


def begin(store: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, (resources.data_root(), store, SAMPLES, *REGISTERS))],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout and process.stdout.readline() == "begun\n"
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_random(samples: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    build_samples(base, REPORTS[:1])
    before, after = nquads(base), nquads(samples)
    began = time.monotonic()
    assert begin(shutil.copytree(base, tmp_path / "whole")).wait() == 0
    whole = time.monotonic() - began
    chance = random.Random(19)
    ended_early = 0
    store = shutil.copytree(base, tmp_path / "store")
    for share in (0.3, 0.5, 0.65, 0.8, 0.95):
        process = begin(store)
        time.sleep(whole * share * chance.uniform(0.8, 1.2))
        process.kill()
        process.wait()
        assert process.stdout
        ended_early += process.stdout.read() != "done\n"
        process.stdout.close()
        with open_store(store) as reader:
            assert reader.state["documents"], "a whole state"
        found = nquads(store)
        assert found in (before, after)
        if found == after:
            store = shutil.copytree(base, tmp_path / f"store-{share}")
    assert ended_early, "at least one build was killed on its way"
    build_samples(store, [SAMPLES])
    assert nquads(store) == after
    assert len(list((store / "generations").iterdir())) == 2
