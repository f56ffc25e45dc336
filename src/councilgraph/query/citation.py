"""How to cite what the graph says: the documents behind a thing, with the pages that prove it, as text or BibTeX."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from councilgraph.query.days import published_words
from councilgraph.query.explanation import explain
from councilgraph.query.run import values
from councilgraph.rdf import NamedNode
from councilgraph.registers.names import slug
from councilgraph.store.protocol import Queryable

_VERSIONS = """
SELECT ?version ?title ?publisher ?from ?to ?url ?licence ?sha WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing a cg:DocumentVersion BIND(?thing AS ?version) }}
  UNION {{ ?version prov:specializationOf ?thing ; a cg:DocumentVersion }}
  ?version dcterms:title ?title .
  OPTIONAL {{ ?version dcterms:publisher/rdfs:label ?publisher }}
  OPTIONAL {{ ?version cg:earliestStart ?from }}
  OPTIONAL {{ ?version cg:latestStart ?to }}
  OPTIONAL {{ ?version prov:specializationOf/dcterms:source ?url }}
  OPTIONAL {{ ?version dcterms:license|dcterms:rights ?licence }}
  OPTIONAL {{ ?version cg:sha256 ?sha }}
}} ORDER BY ?from ?title ?version ?publisher ?url ?licence
"""
_LATEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_{}"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """A document to be cited; ``earliest`` and ``latest`` bound its day of publication, ``pages`` prove the thing."""

    version: str
    title: str
    publisher: str | None
    earliest: str | None
    latest: str | None
    url: str | None
    licence: str | None
    sha256: str | None
    pages: tuple[int, ...] = ()

    @property
    def year(self) -> str | None:
        """The year of publication, where it is known."""
        if self.earliest and (self.latest is None or self.earliest[:4] == self.latest[:4]):
            return self.earliest[:4]
        return None

    @property
    def page_words(self) -> str:
        """“p. 3”, “pp. 1, 5”, or nothing."""
        if not self.pages:
            return ""
        return f"{'p.' if len(self.pages) == 1 else 'pp.'} {', '.join(map(str, self.pages))}"


def cite(store: Queryable, iri: str) -> list[Citation]:
    """The documents behind a thing, earliest first; itself if it is a document. Empty where no document states it."""
    explanation = explain(store, iri)
    places = [place for one in (explanation, *explanation.parts) for place in one.places]
    pages: dict[str, set[int]] = {}
    for place in places:
        pages.setdefault(place.version, set()).add(place.page)
    things = " ".join(str(NamedNode(version)) for version in (*pages, iri))
    found: dict[str, Citation] = {}
    for version, title, publisher, first, last, url, licence, sha in values(store, _VERSIONS.format(things=things)):
        on = tuple(sorted(pages.get(str(version), ())))
        found.setdefault(
            str(version), Citation(str(version), str(title), publisher, first, last, url, licence, sha, on)
        )
    return list(found.values())


def as_text(citation: Citation) -> str:
    """One line: publisher, year, title, day, pages, address."""
    day = published_words(citation.earliest, citation.latest)
    parts = [
        f"{citation.publisher or 'Unknown publisher'} ({citation.year or 'no date'}) {citation.title}.",
        f"Published {day}." if day else "",
        f"{citation.page_words}." if citation.pages else "",
        citation.url or "",
    ]
    return " ".join(filter(None, parts))


def as_bibtex(citation: Citation) -> str:
    """An entry ``@techreport``; the file's hash tells which version was read."""
    day = published_words(citation.earliest, citation.latest)
    key = "-".join(
        filter(None, [slug(citation.publisher or ""), citation.year, citation.version.rsplit("/", 1)[-1][:8]])
    )
    note = [f"Published {day}" if day else "", citation.page_words]
    note.append(f"SHA-256 of the file read: {citation.sha256}" if citation.sha256 else "")
    fields = {
        "title": f"{{{_latex(citation.title)}}}",
        "institution": _latex(citation.publisher or ""),
        "year": citation.year or "",
        "url": re.sub(r"[{}\\%]", lambda sign: "\\" + sign[0], citation.url or ""),
        "note": _latex(". ".join(filter(None, note))),
    }
    lines = [f"  {name:<11} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@techreport{{{key},", *lines, "}"])


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


FORMATS: dict[str, Callable[[Citation], str]] = {"text": as_text, "bibtex": as_bibtex}
