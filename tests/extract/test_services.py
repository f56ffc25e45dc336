"""Services that words are about."""

import pytest

from councilgraph.extract.services import about_care_leavers_alone, service_area


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("How soon referrals are answered.", "help-and-protection"),
        ("The quality of plans for children in care.", "children-in-care"),
        ("Management oversight and the size of caseloads.", "leadership-and-governance"),
        ("Managers’ oversight of foster placements.", "leadership-and-governance"),
        ("Foster placements and managers’ oversight of them.", "children-in-care"),
        ("Managers’ oversight of pathway\nplans.", "care-leavers"),
        ("The warmth of welcome.", None),
        ("", None),
    ],
)
def test_the_service_named_first_is_meant_but_care_leavers_always(words: str, area: str | None) -> None:
    assert service_area(words) == area


def test_a_word_counts_from_its_beginning_only() -> None:
    assert service_area("A cheerleader came.") is None
    assert service_area("Leaders came.") == "leadership-and-governance"


@pytest.mark.parametrize(
    ("paragraph", "alone"),
    [
        ("Care leavers speak warmly of their advisers. Children in care do too.", True),
        ("Children in care and care leavers have a choir.", False),
        ("Children in care have a choir. Care leavers come back to sing in it.", False),
        ("Personal advisers write every month", True),
        ("", False),
    ],
)
def test_the_first_sentence_tells_whether_a_paragraph_is_about_care_leavers_alone(paragraph: str, alone: bool) -> None:
    assert about_care_leavers_alone(paragraph) is alone
