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
        ("Officials have drawn up terms of reference for a commissioner.", "commissioner-appointed"),
        ("The department is minded to make Isolde Marsh commissioner.", "commissioner-appointed"),
        ("Whitehall allowed the direction to lapse.", "intervention-ended"),
        ("Ministers tore up the improvement notice.", "intervention-ended"),
        ("The department has withdrawn its adviser.", "advisers-sent"),
        ("The council has until Easter to show that it can keep children safe.", "delivery-review"),
        ("Isolde Marsh has three months to say whether the council should keep control.", "delivery-review"),
        ("A company set up on the orders of the government runs the service.", "trust-set-up"),
        ("It will be chaired by Dame Ada Rudd.", "appointment"),
        ("The man who ran the department has gone on gardening leave.", "departure"),
        ("The deputy, Tom Oake, will mind the shop until June.", "interim-director-appointed"),
        ("Ana Rudd, acting director, arrives on Monday.", "interim-director-appointed"),
        ("The council must submit a statement of proposed action by May.", "improvement-plan"),
        ("The partnership will now run for two more years.", "support"),
        ("Ministers have seized the reins.", "government-supervision"),
        ("A hotline for staff has been set up.", "new-service"),
        ("Ministers have named Isolde Marsh as children's commissioner at the council.", "commissioner-appointed"),
        ("Lord Penrice, installed as external commissioner, wrote to ministers.", "commissioner-appointed"),
        ("A direction signed today tells the council what to do.", "direction"),
        ("The department has issued an improvement notice.", "improvement-notice"),
        ("A team of experts was sent in to help.", "advisers-sent"),
        ("An improvement board under an independent chair meets monthly.", "improvement-board"),
        ("Harrowby City Council is working with managers under a partnership agreement.", "support"),
        ("The Local Government Association will carry out a peer review.", "support"),
        ("The service will be transferred to a not-for-profit company.", "trust-set-up"),
        ("A trust was created to run the service.", "trust-set-up"),
        ("The council was stripped of the service.", "control-removed"),
        ("Somebody must say whether the council should keep the service or be stripped of control.", "delivery-review"),
        ("Whitehall has begun to oversee the service.", "government-supervision"),
        ("The county has escaped intervention by the government.", "intervention-ended"),
        ("The director of children's services left her post in spring.", "departure"),
        ("Ana Rudd is standing in as strategic director.", "interim-director-appointed"),
        ("The council has appointed a new management team.", "new-management-team"),
        ("It has hired two experienced managers.", "manager-appointed"),
        ("The council has recruited 14 more social workers.", "recruitment"),
        ("The authority has put in another £5m.", "investment"),
        ("Money has gone into fostering.", "investment"),
        ("Members voted to raise the budget of the department.", "budget-increase"),
        ("The leader has promised a plan for recovery.", "improvement-plan"),
        ("The chair must report to the minister every quarter.", "report-required"),
        ("The files of 900 families are being gone through again.", "review"),
        ("Staff will receive extra training.", "training"),
        ("Several new measures will be put in place.", "improvement-measures"),
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
        ("Ministers are expected to issue a direction.", "reported"),
        ("The council announced an investment in its services.", "announced"),
        ("The plan for a children's trust was shelved.", "ended"),
        ("Commissioners have been at work since May and were appointed then.", "begun"),
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
        "Similar directions were issued to other councils.",
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
    found = interventions("Ministers sent in a commissioner. It follows similar moves in Kent, Essex and Devon.")
    assert len({one.council for one in found if one.kind == "commissioner-appointed"}) == 4


def test_a_council_that_lends_people_is_not_the_one_that_is_helped() -> None:
    (one,) = interventions(
        "Westmarch County Council was told to improve.\n"
        "Ministers sent in the director of children's services at Harrowby City Council as commissioner."
    )
    assert one.council == "Westmarch County Council"


def test_no_pattern_matches_without_one_of_the_words_that_it_needs() -> None:
    lists = load("interventions")
    assert all(row["needs"] and row["patterns"] for row in lists["interventions"])
    assert all(need == need.lower() for row in lists["interventions"] for need in row["needs"])


