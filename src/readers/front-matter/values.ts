import type { Inline, Position } from '../../article/article.js'
import { isCanonical } from '../../article/safe-url.js'
import type { MessageDetails, Report } from '../../diagnostics/message.js'
import { cleanText } from '../clean-text.js'
import { type ReadDate, readDate, suggestDate } from './dates.js'
import { type Entry, isEmpty, kindOf, type MapEntry, shorten } from './entry.js'

/** What the readers of single fields share. */
export interface FieldContext {
  report: Report
  timezone: string | undefined
  /** Address that relative addresses of the front matter are resolved against. */
  site: string | undefined
  /** Reads a caption's Markdown. */
  readCaption(text: string): Inline[]
  /** Notes where a value stands, by its path in the article's metadata. */
  place(path: string, entry: Entry): void
}

/** A field under the name that the source gives it, for messages. */
export interface Named {
  name: string
  entry: Entry
}

/** Returns the place of a value as a message takes it. */
export const at = (entry: Entry): { position?: Position } => (entry.position ? { position: entry.position } : {})

/** Reports a value that a field cannot take. */
export function complain(
  { name, entry }: Named,
  wanted: string,
  context: FieldContext,
  details: MessageDetails = {},
): void {
  context.report('meta-value', `\`${name}\` is ${kindOf(entry)}; ${wanted}`, { ...at(entry), ...details })
}

/** Returns a value as one line of text; a list of texts is joined. Undefined where there is none. */
export function readText(field: Named, context: FieldContext): string | undefined {
  const { entry } = field
  if (isEmpty(entry)) return undefined
  // Spaces that do not break stay: French sets them inside its quotation marks and before `:`.
  if (entry.kind === 'scalar') return inOneLine(cleanText(entry.text)).trim() || undefined
  if (entry.kind === 'list' && entry.items.every(item => item.kind === 'scalar'))
    return entry.items.flatMap(item => readText({ ...field, entry: item }, context) ?? []).join(', ') || undefined
  complain(field, 'one line of text is needed', context)
  return undefined
}

/** Markdown, an editor's signs, a tag or a reference of HTML in words that are shown as they stand. */
const markup =
  /\*\*[^\s*][^*]{0,200}\*\*|(?<![\w*])\*[^\s*][^*]{0,200}\*(?![\w*])|(?<!\w)(__?)[^\s_][^_]{0,200}\1(?!\w)|`[^`]{1,200}`|\[[^[\]]{1,200}\]\([^()\s]{1,300}\)|\{(?:\+\+|--|~~|==|>>).{0,200}?\}|<\/?(?:a|b|br|em|i|span|strong|su[bp])\b[^<>]{0,200}>|&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/i

/** An emoji that begins with a sign of Markdown. */
const keycap = /\*\uFE0F?\u20E3/g

/** Returns a value as words for readers; signs of Markdown in them are reported, for they are shown. */
export function readWords(field: Named, context: FieldContext): string | undefined {
  const text = readText(field, context)
  const [found] = (text && /[*_`[{<&]/.test(text) && markup.exec(text.replace(keycap, ''))) || []
  if (found)
    context.report(
      'meta-markup',
      `\`${field.name}\` is plain text: \`${found}\` is shown with its signs`,
      at(field.entry),
    )
  return text
}

/** A look first: a pattern that finds every space takes longer than all else that is done with a value. */
const inOneLine = (text: string): string => (/[\t\n]| {2}/.test(text) ? text.replace(/[ \t\n]+/g, ' ') : text)

/** Returns a list of texts; a comma string is split. */
export function readTexts(field: Named, context: FieldContext): string[] | undefined {
  const { entry } = field
  if (isEmpty(entry)) return undefined
  const texts =
    entry.kind === 'scalar'
      ? entry.text.split(/[,،，、;]/u).map(text => cleanText(text).replace(/\s+/g, ' ').trim())
      : entriesOf(entry).flatMap(item => nameOf(item) ?? readText({ ...field, entry: item }, context) ?? [])
  const unique = [...new Set(texts.filter(Boolean))]
  return unique.length > 0 ? unique : undefined
}

/** Ghost and others write tags as maps with a `name`. */
function nameOf(entry: Entry): string | undefined {
  const name = entry.kind === 'map' ? pick(entry, 'name', 'title', 'label') : undefined
  return name?.kind === 'scalar' ? cleanText(name.text).trim() : undefined
}

/** Returns the items of a list, or the value itself as a list of one. */
export function entriesOf(entry: Entry): Entry[] {
  return entry.kind === 'list' ? entry.items : [entry]
}

/** Returns a true-or-false value; "yes", "no", "on" and "off" count. */
export function readBoolean(field: Named, context: FieldContext): boolean | undefined {
  if (isEmpty(field.entry)) return undefined
  const text = field.entry.kind === 'scalar' ? field.entry.text.trim().toLowerCase() : ''
  if (/^(?:true|yes|on|1)$/.test(text)) return true
  if (/^(?:false|no|off|0)$/.test(text)) return false
  complain(field, '`true` or `false` is needed', context)
  return undefined
}

