"""A council at a glance: who it is, and its grades inspection by inspection, each with the pages that print it."""

from dataclasses import dataclass, field

from councilgraph.query.run import values
from councilgraph.rdf import NamedNode
from councilgraph.resolve.dates import partial
from councilgraph.store.protocol import Queryable

_ABOUT = """
SELECT ?property ?value WHERE {{
  VALUES (?path ?property) {{
    (rdfs:label "name") (cg:councilType "type") (cg:region "region")
    (cg:gssCode "GSS") (cg:formerGssCode "former GSS") (cg:dfeCode "DfE") (cg:ofstedUrn "Ofsted")
    (cg:earliestStart "since") (cg:latestEnd "until")
  }}
  {council} ?path ?node .
  OPTIONAL {{ ?node rdfs:label ?label }}
  BIND(COALESCE(?label, ?node) AS ?value)
}} ORDER BY ?property ?value
"""
_KIN = """
SELECT ?relation ?name ?kin WHERE {{
  {{ ?change org:resultingOrganization {council} ; org:originalOrganization ?kin . BIND("predecessor" AS ?relation) }}
  UNION
  {{ ?change org:originalOrganization {council} ; org:resultingOrganization ?kin . BIND("successor" AS ?relation) }}
  ?kin rdfs:label ?name
}} ORDER BY ?name ?kin
"""
_INSPECTIONS = """
SELECT ?inspection ?kind ?start ?latestStart ?earliestEnd ?end ?by ?leader WHERE {{
  ?inspection a cg:Inspection ; cg:council {council} .
  OPTIONAL {{ ?inspection cg:inspectionKind/rdfs:label ?kind }}
  OPTIONAL {{ ?inspection cg:earliestStart ?start ; cg:latestStart ?latestStart }}
  OPTIONAL {{ ?inspection cg:earliestEnd ?earliestEnd ; cg:latestEnd ?end }}
  OPTIONAL {{ ?inspection cg:latestEnd ?by }}
  OPTIONAL {{ ?inspection cg:leadInspector/rdfs:label ?leader }}
}} ORDER BY ?start ?inspection ?leader
"""
_JUDGEMENTS = """
SELECT ?inspection ?judgement ?area ?grade ?title ?page ?superseded WHERE {{
  ?judgement cg:council {council} ; cg:inspection ?inspection ; cg:area ?about ; cg:grade/rdfs:label ?grade .
  ?about rdfs:label ?area .
  ?judgement cg:evidence ?span .
  ?span cg:inVersion/rdfs:label ?title ; cg:page ?page .
  OPTIONAL {{ ?about cg:isOverall ?overall }}
  OPTIONAL {{ ?judgement cg:status ?superseded
              FILTER(?superseded = <https://w3id.org/councilgraph/vocab/status/superseded>) }}
}} ORDER BY DESC(?overall) ?area ?judgement ?title ?page
"""


# What data of the user's own may leave out.
_NO_KIND = "inspection"
# Sorts after every date.
_LAST = "9999"


@dataclass(slots=True)
class Grading:
    """A grade for an area; ``pages`` of the documents, by title, that print it; ``superseded`` by a weightier source."""

    judgement: str
    area: str
    grade: str
    superseded: bool
    pages: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Visit:
    """An inspection: its IRI, kind, first and last day (ISO, as partial as known), lead inspectors and grades.

    ``by`` is the day by which it had ended, where no more is known.
    """

    inspection: str
    kind: str
    start: str | None
    end: str | None
    by: str | None = None
    leaders: list[str] = field(default_factory=list)
    gradings: dict[str, Grading] = field(default_factory=dict)


@dataclass(slots=True)
class Profile:
    """What a council is called and known by, and its inspections, earliest first.

    ``facts`` has lists of values by ``name type region GSS "former GSS" DfE Ofsted since until``; ``predecessors`` and
    ``successors`` have IRIs with their names.
    """

    council: str
    facts: dict[str, list[str]]
    visits: list[Visit]
    predecessors: dict[str, str] = field(default_factory=dict)
    successors: dict[str, str] = field(default_factory=dict)


def profile(store: Queryable, council: str) -> Profile:
    """The profile of a council, given its IRI."""
    node = NamedNode(council)
    facts: dict[str, list[str]] = {}
    for name, value in values(store, _ABOUT.format(council=node)):
        facts.setdefault(str(name), []).append(str(value))
    visits: dict[str, Visit] = {}
    for inspection, kind, *bounds, latest, leader in values(store, _INSPECTIONS.format(council=node)):
        start, end = partial(*bounds[:2]), partial(*bounds[2:])
        by = latest if start is None and end is None else None
        visit = visits.setdefault(str(inspection), Visit(str(inspection), kind or _NO_KIND, start, end, by))
        if leader and leader not in visit.leaders:
            visit.leaders.append(leader)
    for inspection, judgement, area, grade, title, page, superseded in values(store, _JUDGEMENTS.format(council=node)):
        visit = visits.setdefault(str(inspection), Visit(str(inspection), _NO_KIND, None, None))
        grading = Grading(str(judgement), str(area), str(grade), superseded is not None)
        pages = visit.gradings.setdefault(str(judgement), grading).pages.setdefault(str(title), [])
        if int(str(page)) not in pages:
            pages.append(int(str(page)))
    in_order = sorted(
        visits.values(), key=lambda visit: (visit.start or visit.end or visit.by or _LAST, visit.inspection)
    )
    about = Profile(council, facts, in_order)
    for relation, name, kin in values(store, _KIN.format(council=node)):
        (about.predecessors if relation == "predecessor" else about.successors)[str(kin)] = str(name)
    return about
