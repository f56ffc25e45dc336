"""What leads into a list of findings."""

import pytest

from councilgraph.extract.prose.evaluation import IMPROVEMENT, PRIORITY, STRENGTH, WEAKNESS
from councilgraph.extract.prose.listing import heads, is_area, leads, sign


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Among its gripes:", WEAKNESS),
        ("Other shortcomings:", WEAKNESS),
        ("Among the things the inspectors liked:", STRENGTH),
        ("On the plus side:", STRENGTH),
        ("There was little praise, and these failings:", WEAKNESS),
        ("The council must now:", IMPROVEMENT),
        ("One priority action:", PRIORITY),
        ("During their visit, inspectors:", ""),
        ("The report found that", ""),
        ("The meeting begins at seven:", None),
        ("Inspectors liked the garden.", None),
    ],
)
def test_a_sentence_that_leads_into_a_list(words: str, kind: str | None) -> None:
    assert leads(words) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("What we could do better", IMPROVEMENT),
        ("What went well", STRENGTH),
        ("What Ofsted said", ""),
        ("Getting here", None),
    ],
)
def test_a_heading_over_a_list(words: str, kind: str | None) -> None:
    assert heads(words) == kind


def test_a_point_may_only_name_what_was_graded() -> None:
    assert is_area("The experiences and progress of children in care")
    assert not is_area("Children in care are proud of their homes")


@pytest.mark.parametrize(("point", "kind"), [("✔ Calm", STRENGTH), ("✘ Late", WEAKNESS), ("• Late", None)])
def test_a_tick_or_a_cross_tells(point: str, kind: str | None) -> None:
    assert sign(point, 0, len(point)) == kind
