"""Earlier inspections that a report tells of, with the grades that it states; all sentences are our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.model import Inspection, Record

from .. import northmere
from ..eastvale import report, told
from ..northmere import codes, record

CARE, SAFE = "services for looked after children", "safeguarding arrangements"


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        (
            "Eastvale’s services for looked after children were last inspected in May 2012 and were judged to be good.",
            {("2012-05", CARE): "good"},
        ),
        (
            "At the inspection of August 2011, inspectors judged safeguarding arrangements to be adequate.",
            {("2011-08", SAFE): "adequate"},
        ),
        (
            "The last inspection of the safeguarding arrangements of Eastvale was in June 2012. The local authority was "
            "judged to be inadequate.",
            {("2012-06", SAFE): "inadequate"},
        ),
        (
            "The inspection of 2014 rated children’s services as outstanding.",
            {("2014", "children's services"): "outstanding"},
        ),
        (
            "The last inspection of the adoption service and the services for looked after children was in May 2010. "
            "Both were judged to be good.",
            {("2010-05", "adoption service"): "good", ("2010-05", CARE): "good"},
        ),
        (
            "The council has come far since the inspection in 2013, when it was judged to be inadequate.",
            {("2013", "overall"): "inadequate"},
        ),
        (
            "Inspectors found in January 2011 that little had changed. The inspection in March 2012 judged "
            "services for looked after children to be adequate.",
            {("2012-03", CARE): "adequate"},
        ),
        (
            "In the inspections of 2009 and 2012, safeguarding arrangements were judged to be inadequate.",
            {("2009", SAFE): "inadequate", ("2012", SAFE): "inadequate"},
        ),
        (
            "Eastvale was inspected in March 2013. The local authority was judged to be good overall.",
            {("2013-03", "overall"): "good"},
        ),
        (
            "The inspection report published in June 2013 said that child protection was judged to be good.",
            {("2013-06", "child protection"): "good"},
        ),
        (
            "Since the last inspection in 2013, when they were judged to be good, services for children have been moved.",
            {("2013", "services for children"): "good"},
        ),
        (
            "The inspection in 2012, which found that services were inadequate, is not forgotten.",
            {("2012", "services"): "inadequate"},
        ),
        ("Services were good at the last inspection in 2013.", {("2013", "services"): "good"}),
        (
            "Children’s services were judged inadequate in 2011, and required improvement in 2013.",
            {("2011", "children's services"): "inadequate", ("2013", "children's services"): "required improvement"},
        ),
        (
            "The experiences of care leavers, judged inadequate in the inspection of 2013, are now good.",
            {("2013", "care leavers"): "inadequate"},
        ),
    ],
)
def test_what_is_stated_is_read(sentence: str, outcomes: dict[tuple[str, str], str]) -> None:
    found = told(sentence)
    assert {(date, area.casefold()): grade for (date, area), grade in found.items()} == outcomes


@pytest.mark.parametrize(
    "sentence",
    [
        # Grades of none.
        "In 2012 inspectors judged most services for looked after children to be good or outstanding.",
        "Since 2012 the aim has been that all services are judged to be good.",
        "The inspection in 2012 found good services for looked after children in some streets.",
        "Since the inspection in 2012, services for looked after children are now good.",
        "The inspection of 2012 said that safeguarding arrangements would be judged good if they went on like that.",
        # What is not the council's, or not all of it.
        "In the inspection of 2012 all four children’s homes in Eastvale were judged to be good.",
        "In May 2012 the independent fostering agency was inspected and judged to be outstanding.",
        "Eastvale Primary School was judged to be inadequate at its inspection in 2012.",
        "In 2012 inspectors judged two thirds of the files to be inadequate.",
        "The Local Safeguarding Children Board was judged to be inadequate in the inspection of 2012.",
        "At the inspection of 2012, visits to children in care were judged to be good.",
        "Most of the services for looked after children were judged to be good at the inspection in 2012.",
        "In the inspection of 2012, management of the fostering service was judged to be adequate.",
        "Staff in children’s services were judged to be good at the inspection in 2012.",
        "In 2012, when inspected, the council’s nursery services were judged to be good.",
        "The council’s adult learning service was inspected in 2012 and was judged to be good.",
        "The relationship between leaders and the council was judged to be good at the inspection in 2012.",
        "The safeguarding arrangements were not judged to be good at the inspection in 2012.",
        # Other places, and who is no inspectorate.
        "The inspection of Southmere in 2012 judged its safeguarding arrangements to be inadequate.",
        "Southmere’s safeguarding arrangements were judged to be inadequate in the inspection of 2012.",
        "A peer review in 2012 judged the safeguarding arrangements to be good.",
        "In its self-assessment of 2012 the council judged its safeguarding arrangements to be good.",
        "The neighbouring council was judged inadequate at its inspection in 2012.",
        "An inspection by HMIP in 2012 judged the safeguarding arrangements to be good.",
        "In the inspection of 2012 the safeguarding arrangements were judged to be good by families.",
        "The focused visit in 2013 judged safeguarding arrangements to be inadequate.",
        "In the monitoring visit in 2013 services were judged to be good.",
        # No grade, no date, or not before.
        "A monitoring visit in 2014 found that the council had made some progress.",
        "The focused visit of May 2014 looked at children in care.",
        "The safeguarding arrangements were once judged to be adequate.",
        "An inspection in May 2016 is to judge whether services for looked after children are good.",
    ],
)
def test_what_is_no_earlier_outcome_is_not_read(sentence: str) -> None:
    assert told(sentence) == {}


def test_what_grades_mean_and_what_is_said_of_the_board_is_not_read() -> None:
    meaning = "In 2012 services for looked after children were judged to be inadequate."
    for text in (
        report(ending=f"What the inspection judgements mean\n{meaning}"),
        report(ending=f"Information about this inspection\n{meaning}"),
        report(board=f"The Local Safeguarding Children Board\nThe LSCB is good\n{meaning}"),
    ):
        assert _earlier(record(text)) == []


def test_grades_behind_an_exception_are_of_the_rest() -> None:
    found = told(
        "In the 2014 inspection all judgement areas were judged to be good, except for adoption, which was judged to be "
        "outstanding."
    )
    assert {grade for (_, area), grade in found.items() if "adoption" not in area.casefold()} <= {"good"}


def test_a_list_of_judgements_belongs_to_the_inspection_above_it() -> None:
    rows = (
        "The last inspection was published in June 2013. The judgements were:\n"
        "◼ Overall effectiveness: adequate\n◼ Care leavers: good\n◼ Leadership and management: inadequate"
    )
    assert told(rows) == {
        ("2013-06", "Overall effectiveness"): "adequate",
        ("2013-06", "Care leavers"): "good",
        ("2013-06", "Leadership and management"): "inadequate",
    }


def test_a_judgement_that_changed_was_that_which_it_changed_from() -> None:
    sentence = "Since 2013 the judgement for adoption performance has gone up from adequate to good."
    assert set(told(f"The last inspection was in 2013.\n{sentence}").values()) <= {"adequate"}


def test_the_last_inspection_takes_the_one_date_that_the_report_has_for_it() -> None:
    found = record(
        report(
            summary="Executive summary\nThe last inspection was in March 2013.\nMany boats were built.\n"
            "◼ Safeguarding arrangements were judged to be adequate at the last inspection."
        )
    )
    (inspection,) = _earlier(found)
    assert (inspection.start, inspection.date_basis) == ("2013-03", "inferred")


def test_without_a_date_the_outcome_is_kept_undated() -> None:
    found = record(
        report(
            summary="Executive summary\nSafeguarding arrangements were judged to be adequate at the last inspection."
        )
    )
    (inspection,) = _earlier(found)
    assert (inspection.start, inspection.published, inspection.date_basis) == (None, None, None)
    assert inspection.evidence


def test_a_grade_told_twice_is_one_judgement_with_the_better_date() -> None:
    found = record(
        report(
            summary="Executive summary\nIn 2012 safeguarding arrangements were judged to be adequate.\n"
            "◼ The inspection of the safeguarding arrangements was in June 2012. The council was judged to be adequate."
        )
    )
    (inspection,) = _earlier(found)
    assert inspection.start == "2012-06"
    (judgement,) = (one for one in found.judgements if one.inspection == inspection.id)
    assert len(judgement.evidence) == 3


def test_two_dates_of_one_outcome_are_reported() -> None:
    found = record(
        report(
            summary="Executive summary\n◼ In the inspection of May 2012 safeguarding arrangements were judged to be good.\n"
            "◼ The inspection in June 2012 judged safeguarding arrangements to be good."
        )
    )
    assert len(_earlier(found)) == 1
    assert codes(found) == {"document-disagrees"}


def test_inspections_of_one_service_are_apart() -> None:
    found = record(
        report(
            summary="Executive summary\nThe fostering service was last inspected in June 2012 and was judged to be good. "
            "The safeguarding arrangements were last inspected in June 2012 and were judged to be adequate."
        )
    )
    assert sorted((str(one.framework), str(one.visit_type)) for one in _earlier(found)) == [
        ("None", "None"),
        ("service", "service-inspection"),
    ]


def test_a_framework_is_taken_from_the_words_alone() -> None:
    named = record(
        report(summary="Executive summary\nThe single inspection in May 2014 judged children’s services to be good.")
    )
    assert [one.framework for one in _earlier(named)] == ["sif"]
    silent = record(
        report(summary="Executive summary\nThe inspection in May 2014 judged children’s services to be good.")
    )
    assert [one.framework for one in _earlier(silent)] == [None]


def test_all_areas_are_told_as_such() -> None:
    found = record(
        report(summary="Executive summary\nIn the inspection of 2014 all areas were judged to be inadequate.")
    )
    ids = {one.id for one in _earlier(found)}
    assert [one.basis for one in found.judgements if one.inspection in ids] == ["inferred"]


def test_later_frameworks_tell_of_earlier_ones_too() -> None:
    summary = "Since the last inspection in 2021, when services for children were judged to be inadequate, much is new."
    found = northmere.record(northmere.report(summary=summary))
    main, earlier = found.inspections
    assert (earlier.council, earlier.start, earlier.framework) == ("Northmere", "2021", None)
    assert [(one.area, one.grade) for one in found.judgements if one.inspection == earlier.id] == [
        ("services for children", "inadequate")
    ]
    assert main.framework == "ilacs"


_WORDS = st.lists(
    st.sampled_from(
        [
            "In",
            "2012",
            ",",
            ".",
            "the",
            "last",
            "inspection",
            "of",
            "Eastvale",
            "services",
            "for",
            "looked",
            "after",
            "children",
            "was",
            "judged",
            "to",
            "be",
            "good",
            "adequate",
            "and",
            "safeguarding",
            "arrangements",
            "May",
            "2011",
            "published",
            "they",
            "when",
            "both",
            "which",
            "from",
            "inadequate",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_WORDS)
def test_whatever_is_said_an_earlier_inspection_has_a_grade_and_words(sentence: str) -> None:
    found = record(report(summary=f"Executive summary\n{sentence}"))
    for inspection in _earlier(found):
        assert inspection.evidence
        assert any(one.inspection == inspection.id for one in found.judgements)
        when = inspection.start or inspection.published
        assert when is None or when < "2015-02"


def _earlier(found: Record) -> list[Inspection]:
    return [one for one in found.inspections[1:] if one.visit_type != "lscb-review"]
