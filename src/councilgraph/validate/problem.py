"""What a single constraint complains of, in words: the part of a rule that was broken."""

from collections.abc import Callable, Collection

from rdflib import SH, Graph, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from councilgraph.validate.results import Result

_KINDS = {
    XSD.string: "plain text", RDF.langString: "text in a language", XSD.integer: "a whole number", XSD.decimal: "a number",
    XSD.double: "a number", XSD.float: "a number", XSD.boolean: "true or false", XSD.date: "a day such as 2024-01-31",
    XSD.dateTime: "a time such as 2024-01-31T09:30:00", XSD.gYear: "a year", XSD.anyURI: "an address",
}  # fmt: skip
_NODES = {
    SH.IRI: "a thing with an IRI, not text", SH.Literal: "text or a number, not a thing", SH.BlankNode: "a node without an IRI",
    SH.BlankNodeOrIRI: "a thing, not text", SH.IRIOrLiteral: "a thing with an IRI, or text", SH.BlankNodeOrLiteral: "no IRI",
}  # fmt: skip
_SHOWN = 5
"""So many of the values that are allowed are told."""


class Problem:
    """Tells what constraints complain of.

    Args:
        shapes: the shapes, which say what is asked.
        name: what people call a node.
        values: what a property of a node holds.
    """

    def __init__(
        self, shapes: Graph, name: Callable[[Node], str], values: Callable[[Node, Node], Collection[Node]]
    ) -> None:
        self._shapes, self._name, self._values = shapes, name, values

    def of(self, result: Result, held: int | None = None) -> str | None:
        """A few words; None where only the rule's own say it.

        Args:
            held: how many values the property has, where that is known.
        """
        kind = str(result.component).removeprefix(str(SH)).removesuffix("ConstraintComponent")
        match kind:
            case "MinCount" | "MaxCount":
                bound = "at least" if kind == "MinCount" else "at most"
                asked = self._told(result, SH.minCount if kind == "MinCount" else SH.maxCount)
                return f"{held or 'none'} where {bound} {asked} is asked" if held or asked != "1" else "none"
            case "Datatype":
                return self._meant(result, SH.datatype, lambda node: _KINDS.get(node, self._name(node)))  # type: ignore[call-overload]
            case "NodeKind":
                return self._meant(result, SH.nodeKind, lambda node: _NODES.get(node, self._name(node)))  # type: ignore[call-overload]
            case "Class":
                return self._meant(result, SH["class"], lambda node: f"one of the class “{self._name(node)}”")
            case "MinInclusive" | "MaxInclusive" | "MinExclusive" | "MaxExclusive":
                words = {"MinInclusive": "at least", "MaxInclusive": "at most", "MinExclusive": "more than"}
                return f"{words.get(kind, 'less than')} {self._told(result, SH[kind[0].lower() + kind[1:]])} is asked"
            case "MinLength" | "MaxLength":
                bound = "at least" if kind == "MinLength" else "at most"
                return f"{bound} {self._told(result, SH[kind[0].lower() + kind[1:]])} characters are asked"
            case "Pattern":
                return f"not of the form {self._told(result, SH.pattern)}"
            case "LanguageIn" | "In":
                return f"not one of {self._listed(result, SH['in'] if kind == 'In' else SH.languageIn)}"
            case "HasValue":
                return f"{self._told(result, SH.hasValue)} is not among the values"
            case "UniqueLang":
                return "more than one text in one language"
            case "LessThan" | "LessThanOrEquals":
                than = self._told(result, SH[kind[0].lower() + kind[1:]])
                return f"not before {than}" if kind == "LessThan" else f"after {than}"
            case "Equals":
                other = next(self._shapes.objects(result.shape, SH.equals))
                alone = result.value in self._values(result.focus, other)
                return f"only “{self._name(other)}” says so" if alone else f"“{self._name(other)}” says otherwise"
            case "Disjoint":
                return f"the same as {self._told(result, SH.disjoint)}"
            case "Closed":
                return "a property that is not foreseen"
        return None

    def _meant(self, result: Result, predicate: URIRef, told: Callable[[Node], str]) -> str | None:
        wanted = sorted(self._shapes.objects(result.shape, predicate), key=str)
        return f"not {' or '.join(map(told, wanted))}" if wanted else None

    def _told(self, result: Result, predicate: URIRef) -> str:
        return ", ".join(self._name(value) for value in sorted(self._shapes.objects(result.shape, predicate), key=str))

    def _listed(self, result: Result, predicate: URIRef) -> str:
        items = self._shapes.value(result.shape, predicate)
        names = [self._name(item) for item in self._shapes.items(items)] if items is not None else []
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return ", ".join(names[:_SHOWN]) + more
