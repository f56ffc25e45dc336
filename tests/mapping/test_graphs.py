"""What records come to as graphs."""

import hashlib
from dataclasses import replace
from itertools import chain
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, ORG, PROV, RDF, RDFS, Literal, URIRef

from councilgraph import mapping, resources
from councilgraph.mapping import iris
from councilgraph.model import Inspection, Judgement, Record
from councilgraph.rdf import BASE, XSD
from reports import CARE_LEAVERS, LEADERS, NORTHMERE, OVERALL, report

from .graphs import CG, ID, VOCAB, keys, label, mapped, merged, parsed

EVENT = ID["inspection/northmere-ilacs-2024-05"]
OVERALL_GOOD = ID["judgement/northmere-ilacs-2024-05-ilacs-overall-good"]
PRESS = {"genre": "press-article", "publisher": "The Northmere Lantern", "licence": None, "findings": (), "leads": ()}


def day(value: str) -> Literal:
    return Literal(value, datatype=URIRef(XSD + "date"))


def family() -> list[Record]:
    """Records that meet in many ways: one inspection told three times, another year, a visit, another council."""
    return [
        report(),
        report("lantern-1", grades=[(OVERALL, "Good")], published="2024-07-02", **PRESS),
        report("lantern-2", grades=[(OVERALL, "Inadequate")], published="2024-07", ending="Later.", **PRESS),
        report("northmere-2021", start="2021-03-01", end="2021-03-05", grades=[(OVERALL, "Inadequate")]),
        report("northmere-visit", visit_type="focused-visit", grades=(), start="2022-02-02", end="2022-02-03"),
        report("eastvale-2024", council="Eastvale Council", leads=["Máire Quill"]),
        report("eastvale-2019", council="Eastvale", leads=["Maire Quill"], start="2019-02", end=None),
        report("nowhere", council="Nowhere Council", published=None, publisher=None),
    ]


def test_the_words_of_every_span_stand_where_it_says() -> None:
    record = report()
    graph = merged(record)
    text = record.document.text or ""
    spans = list(graph.subjects(RDF.type, CG.EvidenceSpan))
    assert len(spans) == 6
    for span in spans:
        start, end, page = (int(graph.value(span, p)) for p in (CG.startOffset, CG.endOffset, CG.page))
        words = str(graph.value(span, CG.quote))
        assert text[start:end] == words
        assert text.count("\f", 0, start) == page - 1
        assert str(graph.value(span, CG.quoteHash)) == hashlib.sha256(words.encode()).hexdigest()


def test_what_is_printed_is_on_the_span_and_what_is_meant_on_the_node() -> None:
    graph = merged(report(grades=[(OVERALL, "Requires Improvement")]))
    (judgement,) = graph.subjects(RDF.type, CG.Judgement)
    assert keys([judgement]) == ["northmere-ilacs-2024-05-ilacs-overall-requires-improvement"]
    assert graph.value(judgement, CG.grade) == VOCAB["social-care-scale/requires-improvement"]
    assert graph.value(judgement, CG.area) == VOCAB["judgement-area/ilacs-overall"]
    assert graph.value(judgement, CG.band) == Literal(2)
    (span,) = graph.objects(judgement, CG.evidence)
    assert graph.value(span, CG.printedGrade) == Literal("Requires Improvement")
    assert graph.value(span, CG.printedArea) == Literal(OVERALL)
    assert graph.value(span, CG.supports) == CG.grade
    assert not {CG.printedGrade, CG.printedArea, CG.quote} & set(graph.predicates(judgement))


def test_words_that_prove_two_properties_are_one_span() -> None:
    graph = merged(report())
    (span,) = graph.subjects(CG.printedDate)
    assert set(graph.objects(span, CG.supports)) == {CG.earliestStart, CG.latestEnd}
    assert graph.value(span, CG.edtf) == Literal("2024-05-13/2024-05-24")


