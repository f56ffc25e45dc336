"""What letters say that inspectors found."""

import pytest

from councilgraph.model import Record

from .samples import quotes, record

LETTER = """\
Westmarch Council

9 October 2024

Dear residents,

Ofsted has visited our children's services.

{words}

With best wishes

Josephine Treloar
Leader of Westmarch Council
"""


def retold(words: str) -> Record:
    return record(LETTER.format(words=words), publisher="Westmarch Council")


@pytest.mark.parametrize(
    ("words", "weaknesses", "strengths"),
    [
        ("Inspectors found that children wait too long and that plans are weak.", ["children wait too long", "plans are weak."], []),
        ("Ofsted said staff were kind; that help was late; and that homes were few.", ["help was late"], ["staff were kind"]),
        ("1. I write again.\n\n2. Inspectors found that plans for children drift, but that visits had become more regular. They saw it twice.", ["plans for children drift"], ["visits had become more regular."]),
        ("The inspectors' chief concerns were:\n\n  - plans that nobody reads\n\nWe met last week.\n\n  - a new board will meet", ["plans that nobody reads"], []),
        ("Inspectors came in May. They thought our carers were kind.", [], ["our carers were kind."]),
        ("They were less impressed by the housing for care leavers.", ["They were less impressed by the housing for care leavers."], []),
        ("Inspectors tell us that our carers are loyal. They tell us too that plans are begun far too late.", ["plans are begun far too late."], ["our carers are loyal."]),
        ("The inspectors' picture is of a team adrift. Letters lay unread for weeks.", ["a team adrift.", "Letters lay unread for weeks."], []),
        ("The report tells of calls left for weeks, and of a board that failed to challenge.", ["The report tells of calls left for weeks", "a board that failed to challenge."], []),
        ("If the next report says that plans are weak, we shall act.", [], []),
        ("The report criticised the speed of our work.", ["The report criticised the speed of our work."], []),
        ("Inspectors praised our carers and the way schools help.", [], ["Inspectors praised our carers", "the way schools help."]),
        ("The inspectors saw much. They also noted that the director had brought energy.", [], []),
    ],
)  # fmt: skip
def test_each_thing_that_they_found_or_praised(words: str, weaknesses: list[str], strengths: list[str]) -> None:
    found = retold(words)
    assert quotes(found, "findings", "weakness")[: len(weaknesses)] == weaknesses
    assert quotes(found, "findings", "strength")[: len(strengths)] == strengths
    assert {one.inspection for one in found.findings} <= {"i1"}


def test_an_area_for_priority_action_is_told_by_its_words() -> None:
    found = retold("They came in May. Inspectors told us that late strategy meetings were an area for priority action.")
    assert [one.type for one in found.findings] == ["priority-action"]


def test_a_list_that_is_announced_is_what_they_found() -> None:
    found = retold("So what did Ofsted say? Two things.\n\n1) Visits are late.\n2) Plans are good.\n\nWe will act.")
    assert [(one.type, quote) for one, quote in zip(found.findings, quotes(found, "findings"), strict=True)] == [
        ("weakness", "Visits are late."),
        ("strength", "Plans are good."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Our schools are excellent and our staff are kind.",
        "Our neighbours called by. They found nothing in the drawer.",
        "Inspectors rated our services inadequate.",
        'A mother wrote: "Inspectors found that nobody cared."',
    ],
)
def test_what_the_letter_says_itself_is_none(words: str) -> None:
    assert not retold(words).findings
