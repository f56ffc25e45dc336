"""Printed labels to concepts of the vocabulary that ships."""

import pytest

from councilgraph.resolve.vocabulary import fold, vocabulary

ILACS = "ilacs-leaders", "ilacs-help-and-protection"
TOGETHER, APART = "ilacs-children-in-care-and-care-leavers", ("ilacs-children-in-care", "ilacs-care-leavers")


@pytest.mark.parametrize(
    ("framework", "label", "grade"),
    [
        ("ilacs", "Good", "social-care-scale/good"),
        ("ilacs", "requires improvement to be good", "social-care-scale/requires-improvement"),
        ("ilacs", "Requires Improvement", "social-care-scale/requires-improvement"),
        ("sif", "“Inadequate”", "social-care-scale/inadequate"),
        ("lac-2013", "adequate", "safeguarding-scale/adequate"),
        ("apa", "Adequate", "apa-scale/adequate"),
        ("annual", "performs poorly", "annual-scale/performs-poorly"),
    ],
)
def test_a_label_means_a_grade_on_the_scale_of_its_framework(framework: str, label: str, grade: str) -> None:
    found = vocabulary().grade(framework, label)
    assert found and f"{found.scale}/{found.key}" == grade


@pytest.mark.parametrize(
    ("framework", "label"), [("ilacs", "adequate"), ("ilacs", "good enough"), ("ilacs", ""), ("none", "good")]
)
def test_no_label_is_stretched(framework: str, label: str) -> None:
    assert vocabulary().grade(framework, label) is None


def test_bands_are_alike_whichever_way_numbers_run() -> None:
    words = vocabulary()
    best = [
        words.grade(f, label)
        for f, label in (("ilacs", "outstanding"), ("slac", "outstanding"), ("apa", "outstanding"))
    ]
    assert [grade.band for grade in best if grade] == [4, 4, 4]


def test_an_area_is_known_by_any_of_its_labels_within_its_framework() -> None:
    words = vocabulary()
    assert words.area("ilacs", "Overall  Effectiveness:") == "ilacs-overall"
    assert words.area("sif", "2.1 Adoption performance") == words.area("sif", "adoption performance") is not None
    assert words.area("ilacs", "Adoption performance") is None


@pytest.mark.parametrize(
    ("areas", "day", "version"),
    [
        ((*ILACS, TOGETHER, "ilacs-overall"), "2019-02-04", "ilacs-2018"),
        ((*ILACS, TOGETHER, "ilacs-overall"), "2023-01-23", "ilacs-2018"),
        ((*ILACS, *APART, "ilacs-overall"), "2023-01-23", "ilacs-2023"),
        ((*ILACS, *APART, "ilacs-overall"), "2022-12-12", "ilacs-2023"),
        ((*ILACS, *APART), "2026-05-11", "ilacs-2026"),
        ((*ILACS, *APART), "2024-05-13", "ilacs-2023"),
        ((*ILACS, *APART, "ilacs-overall"), "2026-05-11", "ilacs-2023"),
        (("ilacs-overall",), "2019-02-04", "ilacs-2018"),
        (("ilacs-overall",), "2026-05-11", "ilacs-2023"),
        ((), "2024-02-13", "ilacs-2023"),
        ((*ILACS, TOGETHER, "ilacs-overall"), None, "ilacs-2018"),
        (("ilacs-overall", "sif-overall"), "2018-05-01", None),
    ],
)
def test_areas_and_day_choose_the_version(areas: tuple[str, ...], day: str | None, version: str | None) -> None:
    assert vocabulary().version("ilacs", areas, day) == version


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("ofsted", "Ofsted"),
        ("Care Quality Commission", "CQC"),
        ("HM Inspectorate of Probation", "HMI Probation"),
        ("The Northmere Lantern", None),
    ],
)
def test_inspectorates_are_known_by_any_name(name: str, label: str | None) -> None:
    assert vocabulary().inspectorate(name) == label


def test_folding_drops_what_does_not_tell_labels_apart() -> None:
    assert fold("2.1  ‘Adoption’\nPerformance: ") == "adoption performance"
