import type { Block, Direction } from '../../article/article.js'
import { isRightToLeft } from '../../article/direction.js'
import { plainText } from '../../article/text.js'
import type { Reading } from './reading.js'

/** Letters by the scripts that a language other than English would be written in, with one such language. */
const scripts: readonly { letters: RegExp; name: string; rtl?: true }[] = [
  { letters: /\p{Script=Arabic}/gu, name: 'Arabic', rtl: true },
  { letters: /\p{Script=Hebrew}/gu, name: 'Hebrew', rtl: true },
  { letters: /\p{Script=Cyrillic}/gu, name: 'Cyrillic' },
  { letters: /\p{Script=Greek}/gu, name: 'Greek' },
  { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, name: 'Chinese or Japanese' },
  { letters: /\p{Script=Hangul}/gu, name: 'Korean' },
  { letters: /\p{Script=Devanagari}/gu, name: 'Devanagari' },
  { letters: /\p{Script=Thai}/gu, name: 'Thai' },
]

/** A sample is enough to tell a script. */
const SAMPLE = 4_000

/** Greek and all after it, but for punctuation and signs; and references, which may stand for any letter. */
const mayBeForeign = /[\u0370-\u1FFF\u2C00-\uFFFF]|&#/

function mainScript(children: readonly Block[], { source }: Reading): (typeof scripts)[number] | undefined {
  // Most sources are settled at one look; counting letters by their script costs more than parsing them.
  if (!mayBeForeign.test(source)) return undefined
  const text = plainText({ children: children.slice(0, 40) }).slice(0, SAMPLE)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < 20 ? undefined : scripts.find(script => (text.match(script.letters)?.length ?? 0) > letters / 2)
}

/** Returns the direction of a language that is written from right to left, or of a text in such a script. */
export function directionOf(
  language: string | undefined,
  children: readonly Block[],
  reading: Reading,
): Direction | undefined {
  if (language === undefined) return mainScript(children, reading)?.rtl ? 'rtl' : undefined
  return isRightToLeft(language) ? 'rtl' : undefined
}

/** An article without a language of its own counts as one in the house's language; its letters may say otherwise. */
export function reportScript(language: string | undefined, children: readonly Block[], reading: Reading): void {
  const script = language === undefined && /^en\b/.test(reading.language) ? mainScript(children, reading) : undefined
  if (script)
    reading.report(
      'language-script',
      `the article names no language, and most of its letters are ${script.name}: \`${reading.language}\` was assumed`,
    )
}
