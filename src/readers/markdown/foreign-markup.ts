import type { Root } from 'mdast'
import type { Position } from '../../article/article.js'
import { placeAt } from '../place.js'
import { eachNode } from './each-node.js'
import type { Reading } from './reading.js'
import { sign } from './signs.js'

interface Markup {
  pattern: RegExp
  what: string
  /** What to write for the same here. */
  instead: string
}

/**
 * What other programs would act on; what an earlier one has found no later one sees. Lengths are bounded: hostile text must
 * not cost.
 */
const signs: readonly Markup[] = [
  {
    pattern: /\{\{[<%].{0,300}?[%>]\}\}/s,
    what: 'a Hugo shortcode',
    instead: 'write a picture, `:::figure` or `::embed` for it',
  },
  {
    pattern: /<(?:a|div|figure|iframe|img|p|span|video)\s[^<>]{1,300}>/i,
    what: 'a tag of HTML',
    instead: 'put the values of its attributes in quotation marks',
  },
  { pattern: /\{%.{0,300}?%\}/s, what: 'a Liquid tag', instead: 'write a picture, `:::figure` or `::embed` for it' },
  { pattern: /\{\{.{0,300}?\}\}/s, what: 'a template’s field', instead: 'write the words themselves' },
  { pattern: /!?\[\[[^[\]]+\]\]/, what: 'a wiki link', instead: 'write `[words](address)`' },
  {
    pattern: /\^\[[^\]]{1,300}\]/,
    what: 'a note within the line',
    instead: 'write `[^1]`, and the note below: `[^1]: its text`',
  },
  {
    // Square brackets are common: only with an attribute do they hold a command.
    pattern: /\[[a-z][\w-]{0,30}\s+[\w-]{1,30}=["'][^\]]{0,300}\]/,
    what: 'a WordPress shortcode',
    instead: 'write a picture, `:::figure` or `::embed` for it',
  },
  {
    pattern: /\[(?:embed|gallery|playlist)\]/,
    what: 'a WordPress shortcode',
    instead: 'write a picture, `:::figure` or `::embed` for it',
  },
  { pattern: /\[-?@\w[^\]]{0,300}\]/, what: 'a citation', instead: 'write the source, or a note that names it' },
  { pattern: /\[[^[\]]+\]\{[.#][^{}]*\}/, what: 'words with attributes', instead: 'write the words alone' },
  { pattern: /^\+(?:[-=:]{2,200}\+){1,60}$/m, what: 'a grid table', instead: 'write a table of pipes: `| a | b |`' },
  { pattern: /%%[^%]{1,300}%%/, what: 'a note to oneself', instead: 'take it out: everybody would read it' },
  {
    pattern: /(?<!\{)==[^\s=](?:[^=]{0,300}[^\s=])?==/,
    what: 'marked words',
    instead: 'write `**…**`, or `{==…==}` for an editor',
  },
  { pattern: /(?<=\p{L}|\p{N})\^[\p{L}\p{N}+-]{1,8}\^/u, what: 'a superscript', instead: 'write `<sup>2</sup>`' },
  { pattern: /\$\$[^$]+\$\$/, what: 'mathematics', instead: 'write it in plain characters, or as a picture' },
  {
    // Between signs of money there is nothing of a formula, and a sum begins with a figure (Pandoc's rule for the end).
    pattern: /\$(?=[^$\n]{0,200}[\\^_={])[^$\s](?:[^$\n]{0,200}[^$\s])?\$(?!\d)/,
    what: 'mathematics',
    instead: 'write it in plain characters, or as a picture',
  },
  {
    pattern: /(?<=\n):[ \t]+\S[^\n]{0,40}/,
    what: 'the text of a definition list',
    instead: 'write a list: `- **Term**: its text`',
  },
  {
    pattern: /^\\(?:newpage|pagebreak|clearpage)\b/m,
    what: 'a page break',
    instead: 'leave it out: pages are filled by themselves',
  },
  { pattern: /^\*\[[^\]]+\]:\s/m, what: 'an abbreviation', instead: 'write it in full where it first stands' },
  { pattern: /^\{:[^{}]*\}$/m, what: 'an attribute list', instead: 'leave it out: looks come from the template' },
]
const markups = signs.map(sign => ({ ...sign, pattern: new RegExp(sign.pattern, `${sign.pattern.flags}g`) }))
/** What any of them begins with; `signs.ts` says which bytes that takes. */
const suspicious =
  /<[a-z]|\{[{%:]|\[\[|\^\[|\[-?@|\[[a-z][\w-]*\s+[\w-]+=|\[(?:embed|gallery|playlist)\]|\]\{|==|%%|\^|\$[^$]*\$|\\[npc]|\*\[|\n:[ \t]|\+--/

/** Reports words that other programs take for commands. They stay words: nobody but the writer knows whether they are any. */
export function reportForeignMarkup(tree: Root, reading: Reading): void {
  if ((reading.signs.seen & sign.foreign) === 0 || !suspicious.test(reading.source)) return
  eachNode(tree, node => {
    if (node.type === 'text' && node.position && suspicious.test(node.value)) reportIn(node.position, reading)
  })
}

/** Names each kind where it first stands, and how often it does. Looks at what was written: a sign that is escaped is a word. */
function reportIn(position: Position, reading: Reading): void {
  const source = reading.source.slice(position.start.offset, position.end.offset)
  let written = source
  for (const { pattern, what, instead } of markups) {
    const places: { found: string; at: number }[] = []
    written = written.replace(pattern, (found: string, at: number) => {
      if (written[at - 1] === '\\') return found
      places.push({ found: source.slice(at, at + found.length), at })
      return ' '.repeat(found.length)
    })
    const [first] = places
    if (!first) continue
    const words = first.found.replace(/\s+/g, ' ')
    const shown = words.length > 40 ? `${words.slice(0, 38)}…` : words
    const often = places.length > 1 ? ` (${places.length} times)` : ''
    reading.report('foreign-markup', `\`${shown}\` looks like ${what} and was read as text${often}`, {
      position: within(position, written, first.at, first.found.length),
      hint: instead,
    })
  }
}

/** Returns the place of characters that stand at an offset in a piece of the source. */
function within({ start }: Position, piece: string, at: number, length: number): Position {
  const placed = (offset: number): Position['start'] => {
    const { line, column } = placeAt(piece, offset).start
    return {
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
      offset: (start.offset ?? 0) + offset,
    }
  }
  return { start: placed(at), end: placed(at + length) }
}
