import { englishWriter } from './english.mjs'
import { seeded } from './random.mjs'

/** Returns one story of about 600 words in Markdown, the nth of its kind. */
export function story(number) {
  const writer = englishWriter(seeded(7000 + number))
  const body = []
  for (let part = 0; part < 3; part++) {
    if (part > 0) body.push(`## ${writer.heading()}`)
    for (let i = 0; i < 3; i++) body.push(writer.paragraph(3, 6))
    body.push(`${writer.sentence()} More is in [${writer.phrase()}](https://example.org/${writer.word()}).`)
    if (part === 1)
      body.push(`> “${writer.sentence().replace(/[“”]/g, '')}”\n>\n> — ${writer.person()}, ${writer.role()}`)
    if (part === 2) body.push(Array.from({ length: 3 }, () => `- ${writer.sentence()}`).join('\n'))
  }
  const { url, date } = placeOf(number)
  return `---
title: ${JSON.stringify(writer.heading())}
author: ${writer.person()}
published: ${date}
language: en-GB
section: ${writer.idea()}
slug: story-${number}
url: ${url}
---

${body.join('\n\n')}
`
}

/** Returns a story as its saved article: what feeds of many items are made from, without any Markdown. */
export function savedStory(number) {
  const writer = englishWriter(seeded(7000 + number))
  const { url, date } = placeOf(number)
  const text = value => [{ type: 'text', value }]
  return {
    type: 'article',
    version: 1,
    meta: {
      title: writer.heading(),
      authors: [{ name: writer.person() }],
      published: date,
      language: 'en-GB',
      slug: `story-${number}`,
      url,
    },
    children: Array.from({ length: 6 }, () => ({ type: 'paragraph', children: text(writer.paragraph()) })),
  }
}

function placeOf(number) {
  const day = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString()
  return { url: `https://example.org/stories/${number}`, date: `${day.slice(0, 19)}Z` }
}
