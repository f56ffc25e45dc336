"""The rules: SHACL shapes from Turtle files, what they say of themselves, and a form that pySHACL runs fast."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, URIRef
from rdflib.namespace import DCTERMS, OWL
from rdflib.term import Node

from councilgraph import rdf, resources
from councilgraph.errors import UsageError
from councilgraph.near import unknown
from councilgraph.validate.findings import SEVERITIES, local_name
from councilgraph.validate.terms import ShapesGraph, rdflib_graph

OURS = Path("ours")
"""In a list of shapes: those that ship."""
_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf, SH.target)
_PAIRS = (SH.disjoint, SH.equals, SH.lessThan, SH.lessThanOrEquals)
_STEM = 6
_CLASSES = (RDFS.Class, OWL.Class)
_ADVANCED = (SH.target, SH.expression)
_LABELS = (RDFS.label, SH.name, SKOS.prefLabel)
_REASONS = (SH.description, SKOS.definition, RDFS.comment, DCTERMS.description)
_MENDS = (URIRef(rdf.PREFIXES["cg"] + "mend"), SKOS.note, SKOS.editorialNote)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape with an IRI, in words.

    Attributes:
        severity: one of `SEVERITIES`, the gravest that the shape and its parts give.
        message: what it says of a node that breaks it.  reason: why it is asked.  mend: what to do.
        subject: the name of the file that it is in, which is that of what it is about.
    """

    iri: str
    label: str
    severity: str
    message: str | None = None
    reason: str | None = None
    mend: str | None = None
    subject: str = ""

    @property
    def key(self) -> str:
        """The last part of the IRI."""
        return local_name(self.iri)


class Shapes:
    """The shapes of some files, with the rule that each part of a shape belongs to."""

    def __init__(self, graph: Graph, subjects: Mapping[Node, str] | None = None) -> None:
        self.graph = graph
        self._subjects = subjects or {}
        self._applied: frozenset[str] | None = None
        self._shapes = _shapes(graph)
        known = set(self._shapes)
        self._parents: dict[Node, Node] = {
            part: whole for whole, _, part in graph if isinstance(part, BNode) or part in known
        }

    @property
    def rules(self) -> list[Rule]:
        """All shapes with an IRI that have targets, by label."""
        named = {shape for predicate in _TARGETS for shape in self.graph.subjects(predicate) if _is_iri(shape)}
        return sorted((self.rule(shape) for shape in named), key=lambda rule: (rule.label, rule.iri))

    def with_levels(self, levels: Mapping[str, str]) -> "Shapes":
        """The same shapes with other severities.

        Args:
            levels: one of `SEVERITIES`, or ``off``, by the IRIs of rules.
        """
        changed = Shapes(self.copy(), self._subjects)
        changed._applied = self._applied
        reporting = {*self._shapes, *self.graph.objects(None, SH.property)}
        for shape in reporting:
            level = levels.get(str(self.named(shape)), "off")
            if level != "off":
                changed.graph.set((shape, SH.severity, SH[level.capitalize()]))
        return changed.only({rule for rule in map(str, map(self.named, reporting)) if levels.get(rule) != "off"})

    def only(self, rules: Collection[str]) -> "Shapes":
        """The same shapes, of which only some rules are applied, by their IRIs."""
        chosen = Shapes(self.copy(), self._subjects)
        chosen._applied = frozenset(rules) if self._applied is None else self._applied & set(rules)
        for shape in self._shapes:
            if not any(str(self.named(part)) in chosen._applied for part in self.within(shape)):
                for predicate in _TARGETS:
                    chosen.graph.remove((shape, predicate, None))
                for kind in _CLASSES:
                    chosen.graph.remove((shape, RDF.type, kind))
        return chosen

    def is_chosen(self, rule: str) -> bool:
        """Whether a rule of this IRI is applied, if there is one."""
        return self._applied is None or rule in self._applied

    def applies(self, part: Node) -> bool:
        """Whether the rule that a part of a shape belongs to is applied."""
        return self._applied is None or str(self.named(part)) in self._applied

    def within(self, shape: Node) -> list[Node]:
        """A shape and all that it is made of, what is nearer first."""
        found = [shape]
        for each in found:  # it grows
            parts = (part for part in self.graph.objects(each) if part in self._parents and part not in found)
            found += dict.fromkeys(parts)
        return found

    @property
    def advanced(self) -> bool:
        """Whether features of SHACL-AF are used."""
        return any((None, predicate, None) in self.graph for predicate in _ADVANCED)

    @property
    def untargeted(self) -> list[Rule]:
        """Shapes that nothing points to and that point to nothing: they can never find anything."""
        return [
            self.rule(shape)
            for shape in self._shapes
            if shape not in self._parents and not self.has_target(shape) and self.applies(shape)
        ]

    def find(self, name: str) -> Rule:
        """The rule of a name: the last part of its IRI, in whatever case, or all of it, perhaps with a prefix.

        Raises:
            UsageError: there is none; the hint offers near names.
        """
        named = [self.rule(shape) for shape in self._shapes if _is_iri(shape)]
        for rule in named:
            if name in (rule.key, rule.iri, rdf.shorten(rule.iri)):
                return rule
        for rule in named:
            if rule.key.lower() == name.strip().lower():
                return rule
        from councilgraph.tables.mistakes import RULES

        if name.lower().removeprefix("cell-") in RULES:
            hint = "Checks of cells always apply and cannot be chosen; `councilgraph rules` lists the rules that can."
            raise UsageError(f"“{name}” is a check of cells, no rule of the shapes", hint=hint)
        raise unknown("rule", name, [rule.key for rule in named], "councilgraph rules")

    def rule(self, part: Node) -> Rule:
        """The rule that a shape or a part of one belongs to: the nearest shape around it that has an IRI."""
        shape = self.named(part)
        severities = {local_name(str(level)).lower() for level in self._severities(shape)} or {SEVERITIES[0]}
        return Rule(
            iri=str(shape),
            label=_first(self.graph, shape, _LABELS) or local_name(str(shape)),
            severity=min(severities, key=lambda level: SEVERITIES.index(level) if level in SEVERITIES else 0),
            message=_first(self.graph, shape, (SH.message,)),
            reason=_first(self.graph, shape, _REASONS),
            mend=_first(self.graph, shape, _MENDS),
            subject=self._subjects.get(shape, ""),
        )

    def named(self, part: Node) -> Node:
        """The nearest shape around a part that has an IRI, or the outermost one."""
        while isinstance(part, BNode) and part in self._parents:
            part = self._parents[part]
        return part

    def copy(self) -> Graph:
        """The shapes in a graph that pySHACL may add to, with prefixes that are declared elsewhere (SHACL, section 5.2.1)."""
        copy = ShapesGraph()
        copy += self.graph
        for prefixes in set(self.graph.objects(None, SH.prefixes)):
            for imported in self.graph.transitive_objects(prefixes, OWL.imports):
                for declaration in self.graph.objects(imported, SH.declare):
                    copy.add((prefixes, SH.declare, declaration))
        return copy

    def about(self, path: Node | None, shape: Node) -> tuple[str, ...]:
        """IRIs of the properties that a result is about.

        What the rule's own name speaks of goes first, then the path, then what else the shape looks at, the fewest steps
        away first.
        """
        parts = self.within(shape)
        inside = [self._names(inner) for part in parts for inner in self.graph.objects(part, SH.path)]
        inside += [(str(other),) for part in parts for pair in _PAIRS for other in self.graph.objects(part, pair)]
        names = [*(self._names(path) if path is not None else ()), *(n for way in sorted(inside, key=len) for n in way)]
        words = local_name(str(self.named(shape))).split("-")
        return tuple(sorted(names, key=lambda name: not _speaks_of(local_name(name).lower(), words)))

    def _names(self, path: Node) -> tuple[str, ...]:
        if isinstance(path, URIRef):
            return (str(path),)
        steps = (part for part in self.graph.objects(path) if part != RDF.nil)
        return tuple(name for part in steps for name in self._names(part))

    @property
    def needs_pyshacl(self) -> str | None:
        """Why all of them are left to pySHACL, if they are: they make triples or functions of their own."""
        makes = (None, SH.rule, None) in self.graph or (None, RDF.type, SH.SPARQLFunction) in self.graph
        return "the shapes hold rules or functions" if self.advanced and makes else None

    def has_target(self, shape: Node) -> bool:
        """Whether a shape says itself what it looks at."""
        return self._class(shape) or any((shape, predicate, None) in self.graph for predicate in _TARGETS)

    def _class(self, shape: Node) -> bool:
        return any((shape, RDF.type, kind) in self.graph for kind in _CLASSES)

    def _severities(self, shape: Node) -> Iterator[Node]:
        yield from self.graph.objects(shape, SH.severity)
        for part in self.graph.objects(shape, SH.property):
            yield from self.graph.objects(part, SH.severity)


