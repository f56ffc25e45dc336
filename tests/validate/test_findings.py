"""Findings in order, each once, however many."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.validate.findings import SEVERITIES, Finding, Findings, Head

from .test_report import LABEL, SPAN, findings


def order(finding: Finding) -> tuple[object, ...]:
    words = (
        finding.rule_label,
        finding.rule,
        finding.focus_label,
        finding.focus,
        finding.path or "",
        finding.value or "",
    )
    return SEVERITIES.index(finding.severity), *(word.encode() for word in words)


@given(st.lists(findings))
def test_they_are_distinct_and_in_order(given: list[Finding]) -> None:
    found = Findings([*given, *given])
    assert set(found) == set(given) and len(found) == len(set(given))
    assert list(map(order, found)) == sorted(map(order, found))


@given(st.lists(findings), st.randoms(use_true_random=False))
def test_the_order_is_their_own(given: list[Finding], random) -> None:
    shuffled = list(given)
    random.shuffle(shuffled)
    assert Findings(shuffled) == Findings(given) == list(Findings(given))


@given(st.lists(findings))
def test_groups_hold_them_all(given: list[Finding]) -> None:
    found = Findings(given)
    assert sorted((f for group in found.groups for f in group), key=repr) == sorted(found, key=repr)
    for group in found.groups:
        assert len(group) == group.count == len(list(group))
        assert group.examples(0) == list(group) and group.examples(2) == list(group)[:2]
        assert group.first == group.examples(1)[0]
        assert {(f.rule, f.rule_label, f.severity) for f in group} == {
            (group.first.rule, group.first.rule_label, group.first.severity)
        }
    assert sum(found.severities.values()) == len(found)


@given(st.lists(findings, min_size=1), st.integers(-3, 3), st.integers(-3, 3))
def test_they_are_a_sequence(given: list[Finding], start: int, end: int) -> None:
    found = Findings(given)
    listed = list(found)
    assert found[0] == listed[0] and found[-1] == listed[-1] and found[start:end] == listed[start:end]
    assert listed[0] in found and found.index(listed[-1]) == len(listed) - 1


def test_rules_of_one_name_are_not_one() -> None:
    found = Findings([SPAN, replace(SPAN, rule="urn:other/span"), replace(SPAN, rule_label="A span has a page or two")])
    assert [group.count for group in found.groups] == [1, 1, 1]


def test_results_are_kept_beside() -> None:
    found = Findings()
    for text in ("b", "a", "a"):
        found.add(LABEL, text)
    assert (len(found), list(found.results())) == (1, ["a", "a", "b"])


@given(st.lists(findings), st.lists(findings))
def test_results_are_told_when_they_are_read(eager: list[Finding], late: list[Finding]) -> None:
    texts = {repr(finding): finding for finding in late}
    found = Findings(eager, tell=lambda asked: (texts[text] for text, _ in asked))
    for text, finding in texts.items():
        values = (finding.rule_label, finding.rule, finding.focus_label, finding.focus, finding.path, finding.value)
        found.add_result(Head(finding.severity, *values), text)
    listed = list(found)
    assert Counter(listed) == Counter(set(eager)) + Counter(texts.values())
    assert list(map(order, listed)) == sorted(map(order, listed))
    assert list(found.results()) == sorted(texts)
    assert [finding for group in found.groups for finding in group.examples(0)] == [
        finding
        for group in found.groups
        for finding in listed
        if (finding.rule, finding.severity, finding.rule_label)
        == (group.first.rule, group.first.severity, group.first.rule_label)
    ]


def test_the_place_among_its_rule_is_told_however_it_is_read() -> None:
    found = Findings(
        [SPAN, replace(SPAN, rule="urn:other")],
        tell=lambda asked: (replace(LABEL, focus=text, page=rank) for text, rank in asked),
    )
    for name in "cba":
        found.add_result(Head(LABEL.severity, LABEL.rule_label, LABEL.rule, name, name, None, None), name)
    late = [replace(LABEL, focus=name, page=rank) for rank, name in enumerate("abc")]
    assert list(found)[2:] == found[2:] == found.groups[-1].examples(0) == late
    assert [found[-1], found[3]] == late[:0:-1]


def test_what_it_gives_outlives_its_name() -> None:
    assert list(iter(Findings([SPAN]))) == [SPAN]
    assert next(iter(Findings([SPAN]).groups)).examples(1) == [SPAN]
