"""A report of our own on the council of Northmere, which is on no map, in parts that a test can replace."""

from collections.abc import Iterable

from councilgraph.extract import extract
from councilgraph.extract.pages import Reading
from councilgraph.extract.pages import read as read_pages
from councilgraph.model import Document, Evidence, Record

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
CARE_AND_LEAVERS = "The experiences and progress of children in care and care leavers"
OVERALL = "Overall effectiveness"
RI = "Requires improvement to be good"

TITLE = "Inspection of Northmere local authority children’s services"
DATES = "Inspection dates: 2 to 13 December 2024"
LEAD = "Lead inspector: Isolde Fennimarch, His Majesty’s Inspector"
HEADER = "Judgement Grade"
TABLE = f"{LEADERS}\nGood\n{HELP}\nInadequate\n{CARE}\nOutstanding\n{LEAVERS}\n{RI}\n{OVERALL} Inadequate"
GRADES = {LEADERS: "Good", HELP: "Inadequate", CARE: "Outstanding", LEAVERS: RI, OVERALL: "Inadequate"}
SUMMARY = (
    "Northmere’s foster carers are its pride, and children who live with them do well. Too\n"
    "many families who ask for help are told to ring again next week."
)
POINTS = (
    "How soon families are first seen by a social worker.",
    "The plain words of plans, so that parents can tell what has to change,\nby when, and who will help.",
    "Advice about money for care leavers who live outside the county.",
)
IMPROVE = "What needs to improve\n" + "\n".join(f"◼ {point}" for point in POINTS)
SECTIONS = {
    f"{HELP}: inadequate": (
        "Parents who ring the advice line are passed between desks. Nobody counts how many\nring twice.",
        "Children at immediate risk are seen on the same day.",
    ),
    f"{CARE}: outstanding": (
        "Children come into care when they need to and not before.",
        "Most live with foster carers in Northmere and stay at the school they know.",
    ),
    f"{LEAVERS}: requires improvement to be good": ("Care leavers speak warmly of their personal advisers.",),
    f"{LEADERS}: good": (
        "The director has replaced eleven overlapping plans with one.",
        "Caseloads have come down to what staff call manageable.",
    ),
}
CLOSING = "The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."


def numbered(sections: dict[str, tuple[str, ...]]) -> str:
    """Sections with their paragraphs numbered through."""
    rows: list[str] = []
    number = 0
    for heading, paragraphs in sections.items():
        rows.append(heading)
        for paragraph in paragraphs:
            number += 1
            rows.append(f"{number}. {paragraph}")
    return "\n".join(rows)


BODY = numbered(SECTIONS)
UNGRADED = numbered({heading.split(":")[0]: paragraphs for heading, paragraphs in SECTIONS.items()})
"""The body with headings that repeat no grade."""


def report(
    *,
    title: str = TITLE,
    dates: str = DATES,
    lead: str = LEAD,
    header: str = HEADER,
    table: str = TABLE,
    summary: str = SUMMARY,
    improve: str = IMPROVE,
    body: str = BODY,
    closing: str = CLOSING,
) -> str:
    """The text of a report; a part that is empty is left out."""
    return "\n".join(part for part in (title, dates, lead, header, table, summary, improve, body, closing) if part)


def record(text: str, **metadata: str) -> Record:
    """What is extracted from a text; every span must be sound."""
    found = extract(Document("northmere", "northmere.pdf", "0" * 64, text=text, **metadata))
    assert_sound(found, text)
    return found


def assert_sound(found: Record, text: str) -> None:
    """Every item has one to three spans; each quotes the text at its offsets, on one page."""
    items = [*found.councils, *found.judgements, *found.findings, *found.people, *found.statistics]
    assert all(1 <= len(item.evidence) <= 3 for item in items)
    for span in (span for item in [*items, *found.inspections] for span in item.evidence):
        assert_span(span, text)


def assert_span(span: Evidence, text: str) -> None:
    """A span quotes the text at its offsets, says something, is not too long and lies on one page."""
    assert span.quote == text[span.start : span.end]
    assert span.quote == span.quote.strip() != ""
    assert len(span.quote) <= 4000
    assert "\f" not in span.quote
    assert span.page == text.count("\f", 0, span.start) + 1


def grades(found: Record) -> dict[str, str]:
    """Grades by area as printed; an area graded twice is a fault."""
    assert len({judgement.area for judgement in found.judgements}) == len(found.judgements)
    return {judgement.area: judgement.grade for judgement in found.judgements}


def points(found: Record, kind: str = "area-for-improvement") -> list[str]:
    """The findings of a type, each as one line."""
    findings = [finding for finding in found.findings if finding.type == kind]
    return [" ".join(" ".join(span.quote for span in finding.evidence).split()) for finding in findings]


def codes(found: Record) -> set[str]:
    """The codes of the problems."""
    return {problem.code for problem in found.problems}


def reading(*rows: str) -> Reading:
    """Lines of a page as they are read."""
    return read_pages("\n".join(rows))


def flat(words: Iterable[str]) -> list[str]:
    """Words without line breaks."""
    return [" ".join(row.split()) for row in words]
