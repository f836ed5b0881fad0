import type { Article, Block, Inline } from '../article/article.js'
import * as build from '../article/build.js'

/** An article for trying a renderer, and what is special about it. */
export interface SampleArticle {
  name: string
  article: Article
}

const { paragraph, text } = build
const picture = { url: 'missing/harbour.jpg', alt: 'A ferry beside a pier', width: 1600, height: 900 }

const blocks: { readonly [type in Block['type']]: readonly Block[] } = {
  paragraph: [paragraph('The pier is open again.'), paragraph(['Ferries run ', build.strong('twice a day'), '.'])],
  heading: ([1, 2, 3, 4, 5, 6] as const).map(rank => build.heading(rank, `Section of rank ${rank}`, `rank-${rank}`)),
  quote: [
    build.quote([paragraph('“We lend the steel.”'), paragraph('“And the money.”')], {
      name: 'Ines Calder',
      role: 'minister',
    }),
    build.quote([paragraph('Nobody said this.')]),
  ],
  pullQuote: [paragraph('Who pays is open.'), build.pullQuote('Who pays is open', { name: 'Ines Calder' })],
  list: [
    build.bulletList([
      build.listItem([paragraph('Steel')]),
      build.listItem([
        paragraph('Engineers'),
        build.numberedList([build.listItem([paragraph('Three from Lysby')])], 4),
      ]),
    ]),
    build.bulletList([build.listItem([paragraph('Signed')], true), build.listItem([paragraph('Unsigned')], false)]),
  ],
  figure: [
    build.figure(picture, { caption: [text('The pier at dusk')], credit: 'Photo: Ilse Brand', rights: '© Brand' }),
    build.figure({ url: 'missing/line.png', alt: '' }),
  ],
  table: [
    build.table(
      [
        ['Port', 'Tonnes'],
        ['Torhaven', [build.strong('1,200'), ' more']],
      ],
      {
        caption: [text('Freight by port')],
        alt: 'Torhaven leads.',
        align: ['left', 'right'],
      },
    ),
    build.table([['No head', '1']], { headRows: 0 }),
  ],
  box: [
    build.box('key-points', 'What is known', [
      paragraph('The pier broke.'),
      build.box('fact-box', undefined, [paragraph('Inside another box.')]),
    ]),
  ],
  embed: [build.embed('https://video.example/storm', 'The storm, filmed'), build.embed('https://video.example/again')],
  code: [build.code('if (a < b && c > d) {\n\tpay("]]>")\n}', 'js'), build.code('')],
  separator: [paragraph('Before.'), build.separator(), paragraph('After.')],
  raw: [build.raw('html', '<p>Only for pages</p>'), paragraph('Beside it.')],
  extension: [build.extension('nobody:poll', { question: 'Who pays?' }, [paragraph('Readers were asked who pays.')])],
}

const inlines: { readonly [type in Inline['type']]: readonly Inline[] } = {
  text: [text('Plain words, AT&T < “quoted” > and €3m')],
  emphasis: [build.emphasis(['stressed ', build.strong('twice')])],
  strong: [build.strong('heavy')],
  strike: [build.strike('struck out')],
  superscript: [text('x'), build.superscript('2')],
  subscript: [text('H'), build.subscript('2'), text('O')],
  inlineCode: [build.inlineCode('a<b && c')],
  link: [
    build.link('https://gov.example/?a=1&b=2', ['the ', build.emphasis('offer')]),
    build.link('mailto:desk@news.example', 'write'),
  ],
  note: [text('noted'), build.note([paragraph(['See the treaty.', build.note([paragraph('And its annex.')])])])],
  lineBreak: [text('one line'), build.lineBreak(), text('and the next')],
  inlineImage: [build.inlineImage('missing/anchor.png', 'an anchor'), text(' marks the spot')],
  span: [build.span('سلام', { language: 'ar', direction: 'rtl' })],
  insertion: [build.insertion('added by the desk', 'Ruth')],
  deletion: [text('kept'), build.deletion('cut by the desk', 'Ruth')],
  comment: [build.comment('remarked upon', 'Is this so?', 'Ruth')],
}

/** Returns articles that together hold every kind of node, each kind by itself first, so that a failure names it. */
export function sampleArticles(): SampleArticle[] {
  const alone = Object.entries(blocks).map(([type, children]) => sample(type, [...children]))
  const within = Object.entries(inlines).map(([type, children]) =>
    sample(type, [paragraph(['Here: ', ...children, '.'])]),
  )
  const everywhere = Object.values(inlines).flatMap(children => [...children, text(' · ')])
  return [
    sample('nothing but a title', []),
    ...alone,
    ...within,
    sample('every kind of node', [...Object.values(blocks).flat(), paragraph(everywhere)]),
    sample('every kind of run in a heading, a cell and a caption', [
      build.heading(1, everywhere, 'all'),
      build.table([[everywhere]]),
      build.figure(picture, { caption: everywhere }),
    ]),
    sample('characters that outputs cannot hold', [
      paragraph('bell \u0007, half \uD800 a pair, turned \u202E round, \uFFFE none'),
    ]),
    sample('a deep nest', [nested(30)]),
    { name: 'all metadata', article: withMetadata() },
    {
      name: 'right to left',
      article: build.article({ title: 'عنوان', language: 'ar', direction: 'rtl' }, [paragraph('نص المقال هنا')]),
    },
  ]
}

function sample(name: string, children: Block[]): SampleArticle {
  return { name, article: build.article({ title: 'Harbour & <quay>', authors: [{ name: 'Maren Holt' }] }, children) }
}

function nested(depth: number): Block {
  return depth === 0 ? paragraph('The innermost words.') : build.quote([nested(depth - 1)])
}

function withMetadata(): Article {
  return build.article(
    {
      title: 'Talks on the pier “resume”',
      kicker: 'Transport',
      subtitle: 'Two councils, one pier',
      description: 'Both want the pier; neither wants the bill.',
      authors: [
        { name: 'Maren Holt', jobTitle: 'Port correspondent' },
        { name: 'Data Desk', kind: 'organisation' },
      ],
      contributors: [{ name: 'Ruth Amsel', role: 'editor' }],
      dateline: { place: 'TORHAVEN', agency: 'NCNA' },
      published: '2026-11-19T10:30:00+01:00',
      updated: '2026-11-19',
      id: 'tag:news.example,2026:pier',
      slug: 'pier',
      url: 'https://news.example/pier',
      section: 'World',
      tags: ['ferries'],
      genre: 'analysis',
      image: { ...picture, caption: [text('The pier at dusk')], credit: 'Ilse Brand' },
      publisher: { name: 'North Coast News', url: 'https://news.example' },
      rights: { notice: '© 2026 North Coast News' },
      corrections: [{ kind: 'correction', date: '2026-11-19', text: 'The cost is €2.8 million.' }],
    },
    [paragraph('The councils met on Thursday.')],
  )
}
