"""One writer at a time."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from councilgraph.errors import StoreBusy
from councilgraph.store import open_store, write_store

from .graphs import graph_iri, labels

HOLDER = """
import sys
from pathlib import Path
from councilgraph.store import write_store

with write_store(Path(sys.argv[1])) as writer:
    writer.commit({"by": "holder"})
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_hears_who_is_writing_and_since_when(tmp_path: Path) -> None:
    with hold(tmp_path) as holder:
        with pytest.raises(StoreBusy) as caught, write_store(tmp_path):
            pass
        assert re.search(rf"is being written by process {holder.pid} since \d\d:\d\d$", str(caught.value))
        assert caught.value.exit_code == 2
        with open_store(tmp_path) as reader:
            assert reader.state == {"by": "holder"}
    with write_store(tmp_path):
        pass


def test_a_second_writer_in_the_same_process_hears_it_too(tmp_path: Path) -> None:
    with write_store(tmp_path), pytest.raises(StoreBusy, match=f"process {os.getpid()} since"), write_store(tmp_path):
        pass


def test_a_holder_elsewhere_and_of_another_day_is_named_in_full(tmp_path: Path) -> None:
    with write_store(tmp_path):
        note = {"pid": 7, "host": "northmere-1", "since": "2024-05-01T14:02:00"}
        (tmp_path / "writer.json").write_text(json.dumps(note), encoding="utf-8")
        with pytest.raises(StoreBusy, match="process 7 on northmere-1 since 2024-05-01 14:02"), write_store(tmp_path):
            pass


@pytest.mark.parametrize("note", ["", "{}", "[1]", None])
def test_an_unreadable_note_still_gives_a_message(tmp_path: Path, note: str | None) -> None:
    with write_store(tmp_path):
        (tmp_path / "writer.json").unlink()
        if note is not None:
            (tmp_path / "writer.json").write_text(note, encoding="utf-8")
        with pytest.raises(StoreBusy, match="by another process"), write_store(tmp_path):
            pass


def test_what_a_dead_writer_left_blocks_nobody(tmp_path: Path) -> None:
    with hold(tmp_path) as holder:
        holder.kill()
    assert (tmp_path / "writer.json").exists()
    with write_store(tmp_path) as writer:
        writer.put(graph_iri("a"), labels("northmere"))
        writer.commit({})
    assert not (tmp_path / "writer.json").exists()
