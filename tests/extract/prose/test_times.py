"""Times that prose names."""

import pytest

from councilgraph.extract.prose.passages import PARAGRAPH, Passage, Prose
from councilgraph.extract.prose.times import RELATIVE, STATED, printed_date, times

from .inspected import prose_of

DAY = "2022-09-05"


def read(words: str, published: str | None = DAY) -> list[tuple[str | None, str | None, str]]:
    prose = prose_of(words)
    return [(time.start, time.end, time.basis) for time in times(prose, 0, len(words), published)]


@pytest.mark.parametrize(
    ("words", "start", "end", "basis"),
    [
        ("from 6 to 10 November 2021", "2021-11-06", "2021-11-10", STATED),
        ("from 28 April to 9 May 2022", "2022-04-28", "2022-05-09", STATED),
        ("from 12 December to 6 January 2022", "2021-12-12", "2022-01-06", STATED),
        ("4-22 July this year", "2022-07-04", "2022-07-22", RELATIVE),
        ("from May 15 to 19", "2022-05-15", "2022-05-19", RELATIVE),
        ("on 6 and 7 December", "2021-12-06", "2021-12-07", RELATIVE),
        ("on Tuesday 8 March 2022", "2022-03-08", "2022-03-08", STATED),
        ("on 13.02.2022", "2022-02-13", "2022-02-13", STATED),
        ("in November 2020", "2020-11", "2020-11", STATED),
        ("in June", "2022-06", "2022-06", RELATIVE),
        ("in October", "2021-10", "2021-10", RELATIVE),
        ("November's visit", "2021-11", "2021-11", RELATIVE),
        ("in 2019", "2019", "2019", STATED),
        ("last year", "2021", "2021", RELATIVE),
        ("two years ago", "2020", "2020", RELATIVE),
        ("yesterday", "2022-09-04", "2022-09-04", RELATIVE),
        ("today", DAY, DAY, RELATIVE),
    ],
)
def test_times(words: str, start: str, end: str, basis: str) -> None:
    assert read(words) == [(start, end, basis)]


def test_without_a_day_of_publication_relative_words_have_no_date() -> None:
    assert read("in June", None) == [(None, None, RELATIVE)]
    assert read("last year", None) == [(None, None, RELATIVE)]
    assert read("in June 2019", None) == [("2019-06", "2019-06", STATED)]


@pytest.mark.parametrize("words", ["they may be late", "2,700 children", "£2019", "on 31 February 2020", "in 1066"])
def test_what_is_no_time(words: str) -> None:
    assert [start for start, _, _ in read(words) if start] == []


def test_the_day_above_the_first_paragraph_is_the_articles() -> None:
    text = "3 March 2014 Last updated at 09:41\n\nThe council was inspected."
    body = text.index("The")
    assert printed_date(Prose(prose_of(text).reading, [Passage(PARAGRAPH, body, len(text))])) == "2014-03-03"
    assert printed_date(prose_of("The council was inspected on 3 March 2014.")) is None