def load_shapes(paths: Sequence[Path] | None = None) -> Shapes:
    """The shapes in files and folders; `OURS` among them, or None in their place, stands for those that ship.

    Raises:
        UsageError: a path is not there, or there are no shapes.
        InputError: a file is not well-formed; ``where`` is ``file:line:column``.
    """
    graph = rdflib_graph(())
    subjects: dict[Node, str] = {}
    # Beside the shapes that ship lie examples of what they ask.
    ours = sorted(resources.shapes().glob("*.ttl"))
    files = [
        file
        for path in (paths if paths is not None else [OURS])
        for file in (ours if path == OURS else rdf_files([path]))
    ]
    for number, file in enumerate(files):
        found = rdflib_graph((f"{triple} ." for triple in rdf.read_triples(file)), scope=f"s{number}")
        subjects |= dict.fromkeys(_shapes(found), file.stem)
        graph += found
    if not _shapes(graph):
        raise UsageError(f"no SHACL shapes in {', '.join(map(str, paths or ()))}", hint="A shape is a sh:NodeShape.")
    return Shapes(graph, subjects)


def rdf_files(paths: Iterable[Path]) -> list[Path]:
    """Files as they are, folders as the RDF files below them.

    Raises:
        UsageError: a path is not there, or a folder holds no RDF file.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.suffix.lower() in rdf.FORMATS and file.is_file())
            if not found:
                raise UsageError(f"no RDF file in folder {path}", hint="Known file types: " + ", ".join(rdf.FORMATS))
            files += found
        elif path.exists():
            files.append(path)
        else:
            raise UsageError(f"no such file or folder: {path}")
    return files


def _speaks_of(name: str, words: Iterable[str]) -> bool:
    """Whether one of the words is in the name of a property, or begins like it: “conductor” is “conductedBy”."""
    return any(len(word) > 3 and (word in name or word[:_STEM] == name[:_STEM]) for word in words)


def _shapes(graph: Graph) -> list[Node]:
    shapes = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    shapes |= {shape for predicate in _TARGETS for shape in graph.subjects(predicate)}
    return sorted(shapes, key=str)


def _first(graph: Graph, subject: Node, predicates: Iterable[URIRef]) -> str | None:
    return next(
        (str(value) for predicate in predicates for value in sorted(graph.objects(subject, predicate), key=str)), None
    )


def _is_iri(node: Node) -> bool:
    return isinstance(node, URIRef)
