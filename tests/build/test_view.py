"""The view of a record that a person edits."""

import re
from pathlib import Path

import pytest

from councilgraph.build.desk import Desk, open_desk
from councilgraph.build.view import changes, rendered
from councilgraph.errors import InputError, UsageError
from councilgraph.resolve.decisions import Decided


@pytest.fixture(scope="module")
def desk(samples: Path) -> Desk:
    return open_desk(samples)


@pytest.fixture(scope="module")
def report(desk: Desk) -> Decided:
    return desk.of_document("northmere-2019.pdf")


def test_a_view_that_was_not_touched_decides_nothing(desk: Desk) -> None:
    for decided in desk.decided:
        assert changes(desk, decided, rendered(decided)) == []


def test_a_value_and_words(desk: Desk, report: Decided) -> None:
    view = rendered(report)
    edited = view.replace('lead_inspectors = ["Isolde Fennimarch"]', 'lead_inspectors = ["I. Fennimarch", "A. Other"]')
    (one,) = changes(desk, report, edited, who="me", why="a test")
    assert (one.field, one.old, one.new) == (
        "lead_inspectors",
        '["Isolde Fennimarch"]',
        '["I. Fennimarch", "A. Other"]',
    )
    assert (one.who, one.why) == ("me", "a test")
    finding = next(item for item in report.items.values() if item.part == "findings")
    whole = " ".join(finding.words.split())
    (words,) = changes(desk, report, view.replace(whole, whole[:20]))
    assert (words.item, words.field, words.new) == (finding.key, "words", whole[:20])


def test_a_table_taken_out_and_one_put_in(desk: Desk, report: Decided) -> None:
    view = rendered(report)
    first = view.index("[[findings]]")
    second = view.index("[[findings]]", first + 1)
    new = '[[findings]]\ninspection = "i1"\ntype = "strength"\nwords = "Northmere County Council"\n'
    added, rejected = changes(desk, report, view[:first] + view[second:] + new)
    assert added.item == "northmere-2019#findings/new"
    assert (rejected.field, rejected.new) == ("", "rejected")
    assert rejected.item in view[first:second]


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ('grade = "Good"', "grade = Good", InputError),
        ('grade = "Good"', 'mark = "Good"', UsageError),
        ("[[judgements]]", "[[verdicts]]", InputError),
        ('type = "area-for-improvement"', 'type = "complaint"', UsageError),
        ('item = "northmere-2019#judgements/', 'item = "northmere-2019#judgements/x', UsageError),
        ('words = "', 'words = "No such words. ', UsageError),
    ],
)
def test_what_makes_no_sense_is_said(desk: Desk, report: Decided, old: str, new: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        changes(desk, report, rendered(report).replace(old, new, 1))


def test_a_view_with_nothing_left_in_it_is_no_decision(desk: Desk, report: Decided) -> None:
    for view in ("", "# nothing\n"):
        with pytest.raises(UsageError, match="would reject all"):
            changes(desk, report, view)


@pytest.mark.parametrize(
    ("part", "key", "value", "message"),
    [
        ("inspections", "start", '"soon"', "no date"),
        ("inspections", "start", '"2019-02-30"', "no date"),
        ("inspections", "council", '"Northmeer"', "did you mean"),
        ("judgements", "grade", '"Godo"', "no label of any grade"),
        ("judgements", "inspection", '"i99"', "no inspection “i99”; there are i1"),
    ],
)
def test_values_that_lead_nowhere_are_refused(
    desk: Desk, report: Decided, part: str, key: str, value: str, message: str
) -> None:
    item = next(one for one in report.items.values() if one.part == part)
    before, start = rendered(report).split(f'item = "{item.key}"', 1)
    edited = re.sub(rf"(?m)^{key} = .+$", f"{key} = {value}", start, count=1)
    with pytest.raises(UsageError, match=message):
        changes(desk, report, f'{before}item = "{item.key}"{edited}')


def test_a_date_may_be_one_of_toml(desk: Desk, report: Decided) -> None:
    view = re.sub(r"(?m)^start = .+$", "start = 2019-01-15", rendered(report), count=1)
    (one,) = changes(desk, report, view)
    assert (one.field, one.new) == ("start", "2019-01-15")
