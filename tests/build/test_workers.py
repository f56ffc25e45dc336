"""Reading in processes of their own."""

import os
import random
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from councilgraph import processes
from councilgraph.build.workers import run
from councilgraph.documents import Source
from councilgraph.documents.manifest import Row
from councilgraph.errors import CouncilgraphError
from documents.pdfs import WORDS, bomb_pdf, endless_pdf, image_pdf, many_pages_pdf, swollen_pdf, text_pdf, write

pytestmark = pytest.mark.usefixtures("real_processes")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")


def sources(folder: Path, **contents: bytes) -> list[Source]:
    return [Source(write(folder / f"{name}.pdf", content), f"{name}.pdf") for name, content in contents.items()]


def children() -> set[int]:
    """The processes that this one has started and not yet ended."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that has ended since
            found.update(map(int, (task / "children").read_text().split()))
    return found


def seconds_at_work(process: int) -> float:
    return int(Path(f"/proc/{process}/stat").read_text().split()[13]) / os.sysconf("SC_CLK_TCK")


def test_records_come_in_the_order_of_the_sources(tmp_path: Path) -> None:
    given = {f"n{number}": text_pdf(*[f"{number} {WORDS}"] * (30 if number == 0 else 1)) for number in range(7)}
    records = list(run(sources(tmp_path, **given), workers=3))
    assert [record.document.path for record in records] == [f"{name}.pdf" for name in given]
    assert all((record.document.text or "").startswith(name[1:]) for name, record in zip(given, records, strict=True))


def test_nothing_to_read_starts_nothing() -> None:
    assert list(run([])) == []


def test_what_the_manifest_says_goes_along(tmp_path: Path) -> None:
    path = write(tmp_path / "line\nbreak 🏛.txt", WORDS.encode())
    row = Row("x.txt", "n1", "Minutes – “draft”\n2", "Northmere", "2024")
    (record,) = run([Source(path, "x.txt", row)])
    assert (record.document.id, record.document.title, record.document.published) == ("n1", row.title, "2024")
    assert record.document.text == WORDS


def test_a_file_that_hangs_its_reader_costs_only_itself(tmp_path: Path) -> None:
    given = sources(tmp_path, a=text_pdf(), b=endless_pdf(), c=text_pdf(), d=endless_pdf(), e=text_pdf())
    records = list(run(given, workers=1, seconds=2.0))
    assert [[problem.code for problem in record.problems] for record in records] == [
        ["unknown-genre"], ["timeout"], ["unknown-genre"], ["timeout"], ["unknown-genre"]
    ]  # fmt: skip
    assert records[1].problems[0].message == "reading took longer than 2 seconds and was given up"
    assert records[1].document.text is None and records[1].inspections == []


@needs_proc
def test_a_reader_that_is_killed_costs_only_its_document(tmp_path: Path) -> None:
    given = sources(tmp_path, a=text_pdf(), b=endless_pdf(), c=text_pdf())
    before = children()

    def kill_the_busy_one() -> None:
        while not (readers := children() - before):
            time.sleep(0.01)
        (reader,) = readers
        while seconds_at_work(reader) < 1:
            time.sleep(0.01)
        os.kill(reader, signal.SIGKILL)

    killer = threading.Thread(target=kill_the_busy_one)
    killer.start()
    records = list(run(given, workers=1, seconds=60))
    killer.join()
    assert [record.problems[0].code for record in records] == ["unknown-genre", "reader-crashed", "unknown-genre"]


@needs_proc
@pytest.mark.parametrize("taken", [0, 1])
def test_nobody_is_left_behind_when_the_rest_is_not_wanted(tmp_path: Path, taken: int) -> None:
    before = children()
    records = run(sources(tmp_path, a=text_pdf(), b=endless_pdf(), c=endless_pdf(), d=text_pdf()), workers=2)
    for _ in range(taken):
        next(records)
    records.close()  # type: ignore[attr-defined]
    assert children() <= before


@needs_proc
def test_a_reader_whose_master_is_gone_ends_itself(tmp_path: Path) -> None:
    (source,) = sources(tmp_path, a=endless_pdf())
    process = processes.start("councilgraph.build.reader")
    assert process.stdin and process.stdout
    process.stdin.write(f'{{"path": "{source.path}", "name": "a.pdf", "row": null, "seconds": -4.5}}\n')
    process.stdin.close()
    assert process.wait(30) == -signal.SIGALRM
    process.stdout.close()


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform != "linux", reason="memory of a process is limited on Linux only")
def test_a_file_that_eats_all_memory_costs_only_itself(tmp_path: Path) -> None:
    records = list(run(sources(tmp_path, a=swollen_pdf(3 << 30), b=text_pdf()), workers=1))
    assert records[0].problems[0].code in {"reader-crashed", "too-large"}
    assert records[1].document.text == WORDS


def test_readers_that_cannot_start_are_no_fault_of_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", sys.executable + "-not")
    with pytest.raises(CouncilgraphError, match="no process could be started"):
        list(run(sources(tmp_path, a=text_pdf())))
    false = Path("/bin/false")
    if false.exists():
        monkeypatch.setattr(sys, "executable", str(false))
        with pytest.raises(CouncilgraphError, match="does not start"):
            list(run(sources(tmp_path, a=text_pdf())))


def test_modules_in_the_current_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents come from anywhere, and so may what lies beside them."""
    for name in ("json", "signal", "pypdfium2", "councilgraph"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (record,) = run(sources(tmp_path, a=text_pdf()))
    assert record.document.text == WORDS
    assert not (tmp_path / "ran").exists()


def test_each_kind_of_damage_has_its_code(tmp_path: Path) -> None:
    noise = random.Random(5).randbytes(4000)
    given = {
        "empty": (b"", "damaged"),
        "html": (b"<!doctype html><title>Not found</title>", "not-a-pdf"),
        "half": (text_pdf(*[WORDS] * 5)[:2000], "damaged"),
        "locked": (text_pdf(password="x"), "encrypted"),
        "scan": (image_pdf(), "no-text"),
        "noise": (noise, "not-a-pdf"),
        "header": (b"%PDF-1.5\n" + noise, "damaged"),
        "thick": (many_pages_pdf(10_000), "too-large"),
        "bomb": (bomb_pdf(text_shown=2_000_000), "unknown-genre"),
    }
    found = run(sources(tmp_path, **{name: content for name, (content, _) in given.items()}))
    assert [record.problems[0].code for record in found] == [code for _, code in given.values()]
