/** A JSON Feed that its specification has nothing against. */
export const goodStories = `${JSON.stringify(
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'North Coast',
    home_page_url: 'https://n.example/',
    feed_url: 'https://n.example/feed.json',
    _own: { anything: [1, { at: 'all' }] },
    authors: [{ name: 'North Coast' }],
    language: 'en-GB',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: 'tag:n.example,2026:a',
        url: 'https://n.example/é',
        title: 'A',
        content_html: '<p>One <a href="https://n.example/b">two</a></p>',
        date_published: '2026-11-23T06:30:00.5+05:45',
        authors: [{ name: 'Ada', url: 'mailto:ada@n.example' }],
        tags: ['sea'],
        attachments: [{ url: 'https://n.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 12 }],
      },
      { id: 'b', content_text: 'Two', image: 'https://n.example/b.jpg' },
    ],
  },
  undefined,
  2,
)}\n`

/** A news object that IPTC's standard has nothing against. */
export const goodNinjs = `${JSON.stringify(
  {
    uri: 'https://n.example/a',
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    type: 'text',
    firstCreated: '2026-11-23T06:30:00Z',
    versionCreated: '2026-11-23T07:30:00Z',
    pubStatus: 'usable',
    urgency: 4,
    headlines: [{ role: 'main', value: 'A' }],
    bodies: [{ contentType: 'text/plain', wordCount: 2, value: 'Two words' }],
    people: [{ name: 'Ada', rel: 'author', uri: 'https://n.example/ada' }],
    rightsInfo: { linkedRights: 'https://creativecommons.org/licenses/by/4.0/' },
    associations: [
      { uri: 'https://n.example/a.jpg', name: 'lead', type: 'picture', renditions: [{ name: 'main', width: 800 }] },
    ],
  },
  undefined,
  2,
)}\n`

