import { type Fault, isThing, step } from '../json/fault.js'
import { type LdThing, typesOf } from './ld-thing.js'
import { ancestorsOf, isClass } from './vocabulary.js'

/**
 * Returns what Google's Article page recommends and a document lacks or has otherwise than it says: headline, pictures,
 * dates with a zone, every author by name and page, the publisher's logo, the marks of a paywall.
 */
export function checkGoogle(document: unknown): Fault[] {
  const things = allThings(document)
  const byId = new Map<unknown, LdThing['value']>()
  for (const { value } of things) {
    const id = value['@id']
    // What several nodes of one id say is said of one thing (JSON-LD 1.1, 4.2).
    if (id !== undefined && Object.keys(value).length > 1) byId.set(id, { ...byId.get(id), ...value })
  }
  const resolve: Resolve = value => (isThing(value) && '@id' in value ? byId.get(value['@id']) : value)
  const articles = things.filter(({ value }) => isArticle(value) && !isPart(value, things))
  if (articles.length === 0)
    return [
      {
        rule: 'google-article',
        path: '',
        severity: 'info',
        reason: 'there is no Article, NewsArticle or BlogPosting in the document',
      },
    ]
  return articles.flatMap(article => checkArticle(article, resolve))
}

type Resolve = (value: unknown) => unknown

function allThings(value: unknown, path = ''): LdThing[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => allThings(each, step(path, index)))
  if (!isThing(value)) return []
  const inside = Object.entries(value).flatMap(([name, each]) =>
    name === '@context' ? [] : allThings(each, step(path, name)),
  )
  return '@graph' in value ? inside : [{ path, value }, ...inside]
}

function isArticle(value: LdThing['value']): boolean {
  return typesOf(value).some(type => isClass(type) && ancestorsOf(type).has('Article')) && Object.keys(value).length > 2
}

/** The entries of a live blog are parts of it, and what is part of an article is none of its own. */
function isPart(value: LdThing['value'], things: readonly LdThing[]): boolean {
  return things.some(({ value: other }) =>
    [...list(other.liveBlogUpdate), ...list(other.hasPart)].some(
      each => each === value || (isThing(each) && each['@id'] !== undefined && each['@id'] === value['@id']),
    ),
  )
}

function checkArticle({ path, value }: LdThing, resolve: Resolve): Fault[] {
  return [
    ...checkHeadline(value, path),
    ...checkImages(value, path, resolve),
    ...checkDates(value, path),
    ...checkAuthors(value, path, resolve),
    ...checkPublisher(value, path, resolve),
    ...checkPaywall(value, path, resolve),
  ]
}

/** What is of HTML, not of plain text; other words in angle brackets may be meant. */
const marks =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);|<\/?(?:a|b|br|em|h\d|i|p|small|span|strong|sub|sup|u)\b[^<>]*>/i

/** Google once refused a headline of over 110 characters and still cuts a long one. */
const longest = 110

function checkHeadline({ headline }: LdThing['value'], path: string): Fault[] {
  if (typeof headline !== 'string' || headline.trim() === '')
    return [{ rule: 'google-headline', path, reason: 'the article has no `headline`' }]
  const markup = marks.exec(headline)?.[0]
  if (markup) {
    const reason = `\`headline\` holds \`${markup}\`, which is shown as it stands: it is plain text`
    return [{ rule: 'google-headline', path: step(path, 'headline'), reason }]
  }
  const length = [...headline].length
  if (length <= longest) return []
  const reason = `\`headline\` has ${length} characters; Google may cut it after ${longest}`
  return [{ rule: 'google-headline', path: step(path, 'headline'), reason }]
}

/** At least so many pixels, width by height. */
const fewestPixels = 50_000

