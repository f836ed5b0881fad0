import type { Block, Extension } from '../../../article/article.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import type { Piece } from './pieces.js'
import { textRuns } from './runs.js'

/** What a plugin's handler works with. Pieces are the paragraphs and tables of a Word file before it is written. */
export interface DocxTools {
  /** Returns blocks as Word has them: headings, lists, tables and all. */
  render(nodes: readonly Block[]): Piece[]
  /**
   * Returns a paragraph of plain words in a style by its name ("Caption", "Quote"). A name that no style has yet becomes a
   * style of the file, based on `basedOn` or else on "Body Text", so that a house can give it a look.
   */
  paragraph(style: string, words: string, basedOn?: string): Piece
}

/** A plugin's way to write its own node in a Word file; undefined has the node's children written. */
export type DocxExtension = (node: Extension, tools: DocxTools) => Piece[] | undefined

/** A plugin's handler writes the node; without one its children stand in its place. */
export function extension(node: Extension, flow: Flow): Piece[] {
  const handler = flow.file.context.extension(node.name)
  const own = typeof handler === 'function' ? (handler as DocxExtension)(node, toolsFor(flow)) : undefined
  return own ?? blocks(node.children, flow)
}

function toolsFor(flow: Flow): DocxTools {
  const { styles } = flow.file
  const idOf = (name: string, basedOn = 'Body Text'): string =>
    styles.idOf(name) ?? styles.variant(styles.idOf(basedOn) ?? 'BodyText', '', () => ({}), { name, variant: false })
  return {
    render: nodes => blocks(nodes, flow),
    paragraph: (style, words, basedOn) => paragraph(idOf(style, basedOn), textRuns(words, flow), flow),
  }
}
