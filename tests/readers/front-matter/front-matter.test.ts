import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import type { ReadContext } from '../../../src/readers/reader.js'

const read = (yaml: string, context?: ReadContext) => readMarkdown(`---\n${yaml}\n---\n\nText.\n`, context)
const metaOf = async (yaml: string, context?: ReadContext) => (await read(`title: T\n${yaml}`, context)).article?.meta

describe('every name of a field', () => {
  test.each([
    ['subtitle', ['subtitle', 'deck', 'standfirst', 'dek']],
    ['description', ['description', 'summary', 'excerpt', 'abstract', 'custom_excerpt']],
    ['kicker', ['kicker', 'eyebrow', 'label']],
    ['section', ['section']],
    ['slug', ['slug']],
    ['id', ['id']],
  ])('%s', async (field, names) => {
    for (const name of names) expect(await metaOf(`${name}: some words`)).toMatchObject({ [field]: 'some words' })
  })

  test.each([
    ['published', ['date', 'published', 'publishDate', 'pubdate', 'published_at', 'publish-date']],
    ['updated', ['lastmod', 'updated', 'modified', 'date-modified', 'last_modified_at', 'updated_at']],
    ['expires', ['expiryDate', 'expires']],
    ['embargoed', ['embargo', 'embargoed']],
  ])('%s', async (field, names) => {
    for (const name of names) expect(await metaOf(`${name}: 2026-11-23`)).toMatchObject({ [field]: '2026-11-23' })
  })

  test.each([
    ['url', ['url', 'permalink']],
    ['canonicalUrl', ['canonical', 'canonicalUrl', 'canonical_url']],
  ])('%s', async (field, names) => {
    for (const name of names)
      expect(await metaOf(`${name}: https://a.example/b`)).toMatchObject({ [field]: 'https://a.example/b' })
  })

  test.each([
    ['tags', ['tags', 'keywords']],
    ['categories', ['categories', 'category']],
  ])('%s, as a list or with commas', async (field, names) => {
    for (const name of names) {
      expect(await metaOf(`${name}: [a, b]`)).toMatchObject({ [field]: ['a', 'b'] })
      expect(await metaOf(`${name}: a, b`)).toMatchObject({ [field]: ['a', 'b'] })
    }
  })
})

