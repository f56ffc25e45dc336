"""Projections of every kind that a graph can lead to, and worse."""

from datetime import date

from hypothesis import strategies as st

from councilgraph.projection.model import Edge, LegendEntry, Node, Projection, Source, Value, Values
from councilgraph.projection.values import value
from councilgraph.rdf import XSD, Literal, NamedNode
from datatypes import DATATYPES

# What breaks files: what XML cannot hold, its own signs, line breaks, quotes of each language, what looks like something else.
NASTY = [
    "",
    " ",
    " spaces around ",
    "\x00\x01\x1f\x7f\x85",
    "a\tb\nc\r\nd\re",
    "<b>&amp;\"'</b>]]>",
    'back\\slash \\" \\n \\N \\u0041 \\',
    "a;b|c,d\te",
    "=1+1",
    "{[%$`]}",
    "emoji 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 𝔘",
    "שלום עולם ‏ مرحبا",
    "\ud800 lone \udfff",
    "\ufffe\uffff\ufffd\ufeff",
    "line\u2028separator\u2029and\u0085next",
    "null",
    "None",
    "true",
    "2019-02-30",
    "1e5",
    "long " * 2048,
]
text = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
days = st.dates(date(1800, 1, 1), date(2100, 1, 1))
# What becomes of literals of every datatype, well-formed or not, and of words in some language.
literals = st.one_of(
    st.sampled_from([Literal(words, datatype=NamedNode(XSD + name)) for name, (words, _) in DATATYPES.items()]),
    st.builds(
        lambda words, name: Literal(words, datatype=NamedNode(XSD + name)),
        text.filter(lambda words: words.isprintable()),
        st.sampled_from(list(DATATYPES)),
    ),
    st.sampled_from([Literal("geiriau", language="cy"), Literal("שלום", language="he")]),
)
scalar: st.SearchStrategy[Value] = st.one_of(
    text,
    literals.map(value),
    st.integers(-(2**70), 2**70),
    st.integers(-100, 100),
    st.floats(),
    st.booleans(),
    days,
)
values: st.SearchStrategy[Values] = st.one_of(scalar, st.lists(scalar, min_size=2, max_size=3).map(tuple))
# Few names, so that types mix; some are those that tools keep for themselves, some are no words.
names = st.sampled_from(
    ["note", "count", "id", "label", "Label", "source", "weight", "name", "ä ö", "a:b", "1st", "", "x\x00"]
)
one_type = st.sampled_from([text, st.integers(-5, 2**50), st.floats(allow_nan=False), st.booleans(), days])
attributes = st.dictionaries(names, values, max_size=4)
colours = st.sampled_from(["#0072b2", "#e69f00", "#000000", "#ffffff"])
keys = st.sampled_from(
    ["council/a", "person/ü-1", "https://example.org/x?y=1&z=2#f:1", "cg:b", "finding/0-a.b_c~d", "span/é"]
)
places = st.none() | st.tuples(st.floats(-1e4, 1e4, allow_subnormal=False), st.floats(-1e4, 1e4))


@st.composite
def nodes(draw: st.DrawFn) -> list[Node]:
    return [
        Node(
            key,
            draw(text),
            draw(text),
            draw(attributes),
            draw(st.none() | days),
            draw(st.none() | days),
            draw(colours),
            draw(st.floats(1, 100)),
            draw(st.sampled_from(["", "https://example.org/<a>?b&c"])),
            draw(places),
        )
        for key in sorted(draw(st.sets(keys, min_size=1)))
    ]


@st.composite
def projections(draw: st.DrawFn) -> Projection:
    """Any projection: texts of all kinds, types that mix, several values, parallel edges, loops, no edges at all."""
    seen = Projection("any", draw(text), draw(text), draw(st.booleans()), draw(nodes()))
    ends = st.sampled_from([node.id for node in seen.nodes])
    documents = {"document/a": Source(draw(text), "https://example.org/a?b&c", draw(st.none() | days))}
    documents["document/b"] = Source(draw(text), "", date(2019, 2, 4))
    cited = st.sampled_from([(), ("document/a",), ("document/a", "document/b"), ("document/unknown",)])
    for number in range(draw(st.integers(0, 5))):
        edge = Edge(f"e{number}", draw(ends), draw(ends), draw(text), draw(text), draw(attributes))
        edge.start, edge.end = draw(st.none() | days), draw(st.none() | days)
        edge.weight = draw(st.floats(0, 1e6, allow_subnormal=False))
        edge.thing = draw(st.sampled_from(["", "inspection/a"]))
        edge.documents = draw(cited)
        edge.colour = draw(colours)
        seen.edges.append(edge)
    seen.documents = documents
    seen.legend = [LegendEntry("node", draw(text), "#0072b2")]
    return seen


def harsh(directed: bool = True) -> Projection:
    """One projection with all that is nasty in it, for readers that take long to start."""
    seen = Projection("harsh", "All that is nasty", "At once.", directed)
    for number, words in enumerate(NASTY):
        node = Node(f"thing/{number:02}", words, "odd kind", {"words": words, "count": number, "share": number / 3})
        node.attributes |= {"flag": number % 2 == 0, "mixed": [words, number, True, date(2019, 2, 4)][number % 4]}
        node.attributes |= {"several": (f"a{words}", "b;c|d,e")} if number % 3 else {}
        node.start, node.colour, node.size = date(2000 + number, 1, 1), "#0072b2", 10.0 + number
        seen.nodes.append(node)
        source, target = seen.nodes[number // 2].id, node.id
        edge = Edge(f"e{number:02}", *sorted((source, target)), "tied to", words or "nothing", {"note": words})
        edge.start, edge.end, edge.weight = date(2019, 2, 4), date(2019, 2, 4 + number % 5), 1.0 + number
        edge.documents, edge.thing = (("document/a", "document/b")[: number % 3], "finding/x")
        seen.edges += [edge, Edge(f"p{number:02}", edge.source, edge.target, edge.kind, "parallel", weight=0.5)]
    seen.documents = {
        "document/a": Source("A & B", "https://example.org/?a&b", date(2019, 3, 1)),
        "document/b": Source("B"),
    }
    return seen
