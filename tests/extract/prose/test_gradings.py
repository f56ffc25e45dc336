"""Grades that sentences say an inspectorate gave."""

import pytest

from .inspected import COUNCIL, grades_of, record_of

RI = "requires improvement"


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Ofsted has rated the county's children's services as 'good'.", [("overall", "good")]),
        ('The authority was handed an "inadequate" rating.', [("overall", "inadequate")]),
        ("Its children's services were branded inadequate by the watchdog.", [("overall", "inadequate")]),
        (
            "The council's children's services 'require improvement to be good'.",
            [("overall", "require improvement to be good")],
        ),
        ("The overall verdict was good.", [("overall", "good")]),
        ("The council's services are performing poorly, Ofsted said.", [("overall", "performing poorly")]),
        ('The council kept its "outstanding" judgement.', [("overall", "outstanding")]),
        ("Inspectors gave it the top grade.", [("overall", "top grade")]),
        (
            "The council was graded 2 for staying safe and 3 for its capacity to improve.",
            [("staying safe", "2"), ("capacity to improve", "3")],
        ),
        ("It was graded good in all four areas.", [("all four areas", "good")]),
        ("Help and protection: inadequate.", [("Help and protection", "inadequate")]),
        ("Adoption was rated good.", [("Adoption", "good")]),
        (
            "Ofsted graded leadership and care leavers outstanding.",
            [("leadership", "outstanding"), ("care leavers", "outstanding")],
        ),
        (
            "Ofsted judged it good overall, with leadership requiring improvement.",
            [("overall", "good"), ("leadership", "requiring improvement")],
        ),
        (
            "It was 'good' for adoption, but 'inadequate' for care leavers.",
            [("adoption", "good"), ("care leavers", "inadequate")],
        ),
        (
            "Three areas were graded as good: leadership, adoption and care leavers.",
            [("leadership", "good"), ("adoption", "good"), ("care leavers", "good")],
        ),
        (
            "Adoption was rated good, as was the service for care leavers.",
            [("Adoption", "good"), ("the service for care leavers", "good")],
        ),
        ("Leadership was rated good, and the same goes for adoption.", [("Leadership", "good"), ("adoption", "good")]),
        (
            "Ofsted went further for adoption, where the council was found to be 'outstanding'.",
            [("adoption", "outstanding")],
        ),
        ("The borough's social workers can celebrate a good from Ofsted.", [("overall", "good")]),
        ("What it got from the watchdog was an inadequate, its second in a row.", [("overall", "inadequate")]),
        ("Outstanding. That is the word Ofsted chose for the county's services.", [("overall", "Outstanding")]),
        ("It was the first report that saw safeguarding as adequate.", [("safeguarding", "adequate")]),
        ("Its capacity to improve was put no higher than adequate.", [("capacity to improve", "adequate")]),
        ("The council's last mark, good, was given in 2020.", [("overall", "good")]),
        ("The council required improvement when it was last graded.", [("overall", "required improvement")]),
        ("In its fourth year the county made it into the good club.", [("overall", "good")]),
        ("Care leavers get a service that inspectors consider good.", [("Care leavers", "good")]),
        ("The council got a two for staying safe.", [("staying safe", "two")]),
        (
            "Once inadequate, now good: the county has turned its services round.",
            [("overall", "good"), ("overall", "inadequate")],
        ),
        ("Looked-after children came off better. Services for them are good.", [("Looked-after children", "good")]),
        (
            "Help for disabled children and their parents was found to be good.",
            [("Help for disabled children and their parents", "good")],
        ),
        ("There is a good for leadership and another for adoption.", [("leadership", "good"), ("adoption", "good")]),
        (
            "It got an outstanding for leadership; for everything else it was good.",
            [("leadership", "outstanding"), ("overall", "good")],
        ),
        (
            "The grades: safeguarding, adequate; looked-after children, good; capacity to improve, good.",
            [("safeguarding", "adequate"), ("looked-after children", "good"), ("capacity to improve", "good")],
        ),
        (
            "Child protection has gone from adequate to good.",
            [("Child protection", "good"), ("Child protection", "adequate")],
        ),
        ("The adoption agency was said by Ofsted to be outstanding.", [("adoption agency", "outstanding")]),
        ("The council, in special measures since 2016, has finally been rated good.", [("overall", "good")]),
        ("The council's score was a disappointing 2 out of 4.", [("overall", "2")]),
        ("The way the council keeps its children safe has crept up to adequate.", [("safeguarding", "adequate")]),
        ("It was good for adoption, and 'requires improvement' in the other four areas.", [("adoption", "good")]),
    ],
)
def test_grades_that_were_given(sentence: str, grades: list[tuple[str, str]]) -> None:
    assert grades_of(sentence) == grades


@pytest.mark.parametrize(
    "sentence",
    [
        "The council hopes to be rated good by next summer.",
        "The council is no longer inadequate.",
        "It feared that it would be judged inadequate.",
        "Marsh Lane Primary School was rated inadequate by Ofsted.",
        "A children's home in the town was graded good.",
        "The council's plans require improvement in three ways.",
        "More than half of councils are rated good or better.",
        "Seven councils were judged inadequate.",
        "Ofsted grades councils as outstanding, good, requires improvement or inadequate.",
        "Councils judged inadequate can lose control of their services.",
        "The council's peer review found its services to be good.",
        "Foster care was not good enough.",
        "It was inadequate in two of the five areas.",
        "Council leader Bram Tolliver said: 'Our services are good.'",
        "Neighbouring Harrowby City Council was rated outstanding.",
        "Services for children are consistently good, inspectors wrote.",
    ],
)
def test_words_that_give_no_grade(sentence: str) -> None:
    assert grades_of(sentence) == []


