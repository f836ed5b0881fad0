import type { Article } from '../../../article/article.js'
import { hasTime } from '../../../article/iso-date.js'
import type { PdfOptions } from '../options.js'

/** What the file says of itself. Dates are RFC 3339; absent where the article has none: the clock is never asked. */
export interface FileFacts {
  title: string
  authors: string[]
  description: string | undefined
  keywords: string[]
  language: string
  created: string | undefined
  modified: string | undefined
}

export const PRODUCER = 'Standfirst'

/** Returns what an article says for its file. */
export function factsOf({ meta }: Article): FileFacts {
  const created = meta.published ?? meta.updated
  return {
    title: printable(meta.title) || 'Untitled',
    authors: meta.authors.map(author => printable(author.name)),
    description: meta.description === undefined ? undefined : printable(meta.description),
    keywords: (meta.tags ?? []).map(printable),
    language: meta.language,
    created: created && moment(created),
    modified: (meta.updated ?? created) && moment((meta.updated ?? created)!),
  }
}

/** A bare date counts as midnight UTC: PDF dates with a time zone have a time (ISO 32000-1 7.9.4). Seconds are whole. */
function moment(date: string): string {
  if (!hasTime(date)) return `${date.slice(0, 10)}T00:00:00Z`
  const [, minutes, seconds = ':00', zone = 'Z'] = /^(.{16})(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i.exec(date) ?? []
  return minutes ? `${minutes}${seconds}${zone}` : `${date.slice(0, 10)}T00:00:00Z`
}

/** Returns a moment as a PDF date string: `D:20261014100000+02'00`. */
export function pdfDate(date: string): string {
  const digits = date.slice(0, 19).replace(/[-:T]/g, '')
  const zone = /([+-])(\d{2}):(\d{2})$/.exec(date)
  return `D:${digits.padEnd(14, '0')}${zone ? `${zone[1]}${zone[2]}'${zone[3]}` : 'Z'}`
}

/** Returns the XMP packet (ISO 16684-1): title, authors, dates, and the standards that the file claims. */
export function xmpPacket(facts: FileFacts, profile: PdfOptions['profile']): string {
  const items = (values: readonly string[]) => values.map(value => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('')
  const dates =
    (facts.created ? `<xmp:CreateDate>${facts.created}</xmp:CreateDate>` : '') +
    (facts.modified
      ? `<xmp:ModifyDate>${facts.modified}</xmp:ModifyDate><xmp:MetadataDate>${facts.modified}</xmp:MetadataDate>`
      : '')
  const creators = facts.authors.length > 0 ? `<dc:creator><rdf:Seq>${items(facts.authors)}</rdf:Seq></dc:creator>` : ''
  const description = facts.description
    ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.description)}</rdf:li></rdf:Alt></dc:description>`
    : ''
  const subjects =
    facts.keywords.length > 0 ? `<dc:subject><rdf:Bag>${items(facts.keywords)}</rdf:Bag></dc:subject>` : ''
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">' +
    `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>` +
    `<dc:language><rdf:Bag>${items([facts.language])}</rdf:Bag></dc:language>${creators}${description}${subjects}` +
    `<pdf:Producer>${PRODUCER}</pdf:Producer>${dates}</rdf:Description>` +
    (profile === 'plain' ? '' : claims(profile === 'ua1+a3a' ? 3 : 2)) +
    '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
  )
}

/** The claims, and the description of the one that PDF/A does not know (ISO 19005-2 6.6.2.3). */
const claims = (part: 2 | 3): string =>
  `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>` +
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>' +
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>' +
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>'

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Returns text without controls, which have no place in titles and names, nor in XML. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffd-\uffff]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .trim()
}
