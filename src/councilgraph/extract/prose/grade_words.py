"""Words that are grades of some scale, wherever they stand; whether a grade was given is for `gradings` to say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class GradeWord:
    """A grade word.

    Attributes:
        key: its key in the word list, or ``grade-`` and a number.
        printed: as the text has it.
        start, end: offsets without quotation marks.
        quoted: whether it stands in quotation marks by itself.
        number: the number that is printed with it or for it.
    """

    key: str
    printed: str
    start: int
    end: int
    quoted: bool
    number: int | None = None


def find_words(prose: Prose, start: int, end: int) -> list[GradeWord]:
    """The grade words between two offsets, in order."""
    return sorted([*_labels(prose, start, end), *_numbers(prose, start, end)], key=lambda word: word.start)


def any_of(words: Iterable[str]) -> str:
    """A pattern's alternatives for words and phrases, the longest first."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("n't", "[a-z]*n't") for w in ordered)


def _labels(prose: Prose, start: int, end: int) -> Iterator[GradeWord]:
    text = prose.plain
    for found in _grades().finditer(text, start, end):
        key = str(found.lastgroup).replace("_", "-")
        last = found.end()
        quoted = text[max(start, found.start() - 1) : found.start()] in ("'", '"') and text[last : last + 1] in tuple(
            "'\",."
        )
        if key in ("best", "worst"):
            named = _NAMED.match(text, last, end)
            key = "outstanding" if key == "best" else "inadequate"
            if named:
                yield GradeWord(key, f"grade {named[1]}", found.start(), named.end(), quoted, int(named[1]))
            elif not _names_label(text, last, end):
                yield GradeWord(key, " ".join(found[0].split()), found.start(), last, quoted)
            continue
        if re.search(r"\s['\"]", found[0]) and text[last : last + 1] in ("'", '"'):
            last += 1
        number = _NUMBER.match(text, last, end)
        printed = " ".join(prose.reading.text[found.start() : last].split())
        yield GradeWord(key, printed, found.start(), found.end(), quoted, int(number[1]) if number else None)


def _names_label(text: str, start: int, end: int) -> bool:
    """Whether the label of a "highest grade" follows at once."""
    found = _grades().search(text, start, min(end, start + 45))
    return (
        found is not None
        and found.lastgroup not in ("best", "worst")
        and not re.search(r"[.;]", text[start : found.start()])
    )


def _numbers(prose: Prose, start: int, end: int) -> Iterator[GradeWord]:
    """Grades that are given by their number alone."""
    before = False
    for found in _GIVEN_NUMBER.finditer(prose.plain, start, end):
        number = found["first"] or (found["next"] if before else None)
        if number:
            before = True
            group = "first" if found["first"] else "next"
            value = _IN_WORDS.get(number.lower()) or int(number)
            if number.isdigit() or found["scale"]:
                yield GradeWord(f"grade-{value}", number, found.start(group), found.end(), False, value)


_IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
_NAMED = re.compile(r"[^.;]{0,40}?\b(?:grade|a) ([1-4])\b(?! (?:per|out))")
_NUMBER = re.compile(r"['\"]?\s*\((?:grade\s+)?([1-4])\)", re.IGNORECASE)
_GIVEN_NUMBER = re.compile(
    r"\b(?:scor(?:ed|es|ing)|grad(?:ed|ing)|awarded|given|rated|received|got|marked|achieved)\s+(?:(?:an?|overall|the|grade|score|mark|rating|of)\s+){0,4}['\"]?(?P<first>[1-4]|one|two|three|four)['\"]?"
    r"(?P<scale>\s+out\s+of\s+(?:4|four))?(?![\w%/,-]|\.\d|\s+(?:per|million|of|out|years?|months?|weeks?|days?|points?|priority|areas?|[a-z]+s)\b)"
    r"|\band\s+(?:an?\s+)?(?P<next>[1-4])\s+(?=for\b|on\b)",
    re.IGNORECASE,
)


@cache
def _grades() -> re.Pattern[str]:
    lists = load("outcomes")
    groups = [
        rf"(?P<{key.replace('-', '_')}>{any_of(s for label in labels for s in _spelt(label))})"
        for key, labels in lists["grades"].items()
    ]
    nouns = any_of(lists["ranks"]["nouns"])
    ranks = [
        rf"(?P<{key}>(?<!second )(?<!second-)(?:{any_of(lists['ranks'][key])})\s+(?:possible\s+)?(?:{nouns}))"
        for key in ("best", "worst")
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join([*ranks, *groups])})(?![\w-])", re.IGNORECASE)


def _spelt(label: str) -> list[str]:
    """A label with and without its words in brackets."""
    parts = re.split(r" ?\(([^)]*)\)", label)
    return [label] if len(parts) == 1 else [parts[0], f"{parts[0]} {parts[1]}"]
