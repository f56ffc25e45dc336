"""What a table of the user's own holds: kinds of rows, each a sheet or a file, and their columns in plain English.

A column stands for one key of the extraction record; which, and how its cells are read, is told here and nowhere else.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a column are read."""

    text = "text"
    date = "date"
    period = "period"
    number = "number"
    whole = "whole number"
    page = "page"
    yes = "yes or no"
    choice = "choice"
    council = "council"
    councils = "councils"
    inspection = "inspection"
    grade = "grade"
    area = "area"
    source = "source"
    address = "web address"
    names = "names"
    inspectorates = "inspectorates"
    comparator = "comparison"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: of the record's item.  title: as people see it.  help: what belongs there.
        scheme: of the vocabulary, for a choice.  open: a value that the scheme lacks is taken as a new one.
        properties: local names of the ontology's properties, or of others, that come of it.
        example: for the explanation on the first sheet.
    """

    key: str
    title: str
    help: str
    kind: Kind = Kind.text
    required: bool = False
    scheme: str = ""
    open: bool = False
    properties: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of rows: ``part`` is the part of the record, ``about`` says what a row is."""

    part: str
    title: str
    about: str
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        """The column of a key."""
        return next(column for column in self.columns if column.key == key)


_PROOF = (
    Column("source", "Source", "The document in which it is said: its title, or its web address. Tell more of it in the sheet Sources.", Kind.source, True, properties=("statedIn", "inVersion"), example="Inspection of Westmarch County Council"),
    Column("page", "Page", "The page on which the words stand, counted from 1; 1 for a web page.", Kind.page, True, properties=("page",), example="1"),
    Column("words", "Words", "The words that prove the row, copied from the document: a sentence or two.", Kind.text, True, properties=("evidence", "quote", "quoteHash", "startOffset", "endOffset"), example="Overall effectiveness: Good"),
)  # fmt: skip
_INSPECTION = (
    "A reference from the sheet Inspections, or the id of an inspection in the graph, such as northmere-ilacs-2024-05."
)
_COUNCIL = "The council's name, as it was at the time."

