"""How things are said."""

_SINGULAR = {"people": "person"}


def counted(count: int, things: str) -> str:
    """“1 person”, “2 people”, “1,345 triples”."""
    return f"{count:,} {_SINGULAR.get(things, things.removesuffix('s')) if count == 1 else things}"
