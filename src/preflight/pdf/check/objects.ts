import { namesIn } from '../file/cross-reference.js'
import { filterName } from '../file/filters.js'
import {
  isDict,
  isName,
  isReference,
  isStream,
  isString,
  type PdfDict,
  type PdfStream,
  type PdfValue,
} from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { checkAction } from './actions.js'

/** Filters that PDF/A-2 knows (ISO 19005-2 6.1.7.2): LZW is not among them. */
const allowedFilters = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
  'Crypt',
])
const MAX_STRING = 32_767
const MAX_NAME = 127
const MAX_INTEGER = 2_147_483_647

/** Goes through every object once: limits, strings, streams, actions (ISO 19005-2 6.1.6 to 6.1.13, 6.5). */
export function checkObjects(file: PdfFile, report: ReportFinding): void {
  for (const number of file.objectNumbers()) {
    const value = file.object(number)
    if (value !== undefined) checkValue(file, value, `object ${number}`, report)
  }
}

function checkValue(file: PdfFile, value: PdfValue, path: string, report: ReportFinding): void {
  file.budget.spend(1)
  if (typeof value === 'number') checkNumber(value, path, report)
  else if (isString(value)) {
    if (value.hexIsClean === false)
      report('pdf-string', 'a hexadecimal string has an odd number of digits or something else between them', path)
    if (value.bytes.length > MAX_STRING)
      report('pdf-limit', `a string has ${value.bytes.length} bytes, and may have ${MAX_STRING}`, path)
  } else if (isName(value)) checkName(value.name, path, report)
  else if (isStream(value)) {
    checkStream(file, value, path, report)
    checkDict(file, value.dict, path, report)
  } else if (isDict(value)) checkDict(file, value, path, report)
  else if (Array.isArray(value)) for (const item of value) if (!isReference(item)) checkValue(file, item, path, report)
}

function checkNumber(value: number, path: string, report: ReportFinding): void {
  if (Number.isInteger(value) && Math.abs(value) > MAX_INTEGER + 1)
    report('pdf-limit', `the number ${value} goes beyond ${MAX_INTEGER}`, path)
}

function checkName(name: string, path: string, report: ReportFinding): void {
  if (name.length > MAX_NAME)
    report('pdf-limit', `the name \`${name.slice(0, 30)}…\` has ${name.length} bytes, and may have ${MAX_NAME}`, path)
}

function checkDict(file: PdfFile, dict: PdfDict, path: string, report: ReportFinding): void {
  for (const [key, value] of dict) {
    checkName(key, path, report)
    if (!isReference(value)) checkValue(file, value, path, report)
    if (key === 'A' || key === 'OpenAction' || key === 'Next') checkAction(file, value, path, report)
  }
}

function checkStream(file: PdfFile, stream: PdfStream, path: string, report: ReportFinding): void {
  const { dict } = stream
  if (!stream.lengthIsRight) report('pdf-stream', '`Length` is not the stream’s length', path)
  else if (!stream.linesAreRight)
    report('pdf-stream', '`stream` or `endstream` does not stand on a line of its own', path)
  for (const key of ['F', 'FFilter', 'FDecodeParms'])
    if (dict.has(key)) report('pdf-stream', `\`${key}\` says that the stream lies in another file`, path)
  const filters = file.get(dict.get('Filter'))
  for (const name of namesIn(filters).map(filterName))
    if (!allowedFilters.has(name)) report('pdf-filter', `the filter \`${name}\` is not allowed`, path)
}
