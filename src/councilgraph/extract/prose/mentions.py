"""Names with the posts that stand beside them.

A name counts as a person's where a post, a party in brackets or a councillor's title stands beside it, or where its
bearer speaks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.prose import duties
from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.names import Name, read_names
from councilgraph.extract.prose.passages import CAPTION, HEADING, HEADLINE, PULL_QUOTE, Prose
from councilgraph.extract.prose.posts import Post, is_former, read_posts
from councilgraph.extract.prose.verbs import SPEAKS, SPOKEN, alternatives
from councilgraph.extract.words import load

_POSTS = load("posts")["duties"]
_PARTIES = "|".join(re.escape(p) for p in sorted(load("names")["parties"], key=len, reverse=True))
_BRACKETS = re.compile(
    rf"\s*\(\s*(?:(?P<party>{_PARTIES})(?:\s*[,:;/-]\s*(?P<ward>[^()]{{1,60}}))?"
    rf"|(?P<place>[^()]{{2,50}}?)[,:]?\s+(?P<last>{_PARTIES}))\s*\)"
)
_PARTY_BEFORE = re.compile(rf"(?<![\w-])(?P<party>{_PARTIES})(?:'s)?\s+(?:[\w'-]+\s+){{0,3}}$")
_PARTY_OWNS = re.compile(rf"(?<![\w-])(?P<party>{_PARTIES})'s?\s+$")
_MP_AFTER = re.compile(r",?\s+MP\b(?!\s+[A-Z])")
_SEAT_BEFORE = re.compile(r"(?:[A-Z][\w'-]*,?\s+(?:(?:and|upon|of|the|on|under)\s+)?){1,6}$")
_ANOTHERS = re.compile(r"(?<=[,;]\s)[^,;]+$|(?<=\sand\s)[^,;]+$")  # behind the member named before
_OPENING_WORD = re.compile(r"^(?:The|But|And|As|In|Labour|Conservative|Tory|Liberal Democrat|Lib Dem|Green)\s+")
_DETERMINER = re.compile(r"(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Ff]ellow)\s+$")
_OWNER = re.compile(r"(?:[Tt]he\s+)?(?:[\w-]+\s+){0,3}[\w-]+(?:'s|s')\s+$")
_APPOSITION = re.compile(
    r"(?:\s*,\s*|\s+[-–—]\s+|\s*,?\s+(?=(?:who|is|was|as|became|becomes|remains)\b))"
    r"(?:who\s+)?(?:(?:is|was|became|becomes|ha[sd]\s+been|remains|as|took\s+over(?:\s+from\s+[\w ]{3,40})?\s+as)\s+)?"
    rf"(?:(?:{alternatives(_POSTS['times'])})\s+){{0,2}}"
    r"(?:the\s+|its\s+|their\s+|an?\s+|his\s+|her\s+|our\s+|your\s+|my\s+|one\s+of\s+)?(?:\d\d,\s+)?"
    r"(?:[\w&-]+(?:\s+[\w&-]+){0,5}?(?:'s|s')\s+)?(?:[A-Z][\w&-]*\s+){0,5}(?:first\s+|second\s+|third\s+|fourth\s+|fifth\s+|sixth\s+|latest\s+|longest-serving\s+|most\s+senior\s+|two\s+)?"
)
_MADE = re.compile(
    r"\b(?:as|becomes?|became|become|appointed|named|made|is|was|been)\s+"
    r"(?:the\s+|its\s+|their\s+|an?\s+|his\s+|her\s+|our\s+)?(?:[\w-]+(?:'s|s')\s+)?$"
)
_AS = re.compile(r"\bas\s")
_JOINED = re.compile(
    r"(?:\s+(?:(?:for|of|and|&)\s+)?[A-Z][\w'&-]*){0,4}?\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*;\s*|\s*/\s*)(?:also\s+)?(?:the\s+|its\s+|as\s+)?"
    r"(?:[\w-]+(?:'s|s')\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?|\s*/\s*")
_STYLED = rf"(?:(?:the\s+)?(?:{_PARTIES})(?:'s?)?\s+(?:councillor\s+|peer\s+|veteran\s+)?)?"
_FOR_WHAT = (
    r"(?:\s+(?:for|of|on|with\s+responsibility\s+for|responsible\s+for|in\s+charge\s+of)(?:\s+[a-z][\w'-]*,?){1,8})?"
)
_BEFORE_NAME = re.compile(rf"{_FOR_WHAT}(?:\s+|\s*,\s+|\s*:\s+|\s+-\s+){_STYLED}")
_SENT_BY = re.compile(
    rf",?\s+(?:who\s+(?:was|has\s+been)\s+)?(?:{alternatives(_POSTS['sent'])})\s+(?:[\w' ]{{3,30}}\s+)?by\s+(?:the\s+)?"
)
_AFTER_WHOM = re.compile(rf"\b(?:{alternatives(load('posts')['succession']['after'])})\s+(?:the\s+)?$")
_OVER_FROM = re.compile(r"\b(?:took|taken|takes|take|taking)\s+over\b[^.;,]{3,70}\bfrom\s+(?:the\s+)?$")
_NO_PERSON = re.compile(
    r"\b(?:charity|union|company|firm|group|think\s+tank|consultancy|trust|provider|agency|website|newspaper|magazine|network|organisation)\s+$"
)
_LEFT = re.compile(r"\b(?:minded to|proposed|nominated|preferred candidate|set to|due to|expected to)\b")
_FROM = re.compile(
    r",?\s+(?:of|from|at|for|with)\s+(?:the\s+)?(?:(?:children's\s+)?(?:charity|union|group|campaign\s+group|think\s+tank|"
    r"pressure\s+group|law\s+firm|organisation|company|network|association|helpline)\s+)?"
    r"(?P<body>[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|&|the)\s+)?[A-Z][\w'&-]*){0,6})(?=[\s,])"
)
_QUOTED = re.compile(r":\s+[\"'](?=\w)")
_FAR = 120  # code points between a name and "as" with a post
_OWN_POST = re.compile(r"(?:'s|s'|\bits|\btheir|\bour)\s+(?:own\s+|current\s+|new\s+|former\s+)?[\w' -]{4,50},\s+$")
_OF_MANY = re.compile(
    r"\b(?P<title>(?:Ofsted\s+|HM\s+|Her\s+Majesty's\s+|His\s+Majesty's\s+|Lead\s+|Senior\s+)?[Ii]nspector|MP)s\s+"
    r"(?:[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){1,3}(?:\s*\([^()]{2,40}\))?(?:,\s+(?:and\s+)?|\s+and\s+)){0,4}$"
)
_NEAR = 60  # between a post and the name that it is the title of


@dataclass(slots=True)
class Mention:
    """A name at a place, with what stands beside it.

    Attributes:
        first, last: hold the name and the posts bound to it.
        posts: bound to the name here, in their order; ``words`` what binds them.
        brackets: as printed, with the party.
        seat: the constituency before "MP".
        duty: what the bearer is said to do: "who leads the council".
        follows: whether somebody is said to come after the bearer: "took over from …".
        body: the organisation of a speaker without a post ("… of the … Trust said").
        proposed: whether the post is only meant for the bearer.
    """

    name: Name
    first: int
    last: int
    posts: list[Post] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    party: str | None = None
    brackets: str | None = None
    seat: str | None = None
    duty: duties.Duty | None = None
    follows: bool = False
    body: str | None = None
    member: bool = False
    speaks: bool = False
    proposed: bool = False

    @property
    def personal(self) -> bool:
        """Whether what stands around the name shows that it is a person's."""
        return bool(
            self.posts
            or self.party
            or self.seat
            or self.duty
            or self.member
            or self.speaks
            or self.follows
            or self.name.councillor
        )


