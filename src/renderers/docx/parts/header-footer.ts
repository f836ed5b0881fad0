import { runningPieces } from '../../../templates/running-lines.js'
import type { RunningLine } from '../../../templates/template.js'
import type { Flow } from '../body/flow.js'
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
    .map(each => ('text' in each ? textRuns(each.text, flow, marks) : field(each.field, '1', flow, marks)))
    .join('')
}
