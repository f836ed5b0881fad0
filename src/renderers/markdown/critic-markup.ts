import type { Comment, Deletion, Insertion, IsoDate } from '../../article/article.js'
import { barrier } from './escape.js'

/** Makes words of whatever Markdown would take for markup. */
type Escape = (words: string) => string

/**
 * CriticMarkup, an editor's marks in plain text: `{++added++}`, `{--cut--}`, `{==words==}{>>a remark on them<<}`. Who and when
 * stand first, after an `@`: `{++@Ruth Amsel 2026-11-23: added++}`.
 */
export function marked(sign: '++' | '--', node: Insertion | Deletion, escaped: Escape): [string, string] {
  const first = node.children[0]
  const plain = first?.type !== 'text' || !first.value.startsWith('@')
  return [`{${sign}${signature(node.author, node.date, plain, escaped)}`, `${sign}}`]
}

/** Returns a remark in its brackets. */
export function remark({ text, author, date }: Comment, escaped: Escape): string {
  return `{>>${signature(author, date, !text.startsWith('@'), escaped)}${escaped(text)}<<}`
}

/** `@Name date: `; nothing where neither is known, but for words that begin like one. */
function signature(author: string | undefined, date: IsoDate | undefined, plain: boolean, escaped: Escape): string {
  if (author === undefined && date === undefined) return plain ? '' : '@: '
  // `++@desk.example` would be an address.
  const apart = author !== undefined && /^[-\w]*\.[-\w]/.test(author) ? barrier : ''
  return `${apart}@${[author && escaped(author), date].filter(Boolean).join(' ')}: `
}
