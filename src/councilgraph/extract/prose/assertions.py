"""What a claim asserts about ratings: a grade, of what, and for how long."""

import re
from dataclasses import dataclass

_GRADES = (
    ("requires-improvement", r"requir\w+ improvement(?: to be good)?"),
    ("inadequate", r"inadequate|failing"),
    ("adequate", r"adequate"),
    ("outstanding", r"outstanding"),
    ("good", r"good"),
    ("satisfactory", r"satisfactory"),
)
_GRADE = "|".join(pattern for _, pattern in _GRADES)
_ASSERTED = re.compile(
    rf"\b(?:rated|judged|graded|marked|classed|classified|assessed|ranked|are|is|was|were|been|be|remains?|as)\s+"
    rf"(?:(?:as|being|now|all|both|either|consistently|overall|still|to be)\s+){{0,3}}[\"'(]*(?P<grade>{_GRADE})\b"
    rf"[\"')]*(?P<better>\s+or\s+[\"']?(?:better|above|outstanding|higher)\b)?"
    r"(?=[\"'\s)]*(?:$|[.,;:]|(?:or|overall|in|for|by|at|but|and|since|last|this|across|when|with|to)\b))",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|isn't|wasn't|aren't|weren't|want(?:s|ed)? to|hopes? to|aims? to|mean to|will|would|could"
    r"|should|if)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NUMBER = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1}
_PERIOD = re.compile(
    r"\b(?:for|over|in|during)\s+(?:(?:more than|nearly|almost|about)\s+)?(?:the\s+)?(?:(?:past|last|previous)\s+)?"
    r"(?P<number>\d{1,2}|" + "|".join(_NUMBER) + r")?\s*(?P<unit>years?|decades?|months?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Assertion:
    """A grade that a speaker claims, with "=" or ">=" and the period as ISO 8601."""

    grade: str
    comparator: str
    period: str | None = None


def asserted(words: str, published: str | None) -> Assertion | None:
    """What some words claim about a rating; nothing for hopes, negations and words without a grade."""
    found = _ASSERTED.search(words)
    if not found or _NEGATED.search(words, max(0, found.start() - 60), found.start()):
        return None
    grade = next(key for key, pattern in _GRADES if re.fullmatch(pattern, found["grade"], re.IGNORECASE))
    period = _period(words, published)
    return Assertion(grade, ">=" if found["better"] else "=", period)


def _period(words: str, published: str | None) -> str | None:
    """A duration that ends with the day or month of publication."""
    found = _PERIOD.search(words)
    if not found:
        return None
    number = found["number"]
    count = 1 if number is None else _NUMBER.get(number.casefold(), 0) or (int(number) if number.isdigit() else 1)
    unit = found["unit"].casefold()
    length = (
        f"P{count * 10}Y" if unit.startswith("decade") else f"P{count}Y" if unit.startswith("year") else f"P{count}M"
    )
    return f"{length}/{published}" if published else length
