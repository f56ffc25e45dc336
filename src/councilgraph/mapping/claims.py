"""What people and bodies are quoted or reported as saying.

A claim is labelled by who made it and its number in the document; its words stay on the spans.
"""

from collections import Counter

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.bodies import write_body, write_council
from councilgraph.mapping.concepts import write_concept
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.mapping.people import write_person
from councilgraph.mapping.spans import SpanWriter
from councilgraph.namespaces import CG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.claims import ResolvedClaim
from councilgraph.resolve.dates import in_words, spell

COMPARISONS = {"=": "", ">=": " or better", ">": ", better than", "<=": " or worse", "<": ", worse than"}


def write_claims(graph: Graph, spans: SpanWriter, text: ResolvedRecord, resolution: Resolution, ledger: Ledger) -> None:
    """All claims of a text."""
    met: Counter[NamedNode] = Counter()
    order: Counter[str] = Counter()
    day = text.record.document.published
    for found in text.claims:
        claim = found.claim
        words = " ".join([claim.speaker, *(item.quote for item in claim.evidence)])
        node = iris.by_words("claim", text.short, words)
        met[node] += 1
        if met[node] > 1:
            node = iris.by_words("claim", text.short, words, met[node])
        claimant, name = _claimant(graph, found, resolution)
        order[name] += 1
        when = f", {in_words(day)}" if day else ""
        graph.node(node, (CG.Claim, PROV.Entity), f"{name}{when}: claim {order[name]}{_asserted(found)}")
        graph.add(node, CG.claimant, claimant)
        graph.add(node, CG.unnamed, rdf.boolean(True) if found.unnamed else None)
        graph.add(node, CG.inCapacity, iris.thing("tenure", found.tenure) if found.tenure else None)
        graph.add(node, CG.council, write_council(graph, found.council) if found.council else None)
        graph.add(node, CG.inspection, iris.thing("inspection", found.event.key) if found.event else None)
        if found.grade:
            graph.add(node, CG.assertsGrade, iris.concept(found.grade.scale, found.grade.key))
            graph.add(node, CG.comparator, rdf.text(claim.comparator or "="))
            ledger.claims.append((text, found, node))
        elif found.disputes or (found.event and found.asserts.latest_end):
            ledger.claims.append((text, found, node))
        graph.add(node, CG.unitKind, write_concept(graph, "unit-kind", claim.unit_kind) if claim.unit_kind else None)
        for service in found.services:
            graph.add(node, CG.serviceArea, iris.concept("service-area", service))
        for predicate, bound in (
            (CG.assertsFrom, found.asserts.earliest_start),
            (CG.assertsTo, found.asserts.latest_end),
        ):
            graph.add(node, predicate, rdf.day(bound) if bound else None)
        graph.bounds(node, spell(day, day))
        spans.write(node, claim.evidence, voice=claim.voice)


def _claimant(graph: Graph, found: ResolvedClaim, resolution: Resolution) -> tuple[NamedNode, str]:
    if found.person:
        key = found.person[0]
        return write_person(graph, key, resolution), resolution.people[key]
    assert found.body
    return write_body(graph, found.body), found.body.label


def _asserted(found: ResolvedClaim) -> str:
    if not found.grade:
        return ""
    return f", asserts {found.grade.label}{COMPARISONS.get(found.claim.comparator or '=', '')}"
