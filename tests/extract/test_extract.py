"""Which module reads a text, and texts that none reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .northmere import BODY, DATES, IMPROVE, LEAD, SUMMARY, TABLE, TITLE, assert_sound, record, report

PRESS = f"Northmere rated inadequate\nBy Bram Tolliver\n{SUMMARY}\nAn inspection of Northmere’s children’s services began on 2 December."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\f\n",
        SUMMARY,
        TITLE,
        f"{TITLE}\n{SUMMARY}\n{IMPROVE}\n{BODY}",
        f"{TABLE}\n{SUMMARY}\n{IMPROVE}\n{BODY}",
        f"{DATES}\n{LEAD}\n{TITLE}\n{TABLE}",
        f"Focused visit: {TITLE}\n{DATES}\n{LEAD}\n{SUMMARY}",
    ],
    ids=["empty", "blank", "prose", "title", "no fields", "no title", "title below", "visit"],
)
def test_of_an_unknown_text_nothing_is_asserted(text: str) -> None:
    found = record(text)
    assert not (found.councils or found.inspections or found.judgements or found.findings or found.people)
    assert found.document.genre is None
    assert [problem.code for problem in found.problems] == ["unknown-genre"]


def test_an_article_that_names_no_council_is_known_and_asserts_nothing() -> None:
    found = record(PRESS)
    assert not (found.councils or found.inspections or found.judgements or found.findings or found.people)
    assert found.document.genre == "press-article"
    assert [problem.code for problem in found.problems] == ["no-council"]


def test_a_document_without_text_is_no_error() -> None:
    assert [problem.code for problem in record("").problems] == ["unknown-genre"]


def test_the_same_text_gives_the_same_record() -> None:
    assert record(report()) == record(report())


pieces = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    TITLE,
                    DATES,
                    LEAD,
                    "Judgement Grade",
                    TABLE,
                    SUMMARY,
                    IMPROVE,
                    BODY,
                    "What needs to improve",
                    "◼",
                    "1.",
                ),
                *("\f", "\n", " ", "2", "Good", "to be good", "The experiences and progress of care leavers", ": good"),
            ]
        ),
        st.text(max_size=20),
    ),
    max_size=25,
)


@given(st.one_of(st.text(), pieces.map("\n".join), pieces.map("".join)))
def test_no_text_raises_and_spans_are_always_sound(text: str) -> None:
    """`record` checks the spans; a text that begins like a report is read as one."""
    record(text)
    record(f"{TITLE}\n{DATES}\n{text}")


@given(st.data())
def test_a_report_with_a_stretch_lost_or_put_in_keeps_sound_spans(data: st.DataObject) -> None:
    text = report()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 400)))
    damaged = text[:start] + data.draw(st.text(max_size=40)) + text[end:]
    assert_sound(record(damaged), damaged)


@pytest.mark.parametrize(
    "tail",
    [
        "Parents ring twice. " * 50_000,
        "1. Parents ring twice.\n" * 20_000,
        "◼ A point.\n" * 50_000,
        "(" * 500_000,
        ". " * 250_000,
        "The experiences and progress of care leavers\n" * 10_000,
        "\f2\nWords." * 20_000,
        " " * 500_000 + "x",
    ],
    ids=["sentences", "paragraphs", "points", "brackets", "dots", "labels", "pages", "spaces"],
)
def test_a_long_text_is_read_without_recursion_or_backtracking(tail: str) -> None:
    """Half a million characters of any kind; what is quadratic in any of them would not end."""
    text = f"{TITLE}\n{DATES}\n{LEAD}\n{TABLE}\n{IMPROVE}\n1. {tail}"
    assert len(record(text).judgements) == 5


def test_a_long_field_is_read_in_part() -> None:
    text = report(
        lead=f"Lead inspector: {'Isolde Fennimarch, ' * 20_000}", dates=f"{DATES}{' and 3 January 2025' * 20_000}"
    )
    found = record(text)
    assert len(found.people) < 100
    assert max(len(problem.message) for problem in found.problems) < 2000
