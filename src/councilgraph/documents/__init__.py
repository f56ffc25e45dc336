"""Files to documents: what is found under a path, what a manifest says of it, and its one normalised text."""

from councilgraph.documents.reading import read
from councilgraph.documents.sources import Found, Source, find, is_there, metadata

__all__ = ["Found", "Source", "find", "is_there", "metadata", "read"]
