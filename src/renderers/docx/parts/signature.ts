import type { Comment, Deletion, Insertion } from '../../../article/article.js'
import type { RenderContext } from '../../renderer.js'

/** Longest name that Word lets an editor have: the Open XML SDK knows it. */
const longest = 255

/**
 * Returns the name that signs a change or a remark. One without an author is the desk's: Word demands a name. A longer one
 * than Word takes is cut, and reported.
 */
export function signature(node: Insertion | Deletion | Comment, report: RenderContext<unknown>['report']): string {
  const name = node.author?.trim() || 'Desk'
  if (name.length <= longest) return name
  report(`an editor's name of ${name.length} characters was cut: Word takes ${longest}`, 'word-editor', node)
  return name.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')
}
