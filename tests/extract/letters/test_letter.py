"""Letters, from their text to their record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.documents.normalise import normalise
from councilgraph.extract.letters import letter
from councilgraph.model import Document, Record

from .samples import ALL, ASSESSMENT, JOINT, MINISTER, MONITORING, OPEN, UNANNOUNCED, quotes, record

PARTS = ("councils", "judgements", "findings", "people", "claims", "statistics", "interventions")


def judged(found: Record) -> set[tuple[str, str, str]]:
    return {(one.inspection, one.area, one.grade) for one in found.judgements}


def assert_sound(found: Record, text: str) -> None:
    """Every item has one to three spans of the text, and belongs to an inspection of the record."""
    ids = {one.id for one in found.inspections}
    for part in PARTS:
        for item in getattr(found, part):
            assert 1 <= len(item.evidence) <= 3
            assert all(text[s.start : s.end] == s.quote and s.quote.strip() for s in item.evidence)
            assert all(len(s.quote) <= 700 for s in item.evidence)
    assert {one.inspection for one in [*found.judgements, *found.findings]} <= ids


@pytest.mark.parametrize("text", ALL)
def test_a_letter_is_known_as_one_and_its_record_is_sound(text: str) -> None:
    found = record(text)
    assert found.document.genre == "letter"
    assert not found.problems
    assert_sound(found, normalise([text]))


def test_of_an_unannounced_inspection() -> None:
    found = record(UNANNOUNCED)
    assert [one.name for one in found.councils] == ["Northmoor Metropolitan Borough Council"]
    main = found.inspections[0]
    assert (main.framework, main.announced, main.start, main.end) == ("unannounced", False, "2010-01-19", "2010-01-20")
    assert main.published == "2010-02-17"
    assert not found.judgements and not found.claims
    assert quotes(found, "findings", "strength") == [
        "A domestic abuse worker sits in the team and answers police notifications within a day.",
        "Newly qualified workers are well supported.",
    ]
    assert quotes(found, "findings", "narrative") == ["Urgent referrals are dealt with promptly."]
    assert len(quotes(found, "findings", "area-for-development")) == 2
    assert not quotes(found, "findings", "priority-action")
    assert [one.name for one in found.people] == [
        "Desmond P Arkle",
        "Wilhelmina Stott",
        "Osbert Pryde",
        "Felicity Grange",
        "Rashid Amin",
    ]


def test_of_an_annual_assessment() -> None:
    found = record(ASSESSMENT)
    main, *others = found.inspections
    assert (main.framework, main.published, main.start) == ("apa", "2006-12-01", None)
    assert main.bodies == ["Ofsted", "Commission for Social Care Inspection"]
    assert {(one.visit_type, one.published, one.start) for one in others} == {
        ("annual-assessment", "2005", None),
        ("service-inspection", None, "2006-05"),
    }
    earlier = next(one.id for one in others if one.published)
    fostering = next(one.id for one in others if one.start)
    assert judged(found) == {
        ("i1", "The contribution of children's services to the outcomes of children and young people", "3"),
        ("i1", "Capacity to improve", "2"),
        ("i1", "Being healthy", "good"),
        ("i1", "Staying safe", "adequate"),
        (earlier, "education services", "3"),
        (earlier, "children's social care", "2"),
        (fostering, "fostering service", "good"),
    }
    assert {one.number for one in found.judgements if one.inspection == "i1"} == {3, 2, None}
    assert quotes(found, "findings", "area-for-improvement") == [
        "the timeliness of core assessments",
        "the number of exclusions.",
    ]
    assert [one.type for one in found.findings if one.inspection == fostering] == ["strength"]
    assert "Teenagers took part in the choice of two clinics." in quotes(found, "findings", "strength")


def test_of_a_monitoring_visit() -> None:
    found = record(MONITORING)
    main, judgement, visit = found.inspections
    assert (main.visit_type, main.framework, main.start) == ("monitoring-visit", "ilacs", "2022-05-11")
    assert (judgement.published, judgement.start) == ("2021-10", None)
    assert (visit.visit_type, visit.start) == ("monitoring-visit", "2022-02")
    assert judged(found) == {(judgement.id, "overall effectiveness", "inadequate")}
    told = {quote: one.inspection for quote, one in zip(quotes(found, "findings"), found.findings, strict=True)}
    assert told["Leaders have acted quickly."] == "i1"
    assert next(i for quote, i in told.items() if "often missing" in quote) == visit.id
    assert told["they are made every day now."] == "i1"
    assert not any("response to contacts" in quote for quote in told)
    assert [(one.kind, one.council) for one in found.interventions][-1][1] == "Westmarch County Council"
    assert {one.name for one in found.councils} == {"Westmarch County Council", "Eastvale County Council"}
    assert [(one.name, one.interim) for one in found.people] == [
        ("Marguerite Hollis", True),
        ("Tamsin Oddie", False),
        ("Benedict Frome", False),
    ]


def test_what_repeats_at_the_foot_and_head_of_pages_is_no_part_of_a_sentence() -> None:
    found = record(MONITORING)
    cut = next(one for one in found.findings if one.evidence[0].quote.startswith("Plans"))
    assert [span.quote for span in cut.evidence] == ["Plans, however, are weak and", "few are shared with parents."]
    assert all("16 June 2022" not in span.quote for one in found.findings for span in one.evidence)


def test_of_a_joint_inspection() -> None:
    found = record(JOINT)
    main = found.inspections[0]
    assert (main.visit_type, main.start, main.end) == ("jtai", "2016-06-06", "2016-06-10")
    assert main.bodies == ["Ofsted", "Care Quality Commission", "HM Inspectorate of Probation"]
    assert not found.judgements and not found.statistics
    assert [(one.type, one.inspection) for one in found.findings] == [("strength", "i1"), ("priority-action", "i1")]
    assert [one.role_type for one in found.people if one.name in ("Eleanor Marchetti", "Ursula Gale-Pym")] == [
        "inspector"
    ] * 2
    assert {one.name: one.organisation for one in found.people}["Ursula Gale-Pym"] == "Care Quality Commission"
    assert {one.name: one.role for one in found.people}["Beatrix Orme"] == "Chief Constable"
    assert any("written statement" in quote for quote in quotes(found, "interventions"))


def test_of_a_minister() -> None:
    found = record(MINISTER)
    main, earlier = found.inspections
    assert (main.published, earlier.start) == ("2017-01-27", "2013-05")
    assert judged(found) == {
        ("i1", "overall effectiveness", "inadequate"),
        ("i1", "leadership, management and governance", "inadequate"),
        ("i1", "adoption", "good"),
        (earlier.id, "Safeguarding", "inadequate"),
    }
    assert quotes(found, "findings", "weakness") == ["thresholds were not understood", "children were left at risk."]
    assert quotes(found, "findings", "strength") == ["the new director had brought energy."]
    assert [(one.speaker, one.voice) for one in found.claims] == [("Celia Marchbank", "own-voice")]
    assert quotes(found, "claims") == ["I am deeply troubled by what I have read."]
    acts = quotes(found, "interventions")
    assert any("issuing a direction" in quote for quote in acts)
    assert "to send monthly figures." in acts
    assert {(one.name, one.role_type, one.organisation) for one in found.people} >= {
        ("Celia Marchbank", "minister", "Department for Education"),
        ("Tobias Renshaw", "council-leader", "Harrowby City Council"),
        ("Paul Danvers", "mp", "House of Commons"),
    }


def test_of_a_council() -> None:
    found = record(OPEN, publisher="Westmarch Council")
    main, earlier = found.inspections
    assert (main.start, main.end, main.published) == ("2024-09-02", "2024-09-13", "2024-10-07")
    assert main.date_basis == "relative-to-publication"
    assert judged(found) == {
        ("i1", "overall effectiveness", "requires improvement to be good"),
        (earlier.id, "overall effectiveness", "good"),
    }
    assert quotes(found, "findings", "weakness") == ["Children wait too long for a social worker."]
    assert [quote for quote in quotes(found, "findings", "strength") if "foster" in quote or "schools" in quote] == [
        "They praised our foster carers",
        "the way schools work with us.",
    ]
    said = dict(zip(quotes(found, "claims"), (one.speaker for one in found.claims), strict=True))
    assert set(said.values()) == {"Josephine Treloar", "Leonie Bracken"}
    assert "I want us to be good by 2026." in said
    assert not any("Thank you" in quote or "Swimming" in quote for quote in said)


@pytest.mark.parametrize(
    "text",
    [
        "Children's services in Westmarch were rated good, Ofsted said.\n\nThe letter began “Dear reader”.",
        "Dear Ofsted, wrote a parent from Westmarch Council's area, and never got an answer. It went on for pages.",
        "Yours sincerely\nA N Other",
        "",
    ],
)
def test_what_is_no_letter(text: str) -> None:
    assert not letter.recognises(text)


def test_a_letter_that_names_no_council_asserts_nothing() -> None:
    found = record(
        "4 May 2019\n\nDear Sir\n\nYour bin will be emptied on Monday.\n\nYours faithfully\n\nA Dustman\nManager"
    )
    assert [one.code for one in found.problems] == ["no-council"]
    assert not any(getattr(found, part) for part in (*PARTS, "inspections"))


def test_what_the_manifest_says_dates_a_letter_that_gives_a_month_alone() -> None:
    text = MONITORING.replace("16 June 2022\n\nMarguerite", "June 2022\n\nMarguerite").replace(
        " on 11 and 12 May 2022", " on 11 and 12 May"
    )
    main = record(text, published="2022-06-16").inspections[0]
    assert (main.start, main.date_basis) == ("2022-05-11", "relative-to-publication")
    assert main.published == "2022-06"


@given(st.data())
def test_cut_and_shuffled_letters_give_sound_records(data: st.DataObject) -> None:
    rows = [row for text in ALL for row in text.split("\n")]
    drawn = data.draw(st.lists(st.one_of(st.sampled_from(rows), st.text(max_size=30)), max_size=30))
    text = normalise(
        "\n".join(["Dear Ms Hollis", *drawn, "Yours sincerely", "A Person", "Chief Executive"]).split("\f")
    )
    assert_sound(letter.extract(Document("d", "d.txt", "0", text=text)), text)