describe('authors', () => {
  test.each([
    ['author: Jane Doe', [{ name: 'Jane Doe' }]],
    ['authors: [Jane Doe, Tom Roe]', [{ name: 'Jane Doe' }, { name: 'Tom Roe' }]],
    ['author: Jane Doe and Tom Roe', [{ name: 'Jane Doe' }, { name: 'Tom Roe' }]],
    ['author: By Jane Doe, Tom Roe & Ann Poe', [{ name: 'Jane Doe' }, { name: 'Tom Roe' }, { name: 'Ann Poe' }]],
    ['author: Jane Doe, PhD', [{ name: 'Jane Doe, PhD' }]],
    ['author: "Doe, Jane"', [{ name: 'Doe, Jane' }]],
    ['author: Ministry of Trade and Industry', [{ name: 'Ministry of Trade and Industry' }]],
    ['author: Johnson & Johnson', [{ name: 'Johnson & Johnson' }]],
    ['author: Jane Doe <jane@a.example>', [{ name: 'Jane Doe', email: 'jane@a.example' }]],
    ['author: {name: {given: Jane, family: Doe}}', [{ name: 'Jane Doe' }]],
    ['author: {given: Jane, family: Doe, role: author}', [{ name: 'Jane Doe' }]],
    ['author: 1984', [{ name: '1984' }]],
    ['author: Anna Freifrau von und zu Stein', [{ name: 'Anna Freifrau von und zu Stein' }]],
    ['author: Karl von und zum Berg und Eva Braun', [{ name: 'Karl von und zum Berg und Eva Braun' }]],
    ['author: Jane Doe, Political Editor', [{ name: 'Jane Doe', role: 'Political Editor' }]],
    ['author: Jane Doe, Managing Editor', [{ name: 'Jane Doe', role: 'Managing Editor' }]],
    ['author: Jane Doe, Senior Fellow', [{ name: 'Jane Doe', role: 'Senior Fellow' }]],
    ['author: Jane Doe, Reporter', [{ name: 'Jane Doe', role: 'Reporter' }]],
    ['author: Jane Doe and Tom Roe, Staff Writers', [{ name: 'Jane Doe and Tom Roe, Staff Writers' }]],
    ['author: Jane Doe | The Guardian', [{ name: 'Jane Doe', affiliation: 'The Guardian' }]],
    ['author: Jane Doe | The Torhaven Post', [{ name: 'Jane Doe | The Torhaven Post' }]],
    ['author: "Text: Jane Doe, Fotos: Tom Roe"', [{ name: 'Text: Jane Doe, Fotos: Tom Roe' }]],
    ['author: Jane Doe / Tom Roe', [{ name: 'Jane Doe' }, { name: 'Tom Roe' }]],
    ['author: Jan de Vries en Piet van Dijk', [{ name: 'Jan de Vries' }, { name: 'Piet van Dijk' }]],
    ['author: Иван Петров и Анна Ли', [{ name: 'Иван Петров' }, { name: 'Анна Ли' }]],
    ['author: Jane Doe, New York', [{ name: 'Jane Doe', location: 'New York' }]],
    ['author: Jane Doe, London', [{ name: 'Jane Doe', location: 'London' }]],
    ['author: Jane Doe / Associated Press', [{ name: 'Jane Doe', affiliation: 'Associated Press' }]],
    ['author: By Jane Doe (AFP)', [{ name: 'Jane Doe', affiliation: 'AFP' }]],
    ['author: "Jane Doe, El País, Madrid"', [{ name: 'Jane Doe', affiliation: 'El País', location: 'Madrid' }]],
    ['author: Jane Doe, Los Angeles Times', [{ name: 'Jane Doe', affiliation: 'Los Angeles Times' }]],
    ['author: Jane Doe, Boston Globe', [{ name: 'Jane Doe', affiliation: 'Boston Globe' }]],
    ['author: Jane Doe, The Boston Globe', [{ name: 'Jane Doe', affiliation: 'The Boston Globe' }]],
    ['author: Jane Doe, Daily Mail', [{ name: 'Jane Doe', affiliation: 'Daily Mail' }]],
    ['author: Jane Doe, The Sun', [{ name: 'Jane Doe', affiliation: 'The Sun' }]],
    ['author: Jane Doe, Emily Post', [{ name: 'Jane Doe' }, { name: 'Emily Post' }]],
    ['author: Jane Doe, Emily Post', [{ name: 'Jane Doe' }, { name: 'Emily Post' }]],
    ['author: Jane Doe, Reuters, Tel Aviv', [{ name: 'Jane Doe', affiliation: 'Reuters', location: 'Tel Aviv' }]],
    ['author: Jane Doe, Chief Economist, Berlin', [{ name: 'Jane Doe', role: 'Chief Economist', location: 'Berlin' }]],
    [
      'author: Jane Doe and Tom Roe, Associated Press',
      [
        { name: 'Jane Doe', affiliation: 'Associated Press' },
        { name: 'Tom Roe', affiliation: 'Associated Press' },
      ],
    ],
    [
      'author: Jane Doe, AP, and Tom Roe, Reuters',
      [
        { name: 'Jane Doe', affiliation: 'AP' },
        { name: 'Tom Roe', affiliation: 'Reuters' },
      ],
    ],
    [
      'author: Anna Bauer, Moskau; Peter Klein, Wien',
      [
        { name: 'Anna Bauer', location: 'Moskau' },
        { name: 'Peter Klein', location: 'Wien' },
      ],
    ],
    ['author: Jane Doe, London and New York', [{ name: 'Jane Doe, London and New York' }]],
    ['author: 山田太郎（共同）', [{ name: '山田太郎', affiliation: '共同' }]],
    ['author: "Jane Doe, Washington, D.C."', [{ name: 'Jane Doe', location: 'Washington D.C.' }]],
    ['author: Reuters', [{ name: 'Reuters', kind: 'organisation' }]],
    [
      'author: AP / AFP',
      [
        { name: 'AP', kind: 'organisation' },
        { name: 'AFP', kind: 'organisation' },
      ],
    ],
    ['author: Jane Doe and Reuters', [{ name: 'Jane Doe' }, { name: 'Reuters', kind: 'organisation' }]],
    ['author: Getty Images, New York', [{ name: 'Getty Images', location: 'New York' }]],
    ['author: Bellingcat, New York', [{ name: 'Bellingcat, New York' }]],
    ['author: Jane Doe, Guardian, London', [{ name: 'Jane Doe, Guardian, London' }]],
    ['author: "Smith, London"', [{ name: 'Smith, London' }]],
    ['author: 李明、王芳', [{ name: '李明' }, { name: '王芳' }]],
  ])('%s', async (yaml, authors) => {
    expect((await metaOf(yaml))?.authors).toEqual(authors)
  })

  test('who has another role is a contributor', async () => {
    const meta = await metaOf('authors:\n  - Jane Doe\n  - {name: Eva Lund, role: photographer}\neditor: Ann Poe')
    expect(meta?.authors).toEqual([{ name: 'Jane Doe' }])
    expect(meta?.contributors).toEqual([
      { name: 'Eva Lund', role: 'photographer' },
      { name: 'Ann Poe', role: 'editor' },
    ])
  })
})

