"""The text of a web page: its article, a paragraph a line, paragraphs parted by an empty line.

The article is the ``article`` or ``main`` element with the most running text, else the element whose own paragraphs have
the most. Menus, asides, forms, credits, lists of links and what follows a heading such as "Related stories" are no part of
it; captions are, as lines of their own. Only items of lists get a mark that the page does not print: bullet or number.
Nothing here recurses, for pages may nest deeply.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_KEPT = frozenset({"article", "body", "html", "main", *_RANKS})
_LISTS = frozenset({"dl", "div", "ol", "section", "ul"})
_ARTICLES = ("[itemprop=articleBody]", "article", "main, [role=main]")
_MAIN = "h1, main, [itemprop=articleBody]"
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_NO_LETTER = re.compile("[^a-z]+")
_SPACES = re.compile(r"[^\S\v\x1f]+")
_MARK = re.compile(r"\s*(?:•|\d+\.)\s*")
# A line break and the gap between two cells, while a line is put together.
_BREAK, _GAP = "\v", "\x1f"
# Of a list of links: how many there are at least, and how much of its text they are.
_FEWEST_LINKS, _MOSTLY_LINKS = 3, 0.8
# Code points: a longer element is not looked at as a list of links, for pages may nest these without end.
_LONGEST_LIST = 5_000
# How much of the page's running text its article has at least; a page of teasers has many small ones.
_LEAST_PART = 0.4
_MOST_ARTICLES = 200  # that are looked at, the first ones


@cache
def words() -> dict[str, Any]:
    """Names of what is no text: ``web.toml``."""
    return tomllib.loads(Path(__file__).with_name("web.toml").read_text(encoding="utf-8"))


def main_text(page: LexborHTMLParser) -> str:
    """The text of a page's article, with its main heading; empty if there is none. What is no text is taken out of the page."""
    body = page.body
    if body is None:
        return ""
    for node in list(_no_text(body)):
        node.decompose()
    root = _article(body)
    lines = list(_Lines(root))
    heading = body.css_first("h1")
    if lines and heading is not None and (title := _inline(heading)) and title not in lines:
        lines.insert(0, title)
    return "\n\n".join(lines)


def _nodes(root: LexborNode, skipped: set[int]) -> Iterator[tuple[LexborNode, bool]]:
    """The nodes of a tree, in its order, each when it begins and when it ends; what lies in skipped ones is passed over."""
    at, begins = root, True
    while True:
        yield at, begins
        child = at.child if begins and at.mem_id not in skipped else None
        if child is not None:
            at = child
        elif begins:
            begins = False
        elif at.mem_id == root.mem_id:
            return
        elif at.next is not None:
            at, begins = at.next, True
        else:
            parent = at.parent
            assert parent is not None
            at = parent


def _no_text(body: LexborNode) -> Iterator[LexborNode]:
    """The outermost elements that are no part of any article."""
    skipped: set[int] = set()
    for node, begins in _nodes(body, skipped):
        if begins and node.is_element_node and node.mem_id != body.mem_id and _is_dropped(node):
            skipped.add(node.mem_id)
            yield node


def _is_dropped(node: LexborNode) -> bool:
    dropped, about = words()["dropped"], node.attributes
    if node.tag in dropped["tags"]:
        return True
    if node.tag == "header":
        return not _is_in_article(node) and node.css_first("h1") is None
    if "hidden" in about or about.get("aria-hidden") == "true" or (about.get("role") or "") in dropped["roles"]:
        return True
    if "display:none" in (about.get("style") or "").replace(" ", "").lower():
        return True
    if node.tag in _KEPT:
        return False
    names = " ".join(filter(None, (about.get(key) for key in ("class", "id", "data-component"))))
    parted = f"-{_NO_LETTER.sub('-', _CAMEL.sub('-', names).lower())}-"
    return bool(names) and any(f"-{word}-" in parted for word in dropped["words"]) and node.css_first(_MAIN) is None


def _is_in_article(node: LexborNode) -> bool:
    at = node.parent
    while at is not None and at.tag not in ("article", "main"):
        at = at.parent
    return at is not None