def read_mentions(prose: Prose, councils: Councils) -> list[Mention]:
    """Every name of a document, in order."""
    return [
        mention
        for start, end, kind in _regions(prose)
        for mention in _Region(prose, start, end, kind).read(
            [(name.start, name.end) for name in named_between(councils, start, end)]
        )
    ]


def named_between(councils: Councils, start: int, end: int) -> list[CouncilName]:
    """The places between two offsets where a council is named."""
    names = councils.names
    return names[bisect_left(names, start, key=lambda n: n.start) : bisect_left(names, end, key=lambda n: n.start)]


def _regions(prose: Prose) -> Iterator[tuple[int, int, str]]:
    """Where people are named: all passages but headlines, and the line below a pull quote."""
    for passage in prose.passages:
        if passage.kind not in (HEADLINE, HEADING):
            yield passage.start, passage.end, passage.kind
        if passage.speaker:
            start = prose.plain.find(passage.speaker.split("\n")[0], passage.end, passage.end + 400)
            if start >= 0:
                yield start, start + len(passage.speaker), PULL_QUOTE


class _Region:
    """A passage whose names are being read: its posts, and which of them are bound."""

    def __init__(self, prose: Prose, start: int, end: int, kind: str) -> None:
        self.prose, self.plain = prose, prose.plain
        self.start, self.end, self.kind = start, end, kind
        self.posts = list(read_posts(self.plain, start, end))
        self.starts = [post.start for post in self.posts]
        self.bound: set[int] = set()

    def read(self, councils: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """Its names, in order."""
        taken = sorted([*councils, *((post.start, post.end) for post in self.posts)])
        names = list(read_names(self.plain, self.start, self.end, taken))
        begins = {name.begin for name in names}
        for index, name in enumerate(names):
            limit = names[index + 1].begin if index + 1 < len(names) else self.end
            another = next((other.begin for other in names[index + 1 : index + 4] if other.full), self.end)
            mention = Mention(name, name.begin, name.end)
            self._after(mention, limit, begins)
            self._before(mention)
            if not mention.posts:
                self._made(mention, another)
            self._beside(mention)
            yield mention

    def _bind(self, mention: Mention, index: int, words: str, *, front: bool = False) -> None:
        self.bound.add(index)
        mention.posts.insert(0 if front else len(mention.posts), self.posts[index])
        mention.words.append(words)

    def _after(self, mention: Mention, limit: int, begins: set[int]) -> None:
        """Bind the posts in apposition behind a name."""
        if mention.name.owns:
            return
        position = mention.last
        if bracket := _BRACKETS.match(self.plain, position, self.end):
            position = bracket.end()
        for index in range(bisect_left(self.starts, position), len(self.posts)):
            post = self.posts[index]
            gap = self.plain[position : post.start] if post.start - position <= _FAR else ""
            pattern = _JOINED if mention.posts else _APPOSITION
            beside = gap.isspace() and self.plain[post.start].isupper() and not mention.posts
            if post.start > limit or not (beside or pattern.fullmatch(gap)):
                break
            if index in self.bound or self._titles(post, begins) or self._is_of_many(post):
                break
            self._bind(mention, index, self.plain[position : post.end])
            position = mention.last = post.end

    def _is_of_many(self, post: Post) -> bool:
        """Whether a post is that of several people ("councillors")."""
        return self.plain[post.title : post.end].casefold() in ("councillors", "mps")

    def _titles(self, post: Post, begins: set[int]) -> bool:
        """Whether a post is the title of the name that follows it."""
        rest = self.plain[post.end : post.end + 4]
        return rest[:1].isspace() and post.end + len(rest) - len(rest.lstrip()) in begins

    def _before(self, mention: Mention) -> None:
        """Bind the posts that stand directly before a name, and the constituency before "MP"."""
        position = mention.name.begin
        owned = _OWN_POST.search(self.plain, max(self.start, position - _NEAR), position) is not None
        apposed = not owned and any("," in words for words in mention.words) and not any(map(_AS.search, mention.words))
        index = bisect_left(self.starts, position) - 1
        if index > 0 and _SENT_BY.fullmatch(self.plain, self.posts[index - 1].end, self.posts[index].start):
            position, index = self.posts[index].start, index - 1
        first = True
        while index >= 0 and index not in self.bound:
            post = self.posts[index]
            gap = self.plain[post.end : position] if position - post.end <= _NEAR else ""
            sent = first and bool(_SENT_BY.fullmatch(gap))
            if not (sent or (_BEFORE_NAME if first else _AND).fullmatch(gap)) or ("," in gap and apposed):
                break
            self._bind(mention, index, self.plain[post.start : position], front=True)
            position, first = post.start, False
            if post.type == "mp" and self.plain[post.title : post.end] == "MP":
                seat = _SEAT_BEFORE.search(self.plain, max(self.start, position - 80), position)
                seat = (
                    _ANOTHERS.search(self.plain, seat.start(), position) if seat and "MP" in seat[0].split() else seat
                )
                mention.seat = _OPENING_WORD.sub("", " ".join(seat[0].split()).rstrip(",")) if seat else None
                position = seat.start() if seat else position
            index -= 1
        if first and not mention.posts:
            many = _OF_MANY.search(self.plain, max(self.start, position - _FAR), position)
            if many:
                kind = "mp" if many["title"] == "MP" else "inspector"
                post = Post(kind, many.start("title"), many.end("title"), many.start("title"))
                mention.posts.append(post)
                mention.words.append("")
        if not first:
            opening = _DETERMINER.search(self.plain, max(self.start, position - 12), position)
            owner = opening or _OWNER.search(self.plain, max(self.start, position - 60), position)
            mention.words.append(owner[0] if owner else "")
            mention.first = opening.start() if opening else position

    def _made(self, mention: Mention, limit: int) -> None:
        """Bind a post that a name is said to hold or to get: "named … as commissioner"."""
        sentence = self.prose.sentence_at(mention.name.start)
        end = min(limit, sentence.end if sentence else limit, mention.name.end + _FAR)
        index = bisect_left(self.starts, mention.name.end)
        if index == len(self.posts) or index in self.bound or self.posts[index].start >= end:
            return
        while index + 1 < len(self.posts) and not _MADE.search(self.plain, mention.name.end, self.posts[index].start):
            if self.posts[index + 1].start >= end or index + 1 in self.bound:
                break
            index += 1
        if self._is_of_many(self.posts[index]):
            return
        if _MADE.search(self.plain, mention.name.end, self.posts[index].start):
            self._bind(mention, index, self.plain[mention.name.end : self.posts[index].end])

    def _beside(self, mention: Mention) -> None:
        """Read what else shows that a name is a person's."""
        name, plain = mention.name, self.plain
        sentence = self.prose.sentence_at(name.start)
        if mention.posts and sentence:
            mention.proposed = bool(_LEFT.search(plain, sentence.start, max(name.start, mention.posts[-1].start)))
        bracket = _BRACKETS.match(plain, mention.last, self.end) or _BRACKETS.match(plain, name.end, self.end)
        if bracket:
            mention.party = bracket["party"] or bracket["last"]
            mention.brackets = bracket[0].strip()
            mention.last = max(mention.last, bracket.end())
        elif name.councillor or mention.posts:
            party = _PARTY_BEFORE.search(plain, max(self.start, mention.first - 60), name.begin)
            mention.party = party["party"] if party else None
        elif party := _PARTY_OWNS.search(plain, max(self.start, mention.first - 40), name.begin):
            mention.party = party["party"]
        if all(post.type == "other" or is_former(post.words(plain)) for post in mention.posts):
            mention.duty = duties.behind(plain, name.end, self.end, councillor=name.councillor)
            mention.duty = mention.duty or duties.before(plain, self.start, name.begin)
            mention.last = max(mention.last, mention.duty.end if mention.duty else 0)
        if not mention.posts:
            mention.follows = name.full and bool(
                _OVER_FROM.search(plain, max(self.start, mention.first - _FAR), mention.first)
                or _AFTER_WHOM.search(plain, max(self.start, mention.first - 40), mention.first)
            )
        if member := _MP_AFTER.match(plain, name.end, self.end):
            mention.member = True
            mention.last = max(mention.last, member.end())
        before = max(self.start, mention.first - 40)
        mention.speaks = bool(
            SPEAKS.match(plain, mention.last, self.end) or SPOKEN.search(plain, before, mention.first)
        )
        if not mention.speaks and (of := _FROM.match(plain, mention.last, self.end)):
            mention.speaks = bool(SPEAKS.match(plain, of.end(), self.end))
            if mention.speaks:
                mention.body, mention.last = of["body"], of.end()
        if mention.speaks and _NO_PERSON.search(plain, before, name.begin):
            mention.speaks = False
        mention.speaks = mention.speaks or bool(_QUOTED.match(plain, mention.last, self.end))
        mention.speaks = mention.speaks or self.kind == PULL_QUOTE or (self.kind == CAPTION and name.councillor)
