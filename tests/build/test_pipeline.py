"""Builds: what is read, what is kept, what is said."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from councilgraph import resources
from councilgraph.build.loading import load
from councilgraph.build.pipeline import build, made_from
from councilgraph.build.retraction import retract
from councilgraph.errors import InputError, StoreBusy, UsageError
from councilgraph.rdf import BASE
from councilgraph.store import open_store, write_store
from documents.pdfs import WORDS, endless_pdf, image_pdf, many_pages_pdf, text_pdf, write

from .graphs import REGISTERS, REPORTS, SAMPLES, build_samples, codes, count, nquads, warm

CHECKOUT = Path(__file__).resolve().parents[2]
HTML = b"<!DOCTYPE html><title>Not found</title>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one sound report; the current folder is the one above."""
    (tmp_path / "documents").mkdir()
    shutil.copy(REPORTS[0], tmp_path / "documents" / "sound.pdf")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "documents"


def state_of(store: Path) -> dict[str, object]:
    with open_store(store) as reader:
        return reader.state


def test_what_cannot_be_read_is_told_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    bad = {
        "empty.pdf": (b"", "damaged"),
        "error-page.pdf": (HTML, "not-a-pdf"),
        "half.pdf": (REPORTS[0].read_bytes()[:9000], "damaged"),
        "locked.pdf": (text_pdf(password="x"), "encrypted"),
        "scan.pdf": (image_pdf(), "no-text"),
        "endless.pdf": (endless_pdf(), "timeout"),
        "thick.pdf": (many_pages_pdf(10_000), "too-large"),
        "page.html": (HTML, "no-text"),
        "sub/noise.txt": (bytes(range(256)) * 9, "unreadable"),
        "odd\nname 🏛.pdf": (HTML, "not-a-pdf"),
    }
    for name, (content, _) in bad.items():
        write(folder / name, content)
    with (folder / "zeros.pdf").open("wb") as file:
        file.truncate(300 << 20)
    (folder / "folder.pdf").mkdir()
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.pdf")
        (folder / "loop.pdf").symlink_to("loop.pdf")
    if sys.platform == "linux":
        (folder / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"%PDF-1.4")
    for again in (False, True):
        report = build_samples(tmp_path / "store", [folder], seconds=2)
        assert report.exit_code == 3
        unread = [trouble for trouble in report.troubles if trouble.unread]
        found = {trouble.path: trouble.problem.code for trouble in unread}
        assert len(found) == len(unread), "one problem each"
        expected = {f"documents/{name}": code for name, (_, code) in bad.items()}
        expected["documents/odd\\nname 🏛.pdf"] = expected.pop("documents/odd\nname 🏛.pdf")
        expected |= {"documents/zeros.pdf": "too-large", "documents/folder.pdf": "unreadable"}
        if sys.platform != "win32":
            expected |= {"documents/pipe.pdf": "unreadable", "documents/loop.pdf": "unreadable"}
        if sys.platform == "linux":
            expected["documents/caf\\udce9.pdf"] = "unreadable"
        assert found == expected
        assert all(re.fullmatch(r"[^\n]{10,120}", trouble.problem.message) for trouble in unread)
        assert count(tmp_path / "store", "?version a cg:DocumentVersion") == 1
        assert bool(report.changed) != again
    assert [path.name for path in tmp_path.rglob("*.[0-9]*")] == []


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("file,title\nsound.pdf,x\n", "no column “path”"),
        ("path;url\nsound.pdf;nowhere\n", "line 2: url “nowhere” is no web address"),
    ],
)
def test_a_wrong_manifest_is_told_until_it_is_mended(folder: Path, tmp_path: Path, manifest: str, words: str) -> None:
    store = tmp_path / "store"
    for content, wrong in ((manifest, True), (manifest, True), ("path\nsound.pdf\n", False)):
        write(folder / "manifest.csv", content.encode())
        report = build_samples(store, [folder])
        told = [(t.path, t.problem.code) for t in report.troubles if t.unread]
        assert told == ([("documents/manifest.csv", "manifest-unread")] if wrong else [])
        assert not wrong or any(words in trouble.problem.message for trouble in report.troubles)
        assert report.exit_code == (3 if wrong else 0)
        assert count(store, "?version a cg:DocumentVersion") == 1


