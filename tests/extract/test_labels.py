"""Labels in running text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.labels import consumed, letters, printed, spellings, words

LABEL = "The experiences and progress of care leavers"


def found(text: str, label: str = LABEL) -> str | None:
    """The words that make up a label at the beginning of a text."""
    among = words(text)
    end = consumed(among, 0, letters(label))
    return None if end is None else printed(text, among[:end])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (LABEL, LABEL),
        ("The experiences and\nprogress of care\nleavers Good", LABEL),
        ("the Experiences and progress of care leavers: good", "the Experiences and progress of care leavers"),
        ("The exper iences and pro gress of care leavers1", "The exper iences and pro gress of care leavers"),
        ("The experiences and progress of care leaversGood", LABEL),
        ("The experiences and progress of care leaverships", None),
        ("The experiences and progress of care", None),
        ("All the experiences and progress of care leavers", None),
    ],
)
def test_a_label_is_known_by_its_letters_and_ends_with_a_word(text: str, shown: str | None) -> None:
    assert found(text) == shown


def test_apostrophes_and_hyphens_are_no_gaps_in_what_is_shown() -> None:
    text = "children’s care-experienced\nyoung  people"
    assert printed(text, words(text)) == "children’s care-experienced young people"


@pytest.mark.parametrize(
    ("label", "spelt"),
    [
        ("Good", {"good"}),
        ("(The) impact of leaders", {"theimpactofleaders", "impactofleaders"}),
        (
            "experience(s) of (young) people",
            {"experiencesofyoungpeople", "experiencesofpeople"} | {"experienceofyoungpeople", "experienceofpeople"},
        ),
    ],
)
def test_words_in_brackets_may_be_missing(label: str, spelt: set[str]) -> None:
    assert set(spellings(label)) == spelt


@given(st.lists(st.sampled_from(["", " ", "\n", " 1 ", "-", "’"]), min_size=len(LABEL), max_size=len(LABEL)))
def test_gaps_anywhere_do_not_matter(gaps: list[str]) -> None:
    text = "".join(letter + gap for letter, gap in zip(LABEL.casefold(), gaps, strict=True))
    assert consumed(words(text), 0, letters(LABEL)) == len(words(text))


@given(st.text())
def test_words_stand_in_the_text_in_order(text: str) -> None:
    among = words(text)
    assert "".join(word.letters for word in among) == letters(text)
    assert all(text[word.start : word.end].casefold() == word.letters for word in among)
    assert all(before.end <= after.start for before, after in itertools.pairwise(among))
