"""Grades that no verb of grading goes with, and words of praise or blame that are no grades."""

import pytest

from .inspected import grades_of, record_of

RI = "requires improvement"


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ('The county got by with a "requires improvement" in 2016.', [("overall", RI)]),
        ("There was an inadequate for leadership and a good for adoption.", [("leadership", "inadequate"), ("adoption", "good")]),
        ("The latest report puts the service back at requires improvement.", [("overall", RI)]),
        ("Its mark this time: inadequate.", [("overall", "inadequate")]),
        ("The grade is the same as last time: requires improvement.", [("overall", RI)]),
        ("The verdict on the county was of another order: outstanding.", [("overall", "outstanding")]),
        ("The last of them, children in care and care leavers, requires improvement.", [("children in care and care leavers", RI)]),
        ("The looked-after service and adoption each require improvement.",
         [("looked-after service", "require improvement"), ("adoption", "require improvement")]),
        ("Westmarch's children's services 'inadequate'", [("overall", "inadequate")]),
        ("'Inadequate' Westmarch children's services get a new chief", [("overall", "Inadequate")]),
        ("Its help for children at risk was inadequate, Ofsted found.", [("overall", "inadequate")]),
        ("The service is good and its leaders outstanding, Ofsted concluded.",
         [("overall", "good"), ("its leaders", "outstanding")]),
        ("Adoption did better: this part of the service, inspectors said, requires improvement.", [("Adoption", RI)]),
        ("Inspectors were unimpressed: inadequate overall, inadequate for leadership.",
         [("overall", "inadequate"), ("leadership", "inadequate")]),
    ],
)  # fmt: skip
def test_labels_by_themselves_are_grades(sentence: str, grades: list[tuple[str, str]]) -> None:
    assert [(a.removeprefix("its "), g) for a, g in grades_of(sentence)] == [
        (a.removeprefix("its "), g) for a, g in grades
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plans for many children require improvement.",
        "Communication with families requires improvement in several teams.",
        "Inspectors found that record keeping was inadequate.",
        "Inspectors judged the front door to be good.",
        "Leaders had an inadequate grasp of the figures.",
        "Both of the council's special schools are outstanding.",
        "The borough is a good parent, inspectors said.",
        "Ofsted said that the council is good at listening to children.",
        "No 'outstanding' in sight as councils wait for Ofsted.",
        "Hopes to be rated 'good' are fading.",
        "Ofsted's inspectors found nothing outstanding.",
        "It is the grade that replaced 'adequate'.",
        "Anything less than good is not acceptable to Ofsted.",
        "The number of foster carers is inadequate.",
    ],
)
def test_words_of_praise_or_blame_are_no_grades(sentence: str) -> None:
    assert grades_of(sentence) == []


def test_a_grade_belongs_to_the_subject_of_its_own_clause() -> None:
    told = grades_of("Leaders of Westmarch's children's services 'outstanding', care leavers still waiting")
    assert [(area.casefold(), grade) for area, grade in told] == [("leaders", "outstanding")]


def test_what_a_council_was_told_is_a_grade_and_no_speech() -> None:
    assert grades_of("The council was told that its services were inadequate.") == [("overall", "inadequate")]
    assert grades_of("In 2018 the county was told that it required improvement.") == [
        ("overall", "required improvement")
    ]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("It was handed a 1, the lowest grade, for social care in the performance assessment.", [("social care", "1")]),
        ("The council climbed from a 1 to a 3 in the annual performance assessment.", [("overall", "1"), ("overall", "3")]),
        ("It picked up a 4 for staying safe and a 3 for being healthy.", [("staying safe", "4"), ("being healthy", "3")]),
        ("For children's services, as well as for capacity to improve, it got a 2.",
         [("overall", "2"), ("capacity to improve", "2")]),
    ],
)  # fmt: skip
def test_numbers_are_grades(sentence: str, grades: list[tuple[str, str]]) -> None:
    told = [(a, g) for a, g in grades_of(sentence, published="2007-11")]
    assert sorted(told) == sorted(grades)


def test_a_grade_that_was_shed_is_an_earlier_one() -> None:
    record = record_of("The council has shaken off its inadequate tag and is now rated good.")
    assert [(j.inspection, j.grade) for j in record.judgements] == [("i1", "good"), ("i2", "inadequate")]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Kent and Surrey were both rated good, Essex adequate.", {"Kent": "good", "Surrey": "good", "Essex": "adequate"}),
        ("Kent 'inadequate', Surrey 'good', Essex 'outstanding'",
         {"Kent": "inadequate", "Surrey": "good", "Essex": "outstanding"}),
        ("Kent, Surrey and Essex all require improvement, Ofsted said.",
         {"Kent": "require improvement", "Surrey": "require improvement", "Essex": "require improvement"}),
        ("Of the 60 inspected, 29 were rated inadequate and just two, Kent and Surrey, outstanding.",
         {"Kent": "outstanding", "Surrey": "outstanding"}),
    ],
)  # fmt: skip
def test_rows_of_councils_have_their_grades(sentence: str, grades: dict[str, str]) -> None:
    record = record_of("Ofsted has reported on children's services.", sentence, lead=None)
    council = {i.id: str(i.council).split()[0] for i in record.inspections}
    assert {council[j.inspection]: j.grade for j in record.judgements} == grades


def test_a_second_year_in_a_row_tells_of_the_year_before() -> None:
    record = record_of(
        "Ofsted's annual ratings of children's services are out.",
        "The three that perform poorly are Kent, Surrey and Essex.",
        "Two of those, Kent and Essex, are named for a second year in a row.",
        lead=None,
        published="2010-12-09",
    )
    assert [i.council for i in record.inspections if i.published == "2009"] == [
        "Kent County Council",
        "Essex County Council",
    ]
