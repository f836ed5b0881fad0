import type { Person } from '../../article/article.js'
import { oneLine } from '../../article/one-line.js'
import { cleanText } from '../clean-text.js'
import { nameSuffixes, particles } from '../markdown/attribution-words.js'
import { isPlace } from '../places.js'
import { isHouse, takeDetails } from './byline-details.js'
import { type Entry, isEmpty, type MapEntry } from './entry.js'
import {
  complain,
  entriesOf,
  type FieldContext,
  type Named,
  pick,
  pickNamed,
  present,
  readText,
  readUrl,
  reportUnread,
  textIn,
  urlIn,
} from './values.js'

/** People by where they are named: in the byline or beside it. */
export interface People {
  authors: Person[]
  contributors: Person[]
}

/** Roles that write: the byline is theirs. A role that is in neither list stays in the byline too, as the author gave it. */
const writing = new Set(['author', 'writer', 'byline', 'reporter', 'by', 'autor', 'auteur', 'autore'])

/** Roles that help: who has one is a contributor, not an author. */
const helping =
  /^(?:copy |sub|photo |picture |video |managing |assistant |guest )?(?:edit(?:or|ed|ing)|editors?|sub-?editor|photo(?:s|grapher|graphs?|graphy)?|pictures?|illustrat(?:or|ions?)|translat(?:or|ion)|produc(?:er|tion)|research(?:er)?|fact[- ]?check(?:er|ing)?|graphics?|design(?:er)?|video(?:grapher)?|audio|camera|data visuali[sz]ation|contributor|additional reporting|reporting contributions?|interviewer|proofread(?:er|ing)|traduction|traductrice|traducteur|übersetzung|redaktion|fotograf(?:ie|in)?)(?: by)?$/i

/**
 * Reads authors from a string, a list of strings or a list of maps; who has another role than writing there is a contributor.
 * The job behind a name in a byline makes none: it says who has written.
 */
export function readAuthors(field: Named, context: FieldContext): People {
  const people: People = { authors: [], contributors: [] }
  for (const entry of entriesOf(field.entry)) {
    for (const person of readPeople({ ...field, entry }, context)) {
      const role = entry.kind === 'map' ? person.role?.toLowerCase() : undefined
      if (role && writing.has(role)) delete person.role
      const list = role && helping.test(role) ? 'contributors' : 'authors'
      context.place(`${list}.${people[list].length}`, entry)
      people[list].push(person)
    }
  }
  return people
}

/** Reads people who are not in the byline; `role` is what a field such as `photographer` says of all of them. */
export function readContributors(field: Named, role: string | undefined, context: FieldContext): Person[] {
  return entriesOf(field.entry).flatMap(entry =>
    readPeople({ ...field, entry }, context).map(person => (role && !person.role ? { ...person, role } : person)),
  )
}

function readPeople(field: Named, context: FieldContext): Person[] {
  const { entry } = field
  if (isEmpty(entry)) return []
  if (entry.kind === 'scalar') return readByline(cleanText(entry.text))
  const person = entry.kind === 'map' ? readPerson(entry, context) : undefined
  if (!person) complain(field, 'a name, or a map with a `name`, is needed', context)
  return person ? [person] : []
}

