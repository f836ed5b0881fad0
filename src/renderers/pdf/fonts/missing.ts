import type { Article } from '../../../article/article.js'
import { plainText } from '../../../article/text.js'
import { visit } from '../../../article/walk.js'
import type { Placed, RenderContext } from '../../renderer.js'
import { describeCharacter } from './scripts.js'

/** A page of codes is no page: from this share of its letters on, an article's PDF is refused. */
const UNREADABLE = 1 / 20
const SHORT_TEXT = 200

/** Characters that no available font has, with how often each was met. */
export class MissingCharacters {
  readonly #counts = new Map<string, number>()

  add(character: string): void {
    this.#counts.set(character, (this.#counts.get(character) ?? 0) + 1)
  }

  /** Reports each script once, at the first place where one of its characters stands. */
  report(article: Article, context: RenderContext<unknown>): void {
    if (this.#counts.size === 0) return
    const refused = this.#share(article)
    for (const { characters, named, way } of describeMissing(this.#counts.keys(), article.meta.language)) {
      const place = placeOf(article, characters)
      if (refused)
        context.report(
          `no font here has ${named}, and too much of the text is written so: the PDF could not be read. ${way}`,
          'pdf-font',
          place,
          'error',
        )
      else context.report(`no font here has ${named}: set as codes. ${way}`, 'pdf-character', place)
    }
  }

  #share(article: Article): boolean {
    const letters = plainText(article).match(/\p{L}/gu)?.length ?? 0
    if (letters <= SHORT_TEXT) return false
    let lacking = 0
    for (const [character, count] of this.#counts) if (/\p{L}/u.test(character)) lacking += count
    return lacking / letters > UNREADABLE
  }
}

/** Returns characters that no font has by script, in words for a message: some of them, and what would help. */
export function describeMissing(
  missing: Iterable<string>,
  language: string,
): { characters: string[]; named: string; way: string }[] {
  const kinds = new Map<string, { package: string | undefined; characters: string[] }>()
  for (const character of missing) {
    const { kind, package: name } = describeCharacter(character, language)
    const known = kinds.get(kind)
    if (known) known.characters.push(character)
    else kinds.set(kind, { package: name, characters: [character] })
  }
  return [...kinds].map(([kind, { package: name, characters }]) => {
    const shown = characters.slice(0, 6).map(withCode).join(', ')
    const more = characters.length > 6 ? ` and ${characters.length - 6} more` : ''
    const install = name ? `Install \`${name}\`, or give` : 'Give'
    return { characters, named: `${shown}${more} (${kind})`, way: `${install} a font that has them with \`--font\`` }
  })
}

function withCode(character: string): string {
  return `\`${character}\` (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`
}

function placeOf(article: Article, characters: readonly string[]): Placed | undefined {
  let place: Placed | undefined
  visit(article, node => {
    if (place) return 'skip'
    if ('value' in node && characters.some(character => node.value.includes(character))) place = node
    return undefined
  })
  return place
}
