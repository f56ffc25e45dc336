"""Reports that nothing reads yet."""

import pytest

from ..northmere import BODY, DATES, LEAD, SUMMARY, TABLE, record


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Northmere\nInspection of safeguarding and looked after children services", "safeguarding"),
        ("Northmere\nInspection of local authority arrangements for the protection of children", "protection"),
        ("Northmere\nJoint targeted area inspection", "joint targeted"),
        ("Joint area review\nNorthmere", "joint area review"),
    ],
)
def test_a_known_kind_is_named_and_nothing_asserted(title: str, words: str) -> None:
    found = record("\n".join([title, DATES, LEAD, TABLE, SUMMARY, BODY]))
    assert found.document.genre == "inspection-report"
    assert not (found.councils or found.inspections or found.judgements or found.findings or found.people)
    (problem,) = found.problems
    assert problem.code == "not-yet-read"
    assert words in problem.message


def test_an_article_that_names_a_kind_is_no_report() -> None:
    words = "Northmere failed children, a joint targeted area inspection found.\n\nInspectors came in March."
    assert "not-yet-read" not in [problem.code for problem in record(words).problems]