def test_a_move_has_a_grade_before_and_one_after() -> None:
    record = record_of("The council has dropped from 'good' to 'inadequate'.")
    assert [(j.inspection, j.grade) for j in record.judgements] == [("i1", "inadequate"), ("i2", "good")]


def test_a_grade_reached_before_too_is_two() -> None:
    record = record_of(
        "Ofsted graded it inadequate, the verdict it had reached in April 2011 too.", published="2014-02-13"
    )
    assert [(j.inspection, j.grade) for j in record.judgements] == [("i1", "inadequate"), ("i2", "inadequate")]
    assert record.inspections[1].published == "2011-04"


def test_councils_in_a_list_share_a_grade() -> None:
    record = record_of("Kent, Surrey and Essex were rated outstanding for all services by Ofsted.", lead=None)
    councils = {i.id: i.council for i in record.inspections}
    assert [(councils[j.inspection], j.grade) for j in record.judgements] == [
        ("Kent County Council", "outstanding"),
        ("Surrey County Council", "outstanding"),
        ("Essex County Council", "outstanding"),
    ]


def test_councils_listed_after_a_count_have_its_grade() -> None:
    record = record_of(
        "Four times as many councils as last year are 'inadequate' at keeping children safe, Ofsted says.",
        "This time it is three: Kent, Surrey and Essex.",
        lead=None,
    )
    assert [(j.area, j.grade) for j in record.judgements] == [("staying safe", "inadequate")] * 3


def test_the_lowest_rating_that_another_also_received_is_inferred_of_the_first() -> None:
    record = record_of(
        f"Ministers will send advisers to {COUNCIL}.",
        "In the annual performance assessment, Harrowby City Council also received the bottom rating - grade 1.",
        lead=None,
    )
    found = {i.council: j for j in record.judgements for i in record.inspections if i.id == j.inspection}
    assert (found["Harrowby City Council"].number, found["Harrowby City Council"].basis) == (1, "explicit")
    assert (found[COUNCIL].number, found[COUNCIL].basis) == (1, "inferred")


@pytest.mark.parametrize(
    "sentence",
    [
        "Being rated inadequate is bad for recruitment.",
        "An inadequate rating would bring in a commissioner.",
        "Inadequate services can be taken over by a trust.",
        "It is good that children are heard, the letter says.",
        "Practice ranges from good to inadequate.",
        "The road from inadequate to good is a long one.",
        "The managers had rated themselves good.",
        "The original of this article said that the council was inadequate.",
        "The council is braced for an 'inadequate' when Ofsted comes back.",
        "One council in four has been told that its services are inadequate.",
        "The other 57 all required improvement.",
        "Barely a week goes by without a letter from somewhere that 'requires improvement'.",
        "The assessment was scored from 1 to 4.",
    ],
)
def test_what_is_supposed_or_counted_is_no_grade(sentence: str) -> None:
    assert grades_of(sentence) == []


def test_peers_do_not_grade_though_inspectors_do_in_the_same_sentence() -> None:
    assert grades_of("After a peer review called the service good, Ofsted came and judged it inadequate.") == [
        ("overall", "inadequate")
    ]


def test_a_time_beside_what_else_happened_then_is_no_grades() -> None:
    record = record_of(
        f"Ofsted gave the top rating to {COUNCIL}, where a trust was set up in 2014, and called it 'outstanding'.",
        published="2019-02-07",
    )
    assert {one.start for one in record.inspections} == {None}


def test_two_grades_share_the_time_that_opens_their_sentence() -> None:
    record = record_of("In 2017 it was rated good overall but inadequate for adoption.", published="2019-02-07")
    starts = {one.id: one.start for one in record.inspections}
    assert [(j.grade, starts[j.inspection]) for j in record.judgements] == [("good", "2017"), ("inadequate", "2017")]


def test_a_row_of_grades_with_their_years() -> None:
    record = record_of(
        "Its fortunes have changed: good in 2007, inadequate in 2010, adequate in 2012.", published="2013-05-01"
    )
    starts = {one.id: one.start for one in record.inspections}
    assert {(j.grade, starts[j.inspection]) for j in record.judgements} == {
        ("good", "2007"),
        ("inadequate", "2010"),
        ("adequate", "2012"),
    }


def test_a_year_right_behind_the_grade_that_was_left_is_its_own() -> None:
    record = record_of("It was rated good, up from inadequate in 2019.", published="2024-03-01")
    starts = {one.id: one.start for one in record.inspections}
    assert [(j.grade, starts[j.inspection]) for j in record.judgements] == [("good", None), ("inadequate", "2019")]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Inspectors saw no reason to change its good rating.", ("overall", "good")),
        ("Inspectors found that its services were no better than adequate.", ("overall", "adequate")),
        ("In May a fuller inspection found safeguarding inadequate.", ("safeguarding", "inadequate")),
    ],
)
def test_what_is_denied_is_another_grade(sentence: str, grade: tuple[str, str]) -> None:
    assert grades_of(sentence, published="2019-03-18") == [grade]


def test_a_grade_that_was_left_is_for_what_moved() -> None:
    assert set(grades_of("Adoption drops to good from outstanding.")) == {
        ("Adoption", "good"),
        ("Adoption", "outstanding"),
    }


def test_what_a_council_was_told_is_a_grade() -> None:
    grades = grades_of("The council, warned in 2018 that it required improvement, is judged inadequate this time.")
    assert set(grades) == {("overall", "required improvement"), ("overall", "inadequate")}
