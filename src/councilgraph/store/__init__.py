"""Where the graph lies: an embedded store with whole generations, read without a lock and written under one."""

from councilgraph.store.embedded import EmbeddedStore, open_previous, open_store
from councilgraph.store.writer import StoreWriter, write_store

__all__ = ["EmbeddedStore", "StoreWriter", "open_previous", "open_store", "write_store"]
