import type { ArticleNode, Inline, Text } from '../../article/article.js'
import { withoutLiteralMark } from './literal.js'

/** Characters between which a line end is no space: Chinese and Japanese set no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Makes running text of what stood on lines of a source: line ends become spaces (nothing between Chinese or Japanese
 * characters), neighbouring texts become one, and no run begins or ends with white space. Changes nodes in place. Where no text
 * has `gaps`, tabs or several spaces, none are looked for.
 */
export function tidyText(nodes: readonly ArticleNode[], gaps = true): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    const lists = node as { children?: ArticleNode[]; caption?: Inline[] }
    if (lists.caption) lists.caption = tidyRun(lists.caption, gaps)
    if (!lists.children) continue
    if (runHolders.has(node.type)) lists.children = tidyRun(lists.children as Inline[], gaps)
    else tidyText(lists.children, gaps)
  }
}

const runHolders = new Set<ArticleNode['type']>(['paragraph', 'heading', 'pullQuote', 'tableCell'])

/** Returns a run of text without the traces of its source's lines. */
export function tidyRun(run: Inline[], gaps = true): Inline[] {
  const only = run[0]
  // Most runs are one text already as it is to be.
  if (run.length === 1 && only!.type === 'text' && isTidy(only!, gaps)) return run
  return trimmed(joined(run, gaps))
}

function isTidy({ value, data }: Text, gaps: boolean): boolean {
  return (
    value !== '' &&
    data === undefined &&
    !isBlank(value, 0) &&
    !isBlank(value, value.length - 1) &&
    spaced(value, gaps) === value
  )
}

function joined(run: readonly Inline[], gaps: boolean): Inline[] {
  const result: Inline[] = []
  let mayHaveGaps = gaps
  for (let at = 0; at < run.length; at++) {
    const node = run[at]!
    const before = result.at(-1)
    if (node.type === 'text' && before?.type === 'text') {
      result[result.length - 1] = together(before, node)
      // The end of one and the beginning of the next may be two spaces.
      mayHaveGaps = true
    } else if ('children' in node && node.type !== 'note')
      result.push({ ...node, children: joined(node.children, gaps) } as Inline)
    else {
      if (node.type === 'note') tidyText(node.children, gaps)
      result.push(node)
    }
  }
  let length = 0
  for (let at = 0; at < result.length; at++) {
    const node = result[at]!
    const kept = node.type === 'text' ? onOneLine(node, mayHaveGaps) : node
    if (kept.type !== 'text' || kept.value !== '') result[length++] = kept
  }
  result.length = length
  return result
}

/** Most texts stand on one line already and are kept as they are. */
function onOneLine(text: Text, gaps: boolean): Text {
  const value = spaced(text.value, gaps)
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

function spaced(value: string, gaps: boolean): string {
  if (!value.includes('\n') && !(gaps && (value.includes('  ') || value.includes('\t')))) return value
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
  return isBlank(node.value, side === 0 ? 0 : node.value.length - 1)
}

/** Whether a space, a line end or a tab stands at a place; not where there is none. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0x0a || code === 0x09
}

function trimSide(run: Inline[], side: 0 | -1): Inline[] {
  const nodes = [...run]
  while (nodes.length > 0) {
    const at = side === 0 ? 0 : nodes.length - 1
    const node = nodes[at]!
    if (node.type === 'text') {
      if (!hasBlankEnd(node, side)) break
      const value = node.value.replace(side === 0 ? /^[ \t\n]+/ : /[ \t\n]+$/, '')
      nodes[at] = { ...node, value }
      if (value !== '') break
    } else if (node.type !== 'lineBreak') break
    nodes.splice(at, 1)
  }
  return nodes
}
