"""Judgement areas by their labels."""

import pytest

from councilgraph.extract.labels import words
from councilgraph.extract.reports.areas import areas

from ..northmere import CARE, CARE_AND_LEAVERS, HELP, LEADERS, LEAVERS, OVERALL

ILACS = areas("ilacs")


@pytest.mark.parametrize(
    ("label", "key"),
    [
        (LEADERS, "leaders"),
        (HELP, "help-and-protection"),
        (CARE, "children-in-care"),
        (LEAVERS, "care-leavers"),
        (CARE_AND_LEAVERS, "children-in-care-and-care-leavers"),
        (OVERALL, "overall"),
        ("The experience and progress of children and young people in care", "children-in-care"),
        ("impact of leaders on the social work practice with children and their families", "leaders"),
        ("Overall effectiveness of children’s services", "overall"),
    ],
)
def test_a_label_names_its_area_also_before_other_words(label: str, key: str) -> None:
    among = words(f"{label}: good")
    end, area = ILACS.match(among, 0) or (0, None)
    assert area
    assert area.key == key
    assert end == len(among) - 1


@pytest.mark.parametrize(
    "text", ["The experiences of young carers", "The experiences and progress of care", "Overall", ""]
)
def test_other_words_name_none(text: str) -> None:
    assert ILACS.match(words(text), 0) is None


def test_the_areas_cover_the_services_that_are_graded() -> None:
    assert ILACS.services == {
        "leadership-and-governance",
        "help-and-protection",
        "children-in-care",
        "care-leavers",
        "overall",
    }
