import type { Genre, Meta, Organisation, Person, Status } from '../../article/article.js'
import { isIsoDate } from '../../article/iso-date.js'
import type { Package } from '../../ooxml/open-package.js'
import { childOf, elementsOf, wordsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { cleanText } from '../clean-text.js'
import { genres } from '../front-matter/genres.js'

/** What a file says about itself: its properties by name, in lower case. */
export interface FileProperties {
  core: Map<string, string>
  custom: Map<string, string>
  company: string | undefined
  /** The program that wrote the file last. */
  application: string | undefined
}

/** Reads the properties of a package, wherever its relationships say they are. */
export function readProperties(file: Package): FileProperties {
  const properties: FileProperties = { core: new Map(), custom: new Map(), company: undefined, application: undefined }
  for (const { type, target } of file.relationships('').values()) {
    // The strict form writes the last two as one word.
    const kind = /^(core|custom|extended)-?properties$/i.exec(type)?.[1]
    const root = kind && file.xml(target)
    if (!root) continue
    if (kind === 'core') for (const each of elementsOf(root)) put(properties.core, each.name.replace(/^.*:/, ''), each)
    if (kind === 'custom') for (const each of elementsOf(root)) put(properties.custom, each.attributes.name ?? '', each)
    if (kind === 'extended') {
      properties.company = wordsOf(childOf(root, 'ap:Company')).trim() || undefined
      properties.application = wordsOf(childOf(root, 'ap:Application')).trim() || undefined
    }
  }
  return properties
}

function put(into: Map<string, string>, name: string, element: XmlElement): void {
  const words = cleanText(wordsOf(element)).replace(/\s+/g, ' ').trim()
  if (words !== '') into.set(name.toLowerCase(), words)
}

const statuses: readonly Status[] = ['draft', 'final', 'withheld', 'retracted']

/** Returns the metadata that the properties hold. Custom properties say exactly what the standard ones only hint at. */
export function metaOf({ core, custom, company }: FileProperties): Partial<Meta> {
  const section = custom.get('section')
  const url = custom.get('url')
  const status = (custom.get('status') ?? core.get('contentstatus'))?.toLowerCase()
  const genre = custom.get('genre') as Genre | undefined
  const category = core.get('category')
  const rights = custom.get('rights')
  const id = core.get('identifier')
  return present({
    description: core.get('description'),
    published: dateOf(custom.get('published')),
    updated: dateOf(custom.get('updated')),
    embargoed: dateOf(custom.get('embargo')),
    expires: dateOf(custom.get('expires')),
    id: id !== url ? id : undefined,
    slug: custom.get('slug'),
    url,
    canonicalUrl: custom.get('canonical url'),
    section,
    tags: listOf(core.get('keywords')),
    categories: category === section ? undefined : listOf(category),
    genre: genre && genres.includes(genre) ? genre : undefined,
    publisher: company ? publisherOf(company, custom) : undefined,
    rights: rights ? { notice: rights } : undefined,
    status: statuses.find(known => known === status),
  })
}

function publisherOf(name: string, custom: ReadonlyMap<string, string>): Organisation {
  const [url, logo] = [custom.get('publisher url'), custom.get('publisher logo')]
  return { name, ...(url !== undefined && /^https?:\/\//.test(url) && { url }), ...(logo !== undefined && { logo }) }
}

const dateOf = (text: string | undefined): string | undefined => (text && isIsoDate(text) ? text : undefined)

function listOf(text: string | undefined): string[] | undefined {
  const items = text?.split(/\s*[,;]\s*/).filter(Boolean)
  return items && items.length > 0 ? [...new Set(items)] : undefined
}

function present(meta: { [Name in keyof Meta]?: Meta[Name] | undefined }): Partial<Meta> {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined)) as Partial<Meta>
}

/**
 * Divides the people of the byline: who the file's `creator` names is an author, who stands beside them has contributed, and
 * their job is what they did.
 */
export function dividePeople(
  people: readonly Person[],
  creators: string | undefined,
): Pick<Meta, 'authors' | 'contributors'> {
  const named = creators?.split(/\s*;\s*/).filter(Boolean) ?? []
  if (people.length === 0) return { authors: named.map(name => ({ name })) }
  const isAuthor = (person: Person): boolean => named.length === 0 || named.includes(person.name)
  const authors = people.filter(isAuthor)
  if (authors.length === 0) return { authors: [...people] }
  const contributors = people
    .filter(person => !isAuthor(person))
    .map(({ jobTitle, ...person }) => ({ ...person, ...(jobTitle && { role: jobTitle }) }))
  return { authors, ...(contributors.length > 0 && { contributors }) }
}
