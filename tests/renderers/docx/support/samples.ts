import type { Article } from '../../../../src/article/article.js'
import {
  article,
  box,
  bulletList,
  code,
  comment,
  deletion,
  embed,
  emphasis,
  figure,
  heading,
  inlineCode,
  inlineImage,
  insertion,
  lineBreak,
  link,
  listItem,
  note,
  numberedList,
  paragraph,
  pullQuote,
  quote,
  raw,
  separator,
  span,
  strike,
  strong,
  subscript,
  superscript,
  table,
} from '../../../../src/article/build.js'

/** A briefing that uses what briefings use. */
export function briefing(): Article {
  return article(
    {
      title: 'Shallow water, deep costs',
      kicker: 'Inland shipping',
      subtitle: 'Barges that sail half empty cost more than barges that do not sail.',
      description: 'A second dry summer has cut barge loads on the lower river.',
      authors: [
        { name: 'Ilka Brandt', jobTitle: 'senior analyst' },
        { name: 'Samuel Adeyemi', jobTitle: 'data desk' },
      ],
      published: '2026-10-14',
      language: 'en-GB',
      section: 'Freight',
      genre: 'briefing',
      tags: ['grain', 'dredging'],
      slug: 'river-ports',
      url: 'https://meridianfreight.example/briefings/river-ports',
      publisher: { name: 'Meridian Freight Research' },
      rights: { notice: '© 2026 Meridian Freight Research' },
    },
    [
      box('key-points', 'Key points', [
        bulletList([
          listItem([
            paragraph(
              'A barge on the lower river carried 58% of its normal load in September. The spot rate per tonne was 71% higher than in January.',
            ),
          ]),
          listItem([paragraph('Each ten centimetres of lost draught adds about €2.10 to a tonne.')]),
          listItem([paragraph('Three of the five ports hold dredging permits that last beyond spring.')]),
        ]),
      ]),
      paragraph(
        'Freight desks read the sea. They follow canal queues, storm tracks and port strikes, and for most of the past twenty years that was enough. This summer the price of moving wheat moved while the sea did nothing at all.',
      ),
      paragraph([
        'The arithmetic is simple. A standard barge drawing 2.5 metres carries 1,350 tonnes. It occupies the same berth.',
        note([
          paragraph([
            'River commission, ',
            emphasis('Loading tables'),
            ', 2025 edition, see ',
            link('https://example.org/tables', 'the tables'),
            '.',
          ]),
        ]),
        ' Ports are therefore busy and short of cargo at the same time, which is why their figures looked healthy until August.',
      ]),
      heading(1, 'What the gauge decides', 'what-the-gauge-decides'),
      paragraph('Shippers paid for low water in three ways: in smaller loads, in waiting time, and in insurance.'),
      quote(
        [
          paragraph(
            'We insured the voyage for forty years. Now we insure the waiting, and nobody can tell us when it ends.',
          ),
        ],
        {
          name: 'Anneke Voss',
          role: 'marine underwriter',
        },
      ),
      paragraph(
        'Rail did not take up the slack. The line along the left bank runs at 3:1 passenger trains to freight.',
      ),
      figure(
        { url: 'chart.png', alt: 'Line chart of freight rates.', width: 900, height: 400 },
        {
          caption: [{ type: 'text', value: 'Cost of moving a tonne of wheat, January to October 2026.' }],
          credit: 'Chart: data desk',
        },
      ),
      pullQuote('Ports are busy and short of cargo at the same time.'),
      heading(1, 'Who can dredge in time', 'who-can-dredge'),
      paragraph('Dredging is the one remedy that works within a season. Table 1 sets the ports side by side.'),
      table(
        [
          ['Port', 'Draught, m', 'Loaded, kt', 'On year', 'Permit'],
          ['Vellin', '1.71', '388', '−22%', 'in force to June'],
          ['Osterwerth', '1.66', '352', '−27%', 'in force to May'],
          ['Sankt Alban', '1.52', '241', '−38%', 'expires 1 November'],
        ],
        {
          align: ['left', 'right', 'right', 'right', 'left'],
          caption: [{ type: 'text', value: 'Draught, loadings and permits' }],
          alt: 'Three ports with draught, loadings and permits.',
        },
      ),
      paragraph(
        'Vellin and Osterwerth together carry more than half of the grain. That is less comfort than it sounds.',
      ),
      heading(2, 'The price of ten centimetres', 'the-price'),
      paragraph(
        'We matched 1,964 spot fixtures against the daily gauge. The effect is steepest between 1.60 and 1.50 metres.',
      ),
      heading(1, 'What to watch', 'what-to-watch'),
      numberedList([
        listItem([paragraph([strong('22 October.'), ' The court hears the appeal against the dredging permit.'])]),
        listItem([paragraph([strong('1 November.'), ' The permit lapses unless the ministry signs.'])]),
        listItem([paragraph([strong('15 November.'), ' Marine insurers renew.'])]),
      ]),
      paragraph('If two of the three go badly, we expect the rate to pass 180 before the end of the year.'),
    ],
  )
}

