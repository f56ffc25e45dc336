"""Who holds a post that the text gives beside somebody else's name, or in the sentence before.

"She took over from Ada Vane", "her deputy, Bram Oake", and "The council's director has resigned. Ada Vane, who …".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from councilgraph.extract.prose.mentions import Mention
from councilgraph.extract.prose.passages import HEADING, HEADLINE, Prose
from councilgraph.extract.prose.posts import read_posts
from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.words import load

OFFICES = frozenset(
    ("cabinet-member", "council-leader", "elected-mayor", "director", "other-council-officer", "council-spokesperson")
)
_SEATED = frozenset(("cabinet-member", "council-leader", "elected-mayor"))
_WORDS = {key: alternatives(words) for key, words in load("posts")["succession"].items()}
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)|'s|s')\s+$|^$")
_GOES_ON = re.compile(
    rf"\s*,\s+(?:(?:aged\s+)?\d\d|who|whose)\b|\s*\(|\s+(?:has|had|have|is|was|will|would|(?:{_WORDS['departs']}))\b"
)
_SAID_THE = re.compile(r"\b(?:said|says|added|adds|argued|insisted|admitted|told)\s+(?:the|our|its)\s+$")
_IS_ALSO = re.compile(
    r"(?:He|She|They)\s+(?:is|was|are|remains|will remain|continues as|works as|serves as)\s+(?:also\s+|currently\s+|still\s+|now\s+)*(?:the\s+|an?\s+)?"
)
_PASSAGES = 3  # between a name and the office of whom words are said to be
_ACTING = re.compile(rf"\b(?:{_WORDS['acts']})\b", re.IGNORECASE)
_BELOW = {"director": "other-council-officer", "council-leader": "cabinet-member", "elected-mayor": "cabinet-member"}


def identify(prose: Prose, mentions: Sequence[Mention]) -> None:
    """Give names that open a sentence the one post that the sentence before leaves to nobody."""
    bound = {post.start for mention in mentions for post in mention.posts}
    known = {mention.name.words for mention in mentions if mention.posts}
    starts = [sentence.start for sentence in prose.sentences]
    for mention in mentions:
        name = mention.name
        if mention.posts or mention.duty or mention.member or len(name.words) < 2 or name.words in known:
            continue
        index = bisect_right(starts, name.begin) - 1
        if index < 1 or prose.sentences[index].start != name.begin or not _GOES_ON.match(prose.plain, mention.last):
            continue
        before = prose.sentences[index - 1]
        apart = prose.sentences[index].passage - before.passage
        if apart > 1 or prose.passage_of(before).kind in (HEADLINE, HEADING):
            continue
        posts = [
            post
            for post in read_posts(prose.plain, before.start, before.end)
            if post.type in OFFICES and _DEFINITE.search(prose.plain[before.start : post.start])
        ]
        if len(posts) == 1 and posts[0].start not in bound and (not name.councillor or posts[0].type in _SEATED):
            mention.posts.append(posts[0])
            mention.words.append("")
            bound.add(posts[0].start)
            known.add(name.words)


def identify_speakers(prose: Prose, mentions: Sequence[Mention]) -> None:
    """Give the councillor named last the office of whom words are said to be ("…", said the executive member)."""
    bound = {post.start for mention in mentions for post in mention.posts}
    titled = {mention.name.words[-1] for mention in mentions if any(p.type in OFFICES for p in mention.posts)}
    for number, passage in enumerate(prose.passages):
        for post in read_posts(prose.plain, passage.start, passage.end):
            if post.start in bound or post.type not in _SEATED or not _SAID_THE.search(prose.plain[: post.start][-40:]):
                continue
            first = prose.passages[max(0, number - _PASSAGES)].start
            near = [m for m in mentions if first <= m.first < post.start and m.name.councillor]
            if near and near[-1].name.words[-1] not in titled:
                near[-1].posts.append(post)
                near[-1].words.append("")
                bound.add(post.start)


def identify_pronouns(prose: Prose, mentions: Sequence[Mention]) -> None:
    """Give whom the sentence before names the post that "She is also the …" tells."""
    bound = {post.start for mention in mentions for post in mention.posts}
    for before, sentence in pairwise(prose.sentences):
        opening = _IS_ALSO.match(prose.plain, sentence.start, sentence.end)
        if opening is None or sentence.passage != before.passage:
            continue
        named = [m for m in mentions if before.start <= m.first < before.end and m.name.full and m.personal]
        post = next(iter(read_posts(prose.plain, opening.end(), sentence.end)), None)
        if named and post and post.start == opening.end() and post.start not in bound:
            named[-1].posts.append(post)
            named[-1].words.append("")


def is_relative(role: str) -> bool:
    """Whether a role only says how somebody stands to the holder of another: "deputy", "predecessor"."""
    return role.casefold() in load("posts")["succession"]["relative"]


def succeeding(prose: Prose, mention: Mention, kind: str) -> tuple[str, bool]:
    """The kind of post of a deputy, predecessor or successor of a holder's, and whether it is held for a time."""
    sentence = prose.sentence_at(mention.name.start)
    acting = bool(sentence and _ACTING.search(prose.plain, mention.name.end, sentence.end))
    deputy = any(
        prose.plain[post.title : post.end].casefold().endswith(("deputy", "command", "two")) for post in mention.posts
    )
    return (_BELOW.get(kind, kind) if deputy and not acting else kind), acting


def holder_before(holders: Sequence[tuple[int, int]], offset: int) -> int | None:
    """Whose post of an office was named last before an offset; ``holders`` are offsets with numbers of persons."""
    index = bisect_left(holders, (offset, 0)) - 1
    return holders[index][1] if index >= 0 else None
