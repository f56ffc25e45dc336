"""What of a page is the article."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.pages import read
from councilgraph.extract.press.layout import passages

ONE = "Inspectors came to Westmarch in May and found that children waited."
TWO = "The council has promised to do better by the end of the year."
THREE = "A second visit is expected to take place within twelve months."
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in passages(read(text))]


def test_headline_byline_and_date() -> None:
    text = f"News\n\nWestmarch told to do better\n\nBy Ada Vane\n12 May 2019\n\n{BODY}"
    assert kinds(text) == [
        ("headline", "Westmarch told to do better"), ("paragraph", ONE), ("paragraph", TWO), ("paragraph", THREE),
    ]  # fmt: skip


def test_nothing_behind_the_end_of_an_article() -> None:
    for end in [
        "Related topics",
        "More on this story",
        "3 Comments",
        "Most read",
        "ENDS",
        "Have your say",
        "Notes to editors",
    ]:
        text = f"{BODY}\n\n{end}\n\nCllr Bob Quill said he was glad that the shop was open.\n\nDirk Hale MP on buses"
        assert [words for _, words in kinds(text)] == [ONE, TWO, THREE]


def test_links_between_paragraphs_are_left_out_and_the_article_goes_on() -> None:
    links = "Related stories\n\n  • Port opens\n  • Bridge shuts\n\nHide Ad"
    text = f"{ONE}\n\n{links}\n\n{TWO}\n\nREAD MORE: Rovers win\n\n{THREE}"
    assert [words for _, words in kinds(text)] == [ONE, TWO, THREE]


def test_captions_and_what_pictures_show() -> None:
    text = (
        f"{ONE}\n\nChild on a stepImage source, Some Agency\nImage caption,\n\nThe council looks after 90 children\n\n"
        f"{TWO}\n\n"
        f"Ada Vane at work. Picture: Bob Quill\n\n{THREE}"
    )
    assert kinds(text) == [
        ("paragraph", ONE), ("alt-text", "Child on a step"), ("caption", "The council looks after 90 children"),
        ("paragraph", TWO), ("caption", "Ada Vane at work."), ("paragraph", THREE),
    ]  # fmt: skip


def test_a_pull_quote_has_its_speaker() -> None:
    text = f"{ONE}\n\nStart Quote\n\nWe are ready\n\nEnd Quote Ada Vane Director\n\n{TWO}"
    (quote,) = [p for p in passages(read(text)) if p.kind == "pull-quote"]
    assert (text[quote.start : quote.end], quote.speaker) == ("We are ready", "Ada Vane Director")


def test_headings_and_lists() -> None:
    text = f"{ONE}\n\n'Not ready'\n\nThe report asks for:\n\n• Faster visits\n• Better plans\n\n{TWO}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "heading", "paragraph", "bullet", "bullet", "paragraph"]


def test_a_first_paragraph_that_says_it_all_is_the_standfirst() -> None:
    assert [kind for kind, _ in kinds(f"{ONE} {TWO}\n{BODY}")] == ["standfirst", "paragraph", "paragraph", "paragraph"]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Inspectors came to Westmarch in May and found that families\n"
        "waited too long for help, that records were kept badly and\n"
        "that managers did not know how many of them there were in\nthe whole of the county."
    )
    assert [kind for kind, _ in kinds(f"{wrapped}\n\n{wrapped[:-1]} now.")] == ["paragraph", "paragraph"]


rows = st.sampled_from(
    [
        ONE,
        "Share",
        "• ",
        "\n",
        "\n\n",
        "Read more: x",
        "Image caption",
        "Start Quote",
        "End Quote",
        "By Ada Vane",
        '"',
        "1 May",
    ]
)


@given(st.lists(rows, max_size=20).map("\n".join))
def test_passages_stand_in_order_and_apart(text: str) -> None:
    found = passages(read(text))
    assert all(p.start < p.end for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
