"""Every IRI pattern of the data, in one place.

IRIs are readable, deterministic and end in one segment; dates are data, and only the month of an inspection helps to
name it. What a document says is keyed by the document and the words, never by offsets.
"""

import hashlib
import re
from functools import cache

from councilgraph.rdf import BASE, NamedNode
from councilgraph.resolve.names import slug

_LONGEST_ID = 80
_SUFFIX = re.compile(r"\.[A-Za-z]{1,5}$")
VOCABULARY_GRAPH = BASE + "graph/vocabulary"
DERIVED_GRAPH = BASE + "graph/derived"
_OPEN_LICENCES = {
    "OGL-UK-3.0": (
        "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "Open Government Licence v3.0",
    ),
    "CC0-1.0": ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0 Universal"),
    "CC-BY-4.0": ("http://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0 International"),
}


def document_graph(text_key: str) -> str:
    """The named graph of a document version."""
    return f"{BASE}graph/document/{text_key}"


def register_graph(name: str) -> str:
    """The named graph of a register."""
    return f"{BASE}graph/register/{slug(name)}"


def made_graph(name: str, made_as: str) -> str:
    """The name here of a graph that was made elsewhere."""
    return f"{DERIVED_GRAPH}/{slug(made_as)}" if name == DERIVED_GRAPH else name


@cache
def concept(scheme: str, key: str) -> NamedNode:
    """A concept of the vocabulary."""
    return NamedNode(f"{BASE}vocab/{scheme}/{key}")


@cache
def scheme(name: str) -> NamedNode:
    """A concept scheme of the vocabulary."""
    return NamedNode(f"{BASE}vocab/{name}")


@cache
def thing(kind: str, key: str) -> NamedNode:
    """A thing in the world or a record of one: ``id/<kind>/<key>``."""
    return NamedNode(f"{BASE}id/{kind}/{key}")


def organisation(name: str) -> NamedNode:
    """An inspectorate, department or publisher."""
    return thing("organisation", slug(name))


def document(document_id: str) -> NamedNode:
    """A document: its id where that is a slug already, else the end of a slug with a hash, so that no two ever meet."""
    plain = slug(document_id)
    if plain == document_id and len(plain) <= _LONGEST_ID:
        return thing("document", plain)
    words = slug(_SUFFIX.sub("", document_id))
    if len(words) > _LONGEST_ID:
        words = words[-_LONGEST_ID:].partition("-")[2] or words[-_LONGEST_ID:]
    return thing("document", f"{words}-{_hex(document_id, 8)}".lstrip("-"))


def board(council: str) -> NamedNode:
    """The Local Safeguarding Children Board of a council, by the council's slug."""
    return thing("partnership", f"{council}-lscb")


def post(organisation_iri: NamedNode, post_type: str) -> NamedNode:
    """An office: organisation and type."""
    return thing("post", f"{organisation_iri.value.rsplit('/', 1)[-1]}-{post_type}")


def judgement(event_key: str, area: str, grade: str) -> NamedNode:
    """A grade for one area by one inspection."""
    return thing("judgement", f"{event_key}-{area}-{grade}")


def by_words(kind: str, document_key: str, words: str, occurrence: int = 1) -> NamedNode:
    """A finding, claim, statistic or intervention: document, hash of its words without spaces and case, occurrence."""
    folded = "".join(words.split()).casefold()
    suffix = f"-{occurrence}" if occurrence > 1 else ""
    return thing(kind, f"{document_key}-{_hex(folded, 12)}{suffix}")


def assessment(claim: NamedNode, against: NamedNode) -> NamedNode:
    """A claim held against one thing."""
    return thing("assessment", f"{claim.value.rsplit('/', 1)[-1]}-{_hex(against.value, 8)}")


def span(text_key: str, start: int, end: int, assertion: NamedNode) -> NamedNode:
    """The words that support one assertion at one place."""
    return thing("span", f"{text_key[:12]}-{start}-{end}-{_hex(assertion.value, 8)}")


def licence(name: str) -> tuple[NamedNode, str] | None:
    """The IRI and the full name of an open licence that we know by its short name."""
    known = _OPEN_LICENCES.get(name)
    return (NamedNode(known[0]), known[1]) if known else None


def _hex(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:digits]
