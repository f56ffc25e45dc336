"""Keys made of names: readable, deterministic, ASCII."""

import hashlib

from councilgraph.registers import names


def slug(name: str) -> str:
    """Lower-case letters, digits and hyphens; accents folded ("Máire O'Brien" is ``maire-obrien``).

    Twelve hex digits stand for a name that has nothing of the kind.
    """
    return names.slug(name) or hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]
