import type { Root, Text } from 'mdast'
import type { Position } from '../../article/article.js'
import { placeAt } from '../place.js'
import { eachNode } from './each-node.js'
import type { Reading } from './reading.js'

/** What other programs would act on, and what to write for the same here. Lengths are bounded: hostile text must not cost. */
const markups: readonly { pattern: RegExp; what: string; instead: string }[] = [
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
  { pattern: /\[-?@\w[^\]]{0,300}\]/, what: 'a citation', instead: 'write the source, or a note that names it' },
  { pattern: /\[[^[\]]+\]\{[.#][^{}]*\}/, what: 'words with attributes', instead: 'write the words alone' },
  {
    pattern: /(?<!\{)==[^\s=](?:[^=]{0,300}[^\s=])?==/,
    what: 'marked words',
    instead: 'write `<mark>…</mark>`, or `{==…==}` for an editor',
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
  { pattern: /^\*\[[^\]]+\]:\s/m, what: 'an abbreviation', instead: 'write `<abbr title="…">…</abbr>`' },
  { pattern: /^\{:[^{}]*\}$/m, what: 'an attribute list', instead: 'leave it out: looks come from the template' },
]
const suspicious = /<[a-z]|\{[{%:]|\[\[|\^\[|\[-?@|\[[a-z][\w-]*\s+[\w-]+=|\]\{|==|\^|\$[^$]*\$|\\[npc]|\*\[|\n:[ \t]/

/** Reports words that other programs take for commands. They stay words: nobody but the writer knows whether they are any. */
export function reportForeignMarkup(tree: Root, reading: Reading): void {
  if (!suspicious.test(reading.source)) return
  eachNode(tree, node => {
    if (node.type === 'text' && suspicious.test(node.value)) reportIn(node, reading)
  })
}

function reportIn(text: Text, reading: Reading): void {
  const source = reading.source.slice(text.position?.start.offset, text.position?.end.offset)
  for (const { pattern, what, instead } of markups) {
    const found = pattern.exec(text.value)?.[0]
    // Signs that are escaped are meant as they stand.
    if (found === undefined || !source.includes(found) || source.includes(`\\${found}`)) continue
    const shown = found.length > 40 ? `${found.slice(0, 38)}…` : found
    return reading.report('foreign-markup', `\`${shown}\` looks like ${what} and was read as text`, {
      position: text.position && placeOf(found, source, text.position, reading.source),
      hint: instead,
    })
  }
}

/** Returns where the found words stand, as they are written: the text around them may be a paragraph long. */
function placeOf(found: string, written: string, { start }: Position, source: string): Position {
  const offset = (start.offset ?? 0) + written.indexOf(found)
  return { start: placeAt(source, offset).start, end: placeAt(source, offset + found.length).end }
}
