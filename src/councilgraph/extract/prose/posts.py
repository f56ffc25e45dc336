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
_PORTFOLIOS = rf"{_PORTFOLIO}(?:(?:\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|\s*/\s*|\s*&\s*|\s+)(?:(?:the|our|their|of|for|who|with)\s+)?{_PORTFOLIO}){{0,14}}"
_PLACE = r"[A-Z][\w'-]*(?:,?\s+(?:and|&|upon|of|on|under|the|in)\s+[A-Z][\w'-]*|\s+[A-Z][\w'-]*|-(?:on|upon|in|le|under)-[A-Z]\w*){0,6}"
_GROUP = (
    r"(?:[\w'-]+\s+){0,3}?(?:group|opposition|council|authority|cabinet|executive|board|trust|panel|committee|charity|union"
    r"|party|borough|city|county|town)(?![\w-])(?:'s\s+(?:[A-Z][\w'-]*\s+){0,2}(?:group|opposition|board|cabinet|executive))?"
)
_OF = (
    r"(?i:with\s+(?:the\s+)?(?:portfolio|responsibility)\s+for|with\s+responsibility\s+for|who\s+is\s+responsible\s+for"
    r"|responsible\s+for|in\s+charge\s+of|for|of|on|to|at)"
)
_POST = re.compile(
    rf"(?<![\w'-])(?:(?i:{_any(_WORDS['before']['words'])})[\s-]+){{0,5}}(?P<title>(?i:{_any(_TYPES)}))(?![\w-])"
    rf"(?P<of>(?:\s*,\s*|\s+){_OF}\s+(?:(?:the|its|their|all)\s+)?(?:{_PORTFOLIOS}|{_GROUP}|{_PLACE})|,\s+(?=(?i:department|directorate|children))(?:(?:Department|Directorate)\s+for\s+)?{_PORTFOLIOS})?"
)
_INTERIM = re.compile(rf"\b(?:{_any(_WORDS['interim']['words'])})\b", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"\b(?:{_any(_WORDS['elsewhere']['words'])})\b", re.IGNORECASE)
_OTHER_INSPECTORATE = re.compile(r"\b(?:probation|prisons|constabulary|police|fire)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:council|councils|authority|borough|county|city)\b", re.IGNORECASE)
_SHADOW = re.compile(r"\bshadow\b", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:deputy|assistant|associate)\s+(?:[\w']+\s+){0,2}director\b", re.IGNORECASE)
_DEPARTMENTS = [
    (name, re.compile(rf"\b(?:{_any(words)})", re.IGNORECASE)) for name, words in _WORDS["departments"].items()
]


_OWNER = re.compile(
    r"^(?:(?:county|city|borough|district|[A-Z]\w+)\s+)?(?:council|authority|city|county|borough|district|trust|charity|ofsted)'s\s+",
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
        while hanging := _HANGING.search(plain, max(found.end("title"), end - 12), end):
            end = hanging.start()
        yield Post(_type_of(plain[found.start() : end], found["title"]), found.start(), end, found.start("title"))


def rank(post: Post, plain: str) -> tuple[int, int]:
    """By this the post is chosen that says what a person is: by type, then the longest."""
    return _RANK.index(post.type), post.start - post.end


def role_type(role: str) -> str:
    """The type of a role as printed, such as ``director`` for "Deputy Chief Executive and Director for People"."""
    role = role.translate(str.maketrans("‘’`´", "''''"))
    return min((post.type for post in read_posts(role)), key=_RANK.index, default="other")


def is_interim(role: str) -> bool:
    """Whether a role is held for the time being."""
    return bool(_INTERIM.search(role))


def department(role: str) -> str | None:
    """The department of a minister, the Commons of a member; None for other roles."""
    return next((name for name, pattern in _DEPARTMENTS if pattern.search(role)), None)


def _type_of(words: str, title: str) -> str:
    kind = _TYPES[" ".join(title.split()).casefold()]
    if kind in ("minister", "cabinet-member") and _SHADOW.search(words):
        return "mp" if kind == "minister" else "other"
    if kind == "director" and _DEPUTY.search(words):
        return "other-council-officer"
    if kind in ("council-leader", "director", "other-council-officer", "inspector"):
        where = words.replace(title, " ", 1)
        if kind == "inspector":
            elsewhere = _ELSEWHERE.search(where) or _OTHER_INSPECTORATE.search(words)
            return "other" if elsewhere and "fsted" not in words else kind
        if (_ELSEWHERE.search(where) and not re.search(r"\bcouncil\b", where, re.IGNORECASE)) or re.search(
            r"\b(?:group|opposition|party)$", where.strip(), re.IGNORECASE
        ):
            return "other"
        if kind == "council-leader" and re.search(
            r"\b(?:labour|conservative|tory|liberal|lib|green|ukip)\b", where, re.IGNORECASE
        ):
            return "other" if re.search(r"\bgroup\b", where, re.IGNORECASE) else kind
    return kind
