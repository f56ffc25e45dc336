"""What inspectors found, as articles tell it."""

import pytest

from .inspected import COUNCIL, found_by, record_of


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Inspectors said that children waited too long.", "weakness", "children waited too long."),
        ("Children waited too long, the report said.", "weakness", "Children waited too long"),
        (
            "According to the report, caseloads were too high.",
            "weakness",
            "According to the report, caseloads were too high.",
        ),
        (
            "The watchdog praised the county's foster carers.",
            "strength",
            "The watchdog praised the county's foster carers.",
        ),
        ("Ofsted called for better training.", "area-for-improvement", "Ofsted called for better training."),
        ("Inspectors liked the garden club.", "strength", "Inspectors liked the garden club."),
        ("Nor were they impressed by the register.", "weakness", "Nor were they impressed by the register."),
        ("Families told inspectors that nobody rang back.", "weakness", "nobody rang back."),
        (
            "Their last letter, in May, said letters lay unread.",
            "weakness",
            "Their last letter, in May, said letters lay unread.",
        ),
        ("Inspectors saw no child without a plan.", "strength", "no child without a plan."),
        (
            "The council was told to improve its plans.",
            "area-for-improvement",
            "The council was told to improve its plans.",
        ),
        ("Management oversight was described as weak.", "weakness", "Management oversight was described as weak."),
        ("Families wait for months, two watchdogs have decided.", "weakness", "Families wait for months"),
        ("The youth club was singled out for its cheer.", "strength", "The youth club was singled out for its cheer."),
        ("Adoption drew praise from both inspectors.", "strength", "Adoption drew praise from both inspectors."),
        (
            "Inspectors complained of a merry-go-round of managers.",
            "weakness",
            "Inspectors complained of a merry-go-round of managers.",
        ),
        (
            "Leaders, they wrote, had a sketchy grasp of need.",
            "weakness",
            "Leaders, they wrote, had a sketchy grasp of need.",
        ),
        (
            "Ofsted would like the county to open more homes.",
            "area-for-improvement",
            "Ofsted would like the county to open more homes.",
        ),
    ],
)
def test_what_an_inspectorate_is_said_to_say(sentence: str, kind: str, words: str) -> None:
    assert found_by(sentence) == [(kind, words)]


def test_clauses_joined_in_a_list_are_findings_by_themselves() -> None:
    assert found_by(
        "Inspectors found that visits were late, that plans were weak and that managers were slow to act."
    ) == [
        ("weakness", "visits were late"),
        ("weakness", "plans were weak"),
        ("weakness", "managers were slow to act."),
    ]


def test_things_asked_for_are_to_be_mended_one_by_one() -> None:
    assert found_by("Inspectors asked the council to visit children sooner and to keep better records.") == [
        ("area-for-improvement", "visit children sooner"),
        ("area-for-improvement", "keep better records."),
    ]


def test_what_goes_on_from_inspectors_is_theirs_until_somebody_else_speaks() -> None:
    found = found_by(
        "Inspectors noted that visits were late.",
        "Staff morale had fallen badly.",
        "Council leader Bram Tolliver said: 'We were too slow.'",
        "Buses in the county are also too slow.",
    )
    assert [words for _, words in found] == ["visits were late.", "Staff morale had fallen badly."]


def test_what_only_leads_into_a_clause_is_no_finding() -> None:
    found = found_by("Inspectors noted that visits were late.", "They were pleased, however, that carers were warm.")
    assert found == [("weakness", "visits were late."), ("strength", "carers were warm.")]


def test_marks_of_points_tell_their_way() -> None:
    found = found_by(
        "What inspectors found:", "• \U0001f534 Meetings leave out schools", "• \U0001f7e2 Carers ring each evening"
    )
    assert found == [("weakness", "Meetings leave out schools"), ("strength", "Carers ring each evening")]


def test_points_of_a_list_have_the_type_of_what_leads_into_it() -> None:
    found = found_by("The report asks the county for:", "• A bigger team", "• Homes for children who come into care")
    assert found == [
        ("area-for-improvement", "A bigger team"),
        ("area-for-improvement", "Homes for children who come into care"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council was rated inadequate by Ofsted.",
        "Inspectors arrived without warning in May.",
        "A spokesman for the county said services were poor.",
        "There was praise too.",
        "The report is not all bleak.",
        "The report makes two recommendations.",
        "Inspectors said the council must produce an improvement plan.",
        "Inspectors were told that fostering requires improvement.",
        "A visit of this kind gives no grade.",
    ],
)
def test_what_is_no_finding(sentence: str) -> None:
    assert found_by(sentence) == []


def test_a_finding_told_twice_is_one_with_two_spans() -> None:
    record = record_of(*["Inspectors said that children waited too long."] * 2)
    assert [len(finding.evidence) for finding in record.findings] == [2]


def test_findings_belong_to_the_inspection_of_their_council() -> None:
    record = record_of(
        f"Ofsted has rated {COUNCIL} good and Harrowby City Council inadequate.",
        f"At {COUNCIL}, inspectors said staff were skilled.",
        "At Harrowby City Council, inspectors said plans were weak.",
        lead=None,
    )
    councils = {i.id: i.council for i in record.inspections}
    assert [(councils[f.inspection], f.type) for f in record.findings] == [
        (COUNCIL, "strength"),
        ("Harrowby City Council", "weakness"),
    ]


def test_the_next_sentence_may_say_whose_words_they_are() -> None:
    assert found_by("Children are far safer than they were. So says Ofsted.") == [
        ("strength", "Children are far safer than they were.")
    ]


def test_two_clauses_joined_by_and_are_two_findings() -> None:
    assert found_by("Inspectors found that visits were late and that plans were weak, and records were thin.") == [
        ("weakness", "visits were late"),
        ("weakness", "plans were weak"),
        ("weakness", "records were thin."),
    ]


def test_what_inspectors_think_holds_for_all_that_they_name() -> None:
    assert found_by(
        "Inspectors admired the night desk, but took issue with the weeks that letters spend in limbo."
    ) == [
        ("strength", "Inspectors admired the night desk"),
        ("weakness", "took issue with the weeks that letters spend in limbo."),
    ]


def test_a_list_goes_by_what_leads_into_it() -> None:
    assert found_by("Among the gripes of the inspectors:", "• a register that is kept in pencil") == [
        ("weakness", "a register that is kept in pencil")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors said that Westmarch tops the table.",
        "Ofsted found that 12 of the councils were good.",
        "The report makes for sobering reading.",
        "Visits of that sort come without a grade, Ofsted said.",
        '"Nobody rang us back," said a man at the gate.',
    ],
)
def test_what_ranks_or_repeats_a_grade_is_none(sentence: str) -> None:
    assert not found_by(sentence)
