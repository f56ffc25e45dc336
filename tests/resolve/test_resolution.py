"""All records together."""

import copy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.model import Document, Record
from councilgraph.resolve import Resolution, authority, fill_ids, resolve
from reports import LEADERS, OVERALL, REGISTER, report


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