test.each([
  ['title: "The *Titanic* sails"', '*Titanic*'],
  ['subtitle: The pier {~~is~>was~~} a wreck', '{~~is~>was~~}'],
  ['description: "See [the report](https://a.example/r)"', '[the report](https://a.example/r)'],
  ['corrections: ["It was __not__ so."]', '__not__'],
  ['corrections: [{text: "It was `not` so."}]', '`not`'],
  ['kicker: A <b>bold</b> claim', '<b>'],
  ['title: Bread &amp; butter', '&amp;'],
  ['title: The &#8220;new&#8221; pier', '&#8220;'],
])('says of %s that its signs are shown', async (yaml, found) => {
  const { messages } = await read(yaml.startsWith('title') ? yaml : `title: T\n${yaml}`)
  expect(messages).toMatchObject([{ rule: 'meta-markup', reason: expect.stringContaining(`\`${found}\``) }])
  expect(messages[0]?.position).toBeDefined()
})

test.each([
  'title: "*️⃣ Stars *️⃣ here"',
  'title: 5 * 6 * 7 and a_b_c',
  'title: Q&A; B&B &c.',
  'title: Rated 4* and 5*',
  'subtitle: "a < b > c [sic] (so)"',
  'kicker: "*"',
])('takes nothing in %s for Markdown', async yaml => {
  const { messages } = await read(yaml.startsWith('title') ? yaml : `title: T\n${yaml}`)
  expect(messages).toEqual([])
})

test('values keep the way they are written: numbers, dates and words alike', async () => {
  expect(await metaOf('slug: 1.10\nkicker: yes\nid: 010\nsubtitle: 2024-05-01')).toMatchObject({
    slug: '1.10',
    kicker: 'yes',
    id: '010',
    subtitle: '2024-05-01',
  })
})

test('each field keeps its place, front matter counted', async () => {
  const { article } = await read('title: T\nauthors:\n  - Jane Doe\n  - Tom Roe\npublished: 2026-11-23')
  const places = article?.data?.places ?? {}
  const starts = Object.fromEntries(
    Object.entries(places).map(([path, { start }]) => [path, `${start.line}:${start.column}`]),
  )
  expect(starts).toMatchObject({ title: '2:8', 'authors.0': '4:5', 'authors.1': '5:5', published: '6:12' })
})

test('a zone in the configuration is taken without a word', async () => {
  const { article, messages } = await read('title: T\npublished: 2026-11-23 08:00', { timezone: 'Europe/Berlin' })
  expect([article?.meta.published, messages]).toEqual(['2026-11-23T08:00:00+01:00', []])
})

test('the message on a date without a zone says what to write', async () => {
  const { messages } = await read('title: T\npublished: 2026-11-23 08:00')
  expect(messages).toMatchObject([
    {
      rule: 'date-zone',
      severity: 'warning',
      reason: '`published` has no time zone: "2026-11-23 08:00" was read as UTC',
      hint: 'write 2026-11-23T08:00:00+01:00, or set `timezone` in standfirst.config.json',
      position: { start: { line: 3, column: 12 }, end: { line: 3, column: 28 } },
    },
  ])
})

