import { PDFArray, type PDFDict, PDFName, type PDFRawStream } from 'pdf-lib'
import type { TaggedPdf } from '../tagged-pdf.js'

/** A name object. */
export const key = (name: string) => PDFName.of(name)
/** Returns an element of the test document by its name there. */
export const element = (parts: TaggedPdf, name: string): PDFDict => {
  const found = parts.elements.get(name)
  if (!found) throw new Error(`the test document has no element "${name}"`)
  return found
}
/** Returns an element’s children. */
export const kids = (dict: PDFDict): PDFArray => dict.lookup(key('K'), PDFArray)
/** Changes the content of a page, counted from 0. */
export const replace = (parts: TaggedPdf, page: number, what: string | RegExp, by: string) => {
  const changed = parts.content[page]!.replace(what, by)
  if (changed === parts.content[page]) throw new Error(`page ${page + 1} holds no ${what}`)
  parts.content[page] = changed
}
/** Adds operators to the content of a page, counted from 0. */
export const append = (parts: TaggedPdf, page: number, operators: string) => {
  parts.content[page] += operators
}
/** Changes the metadata. */
export const cutXmp = (parts: TaggedPdf, what: RegExp, by = '') => {
  const changed = parts.xmp.replace(what, by)
  if (changed === parts.xmp) throw new Error(`the metadata holds no ${what}`)
  parts.xmp = changed
}
/** Changes a stream that a dictionary refers to. */
export const replaceStream = (parts: TaggedPdf, dict: PDFDict, name: string, change: (text: string) => string) => {
  const old = dict.lookup(key(name)) as PDFRawStream
  dict.set(
    key(name),
    parts.context.register(parts.context.stream(change(Buffer.from(old.contents).toString('latin1')))),
  )
}
/** Gives an element another type. */
export const setRole = (dict: PDFDict, role: string) => dict.set(key('S'), key(role))
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** Changes the finished file, as characters of the same numbers. */
export function finish(parts: TaggedPdf, change: (text: string) => string): void {
  parts.finish = bytes => {
    const before = Buffer.from(bytes).toString('latin1')
    const after = change(before)
    if (after === before) throw new Error('the file was not changed')
    return bytesOf(after)
  }
}
