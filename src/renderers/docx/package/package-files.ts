import type { Flow } from '../body/flow.js'
import { isTable, type Piece, toMarkup } from '../body/pieces.js'
import { settle } from '../body/settle.js'
import { fontTable } from '../parts/font-table.js'
import { runningPart } from '../parts/header-footer.js'
import { documentNamespaces } from '../parts/namespaces.js'
import { appProperties, coreProperties, customProperties } from '../parts/properties.js'
import { type RunningIds, sectionProperties } from '../parts/section.js'
import { settings } from '../parts/settings.js'
import { theme } from '../parts/theme.js'
import { xmlHead } from '../xml-text.js'
import { contentTypes } from './content-types.js'
import { Relationships } from './relationships.js'
import type { ZipEntry } from './zip.js'

/** The text of the document: what stands over the full width, and what runs in columns below, where the template has any. */
export interface Content {
  head: readonly Piece[]
  body: readonly Piece[]
}

/** Returns every file of the package in its order, `[Content_Types].xml` first (ISO/IEC 29500-2, 6.2.3). */
export function packageFiles(content: Content, flow: Flow): ZipEntry[] {
  const parts = new Map<string, string>()
  const root = new Relationships()
  addDocument(parts, root, content, flow)
  addProperties(parts, root, flow)
  const { pictures, footnotes } = flow.file
  if (!footnotes.relationships.isEmpty) parts.set('word/_rels/footnotes.xml.rels', footnotes.relationships.toXml())
  const types = contentTypes([...parts.keys(), ...pictures.entries.map(entry => entry.path)])
  const texts: [string, string][] = [['[Content_Types].xml', types], ['_rels/.rels', root.toXml()], ...parts]
  const encoder = new TextEncoder()
  return [...texts.map(([path, text]) => ({ path, bytes: encoder.encode(text) })), ...pictures.entries]
}

function addDocument(parts: Map<string, string>, root: Relationships, content: Content, flow: Flow): void {
  const { article, context, styles, numbering, footnotes, comments, rtl } = flow.file
  const { template } = context
  root.to('document', 'word/document.xml')
  const own = flow.part
  const add = (type: Parameters<Relationships['to']>[0], target: string, text: string): string => {
    parts.set(`word/${target}`, text)
    return own.to(type, target)
  }
  const masthead = template.masthead ?? template.header
  const ids = {
    firstHeader: add(
      'header',
      'header1.xml',
      runningPart('hdr', template.masthead ? 'Masthead' : 'Header', masthead, flow),
    ),
    header: add('header', 'header2.xml', runningPart('hdr', 'Header', template.header, flow)),
    firstFooter: add('footer', 'footer1.xml', runningPart('ftr', 'Footer', template.footer, flow)),
    footer: add('footer', 'footer2.xml', runningPart('ftr', 'Footer', template.footer, flow)),
  }
  // Before the styles: only the whole text knows which variants of them it needs.
  const document = documentXml(content, ids, flow)
  add('styles', 'styles.xml', styles.toXml(article.meta.language))
  add('theme', 'theme/theme1.xml', theme(template, styles.palette))
  add('fontTable', 'fontTable.xml', fontTable(template))
  const hyphenate = styles.looks.body.align === 'justify'
  add('settings', 'settings.xml', settings(article, { rtl, hyphenate, footnotes: !footnotes.isEmpty }))
  if (!numbering.isEmpty) add('numbering', 'numbering.xml', numbering.toXml())
  if (!footnotes.isEmpty) add('footnotes', 'footnotes.xml', footnotes.toXml())
  if (!comments.isEmpty) add('comments', 'comments.xml', comments.toXml())
  parts.set('word/document.xml', document)
  parts.set('word/_rels/document.xml.rels', own.toXml())
}

function documentXml({ head, body }: Content, ids: RunningIds, flow: Flow): string {
  const { file } = flow
  const columns = file.context.template.page.columns ?? 1
  const ends: Piece[] = [...head]
  const last = ends.at(-1)
  // A section's properties stand in its last paragraph (ISO/IEC 29500-1, 17.6.18); the head's is never a table.
  const split = columns > 1 && last !== undefined && !isTable(last)
  if (split) {
    const direct = { ...last.direct, section: sectionProperties({ running: ids, columns: 1 }, file) }
    ends[ends.length - 1] = { ...last, direct }
  }
  const section = sectionProperties(split ? { continuous: true, columns } : { running: ids, columns }, file)
  const markup = toMarkup(settle([...ends, ...body], file.styles))
  return `${xmlHead}<w:document ${documentNamespaces}><w:body>${markup}${section}</w:body></w:document>`
}

function addProperties(parts: Map<string, string>, root: Relationships, flow: Flow): void {
  const { article } = flow.file
  const add = (type: Parameters<Relationships['to']>[0], target: string, text: string | undefined): void => {
    if (text === undefined) return
    parts.set(target, text)
    root.to(type, target)
  }
  add('core', 'docProps/core.xml', coreProperties(article))
  add('app', 'docProps/app.xml', appProperties(article))
  add('custom', 'docProps/custom.xml', customProperties(article))
}
