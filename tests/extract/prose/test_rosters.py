"""Councils that are listed as those of whom a count was told."""

import pytest

from .test_carried import held

NAMES = ("Kent", "Surrey", "Essex")


def counties(grade: str, *names: str) -> list[tuple[str, str]]:
    return [(f"{name} County Council", grade) for name in names]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Three councils were rated inadequate. They include Kent, Surrey and Essex.",
        "Three councils were rated inadequate. The three are Kent, Surrey and Essex.",
        "Three councils were rated inadequate. The trio, Kent, Surrey and Essex, have a year to mend.",
        "Nine councils were rated inadequate. Kent, Surrey and Essex are among the nine.",
        "Nine councils were rated inadequate. Kent is one of them. The others include Surrey and Essex.",
        "Nine councils were judged inadequate, Kent, Surrey and Essex among them.",
        "Three departments were judged inadequate by Ofsted, those of Kent, Surrey and Essex.",
        "Ofsted named the three councils whose services were rated inadequate as Kent, Surrey and Essex.",
    ],
)
def test_a_list_of_those_who_were_counted(paragraph: str) -> None:
    assert held(paragraph) == counties("inadequate", *NAMES)


def test_each_list_is_of_the_count_before_it() -> None:
    found = held("Ten councils perform excellently, including Kent.", "Eight perform poorly. Among those is Surrey.")
    assert found == counties("perform excellently", "Kent") + counties("perform poorly", "Surrey")


def test_a_list_with_a_grade_of_its_own_is_not_of_the_count() -> None:
    found = held("Two councils were rated inadequate.", "Kent and Surrey are among those that were rated good.")
    assert found == counties("good", "Kent", "Surrey")


def test_rows_of_councils_and_grades() -> None:
    assert held("Kent - good", "Surrey | Inadequate") == counties("good", "Kent") + counties("Inadequate", "Surrey")
    assert held("Good: Kent, Surrey", "Inadequate: Essex") == counties("Good", "Kent", "Surrey") + counties(
        "Inadequate", "Essex"
    )


@pytest.mark.parametrize("count", ["Fewer councils earn top marks.", "Eleven councils are outstanding."])
def test_a_count_alone_is_nobodys_grade(count: str) -> None:
    assert held(count, "Kent County Council runs the conference.") == []


def test_one_of_many_has_what_the_others_have() -> None:
    found = held("Kent was among three councils to be judged good. The other two are Surrey and Essex.")
    assert found == counties("good", *NAMES)


def test_a_count_behind_a_list_is_not_of_the_list() -> None:
    found = held("Three - Kent, Surrey and Essex - are outstanding, 20 are good and the rest require improvement.")
    assert found == counties("outstanding", *NAMES)


def test_no_council_has_what_none_was_given() -> None:
    assert held(
        "No county council was judged inadequate.", "Three are good. They are Kent, Surrey and Essex."
    ) == counties("good", *NAMES)


def test_grades_in_brackets_and_rows_with_years() -> None:
    assert held("In between come Kent (good), Surrey (good) and Essex (inadequate).") == [
        *counties("good", "Kent", "Surrey"),
        *counties("inadequate", "Essex"),
    ]
    assert held("• Kent: good (2017)", "• Surrey: inadequate (2016)") == [
        *counties("good", "Kent"),
        *counties("inadequate", "Surrey"),
    ]
