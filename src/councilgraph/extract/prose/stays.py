"""Inspections as sentences tell of them: of which council, of what kind, when on site, when published.

What is told need not have a grade: a visit, an inspection in an earlier year, the day of a report.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import LONGEST_SENTENCE, Prose, Sentence
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.times import Time, times
from councilgraph.extract.prose.visits import one_of_several
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class Kind:
    """What an inspection is called: keys of framework and visit type, where its words stand, the years in which it was."""

    framework: str | None
    visit: str | None
    start: int
    end: int
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """An inspection that a sentence tells of.

    Attributes:
        council: name in the record.
        on_site, published: the time that it was on site; that its report came out.
        earlier: whether the words make it an earlier one than another inspection.
        announced: False where it is said to have come unannounced.
    """

    council: str | None
    on_site: Time | None
    published: Time | None
    kind: Kind | None
    earlier: bool
    announced: bool | None
    start: int
    end: int


def find_stays(prose: Prose, councils: Councils, speeches: Speeches, published: str | None) -> Iterator[Stay]:
    """The inspections that sentences tell of, in order."""
    for index, sentence in enumerate(prose.sentences):
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        speech = speeches.at(sentence.start)
        theirs = speech is not None and "inspector" in (speech.capacity or "").casefold()
        if speeches.is_claim(sentence.start) and speeches.is_claim(sentence.end - 2) and not theirs:
            continue
        yield from _in_sentence(prose, sentence, councils, speeches, published)
        before = prose.sentences[index - 1] if index else None
        for (start, end), time in one_of_several(prose, sentence, before, published):
            kind = next((k for k in kinds(prose, start, end, several=True)), None)
            yield Stay(councils.at(time.first), time, None, kind, False, None, *_span(sentence, time.first, time))


def kinds(prose: Prose, start: int, end: int, *, several: bool = False) -> Iterator[Kind]:
    """The kinds of inspection that words between two offsets name; ``several``: also of many at once."""
    for found in _kinds().finditer(prose.plain, start, end):
        if found[0].endswith("visits") and not several:
            continue  # "six monitoring visits followed"
        entry = load("outcomes")["kinds"][int(str(found.lastgroup)[1:])]
        years = entry.get("years")
        yield Kind(entry.get("framework"), entry.get("visit"), *found.span(), (years[0], years[1]) if years else None)


def _in_sentence(
    prose: Prose, sentence: Sentence, councils: Councils, speeches: Speeches, published: str | None
) -> Iterator[Stay]:
    text = prose.plain
    events = [e for e in _events().finditer(text, sentence.start, sentence.end) if not _NAMED.match(text, e.start())]
    found = [
        t
        for t in times(prose, sentence.start, sentence.end, published)
        if not speeches.is_claim(t.first) and not _ACT.search(text, sentence.start, t.first)
    ]
    if len(found) > 1:
        # "A year before, a visit in 2017 …": the one only says how the other lies.
        found = [t for t in found if not _BEFORE_THAT.search(text, t.first, t.last)]
    named = [k for k in kinds(prose, sentence.start, sentence.end) if not speeches.is_claim(k.start)]
    if not events and not named:
        return
    unannounced = _UNANNOUNCED.search(text, sentence.start, sentence.end)
    used: list[Kind] = []
    if _COUNTING.search(text, sentence.start, sentence.end):
        found = []
    for time in found:
        part = _part(text, sentence, time, found)
        inside = [e for e in events if part[0] < e.end() and e.start() < part[1]]
        release = _releases().search(text, part[0], part[1])
        nearest = min(inside, key=lambda e: min(abs(e.end() - time.first), abs(e.start() - time.last)), default=None)
        if release and release.start() > time.last and _JUDGED.search(text, part[0], time.first):
            continue  # "Ofsted, which rated it good in 2016, has published …"
        if release and (
            nearest is None or nearest.lastgroup in ("paper", "word") or _is_nearer(release, nearest, time)
        ):
            council = councils.at(time.first)
            yield Stay(
                council,
                None,
                time,
                None,
                _is_earlier(text, part[0], time),
                None,
                *_span(sentence, release.start(), time),
            )
            continue
        if (
            nearest is None
            or nearest.lastgroup == "paper"
            or _REGIME.search(text, max(part[0], nearest.start() - 30), max(time.first, nearest.end()))
        ):
            continue
        if (
            _JUDGED.search(text, nearest.end() if nearest.end() < time.first else part[0], time.first)
            and nearest.lastgroup != "noun"
        ):
            continue
        if len(found) > 1 and _OF_TELLING.fullmatch(text, time.first, time.last):
            continue  # "This week, after a visit in January, …"
        kind = next((k for k in named if part[0] <= k.start < part[1]), None)
        used += [kind] if kind else []
        if _ENDED.search(text, part[0], time.first) and time.start == time.end:
            time = replace(time, start=None)
        earlier = _is_earlier(text, part[0], time) or _is_earlier(text, sentence.start, time)
        yield Stay(
            *(councils.at(max(nearest.start(), time.first)), time, None, kind, earlier, False if unannounced else None),
            *_span(sentence, min(nearest.start(), time.first), time),
        )
    for kind in named:
        if kind not in used:
            earlier = _FOREGONE.search(text, sentence.start, kind.start) is not None
            yield Stay(
                councils.at(kind.start), None, None, kind, earlier, False if unannounced else None, kind.start, kind.end
            )
    if unannounced and not used and not found and not named:
        yield Stay(councils.at(unannounced.start()), None, None, None, False, False, *unannounced.span())


def _part(text: str, sentence: Sentence, time: Time, found: list[Time]) -> tuple[int, int]:
    """The part of a sentence that a time goes with."""
    begin = max((t.last for t in found if t.last <= time.first), default=sentence.start)
    end = min((t.first for t in found if t.first >= time.last), default=sentence.end)
    cuts = [m.end() for m in _BREAK.finditer(text, begin, time.first)]
    after = _BREAK.search(text, time.last, end)
    first = cuts[-1] if cuts and _events().search(text, cuts[-1], after.start() if after else end) else begin
    return first, after.start() if after and _events().search(text, first, after.start()) else end


def _is_nearer(release: re.Match[str], event: re.Match[str], time: Time) -> bool:
    return min(abs(release.end() - time.first), abs(release.start() - time.last)) < min(
        abs(event.end() - time.first), abs(event.start() - time.last)
    )


def _is_earlier(text: str, start: int, time: Time) -> bool:
    return _earlier().search(text, start, time.last) is not None


def _span(sentence: Sentence, start: int, time: Time) -> tuple[int, int]:
    """The words that prove a time: from what it is about to the time, or the sentence where it is short."""
    if sentence.end - sentence.start <= 200:
        return sentence.start, sentence.end
    return min(start, time.first), max(time.last, start)


_BREAK = re.compile(
    r"[;:]|,? but | since (?=\w+'s |(?:the|it|they|its)\b[^,;.]*\b(?:was|were)\b)|, (?:which|while|when|after|where) | and (?=(?:[A-Z][\w-]+|the|its|it|they)\b)"
)
_OF_TELLING = re.compile(r"(?:this|last)\s+week|today|yesterday", re.IGNORECASE)
_BEFORE_THAT = re.compile(r"\b(?:before|earlier|previously)$", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fourteen|dozens?|many|several|number of) (?:[\w-]+ )?(?:councils|authorities|assessments)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"called\s+(?:it|them|the|its|his|her|for|an?|['\"])", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:ended|finished|concluded|ending|wrapped up|up to|until|till)\s+(?:on\s+)?$", re.IGNORECASE)
_ACT = re.compile(r"\bAct\s+(?:of\s+)?$")
_UNANNOUNCED = re.compile(
    r"\b(?:unannounced|without (?:warning|notice)|no (?:warning|notice)|surprise (?:visit|inspection))\b", re.IGNORECASE
)
_REGIME = re.compile(r"\b(?:regime|framework|began|begins|introduced|programme|system|came into)\b", re.IGNORECASE)
_JUDGED = re.compile(r"\b(?:judged|rated|graded|found to|declared|deemed|verdict|ruling)\b", re.IGNORECASE)
_FOREGONE = re.compile(
    r"\b(?:years?|months?|weeks?|days?)\s+(?:after|before|since)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,2}$|\b(?:previous|last|earlier)\s+(?:[\w-]+\s+){0,2}$"
    r"|\bfollows\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


@cache
def _kinds() -> re.Pattern[str]:
    groups = [rf"(?P<k{n}>{_any(entry['words'])})" for n, entry in enumerate(load("outcomes")["kinds"])]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)


@cache
def _events() -> re.Pattern[str]:
    """Words of being inspected: nouns of a stay, verbs, and nouns of what is written of it."""
    lists = load("outcomes")["inspections"]
    paper = ["report", "letter", "ruling", "verdict", "judgement", "judgment", "rating", "grade", "grading", "ratings"]
    nouns = [noun for noun in lists["nouns"] if noun not in paper]
    return re.compile(
        rf"(?<![\w-])(?:(?P<noun>{_any(nouns)})|(?P<verb>{_any(lists['verbs'])})|(?P<inspectors>(?:{_any(lists['inspectors'])})\s+(?:found|were|spent|had|also found))"
        rf"|(?P<came>(?:{_any([*lists['inspectors'], *lists['visitors']])})(?:'s)?(?:\s+[\w'()-]+){{0,8}}?\s+(?:{_any(lists['visiting'])}))"
        rf"|(?P<paper>{_any(paper)})|(?P<word>findings))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _releases() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any(load('outcomes')['inspections']['releases'])})(?![\w-])", re.IGNORECASE)


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any(load('outcomes')['inspections']['earlier'])})", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(set(words), key=len, reverse=True))
