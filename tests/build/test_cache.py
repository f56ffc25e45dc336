"""The cache of records."""

import hashlib
import shutil
from pathlib import Path

import pytest

from councilgraph import records
from councilgraph.build.cache import RecordCache, cache_key, code_hash
from councilgraph.documents import find
from councilgraph.errors import UsageError
from councilgraph.model import Document, Evidence, Finding, Record

TEXT = "Áll of the harbour wall\fand no more"


@pytest.fixture
def record() -> Record:
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    finding = Finding("i1", "strength", evidence=[Evidence(0, 3, 1, TEXT[:3])])
    return Record(Document("n1", "x.pdf", "5" * 64, sha, text=TEXT), findings=[finding])


def test_a_record_and_its_text_are_found_again(tmp_path: Path, record: Record) -> None:
    cache = RecordCache(tmp_path)
    cache.put("k", record)
    found = cache.get("k")
    assert found and found.document.text is None
    assert records.to_dict(found) == records.to_dict(record)
    assert cache.text(record.document.text_sha256 or "") == TEXT
    assert cache.get("other") is None and cache.text("0" * 64) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"document": 7}', b'{"document": {"id": "x"}}', b"\xff\xfe"]
)
def test_a_spoilt_entry_is_none(tmp_path: Path, record: Record, content: bytes) -> None:
    cache = RecordCache(tmp_path)
    cache.put("k", record)
    (entry,) = (tmp_path / "cache" / "records").iterdir()
    entry.write_bytes(content)
    assert cache.get("k") is None


def test_a_text_that_is_not_what_its_hash_says_is_none(tmp_path: Path, record: Record) -> None:
    cache = RecordCache(tmp_path)
    cache.put("k", record)
    (entry,) = (tmp_path / "cache" / "texts").iterdir()
    entry.write_text("the sea wall", encoding="utf-8")
    assert cache.text(record.document.text_sha256 or "") is None


def test_texts_in_a_cache_are_no_documents(tmp_path: Path, record: Record) -> None:
    (tmp_path / "own.txt").write_text(TEXT, encoding="utf-8")
    RecordCache(tmp_path / "store").put("k", record)
    assert [source.name for source in find([tmp_path]).sources] == ["own.txt"]


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path, record: Record) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot write"):
        RecordCache(tmp_path).put("k", record)


def test_a_key_depends_on_bytes_and_metadata() -> None:
    keys = {
        cache_key(sha, {"name": name, "title": title}) for sha in "ab" for name in ("x", "y") for title in (None, "t")
    }
    assert len(keys) == 8
    assert cache_key("a", {"name": "x", "title": None}) == cache_key("a", {"title": None, "name": "x"})


def test_the_hash_of_code_is_that_of_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from councilgraph.build import cache as module

    package = tmp_path / "councilgraph"
    shutil.copytree(Path(module.__file__).parent.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    before = code_hash("mapping", "rdf.py")
    monkeypatch.setattr(module, "__file__", str(package / "build" / "cache.py"))
    assert code_hash("mapping", "rdf.py") == before
    (package / "mapping" / "__pycache__").mkdir()
    (package / "mapping" / "__pycache__" / "iris.cpython-311.pyc").touch()
    assert code_hash("mapping", "rdf.py") == before
    (package / "mapping" / "iris.py").rename(package / "mapping" / "names.py")
    assert code_hash("mapping", "rdf.py") != before