/** Returns a date; a time without a zone is reported where no zone is known. A date that is none is an error. */
export function readDateField(field: Named, context: FieldContext): string | undefined {
  const { entry, name } = field
  if (isEmpty(entry)) return undefined
  const text = entry.kind === 'scalar' ? entry.text : ''
  const read = readDate(text, context.timezone) ?? readOtherStyle(text, field, context)
  if (!read) {
    context.report('meta-date', `\`${name}\` is not a date: ${kindOf(entry)}`, at(entry))
    return undefined
  }
  if (read.assumed) {
    const hint = `write ${read.date.replace('Z', '+01:00')}, or set \`timezone\` in standfirst.config.json`
    context.report('date-zone', `\`${name}\` has no time zone: "${shorten(text)}" was read as UTC`, {
      ...at(entry),
      hint,
    })
  }
  return read.date
}

/** Reads a date in another style that can only mean one day, as the starter of Astro writes it: `Jul 08 2026`. */
function readOtherStyle(text: string, { name, entry }: Named, context: FieldContext): ReadDate | undefined {
  const meant = suggestDate(text)
  const read = meant?.whole ? readDate(meant.date, context.timezone) : undefined
  if (read)
    context.report('meta-date', `\`${name}\` is ${kindOf(entry)}, which was read as ${read.date}`, {
      ...at(entry),
      severity: 'warning',
      hint: `write \`${name}: ${meant?.date}\``,
    })
  return read
}

/** Returns an address, relative ones resolved against the site where it is known; undefined for one that no reader may follow. */
export function readUrl(field: Named, context: FieldContext): string | undefined {
  const text = readText(field, context)
  if (text === undefined) return undefined
  const bare = text.replace(/^<|>$/g, '')
  const blank = /\/(:[a-z_]+)(?=[/.-]|$)/i.exec(bare)?.[1]
  if (blank) {
    complain(field, `the address is needed as readers see it, with \`${blank}\` filled in`, context)
    return undefined
  }
  if (isCanonical(bare)) return bare
  const relative = !/^[a-z][a-z0-9+.-]*:/i.test(bare)
  try {
    const domain = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|gov|edu|info)(?:\/|$))/i.test(bare)
    if (relative && !domain && !context.site) return encodeURI(decodeSafely(bare))
    const url = new URL(domain ? `https://${bare}` : bare, context.site)
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
    // An address that is complete stays as it is written, without the slash that `href` would add.
    if (isWeb) return !relative && /^[!-~]+$/.test(bare) ? bare : url.href
  } catch {
    // Falls through to the message: the address cannot be read.
  }
  complain(field, 'an http or https address is needed', context)
  return undefined
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

/** Returns a number of px, as `800`, "800" or "800px". */
export function readPixels(entry: Entry | undefined): number | undefined {
  const found = entry?.kind === 'scalar' ? /^(\d+)(?:\.\d+)?(?:px)?$/.exec(entry.text.trim()) : undefined
  const pixels = Number(found?.[1] ?? 0)
  return Number.isSafeInteger(pixels) && pixels > 0 ? pixels : undefined
}

/** Names are compared without case, hyphens, underscores and spaces: `publish-date` is `publishDate`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '')

/** Returns the first of several fields that a map has. */
export function pick(map: MapEntry, ...names: string[]): Entry | undefined {
  return pickNamed(map, ...names)?.entry
}

/** Returns the first of several fields that a map has, under the name that it has there. */
export function pickNamed(map: MapEntry, ...names: string[]): Named | undefined {
  for (const wanted of names) {
    for (const [name, entry] of map.fields) {
      if (plainName(name) !== plainName(wanted) || isEmpty(entry)) continue
      map.read ??= new Set()
      map.read.add(name)
      return { name, entry }
    }
  }
  return undefined
}

/** Reports the fields of a map that nobody has taken: they are in no output. `what` is such as "a person". */
export function reportUnread(map: MapEntry, what: string, context: FieldContext): void {
  for (const [name, entry] of map.fields) {
    // `@type` and its like say what the map is.
    if (map.read?.has(name) || isEmpty(entry) || name.startsWith('@')) continue
    const reason = `\`${name}\` is no field of ${what}, or stands there under another name as well: it was left out`
    context.report('meta-unknown', reason, at(entry))
  }
}

/** Returns a field of a map as text. */
export function textIn(map: MapEntry, context: FieldContext, ...names: string[]): string | undefined {
  const found = pickNamed(map, ...names)
  return found && readText(found, context)
}

/** Returns a field of a map as an address. */
export function urlIn(map: MapEntry, context: FieldContext, ...names: string[]): string | undefined {
  const found = pickNamed(map, ...names)
  return found && readUrl(found, context)
}

/** Returns an object without its undefined fields. */
export function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const kept: { [name: string]: unknown } = {}
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name]
  return kept as never
}
