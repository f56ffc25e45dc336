"""Validation beside the caller gives what it gives in process."""

import pytest

from councilgraph.errors import CouncilgraphError
from councilgraph.rdf import PREFIXES
from councilgraph.store.merge import Merge
from councilgraph.validate.engine import check
from councilgraph.validate.process import Validation
from councilgraph.validate.shapes import load_shapes
from councilgraph.validate.verdict import Verdict

pytestmark = pytest.mark.usefixtures("real_processes")


def test_the_report_is_the_same_as_in_process(lines: list[str]) -> None:
    broken = [line for line in lines if f"<{PREFIXES['cg']}page>" not in line]
    data = Merge.of(broken)
    with Validation() as validation:
        validation.take(broken)
        validation.judge()
        found = validation.result()
    assert found == Verdict.of(data, load_shapes())
    assert found.summary() == check(data, load_shapes()).summary()
    assert found.summary()["severities"]["violation"] > 100


def test_text_of_any_kind_passes() -> None:
    label = f"<{PREFIXES['rdfs']}label>"
    lines = [
        f'<urn:a> {label} "“words”\\n 👩‍👧 \u2028 \x85" .',
        f'<urn:a> {label} "another" .',
        f"<urn:a> <{PREFIXES['rdf']}type> <{PREFIXES['cg']}Council> .",
    ]
    with Validation() as validation:
        validation.take(lines)
        validation.judge()
        assert validation.result().summary()["rules"].keys() == {
            "Every node has one label",
            "A node is of a class that the ontology has",  # which is not among the lines
        }


def test_a_process_that_fails_is_told_of() -> None:
    with Validation() as validation:
        validation.take(["nonsense"])
        validation.judge()
        with pytest.raises(CouncilgraphError, match="ended without a result"):
            validation.result()