/** A news sitemap that sitemaps.org and Google have nothing against. */
export const goodSitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url>
<loc>https://n.example/a</loc>
<lastmod>2026-11-23</lastmod>
<news:news>
<news:publication><news:name>North Coast</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-23T06:30:00+01:00</news:publication_date>
<news:title>A</news:title>
</news:news>
</url>
<url>
<loc>https://n.example/b</loc>
<news:news>
<news:publication><news:name>North Coast</news:name><news:language>zh-tw</news:language></news:publication>
<news:publication_date>2026-11-22</news:publication_date>
<news:title>B</news:title>
</news:news>
</url>
</urlset>
`

/** A page that is left alone. */
export const goodPage = `<!doctype html>
<html lang="en">
<head>
<title>A</title>
<link rel="canonical" href="https://n.example/a">
<meta property="og:image" content="https://n.example/a.jpg">
<script type="application/ld+json">
{
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  "headline": "A",
  "image": "https://n.example/a.jpg",
  "datePublished": "2026-11-23T06:30:00Z",
  "dateModified": "2026-11-23T06:30:00Z",
  "author": { "@type": "Person", "name": "Ada", "url": "https://n.example/ada" },
  "publisher": { "@type": "Organization", "name": "N", "logo": "https://n.example/l.png" }
}
</script>
</head>
<body>
<h1 id="a">A</h1>
<p><img src="a.jpg" alt=""><a href="#a">up</a><svg><title>A drawing</title></svg></p>
</body>
</html>
`

/** One change to a good file, and the rules that it breaks. */
export interface Mutation {
  name: string
  text: string
  from: string
  to: string
  rules: string[]
}

type Row = readonly [from: string, to: string, ...rules: string[]]

const of = (name: string, text: string, rows: readonly Row[]): Mutation[] =>
  rows.map(([from, to, ...rules]) => ({ name, text, from, to, rules }))

/** Every seeded fault. */
export const mutations: Mutation[] = [
  ...of('feed.json', goodStories, [
    ['"title": "North Coast",', '', 'jsonfeed-shape'],
    ['"title": "North Coast"', '"title": " "', 'jsonfeed-shape'],
    ['version/1.1', 'version/1', 'jsonfeed-old'],
    ['version/1.1', 'version/7', 'jsonfeed-shape'],
    ['"home_page_url": "https://n.example/",', '', 'jsonfeed-recommended'],
    ['"https://n.example/feed.json"', '"/feed.json"', 'jsonfeed-shape'],
    ['"_own"', '"own"', 'jsonfeed-member'],
    ['"authors": [', '"author": [', 'jsonfeed-shape', 'jsonfeed-old'],
    ['"name": "North Coast"', '"name": ""', 'jsonfeed-shape'],
    ['"type": "WebSub",', '', 'jsonfeed-shape'],
    ['"language": "en-GB"', '"language": "en_GB"', 'jsonfeed-shape'],
    ['"id": "tag:n.example,2026:a"', '"id": 17', 'jsonfeed-id'],
    ['"id": "b"', '"id": "tag:n.example,2026:a"', 'jsonfeed-id'],
    ['"id": "tag:n.example,2026:a"', '"id": ""', 'jsonfeed-shape'],
    ['"id": "tag:n.example,2026:a",', '', 'jsonfeed-shape'],
    ['content_text', 'content_txt', 'jsonfeed-member', 'jsonfeed-content'],
    ['href=\\"https://n.example/b\\"', 'href=\\"/b\\"', 'w3c/ContainsRelRef'],
    ['<p>One', '<script></script><p>One', 'w3c/SecurityRisk'],
    ['</a>', '', 'w3c/NotHtml'],
    ['06:30:00.5+05:45', '06:30:00', 'jsonfeed-shape'],
    ['06:30:00.5+05:45', '06:30+05:45', 'jsonfeed-shape'],
    ['2026-11-23T06', '2026-13-23T06', 'jsonfeed-shape'],
    ['"sea"', '7', 'jsonfeed-shape'],
    ['"mime_type": "audio/mpeg",', '', 'jsonfeed-shape'],
    ['"size_in_bytes": 12', '"size_in_bytes": "12"', 'jsonfeed-shape'],
    ['"https://n.example/b.jpg"', '"b.jpg"', 'jsonfeed-shape'],
  ]),
  ...of('a.ninjs.json', goodNinjs, [
    ['"uri": "https://n.example/a",', '', 'ninjs-shape'],
    ['"uri": "https://n.example/a"', '"uri": "a"', 'ninjs-shape'],
    ['"type": "text"', '"type": "txt"', 'ninjs-shape'],
    ['"type": "text",', '', 'ninjs-recommended'],
    ['"2026-11-23T06:30:00Z"', '"2026-11-23"', 'ninjs-shape'],
    ['"2026-11-23T07:30:00Z"', '"2026-11-22T07:30:00Z"', 'ninjs-dates'],
    ['"usable"', '"published"', 'ninjs-shape'],
    ['"urgency": 4', '"urgency": 11', 'ninjs-shape'],
    ['"headlines"', '"headline"', 'ninjs-shape'],
    ['"value": "A"', '"text": "A"', 'ninjs-shape', 'ninjs-shape'],
    ['"wordCount": 2', '"wordCount": "2"', 'ninjs-shape'],
    ['"rel": "author"', '"role": "author"', 'ninjs-shape'],
    ['"linkedRights"', '"linked"', 'ninjs-shape', 'ninjs-shape'],
    ['"name": "lead",', '', 'ninjs-shape'],
    ['"width": 800', '"width": 800.5', 'ninjs-shape'],
    ['"version": "3.1"', '"version": "2.0"', 'ninjs-version'],
    ['"name": "ninjs"', '"name": "NewsML"', 'ninjs-shape'],
  ]),
  ...of('news-sitemap.xml', goodSitemap, [
    ['</urlset>', '', 'sitemap-syntax'],
    ['/schemas/sitemap/0.9', '/schemas/sitemap/0.8', 'sitemap-syntax'],
    ['<loc>https://n.example/a</loc>', '', 'sitemap-address'],
    ['https://n.example/a', '/a', 'sitemap-address'],
    ['https://n.example/a', 'https://n.example/é', 'sitemap-address'],
    ['https://n.example/b', 'https://n.example/a', 'sitemap-twin'],
    ['<lastmod>2026-11-23', '<lastmod>23.11.2026', 'sitemap-value'],
    ['<lastmod>', '<changefreq>often</changefreq><lastmod>', 'sitemap-value'],
    ['<lastmod>', '<priority>7</priority><lastmod>', 'sitemap-value'],
    ['<lastmod>', '<author>Ada</author><lastmod>', 'sitemap-element'],
    ['<news:name>North Coast</news:name>', '', 'sitemap-missing'],
    ['<news:title>A</news:title>', '<news:title> </news:title>', 'sitemap-missing'],
    ['<news:language>en<', '<news:language>en-GB<', 'sitemap-value'],
    ['06:30:00+01:00', '06:30:00', 'sitemap-value'],
    ['2026-11-22<', '2026-11<', 'sitemap-value'],
    ['2026-11-22<', '2026-11-17<', 'sitemap-old'],
    ['<news:title>A', '<news:keywords>sea</news:keywords><news:title>A', 'sitemap-retired'],
    ['<news:title>A', '<news:body>sea</news:body><news:title>A', 'sitemap-element'],
    ['<news:title>A<', `<news:title>A</news:title><news:title>A<`, 'sitemap-element'],
  ]),
  ...of('a.html', goodPage, [
    ['<!doctype html>\n', '', 'page-doctype'],
    [' lang="en"', '', 'page-language'],
    ['lang="en"', 'lang="English words"', 'page-language'],
    ['<title>A</title>', '', 'page-title'],
    ['<title>A<', '<title> <', 'page-title'],
    ['href="https://n.example/a"', 'href="/a"', 'page-address'],
    ['content="https://n.example/a.jpg"', 'content="a.jpg"', 'page-address'],
    ['<script', '<link rel="canonical" href="https://n.example/z"><script', 'page-canonical'],
    [' alt=""', '', 'page-picture'],
    ['<p>', '<p id="a">', 'page-id'],
    ['href="#a"', 'href="#b"', 'page-link'],
    ['"headline": "A"', '"headlin": "A"', 'jsonld-property', 'google-headline'],
    ['"headline": "A",', '"headline": "A"', 'jsonld-syntax'],
    ['application/ld+json', 'text/plain', 'page-data'],
  ]),
]
