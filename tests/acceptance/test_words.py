"""Every word that the graph of real reports quotes stands in its text, at its place."""

import hashlib
from functools import cache

from councilgraph import api
from councilgraph.build.project import text_of
from councilgraph.query.run import values

SPANS = """
SELECT ?sha ?start ?end ?page ?quote ?hash WHERE {
  ?span a cg:EvidenceSpan ; cg:inVersion/cg:textSha256 ?sha ; cg:startOffset ?start ; cg:endOffset ?end ;
    cg:page ?page ; cg:quote ?quote ; cg:quoteHash ?hash .
}
"""


def test_every_span_is_a_piece_of_its_text(corpus: api.Graph) -> None:
    texts = cache(lambda sha: text_of(corpus.folder, sha) or "")
    spans = list(values(corpus.store, SPANS))
    assert len(spans) > 5000
    for sha, start, end, page, quote, digest in spans:
        text = texts(sha)
        assert text[int(str(start)) : int(str(end))] == quote
        assert text.count("\f", 0, int(str(start))) + 1 == int(str(page))
        assert hashlib.sha256(str(quote).encode()).hexdigest() == digest


def test_no_text_is_quoted_across_pages(corpus: api.Graph) -> None:
    """A person who checks words opens one page."""
    assert not [quote for *_, quote, _ in values(corpus.store, SPANS) if "\f" in str(quote)]
