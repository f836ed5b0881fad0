import type { Article } from '../../src/article/article.js'
import * as build from '../../src/article/build.js'

/** An article with every kind of node and every field of metadata that a web format writes. */
export function everyNode(): Article {
  const { article, paragraph, heading } = build
  return article(
    {
      title: 'Harbour & <quay>: talks “resume”',
      kicker: 'Transport',
      subtitle: 'Two councils, one pier',
      description: 'Both sides want the pier at AT&T Quay; neither wants the bill < €3m.',
      authors: [
        { name: 'Maren Holt', url: 'https://news.example/people/holt', jobTitle: 'Port correspondent' },
        { name: 'Daniel Osei', sameAs: ['https://www.wikidata.org/wiki/Q1'] },
        { name: 'Data Desk', kind: 'organisation' },
      ],
      contributors: [
        { name: 'Ruth Amsel', role: 'editor' },
        { name: 'Ilse Brand', role: 'photographer' },
      ],
      dateline: { place: 'TORHAVEN', agency: 'NCNA' },
      published: '2026-11-19T10:30:00+01:00',
      updated: '2026-11-19T16:05:00+01:00',
      language: 'en-GB',
      translations: [{ language: 'fr', url: 'https://news.example/fr/pier' }],
      id: 'tag:news.example,2026:pier',
      slug: 'pier',
      url: 'https://news.example/world/pier',
      section: 'World',
      tags: ['ferries', 'ports'],
      categories: ['Transport'],
      genre: 'analysis',
      image: {
        url: '/img/harbour.jpg',
        alt: 'A ferry beside a broken pier',
        width: 1600,
        height: 900,
        caption: [build.text('The pier lost its '), build.emphasis('outer half'), build.text('.')],
        credit: 'Ilse Brand/NCNA',
        rights: '© NCNA',
        renditions: [
          { url: '/img/harbour-400.jpg', width: 400, height: 225 },
          { url: '/img/harbour-square.jpg', width: 900, height: 900, role: '1x1' },
          { url: '/img/harbour-43.jpg', width: 1200, height: 900, role: '4x3' },
        ],
      },
      publisher: {
        name: 'North Coast News',
        url: 'https://news.example',
        logo: 'https://news.example/logo.png',
        sameAs: ['https://social.example/@ncn'],
        policies: { ethicsPolicy: 'https://news.example/ethics', masthead: 'https://news.example/masthead' },
      },
      source: { name: 'Wire Desk', url: 'https://wire.example/' },
      citations: [{ name: 'Harbour treaty', url: 'https://treaty.example/1' }],
      rights: {
        holder: 'North Coast News',
        notice: '© 2026 North Coast News',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        terms: 'https://news.example/terms',
      },
      corrections: [{ kind: 'correction', date: '2026-11-19', text: 'The cost is €2.8 million, not €28 million.' }],
      about: [{ name: 'Torhaven', kind: 'place', sameAs: ['https://www.wikidata.org/wiki/Q2'] }],
      mentions: [{ name: 'Ines Calder', kind: 'person', url: 'https://gov.example/calder' }],
    },
    [
      paragraph([
        'Two weeks after a storm, ',
        build.link('https://gov.example/offer?a=1&b=2', ['an ', build.emphasis('offer')]),
        ' came',
        build.note([paragraph(['The text is public.', build.note([paragraph('And translated.')])])]),
        '.',
      ]),
      heading(1, 'A hand across the water', 'a-hand'),
      build.quote([paragraph('“We lend the steel.”'), paragraph('“And the money.”')], {
        name: 'Ines Calder',
        role: 'minister',
        url: 'https://gov.example/calder',
      }),
      build.quote([paragraph('No speaker here.')]),
      build.pullQuote('We lend the steel', { name: 'Ines Calder' }),
      heading(2, ['Formulas: H', build.subscript('2'), 'O and x', build.superscript('2')], 'formulas'),
      build.bulletList([
        build.listItem([paragraph('One')]),
        build.listItem([paragraph('Two'), build.numberedList([build.listItem([paragraph('Deep')])], 3)]),
      ]),
      build.bulletList([build.listItem([paragraph('Done')], true), build.listItem([paragraph('Open')], false)]),
      build.figure(
        { url: 'https://news.example/img/map.png', alt: 'Map of the strait', width: 800, height: 600 },
        { caption: [build.text('The strait')], credit: 'Map: NCNA', rights: '© Survey' },
      ),
      build.table(
        [
          ['Port', 'Tonnes'],
          ['Torhaven', [build.strong('1,200'), ' & more']],
        ],
        { caption: [build.text('Freight')], alt: 'Torhaven leads.', align: ['left', 'right'] },
      ),
      build.box('key-points', 'What we know', [
        paragraph('The pier is broken.'),
        build.bulletList([build.listItem([paragraph('Since 5 November')])]),
      ]),
      build.embed('https://video.example/watch?v=1', 'The storm, filmed'),
      build.code('if (a < b && c > d) {\n  pay("]]>")\n}', 'js'),
      build.separator(),
      build.raw(
        'html',
        '<p onclick="x()">Raw <b>bold</b><script>alert(1)</script> <a href="javascript:x()">bad</a></p>',
      ),
      build.raw('latex', '\\newpage'),
      build.extension('acme:poll', { question: 'Who pays?' }, [paragraph('Poll: who pays?')]),
      paragraph([
        build.span('سلام', { language: 'ar', direction: 'rtl' }),
        ' and ',
        build.strike('old'),
        ' ',
        build.inlineCode('a<b'),
        build.lineBreak(),
        build.inlineImage('https://news.example/i.png', 'an anchor'),
        ' ',
        build.insertion('added', 'Ed'),
        build.deletion('removed', 'Ed'),
        build.comment('checked', 'Is it?', 'Ed'),
        ' see ',
        build.link('#a-hand', 'above'),
      ]),
    ],
  )
}
