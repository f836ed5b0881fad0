import { expect, test } from 'vitest'
import { plainText } from '../../../src/article/text.js'
import { readMarkdown } from '../../../src/read.js'
import { markdownReader } from '../../../src/readers/markdown/index.js'

const sourceOf = (body: string) => `---\ntitle: T\n---\n\n${body}\n`
const read = (body: string) => readMarkdown(sourceOf(body))

/** Reads a source as a feed does: its front matter, then, in a second step, the rest of its bytes. */
async function readInTwo(body: string) {
  const bytes = new TextEncoder().encode(sourceOf(body))
  const head = await markdownReader.head!(bytes, {})
  return head!.rest!(bytes)
}

test.each([
  '{{< figure src="pier.jpg" >}}',
  '{% include video.html %}',
  'A picture <img src=/pier.png> here.',
  'By {{ page.author }}.',
  'See [[The pier]] for more.',
  '![[pier.png]]',
  'It fell.^[Twice, in fact.]',
  'It fell [@holt2026, p. 3].',
  'The [GDP]{.smallcaps} rose.',
  'It ==fell== again.',
  'The 2^nd^ time.',
  '$$ E = mc^2 $$',
  'The model is $C = c_0 (1 + i)$ here.',
  'Pier\n: Where ships lie.',
  '\\newpage',
  '*[GDP]: Gross domestic product',
  '{: .lead}',
  '[gallery ids="3,4"]',
  'Pictures: [gallery]',
  'Sounds: [playlist]',
  'See [embed]the film[/embed].',
  '%% ask her again %%',
  '$$\\int_0^1 x\\,dx$$',
])('says of %s that it stayed words, and what to write', async body => {
  const { article, messages } = await read(body)
  expect(plainText(article!).trim()).toBe(body.replace('\n', ' ').replace('\\,', ','))
  expect(messages.map(({ rule }) => rule)).toEqual(['foreign-markup'])
  expect(messages[0]?.hint).toMatch(/\w/)
  expect((await readInTwo(body)).messages).toEqual(messages)
})

test.each([
  'The set {x, y} and x == y, 2^10 = 1,024, prices in $ and $$.',
  'From $5 to $6, or A$5–$6; a_b = $7, x_y = $8 and US$, CA$.',
  'At the end:\nthe pier: closed.',
  'Signs \\[[as they stand\\]], \\{{ so }} and \\{% too %}.',
  '`{{< code >}}` is code.',
  'He [the mayor] left [sic] by [video link = no], from [/etc].',
])('says nothing of %s', async body => {
  expect((await read(body)).messages).toEqual([])
})

test('points at the words themselves, not at the text around them', async () => {
  const { messages } = await read('One line.\n\n> Another, and the 2^nd^\n> time.')
  expect(messages[0]?.position).toMatchObject({ start: { line: 7, column: 21 }, end: { line: 7, column: 25 } })
})

test('shows the words as they are written, whatever else was found in them', async () => {
  const { messages } = await read('The pier\n: closed {{< since >}}')
  expect(messages.map(({ reason }) => reason).sort()).toEqual([
    expect.stringContaining('`: closed {{< since >}}`'),
    expect.stringContaining('`{{< since >}}`'),
  ])
})

test('names each kind of a paragraph once, and how often it stands there', async () => {
  const { messages } = await read(
    'See [[The pier]] and\n[[the quay]], ==now==. {{< x >}}\n\n+---+---+\n| a | b |\n+===+===+',
  )
  const said = messages.map(({ reason, position }) => {
    const [what] = /(?<=looks like an? )[\w ]+ (?=and was)|marked words/.exec(reason) ?? []
    return `${position?.start.line}:${position?.start.column} ${what?.trim()} ${/\d times|$/.exec(reason)}`.trim()
  })
  expect(said.sort()).toEqual([
    '5:5 wiki link 2 times',
    '6:15 marked words',
    '6:24 Hugo shortcode',
    '8:1 grid table 2 times',
  ])
})

test('recommends nothing that is itself reported', async () => {
  const { messages } = await read('It ==fell== again.\n\n*[GDP]: Gross domestic product')
  expect(messages.map(({ hint }) => hint).join()).not.toMatch(/<(mark|abbr)/)
})

test.each([
  ['satteri', 'Method {#how}', 'how', 'Method'],
  ['remark', 'Method {#1.-the_how} ##', '1.-the_how', 'Method'],
  ['satteri', 'Method \\{#how}', 'method-how', 'Method {#how}'],
  ['remark', 'Method \\{#how} {#why}', 'why', 'Method {#how}'],
] as const)('with %s the heading %j has the id %s', async (parser, heading, id, words) => {
  const { article } = await readMarkdown(`---\ntitle: T\n---\n\n## ${heading}\n`, { parser })
  expect(article!.children).toMatchObject([{ type: 'heading', id }])
  expect(plainText(article!).trim()).toBe(words)
})

test.each([
  ['> [!NOTE]\n> The pier is closed.\n>\n> - On Mondays', { kind: 'note', title: 'Note' }, ['paragraph', 'list']],
  ['> [!warning]- Mind the gap\n> It is wide.', { kind: 'warning', title: 'Mind the gap' }, ['paragraph']],
  ['> [!TIP]\n>\n> Later.', { kind: 'tip', title: 'Tip' }, ['paragraph']],
])('reads the alert %j as a box', async (body, box, types) => {
  const { article } = await read(body)
  expect(article!.children).toMatchObject([{ type: 'box', ...box }])
  expect((article!.children[0] as { children: { type: string }[] }).children.map(({ type }) => type)).toEqual(types)
})

test('a bracket that is escaped begins a quotation', async () => {
  const { article } = await read('> \\[!NOTE]\n> Words.')
  expect(article!.children).toMatchObject([{ type: 'quote' }])
})