test('fields given from outside win, and a map only where it says something', async () => {
  const yaml = 'date: 2026-01-01\npublisher: {name: The Paper, url: https://a.example}'
  const meta = await metaOf(yaml, { meta: { published: '2026-02-02', publisher: { name: 'The Other' } } })
  expect(meta).toMatchObject({ published: '2026-02-02', publisher: { name: 'The Other', url: 'https://a.example' } })
})

test('options for formats are no metadata', async () => {
  const { article, options } = await read('title: T\nformat:\n  docx: {toc: true}\n  pdf: default')
  expect(options).toEqual({ docx: { toc: true } })
  expect(article?.meta.extra).toBeUndefined()
})

test('what nobody knows is kept word for word, and named with the nearest field', async () => {
  const { article, messages } = await read('title: T\nsubtitel: S\nparams: {a: [1, true, null, x]}')
  expect(article?.meta.extra).toEqual({ subtitel: 'S', params: { a: [1, true, null, 'x'] } })
  expect(messages).toMatchObject([{ rule: 'meta-unknown', severity: 'info', hint: 'did you mean `subtitle`?' }])
})

test.each([
  ['two values for one field', 'title: T\ndate: 2026-01-01\npublished: 2026-01-02', 'meta-contradiction'],
  ['a key twice', 'title: T\ntitle: U', 'front-matter-yaml'],
  ['a tab as indent', 'title: T\nrights:\n\tholder: X', 'front-matter-yaml'],
  ['an open quotation mark', 'title: "T', 'front-matter-yaml'],
  ['a reference to nothing', 'title: *Talks', 'front-matter-yaml'],
  ['more references than one head may hold', `title: &t T\ntags: [${'*t, '.repeat(200)}]`, 'front-matter-yaml'],
  ['a list', '[a, b]', 'front-matter-shape'],
])('%s is an error, and there is no article', async (_name, yaml, rule) => {
  const { article, messages } = await read(yaml)
  expect([article, messages.map(message => message.rule)]).toEqual([undefined, expect.arrayContaining([rule])])
})

test('what is left open names no empty place', async () => {
  const { messages } = await read('title: T\ntags: [a')
  expect(messages.map(message => message.reason)).toEqual([expect.stringContaining('to its end')])
})

test('an empty block, comments alone and empty values are fine', async () => {
  expect((await read('# only a comment')).messages.map(message => message.rule)).toEqual(['title-missing'])
  expect((await read('title: T\nauthor:\ntags: []')).messages).toEqual([])
})

test('spaces that do not break stay in a title', async () => {
  const title = 'Grève\u202F: «\u00A0Nous  partons\u00A0»'
  expect((await readMarkdown(`---\ntitle: "${title}"\n---\n\nText.\n`)).article?.meta.title).toBe(
    'Grève\u202F: «\u00A0Nous partons\u00A0»',
  )
  expect((await readMarkdown(`# ${title}\n\nText.\n`)).article?.meta.title).toBe(
    'Grève\u202F: «\u00A0Nous partons\u00A0»',
  )
})

test('an address with a part to fill in is none', async () => {
  const { article, messages } = await read('title: T\npermalink: /news/:title/', { site: 'https://news.example' })
  expect(article?.meta.url).toBeUndefined()
  expect(messages[0]).toMatchObject({ rule: 'meta-value', reason: expect.stringContaining('`:title` filled in') })
})

describe('what stands in a map and no field takes', () => {
  test.each([
    ['an organisation', 'sponsored: {"@type": Organization, name: Halvik Bank, mood: calm}'],
    ['the policies of an organisation', 'publisher: {name: Post, policies: {mood: calm}}'],
    ['rights', 'rights: {holder: Post, mood: calm}'],
    ['a topic', 'about: [{name: Ice, mood: calm}]'],
    ['a citation', 'citations: [{url: "https://a.example", mood: calm}]'],
    ['a correction', 'corrections: [{text: It was 4., mood: calm}]'],
    ['a picture', 'image: {src: a.jpg, alt: A, mood: calm}'],
  ])('is named: of %s', async (what, yaml) => {
    const { messages } = await read(`title: T\n${yaml}`)
    expect(messages.map(({ reason }) => reason)).toEqual([expect.stringContaining(`\`mood\` is no field of ${what},`)])
  })

  test('is named with its place, of people and of updates', async () => {
    const yaml =
      'author: {name: Jane, shoe: 41, url: "https://a.example", website: "https://b.example"}\nupdates: [{title: A, published: 2026-11-23, mood: calm}]'
    const { messages, article } = await read(`title: T\n${yaml}`)
    expect(article?.meta.authors).toEqual([{ name: 'Jane', url: 'https://a.example' }])
    const unread = messages.filter(({ rule }) => rule === 'meta-unknown')
    expect(unread.map(({ reason, position }) => [/`(\w+)`/.exec(reason)?.[1], position?.start.line])).toEqual([
      ['mood', 4],
      ['shoe', 3],
      ['website', 3],
    ])
  })
})

