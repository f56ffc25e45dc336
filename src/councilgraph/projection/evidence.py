"""Where documents state what a projection shows, page by page, for formats that can tell so much."""

import re

from councilgraph.projection import rows
from councilgraph.projection.model import Place, Projection
from councilgraph.projection.values import thing_id
from councilgraph.query.run import values
from councilgraph.rdf import BASE
from councilgraph.store.protocol import NamedNode, Queryable
from councilgraph.store.words import Quotes, is_open

_BATCH = 500
# Things of our own; others have no evidence.
_OURS = re.compile(r"[a-z-]+/[\w.~-]+")
_SPANS = """
SELECT ?thing ?version ?page ?words ?licence WHERE {{
  VALUES ?thing {{ {things} }}
  ?thing cg:evidence ?span .
  ?span cg:inVersion ?version ; cg:page ?page ; cg:startOffset ?start .
  OPTIONAL {{ ?span cg:quote ?words }}
  OPTIONAL {{ ?version dcterms:license ?licence }}
}} ORDER BY ?thing ?version ?start ?span
"""


def add_evidence(store: Queryable, projection: Projection, quotes: Quotes = "open") -> None:
    """Fill `Projection.evidence` for what nodes and edges stand for, in the order of pages.

    Args:
        quotes: whose words come with it: ``all``, those under an ``open`` licence, or ``none``.
    """
    known = rows.documents(store)
    things = sorted({node.id for node in projection.nodes} | {edge.thing for edge in projection.edges if edge.thing})
    for at in range(0, len(things), _BATCH):
        listed = " ".join(str(NamedNode(f"{BASE}id/{key}")) for key in things[at : at + _BATCH] if _OURS.fullmatch(key))
        for thing, version, page, words, licence in values(store, _SPANS.format(things=listed)):
            document, source = known[str(version)]
            projection.documents.setdefault(document, source)
            may = quotes == "all" or (quotes == "open" and is_open(licence or ""))
            place = Place(document, int(str(page)), (words or "") if may else "")
            places = projection.evidence.setdefault(thing_id(str(thing)), [])
            if place not in places:
                places.append(place)
