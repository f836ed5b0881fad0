import { isStream } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { readExtensionSchemas } from '../metadata/extension-schemas.js'
import { namespaces, predefined } from '../metadata/namespaces.js'
import { readXmp, type XmpPacket } from '../metadata/xmp.js'
import { checkInformation } from './information.js'

/** What the document says that it is. */
export interface Claims {
  /** PDF/A part and conformance: 2 and "A". */
  part?: number
  conformance?: string
  /** PDF/UA part. */
  accessible?: number
}

/** Checks the document's XMP: there, sound, naming its standards and its title, and equal to the old Info dictionary (ISO 14289-1 5, 7.1; ISO 19005-2 6.6). */
export function checkMetadata(file: PdfFile, report: ReportFinding): Claims {
  const stream = file.stream(file.catalog.get('Metadata'))
  if (!isStream(stream)) {
    report('pdf-metadata', 'the catalog has no `Metadata`')
    return {}
  }
  const packet = readXmp(file.data(stream).bytes)
  if (packet.broken) {
    report('pdf-metadata', `the XMP metadata cannot be read: ${packet.broken}`)
    return {}
  }
  for (const attribute of ['bytes', 'encoding'])
    if (new RegExp(`\\s${attribute}\\s*=`).test(packet.header))
      report('pdf-metadata', `the XMP packet’s header has \`${attribute}\``)
  checkDescribed(packet, report)
  checkTitle(packet, report)
  checkInformation(file, packet, report)
  return checkClaims(packet, report)
}

/** Returns a property's text; undefined where it is missing. */
function textOf(packet: XmpPacket, uri: string, name: string): string | undefined {
  return packet.properties.find(property => property.uri === uri && property.name === name)?.text
}

function checkDescribed(packet: XmpPacket, report: ReportFinding): void {
  const described = readExtensionSchemas(packet, report)
  for (const { uri, name, prefix } of packet.properties) {
    if (predefined.has(uri) || described.get(uri)?.has(name)) continue
    report('pdf-extension-schema', `\`${prefix}:${name}\` is neither a known property nor described in the file`)
  }
}

function checkTitle(packet: XmpPacket, report: ReportFinding): void {
  const title = packet.properties.find(property => property.uri === namespaces.dc && property.name === 'title')
  if (!title?.text) report('pdfua-title', 'the XMP metadata has no title: `dc:title`')
  else if (title.kind !== 'Alt')
    report('pdfua-title', '`dc:title` is not written as alternatives by language: `rdf:Alt`')
}

function checkClaims(packet: XmpPacket, report: ReportFinding): Claims {
  const claims: Claims = {}
  const part = textOf(packet, namespaces.pdfaid, 'part')
  const conformance = textOf(packet, namespaces.pdfaid, 'conformance')
  const accessible = textOf(packet, namespaces.pdfuaid, 'part')
  if (part !== undefined) claims.part = Number(part)
  if (conformance !== undefined) claims.conformance = conformance
  if (accessible !== undefined) claims.accessible = Number(accessible)
  if (part !== '2' && part !== '3')
    report(
      'pdf-identification',
      part === undefined
        ? 'the XMP metadata does not name PDF/A: `pdfaid:part`'
        : `\`pdfaid:part\` is ${part}, and this is judged as PDF/A-2 or PDF/A-3`,
    )
  else if (conformance !== 'A')
    report(
      'pdf-identification',
      `\`pdfaid:conformance\` is ${conformance ?? 'missing'}, not A: the document does not claim to be tagged`,
    )
  if (accessible !== '1')
    report(
      'pdfua-identification',
      accessible === undefined
        ? 'the XMP metadata does not name PDF/UA: `pdfuaid:part`'
        : `\`pdfuaid:part\` is ${accessible}, and this is judged as PDF/UA-1`,
    )
  for (const property of packet.properties) {
    const wanted =
      property.uri === namespaces.pdfaid ? 'pdfaid' : property.uri === namespaces.pdfuaid ? 'pdfuaid' : undefined
    if (wanted && property.prefix !== wanted)
      report('pdf-identification', `\`${property.prefix}:${property.name}\` must have the prefix \`${wanted}\``)
  }
  return claims
}
