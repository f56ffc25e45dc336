"""Findings that a text says led to a grade."""

import pytest

from councilgraph.model import Record

from ..letters.samples import record

LETTER = """\
1 November 2010

Ms Ada Lovell
Director of Children's Services
Westmarch County Council

Dear Ms Lovell

Annual children's services assessment

   Children's services assessment     Performs poorly (1)

{words}

Yours sincerely

Bea Quill
Divisional Manager, Ofsted
"""


def led(words: str) -> list[tuple[str, str | None]]:
    found: Record = record(LETTER.format(words=words))
    return [(one.type, one.contributes_to) for one in found.findings]


@pytest.mark.parametrize(
    "words",
    [
        "Help came far too late. For this reason the authority is judged to be performing poorly.",
        "Serious delays in seeing children led to a rating of performs poorly.",
        "The service was rated as performing poorly because plans for children were weak.",
    ],
)
def test_words_tie_a_finding_to_a_grade(words: str) -> None:
    assert ("weakness", "i1") in led(words)


@pytest.mark.parametrize(
    "words",
    [
        "Help came far too late. Schools are improving. The authority is judged to be performing poorly.",
        "Help came far too late. Consequently, the team has been moved.",
        "Help came far too late. Consequently, the grade may be reviewed.",
    ],
)
def test_nothing_is_tied_without_words(words: str) -> None:
    assert led(words) and {inspection for _, inspection in led(words)} == {None}


def test_a_good_thing_leads_to_no_low_grade() -> None:
    found = led(
        "Carers are well trained. Calls went unanswered. As a result, the authority is judged to be performing poorly."
    )
    assert ("strength", None) in found and ("weakness", "i1") in found
