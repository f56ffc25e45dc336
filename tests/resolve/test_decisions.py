"""Decisions of people, applied to records."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.model import Claim, Document, Evidence, Finding, Inspection, Judgement, PersonMention, Record
from councilgraph.resolve.decisions import ACCEPTED, REJECTED, Decided, Decision, decide, homeless, merged_people
from councilgraph.resolve.items import PARTS, items
from councilgraph.resolve.values import anchored, as_text, editable, from_text

TEXT = "Harrowby City Council\nwas rated good.\fCaseloads were\ntoo high. Ada Quill led it."


def span(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), text.count("\f", 0, start) + 1, words)


def record(text: str = TEXT, finding: str = "weakness") -> Record:
    return Record(
        Document("d", "d.txt", "0" * 64, text_sha256="1" * 64, text=text),
        inspections=[Inspection("i1", "Harrowby City Council", evidence=[span("Harrowby City Council", text)])],
        judgements=[Judgement("i1", "overall", "good", evidence=[span("rated good", text)])],
        findings=[Finding("i1", finding, evidence=[span("Caseloads were\ntoo high", text)])],
        people=[PersonMention("Ada Quill", role_type="other", evidence=[span("Ada Quill led it", text)])],
        claims=[Claim("Ada Quill", inspection="i1", evidence=[span("led it", text)])],
    )


def apply(decisions: Sequence[Decision], to: Record | None = None) -> Decided:
    (decided,) = decide([to or record()], decisions, lambda sha: None)
    return decided


def item(part: str, of: Record | None = None) -> str:
    return next(one.key for one in items(of or record()) if one.part == part)


def change(part: str, key: str, old: str, new: str, words: str = "") -> Decision:
    return Decision(item(part), key, old, new, words)


def test_a_value_is_changed_and_the_record_given_is_not() -> None:
    given_record = record()
    decided = apply([change("findings", "type", "weakness", "area-for-improvement")], given_record)
    assert decided.record.findings[0].type == "area-for-improvement"
    assert given_record.findings[0].type == "weakness"
    assert not decided.unheld
    assert item("findings") in decided.changed


def test_without_decisions_a_record_is_the_same_object() -> None:
    given_record = record()
    assert apply([], given_record).record is given_record


def test_later_decisions_build_on_earlier_ones() -> None:
    steps = [
        change("judgements", "grade", "good", "Good"),
        change("judgements", "grade", "Good", "Outstanding"),
        change("judgements", "grade", "good", "Inadequate"),
    ]
    decided = apply(steps)
    assert decided.record.judgements[0].grade == "Outstanding"
    assert [why for _, why in decided.unheld] == ["“grade” was “good” and is “Outstanding” now"]


@pytest.mark.parametrize(
    ("part", "gone"),
    [("findings", ("findings",)), ("inspections", ("inspections", "judgements", "findings"))],
)
def test_a_rejected_item_goes_with_what_hangs_on_it(part: str, gone: tuple[str, ...]) -> None:
    decided = apply([Decision(item(part), "", "", REJECTED, "")])
    assert all(not getattr(decided.record, name) for name in gone)
    assert {one.part for one in decided.items.values()}.isdisjoint(gone)
    assert decided.record.claims[0].inspection == (None if part == "inspections" else "i1")


def test_an_item_is_found_again_by_its_words_when_the_text_has_changed() -> None:
    longer = "A new first line.\n" + TEXT.replace("Caseloads were\ntoo high", "Caseloads   were too high")
    changed = Record(
        Document("d", "d.txt", "0" * 64, text=longer),
        findings=[Finding("i1", "weakness", evidence=[span("Caseloads   were too high. Ada", longer)])],
    )
    decision = change("findings", "type", "weakness", "narrative", "Caseloads were\ntoo high")
    decided = apply([decision], changed)
    assert decided.record.findings[0].type == "narrative"


def test_words_that_two_items_stand_on_decide_nothing() -> None:
    twice = record()
    twice.findings.append(Finding("i1", "weakness", evidence=[span("Caseloads were\ntoo high. Ada")]))
    decision = Decision("d#findings/000000000000", "type", "weakness", "narrative", "Caseloads were")
    decided = apply([decision], twice)
    assert [why for _, why in decided.unheld] == ["several items are proved by its words any more"]


def test_what_was_missed_is_added_with_its_words() -> None:
    new = '{"inspection": "i1", "type": "strength", "service_area": "leadership-and-governance"}'
    decided = apply([Decision("d#findings/new", "", "", new, "Ada Quill led it.")])
    added = decided.record.findings[-1]
    assert (added.type, added.service_area) == ("strength", "leadership-and-governance")
    (evidence,) = added.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "Ada Quill led it."
    assert evidence.page == 2


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision("d#findings/new", "", "", "{}", "led it"), "“inspection” is missing"),
        (Decision("d#findings/new", "", "", "[", "led it"), "what it adds is not JSON"),
        (
            Decision("d#people/new", "", "", '{"name": "X"}', "nowhere"),
            "the words “nowhere” are not in the document",
        ),
        (Decision("d#people/new", "", "", '{"name": "X", "age": 3}', "led it"), "no key “age” to change"),
        (Decision("d#songs/new", "", "", "{}", ""), "there is no part “songs” of a record"),
        (Decision("d#people/ffffffffffff", "", "", ACCEPTED, ""), "no item is proved by its words any more"),
        (change("people", "", "", "maybe"), "“maybe” is no decision"),
        (change("people", "evidence", "", "x"), "there is no key “evidence” to change"),
        (change("people", "interim", "false", "perhaps"), "“perhaps” for “interim” is not true or false"),
        (change("people", "role_type", "other", "king"), "“king” is no post type"),
        (change("findings", "type", "weakness", ""), "“type” cannot be empty"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(decision: Decision, why: str) -> None:
    decided = apply([decision])
    assert decided.record == record()
    assert next(said for _, said in decided.unheld).startswith(why)


def test_a_decision_about_an_unknown_document_is_listed() -> None:
    decision = Decision("other#people/ffffffffffff", "", "", ACCEPTED, "")
    assert homeless([record()], [decision]) == [(decision, "its document is not in the graph")]
    assert apply([decision]).unheld == []


@given(st.text(), st.integers(0, 60), st.integers(1, 30))
def test_words_are_anchored_wherever_they_stand(noise: str, start: int, size: int) -> None:
    words = TEXT[start : start + size]
    if not words.strip():
        return
    text = noise + TEXT
    (found,) = anchored(text, " ".join(words.split()))
    assert "".join(found.quote.split()) == "".join(words.split())
    assert text[found.start : found.end] == found.quote


@given(st.sampled_from(PARTS), st.text(), st.text())
def test_no_text_breaks_a_record(part: str, key: str, value: str) -> None:
    decided = apply([Decision(item("people"), key, "", value, ""), Decision(f"d#{part}/new", "", "", value, key)])
    assert len(decided.unheld) + len(decided.changed | decided.accepted) >= 1


@pytest.mark.parametrize("part", PARTS)
def test_every_value_of_a_record_comes_back_from_its_text(part: str) -> None:
    for one in items(record()):
        if one.part == part:
            for key in editable(part):
                value = getattr(one.value, key)
                assert from_text(part, key, as_text(value)) == value


def test_people_who_are_one_lead_to_the_one_that_stays() -> None:
    def same(key: str, other: str) -> Decision:
        return Decision(f"person/{key}", "same-as", "", other, "")

    assert merged_people([same("a", "b"), same("b", "c"), same("d", "")]) == {"a": "c", "b": "c"}
    assert merged_people([same("a", "b"), same("a", "c")]) == {"a": "c"}
    assert homeless([], [same("a", "b")]) == []
    with pytest.raises(ValueError, match="each said to be the other"):
        merged_people([same("a", "b"), same("b", "a")])