def test_an_inspection_has_kind_bodies_bounds_and_framework_version() -> None:
    graph = merged(report())
    assert {
        predicate.split("#")[-1]: keys(graph.objects(EVENT, predicate)) for predicate in graph.predicates(EVENT)
    } == {
        "type": ["ontology#Inspection"],
        "label": ["Northmere County Council, ILACS, May 2024"],
        "conductedBy": ["ofsted"],
        "council": ["northmere"],
        "inspectedBody": ["northmere"],
        "inspectionKind": ["ilacs"],
        "framework": ["ilacs-2023"],
        "leadInspector": ["ada-fernsby-ofsted"],
        "date": ["2024-05-13"],
        "earliestStart": ["2024-05-13"],
        "latestStart": ["2024-05-13"],
        "earliestEnd": ["2024-05-24"],
        "latestEnd": ["2024-05-24"],
        "statedIn": keys(graph.subjects(RDF.type, CG.DocumentVersion)),
        "evidence": keys(graph.objects(EVENT, CG.evidence)),
    }


def test_a_version_says_what_was_read_and_under_which_terms_it_may_travel() -> None:
    record = report(url="https://reports.example.org/northmere", published="2024-07")
    document = record.document
    graph = merged(record)
    version = ID[f"version/{(document.text_sha256 or '')[:16]}"]
    assert graph.value(version, CG.sha256) == Literal(document.sha256)
    assert graph.value(version, CG.textSha256) == Literal(document.text_sha256)
    assert graph.value(version, DCTERMS.publisher) == ID["organisation/ofsted"]
    assert [graph.value(version, bound) for bound in (CG.earliestStart, CG.latestStart)] == [
        day("2024-07-01"),
        day("2024-07-31"),
    ]
    assert graph.value(version, DCTERMS.issued) is None
    licence = graph.value(version, DCTERMS.license)
    assert (licence, RDF.type, DCTERMS.LicenseDocument) in graph
    assert label(graph, licence) == "Open Government Licence v3.0"
    work = graph.value(version, PROV.specializationOf)
    assert work == ID["document/northmere-2024"]
    assert graph.value(work, DCTERMS.source) == URIRef("https://reports.example.org/northmere")


def test_terms_that_are_not_known_are_kept_in_words() -> None:
    graph = merged(report(licence="All rights reserved"))
    assert [str(words) for words in graph.objects(None, DCTERMS.rights)] == ["All rights reserved"]
    assert not list(graph.objects(None, DCTERMS.license))


def test_every_node_has_a_type_one_label_and_a_description() -> None:
    standing = mapping.standing_graphs([resources.graphs() / "registers" / "councils.ttl"])
    graph = merged(*family())
    known = parsed(chain.from_iterable(standing.values()))
    for node in set(graph.subjects()):
        assert isinstance(node, URIRef)
        assert graph.value(node, RDF.type), node
        assert len(set(graph.objects(node, RDFS.label))) == 1, node
    ours = {node for node in graph.objects() if isinstance(node, URIRef) and str(node).startswith(BASE)}
    described = set(graph.subjects()) | set(known.subjects())
    assert not ours - described


def test_each_graph_restates_types_and_labels_of_what_it_mentions() -> None:
    for iri, lines in mapped(*family()).items():
        if iri != iris.DERIVED_GRAPH:
            graph = parsed(lines)
            mentioned = {node for node in graph.objects() if str(node).startswith(ID)}
            assert mentioned and not [node for node in mentioned if not graph.value(node, RDFS.label)]


def test_the_superclasses_that_queries_need_are_written() -> None:
    graph = merged(report())
    for kind, wider in ((CG.Judgement, PROV.Entity), (CG.Finding, PROV.Entity)):
        assert all((node, RDF.type, wider) in graph for node in graph.subjects(RDF.type, kind))
    assert (EVENT, RDF.type, PROV.Entity) not in graph


@settings(max_examples=20, deadline=None)
@given(st.permutations(family()))
def test_the_order_of_records_makes_no_difference(records: list[Record]) -> None:
    assert mapped(*records) == mapped(*family())


