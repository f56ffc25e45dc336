"""Which framework an earlier inspection was under, and what its words for services mean there."""

import pytest

from councilgraph.model import Inspection, Judgement
from councilgraph.resolve.families import area_of, conductors, family_of, framework_of, means_all
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


def test_without_a_date_it_is_known_by_what_it_alone_graded() -> None:
    assert settled(("safeguarding", "inadequate"), ("looked after children", "adequate")) == "slac"
    assert settled(("the impact of leaders on social work practice with children and families", "good")) == "ilacs"


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


@pytest.mark.parametrize(
    ("visit_type", "day", "framework"),
    [
        ("annual-assessment", "2006-11", "apa"),
        ("annual-assessment", "2010-12", "annual"),
        ("service-inspection", "2008", "service"),
        ("send", "2017-05", "send-2016"),
        ("send", "2024-05", "send-2023"),
    ],
)
def test_a_visit_of_a_type_is_under_the_framework_of_its_day(visit_type: str, day: str, framework: str) -> None:
    assert settled(start=day, end=day, visit_type=visit_type) == framework


def test_news_are_of_an_inspection_not_long_before() -> None:
    judgements = [Judgement("i1", "overall", "inadequate")]
    inspection = Inspection("i1", "Northmere")
    assert framework_of(inspection, judgements, vocabulary(), "2019-03") == "ilacs"
    assert framework_of(inspection, judgements, vocabulary(), "2014-05") == "sif"
    assert framework_of(inspection, judgements, vocabulary(), "2018-06") is None


def test_annual_ratings_speak_in_words_of_their_own() -> None:
    assert settled(("overall", "performing poorly"), start="2011", end="2011") == "annual"
    assert settled(("overall", "adequate"), start="2011", end="2011") is None


def test_overall_is_what_the_year_graded_as_a_whole() -> None:
    words = vocabulary()
    assert area_of("apa", "overall", "2006-11-30", words) == "apa-childrens-services"
    assert area_of("apa", "overall", "2008-12-17", words) == "apa-overall"


@pytest.mark.parametrize("label", ["all categories", "All categories", "every area"])
def test_some_labels_stand_for_each_area(label: str) -> None:
    assert means_all(label)
    assert not means_all("overall")


def test_who_conducts_is_known_of_frameworks_and_visits() -> None:
    assert conductors("apa-2006", "apa") == ["Ofsted", "CSCI"]
    assert conductors(None, "focused-visit") == ["Ofsted"]
    assert conductors(None, "inspection") == []


@pytest.mark.parametrize(
    ("framework", "label", "number", "key"),
    [
        ("apa", "grade 1", None, "inadequate"),
        ("apa", "3", None, "good"),
        ("apa", "lowest rating", 1, None),
        ("apa", "1", 1, "inadequate"),
        ("slac", "Good (Grade 2)", 2, "good"),
        ("annual", "Performs well (3)", 3, "performs-well"),
        ("ilacs", "2", 2, None),
    ],
)
def test_a_grade_may_be_a_number_alone(framework: str, label: str, number: int | None, key: str | None) -> None:
    grade = vocabulary().grade(framework, label, number)
    assert (grade.key if grade else None) == key


def test_a_service_that_is_inspected_by_itself_is_not_under_the_framework_of_the_whole() -> None:
    inspection = Inspection("i1", "Northmere", framework="protection", start="2010")
    assert framework_of(inspection, [Judgement("i1", "adoption service", "good")], vocabulary()) == "service"
    inspection = Inspection("i1", "Northmere", framework="sif", start="2015")
    assert framework_of(inspection, [Judgement("i1", "adoption", "good")], vocabulary()) == "sif"
