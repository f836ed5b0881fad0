/**
 * What of an article a Word file can hold, as the table of `src/readers/docx/losses.ts` says: the tests bring an article into
 * this form, send it through Word, and expect the very same.
 */
import type {
  Article,
  Block,
  Image,
  Inline,
  List,
  ListItem,
  Meta,
  Note,
  Organisation,
  PullQuote,
  Quote,
} from '../../../src/article/article.js'
import { attributionLine, outline, plainText } from '../../../src/article/text.js'
import { cleanText } from '../../../src/readers/clean-text.js'
import { attributionOf } from '../../../src/readers/docx/attribution.js'
import { buildInlines } from '../../../src/readers/docx/build-inlines.js'
import { trimEnds } from '../../../src/readers/docx/captions.js'
import type { WordLossId } from '../../../src/readers/docx/losses.js'
import type { Marks, Piece } from '../../../src/readers/docx/pieces.js'
import { isOtherLanguage } from '../../../src/readers/docx/run-marks.js'
import { giveHeadingIds } from '../../../src/transforms/heading-ids.js'

/** Rows that the form has no need of, and where they are seen to. */
export const elsewhere: { readonly [id in WordLossId]?: string } = {
  'figure-lead': 'random articles begin with a paragraph',
  'figure-missing': 'every picture is to be had',
}

/** Rows of the table that the article of the moment has met, and how often. */
let met = new Map<WordLossId, number>()

/** Names the row that a change is made by. */
function lose<Result>(id: WordLossId, instead: Result): Result {
  met.set(id, (met.get(id) ?? 0) + 1)
  return instead
}

const timesMet = (): number => [...met.values()].reduce((sum, times) => sum + times, 0)

/** Returns `after`; where it is another thing than `before`, a row says so. */
function changed<Result>(id: WordLossId, before: unknown, after: Result): Result {
  return JSON.stringify(before) === JSON.stringify(after) ? after : lose(id, after)
}

/** Returns the article as it will come back, and the rows by which it is another. */
export function wordFormOf(article: Article): { article: Article; lost: ReadonlySet<WordLossId> } {
  met = new Map()
  const formed = wordForm(article)
  return { article: formed, lost: new Set(met.keys()) }
}

/** Where a block stands, as far as it decides what Word can say of it. */
interface Place {
  note: boolean
  box: boolean
  quotes: number
  lists: number
  language: string
  /** Ids of the headings that links may lead to. */
  ids: ReadonlySet<string>
}

/** Returns the article as it will come back. Pictures are named by their order: their addresses are the file's own. */
export function wordForm(article: Article): Article {
  const children = blocks(article.children, {
    note: false,
    box: false,
    quotes: 0,
    lists: 0,
    language: article.meta.language,
    ids: new Set(outline(article).map(entry => entry.id)),
  })
  const before = headingIds(children)
  giveHeadingIds(children)
  for (const [id, heading] of before) if (heading.type === 'heading') changed('heading-place', id, `#${heading.id}`)
  const meta = changed('meta-fields', article.meta, wordMeta(article.meta))
  return { type: 'article', version: 1, meta, children: relink(children, before) }
}

function headingIds(children: Block[]): Map<string, Block> {
  const found = new Map<string, Block>()
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'heading') {
        found.set(`#${block.id}`, block)
        block.id = ''
      } else if (block.type === 'list') for (const item of block.children) walk(item.children)
      else if (block.type === 'box' || block.type === 'quote') walk(block.children)
    }
  }
  walk(children)
  return found
}

function relink(children: Block[], headings: Map<string, Block>): Block[] {
  const text = JSON.stringify(children, (_key, value) => {
    if (value?.type !== 'link' || !value.url.startsWith('#')) return value
    const heading = headings.get(value.url)
    return heading?.type === 'heading' ? { ...value, url: `#${heading.id}` } : value
  })
  return JSON.parse(text)
}

