import type { Article } from '../article/article.js'
import { addressPart, webUrl } from './address.js'

/** Returns the absolute address of a story: its own, else the one that the pattern gives; undefined where neither does. */
export function storyAddress(
  article: Article,
  pattern: string | undefined,
  site: string | undefined,
): string | undefined {
  const { meta } = article
  const base = site === undefined ? undefined : `${site.replace(/\/$/, '')}/`
  const own = webUrl(meta.url, base) ?? webUrl(meta.canonicalUrl, base)
  if (own !== undefined || pattern === undefined) return own
  const parts = partsOf(article)
  let complete = true
  const address = pattern.replace(field, (_, name: string) => {
    const part = parts.get(name)
    if (part === undefined) complete = false
    return addressPart((part ?? '').toLowerCase().replace(/\s+/g, '-'))
  })
  return complete ? webUrl(address, base) : undefined
}

/** Returns what a story without an address lacks, as the end of a message: of the pattern that would give it one, if any. */
export function lackOfAddress(article: Article, pattern: string | undefined): string {
  const parts = partsOf(article)
  const asked = [...(pattern ?? '').matchAll(field)].map(([, name]) => name!)
  const unknown = asked.find(name => !parts.has(name))
  if (unknown) {
    const known = [...parts.keys()].map(name => `\`{${name}}\``)
    return `: \`${pattern}\` asks for \`{${unknown}}\`, which is none of ${known.join(', ')}`
  }
  const lacking = asked.find(name => parts.get(name) === undefined)
  return lacking ? `: \`${pattern}\` asks for \`${lacking}\`, which it lacks` : ''
}

const field = /\{(\w+)\}/g

/** A story without a slug goes by the name of its file. */
function partsOf({ meta, data }: Article): ReadonlyMap<string, string | undefined> {
  const { slug = data?.name, id, section, published } = meta
  const [year, month, day] = published?.slice(0, 10).split('-') ?? []
  return new Map(Object.entries({ slug, id, year, month, day, section, folder: data?.folder }))
}
