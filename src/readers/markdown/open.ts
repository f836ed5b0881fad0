import { isIsoDate } from '../../article/iso-date.js'
import type { Report } from '../../diagnostics/message.js'
import { firstOddCharacter, isClean } from '../clean-text.js'
import type { MapEntry } from '../front-matter/entry.js'
import { type FrontMatter, openSource, readFrontMatter } from '../front-matter/index.js'
import { type Collector, messageCollector } from '../messages.js'
import { placeAt } from '../place.js'
import type { Limits, ReadContext } from '../reader.js'
import { isPlainCaption, plainCaption, readCaption } from './caption.js'
import { limitsFor } from './limits.js'
import { type LoadedParser, loadParser } from './parse.js'
import type { Reading } from './reading.js'
import { anySigns, type Signs } from './signs.js'

/** A source that has been divided into front matter and text. */
export interface Opened {
  text: string
  bodyStart: number
  clean: boolean
  signs: Signs
  /** Nothing that is no text of XML can come into the article. */
  fit?: boolean
  context: ReadContext
  parser: LoadedParser
  limits: Limits
  messages: Collector
  /** The values of the front matter; absent where it cannot be opened, or has been read. */
  values?: MapEntry | undefined
  front?: Front
}

/** Divides a source, and opens its front matter. */
export async function open(text: string, context: ReadContext): Promise<Opened> {
  const messages = messageCollector()
  const clean = lookOver(text, messages.report)
  return { ...(await openFront(text, context, messages)), clean }
}

/** Opens the front matter of a source that may end with it. */
export async function openFront(
  text: string,
  context: ReadContext,
  messages: Collector = messageCollector(),
): Promise<Opened> {
  const parser = await loadParser(context.parser)
  const limits = limitsFor(parser.name, context.limits)
  const { values, bodyStart = 0 } = (await openSource(text, limits, messages.report)) ?? {}
  return { text, bodyStart, clean: false, signs: anySigns, context, parser, limits, messages, values }
}

/** Returns whether texts need no cleaning; else reports the first character that none may hold, if there is any. */
export function lookOver(text: string, report: Report): boolean {
  const clean = isClean(text)
  if (!clean) reportOddCharacter(text, report)
  return clean
}

/** Front matter that was read before its text, and what it gave to say. */
interface Front {
  read: FrontMatter
  said: Parameters<Report>[]
  /** A caption is to be read by the parser, for which the text must have been opened. */
  waits: boolean
}

/** Reads the front matter before the text. */
export function readFront({ context }: Opened, values: MapEntry): Front {
  const said: Front['said'] = []
  let waits = false
  const read = readDated(values, context, {
    report: (...message) => said.push(message),
    timezone: context.timezone,
    site: context.site,
    readCaption: caption => {
      waits ||= !isPlainCaption(caption)
      return plainCaption(caption)
    },
  })
  return { read, said, waits }
}

/** The front matter, read before or now; what it gives to say is said now. */
export function frontOf({ front, values, context, parser }: Opened, reading: Reading): FrontMatter {
  const { report } = reading
  if (front) {
    for (const message of front.said) report(...message)
    return front.read
  }
  return readDated(values!, context, {
    report,
    timezone: context.timezone,
    site: context.site,
    readCaption: caption => readCaption(caption, parser.parse, reading),
  })
}

/** Reads front matter; a story that says no date has that of its file's name, as Jekyll has it: `2026-11-03-title.md`. */
function readDated(values: MapEntry, { meta = {}, path }: ReadContext, base: Parameters<typeof readFrontMatter>[2]) {
  const front = readFrontMatter(values, meta, base)
  const day = front.meta.published === undefined ? dayInName(path) : undefined
  if (day !== undefined) front.meta.published = day
  return front
}

function dayInName(path = ''): string | undefined {
  const start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  const day = path.slice(start, start + 10)
  return path[start + 10] === '-' && isIsoDate(day) ? day : undefined
}

function reportOddCharacter(text: string, report: Report): void {
  const odd = firstOddCharacter(text)
  if (!odd) return
  const code = `U+${odd.code.toString(16).toUpperCase().padStart(4, '0')}`
  const fate = odd.code >= 0x80 && odd.code <= 0x9f ? 'read as Windows-1252 means it' : 'left out or replaced'
  report('control-character', `the text holds \`${code}\` and perhaps others of its kind: they were ${fate}`, {
    position: placeAt(text, odd.offset),
  })
}
