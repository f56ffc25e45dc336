"""All records together."""

import copy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.model import Document, Inspection, Judgement, PersonMention, Record
from councilgraph.resolve import Resolution, authority, fill_ids, resolve
from reports import LEADERS, NORTHMERE, OVERALL, REGISTER, report


def resolved(*records: Record) -> Resolution:
    return resolve(records, REGISTER)


def test_a_record_without_a_text_asserts_nothing() -> None:
    unread = Record(Document("x", "x.pdf", "0" * 64))
    assert resolved(unread).texts == []


def test_copies_of_a_text_are_one() -> None:
    (text,) = resolved(report("a"), report("b")).texts
    assert [document.id for document in text.documents] == ["a", "b"]


@settings(max_examples=20, deadline=None)
@given(st.permutations([report(name, published=None) for name in "abc"] + [report("d")]))
def test_the_copy_that_most_is_known_of_speaks_for_all(copies: list[Record]) -> None:
    (text,) = resolved(*copies).texts
    assert [document.id for document in text.documents] == ["d", "a", "b", "c"]


def test_mentions_in_several_texts_are_one_event_and_grades_of_all_count() -> None:
    found = resolved(report("a", grades=[(OVERALL, "Good")]), report("b", grades=[(LEADERS, "Good")]))
    (event,) = found.events.values()
    assert event.areas == {"ilacs-overall", "ilacs-leaders"}
    assert found.versions == {"northmere-ilacs-2024-05": "ilacs-2023"}


def test_the_spelling_met_most_often_is_a_persons_name() -> None:
    names = ["Maire Quill", "Máire Quill", "Máire Quill"]
    found = resolved(*(report(f"r{n}", leads=[name], ending=str(n)) for n, name in enumerate(names)))
    assert found.people == {"maire-quill-ofsted": "Máire Quill"}


@pytest.mark.parametrize(
    ("record", "code", "message"),
    [
        (report(grades=[(OVERALL, "Splendid")]), "grade-unknown", "“Splendid” is not in the vocabulary of ilacs"),
        (report(grades=[("Cakes", "Good")]), "area-unknown", "“Cakes” is not in the vocabulary of ilacs"),
        (report(council="Nowhere"), "council-not-in-register", "“Nowhere” is no council of the register at that date"),
    ],
)
def test_what_cannot_be_settled_is_told(record: Record, code: str, message: str) -> None:
    ((problem,),) = resolved(record).problems.values()
    assert (problem.code, problem.message) == (code, message)
    assert problem.page in (1, 2)


def test_a_judgement_that_is_not_understood_is_not_asserted() -> None:
    (text,) = resolved(report(grades=[(OVERALL, "Splendid"), (LEADERS, "Good")])).texts
    assert [(found.area, found.grade.key) for found in text.judgements] == [("ilacs-leaders", "good")]


def test_records_are_left_as_they_are() -> None:
    records = [report("a"), report("b", council="Nowhere")]
    before = copy.deepcopy(records)
    resolved(*records)
    fill_ids(records[0], REGISTER)
    assert records == before


def test_ids_are_filled_where_they_are_known() -> None:
    filled = fill_ids(report(grades=[(OVERALL, "good"), (LEADERS, "Splendid")]), REGISTER)
    assert [council.id for council in filled.councils] == ["northmere"]
    assert [(j.area_concept, j.grade_concept) for j in filled.judgements] == [("ilacs-overall", "good"), (None, None)]
    assert fill_ids(report(council="Nowhere"), REGISTER).councils[0].id is None


def test_a_record_of_nothing_stays_as_it_is() -> None:
    empty = Record(Document("x", "x.pdf", "0" * 64))
    assert fill_ids(empty, REGISTER) is empty


def test_whose_word_goes_first() -> None:
    own = Document("a", "a", "", genre="letter", publisher="Ofsted")
    order = [
        own,
        replace(own, publisher="Department for Education"),
        replace(own, publisher="Ada's News", genre="press-article"),
        replace(own, publisher=None, genre=None),
    ]
    assert [authority(document) for document in order] == [0, 1, 2, 3]
    assert authority(replace(own, publisher=None, genre="inspection-report")) == 0


