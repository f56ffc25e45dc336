"""Which texts are articles, and what is asserted of them."""

import pytest

from councilgraph.extract.press import article
from councilgraph.model import Document

LEAD = "Westmarch County Council has been rated inadequate by Ofsted after an inspection of its children's services."


def read(text: str):  # type: ignore[no-untyped-def]
    return article.extract(Document("a", "a.txt", "0", text=text, published="2019-05-12"))


def test_an_article_is_known_by_what_it_is_about() -> None:
    assert article.recognises(LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rovers beat Town on Saturday, and the pitch inspection was a formality.",
        "The Care Inspectorate said child protection in a Scottish council was weak.",
        "Dear Ms Vane\n\nOfsted inspected your children's services in May.\n\nYours sincerely\n\nBram Tolliver",
        f"Joint targeted area inspection of Westmarch\n\n{LEAD}",
        f"Inspection of Westmarch local authority\nchildren's services\n\n{LEAD}",
    ],
)
def test_what_is_no_article(text: str) -> None:
    assert not article.recognises(text)


def test_where_no_council_is_named_nothing_is_asserted() -> None:
    found = read(
        'Children wait too long for help, Ofsted says.\n\n"It is a scandal," said Fay Oake, the charity\'s director.'
    )
    assert not (found.people or found.claims or found.judgements or found.findings)
    assert [problem.code for problem in found.problems] == ["no-council"]


def test_what_is_too_long_for_an_article_is_not_read() -> None:
    found = read(f"{LEAD}\n\n" * 5_000)
    assert [problem.code for problem in found.problems] == ["too-large"]
    assert not found.councils


def test_all_parts_of_a_record_come_from_an_article() -> None:
    found = read(
        f"{LEAD}\n\nInspectors said children waited too long for help.\n\n"
        'Ada Vane, its director of children\'s services, said: "We are sorry."\n\n'
        "The council looks after 412 children and will spend an extra £2m.\n\n"
        "Related topics\n\nCllr Bob Quill, leader of Eastvale County Council, said bins were full."
    )
    assert [council.name for council in found.councils] == ["Westmarch County Council"]
    assert [judgement.grade for judgement in found.judgements] == ["inadequate"]
    assert [person.name for person in found.people] == ["Ada Vane"]
    assert [claim.speaker for claim in found.claims] == ["Ada Vane"]
    assert 412 in [statistic.value for statistic in found.statistics]
    assert [finding.type for finding in found.findings] == ["weakness"]
