"""What the headings of a letter announce."""

import pytest

from councilgraph.extract.letters.blocks import read_blocks
from councilgraph.extract.letters.rows import read_rows
from councilgraph.extract.letters.sections import ASIDE, NONE, PROSE, section_type, sectioned

from .samples import reading


@pytest.mark.parametrize(
    ("heading", "type_"),
    [
        ("Strengths", "strength"),
        ("Major strengths", "strength"),
        ("What is working well", "strength"),
        ("The service meets the requirements of statutory guidance in the following areas", "narrative"),
        ("Areas for development", "area-for-development"),
        ("Important weaknesses and areas for development", "area-for-development"),
        ("What needs to improve in this area of social work practice", "area-for-improvement"),
        ("Areas for further improvement", "area-for-improvement"),
        ("Recommendations", "area-for-improvement"),
        ("Areas for priority action", "priority-action"),
        ("We have identified the following area for priority action", "priority-action"),
        ("Weaknesses", "weakness"),
        ("Areas covered by the visit", NONE),
        ("Next steps", NONE),
        ("Case study: highly effective practice", ASIDE),
        ("Each grade is given on a four-point scale:", ASIDE),
        ("Findings and evaluation of progress", PROSE),
        ("Making a positive contribution", PROSE),
        ("Strengths and areas for improvement", PROSE),
        ("No areas for priority action", PROSE),
    ],
)
def test_the_type_that_a_heading_announces(heading: str, type_: str) -> None:
    assert section_type(heading) == type_


def test_a_list_ends_where_prose_goes_on() -> None:
    blocks = read_blocks(
        read_rows(reading("Staying safe\n\nStrengths\n\n• One.\n• Two.\n\nAfter the list comes prose."))
    )
    found = [(section.type, section.topic, block.text) for block, section in sectioned(blocks)]
    assert found == [
        ("strength", "Staying safe", "One."),
        ("strength", "Staying safe", "Two."),
        (PROSE, "Staying safe", "After the list comes prose."),
    ]
