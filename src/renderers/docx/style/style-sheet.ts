import { resolveStyles } from '../../../templates/style-names.js'
import type { Style, Template } from '../../../templates/template.js'
import { columnWidth } from '../parts/page-size.js'
import { toAttribute, xmlHead } from '../xml-text.js'
import { dropCapLook, loweredBy } from './drop-cap.js'
import {
  block,
  colourAttributes,
  letters,
  type Palette,
  type Properties,
  paletteOf,
  paragraphProperties,
  runProperties,
} from './properties.js'
import { isRunning, runningProperties } from './running-style.js'
import { tableStyles } from './table-style.js'
import { type Looks, type WordStyle, wordStyles } from './word-styles.js'

/** A style as it is written. */
export interface StyleEntry {
  id: string
  name: string
  kind: 'paragraph' | 'character' | 'table'
  xml: string
}

/** A style with the look that the template gives it. */
interface Dressed {
  style: WordStyle
  look: Style
}

/** Names of the parts of `w:styles` that we write. */
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'

/**
 * The styles of one file: the table of `word-styles.ts` dressed by a template, and the variants that the text turned out to
 * need (a paragraph inside a panel, the last one of a quotation).
 */
export class StyleSheet {
  readonly palette: Palette
  readonly looks: Looks
  readonly #styles = new Map<string, Dressed>()
  readonly #variants = new Map<string, string>()

  constructor(
    template: Template,
    readonly rtl: boolean,
  ) {
    this.palette = paletteOf(template, rtl)
    this.looks = resolveStyles(template)
    for (const style of wordStyles) this.#styles.set(style.id, { style, look: dress(style, this.looks, template) })
    this.change('DropCap', dropCapLook(this.looks, template))
  }

  /** Returns the id of the paragraph style of a name, compared as Word does, without case; undefined where there is none. */
  idOf(name: string): string | undefined {
    const wanted = name.toLowerCase()
    for (const { style } of this.#styles.values())
      if (style.kind === 'paragraph' && style.name.toLowerCase() === wanted) return style.id
    return undefined
  }

  /** Returns the name that Word shows. */
  nameOf(id: string): string {
    return this.#styles.get(id)!.style.name
  }

  /** Returns how a style looks. */
  look(id: string): Style {
    return this.#styles.get(id)!.look
  }

  /** Gives a style another look in this file. */
  change(id: string, more: Style): void {
    const { style, look } = this.#styles.get(id)!
    this.#styles.set(id, { style, look: { ...look, ...more } })
  }

  /**
   * Returns the id of a variant of a style, made once: named after it ("Quote Last") and based on it, so that what reads
   * the one reads the other.
   */
  variant(base: string, suffix: string, change: (look: Style) => Style, more: Partial<WordStyle> = {}): string {
    const from = this.#styles.get(base)!
    const wanted = more.name ?? `${from.style.name} ${suffix}`
    if (wanted === from.style.name) return base
    const key = `${base} ${wanted}`
    const known = this.#variants.get(key)
    if (known !== undefined) return known
    const { id, name } = this.#free(wanted)
    this.#variants.set(key, id)
    const style: WordStyle = { ...from.style, gallery: false, variant: true, ...more, id, name, basedOn: base }
    this.#styles.set(id, { style, look: { ...from.look, ...change(from.look) } })
    return id
  }

  /** A box of the kind "table" would name its text "Table Text", which is another style's name. */
  #free(wanted: string): { id: string; name: string } {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted} ${number}`
      const id = idFrom(name)
      if (id !== '' && !this.#styles.has(id)) return { id, name }
    }
  }

  /** Returns `word/styles.xml`. */
  toXml(language: string): string {
    const normal = this.look('Normal')
    const defaults = { ...letters(normal, this.palette), lang: languageElement(language) }
    // Said in the defaults for all paragraphs, tables' and notes' included.
    const direction: Properties = this.rtl ? { bidi: '<w:bidi/>' } : {}
    // Only these: with borders in the defaults LibreOffice forgets the margins of every table's cells.
    const { spacing = '', jc = '' } = block(normal, this.palette)
    const styles = this.entries().map(each => each.xml)
    return `${xmlHead}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault>${runProperties(defaults)}</w:rPrDefault><w:pPrDefault>${paragraphProperties({ widowControl: '<w:widowControl/>', ...direction, spacing, jc })}</w:pPrDefault></w:docDefaults>${latent}${styles.join('')}${noList}</w:styles>`
  }

  /** Returns every style with its markup, those of tables and those that others build on included. */
  entries(): StyleEntry[] {
    const own = [...this.#styles.values()].map(dressed => {
      const { id, name, kind } = dressed.style
      return { id, name, kind, xml: this.#styleXml(dressed) }
    })
    return [...own, ...basicStyles, ...tableStyles(this.looks, this.palette)]
  }