function wordMeta(meta: Meta): Meta {
  const { title, kicker, subtitle, description, published, updated, embargoed, expires, language, id, slug, url } = meta
  const { canonicalUrl, section, tags, categories, genre, status, corrections, sponsored, publisher } = meta
  const kept = {
    title: line(title),
    kicker,
    subtitle,
    description,
    authors: changed(
      'people',
      meta.authors,
      meta.authors.map(({ name }) => ({ name: line(name) })),
    ),
    published,
    updated,
    embargoed,
    expires,
    language,
    id,
    slug,
    url,
    canonicalUrl,
    section,
    tags,
    categories,
    genre,
    status,
    corrections,
    publisher: publisher && pick(publisher),
    sponsored: sponsored && { name: line(sponsored.name) },
  }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as unknown as Meta
}

/** Addresses of an organisation's own pages and its policies are not a file's affair. */
function pick({ name, url, logo }: Organisation): Organisation {
  return { name: line(name), ...(url && { url }), ...(logo && { logo }) }
}

const line = (words: string): string => cleanText(words).replace(/\s+/g, ' ').trim()

function blocks(nodes: readonly Block[], place: Place): Block[] {
  return joinTasks(nodes.flatMap(node => block(node, place)))
}

/** Tasks among bullets are one list: where a list of tasks follows one of bullets, nothing divides them. */
function joinTasks(nodes: Block[]): Block[] {
  const joined: Block[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type !== 'list' || last?.type !== 'list' || node.ordered || last.ordered || node.tight !== last.tight)
      joined.push(node)
    else if ((last.children.at(-1)!.checked === undefined) === (node.children[0]!.checked === undefined))
      joined.push(node)
    else joined[joined.length - 1] = lose('list-tasks', { ...last, children: [...last.children, ...node.children] })
  }
  return joined
}

function block(node: Block, place: Place): Block[] {
  const words = (children: readonly Inline[]): Inline[] => inlines(children, place)
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const children = words(node.children)
      if (children.length === 0) return lose('empty', [])
      if (
        node.type === 'paragraph' &&
        place.lists + place.quotes === 0 &&
        !place.note &&
        children.every(child => child.type === 'inlineImage')
      )
        return lose('picture-alone', [
          { type: 'figure', images: children.map(({ url, alt }) => ({ url, alt })) as [Image] },
        ])
      if (node.type === 'heading' && (place.note || place.lists > 0 || place.quotes > 0))
        return lose('heading-place', [{ type: 'paragraph', children }])
      return [{ ...node, children }]
    }
    case 'quote': {
      if (place.note || place.lists > 0 || place.quotes >= 3) return lose('quote-place', blocks(node.children, place))
      const children = blocks(node.children, { ...place, quotes: place.quotes + 1 })
      return children.length > 0 ? [{ ...node, ...speaker(node), children }] : lose('empty', [])
    }
    case 'pullQuote': {
      const children = words(node.children)
      if (children.length === 0) return lose('empty', [])
      if (place.lists + place.quotes > 0 || place.note) return lose('pull-quote-place', [])
      return [{ ...node, ...speaker(node), children }]
    }
    case 'list':
      return list(node, place)
    case 'box':
      if (place.note || place.lists + place.quotes > 0) return lose('box-place', blocks(node.children, place))
      return boxes(node, blocks(node.children, { ...place, box: true }))
    case 'figure': {
      if (place.note || place.quotes > 0) return lose('figure-place', [])
      const { caption, credit } = node
      const text = caption ? words(caption) : []
      return lose('figure-fields', [
        {
          type: 'figure',
          images: node.images.map(({ alt }) => ({ url: '*', alt: line(alt) })) as typeof node.images,
          ...(text.length > 0 && { caption: text }),
          ...(credit && { credit: line(credit) }),
        },
      ])
    }
    case 'table': {
      if (place.quotes > 0 || node.align.length === 0 || node.children.length === 0) return lose('table-place', [])
      const caption = node.caption ? words(node.caption) : []
      const { alt, caption: _caption, ...rest } = node
      const children = node.children.map(row => ({
        ...row,
        children: row.children.map(cell => ({ ...cell, children: words(cell.children) })),
      }))
      return [{ ...rest, ...(alt && { alt: line(alt) }), ...(caption.length > 0 && { caption }), children }]
    }
    case 'code': {
      const { lang, ...rest } = node
      const value = changed('blanks', node.value, cleanText(node.value))
      if (place.quotes > 0 || value.trim() === '') return lose('code-place', [])
      const named = lang !== undefined && /^[a-z\d][a-z\d+#._-]{0,30}$/.test(lang)
      return [named ? { ...rest, lang, value } : changed('code-language', node, { ...rest, value })]
    }
    case 'embed':
      return place.quotes > 0 || !/^https?:/.test(node.url) ? lose('embed-place', []) : [embed(node)]
    case 'separator':
      return place.quotes + place.lists > 0 || place.note ? lose('separator-place', []) : [node]
    case 'raw':
      return lose('raw', [])
    case 'extension':
      return lose('extension', blocks(node.children, place))
  }
}

