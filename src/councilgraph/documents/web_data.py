"""What a web page says of itself: title, publisher, day of publication, address."""

import json
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from councilgraph.documents.manifest import is_date, is_url
from councilgraph.documents.web_text import words

# How deep and how far the data of a page are searched; JSON may nest without end.
_DEEPEST, _MOST = 8, 5_000
_DATED = frozenset({"Article", "BlogPosting", "NewsArticle", "Report", "ReportageNewsArticle", "WebPage"})


def page_data(page: LexborHTMLParser) -> dict[str, str]:
    """What is known of a page, under the names of a document's fields: ``title publisher published url``.

    In this order: linked data (schema.org), meta elements, and for title and day the page itself. A day is taken as it is
    printed, without its time; an address only if it is one, and a day of the page itself only if there is no other.
    """
    data = list(_linked_data(page))
    meta = _meta(page)
    found = {
        "title": _first(_texts(data, "headline")) or _named(meta, "title") or _heading(page),
        "publisher": _first(_publishers(data)) or _named(meta, "publisher"),
        "published": _first(_days(_texts(data, "datePublished")))
        or _first(_days(meta.get(name, "") for name in words()["meta"]["published"]))
        or _only_day(page),
        "url": _first(_addresses(page, meta)),
    }
    return {key: value for key, value in found.items() if value}


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta[content]"):
        about = node.attributes
        for key in ("property", "name", "itemprop"):
            if name := about.get(key):
                found.setdefault(name.strip().lower(), _plain(about.get("content")))
    return found


def _named(meta: dict[str, str], key: str) -> str:
    return next((meta[name] for name in words()["meta"][key] if meta.get(name)), "")


def _heading(page: LexborHTMLParser) -> str:
    for selector in ("h1", "title"):
        if (node := page.css_first(selector)) and (title := _plain(node.text())):
            return title
    return ""


def _addresses(page: LexborHTMLParser, meta: dict[str, str]) -> Iterator[str]:
    links = [node.attributes.get("href") or "" for node in page.css("link[rel~=canonical]")]
    for address in (*links, _named(meta, "url")):
        if is_url(address.strip()):
            yield address.strip()


def _only_day(page: LexborHTMLParser) -> str:
    """The day of the page's time elements, if they agree."""
    stated = page.css("[itemprop=datePublished], time[pubdate], time[datetime]")
    for selector in ("[itemprop=datePublished], time[pubdate]", "time[datetime]"):
        nodes = page.css(selector) if stated else []
        days = {
            day
            for node in nodes
            for day in _days([node.attributes.get("datetime") or node.attributes.get("content") or node.text()])
        }
        if len(days) == 1:
            return days.pop()
    return ""


def _days(values: Any) -> Iterator[str]:
    for value in values:
        day = value.strip()[:10].rstrip("T")
        if is_date(day):
            yield day


def _linked_data(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The things of JSON-LD scripts, articles first."""
    things: list[dict[str, Any]] = []
    for script in page.css("script[type='application/ld+json']"):
        try:
            waiting = [(json.loads(script.text(), strict=False), 0)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(things) < _MOST:
            value, depth = waiting.pop()
            if isinstance(value, dict):
                things.append(value)
            if depth < _DEEPEST and isinstance(value, dict | list):
                parts = value.get("@graph", ()) if isinstance(value, dict) else value
                waiting += [(part, depth + 1) for part in parts] if isinstance(parts, list) else []
    yield from sorted(things, key=lambda thing: not _is_article(thing))


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return not _DATED.isdisjoint(
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    )


def _texts(things: list[dict[str, Any]], key: str) -> Iterator[str]:
    for thing in things:
        if _is_article(thing) and isinstance(value := thing.get(key), str) and _plain(value):
            yield _plain(value)


def _publishers(things: list[dict[str, Any]]) -> Iterator[str]:
    for thing in things:
        bodies = thing.get("publisher")
        for body in bodies if isinstance(bodies, list) else [bodies]:
            name = body.get("name") if isinstance(body, dict) else body
            if isinstance(name, str) and _is_article(thing) and not is_url(name) and _plain(name):
                yield _plain(name)


def _first(values: Iterator[str]) -> str:
    return next(values, "")


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
