"""Kinds of report by their titles."""

import pytest

from councilgraph.extract.reports.kinds import titled

from ..northmere import DATES, SUMMARY, TITLE

SERVICES = "services for children in need of help and protection, children looked after and care leavers"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        (f"Northmere\nInspection of {SERVICES}", "sif"),
        ("Inspection of services for\nchildren in need of help\nand protection", "sif"),
        (f"Northmere\nRe-inspection of {SERVICES}", "reinspection"),
        ("Review of the effectiveness of the Local Safeguarding Children Board", "lscb-review"),
        (f"Inspection of {SERVICES} and Review of the effectiveness of the Local Safeguarding Children Board", "sif"),
        ("Inspection of safeguarding and looked after children services", "slac"),
        ("Inspection of looked after children services", "lac-2013"),
        ("Inspection of local authority arrangements for the protection of children", "protection"),
        ("Joint targeted area inspection of Northmere", "jtai"),
        ("Area SEND inspection of Northmere Local Area Partnership", "send"),
    ],
)
def test_the_title_names_the_kind(title: str, key: str) -> None:
    kind = titled(f"{title}\n{DATES}\n{SUMMARY}")
    assert kind
    assert kind.key == key


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{DATES}",
        f"{TITLE}\n{DATES}\nInspection of {SERVICES}",
        f"{SUMMARY}",
        "Inspection of services for children in need of help and protectionism",
        "",
    ],
)
def test_other_titles_name_none(text: str) -> None:
    assert titled(text) is None