def _article(body: LexborNode) -> LexborNode:
    whole = _running(body)
    for selector in _ARTICLES:
        found = max(body.css(selector)[:_MOST_ARTICLES], key=_running, default=None)
        if found is not None and _running(found) > whole * _LEAST_PART:
            return found
    lengths: Counter[int] = Counter()
    parents: dict[int, LexborNode] = {}
    for paragraph in body.css("p"):
        if (parent := paragraph.parent) is not None:
            lengths[parent.mem_id] += len(_inline(paragraph))
            parents[parent.mem_id] = parent
    for key, length in lengths.most_common(1):
        if length > whole * _LEAST_PART:
            return parents[key]
    return body


def _running(node: LexborNode) -> int:
    """How long the paragraphs of an element are."""
    return sum(len(_inline(paragraph)) for paragraph in node.css("p"))


def _inline(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _is_of_links(node: LexborNode) -> bool:
    text = node.text()
    if len(text) > _LONGEST_LIST:
        return False
    links = node.css("a[href]")
    linked = sum(len(_inline(link)) for link in links)
    return len(links) >= _FEWEST_LINKS and linked >= len(" ".join(text.split())) * _MOSTLY_LINKS


def _is_alone(node: LexborNode) -> bool:
    """Whether there is nothing but space beside a node."""
    beside = node.parent.child if node.parent else None
    while beside is not None:
        if beside.mem_id != node.mem_id and not (beside.tag == "-text" and not (beside.text_content or "").strip()):
            return False
        beside = beside.next
    return True


class _Lines:
    """The lines of an article."""

    def __init__(self, root: LexborNode) -> None:
        self._root = root
        self._blocks = frozenset(words()["elements"]["blocks"])
        self._skipped: set[int] = set()
        self._open: list[str] = []
        self._lines: list[str] = []
        self._numbers: Counter[int] = Counter()
        self._in_pre = 0
        # Since a heading after which nothing of the article follows: its rank, and the element that it heads.
        self._ended: tuple[int, int] | None = None

    def __iter__(self) -> Iterator[str]:
        for node, begins in _nodes(self._root, self._skipped):
            if not begins:
                self._end(node)
            elif node.tag == "-text":
                self._text(node.text_content or "")
            elif node.is_element_node:
                self._begin(node)
        self._flush()
        return iter(self._lines)

    def _text(self, text: str) -> None:
        if self._ended is None:
            self._open.append(text.replace("\n", _BREAK) if self._in_pre else text.replace("\v", " "))

    def _begin(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if rank := _RANKS.get(tag):
            self._head(node, rank)
        if self._ended is not None:
            return
        if tag in _LISTS and node.mem_id != self._root.mem_id and _is_of_links(node):
            self._skipped.add(node.mem_id)
            return
        if tag in self._blocks:
            self._flush(keeps_mark=tag != "li")
        if tag == "br":
            self._open.append(_BREAK)
        elif tag in ("td", "th"):
            self._open.append(_GAP)
        elif tag == "pre":
            self._in_pre += 1
        elif tag == "li":
            self._open.append(self._mark(node))

    def _end(self, node: LexborNode) -> None:
        if self._ended and node.mem_id == self._ended[1]:
            self._ended = None
        if node.tag in self._blocks:
            self._flush(keeps_mark=node.tag != "li")
        if node.tag == "pre":
            self._in_pre = max(0, self._in_pre - 1)

    def _head(self, node: LexborNode, rank: int) -> None:
        if self._ended and rank <= self._ended[0]:
            self._ended = None
        title = _inline(node)
        if title.rstrip(":").lower() in words()["ends"]["headings"]:
            self._flush()
            around = node
            while around.mem_id != self._root.mem_id and around.parent is not None and _is_alone(around):
                around = around.parent
            headed = around.parent or self._root
            self._ended = (rank, headed.mem_id)

    def _mark(self, item: LexborNode) -> str:
        parent = item.parent
        if parent is None or parent.tag != "ol":
            return "• "
        self._numbers[parent.mem_id] += 1
        return f"{self._numbers[parent.mem_id]}. "

    def _flush(self, keeps_mark: bool = False) -> None:
        """End the line that is open. The mark of an item stays for its first paragraph."""
        if not self._open:
            return
        text = _SPACES.sub(" ", "".join(self._open))
        if keeps_mark and _MARK.fullmatch(text):
            return
        self._open.clear()
        for paragraph in re.split(r"(?: ?\v ?){2,}", text):
            lines = [re.sub(r" *\x1f *", "  ", line).strip() for line in paragraph.split(_BREAK)]
            if (kept := "\n".join(filter(None, lines))) and not _MARK.fullmatch(kept):
                self._lines.append(kept)
