/** Stories that break other feed generators, as an editor's Markdown: odd letters, addresses, dates, markup, titles. */
export interface HostileStory {
  name: string
  source: string
}

const day = (number: number) => `2026-0${1 + Math.floor(number / 28)}-${String(1 + (number % 28)).padStart(2, '0')}`

/** Each story has a date and an address of its own; `front` adds to or replaces what it has. */
const bodies: readonly (readonly [name: string, front: string, body: string])[] = [
  ['ampersand', 'title: "AT&T & Söhne"', 'R&D &amp; more &copy 2020.'],
  ['angle-brackets', 'title: "Why a < b > c matters"', 'If a < b and c > d.'],
  ['end-tag-in-title', 'title: "The </b> tag and </script>"', 'It ends what was never begun: `</b>`.'],
  ['entity-in-title', 'title: "Fish &amp; chips, &nbsp; &#169; and &unknown;"', 'Text.'],
  ['quotes-in-title', "title: 'He said \"no\" and ''yes'''", 'Text.'],
  ['cdata-end', 'title: "Ends ]]> early"', 'Text ]]> more ]]]]>> text.\n\n```\n]]>\n```'],
  ['script-end', 'title: "</script><script>alert(1)</script>"', 'Text </script> and <!-- no comment.'],
  ['control-characters', 'title: "A\u0092B"', 'One\u000btwo\u0085three\u0093four\u0094.'],
  ['private-use', 'title: "Private \ue000 use"', 'Text \uf8ff.'],
  ['replacement', 'title: "Broken \ufffd letter"', 'More \ufffd letters \ufffe.'],
  ['astral', 'title: "𝒜 𠮷 👩‍👩‍👧‍👦 🏳️‍🌈"', '😀 text 𐍈.'],
  ['combining', 'title: "Cafe\u0301 Z\u0351\u036b\u0343"', 'e\u0301\u0301\u0301.'],
  [
    'right-to-left',
    'title: "عبّارة ليلية"\nlang: ar',
    'قالت السلطات إن **العبّارة** ستعود.\n\n> نحن مستعدون.\n>\n> — إيناس كالدر، وزيرة',
  ],
  ['hebrew-mixed', 'title: "שלום and hello"\nlang: he', 'טקסט with English בתוך.'],
  ['bidi-controls', 'title: "a \u202egnikcart\u202c b"', 'Text \u2066isolated\u2069.'],
  ['chinese', 'title: "渡轮将在圣诞节前恢复"\nlang: zh-Hans', '部长说：“我们愿意。”'],
  ['japanese', 'title: "フェリー再開へ"\nlang: ja', 'テキスト。[リンク](https://例え.jp/日本語?q=値)'],
  ['line-separators', 'title: "Two lines"', 'One\u2028two\u2029three.'],
  ['address-letters', 'title: a\nurl: https://n.example/é/straße', '[x](https://bücher.example/ü?ä=ö#ß)'],
  ['address-brackets', 'title: b', '[x](<https://n.example/a|b?c[]=1&d={e}^f`g>)'],
  ['address-percent', 'title: c', '[x](https://n.example/100%/50%zz?q=%E4)'],
  ['address-query', 'title: d', '[x](https://n.example/?a=1&copy=2&lt=3&amp=4)'],
  ['address-relative', 'title: e', '[x](/y) [x](../z) [x](?q) [x](#f) ![p](//cdn.example/p.png)'],
  ['address-dangerous', 'title: f', '[x](javascript:alert(1)) [x](data:text/html,x) [x](vbscript:x)'],
  ['address-mail', 'title: g', '<mailto:a@n.example> [call](tel:+1-555-0100) https://n.example/auto_link_'],
  [
    'html-frames',
    'title: h',
    '<iframe src="https://v.example/"></iframe>\n\n<object data="x"></object>\n\n<embed src="x">',
  ],
  ['html-style', 'title: i', '<p style="position:fixed;max-width:1em" onclick="x()">Text</p>\n\n<style>p{}</style>'],
  ['html-broken', 'title: j', '<p>one <b>two</p> three</b>\n\n<div><p>four'],
  ['html-svg', 'title: k', '<svg><text>t</text><script>x()</script></svg>\n\n<math><mi>x</mi></math>'],
  ['html-custom', 'title: l', '<my-part x="1">words</my-part>\n\n<search>find</search>'],
  ['html-forms', 'title: m', '<form action="/x"><input name="a"><button>Go</button></form>'],
  ['notes', 'title: n', 'A[^1] b[^2] c[^1].\n\n[^1]: First, with a [link](/x).\n[^2]: Second\n\n    in two parts.'],
  ['date-nepal', 'title: o\ndate: 2026-03-01T05:45:00+05:45', 'Text.'],
  ['date-old', 'title: p\ndate: 1995-05-05', 'Text.'],
  ['authors-many', 'title: q\nauthors: [Ada Lovelace, "Bob & Söhne", "O’Neil <o@n.example>", 李雷]', 'Text.'],
  ['tags-odd', 'title: r\ntags: ["a & b", "<b>", "", "c", "c"]', 'Text.'],
  ['empty-body', 'title: s', ''],
  ['only-a-picture', 'title: t', '![A pier](pier.jpg "The pier. Photo: A & B")'],
  [
    'picture-odd',
    'title: u\nimage: {src: "img/é f[1].jpg?x=1&y=2", alt: "A \\"quay\\" & <boat>", credit: "© A & B"}',
    'Text.',
  ],
  ['table-wide', 'title: v', `| ${'a & b | '.repeat(12)}\n|${'---|'.repeat(12)}\n| ${'<b> \\| | '.repeat(12)}`],
  ['very-long-word', `title: ${'x'.repeat(300)}`, 'y'.repeat(5000)],
  ['nested', 'title: w', '> > > deep\n>\n> - a\n>   - b\n>     - c\n>       1. d'],
]

/** Returns the stories, each with a date and an address where it names none. */
export function hostileStories(): HostileStory[] {
  return bodies.map(([name, front, body], index) => {
    const address = /^url:/m.test(front) ? '' : `\nurl: https://n.example/${name}`
    const date = /^date:/m.test(front) ? '' : `\ndate: ${day(index)}`
    return { name, source: `---\n${front}${address}${date}\n---\n\n${body}\n` }
  })
}
