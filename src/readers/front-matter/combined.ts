import type { Dateline, LeadImage, Person, Rights, Status } from '../../article/article.js'
import { readDatelineText } from '../dateline.js'
import { readStatus } from './fields.js'
import { readRights } from './organisations.js'
import { readAuthors, readContributors } from './people.js'
import { readLeadImage } from './pictures.js'
import {
  complain,
  type FieldContext,
  type Named,
  pickNamed,
  present,
  readBoolean,
  readDateField,
  readText,
  textIn,
} from './values.js'

/** Takes a field out of the front matter by any of its names. */
export type Take = (...names: string[]) => Named | undefined

/** Reads the byline, and everyone beside it. */
export function readByline(take: Take, context: FieldContext): { authors: Person[]; contributors?: Person[] } {
  const field = take('authors', 'author', 'byline', 'by')
  if (field) context.place('authors', field.entry)
  const { authors, contributors } = field ? readAuthors(field, context) : { authors: [], contributors: [] }
  for (const [role, ...names] of helpers) {
    const helper = take(...names)
    if (helper) contributors.push(...readContributors(helper, role, context))
  }
  return { authors, ...(contributors.length > 0 && { contributors }) }
}

/** Fields that name contributors, with the role that the field's name says. */
const helpers: readonly (readonly [role: string | undefined, ...names: string[]])[] = [
  [undefined, 'contributors', 'contributor'],
  ['editor', 'editor', 'editors', 'editedBy'],
  ['photographer', 'photographer', 'photographers'],
  ['illustrator', 'illustrator', 'illustrators'],
  ['translator', 'translator', 'translators', 'translatedBy'],
]

/** Reads the lead picture from one field, and what others say of it. */
export function readPicture(take: Take, context: FieldContext): LeadImage | undefined {
  const field = take('image', 'cover', 'feature_image', 'featuredImage', 'images', 'leadImage')
  const parts = {
    alt: take('image-alt', 'feature_image_alt', 'cover-alt', 'featuredImageAlt'),
    caption: take('image-caption', 'feature_image_caption', 'cover-caption', 'featuredImageCaption'),
    credit: take('image-credit', 'feature_image_credit', 'cover-credit', 'featuredImageCredit'),
  }
  if (!field) return undefined
  context.place('image', field.entry)
  return readLeadImage(field, parts, context)
}

/** Reads rights from `rights`, `copyright`, `license` together; the first that names a part has it. */
export function readAllRights(take: Take, context: FieldContext): Rights | undefined {
  const fields = ['rights', 'copyright', 'copyrightHolder', 'license', 'licence', 'usageTerms'].flatMap(
    name => take(name) ?? [],
  )
  if (fields[0]) context.place('rights', fields[0].entry)
  const rights = Object.assign({}, ...fields.map(field => readRights(field, context)).reverse()) as Rights
  return Object.keys(rights).length > 0 ? rights : undefined
}

/** Reads `status`, or `draft: true`. */
export function readState(take: Take, context: FieldContext): Status | undefined {
  const field = take('status', 'pubStatus')
  const draft = take('draft')
  if (field) context.place('status', field.entry)
  const status = field && readStatus(field, context)
  const isDraft = draft && readBoolean(draft, context)
  return status ?? (isDraft ? 'draft' : undefined)
}

/** Reads whether the article is free, from any of the flags that content systems use. */
export function readAccess(take: Take, context: FieldContext): boolean | undefined {
  const free = take('isAccessibleForFree', 'free')
  if (free) return readBoolean(free, context)
  const paid = take('paywall', 'premium', 'paid', 'subscribersOnly')
  const isPaid = paid && readBoolean(paid, context)
  if (isPaid !== undefined) return !isPaid
  const access = take('access', 'visibility')
  const word = access && readText(access, context)?.toLowerCase()
  if (!access || word === undefined) return undefined
  if (/^(?:free|public|open|all)$/.test(word)) return true
  if (/^(?:paid|members|subscribers|premium|tiers|metered|registered)$/.test(word)) return false
  complain(access, '`free` or `subscribers` is needed', context)
  return undefined
}

/** Reads `dateline` from a line (`GENEVA, 3 May (AP)`) or a map. */
export function readDateline(take: Take, context: FieldContext): Dateline | undefined {
  const field = take('dateline', 'located')
  if (!field) return undefined
  context.place('dateline', field.entry)
  if (field.entry.kind !== 'map') {
    const text = readText(field, context)
    return text === undefined ? undefined : readDatelineText(text)
  }
  const place = textIn(field.entry, context, 'place', 'city', 'location')
  if (!place) {
    complain(field, 'a place is needed', context)
    return undefined
  }
  const date = pickNamed(field.entry, 'date')
  return {
    place,
    ...present({
      date: date && readDateField(date, context),
      agency: textIn(field.entry, context, 'agency', 'source'),
      text: textIn(field.entry, context, 'text'),
    }),
  }
}
