import type { Citation, Organisation, Policies, Rights, Topic, Translation } from '../../article/article.js'
import { type Entry, isEmpty, type MapEntry } from './entry.js'
import { readAddresses } from './people.js'
import {
  complain,
  entriesOf,
  type FieldContext,
  type Named,
  pickNamed,
  plainName,
  present,
  readText,
  readUrl,
  reportUnread,
  textIn,
  urlIn,
} from './values.js'

const policyNames = [
  'publishingPrinciples',
  'correctionsPolicy',
  'ethicsPolicy',
  'diversityPolicy',
  'verificationFactCheckingPolicy',
  'unnamedSourcesPolicy',
  'actionableFeedbackPolicy',
  'ownershipFundingInfo',
  'masthead',
] as const satisfies readonly (keyof Policies)[]

/** Reads a publisher, a source or a sponsor from its name or from a map. */
export function readOrganisation(field: Named, context: FieldContext): Organisation | undefined {
  const { entry } = field
  if (isEmpty(entry)) return undefined
  if (entry.kind === 'list') return readOrganisation({ ...field, entry: entry.items[0]! }, context)
  if (entry.kind === 'scalar' && typeof entry.value !== 'boolean') return { name: readText(field, context)! }
  const name = entry.kind === 'map' ? textIn(entry, context, 'name', 'title') : undefined
  if (!name || entry.kind !== 'map') {
    complain(field, 'a name, or a map with a `name`, is needed', context)
    return undefined
  }
  const sameAs = pickNamed(entry, 'sameAs', 'social', 'profiles')
  const organisation = {
    name,
    ...present({
      url: urlIn(entry, context, 'url', 'website', 'link'),
      logo: readLogo(entry, context),
      sameAs: sameAs && readAddresses(sameAs, context),
      policies: readPolicies(entry, context),
    }),
  }
  reportUnread(entry, 'an organisation', context)
  return organisation
}

function readLogo(map: MapEntry, context: FieldContext): string | undefined {
  const logo = pickNamed(map, 'logo', 'image')
  return logo?.entry.kind === 'map' ? urlIn(logo.entry, context, 'url', 'src') : logo && readUrl(logo, context)
}

/** Policies stand in a map of their own or beside the publisher's name, as schema.org has them. */
function readPolicies(map: MapEntry, context: FieldContext): Policies | undefined {
  const own = pickNamed(map, 'policies')?.entry
  const policies: Policies = {}
  for (const name of policyNames) {
    const url = (own?.kind === 'map' && urlIn(own, context, name)) || urlIn(map, context, name)
    if (url) policies[name] = url
  }
  if (own?.kind === 'map') reportUnread(own, 'the policies of an organisation', context)
  return Object.keys(policies).length > 0 ? policies : undefined
}

/** Reads `rights`, `copyright` or `license`: a notice, a holder's name, or a map of both. */
export function readRights(field: Named, context: FieldContext): Rights | undefined {
  const { entry, name } = field
  if (isEmpty(entry)) return undefined
  if (entry.kind === 'map') {
    const rights = present({
      holder: textIn(entry, context, 'holder', 'copyrightHolder', 'owner', 'name'),
      notice: textIn(entry, context, 'notice', 'copyright', 'statement', 'text'),
      license: textIn(entry, context, 'license', 'licence', 'licenseUrl'),
      terms: textIn(entry, context, 'terms', 'usage', 'usageTerms'),
    })
    reportUnread(entry, 'rights', context)
    return Object.keys(rights).length > 0 ? rights : undefined
  }
  const text = readText(field, context)
  if (text === undefined) return undefined
  const plain = plainName(name)
  if (plain === 'license' || plain === 'licence') return { license: text }
  if (plain === 'copyrightholder') return { holder: text }
  if (plain === 'usageterms') return { terms: text }
  const isNotice = /©|\(c\)|copyright|rights|\d{4}|licen[cs]e|\bCC\b/i.test(text)
  return plain === 'copyright' && !isNotice ? { holder: text } : { notice: text }
}

const topicKinds: { readonly [word: string]: Topic['kind'] } = {
  person: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  company: 'organisation',
  place: 'place',
  location: 'place',
  country: 'place',
  city: 'place',
  event: 'event',
  thing: 'thing',
}

