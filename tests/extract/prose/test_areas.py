"""What is graded, as prose calls it."""

import pytest

from councilgraph.extract.prose.areas import find_areas


def areas(text: str) -> list[tuple[str, str]]:
    return [(area.family, area.printed) for area in find_areas(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "family", "printed"),
    [
        ("the impact of leaders was", "leaders", "the impact of leaders"),
        ("leadership, management and governance were", "leaders", "leadership, management and governance"),
        ("for its safeguarding of children as", "safeguarding", "safeguarding"),
        ("Its work for looked after children was", "children-in-care", "looked after children"),
        ("in all categories", "all", "all categories"),
        ("keeping children safe", "staying-safe", "staying safe"),
        ("its children's services", "overall", "overall effectiveness"),
        ("the Safeguarding Children Board was", "partnership", "Safeguarding Children Board"),
        ("the council leader", "", ""),
    ],
)
def test_one_area(text: str, family: str, printed: str) -> None:
    assert areas(text) == ([(family, printed)] if family else [])


def test_a_label_goes_on_over_what_it_leaves_out() -> None:
    assert areas("the experiences and progress of care leavers and of children who need protection") == [
        ("care-leavers", "the experiences and progress of care leavers"),
        ("help-and-protection", "the experiences and progress of children who need protection"),
    ]


def test_children_in_care_and_care_leavers_are_one_area_or_two() -> None:
    assert [family for family, _ in areas("children in care and care leavers")] == ["children-in-care-and-care-leavers"]
    assert [family for family, _ in areas("children in care, and care leavers")] == ["children-in-care", "care-leavers"]