/** The speaker as the printed line says it: a name that the line does not hold is not printed. */
function speaker({ attribution }: Pick<Quote | PullQuote, 'attribution'>): Pick<Quote, 'attribution'> {
  if (!attribution) return {}
  const printed = attributionLine(attribution)
  const at = printed.indexOf(attribution.name)
  const words = (value: string, role: Marks['role'], link?: Marks['link']): Piece => ({
    kind: 'text',
    value: cleanText(value),
    marks: { role: role!, ...(link && { link }) },
  })
  const { url, name } = attribution
  const pieces =
    at < 0
      ? [words(printed, 'quoteSourceRole')]
      : [
          words(printed.slice(0, at), 'quoteSourceRole'),
          words(name, 'quoteSourceName', url ? { url } : undefined),
          words(printed.slice(at + name.length), 'quoteSourceRole'),
        ]
  const read = attributionOf(pieces)
  return changed('quote-speaker', { attribution }, read ? { attribution: read } : {})
}

function embed({ title, provider, ...rest }: Extract<Block, { type: 'embed' }>): Block {
  const [words, name] = [line(title ?? ''), line(provider ?? '')]
  return { ...rest, ...(words && { title: words }), ...(name && { provider: name }) }
}

/** The kind as the names of styles say it: words with a capital, at most sixty letters. */
function kindOf(kind: string): string {
  const words = kind.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const name = words.map(word => word[0]!.toUpperCase() + word.slice(1)).join(' ')
  const cut = [...name].slice(0, 60).join('').trim()
  return cut.toLowerCase().replace(/ /g, '-') || 'box'
}

/** A box in a box stands after what comes before it, and what comes after it stands in a box of its own. */
function boxes(node: Extract<Block, { type: 'box' }>, children: Block[]): Block[] {
  const { title, ...others } = node
  const rest = {
    ...others,
    kind: changed('box-kind', node.kind, kindOf(node.kind)),
  }
  const parts: Block[] = [{ ...rest, ...(title && { title: line(title) }), children: [] }]
  for (const child of children) {
    const last = parts.at(-1)!
    if (child.type === 'box') parts.push(lose('box-nested', child), { ...rest, children: [] })
    else if (last.type === 'box') last.children.push(child)
  }
  return changed(
    'empty',
    parts,
    parts.filter(part => part.type !== 'box' || part.children.length > 0 || part.title !== undefined),
  )
}

/** Only the style of a paragraph says how close items stand. */
const saysSpace = ({ children: [first] }: ListItem): boolean =>
  first === undefined ||
  first.type === 'paragraph' ||
  !['heading', 'quote', 'code', 'embed', 'separator', 'pullQuote'].includes(first.type)

function list(node: List, place: Place): Block[] {
  if (place.lists >= 9) return lose('list-depth', [])
  const items = node.children.map((item): ListItem => {
    const all = blocks(item.children, { ...place, lists: place.lists + 1 })
    const children = changed(
      'item-blocks',
      all,
      all.filter(
        (child, at) =>
          at === 0 ||
          child.type === 'paragraph' ||
          child.type === 'list' ||
          (child.type === 'code' && place.quotes === 0),
      ),
    )
    const { checked } = item
    const task = checked !== undefined && children[0]?.type === 'paragraph' && !node.ordered
    if (checked !== undefined && !task) lose('item-task', undefined)
    return { type: 'listItem', ...(task && { checked }), children }
  })
  if (items.length === 0) return lose('empty', [])
  const { start, tight, ...rest } = node
  return [
    {
      ...rest,
      ...(node.ordered && start !== undefined && start !== 1 && { start }),
      tight: changed(
        'list-tight',
        tight,
        place.note || place.box || place.quotes > 0 || !items.some(saysSpace) ? true : Boolean(tight),
      ),
      children: items,
    },
  ]
}

