"""Clauses of prose: whether they speak for or against a service."""

import pytest

from councilgraph.extract.letters.weighing import clauses, is_negative, weigh

from .samples import prose


@pytest.mark.parametrize(
    "words",
    [
        "Drift has been reduced.",
        "The backlog of visits has been cleared.",
        "Senior leaders understand where practice is weak.",
        "This is a significant improvement.",
        "Work to reduce teenage pregnancy is effective.",
        "Most referrals are dealt with promptly.",
        "Children come into care when they should, promptly.",
        "Nearly all care leavers live somewhere suitable.",
        "The actions that were asked for in spring have all been completed.",
        "Nobody waits for an advocate any more.",
        "Homeless families no longer have to sleep in hotels.",
        "No school of the borough is in special measures.",
        "Workers answer even when it is difficult to do so.",
        "Managers have not become complacent.",
        "Supervision has become more frequent.",
        "Visits take place when they should.",
        "Letters to families are written with care.",
        "Members ask searching questions.",
        "Attainment compares favourably with that of the region.",
        "Repeat referrals are below the national average.",
    ],
)
def test_for(words: str) -> None:
    found = weigh(words)
    assert found and not is_negative(found)


@pytest.mark.parametrize(
    "words",
    [
        "Social workers have more families than they can manage.",
        "Young people are not told of their rights.",
        "The proportion of children placed far from home has risen.",
        "Work on this is at an early stage.",
        "The council has made limited progress.",
        "The authority no longer meets the standard.",
        "The quality of care planning has declined.",
        "Workloads vary too widely.",
        "Six of them had no minutes.",
        "Truancy is stubbornly high.",
        "Visits do not take place when they should.",
        "Only a few of the actions have been completed.",
        "Chronologies tail off.",
        "Much is left to be desired, and recording is lax.",
        "There is a dearth of foster homes.",
        "Too much hinges on one adviser.",
        "Placement moves are well above the national average.",
    ],
)
def test_against(words: str) -> None:
    found = weigh(words)
    assert found and is_negative(found)


@pytest.mark.parametrize(
    "words",
    ["Inspectors read forty files.", "The team is in the town hall.", "Children who need help live in all wards."],
)
def test_neither(words: str) -> None:
    assert weigh(words) is None


def parts(words: str) -> list[str]:
    found = prose(words)
    return [found.plain[a:b].rstrip(".") for sentence in found.sentences for a, b, _ in clauses(found, sentence)]


def test_clauses_with_a_subject_of_their_own_stand_apart() -> None:
    assert parts("Supervision is too rare and managers sign off work that they have not read.") == [
        "Supervision is too rare",
        "managers sign off work that they have not read",
    ]
    assert len(parts("Visits to children are timely, and in some cases the record of them is lost.")) == 2
    assert parts(
        "At the visit, when inspectors found that files were missing, managers were told to look for every file."
    ) == [
        "files were missing",
        "managers were told to look for every file",
    ]


def test_what_goes_on_with_the_same_subject_stays() -> None:
    assert len(parts("Plans are written on time but are of poor quality.")) == 1
    assert len(parts("Help for children and young people with disabilities is good.")) == 1
