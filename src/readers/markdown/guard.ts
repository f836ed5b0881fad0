import type { KnownRuleId } from '../../diagnostics/rules.js'
import type { Limits } from '../reader.js'

/** Why a source is not parsed, and where. */
export interface Refusal {
  rule: KnownRuleId
  reason: string
  offset: number
}

/** Table rows in one block; each row has its own budget of marks. */
const MOST_ROWS = 5_000

/** Lines deeper than this draw on the budget of container marks. */
const SHALLOW = 4

const containers = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const inlineMarks = /[*_~[\]!`<&\\^]|:\/\//g

interface Guard {
  limits: Limits
  /** No block has a bound of its own, only lines, nesting and directives. */
  unbounded: boolean
  /** Indents of the list items that are open: a deeper marker opens another. */
  indents: number[]
  /** Lengths of the `:::` fences that are open. */
  directives: number[]
  /** The code fence that is open, and the text before it on its line. */
  fence?: { mark: string; prefix: string } | undefined
  block: { lines: number; marks: number; rows: number; underlines: number }
  containerMarks: number
  definitions: number
  setextHeadings: number
  lineWork: number
}

/**
 * Looks at a source once, line by line, before a parser sees it, and refuses what would keep one busy for minutes or
 * overflow its stack: size, line length, nesting, marks in one block. Fenced code counts only by its size. Its own cost is
 * linear; it bounds what a parser can be made to do, it does not judge Markdown. What stands before `from` is blank, and of
 * what follows `most` marks at most open something.
 */
export function guardMarkdown(source: string, limits: Limits, from = 0, most = Infinity): Refusal | undefined {
  if (source.length > limits.size)
    return refuse('limit-size', `the source has ${source.length} characters; the limit is ${limits.size}`, limits.size)
  const unbounded = [limits.marks, limits.blockLines, limits.definitions, limits.setextHeadings].every(
    limit => limit === Infinity,
  )
  if (unbounded && source.length <= Math.min(LONG, limits.line) && isShallow(source, from, most, limits))
    return undefined
  const guard: Guard = {
    limits,
    unbounded,
    indents: [],
    directives: [],
    block: emptyBlock(),
    containerMarks: 0,
    definitions: 0,
    setextHeadings: 0,
    lineWork: 0,
  }
  const endOfLine = source.includes('\r') ? eitherEnd : newline
  for (let start = from; start <= source.length; ) {
    const end = endOfLine(source, start)
    if (isPlain(source, start, end, guard)) guard.indents.length = 0
    else {
      const refusal = inFence(source, start, end, guard) ? undefined : checkLine(source, start, end, guard)
      if (refusal) return refusal
    }
    start = end + (source.startsWith('\r\n', end) ? 2 : 1)
  }
  return undefined
}

/** What may begin a container or a directive, wherever it stands. */
const openers = /[>:]|[-+*](?=\s|$)|\d[.)](?=\s|$)/g

/** Whether a source has fewer such marks than may stand in one another: most stories do, and need not be looked at by lines. */
function isShallow(source: string, from: number, most: number, limits: Limits): boolean {
  let left = Math.min(limits.nesting, limits.openDirectives, limits.containerMarks)
  if (most <= left) return true
  openers.lastIndex = from
  while (left >= 0 && openers.test(source)) left--
  return left >= 0
}

const refuse = (rule: KnownRuleId, reason: string, offset: number): Refusal => ({ rule, reason, offset })

const emptyBlock = (): Guard['block'] => ({ lines: 0, marks: 0, rows: 0, underlines: 0 })

function newline(source: string, start: number): number {
  const found = source.indexOf('\n', start)
  return found === -1 ? source.length : found
}

function eitherEnd(source: string, start: number): number {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return source.length
}

/** Whether a line of usual length begins at the margin with what opens neither a container, code nor a directive. */
function isPlain(source: string, start: number, end: number, { limits, unbounded, fence }: Guard): boolean {
  if (!unbounded || fence || end === start || end - start > Math.min(LONG, limits.line)) return false
  return !marksAtStart.has(source.charCodeAt(start))
}

const marksAtStart: ReadonlySet<number> = new Set([...' \t>-+*`~:0123456789'].map(mark => mark.charCodeAt(0)))

/** Whether the line is code between fences. A line outside the container that the fence stands in closes it. */
function inFence(source: string, start: number, end: number, guard: Guard): boolean {
  if (!guard.fence) return false
  const { mark, prefix } = guard.fence
  const line = source.slice(start, Math.min(end, start + 1_000))
  const quotes = prefix.split('>').length - 1
  if (line.split('>', quotes + 1).length <= quotes || (quotes === 0 && leaves(line, prefix))) {
    guard.fence = undefined
    return false
  }
  const trimmed = line.replace(/^[ \t>]*/, '').trimEnd()
  if (trimmed.length >= mark.length && trimmed === mark[0]!.repeat(trimmed.length)) guard.fence = undefined
  return true
}

const leaves = (line: string, prefix: string): boolean =>
  prefix.length > 0 && line.trim() !== '' && /^[ \t]*/.exec(line)![0].length < prefix.trimEnd().length

/**
 * A picture by its `data:` address, defined as Google Docs writes it or alone on its line: nothing in it begins anything,
 * however long it is.
 */
const picture =
  /^(?:\[[^[\]]{1,100}\]: ?|!\[[^[\]*_`]{0,500}\]\()<?data:image\/[a-z+]{1,20};base64,[A-Za-z0-9+/=]*>?(?: "[^"]{0,500}")?\)?\s*$/

function checkLine(source: string, start: number, end: number, guard: Guard): Refusal | undefined {
  const { limits } = guard
  if (end - start > limits.line && !(guard.unbounded && picture.test(source.slice(start, end))))
    return refuse('limit-line', `a line has ${end - start} characters; the limit is ${limits.line}`, start)
  const content = skipContainers(source, start, end, guard)
  const depth = content.depth
  if (depth > limits.nesting)
    return refuse('limit-nesting', `quotes and lists are nested ${depth} deep; the limit is ${limits.nesting}`, start)
  if (content.marks > SHALLOW) guard.containerMarks += content.marks
  if (guard.containerMarks > limits.containerMarks)
    return refuse('limit-nesting', 'quotes and lists are nested deeply on too many lines', start)
  const text = source.slice(content.at, end)
  if (text.trim() === '') {
    guard.block = emptyBlock()
    return undefined
  }
  const opened = fence.exec(text)
  if (opened) {
    guard.fence = { mark: opened[1]!, prefix: source.slice(start, content.at) }
    guard.block = emptyBlock()
    return undefined
  }
  return checkLongLine(text, start, guard) ?? checkDirective(text, start, guard) ?? checkBlock(text, start, guard)
}

/** Counts the quote and list marks that a line begins with, and the lists that its indent says are still open. */
function skipContainers(
  source: string,
  start: number,
  end: number,
  guard: Guard,
): { at: number; marks: number; depth: number } {
  let at = start
  let marks = 0
  let quotes = 0
  containers.lastIndex = at
  for (let found = containers.exec(source); found && containers.lastIndex <= end; found = containers.exec(source)) {
    const indent = at - start + found[0].search(/\S/)
    if (found[0].endsWith('>')) quotes++
    else openList(indent, guard)
    marks++
    at = containers.lastIndex
  }
  if (marks === 0) closeLists(source, start, end, guard)
  return { at, marks, depth: Math.max(marks, quotes + guard.indents.length) }
}

function openList(indent: number, guard: Guard): void {
  while (guard.indents.length > 0 && guard.indents.at(-1)! >= indent) guard.indents.pop()
  guard.indents.push(indent)
}

/** A line at the margin ends every list, unless it is blank. */
function closeLists(source: string, start: number, end: number, guard: Guard): void {
  if (end > start && source[start] !== ' ' && source[start] !== '\t') guard.indents.length = 0
}

/** Lines longer than this are looked at for what they cost. */
const LONG = 10_000

function checkLongLine(text: string, start: number, guard: Guard): Refusal | undefined {
  if (text.length <= LONG || guard.limits.lineWork === Infinity || !/[^\u0000-\u007F]/.test(text)) return undefined
  guard.lineWork += text.length * (text.match(inlineMarks)?.length ?? 0)
  if (guard.lineWork <= guard.limits.lineWork) return undefined
  return refuse('limit-marks', 'lines of many thousand characters hold too many marks', start)
}

function checkDirective(text: string, start: number, guard: Guard): Refusal | undefined {
  const colons = /^[ \t]*(:{3,})[ \t]*(\S?)/.exec(text)
  if (!colons) return undefined
  const length = colons[1]!.length
  if (colons[2]) guard.directives.push(length)
  else {
    const at = guard.directives.findLastIndex(open => open <= length)
    if (at >= 0) guard.directives.length = at
  }
  if (guard.directives.length <= guard.limits.openDirectives) return undefined
  return refuse(
    'limit-nesting',
    `${guard.directives.length} directives are open at once; the limit is ${guard.limits.openDirectives}`,
    start,
  )
}

function checkBlock(text: string, start: number, guard: Guard): Refusal | undefined {
  const { block, limits } = guard
  const marks = limits.marks === Infinity ? 0 : (text.match(inlineMarks)?.length ?? 0)
  if (/\|/.test(text)) {
    block.rows++
    if (marks > limits.marks) return tooManyMarks(marks, limits, start)
    if (limits.blockLines !== Infinity && block.rows > MOST_ROWS)
      return refuse('limit-blocks', `a table has more than ${MOST_ROWS} rows`, start)
    return undefined
  }
  block.marks += marks
  block.lines++
  if (block.marks > limits.marks) return tooManyMarks(block.marks, limits, start)
  if (block.lines > limits.blockLines)
    return refuse('limit-blocks', `a block has more than ${limits.blockLines} lines`, start)
  return countDefinitions(text, start, guard) ?? countUnderlines(text, start, guard)
}

const tooManyMarks = (marks: number, limits: Limits, start: number): Refusal =>
  refuse('limit-marks', `a block has more than ${limits.marks} marks (${marks} up to here)`, start)

function countDefinitions(text: string, start: number, guard: Guard): Refusal | undefined {
  if (/^ {0,3}\[[^\]]+\]:/.test(text) && ++guard.definitions > guard.limits.definitions)
    return refuse('limit-blocks', `there are more than ${guard.limits.definitions} link and note definitions`, start)
  return undefined
}

/** Headings underlined with `=` or `-` cost remark the square of their number. */
function countUnderlines(text: string, start: number, guard: Guard): Refusal | undefined {
  if (guard.block.lines < 2 || !/^ {0,3}(?:=+|-+)[ \t]*$/.test(text)) return undefined
  guard.setextHeadings++
  guard.block.underlines++
  if (
    guard.setextHeadings <= guard.limits.setextHeadings &&
    (guard.block.underlines <= 50 || guard.limits.setextHeadings === Infinity)
  )
    return undefined
  return refuse('limit-blocks', 'there are too many headings underlined with `=` or `-`', start)
}
