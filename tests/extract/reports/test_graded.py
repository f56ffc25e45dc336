"""What an earlier inspection graded, in running text."""

import pytest

from councilgraph.extract.reports.graded import (
    CAPACITY,
    OVERALL,
    Place,
    family,
    graded_before,
    graded_in,
    is_service,
    is_subject,
)

STOKE = Place.of("Stowe-on-Sea City Council")


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("services for looked after children", "looked-after"),
        ("Services for children and young people in care", "looked-after"),
        ("safeguarding arrangements", "safeguarding"),
        ("the protection of children", "safeguarding"),
        ("services for children in need of help and protection", "help-and-protection"),
        ("adoption", "adoption"),
        ("the experiences and progress of care leavers", "care-leavers"),
        ("leadership, management and governance", "leadership"),
        ("overall effectiveness of the local authority children's services", OVERALL),
        ("capacity to improve", CAPACITY),
        ("the lighthouse", None),
    ],
)
def test_families_by_plain_names(label: str, key: str | None) -> None:
    assert family(label) == key


def test_the_longest_phrase_counts_and_whole_words_alone() -> None:
    assert [one.words for one in graded_in("services for looked after children and adoption services")] == [
        "services for looked after children",
        "adoption services",
    ]
    assert graded_in("the councillors and the fosterings") == []


def test_a_subject_is_what_stands_before_a_verb() -> None:
    assert [one.family for one in graded_before("In 2012 adoption and fostering services", STOKE)] == [
        "adoption",
        "fostering",
    ]
    assert graded_before("the adoption panel", STOKE) == []
    assert [one.family for one in graded_before("Stowe-on-Sea", STOKE)] == [OVERALL]


def test_what_is_another_places_is_none_of_ours() -> None:
    assert graded_before("services for looked after children in Eastvale", STOKE) == []
    assert graded_before("Eastvale's adoption service", STOKE) == []
    assert graded_before("services for looked after children in Stowe", STOKE)
    assert graded_before("Stowe-on-Sea's adoption service", STOKE)
    assert graded_before("Stowe Primary School", STOKE) == []


@pytest.mark.parametrize(
    ("what", "elsewhere"),
    [
        ("Eastvale", True),
        ("Eastvale's safeguarding arrangements", True),
        ("children's services in Eastvale", True),
        ("Stowe", False),
        ("the City of Stowe-on-Sea", False),
        ("Safeguarding and Looked After Children Services", False),
        ("children's services", False),
    ],
)
def test_whether_an_inspection_was_elsewhere(what: str, elsewhere: bool) -> None:
    assert STOKE.is_elsewhere(what) == elsewhere


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("when children's services", True),
        ("In 2012, the overall quality of the adoption service", True),
        ("Stowe children's services", True),
        ("Eastvale children's services", False),
        ("visits to children in care", False),
        ("the nursery services", False),
        ("the friendship between the police and the council", False),
    ],
)
def test_whether_a_clause_is_about_it_alone(words: str, subject: bool) -> None:
    assert is_subject(words, graded_in(words)[-1], STOKE) == subject


def test_single_services_have_inspections_of_their_own() -> None:
    assert is_service("adoption")
    assert not is_service("looked-after")
