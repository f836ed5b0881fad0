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
    const kinds = new Map<string, { package: string | undefined; characters: string[] }>()
    for (const character of this.#counts.keys()) {
      const { kind, package: name } = describeCharacter(character, article.meta.language)
      const known = kinds.get(kind)
      if (known) known.characters.push(character)
      else kinds.set(kind, { package: name, characters: [character] })
    }
    const refused = this.#share(article)
    for (const [kind, { package: name, characters }] of kinds) {
      const way = name
        ? `Install \`${name}\`, or give a font that has them with \`--font\``
        : 'Give a font that has them with `--font`'
      const shown = characters.slice(0, 6).map(named).join(', ')
      const more = characters.length > 6 ? ` and ${characters.length - 6} more` : ''
      const place = placeOf(article, characters)
      if (refused)
        context.report(
          `no font here has ${shown}${more} (${kind}), and too much of the text is written so: the PDF could not be read. ${way}`,
          'pdf-font',
          place,
          'error',
        )
      else context.report(`no font here has ${shown}${more} (${kind}): set as codes. ${way}`, 'pdf-character', place)
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

function named(character: string): string {
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
