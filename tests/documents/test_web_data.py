"""What web pages say of themselves."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from councilgraph.documents.web_data import page_data

from .web import BLOG, NEWS, OFFICIAL, OLD, TITLE


def of(head: str, body: str = "") -> dict[str, str]:
    return page_data(LexborHTMLParser(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("page", "data"),
    [
        (
            NEWS,
            {
                "title": TITLE,
                "publisher": "The Northmere Lantern",
                "published": "2024-07-02",
                "url": "https://lantern.example/news/1",
            },
        ),
        (BLOG, {"title": TITLE, "published": "2019-03-05"}),
        (OLD, {"title": TITLE}),
        (OFFICIAL, {"title": TITLE, "published": "2021-09-03"}),
    ],
    ids=["news", "blog", "old", "official"],
)
def test_pages(page: str, data: dict[str, str]) -> None:
    assert page_data(LexborHTMLParser(page)) == data


def test_linked_data_of_an_article_go_first_and_of_anything_else_do_not_count() -> None:
    article = {
        "@type": ["Thing", "NewsArticle"],
        "headline": "Ours",
        "datePublished": "2020-02",
        "publisher": "Lantern",
    }
    other = {"@type": "Event", "headline": "A fair", "datePublished": "1999-01-01", "publisher": "Fairs"}
    head = linked([other, article]) + '<meta name="og:title" content="Theirs"><meta name=date content=2021-01-01>'
    assert of(head) == {"title": "Ours", "publisher": "Lantern", "published": "2020-02"}


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 5_000, "null", '"text"', '{"@type": 3, "headline": {}}', '{"@graph": {"@graph": 1}}', "9" * 5_000],
)
def test_linked_data_that_make_no_sense_are_passed_over(script: str) -> None:
    assert of(f'<script type="application/ld+json">{script}</script><title>Ours</title>') == {"title": "Ours"}


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-07-02T23:30:00-05:00", "2024-07-02"),
        ("2024-07-02 08:00", "2024-07-02"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
        ("2 July 2024", None),
        ("2024-13-40", None),
        ("", None),
    ],
)
def test_days_are_taken_as_printed_where_they_are_days(printed: str, day: str | None) -> None:
    assert of(f'<meta property="article:published_time" content="{printed}">').get("published") == day


def test_times_of_the_page_count_where_they_agree() -> None:
    one, other = '<time datetime="2024-07-02">x</time>', '<time datetime="2023-01-01">y</time>'
    assert of("", one + one) == {"published": "2024-07-02"}
    assert of("", one + other) == {}
    assert of("", one + '<time pubdate datetime="2023-01-01">y</time>') == {"published": "2023-01-01"}


@pytest.mark.parametrize(("address", "counts"), [("https://a.example/x", True), ("/x", False), ("javascript:x", False)])
def test_only_a_whole_address_counts(address: str, counts: bool) -> None:
    assert ("url" in of(f'<link rel="canonical" href="{address}">')) == counts
    assert ("url" in of(f'<meta property="og:url" content="{address}">')) == counts
