import type { Article, Block, Note } from '../../src/article/article.js'
import { noteKey } from '../../src/article/text.js'

/**
 * Returns an article, or blocks, with the notes that are called more than once labelled by their order: a label means nothing
 * but which calls are those of one note.
 */
export function withPlainLabels<Value extends Article | Block[]>(value: Value): Value {
  const calls = new Map<string, number>()
  eachNote(value, key => calls.set(key, (calls.get(key) ?? 0) + 1))
  const numbers = new Map<string, string>()
  return JSON.parse(JSON.stringify(value), (_, node) => {
    const key = isNote(node) ? noteKey(node) : undefined
    if (key === undefined) return node
    const { label: _label, ...rest } = node
    if ((calls.get(key) ?? 0) < 2) return rest
    if (!numbers.has(key)) numbers.set(key, `note-${numbers.size + 1}`)
    return { ...rest, label: numbers.get(key) }
  })
}

function eachNote(value: unknown, told: (key: string) => void): void {
  JSON.parse(JSON.stringify(value), (_, node) => {
    const key = isNote(node) ? noteKey(node) : undefined
    if (key !== undefined) told(key)
    return node
  })
}

const isNote = (node: unknown): node is Note => (node as Note | null)?.type === 'note'
