import type { Dateline, LeadImage, Person, Rights, Status } from '../../article/article.js'
import { isDatelineDay, readDatelineText } from '../dateline.js'
import { type FieldTable, readStatus } from './fields.js'
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

/** Fields of which several say one thing together, with the names that front matter gives each. */
export const combinedNames = {
  authors: ['authors', 'author', 'byline', 'by'],
  contributors: ['contributors', 'contributor'],
  editor: ['editor', 'editors', 'editedBy'],
  photographer: ['photographer', 'photographers'],
  illustrator: ['illustrator', 'illustrators'],
  translator: ['translator', 'translators', 'translatedBy'],
  image: ['image', 'cover', 'feature_image', 'featuredImage', 'images', 'leadImage', 'coverImage', 'heroImage'],
  imageAlt: ['image-alt', 'feature_image_alt', 'cover-alt', 'featuredImageAlt'],
  imageCaption: ['image-caption', 'feature_image_caption', 'cover-caption', 'featuredImageCaption'],
  imageCredit: ['image-credit', 'feature_image_credit', 'cover-credit', 'featuredImageCredit'],
  rights: ['rights'],
  copyright: ['copyright'],
  copyrightHolder: ['copyrightHolder'],
  license: ['license'],
  licence: ['licence'],
  usageTerms: ['usageTerms'],
  status: ['status', 'pubStatus'],
  draft: ['draft'],
  free: ['isAccessibleForFree', 'free'],
  paywall: ['paywall', 'premium', 'paid', 'subscribersOnly'],
  access: ['access', 'visibility'],
  dateline: ['dateline', 'located'],
  toc: ['toc'],
  format: ['format'],
} as const satisfies { readonly [field: string]: readonly string[] }

/** Takes a field out of the front matter, under whichever of its names it stands there. */
export type Take = (field: keyof FieldTable | keyof typeof combinedNames) => Named | undefined

/** Reads the byline, and everyone beside it. */
export function readByline(take: Take, context: FieldContext): { authors: Person[]; contributors?: Person[] } {
  const field = take('authors')
  if (field) context.place('authors', field.entry)
  const { authors, contributors } = field ? readAuthors(field, context) : { authors: [], contributors: [] }
  for (const name of helpers) {
    const helper = take(name)
    if (helper) contributors.push(...readContributors(helper, name === 'contributors' ? undefined : name, context))
  }
  return { authors, ...(contributors.length > 0 && { contributors }) }
}

/** Fields that name contributors; all but the first say their role as well. */
const helpers = ['contributors', 'editor', 'photographer', 'illustrator', 'translator'] as const

/** Reads the lead picture from one field, and what others say of it. */
export function readPicture(take: Take, context: FieldContext): LeadImage | undefined {
  const field = take('image')
  const parts = {
    alt: take('imageAlt'),
    caption: take('imageCaption'),
    credit: take('imageCredit'),
  }
  if (!field) return undefined
  context.place('image', field.entry)
  return readLeadImage(field, parts, context)
}

/** Reads rights from `rights`, `copyright`, `license` together; the first that names a part has it. */
export function readAllRights(take: Take, context: FieldContext): Rights | undefined {
  const fields = ofRights.flatMap(name => take(name) ?? [])
  if (!fields[0]) return undefined
  context.place('rights', fields[0].entry)
  const rights = Object.assign({}, ...fields.map(field => readRights(field, context)).reverse()) as Rights
  return Object.keys(rights).length > 0 ? rights : undefined
}

const ofRights = ['rights', 'copyright', 'copyrightHolder', 'license', 'licence', 'usageTerms'] as const

/** Reads `status`, or `draft: true`. */
export function readState(take: Take, context: FieldContext): Status | undefined {
  const field = take('status')
  const draft = take('draft')
  if (field) context.place('status', field.entry)
  const status = field && readStatus(field, context)
  const isDraft = draft && readBoolean(draft, context)
  if (isDraft && !field) context.place('status', draft.entry)
  return status ?? (isDraft ? 'draft' : undefined)
}

/** Reads whether the article is free, from any of the flags that content systems use. */
export function readAccess(take: Take, context: FieldContext): boolean | undefined {
  const free = take('free')
  if (free) return readBoolean(free, context)
  const paid = take('paywall')
  const isPaid = paid && readBoolean(paid, context)
  if (isPaid !== undefined) return !isPaid
  const access = take('access')
  const word = access && readText(access, context)?.toLowerCase()
  if (!access || word === undefined) return undefined
  if (/^(?:free|public|open|all)$/.test(word)) return true
  if (/^(?:paid|members|subscribers|premium|tiers|metered|registered)$/.test(word)) return false
  complain(access, '`free` or `subscribers` is needed', context)
  return undefined
}

/** Reads `dateline` from a line (`GENEVA, 3 May (AP)`) or a map. */
export function readDateline(take: Take, context: FieldContext): Dateline | undefined {
  const field = take('dateline')
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
  const agency = textIn(field.entry, context, 'agency', 'source')
  const text = textIn(field.entry, context, 'text')
  const date = pickNamed(field.entry, 'date')
  const day = date?.entry.kind === 'scalar' ? date.entry.text.trim() : ''
  // `date: 3 May` is the day as it is printed; only one with a year is a date.
  if (isDatelineDay(day)) return { place, ...present({ agency, text: text ?? datelineOf(place, day, agency) }) }
  return { place, ...present({ date: date && readDateField(date, context), agency, text }) }
}

function datelineOf(place: string, day: string, agency: string | undefined): string {
  return agency ? `${place}, ${day} (${agency})` : `${place}, ${day}`
}