def test_documents_that_agree_share_a_judgement_with_a_span_each() -> None:
    graph = merged(report(), report("lantern", grades=[(OVERALL, "Good")], **PRESS))
    assert len(list(graph.objects(OVERALL_GOOD, CG.statedIn))) == 2
    assert len(list(graph.objects(OVERALL_GOOD, CG.evidence))) == 2


def test_one_text_under_two_names_is_one_version_of_two_documents() -> None:
    graph = merged(report("a"), report("b", title="A copy"))
    (version,) = graph.subjects(RDF.type, CG.DocumentVersion)
    works = sorted(graph.objects(version, PROV.specializationOf))
    assert [label(graph, work) for work in works] == ["Inspection of Northmere", "A copy"]
    assert len(list(graph.objects(OVERALL_GOOD, CG.statedIn))) == 1


def test_of_two_copies_the_one_that_more_is_known_of_counts() -> None:
    unknown = {"title": None, "publisher": None, "published": None, "licence": None}
    graph = merged(report("a-stray-copy", **unknown), report("northmere-2024"))
    (version,) = graph.subjects(RDF.type, CG.DocumentVersion)
    assert label(graph, version) == "Inspection of Northmere"
    assert graph.value(version, DCTERMS.issued) == day("2024-07-01")


def test_two_texts_of_one_document_keep_what_each_says() -> None:
    """As where a report is read as PDF and as web page: same words, same finding; the label does not waver."""
    first = report(findings=[("area-for-improvement", "A point."), ("area-for-improvement", "Another.")])
    second = report(
        findings=[("area-for-improvement", "Another.")], start="2021-03-01", end="2021-03-05", title="Its web page"
    )
    graph = merged(first, second)
    assert len(list(graph.subjects(PROV.specializationOf, ID["document/northmere-2024"]))) == 2
    assert keys(graph.subjects(RDF.type, CG.Inspection)) == ["northmere-ilacs-2021-03", "northmere-ilacs-2024-05"]
    assert len(list(graph.subjects(RDF.type, CG.Finding))) == 2
    assert all(label(graph, node) for node in set(graph.subjects()))


def test_words_that_a_text_says_twice_are_two_findings() -> None:
    graph = merged(report(findings=[("narrative", "The same words."), ("narrative", "The same  words.")]))
    one, two = keys(graph.subjects(RDF.type, CG.Finding))
    assert two == f"{one}-2"


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        ("2024-05-13", "2024-05-24", "May 2024"),
        ("2024-05-13", None, "May 2024"),
        ("2024-05", None, "May 2024"),
        ("2024", None, "2024"),
        (None, None, "date not known"),
    ],
)
def test_a_label_tells_the_date_as_far_as_it_is_known(start: str | None, end: str | None, when: str) -> None:
    graph = merged(report(start=start, end=end))
    (event,) = graph.subjects(RDF.type, CG.Inspection)
    assert label(graph, event) == f"Northmere County Council, ILACS, {when}"


def test_a_visit_is_not_called_an_inspection() -> None:
    graph = merged(report(visit_type="focused-visit", grades=()))
    (event,) = graph.subjects(RDF.type, CG.Inspection)
    assert label(graph, event) == "Northmere County Council, Focused visit, May 2024"


def test_a_document_that_dates_an_inspection_otherwise_says_nothing_of_its_dates() -> None:
    footer = report("lantern", start="2024-05-13", end="2024-05-13", dates="13 May 2024", grades=(), **PRESS)
    graphs = mapped(report(), footer)
    graph = parsed(graphs[iris.document_graph((footer.document.text_sha256 or "")[:16])])
    assert graph.value(EVENT, CG.latestEnd) is None
    assert [str(words) for words in graph.objects(None, CG.printedDate)] == ["13 May 2024"]