SHEETS = (
    Sheet("sources", "Sources", "A document that other sheets cite.", (
        Column("title", "Title", "The title of the document. Other sheets cite it by this.", required=True, properties=("title", "label"), example="Inspection of Westmarch County Council"),
        Column("publisher", "Publisher", "Who published it, such as Ofsted.", properties=("publisher",), example="Ofsted"),
        Column("published", "Published", "The day of publication, or its month or year.", Kind.date, properties=("issued", "date", "earliestStart", "latestStart"), example="12/01/2024"),
        Column("url", "Web address", "Where it was published.", Kind.address, properties=("source",), example="https://example.org/westmarch"),
        Column("licence", "Licence", "Such as OGL-UK-3.0; it decides whether the words travel with the data.", properties=("license", "rights"), example="OGL-UK-3.0"),
        Column("genre", "Kind of document", "What the document is.", Kind.choice, scheme="genre", properties=("genre",), example="Inspection report"),
    )),
    Sheet("inspections", "Inspections", "An inspection, visit or assessment that a source tells of.", (
        Column("id", "Reference", "A short name of your own, by which other sheets mean this inspection.", required=True, example="westmarch-2023"),
        Column("council", "Council", _COUNCIL, Kind.council, True, properties=("council", "inspectedBody"), example="Westmarch County Council"),
        Column("framework", "Framework", "Under which framework it was.", Kind.choice, True, scheme="framework", properties=("framework", "inspectionKind"), example="ILACS"),
        Column("visit_type", "Kind of visit", "Where that is known.", Kind.choice, scheme="visit-type", properties=("inspectionKind",), example="Standard inspection"),
        Column("start", "First day", "The first day on site, or its month or year.", Kind.date, properties=("earliestStart", "latestStart", "date"), example="06/11/2023"),
        Column("end", "Last day", "The last day on site.", Kind.date, properties=("earliestEnd", "latestEnd"), example="10/11/2023"),
        Column("published", "Published", "When its report was published.", Kind.date, properties=("earliestPublication", "latestPublication"), example="12/01/2024"),
        Column("bodies", "Inspectorates", "Who inspected; several are parted by semicolons.", Kind.inspectorates, properties=("conductedBy",), example="Ofsted"),
        Column("lead_inspectors", "Lead inspectors", "Names, parted by semicolons.", Kind.names, properties=("leadInspector",), example="Ada Fernsby"),
        Column("body", "Board inspected", "The safeguarding board, where that was reviewed and not the council.", properties=("inspectedBody",)),
        *_PROOF,
    )),
    Sheet("judgements", "Judgements", "A grade that an inspectorate gave to one area.", (
        Column("inspection", "Inspection", _INSPECTION, Kind.inspection, True, properties=("inspection", "council"), example="westmarch-2023"),
        Column("area", "Area", "What was graded, as the report calls it.", Kind.area, True, properties=("area", "printedArea"), example="Overall effectiveness"),
        Column("grade", "Grade", "As the report calls it.", Kind.grade, True, properties=("grade", "band", "printedGrade"), example="Good"),
        Column("number", "Number", "The number printed beside it, where there is one: 1 to 4.", Kind.whole, properties=("printedNumber",)),
        *_PROOF,
    )),
    Sheet("findings", "Findings", "What inspectors found.", (
        Column("inspection", "Inspection", _INSPECTION, Kind.inspection, True, properties=("inspection", "council"), example="westmarch-2023"),
        Column("type", "Type", "What kind of finding it is.", Kind.choice, True, scheme="finding-type", properties=("findingType",), example="Area for improvement"),
        Column("service_area", "Service area", "The service it is about.", Kind.choice, scheme="service-area", properties=("serviceArea",), example="Care leavers"),
        *_PROOF,
    )),
    Sheet("people", "People and posts", "Somebody in a post. Leave the name empty where a source names only the post.", (
        Column("name", "Name", "The person's name.", properties=("holder", "member", "name", "label"), example="Rosalind Penhale"),
        Column("role", "Post", "The title of the post, as printed.", properties=("printedTitle",), example="Director of Children’s Services"),
        Column("role_type", "Kind of post", "What kind of post it is.", Kind.choice, True, scheme="post-type", properties=("inPost", "postType"), example="Director"),
        Column("organisation", "Organisation", "The council, inspectorate or other body.", properties=("postIn",), example="Westmarch County Council"),
        Column("constituency", "Constituency", "Of a member of Parliament.", properties=("constituency",)),
        Column("party", "Party", "The political party, where it is said.", properties=("party",)),
        Column("interim", "Interim", "Whether the post was held for the time being.", Kind.yes, properties=("interim",), example="no"),
        *_PROOF,
    )),
    Sheet("claims", "Claims", "What a person or body is quoted or reported as saying.", (
        Column("speaker", "Speaker", "The person, or the body that speaks.", required=True, properties=("claimant", "unnamed"), example="Rosalind Penhale"),
        Column("capacity", "Capacity", "In which capacity, as printed.", properties=("inCapacity",)),
        Column("voice", "Voice", "How the source has it.", Kind.choice, scheme="voice", properties=("voice",), example="Quoted"),
        Column("council", "Council", "The council that it is about.", Kind.council, True, properties=("council",), example="Westmarch County Council"),
        Column("inspection", "Inspection", "Where it is about one: " + _INSPECTION[0].lower() + _INSPECTION[1:], Kind.inspection, properties=("inspection",), example="westmarch-2023"),
        Column("asserts_grade", "Grade claimed", "The grade that is claimed, if any.", Kind.grade, properties=("assertsGrade",), example="Good"),
        Column("comparator", "Comparison", "= the grade itself, >= that or better, and so on.", Kind.comparator, properties=("comparator",), example=">="),
        Column("unit_kind", "Counts what", "What it counts, where it counts.", Kind.choice, scheme="unit-kind", open=True, properties=("unitKind",)),
        Column("asserts_period", "Period", "Of which time it is claimed: 2023, 2011 to 2014, 31/03/2024.", Kind.period, properties=("assertsFrom", "assertsTo")),
        *_PROOF,
    )),
    Sheet("statistics", "Statistics", "A number about a council or a place.", (
        Column("council", "Council", _COUNCIL + " Leave it empty where the number is about another place.", Kind.council, properties=("council",), example="Westmarch County Council"),
        Column("place", "Place", "Where the number is about no council, such as England.", properties=("place",)),
        Column("measure", "Measure", "What is measured.", Kind.choice, True, scheme="measure", open=True, properties=("measure",), example="Children in care"),
        Column("value", "Value", "The number: money in whole pounds, per cent as printed (64).", Kind.number, True, properties=("value",), example="1345"),
        Column("unit_kind", "Counts what", "What the number counts.", Kind.choice, scheme="unit-kind", open=True, properties=("unitKind",), example="Children"),
        Column("qualifier", "Qualifier", "How exact it is; exact where this is empty.", Kind.choice, scheme="qualifier", properties=("qualifier",), example="Exact"),
        Column("population", "Out of", "Of how many, where that is said.", Kind.number, properties=("population",)),
        Column("grade_limit", "Grade", "The grade that limits what is counted.", Kind.grade, properties=("gradeLimit",)),
        Column("comparator", "Comparison", "= that grade, >= that or better, and so on.", Kind.comparator, properties=("comparator",)),
        Column("members", "Councils listed", "Names of the councils that are counted, parted by semicolons.", Kind.councils, properties=("member",)),
        Column("list_complete", "List complete", "Whether all that are counted are listed.", Kind.yes, properties=("listComplete",)),
        Column("period", "Period", "Of which time: 31/03/2024, 2023, 2011 to 2014.", Kind.period, properties=("earliestStart", "latestStart", "earliestEnd", "latestEnd", "date"), example="31/03/2024"),
        Column("subset_of", "Part of", "The measure of which this counts a part.", Kind.choice, scheme="measure", open=True, properties=("subsetOf",)),
        *_PROOF,
    )),
    Sheet("interventions", "Interventions", "Help, direction, appointment, plan or money in response to an inspection.", (
        Column("council", "Council", _COUNCIL, Kind.council, True, properties=("council",), example="Westmarch County Council"),
        Column("kind", "Kind", "What was done.", Kind.choice, True, scheme="intervention-kind", open=True, properties=("interventionKind",), example="Commissioner appointed"),
        Column("by", "By", "Who did it.", properties=("byAgent",), example="Department for Education"),
        Column("stage", "Stage", "How far it had come.", Kind.choice, scheme="stage", properties=("stage",), example="Announced"),
        Column("amount", "Amount", "Money, in whole pounds.", Kind.number, properties=("amount",)),
        Column("date", "Date", "When, or its month or year.", Kind.date, properties=("earliestStart", "latestStart", "date"), example="12/01/2024"),
        Column("inspection", "Inspection", "To which it responds. " + _INSPECTION, Kind.inspection, properties=("inspection",), example="westmarch-2023"),
        *_PROOF,
    )),
)  # fmt: skip

BY_PART = {sheet.part: sheet for sheet in SHEETS}
COMPARATORS = ("=", ">=", ">", "<=", "<")