/** Reads a map: `{name, role, title, affiliation, email, url}`, where `name` may be `{given, family}`. */
export function readPerson(map: MapEntry, context: FieldContext): Person | undefined {
  const name = readName(map, context)
  if (!name) return undefined
  const sameAs = pickNamed(map, 'sameAs', 'social', 'profiles', 'orcid')
  const kind = textIn(map, context, 'kind', 'type')?.toLowerCase()
  const person: Person = {
    name,
    ...present({
      kind:
        kind && /^organi[sz]ation|^agency|^desk|^company/.test(kind)
          ? ('organisation' as const)
          : kind === 'person'
            ? ('person' as const)
            : undefined,
      role: textIn(map, context, 'role', 'roles'),
      jobTitle: textIn(map, context, 'jobTitle', 'title', 'job', 'position'),
      affiliation: readAffiliation(
        pickNamed(map, 'affiliation', 'affiliations', 'organization', 'organisation', 'org', 'employer'),
        context,
      ),
      location: textIn(map, context, 'location', 'city', 'place'),
      email: textIn(map, context, 'email', 'mail'),
      url: urlIn(map, context, 'url', 'website', 'link', 'homepage'),
      image: urlIn(map, context, 'image', 'photo', 'avatar', 'picture', 'profileImage'),
      bio: textIn(map, context, 'bio', 'biography', 'description'),
      sameAs: sameAs && readAddresses(sameAs, context),
    }),
  }
  reportUnread(map, 'a person', context)
  return person
}

function readName(map: MapEntry, context: FieldContext): string | undefined {
  const name = pickNamed(map, 'name', 'fullName', 'displayName', 'author', 'literal')
  const parts = name?.entry.kind === 'map' ? name.entry : map
  if (name && name.entry.kind !== 'map') return readText(name, context)
  const given = textIn(parts, context, 'given', 'givenName', 'first', 'firstName', 'givenNames')
  const particle = textIn(parts, context, 'particle', 'nonDroppingParticle', 'droppingParticle')
  const family = textIn(parts, context, 'family', 'familyName', 'last', 'lastName', 'surname')
  const suffix = textIn(parts, context, 'suffix')
  return [given, particle, family, suffix].filter(Boolean).join(' ') || textIn(parts, context, 'literal', 'full')
}

function readAffiliation(field: Named | undefined, context: FieldContext): string | undefined {
  if (!field) return undefined
  const names = entriesOf(field.entry).flatMap(entry => {
    const named = entry.kind === 'map' ? pick(entry, 'name') : entry
    return named ? (readText({ ...field, entry: named }, context) ?? []) : []
  })
  return names.join('; ') || undefined
}

/** Addresses in a list, or as the values of a map (`{mastodon: …}`); an ORCID may be bare. */
export function readAddresses(field: Named, context: FieldContext): string[] | undefined {
  const { entry } = field
  if (entry.kind === 'scalar' && /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(entry.text))
    return [`https://orcid.org/${entry.text}`]
  const items: Entry[] = entry.kind === 'map' ? [...entry.fields.values()] : entriesOf(entry)
  const urls = items.flatMap(item => readUrl({ ...field, entry: item }, context) ?? [])
  return urls.length > 0 ? urls : undefined
}

/** One name and its job, `Jane Doe, Political Editor`, or names; behind them where and for whom they report. */
export function readByline(byline: string): Person[] {
  const line = oneLine(byline)
  if (line !== '' && !parted.test(line)) return [personOrHouse(line)]
  return eachForItself(line) ?? togetherIn(line)
}

/** `Jane Doe, AP, and John Roe, Reuters`: each has a place or an agency of their own. */
function eachForItself(byline: string): Person[] | undefined {
  const groups = byline.split(betweenGroups).filter(Boolean)
  if (groups.length < 2 || !groups.slice(0, -1).some(hasDetails)) return undefined
  const people = groups.flatMap(togetherIn)
  return people.every(({ name }) => looksLikePerson(name)) ? people : undefined
}

const hasDetails = (group: string): boolean => Object.keys(takeDetails(group).details).length > 0

function togetherIn(byline: string): Person[] {
  const { names, details } = takeDetails(byline)
  const people = peopleIn(names)
  if (Object.keys(details).length === 0) return people
  // Behind what is no name of a person they may be a part of it: "Ministry of Trade, London".
  return people.every(({ name }) => looksLikePerson(name))
    ? people.map(person => ({ ...person, ...details }))
    : peopleIn(byline)
}

function peopleIn(byline: string): Person[] {
  const names = splitNames(byline)
  const [name, job, ...more] = names.length === 1 ? names[0]!.split(/,\s+/) : []
  if (name && job && more.length === 0 && isJob(job) && looksLikePerson(name))
    return [{ ...namedPerson(name), role: job }]
  return names.map(personOrHouse)
}

