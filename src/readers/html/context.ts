import type { Nodes } from 'mdast'
import type { Position } from '../../article/article.js'
import type { Reading } from '../markdown/reading.js'
import type { HtmlChild, HtmlElement } from './tree.js'

/** Notes an element whose meaning was lost while its text was kept; each kind is reported once (`reportHtml`). */
export function noteUnwrapped(tag: string, position: Position | undefined, reading: Reading): void {
  count(`<${tag}>`, position, reading)
}

/** Notes an element that was dropped with all that stands in it. */
export function noteDropped(tag: string, position: Position | undefined, reading: Reading): void {
  count(`!${tag}`, position, reading)
}

export function noteComment(position: Position | undefined, reading: Reading): void {
  count('!--', position, reading)
}

function count(what: string, position: Position | undefined, reading: Reading): void {
  const before = reading.unwrapped.get(what)
  if (before) before.times++
  else reading.unwrapped.set(what, { times: 1, position })
}

/** Says once for each kind of element what became of it. */
export function reportHtml(reading: Reading): void {
  for (const [what, { times, position }] of reading.unwrapped) {
    const often = times > 1 ? ` (${times} times)` : ''
    if (what === '!--') reading.report('html-comment', `a comment was left out${often}`, { position })
    else if (what.startsWith('!'))
      reading.report('html-dropped', `\`<${what.slice(1)}>\` and what stands in it were left out${often}`, { position })
    else if (Object.hasOwn(losses, what)) reading.report('html-unwrapped', `${losses[what]}${often}`, { position })
    else
      reading.report('html-unwrapped', `\`${what}\` has no counterpart in an article: its text was kept${often}`, {
        position,
      })
  }
}

/** What was lost where it is less than the element. */
const losses: { readonly [what: string]: string } = {
  '<abbr>': 'what `<abbr>` stands for, its `title`, was left out',
  '<td>': 'a cell over several columns or rows was set into its first place, and the others were left empty',
  '<dl>': 'a list of terms was set as paragraphs',
}

/** Returns the words of a piece of HTML, those of Markdown among it included. */
export function textOf(children: readonly HtmlChild[]): string {
  return children
    .map(child => {
      if (child.kind === 'text') return child.value
      if (child.kind === 'element') return child.tag === 'br' ? '\n' : textOf(child.children)
      if (child.kind === 'comment') return ''
      return wordsOf(child.node)
    })
    .join('')
}

/** The words of a Markdown node: its marks have been read, and a tag among them closes nothing here. */
function wordsOf(node: Nodes): string {
  if (node.type === 'html') return ''
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The language and direction that an element declares. */
export function languageOf(element: HtmlElement): { language?: string; direction?: 'ltr' | 'rtl' } {
  const { lang = element.attributes['xml:lang'], dir } = element.attributes
  const language = lang ? canonical(lang) : undefined
  const direction = dir?.toLowerCase()
  return { ...(language && { language }), ...((direction === 'ltr' || direction === 'rtl') && { direction }) }
}

function canonical(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** Returns a size in px as HTML writes it. */
export function pixels(value: string | undefined): number | undefined {
  const found = /^\s*(\d{1,5})(?:px)?\s*$/.exec(value ?? '')
  return found && Number(found[1]) > 0 ? Number(found[1]) : undefined
}
