import { dataUri, dataUriBytes } from '../data-uri.js'
import { beforeFallback, outerAddress } from './outer-address.js'
import { type UsedNames, usedNames } from './used-names.js'
import { type XmlToken, xmlTokens } from './xml-tokens.js'

/** Returns a picture that stands in a drawing, as its `data:` bytes, without what it says of its making. */
type StripInner = (bytes: Uint8Array) => { bytes: Uint8Array; mediaType: string } | undefined

const SVG = 'http://www.w3.org/2000/svg'

/** Namespaces of what is seen; those of editors (Inkscape, Adobe), RDF and the like are not. */
const seen: ReadonlySet<string> = new Set([
  SVG,
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/XML/1998/namespace',
])

/** Elements of SVG that draw nothing. Where the drawing is a picture its description is the article's, and no script is run. */
const unseen: ReadonlySet<string> = new Set(['metadata', 'title', 'desc', 'script'])

const MOST_NAMESPACES = 100

/** An element that is open. */
interface Scope {
  name: string
  /** Namespaces by prefix. */
  namespaces: ReadonlyMap<string, string>
  isStyle: boolean
  /** It is left out, and so is what it holds. */
  gone: boolean
}

/**
 * Returns an SVG without what says by whom, where and with what it was drawn: comments, instructions, RDF, titles and
 * descriptions, paths on somebody's disk, addresses in its styles, what its parts are called where nothing goes by that, and
 * all that editors note in namespaces of their own. Pictures in it go through `inner`. All else stays as it is written, in
 * UTF-8. Returns nothing where it is broken.
 */
export function stripSvg(bytes: Uint8Array, inner: StripInner): Uint8Array | undefined {
  try {
    const kept = keptTokens(decoded(bytes), inner)
    return new TextEncoder().encode(kept.join('').trim())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function keptTokens(source: string, inner: StripInner): string[] {
  const kept: string[] = []
  const used = usedNames(source)
  const top: Scope = { name: '', namespaces: new Map(), isStyle: false, gone: false }
  const open = [top]
  let entities: ReadonlyMap<string, string> = new Map()
  for (const token of xmlTokens(source)) {
    let scope = open.at(-1)!
    if (token.kind === 'doctype') entities = entitiesOf(token.source)
    if (token.kind === 'open' || token.kind === 'empty') scope = entered(token.source, scope, entities)
    if (token.kind === 'open') open.push(scope)
    if (token.kind === 'close' && token.source.slice(2, -1).trim() !== open.pop()?.name)
      throw new SyntaxError('tags do not match')
    if (!scope.gone) kept.push(written(token, scope, used, inner))
  }
  if (open[0] !== top || open.length > 1) throw new SyntaxError('tags do not match')
  return kept
}

function written({ kind, source }: XmlToken, scope: Scope, used: UsedNames, inner: StripInner): string {
  switch (kind) {
    case 'comment':
    case 'instruction':
      return ''
    case 'doctype':
      return source.replace(/<!--[\s\S]*?-->/g, '')
    case 'open':
    case 'empty':
      return withoutNotes(source, scope, used, inner)
    default:
      return scope.isStyle ? withoutAddresses(source.replace(styleParts, commentless)) : source
  }
}

/** Strings of a style sheet, in which a comment does not begin, and comments (CSS Syntax 4.3.1). */
const styleParts = /"[^"\n]*"|'[^'\n]*'|\/\*[\s\S]*?\*\//g

const commentless = (part: string) => (part.startsWith('/*') ? '' : part)

/** Addresses of web fonts hold semicolons, as references to characters do. The bounds keep a search through much of this short. */
const imported =
  /@import\b\s*(?:url\(\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"')][^)]{0,2000})\s*\)|"[^"]{0,2000}"|'[^']{0,2000}')?[^;&]*(?:&(?:#?\w{1,8};)?[^;&]*)*(?:;|$)/gi
/** Where a colour or the like follows, that is what stands in. */
const outer = new RegExp(`${outerAddress}(${beforeFallback})?`, 'gi')

/** What else a style names by its address than parts of the drawing and data no picture loads (SVG Integration 3.4). */
function withoutAddresses(style: string): string {
  return style.replace(imported, '').replace(outer, (_, fallback) => (fallback ? '' : 'none'))
}

/** White space is begun at its first sign only, so that much of it is read once. */
const attribute = /(?<!\s)\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g

/** Adobe's programs name their namespaces by entities. */
function entitiesOf(doctype: string): ReadonlyMap<string, string> {
  const declared = doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')/g)
  return new Map([...declared].map(([, name, one, other]) => [`&${name};`, one ?? other ?? '']))
}

function entered(tag: string, outside: Scope, entities: ReadonlyMap<string, string>): Scope {
  const name = /^<([^\s/>]*)/.exec(tag)?.[1] ?? ''
  const namespaces = tag.includes('xmlns') ? declared(tag, outside, entities) : outside.namespaces
  const [prefix, local] = parted(name)
  // A drawing that names no namespace is one all the same.
  const space = namespaces.get(prefix) ?? SVG
  const gone = outside.gone || !seen.has(space) || (space === SVG && unseen.has(local))
  return { name, namespaces, isStyle: local === 'style', gone }
}

/** Returns the namespaces that hold inside of a tag which declares some (Namespaces in XML 1.0 3). */
function declared(tag: string, outside: Scope, entities: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const namespaces = new Map(outside.namespaces)
  for (const [, key = '', quoted = ''] of tag.matchAll(attribute)) {
    if (!/^xmlns(?:$|:)/.test(key)) continue
    const address = quoted.slice(1, -1).replace(/&[\w.-]+;/g, reference => entities.get(reference) ?? reference)
    namespaces.set(key.slice(6), address)
    // Each tag may copy them all: so many are written only to keep a reader busy.
    if (namespaces.size > MOST_NAMESPACES) throw new SyntaxError('too many namespaces')
  }
  return namespaces
}

/** Returns a tag without the attributes of foreign namespaces, without these, and without paths on somebody's disk. */
function withoutNotes(tag: string, { namespaces }: Scope, used: UsedNames, inner: StripInner): string {
  return tag.replace(attribute, (whole, key: string, quoted: string) => {
    const [prefix, local] = parted(key)
    const space = namespaces.get(prefix === 'xmlns' ? local : prefix)
    if (prefix !== '' && space !== undefined && !seen.has(space)) return ''
    const value = quoted.slice(1, -1).trim()
    if (used.isIdle(key, value)) return ''
    if (local !== 'href' && local !== 'base') return value.includes('url(') ? withoutAddresses(whole) : whole
    if (/^(?:file:|[a-z]:|[/\\])/i.test(value)) return ''
    return /^data:/i.test(value) ? ` ${key}="${strippedUri(value, inner)}"` : whole
  })
}

/** A picture that cannot be read is not seen either. */
function strippedUri(uri: string, inner: StripInner): string {
  const bytes = dataUriBytes(uri.replace(/&#(?:10|13|x0?[ad]);/gi, ''))
  const stripped = bytes && inner(bytes)
  return stripped ? dataUri(stripped.bytes, stripped.mediaType) : 'data:,'
}

function parted(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)]
}

/** Its XML declaration goes with the instructions, for UTF-8 needs none. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const label = /<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // No encoding that anybody knows.
    return new TextDecoder().decode(bytes)
  }
}
