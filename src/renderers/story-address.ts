import type { Article } from '../article/article.js'
import { webUrl } from './address.js'

/** Returns the absolute address of a story: its own, else the one that the pattern gives; undefined where neither does. */
export function storyAddress(
  { meta }: Article,
  pattern: string | undefined,
  site: string | undefined,
): string | undefined {
  const base = site === undefined ? undefined : `${site.replace(/\/$/, '')}/`
  const own = webUrl(meta.url, base) ?? webUrl(meta.canonicalUrl, base)
  if (own !== undefined || pattern === undefined) return own
  const [year, month, day] = meta.published?.slice(0, 10).split('-') ?? []
  const parts: { [name: string]: string | undefined } = {
    slug: meta.slug,
    id: meta.id,
    year,
    month,
    day,
    section: meta.section,
  }
  let complete = true
  const address = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name]
    if (part === undefined) complete = false
    return encodeURIComponent((part ?? '').toLowerCase().replace(/\s+/g, '-'))
  })
  return complete ? webUrl(address, base) : undefined
}
