import type { Article, Meta } from '../../article/article.js'
import { isRightToLeft } from '../../article/direction.js'
import { createMessage, type Message, type Report } from '../../diagnostics/message.js'
import { openPackage, type Package } from '../../ooxml/open-package.js'
import { PackageError } from '../../ooxml/package-error.js'
import { childOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { giveHeadingIds } from '../../transforms/heading-ids.js'
import type { ReadContext, ReadResult } from '../reader.js'
import { fold } from './fold.js'
import { isLanguage } from './language.js'
import { toLeaves } from './leaves.js'
import { settleLinks } from './links.js'
import { dividePeople, type FileProperties, metaOf, readProperties } from './metadata.js'
import { noteReader } from './notes.js'
import { readNumbering } from './numbering.js'
import { readItems } from './paragraphs.js'
import { promoteTitle } from './promote-title.js'
import type { Reading } from './reading.js'
import { readRemarks } from './remarks.js'
import { reportReading } from './report.js'
import { reportRunningLines } from './running-lines.js'
import { readStyles } from './styles.js'
import { takeDateline, takeTitleBlock } from './title-block.js'

/** Reads an article from a Word file. Never throws over content: what is wrong with it comes back as messages. */
export function readDocx(bytes: Uint8Array, context: ReadContext = {}): ReadResult {
  const messages: Message[] = []
  const report: Report = (rule, reason, details) => messages.push(createMessage(rule, reason, details))
  try {
    const file = openPackage(bytes, { strict: true })
    return { ...readArticle(file, context, report), messages }
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    report('word-file', error.message, { hint: error.hint })
    return { messages }
  }
}

function readArticle(file: Package, context: ReadContext, report: Report): Pick<ReadResult, 'article' | 'assets'> {
  const path = mainPart(file)
  const root = file.xml(path)
  const body = childOf(root, 'w:body')
  if (!body) throw new PackageError('the file holds no document of Word')
  const properties = readProperties(file)
  const reading = startReading(file, path, properties, context, report)
  const { meta: printed, people, rest } = takeTitleBlock(readItems(body, reading), reading)
  const dateline = takeDateline(rest)
  const children = fold(toLeaves(rest, reading), stepOf(reading))
  const meta = joinMeta(metaOf(properties), printed, properties)
  const whole: Meta = {
    ...promoteTitle(children, meta.title ?? properties.core.get('title'), context, report),
    ...meta,
    ...dividePeople(people, properties.core.get('creator')),
    ...(dateline && { dateline }),
    language: reading.language,
    ...directionOf(reading),
  }
  giveHeadingIds(children)
  const article: Article = { type: 'article', version: 1, meta: whole, children: settleLinks(children, reading) }
  reportReading(reading)
  // In a file as we wrote it they are made of the article.
  if (properties.application !== 'Standfirst') reportRunningLines(file, reading.relationships, report)
  return { article, ...(reading.assets.size > 0 && { assets: reading.assets }) }
}

/** What is printed wins over what the properties say: an editor changes the page. */
function joinMeta(said: Partial<Meta>, printed: Partial<Meta>, { core, custom }: FileProperties): Partial<Meta> {
  const kicker = printed.kicker ?? core.get('subject')
  const joined: Partial<Meta> = { ...printed, ...said, ...(printed.title && { title: printed.title }) }
  if (kicker && (printed.kicker || kicker !== custom.get('section'))) joined.kicker = kicker
  // A file without a description of its own has the subtitle there.
  if (joined.description === printed.subtitle) delete joined.description
  return joined
}

/** ISO/IEC 29500-1, 11.3.10: the part that the package's own relationships call the document. */
function mainPart(file: Package): string {
  const types = file.xml('[Content_Types].xml')
  for (const { type, target } of file.relationships('').values()) {
    if (type !== 'officeDocument') continue
    const kind = contentType(types, target)
    if (/macroEnabled/i.test(kind) || file.bytes('word/vbaProject.bin'))
      throw new PackageError('the file holds macros', 'save it as .docx, which holds none')
    if (/wordprocessingml\.(?:document|template)\.main\+xml$/.test(kind)) return target
    throw new PackageError('the file is of another Office program, not of Word')
  }
  throw new PackageError('the file holds no document: its relationships name none')
}

function contentType(types: XmlElement | undefined, path: string): string {
  const wanted = `/${path}`.toLowerCase()
  const overrides = (types?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')
  const own = overrides.find(each => each.name === 'Override' && each.attributes.PartName?.toLowerCase() === wanted)
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const general = overrides.find(each => each.name === 'Default' && each.attributes.Extension?.toLowerCase() === ending)
  return (own ?? general)?.attributes.ContentType ?? ''
}

function startReading(
  file: Package,
  path: string,
  properties: FileProperties,
  context: ReadContext,
  report: Report,
): Reading {
  const relationships = file.relationships(path)
  const part = (type: string): XmlElement | undefined => {
    for (const each of relationships.values()) if (each.type === type && !each.external) return file.xml(each.target)
    return undefined
  }
  const styles = readStyles(part('styles'), context.styles)
  const language = [properties.core.get('language'), styles.language, context.language].find(isLanguage) ?? 'en'
  const reading: Reading = {
    package: file,
    report,
    styles,
    numbering: readNumbering(part('numbering')),
    remarks: readRemarks(part('comments')),
    openRemarks: new Map(),
    doneRemarks: new Set(),
    relationships,
    language,
    assets: new Map(),
    unknownStyles: new Map(),
    leftOut: new Map(),
    bookmarks: new Map(),
    waitingBookmarks: [],
    fields: [],
    noteMarks: new Map(),
    noteText: () => [],
  }
  reading.noteText = noteReader(file, relationships, reading)
  return reading
}

/** Where the text of a list's first level begins, as most lists of the file have it. */
function stepOf({ numbering }: Reading): number {
  for (let id = 1; id < 50; id++) {
    const indent = numbering.level(String(id), 0)?.indent
    if (indent) return indent
  }
  return 360
}

/** Said only where the language does not say it already. */
function directionOf({ styles, language }: Reading): Pick<Meta, 'direction'> {
  return styles.rightToLeft === isRightToLeft(language) ? {} : { direction: styles.rightToLeft ? 'rtl' : 'ltr' }
}
