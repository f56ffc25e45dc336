"""Councilgraph: a knowledge graph of English councils' children's services, every fact tied to its words."""

__version__ = "0.1.0"
