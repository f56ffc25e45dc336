"""Tests of statistics in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.words import load
from councilgraph.model import Statistic

from .told import OPENING, record_of


def statistics(text: str, *, opening: str = OPENING, genre: str = "press-article") -> list[Statistic]:
    return record_of(text, opening=opening, genre=genre).statistics


@pytest.mark.parametrize(
    ("text", "measure", "unit", "value"),
    [
        ("The county looks after 418 children.", "children-in-care", "children", 418),
        ("In Westmarch 196 children are subject to child protection plans.", "child-protection-plans", "children", 196),
        ("Caseloads average 19.", "average-caseload", "cases", 19),
        ("There are agency workers in a team of 50.", "agency-social-workers", "staff", 50),
        ("Last year 23 out of every hundred of our social workers left.", "social-worker-turnover", "percent", 23),
        ("A third of the workforce has resigned.", "social-worker-turnover", "share", 0.333),
        ("Demand has grown by a quarter since March.", "referrals-change", "share", 0.25),
        ("Some social workers were holding 40 cases.", "average-caseload", "cases", 40),
        ("Agencies supply 29% of the county's social workers.", "agency-social-workers", "percent", 29),
        ("A third of its social workers are agency staff.", "agency-social-workers", "share", 0.333),
        ("Just one post in ten stands empty.", "social-worker-vacancies", "share", 0.1),
        ("Referrals have gone up by 21% since 2017.", "referrals-change", "percent", 21),
        ("Some 92% of assessments were finished in time.", "assessments-on-time", "percent", 92),
        ("Since Easter we have taken on 11 social workers.", "social-workers-recruited", "staff", 11),
        ("Almost 300 children were still waiting to be visited.", "children-waiting", "children", 300),
        ("Another £1.6m was set aside.", "investment", "pounds", 1_600_000),
        ("The budget for homes had overshot by £2.9m.", "overspend", "pounds", 2_900_000),
        ("The review concerns the deaths of three children.", "child-deaths", "children", 3),
        ("Two of its children's homes have closed.", "childrens-homes-closed", "childrens-homes", 2),
        ("The rate is 120 per 10,000 children.", "children-in-care-rate", "per-10000-children", 120),
    ],
)
def test_measures(text: str, measure: str, unit: str, value: float) -> None:
    (one,) = statistics(text)
    assert (one.measure, one.unit_kind, one.value) == (measure, unit, value)
    assert one.council == "Westmarch County Council"
    assert one.evidence[0].quote in text


def test_a_part_takes_the_noun_of_its_whole() -> None:
    whole, part = statistics("The council supports 5,042 children, of whom 1,345 are in care.")
    assert (whole.measure, whole.value) == ("children-supported", 5042)
    assert (part.measure, part.value) == ("children-in-care", 1345)


def test_a_distribution_is_read_in_all_its_parts() -> None:
    found = statistics(
        "Five more of its children's centres were inspected. Of these, one was outstanding, "
        "three were good, one was satisfactory."
    )
    assert [(one.measure, one.value, one.grade_limit) for one in found] == [
        ("childrens-centres-inspected", 5, None),
        ("childrens-centres-graded", 1, "outstanding"),
        ("childrens-centres-graded", 3, "good"),
        ("childrens-centres-graded", 1, "satisfactory"),
    ]


def test_councils_of_the_nation_belong_to_no_council() -> None:
    found = statistics("Of 150 councils assessed, 41 perform excellently, up from 32 last year.")
    assert {one.place for one in found} == {"England"}
    assert [(one.measure, one.value, one.population, one.period) for one in found] == [
        ("councils-assessed", 150, None, None),
        ("councils-graded", 41, 150, None),
        ("councils-graded", 32, 150, "2018"),
    ]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("are good or better", ("good", ">=")),
        ("are good or outstanding", ("good", ">=")),
        ("are outstanding", ("outstanding", "=")),
        ("are no better than satisfactory", ("satisfactory", "<=")),
        ("require improvement to be good", ("requires-improvement", "=")),
        ("are less than good", ("good", "<")),
    ],
)
def test_limits_of_grades(words: str, limit: tuple[str, str]) -> None:
    (one,) = statistics(f"Half of the county's schools {words}.")
    assert (one.grade_limit, one.comparator) == limit


def test_the_members_of_a_number_of_councils() -> None:
    (one,) = statistics("Three councils were outstanding: Kent, Essex and Devon.")
    assert len(one.members) == 3
    assert one.list_complete
    (one,) = statistics("Nine councils were outstanding. Among them were Kent and Essex.", opening="Ofsted.\n")
    assert (len(one.members), one.list_complete) == (2, False)


def test_a_comparison_with_the_nation() -> None:
    here, there = statistics("Some 42% of care leavers had work, compared with 58% across England.")
    assert (here.council, here.qualifier, there.place) == ("Westmarch County Council", "approximate", "England")
    assert here.measure == there.measure == "care-leavers-in-education-or-work"


def test_before_and_after_measure_the_same() -> None:
    before, after = statistics("The share of repeat child protection plans has dropped from 14% to 9%.")
    assert before.measure == after.measure == "repeat-child-protection-plans"


def test_the_same_figure_told_twice_is_one() -> None:
    (one,) = statistics("The county looks after 418 children.\nIt has 418 children in care.")
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The report makes 21 recommendations.",
        "It was good in all four areas.",
        "The motion fell by 27 votes to 20.",
        "Inspectors were there for 12 days with a team of seven.",
        "Caseloads should be below a target of 18.",
        "It's just this one area.",
        "One child was left at home.",
        "Crowds of 12,000 saw a 3-1 win.",
    ],
)
def test_what_is_no_statistic(text: str) -> None:
    assert statistics(text) == []


def test_a_letter_counts_sums_of_money_too() -> None:
    (one,) = statistics("We have found an extra £2m.", genre="letter")
    assert (one.measure, one.value) == ("investment", 2_000_000)


def test_whom_inspectors_spoke_to_is_no_figure_of_a_letter() -> None:
    assert statistics("We heard from three families.", genre="letter") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Agency use had gone down to 29pc.", 29),
        ("Of every ten social workers employed, nine are permanent.", 0.9),
        ("Both special schools are outstanding.", 2),
        ("Permanent staff are joining at a rate of three a week.", 3),
        ("The number living in hotels stands at 14.", 14),
        ("The team is for unaccompanied minors, of whom few ports have more: 390, or almost all.", 390),
    ],
)
def test_a_number_whose_noun_stands_elsewhere(text: str, value: float) -> None:
    assert value in [one.value for one in statistics(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Average caseloads, 28 in the spring, are down to 16.", [28, 16]),
        ("The number in hotels is down from 17 to 3.", [17, 3]),
        ("Westmarch has 580 children in its care, a rise of 25 since last summer.", [580, 25]),
        ("Of the 150 authorities 12 perform poorly, which is two more than in 2009.", [150, 12, 2]),
        (
            "Only 46 per cent of the 36 northern authorities, and seven of the 12 to the east, are good.",
            [46, 36, 7, 12],
        ),
        ("Two-thirds of councils did well: 100 of the 150.", [0.667, 100, 150]),
        ("It helps 600 children and has 290 on child protection plans.", [600, 290]),
        ("Inspectors went to 32 authorities; five were outstanding, 14 good and six inadequate.", [32, 5, 14, 6]),
        ("The council spends £640 on each child against an average of £810.", [640, 810]),
    ],
)
def test_siblings_are_all_told(text: str, values: list[float]) -> None:
    assert [one.value for one in statistics(text)] == values


def test_an_average_to_be_compared_with_is_of_the_nation() -> None:
    own, average = statistics("The council spends £640 on each child against an average of £810.")
    assert (own.council, average.council) == ("Westmarch County Council", "England")


def test_a_change_is_no_level() -> None:
    _, change = statistics("Westmarch has 580 children in its care, a rise of 25 since last summer.")
    assert change.measure == "change"


@pytest.mark.parametrize(
    "text",
    [
        "Of the three areas that were looked at, two were weak.",
        "Both schools said so.",
        "One social worker was moved.",
        "The meeting was attended by 200 parents.",
        "She joined in 2008 and has three children.",
        "You must ensure that 85% of assessments are on time.",
    ],
)
def test_numbers_that_count_nothing_told(text: str) -> None:
    assert statistics(text) == []


def test_another_councils_figure_is_its_own() -> None:
    (one,) = statistics("Harrowby City Council looks after about 1,100 children in care.")
    assert (one.council, one.value, one.qualifier) == ("Harrowby City Council", 1100, "approximate")


def test_a_number_that_is_nobodys_is_left_out() -> None:
    assert statistics("The firm runs 12 schools.", opening="Shares rose.\n") == []


@given(st.text(alphabet=st.sampled_from("0123456789£%,. ofin\n'\"()-abcschildrenmore")))
def test_odd_text_breaks_nothing(text: str) -> None:
    record = record_of(text)
    for one in record.statistics:
        for span in one.evidence:
            assert (record.document.text or "")[span.start : span.end] == span.quote


def test_the_nouns_of_the_list_make_units_with_a_measure() -> None:
    lists = load("statistics")
    measured = {unit for row in lists["measures"] for unit in row["unit"]}
    assert set(lists["nouns"]) | set(lists["levels"]) <= measured


def test_what_is_compared_has_the_grade_told_before_it() -> None:
    found = record_of(
        "Ofsted inspects schools in Westmarch. Five of its special schools are outstanding, compared with four last "
        "year, and none is inadequate."
    )
    assert [one.grade_limit for one in found.statistics if one.value == 4] == ["outstanding"]
