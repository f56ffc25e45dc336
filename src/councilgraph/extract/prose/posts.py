"""Posts that people hold, as texts print them, and the kind of post that each is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilgraph.extract.words import load

_WORDS = load("posts")
_TYPES: dict[str, str] = {}
for _type, _entry in _WORDS["types"].items():
    for _title in _entry["titles"]:
        _TYPES.setdefault(_title.casefold(), _type)
# Of several posts of one person the first of these says what they are.
_RANK = (
    "minister", "mp", "elected-mayor", "council-leader", "cabinet-member", "director", "other-council-officer",
    "inspector", "council-spokesperson", "other",
)  # fmt: skip


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_PORTFOLIO = rf"(?i:{_any(_WORDS['portfolio']['words'])})(?![\w'])"
_LINK = r"(?:\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|\s*/\s*|\s*&\s*|\s+)(?:(?:the|our|their|of|for|who|with)\s+)?"
_PORTFOLIOS = rf"{_PORTFOLIO}(?:{_LINK}{_PORTFOLIO}){{0,14}}"
_WHOLE_PORTFOLIO = re.compile(_PORTFOLIOS)
_PLACE = (
    r"[A-Z][\w'-]*(?:,?\s+(?:and|&|upon|of|on|under|the|in)\s+[A-Z][\w'-]*|\s+[A-Z][\w'-]*"
    r"|-(?:on|upon|in|le|under)-[A-Z]\w*){0,6}"
)
_BODY = (
    "group|opposition|council|authority|cabinet|executive|board|trust|panel|committee|charity|union|party|partnership"
)
_GROUP = (
    rf"(?:(?!(?:at|in|for|of|and|said|who)\b)[\w'&-]+\s+){{0,5}}?(?:{_BODY}|borough|city|county|town)(?![\w-])"
    rf"(?:'s\s+(?:[A-Z][\w'-]*\s+){{0,2}}(?:{_BODY}))?"
)
_OF = (
    r"(?i:with\s+(?:the\s+)?(?:portfolio|responsibility)\s+for|with\s+responsibility\s+for|who\s+is\s+responsible\s+for"
    r"|responsible\s+for|in\s+charge\s+of|for|of|on|to|at)"
)
_DIRECTORATE = rf",\s+(?=(?i:department|directorate|children))(?:(?:Department|Directorate)\s+for\s+)?{_PORTFOLIOS}"
_POST = re.compile(
    rf"(?<![\w'-])(?:(?i:{_any(_WORDS['before']['words'])})[\s-]+){{0,5}}(?P<title>(?i:{_any(_TYPES)}))(?![\w-])"
    rf"(?P<of>(?:\s*,\s*|\s+){_OF}\s+(?:(?:the|its|their|all)\s+)?(?:{_GROUP}|{_PORTFOLIOS}|(?P<place>{_PLACE}))"
    rf"|{_DIRECTORATE})?"
)
_ENDS_PLACE = frozenset(
    [
        "North",
        "South",
        "East",
        "West",
        "Central",
        "Mid",
        "Council",
        "Borough",
        "City",
        "County",
        "District",
        "Authority",
        "Trust",
        "Board",
        "Hove",
        "Partnership",
    ]
)
_INTERIM = re.compile(rf"\b(?:{_any(_WORDS['interim']['words'])})\b", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"\b(?:{_any(_WORDS['elsewhere']['words'])})\b", re.IGNORECASE)
_OTHER_INSPECTORATE = re.compile(r"\b(?:probation|prisons|constabulary|police|fire)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:council|authority|borough)\b", re.IGNORECASE)
_PARTY = re.compile(r"\b(?:group|opposition|party)\s*$", re.IGNORECASE)
_DEPUTISING = re.compile(r"\b(?:deputy|assistant)\s*$", re.IGNORECASE)
_FORMERLY = re.compile(r"\b(?:former|formerly|ex|retired|one-time|erstwhile|previously)\b", re.IGNORECASE)
_SHADOW = re.compile(r"\bshadow\b", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"\b[Ll]eader\s+(?:of|on|at)\s+(?:the\s+)?(?!Opposition|Group|Party|(?:Labour|Conservative|Tory|Lib|Liberal|Green|Independent)\b)[A-Z]"
)
_DEPUTY = re.compile(r"\b(?:deputy|assistant|associate)\s+(?:[\w']+\s+){0,2}director\b", re.IGNORECASE)
_STYLED = re.compile(rf"\s(?:{_any(load('names')['titles'])})(?=\s)")
_DEPARTMENTS = [
    (name, re.compile(rf"\b(?:{_any(words)})", re.IGNORECASE)) for name, words in _WORDS["departments"].items()
]


_OWNER = re.compile(
    r"^(?:(?:county|city|borough|district|[A-Z]\w+)\s+)?"
    r"(?:council|authority|city|county|borough|district|trust|charity|ofsted)'s\s+",
    re.IGNORECASE,
)
_HANGING = re.compile(r"\s+(?:in|after|up|on|with|for|of|&|and|who|the)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A post at a place of a text: its type, its offsets with what it is for, and where its title begins."""

    type: str
    start: int
    end: int
    title: int

    def words(self, plain: str) -> str:
        """The post as printed, single spaces."""
        return _OWNER.sub("", " ".join(plain[self.start : self.end].split()))


