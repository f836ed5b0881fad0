import type { SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'

/** Elements of HTML by whose end tag plain text is told from markup. */
const htmlNames = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi big blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure ' +
    'font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li ' +
    'link main map mark menu meta meter nav noframes noscript object ol optgroup option output p param picture pre progress ' +
    'q rp rt ruby s samp script section select small source span strike strong style sub summary sup table tbody td template ' +
    'textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)
const namedCharacters =
  /^(#?\d+|#x[\da-f]+|amp|lt|gt|quot|apos|nbsp|copy|reg|trade|hellip|mdash|ndash|[lr][sd]quo|euro|pound|times|middot|deg|[aeiouAEIOU](acute|grave|circ|uml)|[nN]tilde|[cC]cedil|szlig|aring|oslash|aelig)$/i

/** The source's lines, by which hexadecimal references are told from other ways to write markup characters. */
export interface SourceLines {
  /** Whether any line of the element's source holds a `&#x` reference. */
  hexadecimal(element: FeedElement): boolean
}

/** Returns the lines of a feed's source. */
export function sourceLines(xml: string): SourceLines {
  const hexadecimal = xml.split('\n').map(line => line.includes('&#x'))
  return { hexadecimal: ({ line, endLine }) => hexadecimal.slice(line - 1, endLine).some(Boolean) }
}

/**
 * Judges an element of plain text. Readers disagree whether a title is HTML; text with markup characters reads the same in
 * all only with hexadecimal references, and an end tag never does (RSS Advisory Board, best practices).
 */
export function checkPlainText(element: FeedElement, lines: SourceLines, say: SayFault, undeclared = false): void {
  const { text, name } = element
  const rule = undeclared ? 'ContainsUndeclaredHTML' : 'ContainsHTML'
  const endTag = [...text.matchAll(/<\/(\w+)>/g)].find(([, tag]) => htmlNames.has(tag!.toLowerCase()))
  if (endTag) {
    say(
      rule,
      element,
      `\`${name}\` holds "${endTag[0]}", which readers take for markup`,
      'write it without angle brackets',
    )
    return
  }
  if (lines.hexadecimal(element)) return
  const reference = [...text.matchAll(/&(#?\w+)/g)].find(([, word]) => namedCharacters.test(word!))
  if (reference) {
    const hint = 'write markup characters as &#x26; &#x3C; &#x3E;'
    say(rule, element, `\`${name}\` holds "${reference[0]}" after it was unescaped: it was escaped twice`, hint)
  } else if (!/&(#?\w+)/.test(text) && /<[/a-zA-Z]/.test(text))
    say('CharacterData', element, `\`${name}\` holds markup characters`, 'write them as &#x26; &#x3C; &#x3E;')
}

/** Judges an element that must not be empty. */
export function checkNotBlank(element: FeedElement, say: SayFault): void {
  if (element.text.trim() === '' && element.children.length === 0)
    say('NotBlank', element, `\`${element.name}\` is empty`, 'leave it out')
}

/** Controls U+0080–U+009F and U+FFFD: left over from reading text in a wrong encoding. */
export function checkCharacters(element: FeedElement, say: SayFault): void {
  const found = [element.text, ...Object.values(element.attributes)]
    .map(text => /[\u0080-\u009f\ufffd]/.exec(text)?.[0])
    .find(Boolean)
  if (!found) return
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  say('BadCharacters', element, `\`${element.name}\` holds U+${code}, left over from a wrong decoding`)
}
