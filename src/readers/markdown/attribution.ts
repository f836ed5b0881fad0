import type { Attribution, Block, Inline, Paragraph } from '../../article/article.js'
import { oneLine } from '../../article/one-line.js'
import { inlineText } from '../../article/text.js'
import { articles, particles, speechVerbs, titles } from './attribution-words.js'
import { splitLines } from './lines.js'
import { isLiteral } from './literal.js'

/** The dashes that may stand before a speaker's name; `---` would be a rule. */
const dash = /^\s*(?:[—–―]{1,2}|--)\s*(?=\S)/u

/** Whether any line of a text could begin with such a dash. Most texts are one line, of which only the start is looked at. */
const mayBeginWithDash = (text: string): boolean =>
  (!beginsPlainly(text) && dash.test(text)) || (text.includes('\n') && /\n\s*(?:[—–―]|--)/.test(text))

/** Whether a text begins with a letter or a figure of ASCII: most do. */
const beginsPlainly = (text: string): boolean => text.charCodeAt(0) > 0x2f && text.charCodeAt(0) < 0x7f

/** Returns whether any line of a paragraph begins with a dash that could introduce a speaker. */
export const hasDashedLine = ({ children }: Paragraph): boolean =>
  mayBeginWithDash(inlineText(children)) && splitLines(children).some(beginsWithDash)

/** The first comma of any script divides the name from the role. */
const comma = /\s*[,،，、]\s*/u

/** Words that belong to the name although a comma stands before them. */
const nameSuffix = /^(?:Jr|Sr|II|III|IV|Esq|Ph\.?D|M\.?D|MP|KC|QC)\.?(?=$|[,\s])/u

/** What a line says about its speaker: the attribution, or why a line that begins with a dash is none. */
export type AttributionLine = { attribution: Attribution } | { doubt: string }

/** Returns whether a line begins with a dash that could introduce a speaker. */
export function beginsWithDash(line: readonly Inline[]): boolean {
  return !isLiteral(line) && dash.test(inlineText(line))
}

/**
 * Reads a line such as `— Amina Yusuf, director, Al-Noor Hospital`. A dash also begins a line of dialogue in French,
 * Spanish or Russian, and a wrong name under a quotation is libel: what reads like speech is refused, never guessed.
 * Returns undefined where the line begins with no dash.
 */
export function readAttributionLine(line: readonly Inline[]): AttributionLine | undefined {
  const text = oneLine(inlineText(line))
  if (isLiteral(line) || !dash.test(text)) return undefined
  const printed = text.replace(dash, '').trim()
  const parts = divide(printed)
  const doubt = doubtAbout(printed, parts)
  return doubt ? { doubt } : { attribution: attributionOf(printed, parts, firstLink(line)) }
}

/** A note on the speaker's line is held at the end of the quoted words: an attribution is plain text. */
export function keepNotes(quoted: readonly Block[], line: readonly Inline[]): void {
  const notes = notesIn(line)
  const last = quoted.at(-1)
  if (notes.length > 0 && last?.type === 'paragraph') last.children = [...last.children, ...notes]
}

function notesIn(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap(node => (node.type === 'note' ? [node] : 'children' in node ? notesIn(node.children) : []))
}

/** Divides `Name, role` at the first comma of the script; the printed line is kept where it says more. */
export function toAttribution(printed: string, url?: string): Attribution {
  return attributionOf(printed, divide(printed), url)
}

function attributionOf(printed: string, { name, role }: Divided, url?: string): Attribution {
  const attribution: Attribution = { name }
  if (role) attribution.role = role
  if (url) attribution.url = url
  if (printed !== (role ? `${name}, ${role}` : name)) attribution.text = printed
  return attribution
}

interface Divided {
  name: string
  role: string
}

