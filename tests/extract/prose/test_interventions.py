"""Tests of interventions in prose."""

import pytest

from councilgraph.extract.words import load
from councilgraph.model import Intervention

from .told import OPENING, record_of


def interventions(text: str, *, opening: str = OPENING, published: str | None = "2019-05-16") -> list[Intervention]:
    return record_of(text, opening=opening, published=published).interventions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The government has sent in a commissioner.", "commissioner-appointed"),
        ("Ministers have named Isolde Marsh as children's commissioner at the council.", "commissioner-appointed"),
        ("Lord Penrice, installed as external commissioner, wrote to ministers.", "commissioner-appointed"),
        ("A direction signed today tells the council what to do.", "direction"),
        ("The department has issued an improvement notice.", "improvement-notice"),
        ("A team of experts was sent in to help.", "advisers-sent"),
        ("An improvement board with an independent chair meets monthly.", "improvement-board"),
        ("Harrowby City Council is working alongside managers under a partnership agreement.", "support"),
        ("The Local Government Association will carry out a peer review.", "support"),
        ("The service will be transferred to a not-for-profit company.", "trust-set-up"),
        ("A trust was created to run the service.", "trust-set-up"),
        ("The council was stripped of the service.", "control-removed"),
        ("Somebody must say whether the council should keep the service or be stripped of control.", "delivery-review"),
        ("Whitehall began overseeing the service.", "government-supervision"),
        ("The council has escaped government intervention.", "intervention-ended"),
        ("The director of children's services has since left the post.", "departure"),
        ("Ana Rudd is standing in as interim strategic director.", "interim-director-appointed"),
        ("The council has appointed a new management team.", "new-management-team"),
        ("It has hired two experienced managers.", "manager-appointed"),
        ("The council has recruited 14 more social workers.", "recruitment"),
        ("The authority has put in an extra £5m.", "investment"),
        ("Money has gone into the workforce.", "investment"),
        ("The council agreed to raise the department's budget.", "budget-increase"),
        ("The leader promised a recovery plan.", "improvement-plan"),
        ("The chair must report to me every two months.", "report-required"),
        ("The files of 1,700 children had been gone through again.", "review"),
        ("Staff will receive extra training.", "training"),
        ("A number of measures will be put in place.", "improvement-measures"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    found = interventions(text)
    assert [one.kind for one in found] == [kind]
    assert found[0].council == "Westmarch County Council"
    assert found[0].evidence[0].quote in text


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ministers have appointed a commissioner.", "begun"),
        ("Ministers are to appoint a commissioner.", "planned"),
        ("Ministers may appoint a commissioner.", "threatened"),
        ("Ministers will appoint a commissioner if nothing changes.", "threatened"),
        ("The department is expected to issue a direction.", "reported"),
        ("The council announced an investment in its services.", "announced"),
        ("Plans for a children's trust have been shelved.", "ended"),
        ("Commissioners have been in place since May and were appointed then.", "begun"),
    ],
)
def test_stages(text: str, stage: str) -> None:
    (one,) = interventions(text)
    assert one.stage == stage


def test_who_acts_and_for_how_much() -> None:
    (one,) = interventions("The Department for Education gave it a grant of £1.5m in March.")
    assert (one.kind, one.by, one.amount, one.date) == ("investment", "Department for Education", 1_500_000, "2019-03")


def test_without_a_date_of_publication_a_month_has_no_year() -> None:
    (one,) = interventions("Ministers appointed a commissioner in March.", published=None)
    assert one.date is None


@pytest.mark.parametrize(
    "text",
    [
        "The opposition called for a commissioner to be appointed.",
        "There are no plans for an improvement board.",
        "The council faces a deficit of £5m.",
        "The children's commissioner for England said she was worried.",
        "Similar directions have been issued for other councils.",
        "The police and crime commissioner was appointed.",
        "Inspectors visited in March.",
    ],
)
def test_what_is_no_intervention(text: str) -> None:
    assert interventions(text) == []


def test_an_event_told_twice_is_one() -> None:
    (one,) = interventions("Ministers have sent in a commissioner.\nIsolde Marsh becomes commissioner on Monday.")
    assert len(one.evidence) == 2


def test_a_headline_is_told_in_full_below() -> None:
    found = interventions(
        "Ministers have hired a new director of children's services for Westmarch.",
        opening="# Westmarch County Council appoints new director of children's services\n",
    )
    assert [one.kind for one in found] == ["director-appointed"]


def test_the_same_done_to_several_councils_is_done_to_each() -> None:
    found = interventions("Ministers sent in a commissioner. The move follows similar ones in Kent, Essex and Devon.")
    assert len({one.council for one in found if one.kind == "commissioner-appointed"}) == 4


def test_a_council_that_lends_people_is_not_the_one_that_is_helped() -> None:
    (one,) = interventions(
        "Westmarch County Council was told to improve.\n"
        "Ministers sent in Harrowby City Council's then director of children's services as commissioner."
    )
    assert one.council == "Westmarch County Council"


def test_no_pattern_matches_without_one_of_the_words_that_it_needs() -> None:
    lists = load("interventions")
    assert all(row["needs"] and row["patterns"] for row in lists["interventions"])
    assert all(need == need.lower() for row in lists["interventions"] for need in row["needs"])
