import type { Genre, Meta, Status } from '../../article/article.js'
import { nearestName } from '../nearest-name.js'
import { readCorrections, readUpdates } from './changes.js'
import { genres } from './genres.js'
import { canonicalLanguage, readCitations, readOrganisation, readTopics, readTranslations } from './organisations.js'
import {
  at,
  complain,
  type FieldContext,
  type Named,
  readDateField,
  readText,
  readTexts,
  readUrl,
  readWords,
} from './values.js'

/** How one field of the metadata is read: the names that front matter gives it, and what its value must be. */
export type FieldTable = {
  readonly [Name in keyof Meta]?: {
    names: readonly string[]
    read(field: Named, context: FieldContext): Meta[Name] | undefined
  }
}

/**
 * Every field that is read by itself, with the names that Hugo, Jekyll, Quarto, Pandoc, Ghost and newsrooms give it. Names
 * are compared without case, hyphens and underscores. Authors, the lead picture, rights, status, access and the dateline
 * draw on several fields: `combined.ts`.
 */
export const fields: FieldTable = {
  title: { names: ['title', 'headline'], read: readWords },
  kicker: { names: ['kicker', 'eyebrow', 'label', 'overline'], read: readWords },
  subtitle: { names: ['subtitle', 'deck', 'standfirst', 'dek', 'subhead', 'subheadline'], read: readWords },
  description: {
    names: ['description', 'summary', 'excerpt', 'abstract', 'custom_excerpt', 'teaser', 'metaDescription'],
    read: readWords,
  },
  published: {
    // Of Hugo's two dates `publishDate` is that from which a story is shown.
    names: [
      'published',
      'publishDate',
      'date',
      'pubdate',
      'published_at',
      'datePublished',
      'pubDatetime',
      'publishedDate',
    ],
    read: readDateField,
  },
  updated: {
    names: [
      'updated',
      'lastmod',
      'modified',
      'dateModified',
      'dateUpdated',
      'updatedDate',
      'modDatetime',
      'last_modified_at',
      'updated_at',
      'lastModified',
    ],
    read: readDateField,
  },
  embargoed: { names: ['embargo', 'embargoed', 'embargoedUntil', 'embargoUntil'], read: readDateField },
  expires: { names: ['expiryDate', 'expires', 'expirationDate', 'unpublishDate'], read: readDateField },
  language: { names: ['language', 'lang', 'locale', 'inLanguage'], read: readLanguage },
  direction: { names: ['direction', 'dir'], read: readDirection },
  translations: { names: ['translations', 'alternates'], read: readTranslations },
  id: { names: ['id', 'guid', 'uuid'], read: readText },
  slug: { names: ['slug'], read: readText },
  url: { names: ['url', 'permalink', 'link'], read: readUrl },
  canonicalUrl: { names: ['canonical', 'canonicalUrl', 'canonical_url'], read: readUrl },
  section: { names: ['section', 'desk', 'articleSection'], read: readText },
  tags: { names: ['tags', 'keywords', 'tag'], read: readTexts },
  categories: { names: ['categories', 'category'], read: readTexts },
  genre: { names: ['genre'], read: readGenre },
  publisher: { names: ['publisher'], read: readOrganisation },
  source: { names: ['source', 'agency', 'wire'], read: readOrganisation },
  citations: { names: ['citations', 'citation', 'references'], read: readCitations },
  corrections: { names: ['corrections', 'correction'], read: readCorrections },
  about: { names: ['about'], read: readTopics },
  mentions: { names: ['mentions'], read: readTopics },
  sponsored: { names: ['sponsored', 'sponsor', 'sponsoredBy'], read: readOrganisation },
  updates: { names: ['updates', 'liveUpdates'], read: readUpdates },
  editorNote: { names: ['editorNote', 'deskNote', 'noteToEditors'], read: readText },
}

function readLanguage(field: Named, context: FieldContext): string | undefined {
  const text = readText(field, context)
  const language = text && canonicalLanguage(text)
  if (text && !language) complain(field, 'a language tag such as `en`, `pt-BR` or `ar` is needed', context)
  return language
}

function readDirection(field: Named, context: FieldContext): 'ltr' | 'rtl' | undefined {
  const text = readText(field, context)?.toLowerCase()
  if (text === 'ltr' || text === 'rtl') return text
  if (text && text !== 'auto') complain(field, '`ltr` or `rtl` is needed', context)
  return undefined
}

function readGenre(field: Named, context: FieldContext): Genre | undefined {
  const text = readText(field, context)?.toLowerCase().replace(/\s+/g, '-')
  if (text === undefined) return undefined
  const genre = genres.find(known => known === text || known === text.replaceAll('-', ''))
  if (genre) return genre
  const near = nearestName(text, genres)
  complain(
    field,
    `one of ${genres.map(name => `\`${name}\``).join(', ')} is needed`,
    context,
    near ? { hint: `did you mean \`${near}\`?` } : {},
  )
  return undefined
}

const statuses: { readonly [word: string]: Status } = {
  draft: 'draft',
  final: 'final',
  published: 'final',
  usable: 'final',
  publish: 'final',
  future: 'final',
  pending: 'draft',
  private: 'withheld',
  withheld: 'withheld',
  embargoed: 'withheld',
  canceled: 'retracted',
  cancelled: 'retracted',
  retracted: 'retracted',
  withdrawn: 'retracted',
}

/** Reads `status`; newsroom systems have their own words for the same four. */
export function readStatus(field: Named, context: FieldContext): Status | undefined {
  const text = readText(field, context)?.toLowerCase()
  const status = text === undefined ? undefined : statuses[text]
  if (text && !status)
    context.report(
      'meta-value',
      `\`${field.name}\` is "${text}"; \`draft\`, \`final\`, \`withheld\` or \`retracted\` is needed`,
      at(field.entry),
    )
  return status
}
