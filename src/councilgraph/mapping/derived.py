"""What only documents together, or with the registers, can tell.

Which of two assertions is to be preferred; how claims fare; in which areas the seats of mentioned members lay.
"""

from collections import defaultdict

from councilgraph.mapping import iris
from councilgraph.mapping.assessments import write_assessments
from councilgraph.mapping.conflicts import write_conflicts
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.mapping.representation import write_representations
from councilgraph.namespaces import CG
from councilgraph.resolve import Resolution, ResolvedRecord, authority


def write_derived(graph: Graph, resolution: Resolution, ledger: Ledger) -> None:
    """All that is derived."""
    _judgements(graph, resolution)
    write_conflicts(graph, ledger)
    write_assessments(graph, resolution, ledger)
    write_representations(graph, resolution)


def _judgements(graph: Graph, resolution: Resolution) -> None:
    """Link the judgements of one inspection and area that differ; the inspectorate's own and the later word goes first."""
    rivals: dict[tuple[str, str], dict[str, list[ResolvedRecord]]] = defaultdict(lambda: defaultdict(list))
    for text in resolution.texts:
        for found in text.judgements:
            if event := text.events.get(found.judgement.inspection):
                rivals[event.key, found.area][found.grade.key].append(text)
    for (event_key, area), grades in sorted(rivals.items()):
        if len(grades) < 2:
            continue
        preferred = max(sorted(grades), key=lambda grade: max(_authority(text) for text in grades[grade]))
        nodes = {grade: iris.judgement(event_key, area, grade) for grade in sorted(grades)}
        for grade, node in nodes.items():
            status = "preferred" if grade == preferred else "superseded"
            graph.add(node, CG.status, iris.concept("status", status))
            for other, rival in nodes.items():
                if other != grade:
                    graph.add(node, CG.conflictsWith, rival)


def _authority(text: ResolvedRecord) -> tuple[int, str]:
    """Greater is weightier: the inspectorate's own word, then the later publication; never the majority."""
    return -authority(text.record.document), text.record.document.published or ""
