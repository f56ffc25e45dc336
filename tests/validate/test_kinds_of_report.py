"""Graphs of reports of all kinds, extracted from texts of our own, conform."""

import hashlib
import re

import pytest

from councilgraph.extract import extract
from councilgraph.model import Document, Record
from councilgraph.store import open_store
from councilgraph.validate import Report, validate
from extract import eastvale
from extract.reports import test_board as board
from extract.reports import test_lac2013 as lac2013
from reports import store

COUNCIL = "Eastvale Metropolitan Borough Council"
FIGURES = (
    "The local authority\nChildren living in this area\n"
    "Approximately 12,340 children and young people under the age of 18 years live in Eastvale.\n"
    "This is 21% of the total population in the area.\n"
    "■ At 3 February 2015, 120 children were being looked after. Of this number:\n"
    "− 45 live outside the local authority area"
)
EARLIER = "Executive summary\nSafeguarding arrangements were judged to be adequate in the inspection of June 2011."


def read(name: str, text: str) -> Record:
    """The record of a text as if it had been a file."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = {"publisher": "Ofsted", "licence": "OGL-UK-3.0", "pages": text.count("\f") + 1}
    return extract(Document(name, f"{name}.pdf", digest, text_sha256=digest, text=text, **known))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    records = [
        read(
            "single",
            eastvale.report(
                title=eastvale.TITLE.replace("Eastvale Borough Council", COUNCIL), area=FIGURES, summary=EARLIER
            ),
        ),
        read("board", board.review(title=f"{COUNCIL}\nReview of the Local Safeguarding Children Board")),
        read("looked-after", lac2013.report().replace("Westmere County Council", "Northmere County Council")),
    ]
    assert not [record.document.id for record in records if record.problems]
    with open_store(store(tmp_path_factory.mktemp("kinds") / "store", *records)) as graph:
        return validate(graph)


def test_they_conform(report: Report) -> None:
    assert report.conforms
    assert [finding.rule for finding in report.findings] == []


def test_rules_on_figures_people_and_numbers_are_awake(report: Report) -> None:
    assert not [label for label in report.idle if re.search("figure|percentage|printed number|post|person", label)]
