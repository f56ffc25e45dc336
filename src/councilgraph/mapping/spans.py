"""Evidence spans: what is printed sits here, what is meant sits on the node that the span supports."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.model import Evidence
from councilgraph.namespaces import CG
from councilgraph.rdf import NamedNode


@dataclass(frozen=True, slots=True)
class SpanWriter:
    """Writes the spans of one version."""

    graph: Graph
    version: NamedNode
    text_key: str

    def write(
        self,
        assertion: NamedNode,
        evidence: Iterable[Evidence],
        *,
        supports: NamedNode | None = None,
        basis: str = "explicit",
        voice: str | None = None,
        printed: Mapping[NamedNode, str | None] | None = None,
    ) -> None:
        """Tie an assertion to its words; words that prove several properties of it are one span.

        Args:
            supports: the property of the assertion that the words prove; None: the assertion as a whole.
            basis: key of the vocabulary's basis scheme.
            voice: key of its scheme of voices, in which the document says it.
            printed: words of the page to keep, by property of the span.
        """
        for item in evidence:
            span = iris.span(self.text_key, item.start, item.end, assertion)
            graph = self.graph
            graph.node(span, (CG.EvidenceSpan,), f"page {item.page}, characters {item.start}-{item.end}")
            graph.add(assertion, CG.evidence, span)
            graph.add(span, CG.inVersion, self.version)
            graph.add(span, CG.startOffset, rdf.integer(item.start))
            graph.add(span, CG.endOffset, rdf.integer(item.end))
            graph.add(span, CG.page, rdf.integer(item.page))
            graph.add(span, CG.quote, rdf.text(item.quote))
            graph.add(span, CG.quoteHash, rdf.text(hashlib.sha256(item.quote.encode()).hexdigest()))
            graph.add(span, CG.supports, supports)
            graph.add(span, CG.basis, iris.concept("basis", basis))
            graph.add(span, CG.voice, iris.concept("voice", voice) if voice else None)
            for predicate, words in (printed or {}).items():
                graph.add(span, predicate, rdf.text(words) if words else None)
        self.graph.add(assertion, CG.statedIn, self.version)