test('an address of an update that is only a place names its heading', async () => {
  const yaml =
    'updates:\n  - {title: A, published: 2026-11-23, url: "#doors"}\n  - {title: B, published: 2026-11-23, url: /b}'
  const { article, messages } = await read(`title: T\n${yaml}`, { site: 'https://n.example' })
  expect(article?.meta.updates).toEqual([
    { title: 'A', published: '2026-11-23', heading: 'doors' },
    { title: 'B', published: '2026-11-23', url: 'https://n.example/b' },
  ])
  expect(messages).toEqual([])
})

describe('a description and a summary that differ', () => {
  test('are two texts, of which the description is taken, with a warning', async () => {
    const { article, messages } = await read('title: T\nsummary: Long and more.\ndescription: Short.')
    expect(article?.meta.description).toBe('Short.')
    expect(messages.filter(({ rule }) => rule === 'meta-contradiction').map(({ severity }) => severity)).toEqual([
      'warning',
    ])
    expect((await read('title: T\nurl: https://a.example/1\npermalink: https://a.example/2')).article).toBeUndefined()
  })
})

test.each([
  ['image: a.jpg\nheroImage: b.jpg\nimage-alt: x', { image: { url: 'a.jpg' } }],
  ['tags: [a]\nkeywords: [b, c]', { tags: ['a'] }],
  ['id: 17\nuuid: 5c8f', { id: '17' }],
])('of fields that other programs keep twice the first is taken, and told: %s', async (yaml, meta) => {
  const { article, messages } = await read(`title: T\n${yaml}`)
  expect(article?.meta).toMatchObject(meta)
  expect(messages.map(({ severity, reason }) => [severity, /was taken$/.test(reason)])).toEqual([['warning', true]])
})

test('a dateline may say its day as it is printed, or as a date', async () => {
  const read = async (date: string) => (await metaOf(`dateline: {place: VALGA, date: ${date}, agency: Wire}`))?.dateline
  expect(await read('19 Oct')).toEqual({ place: 'VALGA', agency: 'Wire', text: 'VALGA, 19 Oct (Wire)' })
  expect(await read('2026-10-19')).toEqual({ place: 'VALGA', date: '2026-10-19', agency: 'Wire' })
})

test('of the two dates of Hugo the one from which a story is shown counts, and both may stand', async () => {
  const { article, messages } = await read('title: T\ndate: 2026-11-19\npublishDate: 2026-12-01')
  expect(article?.meta.published).toBe('2026-12-01')
  expect(messages).toMatchObject([{ rule: 'meta-contradiction', severity: 'warning' }])
  const other = await read('title: T\ndate: 2026-11-19\npubdate: 2026-12-01')
  expect(other.article).toBeUndefined()
})

test.each([
  ['publish', 'final'],
  ['pending', 'draft'],
  ['private', 'withheld'],
])('the status that WordPress calls %s is %s', async (word, status) => {
  expect(await metaOf(`status: ${word}`)).toMatchObject({ status })
})

test.each([
  ['title: T\ndate: 2026-11-19\npublished: false', { published: '2026-11-19', status: 'draft' }],
  ['title: T\npublished: true\ndate: 2026-11-19', { published: '2026-11-19' }],
])('%j says as Jekyll has it whether a story is shown', async (yaml, meta) => {
  const { article, messages } = await read(yaml)
  expect(article?.meta).toEqual({ title: 'T', authors: [], language: 'en', ...meta })
  expect(messages).toEqual([])
})

