import type { Block, Inline, Paragraph } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { beginsWithDash, closesQuotation, readAttributionLine, splitLines } from './grammar.js'
import type { State } from './state.js'

/**
 * Returns the run with its first character marked to be written as a character reference. The reader infers nothing from a
 * character that is written so: it is no dash before a speaker, no label before a credit, no place before a dateline.
 */
export function literally(run: readonly Inline[], state: Pick<State, 'report'>): Inline[] {
  const [first, ...others] = run
  if (first?.type !== 'text') {
    const words = inlineText(run).replace(/\s+/g, ' ').slice(0, 60)
    state.report(
      `\`${words}\` comes back as what it looks like: a credit, a dateline or a speaker`,
      'markdown-likeness',
      run[0],
    )
    return [...run]
  }
  return [{ ...first, data: { literal: true } } as Inline, ...others]
}

/** Returns whether a text is marked so. */
export function isLiteral(data: Inline['data']): boolean {
  return (data as { literal?: true } | undefined)?.literal === true
}

/** Returns words whose first character is written as a reference. */
export function asReference(words: string): [reference: string, rest: string] {
  const [first = ''] = words
  return [`&#${first.codePointAt(0)};`, words.slice(first.length)]
}

/** Returns the paragraph with every line that the reader would take for a speaker's line kept from it. */
export function withoutSpeakers(
  paragraph: Paragraph,
  before: Block | undefined,
  closesQuote: boolean,
  state: Pick<State, 'report'>,
): Paragraph {
  const lines = splitLines(paragraph.children)
  const speech =
    closesQuote ||
    before?.type === 'quote' ||
    lines.length > 1 ||
    (before?.type === 'paragraph' && closesQuotation(inlineText(before.children)))
  if (!speech || !lines.some(namesSpeaker)) return paragraph
  const children = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [{ type: 'lineBreak' } as Inline]),
    ...(namesSpeaker(line) ? literally(line, state) : line),
  ])
  return { ...paragraph, children }
}

function namesSpeaker(line: readonly Inline[]): boolean {
  if (!beginsWithDash(line)) return false
  const read = readAttributionLine(line)
  return read !== undefined && 'attribution' in read
}
