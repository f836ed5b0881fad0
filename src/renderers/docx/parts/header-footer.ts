import { runningPieces, sections } from '../../../templates/running-lines.js'
import type { RunningLine } from '../../../templates/template.js'
import type { Flow } from '../body/flow.js'
import type { Marks } from '../body/marks.js'
import { field, textRuns } from '../body/runs.js'
import { xmlHead } from '../xml-text.js'
import { documentNamespaces } from './namespaces.js'

/** Returns a header or footer part of one line: start, centre and end at the tab stops of its style. */
export function runningPart(tag: 'hdr' | 'ftr', style: string, line: RunningLine | undefined, flow: Flow): string {
  const start = line?.start ? piece(line.start, flow, style === 'Masthead' ? 'MastheadName' : undefined) : ''
  const middle = line?.center ? piece(line.center, flow) : ''
  const far = line?.end ? piece(line.end, flow) : ''
  const center = middle && tab + middle
  // The style has a tab stop in the middle where the line has a part for it; without words there it is passed by.
  const end = far && tab + (line?.center && !center ? tab : '') + far
  return `${xmlHead}<w:${tag} ${documentNamespaces}><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${start}${center}${end}</w:p></w:${tag}>`
}

const tab = '<w:r><w:tab/></w:r>'

function piece(pattern: string, flow: Flow, style?: string): string {
  const marks = style ? { ...flow.marks, style } : flow.marks
  return runningPieces(pattern, flow.file.article, flow.file.labels)
    .map(each => ('text' in each ? textRuns(each.text, flow, marks) : pageField(each.field, flow, marks)))
    .join('')
}

/** A number's result is shown until a program counts; a section's is the first heading (ISO/IEC 29500-1, 17.16.5.59). */
function pageField(name: 'PAGE' | 'NUMPAGES' | 'HEADING', flow: Flow, marks: Marks): string {
  if (name === 'PAGE') return field(name, '1', flow, marks)
  if (name === 'NUMPAGES') return field(name, String(flow.file.pages), flow, marks)
  const found = sections(flow.file.article)
  const rank = Math.min(...found.map(entry => entry.rank))
  return field(`STYLEREF ${rank}`, found.find(entry => entry.rank === rank)!.text, flow, marks)
}
