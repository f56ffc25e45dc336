"""The file of decisions, and a build that follows it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.build.decisions import COLUMNS, add_decisions, decisions_file, read_decisions
from councilgraph.build.desk import open_desk
from councilgraph.build.project import init_project
from councilgraph.errors import InputError
from councilgraph.resolve.decisions import Decision

from .graphs import REPORTS, build_samples, count, nquads, warm

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(st.lists(st.builds(Decision, *[CELL] * len(COLUMNS)), max_size=4))
def test_rows_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, rows: list[Decision]) -> None:
    file = tmp_path_factory.mktemp("rows") / "decisions.csv"
    rows = [row for row in rows if any((row.item, row.field, row.old, row.new, row.words, row.who, row.when, row.why))]
    for row in rows:
        add_decisions(file, [row])
    assert read_decisions(file) == rows


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"item,field,old\n", "no column “new”"),
        (b"item,field,old,new,words\na,b\n", "2 fields, and there are 5 columns"),
        (b'item,field,old,new,words\n"a,b\n', "not well-formed"),
        (b"item,field,old,new,words\n\xff\xfe\x00", "is not UTF-8"),
    ],
)
def test_a_broken_file_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "decisions.csv"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_decisions(file)
    with pytest.raises(InputError):
        add_decisions(file, [Decision("a", "", "", "accepted", "")])
    assert file.read_bytes() == content


def test_a_spreadsheet_may_have_saved_it(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    file.write_bytes("\ufeffitem;field;old;new;words\r\na;b;c;d;“e”\r\n".encode())
    assert read_decisions(file) == [Decision("a", "b", "c", "d", "“e”")]


def test_the_file_lies_in_the_project_else_in_the_store(tmp_path: Path) -> None:
    project = init_project(tmp_path / "p")
    assert decisions_file(project.store) == project.folder / "decisions.csv"
    assert decisions_file(tmp_path / "s") == tmp_path / "s" / "decisions.csv"


def test_builds_follow_it_and_go_back_when_it_goes(tmp_path: Path, samples: Path) -> None:
    store = warm(tmp_path / "store", samples)
    build_samples(store, [REPORTS[0]])
    before = nquads(store)
    desk = open_desk(store)
    (decided,) = desk.decided
    good = next(item for item in decided.items.values() if item.part == "judgements")
    point = next(item for item in decided.items.values() if item.part == "findings")
    inadequate = '?j a cg:Judgement ; cg:evidence/cg:printedGrade "Inadequate"'
    assert count(store, inadequate) == 0
    findings = count(store, "?f a cg:Finding")
    file = desk.write([desk.change(good, "grade", "Inadequate"), desk.judge(point, False)])
    report = build_samples(store)
    assert report.changed
    assert count(store, "?f a cg:Finding") == findings - 1
    assert count(store, inadequate) == len(good.value.evidence)
    assert not build_samples(store).changed

    again = warm(tmp_path / "again", samples)
    shutil.copy(file, again)
    build_samples(again, [REPORTS[0]])
    assert nquads(again) == nquads(store)

    file.unlink()
    build_samples(store)
    assert nquads(store) == before


def test_one_that_does_not_hold_is_listed_by_every_build(tmp_path: Path, samples: Path) -> None:
    store = warm(tmp_path / "store", samples)
    build_samples(store, [REPORTS[0]])
    desk = open_desk(store)
    item = next(item for item in desk.decided[0].items.values() if item.part == "judgements")
    key = item.key
    add_decisions(decisions_file(store), [Decision(key, "grade", "Unknown", "Good", item.words)])
    add_decisions(decisions_file(store), [Decision("gone#people/0", "", "", "accepted", "")])
    for _ in range(2):
        report = build_samples(store)
        said = [trouble.problem.message for trouble in report.troubles if trouble.problem.code == "decision-unheld"]
        assert len(said) == 2
        assert report.exit_code == 0
