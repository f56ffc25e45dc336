"""The inspections that a text tells of, current and earlier."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .inspected import COUNCIL, record_of

DAY = "2019-03-18"


def test_a_stay_in_words_of_the_year_of_publication() -> None:
    record = record_of("Inspectors were in the county from 4 to 15 February.", "It was rated good.", published=DAY)
    inspection = record.inspections[0]
    assert (inspection.council, inspection.start, inspection.end) == (COUNCIL, "2019-02-04", "2019-02-15")
    assert (inspection.date_words, inspection.date_basis) == ("4 to 15 February", "relative-to-publication")
    assert inspection.evidence[0].supports == "start"


def test_a_report_of_today_is_published_today() -> None:
    record = record_of("The report, published today, rates the council good.", published=DAY)
    assert record.inspections[0].published == DAY


def test_earlier_outcomes_are_inspections_of_their_own() -> None:
    record = record_of(
        "Ofsted inspected the council in February and rated it good.",
        "It had been 'inadequate' in 2015, and in 2011 it was rated adequate.",
        published=DAY,
    )
    told = {i.id: i.start for i in record.inspections}
    assert [(told[j.inspection], j.grade) for j in record.judgements] == [
        ("2019-02", "good"),
        ("2015", "inadequate"),
        ("2011", "adequate"),
    ]


def test_a_grade_told_several_times_is_one_judgement_with_up_to_three_spans() -> None:
    record = record_of(
        *["The council's children's services are 'inadequate'."] * 2, "Ofsted rated it inadequate.", published=DAY
    )
    assert len(record.judgements) == 1
    assert 2 <= len(record.judgements[0].evidence) <= 3


@pytest.mark.parametrize(
    ("words", "kind"), [("a monitoring visit", "monitoring-visit"), ("a focused visit", "focused-visit")]
)
def test_a_visit_has_no_grade_and_the_grade_told_is_of_an_inspection_before(words: str, kind: str) -> None:
    record = record_of(
        f"Inspectors wrote after {words} in January.", "The council was judged inadequate in May 2017.", published=DAY
    )
    first, second = record.inspections
    assert (first.visit_type, first.start) == (kind, "2019-01")
    assert (second.published, [j.inspection for j in record.judgements]) == ("2017-05", [second.id])


def test_an_inspection_without_notice_was_not_announced() -> None:
    record = record_of(
        "Inspectors turned up unannounced in November and rated the council inadequate.", published="2012-12"
    )
    assert record.inspections[0].announced is False


def test_a_board_and_a_service_have_inspections_of_their_own() -> None:
    record = record_of(
        "The council was rated good.",
        "The Safeguarding Children Board was judged inadequate.",
        "The council's fostering service was rated outstanding in 2016.",
        published=DAY,
    )
    assert [(i.visit_type, i.framework, i.body) for i in record.inspections] == [
        (None, None, None),
        ("lscb-review", None, "Safeguarding Children Board"),
        ("service-inspection", "service", None),
    ]


def test_annual_assessments_are_of_a_year() -> None:
    record = record_of(
        "The council is performing poorly.", "Last year it was performing well, Ofsted said.", published="2011-11"
    )
    assert [(i.framework, i.start, i.published) for i in record.inspections] == [
        ("annual", None, None),
        ("annual", None, "2010"),
    ]


def test_in_a_text_about_many_the_kind_named_once_is_that_of_all() -> None:
    record = record_of(
        "Ofsted has issued its annual performance assessments.",
        "Kent, Surrey and Essex were rated good.",
        lead=None,
        published="2008-12",
    )
    assert [i.framework for i in record.inspections] == ["apa"] * 3


def test_what_speaks_of_no_inspectors_tells_of_no_inspection() -> None:
    assert record_of("The council has opened a library.", lead=f"{COUNCIL} runs children's services.").inspections == []


WORDS = [
    "Ofsted",
    "rated",
    "Kent",
    "good",
    "inadequate",
    "requires",
    "improvement",
    "to",
    "be",
    "in",
    "2015",
    "last",
    "year",
    "was",
    "from",
    ",",
    ".",
    '"',
    "'",
    ":",
    "-",
    "and",
    "the",
    "council",
    "for",
    "adoption",
    "care",
    "leavers",
    "inspected",
    "visit",
    "Surrey",
    "County",
    "Council",
    "no",
    "longer",
    "Grade",
    "4",
    "lowest",
    "rating",
    "that",
    "June",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40))
def test_any_words_give_items_whose_spans_are_in_the_text(words: list[str]) -> None:
    text = " ".join(" ".join(words).split()) or "x"
    record = record_of(text, published="2019", lead="Ofsted inspects children's services.")
    ids = {inspection.id for inspection in record.inspections}
    assert {item.inspection for item in [*record.judgements, *record.findings]} <= ids
    assert all(item.evidence for item in [*record.judgements, *record.findings])


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Ofsted and the Care Quality Commission came to Westmarch in July.", "2023-07"),
        ("Ofsted last went over its work in 2012 and rated safeguarding as good.", "2012"),
        ("Inspectors descended on its offices for a fortnight in May.", "2023-05"),
        ("The fieldwork ran from 3 to 14 May.", "2023-05-03"),
        ("The new director came to Westmarch in July.", None),
    ],
)
def test_inspectors_come_in_many_words(sentence: str, start: str | None) -> None:
    assert record_of(sentence, published="2023-11-10").inspections[0].start == start


def test_the_week_of_the_telling_is_not_the_week_on_site() -> None:
    record = record_of(
        "This week, after a visit that ended on 25 January, inspectors said that little had changed. It stays inadequate.",
        published=DAY,
    )
    assert record.inspections[0].end == "2019-01-25"
