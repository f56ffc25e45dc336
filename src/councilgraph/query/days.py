"""Days for people: “6 to 10 November 2023”."""

from datetime import date

# Not those of calendar, which go by the locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: str | None) -> str:
    """An ISO day in words; empty where there is none."""
    if not day:
        return ""
    when = date.fromisoformat(day)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def span_words(first: str | None, last: str | None) -> str:
    """A span of ISO days in words, what both ends share said once; a month or year where the days are its ends."""
    if not first or not last:
        return day_words(first or last)
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if start == end:
        return day_words(first)
    if start.year != end.year:
        return f"{day_words(first)} to {day_words(last)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} to {day_words(last)}"
    return f"{start.day} to {day_words(last)}"


def published_words(earliest: str | None, latest: str | None) -> str:
    """A day of publication known by its bounds: the day, else the month or the year that they span."""
    if not earliest or not latest or earliest == latest:
        return day_words(earliest or latest)
    if earliest[:7] == latest[:7]:
        return f"{_MONTHS[int(earliest[5:7]) - 1]} {earliest[:4]}"
    return earliest[:4] if earliest[:4] == latest[:4] else span_words(earliest, latest)
