import type { Root } from 'mdast'
import type { Block, Heading } from '../../article/article.js'
import { visit } from '../../article/walk.js'
import { giveIds, headingsIn } from '../../transforms/heading-ids.js'
import { takeAttributeLists } from './attribute-lists.js'
import { readBlocks } from './blocks.js'
import { reportForeignMarkup } from './foreign-markup.js'
import { isLiteral } from './literal.js'
import { reportMissingNotes } from './missing-notes.js'
import { collectDefinitions, reportUncitedNotes } from './notes.js'
import { closeUpRanks } from './outline.js'
import type { Reading } from './reading.js'
import { sign } from './signs.js'
import { resolveTargets } from './targets.js'
import { tidyText } from './tidy.js'
import { takeTitle } from './title.js'

/** The body of an article, with what the body says of the metadata. */
export interface Body {
  title: string
  children: Block[]
  freeBlocks: number | undefined
}

/** Reads the tree of a whole source: blocks first, then what only all of them together tell. */
export function readBody(tree: Root, givenTitle: string | undefined, path: string | undefined, reading: Reading): Body {
  takeAttributeLists(tree, reading)
  reportForeignMarkup(tree, reading)
  collectDefinitions(tree, reading)
  const blocks = readBlocks(tree.children, reading)
  // In most stories all stand between the other blocks: none need be looked for inside them.
  const nested = reading.headings > blocks.filter(isHeading).length
  reportMissingNotes(tree, reading)
  reportUncitedNotes(reading)
  reading.html?.reportHtml(reading)
  const titled = takeTitle(blocks, givenTitle, path, reading)
  const freeBlocks = titled.children.findIndex(isFreeMark)
  const children = withoutMarks(titled.children, reading)
  closeUpRanks(children, reading, nested)
  reading.literalLede = children.find(block => block.type === 'paragraph' && isLiteral(block.children))
  tidyText(children, mayHaveGaps(reading))
  const headings = nested ? headingsIn(children) : children.filter(isHeading)
  giveIds(headings)
  resolveTargets(children, headings, reading)
  if (children.length === 0) reading.report('source-empty', 'the article has no text')
  return { title: titled.title, children, freeBlocks: freeBlocks === -1 ? undefined : freeBlocks }
}

/** A reference (`&#32;`) may stand for a space too: a source that holds one is not clean. */
const mayHaveGaps = ({ clean, signs, source }: Reading): boolean =>
  !clean || (signs.seen & sign.tab) !== 0 || source.includes('  ')

const isHeading = (block: Block): block is Heading => block.type === 'heading'

/** `<!--more-->` travels as a marked separator while blocks are put together. */
const isFreeMark = (block: Block): boolean => block.type === 'separator' && block.data !== undefined

function withoutMarks(children: Block[], reading: Reading): Block[] {
  // The mark is a comment, which is read as HTML.
  if (!reading.html) return children
  visit(children, node => {
    const holder = node as { children?: Block[] }
    if (holder.children?.some(isFreeMark)) holder.children = holder.children.filter(child => !isFreeMark(child))
  })
  return children.some(isFreeMark) ? children.filter(child => !isFreeMark(child)) : children
}
