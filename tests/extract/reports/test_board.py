"""Reviews of boards that stand alone."""

import pytest

from ..eastvale import grades_of, points_of
from ..northmere import codes, record

TITLE = "Eastvale Safeguarding Children Board\nReview of the effectiveness of the Local Safeguarding Children Board1"
DATES = "Review dates: 3 February 2015 – 13 February 2015\nReport published: 27 March 2015"
GRADE = "The Local Safeguarding Children Board requires improvement"
BODY = (
    "Executive summary\nThe chair knows every headteacher in the county by name.\n"
    "Recommendations\n1. Ask children what they think.\n2. Count how often the police attend.\n"
    "Inspection findings\n3. Meetings are short and to the point."
)
TEAM = "The inspection team\nLead inspector: Perpetua Quillfeather\nTeam inspector: Basil Thornquist"


def review(title: str = TITLE, grade: str = GRADE) -> str:
    return f"{title}\n{DATES}\n{grade}\n1 As the law asks.\f{BODY}\f{TEAM}"


def test_a_review_is_an_inspection_of_the_board_alone() -> None:
    found = record(review())
    (inspection,) = found.inspections
    assert (inspection.visit_type, inspection.framework) == ("lscb-review", "sif")
    assert (inspection.council, inspection.body) == ("Eastvale", "Eastvale Safeguarding Children Board")
    assert (inspection.start, inspection.end, inspection.published) == ("2015-02-03", "2015-02-13", "2015-03-27")
    assert grades_of(found) == {"The Local Safeguarding Children Board": "requires improvement"}
    assert points_of(found) == ["Ask children what they think.", "Count how often the police attend."]
    assert points_of(found, kind="narrative") == ["Meetings are short and to the point."]
    assert inspection.lead_inspectors == ["Perpetua Quillfeather"]
    assert [person.name for person in found.people] == ["Perpetua Quillfeather", "Basil Thornquist"]
    assert found.problems == []


@pytest.mark.parametrize(
    "title",
    [
        "Eastvale\nReview of the Local Safeguarding Children Board",
        "Ofsted\nEastvale\nReview of the effectiveness of the Local\nSafeguarding Children Board",
    ],
)
def test_a_title_that_names_the_council_alone(title: str) -> None:
    (inspection,) = record(review(title)).inspections
    assert (inspection.council, inspection.body) == ("Eastvale", "Local Safeguarding Children Board")


def test_a_review_without_a_grade_says_so() -> None:
    found = record(review(grade="The board met."))
    assert found.judgements == []
    assert codes(found) == {"grade-missing"}
