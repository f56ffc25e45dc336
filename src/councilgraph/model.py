"""The extraction record: what one document says, before anything is known of other documents.

Spans count Unicode code points in the document's normalised text, 0-based, end exclusive. Names are as printed.
Dates are ISO 8601 strings, as partial as the document is (``2019-02``). Nothing here has a value without words.
The JSON form of these classes, and so the one list of keys, is in `records`.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that prove something: ``quote == text[start:end]``, on page ``page`` (1-based).

    ``supports`` names the key of the item that the words prove (JSON key ``for``); None: the item as a whole.
    """

    start: int
    end: int
    page: int
    quote: str
    supports: str | None = None


@dataclass(slots=True)
class Problem:
    """Something that a reader or an extractor could not do, or that a document says two ways."""

    code: str
    message: str
    page: int | None = None


@dataclass(slots=True)
class Document:
    """A file with its metadata; ``text`` is normalised, its pages parted by form feeds (U+000C).

    Attributes:
        id: identity across versions: the manifest's id, else its URL, else publisher and manifest path, else the text.
        path: path relative to the folder that was asked for, with forward slashes.
        sha256, text_sha256: of the file's bytes; of the normalised text in UTF-8 (None where there is no text).
        reader, normaliser: name and version of what read the file, version of the normalisation.
        genre: ``inspection-report``, ``letter``, ``press-article`` or None where it was not recognised.
        published: publication date known to the collector, ISO 8601, perhaps partial.
        pages: number of pages; 1 for a file without pages.
    """

    id: str
    path: str
    sha256: str
    text_sha256: str | None = None
    reader: str | None = None
    normaliser: str | None = None
    media_type: str | None = None
    genre: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    licence: str | None = None
    pages: int | None = None
    text: str | None = None


@dataclass(slots=True)
class CouncilMention:
    """A council that the document says something about. ``id`` and ``gss`` come from resolving."""

    name: str
    evidence: list[Evidence] = field(default_factory=list)
    id: str | None = None
    gss: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stay on site, first to last day."""

    start: str
    end: str


@dataclass(slots=True)
class Inspection:
    """Any inspection, visit, review or assessment; the first of a record is the one the document is about.

    ``council`` is the name in `CouncilMention`; ``start`` and ``end`` are the hull of ``periods``. ``framework`` and
    ``visit_type`` are keys of the vocabulary. Each evidence names in ``supports`` the key that it proves.
    """

    id: str
    council: str | None = None
    body: str | None = None
    bodies: list[str] = field(default_factory=list)
    framework: str | None = None
    visit_type: str | None = None
    visit_type_basis: str | None = None
    start: str | None = None
    end: str | None = None
    periods: list[Period] = field(default_factory=list)
    date_words: str | None = None
    date_basis: str | None = None
    published: str | None = None
    announced: bool | None = None
    lead_inspectors: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Judgement:
    """A grade that an inspectorate gave to one area in one inspection, label as printed.

    ``area_concept`` and ``grade_concept`` are keys of the vocabulary, found by resolving; ``basis`` is ``explicit``,
    ``inferred`` or ``derived``.
    """

    inspection: str
    area: str
    grade: str
    number: int | None = None
    area_concept: str | None = None
    grade_concept: str | None = None
    basis: str = "explicit"
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Finding:
    """What inspectors found: ``type`` and ``service_area`` are keys of the vocabulary."""

    inspection: str
    type: str
    service_area: str | None = None
    contributes_to: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class PersonMention:
    """A named person in the role that the document prints."""

    name: str
    role: str | None = None
    role_type: str = "other"
    organisation: str | None = None
    constituency: str | None = None
    party: str | None = None
    interim: bool = False
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Claim:
    """What somebody other than the inspectorate is quoted or reported as saying."""

    speaker: str
    capacity: str | None = None
    voice: str | None = None
    council: str | None = None
    inspection: str | None = None
    asserts_grade: str | None = None
    comparator: str | None = None
    unit_kind: str | None = None
    asserts_period: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Statistic:
    """A number about a council, its services or the nation. Money in whole pounds, shares as decimals."""

    measure: str
    value: float
    council: str | None = None
    place: str | None = None
    unit_kind: str | None = None
    qualifier: str = "exact"
    population: float | None = None
    grade_limit: str | None = None
    comparator: str | None = None
    members: list[str] = field(default_factory=list)
    list_complete: bool = False
    period: str | None = None
    subset_of: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Intervention:
    """Help, direction, appointment, plan or money in response to an inspection. ``amount`` in whole pounds."""

    kind: str
    council: str | None = None
    by: str | None = None
    stage: str | None = None
    amount: float | None = None
    date: str | None = None
    inspection: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """All that one document says. A document that cannot be read has ``problems`` and asserts nothing."""

    document: Document
    councils: list[CouncilMention] = field(default_factory=list)
    inspections: list[Inspection] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    interventions: list[Intervention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
