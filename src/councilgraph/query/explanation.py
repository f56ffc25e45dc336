"""From a thing back to the words that prove it, with what stands around them on the page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from councilgraph.query.days import published_words
from councilgraph.query.run import values
from councilgraph.rdf import PREFIXES, NamedNode, shorten
from councilgraph.store.protocol import Queryable

CONTEXT = 160
"""Code points shown before and after the words."""

_TO_SPACE, _FROM_SPACE = re.compile(r"\A\S*\s*"), re.compile(r"\s*\S*\Z")

_FACTS = """
SELECT ?property ?value ?label ?is_iri WHERE {{
  {thing} ?property ?value .
  OPTIONAL {{ ?value rdfs:label ?label }}
  BIND(isIRI(?value) AS ?is_iri)
}} ORDER BY ?property ?label ?value
"""
_WORDS = """
SELECT ?span ?version ?title ?publisher ?from ?to ?url ?sha ?page ?start ?end ?quote ?proves WHERE {{
  VALUES ?thing {{ {thing} }}
  {{ ?thing cg:evidence ?span }} UNION {{ ?thing cg:inVersion ?any BIND(?thing AS ?span) }}
  ?span cg:inVersion ?version ; cg:page ?page ; cg:startOffset ?start ; cg:endOffset ?end .
  ?version dcterms:title ?title .
  OPTIONAL {{ ?version dcterms:publisher/rdfs:label ?publisher }}
  OPTIONAL {{ ?version cg:earliestStart ?from }}
  OPTIONAL {{ ?version cg:latestStart ?to }}
  OPTIONAL {{ ?version prov:specializationOf/dcterms:source ?url }}
  OPTIONAL {{ ?version cg:textSha256 ?sha }}
  OPTIONAL {{ ?span cg:quote ?quote }}
  OPTIONAL {{ ?span cg:supports/rdfs:label ?proves }}
}} ORDER BY ?title ?version ?start ?span
"""
_PARTS = """
SELECT DISTINCT ?part WHERE {{
  ?part a cg:Judgement ; cg:inspection {thing} ; cg:area ?area .
  OPTIONAL {{ ?area cg:isOverall ?overall }}
}} ORDER BY DESC(?overall) ?part
"""
# Said elsewhere in an explanation, or of use to programs only.
_HIDDEN = frozenset({"cg:evidence", "cg:statedIn", "rdfs:label", "rdf:type"})
# Bounds that say nothing more where the day is known.
_SECOND_BOUNDS = {"cg:latestStart": "cg:earliestStart", "cg:earliestEnd": "cg:latestEnd"}

TextOf = Callable[[str], str | None]
"""The normalised text of a version, by its hash, or None where it is not at hand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document, and what they prove (label of a property, None: the thing as a whole).

    ``before`` and ``after`` stand around them on the page, None where the text is not at hand; so is ``quote`` where the
    words did not travel with the graph. ``published`` is in words, ``start`` and ``end`` count code points.
    """

    span: str
    version: str
    title: str
    publisher: str | None
    published: str
    url: str | None
    page: int
    start: int
    end: int
    quote: str | None
    proves: tuple[str, ...]
    before: str | None = None
    after: str | None = None


@dataclass(slots=True)
class Explanation:
    """A thing: its IRI and label, what is said of it (property and value, as labels), its words, and its judgements."""

    iri: str
    label: str
    kinds: list[str]
    facts: list[tuple[str, str]]
    places: list[Place]
    parts: list["Explanation"] = field(default_factory=list)


def explain(store: Queryable, iri: str, text_of: TextOf | None = None, *, parts: bool = True) -> Explanation:
    """What is said of a thing, and the words that prove it.

    Args:
        iri: of anything in the graph; for an inspection its judgements are explained too.
        text_of: gives texts, for the words around the words.
        parts: whether to explain an inspection's judgements.
    """
    label, kinds, facts = iri, [], []
    for property_, value, name, is_iri in values(store, _FACTS.format(thing=NamedNode(iri))):
        short = shorten(str(property_))
        shown = name or (shorten(str(value)) if is_iri == "true" else str(value))
        if short == "rdfs:label":
            label = str(value)
        elif short == "rdf:type":
            if str(value).startswith(PREFIXES["cg"]):
                kinds.append(shown)
        elif short not in _HIDDEN:
            facts.append((short, shown))
    facts = [(name, value) for name, value in facts if (_SECOND_BOUNDS.get(name, ""), value) not in facts]
    found = Explanation(iri, label, kinds, facts, list(_places(store, iri, text_of or _no_text)))
    if parts:
        for (part,) in values(store, _PARTS.format(thing=NamedNode(iri))):
            found.parts.append(explain(store, str(part), text_of, parts=False))
    return found


def _places(store: Queryable, iri: str, text_of: TextOf) -> Iterator[Place]:
    """The words in reading order; words that prove several things come once."""
    places: dict[tuple[str, int, int], Place] = {}
    for row in values(store, _WORDS.format(thing=NamedNode(iri))):
        span, version, title, publisher, first, last, url, sha, page, start, end, quote, proves = row
        key = str(version), int(str(start)), int(str(end))
        said = (*places[key].proves, proves) if key in places else (proves,)
        before, words, after = _around(text_of(sha) if sha else None, key[1], key[2])
        places[key] = Place(
            str(span),
            str(version),
            str(title),
            publisher,
            published_words(first, last),
            url,
            int(str(page)),
            key[1],
            key[2],
            quote or words,
            tuple(dict.fromkeys(name for name in said if name)),
            before,
            after,
        )
    yield from places.values()


def _around(text: str | None, start: int, end: int) -> tuple[str | None, str | None, str | None]:
    """What stands before the words on their page, the words, and what stands after, cut between words."""
    if text is None or end > len(text):
        return None, None, None
    page_start = text.rfind("\f", 0, start) + 1
    page_end = text.find("\f", end)
    page_end = len(text) if page_end < 0 else page_end
    first = max(page_start, start - CONTEXT)
    last = min(page_end, end + CONTEXT)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    if first > page_start:
        before = "…" + _TO_SPACE.sub("", before)
    if last < page_end:
        after = _FROM_SPACE.sub("", after) + "…"
    return before.strip(), text[start:end], after.strip()


def _no_text(sha256: str) -> None:
    """There is no text at hand."""
