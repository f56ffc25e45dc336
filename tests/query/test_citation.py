"""How to cite what the graph says."""

from dataclasses import replace
from pathlib import Path

import pytest

from councilgraph.query.citation import FORMATS, Citation, as_bibtex, as_text, cite
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore, open_store
from reports import report, store

REPORT = Citation(
    version=f"{BASE}id/version/0123456789abcdef",
    title="Inspection of Northmere",
    publisher="Ofsted",
    earliest="2024-07-01",
    latest="2024-07-01",
    url="https://reports.example.org/northmere",
    licence=None,
    sha256="ab" * 32,
    pages=(1, 5),
)


def test_a_line_of_text() -> None:
    assert as_text(REPORT) == (
        "Ofsted (2024) Inspection of Northmere. Published 1 July 2024. pp. 1, 5. https://reports.example.org/northmere"
    )


def test_a_bibtex_entry() -> None:
    assert as_bibtex(REPORT).splitlines() == [
        "@techreport{ofsted-2024-01234567,",
        "  title       = {{Inspection of Northmere}},",
        "  institution = {Ofsted},",
        "  year        = {2024},",
        "  url         = {https://reports.example.org/northmere},",
        f"  note        = {{Published 1 July 2024. pp. 1, 5. SHA-256 of the file read: {'ab' * 32}}},",
        "}",
    ]


@pytest.mark.parametrize(
    ("earliest", "latest", "year", "published"),
    [
        ("2024-07-01", "2024-07-31", "(2024)", "Published July 2024."),
        ("2024-01-01", "2024-12-31", "(2024)", "Published 2024."),
        ("2023-12-01", "2024-01-31", "(no date)", "Published 1 December 2023 to 31 January 2024."),
        (None, None, "(no date)", ""),
    ],
)
def test_a_partial_date_is_cited_as_far_as_it_is_known(
    earliest: str | None, latest: str | None, year: str, published: str
) -> None:
    words = as_text(replace(REPORT, earliest=earliest, latest=latest))
    assert f" {year} " in words
    assert published in words and ("Published" in words) == bool(published)


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(REPORT, publisher=None, earliest=None, latest=None, url=None, sha256=None, pages=())
    assert as_text(bare) == "Unknown publisher (no date) Inspection of Northmere."
    assert as_bibtex(bare).splitlines() == [
        "@techreport{01234567,",
        "  title       = {{Inspection of Northmere}},",
        "}",
    ]


def test_one_page_is_a_page() -> None:
    assert " p. 3. " in as_text(replace(REPORT, pages=(3,)))


def unescaped(latex: str) -> str:
    """What LaTeX prints for escaped text."""
    for sign, command in (("~", r"\textasciitilde{}"), ("^", r"\textasciicircum{}"), ("\0", r"\textbackslash{}")):
        latex = latex.replace(command, sign)
    for sign in "&%$#_{}":
        latex = latex.replace(f"\\{sign}", sign)
    return latex.replace("\0", "\\")


def test_signs_that_latex_reads_are_escaped() -> None:
    title = r"50 % & more: $5, #1, a_b, {c}, ~d, ^e, \f"
    line = as_bibtex(replace(REPORT, title=title)).splitlines()[1]
    value = line.removeprefix("  title       = {{").removesuffix("}},")
    assert unescaped(value) == title
    assert value == (
        r"50 \% \& more: \$5, \#1, a\_b, \{c\}, \textasciitilde{}d, \textasciicircum{}e, \textbackslash{}f"
    )


def test_an_address_does_not_begin_a_comment() -> None:
    assert r"{https://example.org/a\%20b}" in as_bibtex(replace(REPORT, url="https://example.org/a%20b"))


def test_both_formats_can_be_asked_for() -> None:
    assert {"text": as_text, "bibtex": as_bibtex} == FORMATS


def test_a_judgement_is_cited_by_all_documents_that_state_it(graph: EmbeddedStore) -> None:
    found = cite(graph, f"{BASE}id/judgement/northmere-ilacs-2023-06-ilacs-overall-inadequate")
    assert [(c.publisher, c.title, c.pages) for c in found] == [
        ("Ofsted", "Inspection of Northmere, 2023", (1,)),
        ("The Northmere Courier", "Northmere “failing” its children", (1,)),
    ]


def test_an_inspection_is_cited_with_the_pages_of_its_judgements(tmp_path: Path) -> None:
    with open_store(store(tmp_path, report())) as graph:
        (found,) = cite(graph, f"{BASE}id/inspection/northmere-ilacs-2024-05")
    assert found.pages == (1, 2)
    assert found.licence and found.licence.endswith("/open-government-licence/version/3/")


@pytest.mark.parametrize("kind", ["document", "version"])
def test_a_document_and_its_version_are_cited_as_such(tmp_path: Path, kind: str) -> None:
    record = report(published="2024-07")
    key = record.document.id if kind == "document" else (record.document.text_sha256 or "")[:16]
    with open_store(store(tmp_path, record)) as graph:
        (found,) = cite(graph, f"{BASE}id/{kind}/{key}")
    assert (found.title, found.pages, found.earliest, found.latest) == (
        "Inspection of Northmere",
        (),
        "2024-07-01",
        "2024-07-31",
    )


def test_what_no_document_states_has_no_citation(graph: EmbeddedStore) -> None:
    assert cite(graph, f"{BASE}vocab/social-care-scale/good") == []


def test_copies_in_several_places_are_one_citation(tmp_path: Path) -> None:
    copies = [report(name, url=f"https://{name}.example.org/") for name in "ba"]
    with open_store(store(tmp_path, *copies)) as graph:
        (found,) = cite(graph, f"{BASE}id/inspection/northmere-ilacs-2024-05")
    assert found.url == "https://a.example.org/"