def test_a_person_is_one_however_spelt_and_two_in_two_bodies() -> None:
    records = [
        report("a", leads=["Maire Quill"]),
        report("b", leads=["Máire Quill"], start="2021-05-10", end="2021-05-11"),
        report("c", leads=["Máire Quill"], start="2019-05-10", end="2019-05-11"),
        report("d", leads=["Máire Quill"], start="2012-05-10", end="2012-05-11"),
    ]
    records[3].inspections[0] = replace(records[3].inspections[0], bodies=["CSCI"])
    graph = merged(*records)
    assert keys(graph.subjects(RDF.type, CG.Person)) == ["maire-quill-csci", "maire-quill-ofsted"]
    assert label(graph, ID["person/maire-quill-ofsted"]) == "Máire Quill"


@pytest.mark.parametrize(
    "name", ["Ofsted", "OFSTED", "Office for Standards in Education, Children's Services and Skills"]
)
def test_an_inspectorate_that_publishes_is_known_by_any_of_its_names(name: str) -> None:
    graph = merged(report(publisher=name))
    (publisher,) = graph.objects(None, DCTERMS.publisher)
    assert publisher == ID["organisation/ofsted"]
    assert label(graph, publisher) == "Ofsted"
    assert (publisher, RDF.type, CG.Publisher) not in graph


def test_two_inspections_of_a_council_in_one_month_are_told_apart_by_the_day() -> None:
    graph = merged(report(), report("second", start="2024-05-01", end="2024-05-03"))
    assert keys(graph.subjects(RDF.type, CG.Inspection)) == ["northmere-ilacs-2024-05-01", "northmere-ilacs-2024-05-13"]


def of_2015(**parts: Any) -> Record:
    """A report under the single framework, published in spring."""
    return report(
        "northmere-2015",
        framework="sif",
        visit_type=parts.pop("visit_type", "single-inspection"),
        start="2015-02-03",
        end="2015-02-26",
        published=parts.pop("published", "2015-04-24"),
        grades=[("The overall judgement", "good")],
        **parts,
    )


def test_a_board_is_a_partnership_and_not_the_council() -> None:
    record = of_2015()
    board = replace(record.inspections[0], id="i2", body="Local Safeguarding Children Board", visit_type="lscb-review")
    record.inspections.append(board)
    record.judgements.append(replace(record.judgements[0], inspection="i2", area="The LSCB"))
    graph = merged(record)
    review = ID["inspection/northmere-lscb-review-2015-02"]
    (body,) = graph.objects(review, CG.inspectedBody)
    assert label(graph, URIRef(str(body))) == "Local Safeguarding Children Board of Northmere County Council"
    assert set(graph.objects(body, RDF.type)) == {CG.Partnership, ORG.Organization}
    assert keys(graph.objects(body, CG.council)) == keys(graph.objects(review, CG.council)) == ["northmere"]
    council = ID["inspection/northmere-sif-2015-02"]
    assert keys(graph.objects(council, CG.inspectedBody)) == ["northmere"]
    assert keys(graph.subjects(CG.inspection, council)) != keys(graph.subjects(CG.inspection, review))


def test_a_reinspection_is_of_its_own_kind_under_the_same_framework() -> None:
    graph = merged(of_2015(visit_type="reinspection"))
    node = ID["inspection/northmere-reinspection-2015-02"]
    assert list(graph.objects(node, CG.inspectionKind)) == [VOCAB["inspection-kind/reinspection"]]
    assert keys(graph.objects(node, CG.framework))[0].startswith("sif")


def test_the_printed_publication_is_that_of_inspection_and_version() -> None:
    record = of_2015(published="2015-04-27")
    record.inspections[0].published = "2015-04-24"
    graph = merged(record)
    node = ID["inspection/northmere-sif-2015-02"]
    assert {str(graph.value(node, p)) for p in (CG.earliestPublication, CG.latestPublication)} == {"2015-04-24"}
    (version,) = graph.subjects(RDF.type, CG.DocumentVersion)
    assert graph.value(version, CG.earliestStart) == day("2015-04-24")


