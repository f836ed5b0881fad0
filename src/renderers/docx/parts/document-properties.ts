import type { Article } from '../../../article/article.js'
import { toWordDate } from '../word-date.js'
import { toAttribute, toText, xmlHead } from '../xml-text.js'

/**
 * Returns `docProps/core.xml` (ISO/IEC 29500-2, 8.3): what search, libraries and screen readers know of the file. Dates are
 * the article's; an article without any leaves them out, since the moment of writing would make every file another.
 */
export function coreProperties({ meta }: Article): string {
  const created = meta.published ?? meta.updated
  const modified = meta.updated ?? meta.published
  const fields = [
    property('dc:title', meta.title),
    property('dc:subject', meta.kicker ?? meta.section),
    property('dc:creator', meta.authors.map(author => author.name).join('; ')),
    property('cp:keywords', meta.tags?.join(', ')),
    property('dc:description', meta.description ?? meta.subtitle),
    property('cp:category', meta.categories?.join(', ') ?? meta.section),
    property('dc:language', meta.language),
    property('dc:identifier', meta.id ?? meta.url),
    property('cp:contentStatus', meta.status),
    date('dcterms:created', created),
    date('dcterms:modified', modified),
  ]
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${fields.join('')}</cp:coreProperties>`
}

function property(name: string, value: string | undefined): string {
  return value ? `<${name}>${toText(value)}</${name}>` : ''
}

function date(name: string, value: string | undefined): string {
  return value ? `<${name} xsi:type="dcterms:W3CDTF">${toWordDate(value)}</${name}>` : ''
}

/** Returns `docProps/app.xml` (ISO/IEC 29500-1, 22.2). */
export function appProperties({ meta }: Article): string {
  const company = meta.publisher ? `<Company>${toText(meta.publisher.name)}</Company>` : ''
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Standfirst</Application>${company}</Properties>`
}

/** Every custom property has this format id (ISO/IEC 29500-1, 22.3.2.2). */
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const customNamespaces =
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'

/** Returns `docProps/custom.xml`, or undefined where the article has none of what stands there. */
export function customProperties({ meta }: Article): string | undefined {
  const values: [string, string | undefined][] = [
    ['Slug', meta.slug],
    ['URL', meta.url],
    ['Canonical URL', meta.canonicalUrl],
    ['Published', meta.published],
    ['Updated', meta.updated],
    ['Embargo', meta.embargoed],
    ['Expires', meta.expires],
    ['Status', meta.status],
    ['Genre', meta.genre],
    ['Section', meta.section],
    ['Dateline', meta.dateline?.place],
    ['Rights', meta.rights?.notice],
    ['Publisher URL', meta.publisher?.url],
    ['Publisher logo', meta.publisher?.logo],
  ]
  // Numbers begin at 2: 0 and 1 are the format's own (MS-OLEPS 2.21).
  const known = values.filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (known.length === 0) return undefined
  const fields = known.map(
    ([name, value], index) =>
      `<property fmtid="${formatId}" pid="${index + 2}" name="${toAttribute(name)}"><vt:lpwstr>${toText(value)}</vt:lpwstr></property>`,
  )
  return `${xmlHead}<Properties ${customNamespaces}>${fields.join('')}</Properties>`
}