function checkImages({ image }: LdThing['value'], path: string, resolve: Resolve): Fault[] {
  const images = list(image)
  if (images.length === 0)
    return [{ rule: 'google-image', path, reason: 'the article has no `image`', hint: 'give it a lead picture' }]
  return images.flatMap((each, index): Fault[] => {
    const at = step(path, Array.isArray(image) ? `image.${index}` : 'image')
    const picture = resolve(each)
    const url = isThing(picture) ? (picture.url ?? picture.contentUrl) : picture
    if (typeof url !== 'string' || !/^https?:\/\//.test(url))
      return [{ rule: 'google-image', path: at, reason: 'the picture has no absolute `url`' }]
    const pixels = isThing(picture) ? size(picture.width) * size(picture.height) : Number.NaN
    return pixels < fewestPixels
      ? [{ rule: 'google-image', path: at, reason: `the picture has ${pixels} pixels; ${fewestPixels} are the least` }]
      : []
  })
}

function size(value: unknown): number {
  const number = isThing(value) ? value.value : value
  return typeof number === 'number' ? number : Number.parseFloat(String(number))
}

function checkDates(article: LdThing['value'], path: string): Fault[] {
  const faults = ['datePublished', 'dateModified'].flatMap((name): Fault[] => {
    const date = article[name]
    if (typeof date !== 'string') return [{ rule: 'google-date', path, reason: `the article has no \`${name}\`` }]
    if (/T/.test(date) && !/(Z|[+-]\d\d:?\d\d)$/.test(date))
      return [{ rule: 'google-date', path: step(path, name), reason: `\`${name}\` is "${date}", without a time zone` }]
    return []
  })
  if (isBefore(article.dateModified, article.datePublished))
    faults.push({
      rule: 'google-date',
      path: step(path, 'dateModified'),
      reason: '`dateModified` is before `datePublished`',
    })
  return faults
}

/** Of two dates of which one has no time, only the days count. */
function isBefore(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false
  const bare = a.length <= 10 || b.length <= 10
  return bare ? a.slice(0, 10) < b.slice(0, 10) : Date.parse(a) < Date.parse(b)
}

function checkAuthors({ author }: LdThing['value'], path: string, resolve: Resolve): Fault[] {
  const authors = list(author)
  if (authors.length === 0) return [{ rule: 'google-author', path, reason: 'the article has no `author`' }]
  return authors.flatMap((each, index): Fault[] => {
    const at = step(path, Array.isArray(author) ? `author.${index}` : 'author')
    const person = resolve(each)
    if (!isThing(person))
      return [
        { rule: 'google-author', path: at, reason: 'the author is plain text; a `Person` or `Organization` is needed' },
      ]
    const { name } = person
    if (typeof name !== 'string' || name.trim() === '')
      return [{ rule: 'google-author', path: at, reason: 'the author has no `name`' }]
    if (/^by\b|\s(and|&)\s|,|;/i.test(name) && !typesOf(person).includes('Organization'))
      return [
        { rule: 'google-author', path: at, reason: `the author’s \`name\` is "${name}": one name alone belongs there` },
      ]
    if (person.url !== undefined || person.sameAs !== undefined) return []
    return [
      {
        rule: 'google-author',
        path: at,
        severity: 'info',
        reason: `the author "${name}" has neither \`url\` nor \`sameAs\`, by which Google tells people of one name apart`,
      },
    ]
  })
}

function checkPublisher({ publisher }: LdThing['value'], path: string, resolve: Resolve): Fault[] {
  const [organisation] = list(publisher).map(resolve)
  const at = step(path, 'publisher')
  // The page no longer asks for one; other readers do.
  if (!isThing(organisation))
    return [{ rule: 'google-publisher', path, severity: 'info', reason: 'the article has no `publisher`' }]
  if (typeof organisation.name !== 'string')
    return [{ rule: 'google-publisher', path: at, reason: 'the publisher has no `name`' }]
  return organisation.logo === undefined
    ? [{ rule: 'google-publisher', path: at, reason: 'the publisher has no `logo`', severity: 'info' }]
    : []
}

/** A paid part is marked by a class selector; the article and the part both say `false`. */
function checkPaywall(article: LdThing['value'], path: string, resolve: Resolve): Fault[] {
  const free = article.isAccessibleForFree
  const at = step(path, 'isAccessibleForFree')
  if (free !== undefined && typeof free !== 'boolean')
    return [{ rule: 'google-paywall', path: at, reason: '`isAccessibleForFree` is no `true` or `false`' }]
  return list(article.hasPart)
    .map(resolve)
    .filter(isThing)
    .filter(part => part.cssSelector !== undefined)
    .flatMap((part): Fault[] =>
      list(part.cssSelector).every(selector => /^\.[\w-]+$/.test(String(selector)))
        ? []
        : [
            {
              rule: 'google-paywall',
              path: step(path, 'hasPart'),
              reason: '`cssSelector` of the paid part is no class such as `.paywall`',
            },
          ],
    )
}

function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}
