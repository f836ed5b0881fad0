import type { Limits } from '../reader.js'

/** Why a block may not be given to the parser, and where. */
export interface Refusal {
  what: 'size' | 'keys' | 'depth'
  limit: number
  offset: number
}

type FrontMatterLimits = Pick<Limits, 'frontMatterSize' | 'frontMatterKeys' | 'frontMatterDepth'>

/**
 * Looks at a block of YAML or TOML in one pass before any parser sees it: a parser of nested brackets can kill the whole process
 * (V8 aborts when a regular expression is compiled at the end of the stack), and no error could be caught. It counts rather
 * too much than too little: brackets in quoted text count as well.
 */
export function prescan(text: string, limits: FrontMatterLimits): Refusal | undefined {
  if (text.length > limits.frontMatterSize)
    return { what: 'size', limit: limits.frontMatterSize, offset: limits.frontMatterSize }
  const scan: Scan = { keys: 0, brackets: [], indents: [] }
  let offset = 0
  for (const line of text.split('\n')) {
    const depth = blockDepth(line, scan) + deepestBracket(line, scan)
    if (depth > limits.frontMatterDepth) return { what: 'depth', limit: limits.frontMatterDepth, offset }
    if (scan.keys > limits.frontMatterKeys) return { what: 'keys', limit: limits.frontMatterKeys, offset }
    offset += line.length + 1
  }
  return undefined
}

interface Scan {
  keys: number
  /** Brackets that are open. */
  brackets: string[]
  /** Indents of the block collections that are open. */
  indents: number[]
}

/** How many block collections a line stands in: indents, and marks such as `- - ? x` at its start. */
function blockDepth(line: string, scan: Scan): number {
  if (line.trim() === '') return scan.indents.length
  const [start = '', marks = ''] = /^[ \t]*((?:[-?:][ \t]+)*)/.exec(line) ?? []
  const indent = start.length - marks.length
  while (scan.indents.length > 0 && scan.indents.at(-1)! >= indent) scan.indents.pop()
  scan.indents.push(indent)
  scan.keys += marks.match(/\?/g)?.length ?? 0
  return scan.indents.length + (marks.match(/[-?:]/g)?.length ?? 0)
}

/** The most brackets that are open at once in a line. Counts keys on the way: a colon's, and names alone in `{a, b}`. */
function deepestBracket(line: string, scan: Scan): number {
  let deepest = scan.brackets.length
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!
    if (character === '[' || character === '{') deepest = Math.max(deepest, scan.brackets.push(character))
    else if (character === ']' || character === '}') scan.brackets.pop()
    else if (character === ':' && /^["'\s]?$/.test(line.slice(at + 1, at + 2))) scan.keys++
    else if (character === ',' && scan.brackets.at(-1) === '{') scan.keys++
  }
  return deepest
}