@pytest.mark.parametrize(
    "text",
    [
        "Essex County Council, praised last year, will lend the county a team of managers.",
        "It has asked Kent County Council to look through 300 files.",
        "Managers from Kent and Essex councils are on loan here until April.",
        "With Lancashire's help a new approach is being tried.",
        "The loan of staff from Hampshire was welcome.",
        "Leeds Council has agreed to audit some of the files.",
        "Camden has been appointed as improvement partner.",
        "The council has joined forces with Hampshire.",
        "The service is supported by Hampshire County Council.",
    ],
)
def test_another_council_helps(text: str) -> None:
    (one,) = interventions(text)
    assert (one.kind, one.council) == ("support", "Westmarch County Council")


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Kent, which runs its own homes, the council buys places.",
        "In Essex, children wait less long, its director said.",
        "Kent runs its own homes.",
        "Rutland still waits for its inspection under the framework.",
        "Children in care from Kent are doing better.",
        "It thanked colleagues at Kent County Council for sharing what they know.",
    ],
)
def test_a_council_that_is_only_named_does_not_help(text: str) -> None:
    assert interventions(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The leader has asked for £2m to be released.", "investment"),
        ("The county has sunk £2.5m into fostering.", "investment"),
        ("Members voted through £4m of growth.", "investment"),
        ("It had £7m from reserves.", "investment"),
        ("The cabinet member for children, Ann Soames, has stood down.", "departure"),
        ("Her deputy fills her shoes until then.", "interim-director-appointed"),
        ("She will be succeeded by Tom Rudge.", "appointment"),
        ("A commissioner, Dame Ida Marsh, would start work in June.", "commissioner-appointed"),
        ("The commissioner is to be Ida Marsh.", "commissioner-appointed"),
        ("Commissioners have overseen some of the council's departments.", "commissioner-appointed"),
        ("Ministers must decide whether a trust is needed.", "delivery-review"),
        ("She must report on whether the service should stay with the council.", "delivery-review"),
        ("Agencies have until May to produce a joint plan.", "improvement-plan"),
        ("The council must submit an updated workforce plan.", "improvement-plan"),
        ("A board with an outsider as its chair would meet monthly.", "improvement-board"),
        ("An outsider will be asked to lead a board.", "improvement-board"),
        ("The department has asked for monthly reports.", "report-required"),
        ("A stocktake will be held every quarter.", "report-required"),
        ("It has established a separate care leavers' service.", "new-service"),
        ("Over 40 managers and workers have been taken on.", "recruitment"),
        ("A new post has been created.", "recruitment"),
        ("The notice will be lifted once the service is adequate.", "intervention-ended"),
    ],
)
def test_further_ways_of_telling(text: str, kind: str) -> None:
    assert [one.kind for one in interventions(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The county has lost £120m since 2010.",
        "It spends £612 a child.",
        "The agency bill of £12m is too high.",
        "It was fined £100,000.",
        "The county must save £20m.",
        "Young people have a plan for when they leave care.",
        "The safeguarding board was found to be weak.",
        "Labour wrote a letter asking the government to send in commissioners.",
        "Ministers will be left with no choice but to set up a trust.",
        "Managers review cases every month.",
        "The council employs 300 social workers.",
        "The member for the county will ask ministers to step in.",
        "The budget for children's services is £90m.",
        "Personal advisers help care leavers find work.",
        "Her first act was to freeze the hiring of agency workers.",
    ],
)
def test_what_only_sounds_like_an_intervention(text: str) -> None:
    assert interventions(text) == []


def test_what_is_still_to_end_is_planned() -> None:
    (one,) = interventions("The notice will be lifted once the service is adequate.")
    assert one.stage == "planned"


def test_directions_to_several_councils_are_of_each() -> None:
    found = interventions("Directions were issued to Kent, Croydon and Reading last year.")
    assert {one.council for one in found} >= {"London Borough of Croydon", "Reading Borough Council"}


def test_what_a_notice_orders_is_told_with_it() -> None:
    (one,) = interventions("The government issued an improvement notice requiring a new management team.")
    assert one.kind == "improvement-notice"


def test_a_price_is_told_with_what_it_buys() -> None:
    (one,) = interventions("The council is opening eight small homes for children at a cost of £14m.")
    assert (one.kind, one.amount) == ("new-service", 14_000_000)
