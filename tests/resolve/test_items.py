"""Keys of the items of a record."""

from dataclasses import replace

from councilgraph.model import Document, Evidence, Finding, Record
from councilgraph.resolve.items import items


def record(*quotes: str, start: int = 0) -> Record:
    findings = [Finding("i1", "strength", evidence=[Evidence(start, start + len(q), 1, q)]) for q in quotes]
    return Record(Document("d", "d.txt", "0" * 64), findings=findings)


def keys(of: Record) -> list[str]:
    return [item.key for item in items(of)]


def test_offsets_spaces_and_case_do_not_count() -> None:
    assert keys(record("Good  help\nearly", start=7)) == keys(record("good help early"))


def test_the_document_and_the_part_do() -> None:
    one = record("good help")
    assert keys(one)[0].startswith("d#findings/")
    assert keys(one) != keys(replace(one, document=replace(one.document, id="e")))


def test_items_on_the_same_words_are_numbered() -> None:
    first, second = keys(record("good help", "good help"))
    assert second == first + "-2"
