"""Sentences that give grades."""

import pytest

from councilgraph.extract.letters.graded import with_grades

from .samples import prose


def graded(words: str) -> list[tuple[str | None, str]]:
    found = [one for _, several in with_grades(prose(words)) for one in several]
    return [(one.area.family if one.area else None, one.grade) for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In May 2012 children's services in Westmarch were judged good overall.", [("overall", "good")]),
        ("The report judged the protection of children inadequate, but leadership and governance were adequate.",
         [("safeguarding", "inadequate"), ("leadership", "adequate")]),
        ("It judged overall effectiveness inadequate, as were leadership and management; adoption performance was good.",
         [("overall", "inadequate"), ("leadership", "inadequate"), ("adoption", "good")]),
        ("Services were found good, with leadership requiring improvement.", [("overall", "good"), ("leadership", "requiring improvement")]),
        ("It found services to be good, with leadership good and care leavers' services outstanding.",
         [("overall", "good"), ("leadership", "good"), ("care-leavers", "outstanding")]),
        ("In 2005 education services were given a grade of 3 and social care 2.", [("education", "3"), ("social-care", "2")]),
        ("In 2009 the service was performing well.", [("overall", "performing well")]),
        ("Overall effectiveness was inadequate; so was leadership, and so were outcomes.", [("overall", "inadequate"), ("leadership", "inadequate")]),
        ('They gave us "good" for the way we keep our promises, and "adequate" for the way we spend.',
         [("the way we keep our promises", "good"), ("the way we spend", "adequate")]),
        ("For leadership and governance we were told that we require improvement.", [("leadership", "require improvement")]),
        ("This was our fourth visit since the borough was judged inadequate in 2017.", [(None, "inadequate")]),
        ("In 2019 Ofsted told us that children's services required improvement to be good.", [("overall", "required improvement to be good")]),
        ("The council received an inadequate rating in May.", [("overall", "inadequate")]),
        ("Inspectors judged you inadequate for leadership.", [("leadership", "inadequate")]),
        ("Our services have gone from 'inadequate' to 'good'.", [("overall", "inadequate"), ("overall", "good")]),
        ("Ofsted rated our services good, up from requires improvement in 2019.", [("overall", "good"), ("overall", "requires improvement")]),
        ("As you know, the council's services were judged inadequate.", [("overall", "inadequate")]),
        ("The services were judged inadequate last May, as was adoption.", [("overall", "inadequate"), ("adoption", "inadequate")]),
        ("Inspectors saw the fostering service in 2018. It was judged to be outstanding.", [("fostering", "outstanding")]),
        ("The joint area review in May 2005 judged fostering to be good.", [("fostering", "good")]),
    ],
)  # fmt: skip
def test_grades_and_what_they_are_of(words: str, found: list[tuple[str | None, str]]) -> None:
    assert graded(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Services are no longer inadequate.",
        "We mean our services to be good by then.",
        "I want children's services to be outstanding.",
        "We believed that good was within reach.",
        "Pathway plans are poorly written: too many require improvement.",
        "The quality of assessments was judged to be good.",
        "Three of the borough's schools are inadequate.",
        "When last inspected all of its children's homes were good.",
        "The attendance of children in care is good.",
        "The large majority of services are good or better.",
        "There are good links with the police.",
        "To have 'performs excellently' does not mean that all is perfect.",
        "Leaders found good homes for children.",
    ],
)
def test_what_gives_no_grade(words: str) -> None:
    assert not graded(words)


def test_the_grade_before_a_change_is_the_earlier_one() -> None:
    found = [
        one for _, several in with_grades(prose("Services have slipped from good to inadequate.")) for one in several
    ]
    assert [(one.grade, one.earlier) for one in found] == [("good", True), ("inadequate", False)]
