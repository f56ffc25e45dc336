"""Reports under the single inspection framework, in their layouts and with their traps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .. import eastvale
from ..eastvale import (
    ADOPTION,
    BOARD_HALF,
    BODY,
    CONTENTS,
    GRADES,
    HELP,
    LEADERSHIP,
    OVERALL,
    POINTS,
    TABLE,
    TITLE,
    grades_of,
    main,
    points_of,
    report,
)
from ..northmere import codes, flat, record


def test_the_whole_of_a_report() -> None:
    found = record(report())
    inspection = main(found)
    assert (inspection.council, inspection.framework, inspection.visit_type) == (
        "Eastvale Borough Council",
        "sif",
        "single-inspection",
    )
    assert (inspection.start, inspection.end, inspection.published) == ("2015-02-03", "2015-02-26", "2015-04-24")
    assert grades_of(found) == {"The overall judgement": "good", **GRADES}
    assert points_of(found) == flat(POINTS)
    assert points_of(found, kind="narrative") == [paragraph for several in BODY.values() for paragraph in several]
    assert inspection.lead_inspectors == ["Perpetua Quillfeather"]
    assert found.document.title == (
        "Eastvale Borough Council: Inspection of services for children in need of help and protection, "
        "children looked after and care leavers"
    )
    assert found.problems == []


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The overall judgement is inadequate", "inadequate"),
        ("The overall judgement is that children’s services in Eastvale\nare inadequate", "inadequate"),
        (
            "The overall judgement is that the local authority’s children’s services\nrequire improvement",
            "require improvement",
        ),
        ("The overall judgement is that children’s services are outstanding", "outstanding"),
        ("Children’s services in Eastvale require improvement to be good", "require improvement to be good"),
        ("Children’s services in the Vale of Ease are good", "good"),
    ],
)
def test_every_wording_of_the_overall_sentence(sentence: str, grade: str) -> None:
    found = record(report(overall=sentence))
    overall = [one for one in found.judgements if one.area not in GRADES and one.inspection == "i1"]
    assert [one.grade for one in overall] == [grade]
    assert found.problems == []


def test_a_report_that_gives_no_overall_grade_or_two_says_so() -> None:
    assert codes(record(report(overall=""))) == {"grade-missing"}
    two = record(report(overall=f"{OVERALL}\nThe overall judgement is inadequate"))
    assert codes(two) == {"grade-missing"}
    assert "The overall judgement" not in grades_of(two)


def test_numbers_of_areas_are_no_grades_and_rows_wrap() -> None:
    for table in (TABLE, TABLE.replace(" Good\n2.1", "\nGood\n2.1"), TABLE.replace("2.1 ", "2.1. ")):
        assert {
            area: grade for area, grade in grades_of(record(report(table=table))).items() if area in GRADES
        } == GRADES


def test_a_heading_that_contradicts_the_table_is_reported() -> None:
    body = {heading.replace("it is\noutstanding", "it is\ngood"): several for heading, several in BODY.items()}
    found = record(report(body=body))
    assert grades_of(found)[ADOPTION] == "Outstanding"
    assert codes(found) == {"table-heading-disagree"}


def test_an_area_without_a_grade_is_missed() -> None:
    body = {heading: several for heading, several in BODY.items() if "Leadership" not in heading}
    found = record(report(table=TABLE.rsplit("\n", 1)[0], body=body))
    assert LEADERSHIP not in grades_of(found)
    assert codes(found) == {"grade-missing"}


def test_what_is_the_boards_is_never_the_councils() -> None:
    found = record(report())
    council, board = found.inspections
    assert (board.visit_type, board.body, board.framework) == (
        "lscb-review",
        "Local Safeguarding Children Board",
        "sif",
    )
    assert (board.council, board.start, board.published) == (council.council, council.start, council.published)
    assert board.lead_inspectors == []
    assert grades_of(found, board.id) == {"The Local Safeguarding Children Board": "requires improvement"}
    assert points_of(found, board.id) == list(eastvale.BOARD_POINTS)
    assert points_of(found, board.id, "narrative") == ["Meetings are short and to the point."]


def test_a_report_without_a_board_has_none() -> None:
    found = record(report(title=TITLE.split("\nand\n")[0], board=""))
    assert len(found.inspections) == 1
    assert found.problems == []


def test_a_board_whose_grade_is_not_read_is_reported() -> None:
    found = record(report(board="The Local Safeguarding Children Board"))
    assert [one.visit_type for one in found.inspections] == ["single-inspection", "lscb-review"]
    assert grades_of(found, "i2") == {}
    assert codes(found) == {"grade-missing"}


def test_two_grades_of_a_board_are_reported() -> None:
    found = record(report(board=f"{BOARD_HALF}\nThe LSCB is good"))
    assert codes(found) == {"table-heading-disagree"}


@pytest.mark.parametrize("word", ["Re-inspection", "Reinspection"])
def test_a_reinspection_by_its_title(word: str) -> None:
    found = record(report(title=TITLE.replace("Inspection of services", f"{word} of services")))
    assert (main(found).visit_type, main(found).visit_type_basis) == ("reinspection", "explicit")
    assert any(span.supports == "visit_type" for span in main(found).evidence)


def test_a_reinspection_by_what_the_report_says() -> None:
    found = record(report(summary="Executive summary\nThis is a re-inspection of the services in Eastvale."))
    assert main(found).visit_type == "reinspection"
    assert (
        main(record(report(summary="Executive summary\nA re-inspection may follow."))).visit_type == "single-inspection"
    )


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Recommendations", "area-for-improvement"),
        ("Areas for improvement", "area-for-improvement"),
        ("What does the local authority need to improve?", "area-for-improvement"),
        ("Priority and immediate action", "priority-action"),
        ("Areas for priority action", "priority-action"),
        ("The local authority’s strengths", "strength"),
    ],
)
def test_every_heading_of_points(heading: str, kind: str) -> None:
    found = record(report(points_heading=heading))
    assert points_of(found, kind=kind) == flat(POINTS)


def test_a_publication_date_that_is_not_the_manifests_wins_and_is_reported() -> None:
    assert main(record(report(), published="2015-04-24")).published == "2015-04-24"
    assert record(report(), published="2015-04").problems == []
    found = record(report(), published="2015-04-27")
    assert main(found).published == "2015-04-24"
    assert codes(found) == {"metadata-disagree"}


def test_several_stays_on_site() -> None:
    found = record(report(dates="Inspection dates: 3 to 6 February 2015 and 16 to 26 February 2015"))
    assert [(period.start, period.end) for period in main(found).periods] == [
        ("2015-02-03", "2015-02-06"),
        ("2015-02-16", "2015-02-26"),
    ]
    assert (main(found).start, main(found).end) == ("2015-02-03", "2015-02-26")


def test_without_its_contents_page_the_report_says_the_same() -> None:
    assert points_of(record(report(contents=""))) == points_of(record(report(contents=CONTENTS)))
    assert grades_of(record(report(contents=""))) == grades_of(record(report(contents=CONTENTS)))


_PARTS = st.lists(st.sampled_from(report().split("\n")), max_size=60).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_lines_in_any_order_do_no_harm(rows: str) -> None:
    text = f"{TITLE}\nInspection date: 3 February 2015 – 26 February 2015\n{rows}"
    found = record(text)  # every span is sound
    assert found == record(text)
    assert HELP not in {one.area for one in found.judgements if one.inspection == "i2"}
    ids = {one.id for one in found.inspections}
    assert {one.inspection for one in [*found.judgements, *found.findings]} <= ids