/** Reads what a story is about, or what it mentions: names, or maps with `name`, `kind`, `url`. */
export function readTopics(field: Named, context: FieldContext): Topic[] | undefined {
  const topics = listOf(field).flatMap((entry): Topic[] => {
    if (entry.kind === 'scalar') return [{ name: readText({ ...field, entry }, context)! }]
    const name = entry.kind === 'map' ? textIn(entry, context, 'name', 'title') : undefined
    if (!name || entry.kind !== 'map') {
      complain({ ...field, entry }, 'a name, or a map with a `name`, is needed', context)
      return []
    }
    const sameAs = pickNamed(entry, 'sameAs', 'wikidata')
    const kind = topicKinds[textIn(entry, context, 'kind', 'type')?.toLowerCase() ?? '']
    const url = urlIn(entry, context, 'url', 'link')
    reportUnread(entry, 'a topic', context)
    return [{ name, ...present({ kind, url, sameAs: sameAs && readAddresses(sameAs, context) }) }]
  })
  return topics.length > 0 ? topics : undefined
}

function listOf(field: Named): Entry[] {
  const { entry } = field
  if (entry.kind === 'scalar')
    return entry.text
      .split(/[,;]/)
      .map(text => ({ ...entry, value: text.trim(), text: text.trim() }))
      .filter(item => !isEmpty(item))
  return entriesOf(entry).filter(item => !isEmpty(item))
}

/** Reads works that the story draws on: addresses, or maps with `name` and `url`. */
export function readCitations(field: Named, context: FieldContext): Citation[] | undefined {
  const citations = entriesOf(field.entry).flatMap((entry): Citation[] => {
    if (isEmpty(entry)) return []
    const url =
      entry.kind === 'map' ? urlIn(entry, context, 'url', 'link', 'href') : readUrl({ ...field, entry }, context)
    if (!url) {
      if (entry.kind === 'map') complain({ ...field, entry }, 'an address is needed in each (`url`)', context)
      return []
    }
    const name = entry.kind === 'map' ? textIn(entry, context, 'name', 'title') : undefined
    if (entry.kind === 'map') reportUnread(entry, 'a citation', context)
    return [{ ...(name && { name }), url }]
  })
  return citations.length > 0 ? citations : undefined
}

/** Reads other language versions: a list of `{language, url}`, or a map from language to address. */
export function readTranslations(field: Named, context: FieldContext): Translation[] | undefined {
  const { entry } = field
  const pairs: (readonly [string | undefined, Named | undefined])[] =
    entry.kind === 'map' && !pickNamed(entry, 'url', 'href')
      ? [...entry.fields].map(([name, each]) => [name, { name, entry: each }])
      : entriesOf(entry).map(each =>
          each.kind === 'map'
            ? [textIn(each, context, 'language', 'lang', 'hreflang', 'locale'), pickNamed(each, 'url', 'href', 'link')]
            : [undefined, undefined],
        )
  const translations = pairs.flatMap(([written, address]): Translation[] => {
    const language = written && canonicalLanguage(written)
    const url = address && readUrl(address, context)
    if (!language || !url) complain(field, 'each needs a language such as "fr" and an address', context)
    return language && url ? [{ language, url }] : []
  })
  return translations.length > 0 ? translations : undefined
}

/** Tags by how they were written: those of a run are few, and asking for each costs as much as a paragraph. */
const tags = new Map<string, string | undefined>()
const MOST_TAGS = 100

/** Returns a language tag in its canonical form (`en_gb` is `en-GB`); undefined for what is none (BCP 47). */
export function canonicalLanguage(written: string): string | undefined {
  if (tags.has(written)) return tags.get(written)
  const tag = toCanonical(written)
  if (tags.size < MOST_TAGS) tags.set(written, tag)
  return tag
}

function toCanonical(written: string): string | undefined {
  // A language has two or three letters: "english" is well-formed, but no language has that tag.
  if (!/^[a-z]{2,3}(?:[-_.]|$)/i.test(written.trim())) return undefined
  try {
    return Intl.getCanonicalLocales(
      written
        .trim()
        .replace(/\.[\w-]+$/, '')
        .replaceAll('_', '-'),
    )[0]
  } catch {
    return undefined
  }
}
