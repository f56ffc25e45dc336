"""Names of English councils wherever they stand in a text, whole or as the bare name of their place.

A place is never read out of a longer name (South Derbyshire, Leeds United) nor out of a person's (Mark Sutton), and
near-names stay apart because the longest name wins. A council that the list lacks is read where its name is whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class Found:
    """A name at a place of the text.

    Attributes:
        key: the council's official name, or its printed name where the list lacks it.
        place: what the place is called there.
        whole: whether the words for a council are part of the name.
        tiered: whether "county", "city", "borough" or the like is part of it.
        body: whether it is the name of a trust or board of the place, not of the council.
    """

    key: str
    place: str
    start: int
    end: int
    whole: bool
    tiered: bool = False
    body: bool = False


_TIERS = frozenset({"county", "city", "borough", "district", "metropolitan", "royal", "unitary"})
_CAPITAL = re.compile(r"(?<![\w'-])[A-Z][^\W\d_]*")
_PREVIOUS = re.compile(r"(?P<word>[\w'.&-]+)(?P<gap>,?\s+|\s*\()$")
_NEXT = re.compile(r"(?:'s?)?\s+(?P<words>[A-Z][\w'-]*(?:\s+[A-Za-z][\w'-]*){0,3})")
_SEAT = re.compile(
    r"(?:\bMPs?|\bmember|\bconstituency|\bward|\bcandidate)(?:\s+(?:for|of|in))?\s+(?:the\s+)?$", re.IGNORECASE
)
_SEAT_AFTER = re.compile(r"\s+(?:(?:North|South|East|West|Central|and)\s+)*(?:MPs?\b|constituency|ward\b)")
_BRACKETED = re.compile(r"\(\s*$")
_PARTY = re.compile(r"\((?:Lab|Con|Cons|Lib ?Dems?|LD|Green|Ind|UKIP|Reform)[\w ]*[,:;]\s*$", re.IGNORECASE)


def find_names(text: str, stretches: Iterable[tuple[int, int]] | None = None) -> list[Found]:
    """The names in stretches of a text with plain quotation marks, in order; no two share a letter.

    Args:
        stretches: offsets of what to search; a name never runs from one into the next. None: the whole text.
    """
    parts = [(0, len(text))] if stretches is None else list(stretches)
    found: list[Found] = []
    new: dict[str, str] = {}
    for start, end in parts:
        known = list(_known(text, start, end, _places()))
        short = [n for a, b in _between(known, start, end) for n in _known(text, a, b, _shorts()) if n.whole]
        known = sorted([*known, *short], key=lambda name: name.start)
        free = _between(known, start, end)
        unknown = [name for a, b in free for name in _unknown(text, a, b)]
        new |= {name.place: name.key for name in [*short, *unknown]}
        found += sorted([*known, *unknown], key=lambda name: name.start)
    if new:
        # Further on the place alone may stand for such a council.
        places = _table({place: [key] for place, key in new.items()})
        bare = [n for a, b in _free(found, parts) for n in _known(text, a, b, places) if not n.whole]
        found = sorted([*found, *bare], key=lambda name: name.start)
    return found


def _between(names: Iterable[Found], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What names leave of a stretch."""
    for name in names:
        yield start, name.start
        start = name.end
    yield start, end


