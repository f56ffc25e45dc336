"""Tests of which rules fired on which words."""

from councilgraph.extract import extract
from councilgraph.extract.explanation import fired_rules
from councilgraph.extract.trace import Firing, fired, traced
from councilgraph.model import Document, Record


def test_nobody_hears_of_a_rule_unless_listening() -> None:
    fired("rule", 0, 1)
    with traced() as heard:
        fired("rule", 2, 3)
        with traced() as inner:
            fired("other", 4, 5)
    fired("rule", 6, 7)
    assert heard == [Firing("rule", 2, 3)]
    assert inner == [Firing("other", 4, 5)]


def test_every_item_of_a_record_has_a_rule() -> None:
    text = (
        "Ofsted rated Kent County Council's children's services inadequate.\n\n"
        "The county looks after 1,450 children.\n\nMinisters have appointed a commissioner."
    )
    record = extract(Document("a", "a.txt", "0", text=text))
    rules = fired_rules(record)
    for part in (record.judgements, record.statistics, record.interventions):
        assert part
        for item in part:
            span = item.evidence[0]
            assert any(rule.start < span.end and span.start < rule.end for rule in rules)


def test_a_record_without_text_has_none() -> None:
    assert fired_rules(Record(Document("a", "a.txt", "0"))) == []