function inlines(nodes: readonly Inline[], place: Place): Inline[] {
  const before = timesMet()
  const notes = new Map<string, Note>()
  const pieces = nodes.flatMap(node => flatten(node, {}, place, notes))
  const filled = pieces.some(piece =>
    piece.kind === 'text' ? piece.value.trim() !== '' || piece.marks.code : piece.kind !== 'break',
  )
  if (!filled) return nodes.length > 0 ? lose('empty', []) : []
  const built = buildInlines(pieces, id => notes.get(id)!.children)
  const trimmed = changed('blanks', built, trimEnds(built))
  return timesMet() === before ? changed('marks-order', nodes, trimmed) : trimmed
}

function flatten(node: Inline, marks: Marks, place: Place, notes: Map<string, Note>): Piece[] {
  const inside = (children: readonly Inline[], more: Marks): Piece[] =>
    children.flatMap(child => flatten(child, { ...marks, ...more }, place, notes))
  switch (node.type) {
    case 'text': {
      const value = changed('blanks', node.value, oneLine(node.value))
      return value === '' ? [] : [{ kind: 'text', value, marks }]
    }
    case 'inlineCode': {
      const value = changed('blanks', node.value, oneLine(node.value))
      return value === '' ? [] : [{ kind: 'text', value, marks: { ...marks, code: true } }]
    }
    case 'emphasis':
    case 'strong':
    case 'strike':
      return inside(node.children, { [node.type]: true })
    case 'superscript':
    case 'subscript':
      return inside(node.children, { script: node.type })
    case 'link':
      return marks.link || (node.url.startsWith('#') && !place.ids.has(node.url.slice(1)))
        ? lose('link', inside(node.children, {}))
        : inside(node.children, { link: { url: node.url, ...(node.title && { title: line(node.title) }) } })
    case 'span':
      return inside(
        node.children,
        changed(
          'span',
          { span: { language: node.language, direction: node.direction } },
          node.language && isOtherLanguage(node.language, place.language) ? { span: { language: node.language } } : {},
        ),
      )
    case 'insertion':
    case 'deletion':
      return inside(node.children, { [node.type]: changeIn(node) })
    case 'comment': {
      const remark = { id: JSON.stringify(node).slice(0, 40) + notes.size, text: line(node.text), ...changeIn(node) }
      const words = place.note
        ? inside(node.children, {})
        : inside(node.children, { comments: [...(marks.comments ?? []), remark] })
      if (place.note) return lose('comment', words)
      return words.length > 0 ? words : [{ kind: 'remark', remark, marks: {} }]
    }
    case 'note': {
      if (place.note) return lose('note-nested', [{ kind: 'text', value: ` [${line(plainText(node))}]`, marks }])
      const children = blocks(node.children, { ...place, note: true, box: false, quotes: 0, lists: 0 })
      if (children.length === 0) return lose('empty', [])
      const id = String(notes.size)
      notes.set(id, { type: 'note', children })
      return [
        {
          kind: 'note',
          ...(node.label !== undefined && { label: node.label }),
          id,
          of: 'footnote',
          marks: { ...(marks.link && { link: marks.link }), ...(marks.comments && { comments: marks.comments }) },
        },
      ]
    }
    case 'lineBreak':
      return [{ kind: 'break', marks }]
    case 'inlineImage':
      return [{ kind: 'picture', url: '*', alt: line(node.alt), marks }]
  }
}

function changeIn({ author, date }: { author?: string; date?: string }): { author?: string; date?: string } {
  return {
    ...(author && { author: line(author) }),
    ...(date && { date: changed('change-date', date, wordDate(date)) }),
  }
}

const oneLine = (text: string): string => cleanText(text).replace(/[\t\n\r]+/g, ' ')

function wordDate(date: string): string {
  return date.length <= 10 ? date : new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
}
