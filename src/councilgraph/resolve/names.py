"""Keys made of names: readable, deterministic, ASCII."""

import re
import unicodedata


def slug(name: str) -> str:
    """Lower-case letters, digits and hyphens; accents folded ("Máire O'Brien" is ``maire-obrien``)."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[‘’'`]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
