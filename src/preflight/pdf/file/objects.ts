/** The eight kinds of object that a PDF is made of (ISO 32000-1 7.3), as plain values. */
export type PdfValue = number | boolean | null | PdfName | PdfString | PdfReference | PdfValue[] | PdfDict | PdfStream

export interface PdfName {
  kind: 'name'
  name: string
}
export interface PdfString {
  kind: 'string'
  bytes: Uint8Array
  /** Written as `<…>` with an even number of nothing but hexadecimal digits; undefined for `(…)`. */
  hexIsClean?: boolean
}
export interface PdfReference {
  kind: 'reference'
  object: number
  generation: number
}
export type PdfDict = Map<string, PdfValue>
export interface PdfStream {
  kind: 'stream'
  dict: PdfDict
  /** The bytes as they stand in the file, filters still applied. */
  raw: Uint8Array
  /** Whether `Length` led to `endstream`, and both keywords stand on lines of their own. */
  lengthIsRight: boolean
  linesAreRight: boolean
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return isKind(value, 'name')
}
export function isString(value: PdfValue | undefined): value is PdfString {
  return isKind(value, 'string')
}
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return isKind(value, 'reference')
}
export function isStream(value: PdfValue | undefined): value is PdfStream {
  return isKind(value, 'stream')
}
export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map
}

function isKind(value: PdfValue | undefined, kind: string): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}

/** Returns a text string's characters: UTF-16BE or UTF-8 by their marks, else one byte a character (ISO 32000-1 7.9.2). */
export function textOf(string: PdfString): string {
  const { bytes } = string
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  return latin(bytes)
}

/** Returns bytes as characters of the same numbers. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return text
}
