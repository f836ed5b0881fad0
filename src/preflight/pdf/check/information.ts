import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { namespaces } from '../metadata/namespaces.js'
import type { XmpPacket } from '../metadata/xmp.js'

interface Pair {
  key: string
  uri: string
  name: string
  isDate?: boolean
}

/** Which entries of the Info dictionary say the same as which XMP properties (ISO 19005-1 6.7.3). */
const pairs: Pair[] = [
  { key: 'Title', uri: namespaces.dc, name: 'title' },
  { key: 'Author', uri: namespaces.dc, name: 'creator' },
  { key: 'Subject', uri: namespaces.dc, name: 'description' },
  { key: 'Keywords', uri: namespaces.pdf, name: 'Keywords' },
  { key: 'Creator', uri: namespaces.xmp, name: 'CreatorTool' },
  { key: 'Producer', uri: namespaces.pdf, name: 'Producer' },
  { key: 'CreationDate', uri: namespaces.xmp, name: 'CreateDate', isDate: true },
  { key: 'ModDate', uri: namespaces.xmp, name: 'ModifyDate', isDate: true },
]

/** Compares the Info dictionary with the XMP metadata: readers show now the one, now the other. */
export function checkInformation(file: PdfFile, packet: XmpPacket, report: ReportFinding): void {
  const info = file.dict(file.trailer.get('Info'))
  for (const { key, uri, name, isDate } of pairs) {
    const own = file.text(info?.get(key))
    const property = packet.properties.find(item => item.uri === uri && item.name === name)
    if (own === undefined || own === '' || !property) continue
    const others =
      property.items.length > 1 && property.kind === 'Seq'
        ? property.items.map(item => item.text.trim()).join(', ')
        : property.text
    const isSame = isDate ? moment(own) === moment(others) : list(own) === list(others) || own === property.text
    if (!isSame)
      report(
        'pdf-information',
        `\`${key}\` in the Info dictionary is "${own.slice(0, 60)}", in the XMP metadata "${others.slice(0, 60)}"`,
      )
  }
}

/** Several authors are one string in the Info dictionary, parted by commas or semicolons. */
function list(text: string): string {
  return text.split(/[;,]\s*/).join(', ')
}

/** Brings `D:20261123080000+01'00'` and `2026-11-23T08:00:00+01:00` to one form, and both to UTC; other text stays as it is. */
function moment(text: string): string | number {
  const match = /^(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?'?\d\d)?/.exec(
    text.replace(/'/g, ''),
  )
  if (!match) return text
  const [, year, month, day, hour, minute, second, zone] = match
  const offset = zone && zone !== 'Z' ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  const time = Date.parse(
    `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${offset}`,
  )
  return Number.isNaN(time) ? text : time
}
