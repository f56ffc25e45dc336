"""A report as a page."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from councilgraph.validate import Report

from .samples import FINDING, many, written


def page(report: Report) -> HTMLParser:
    return HTMLParser(written(report, "html"))


def texts(tree: HTMLParser, selector: str) -> list[str]:
    return [node.text(separator=" ", strip=True) for node in tree.css(selector)]


def test_verdict_rules_and_examples() -> None:
    tree = page(Report.of([FINDING, *many(2).findings], rules=7, triples=1234))
    assert texts(tree, ".verdict.broken") == ["The data do not conform"]
    assert "1 violation, 2 warnings (7 rules, 1,234 triples)." in texts(tree, "p")
    assert texts(tree, "h2") == ["A span is on a page", "R"]
    assert [link.attributes["href"] for link in tree.css("a")] == [
        f"#{s.attributes['id']}" for s in tree.css("section")
    ]
    (row,) = texts(tree, "#r1 .examples tbody tr")
    assert row == (
        "page 0 https://example.org/span The page is below 1. page: 0, at least 1 is asked Did you mean 1? A report, page 4"
    )
    assert texts(page(Report.of([])), ".verdict.fine") == ["The data conform"]


def test_nothing_is_loaded_and_nothing_in_the_data_is_markup() -> None:
    odd = replace(FINDING, focus_label="<script>alert(1)</script>", message='"&<b>', rule_label="<i>x")
    tree = page(Report.of([odd]))
    assert not tree.css("script, link, img, b b, i, [src]")
    assert texts(tree, "strong") == ["<script>alert(1)</script>"]
