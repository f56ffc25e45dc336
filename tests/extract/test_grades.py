"""Grades as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.grades import scale
from councilgraph.extract.labels import words
from councilgraph.extract.words import load
from councilgraph.resolve.vocabulary import vocabulary

SCALE = scale("social-care")
PRINTED = sorted({label for labels in load("grades")["social-care"].values() for label in labels})


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Good", "good"),
        ("OUTSTANDING", "outstanding"),
        ("Requires improvement to be good", "requires-improvement"),
        ("Requires Improvement\nto be good", "requires-improvement"),
        ("require improvement", "requires-improvement"),
        ("In adequate", "inadequate"),
        ("Inadequate1", "inadequate"),
        ("Adequate", None),
        ("Satisfactory", None),
        ("Good help", None),
        ("requirements for good", None),
        ("to be good", None),
        ("", None),
    ],
)
def test_a_label_is_a_grade_only_as_a_whole(printed: str, key: str | None) -> None:
    assert SCALE.key(printed) == key


def test_the_longest_grade_is_taken() -> None:
    text = "requires improvement to be good, and good help"
    end, key = SCALE.match(words(text), 0) or (0, "")
    assert (end, key) == (5, "requires-improvement")


def test_good_is_not_found_inside_another_word() -> None:
    assert SCALE.match(words("goodness knows"), 0) is None


@given(st.sampled_from(PRINTED), st.sampled_from([" ", "\n", "  "]), st.booleans())
def test_case_and_breaks_do_not_change_a_grade(label: str, gap: str, upper: bool) -> None:
    shown = label.replace(" ", gap)
    assert SCALE.key(shown.upper() if upper else shown.lower()) == SCALE.key(label)


def test_every_printed_grade_is_one_of_the_vocabulary() -> None:
    for label in PRINTED:
        grade = vocabulary().grade("ilacs", label)
        assert grade, label
        assert grade.key == SCALE.key(label)
