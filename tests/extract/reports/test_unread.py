"""Reports that nothing reads yet."""

import pytest

from ..northmere import BODY, DATES, LEAD, SUMMARY, TABLE, record

SERVICES = "services for children in need of help and protection, children looked after and care leavers"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (f"Northmere\nInspection of {SERVICES}", "(SIF)"),
        (f"Northmere\nRe-inspection of {SERVICES}", "re-inspection"),
        ("Northmere\nInspection of looked after children services", "looked-after children"),
        ("Northmere\nReview of the effectiveness of the Local Safeguarding Children Board", "Board"),
    ],
)
def test_a_known_kind_is_named_and_nothing_asserted(title: str, words: str) -> None:
    found = record("\n".join([title, DATES, LEAD, TABLE, SUMMARY, BODY]))
    assert found.document.genre == "inspection-report"
    assert not (found.councils or found.inspections or found.judgements or found.findings or found.people)
    (problem,) = found.problems
    assert problem.code == "not-yet-read"
    assert words in problem.message