def earlier(area: str, grade: str, **dates: str) -> Record:
    """A report of 2022 that tells of an inspection before it."""
    record = report("northmere-2022", start="2022-05-16", end="2022-05-27", published="2022-07-04")
    words = record.judgements[0].evidence
    record.inspections.append(Inspection("i2", NORTHMERE, bodies=["Ofsted"], evidence=words, **dates))
    record.judgements.append(Judgement("i2", area, grade, evidence=words))
    return record


def test_an_earlier_outcome_joins_the_report_on_it() -> None:
    older = report("northmere-2019", start="2019-03-04", end="2019-03-15", published="2019-05-01")
    for dates in ({"start": "2019-03", "end": "2019-03"}, {"start": "2019", "end": "2019"}, {"published": "2019-05"}):
        found = resolved(older, earlier("services for children", "good", **dates))
        assert sorted(found.events) == ["northmere-ilacs-2019-03", "northmere-ilacs-2022-05"]
        assert found.events["northmere-ilacs-2019-03"].bounds.exact
        assert not found.problems


def test_an_earlier_outcome_with_another_grade_or_month_stays_apart() -> None:
    older = report("northmere-2019", start="2019-03-04", end="2019-03-15", published="2019-05-01")
    for grade, month in (("inadequate", "2019-03"), ("good", "2019-09")):
        found = resolved(older, earlier("services for children", grade, start=month, end=month))
        assert len(found.events) == 3


def test_an_earlier_outcome_is_of_the_framework_of_its_day() -> None:
    found = resolved(earlier("services for looked after children", "adequate", start="2011-06", end="2011-06"))
    (key,) = found.events.keys() - {"northmere-ilacs-2022-05"}
    assert key == "northmere-slac-2011-06"
    (text,) = found.texts
    assert [(one.area, one.grade.key) for one in text.judgements[-1:]] == [("slac-looked-after-overall", "adequate")]
    assert found.versions[key].startswith("slac")


def test_an_earlier_outcome_of_no_framework_that_can_be_settled_is_told() -> None:
    found = resolved(earlier("services for children", "good", start="2018-02", end="2018-02"))
    assert "northmere-inspection-2018-02" in found.events
    ((problem,),) = found.problems.values()
    assert (problem.code, problem.message) == (
        "area-unknown",
        "“services for children” is not in a framework that could be settled",
    )


@settings(max_examples=10, deadline=None)
@given(
    st.permutations(
        [
            report("northmere-2019", start="2019-03-04", end="2019-03-15", published="2019-05-01"),
            report("northmere-2020", start="2020-03-02", end="2020-03-13", published="2020-05-01"),
            earlier("services for children", "good", start="2019", end="2019"),
            report("eastvale-2019", council="Eastvale", start="2019-03-04", end="2019-03-15"),
        ]
    )
)
def test_the_order_of_records_decides_nothing(records: list[Record]) -> None:
    found = resolved(*records)
    assert sorted(found.events) == [
        "eastvale-ilacs-2019-03",
        "northmere-ilacs-2019-03",
        "northmere-ilacs-2020-03",
        "northmere-ilacs-2022-05",
    ]


def test_the_boards_review_is_an_event_of_its_own() -> None:
    record = report("eastvale-2015", framework="sif", grades=(), findings=())
    board = replace(record.inspections[0], id="i2", body="Local Safeguarding Children Board", visit_type="lscb-review")
    record.inspections.append(board)
    found = resolved(record)
    assert sorted(found.events) == ["northmere-lscb-review-2024-05", "northmere-sif-2024-05"]
    assert found.events["northmere-lscb-review-2024-05"].body


def test_everybody_who_is_named_has_a_key() -> None:
    record = report(leads=["Ada Fernsby"])
    words = record.inspections[0].evidence[:1]
    record.people += [
        PersonMention("Bo Quill", "Team inspector", "inspector", "Ofsted", evidence=words),
        PersonMention("Ada Fernsby", "Lead inspector", "inspector", "Ofsted", evidence=words),
    ]
    assert resolved(record).people == {"ada-fernsby-ofsted": "Ada Fernsby", "bo-quill-ofsted": "Bo Quill"}
