"""What a word of the user means: an IRI, a short id from one of our tables, a code or a name.

`short` writes the ids that `find` reads. A name fits whole or not at all; where several things fit, the user is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from councilgraph.errors import UsageError
from councilgraph.query.run import run
from councilgraph.rdf import BASE, PREFIXES, Literal, NamedNode, shorten
from councilgraph.registers.councils import Council, CouncilRegister
from councilgraph.registers.names import plain
from councilgraph.store.protocol import Queryable

# Of 100: what a name must reach to be offered in place of one that is not there; and how many are.
_NEAR, _OFFERED = 70, 4
_LABELS = "rdfs:label|skos:prefLabel|skos:altLabel"
_CODES = "cg:gssCode|cg:formerGssCode|cg:dfeCode|cg:ofstedUrn"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be asked for.

    Attributes:
        name: in messages, with its article.
        pattern: SPARQL that ``?thing`` fulfils.
        path: what its IRIs have after the base, before the key.
        several: whether a name may stand for several at once, as “good” does for a grade on each scale.
    """

    name: str
    pattern: str
    path: str
    several: bool = False


KINDS: dict[str, Kind] = {
    "council": Kind("a council", "?thing a cg:Council .", "id/council/"),
    "constituency": Kind("a constituency", "?thing a cg:Constituency .", "id/constituency/"),
    "inspection": Kind("an inspection", "?thing a cg:Inspection .", "id/inspection/"),
    "judgement": Kind("a judgement", "?thing a cg:Judgement .", "id/judgement/"),
    "finding": Kind("a finding", "?thing a cg:Finding .", "id/finding/"),
    "claim": Kind("a claim", "?thing a cg:Claim .", "id/claim/"),
    "statistic": Kind("a figure", "?thing a cg:Statistic .", "id/statistic/"),
    "intervention": Kind("an intervention", "?thing a cg:Intervention .", "id/intervention/"),
    "person": Kind("a person", "?thing a cg:Person .", "id/person/"),
    "organisation": Kind("an organisation", "?thing a org:Organization .", "id/organisation/"),
    "change": Kind("a reorganisation", "?thing a org:ChangeEvent .", "id/change/"),
    "delivery": Kind("a delivery", "?thing a cg:Delivery .", "id/delivery/"),
    "document": Kind("a document", "?thing a cg:Document .", "id/document/"),
    "version": Kind("a document version", "?thing a cg:DocumentVersion .", "id/version/"),
    "span": Kind("an evidence span", "?thing a cg:EvidenceSpan .", "id/span/"),
    "service-area": Kind("a service area", "?thing a cg:ServiceArea .", "vocab/service-area/"),
    "judgement-area": Kind("a judgement area", "?thing a cg:JudgementArea .", "vocab/judgement-area/", several=True),
    "grade": Kind("a grade", "?thing a cg:Grade .", "vocab/", several=True),
    "framework": Kind("a framework", "?thing a cg:Framework .", "vocab/framework/"),
    "finding-type": Kind(
        "a type of finding", f"?thing skos:inScheme <{BASE}vocab/finding-type> .", "vocab/finding-type/"
    ),
    "measure": Kind("a measure", f"?thing skos:inScheme <{BASE}vocab/measure> .", "vocab/measure/"),
    "outcome": Kind(
        "an outcome of an assessment",
        f"?thing skos:inScheme <{BASE}vocab/assessment-outcome> .",
        "vocab/assessment-outcome/",
    ),
    "region": Kind("a region", f"?thing skos:inScheme <{BASE}vocab/region> .", "vocab/region/"),
}
_ANYTHING = Kind("anything", "?thing a ?type .", "")
_CONCEPTS = [name for name, kind in KINDS.items() if kind.path.startswith("vocab/")]
# All but spans, whose labels are made of numbers.
_NAMED = [name for name in KINDS if name != "span"]


def short(iri: str) -> str:
    """The id by which our tables call a thing: its key, a concept's scheme and key, a CURIE, or else the IRI itself."""
    if iri.startswith(BASE + "id/"):
        return iri.rsplit("/", 1)[-1]
    if iri.startswith(BASE + "vocab/"):
        return iri.removeprefix(BASE + "vocab/")
    return shorten(iri).strip("<>")


def find(store: Queryable, text: str, kind: str | None = None) -> str:
    """The IRI of the one thing that a text means.

    Args:
        text: an IRI, a CURIE, a short id (``staffordshire-ilacs-2023-11``, ``social-care-scale/good``), a code, or a
            name, whose case and accents do not matter, nor whether a council is called so. What a council and its
            predecessor were called or numbered alike means the one that exists.
        kind: a key of `KINDS`, where only such things are meant.

    Raises:
        UsageError: nothing answers to it (the hint offers near names), or several things do.
    """
    found = find_all(store, text, kind)
    if len(found) > 1:
        raise UsageError(
            f"“{text}” can mean {len(found)} things",
            hint=f"Say which: {', '.join(_full_ids(found)[:8])}{', …' if len(found) > 8 else ''}",
        )
    return found[0]


def find_all(store: Queryable, text: str, kind: str | None = None) -> list[str]:
    """The IRIs of all things that a text means, sorted; at least one.

    Raises:
        UsageError: nothing answers to it.
    """
    wanted = KINDS[kind] if kind else _ANYTHING
    text = text.strip()
    found = _existing(store, _iris(store, text, wanted), wanted) or _coded(store, text, wanted)
    if not found and kind in (None, "council"):
        council = _councils(store).lookup(text)
        found = [council.iri] if council else []
    if not found:
        found = _named(store, text, kind)
    if not found:
        raise _unknown(store, text, wanted, kind)
    return found