def _free(names: list[Found], parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in parts:
        yield from _between(inside(names, start, end), start, end)


def official(name: str) -> str | None:
    """The official name of the council that a name means; None where the list has none."""
    found = [one for one in _known(name, 0, len(name), _places()) if one.end - one.start >= len(name.strip()) - 2]
    return found[0].key if found else None


def official_then(name: str, on: str | None) -> str:
    """The name that the council had on a day (ISO, perhaps partial): that of the body that was there then."""
    lists = load("council-names")
    for earlier, body in lists["earlier"].items():
        if name == body["now"] and on and on <= str(body["until"])[: len(on)]:
            return str(earlier)
    return name


def is_short(place: str, name: str) -> bool:
    """Whether a place is only the first part of a compound one in a council's name ("Stoke" of "Stoke-on-Trent")."""
    start = name.casefold().find(place.casefold())
    return start >= 0 and _COMPOUND.match(name, start + len(place)) is not None


Places = Mapping[str, list[tuple[re.Pattern[str], str, str, frozenset[str]]]]


@cache
def _places() -> Places:
    return _table(load("council-names")["places"])


@cache
def _shorts() -> Places:
    """The first parts of compound names ("Kingston" of "Kingston upon Thames"): councils' with a word for one only."""
    names = load("council-names")["places"]
    shorts = ((_COMPOUND.split(place)[0], officials) for place, officials in names.items() if _COMPOUND.search(place))
    return _table({place: keys for place, keys in shorts if place not in names and place in keys[0]})


_COMPOUND = re.compile(r",? and |,? with | upon |-upon-|-on-|-under-|, ")


def _table(names: Mapping[str, list[str]]) -> Places:
    """Patterns of places by the letters of their first word, the longest first."""
    table: dict[str, list[tuple[re.Pattern[str], str, str, frozenset[str]]]] = defaultdict(list)
    for place, officials in sorted(names.items(), key=lambda item: -len(item[0])):
        first = _CAPITAL.match(place)
        if first:
            words = re.split(r"[\s-]+", place)
            short = place.isupper()
            pattern = re.compile(r"[\s-]+".join(map(_word, words)), 0 if short else re.IGNORECASE)
            tiers = {word for name in officials for word in name.casefold().split()} & _TIERS
            table[first[0].casefold()].append((pattern, place, officials[0], frozenset(tiers)))
    return table


def _word(word: str) -> str:
    if word.casefold() in ("and", "&"):
        return "(?:and|&)"
    if word.casefold() in ("upon", "on"):
        return "(?:up)?on"
    return re.escape(word) + ("?" if word.endswith(",") else "")


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words of a council before a place, and after it; names of trusts and boards after it."""
    forms = load("councils")["forms"]
    before = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms["before"], key=len, reverse=True))
    kinds = "|".join(forms["kinds"])
    bodies = "|".join(forms["bodies"])
    trusts = "|".join(
        re.escape(t).replace(r"\ ", r"\s+") for t in sorted(load("councils")["after"]["trusts"], key=len, reverse=True)
    )
    return (
        re.compile(rf"(?<!\w)(?:{before})\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(
            rf"(?:'s?)?(?P<kinds>(?:\s+(?:{kinds}))*)(?:\s+(?P<body>(?:{bodies}))(?![\w-])|(?P<two>(?<=Borough)|(?<=BOROUGH))(?!\s+[A-Z]))",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:'s?)?\s+(?P<trust>{trusts})(?!\w)"),
    )


def _known(text: str, start: int, stop: int, places: Places) -> Iterator[Found]:
    """Whole names and bare places of a table."""
    before, after, trusts = _around()
    begin = end = start
    for capital in _CAPITAL.finditer(text, start, stop):
        start = capital.start()
        if start < end:
            continue
        for pattern, place, key, own in places.get(capital[0].casefold(), ()):
            match = pattern.match(text, start, stop)
            if (
                match is None
                or text[match.end() : match.end() + 1].isalnum()
                or re.match(r"-\w", text[match.end() : match.end() + 2])
            ):
                continue
            left = before.search(text, max(begin, start - 40), start)
            right = after.match(text, match.end(), stop)
            tiers = {
                word
                for part in (left[0] if left else "", right["kinds"] if right else "")
                for word in part.casefold().split()
            } & _TIERS
            whole = bool(left) or bool(right)
            if whole and own and tiers and ("county" in tiers) != ("county" in own) and "county" not in tiers & own:
                end = match.end()
                break  # a district or city with the county's name, or the other way about
            first = left.start() if left and whole else start
            last = right.end() if right and whole else match.end()
            if right and whole and text[last - 2 : last] == "'s":
                last -= 2
            if whole and not _is_part(text, begin, first):
                end = last
                yield Found(key, place, first, last, True, bool(tiers))
            elif not whole and (trust := trusts.match(text, match.end(), stop)) and not _is_part(text, begin, start):
                end = match.end()
                yield Found(
                    key,
                    place,
                    start,
                    match.end(),
                    False,
                    body=not trust["trust"].casefold().endswith(("services", "care")),
                )
            elif not whole and _is_place(text, begin, start, match.end(), stop):
                end = match.end()
                yield Found(key, place, start, match.end(), False)
            else:
                end = match.end()
            break


def _is_part(text: str, begin: int, start: int) -> bool:
    """Whether a direction or a person's title before a name makes another name of it."""
    previous = _PREVIOUS.search(text, max(begin, start - 30), start)
    lists = load("councils")["before"]
    if not previous or "," in previous["gap"]:
        return False
    return previous["word"] in lists["never"] or previous["word"].rstrip(".") in lists["titles"]


def _is_place(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether a bare name can stand for its council: not a part of a longer name, a person, a seat, or a team."""
    window = text[max(begin, start - 60) : start]
    if _SEAT.search(window) or _PARTY.search(window) or _SEAT_AFTER.match(text, end, stop):
        return False
    if _BRACKETED.search(window) and text[end : end + 1] == ")":
        return False  # "Jo Marsh (Kent)"
    previous = _PREVIOUS.search(window)
    lists = load("councils")
    if previous and "," not in previous["gap"]:
        word = previous["word"].rstrip(".")
        ends = previous["word"].endswith(".") and len(word) > _SHORTENED and "." not in word
        capital = word[:1].isupper() and not ends
        if word in lists["before"]["titles"] or word in lists["before"]["never"]:
            return False
        if capital and word not in lists["before"]["words"] and not word.endswith(("'s", "s'")):
            return False
    following = _NEXT.match(text, end, stop)
    if following:
        words = following["words"].split()
        return words[0] in lists["after"]["words"] or (words[0].isupper() and len(words[0]) > 3)
    return True


_SHORTENED = 4  # letters of what a point shortens ("Prof."); after a longer word it ends a sentence
_BODY = r"(?:(?:Metropolitan|Royal|County|City|Borough|District|Unitary)\s+){0,3}"
_UNKNOWN = re.compile(
    rf"(?<![\w'-])(?:(?P<before>(?:London|Royal|Metropolitan)\s+Borough\s+of|City\s+of|County\s+of)\s+)?"
    rf"(?P<place>(?!(?i:the|full|our|your|a|this|that|each|every)\b)[A-Z][\w&-]+(?:,?\s+(?:and\s+|upon\s+|with\s+|of\s+|the\s+)?(?!(?:County|City|Borough|Metropolitan|District|Council)\b)[A-Z][\w&-]+){{0,3}})"
    rf"\s+(?P<kinds>{_BODY})Council(?!\w)"
)
_NO_COUNCIL = re.compile(
    r"\b(?:Parish|Town|Youth|Arts|British|Research|Privy|Full|Medical|National|Students?|Schools?|Design|Security|European|Community|Education|"
    r"Children|County|City|Borough|Welsh|Scottish|Care|Nursing|Sports?|Business|Workers|Works|Faith|Local|Government|District|Joint|Health|Crown|Leader|Ofsted|"
    r"Councillor|Cllr|Mr|Mrs|Ms|Dr|Dear|Improvement|Opposition|Ministers?|Director|Police)$"
)


def _unknown(text: str, start: int, stop: int) -> Iterator[Found]:
    """Whole names that the list lacks."""
    openings = load("councils")["before"]["words"]
    for found in _UNKNOWN.finditer(text, start, stop):
        words = found["place"].split()
        first = found.start("before") if found["before"] else found.start("place")
        if len(words) > 1 and words[0] in openings and not found["before"]:
            first = text.index(words[1], first + len(words[0]))
            del words[0]
        if _NO_COUNCIL.search(found["place"]) or words[0] in openings:
            continue
        printed = " ".join(text[first : found.end()].split())
        yield Found(printed, " ".join(words), first, found.end(), True, bool(found["before"] or found["kinds"].strip()))


def inside(names: list[Found], start: int, end: int) -> list[Found]:
    """The names that begin between two offsets."""
    starts = [name.start for name in names]
    return names[bisect_left(starts, start) : bisect_right(starts, end - 1)]