function divide(printed: string): Divided {
  const found = comma.exec(printed)
  if (!found || found.index === 0) return { name: printed.replace(comma, ' ').trim(), role: '' }
  const rest = printed.slice(found.index + found[0].length)
  const suffix = nameSuffix.exec(rest)
  if (!suffix) return { name: printed.slice(0, found.index), role: rest }
  const name = printed.slice(0, printed.length - rest.length + suffix[0].length)
  return { name, role: rest.slice(suffix[0].length).replace(/^\s*[,،，、]?\s*/u, '') }
}

function firstLink(nodes: readonly Inline[]): string | undefined {
  for (const node of nodes) {
    if (node.type === 'link') return node.url.startsWith('#') ? undefined : node.url
    const within = 'children' in node && node.type !== 'note' ? firstLink(node.children) : undefined
    if (within) return within
  }
  return undefined
}

/** Returns why a dashed line may be speech or running text, or undefined where it can only name a speaker. */
function doubtAbout(line: string, { name, role }: Divided): string | undefined {
  if (line.length > 250 || hasMoreWords(line, 40)) return 'it is too long for a name and a role'
  if (/[!?؟！？…。।]["”’»]?$/u.test(line) || (/[.:;]["”’»]?$/u.test(line) && !endsInAbbreviation(line)))
    return 'it ends like a sentence'
  if (/^["“„«»‹›‘‚「『]/u.test(line)) return 'it begins with a quotation mark'
  if (hasSentenceEnd(line)) return 'it holds more than one sentence'
  if (hasMoreWords(name, 14) || name.length > 100) return 'it is too long for a name'
  if (isSpeech(name) || isSpeech(role)) return 'it reads like speech'
  if (/^[A-Z]/.test(name)) return undefined
  if (/^\p{Ll}/u.test(name) && !beginsLikeAName(name)) return 'it begins with a small letter'
  if (!/\p{L}/u.test(name)) return 'it holds no name'
  return undefined
}

/** Each word has a letter and a space at least: a short text has not to be divided. */
const hasMoreWords = (text: string, most: number): boolean =>
  text.length > 2 * most && text.split(/\s+/u).filter(Boolean).length > most

/** `St. Louis`, `J. R. Ewing`, `Gen. Diaz`: a full stop after a title or an initial ends no sentence. */
function hasSentenceEnd(line: string): boolean {
  if (!/[.!?؟。！？।]/.test(line)) return false
  for (const found of line.matchAll(/(\S+)[.!?؟](?=\s+\S)/gu)) {
    const word = found[1]!
    const ends = /[!?؟]$/u.test(found[0])
    if (ends || (!titles.has(word.toLowerCase()) && !isInitial(word))) return true
  }
  return /[。！？।؟]/u.test(line)
}

/** One letter, or letters with full stops: `J`, `U.S`, `Ph.D`. */
const isInitial = (word: string): boolean =>
  /^[([]?(?:\p{L}{1,2}\.)*\p{L}$/u.test(word) || /^\p{Lu}\p{Ll}\.\p{Lu}$/u.test(word)

function endsInAbbreviation(line: string): boolean {
  const word = /(\S+)\.$/u.exec(line)?.[1]
  return word !== undefined && (titles.has(word.toLowerCase()) || isInitial(word))
}

/** `dit-il`, `she said`, `ответил он`: who speaks in running copy stays there. `Lance` is a name, `lance` a verb. */
function isSpeech(text: string): boolean {
  if (!smallWord.test(text)) return false
  const words = text.split(/[\s\u00A0-]+/u)
  return words.length <= 6 && words.some(word => !/^[A-Z]/.test(word) && speechVerbs.has(lettersOf(word)))
}

/** A word that begins with no capital letter of ASCII. */
const smallWord = /(?:^|[\s\u00A0-])[^A-Z\s\u00A0-]/u

/** Returns a word without what stands around its letters. */
const lettersOf = (word: string): string =>
  /^[A-Za-z]+$/.test(word) ? word : word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** `van der Berg`, `al-Masri`, `a UN official`, `une habitante`. */
function beginsLikeAName(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(/[\s’'-]/u)
  return particles.has(first) || articles.has(first)
}