def _iris(store: Queryable, text: str, wanted: Kind) -> list[str]:
    """The IRIs that the text may be short for."""
    iri = text.removeprefix("<").removesuffix(">")
    prefix, colon, local = iri.partition(":")
    if colon and prefix in PREFIXES:
        iri = PREFIXES[prefix] + local.replace("\\", "")
    if ":" in iri:
        return [iri]
    key = iri.strip("/").lower()
    if wanted.path == "" or wanted.path == "vocab/":
        paths = {kind.path for kind in KINDS.values()} | {"id/", "vocab/"}
        paths |= {scheme.removeprefix(BASE) + "/" for scheme in _things(store, "?thing a skos:ConceptScheme .")}
    else:
        paths = {wanted.path, wanted.path[: wanted.path.index("/") + 1]}
    return [BASE + path + key for path in sorted(paths)] if key else []


def _existing(store: Queryable, iris: Iterable[str], wanted: Kind) -> list[str]:
    nodes = " ".join(str(node) for node in map(_node, iris) if node)
    return _things(store, f"VALUES ?thing {{ {nodes} }} {wanted.pattern}") if nodes else []


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _coded(store: Queryable, text: str, wanted: Kind) -> list[str]:
    """Councils with a code; of several, those that have not ended, where there are any."""
    holds = f"VALUES ?code {{ {Literal(text.upper())} }} ?thing {_CODES} ?code . {wanted.pattern}"
    found = _things(store, holds)
    return (_things(store, f"{holds} MINUS {{ ?thing cg:latestEnd ?end }}") or found) if len(found) > 1 else found


def _named(store: Queryable, text: str, kind: str | None) -> list[str]:
    """Things whose label, whole, is the text but for case, accents and punctuation."""
    asked = plain(text)
    if not asked:
        return []
    if kind:
        return sorted({iri for label, iri in _labels(store, [kind]) if plain(label) == asked})
    # Every label is read only where the text is neither a label as it stands nor that of a concept, of which few are.
    found = set(_things(store, f"VALUES ?label {{ {Literal(text)} }} ?thing {_LABELS} ?label ."))
    found |= {iri for label, iri in _labels(store, _CONCEPTS) if plain(label) == asked}
    found = found or {iri for label, iri in _labels(store, _NAMED) if plain(label) == asked}
    # A document and its versions share a title; who gives a title means the document.
    documents = {iri for iri in found if not iri.startswith(BASE + KINDS["version"].path)}
    return sorted(documents or found)


def _labels(store: Queryable, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Labels of things of some kinds, and what they label."""
    for kind in kinds:
        query = f"SELECT ?label ?thing WHERE {{ {KINDS[kind].pattern} ?thing {_LABELS} ?label }}"
        for row in run(store, query, limit=None).rows:
            yield _value(row[0]), _value(row[1])


def _things(store: Queryable, where: str) -> list[str]:
    table = run(store, f"SELECT DISTINCT ?thing WHERE {{ {where} }}", limit=None)
    return sorted(_value(row[0]) for row in table.rows)


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _councils(store: Queryable) -> CouncilRegister:
    """The councils of the graph, registered or not, with the rules by which a name finds one."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    every = "SELECT ?council ?property ?value { ?council a cg:Council ; ?property ?value }"
    for row in run(store, every, limit=None).rows:
        council, property_, value = map(_value, row)
        facts[council][shorten(property_)].append(value)
    return CouncilRegister(_council(iri, values) for iri, values in facts.items())


def _council(iri: str, facts: Mapping[str, list[str]]) -> Council:
    slug = short(iri)
    name = min(facts.get("rdfs:label", [slug]))
    return Council(
        slug=slug,
        iri=iri,
        name=name,
        short_name=min(facts.get("skos:prefLabel", [name])),
        aliases=tuple(sorted(facts.get("skos:altLabel", []))),
        type=short(facts["cg:councilType"][0]).rsplit("/", 1)[-1] if facts.get("cg:councilType") else None,
        start=min(facts.get("cg:earliestStart", []), default=None),
        end=min(facts.get("cg:latestEnd", []), default=None),
    )


def _full_ids(iris: Iterable[str]) -> list[str]:
    """Ids that no two things share: ``person/…`` where `short` would leave the kind out."""
    return [iri.removeprefix(BASE + "id/") if iri.startswith(BASE + "id/") else short(iri) for iri in iris]


def _unknown(store: Queryable, text: str, wanted: Kind, kind: str | None) -> UsageError:
    """The error for a text that nothing answers to, with near names or, of a council, with what stands in the way."""
    from rapidfuzz import fuzz, process

    message = f"no {wanted.name.split(' ', 1)[1] if kind else 'thing'} “{text}” in this graph"
    if kind == "council":
        councils = _councils(store)
        reason = councils.match(text).reason
        if "in the register" not in reason and "no place" not in reason:
            message = reason
        near = {council.iri: council.name for council in councils.near(text, _OFFERED)}
    else:
        labels = dict(_labels(store, [kind] if kind else _NAMED))
        best = process.extract(text, labels.keys(), processor=plain, scorer=fuzz.WRatio, limit=20, score_cutoff=_NEAR)
        near = dict(list({labels[label]: label for label, _, _ in best}.items())[:_OFFERED])
    offered = ", ".join(f"{label} ({short(iri)})" for iri, label in near.items())
    known = "A whole name, a code, an id from one of our tables and an IRI are understood."
    return UsageError(message, hint=f"Did you mean {offered}?" if offered else known)
