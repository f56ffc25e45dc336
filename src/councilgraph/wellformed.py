"""Whether a file of RDF/XML can be read safely: an engine may not say where it goes wrong, nor notice what it grows to.

Engines and parsers differ in what they make of entities, so only those are taken on whose meaning nobody can differ: short
ones, each declared once, which name no others.
"""

from collections.abc import Mapping
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from councilgraph.errors import InputError

_DEEPEST = 1_000
"""Of elements within elements."""
_FREE = 8 << 20
_GROWTH = 10
"""Entities may make a file so many times as large, once it has grown to `_FREE` characters."""
_LONGEST = 2_000
"""Of what an entity stands for, of a namespace and of a base, which many names may begin with."""
_MOST_NAMESPACES = 1_000
_DECLARATION = b"<!ENTITY"
_BASE = "http://www.w3.org/XML/1998/namespace base"


def check_xml(path: Path, content: bytes | None = None) -> None:
    """Read a file once, or what it holds.

    Raises:
        InputError: it is not well-formed XML in UTF-8, which says where; or it may grow beyond measure, or is too deep.
    """
    content = path.read_bytes() if content is None else content
    reader = _Reader(path, max(_FREE, _GROWTH * len(content)))
    try:
        reader.parser.Parse(content, True)
    except ExpatError as error:
        what = str(error).partition(":")[0]
        if "amplification" in what:
            raise reader.too_large() from error
        where = f"{path}:{error.lineno}:{error.offset + 1}"
        raise InputError(f"the XML is not well-formed: {what}", where=where) from error
    except (LookupError, ValueError) as error:
        raise reader.refused("its encoding is not known", hint="Save it in UTF-8.") from error
    if content.count(_DECLARATION) != reader.entities:
        raise reader.refused("an entity is declared twice, or in a comment")


class _Reader:
    """Counts what the parser meets.

    Attributes:
        entities: how many are declared.
    """

    def __init__(self, path: Path, most: int) -> None:
        self._path, self._most = path, most
        self._depth = self._size = self._namespaces = 0
        self.entities = 0
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._head
        self.parser.EntityDeclHandler = self._entity
        self.parser.StartNamespaceDeclHandler = self._namespace
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def refused(self, why: str, hint: str = "Write what its entities stand for in their place.") -> InputError:
        return InputError(why, hint=hint, where=f"{self._path}:{self.parser.CurrentLineNumber}")

    def too_large(self) -> InputError:
        return self.refused("its entities make it many times as large as it is")

    def _head(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise self.refused(f"it is in {encoding}, and RDF/XML is read in UTF-8", hint="Save it in UTF-8.")

    def _entity(self, name: str, is_parameter: bool, value: str | None, *others: str | None) -> None:
        if is_parameter or value is None:
            raise self.refused(f"the entity {name} stands for something outside the document")
        if "&" in value or "%" in value or len(value) > _LONGEST:
            raise self.refused(f"the entity {name} stands for other entities, or for much text")
        self.entities += 1

    def _namespace(self, prefix: str | None, iri: str | None) -> None:
        self._namespaces += 1
        if self._namespaces > _MOST_NAMESPACES or len(iri or "") > _LONGEST:
            raise self.refused(
                "it declares very many namespaces, or a very long one", hint="Declare each once, at the top."
            )

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self.refused(f"more than {_DEEPEST:,} elements stand within each other", hint="Write it flatter.")
        if len(attributes.get(_BASE, "")) > _LONGEST:
            raise self.refused("its base is very long", hint="Write whole IRIs.")
        self._words("".join(attributes.values()))

    def _end(self, name: str) -> None:
        self._depth -= 1

    def _words(self, text: str) -> None:
        self._size += len(text)
        if self._size > self._most:
            raise self.too_large()
