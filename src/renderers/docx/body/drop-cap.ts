import type { Paragraph } from '../../../article/article.js'
import { visit } from '../../../article/walk.js'
import { dropCapParts } from '../../../templates/drop-cap.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import type { ParagraphPiece } from './pieces.js'
import { styledText } from './runs.js'

/**
 * Returns the drop cap of the article's first paragraph, and that paragraph without its letter: Word sets the letter in a
 * frame before the text that flows round it (ISO/IEC 29500-1, 17.3.1.11). Nothing for any other paragraph, nor for one that
 * cites a note: Pandoc would put the letter into the note.
 */
export function dropCapBefore(node: Paragraph, flow: Flow): { cap: ParagraphPiece; text: Paragraph } | undefined {
  const { article, context, lede, rtl } = flow.file
  const lines = context.template.dropCap?.lines ?? 1
  const [first, ...others] = node.children
  if (lines < 2 || rtl || node !== lede || article.meta.dateline || first?.type !== 'text') return undefined
  const parts = dropCapParts(first.value)
  if (!parts || citesNote(node)) return undefined
  const { mark, gap, letter, space, word, rest } = parts
  const words = gap
    ? styledText(mark, 'DropCapLetter', flow) + narrowed(gap) + styledText(letter, 'DropCapLetter', flow)
    : styledText(mark + letter, 'DropCapLetter', flow)
  const cap = paragraph('DropCap', words, flow)
  const frame = `<w:framePr w:dropCap="drop" w:lines="${lines}" w:hSpace="60" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>`
  return {
    cap: { ...cap, direct: { ...cap.direct, frame } },
    text: { ...node, children: [{ ...first, value: space + word + rest }, ...others] },
  }
}

/** As large as the letter a space is a hole: the same one, less wide (ISO/IEC 29500-1, 17.3.2.43). */
function narrowed(space: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="DropCapLetter"/><w:w w:val="67"/></w:rPr><w:t xml:space="preserve">${space}</w:t></w:r>`
}

function citesNote(node: Paragraph): boolean {
  let found = false
  visit(node, each => {
    if (each.type === 'note') found = true
  })
  return found
}
