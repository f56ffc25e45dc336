"""Words put back into a graph that came without them: from the documents themselves, checked hash by hash.

Each document's words become a named graph of their own, ``graph/quotes/…``, which builds leave alone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from councilgraph import documents, rdf
from councilgraph.build.intake import Progress
from councilgraph.build.judging import commit_judged
from councilgraph.namespaces import CG
from councilgraph.query.run import values
from councilgraph.store import EmbeddedStore, open_store, write_store

_WORDLESS = """
SELECT ?text ?version ?title ?span ?start ?end ?hash WHERE {
  ?span cg:inVersion ?version ; cg:startOffset ?start ; cg:endOffset ?end ; cg:quoteHash ?hash .
  ?version cg:textSha256 ?text ; dcterms:title ?title
  FILTER NOT EXISTS { ?span cg:quote ?known }
} ORDER BY ?version ?span
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """A span without its words."""

    span: rdf.NamedNode
    start: int
    end: int
    hash: str


@dataclass(slots=True)
class _Version:
    """A version with the places of it that lack their words."""

    iri: str
    title: str
    places: list[_Place] = field(default_factory=list)


@dataclass(slots=True)
class PutBack:
    """What `put_back` did.

    Attributes:
        words: how many spans have their words again, by the document's title.
        differing: how many have not, since the text says something else there, by title.
        wanting: titles of documents that were not found, of which words are still missing.
        unread: files that could not be read, each with the reason.
    """

    words: dict[str, int] = field(default_factory=dict)
    differing: dict[str, int] = field(default_factory=dict)
    wanting: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)


def put_back(store: Path, paths: Sequence[Path], *, progress: Progress | None = None) -> PutBack:
    """Find the documents whose words a graph lacks among some files, and put the words in.

    A document is known by the hash of its text, words by theirs: nothing is put in that is not the very words.

    Args:
        paths: files and folders.
        progress: told how many files are read.

    Raises:
        UsageError: a path is not there, or there is no graph.
        StoreBusy: somebody else is writing to the store.
    """
    done = PutBack()
    with open_store(store) as reader:
        wordless = _wordless(reader)
    found = documents.find(paths)
    graphs: dict[str, list[str]] = {}
    for number, source in enumerate(found.sources, 1):
        if not wordless:
            break
        document, problem = documents.read(source)
        if problem:
            done.unread.append((source.name, problem.message))
        version = wordless.pop(document.text_sha256 or "", None)
        if version and document.text is not None:
            graphs[_graph(version)] = rdf.lines(_words(version, document.text, done))
        if progress:
            progress("reading", number, len(found.sources))
    if graphs:
        with write_store(store) as writer:
            for graph, lines in graphs.items():
                writer.put(graph, lines)
            commit_judged(writer)
    done.wanting = sorted(version.title for version in wordless.values())
    return done


def _wordless(reader: EmbeddedStore) -> dict[str, _Version]:
    """The versions that lack words, by the hash of their text."""
    found: dict[str, _Version] = {}
    for text, iri, title, span, start, end, digest in values(reader, _WORDLESS):
        version = found.setdefault(str(text), _Version(str(iri), str(title)))
        version.places.append(_Place(rdf.NamedNode(str(span)), int(start or 0), int(end or 0), str(digest)))
    return found


def _graph(version: _Version) -> str:
    return f"{rdf.BASE}graph/quotes/{version.iri.rsplit('/', 1)[-1]}"


def _words(version: _Version, text: str, done: PutBack) -> Iterator[rdf.Triple]:
    for place in version.places:
        words = text[place.start : place.end]
        right = hashlib.sha256(words.encode()).hexdigest() == place.hash
        counts = done.words if right else done.differing
        counts[version.title] = counts.get(version.title, 0) + 1
        if right:
            yield rdf.Triple(place.span, CG.quote, rdf.text(words))
