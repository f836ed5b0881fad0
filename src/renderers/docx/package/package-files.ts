import type { Flow } from '../body/flow.js'
import { appProperties, coreProperties, customProperties } from '../parts/document-properties.js'
import { fontTable } from '../parts/font-table.js'
import { runningPart } from '../parts/header-footer.js'
import { documentNamespaces } from '../parts/namespaces.js'
import type { RunningIds } from '../parts/section.js'
import { settings } from '../parts/settings.js'
import { theme } from '../parts/theme.js'
import type { House } from '../reference/house.js'
import { xmlHead } from '../xml-text.js'
import { contentTypes } from './content-types.js'
import { type Content, documentMarkup } from './document-xml.js'
import { Relationships, type relationshipTypes } from './relationships.js'
import type { ZipEntry } from './zip.js'

/** Puts a part of text into the package, and returns the id by which the document refers to it. */
type Add = (type: keyof typeof relationshipTypes, target: string, text: string) => string

/** Returns every file of the package in its order, `[Content_Types].xml` first (ISO/IEC 29500-2, 6.2.3). */
export function packageFiles(content: Content, flow: Flow): ZipEntry[] {
  const parts = new Map<string, string>()
  const root = new Relationships()
  addDocument(parts, root, content, flow)
  addProperties(parts, root, flow)
  const { pictures, footnotes, house } = flow.file
  if (!footnotes.relationships.isEmpty) parts.set('word/_rels/footnotes.xml.rels', footnotes.relationships.toXml())
  const copied = house?.parts ?? []
  const types = contentTypes([...parts.keys(), ...pictures.entries.map(entry => entry.path)], copied)
  const texts: [string, string][] = [['[Content_Types].xml', types], ['_rels/.rels', root.toXml()], ...parts]
  const encoder = new TextEncoder()
  return [...texts.map(([path, text]) => ({ path, bytes: encoder.encode(text) })), ...pictures.entries, ...copied]
}

function addDocument(parts: Map<string, string>, root: Relationships, content: Content, flow: Flow): void {
  const { article, styles, footnotes, comments, rtl, house } = flow.file
  root.to('document', 'word/document.xml')
  const own = flow.part
  const add: Add = (type, target, text) => {
    parts.set(`word/${target}`, text)
    return own.to(type, target)
  }
  // Before the styles: only the whole text knows which variants of them it needs.
  const { markup, section } = documentMarkup(content, house ? house.section(own) : addRunningLines(add, flow), flow)
  if (house) addHouse(house, add, flow)
  else addTemplate(add, flow)
  const namespaces = house?.namespaces(documentNamespaces) ?? documentNamespaces
  const rename = (xml: string): string => (house ? house.rename(xml) : xml)
  const hyphenate = styles.looks.body.align === 'justify'
  const page = house?.settings ?? []
  add('settings', 'settings.xml', settings(article, { rtl, hyphenate, footnotes: !footnotes.isEmpty, page }))
  if (!footnotes.isEmpty) add('footnotes', 'footnotes.xml', footnotes.toXml(namespaces, rename))
  if (!comments.isEmpty) add('comments', 'comments.xml', rename(comments.toXml()))
  const text = content.before + rename(markup) + content.after + section
  parts.set('word/document.xml', `${xmlHead}<w:document ${namespaces}><w:body>${text}</w:body></w:document>`)
  parts.set('word/_rels/document.xml.rels', own.toXml())
}

function addRunningLines(add: Add, flow: Flow): RunningIds {
  const { masthead, header, firstFooter, footer } = flow.file.context.template
  const first = runningPart('hdr', masthead ? 'Masthead' : 'Header', masthead ?? header, flow)
  return {
    firstHeader: add('header', 'header1.xml', first),
    header: add('header', 'header2.xml', runningPart('hdr', 'Header', header, flow)),
    firstFooter: add('footer', 'footer1.xml', runningPart('ftr', 'Footer', firstFooter ?? footer, flow)),
    footer: add('footer', 'footer2.xml', runningPart('ftr', 'Footer', footer, flow)),
  }
}

function addTemplate(add: Add, flow: Flow): void {
  const { article, context, styles, numbering } = flow.file
  add('styles', 'styles.xml', styles.toXml(article.meta.language))
  add('theme', 'theme/theme1.xml', theme(context.template, styles.palette))
  add('fontTable', 'fontTable.xml', fontTable(context.template))
  if (!numbering.isEmpty) add('numbering', 'numbering.xml', numbering.toXml())
}

/** The letterhead's parts, with ours where it has none. */
function addHouse(house: House, add: Add, flow: Flow): void {
  const { article, context, styles, numbering } = flow.file
  add('styles', 'styles.xml', house.styles(styles.entries(), article.meta.language))
  if (!house.takeOver('theme', flow.part)) add('theme', 'theme/theme1.xml', theme(context.template, styles.palette))
  if (!house.takeOver('fontTable', flow.part)) add('fontTable', 'fontTable.xml', fontTable(context.template))
  const lists = house.numbering(numbering.parts()) ?? (numbering.isEmpty ? undefined : numbering.toXml())
  if (lists !== undefined) add('numbering', 'numbering.xml', lists)
}

function addProperties(parts: Map<string, string>, root: Relationships, flow: Flow): void {
  const { article } = flow.file
  const add = (type: keyof typeof relationshipTypes, target: string, text: string | undefined): void => {
    if (text === undefined) return
    parts.set(target, text)
    root.to(type, target)
  }
  add('core', 'docProps/core.xml', coreProperties(article))
  add('app', 'docProps/app.xml', appProperties(article))
  add('custom', 'docProps/custom.xml', customProperties(article))
}