const personOrHouse = (text: string): Person =>
  isHouse(text) ? { name: text, kind: 'organisation' } : namedPerson(text)

/** `Jane Doe <jane@example.org>`, and `By` before a byline. */
function namedPerson(text: string): Person {
  const found = text.endsWith('>') ? /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text) : undefined
  return found?.[1] ? { name: found[1], email: found[2]! } : { name: text }
}

/** "And" as bylines have it, from English to Vietnamese; a sign that has no other use in a name parts with blanks beside it. */
const and = '(?:and|und|et|y|e|och|og|i|en|ja|a|и|і|та|και|ve|és|[șş]i|và)'
const betweenGroups = new RegExp(`\\s*[;；]\\s*|,?\\s+${and}\\s+`)
const separators = new RegExp(`\\s*[;；、]\\s*|\\s*,\\s+${and}\\s+|\\s+(?:${and}|[&/|])\\s+|\\s*[,،，]\\s*`)
/** Where nothing of the kind stands, a byline is one name: a look that spares most of them the rest. */
const parted = new RegExp(`[,،，、;；&/|()（）<>]|^by|\\s${and}\\s`, 'i')

/** Last words of what is no person's name, but a job or a desk. */
const jobs = new Set(
  [
    'editor correspondent reporter writer journalist columnist commentator critic analyst economist strategist researcher',
    'photographer producer director executive president chair minister secretary adviser fellow professor lecturer',
    'desk staff team bureau',
    'redakteur redakteurin korrespondent korrespondentin journalistin reporterin autor autorin',
    'journaliste correspondante correspondant corresponsal giornalista',
  ].flatMap(line => line.split(' ')),
)

/**
 * Splits a byline into names: at ` and `, `&`, `/` and `;`, and at commas, but only where every part has the shape of a person's
 * name or is an agency or a paper. `Ministry of Trade and Industry`, `Johnson & Johnson` and `Jane Doe, PhD` stay whole.
 */
export function splitNames(byline: string): string[] {
  const line = oneLine(byline)
  // Looked at only behind a "by": a pattern with classes of Unicode takes long to compile.
  const text = /^by/i.test(line) ? line.replace(/^by:?\s+(?=\p{Lu})/iu, '') : line
  if (text === '') return []
  const parts = text
    .split(separators)
    .map(part => part.trim())
    .filter(Boolean)
  return parts.length > 1 && parts.every(part => looksLikePerson(part) || isHouse(part)) ? parts : [text]
}

/** Whether words name a job or a desk, of one or of several: "Staff Writers" stands behind two names. */
const isJob = (words: string): boolean => jobs.has(lastWord(words).replace(/s$/, ''))

const lastWord = (name: string): string => name.split(' ').at(-1)!.replace(/\./g, '').toLowerCase()

/**
 * Two to five words that each begin with a capital (or in a script that has none), or with a particle between two such; in
 * Chinese and Japanese a word of two to six characters.
 */
function looksLikePerson(name: string): boolean {
  const bare = name.replace(/\s*<[^<>]*>$/, '')
  const words = bare.split(' ')
  if (words.length === 1) return /^[\u3040-\u30ff\u3400-\u9fff]{2,6}$/.test(words[0]!)
  return (
    words.length <= 5 &&
    !nameSuffixes.has(lastWord(bare)) &&
    !isJob(bare) &&
    !isPlace(bare) &&
    // Another newspaper.
    words[0] !== 'The' &&
    !isHouse(bare) &&
    words.every(
      (word, at) =>
        !/[:,]$/.test(word) &&
        (/^[\p{Lu}\p{Lo}]/u.test(word) ||
          (at > 0 && at < words.length - 1 && particles.has(word.toLowerCase().replace(/-.*$/, '')))),
    )
  )
}