test('a date that is true is none', async () => {
  const { messages } = await read('title: T\ndate: true')
  expect(messages.map(({ rule }) => rule)).toEqual(['meta-date'])
})

test('what makes a story a draft has its place', async () => {
  const { article } = await read('title: T\ndraft: true')
  expect(article?.data?.places?.status?.start).toMatchObject({ line: 3, column: 8 })
})

describe('other programs', () => {
  test('a date in another style that can only mean one day is read, and told', async () => {
    const { article, messages } = await read("title: T\npubDate: 'Jul 08 2026'\nupdatedDate: 2026-07-09")
    expect(article?.meta).toMatchObject({ published: '2026-07-08', updated: '2026-07-09' })
    expect(messages).toMatchObject([{ rule: 'meta-date', severity: 'warning', hint: 'write `pubDate: 2026-07-08`' }])
    expect((await read('title: T\ndate: 01/02/2026')).article).toBeUndefined()
  })

  test.each([
    '3 May 2026 10:00 EST',
    '10:00 3 May 2026',
    '3 May 2026 at noon',
    '3 May 2026 24:00',
    'not before 3 May 2026',
    '3 May or 4 May 2026',
    '3 marraskuuta 2026',
  ])('a date beside which something else stands is read as none: %s', async embargo => {
    const { article, messages } = await read(`title: T\nembargo: ${embargo}`)
    expect([article, messages[0]?.rule]).toEqual([undefined, 'meta-date'])
  })

  test.each(['json', 'yaml'])('front matter may name its language: %s', async language => {
    const { article, messages } = await readMarkdown(
      `---${language}\n{ "title": "T", "date": "2026-09-03" }\n---\nText.`,
    )
    expect([article?.meta.title, article?.meta.published, messages]).toEqual(['T', '2026-09-03', []])
  })

  test('front matter that is a program is told', async () => {
    const { messages } = await readMarkdown('---js\n{ title: "T" }\n---\nText.')
    expect(messages[0]).toMatchObject({ rule: 'front-matter-text', reason: expect.stringContaining('program') })
  })

  test('Hugo’s params hold what front matter does not say itself', async () => {
    const meta = await metaOf('params:\n  author: Jane Doe\n  title: Other\n  deck: Words\n  theme: dark')
    expect(meta).toMatchObject({ title: 'T', authors: [{ name: 'Jane Doe' }], subtitle: 'Words' })
    expect(meta?.extra).toEqual({ params: { title: 'Other', theme: 'dark' } })
  })

  test('of two names in such a map that mean one field the first is read, and the other kept', async () => {
    const meta = await metaOf('params:\n  author: Jane Doe\n  authors: [jdoe]')
    expect(meta).toMatchObject({ authors: [{ name: 'Jane Doe' }], extra: { params: { authors: ['jdoe'] } } })
  })

  test('Zola’s taxonomies and extra do too', async () => {
    const source = '+++\ntitle = "T"\n[taxonomies]\ntags = ["a"]\n[extra]\nauthor = "Jane Doe"\n+++\n\nText.\n'
    const { article, messages } = await readMarkdown(source)
    expect([article?.meta, messages]).toEqual([
      { title: 'T', language: 'en', authors: [{ name: 'Jane Doe' }], tags: ['a'] },
      [],
    ])
  })

  test('a day before a file’s name is when the story was published, where nothing else says so', async () => {
    const path = 'posts/2026-11-03-pier.md'
    expect(await metaOf('author: Jane Doe', { path })).toMatchObject({ published: '2026-11-03' })
    expect(await metaOf('date: 2026-11-05', { path })).toMatchObject({ published: '2026-11-05' })
    expect(await metaOf('author: Jane Doe', { path: '2026-13-03-pier.md' })).not.toHaveProperty('published')
    expect(await metaOf('author: Jane Doe', { path: '2026-11-03.md' })).not.toHaveProperty('published')
  })
})

test.each([
  ['3 May', 'GENEVA, 3 May'],
  ['week 12', undefined],
  ['KW 12', undefined],
])('the date of a dateline: %s', async (date, text) => {
  const meta = await metaOf(`dateline: {place: GENEVA, date: ${date}}`)
  expect(meta?.dateline?.text).toBe(text)
})
