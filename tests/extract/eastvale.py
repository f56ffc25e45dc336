"""A report of our own under the single framework on the council of Eastvale, which is on no map, in parts."""

from councilgraph.model import Inspection, Record

from .northmere import numbered, record

SERVICES = "services for children in need of help and protection, children looked after and care leavers"
BOARD = "Review of the effectiveness of the Local Safeguarding Children Board1"
TITLE = f"Eastvale Borough Council\nInspection of {SERVICES}\nand\n{BOARD}"
DATES = "Inspection date: 3 February 2015 – 26 February 2015\nReport published: 24 April 2015"
OVERALL = "The overall judgement is that children’s services are good"

HELP = "Children who need help and protection"
LOOKED_AFTER = "Children looked after and achieving permanence"
ADOPTION = "Adoption performance"
LEAVERS = "Experiences and progress of care leavers"
LEADERSHIP = "Leadership, management and governance"
GRADES = {
    HELP: "Requires improvement",
    LOOKED_AFTER: "Good",
    ADOPTION: "Outstanding",
    LEAVERS: "Good",
    LEADERSHIP: "Good",
}
TABLE = (
    f"1. {HELP} Requires improvement\n"
    f"2. Children looked after and achieving\npermanence Good\n"
    f"2.1 {ADOPTION} Outstanding\n"
    f"2.2 {LEAVERS} Good\n"
    f"3. {LEADERSHIP} Good"
)
NOTE = "1 The review was made at the same time and by the same people."
CONTENTS = (
    "Contents\nThe local authority 2\nExecutive summary 2\nRecommendations 3\n"
    "The experiences and progress of children who need help and protection 3\nThe Local Safeguarding Children Board 4"
)
AREA = (
    "The local authority\nInformation about this local authority area\nChildren living in this area\n"
    "◼ Eastvale has seven rivers and no railway."
)
SUMMARY = (
    "Executive summary\nSocial workers in Eastvale know their children well, and visit by boat if they have to.\n"
    "Families who ask for help early mostly get it."
)
POINTS = (
    "Answer the telephone to families within the hour they ring.",
    "Make sure that each plan says who does what, and by\nwhen.",
    "Lend care leavers the deposit for a first flat.",
)
BODY = {
    "The experiences and progress of children who need help\nand protection Requires improvement": (
        "Contacts wait in a tray until somebody has time.",
        "Children at risk are seen on the day.",
    ),
    "The experiences and progress of children looked after and\nachieving permanence Good": (
        "Foster carers stay for many years.",
    ),
    "The graded judgement for adoption performance is that it is\noutstanding": (
        "Adopters are found before the leaves fall.",
    ),
    "Leadership, management and governance Good": ("The director walks the corridors and listens.",),
}
BOARD_HALF = "The Local Safeguarding Children Board\nThe Local Safeguarding Children Board requires improvement"
BOARD_SUMMARY = "Executive summary\nThe chair knows every headteacher in the county by name."
BOARD_POINTS = ("Ask children what they think of the board’s training.", "Count how often the police attend.")
BOARD_BODY = {"Inspection findings": ("Meetings are short and to the point.",)}
ENDING = "Information about this inspection\nInspectors read the letters that children wrote."
TEAM = (
    "The inspection team\nLead inspector: Perpetua Quillfeather\nDeputy lead inspector: Basil Thornquist\n"
    "Team inspectors: Odile Marchbanks, Fergus Tallowmere and\nHester Vane-Loxley\n"
    "Shadow inspector: Ines d’Orly\nSenior data analyst: Tobias Wrenfield\nQuality assurance manager: Maud Ashgrove"
)


def report(
    *,
    title: str = TITLE,
    dates: str = DATES,
    overall: str = OVERALL,
    table: str = TABLE,
    contents: str = CONTENTS,
    area: str = AREA,
    summary: str = SUMMARY,
    points: tuple[str, ...] = POINTS,
    points_heading: str = "Recommendations",
    body: dict[str, tuple[str, ...]] = BODY,
    board: str = BOARD_HALF,
    board_points: tuple[str, ...] = BOARD_POINTS,
    ending: str = ENDING,
    team: str = TEAM,
) -> str:
    """The text of a report, points and paragraphs numbered through; parts that are empty are left out."""
    council = numbered({points_heading: points, **body} if points else body)
    half = numbered({"Recommendations": board_points, **BOARD_BODY}) if board else ""
    shifted = _from(half, len(points) + sum(map(len, body.values())))
    pages = [
        [title, dates, overall, table, NOTE],
        [contents],
        [area, summary],
        [council],
        [board, BOARD_SUMMARY if board else "", shifted],
        [ending, team],
    ]
    return "\f".join("\n".join(part for part in page if part) for page in pages if any(page))


def _from(half: str, number: int) -> str:
    """Paragraphs numbered on from a number."""
    rows = []
    for row in half.split("\n"):
        head, dot, rest = row.partition(". ")
        rows.append(f"{int(head) + number}. {rest}" if dot and head.isdigit() else row)
    return "\n".join(rows)


def main(found: Record) -> Inspection:
    """The inspection that a report is about."""
    return found.inspections[0]


def grades_of(found: Record, inspection: str = "i1") -> dict[str, str]:
    """Grades by area as printed, of one inspection."""
    return {one.area: one.grade for one in found.judgements if one.inspection == inspection}


def points_of(found: Record, inspection: str = "i1", kind: str = "area-for-improvement") -> list[str]:
    """The findings of a type about one inspection, each as one line."""
    findings = [one for one in found.findings if one.inspection == inspection and one.type == kind]
    return [" ".join(" ".join(span.quote for span in one.evidence).split()) for one in findings]


def told(sentence: str, **parts: str) -> dict[tuple[str | None, str], str]:
    """The earlier outcomes that a report with a sentence in its summary states: grade by date and area."""
    found = record(report(summary=f"Executive summary\n{sentence}", **parts))
    by_id = {one.id: one for one in found.inspections if one.id != "i1" and one.visit_type != "lscb-review"}
    outcomes = {}
    for one in found.judgements:
        if inspection := by_id.get(one.inspection):
            outcomes[inspection.start or inspection.published, one.area] = one.grade
    return outcomes