def read_posts(plain: str, start: int = 0, stop: int | None = None) -> Iterator[Post]:
    """The posts in a stretch of plain text (straight quotation marks), in order."""
    for found in _POST.finditer(plain, start, len(plain) if stop is None else stop):
        end = found.end()
        if found["place"]:
            end = found.start("place") + len(_place(found["place"], plain[end : end + 1]))
        while hanging := _HANGING.search(plain, max(found.end("title"), end - 12), end):
            end = hanging.start()
        title = _longest_title(plain, found.start(), found.end("title"))
        yield Post(_type_of(plain[found.start() : end], plain[title : found.end("title")]), found.start(), end, title)


def _longest_title(plain: str, start: int, end: int) -> int:
    """Where the longest title begins that ends at an offset."""
    for begin in [start, *(found.end() for found in re.finditer(r"[\s-]+", plain[start:end]))]:
        offset = begin if begin == start else start + begin
        if " ".join(plain[offset:end].split()).casefold() in _TYPES:
            return offset
    return start


def _place(words: str, following: str) -> str:
    """A place without the name of the person behind it ("Mayor of Northmere Ada Vane said")."""
    if styled := _STYLED.search(words):
        return words[: styled.start()].rstrip(" ,")
    parts = words.split()
    if (
        following in ("", " ", "\n")
        and len(parts) > 2
        and not _ENDS_PLACE.intersection(parts[-2:])
        and not {"and", "of", "upon", "on", "under", "the", "in", "&"}.intersection(parts[-3:])
    ):
        return words[: words.rindex(parts[-2], 0, words.rindex(parts[-1]))].rstrip()
    return words


def rank(post: Post, plain: str) -> tuple[int, int]:
    """By this the post is chosen that says what a person is: by type, then the longest."""
    return _RANK.index(post.type), post.start - post.end


def role_type(role: str) -> str:
    """The type of a role as printed, such as ``director`` for "Deputy Chief Executive and Director of Families"."""
    role = role.translate(str.maketrans("‘’`´", "''''"))
    return min((post.type for post in read_posts(role)), key=_RANK.index, default="other")


def is_portfolio(words: str) -> bool:
    """Whether some words name a portfolio or a department's work, and no body."""
    return _WHOLE_PORTFOLIO.fullmatch(words) is not None


def is_interim(role: str) -> bool:
    """Whether a role is held for the time being."""
    return bool(_INTERIM.search(role))


def is_former(role: str) -> bool:
    """Whether a role is one that its holder had before."""
    return bool(_FORMERLY.search(role))


def department(role: str) -> str | None:
    """The department of a minister, the Commons of a member; None for other roles."""
    return next((name for name, pattern in _DEPARTMENTS if pattern.search(role)), None)


def _type_of(words: str, title: str) -> str:
    """The type of a post by its title, and by what stands around that."""
    kind = _TYPES[" ".join(title.split()).casefold()]
    around = words.replace(title, " ", 1)
    if kind in ("minister", "cabinet-member") and _SHADOW.search(words):
        return "mp" if kind == "minister" else "other"
    if kind == "director" and _DEPUTY.search(words):
        return "other-council-officer"
    if kind in ("council-leader", "elected-mayor") and _DEPUTISING.search(around):
        kind = "cabinet-member"
    if kind == "inspector":
        elsewhere = _ELSEWHERE.search(around) or _OTHER_INSPECTORATE.search(words)
        return "other" if elsewhere and "fsted" not in words else kind
    if kind == "other" and title.casefold().endswith("leader") and (_COUNCIL.search(around) or _OF_PLACE.search(words)):
        return "other" if _PARTY.search(around) else "council-leader"
    if kind in ("council-leader", "director", "other-council-officer", "cabinet-member"):
        bodies = _ELSEWHERE.search(around) and not _COUNCIL.search(around)
        return "other" if bodies or _PARTY.search(around) else kind
    return kind
