"""Sentences of running text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.sentences import Sentence, read_sentences

from .northmere import reading

ANY = re.compile("")


def sentences(*rows: str, holding: re.Pattern[str] = ANY) -> list[Sentence]:
    found = reading(*rows)
    return list(read_sentences(found, range(len(found.lines)), holding))


def test_a_sentence_runs_over_lines_and_ends_before_a_capital() -> None:
    found = sentences("The boats left early. The", "last one left at 9.30 a.m. on the tide. Nobody", "was late.")
    assert [one.words for one in found] == [
        "The boats left early.",
        "The last one left at 9.30 a.m. on the tide.",
        "Nobody was late.",
    ]
    assert len({one.block for one in found}) == 1


def test_bullets_and_numbers_begin_blocks_and_are_no_part_of_them() -> None:
    found = sentences("The boats were:", "• the Heron", "and its dinghy", "■ the Coot", "12. Nobody sank.")
    assert [(one.words, one.block) for one in found] == [
        ("The boats were:", 0),
        ("the Heron and its dinghy", 1),
        ("the Coot", 2),
        ("Nobody sank.", 3),
    ]


def test_quotation_marks_become_straight() -> None:
    (found,) = sentences("The harbour’s ‘best’ boat is “Heron”.")
    assert found.words == "The harbour's 'best' boat is \"Heron\"."


def test_a_footnote_number_behind_a_full_stop_ends_a_sentence() -> None:
    assert [one.words for one in sentences("Two boats sank.3 Four came back.")] == [
        "Two boats sank.",
        "Four came back.",
    ]


def test_blocks_that_hold_nothing_of_interest_are_passed_over() -> None:
    found = sentences("• The Heron sank.", "• The Coot did not.", holding=re.compile("Coot"))
    assert [one.words for one in found] == ["The Coot did not."]


def test_lines_that_are_left_out_part_a_block() -> None:
    lines = reading("The Heron", "12", "sank.")
    found = list(read_sentences(lines, [0, 2], ANY))
    assert [one.words for one in found] == ["The Heron", "sank."]


_ROWS = st.lists(st.text('Aa .!?’•1"(', min_size=1, max_size=12).filter(str.strip), max_size=12)


@given(_ROWS)
def test_the_offsets_are_those_of_the_words(rows: list[str]) -> None:
    text = reading(*rows).text
    end = 0
    for one in sentences(*rows):
        plain = text[one.start : one.end].replace("’", "'").split()
        assert one.words.split() == plain
        assert one.start >= end
        end = one.end
