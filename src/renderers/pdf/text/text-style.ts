import { resolveStyle } from '../../../templates/style-names.js'
import type { FontRole, Style, StyleName, Template } from '../../../templates/template.js'
import type { Face } from '../fonts/face.js'
import { hanForm } from '../fonts/scripts.js'

/** How a run of characters is set. Every field has a value: styles are resolved where runs are made. */
export interface TextStyle {
  font: FontRole
  weight: number
  italic: boolean
  /** Points. */
  size: number
  leading: number
  colour: string
  /** em */
  tracking: number
  uppercase: boolean
  features: readonly string[]
  underline: boolean
  underlineColour: string
  strike: boolean
  /** Points above the baseline. */
  rise: number
  language: string
  /** Lines are made equally long, as those of headings: they end where a reader would pause, in scripts where they may end anywhere. */
  balanced: boolean
}

/** Reads a template's styles by name and keeps what it has resolved. */
export class StyleSheet {
  readonly template: Template
  readonly #resolved = new Map<StyleName, Style>()
  readonly #shared = new Map<string, TextStyle>()
  /** Those that stand for all that are equal to them. */
  readonly #sharing = new Set<TextStyle>()
  readonly #texts = new Map<Style, Map<string, TextStyle>>()
  readonly #changed = new Map<TextStyle, Map<string, TextStyle>>()

  constructor(template: Template) {
    this.template = template
  }

  /** Returns a style with all that it builds on. */
  style(name: StyleName): Style {
    let style = this.#resolved.get(name)
    if (!style) {
      style = resolveStyle(this.template, name)
      this.#resolved.set(name, style)
    }
    return style
  }

  /** Returns the text style that a block style gives its characters: the same one for the same style. */
  text(style: Style, language: string): TextStyle {
    let texts = this.#texts.get(style)
    if (!texts) {
      texts = new Map()
      this.#texts.set(style, texts)
    }
    let text = texts.get(language)
    if (!text) {
      text = this.shared(this.#textOf(style, language))
      texts.set(language, text)
    }
    return text
  }

  #textOf(style: Style, language: string): TextStyle {
    const size = style.size ?? 10.5
    return {
      font: style.font ?? 'serif',
      weight: style.weight ?? 400,
      italic: style.italic ?? false,
      size,
      leading: style.leading ?? round(size * 1.4),
      colour: this.colour(style.colour ?? 'ink'),
      tracking: style.tracking ?? 0,
      uppercase: style.transform === 'uppercase',
      features: numeralFeatures[style.numerals ?? 'lining'],
      underline: style.underline ?? false,
      underlineColour: this.colour(style.colour ?? 'ink'),
      strike: false,
      rise: 0,
      balanced: style.balance ?? false,
      language,
    }
  }

  /** Lays what a named style itself says over a run's style. Nothing that it leaves out changes. */
  over(base: TextStyle, name: StyleName): TextStyle {
    const style = this.template.styles[name] ?? {}
    const text = { ...base }
    if (style.font) text.font = style.font
    if (style.weight) text.weight = style.weight
    if (style.italic !== undefined) text.italic = style.italic
    if (style.size) text.size = style.size
    if (style.colour) text.colour = this.colour(style.colour)
    if (style.tracking !== undefined) text.tracking = style.tracking
    if (style.transform) text.uppercase = style.transform === 'uppercase'
    if (style.numerals) text.features = numeralFeatures[style.numerals]
    if (style.underline !== undefined) text.underline = style.underline
    return text
  }

  /** Returns what `change` makes of a style, of which `name` says all: it is asked once, for a document has thousands of links. */
  changed(base: TextStyle, name: string, change: (base: TextStyle) => TextStyle): TextStyle {
    let known = this.#changed.get(base)
    if (!known) {
      known = new Map()
      this.#changed.set(base, known)
    }
    let style = known.get(name)
    if (!style) {
      style = this.shared(change(base))
      known.set(name, style)
    }
    return style
  }

  /** Returns the one style that stands for all that are equal to it, so that what is known of words in it is found again. */
  shared(style: TextStyle): TextStyle {
    if (this.#sharing.has(style)) return style
    const key = Object.values(style).join()
    let shared = this.#shared.get(key)
    if (!shared) {
      shared = style
      this.#shared.set(key, shared)
      this.#sharing.add(shared)
    }
    return shared
  }

  /** Returns a colour as `#rrggbb`: by name, or as it stands where it is one already. */
  colour(name: string): string {
    return this.template.colours[name] ?? (name.startsWith('#') ? name : '#000000')
  }

  /** Returns the family that a role is set in. */
  family(role: FontRole): string {
    return this.template.fonts[role]
  }
}

/** OpenType features for figures: old-style ones sit in text as lower case does, tabular ones stand in columns. */
const numeralFeatures = {
  oldstyle: ['onum', 'pnum'],
  lining: ['lnum', 'pnum'],
  tabular: ['lnum', 'tnum'],
} as const

/** Names the faces that a style asks for: those of Han characters differ by language. */
export function faceKey(style: TextStyle): string {
  return `${style.font} ${style.weight}${style.italic ? ' italic' : ''} ${hanForm(style.language) ?? ''}`
}

/** Returns the name under which a face keeps words shaped in a style. */
export function shapeKey(style: TextStyle, script: string, level: number): string {
  return `${script} ${level % 2} ${style.language} ${style.features.join()}`
}

/** Faces by `faceKey`, and those to ask for characters that they lack. */
export interface Faces {
  of(style: TextStyle): Face
  /** The face that sets all of a script, where the style's own does not have it. */
  forScript(style: TextStyle, script: string): Face | undefined
  /** A face that has every one of the characters: the script's, else the wanted one, else any. */
  covering(style: TextStyle, codePoints: readonly number[], script: string): Face | undefined
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
