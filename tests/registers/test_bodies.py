"""Departments and delivery bodies by name."""

import pytest

from councilgraph.registers.bodies import known_body


@pytest.mark.parametrize("name", ["Department for Education", "DfE", "the Department of Education"])
def test_a_department_is_known_by_any_name(name: str) -> None:
    body = known_body(name)
    assert body
    assert (body.key, body.kind) == ("department-for-education", "GovernmentDepartment")


def test_a_trust_is_a_delivery_body_and_others_are_unknown() -> None:
    body = known_body("Sandwell Children's Trust")
    assert body
    assert body.kind == "DeliveryBody"
    assert known_body("Ministry of Silly Walks") is None
