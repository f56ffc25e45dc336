"""What an inspectorate's letter tells as findings in its prose."""

import pytest

from .samples import record

LETTER = """\
Ofsted

3 July 2019

Ms Dora Ferrand
Director of Children's Services
Westmarch County Council

Dear Ms Ferrand

Focused visit to Westmarch County Council children's services

This letter summarises the findings of the focused visit on 11 and 12 June 2019.

Main findings

{words}

Yours sincerely

Ada Lovell
Her Majesty's Inspector
"""


def found_by(words: str) -> list[tuple[str, str]]:
    findings = record(LETTER.format(words=words)).findings
    return [(one.type, one.evidence[0].quote) for one in findings]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Thresholds are understood by partners.", "strength"),
        ("Return interviews are offered within 72 hours.", "strength"),
        ("Feedback is passed on within the day.", "strength"),
        ("Carers do not have to chase their allowances.", "strength"),
        ("Apprentices like their mentors.", "strength"),
        ("The notes seldom say why a decision was taken.", "weakness"),
        (
            "Parents are given reports on the morning of the meeting, which leaves them no chance to prepare.",
            "weakness",
        ),
        ("Inspectors saw no child left at risk.", "strength"),
    ],
)
def test_what_is_done_is_told_as_a_finding(words: str, kind: str) -> None:
    assert found_by(words) == [(kind, words)]


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors read case files and spoke to social workers.",
        "The local authority must send Ofsted an action plan within 20 working days.",
        "The visit was not graded.",
        "This letter is addressed to all who lead the service.",
    ],
)
def test_how_inspectors_worked_is_none(words: str) -> None:
    assert not found_by(words)
