"""``councilgraph cite``."""

import hashlib
import re
from pathlib import Path

import pytest

from .conftest import PDFS, Run


def test_a_line_with_the_pages_that_prove_it(project: Path, run: Run) -> None:
    outcome = run("cite", "northmere-ilacs-2026-06-ilacs-leaders-outstanding")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "councilgraph samples (2026) Inspection of Northmere local authority children’s services. "
        "Published 21 July 2026. pp. 1, 3.\n"
    )


def test_bibtex_names_the_file_by_its_hash(project: Path, run: Run) -> None:
    out = run("cite", "eastvale-2024", "--format", "bibtex").out
    assert re.fullmatch(r"@techreport\{councilgraph-samples-2024-[0-9a-f]{8},\n(  \w+ += \{.*\},\n)+\}\n", out)
    assert hashlib.sha256((PDFS / "eastvale-2024.pdf").read_bytes()).hexdigest() in out


def test_what_no_document_states_cannot_be_cited(project: Path, run: Run) -> None:
    outcome = run("cite", "northmere")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "councilgraph: no document states “northmere”\n  Cite an inspection, judgement, finding or document.\n"
    )


def test_a_title_of_two_documents_is_asked_back(project: Path, run: Run) -> None:
    outcome = run("cite", "Inspection of Northmere local authority children’s services")
    assert outcome.code == 2
    assert outcome.err.endswith("  Say which: document/northmere-2022, document/northmere-2026\n")
    assert "Published 5 July 2022." in run("cite", "document/northmere-2022").out


@pytest.mark.parametrize("format", ["ris", "TEXT"])
def test_an_unknown_format_is_refused(format: str, project: Path, run: Run) -> None:
    outcome = run("cite", "eastvale-2024", "--format", format)
    assert (outcome.code, outcome.out) == (2, "")
    assert "'text', 'bibtex'" in outcome.err
