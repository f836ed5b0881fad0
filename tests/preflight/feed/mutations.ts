/** A feed that no rule has anything against, and ways to spoil it: each with the W3C validator's names for what it then finds. */
export const goodFeed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
<title>North &#x26; Coast</title>
<link>https://n.example/</link>
<description>News</description>
<language>en-GB</language>
<copyright>NC</copyright>
<lastBuildDate>Thu, 19 Nov 2020 15:05:00 GMT</lastBuildDate>
<docs>https://www.rssboard.org/rss-specification</docs>
<ttl>60</ttl>
<atom:link rel="self" type="application/rss+xml" href="https://n.example/feed.xml"/>
<image><url>https://n.example/l.png</url><title>North &#x26; Coast</title><link>https://n.example/</link><width>100</width></image>
<item>
<title>One</title>
<link>https://n.example/1</link>
<guid isPermaLink="false">tag:n.example,2020:1</guid>
<pubDate>Thu, 19 Nov 2020 09:30:00 GMT</pubDate>
<atom:updated>2020-11-19T15:05:00Z</atom:updated>
<dc:creator>Ada</dc:creator>
<category>World</category>
<description>Text</description>
<content:encoded><![CDATA[<p>Text</p>]]></content:encoded>
<media:content url="https://n.example/p.jpg" medium="image" type="image/jpeg" width="800" height="600"><media:credit>Ada</media:credit></media:content>
</item>
<item>
<title>Two</title>
<guid isPermaLink="false">tag:n.example,2020:2</guid>
<description>Text</description>
</item>
</channel>
</rss>
`

type Mutation = readonly [what: string, from: string | RegExp, to: string, ...found: string[]]

const title = '<title>One</title>'
const pubDate = 'Thu, 19 Nov 2020 09:30:00 GMT'
const content = '<p>Text</p>'
const link = 'https://n.example/1'

export const mutations: readonly Mutation[] = [
  ['a blank line before the declaration', '<?xml', '\n<?xml', 'SAXError'],
  ['XML 1.1', '<?xml version="1.0"', '<?xml version="1.1"', 'BadXmlVersion'],
  ['a version of RSS that is none', 'version="2.0"', 'version="2.00"', 'InvalidRSSVersion'],
  ['a control character', 'One', 'O\u000bne', 'SAXError'],
  ['U+FFFE', 'One', 'O\ufffene', 'SAXError'],
  ['a C1 control', 'One', 'O\u0092ne', 'BadCharacters'],
  ['U+FFFD', 'One', 'O\ufffdne', 'BadCharacters'],
  ['a named entity', 'One', 'O&nbsp;ne', 'SAXError'],
  ['an open tag', '</item>', '', 'SAXError', 'UndefinedElement'],
  ['an unknown element in the channel', '<ttl>', '<foo>x</foo><ttl>', 'UndefinedElement'],
  ['an unknown element in an item', title, `${title}<updated>x</updated>`, 'UndefinedElement'],
  ['no title', /<title>North[\s\S]*?<\/title>\n/, '', 'MissingTitle'],
  ['no link', /<link>https:\/\/n.example\/<\/link>\n<desc/, '<desc', 'MissingLink'],
  ['no description', '<description>News</description>\n', '', 'MissingDescription'],
  ['HTML in a description of the feed', 'News', '&lt;p>News&lt;/p>', 'ContainsHTML'],
  ['a title escaped by name', 'One', 'Why &lt;b> matters', 'CharacterData'],
  ['a title escaped twice', 'One', 'Fish &amp;amp; chips', 'ContainsHTML'],
  ['an unfinished entity in a title', 'One', 'R&amp;D &amp;copy 2020', 'ContainsHTML'],
  ['an end tag in a title', 'One', 'a &#x3C;/b&#x3E;', 'ContainsHTML'],
  ['a title in CDATA', 'One', '<![CDATA[a <b> c]]>', 'CharacterData'],
  ['an empty title', title, '<title></title>', 'NotBlank'],
  ['an empty category', 'World', '', 'NotBlank'],
  ['an underscore in the language', 'en-GB', 'en_GB', 'InvalidLanguage'],
  ['a language that the old table lacks', 'en-GB', 'yue', 'InvalidLanguage'],
  ['language twice', '<language>', '<dc:language>en</dc:language><language>', 'DuplicateSemantics'],
  ['rights twice', '<copyright>', '<dc:rights>x</dc:rights><copyright>', 'DuplicateSemantics'],
  ['two titles', '<language>', '<title>x</title><language>', 'DuplicateElement', 'ImageTitleDoesntMatch'],
  ['an editor without mail', '<ttl>', '<managingEditor>Ada</managingEditor><ttl>', 'InvalidContact'],
  ['an editor without name', '<ttl>', '<managingEditor>a@n.example</managingEditor><ttl>', 'MissingRealName'],
  [
    'an editor the other way round',
    '<ttl>',
    '<managingEditor>Ada &lt;a@n.example></managingEditor><ttl>',
    'EmailFormat',
  ],
  ['an author without mail', '<dc:creator>Ada</dc:creator>', '<author>Ada</author>', 'InvalidContact'],
  ['an author twice', '<category>', '<author>a@n.example (Ada)</author><category>', 'DuplicateItemSemantics'],
  ['ttl 0', '<ttl>60', '<ttl>0', 'InvalidPositiveInteger'],
  ['hour 24', '<ttl>', '<skipHours><hour>24</hour></skipHours><ttl>', 'UseZeroForMidnight'],
  ['hour 25', '<ttl>', '<skipHours><hour>25</hour></skipHours><ttl>', 'InvalidHour'],
  ['a German day', '<ttl>', '<skipDays><day>Montag</day></skipDays><ttl>', 'InvalidDay'],
  [
    'textInput',
    '<ttl>',
    '<textInput><title>a</title><description>b</description><name>c</name><link>https://n.example/</link></textInput><ttl>',
    'AvoidTextInput',
  ],
  ['a wide logo', '<width>100', '<width>600', 'InvalidWidth'],
  ['a WebP logo', 'l.png', 'l.webp', 'ImageUrlFormat'],
  [
    'another title of the logo',
    '<url>https://n.example/l.png</url><title>North &#x26; Coast',
    '<url>https://n.example/l.png</url><title>x',
    'ImageTitleDoesntMatch',
  ],
  [
    'another link of the logo',
    '<link>https://n.example/</link><width>',
    '<link>https://n.example</link><width>',
    'ImageLinkDoesntMatch',
  ],
  ['no link to itself', /<atom:link.*\n/, '', 'MissingAtomSelfLink'],
  [
    'another address of its own',
    'href="https://n.example/feed.xml"',
    'href="https://n.example/other.xml"',
    'SelfDoesntMatchLocation',
  ],
  ['another type of its own', 'type="application/rss+xml"', 'type="text/xml"', 'SelfNotAtom'],
  [
    'an unregistered kind of link',
    '<ttl>',
    '<atom:link rel="amphtml" href="https://n.example/"/><ttl>',
    'UnregisteredAtomLinkRel',
  ],
  ['an IRI in a link of Atom', '<ttl>', '<atom:link rel="next" href="https://n.example/é"/><ttl>', 'none'],
  ['a bracket in one', '<ttl>', '<atom:link rel="next" href="https://n.example/é{"/><ttl>', 'InvalidUriChar'],
  ['a link without address', '<ttl>', '<atom:link rel="next"/><ttl>', 'MissingHref'],
  [
    'an item first',
    '<title>North &#x26; Coast</title>\n<link>',
    '<item><title>x</title><guid isPermaLink="false">tag:n.example,2020:3</guid></item><title>North &#x26; Coast</title>\n<link>',
    'MisplacedItem',
  ],
  ['neither title nor description', '<title>Two</title>', '', 'none'],
  [
    'neither of both',
    /<title>Two<\/title>\n([\s\S]*?)<description>Text<\/description>\n<\/item>\n<\/channel>/,
    '$1</item>\n</channel>',
    'ItemMustContainTitleOrDescription',
  ],
  ['a letter outside ASCII in a link', link, 'https://n.example/é', 'UriNotIri'],
  ['a space in a link', link, 'https://n.example/a b', 'InvalidUriChar'],
  ['a bar in a link', link, 'https://n.example/a|b', 'InvalidUriChar'],
  ['a relative link', link, '/1', 'InvalidFullLink'],
  ['no id', /<guid.*\n/, '', 'MissingGuid'],
  ['a permalink that is a slug', /<guid.*?guid>/, '<guid>my-slug</guid>', 'InvalidHttpGUID'],
  ['a permalink with a space', /<guid.*?guid>/, '<guid>my slug</guid>', 'InvalidUriChar'],
  ['Media RSS without its slash', 'http://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss', 'MediaRssNamespace'],
  [
    'a permalink that is a tag',
    ' isPermaLink="false">tag:n.example,2020:1',
    '>tag:n.example,2020:1',
    'InvalidPermalink',
  ],
  ['a capital False', 'isPermaLink="false"', 'isPermaLink="False"', 'InvalidBooleanAttribute'],
  ['a number as id', 'tag:n.example,2020:1', '4711', 'NotSufficientlyUnique'],
  ['one id twice', '2020:2', '2020:1', 'DuplicateValue'],
  ['an ISO date', pubDate, '2020-11-19T09:30:00Z', 'InvalidRFC2822Date'],
  ['a date in UTC', pubDate, 'Thu, 19 Nov 2020 09:30:00 UTC', 'InvalidRFC2822Date'],
  ['a date in German', pubDate, 'Do, 19 Nov 2020 09:30:00 GMT', 'InvalidRFC2822Date'],
  ['a wrong day of the week', pubDate, 'Fri, 19 Nov 2020 09:30:00 GMT', 'IncorrectDOW'],
  ['two digits of a year', pubDate, 'Thu, 19 Nov 20 09:30:00 GMT', 'ProblematicalRFC822Date'],
  ['an offset of Nepal', pubDate, 'Thu, 19 Nov 2020 09:30:00 +0545', 'ProblematicalRFC822Date'],
  ['a date of the first century', pubDate, 'Thu, 01 Jan 0099 00:00:00 GMT', 'ImplausibleDate'],
  ['a date before 1990', pubDate, 'Sun, 19 Nov 1989 09:30:00 GMT', 'ImplausibleDate'],
  ['a date in the future', pubDate, 'Mon, 19 Nov 2091 09:30:00 GMT', 'ImplausibleDate'],
  ['an Atom date without zone', '2020-11-19T15:05:00Z', '2020-11-19T15:05:00', 'InvalidRFC3339Date'],
  [
    'content before the description',
    '<description>Text</description>\n<content',
    '<content',
    'NeedDescriptionBeforeContent',
  ],
  [
    'two enclosures',
    '<category>',
    '<enclosure url="https://n.example/a.mp3" length="0" type="audio/mpeg"/><enclosure url="https://n.example/b.mp3" length="0" type="audio/mpeg"/><category>',
    'DuplicateEnclosure',
  ],
  [
    'an enclosure without length',
    '<category>',
    '<enclosure url="https://n.example/a.mp3" type="audio/mpeg"/><category>',
    'MissingAttribute',
  ],
  [
    'an enclosure of length -1',
    '<category>',
    '<enclosure url="https://n.example/a.mp3" length="-1" type="audio/mpeg"/><category>',
    'UseZeroForUnknown',
  ],
  [
    'an enclosure of type image',
    '<category>',
    '<enclosure url="https://n.example/a.jpg" length="0" type="image"/><category>',
    'InvalidMIMEAttribute',
  ],
  ['a source without url', '<category>', '<source>x</source><category>', 'MissingAttribute'],
  [
    'comments counted in an undated feed',
    /<lastBuildDate>.*\n([\s\S]*?)<category>/,
    '$1<slash:comments>3</slash:comments><category>',
    'SlashDate',
  ],
  ['a relative address', content, '<p><a href="/x">a</a></p>', 'ContainsRelRef'],
  ['a place of the page', content, '<p><a href="#fn1">1</a></p>', 'ContainsRelRef'],
  ['a relative picture', content, '<img alt="" src="/x.png">', 'ContainsRelRef'],
  ['an address with a space', content, '<p><a href="a b">a</a></p>', 'InvalidUriChar'],
  ['a frame', content, '<iframe src="https://n.example/"></iframe>', 'SecurityRisk'],
  ['a script', content, '<script>x()</script>', 'SecurityRisk'],
  ['a handler', content, '<p onclick="x()">a</p>', 'SecurityRiskAttr'],
  ['a wide style', content, '<p style="max-width:10em">a</p>', 'DangerousStyleAttr'],
  ['an aligning style', content, '<p style="text-align:right">a</p>', 'none'],
  ['SVG', content, '<svg></svg>', 'NotHtml'],
  ['an element of one’s own', content, '<my-part>a</my-part>', 'NotHtml'],
  ['a closed paragraph', content, '<p/>', 'NotHtml'],
  ['a paragraph around a block', content, '<p><div>a</div></p>', 'NotHtml'],
  ['mis-nested elements', content, '<p><b>a</p></b>', 'NotHtml'],
  ['an entity without its end', content, '<p>a&nbsp b</p>', 'NotHtml'],
  ['closed void elements', content, '<p>a<br/>b</p><hr/>', 'none'],
  ['a bare ampersand', content, '<p>a & b</p>', 'none'],
  ['a figure', content, '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>', 'none'],
  ['an unknown namespace', 'xmlns:dc', 'xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:dc', 'UnknownNamespace'],
  ['Media RSS by https', 'http://search.yahoo.com/mrss/', 'https://search.yahoo.com/mrss/', 'ReservedPrefix'],
  ['a picture of width 0', 'width="800"', 'width="0"', 'InvalidPositiveInteger'],
  [
    'a group of one',
    /<media:content(.*)<\/media:content>/,
    '<media:group><media:content$1</media:content></media:group>',
    'MediaGroupWithoutAlternatives',
  ],
  [
    'HTML in a media title',
    '<media:credit>',
    '<media:title>a &#x3C;/b&#x3E;</media:title><media:credit>',
    'ContainsUndeclaredHTML',
  ],
]

/** Returns the feed with one mutation. */
export function mutated([, from, to]: Mutation): string {
  return goodFeed.replace(from, to)
}
