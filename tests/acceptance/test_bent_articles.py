"""Articles as they come: twice, in another outlet's page, in other encodings, huge, empty, about somewhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from councilgraph import api
from councilgraph.build.reader import read_record
from councilgraph.documents import Source
from councilgraph.model import Record
from councilgraph.records import PARTS
from councilgraph.registers import councils
from councilgraph.resolve import resolve

Read = Callable[[bytes], Record]


@pytest.fixture
def article(shared: Path) -> str:
    """A founding article."""
    return (shared / "corpus" / "seeds" / "001_a652033b23022393.txt").read_text(encoding="utf-8")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes to a file and read it as a process that reads documents does, which need not start for each."""

    def extracted(content: bytes) -> Record:
        file = tmp_path / "article.txt"
        file.write_bytes(content)
        return read_record(Source(file, file.name))

    return extracted


def said(record: Record) -> list[list[str]]:
    """The words of all items, whatever the spaces between them, by part."""
    return [
        sorted(" ".join(span.quote.split()) for item in getattr(record, part) for span in item.evidence)
        for part in PARTS
        if part != "problems"
    ]


def is_silent(record: Record) -> bool:
    return not any(getattr(record, part) for part in PARTS if part != "problems")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_say_the_same(article: str, read: Read, encoding: str) -> None:
    assert said(read(article.encode(encoding))) == said(read(article.encode()))


def test_windows_1252_says_the_same(article: str, read: Read) -> None:
    plain = article.encode("cp1252", errors="replace").decode("cp1252")
    assert said(read(plain.encode("cp1252"))) == said(read(plain.encode()))


def test_windows_line_ends_say_the_same(article: str, read: Read) -> None:
    assert said(read(article.replace("\n", "\r\n").encode())) == said(read(article.encode()))


def test_another_outlets_page_adds_nothing(article: str, read: Read) -> None:
    page = (
        "Skip to content\nSign in\nNews\nSport\n\n"
        + article
        + "\n\nMore from the Westmarch Gazette\n\nCouncil leader Percy Quillon quits\nWestmarch rated 'inadequate' by Ofsted\n"
        "Subscribe to our newsletter\nAccept all cookies\n© 2024 Westmarch Gazette\n"
    )
    mine, theirs = read(page.encode()), read(article.encode())
    assert [person.name for person in mine.people] == [person.name for person in theirs.people]
    assert [council.name for council in mine.councils] == [council.name for council in theirs.councils]
    assert [judgement.grade for judgement in mine.judgements] == [judgement.grade for judgement in theirs.judgements]


def test_the_same_article_twice_is_one_text(article: str, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    found = list(api.extract([tmp_path], workers=1))
    assert len(found) == 2
    (text,) = resolve(found, councils()).texts
    assert len({document.id for document in text.documents}) == 1


@pytest.mark.parametrize("content", [b"", b" \n\n ", b"\x00" * 4000, "Ofsted".encode("utf-16")[:7]])
def test_what_holds_no_article_says_why_and_nothing_else(content: bytes, read: Read) -> None:
    record = read(content)
    assert is_silent(record)
    assert record.problems


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors from the Care Inspectorate have praised Glasgow City Council.\n\nChildren's services in Glasgow were "
        "graded 'very good' for leadership, the Care Inspectorate said.\n\nCouncillor Morag Selkirk said: \"We are proud.\"\n",
        "Children's services at Cardiff Council need to improve, Care Inspectorate Wales has said.\n\nThe council's leader, "
        'Gwen Ap Iorwerth, said: "We accept the report."\n',
        "City beat United 3-1 on Saturday.\n\nThe manager, Alf Trotter, said his defenders had been 'outstanding'.\n"
        * 4,
    ],
)
def test_what_is_about_somewhere_else_says_so_and_asserts_nothing(text: str, read: Read) -> None:
    record = read(text.encode())
    assert is_silent(record)
    assert record.problems


def test_five_megabytes_are_read_or_refused_in_good_time(article: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes((article + "\n\n").encode() * (5_000_000 // len(article.encode())))
    (record,) = api.extract([tmp_path / "article.txt"], workers=1)
    assert is_silent(record) == bool(record.problems)
