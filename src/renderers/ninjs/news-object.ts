import type { Article, IsoDate, Meta } from '../../article/article.js'
import { plainText, wordCount } from '../../article/text.js'
import { labelsFor } from '../../locale/labels.js'
import { cleanText } from '../characters.js'
import { momentOf, toRfc3339 } from '../feed/feed-date.js'
import { freePart } from '../free-part.js'
import { feedHtml } from '../html/feed-html.js'
import { type Ids, idsOf } from '../jsonld/ids.js'
import type { RenderContext } from '../renderer.js'
import { reportCharacters } from '../report-characters.js'
import { summaryOf } from '../summary.js'
import { pictures } from './associations.js'
import type { NinjsOptions } from './index.js'
import { named } from './named.js'
import type { Ninjs, Words } from './ninjs-types.js'

type Context = RenderContext<NinjsOptions>

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
}

/** Returns an article as a ninjs object, without anything empty. */
export async function newsObject(article: Article, context: Context): Promise<Ninjs> {
  const { meta } = article
  const ids = await idsOf(article, context.site)
  const free = freePart(article, context.site.paywall ?? 'full', context.report)
  const { timezone } = context.site
  const time = (date: IsoDate | undefined) => (date === undefined ? undefined : toRfc3339(momentOf(date, timezone)))
  const item: Loose<Ninjs> = {
    uri: ids.article,
    standard,
    type: 'text',
    representationType: free === article ? 'full' : 'partial',
    firstCreated: time(meta.published),
    versionCreated: time(meta.updated ?? meta.published),
    embargoedUntil: time(meta.embargoed),
    expires: time(meta.expires),
    pubStatus: pubStatus(meta),
    ...rights(meta, ids),
    edNote: corrections(meta),
    language: meta.language,
    headlines: words([
      ['main', meta.title],
      ['subtitle', meta.subtitle],
      ['kicker', meta.kicker],
    ]),
    descriptions: words([['summary', summaryOf(free)]]),
    bodies: await bodies(free, ids, context),
    by: byline(meta),
    slugline: meta.slug,
    located: meta.dateline?.place,
    ...named(free, ids),
    altIds: meta.id !== undefined && meta.id !== ids.article ? [{ role: 'internal', value: meta.id }] : undefined,
    associations: pictures(free, ids),
  }
  return tidy(item, article, context)
}

/** Everything may be absent while the object is put together. */
type Loose<Type> = { [Name in keyof Type]: Type[Name] | undefined }

function pubStatus({ status }: Meta): Ninjs['pubStatus'] {
  if (status === 'retracted') return 'canceled'
  return status === 'draft' || status === 'withheld' ? 'withheld' : 'usable'
}

function rights({ rights }: Meta, ids: Ids): Partial<Loose<Ninjs>> {
  if (!rights) return {}
  const linked = rights.license && /^https?:/.test(rights.license) ? ids.resolve(rights.license) : undefined
  const said = rights.terms?.startsWith('/') ? (ids.resolve(rights.terms) ?? rights.terms) : rights.terms
  const terms = [said, linked ? undefined : rights.license].filter(Boolean).join(' · ')
  return {
    copyrightHolder: rights.holder,
    copyrightNotice: rights.notice,
    usageTerms: terms,
    rightsInfo: linked ? { linkedRights: linked } : undefined,
  }
}

function corrections({ corrections = [], language }: Meta): string {
  const labels = labelsFor(language)
  return corrections
    .map(({ kind, date, text }) => `${labels[kind]}${date ? ` (${date})` : ''}${labels.colon} ${text}`)
    .join('\n')
}

function words(all: readonly (readonly [string, string | undefined])[]): Words[] {
  return all.flatMap(([role, value]) => (value ? [{ role, contentType: 'text/plain', value }] : []))
}

async function bodies(article: Article, ids: Ids, context: Context): Promise<Ninjs['bodies']> {
  const plain = plainText(article)
  const count = { charCount: plain.length, wordCount: wordCount(article) }
  const html = context.options.html ? await feedHtml(article, ids.url, context) : ''
  return [
    ...(html ? [{ role: 'main', contentType: 'text/html', ...count, value: html }] : []),
    ...(plain ? [{ role: 'main', contentType: 'text/plain', ...count, value: plain }] : []),
  ]
}

function byline({ authors, language }: Meta): string {
  const names = authors.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(labelsFor(language).comma)} ${labelsFor(language).and} ${last}`
}

/** Takes out what is empty and what no format may hold. */
function tidy(item: Loose<Ninjs>, article: Article, context: Context): Ninjs {
  const removed = new Set<string>()
  const repaired = new Set<string>()
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const result = cleanText(value)
      for (const code of result.removed) removed.add(code)
      for (const code of result.repaired) repaired.add(code)
      return result.text.trim() === '' ? undefined : result.text
    }
    if (Array.isArray(value)) {
      const list = value.map(clean).filter(each => each !== undefined)
      return list.length > 0 ? list : undefined
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, each]) => [name, clean(each)] as const)
    const kept = entries.filter(([, each]) => each !== undefined)
    // Words without a value and somebody without a name say nothing.
    const lost = entries.some(([name, each]) => each === undefined && (name === 'value' || name === 'name'))
    return kept.length > 0 && !lost ? Object.fromEntries(kept) : undefined
  }
  const tidied = clean(item) as Ninjs
  reportCharacters({ removed: [...removed].sort(), repaired: [...repaired].sort() }, article, context.report)
  return tidied
}
