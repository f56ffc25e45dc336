"""Writes what repeats the ontology: src/councilgraph/namespaces.py and ontology/context.jsonld.

Both hold the terms that councilgraph.ttl declares, its own and those of other vocabularies. Run it after changing the
ontology; ``--check`` writes nothing and fails if a file is not what it would write.
"""

import json
import sys
from collections import defaultdict
from keyword import iskeyword
from pathlib import Path
from typing import Any

from councilgraph.rdf import PREFIXES, XSD, read_triples

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "councilgraph.ttl"
MODULE = ROOT / "src" / "councilgraph" / "namespaces.py"
CONTEXT = ROOT / "ontology" / "context.jsonld"

# Terms that OWL needs no declaration of.
BUILT_IN = {
    "rdf": ("type",),
    "rdfs": ("comment", "label", "seeAlso", "subClassOf", "subPropertyOf"),
    "xsd": ("boolean", "date", "decimal", "integer", "string"),
}
# What the values of annotation properties are in the data, where they are no plain strings.
ANNOTATIONS = {
    "dcterms:issued": "xsd:date",
    "dcterms:license": "@id",
    "dcterms:publisher": "@id",
    "dcterms:source": "@id",
    "rdfs:seeAlso": "@id",
}
# Needed to write the ontology down, never in the data.
SCHEMA_ONLY = {"rdfs:subClassOf", "rdfs:subPropertyOf", "skos:example", "org:classification", "org:identifier"}

HEAD = '''"""IRIs of the terms that the graph uses. Written by ontology/make_namespaces.py: change the ontology, not this file."""

from typing import Final

from pyoxigraph import NamedNode
'''


def declared() -> dict[str, dict[str, dict[str, set[str]]]]:
    """What the ontology says of each term: values by property, by local name, by prefix, as N-Triples terms."""
    terms: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for prefix, names in BUILT_IN.items():
        for name in names:
            terms[prefix][name]["built in"].add(prefix)
    for triple in read_triples(ONTOLOGY):
        for prefix, namespace in PREFIXES.items():
            local = str(triple.subject).removeprefix(f"<{namespace}").removesuffix(">")
            if local.isidentifier():
                terms[prefix][local][triple.predicate.value].add(str(triple.object))
    return terms


def module() -> str:
    """The text of the module: a class of constants a namespace. Names that are Python keywords get an underscore."""
    parts = [HEAD]
    for prefix, terms in sorted(declared().items()):
        lines = [
            f'    {name}{"_" * iskeyword(name)}: Final = NamedNode("{PREFIXES[prefix]}{name}")'
            for name in sorted(terms)
        ]
        parts.append(f'\n\nclass {prefix.upper()}:\n    """{PREFIXES[prefix]}"""\n\n' + "\n".join(lines) + "\n")
    return "".join(parts)


def context() -> str:
    """The text of the JSON-LD context: prefixes, then a key a term. Of two terms with one name, ours has the key."""
    entries: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type"}
    entries |= dict(sorted(PREFIXES.items()))
    terms = declared()
    for prefix in sorted(terms, key=lambda name: (name != "cg", name)):
        if prefix in ("rdf", "xsd"):
            continue
        for name, facts in sorted(terms[prefix].items()):
            short = f"{prefix}:{name}"
            if short not in SCHEMA_ONLY:
                coerced = _value_type(short, facts)
                entries.setdefault(name, {"@id": short, "@type": coerced} if coerced else short)
    return json.dumps({"@context": entries}, indent=2) + "\n"


def _value_type(short: str, facts: dict[str, set[str]]) -> str | None:
    if f"<{PREFIXES['owl']}ObjectProperty>" in facts.get(PREFIXES["rdf"] + "type", ()):
        return "@id"
    ranges = sorted(value.strip("<>") for value in facts.get(PREFIXES["rdfs"] + "range", ()))
    if ranges and ranges[0].startswith(XSD) and ranges[0] != XSD + "string":
        return "xsd:" + ranges[0].removeprefix(XSD)
    return ANNOTATIONS.get(short)


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    stale = [
        (file, text)
        for file, text in ((MODULE, module()), (CONTEXT, context()))
        if not file.is_file() or file.read_text(encoding="utf-8") != text
    ]
    for file, text in stale:
        if "--check" in arguments:
            print(f"{file.name} is out of date: run `python ontology/make_namespaces.py`", file=sys.stderr)
        else:
            file.write_text(text, encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
