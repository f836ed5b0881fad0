import type { StyleEntry } from '../style/style-sheet.js'
import { toAttribute } from '../xml-text.js'
import { rawAttribute, rawElements, rawInside } from './raw-xml.js'

/** Names of one style in Word, Pandoc and LibreOffice, in lower case: the first is ours. */
const synonyms: readonly (readonly string[])[] = [
  ['body text', 'text body'],
  ['hyperlink', 'internet link'],
  ['quote', 'quotations', 'block text'],
  ['footnote text', 'footnote'],
  ['footnote reference', 'footnote anchor'],
  ['source code', 'preformatted text'],
  ['verbatim char', 'source text'],
  ['strong', 'strong emphasis'],
  ['byline', 'author'],
  ['first paragraph', 'body text first indent'],
]

/** The letterhead's styles with ours added, and what each of our ids has become. */
export interface MergedStyles {
  xml: string
  ids: ReadonlyMap<string, string>
  /** Names that were given for styles of the letterhead and that it does not have. */
  missing: readonly string[]
}

/**
 * Adds our styles to those of a letterhead. A style that both have is the letterhead's: they are matched by kind and name,
 * because ids differ between programs and languages. `given` says what styles of other names stand for. Where an id of ours
 * is taken by another style, ours gets a new one.
 */
export function mergeStyles(
  own: readonly StyleEntry[],
  theirs: string,
  language: string,
  given: { readonly [name: string]: string } = {},
): MergedStyles {
  const named = new Map<string, string>()
  const taken = new Set<string>()
  for (const { name, raw } of rawElements(rawInside(theirs))) {
    if (name !== 'w:style') continue
    const id = rawAttribute(raw, 'w:styleId') ?? ''
    const label = rawElements(rawInside(raw)).find(each => each.name === 'w:name')?.raw ?? ''
    named.set(`${rawAttribute(raw, 'w:type') ?? 'paragraph'} ${rawAttribute(label, 'w:val')?.toLowerCase()}`, id)
    taken.add(id)
  }
  const ids = new Map<string, string>()
  const idOf = (style: StyleEntry): string | undefined => known(style, named, given)
  for (const style of own) ids.set(style.id, idOf(style) ?? freeId(style.id, taken))
  const added = own.filter(style => idOf(style) === undefined).map(style => withIds(style.xml, ids))
  const open = withPrefixes(theirs)
  const end = open.lastIndexOf('</w:styles>')
  return {
    xml: withLanguage(`${open.slice(0, end)}${added.join('')}</w:styles>`, language),
    ids,
    missing: missingIn(named, given),
  }
}

const prefixes: readonly [string, string][] = [
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
]

/** Our styles use what Word 2007 does not know: its prefix must be declared, and marked as ignorable (ISO/IEC 29500-3, 7.2). */
function withPrefixes(styles: string): string {
  return styles.replace(/^<w:styles(?:"[^"]*"|'[^']*'|[^>"'])*>/, tag => {
    let open = tag
    for (const [prefix, uri] of prefixes)
      if (!open.includes(`xmlns:${prefix}=`))
        open = open.replace('<w:styles', () => `<w:styles xmlns:${prefix}="${uri}"`)
    const ignorable = /mc:Ignorable="([^"]*)"/.exec(open)?.[1]
    if (ignorable === undefined) return open.replace('<w:styles', () => '<w:styles mc:Ignorable="w14"')
    if (ignorable.split(/\s+/).includes('w14')) return open
    return open.replace(/mc:Ignorable="[^"]*"/, () => `mc:Ignorable="${`${ignorable} w14`.trim()}"`)
  })
}

/** Returns the names of `given` that no style has, of whatever kind. */
function missingIn(named: ReadonlyMap<string, string>, given: { readonly [name: string]: string }): string[] {
  const has = (name: string): boolean => ['paragraph', 'character', 'table'].some(kind => named.has(`${kind} ${name}`))
  return Object.keys(given).filter(name => !has(name.toLowerCase()))
}

function known(
  { kind, name }: StyleEntry,
  named: ReadonlyMap<string, string>,
  given: { readonly [name: string]: string },
): string | undefined {
  const own = name.toLowerCase()
  const asGiven = Object.keys(given).filter(each => given[each]!.toLowerCase() === own)
  const usual = synonyms.find(each => each[0] === own) ?? [own]
  for (const each of [...asGiven.map(one => one.toLowerCase()), ...usual]) {
    const id = named.get(`${kind} ${each}`)
    if (id !== undefined) return id
  }
  return undefined
}

function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}${number}`
  taken.add(free)
  return free
}

const users = /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="|<w:style [^>]*w:styleId=")([^"]*)"/g

/** Returns markup of ours with the ids that its styles have in the merged file. */
export function withIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(users, (whole, before: string, id: string) => {
    const merged = ids.get(id)
    return merged === undefined || merged === id ? whole : `${before}${toAttribute(merged)}"`
  })
}

/** The text's language is the article's, whatever the letterhead was written in. */
function withLanguage(styles: string, language: string): string {
  const tag = toAttribute(language)
  const lang = `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`
  return styles.replace(/<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/, defaults =>
    /<w:lang\b[^>]*\/>/.test(defaults)
      ? defaults.replace(/<w:lang\b[^>]*\/>/, () => lang)
      : defaults.replace('</w:rPr>', () => `${lang}</w:rPr>`),
  )
}
