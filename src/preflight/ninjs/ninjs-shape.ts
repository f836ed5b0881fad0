import { anything, choice, type DataFields, type DataShape, fields } from '../../diagnostics/data-shape.js'
import { count, moment, text, uri } from '../json/text-shapes.js'

const listOf = (of: DataShape): DataShape => ({ is: 'list', of })
const number: DataShape = { is: 'number' }
const whole: DataShape = { is: 'number', integer: true }
const upTo = (most: number, least = 0): DataShape => ({ is: 'number', min: least, max: most, integer: true })

/** A date that may end after the year, the month or the day. */
const truncated: DataShape = {
  is: 'string',
  pattern:
    '^-?[0-9]{4,}(-(1[0-2]|0[1-9])(-(3[01]|0[1-9]|[12][0-9])(T(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?(Z|[+-](2[0-3]|[01][0-9]):[0-5][0-9])?)?)?)?$',
  wanted: 'a date such as "2026", "2026-11" or "2026-11-23T06:30:00Z"',
}

/** Words with their role and media type. */
const words = (more: DataFields = {}): DataShape =>
  listOf(fields({ role: text, contentType: text, value: text, ...more }, ['value']))

const contacts = listOf(
  fields({
    type: text,
    role: text,
    lang: text,
    name: text,
    value: text,
    address: fields({ lines: listOf(text), locality: text, area: text, postalCode: text, country: text }),
  }),
)

const concept = { name: text, rel: text, uri, literal: text } as const
const named = (more: DataFields = {}): DataShape => listOf(fields({ ...concept, ...more }))

const organisation = fields({
  ...concept,
  symbols: listOf(fields({ exchange: text, symbolType: uri, symbol: text })),
  contactInfo: contacts,
})

const renditions = listOf(
  fields(
    {
      name: text,
      title: text,
      href: uri,
      contentType: text,
      width: whole,
      height: whole,
      sizeInBytes: count,
      duration: number,
      format: text,
      aspectRatio: text,
      videoCodec: text,
      frameRate: number,
      poi: fields({ x: whole, y: whole }),
      transportProtocol: text,
      scanType: choice('progressive', 'interlaced'),
      bitrate: text,
    },
    ['name'],
  ),
)

const dates = fields({
  startDate: moment,
  endDate: moment,
  expectedStartDate: truncated,
  expectedEndDate: truncated,
  expectedDuration: text,
  recurrence: fields({
    recurrenceDates: listOf(truncated),
    recurrenceRules: listOf(
      fields({
        frequency: choice('secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'),
        interval: whole,
        until: moment,
        count: whole,
      }),
    ),
  }),
})

const type = choice('text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning')
const pubStatus = choice('usable', 'withheld', 'canceled')

const plannedCoverage = fields({
  uri,
  title: text,
  pubStatus,
  type,
  commissioned: fields({ by: text, on: moment, references: listOf(fields({ name: text, value: text })) }),
  dates,
  audiences: listOf(fields({ audience: text, significance: whole })),
  exclAudience: listOf(text),
  edNote: text,
  urgency: upTo(9, 1),
  language: text,
  itemCount: fields({ rangeFrom: whole, rangeTo: whole }),
  wordCount: whole,
  renditions,
})

const members: DataFields = {
  uri,
  type,
  representationType: choice('full', 'partial'),
  title: text,
  profile: text,
  version: text,
  firstCreated: moment,
  versionCreated: moment,
  contentCreated: moment,
  embargoedUntil: moment,
  expires: moment,
  pubStatus,
  urgency: upTo(9, 1),
  copyrightHolder: text,
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  language: text,
  descriptions: words(),
  bodies: words({ charCount: count, wordCount: count }),
  headlines: words(),
  people: named({ contactInfo: contacts }),
  organisations: listOf(organisation),
  places: named({ contactInfo: contacts, geoJSON: anything }),
  subjects: named({ creator: text, relevance: upTo(100), confidence: upTo(100) }),
  events: named({ id: text }),
  eventDetails: fields({ eventStatus: uri, plannedCoverageStatus: uri, dates, organiser: organisation }),
  plannedCoverage: listOf(plannedCoverage),
  objects: named(),
  infoSources: listOf(fields({ name: text, role: text, uri, literal: text, contactInfo: contacts })),
  by: text,
  slugline: text,
  located: text,
  renditions,
  altIds: listOf(fields({ role: text, value: text })),
  trustIndicators: listOf(fields({ role: uri, href: uri, title: text })),
  standard: fields({ name: text, version: text, schema: uri }),
  genres: listOf(fields({ name: text, uri: text, literal: text })),
  rightsInfo: fields({ langId: uri, linkedRights: uri, encodedRights: text }),
  digitalSourceType: fields({ name: text, uri, literal: text }),
}

/** The members of a news object; those that are associated with it are judged one by one. */
export const newsObjectShape: DataShape = fields({ ...members, associations: listOf(anything) }, ['uri'])

/** A news object that another names: it also has a name there, and says how it belongs to it. */
export const associatedShape: DataShape = fields(
  { ...members, associations: listOf(anything), name: text, rel: text },
  ['name', 'uri'],
)
