"""Turtle to read and to compare: the same triples always give the same text, one fact a line.

The prefix that comes first in the mapping is the graph's own and is declared first, the others by name, unused ones
not at all. Subjects are sorted by IRI; under each come its types, its label, then the other predicates in the order in
which they are written. There are no blank nodes in our data, and none is written.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from councilgraph.rdf import XSD, Literal, NamedNode, Triple

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# Narrower than PN_LOCAL of Turtle 1.1 (section 6.5): nothing that needs an escape.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
# Literals with a shorthand of their own (Turtle 1.1, section 2.5), as far as it keeps their digits.
_BARE = {XSD + "integer": re.compile(r"[+-]?[0-9]+"), XSD + "boolean": re.compile("true|false")}


def write(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """The triples as Turtle, ending in a line break; empty if there are none.

    Args:
        triples: in any order, repeated or not.
        prefixes: namespace by prefix, the graph's own first. Where two fit an IRI, the longer namespace is used.

    Raises:
        TypeError: a triple has a blank node or another triple in it.
    """
    names = _Names(prefixes)
    subjects: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            raise TypeError(f"only IRIs and literals can be written: {triple}")
        subjects[subject.value][triple.predicate.value].add(names.term(value))
    blocks = [_block(names, iri, subjects[iri]) for iri in sorted(subjects)]
    return "\n".join(filter(None, [names.declarations(), *blocks]))


class _Names:
    """Shortens IRIs and remembers which prefixes that took."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._by_length = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._used: set[str] = set()

    def iri(self, iri: str) -> str:
        for prefix, namespace in self._by_length:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                self._used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def term(self, term: NamedNode | Literal) -> str:
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        kind = term.datatype.value
        if kind == XSD + "string" or term.language:
            return str(term)
        if (bare := _BARE.get(kind)) and bare.fullmatch(term.value):
            return term.value
        return f"{Literal(term.value)}^^{self.iri(kind)}"

    def declarations(self) -> str:
        used = [prefix for prefix in self._prefixes if prefix in self._used]
        own = [prefix for prefix in used if prefix == next(iter(self._prefixes))]
        width = max((len(prefix) for prefix in used), default=0) + 1
        return "".join(
            f"@prefix {prefix + ':':<{width}} <{self._prefixes[prefix]}> .\n"
            for prefix in [*own, *sorted(set(used) - set(own))]
        )


def _block(names: _Names, subject: str, values: Mapping[str, set[str]]) -> str:
    written = {"a" if iri == _TYPE else names.iri(iri): ", ".join(sorted(terms)) for iri, terms in values.items()}
    label = names.iri(_LABEL) if _LABEL in values else ""
    order = sorted(written, key=lambda predicate: (predicate != "a", predicate != label, predicate))
    width = max(map(len, order))
    lines = [f"    {predicate:<{width}} {written[predicate]}" for predicate in order]
    return f"{names.iri(subject)}\n" + " ;\n".join(lines) + " .\n"
