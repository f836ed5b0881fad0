import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Article, Block } from '../../../src/article/article.js'
import {
  article,
  box,
  bulletList,
  listItem,
  note,
  numberedList,
  paragraph,
  strong,
  table,
} from '../../../src/article/build.js'
import { formatUpdate } from '../../../src/locale/dates.js'
import { labelsFor } from '../../../src/locale/labels.js'
import { fieldValues, withPublisher } from '../../../src/templates/running-lines.js'
import { renderDocx } from './support/context.js'

async function part(children: Block[], path: string, meta: Partial<Article['meta']> = {}): Promise<string> {
  return strFromU8(unzipSync(await renderDocx(article(meta, children)))[path]!)
}

test('key points without a title have the head of their language', async () => {
  const points = box('key-points', undefined, [paragraph('a')])
  expect(await part([points], 'word/document.xml', { language: 'en' })).toContain(labelsFor('en').keyPoints)
  expect(await part([points], 'word/document.xml', { language: 'de' })).toContain(labelsFor('de').keyPoints)
})

test('an update has its time on the day of publication alone', () => {
  expect(formatUpdate('2026-11-19T16:05:00Z', '2026-11-19T10:30:00Z', 'en')).toMatch(/, 16:05 UTC$/)
  expect(formatUpdate('2026-11-20T16:05:00Z', '2026-11-19T10:30:00Z', 'en')).not.toContain('16:05')
})

test('the publisher of the site stands in for one that the article does not name', () => {
  const publisher = { name: 'The Torhaven Post' }
  const own = article({ publisher: { name: 'Coast Desk' } }, [])
  const nameIn = (each: Article) => fieldValues(withPublisher(each, publisher), labelsFor('en')).publisher
  expect(nameIn(article({}, []))).toBe('The Torhaven Post')
  expect(nameIn(own)).toBe('Coast Desk')
})

test('numbers of notes side by side are set apart, single ones are not', async () => {
  const notes = (count: number) => [paragraph(Array.from({ length: count }, () => note([paragraph('n')])))]
  const spaced = /<w:spacing w:val="40"\/><\/w:rPr><w:footnoteReference/g
  expect((await part(notes(3), 'word/document.xml')).match(spaced)).toHaveLength(2)
  expect(await part(notes(1), 'word/document.xml')).not.toMatch(spaced)
})

test('numbers are figures on every level', async () => {
  const inner = numberedList([listItem([paragraph('b')])])
  const xml = await part([numberedList([listItem([paragraph('a'), inner])])], 'word/numbering.xml')
  expect(xml).not.toMatch(/lowerLetter|lowerRoman/)
})

test('all first lines of lists in a panel begin at its edge', async () => {
  const inner = bulletList([listItem([paragraph('b')])])
  const xml = await part([box('fact-box', 'T', [bulletList([listItem([paragraph('a'), inner])])])], 'word/document.xml')
  const edges = [...xml.matchAll(/<w:ind w:left="(\d+)" w:hanging="(\d+)"/g)].map(found => +found[1]! - +found[2]!)
  expect(edges).toHaveLength(2)
  expect(new Set(edges).size).toBe(1)
})

test('a justified paragraph with a long address is set ragged', async () => {
  const address = `https://example.org/${'a'.repeat(60)}`
  expect(await part([paragraph(`The plan is at ${address}`)], 'word/document.xml')).toContain('<w:jc w:val="left"/>')
  expect(await part([paragraph('The plan is here')], 'word/document.xml')).not.toContain('<w:jc')
})

test('an interviewer’s question in bold is flush and kept with its answer', async () => {
  const question = paragraph([strong('Who decides the order of the works?')])
  const xml = await part([paragraph('An answer.'), question, paragraph('The engineers.')], 'word/document.xml')
  const [before, asked, answer] = xml.match(/<w:p>.*?<\/w:p>/gs)!.slice(-3)
  expect(before).not.toContain('keepNext')
  expect(asked).toMatch(/"FirstParagraph"\/><w:keepNext\/><w:spacing w:before="\d+"\/><w:jc w:val="left"\/>/)
  expect(answer).toMatch(/"FirstParagraph"\/><\/w:pPr>/)
})

test('the first two items of a list stay together, and the last two', async () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map(word => listItem([paragraph(word)]))
  const xml = await part([bulletList(items)], 'word/document.xml')
  const kept = xml.match(/<w:p>.*?<\/w:p>/gs)!.filter(each => each.includes('<w:keepNext/>'))
  expect(kept.map(each => /<w:t>(.)<\/w:t>/.exec(each)?.[1])).toEqual(['a', 'd'])
})

test('words of a table are bold by themselves, and a table without a caption has air above it', async () => {
  const cells = table([['Year'], [[strong('Sum')]]])
  const xml = await part([paragraph('Before.'), cells, paragraph('After.')], 'word/document.xml')
  expect(xml).toMatch(/Strong"\/><w:b\/><w:bCs\/>/)
  expect(xml).toMatch(/BeforeTable"\/>/)
})

test('the items of a list below a table stand as close as those of any other', async () => {
  const items = ['one', 'two'].map(word => listItem([paragraph(word)]))
  const xml = await part([table([['a'], ['b']]), bulletList(items)], 'word/document.xml')
  const [first, second] = xml.match(/<w:p>.*?<\/w:p>/gs)!.slice(-2)
  expect(first).toMatch(/"Compact"\/>.*<w:spacing w:before="\d+"\/>/)
  expect(second).toMatch(/"Compact"\/>/)
  expect(second).not.toContain('<w:spacing')
})
