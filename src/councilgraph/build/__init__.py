"""From documents to a store: what is there to read, what changed, and what the graph becomes."""
