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
  PullQuote,
  Quote,
} from '../../../src/article/article.js'
import { attributionLine, outline, plainText } from '../../../src/article/text.js'
import { cleanText } from '../../../src/readers/clean-text.js'
import { attributionOf } from '../../../src/readers/docx/attribution.js'
import { buildInlines } from '../../../src/readers/docx/build-inlines.js'
import { trimEnds } from '../../../src/readers/docx/captions.js'
import type { Marks, Piece } from '../../../src/readers/docx/pieces.js'
import { isOtherLanguage } from '../../../src/readers/docx/run-marks.js'
import { giveHeadingIds } from '../../../src/transforms/heading-ids.js'

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
  const ids = new Map<string, string>()
  const children = separate(
    blocks(article.children, {
      note: false,
      box: false,
      quotes: 0,
      lists: 0,
      language: article.meta.language,
      ids: new Set(outline(article).map(entry => entry.id)),
    }),
  )
  const before = headingIds(children)
  giveHeadingIds(children.map(block => block))
  return { type: 'article', version: 1, meta: wordMeta(article.meta), children: relink(children, before, ids) }
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

function relink(children: Block[], headings: Map<string, Block>, _ids: Map<string, string>): Block[] {
  const text = JSON.stringify(children, (_key, value) => {
    if (value?.type !== 'link' || !value.url.startsWith('#')) return value
    const heading = headings.get(value.url)
    return heading?.type === 'heading' ? { ...value, url: `#${heading.id}` } : value
  })
  return JSON.parse(text)
}

function wordMeta(meta: Meta): Meta {
  const { title, kicker, subtitle, description, published, updated, embargoed, expires, language, id, slug, url } = meta
  const { canonicalUrl, section, tags, categories, genre, status, corrections, sponsored } = meta
  const kept = {
    title: line(title),
    kicker,
    subtitle,
    description,
    authors: meta.authors.map(({ name }) => ({ name: line(name) })),
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
    sponsored: sponsored && { name: line(sponsored.name) },
  }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as unknown as Meta
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
    else joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] }
  }
  return joined
}

function block(node: Block, place: Place): Block[] {
  const words = (children: readonly Inline[]): Inline[] => inlines(children, place)
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const children = words(node.children)
      if (children.length === 0) return []
      if (
        node.type === 'paragraph' &&
        place.lists + place.quotes === 0 &&
        !place.note &&
        children.every(child => child.type === 'inlineImage')
      )
        return [{ type: 'figure', images: children.map(({ url, alt }) => ({ url, alt })) as [Image] }]
      if (node.type === 'heading' && (place.note || place.lists > 0 || place.quotes > 0))
        return [{ type: 'paragraph', children }]
      return [{ ...node, children }]
    }
    case 'quote': {
      if (place.note || place.lists > 0 || place.quotes >= 3) return blocks(node.children, place)
      const children = blocks(node.children, { ...place, quotes: place.quotes + 1 }).filter(
        child => child.type === 'paragraph' || child.type === 'quote' || child.type === 'list',
      )
      return children.length > 0 ? [{ ...node, ...speaker(node), children }] : []
    }
    case 'pullQuote': {
      const children = words(node.children)
      return children.length > 0 && place.lists + place.quotes === 0 && !place.note
        ? [{ ...node, ...speaker(node), children }]
        : []
    }
    case 'list':
      return list(node, place)
    case 'box':
      if (place.note || place.lists + place.quotes > 0) return blocks(node.children, place)
      return boxes(node, blocks(node.children, { ...place, box: true }))
    case 'figure': {
      if (place.note || place.quotes > 0) return []
      const { caption, credit } = node
      const text = caption ? words(caption) : []
      return [
        {
          type: 'figure',
          images: node.images.map(({ alt }) => ({ url: '*', alt: line(alt) })) as typeof node.images,
          ...(text.length > 0 && { caption: text }),
          ...(credit && { credit: line(credit) }),
        },
      ]
    }
    case 'table': {
      if (place.quotes > 0 || node.align.length === 0 || node.children.length === 0) return []
      const caption = node.caption ? words(node.caption) : []
      const { alt, caption: _caption, ...rest } = node
      const children = node.children.map(row => ({
        ...row,
        children: row.children.map(cell => ({ ...cell, children: words(cell.children) })),
      }))
      return [{ ...rest, ...(alt && { alt: line(alt) }), ...(caption.length > 0 && { caption }), children }]
    }
    case 'code': {
      const { lang: _lang, ...rest } = node
      const value = cleanText(node.value)
      return place.quotes > 0 || value.trim() === '' ? [] : [{ ...rest, value }]
    }
    case 'embed':
      return place.quotes > 0 || !/^https?:/.test(node.url) ? [] : [embed(node)]
    case 'separator':
      return place.quotes + place.lists > 0 || place.note ? [] : [node]
    case 'raw':
      return []
    case 'extension':
      return blocks(node.children, place)
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
  return read ? { attribution: read } : {}
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
    kind: kindOf(node.kind),
  }
  const parts: Block[] = [{ ...rest, ...(title && { title: line(title) }), children: [] }]
  for (const child of children) {
    const last = parts.at(-1)!
    if (child.type === 'box') parts.push(child, { ...rest, children: [] })
    else if (last.type === 'box') last.children.push(child)
  }
  return parts.filter(part => part.type !== 'box' || part.children.length > 0 || part.title !== undefined)
}

