"""Which framework an earlier inspection was under, and what its words for services mean there."""

import pytest

from councilgraph.model import Inspection, Judgement
from councilgraph.resolve.families import area_of, family_of, framework_of
from councilgraph.resolve.vocabulary import vocabulary


def settled(*grades: tuple[str, str], **dates: str) -> str | None:
    """The framework of an inspection with these grades by area."""
    judgements = [Judgement("i2", area, grade) for area, grade in grades]
    return framework_of(Inspection("i2", "Northmere", **dates), judgements, vocabulary())


@pytest.mark.parametrize(
    ("area", "grade", "day", "framework"),
    [
        ("safeguarding arrangements", "adequate", "2011-06", "slac"),
        ("services for looked after children", "good", "2010", "slac"),
        ("arrangements for the protection of children", "inadequate", "2013-01", "protection"),
        ("services for children", "good", "2015", "sif"),
        ("care leavers", "requires improvement", "2016-05", "sif"),
        ("services for children", "outstanding", "2021-07", "ilacs"),
        ("the experiences and progress of children in care", "good", "2024", "ilacs"),
    ],
)
def test_the_one_framework_that_graded_these_services_then(area: str, grade: str, day: str, framework: str) -> None:
    assert settled((area, grade), start=day, end=day) == framework


@pytest.mark.parametrize(
    ("area", "grade", "day"),
    [
        ("services for children", "good", "2018-02"),  # the change-over
        ("services for children", "good", "2012-05"),  # nothing was graded as a whole
        ("services for children", "inadequate", "2010"),  # on no scale of the time
        ("the lighthouse", "good", "2015"),
    ],
)
def test_where_more_than_one_or_none_can_be_meant_it_stays_open(area: str, grade: str, day: str) -> None:
    assert settled((area, grade), start=day, end=day) is None


def test_without_a_date_or_a_grade_it_stays_open() -> None:
    assert settled(("services for children", "good")) is None
    assert settled(start="2015", end="2015") is None


def test_a_publication_may_follow_the_stay_by_months() -> None:
    assert settled(("services for children", "good"), published="2015-06") == "sif"
    assert settled(("services for children", "good"), published="2018-03") is None


def test_what_a_document_says_itself_stands() -> None:
    inspection = Inspection("i1", "Northmere", framework="service", start="2012")
    assert framework_of(inspection, [], vocabulary()) == "service"


def test_plain_names_mean_the_area_that_the_version_of_the_day_grades() -> None:
    words = vocabulary()
    assert area_of("ilacs", "services for children in care", "2019-02-01", words) == (
        "ilacs-children-in-care-and-care-leavers"
    )
    assert area_of("ilacs", "services for children in care", "2024-02-01", words) == "ilacs-children-in-care"
    assert area_of("sif", "Adoption performance", "2015-02-01", words) == "sif-adoption"
    assert area_of("sif", "the lighthouse", "2015-02-01", words) is None
    assert area_of("lac-2013", "safeguarding arrangements", "2013-06-01", words) is None


def test_areas_that_sum_up_a_family() -> None:
    assert family_of("sif-overall") == family_of("ilacs-overall") == "overall"
    assert family_of("lac-2013-capacity-to-improve") is None


def test_a_part_of_an_area_is_no_area_and_leaves_the_rest_as_it_is() -> None:
    part, whole = "looked after children and care leavers outcomes", "services for looked after children"
    assert settled((part, "good"), (whole, "adequate"), start="2011", end="2011") == "slac"
    assert area_of("slac", part, "2011", vocabulary()) is None
    assert area_of("slac", whole, "2011", vocabulary()) == "slac-looked-after-overall"
