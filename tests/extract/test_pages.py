"""Lines without page furniture, and spans cut out of them."""

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.pages import MOST_SPANS, read

from .northmere import SUMMARY, TITLE, assert_span

HEADER = "Inspection of Northmere local authority children’s services\n2 to 13 December 2024"
FRONT = f"{HEADER}\nLead inspector: Isolde Fennimarch"
PROSE = (
    "Foster carers answer the door before the bell has rung.",
    "Every school knows which of its pupils live with them.",
    "The choir that two carers began now has thirty members.",
    "Grandparents are asked first, and they are asked again.",
)


def rows(text: str) -> list[str]:
    return [line.text for line in read(text).lines]


def test_page_numbers_are_dropped_at_either_end() -> None:
    assert rows(f"1\n{PROSE[0]}\f2\n{PROSE[1]}\f{PROSE[2]}\nPage 3 of 4\f{PROSE[3]}\n– 4 –") == list(PROSE)


def test_a_number_that_is_not_the_pages_is_text() -> None:
    assert rows(f"They had waited until the age of\f17\n{PROSE[0]}")[1] == "17"


def test_a_running_header_is_dropped_with_the_number_behind_it() -> None:
    pages = [f"{HEADER} {number}\n{prose}" for number, prose in enumerate(PROSE, 2)]
    assert rows("\f".join([FRONT, *pages]))[3:] == list(PROSE)


def test_a_running_footer_with_the_first_day_alone_is_dropped() -> None:
    pages = [f"{prose}\nNorthmere\n2 December 2024\n{number}" for number, prose in enumerate(PROSE, 2)]
    assert rows("\f".join([FRONT, *pages]))[3:] == list(PROSE)


def test_a_header_that_repeats_the_title_is_dropped_even_from_one_page() -> None:
    assert rows(f"{FRONT}\f{HEADER}\n{PROSE[0]}")[3:] == [PROSE[0]]
    assert rows(f"{FRONT}\fInspection of Northmere local authority\nchildren’s services\n2\n{PROSE[0]}")[3:] == [
        PROSE[0]
    ]


def test_the_end_of_a_sentence_is_no_header_though_the_title_has_its_words() -> None:
    assert rows(f"{FRONT}\nNobody had told the council about its own\fchildren’s services.\n{PROSE[0]}")[4:] == [
        "children’s services.",
        PROSE[0],
    ]


def test_a_heading_on_top_of_a_page_is_no_header_though_the_first_page_has_its_words() -> None:
    label = "The experiences and progress of care leavers"
    assert label in rows(f"{FRONT}\n{label}\nGood\n{SUMMARY}\f{label}\n1. {PROSE[0]}")[7:]


def test_the_title_itself_stays() -> None:
    assert rows(FRONT) == FRONT.split("\n")


def test_a_footnote_is_dropped_from_the_foot_of_its_page() -> None:
    text = f"{PROSE[0]}\nFamilies have a plan1 that they wrote.\n1 A plan is a paper\nwith boxes in it.\f{PROSE[1]}"
    assert rows(text) == [PROSE[0], "Families have a plan1 that they wrote.", PROSE[1]]


def test_a_line_that_begins_with_a_number_is_no_footnote_without_a_mark_above_it() -> None:
    text = f"{PROSE[0]}\nIn the year before,\n1 family in 40 had moved away."
    assert rows(text) == text.split("\n")


def test_words_over_a_page_break_become_one_span_a_page() -> None:
    text = f"{FRONT}\n◼ How soon families are\f{HEADER} 2\nseen.\n{PROSE[0]}"
    reading = read(text)
    start = text.index("How")
    spans = reading.evidence(start, text.index("seen.") + 5, supports="start")
    assert [(span.quote, span.page, span.supports) for span in spans] == [
        ("How soon families are", 1, "start"),
        ("seen.", 2, "start"),
    ]
    assert reading.words(start, text.index("seen.") + 5) == "How soon families are seen."


def test_long_words_are_parted_between_sentences() -> None:
    text = "\n".join(PROSE)
    spans = read(text).evidence(0, len(text), limit=120)
    assert [span.quote for span in spans] == ["\n".join(PROSE[:2]), "\n".join(PROSE[2:])]


def test_no_more_spans_than_an_item_may_have() -> None:
    text = "\f".join(PROSE)
    assert len(read(text).evidence(0, len(text))) == MOST_SPANS


pages = st.lists(
    st.lists(st.one_of(st.sampled_from([*PROSE, *HEADER.split("\n"), "1", "2", "1 A note", "a word1", ""]), st.text())),
    max_size=6,
).map(lambda pages: "\f".join("\n".join(rows) for rows in pages))


@given(pages, st.data())
def test_spans_are_sound_whatever_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reading = read(text)
    kept = {(line.start, line.end) for line in reading.lines}
    for span in reading.evidence(start, end, limit=data.draw(st.integers(1, 200))):
        assert_span(span, text)
        assert start <= span.start
        assert span.end <= end
        assert any(a <= span.start < b for a, b in kept)


@given(pages)
def test_lines_are_in_order_and_none_is_empty(text: str) -> None:
    lines = read(text).lines
    assert [line.start for line in lines] == sorted({line.start for line in lines})
    assert all(line.text == text[line.start : line.end].strip() != "" for line in lines)
    assert [line.page for line in lines] == [text.count("\f", 0, line.start) + 1 for line in lines]


def test_a_title_is_not_looked_for_in_an_empty_text() -> None:
    assert rows("") == []
    assert rows(f"\f{TITLE}") == [TITLE]
