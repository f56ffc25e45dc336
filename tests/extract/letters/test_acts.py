"""What letters do and demand."""

from .samples import MINISTER, MONITORING, quotes, record


def test_each_point_of_a_list_of_demands_is_one() -> None:
    acts = quotes(record(MINISTER), "interventions")
    assert "to give the Commissioner access to its premises; and" in acts or any(
        "access to its premises" in act for act in acts
    )
    assert "to send monthly figures." in acts


def test_points_of_an_annexed_direction_too() -> None:
    text = (
        MINISTER
        + "\nANNEX: DIRECTION\n\nThe council is directed:\n\na. To keep a record of what it spends.\nb. To heed advice.\n"
    )
    acts = quotes(record(text), "interventions")
    assert {"To keep a record of what it spends.", "To heed advice."} <= set(acts)


def test_help_from_a_council_that_is_named() -> None:
    found = record(MONITORING)
    assert [(one.kind, one.council) for one in found.interventions] == [("support", "Westmarch County Council")]
    elsewhere = MONITORING.replace("is lending two managers to the safeguarding hub", "has a castle")
    assert not record(elsewhere).interventions
