"""Pages as sites make them, of our own words; each says what its article is."""

P1 = "Northmere County Council has been told to help care leavers sooner."
P2 = (
    "Inspectors who came in May found that plans were made late and that families waited for weeks to hear from anyone."
)
P3 = (
    "“We have put this right,” said Ada Fernsby, cabinet member for children. “Every plan is now made within ten days.”"
)
TITLE = "Council told to help care leavers"

NEWS = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - The Northmere Lantern</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="The Northmere Lantern">
<link rel="canonical" href="https://lantern.example/news/1">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
  {{"@type": "Organization", "name": "Lantern Media"}},
  {{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2024-07-02T08:15:00+01:00",
    "publisher": {{"@type": "Organization", "name": "The Northmere Lantern"}}}}]}}</script>
<style>p {{ color: red }}</style></head>
<body class="news social-care">
<header class="site"><a href="/">Home</a><nav><ul><li><a href="/news">News</a></li></ul></nav></header>
<main id="content"><article class="post tag-related">
 <header><h1>{TITLE}</h1><time datetime="2024-07-02T07:15:00Z">2 July 2024</time></header>
 <figure><img src="x.jpg" alt="a door"><span class="image-credit">Getting Pictures</span>
  <figcaption>The council's offices in Northmere</figcaption></figure>
 <p><b>{P1}</b></p>
 <div class="advert"><p>Buy a kettle today, for the best tea that you will ever have had in all of your long life.</p></div>
 <p>{P2.replace("in May", '<a href="/may">in May</a>')}</p>
 <section class="related-stories"><h2>Related stories</h2><ul><li><a href="/2">Bins</a></li></ul></section>
 <h2>What the council says</h2>
 <p>{P3}</p>
 <ul><li>A plan within ten days</li><li><p>A named worker</p></li></ul>
 <div><h2>More on this story</h2></div><p>Eastvale's library opens again after the flood.</p>
</article></main>
<aside><h2>Most read</h2><p>Something else that is long enough to be mistaken for an article by a careless reader.</p></aside>
<footer><p>© The Northmere Lantern</p></footer></body></html>"""
NEWS_TEXT = f"""{TITLE}

2 July 2024

The council's offices in Northmere

{P1}

{P2}

What the council says

{P3}

• A plan within ten days

• A named worker"""

BLOG = f"""<html><head><title>{TITLE} | Northmere Notes</title>
<meta name="DC.date.issued" content="2019-03-05"></head><body>
<div id="page"><div id="masthead"><h1>{TITLE}</h1></div>
<div class="entry-content"><p>{P1}</p><p>{P2}</p><p>{P3}</p></div>
<div id="comments" class="comments-area"><h3>3 comments</h3>
<article class="comment"><p>I never liked that council, and neither did my neighbour who has lived here for years.</p></article>
<article class="comment"><p>Well said.</p></article></div>
<div class="widget"><ul><li><a href="/a">April</a></li><li><a href="/b">May</a></li><li><a href="/c">June</a></li></ul></div>
</div></body></html>"""
BLOG_TEXT = f"{TITLE}\n\n{P1}\n\n{P2}\n\n{P3}"

OLD = f"""<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=white>
<CENTER><FONT SIZE=5>{TITLE}</FONT></CENTER><HR>
{P1}<BR><BR>
{P2}<BR>{P3}
<TABLE><TR><TH>Area<TH>Grade<TR><TD>Care leavers<TD>Good</TABLE>
</BODY></HTML>"""
OLD_TEXT = f"{TITLE}\n\n{P1}\n\n{P2}\n{P3}\n\nArea  Grade\n\nCare leavers  Good"

OFFICIAL = f"""<!doctype html><html><head><title>{TITLE}</title></head><body>
<div class="cookie-banner" role="region"><p>We use some essential cookies to make this website work, and others to count.</p></div>
<div role="main"><h1>{TITLE}</h1>
<dl><dt>Published</dt><dd><time datetime="2021-09-03">3 September 2021</time></dd></dl>
<div class="contents"><ol><li><a href="#1">The report</a></li><li><a href="#2">The plan</a></li><li><a href="#3">Dates</a></li></ol></div>
<div class="govspeak"><p>{P1}</p><h2 id="2">The plan</h2><ol><li>{P2}</li><li>{P3}</li></ol><pre>Dear all,
thank you.</pre></div></div>
<div hidden><p>Nobody sees this paragraph, however long it may be, unless they look into the source of the page.</p></div>
<div style="display: none"><p>Nor this.</p></div></body></html>"""
OFFICIAL_TEXT = (
    f"{TITLE}\n\nPublished\n\n3 September 2021\n\n{P1}\n\nThe plan\n\n1. {P2}\n\n2. {P3}\n\nDear all,\nthank you."
)
