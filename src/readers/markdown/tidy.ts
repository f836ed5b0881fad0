import type { ArticleNode, Inline, Text } from '../../article/article.js'
import { withoutLiteralMark } from './literal.js'

/** Characters between which a line end is no space: Chinese and Japanese set no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Makes running text of what stood on lines of a source: line ends become spaces (nothing between Chinese or Japanese
 * characters), neighbouring texts become one, and no run begins or ends with white space. Changes nodes in place.
 */
export function tidyText(nodes: readonly ArticleNode[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    const lists = node as { children?: ArticleNode[]; caption?: Inline[] }
    if (lists.caption) lists.caption = tidyRun(lists.caption)
    if (!lists.children) continue
    if (runHolders.has(node.type)) lists.children = tidyRun(lists.children as Inline[])
    else tidyText(lists.children)
  }
}

const runHolders = new Set<ArticleNode['type']>(['paragraph', 'heading', 'pullQuote', 'tableCell'])

/** Returns a run of text without the traces of its source's lines. */
export function tidyRun(run: Inline[]): Inline[] {
  const only = run[0]
  // Most runs are one text already as it is to be.
  if (run.length === 1 && only!.type === 'text' && isTidy(only!)) return run
  return trimmed(joined(run))
}

function isTidy({ value, data }: Text): boolean {
  return value !== '' && data === undefined && !isBlank(value[0]) && !isBlank(value.at(-1)) && spaced(value) === value
}

function joined(run: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (let at = 0; at < run.length; at++) {
    const node = run[at]!
    const before = result.at(-1)
    if (node.type === 'text' && before?.type === 'text') result[result.length - 1] = together(before, node)
    else if ('children' in node && node.type !== 'note')
      result.push({ ...node, children: joined(node.children) } as Inline)
    else {
      if (node.type === 'note') tidyText(node.children)
      result.push(node)
    }
  }
  let length = 0
  for (let at = 0; at < result.length; at++) {
    const node = result[at]!
    const kept = node.type === 'text' ? onOneLine(node) : node
    if (kept.type !== 'text' || kept.value !== '') result[length++] = kept
  }
  result.length = length
  return result
}

/** Most texts stand on one line already and are kept as they are. */
function onOneLine(text: Text): Text {
  const value = spaced(text.value)
  return value === text.value && text.data === undefined ? text : { ...withoutLiteralMark(text), value }
}

function together(a: Text, b: Text): Text {
  const position =
    a.position && b.position
      ? { position: { start: a.position.start, end: b.position.end } }
      : placeOf(a.position ?? b.position)
  return { type: 'text', value: a.value + b.value, ...position }
}

const placeOf = (position: Text['position']): Pick<Text, 'position'> => (position ? { position } : {})

function spaced(value: string): string {
  if (!value.includes('\n') && !value.includes('  ') && !value.includes('\t')) return value
  return value.replace(/[ \t\n]*[\t\n][ \t\n]*| {2,}/g, (space, at: number, whole: string) => {
    if (!space.includes('\n')) return ' '
    const after = /[ \t\n]+/y
    after.lastIndex = at
    after.exec(whole)
    return unspaced.test(whole[at - 1] ?? '') && unspaced.test(whole[after.lastIndex] ?? '') ? '' : ' '
  })
}

/** Cuts white space and line breaks from both ends of a run. */
function trimmed(run: Inline[]): Inline[] {
  return hasBlankEnd(run[0], 0) || hasBlankEnd(run.at(-1), -1) ? trimSide(trimSide(run, 0), -1) : run
}

function hasBlankEnd(node: Inline | undefined, side: 0 | -1): boolean {
  if (node?.type !== 'text') return node?.type === 'lineBreak'
  return isBlank(node.value.at(side))
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t'

function trimSide(run: Inline[], side: 0 | -1): Inline[] {
  const nodes = [...run]
  while (nodes.length > 0) {
    const at = side === 0 ? 0 : nodes.length - 1
    const node = nodes[at]!
    if (node.type === 'text') {
      if (!isBlank(node.value.at(side))) break
      const value = node.value.replace(side === 0 ? /^[ \t\n]+/ : /[ \t\n]+$/, '')
      nodes[at] = { ...node, value }
      if (value !== '') break
    } else if (node.type !== 'lineBreak') break
    nodes.splice(at, 1)
  }
  return nodes
}