/** Every construct that the model has, each at least once. */
export function everything(): Article {
  return article(
    {
      title: 'Every construct & <more>',
      authors: [
        { name: 'A. Author', url: 'https://example.org/a' },
        { name: 'B. Author', location: 'Lysby' },
      ],
      dateline: { place: 'TORHAVEN', agency: 'NCNA' },
      published: '2026-11-19T10:30:00+01:00',
      updated: '2026-11-19T16:05:00+01:00',
      embargoed: '2026-11-19T10:00:00+01:00',
      status: 'final',
      language: 'en',
      canonicalUrl: 'https://example.org/first',
      image: {
        url: 'lead.jpg',
        alt: '',
        caption: [{ type: 'text', value: 'The pier.' }],
        credit: 'Photo: Desk',
      },
      corrections: [
        { kind: 'correction', date: '2026-11-19', text: 'The cost is €2.8 million.' },
        { kind: 'clarification', text: 'No date here.' },
      ],
    },
    [
      paragraph([
        'Plain ',
        emphasis('emphasis'),
        ' ',
        strong(['strong ', emphasis('both')]),
        ' ',
        strike('struck'),
        ' x',
        superscript('2'),
        ' H',
        subscript('2'),
        'O ',
        inlineCode('code()'),
        ' ',
        link('https://example.org/?a=b&c=d', [strong('bold link'), ' ', inlineCode('code link')]),
        lineBreak(),
        'after a break, ',
        link('#target', 'inside'),
        ' and ',
        link('#none', 'nowhere'),
        ' ',
        insertion('added', 'Ed'),
        deletion(['gone ', link('https://example.org/x', 'link')], 'Ed'),
        comment('remarked', 'Is this so?', 'Ed'),
        ' ',
        span('bonjour', { language: 'fr' }),
        ' ',
        span('שלום עולם', { language: 'he', direction: 'rtl' }),
        ' שלום 3 ',
        inlineImage('icon.png', 'icon'),
        '.',
      ]),
      heading(1, ['Head ', emphasis('one'), ' ', strong('strong')], 'target'),
      heading(2, 'Head two', 'target 2'),
      heading(3, 'Head three', '3'),
      heading(4, 'Head four', 'h4'),
      heading(5, 'Head five', 'h5'),
      heading(6, 'Head six', 'h6'),
      paragraph('First text.'),
      paragraph('Second text.'),
      quote([paragraph('Outer words.'), quote([paragraph('Inner words.')], { name: 'Inner' })], {
        name: 'Outer',
        role: 'chair',
        url: 'https://example.org/outer',
      }),
      quote([paragraph('Nobody said this.'), bulletList([listItem([paragraph('in a quote')])])]),
      quote([paragraph('Words alone.')]),
      pullQuote(['Pulled ', emphasis('words')], { name: 'Puller' }),
      numberedList(
        [
          listItem([
            paragraph('one'),
            paragraph('continued'),
            bulletList([listItem([paragraph('nested'), numberedList([listItem([paragraph('deep')])])])]),
          ]),
          listItem([code('a\n\tb', 'js')]),
          listItem([]),
          listItem([bulletList([listItem([paragraph('list first')])])]),
          listItem([
            table([
              ['a', 'b'],
              ['c', 'd'],
            ]),
          ]),
          listItem([quote([paragraph('quoted item')])]),
        ],
        5,
      ),
      { ...bulletList([listItem([paragraph('loose')]), listItem([paragraph('also loose')])]), tight: false },
      bulletList([listItem([paragraph('done')], true), listItem([paragraph('to do')], false)]),
      table([['only', 'head']], { headRows: 1 }),
      table(
        [
          ['no', 'head'],
          ['', '2'],
        ],
        { headRows: 0, align: ['center', null] },
      ),
      box('fact-box', 'Facts', [
        paragraph('In a box.'),
        heading(2, 'Head in a box', 'boxed'),
        bulletList([listItem([paragraph('item'), bulletList([listItem([paragraph('nested item')])])])]),
        quote([paragraph('Boxed quote.')], { name: 'Boxer' }),
        table([
          ['x', 'y'],
          ['1', '2'],
        ]),
      ]),
      box('', undefined, [paragraph('Untitled box.')]),
      embed('https://video.example/1', 'A film'),
      embed('https://video.example/2'),
      code('line 1\n\n\tline 3  spaced'),
      separator(),
      raw('html', '<b>raw</b>'),
      { type: 'extension', name: 'acme:poll', attributes: {}, children: [paragraph('Poll children.')] },
      paragraph([
        'Note',
        note([
          paragraph(['First ', note([paragraph('nested note')])]),
          bulletList([listItem([paragraph('list in note')])]),
          code('code in note'),
          table([['cell']]),
        ]),
        ' and',
        note([bulletList([listItem([paragraph('starts with list')])])]),
        ' last',
        note([]),
      ]),
      figure({ url: 'missing.png', alt: 'What is missing' }, { caption: [{ type: 'text', value: 'Missing.' }] }),
      {
        type: 'figure',
        images: [
          { url: 'chart.png', alt: 'A' },
          { url: 'icon.png', alt: '' },
        ],
        credit: 'Photo: Two',
      },
      table([['last', 'table']]),
    ],
  )
}

/** An article that runs from right to left. */
export function arabic(): Article {
  return article({ title: 'عنوان المقال', language: 'ar', authors: [{ name: 'كاتب' }], published: '2026-10-14' }, [
    paragraph('هذا نص عربي مع English words و 123 رقم.'),
    heading(1, 'عنوان فرعي', 'a'),
    numberedList([listItem([paragraph('أول')]), listItem([paragraph('ثان')])]),
    quote([paragraph('اقتباس')], { name: 'متحدث', role: 'صفة' }),
    table(
      [
        ['أ', 'ب'],
        ['1', '2'],
      ],
      { align: ['left', 'right'] },
    ),
    box('key-points', 'نقاط', [bulletList([listItem([paragraph('نقطة')])])]),
  ])
}
