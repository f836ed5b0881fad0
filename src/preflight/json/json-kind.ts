import { isThing } from './fault.js'

/** What a document in JSON may be, beside a saved article. */
export type JsonKind = 'jsonfeed' | 'ninjs' | 'jsonld'

/** Members of a news object by which one that does not name its standard is known. */
const newsMembers = [
  'headlines',
  'headline',
  'bodies',
  'body_html',
  'body_text',
  'pubstatus',
  'pubStatus',
  'versioncreated',
]

/** Returns what a text in JSON is by what it says of itself; undefined for a saved article and for anything else. */
export function jsonKindOf(text: string): JsonKind | undefined {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  const [first = value] = Array.isArray(value) ? value : []
  if (!isThing(first) || first.type === 'article') return undefined
  if ('@context' in first || '@graph' in first || '@type' in first) return 'jsonld'
  if (typeof first.version === 'string' && /\bjsonfeed\.org\//.test(first.version)) return 'jsonfeed'
  if (Array.isArray(first.items) && 'title' in first) return 'jsonfeed'
  return isNewsObject(first) ? 'ninjs' : undefined
}

function isNewsObject(value: { readonly [member: string]: unknown }): boolean {
  if (isThing(value.standard) && value.standard.name === 'ninjs') return true
  return newsMembers.some(name => name in value) && ('uri' in value || 'type' in value)
}
