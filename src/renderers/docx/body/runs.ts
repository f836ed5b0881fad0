import { toWordDate } from '../word-date.js'
import { toAttribute, toText } from '../xml-text.js'
import { directionRuns } from './direction-runs.js'
import type { Flow } from './flow.js'
import { type Marks, markProperties } from './marks.js'

/** Returns runs for a piece of text; white space of any kind is one blank, as in running text. */
export function textRuns(value: string, flow: Flow, marks: Marks = flow.marks): string {
  if (value === '') return ''
  const tag = isCut(marks) ? 'delText' : 't'
  const base = marks.direction ? marks.direction === 'rtl' : flow.file.rtl
  let runs = ''
  for (const { text, rtl } of directionRuns(value.replace(/[\t\n\r]+/g, ' '), base))
    runs += run(wordsElement(tag, text), flow, marks, rtl)
  return runs
}

/** Returns whether a run is deleted: its words have elements of their own then (ISO/IEC 29500-1, 17.3.3.7, 17.16.13). */
export const isCut = ({ changes }: Marks): boolean => changes?.some(({ tag }) => tag === 'del') ?? false

/** White space at the ends must be asked for, or it is lost (ISO/IEC 29500-1, 17.3.3.31). */
function wordsElement(tag: string, text: string): string {
  const space = outerSpace.test(text) ? ' xml:space="preserve"' : ''
  return `<w:${tag}${space}>${toText(text)}</w:${tag}>`
}

const outerSpace = /^\s|\s$| {2}/

/** Returns one run around markup, inside the editor's marks around it. */
export function run(content: string, flow: Flow, marks: Marks = flow.marks, rtl = false): string {
  let markup = `<w:r>${markProperties(marks, rtl)}${content}</w:r>`
  for (const change of marks.changes ?? []) {
    const date = change.date ? ` w:date="${toWordDate(change.date)}"` : ''
    markup = `<w:${change.tag} w:id="${flow.file.nextId()}" w:author="${toAttribute(change.author)}"${date}>${markup}</w:${change.tag}>`
  }
  return markup
}

/** Returns runs in a character style of ours. */
export function styledText(value: string, style: string, flow: Flow): string {
  return textRuns(value, flow, { ...flow.marks, style })
}

/**
 * Returns a field with its result beside its instruction, so that readers that compute no fields show the number and Word
 * asks nothing on opening (ISO/IEC 29500-1, 17.16.18).
 */
export function field(instruction: string, result: string, flow: Flow, marks: Marks = flow.marks): string {
  const [code, words] = isCut(marks) ? ['delInstrText', 'delText'] : ['instrText', 't']
  return [
    '<w:fldChar w:fldCharType="begin"/>',
    `<w:${code} xml:space="preserve"> ${toText(instruction)} </w:${code}>`,
    '<w:fldChar w:fldCharType="separate"/>',
    `<w:${words}>${toText(result)}</w:${words}>`,
    '<w:fldChar w:fldCharType="end"/>',
  ]
    .map(content => run(content, flow, marks))
    .join('')
}
