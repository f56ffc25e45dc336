"""Services by their words, grades by their place."""

import pytest

from councilgraph.resolve.subjects import (
    counts_councils,
    disputes_currency,
    narrowest,
    office_named,
    rank,
    services_named,
    step,
    sureness,
)
from councilgraph.resolve.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("words", "services"),
    [
        ("Adoption and fostering are good", ("adoption", "fostering")),
        ("our special schools, and schools", ("special-schools", "schools")),
        ("children's  centres", ("childrens-centres",)),
        ("learning after the age of 16", ("post-16",)),
        ("Services are good", ()),
    ],
)
def test_services_are_named_in_their_order(words: str, services: tuple[str, ...]) -> None:
    assert services_named(words) == services


def test_services_are_in_the_vocabulary() -> None:
    words = vocabulary()
    for key in services_named("adoption academy care leaver early help respite caseload governance nursery school"):
        assert ("service-area", key) in words.labels


def test_grades_have_places_on_scales_with_and_without_bands() -> None:
    def places(scale: str, *labels: str) -> list[int | None]:
        grades = [vocabulary().grade_on(scale, label) for label in labels]
        return [rank(grade) if grade else None for grade in grades]

    assert places("annual-scale", "performs poorly", "performs excellently") == [1, 4]
    assert places("service-scale", "inadequate", "satisfactory", "adequate", "good", "outstanding") == [1, 2, 2, 3, 4]


def test_a_step_goes_by_several_names() -> None:
    assert step("commissioner-appointed") == step("minister-appointed") is not None
    assert step("investment") is None
    assert sureness(None) < sureness("reported") < sureness("announced") < sureness("ended")


def test_units_that_stand_for_councils() -> None:
    assert counts_councils("councils")
    assert not counts_councils("schools")
    assert not counts_councils(None)


def test_the_narrowest_services_are_what_is_meant() -> None:
    assert narrowest(("schools", "academies", "children-in-care")) == ("academies", "children-in-care")


@pytest.mark.parametrize(
    ("words", "disputes"),
    [
        ("The rating is based on last year's visit", True),
        ("This judgement no longer reflects what we do: it is out of date", True),
        ("The rating is a disgrace", False),
        ("Our plan is based on good practice", False),
    ],
)
def test_ratings_are_said_to_rest_on_what_has_passed(words: str, disputes: bool) -> None:
    assert disputes_currency(words) == disputes


def test_offices_are_whole_words() -> None:
    assert office_named("A Commissioner is sent") == "commissioner"
    assert office_named("appointing a minister") == "minister"
    assert office_named("the administration") is None