/** Only the style of a paragraph says how close items stand. */
const saysSpace = ({ children: [first] }: ListItem): boolean =>
  first === undefined ||
  first.type === 'paragraph' ||
  !['heading', 'quote', 'code', 'embed', 'separator', 'pullQuote'].includes(first.type)

function list(node: List, place: Place): Block[] {
  if (place.lists >= 9) return []
  const items = node.children.map((item): ListItem => {
    const children = blocks(item.children, { ...place, lists: place.lists + 1 }).filter(
      (child, at) =>
        at === 0 ||
        child.type === 'paragraph' ||
        child.type === 'list' ||
        (child.type === 'code' && place.quotes === 0),
    )
    const { checked } = item
    const task = checked !== undefined && children[0]?.type === 'paragraph' && !node.ordered
    return { type: 'listItem', ...(task && { checked }), children }
  })
  if (items.length === 0) return []
  const { start, tight, ...rest } = node
  return [
    {
      ...rest,
      ...(node.ordered && start !== undefined && start !== 1 && { start }),
      tight: place.note || place.box || place.quotes > 0 || !items.some(saysSpace) ? true : Boolean(tight),
      children: items,
    },
  ]
}

/** Takes out what stands beside its like without a mark between them. */
function separate(children: Block[]): Block[] {
  return children
}

function inlines(nodes: readonly Inline[], place: Place): Inline[] {
  const notes = new Map<string, Note>()
  const pieces = nodes.flatMap(node => flatten(node, {}, place, notes))
  const filled = pieces.some(piece =>
    piece.kind === 'text' ? piece.value.trim() !== '' || piece.marks.code : piece.kind !== 'break',
  )
  return filled ? trimEnds(buildInlines(pieces, id => notes.get(id)!.children)) : []
}

function flatten(node: Inline, marks: Marks, place: Place, notes: Map<string, Note>): Piece[] {
  const inside = (children: readonly Inline[], more: Marks): Piece[] =>
    children.flatMap(child => flatten(child, { ...marks, ...more }, place, notes))
  switch (node.type) {
    case 'text': {
      const value = cleanText(node.value).replace(/[\t\n\r]+/g, ' ')
      return value === '' ? [] : [{ kind: 'text', value, marks }]
    }
    case 'inlineCode': {
      const value = cleanText(node.value).replace(/[\t\n\r]+/g, ' ')
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
        ? inside(node.children, {})
        : inside(node.children, { link: { url: node.url, ...(node.title && { title: line(node.title) }) } })
    case 'span':
      return inside(
        node.children,
        node.language && isOtherLanguage(node.language, place.language) ? { span: { language: node.language } } : {},
      )
    case 'insertion':
    case 'deletion':
      return inside(node.children, { [node.type]: changeIn(node) })
    case 'comment': {
      const remark = { id: JSON.stringify(node).slice(0, 40) + notes.size, text: line(node.text), ...changeIn(node) }
      const words = place.note
        ? inside(node.children, {})
        : inside(node.children, { comments: [...(marks.comments ?? []), remark] })
      if (place.note) return words
      return words.length > 0 ? words : [{ kind: 'remark', remark, marks: {} }]
    }
    case 'note': {
      if (place.note) return [{ kind: 'text', value: ` [${line(plainText(node))}]`, marks }]
      const children = blocks(node.children, { ...place, note: true, box: false, quotes: 0, lists: 0 })
      if (children.length === 0) return []
      const id = String(notes.size)
      notes.set(id, { type: 'note', children })
      return [
        {
          kind: 'note',
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
  return { ...(author && { author: line(author) }), ...(date && { date: wordDate(date) }) }
}

function wordDate(date: string): string {
  return date.length <= 10 ? date : new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
}
