"""Days for people: “6 to 10 November 2023”."""

from councilgraph.resolve.dates import in_words, partial


def day_words(day: str | None) -> str:
    """An ISO date in words, as partial as it is; empty where there is none."""
    return in_words(day) if day else ""


def span_words(first: str | None, last: str | None) -> str:
    """A span of ISO dates in words; what two days share is said once."""
    if not first or not last or first == last:
        return day_words(first or last)
    start, end = day_words(first), day_words(last)
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        shared = 2 if first[:7] == last[:7] else 1
        start = " ".join(start.split()[:-shared])
    return f"{start} to {end}"


def published_words(earliest: str | None, latest: str | None) -> str:
    """A day of publication known by its bounds: the day, else the month or the year that they leave certain."""
    return day_words(partial(earliest, latest)) or span_words(earliest, latest)