  #styleXml({ style, look }: Dressed): string {
    const base = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn)
    const looks = style.kind === 'paragraph' ? this.#paragraphLook(look, style, base) : this.#characterLook(look, style)
    const head = [
      `<w:name w:val="${toAttribute(style.name)}"/>`,
      style.basedOn ? `<w:basedOn w:val="${style.basedOn}"/>` : '',
      style.next ? `<w:next w:val="${style.next}"/>` : '',
      `<w:uiPriority w:val="${style.priority}"/>`,
      style.variant ? '<w:semiHidden/>' : '',
      style.gallery === false ? '' : '<w:qFormat/>',
    ]
    const attributes = `w:type="${style.kind}"${style.id === 'Normal' ? ' w:default="1"' : ''}${isBuiltIn(style) ? '' : ' w:customStyle="1"'} w:styleId="${style.id}"`
    return `<w:style ${attributes}>${head.join('')}${looks}</w:style>`
  }

  /** Only what differs from the style that it is based on: a change to the base reaches all that build on it. */
  #paragraphLook(look: Style, style: WordStyle, base: Dressed | undefined): string {
    // The default style looks as the defaults do; it says the direction again, for LibreOffice's cells.
    if (!base) return this.rtl ? paragraphProperties({ bidi: '<w:bidi/>' }) : ''
    return (
      paragraphProperties(this.#block(look, style), this.#block(base.look, base.style)) +
      runProperties(this.#letters(look, style), this.#letters(base.look, base.style))
    )
  }

  #characterLook(look: Style, style: WordStyle): string {
    const raised = style.raised ? { vertAlign: '<w:vertAlign w:val="superscript"/>' } : {}
    return runProperties({ ...this.#letters(look, style), ...raised })
  }

  #letters(look: Style, style: WordStyle): Properties {
    const properties = letters(look, this.palette)
    if (style.id === 'Hyperlink' && look.underline !== false) properties.u = linkUnderline(look, this.palette)
    if (style.id === 'DropCap') properties.position = loweredBy(this.looks, this.palette.template)
    return style.noProof || style.id === 'VerbatimChar' ? { ...properties, noProof: '<w:noProof/>' } : properties
  }

  #block(look: Style, style: WordStyle): Properties {
    const properties: Properties = block(look, this.palette)
    if (style.contextual) properties.contextualSpacing = '<w:contextualSpacing/>'
    if (style.growing)
      properties.spacing = properties.spacing!.replace(
        / w:line="\d+" w:lineRule="\w+"/,
        ' w:line="240" w:lineRule="auto"',
      )
    if (isRunning(style.id)) Object.assign(properties, runningProperties(style.id, look, this.palette))
    if (style.outline !== undefined) properties.outlineLvl = `<w:outlineLvl w:val="${style.outline}"/>`
    if (style.outline !== undefined || style.id === 'Title') properties.suppressAutoHyphens = '<w:suppressAutoHyphens/>'
    return properties
  }
}

/** A link's line has the accent's colour, so that its words keep that of the text. */
function linkUnderline(look: Style, palette: Palette): string {
  const colour = look.colour ?? 'accent'
  const known = palette.template.colours[colour] !== undefined
  return `<w:u w:val="single"${known ? ` ${colourAttributes(colour, palette, 'color')}` : ''}/>`
}

/** Returns the language of the text, and the one for letters from right to left. */
function languageElement(language: string): string {
  const tag = toAttribute(language)
  return `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`
}

function dress(style: WordStyle, looks: Looks, template: Template): Style {
  const own =
    style.kind === 'paragraph' ? looks[style.look] : style.look === 'body' ? {} : (template.styles[style.look] ?? {})
  const around = style.width === undefined ? undefined : (columnWidth(template.page) - style.width) / 2
  return {
    ...own,
    ...(around !== undefined && { indentStart: around, indentEnd: around }),
    ...(style.frame && frameOf(looks[style.frame])),
    ...style.adjust?.(looks),
  }
}

/** Returns what a style says about its panel: neighbours that agree in it are drawn as one (ISO/IEC 29500-1, 17.3.1.24). */
export function frameOf(look: Style): Style {
  const frame: Style = { indentStart: look.indentStart ?? 0, indentEnd: look.indentEnd ?? 0, border: look.border ?? {} }
  if (look.background) frame.background = look.background
  if (look.padding) frame.padding = look.padding
  return frame
}

function idFrom(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}

/** Names that Word itself has; all others are marked as the house's own. */
const builtIn =
  /^(Normal|heading \d|Title|Subtitle|Date|Body Text|Quote|caption|header|footer|footnote (text|reference)|annotation (text|reference)|toc \d|TOC Heading|List (Paragraph|Continue( [2-5])?)|Emphasis|Strong|Hyperlink)$/

function isBuiltIn(style: WordStyle): boolean {
  return builtIn.test(style.name)
}

/** Styles of Word that we do not write stay out of its gallery. */
const latent =
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'

/** What every file must define for the others to build on (17.7.4.17): without it Pandoc reads no character style. */
const basicStyles: readonly StyleEntry[] = [
  {
    id: 'DefaultParagraphFont',
    name: 'Default Paragraph Font',
    kind: 'character',
    xml: '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    id: 'TableNormal',
    name: 'Normal Table',
    kind: 'table',
    xml: '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  },
]

const noList =
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
