"""Web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.documents import html
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.html import decoded, read_page

from .web import BLOG, BLOG_TEXT, NEWS, NEWS_TEXT, OFFICIAL, OFFICIAL_TEXT, OLD, OLD_TEXT, P1, P2, P3


def problem(content: bytes) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        read_page(content)
    return caught.value.problem.code, caught.value.problem.message


@pytest.mark.parametrize(
    ("page", "text"),
    [(NEWS, NEWS_TEXT), (BLOG, BLOG_TEXT), (OLD, OLD_TEXT), (OFFICIAL, OFFICIAL_TEXT)],
    ids=["news", "blog", "old", "official"],
)
def test_the_article_of_a_page(page: str, text: str) -> None:
    assert read_page(page.encode()).text == text


def test_of_many_articles_the_one_with_the_most_text() -> None:
    teasers = "".join(f"<article><h2>Story {n}</h2><p>A line on it.</p></article>" for n in range(9))
    page = f"<body>{teasers}<article><h1>Ours</h1><p>{P1}</p><p>{P2}</p></article>{teasers}</body>"
    assert read_page(page.encode()).text == f"Ours\n\n{P1}\n\n{P2}"


def test_a_page_of_teasers_is_read_as_a_whole() -> None:
    page = "<body>" + "".join(f"<article><p>{part}</p></article>" for part in (P1, P2, P3)) + "</body>"
    assert all(part in read_page(page.encode()).text for part in (P1, P2, P3))


def test_wrappers_that_are_named_as_what_is_dropped_stay_with_the_main_heading_in_them() -> None:
    page = f"<div class='related share'><h1>Ours</h1><p>{P1}</p></div>"
    assert read_page(page.encode()).text == f"Ours\n\n{P1}"


@pytest.mark.parametrize("name", ["adBlock", "shared-services", "social-care", "tagged", "accredited"])
def test_names_are_compared_by_whole_words(name: str) -> None:
    text = read_page(f"<body><p>{P1}</p><div class='{name}'><p>{P2}</p></div></body>".encode()).text
    assert (P2 in text) == (name != "adBlock")


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=iso-8859-1>"),
        ("utf-8-sig", '<meta charset="windows-1252">'),
        ("utf-16", "<meta charset=utf-8>"),
        ("cp1252", ""),
        ("cp1252", "<meta charset=utf-8>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
        ("cp1250", "<META CHARSET='windows-1250'>"),
        ("cp1252", "<meta charset=klingon>"),
    ],
)
def test_encodings(encoding: str, head: str) -> None:
    words = "“Northmere’s café” – said the council, which has not been heard of since."
    words = words.replace("é", "ě") if encoding == "cp1250" else words
    page = f"<html><head>{head}</head><body><p>{words}</p></body></html>"
    assert read_page(page.encode(encoding)).text == words


@pytest.mark.parametrize(
    ("page", "code", "words"),
    [
        ("<html><frameset cols='20%,*'><frame src=a.html><frame src=b.html></frameset></html>", "no-text", "frames"),
        (
            "<html><body><div id=root></div><script>render('" + "x" * 99 + "')</script></body></html>",
            "no-text",
            "scripts",
        ),
        (
            "<html><body><nav><a href=a>Everything is in the menu of this page</a></nav></body></html>",
            "no-text",
            "no text",
        ),
        ("<html></html>", "no-text", "no text"),
        ("<div>" * 100_000 + P1, "too-large", "lie in one another"),
        ("<b>" * 3_000 + P1, "too-large", "lie in one another"),
    ],
)
def test_a_page_without_text_says_why(page: str, code: str, words: str) -> None:
    found, message = problem(page.encode())
    assert found == code and words in message


def test_unclosed_paragraphs_and_items_do_not_lie_in_one_another() -> None:
    page = "<body>" + "<p>" * 5_000 + P1 + "<ul>" + "<li>x<br>" * 5_000
    assert P1 in read_page(page.encode()).text


def test_a_page_of_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<body><main>{f'<p>{P1}</p>' * 30_000}</main></body>".encode()
    assert len(page) > 2_000_000
    assert read_page(page).text.count(P1) == 30_000
    monkeypatch.setattr(html, "LARGEST", 1 << 20)
    assert problem(page)[0] == "too-large"


@pytest.mark.parametrize("depth", [1_900])
def test_what_nests_deeply_is_read(depth: int) -> None:
    assert read_page(("<div>" * depth + f"<p>{P1}</p>" + "</div>" * depth).encode()).text == P1


@given(st.binary(max_size=300), st.integers(0, len(NEWS)))
def test_no_damage_makes_it_raise_anything_else(noise: bytes, at: int) -> None:
    content = NEWS.encode()
    try:
        assert read_page(content[:at] + noise + content[at:]).text
    except Unreadable as why:
        assert why.problem.message


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1))
def test_utf_8_is_read_as_it_is(words: str) -> None:
    page = f"<p>{words}é</p>"
    assert decoded(page.encode()) == page