def test_an_inspection_known_by_its_publication_alone_had_ended_by_then() -> None:
    record = report("northmere-2022", start="2022-05-16", end="2022-05-27", published="2022-07-04")
    words = record.judgements[0].evidence
    record.inspections.append(Inspection("i2", NORTHMERE, bodies=["Ofsted"], published="2015-04", evidence=words))
    record.judgements.append(Judgement("i2", "services for children", "good", evidence=words))
    graph = merged(record)
    node = ID["inspection/northmere-sif-published-2015-04"]
    assert label(graph, node) == "Northmere County Council, SIF, published April 2015"
    assert graph.value(node, CG.latestEnd) == day("2015-04-30")
    assert graph.value(node, CG.earliestStart) is None
    assert graph.value(node, CG.earliestPublication) == day("2015-04-01")
    assert graph.value(node, CG.latestPublication) == day("2015-04-30")


def test_a_printed_number_stands_on_the_span_as_it_is() -> None:
    record = report(
        "northmere-2013",
        framework="lac-2013",
        visit_type="looked-after-children-inspection",
        start="2013-07-08",
        end="2013-07-12",
        published="2013-08-16",
        grades=[("Overall effectiveness", "Inadequate")],
    )
    record.judgements[0].number = 4
    graph = merged(record)
    (judgement,) = graph.subjects(RDF.type, CG.Judgement)
    (span,) = graph.objects(judgement, CG.evidence)
    assert [str(number) for number in graph.objects(span, CG.printedNumber)] == ["4"]
    assert graph.value(judgement, CG.band).toPython() == 1
    assert keys(graph.objects(judgement, CG.grade)) == ["inadequate"]


def test_a_council_that_no_register_knows_keeps_its_printed_name() -> None:
    graph = merged(report(council="Nowhere Council"), report("b", council="NOWHERE Council", ending="x"))
    assert keys(graph.subjects(RDF.type, CG.Council)) == ["unresolved-nowhere-council"]


def test_areas_decide_the_version_of_a_framework_where_the_day_does_not() -> None:
    in_force = merged(report(start="2026-05-04", end="2026-05-08", grades=[(LEADERS, "Good"), (CARE_LEAVERS, "Good")]))
    assert keys(in_force.objects(None, CG.framework)) == ["ilacs-2026"]
    overall = merged(report(start="2026-05-04", end="2026-05-08"))
    assert keys(overall.objects(None, CG.framework)) == ["ilacs-2023"]


HOSTILE = (
    'Null \0, bell \a, form feed \f, "quotes" \\ backslash, \u202eright to left\u202c, 👩‍👧 \u2028 \x85 \ud800 end\n'
)


def test_hostile_names_give_valid_triples() -> None:
    record = report(
        HOSTILE,
        path=f"dir/{HOSTILE}.pdf",
        title=HOSTILE,
        publisher=HOSTILE,
        licence=HOSTILE,
        council=HOSTILE.replace("\ud800", ""),
        leads=["新しい 名前"],
        url="https://example.org/a b#c#d",
    )
    for lines in mapped(record).values():
        content = "".join(f"{line}\n" for line in lines).encode()
        triples = list(pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.N_TRIPLES))
        assert sorted(f"{triple.triple} ." for triple in triples) == lines
    graph = merged(record)
    (path,) = graph.objects(None, CG.path)
    assert str(path) == f"dir/{HOSTILE}.pdf".replace("\ud800", "\ufffd")
    assert not list(graph.objects(None, DCTERMS.source))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_no_title_or_path_breaks_a_graph(title: str, path: str) -> None:
    for lines in mapped(report(path or "x", title=title, path=path, publisher=title or None)).values():
        content = "".join(f"{line}\n" for line in lines).encode()
        assert len(list(pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.N_TRIPLES))) == len(lines)


def test_standing_graphs_are_vocabulary_and_registers() -> None:
    graphs = mapping.standing_graphs([resources.samples() / "registers" / "fictional-councils.ttl"])
    assert list(graphs) == [f"{BASE}graph/vocabulary", f"{BASE}graph/register/fictional-councils"]
    vocabulary = parsed(graphs[f"{BASE}graph/vocabulary"])
    assert label(vocabulary, VOCAB["social-care-scale/good"]) == "Good"
    assert label(vocabulary, CG.grade) == "grade"
