import type { Block, Note } from '../../../article/article.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { inlines } from './inlines.js'
import { noMarks } from './marks.js'
import { paragraph } from './paragraph.js'
import { toMarkup } from './pieces.js'
import { field, isCut, run, textRuns } from './runs.js'
import { settle } from './settle.js'

/** Returns the mark of a footnote, `apart` from the one that follows, and writes its text into the notes of the file. */
export function noteReference(node: Note, flow: Flow, apart = false): string {
  if (flow.place === 'note') return noteInNote(node, flow)
  const { footnotes } = flow.file
  const next = footnotes.size + 1
  // Words that are cut go with the notes in them: one that is first called there stands once more where it is called again.
  const goes = isCut(flow.marks) && !footnotes.cited.has(node)
  const { number, call } = goes ? { number: next, call: 1 } : footnotes.cited.cite(node, next)
  const mark = {
    ...(flow.marks.changes && { changes: flow.marks.changes }),
    ...(apart && { apart }),
    style: 'FootnoteReference',
  }
  // A second call is a field that shows the number of the first (ISO/IEC 29500-1, 17.16.5.40).
  const place = `_Note_${number}`
  if (call > 1) return field(`NOTEREF ${place} \\f \\h`, String(number), flow, mark)
  const id = footnotes.reserve()
  footnotes.write(id, noteText(node, flow))
  const reference = run(`<w:footnoteReference w:id="${id}"/>`, flow, mark)
  return node.label === undefined || goes ? reference : bookmarked(reference, place, flow)
}

function bookmarked(words: string, name: string, flow: Flow): string {
  const id = flow.file.nextId()
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${words}<w:bookmarkEnd w:id="${id}"/>`
}

function noteText(node: Note, flow: Flow): string {
  const { file } = flow
  const below: Block[] = []
  const inside: Flow = {
    file,
    below,
    part: file.footnotes.relationships,
    place: 'note',
    quotes: 0,
    lists: 0,
    tight: true,
    marks: noMarks,
    opening: {
      runs: '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>',
    },
  }
  const pieces = blocks(node.children, inside)
  // A note that is empty, or begins with a table, still has its number.
  if (inside.opening?.runs !== undefined) pieces.unshift(paragraph('FootnoteText', '', inside))
  for (let next = below.shift(); next; next = below.shift()) pieces.push(...blocks([next], inside))
  return toMarkup(settle(pieces, file.styles))
}

/** Word has no notes to notes: the words stand in brackets where the mark would be; what is more than words, below the note. */
function noteInNote(node: Note, flow: Flow): string {
  flow.file.context.report(
    'a footnote inside a footnote is set in brackets: Word has no notes to notes',
    'word-note',
    node,
  )
  const words: string[] = []
  for (const child of node.children)
    if (child.type === 'paragraph') words.push(inlines(child.children, flow))
    else flow.below?.push(child)
  return words.length > 0 ? textRuns(' [', flow) + words.join(textRuns(' ', flow)) + textRuns(']', flow) : ''
}
