"""Each row of an answer with the words that prove it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from councilgraph.query.run import Table, run
from councilgraph.rdf import BASE, Literal, NamedNode, integer, text
from councilgraph.store.protocol import Queryable, Term

COLUMNS = ["source", "page", "words", "url"]

_BATCH = 500
_INSPECTION = BASE + "id/inspection/"
_SPANS = """
SELECT ?assertion ?version ?source ?start ?page ?words ?url WHERE {{
  VALUES ?assertion {{ {assertions} }}
  ?assertion cg:evidence ?span .
  ?span cg:inVersion ?version ; cg:startOffset ?start ; cg:page ?page .
  ?version rdfs:label ?source .
  OPTIONAL {{ ?span cg:quote ?words }}
  OPTIONAL {{ ?version prov:specializationOf/dcterms:source ?url }}
}}
"""


class _Span(NamedTuple):
    """Where words stand; sorts in reading order within a document, documents by title."""

    source: str
    version: str
    start: int
    page: int
    words: str


def with_sources(store: Queryable, table: Table) -> Table:
    """The table with the columns ``source`` (title), ``page``, ``words`` and ``url`` at its end.

    They tell of the assertions whose IRIs stand in the row; of inspections only where a row has no judgement or
    finding. Within a document pages are joined by commas and words by an ellipsis, documents by semicolons. ``words``
    is empty where the graph came without them. Columns of these names that the table has already give way. A yes or no
    is left as it is.
    """
    if table.form == "ask":
        return table
    spans: dict[str, set[_Span]] = defaultdict(set)
    urls: dict[str, str] = {}
    candidates = dict.fromkeys(term for row in table.rows for term in row if isinstance(term, NamedNode))
    for batch in _batches(term for term in candidates if term.value.startswith(BASE + "id/")):
        query = _SPANS.format(assertions=" ".join(map(str, batch)))
        for assertion, version, source, start, page, words, url in run(store, query, limit=None).rows:
            place = _Span(_value(source), _value(version), int(_value(start)), int(_value(page)), _value(words))
            spans[_value(assertion)].add(place)
            if url:
                urls[place.version] = min(urls.get(place.version, _value(url)), _value(url))
    own = [index for index, column in enumerate(table.columns) if column not in COLUMNS]
    rows = [[*(row[index] for index in own), *_columns(_of_row(row, spans), urls)] for row in table.rows]
    return Table([*(table.columns[index] for index in own), *COLUMNS], rows, table.truncated)


def _batches(terms: Iterable[NamedNode]) -> Iterator[list[NamedNode]]:
    remaining = iter(terms)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _value(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _of_row(row: list[Term | None], spans: dict[str, set[_Span]]) -> list[_Span]:
    proved = [iri for term in row if (iri := _value(term)) in spans]
    chosen = [iri for iri in proved if not iri.startswith(_INSPECTION)] or proved
    return sorted({span for iri in chosen for span in spans[iri]})


def _columns(spans: list[_Span], urls: dict[str, str]) -> list[Term | None]:
    if not spans:
        return [None] * len(COLUMNS)
    documents: dict[str, list[_Span]] = defaultdict(list)
    for span in spans:
        documents[span.version].append(span)
    pages = ["; ".join(", ".join(map(str, sorted({s.page for s in group}))) for group in documents.values())]
    words = "; ".join(" … ".join(dict.fromkeys(s.words for s in group if s.words)) for group in documents.values())
    links = list(dict.fromkeys(urls[version] for version in documents if version in urls))
    return [
        text("; ".join(group[0].source for group in documents.values())),
        integer(spans[0].page) if len({(s.version, s.page) for s in spans}) == 1 else text(pages[0]),
        text(words) if words.strip("; ") else None,
        NamedNode(links[0]) if len(links) == 1 else text("; ".join(links)) if links else None,
    ]
