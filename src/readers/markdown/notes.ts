import type { FootnoteReference, Nodes, Root } from 'mdast'
import type { Block, Inline, Note } from '../../article/article.js'
import { readBlocks } from './blocks.js'
import { type NoteDefinition, placed, type Reading } from './reading.js'
import { sign } from './signs.js'

/** Reads the note that a reference cites and holds it at the call; a second call gets a copy, and both get the note's label. */
export function readNote(reference: FootnoteReference, reading: Reading): Inline[] {
  const definition = reading.notes.get(reference.identifier)
  const printed = `[^${reference.label ?? reference.identifier}]`
  if (!definition) return [{ type: 'text', value: printed, ...placed(reference) }]
  const size = definition.cited ? sizeOf(definition.node) : 0
  if (definition.open || size > reading.noteBudget) {
    const why = definition.open ? 'cites itself' : 'is cited so often that the article would grow without end'
    reading.report('note-endless', `the note \`${printed}\` ${why}: this call was left as text`, reference)
    return [{ type: 'text', value: printed, ...placed(reference) }]
  }
  reading.noteBudget -= size
  return noteAt(reference, definition, reading)
}

function noteAt(reference: FootnoteReference, definition: NoteDefinition, reading: Reading): Inline[] {
  definition.cited = true
  definition.open = true
  reading.noteDepth++
  const children = readBlocks(definition.node.children, reading)
  reading.noteDepth--
  definition.open = false
  if (children.length === 0) {
    reading.report(
      'note-empty',
      `the note \`[^${definition.node.label}]\` has no text: its call was dropped`,
      reference,
    )
    return []
  }
  if (reading.noteDepth > 0) return withinNote(children, reference, reading)
  const note: Note = { type: 'note', children, ...placed(reference) }
  if (definition.first) note.label = definition.first.label = definition.node.label ?? definition.node.identifier
  definition.first ??= note
  return [note]
}

/** Word allows no note in a note, nor does any page: its words stand in brackets. */
function withinNote(children: Block[], reference: FootnoteReference, reading: Reading): Inline[] {
  reading.report('note-nested', `a note within a note was set in brackets: \`[^${reference.label}]\``, reference)
  const words = children.flatMap(block => ('children' in block && block.type === 'paragraph' ? block.children : []))
  return [{ type: 'text', value: ' (' }, ...words, { type: 'text', value: ')' }]
}

/** Gathers link and note definitions from the whole tree, so that a call may stand before them. */
export function collectDefinitions(tree: Root, reading: Reading): void {
  if ((reading.signs.seen & sign.definition) === 0 || !reading.source.includes(']:')) return
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !reading.definitions.has(node.identifier))
      reading.definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') collectNote(node, reading)
    if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!)
  }
}

function collectNote(node: NoteDefinition['node'], reading: Reading): void {
  if (reading.notes.has(node.identifier))
    reading.report('note-twice', `the note \`[^${node.label}]\` is defined twice: this text was left out`, node)
  else reading.notes.set(node.identifier, { node, cited: false, open: false })
}

/** Reports the notes that nothing cites: their words stand nowhere in the article. */
export function reportUncitedNotes(reading: Reading): void {
  for (const { node, cited } of reading.notes.values()) {
    if (!cited) reading.report('note-unused', `no text cites the note \`[^${node.label}]\`: it was left out`, node)
  }
}

function sizeOf(node: Nodes): number {
  let size = 0
  const waiting: Nodes[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    size++
    if ('children' in next) for (const child of next.children) waiting.push(child)
  }
  return size
}
