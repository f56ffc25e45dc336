"""Points and paragraphs of a report, through the report."""

from ..northmere import CARE_AND_LEAVERS, HELP, IMPROVE, LEADERS, codes, numbered, points, record, report


def areas(text: str, kind: str = "narrative") -> list[str | None]:
    return [finding.service_area for finding in record(text).findings if finding.type == kind]


def test_a_paragraph_has_the_service_of_its_section() -> None:
    assert areas(report()) == [
        *["help-and-protection"] * 2,
        *["children-in-care"] * 2,
        "care-leavers",
        *["leadership-and-governance"] * 2,
    ]


def test_in_a_joint_section_a_paragraph_on_care_leavers_alone_is_told_apart() -> None:
    body = numbered({CARE_AND_LEAVERS: ("Children in care have a choir.", "Care leavers come back to sing in it.")})
    assert areas(report(body=body)) == ["children-in-care", "care-leavers"]


def test_paragraphs_above_every_section_have_no_service() -> None:
    assert areas(report(body="1. Families are proud of Northmere.\n2. They stay.")) == [None, None]


def test_a_point_has_the_service_that_it_names() -> None:
    assert areas(report(), "area-for-improvement") == [None, None, "care-leavers"]


def test_sections_may_come_in_any_order() -> None:
    body = numbered({LEADERS: ("The director has one plan.",), HELP: ("Parents ring twice.",)})
    assert areas(report(improve="", body=f"{body}\n{IMPROVE}")) == ["leadership-and-governance", "help-and-protection"]
    assert len(points(record(report(improve="", body=f"{body}\n{IMPROVE}")))) == 3


def test_points_come_before_paragraphs_and_nothing_after_the_end() -> None:
    found = record(f"{report()}\n◼ 8. No paragraph.\n8. Nor this.")
    assert [finding.type for finding in found.findings] == ["area-for-improvement"] * 3 + ["narrative"] * 7


def test_the_grade_definitions_at_the_end_are_no_judgement() -> None:
    ending = f"Information about this inspection\n{HELP}: good\n8. Good means that children are helped."
    assert len(record(report(closing=ending)).findings) == 10
    assert codes(record(report(closing=ending))) == set()


def test_priority_action_is_told_apart() -> None:
    found = record(report(improve=f"Area for priority action\n◼ The safety of babies at night.\n{IMPROVE}"))
    assert points(found, "priority-action") == ["The safety of babies at night."]
    assert len(points(found)) == 3


def test_what_is_missing_is_reported() -> None:
    assert codes(record(report(improve=""))) == {"section-missing"}
    assert codes(record(report(improve="What needs to improve"))) == {"section-missing"}
    assert codes(record(report(body=""))) == {"section-missing"}
