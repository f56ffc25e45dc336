"""Dates and periods as front pages print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.dates import read_date, read_periods

DECEMBER = ("2024-12-02", "2024-12-13")


def periods(text: str) -> list[tuple[str, str]] | None:
    found = read_periods(text)
    return None if found is None else [(period.start, period.end) for period in found]


@pytest.mark.parametrize(
    "text",
    [
        "2 to 13 December 2024",
        "02 December 2024 to 13 December 2024",
        "2 December to 13 December 2024.",
        "2 – 13 December 2024",
        "2–13 December 2024",
        "2-13 December 2024",
        "2─13 December 2024",
        "2 ─ 13 December 2024",
        "2 to13 December 2024",
        "2nd to 13th December 2024",
        "Monday 2 to Friday 13 December, 2024",
        "from 2 until 13 Dec 2024",
        "between 2 and 13 December 2024",
        "2\nDecember 2024 to 13\nDecember 2024",
        "2 to 13 Dec ember 2024",
        "02/12/2024 – 13/12/2024",
        "2024-12-02 to 2024-12-13",
    ],
)
def test_a_period_is_read_however_it_is_printed(text: str) -> None:
    assert periods(text) == [DECEMBER]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22 April to 3 May 2024", [("2024-04-22", "2024-05-03")]),
        ("12 December to 13 January 2023", [("2022-12-12", "2023-01-13")]),
        ("12 December 2022 to 13 January 2023", [("2022-12-12", "2023-01-13")]),
        (
            "5 to 9 December 2022 and 14 to\n15 February 2023",
            [("2022-12-05", "2022-12-09"), ("2023-02-14", "2023-02-15")],
        ),
        ("13 to 17 December and 4 to 7 January 2022", [("2021-12-13", "2021-12-17"), ("2022-01-04", "2022-01-07")]),
        ("2 to 6 and 9 to 13 December 2024", [("2024-12-02", "2024-12-06"), ("2024-12-09", "2024-12-13")]),
        ("2–6 December 2019, 6–10 January 2020", [("2019-12-02", "2019-12-06"), ("2020-01-06", "2020-01-10")]),
        ("2, 3 and 5 December 2024", [(day, day) for day in ("2024-12-02", "2024-12-03", "2024-12-05")]),
        ("13 December 2024", [("2024-12-13", "2024-12-13")]),
        ("November to December 2024", [("2024-11", "2024-12")]),
    ],
)
def test_months_years_and_second_periods(text: str, found: list[tuple[str, str]]) -> None:
    assert periods(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 to 13",
        "2 to 13 December",
        "2 December 2024 to 13 December",
        "2 to 13 Decembr 2024",
        "13 to 2 December 2024",
        "31 June to 11 July 2022",
        "30 February 2023",
        "2 to 13 December 20241",
        "2 to 13 December 2024 1",
        "2 to 13 December 2 024",
        "2 to 13 December 2024 (two weeks)",
        "27 January 2025 to 31 January 2024",
        "9 to 13 and 2 to 6 December 2024",
        "12 June to 3 May 2024",
        "in December 2024",
        "99/99/2024",
    ],
)
def test_what_is_not_certain_is_not_read(text: str) -> None:
    assert periods(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4 February 2019", "2019-02-04"),
        ("04/02/2019", "2019-02-04"),
        ("2019-02-04", "2019-02-04"),
        ("February 2019", "2019-02"),
        (" 4th of Feb. 2019. ", "2019-02-04"),
        ("4 to 15 February 2019", None),
        ("4 February", None),
        ("29 February 2019", None),
        ("soon", None),
    ],
)
def test_one_date(text: str, found: str | None) -> None:
    assert read_date(text) == found


def test_a_period_knows_its_words() -> None:
    text = " from 2 to 6 December 2019 and 6 to 10 January 2020."
    found = read_periods(text) or []
    assert [text[period.first : period.last] for period in found] == ["2 to 6 December 2019", "6 to 10 January 2020"]


days = st.dates(date(1990, 1, 1), date(2150, 1, 1))


@given(days, st.integers(0, 80), st.sampled_from([" to ", " – ", "–", "-", "─", " until\n"]), st.booleans())
def test_what_is_written_is_read(start: date, length: int, dash: str, zeros: bool) -> None:
    end = start + timedelta(days=length)
    first, last = (f"{day.day:02d}" if zeros else str(day.day) for day in (start, end))
    month, last_month = f"{start:%B}", f"{end:%B}"
    written = [
        f"{first} {month} {start.year}{dash}{last} {last_month} {end.year}",
        f"{first} {month}{dash}{last} {last_month} {end.year}",
    ]
    if (start.year, start.month) == (end.year, end.month):
        written.append(f"{first}{dash}{last} {last_month} {end.year}")
    for text in written:
        assert periods(text) == [(start.isoformat(), end.isoformat())]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["2", "13", "December", "2024", "to", "and", "-", ",", "31", "June", "\n", "/12/"]),
            st.text(max_size=4),
        )
    )
)
def test_any_words_are_read_in_order_or_not_at_all(words: list[str]) -> None:
    text = " ".join(words)
    found = read_periods(text) or []
    bounds = [day for period in found for day in (period.start, period.end)]
    assert bounds == sorted(bounds)
    assert [period.first for period in found] == sorted(period.first for period in found)
    assert all(date.fromisoformat(f"{day}-01"[:10]) for day in bounds)
