import fc, { type Arbitrary } from 'fast-check'
import { type Article, type ArticleNode, MODEL_VERSION } from '../../src/article/article.js'
import type { Fields, Group, Shape, StringForm } from '../../src/article/shape.js'
import { fieldsOf, groups, metaFields } from '../../src/article/spec.js'
import { visit } from '../../src/article/walk.js'

/** How a random article is to be: its letters, its size. */
export interface Taste {
  /** Any run of text. `legible` holds letters that the shipped fonts have; `hostile` holds whatever a string can hold. */
  text: Arbitrary<string>
  /** Nodes stand this deep in one another. */
  depth: number
  /** At most so many children of one node. */
  breadth: number
  /** Nothing runs from right to left: there the order of words on a page is not their order in the text. */
  leftToRight?: true
}

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äöüßéèçñøåłžčěğışőűÅÉΑΒΓλογμДежфыя']
const signs = [...'  .,;:!?-–—\'"“”‘’()[]{}<>&#*_`~|\\/@%€£$+=^…«»½²§°©']
const word = fc.string({
  unit: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...letters) }, fc.constantFrom(...signs)),
  minLength: 1,
  maxLength: 12,
})

export const legible: Arbitrary<string> = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' '))

/** Any string, markup and traps among it: what breaks writers that escape late or twice. */
export const hostile: Arbitrary<string> = fc.oneof(
  legible,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    ']]>',
    '<script>alert(1)</script>',
    '</script><!--',
    '&amp;&#0;&bogus;',
    '\u0000\u0001\u000b\u001f',
    '\ud800 lone \udc00',
    '\u202egnikcart\u202c',
    '\ufffe\uffff',
    'مرحبا بالعالم',
    '你好，世界',
    '👩‍👩‍👧‍👦 🏳️‍🌈',
    '%PDF-1.7 endobj (\\) >> stream',
    'e\u0301\u0301\u0301\u0301',
    '\u2028\u2029\u00ad\u200b\ufeff',
    'x'.repeat(300),
  ),
)

export const calm: Taste = { text: legible, depth: 4, breadth: 3, leftToRight: true }
export const wild: Taste = { text: hostile, depth: 5, breadth: 3 }

/** Returns articles that `checkArticle` accepts, made from the spec table: a node added there is tried here the same day. */
export function randomArticle(taste: Taste = calm): Arbitrary<Article> {
  return fc
    .record({
      type: fc.constant('article' as const),
      version: fc.constant(MODEL_VERSION),
      meta: ofFields(metaFields, taste, 0),
      children: nodesOf('block', taste, 0, taste.breadth * 2),
    })
    .map(article => mend(article as unknown as Article))
}

function ofFields(fields: Fields, taste: Taste, depth: number): Arbitrary<{ [name: string]: unknown }> {
  const requiredKeys = Object.keys(fields).filter(name => !fields[name]!.optional)
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, ofShape(field.shape, taste, depth)]),
  )
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as Arbitrary<{ [name: string]: unknown }>
}

function ofShape(shape: Shape, taste: Taste, depth: number): Arbitrary<unknown> {
  switch (shape.is) {
    case 'string':
      return shape.form ? forms[shape.form] : shape.empty ? fc.oneof(taste.text, fc.constant('')) : taste.text
    case 'integer':
      return fc.integer({ min: shape.min ?? -9, max: shape.max ?? 900 })
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...shape.values.filter(value => !(taste.leftToRight && value === 'rtl')))
    case 'list':
      return fc.array(ofShape(shape.of, taste, depth), { minLength: shape.min ?? 0, maxLength: 3 })
    case 'object':
      return ofFields(shape.fields, taste, depth)
    case 'map':
      return fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), ofShape(shape.of, taste, depth), {
        maxKeys: 2,
        noNullPrototype: true,
      })
    case 'json':
      return fc.oneof(taste.text, fc.integer(), fc.boolean(), fc.constant(null))
    case 'nodes':
      return nodesOf(shape.group, taste, depth, taste.breadth)
  }
}

const forms: { [form in StringForm]: Arbitrary<string> } = {
  date: fc.constantFrom(
    '2026-02-28',
    '1999-12-31',
    '2026-11-23T08:00:00Z',
    '2026-11-23T08:00:00.5+05:45',
    '2024-02-29T23:59-08:00',
  ),
  language: fc.constantFrom('en', 'en-GB', 'de', 'fr-CA', 'nb', 'pt-BR'),
  link: fc.constantFrom(
    'https://example.org/',
    'https://example.org/a?b=c&d=%22e%22#f',
    'mailto:desk@example.org',
    'tel:+4712345678',
    '#nowhere',
  ),
  url: fc.constantFrom('https://example.org/picture.jpg', 'pictures/none.png', '/a%20b.webp', 'a b&c<d>.gif'),
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
}

function nodesOf(group: Group, taste: Taste, depth: number, most: number): Arbitrary<unknown[]> {
  // At the bottom only what needs no nodes of its own; a list or a table there is empty, which the model allows.
  const types = groups[group].filter(type => depth < taste.depth || !holdsNodes(type))
  if (types.length === 0) return fc.constant([])
  return fc.array(fc.oneof(...types.map(type => nodeOf(type, taste, depth + 1))), { maxLength: most })
}

function nodeOf(type: ArticleNode['type'], taste: Taste, depth: number): Arbitrary<unknown> {
  return fc.constant(null).chain(() => ofFields(fieldsOf(type)!, taste, depth).map(fields => ({ type, ...fields })))
}

function holdsNodes(type: ArticleNode['type']): boolean {
  return Object.values(fieldsOf(type)!).some(field => field.shape.is === 'nodes' && !field.optional)
}

/** Returns the article without what keeps it, or a part of it, out of a feed: status, embargo, expiry, price. */
export function publishable(article: Article): Article {
  const { status, embargoed, expires, isAccessibleForFree, freeBlocks, ...meta } = article.meta
  return { ...article, meta }
}

/** Brings about what the table cannot say: heading ids are unique, and every row has as many cells as the table columns. */
function mend(article: Article): Article {
  const copy = structuredClone(article)
  let number = 0
  const each = (node: ArticleNode): void => {
    if (node.type === 'heading') {
      number += 1
      node.id = `${node.id}-${number}`
    }
    if (node.type === 'table') {
      const columns = node.align.length
      for (const row of node.children) {
        row.children.length = Math.min(row.children.length, columns)
        while (row.children.length < columns) row.children.push({ type: 'tableCell', children: [] })
      }
    }
  }
  visit(copy, each)
  if (copy.meta.image?.caption) visit(copy.meta.image.caption, each)
  return copy
}
