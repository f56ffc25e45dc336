"""Days for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.query.days import day_words, published_words, span_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-11-06", "2023-11-10", "6 to 10 November 2023"),
        ("2024-04-22", "2024-05-03", "22 April to 3 May 2024"),
        ("2022-12-05", "2023-02-15", "5 December 2022 to 15 February 2023"),
        ("2023-11-06", "2023-11-06", "6 November 2023"),
        ("2023-11-06", None, "6 November 2023"),
        (None, "2023-11-10", "10 November 2023"),
        ("2019-02", None, "February 2019"),
        ("2019-02", "2019-02", "February 2019"),
        ("2019-02", "2019-02-08", "February 2019 to 8 February 2019"),
        ("2019", "2020", "2019 to 2020"),
        (None, None, ""),
    ],
)
def test_a_span_says_once_what_its_ends_share(first: str | None, last: str | None, words: str) -> None:
    assert span_words(first, last) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-01-12", "2024-01-12", "12 January 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-12-01", "2024-01-31", "1 December 2023 to 31 January 2024"),
        ("2024-01-12", None, "12 January 2024"),
        (None, None, ""),
    ],
)
def test_a_publication_is_dated_as_far_as_it_is_known(earliest: str | None, latest: str | None, words: str) -> None:
    assert published_words(earliest, latest) == words


@given(st.dates(), st.dates())
def test_both_ends_of_a_span_can_be_read_off(one, other) -> None:
    first, last = sorted([one, other])
    words = span_words(first.isoformat(), last.isoformat())
    assert words.startswith(f"{first.day} ") and words.endswith(day_words(last.isoformat()))
    assert str(first.year) in words
