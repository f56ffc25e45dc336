"""Who sends a letter, and what it is about."""

import pytest

from councilgraph.extract.letters.kinds import COUNCIL, DEPARTMENT, INSPECTORATE, find_kind, sender

from .samples import ASSESSMENT, JOINT, MINISTER, MONITORING, OPEN, UNANNOUNCED, frame


@pytest.mark.parametrize(
    ("text", "sent_by"),
    [
        (UNANNOUNCED, INSPECTORATE),
        (ASSESSMENT, INSPECTORATE),
        (MONITORING, INSPECTORATE),
        (JOINT, INSPECTORATE),
        (MINISTER, DEPARTMENT),
        (OPEN, COUNCIL),
    ],
)
def test_who_sends_it(text: str, sent_by: str) -> None:
    assert sender(frame(text), None) == sent_by


def test_the_publisher_tells_where_the_frame_does_not() -> None:
    bare = frame("Dear all\n\nIt rained.\n\nYours sincerely")
    assert sender(bare, "Ofsted") == INSPECTORATE
    assert sender(bare, "Department for Education") == DEPARTMENT
    assert sender(bare, None) == COUNCIL


@pytest.mark.parametrize(
    ("words", "date", "framework", "visit"),
    [
        ("Annual unannounced inspection of contact, referral and assessment", "2010-02", "unannounced", "unannounced"),
        ("ANNUAL PERFORMANCE ASSESSMENT OF SERVICES", "2006-11", "apa", "annual-assessment"),
        ("Annual children’s services assessment".replace("’", "'"), "2011-11", "annual", "annual-assessment"),
        ("Monitoring visit to Westmarch", "2017-05", "sif", "monitoring-visit"),
        ("Monitoring visit to Westmarch", "2019-05", "ilacs", "monitoring-visit"),
        ("Focused visit to Westmarch", "2019-05", "ilacs", "focused-visit"),
        ("Joint targeted area inspection in Westmarch", "2018-05", "jtai", "jtai"),
        ("Local area SEND inspection", "2018-05", "send-2016", "send"),
        ("Area SEND inspection", "2024-05", "send-2023", "send"),
    ],
)
def test_what_it_is_about(words: str, date: str, framework: str, visit: str) -> None:
    found = find_kind(words, date)
    assert found is not None
    assert (found.framework, found.visit) == (framework, visit)


def test_other_words_name_no_kind() -> None:
    assert find_kind("The closure of two libraries", "2019") is None
