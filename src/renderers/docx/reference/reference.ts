import { openPackage, type Package } from '../../../ooxml/open-package.js'
import { PackageError } from '../../../ooxml/package-error.js'
import { childOf, elementsOf, findIn, switchOf, type XmlElement } from '../../../ooxml/xml-tree.js'
import { OptionsError } from '../../renderer.js'
import { type CoverText, coverText, type HouseNotes, type NoteKind, notesOf } from './cover-text.js'
import { inSchemaOrder } from './in-schema-order.js'
import { rawElements, rawInside, rawRoot } from './raw-xml.js'

/** A house's letterhead: what an article takes over from it. Markup is the letterhead's own, to the letter. */
export interface Reference {
  file: Package
  /** Path of the main part. */
  document: string
  /** `w:sectPr` of the last section: page, margins, columns, running lines. */
  section: string
  /** Width of a column and height of the text block, points. */
  room: { width: number; height: number }
  styles: string
  numbering: string | undefined
  /** Settings that belong to the page: even and odd heads, mirrored margins. */
  settings: string[]
  /** Attributes of the root, which declare the prefixes that the markup uses. */
  namespaces: string
  /** Its own text, where it says by `{{body}}` where the article goes. */
  cover: CoverText | undefined
  notes: { [kind in NoteKind]: HouseNotes }
}

const pageSettings = ['w:mirrorMargins', 'w:evenAndOddHeaders']

/**
 * Opens a letterhead (.docx or .dotx). Throws `OptionsError` for what is none: another kind of file, encrypted, with
 * macros, in the strict form, or built to do harm.
 */
export function openReference(bytes: Uint8Array): Reference {
  try {
    return read(openPackage(bytes))
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    throw new OptionsError(
      `the reference document cannot be used: ${error.message}${error.hint ? `; ${error.hint}` : ''}`,
    )
  }
}

function read(file: Package): Reference {
  const document = [...file.relationships('').values()].find(each => each.type === 'officeDocument')?.target
  const root = document === undefined ? undefined : file.xml(document)
  if (document === undefined || root?.name !== 'w:document') throw new PackageError('it holds no Word document')
  refuseMacros(file)
  const related = [...file.relationships(document).values()]
  const part = (type: string): string | undefined => related.find(each => each.type === type && !each.external)?.target
  const raw = (path: string | undefined): string | undefined => {
    if (path === undefined || file.xml(path) === undefined) return undefined
    return inSchemaOrder(rawRoot(textOf(file.bytes(path)!)))
  }
  const notes = (kind: NoteKind): HouseNotes => {
    const path = part(`${kind}s`)
    return { part: path, texts: notesOf(kind, raw(path)) }
  }
  const styles = raw(part('styles'))
  if (!styles?.startsWith('<w:styles')) throw new PackageError('it has no styles')
  const main = raw(document)!
  const settings = file.xml(part('settings') ?? '')
  const sections = elementsOf(childOf(root, 'w:body')).filter(each => each.name === 'w:sectPr')
  return {
    file,
    document,
    section: lastSection(main),
    room: roomOf(sections.at(-1)),
    styles,
    numbering: raw(part('numbering')),
    settings: pageSettings.filter(name => switchOf(settings, name)),
    cover: coverText(main),
    notes: { footnote: notes('footnote'), endnote: notes('endnote') },
    namespaces: /^<w:document\s*((?:"[^"]*"|[^>"])*)>/.exec(main)?.[1] ?? '',
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
}

function refuseMacros(file: Package): void {
  const types = elementsOf(file.xml('[Content_Types].xml')).map(each => each.attributes.ContentType ?? '')
  if (types.some(type => /macroEnabled|vbaProject/i.test(type)))
    throw new PackageError('it holds macros', 'save it in Word as .docx or .dotx')
}

/** The last section's properties stand at the end of the body (ISO/IEC 29500-1, 17.6.17). */
function lastSection(document: string): string {
  const body = rawElements(rawInside(document)).find(each => each.name === 'w:body')
  const last = body && rawElements(rawInside(body.raw)).findLast(each => each.name === 'w:sectPr')
  return last?.raw ?? '<w:sectPr/>'
}

/** Letter with margins of an inch, where the section says nothing: what Word takes (17.6.11, 17.6.13). */
function roomOf(section: XmlElement | undefined): Reference['room'] {
  const size = findIn(section, 'w:pgSz')?.attributes ?? {}
  const margin = findIn(section, 'w:pgMar')?.attributes ?? {}
  const columns = findIn(section, 'w:cols')?.attributes ?? {}
  const points = (value: string | undefined, fallback: number): number => {
    const twips = Number.parseFloat(value ?? '')
    return Number.isFinite(twips) ? twips / 20 : fallback
  }
  const count = Math.max(1, Math.min(Number.parseInt(columns['w:num'] ?? '1', 10) || 1, 12))
  const width = points(size['w:w'], 612) - points(margin['w:left'], 72) - points(margin['w:right'], 72)
  const gaps = points(columns['w:space'], 36) * (count - 1)
  const height =
    points(size['w:h'], 792) - Math.abs(points(margin['w:top'], 72)) - Math.abs(points(margin['w:bottom'], 72))
  return { width: Math.max(72, (width - gaps) / count), height: Math.max(144, height) }
}
