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
    found = sorted([*_labels(prose, start, end), *_numbers(prose, start, end)], key=lambda word: word.start)
    return [word for n, word in enumerate(found) if not (n and _explains(prose.plain, found[n - 1], word))]


def _explains(text: str, label: GradeWord, word: GradeWord) -> bool:
    """Whether a rank only says what the label before it means ("a 1, the bottom grade")."""
    return (
        is_rank(word.printed, word.number)
        and not is_rank(label.printed, label.number)
        and _APPOSED.fullmatch(text, label.end, word.start) is not None
    )


def is_rank(printed: str, number: int | None) -> bool:
    """Whether a grade is told by its place on the scale ("the lowest mark")."""
    return number is None and _RANK.search(printed) is not None


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
        if (found["next"] and not before) or {found["left"], found["reached"]} == {"1", "4"}:
            continue  # "from 1 to 4" is a scale
        before = True
        for group in ("first", "named", "left", "reached", "next", "being"):
            number = found[group]
            if number and (
                number.isdigit()
                or found["scale"]
                or group == "next"
                or _A_WORD.search(prose.plain, start, found.start(group))
                or (found[0].lower().startswith("scor") and _FOR.match(prose.plain, found.end(group), end))
            ):
                if prose.plain[: found.start(group)].endswith("out of "):
                    continue
                value = _IN_WORDS.get(number.lower()) or int(number)
                last = found.end() if group == "first" else found.end(group)
                yield GradeWord(f"grade-{value}", number, found.start(group), last, False, value)


_APPOSED = re.compile(
    r"['\"]?\s*(?:,|\(|-)\s*['\"]?(?:which is |that is |meaning )?(?:the|its|their|Ofsted's|an?)\s+(?:watchdog's\s+|regulator's\s+|very\s+)?(?:second[\s-]+|joint[\s-]+)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:highest|top|best|lowest|worst|bottom|poorest)\b.*\b(?:grade|grading|rating|mark|marks|judge?ment|ranking|score|category|level|tier|rung|band|bracket|verdict|accolade)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"['\"]?\s+(?:for|overall|on)\b")
_A_WORD = re.compile(r"\ban?\s+['\"]?$", re.IGNORECASE)
_IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
_NAMED = re.compile(r"[^.;]{0,40}?\b(?:grade|a) ([1-4])\b(?! (?:per|out))")
_NUMBER = re.compile(r"['\"]?\s*\((?:grade\s+)?([1-4])\)", re.IGNORECASE)
_VERBS = (
    r"(?:scor(?:e|ed|es|ing)|grad(?:ed|ing)|award(?:ed|ing)?|giv(?:en|ing|es)|gave|rated|receiv(?:ed|es|ing)|got|gets|marked|achiev(?:ed|es|ing)|picked\s+up|picks\s+up|earn(?:ed|s|ing)|handed|secured|gained|won|judged|assessed\s+as|collected|notched\s+up"
    r"|improved\s+to|rose\s+to|risen\s+to|fell\s+to|fallen\s+to|climbed\s+to|dropped\s+to|slipped\s+to|moved\s+(?:up\s+|down\s+)?to|went\s+(?:up\s+|down\s+)?to|remained\s+(?:at|on)|stayed\s+(?:at|on)|stuck\s+(?:at|on)|managed|landed|put\s+(?:it\s+)?(?:at|on))"
)
_ONE = r"(?:[1-4])(?![\w%/,-]*\d|\w|[%/-]|\.\d)"
_THEN = r"(?=\s*(?:[.,;:)]|\Z|'|\")|\s+(?:for|in|on|overall|out of|and|but|to|this|last|while|from|the year|a year)\b)"
_GIVEN_NUMBER = re.compile(
    rf"\b(?:from|up\s+from|down\s+from)\s+(?:an?\s+|grade\s+)*(?P<left>{_ONE})(?:\s+in\s+\d{{4}}|\s+(?:last\s+year|a\s+year\s+(?:ago|earlier)))?\s+to\s+(?:an?\s+|grade\s+)*(?P<reached>{_ONE}){_THEN}"
    rf"|\b{_VERBS}\s+(?:(?:an?|overall|the|grade|score|mark|rating|of|only|just|another)\s+){{0,4}}['\"]?(?P<first>[1-4]|one|two|three|four)['\"]?"
    r"(?P<scale>\s+out\s+of\s+(?:4|four))?(?![\w%/,-](?!\s*the)|\.\d|\s+(?:per|million|of|out|years?|months?|weeks?|days?|points?|priority|areas?|[a-z]+s)\b)"
    rf"|\b(?:was|is|were|are|been|being|became|remains|remained)\s+(?:an?|only\s+an?|still\s+an?)\s+(?:(?!\d)[\w-]+\s+)?(?P<being>{_ONE})(?=\s+(?:out\s+of\s+(?:4|four)|last|in\s+(?:19|20)\d\d|the\s+year|a\s+year|overall|again|this)\b|\s*[.,;])"
    rf"|(?<!\w)(?:a\s+)?[Gg]rade\s+(?P<named>{_ONE}){_THEN}"
    rf"|(?:\band|,|:|\bbut|[A-Z][a-z]+)\s+(?:an?\s+|only\s+|just\s+)?(?P<next>{_ONE}|(?:one|two|three|four)(?=\s+for\b)){_THEN}",
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