def test_a_wrong_manifest_is_told_even_if_nothing_else_has_changed(folder: Path, tmp_path: Path) -> None:
    write(folder / "manifest.csv", b"path\nsound.pdf\n")
    build_samples(tmp_path / "store", [folder])
    write(folder / "manifest.csv", b"path\nsound.pdf\ngone.pdf\n")
    report = build_samples(tmp_path / "store")
    assert (report.changed, report.read, report.exit_code) == (0, 0, 3)


def test_a_second_build_says_the_same_and_does_nothing(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = build_samples(warm(store, samples), [SAMPLES])
    generation = (store / "current").read_text(encoding="ascii")
    second = build_samples(store, [SAMPLES])
    assert (second.read, second.cached, second.changed) == (0, len(REPORTS), 0)
    assert (second.asserted, second.triples, second.troubles) == (first.asserted, first.triples, first.troubles)
    assert list(second.counts.items()) == list(first.counts.items())
    assert json.dumps(second.verdict) == json.dumps(first.verdict)
    assert (store / "current").read_text(encoding="ascii") == generation


def test_a_document_that_was_too_slow_is_tried_again_by_each_build(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    write(folder / "slow.pdf", endless_pdf())
    reports = [build_samples(store, [folder], seconds=1) for _ in range(2)]
    assert [report.read for report in reports] == [2, 1]
    assert [report.changed for report in reports][1] == 0
    assert all(codes(report)["documents/slow.pdf"] == "timeout" for report in reports)
    assert all(report.exit_code == 3 for report in reports)
    slow = text_pdf(*[WORDS] * 3000)
    write(folder / "slow.pdf", slow)
    assert codes(build_samples(store, seconds=0.01))["documents/slow.pdf"] == "timeout"
    report = build_samples(store)
    assert codes(report)["documents/slow.pdf"] == "unknown-genre"
    assert report.changed == 1
    assert count(store, "?version a cg:DocumentVersion") == 2


def test_a_file_that_changes_is_read_again_and_its_old_graph_leaves_the_merge(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_samples(store, [folder])
    shutil.copy(REPORTS[1], folder / "sound.pdf")
    report = build_samples(store)
    assert (report.read, report.changed) == (1, 2)
    assert count(store, "?version a cg:DocumentVersion") == 1
    with open_store(store) as reader:
        assert len([name for name in reader.graph_names(live=False) if "/document/" in name]) == 1
    write(folder / "sound.pdf", HTML)
    assert build_samples(store).exit_code == 3
    assert count(store, "?version a cg:DocumentVersion") == 0


def test_what_a_lost_file_said_stays_and_is_told(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    write(folder / "note.txt", WORDS.encode())
    build_samples(store, [folder])
    before = nquads(store)
    (folder / "note.txt").unlink()
    for _ in range(2):
        report = build_samples(store, [folder])
        (gone,) = (trouble for trouble in report.troubles if "gone" in trouble.problem.message)
        assert (gone.path, gone.problem.code, gone.unread) == ("documents/note.txt", "unreadable", False)
        assert report.exit_code == 0
        assert nquads(store) == before
    retract(store, "documents/note.txt")
    assert not any("gone" in trouble.problem.message for trouble in build_samples(store).troubles)


def test_what_may_not_be_opened_any_more_keeps_what_it_said(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    write(folder / "sub" / "note.txt", WORDS.encode())
    build_samples(store, [folder])
    before = nquads(store)
    (folder / "sound.pdf").chmod(0)
    (folder / "sub").chmod(0)
    refused = not os.access(folder / "sound.pdf", os.R_OK)
    report = build_samples(store)
    (folder / "sub").chmod(0o700)
    if not refused:
        pytest.skip("we may read everything, as root may")
    unread = {trouble.path: trouble.problem.code for trouble in report.troubles if trouble.unread}
    assert unread == {"documents/sound.pdf": "unreadable", "documents/sub": "unreadable"}
    assert (report.exit_code, nquads(store)) == (3, before)


def test_a_lost_folder_does_not_keep_the_rest_from_being_built(folder: Path, tmp_path: Path) -> None:
    store, other = tmp_path / "store", tmp_path / "other"
    shutil.copytree(folder, other)
    empty = tmp_path / "empty"
    empty.mkdir()
    build_samples(store, [folder, other, empty])
    before = nquads(store)
    empty.rmdir()
    shutil.rmtree(other)
    build_samples(store)
    assert nquads(store) == before
    assert state_of(store)["places"] == [str(folder.resolve())], "the copy in other/ was found elsewhere"


def test_a_file_that_moves_stays_one_document(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    write(folder / "manifest.csv", b"path,publisher\nsound.pdf,Northmere Press\n")
    build_samples(store, [folder])
    (folder / "2024").mkdir()
    (folder / "sound.pdf").rename(folder / "2024" / "report.pdf")
    write(folder / "manifest.csv", b"path,publisher\n2024/report.pdf,Northmere Press\n")
    report = build_samples(store)
    assert not any(trouble.unread or "gone" in trouble.problem.message for trouble in report.troubles)
    build_samples(tmp_path / "fresh", [folder])
    assert nquads(store) == nquads(tmp_path / "fresh")


def test_places_are_remembered_even_if_nothing_is_there_yet(folder: Path, tmp_path: Path) -> None:
    store, later = tmp_path / "store", tmp_path / "later"
    later.mkdir()
    build_samples(store, [folder])
    assert build_samples(store, [later]).changed == 0
    shutil.copy(REPORTS[1], later)
    assert build_samples(store).read == 1


def test_a_path_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    build_samples(tmp_path / "store", [folder])
    before = nquads(tmp_path / "store")
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere"):
        build_samples(tmp_path / "store", [tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="nothing to build from"):
        build(tmp_path / "other")
    assert nquads(tmp_path / "store") == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_folder_whose_name_is_not_utf_8(folder: Path, tmp_path: Path) -> None:
    odd = folder / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    shutil.copy(REPORTS[1], odd)
    with pytest.raises(UsageError, match="is not valid UTF-8"):
        build_samples(tmp_path / "store", [odd])
    report = build_samples(tmp_path / "store", [folder])
    assert codes(report) == {"documents/caf\\udce9/northmere-2019.pdf": "unreadable"}
    assert count(tmp_path / "store", "?version a cg:DocumentVersion") == 1


@pytest.mark.parametrize(
    "state",
    [
        {"places": 7, "documents": ["x"], "troubles": [[1]], "fingerprint": "x"},
        {"version": 0, "documents": {"/gone/x.pdf": "0" * 64}, "places": ["/gone"]},
        {"version": 99, "graphs": {}},
    ],
)
def test_a_state_of_another_version(samples: Path, tmp_path: Path, state: dict[str, object]) -> None:
    store = tmp_path / "store"
    shutil.copytree(samples, store)
    extra = f"{BASE}graph/document/of-an-older-version"
    with write_store(store) as writer:
        writer.put(extra, [f'<{BASE}id/council/x> <http://www.w3.org/2000/01/rdf-schema#label> "old" .'])
        writer.commit(state)
    report = build_samples(store, [SAMPLES])
    assert report.read == 0 and report.changed > 0
    assert nquads(store) == nquads(samples)
    with open_store(store) as reader:
        assert reader.graph_names(live=False) == [extra]


def test_data_that_were_loaded_stay(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(samples, store)
    mine = f'<{BASE}id/council/eastvale> <https://example.org/people> "12" .\n'
    write(tmp_path / "mine.nt", mine.encode())
    load(store, [tmp_path / "mine.nt"])
    with write_store(store) as writer:
        writer.commit({})
    build_samples(store, [SAMPLES])
    assert count(store, "?council <https://example.org/people> ?n") == 1


def test_a_second_writer_hears_who_is_building(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(samples, store)
    holder = "import sys; from pathlib import Path; from councilgraph.store import write_store\n"
    holder += "with write_store(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy, match=rf"is being written by process {process.pid} since \d\d:\d\d$"):
            build_samples(store)
        arguments = [sys.executable, "-m", "councilgraph", "build", "--store", str(store)]
        command = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert command.returncode == 2
        assert f"is being written by process {process.pid}" in command.stderr
        assert "Traceback" not in command.stderr
        process.communicate("")
    assert build_samples(store).changed == 0


def test_a_register_that_changes_makes_the_graph_anew(samples: Path, tmp_path: Path) -> None:
    store, register = tmp_path / "store", tmp_path / "mine.ttl"
    shutil.copy(REGISTERS[0], register)
    build(warm(store, samples), [SAMPLES], registers=[register])
    assert build(store).changed == 0, "the registers of the last build are those of the next"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("Eastvale Metropolitan", "Eastvale Royal"), encoding="utf-8")
    report = build(store)
    assert report.read == 0 and report.changed > 0
    assert b"Eastvale Royal" in nquads(store)
    assert build(store, registers=[]).changed > 0
    assert b"Eastvale Royal" not in nquads(store)


def test_registers_that_cannot_be_used(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(samples, store)
    before = nquads(store)
    shutil.copy(REGISTERS[0], tmp_path / "councils.ttl")
    shutil.copy(REGISTERS[0], tmp_path / "My Own (new).ttl")
    (tmp_path / "broken.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(UsageError, match="two registers are called councils"):
        build(store, registers=[tmp_path / "councils.ttl"])
    with pytest.raises(InputError, match=r"broken\.ttl:1:"):
        build(store, registers=[tmp_path / "broken.ttl"])
    with pytest.raises(UsageError, match=r"cannot open .*gone.ttl"):
        build(store, registers=[tmp_path / "gone.ttl"])
    assert nquads(store) == before
    build(store, registers=[tmp_path / "My Own (new).ttl"])
    assert b"graph/register/my-own-new" in nquads(store)


def test_all_that_makes_the_graph_is_in_the_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    for name in ("ontology", "shapes", "graphs"):
        shutil.copytree(resources.data_root() / name, data / name)
    register = tmp_path / "mine.ttl"
    shutil.copy(REGISTERS[0], register)
    monkeypatch.setattr(resources, "data_root", lambda: data)
    hashes = [made_from([]), made_from([register])]
    for changed in (
        data / "ontology" / "councilgraph.ttl",
        data / "ontology" / "vocabulary" / "genre.ttl",
        data / "shapes" / "council.ttl",
        data / "graphs" / "registers" / "councils.ttl",
        register,
    ):
        changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        hashes.append(made_from([register]))
    assert len(set(hashes)) == len(hashes)
    assert made_from([register]) == hashes[-1]


PROGRAM = """
import sys
from pathlib import Path
from councilgraph.build.pipeline import build
report = build(Path(sys.argv[1]), [Path(sys.argv[2])])
print(report.read, report.changed)
"""


def test_code_that_changes_makes_it_read_or_resolve_anew(tmp_path: Path) -> None:
    """A copy of the package, in which first the reading and then the mapping changes."""
    home, store = tmp_path / "checkout", tmp_path / "store"
    shutil.copytree(CHECKOUT / "src", home / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "pyproject.toml").symlink_to(CHECKOUT / "pyproject.toml")
    for name in ("ontology", "shapes", "graphs"):
        (home / name).symlink_to(resources.data_root() / name)
    package = home / "src" / "councilgraph"

    def built() -> tuple[int, int]:
        program = [sys.executable, "-c", PROGRAM, str(store), str(REPORTS[0])]
        environment = os.environ | {"PYTHONPATH": str(home / "src")}
        answer = subprocess.run(program, env=environment, capture_output=True, text=True, check=True).stdout
        read, changed = map(int, answer.split())
        return read, changed

    read, changed = built()
    assert read == 1 and changed > 0
    assert built() == (0, 0)
    (package / "extract" / "words" / "new.toml").write_text("x = 1\n", encoding="utf-8")
    assert built() == (1, 0)
    labels = package / "mapping" / "spans.py"
    labels.write_text(labels.read_text(encoding="utf-8").replace('f"page ', 'f"leaf '), encoding="utf-8")
    assert built() == (0, 1)
