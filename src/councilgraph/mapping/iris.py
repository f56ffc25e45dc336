"""Every IRI pattern of the data, in one place.

IRIs are readable, deterministic and end in one segment; dates are data, and only the month of an inspection helps to
name it. What a document says is keyed by the document and the words, never by offsets.
"""

import hashlib
from functools import cache

from councilgraph.rdf import BASE, NamedNode
from councilgraph.resolve.names import slug

VOCABULARY_GRAPH = BASE + "graph/vocabulary"
DERIVED_GRAPH = BASE + "graph/derived"
_OPEN_LICENCES = {
    "OGL-UK-3.0": "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "CC0-1.0": "http://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "http://creativecommons.org/licenses/by/4.0/",
}


def document_graph(text_key: str) -> str:
    """The named graph of a document version."""
    return f"{BASE}graph/document/{text_key}"


def register_graph(name: str) -> str:
    """The named graph of a register."""
    return f"{BASE}graph/register/{name}"


@cache
def concept(scheme: str, key: str) -> NamedNode:
    """A concept of the vocabulary."""
    return NamedNode(f"{BASE}vocab/{scheme}/{key}")


@cache
def thing(kind: str, key: str) -> NamedNode:
    """A thing in the world or a record of one: ``id/<kind>/<key>``."""
    return NamedNode(f"{BASE}id/{kind}/{key}")


def organisation(name: str) -> NamedNode:
    """An inspectorate, department or publisher."""
    return thing("organisation", slug(name))


def document(document_id: str) -> NamedNode:
    """A document: its id where that is a slug already, else a slug of it with a hash, so that no two ever meet."""
    plain = slug(document_id)
    if plain == document_id and len(plain) <= 80:
        return thing("document", plain)
    return thing("document", f"{plain[-60:].strip('-')}-{_hex(document_id, 8)}")


def board(council: str) -> NamedNode:
    """The Local Safeguarding Children Board of a council, by the council's slug."""
    return thing("partnership", f"{council}-lscb")


def post(organisation_iri: NamedNode, post_type: str) -> NamedNode:
    """An office: organisation and type."""
    return thing("post", f"{organisation_iri.value.rsplit('/', 1)[-1]}-{post_type}")


def judgement(event_key: str, area: str, grade: str) -> NamedNode:
    """A grade for one area by one inspection."""
    return thing("judgement", f"{event_key}-{area}-{grade}")


def by_words(kind: str, document_key: str, words: str, occurrence: int) -> NamedNode:
    """A finding, claim, statistic or intervention: document, hash of its words without spaces and case, occurrence."""
    folded = "".join(words.split()).casefold()
    suffix = f"-{occurrence}" if occurrence > 1 else ""
    return thing(kind, f"{document_key}-{_hex(folded, 12)}{suffix}")


def span(text_key: str, start: int, end: int, assertion: NamedNode, supports: str | None) -> NamedNode:
    """The words that support one assertion at one place."""
    return NamedNode(f"{BASE}id/span/{text_key[:12]}-{start}-{end}-{_hex(f'{assertion.value} {supports}', 8)}")


def licence(name: str) -> NamedNode | None:
    """The IRI of an open licence that we know by its short name."""
    iri = _OPEN_LICENCES.get(name)
    return NamedNode(iri) if iri else None


def _hex(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:digits]
