"""Projections as files of drawing tools: one module a format, all of them in `formats.FORMATS`."""

from councilgraph.export.formats import FORMATS, Format, Written, format_of, write

__all__ = ["FORMATS", "Format", "Written", "format_of", "write"]
