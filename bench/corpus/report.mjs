import { englishWriter } from './english.mjs'
import { seeded } from './random.mjs'

/** Sections of a report of 50,000 words. */
const SECTIONS = 120
const TABLES = 20
const NOTES = 100
const LINKS = 200
const QUOTES = 30
const WORDS = 50_000

/**
 * Returns a report in Markdown: about 50,000 words times `size`, with 120 headings, 20 tables, 100 notes, 200 links, quotes,
 * lists, and four pictures (`picture-1.png` to `picture-4.png` beside it). The same for the same seed.
 */
export function report({ seed = 1, size = 1 } = {}) {
  const writer = englishWriter(seeded(seed))
  const { between, chance } = writer
  const blocks = []
  const notes = []
  let links = 0
  const sections = Math.round(SECTIONS * size)
  const goal = WORDS * size
  let words = 0
  const push = text => {
    blocks.push(text)
    words += text.split(/\s+/).length
  }
  const each = (count, section) => due(count * size, section, sections)
  for (let section = 0; section < sections; section++) {
    push(`${section % 6 === 0 ? '##' : '###'} ${writer.heading()}`)
    let linksHere = each(LINKS, section)
    let notesHere = each(NOTES, section)
    while (words < (goal * (section + 1)) / sections) {
      let text = writer.paragraph()
      if (chance(0.25)) text = text.replace(/(\w+) (\w+)\./, '*$1 $2*.')
      else if (chance(0.15)) text = text.replace(/(\w+) (\w+),/, '**$1** $2,')
      while (linksHere > 0 && chance(0.7)) {
        links += 1
        linksHere -= 1
        text += ` More is in [${writer.phrase()}](https://example.org/${writer.word()}/${links}).`
      }
      while (notesHere > 0 && chance(0.6)) {
        notes.push(writer.paragraph(1, 2))
        notesHere -= 1
        text = `${text}[^n${notes.length}]`
      }
      push(text)
    }
    for (let i = 0; i < each(QUOTES, section); i++)
      push(`> “${writer.sentences(2).join(' ').replace(/[“”]/g, '')}”\n>\n> — ${writer.person()}, ${writer.role()}`)
    for (let i = 0; i < each(TABLES, section); i++) push(table(writer, section))
    if (section % 8 === 3) push(list(writer, between(3, 6)))
    if (section % 30 === 14) push(`![A ${writer.phrase()}](picture-${(Math.floor(section / 30) % 4) + 1}.png)`)
  }
  const cited = notes.map((note, index) => `[^n${index + 1}]: ${note}`)
  return `${head(writer)}\n${blocks.join('\n\n')}\n\n${cited.join('\n\n')}\n`
}

/** How many of `count` things fall to one section if they are spread evenly. */
function due(count, section, sections) {
  return Math.floor((count * (section + 1)) / sections) - Math.floor((count * section) / sections)
}

function head(writer) {
  return [
    '---',
    `title: ${writer.heading().replace(/[“”:]/g, '')}`,
    `author: ${writer.person()}`,
    'published: 2026-05-04T08:00:00+02:00',
    'language: en-GB',
    'slug: report',
    'url: https://example.org/report',
    '---',
    '',
  ].join('\n')
}

function table(writer, section) {
  const rows = Array.from(
    { length: 10 },
    () => `| ${writer.town()} | ${writer.phrase()} | ${writer.figure()} | ${writer.figure()} | ${writer.figure()} |`,
  )
  return [`| Place | What | ${2020 + (section % 5)} | Change | Share |`, '|:--|:--|--:|--:|--:|', ...rows].join('\n')
}

function list(writer, count) {
  return Array.from({ length: count }, () => `- ${writer.sentence()}`).join('\n')
}
